/* mukana-consenting.c: give and withdraw, and everything that rests on a consent.
 *
 * Withdrawing is as easy as giving (GDPR Article 7(3)): one deed, no question,
 * in force when the transaction commits.  Agreed assignments stay: they rest on
 * an agreement, not on this consent.
 */

#include "services/mukana-consenting.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-person-parts.h"
#include "services/mukana-drafting.h"
#include "store/mukana-erasures.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

MukanaWithdrawal *
mukana_withdrawal_new (gint64      person_id,
                       const char *purpose,
                       const char *theme_id,
                       const char *how)
{
  MukanaWithdrawal *self = g_new0 (MukanaWithdrawal, 1);

  self->person_id = person_id;
  self->purpose = g_strdup (purpose);
  self->theme_id = g_strdup (theme_id);
  self->how = g_strdup (how);
  return self;
}

void
mukana_withdrawal_free (MukanaWithdrawal *self)
{
  g_free (self->purpose);
  g_free (self->theme_id);
  g_free (self->how);
  g_free (self);
}

static MukanaConsent *
complete_consent (MukanaDb       *db,
                  MukanaConsent  *consent,
                  GError        **error)
{
  g_autoptr (MukanaConsent) whole = mukana_record_with_text (consent, "recorded-by",
                                                             mukana_db_peek_actor (db));
  g_autoptr (GPtrArray) issues = NULL;
  gint64 newest = mukana_db_count (db, "consents.newest-text", error,
                                   mukana_text ("purpose", whole->purpose));
  gint64 is_there;

  if (newest < 0)
    return NULL;

  mukana_record_init_int (whole, "recorded-at", mukana_db_now_us (db));
  if (whole->text_version == 0)
    mukana_record_init_int (whole, "text-version", newest);
  if (whole->language == NULL)
    mukana_record_init_text (whole, "language", "fi");

  is_there = mukana_db_count (db, "consents.text-is-there", error,
                              mukana_text ("purpose", whole->purpose),
                              mukana_int ("version", whole->text_version),
                              mukana_text ("language", whole->language));
  if (is_there < 0)
    return NULL;

  /* What nobody can read any more, or ever could, proves nothing (GDPR 7(1)). */
  issues = mukana_consent_check (whole, mukana_db_today (db));
  if (is_there == 0 && newest > 0)
    mukana_issues_add (issues, "text-version",
                       N_("There is no such version of the text in this language."));
  return mukana_issues_pass (issues, error) ? g_steal_pointer (&whole) : NULL;
}

/**
 * mukana_consenting_give:
 * @consent: whose person-id is set; who recorded it and when is filled in
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_INVALID, %MUKANA_ERROR_NOT_FOUND no such person
 * Returns: the id, or -1
 */
gint64
mukana_consenting_give (MukanaDb       *db,
                        MukanaConsent  *consent,
                        GError        **error)
{
  g_autoptr (MukanaPerson) person = mukana_people_get (db, consent->person_id, error);
  g_autoptr (MukanaConsent) whole = NULL;
  gint64 id;

  if (person == NULL || (whole = complete_consent (db, consent, error)) == NULL ||
      (id = mukana_record_insert (db, "consents.add", MUKANA_RECORD (whole), error)) < 0 ||
      (whole->theme_id != NULL && !mukana_people_index (db, whole->person_id, error)) ||
      !mukana_journal_add (db, "consenting.give", MUKANA_KIND_CONSENT, whole->person_id,
                           whole->purpose, error))
    return -1;

  /* Whoever says so themself may be in lists again; a list alone says nothing. */
  if (!g_str_equal (whole->how, "list") &&
      ((g_str_equal (whole->purpose, "register") &&
        !mukana_erasures_unsuppress (db, whole->person_id, error)) ||
       (whole->theme_id != NULL &&
        !mukana_erasures_unsuppress_theme (db, whole->person_id, whole->theme_id, error))))
    return -1;

  mukana_db_touch (db, MUKANA_KIND_CONSENT, whole->person_id, MUKANA_EFFECT_ADDED);
  return id;
}

/**
 * mukana_consenting_check_themes:
 * @themes: of #MukanaExperience, those that the person is to have; not stored yet
 *
 * Passes when each of them is there already or has its explicit consent in force.
 * Source: GDPR Article 9(2)(a).
 *
 * Thread: worker.
 * Errors: %MUKANA_ERROR_NOT_ALLOWED
 */
gboolean
mukana_consenting_check_themes (MukanaDb   *db,
                                gint64      person_id,
                                GPtrArray  *themes,
                                GError    **error)
{
  for (guint i = 0; i < themes->len; i++)
    {
      MukanaExperience *theme = g_ptr_array_index (themes, i);
      gint64 stands = mukana_db_count (db, "consents.theme-stands", error,
                                       mukana_int ("person_id", person_id),
                                       mukana_text ("theme_id", theme->theme_id),
                                       mukana_day ("today", mukana_db_today (db)));

      if (stands == 0)
        g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                             N_("A theme is stored only together with the person’s consent for "
                                "it."));
      if (stands <= 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * mukana_consenting_check_support:
 * @person_id: who has been written as @after, in the same transaction
 * @before: (nullable): what they were; NULL: nothing
 *
 * Passes when nothing new is told of what they need, or their explicit consent to it is in
 * force.  Source: GDPR Article 9(2)(a).
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_NOT_ALLOWED
 */
gboolean
mukana_consenting_check_support (MukanaDb      *db,
                                 gint64         person_id,
                                 MukanaPerson  *before,
                                 MukanaPerson  *after,
                                 GError       **error)
{
  gint64 n_given;

  if (!mukana_person_tells_support (after, before))
    return TRUE;

  n_given = mukana_db_count (db, "consents.allows", error, mukana_int ("person_id", person_id),
                             mukana_text ("purpose", "support"), mukana_text ("theme_id", NULL),
                             mukana_day ("today", mukana_db_today (db)));
  if (n_given == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("Support needs are stored only together with the person’s consent to "
                            "it."));
  return n_given > 0;
}

/**
 * mukana_consenting_forget_support:
 *
 * What the person needs to take part goes: from their record, from its history and from what is
 * still to be arranged.  What was arranged already stays with its assignment for its days.
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_consenting_forget_support (MukanaDb  *db,
                                  gint64     person_id,
                                  GError   **error)
{
  static const char * const statements[] = {
    "people.clear-support", "support.drop-needs-of", "changes.forget-support",
    "merges.forget-support",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (mukana_db_run (db, statements[i], error, mukana_int ("person_id", person_id)) < 0)
      return FALSE;

  mukana_db_touch (db, MUKANA_KIND_PERSON, person_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, 0, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/**
 * mukana_consenting_forget_ended_support:
 *
 * Of everybody whose consent to it is over, told or not: a consent that ran out is told by nobody,
 * and a backup has needs of people who have withdrawn since.
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_consenting_forget_ended_support (MukanaDb  *db,
                                        GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "consents.support-ended", error,
                                                    mukana_day ("today", mukana_db_today (db)));
  g_autoptr (GArray) ids = query != NULL ? mukana_ids_read (query, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!mukana_consenting_forget_support (db, id, error) ||
          !mukana_journal_add (db, "consenting.forget-support", MUKANA_KIND_CONSENT, id, "support",
                               error))
        return FALSE;
    }

  return ids != NULL;
}

/** mukana_consenting_close_proposals: takes back what waits for the person's reply */
gboolean
mukana_consenting_close_proposals (MukanaDb  *db,
                                   gint64     person_id,
                                   GError   **error)
{
  g_autoptr (MukanaQuery) open = mukana_db_select (db, "proposals.open-of-person", error,
                                                   mukana_int ("person_id", person_id));
  int result;

  if (open == NULL)
    return FALSE;

  while ((result = mukana_query_step (open, error)) > 0)
    {
      mukana_db_touch (db, MUKANA_KIND_PROPOSAL, mukana_query_get_int (open, "id"),
                       MUKANA_EFFECT_CHANGED);
      mukana_db_touch (db, MUKANA_KIND_REQUEST, mukana_query_get_int (open, "request_id"),
                       MUKANA_EFFECT_CHANGED);
    }

  return result == 0 &&
         mukana_db_run (db, "proposals.close-open", error, mukana_text ("state", "withdrawn"),
                        mukana_day ("day", mukana_db_today (db)),
                        mukana_int ("person_id", person_id)) >= 0;
}

/**
 * mukana_consenting_close_unmatchable:
 *
 * Takes back what is proposed to the person, unless they may still be matched: for
 * every deed after which they may not.
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_consenting_close_unmatchable (MukanaDb  *db,
                                     gint64     person_id,
                                     GError   **error)
{
  gint64 is_matchable = mukana_db_count (db, "consents.is-matchable", error,
                                         mukana_int ("person_id", person_id));

  return is_matchable > 0 ||
         (is_matchable == 0 && mukana_consenting_close_proposals (db, person_id, error));
}

/* A theme that may not be known any more is not found by its words either.  Whoever is
 * out of sight has none. */
static gboolean
hide_themes (MukanaDb  *db,
             gint64     person_id,
             GError   **error)
{
  gint64 is_there = mukana_db_count (db, "people.is-there", error, mukana_int ("id", person_id));

  return is_there == 0 || (is_there > 0 && mukana_people_index (db, person_id, error));
}

/* What the history tells of themes goes with the consent to a theme, and to all. */
static gboolean
forget_themes (MukanaDb                *db,
               const MukanaWithdrawal  *withdrawal,
               GError                 **error)
{
  if (!g_str_equal (withdrawal->purpose, "theme") && !g_str_equal (withdrawal->purpose, "register"))
    return TRUE;

  return mukana_db_run (db, "changes.forget-themes", error,
                        mukana_int ("person_id", withdrawal->person_id)) >= 0;
}

/* Needs go at once: unlike a theme, nobody asks for them again. */
static gboolean
forget_support (MukanaDb                *db,
                const MukanaWithdrawal  *withdrawal,
                GError                 **error)
{
  return (!g_str_equal (withdrawal->purpose, "support") &&
          !g_str_equal (withdrawal->purpose, "register")) ||
         mukana_consenting_forget_support (db, withdrawal->person_id, error);
}

/**
 * mukana_consenting_withdraw:
 *
 * Ends the person's consents for the purpose, closes their open proposals when
 * matching or the register is no longer allowed, drops what anybody had typed about
 * them and not stored, and notes the deed.  Doing it
 * twice is harmless.
 *
 * Thread: worker, in a write.
 * Returns: how many consents ended, or -1
 */
int
mukana_consenting_withdraw (MukanaDb                *db,
                            const MukanaWithdrawal  *withdrawal,
                            GError                 **error)
{
  gint64 n_ended;

  if (mukana_code_index (mukana_purposes, withdrawal->purpose) < 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                   "There is no such purpose of consent");
      return -1;
    }

  n_ended = mukana_db_run (db, "consents.end", error,
                           mukana_int ("person_id", withdrawal->person_id),
                           mukana_text ("purpose", withdrawal->purpose),
                           mukana_text ("theme_id", withdrawal->theme_id),
                           mukana_int ("at", mukana_db_now_us (db)),
                           mukana_day ("day", mukana_db_today (db)),
                           mukana_text ("how", withdrawal->how));
  if (n_ended < 0 || !hide_themes (db, withdrawal->person_id, error) ||
      !forget_themes (db, withdrawal, error) || !forget_support (db, withdrawal, error) ||
      !mukana_drafts_drop_of_person (db, withdrawal->person_id, error) ||
      !mukana_consenting_close_unmatchable (db, withdrawal->person_id, error) ||
      !mukana_journal_add (db, "consenting.withdraw", MUKANA_KIND_CONSENT, withdrawal->person_id,
                           withdrawal->purpose, error))
    return -1;

  mukana_db_touch (db, MUKANA_KIND_CONSENT, withdrawal->person_id, MUKANA_EFFECT_ENDED);
  return (int) n_ended;
}

/** mukana_consenting_history: Returns: yours, of MukanaConsent, oldest first */
GPtrArray *
mukana_consenting_history (MukanaDb  *db,
                           gint64     person_id,
                           GError   **error)
{
  return mukana_people_parts (db, "consents.history", person_id, MUKANA_TYPE_CONSENT, error);
}

static gpointer
give_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  mukana_consenting_give (db, arg, error);
  return NULL;
}

static gpointer
withdraw_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  int n_ended = mukana_consenting_withdraw (db, arg, error);

  return GINT_TO_POINTER (MAX (n_ended, 0));
}

static gpointer
tell_how_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  const MukanaWithdrawal *withdrawal = arg;
  gint64 n_told;

  if (mukana_code_index (mukana_consent_ways, withdrawal->how) < 0)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, N_("There is no such way."));
      return NULL;
    }

  n_told = mukana_db_run (db, "consents.tell-how", error,
                          mukana_int ("person_id", withdrawal->person_id),
                          mukana_text ("purpose", withdrawal->purpose),
                          mukana_text ("theme_id", withdrawal->theme_id),
                          mukana_day ("day", mukana_db_today (db)),
                          mukana_text ("how", withdrawal->how));
  if (n_told > 0 &&
      mukana_journal_add (db, "consenting.tell-how", MUKANA_KIND_CONSENT, withdrawal->person_id,
                          withdrawal->purpose, error))
    mukana_db_touch (db, MUKANA_KIND_CONSENT, withdrawal->person_id, MUKANA_EFFECT_CHANGED);
  return NULL;
}

static gpointer
history_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  return mukana_consenting_history (db, *(gint64 *) arg, error);
}

/* Whoever reads one person has looked at them. */
static gboolean
look_at_person (gconstpointer  arg,
                MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.person", MUKANA_KIND_PERSON, *(const gint64 *) arg, NULL };
  return TRUE;
}

const MukanaJob mukana_consenting_give_job = {
  "consenting.give", MUKANA_LANE_WRITE, give_run, NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_consenting_tell_how_job = {
  "consenting.tell-how", MUKANA_LANE_WRITE, tell_how_run, NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_consenting_withdraw_job = {
  "consenting.withdraw", MUKANA_LANE_WRITE, withdraw_run, NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_consenting_history_job = {
  "consenting.history", MUKANA_LANE_READ, history_run, (GDestroyNotify) g_ptr_array_unref,
  .looks_at = look_at_person, .needs = MUKANA_DEED_SEE_PEOPLE
};
