/* mukana-renewal-asking.c: people are asked to consent anew, by letter or by phone, once.
 *
 * Everything of a person that is to be renewed is asked for at once.  Who was asked is not asked
 * again unless somebody says so: two letters about one matter read like a demand, and a consent
 * that was pressed for is none (GDPR 7(4), recital 43).  No answer changes nothing: what is not
 * given anew ends with its last day.
 */

#include "services/mukana-renewing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "services/mukana-new-file.h"
#include "store/mukana-journal.h"

#define MOST 10000

/** mukana_renewal_deed_new: @person_id: 0: all who are to be asked, and were not yet */
MukanaRenewalDeed *
mukana_renewal_deed_new (gint64 person_id)
{
  MukanaRenewalDeed *self = g_new0 (MukanaRenewalDeed, 1);

  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (person_id != 0)
    g_array_append_val (self->people, person_id);
  return self;
}

void
mukana_renewal_deed_free (MukanaRenewalDeed *self)
{
  g_array_unref (self->people);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/* Those of one person are asked for together.  Theirs all were: they wait for the answer. */
static gboolean
all_are_asked (GPtrArray *renewals)
{
  for (guint i = 0; i < renewals->len; i++)
    if (((MukanaRenewal *) g_ptr_array_index (renewals, i))->asked_on == MUKANA_DAY_NONE)
      return FALSE;

  return TRUE;
}

static GPtrArray *
find_renewals (MukanaDb  *db,
               gint64     person_id,
               gboolean   is_again,
               GError   **error)
{
  g_autoptr (GPtrArray) renewals = mukana_renewals_list (db, person_id, MOST, error);

  if (renewals == NULL)
    return NULL;
  if (renewals->len == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("There is no consent to ask this person for again."));
  else if (!is_again && all_are_asked (renewals))
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("This person was asked already. Ask again only on purpose."));
  else
    return g_steal_pointer (&renewals);

  return NULL;
}

/* Returns: whether all went well; the number of the question is in @deed */
static gboolean
add_question (MukanaDb           *db,
              gint64              person_id,
              const char         *how,
              const char         *action,
              MukanaRenewalDeed  *deed,
              GError            **error)
{
  deed->question_id = mukana_db_insert (db, "renewals.ask", error,
                                        mukana_int ("person_id", person_id),
                                        mukana_text ("how", how),
                                        mukana_day ("asked_on", mukana_db_today (db)),
                                        mukana_text ("asked_by", mukana_db_peek_actor (db)));
  if (deed->question_id <= 0 ||
      !mukana_journal_add (db, action, MUKANA_KIND_PERSON, person_id, NULL, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_CONSENT, person_id, MUKANA_EFFECT_CHANGED);
  deed->n_done++;
  return TRUE;
}

static gpointer
ask_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  const MukanaRenewalDeed *asked = arg;
  gint64 id = asked->people->len > 0 ? g_array_index (asked->people, gint64, 0) : -1;
  g_autoptr (MukanaRenewalDeed) done = mukana_renewal_deed_new (id);
  g_autoptr (GPtrArray) renewals = find_renewals (db, id, asked->is_again, error);

  return renewals != NULL && add_question (db, id, "phone", "renewing.ask", done, error)
         ? g_steal_pointer (&done) : NULL;
}

/* "letter.pdf" and beside it "letter.txt"; in a folder each by a number, which says nothing. */
static char *
make_stem (const MukanaRenewalDeed *deed,
           guint                    number)
{
  g_autofree char *name = NULL;

  if (deed->folder == NULL)
    return g_str_has_suffix (deed->path, ".pdf")
           ? g_strndup (deed->path, strlen (deed->path) - strlen (".pdf")) : g_strdup (deed->path);

  /* Translators: what the name of a file begins with; in small letters, without spaces */
  name = g_strdup_printf ("%s-%u", _("consent-renewal"), number);
  return g_build_filename (deed->folder, name, NULL);
}

static gboolean
save (MukanaDb        *db,
      MukanaDocument  *letter,
      const char      *stem,
      GError         **error)
{
  g_autofree char *pdf = g_strconcat (stem, ".pdf", NULL);
  g_autofree char *txt = g_strconcat (stem, ".txt", NULL);
  g_autofree char *text = mukana_document_to_text (letter);

  if (!mukana_document_save_pdf (letter, pdf, error))
    return FALSE;
  mukana_db_hold_file (db, pdf);
  if (!mukana_new_file_write (txt, text, strlen (text), error))
    return FALSE;
  mukana_db_hold_file (db, txt);
  return TRUE;
}

/* The files come last: when they cannot be written, nobody was asked. */
static gboolean
print_letter (MukanaDb                 *db,
              const MukanaRenewalDeed  *asked,
              gint64                    person_id,
              MukanaRenewalDeed        *done,
              GError                  **error)
{
  g_autoptr (GPtrArray) renewals = find_renewals (db, person_id, asked->is_again, error);
  g_autoptr (MukanaDocument) letter = NULL;
  g_autofree char *stem = NULL;

  if (renewals == NULL)
    return FALSE;
  if (!mukana_renewal_may_be_written_to (g_ptr_array_index (renewals, 0)))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                           N_("This person is under non-disclosure, and it was not agreed to write "
                              "to them. Ask them in the way that was agreed."));
      return FALSE;
    }

  stem = make_stem (asked, done->n_done + 1);
  return (letter = mukana_renewal_letter_make (db, renewals, error)) != NULL &&
         add_question (db, person_id, "letter", "renewing.print", done, error) &&
         save (db, letter, stem, error);
}

/* All who were not asked yet; who may not be written to is counted and left out. */
static gboolean
find_all (MukanaDb           *db,
          MukanaRenewalDeed  *done,
          GArray             *people,
          GError            **error)
{
  g_autoptr (GPtrArray) all = mukana_renewals_list (db, 0, MOST, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      MukanaRenewal *renewal = g_ptr_array_index (all, i);

      if (renewal->asked_on != MUKANA_DAY_NONE || !g_hash_table_add (seen, &renewal->person_id))
        continue;
      if (mukana_renewal_may_be_written_to (renewal))
        g_array_append_val (people, renewal->person_id);
      else
        done->n_left_out++;
    }

  if (all != NULL && people->len == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                         N_("There is nobody to write to who was not asked already."));
  return all != NULL && people->len > 0;
}

static gpointer
print_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaRenewalDeed *asked = arg;
  g_autoptr (MukanaRenewalDeed) done = mukana_renewal_deed_new (0);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (people, asked->people->data, asked->people->len);
  if (people->len == 0 && !find_all (db, done, people, error))
    return NULL;

  for (guint i = 0; i < people->len; i++)
    if (!print_letter (db, asked, g_array_index (people, gint64, i), done, error))
      return NULL;

  return g_steal_pointer (&done);
}

static gpointer
unask_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaRenewalDeed *deed = arg;
  gint64 id = deed->people->len > 0 ? g_array_index (deed->people, gint64, 0) : -1;
  gint64 n = mukana_db_run (db, "renewals.drop", error, mukana_int ("id", deed->question_id),
                            mukana_int ("person_id", id));

  if (n == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("It has changed since, and cannot be taken back."));
  else if (n > 0 && mukana_journal_add (db, "renewing.unask", MUKANA_KIND_PERSON, id, NULL, error))
    mukana_db_touch (db, MUKANA_KIND_CONSENT, id, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_renewal_ask_job = {
  "renewing.ask", MUKANA_LANE_WRITE, ask_run, (GDestroyNotify) mukana_renewal_deed_free,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_renewal_print_job = {
  "renewing.print", MUKANA_LANE_WRITE, print_run, (GDestroyNotify) mukana_renewal_deed_free,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_renewal_unask_job = {
  "renewing.unask", MUKANA_LANE_WRITE, unask_run, NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
