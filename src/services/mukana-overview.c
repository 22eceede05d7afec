/* mukana-overview.c: what waits, most urgent first, and the year so far. */

#include "services/mukana-overview.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "domain/mukana-breach.h"
#include "services/mukana-hearing.h"
#include "services/mukana-renewing.h"
#include "services/mukana-retaining.h"
#include "services/mukana-staying.h"

#define DEFAULT_ITEMS 5
#define CONSENT_DAYS 30
#define TASK_DAYS 7
#define SUPPORT_DAYS 7
/* What ended a while ago unseen waits as well. */
#define SINCE_DAYS 90
#define QUIET_DAYS 183

/* What each kind is called: to machines, and to people. */
static const struct
{
  const char *name;
  const char *title;
} kinds[MUKANA_N_WAITING] = {
  [MUKANA_WAITING_BREACH] = { "breach", N_("Personal data breaches") },
  [MUKANA_WAITING_RIGHTS] = { "rights", N_("Data protection requests") },
  [MUKANA_WAITING_FEEDBACK] = { "feedback", N_("Feedback not handled") },
  [MUKANA_WAITING_REPLY] = { "reply", N_("Awaiting a reply") },
  [MUKANA_WAITING_OUTCOME] = { "outcome", N_("What followed") },
  [MUKANA_WAITING_FEE] = { "fee", N_("Fees") },
  [MUKANA_WAITING_BATCH] = { "batch", N_("Batches of fees") },
  [MUKANA_WAITING_REQUEST] = { "request", N_("Requests without people") },
  [MUKANA_WAITING_CONSENT] = { "consent", N_("Consent ends within 30 days") },
  [MUKANA_WAITING_ENDED] = { "ended", N_("Consent to the register has ended") },
  [MUKANA_WAITING_UNCONSENTED] = { "unconsented", N_("No consent to the register") },
  [MUKANA_WAITING_ERASURE] = { "erasure", N_("Erasures to be approved") },
  [MUKANA_WAITING_DUE] = { "due", N_("Kept too long") },
  [MUKANA_WAITING_STAY] = { "stay", N_("To be asked whether they stay") },
  [MUKANA_WAITING_WARNING] = { "warning", N_("Agreed, and changed since") },
  [MUKANA_WAITING_HOURS] = { "hours", N_("Hours to record") },
  [MUKANA_WAITING_SUPPORT] = { "support", N_("Support to be arranged") },
  [MUKANA_WAITING_TASK] = { "step", N_("Next steps of cooperation") },
  [MUKANA_WAITING_STATEMENT] = { "statement", N_("Statements asked") },
  [MUKANA_WAITING_AGREEMENT] = { "agreement", N_("Agreements end within 30 days") },
  [MUKANA_WAITING_REGISTRATION] = { "registration", N_("Registering ends") },
  [MUKANA_WAITING_DIET] = { "diet", N_("Diets to be erased") },
  [MUKANA_WAITING_THEME_DAY] = { "theme-day", N_("Theme days") },
  [MUKANA_WAITING_QUIET] = { "quiet", N_("Organisations long not heard of") },
};

/** mukana_waiting_kind_name: Returns: borrowed, a word that does not change */
const char *
mukana_waiting_kind_name (MukanaWaitingKind kind)
{
  return kinds[kind].name;
}

/** mukana_waiting_kind_title: Returns: borrowed, a source string */
const char *
mukana_waiting_kind_title (MukanaWaitingKind kind)
{
  return kinds[kind].title;
}

/* Where the columns of a statement go; NULL where it has none. */
typedef struct
{
  MukanaWaitingKind kind;
  const char       *list;
  const char       *count;
  const char       *id;
  const char       *person;
  const char       *request;
  const char       *title;
  const char       *detail;
  const char       *since;
  const char       *due;
  int               due_days;      /* after @since, when there is no column for it */
  const char       *number;
  const char       *other_number;
  const char       *code;
  const char       *place;
  const char       *organisation;
  const char       *who;
  int               soon_days;     /* how far ahead; 0: as of consents */
  MukanaDeed        needs;         /* of whoever is shown it; 0: to see people */
  gboolean          is_shared;     /* tells of nobody: whoever has the page sees it */
  gboolean          reads_much;    /* of the register, each time */
} Source;

static const Source sources[] = {
  { .kind = MUKANA_WAITING_BREACH, .list = "breaches.waiting", .count = "breaches.count-waiting",
    .id = "id", .title = "what", .number = "found_at", .needs = MUKANA_DEED_ACCOUNT },
  { .kind = MUKANA_WAITING_RIGHTS, .list = "rights.waiting", .count = "rights.count-waiting",
    .id = "id", .person = "person_id", .title = "display_name", .since = "received_on",
    .due = "due_on", .code = "kind", .needs = MUKANA_DEED_CHANGE_PEOPLE },
  { .kind = MUKANA_WAITING_FEEDBACK, .list = "feedbacks.urgent", .count = "feedbacks.count-urgent",
    .id = "id", .title = "title", .since = "given_on",
    .number = "score", .other_number = "assignment_id", .needs = MUKANA_DEED_RECORD_FEEDBACK },
  { .kind = MUKANA_WAITING_REPLY, .list = "proposals.waiting", .count = "proposals.count-waiting",
    .id = "id", .person = "person_id", .request = "request_id", .title = "display_name",
    .detail = "title", .since = "proposed_on", .due = "answer_by" },
  { .kind = MUKANA_WAITING_OUTCOME, .list = "outcomes.untold", .count = "outcomes.count-untold",
    .id = "id", .request = "id", .title = "title", .since = "held_on",
    .due_days = MUKANA_OUTCOME_TELLING_DAYS, .number = "n_people" },
  { .kind = MUKANA_WAITING_FEE, .list = "fees.waiting", .count = "fees.count-waiting", .id = "id",
    .title = "display_name", .since = "service_day", .number = "amount_cents",
    .other_number = "assignment_id", .code = "kind", .needs = MUKANA_DEED_RECORD_WORK },
  { .kind = MUKANA_WAITING_REQUEST, .list = "requests.lacking", .count = "requests.count-lacking",
    .id = "id", .request = "id", .title = "title", .due = "first_day", .number = "n_found",
    .other_number = "people", .code = "mode", .place = "municipality_code" },
  { .kind = MUKANA_WAITING_CONSENT, .list = "consents.ending", .count = "consents.count-ending",
    .id = "person_id", .person = "person_id", .title = "display_name", .since = "asked_on",
    .due = "expires_on", .code = "purpose", .needs = MUKANA_DEED_CHANGE_PEOPLE },
  /* When data go and whom to ask is for the rules to say, and not for a statement. */
  { .kind = MUKANA_WAITING_ENDED, .list = NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE,
    .reads_much = TRUE },
  { .kind = MUKANA_WAITING_UNCONSENTED, .list = NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE,
    .reads_much = TRUE },
  { .kind = MUKANA_WAITING_ERASURE, .list = NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE },
  { .kind = MUKANA_WAITING_DUE, .list = NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE,
    .reads_much = TRUE },
  { .kind = MUKANA_WAITING_STAY, .list = NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE,
    .reads_much = TRUE },
  { .kind = MUKANA_WAITING_WARNING, .list = "assignments.warned",
    .count = "assignments.count-warned", .id = "id", .person = "person_id",
    .request = "request_id", .title = "display_name", .detail = "title", .due = "day",
    .code = "kind" },
  { .kind = MUKANA_WAITING_HOURS, .list = "assignments.to-record",
    .count = "assignments.count-to-record",
    .id = "id", .person = "person_id", .request = "request_id", .title = "display_name",
    .detail = "title", .since = "day" },
  { .kind = MUKANA_WAITING_SUPPORT, .list = "support.waiting", .count = "support.count-waiting",
    .id = "id", .title = "display_name", .detail = "title", .since = "day", .due = "due_on",
    .other_number = "assignment_id", .code = "kind", .soon_days = SUPPORT_DAYS,
    .needs = MUKANA_DEED_ARRANGE_SUPPORT },
  { .kind = MUKANA_WAITING_TASK, .is_shared = TRUE,
    .list = "tasks.soon", .count = "tasks.count-soon", .id = "id",
    .organisation = "organisation_id", .title = "title", .detail = "organisation_name",
    .since = "day", .due = "next_day", .who = "next_who", .soon_days = TASK_DAYS },
  { .kind = MUKANA_WAITING_STATEMENT, .is_shared = TRUE,
    .list = "statements.waiting",
    .count = "statements.count-waiting", .id = "id", .organisation = "organisation_id",
    .title = "about", .detail = "organisation_name", .since = "asked_on", .due = "due_on" },
  { .kind = MUKANA_WAITING_AGREEMENT, .is_shared = TRUE,
    .list = "agreements.ending",
    .count = "agreements.count-ending", .id = "id", .organisation = "organisation_id",
    .title = "title", .detail = "organisation_name", .due = "until_day", .code = "kind" },
  { .kind = MUKANA_WAITING_BATCH, .list = "batches.open", .count = "batches.count-open",
    .id = "id", .title = "title", .number = "sum_cents", .other_number = "n_lines",
    .code = "state", .needs = MUKANA_DEED_RECORD_WORK },
  /* The last day is counted back from the event. */
  { .kind = MUKANA_WAITING_REGISTRATION, .list = NULL, .is_shared = TRUE },
  { .kind = MUKANA_WAITING_DIET, .list = "retention.diets-of-events",
    .count = "retention.count-diets-of-events", .id = "id", .title = "title", .since = "day",
    .number = "n_diets", .needs = MUKANA_DEED_CHANGE_PEOPLE },
  { .kind = MUKANA_WAITING_THEME_DAY, .list = "olka.theme-days-soon",
    .count = "olka.count-theme-days-soon", .id = "id", .organisation = "organisation_id",
    .title = "title", .detail = "organisation_name", .due = "day", .soon_days = TASK_DAYS,
    .is_shared = TRUE },
  { .kind = MUKANA_WAITING_QUIET, .list = "organisations.gone-quiet",
    .count = "organisations.count-gone-quiet", .id = "id", .organisation = "id", .title = "name",
    .since = "last_contact_on", .is_shared = TRUE },
};

static void
free_item (gpointer data)
{
  MukanaWaitingItem *item = data;

  g_free (item->title);
  g_free (item->detail);
  g_free (item->who);
  g_free (item);
}

void
mukana_overview_free (MukanaOverview *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

static MukanaOverview *
make_overview (MukanaDb *db)
{
  MukanaOverview *self = g_new0 (MukanaOverview, 1);

  self->today = mukana_db_today (db);
  self->items = g_ptr_array_new_with_free_func (free_item);
  return self;
}

/**
 * mukana_overview_join:
 * @quick: what mukana_overview_quick_job told
 * @kept: what mukana_overview_kept_job told
 *
 * Returns: yours, both in one; it borrows the items, so that both must outlive it
 */
MukanaOverview *
mukana_overview_join (const MukanaOverview *quick,
                      const MukanaOverview *kept)
{
  MukanaOverview *self = g_memdup2 (quick, sizeof *quick);

  self->items = g_ptr_array_copy (quick->items, NULL, NULL);
  g_ptr_array_set_free_func (self->items, NULL);
  for (guint i = 0; i < kept->items->len; i++)
    g_ptr_array_add (self->items, g_ptr_array_index (kept->items, i));
  for (guint i = 0; i < MUKANA_N_WAITING; i++)
    self->counts[i] += kept->counts[i];

  return self;
}

static gint64
read_int (MukanaQuery *query,
          const char  *column)
{
  return column ? mukana_query_get_int (query, column) : 0;
}

static const char *
read_text (MukanaQuery *query,
           const char  *column)
{
  return column ? mukana_query_peek_text (query, column) : NULL;
}

static MukanaDay
read_day (MukanaQuery *query,
          const char  *column)
{
  return column ? mukana_query_get_day (query, column) : MUKANA_DAY_NONE;
}

static MukanaWaitingItem *
read_item (const Source             *source,
           MukanaQuery              *query,
           const MukanaHandlingTime *handling)
{
  MukanaWaitingItem *item = g_new0 (MukanaWaitingItem, 1);

  item->kind = source->kind;
  item->record_id = read_int (query, source->id);
  item->person_id = read_int (query, source->person);
  item->request_id = read_int (query, source->request);
  item->organisation_id = read_int (query, source->organisation);
  item->title = g_strdup (read_text (query, source->title));
  item->detail = g_strdup (read_text (query, source->detail));
  item->who = g_strdup (read_text (query, source->who));
  item->since = read_day (query, source->since);
  item->due = read_day (query, source->due);
  if (source->due_days > 0 && item->since != MUKANA_DAY_NONE)
    item->due = item->since + source->due_days;
  if (source->kind == MUKANA_WAITING_CONSENT &&
      item->since < item->due - MUKANA_RENEWAL_DAYS_AHEAD)
    item->since = MUKANA_DAY_NONE;   /* the question came before this one was asked for */
  if (source->kind == MUKANA_WAITING_FEEDBACK)
    item->due = mukana_handling_due (handling, item->since);
  item->number = read_int (query, source->number);
  item->other_number = read_int (query, source->other_number);
  if (source->kind == MUKANA_WAITING_BREACH)   /* its hours are counted from an instant */
    {
      item->since = mukana_day_from_us (item->number);
      item->due = mukana_day_from_us (mukana_breach_due_us (item->number));
    }
  item->code = g_intern_string (read_text (query, source->code));
  item->place = g_intern_string (read_text (query, source->place));
  return item;
}

static MukanaQuery *
select_for (MukanaDb      *db,
            const Source  *source,
            const char    *statement,
            int            max_rows,
            GError       **error)
{
  int soon_days = source->soon_days > 0 ? source->soon_days : CONSENT_DAYS;
  MukanaQuery *query = mukana_db_prepare (db, statement, NULL, error);
  MukanaDay today = mukana_db_today (db);
  gint64 diet_days = query != NULL && mukana_query_wants (query, "diets_until")
                       ? mukana_db_count (db, "retention.diet-days", error) : 0;
  const MukanaArg args[] = {
    mukana_day ("today", today), mukana_day ("soon", today + soon_days),
    mukana_day ("since", today - SINCE_DAYS), mukana_int ("max_rows", max_rows),
    mukana_day ("quiet_since", today - QUIET_DAYS),
    mukana_day ("diets_until", today - (MukanaDay) diet_days),
  };

  if (diet_days < 0)
    g_clear_pointer (&query, mukana_query_free);
  for (guint i = 0; query != NULL && i < G_N_ELEMENTS (args); i++)
    if (mukana_query_wants (query, args[i].name))
      mukana_query_bind (query, &args[i]);

  return query;
}

static gboolean
read_source (MukanaDb                  *db,
             const Source              *source,
             const MukanaHandlingTime  *handling,
             int                        max_rows,
             MukanaOverview            *overview,
             GError                   **error)
{
  g_autoptr (MukanaQuery) count = select_for (db, source, source->count, max_rows, error);
  g_autoptr (MukanaQuery) list = NULL;
  MukanaValue value;
  int result;

  if (count == NULL || mukana_query_step (count, error) <= 0 ||
      !(list = select_for (db, source, source->list, max_rows, error)))
    return FALSE;

  mukana_query_get_value (count, 0, &value);
  overview->counts[source->kind] = value.number;
  while ((result = mukana_query_step (list, error)) > 0)
    g_ptr_array_add (overview->items, read_item (source, list, handling));

  return result == 0;
}

static gboolean
read_stays (MukanaDb        *db,
            int              max_rows,
            MukanaOverview  *overview,
            GError         **error)
{
  g_autoptr (GPtrArray) stays = mukana_staying_list (db, error);
  guint n = stays != NULL ? mukana_staying_count (stays) : 0;

  for (guint i = 0; i < MIN (n, (guint) max_rows); i++)
    {
      const MukanaStay *stay = g_ptr_array_index (stays, i);
      MukanaWaitingItem *item = g_new0 (MukanaWaitingItem, 1);

      item->kind = MUKANA_WAITING_STAY;
      item->record_id = item->person_id = stay->person_id;
      item->title = g_strdup (stay->name);
      item->number = stay->active_on;
      item->since = stay->ask_from;
      item->due = MUKANA_DAY_NONE;
      g_ptr_array_add (overview->items, item);
    }

  overview->counts[MUKANA_WAITING_STAY] = n;
  return stays != NULL;
}

static gboolean
read_ended (MukanaDb        *db,
            int              max_rows,
            MukanaOverview  *overview,
            GError         **error)
{
  g_autoptr (GPtrArray) all = mukana_ended_list (db, max_rows, error);
  gint64 n = all != NULL ? mukana_db_count (db, "consents.count-ended", error) : -1;

  for (guint i = 0; n >= 0 && i < all->len; i++)
    {
      const MukanaEnded *ended = g_ptr_array_index (all, i);
      MukanaWaitingItem *item = g_new0 (MukanaWaitingItem, 1);

      item->kind = MUKANA_WAITING_ENDED;
      item->record_id = item->person_id = ended->person_id;
      item->title = g_strdup (ended->name);
      item->number = ended->is_withdrawn;
      item->since = ended->ended_on;
      item->due = ended->erase_on;
      g_ptr_array_add (overview->items, item);
    }

  overview->counts[MUKANA_WAITING_ENDED] = MAX (n, 0);
  return n >= 0;
}

/* Of whom data came from elsewhere is told, and asked, within a month: GDPR Article 14(3)(a). */
static gboolean
read_unconsented (MukanaDb        *db,
                  int              max_rows,
                  MukanaOverview  *overview,
                  GError         **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "consents.never", error,
                                                    mukana_int ("max_rows", max_rows));
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaWaitingItem *item = g_new0 (MukanaWaitingItem, 1);

      item->kind = MUKANA_WAITING_UNCONSENTED;
      item->record_id = item->person_id = mukana_query_get_int (query, "person_id");
      item->title = g_strdup (mukana_query_peek_text (query, "display_name"));
      item->since = mukana_day_from_us (mukana_query_get_int (query, "created_at"));
      item->due = item->since + CONSENT_DAYS;
      g_ptr_array_add (overview->items, item);
    }

  overview->counts[MUKANA_WAITING_UNCONSENTED] =
    result == 0 ? mukana_db_count (db, "consents.count-never", error) : -1;
  return overview->counts[MUKANA_WAITING_UNCONSENTED] >= 0;
}

static gboolean
read_erasures (MukanaDb        *db,
               int              max_rows,
               MukanaOverview  *overview,
               GError         **error)
{
  g_autoptr (GPtrArray) runs = mukana_retaining_erasures (db, max_rows, error);
  gint64 n = runs != NULL ? mukana_db_count (db, "retention.count-waiting-erasures", error) : -1;

  for (guint i = 0; n >= 0 && i < runs->len; i++)
    {
      const MukanaRetentionRun *run = g_ptr_array_index (runs, i);
      MukanaWaitingItem *item = g_new0 (MukanaWaitingItem, 1);

      item->kind = MUKANA_WAITING_ERASURE;
      item->record_id = run->id;
      item->person_id = run->person_id;
      item->title = g_strdup (run->label != NULL ? run->label : "");
      item->who = g_strdup (run->proposed_by);
      item->since = run->proposed_on;
      item->due = MUKANA_DAY_NONE;
      g_ptr_array_add (overview->items, item);
    }

  overview->counts[MUKANA_WAITING_ERASURE] = MAX (n, 0);
  return n >= 0;
}

/* Whether it waits under a name of its own. */
static gboolean
is_told_apart (const char *code)
{
  return g_str_equal (code, "ended") || g_str_equal (code, "diet");
}

/* One item for each rule by which something is due: all of it goes with one deed. */
static gboolean
read_due (MukanaDb        *db,
          int              max_rows,
          MukanaOverview  *overview,
          GError         **error)
{
  g_autoptr (GPtrArray) due = mukana_retaining_due (db, NULL, error);
  MukanaWaitingItem *item = NULL;

  for (guint i = 0; due != NULL && i < due->len; i++)
    {
      const MukanaRetentionItem *kept = g_ptr_array_index (due, i);

      if (is_told_apart (kept->code))
        continue;
      if (item == NULL || !g_str_equal (item->code, kept->code))
        {
          if (overview->counts[MUKANA_WAITING_DUE]++ >= max_rows)
            break;
          item = g_new0 (MukanaWaitingItem, 1);
          item->kind = MUKANA_WAITING_DUE;
          item->code = g_intern_string (kept->code);
          item->title = g_strdup (mukana_retention_title (kept->code));
          item->since = kept->due_on;
          item->due = MUKANA_DAY_NONE;
          g_ptr_array_add (overview->items, item);
        }
      item->since = MIN (item->since, kept->due_on);
      item->number++;
    }

  return due != NULL;
}

static gboolean
read_registrations (MukanaDb        *db,
                    int              max_rows,
                    MukanaOverview  *overview,
                    GError         **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "events.with-last-day", error,
                                                    mukana_day ("today", overview->today));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 days = mukana_query_get_int (query, "register_days");
      MukanaDay last = days > 0 ? mukana_query_get_day (query, "day") - (MukanaDay) days
                                : mukana_query_get_day (query, "register_by");
      MukanaWaitingItem *item;

      if (last < overview->today || last > overview->today + TASK_DAYS ||
          overview->counts[MUKANA_WAITING_REGISTRATION]++ >= max_rows)
        continue;

      item = g_new0 (MukanaWaitingItem, 1);
      item->kind = MUKANA_WAITING_REGISTRATION;
      item->record_id = mukana_query_get_int (query, "id");
      item->title = g_strdup (mukana_query_peek_text (query, "title"));
      item->number = mukana_query_get_int (query, "n_registered");
      item->since = MUKANA_DAY_NONE;
      item->due = last;
      g_ptr_array_add (overview->items, item);
    }

  return result == 0;
}

static gboolean
read_months (MukanaDb        *db,
             const char      *statement,
             gboolean         is_work,
             MukanaOverview  *overview,
             GError         **error)
{
  int year, month, day, result;
  g_autoptr (MukanaQuery) query = NULL;

  mukana_day_split (overview->today, &year, &month, &day);
  query = mukana_db_select (db, statement, error,
                            mukana_day ("from_day", mukana_day_new (year, 1, 1)),
                            mukana_day ("last_day", mukana_day_new (year, 12, 31)));
  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      int number = atoi (mukana_query_peek_text (query, "month"));
      int n = (int) mukana_query_get_int (query, "n_held");

      if (number < 1 || number > 12)
        continue;
      if (is_work)
        overview->months[number - 1].work = n;
      else
        overview->months[number - 1].cooperation = n;
    }

  return result == 0;
}

/* What no statement can tell by itself. */
static gboolean
read_own (MukanaDb           *db,
          MukanaWaitingKind   kind,
          int                 max_rows,
          MukanaOverview     *overview,
          GError            **error)
{
  return kind == MUKANA_WAITING_ENDED  ? read_ended (db, max_rows, overview, error)
         : kind == MUKANA_WAITING_UNCONSENTED ? read_unconsented (db, max_rows, overview, error)
         : kind == MUKANA_WAITING_ERASURE ? read_erasures (db, max_rows, overview, error)
         : kind == MUKANA_WAITING_DUE  ? read_due (db, max_rows, overview, error)
         : kind == MUKANA_WAITING_STAY ? read_stays (db, max_rows, overview, error)
                                       : read_registrations (db, max_rows, overview, error);
}

static gboolean
is_for (const Source *source,
        const char   *role)
{
  return source->is_shared || (mukana_role_may (role, MUKANA_DEED_SEE_PEOPLE) &&
                               (source->needs == 0 || mukana_role_may (role, source->needs)));
}

typedef enum { QUICK = 1, KEPT = 2 } Part;

static gboolean
read_kinds (MukanaDb        *db,
            Part             parts,
            gpointer         arg,
            MukanaOverview  *overview,
            GError         **error)
{
  int max_rows = arg ? *(int *) arg : DEFAULT_ITEMS;
  const char *role = mukana_db_peek_role (db);
  MukanaHandlingTime handling;

  if (!mukana_handling_time_load (db, &handling, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if ((parts & (sources[i].reads_much ? KEPT : QUICK)) != 0 && is_for (&sources[i], role) &&
        !(sources[i].list == NULL
            ? read_own (db, sources[i].kind, max_rows, overview, error)
            : read_source (db, &sources[i], &handling, max_rows, overview, error)))
      return FALSE;

  return TRUE;
}

static gboolean
read_year (MukanaDb        *db,
           MukanaOverview  *overview,
           GError         **error)
{
  return read_months (db, "assignments.by-month", TRUE, overview, error) &&
         read_months (db, "assignments.log-by-month", FALSE, overview, error) &&
         (!mukana_role_may (mukana_db_peek_role (db), MUKANA_DEED_SEE_PEOPLE) ||
          (overview->n_people = mukana_db_count (db, "people.count", error)) >= 0);
}

static gpointer
read_parts (MukanaDb  *db,
            Part       parts,
            gpointer   arg,
            GError   **error)
{
  g_autoptr (MukanaOverview) overview = make_overview (db);

  return read_kinds (db, parts, arg, overview, error) &&
         ((parts & QUICK) == 0 || read_year (db, overview, error))
           ? g_steal_pointer (&overview) : NULL;
}

static gpointer
overview_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  return read_parts (db, QUICK | KEPT, arg, error);
}

static gpointer
quick_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return read_parts (db, QUICK, arg, error);
}

static gpointer
kept_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  return read_parts (db, KEPT, arg, error);
}

const MukanaJob mukana_overview_job = {
  "overview.read", MUKANA_LANE_LONG, overview_run, (GDestroyNotify) mukana_overview_free,
  .needs = MUKANA_DEED_SEE_WAITING
};

const MukanaJob mukana_overview_quick_job = {
  "overview.quick", MUKANA_LANE_READ, quick_run, (GDestroyNotify) mukana_overview_free,
  .needs = MUKANA_DEED_SEE_WAITING
};

const MukanaJob mukana_overview_kept_job = {
  "overview.kept", MUKANA_LANE_LONG, kept_run, (GDestroyNotify) mukana_overview_free,
  .needs = MUKANA_DEED_SEE_WAITING
};
