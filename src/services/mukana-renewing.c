/* mukana-renewing.c: which consents are to be asked for again.
 *
 * Those that end within two months, and those that ended of themselves within half a year
 * and were not given anew; a consent that was withdrawn is not asked for.  Without the one to the
 * register nothing allows the data: whoever is not asked and says yes is erased.  That somebody
 * was asked is shown with what they were asked for, until they answer or it ends.
 */

#include "services/mukana-renewing.h"

#include "domain/mukana-codes.h"
#include "domain/mukana-retention.h"

void
mukana_renewal_free (MukanaRenewal *self)
{
  g_free (self->name);
  g_free (self);
}

static gboolean
may_be_written_to (gboolean    has_non_disclosure,
                   const char *channel)
{
  return !has_non_disclosure || g_strcmp0 (channel, "letter") == 0 ||
         g_strcmp0 (channel, "email") == 0;
}

/**
 * mukana_renewal_may_be_written_to:
 *
 * Whoever is under non-disclosure is reached in the way that was agreed with them, and in no
 * other: a letter that lies about tells where they are.
 * Source: laki väestötietojärjestelmästä 661/2009, 36 §.
 */
gboolean
mukana_renewal_may_be_written_to (const MukanaRenewal *self)
{
  return may_be_written_to (self->has_non_disclosure, self->channel);
}

/* A question asks for what stood in the list on its day; what was given after it did not. */
static gboolean
is_asked_by (MukanaDay asked_on,
             MukanaDay given_on,
             MukanaDay expires_on)
{
  return asked_on >= given_on && asked_on >= expires_on - MUKANA_RENEWAL_DAYS_AHEAD;
}

/* Returns: yours, the newest question of each person: gint64 -> MukanaRenewal, of which only what
 * tells of the question is set */
static GHashTable *
read_questions (MukanaDb  *db,
                gint64     person_id,
                GError   **error)
{
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                        (GDestroyNotify) mukana_renewal_free);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "renewals.questions", error,
                                                    mukana_int ("person_id", person_id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaRenewal *question = g_new0 (MukanaRenewal, 1);

      question->person_id = mukana_query_get_int (query, "person_id");
      question->asked_on = mukana_query_get_day (query, "asked_on");
      question->asked_how = g_intern_string (mukana_query_peek_text (query, "how"));
      g_hash_table_replace (asked, &question->person_id, question);
    }

  return result == 0 ? g_steal_pointer (&asked) : NULL;
}

static void
note_question (MukanaRenewal *renewal,
               GHashTable    *asked)
{
  const MukanaRenewal *question = g_hash_table_lookup (asked, &renewal->person_id);

  renewal->asked_on = MUKANA_DAY_NONE;
  if (question == NULL ||
      !is_asked_by (question->asked_on, renewal->given_on, renewal->expires_on))
    return;

  renewal->asked_on = question->asked_on;
  renewal->asked_how = question->asked_how;
}

static MukanaRenewal *
read_renewal (MukanaQuery *query)
{
  MukanaRenewal *renewal = g_new0 (MukanaRenewal, 1);
  const char *language = mukana_query_peek_text (query, "contact_language");

  renewal->person_id = mukana_query_get_int (query, "person_id");
  renewal->name = g_strdup (mukana_query_peek_text (query, "display_name"));
  renewal->language = mukana_code_index (mukana_contact_languages, language) >= 0
                      ? g_intern_string (language) : mukana_contact_languages[0];
  renewal->channel = g_intern_string (mukana_query_peek_text (query, "channel"));
  renewal->has_non_disclosure = mukana_query_get_int (query, "non_disclosure") != 0;
  renewal->purpose = g_intern_string (mukana_query_peek_text (query, "purpose"));
  renewal->theme_id = g_intern_string (mukana_query_peek_text (query, "theme_id"));
  renewal->given_on = mukana_query_get_day (query, "given_on");
  renewal->expires_on = mukana_query_get_day (query, "expires_on");
  return renewal;
}

/**
 * mukana_renewals_list:
 * @person_id: 0 for everybody
 *
 * Of whom the consent to the register has ended nothing is in the list of everybody: see
 * mukana_ended_list().  Asked for by themselves they have that one, unless it was withdrawn.
 *
 * Thread: worker.
 * Returns: yours, of #MukanaRenewal, the most urgent first
 */
GPtrArray *
mukana_renewals_list (MukanaDb  *db,
                      gint64     person_id,
                      int        max_rows,
                      GError   **error)
{
  MukanaDay today = mukana_db_today (db);
  g_autoptr (GHashTable) asked = read_questions (db, person_id, error);
  g_autoptr (MukanaQuery) query =
    asked == NULL ? NULL :
    mukana_db_select (db, "consents.renewals", error,
                      mukana_int ("person_id", person_id),
                      mukana_day ("since", today - MUKANA_RENEWAL_DAYS_BACK),
                      mukana_day ("soon", today + MUKANA_RENEWAL_DAYS_AHEAD),
                      mukana_int ("max_rows", max_rows));
  g_autoptr (GPtrArray) renewals =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_renewal_free);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaRenewal *renewal = read_renewal (query);

      note_question (renewal, asked);
      g_ptr_array_add (renewals, renewal);
    }

  return result == 0 ? g_steal_pointer (&renewals) : NULL;
}

static gpointer
renewals_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  return mukana_renewals_list (db, 0, *(int *) arg, error);
}

const MukanaJob mukana_renewals_job = {
  "renewing.list", MUKANA_LANE_READ, renewals_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};

void
mukana_ended_free (MukanaEnded *self)
{
  g_free (self->name);
  g_free (self);
}

static MukanaEnded *
read_ended (MukanaQuery *query)
{
  MukanaEnded *ended = g_new0 (MukanaEnded, 1);
  gint64 days = mukana_query_get_int (query, "days");

  ended->person_id = mukana_query_get_int (query, "person_id");
  ended->name = g_strdup (mukana_query_peek_text (query, "display_name"));
  ended->ended_on = mukana_query_get_day (query, "ended_on");
  ended->erase_on = days < 0 ? MUKANA_DAY_NONE
                             : mukana_retention_due_on ("ended", ended->ended_on, days);
  ended->is_withdrawn = mukana_query_get_int (query, "is_withdrawn") != 0;
  ended->asked_on = mukana_query_get_day (query, "asked_on");
  ended->may_write = may_be_written_to (mukana_query_get_int (query, "non_disclosure") != 0,
                                        mukana_query_peek_text (query, "channel"));
  if (ended->asked_on < ended->ended_on - MUKANA_RENEWAL_DAYS_AHEAD)
    ended->asked_on = MUKANA_DAY_NONE;
  return ended;
}

/** mukana_ended_list: Returns: yours, of #MukanaEnded, the longest ended first */
GPtrArray *
mukana_ended_list (MukanaDb  *db,
                   int        max_rows,
                   GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "consents.ended", error,
                                                    mukana_int ("max_rows", max_rows));
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_ended_free);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    g_ptr_array_add (all, read_ended (query));

  return result == 0 ? g_steal_pointer (&all) : NULL;
}

static gpointer
ended_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return mukana_ended_list (db, *(int *) arg, error);
}

const MukanaJob mukana_ended_job = {
  "renewing.ended", MUKANA_LANE_READ, ended_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
