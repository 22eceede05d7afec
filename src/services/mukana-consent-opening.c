/* mukana-consent-opening.c: a recorded consent is opened: the very text, and how it was given.
 *
 * The controller must be able to show what somebody consented to (GDPR 7(1)).  Who noted a
 * withdrawal is in the journal, and as long as that is kept.  Whoever may not see what is sensitive
 * sees no consent to a theme here either.
 */

#include "services/mukana-consent-opening.h"

#include "base/mukana-error.h"
#include "domain/mukana-attachment.h"
#include "domain/mukana-purpose.h"
#include "domain/mukana-role-rights.h"
#include "services/mukana-consenting.h"
#include "services/mukana-purpose-setting.h"
#include "store/mukana-people.h"

/* The row of the journal is written in the transaction of the deed, a moment later. */
#define MOMENT_US (G_USEC_PER_SEC * 60)

MukanaConsentQuestion *
mukana_consent_question_new (gint64      person_id,
                             const char *purpose,
                             const char *theme_id)
{
  MukanaConsentQuestion *self = g_new0 (MukanaConsentQuestion, 1);

  self->person_id = person_id;
  self->purpose = g_strdup (purpose);
  self->theme_id = g_strdup (theme_id);
  return self;
}

void
mukana_consent_question_free (MukanaConsentQuestion *self)
{
  g_free (self->purpose);
  g_free (self->theme_id);
  g_free (self);
}

static void
free_sheet (gpointer data)
{
  MukanaConsentSheet *self = data;

  g_object_unref (self->consent);
  g_clear_pointer (&self->text, mukana_consent_text_free);
  g_ptr_array_unref (self->papers);
  g_free (self->withdrawn_by);
  g_free (self);
}

static gboolean
is_asked_for (const MukanaConsentQuestion *question,
              MukanaConsent               *consent,
              gboolean                     sees_themes)
{
  return (consent->theme_id == NULL || sees_themes) &&
         (question->purpose == NULL || g_str_equal (question->purpose, consent->purpose)) &&
         (question->theme_id == NULL || g_strcmp0 (question->theme_id, consent->theme_id) == 0);
}

static const char *
find_basis (GPtrArray  *purposes,
            const char *code)
{
  for (guint i = 0; i < purposes->len; i++)
    {
      MukanaPurpose *purpose = g_ptr_array_index (purposes, i);

      if (g_str_equal (purpose->code, code))
        return g_intern_string (purpose->basis);
    }

  return g_intern_static_string ("consent");
}

/* A text that is not there is no failure: an old list brought the consent in. */
static gboolean
read_text (MukanaDb            *db,
           MukanaConsentSheet  *sheet,
           GError             **error)
{
  MukanaConsentText *question = mukana_consent_text_new (sheet->consent->purpose,
                                                         sheet->consent->language);
  g_autoptr (GError) failure = NULL;

  question->version = sheet->consent->text_version;
  if (question->version > 0)
    sheet->text = mukana_consent_text_job.run (db, question, NULL, &failure);
  mukana_consent_text_free (question);
  if (failure == NULL || g_error_matches (failure, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_withdrawal (MukanaDb            *db,
                 MukanaConsentSheet  *sheet,
                 GError             **error)
{
  MukanaConsent *consent = sheet->consent;
  g_autoptr (MukanaQuery) query = NULL;
  int result;

  if (consent->withdrawn_at == 0)
    return TRUE;

  query = mukana_db_select (db, "consents.withdrawn-by", error,
                            mukana_int ("person_id", consent->person_id),
                            mukana_int ("from_at", consent->withdrawn_at),
                            mukana_int ("until_at", consent->withdrawn_at + MOMENT_US));
  result = query != NULL ? mukana_query_step (query, error) : -1;
  if (result > 0)
    sheet->withdrawn_by = g_strdup (mukana_query_peek_text (query, "actor"));
  return result >= 0;
}

static MukanaConsentSheet *
make_sheet (MukanaConsent *consent,
            GPtrArray     *purposes,
            GPtrArray     *attachments)
{
  MukanaConsentSheet *sheet = g_new0 (MukanaConsentSheet, 1);

  sheet->consent = g_object_ref (consent);
  sheet->basis = find_basis (purposes, consent->purpose);
  sheet->papers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < attachments->len; i++)
    {
      MukanaAttachment *attachment = g_ptr_array_index (attachments, i);

      if (attachment->consent_id == consent->id)
        g_ptr_array_add (sheet->papers, g_strdup (attachment->name));
    }

  return sheet;
}

/* Nothing of a theme is told of whom nothing is known any more. */
static int
sees_themes (MukanaDb  *db,
             gint64     person_id,
             GError   **error)
{
  g_autoptr (MukanaQuery) ended = mukana_db_select (db, "consents.ended-on", error,
                                                    mukana_int ("person_id", person_id));
  int result = ended != NULL ? mukana_query_step (ended, error) : -1;

  return result < 0 ? -1
                    : result == 0 && mukana_role_may (mukana_db_peek_role (db),
                                                      MUKANA_DEED_SEE_SENSITIVE);
}

static gpointer
open_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaConsentQuestion *question = arg;
  int sees = sees_themes (db, question->person_id, error);
  g_autoptr (GPtrArray) history =
    sees >= 0 ? mukana_consenting_history (db, question->person_id, error) : NULL;
  g_autoptr (GPtrArray) purposes =
    history != NULL ? mukana_purposes_job.run (db, NULL, cancellable, error) : NULL;
  g_autoptr (GPtrArray) attachments =
    purposes != NULL ? mukana_people_parts (db, "attachments.of-person", question->person_id,
                                            MUKANA_TYPE_ATTACHMENT, error) : NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (free_sheet);

  if (attachments == NULL)
    return NULL;

  /* Themes last: what tells of health is not what somebody meets first who looks for the end. */
  for (guint i = 2 * history->len; i > 0; i--)
    {
      MukanaConsent *consent = g_ptr_array_index (history, (i - 1) % history->len);
      MukanaConsentSheet *sheet;

      if ((consent->theme_id != NULL) == (i > history->len) ||
          !is_asked_for (question, consent, sees > 0))
        continue;

      sheet = make_sheet (consent, purposes, attachments);
      g_ptr_array_add (sheets, sheet);
      if (!read_text (db, sheet, error) || !read_withdrawal (db, sheet, error))
        return NULL;
    }

  return g_steal_pointer (&sheets);
}

/* Whoever reads one person has looked at them. */
static gboolean
look_at_person (gconstpointer  arg,
                MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.person", MUKANA_KIND_PERSON,
                         ((const MukanaConsentQuestion *) arg)->person_id, NULL };
  return TRUE;
}

const MukanaJob mukana_consent_open_job = {
  "consenting.open", MUKANA_LANE_READ, open_run, (GDestroyNotify) g_ptr_array_unref,
  .looks_at = look_at_person, .needs = MUKANA_DEED_SEE_PEOPLE
};
