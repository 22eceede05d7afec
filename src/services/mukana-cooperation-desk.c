/* mukana-cooperation-desk.c: what waits in cooperation, who has not been met, and the year's
 * numbers.
 */

#include "base/mukana-text.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-log-lines.h"
#include "services/mukana-statement-lines.h"
#include "store/mukana-record-io.h"

#define NEWEST_ROWS 10    /* of the log */
#define MAX_ROWS 200
/* What ended a while ago unseen waits as well. */
#define SINCE_DAYS 90
#define FAR_DAYS 3660
/* A theme day stays on the page until its feedback has come. */
#define PAST_DAYS 60

static void
free_quiet (gpointer data)
{
  MukanaQuiet *quiet = data;

  g_free (quiet->name);
  g_free (quiet);
}

void
mukana_cooperation_desk_free (MukanaCooperationDesk *self)
{
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->ending, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->quiet, g_ptr_array_unref);
  g_clear_pointer (&self->log, g_ptr_array_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->theme_days, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
read_quiet (MukanaDb  *db,
            GError   **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_quiet);
  MukanaDay since = mukana_day_add_months (mukana_db_today (db), -MUKANA_QUIET_MONTHS);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "organisations.quiet", error,
                                                    mukana_day ("quiet_since", since),
                                                    mukana_int ("made_before",
                                                                mukana_day_minute_us (since, 0)),
                                                    mukana_int ("max_rows", MAX_ROWS));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaQuiet *quiet = g_new0 (MukanaQuiet, 1);

      quiet->id = mukana_query_get_int (query, "id");
      quiet->name = g_strdup (mukana_query_peek_text (query, "name"));
      quiet->last_on = mukana_query_get_day (query, "last_contact_on");
      g_ptr_array_add (rows, quiet);
    }

  return result < 0 ? NULL : g_steal_pointer (&rows);
}

static gboolean
read_numbers (MukanaDb               *db,
              MukanaCooperationDesk  *desk,
              GError                **error)
{
  MukanaDay from = mukana_day_new (desk->year, 1, 1);
  MukanaDay until = mukana_day_new (desk->year, 12, 31);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "organisations.year", error,
                                                    mukana_day ("from", from),
                                                    mukana_day ("until", until));
  g_autoptr (GPtrArray) lines = NULL;
  MukanaStatementCount statements;

  if (query == NULL || mukana_query_step (query, error) <= 0 ||
      !(lines = mukana_statement_lines_load (db, from, until, error)))
    return FALSE;

  statements = mukana_statement_lines_count (lines, NULL);
  desk->numbers.n_asked = statements.n_asked;
  desk->numbers.n_given = statements.n_given;
  desk->numbers.n_hearings = statements.n_hearings;
  desk->numbers.n_deeds = mukana_query_get_int (query, "n_deeds");
  desk->numbers.n_referrals = mukana_query_get_int (query, "n_referrals");
  desk->numbers.n_encounters = mukana_query_get_int (query, "n_encounters");
  desk->numbers.n_theme_days = mukana_query_get_int (query, "n_theme_days");
  return TRUE;
}

static gboolean
read_waiting (MukanaDb               *db,
              MukanaCooperationDesk  *desk,
              GError                **error)
{
  MukanaDay today = mukana_db_today (db);

  return (desk->tasks = mukana_record_list (db, "tasks.soon", MUKANA_TYPE_LOG_ENTRY, error,
                                            mukana_day ("soon", today + FAR_DAYS),
                                            mukana_int ("max_rows", MAX_ROWS))) != NULL &&
         (desk->ending = mukana_record_list (db, "agreements.ending", MUKANA_TYPE_AGREEMENT, error,
                                             mukana_day ("since", today - SINCE_DAYS),
                                             mukana_day ("soon",
                                                         today + MUKANA_AGREEMENT_SOON_DAYS),
                                             mukana_int ("max_rows", MAX_ROWS))) != NULL &&
         (desk->statements = mukana_record_list (db, "statements.waiting",
                                                 MUKANA_TYPE_STATEMENT_REQUEST, error,
                                                 mukana_int ("max_rows", MAX_ROWS))) != NULL &&
         (desk->log = mukana_log_lines_newest (db, NEWEST_ROWS, error)) != NULL &&
         (desk->quiet = read_quiet (db, error)) != NULL;
}

static gboolean
read_places (MukanaDb               *db,
             MukanaCooperationDesk  *desk,
             GError                **error)
{
  MukanaDay from = mukana_day_new (desk->year, 1, 1);
  MukanaDay until = mukana_day_new (desk->year, 12, 31);

  return (desk->points = mukana_record_list (db, "olka.points", MUKANA_TYPE_OLKA_POINT,
                                             error)) != NULL &&
         (desk->days = mukana_record_list (db, "olka.days", MUKANA_TYPE_OLKA_DAY, error,
                                           mukana_day ("from", from),
                                           mukana_day ("until", until))) != NULL &&
         (desk->theme_days = mukana_record_list (db, "olka.theme-days", MUKANA_TYPE_THEME_DAY,
                                                 error,
                                                 mukana_day ("from", mukana_db_today (db) -
                                                                     PAST_DAYS))) != NULL &&
         (desk->groups = mukana_record_list (db, "groups.list", MUKANA_TYPE_COOPERATION_GROUP,
                                             error, mukana_day ("from", from),
                                             mukana_day ("until", until))) != NULL;
}

static gpointer
desk_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaCooperationDesk) desk = g_new0 (MukanaCooperationDesk, 1);
  int month, day;

  mukana_day_split (mukana_db_today (db), &desk->year, &month, &day);
  if (!read_numbers (db, desk, error) || !read_waiting (db, desk, error) ||
      !read_places (db, desk, error))
    return NULL;

  return g_steal_pointer (&desk);
}

const MukanaJob mukana_cooperation_desk_job = {
  "cooperating.desk", MUKANA_LANE_READ, desk_run, (GDestroyNotify) mukana_cooperation_desk_free,
  .needs = MUKANA_DEED_WORK_HERE
};

static void
free_participant (gpointer data)
{
  MukanaParticipant *participant = data;

  g_free (participant->name);
  g_free (participant->organisation_name);
  g_free (participant->sort_key);
  g_free (participant);
}

static int
compare_participants (gconstpointer a,
                      gconstpointer b)
{
  return g_strcmp0 ((*(const MukanaParticipant **) a)->sort_key,
                    (*(const MukanaParticipant **) b)->sort_key);
}

static gpointer
participants_run (MukanaDb      *db,
                  gpointer       arg,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_participant);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "log.choices", error,
                                                    mukana_day ("today", mukana_db_today (db)));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaParticipant *participant = g_new0 (MukanaParticipant, 1);

      participant->organisation_id = mukana_query_get_int (query, "id");
      participant->contact_id = mukana_query_get_int (query, "contact_id");
      participant->name = g_strdup (mukana_query_peek_text (query, "name"));
      participant->organisation_name = g_strdup (mukana_query_peek_text (query,
                                                                         "organisation_name"));
      participant->sort_key = mukana_text_sort_key (participant->name);
      g_ptr_array_add (found, participant);
    }
  if (result < 0)
    return NULL;

  g_ptr_array_sort (found, compare_participants);
  return g_steal_pointer (&found);
}

const MukanaJob mukana_participants_job = {
  "cooperating.participants", MUKANA_LANE_READ, participants_run,
  (GDestroyNotify) g_ptr_array_unref, .needs = MUKANA_DEED_WORK_HERE
};
