/* mukana-cooperating.c: keeps what is agreed, asked and counted with organisations, and the
 * programme.
 *
 * These records have no rules beyond their own check, so one table says how each is stored.
 */

#include "services/mukana-cooperating.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-happening.h"
#include "domain/mukana-programme.h"
#include "services/mukana-happening-file.h"
#include "store/mukana-journal.h"
#include "store/mukana-packs.h"
#include "store/mukana-record-io.h"

/* How one kind of record is stored. */
typedef struct
{
  GType       (*get_type) (void);
  const char   *name;            /* in the journal */
  const char   *add;
  const char   *get;             /* by its id; by its key where there is no save */
  const char   *save;            /* NULL: adding it again takes its place */
  const char   *drop;
  const char   *children;        /* (nullable): how many are under it, that must go first */
  MukanaKind    kind;
  const char   *owner;           /* (nullable): the field with the id of whose page it is on */
  GPtrArray  *(*check)    (gpointer draft);
} Part;

static const Part parts[] = {
  { mukana_agreement_get_type, "agreement", "agreements.add", "agreements.get", "agreements.save",
    "agreements.drop", NULL, MUKANA_KIND_ORGANISATION, "organisation-id", mukana_agreement_check },
  { mukana_statement_request_get_type, "statement", "statements.add", "statements.get",
    "statements.save", "statements.drop", NULL, MUKANA_KIND_ORGANISATION, "organisation-id",
    mukana_statement_request_check },
  { mukana_referral_count_get_type, "referrals", "referrals.put", "referrals.stored", NULL,
    "referrals.drop", NULL, MUKANA_KIND_ORGANISATION, "organisation-id",
    mukana_referral_count_check },
  { mukana_olka_point_get_type, "point", "olka.add-point", "olka.get-point", "olka.save-point",
    "olka.drop-point", "olka.children", MUKANA_KIND_COOPERATION, NULL, mukana_olka_point_check },
  { mukana_olka_day_get_type, "encounters", "olka.put-day", "olka.stored-day", NULL,
    "olka.drop-day", NULL, MUKANA_KIND_COOPERATION, "point-id", mukana_olka_day_check },
  { mukana_theme_day_get_type, "theme-day", "olka.add-theme-day", "olka.get-theme-day",
    "olka.save-theme-day", "olka.drop-theme-day", NULL, MUKANA_KIND_COOPERATION, "point-id",
    mukana_theme_day_check },
  { mukana_cooperation_group_get_type, "group", "groups.add", "groups.get", "groups.save",
    "groups.drop", "groups.children", MUKANA_KIND_COOPERATION, NULL,
    mukana_cooperation_group_check },
  { mukana_group_meeting_get_type, "meeting", "groups.put-meeting", "groups.stored-meeting", NULL,
    "groups.drop-meeting", NULL, MUKANA_KIND_COOPERATION, "group-id", mukana_group_meeting_check },
  { mukana_group_membership_get_type, "membership", "groups.put-membership",
    "groups.stored-membership", NULL, "groups.drop-membership", NULL, MUKANA_KIND_ORGANISATION,
    "organisation-id",
    mukana_group_membership_check },
  { mukana_happening_get_type, "event", "events.add", "events.get", "events.save", "events.drop",
    "events.children", MUKANA_KIND_COOPERATION, NULL, mukana_happening_check },
  { mukana_occurrence_get_type, "occurrence", "events.add-occurrence", "events.get-occurrence",
    "events.save-occurrence", "events.drop-occurrence", "registrations.count",
    MUKANA_KIND_COOPERATION, "event-id", mukana_occurrence_check },
  { mukana_agenda_item_get_type, "agenda", "events.add-agenda", "events.get-agenda",
    "events.save-agenda", "events.drop-agenda", NULL, MUKANA_KIND_COOPERATION, "event-id",
    mukana_agenda_item_check },
  { mukana_survey_result_get_type, "survey", "events.add-survey", "events.get-survey",
    "events.save-survey", "events.drop-survey", NULL, MUKANA_KIND_COOPERATION, "event-id",
    mukana_survey_result_check },
  { mukana_priority_get_type, "priority", "programmes.add-priority", "programmes.get-priority",
    "programmes.save-priority", "programmes.drop-priority", "programmes.children-of-priority",
    MUKANA_KIND_PROGRAMME, NULL, mukana_priority_check },
  { mukana_goal_get_type, "goal", "programmes.add-goal", "programmes.get-goal",
    "programmes.save-goal", "programmes.drop-goal", "programmes.children-of-goal",
    MUKANA_KIND_PROGRAMME, NULL, mukana_goal_check },
  { mukana_measure_get_type, "measure", "programmes.add-measure", "programmes.get-measure",
    "programmes.save-measure", "programmes.drop-measure", "programmes.children-of-measure",
    MUKANA_KIND_PROGRAMME, NULL, mukana_measure_check },
  { mukana_indicator_get_type, "indicator", "programmes.add-indicator", "programmes.get-indicator",
    "programmes.save-indicator", "programmes.drop-indicator", "programmes.children-of-indicator",
    MUKANA_KIND_PROGRAMME, NULL, mukana_indicator_check },
  { mukana_reading_get_type, "reading", "programmes.put-reading", "programmes.stored-reading", NULL,
    "programmes.drop-reading", NULL, MUKANA_KIND_PROGRAMME, NULL, mukana_reading_check },
};

static const Part *
find_part (MukanaRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (G_OBJECT_TYPE (record) == parts[i].get_type ())
      return &parts[i];

  g_error ("Nobody has said how a %s is stored", G_OBJECT_TYPE_NAME (record));
}

static gint64
whose_page (const Part   *part,
            MukanaRecord *record,
            gint64        id)
{
  return part->owner != NULL ? mukana_record_get_int (record, part->owner) : id;
}

static gboolean
refuse (const char  *field,
        const char  *sentence,
        GError     **error)
{
  g_autoptr (GPtrArray) issues = mukana_issues_new ();

  mukana_issues_add (issues, field, sentence);
  return mukana_issues_pass (issues, error);
}

/* The unique index would refuse it too, without saying why. */
static gboolean
is_point_free (MukanaDb        *db,
               MukanaThemeDay  *day,
               GError         **error)
{
  gint64 n_taken = mukana_db_count (db, "olka.is-taken", error,
                                    mukana_int ("point_id", day->point_id),
                                    mukana_day ("day", day->day), mukana_int ("id", day->id));
  gint64 n_shut = n_taken < 0 ? -1 : mukana_db_count (db, "olka.is-shut", error,
                                                      mukana_int ("point_id", day->point_id),
                                                      mukana_day ("day", day->day));

  if (n_shut < 0)
    return FALSE;
  if (n_taken > 0)
    return refuse ("day", N_("Another organisation has the point on that day."), error);

  return n_shut == 0 || refuse ("day", N_("The point is not open on that day."), error);
}

/* What was counted has been. */
static gboolean
has_been (MukanaDb      *db,
          MukanaRecord  *record,
          GError       **error)
{
  MukanaDay today = mukana_db_today (db);

  if (MUKANA_IS_OLKA_DAY (record) && MUKANA_OLKA_DAY (record)->day > today)
    return refuse ("day", N_("The day has not come yet."), error);
  if (MUKANA_IS_REFERRAL_COUNT (record) && MUKANA_REFERRAL_COUNT (record)->month > today)
    return refuse ("month", N_("The month has not come yet."), error);

  return TRUE;
}

/* An agreement that goes on is to be looked at again when it ends. */
static MukanaRecord *
dup_renewed (MukanaDb         *db,
             MukanaAgreement  *agreement,
             GError          **error)
{
  g_autoptr (MukanaAgreement) before = mukana_record_get (db, "agreements.get", agreement->id,
                                                          MUKANA_TYPE_AGREEMENT, error);

  if (before == NULL)
    return NULL;

  return mukana_record_with_int (agreement, "is-settled",
                                 agreement->is_settled &&
                                 before->until_day == agreement->until_day);
}

/* A number that need not be told has a column that holds one: beside it stands whether it does. */
static MukanaRecord *
dup_without_unsaid (MukanaRecord *record,
                    const char   *field)
{
  return mukana_record_get_int (record, field) == MUKANA_NUMBER_UNSAID
           ? mukana_record_with_int (record, field, 0)
           : g_object_ref (record);
}

/* Months are told by any day of them. */
static MukanaRecord *
dup_tidy (MukanaDb      *db,
          MukanaRecord  *record,
          GError       **error)
{
  if (MUKANA_IS_REFERRAL_COUNT (record))
    return mukana_record_with_int (record, "month", mukana_day_first_of_month (
      MUKANA_REFERRAL_COUNT (record)->month));
  if (MUKANA_IS_READING (record))
    return dup_without_unsaid (record, "hundredths");
  if (MUKANA_IS_INDICATOR (record))
    return dup_without_unsaid (record, "baseline-hundredths");
  if (MUKANA_IS_AGREEMENT (record) && MUKANA_AGREEMENT (record)->id > 0)
    return dup_renewed (db, MUKANA_AGREEMENT (record), error);

  return g_object_ref (record);
}

/* What was published stays readable as it was. */
static gboolean
keep_before (MukanaDb   *db,
             gpointer    record,
             GError    **error)
{
  return !MUKANA_IS_AGENDA_ITEM (record) ||
         mukana_happening_keep_agenda (db, MUKANA_AGENDA_ITEM (record)->event_id, error);
}

static gint64
store (MukanaDb      *db,
       const Part    *part,
       MukanaRecord  *record,
       GError       **error)
{
  gint64 id = mukana_record_get_int (record, "id");

  if ((MUKANA_IS_THEME_DAY (record) && !is_point_free (db, MUKANA_THEME_DAY (record), error)) ||
      !has_been (db, record, error) || !keep_before (db, record, error))
    return -1;
  if (id == 0 || part->save == NULL)
    return mukana_record_insert (db, part->add, record, error);

  return mukana_record_update (db, part->save, record, error) ? id : -1;
}

/* Whoever has a shift at a point has the road to it. */
static gboolean
touch_volunteers (MukanaDb    *db,
                  const Part  *part,
                  gint64       id,
                  GError     **error)
{
  g_autoptr (MukanaQuery) people = NULL;

  if (part->get_type != mukana_olka_point_get_type)
    return TRUE;

  people = mukana_db_select (db, "shifts.people-at-point", error, mukana_int ("point_id", id));
  return mukana_change_facts_of (db, people, error);
}

/**
 * mukana_cooperating_save:
 * @record: of any kind in the table
 *
 * Thread: worker, in a write.
 * Returns: the id, or -1
 */
gint64
mukana_cooperating_save (MukanaDb      *db,
                         MukanaRecord  *record,
                         GError       **error)
{
  const Part *part = find_part (record);
  g_autoptr (GPtrArray) issues = part->check (record);
  g_autoptr (MukanaRecord) tidy = NULL;
  gint64 id, page;

  if (!mukana_issues_pass (issues, error))
    return -1;

  if (!(tidy = dup_tidy (db, record, error)) || (id = store (db, part, tidy, error)) < 0)
    return -1;

  page = whose_page (part, tidy, id);
  if (!mukana_journal_add (db, "cooperating.save", part->kind, page, part->name, error) ||
      !touch_volunteers (db, part, id, error))
    return -1;

  mukana_db_touch (db, part->kind, page, MUKANA_EFFECT_CHANGED);
  return id;
}

static gpointer
get_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  const Part *part = find_part (arg);

  return mukana_record_get (db, part->get, mukana_record_get_int (arg, "id"),
                            G_OBJECT_TYPE (arg), error);
}

static gpointer
stored_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  const Part *part = find_part (arg);
  g_autoptr (MukanaRecord) tidy = dup_tidy (db, arg, error);
  g_autoptr (MukanaQuery) query = tidy != NULL ? mukana_db_prepare (db, part->get, NULL, error)
                                               : NULL;

  g_return_val_if_fail (part->save == NULL, NULL);
  if (query == NULL)
    return NULL;

  mukana_record_bind (tidy, query);
  return mukana_query_step (query, error) > 0 ? mukana_record_read (query, G_OBJECT_TYPE (arg))
                                              : NULL;
}

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 id = mukana_cooperating_save (db, arg, error);

  return id < 0 ? NULL : g_memdup2 (&id, sizeof id);
}

static gboolean
is_childless (MukanaDb    *db,
              const Part  *part,
              gint64       id,
              GError     **error)
{
  gint64 n = part->children == NULL ? 0 : mukana_db_count (db, part->children, error,
                                                           mukana_int ("id", id));

  return n == 0 || (n > 0 && refuse (NULL, N_("Remove first what is under it."), error));
}

/* Shifts that are off are kept for calendars alone, and earlier agendas for their event: what
 * nobody sees under a record goes with it. */
static gboolean
forget_unseen (MukanaDb   *db,
               gpointer    record,
               GError    **error)
{
  if (MUKANA_IS_OLKA_POINT (record))
    return mukana_db_run (db, "shifts.forget-cancelled", error,
                          mukana_int ("point_id", MUKANA_OLKA_POINT (record)->id)) >= 0;
  if (MUKANA_IS_HAPPENING (record))
    return mukana_db_run (db, "events.drop-agenda-versions", error,
                          mukana_int ("event_id", MUKANA_HAPPENING (record)->id)) >= 0;

  return TRUE;
}

static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const Part *part = find_part (arg);
  gint64 id = mukana_record_get_int (arg, "id");
  gint64 page = whose_page (part, arg, id);

  if (is_childless (db, part, id, error) && keep_before (db, arg, error) &&
      forget_unseen (db, arg, error) &&
      mukana_db_run (db, part->drop, error, mukana_int ("id", id)) >= 0 &&
      mukana_journal_add (db, "cooperating.drop", part->kind, page, part->name, error))
    mukana_db_touch (db, part->kind, page, MUKANA_EFFECT_CHANGED);

  return NULL;
}

static gpointer
restore_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (MukanaRecord) fresh = mukana_record_with_int (arg, "id", 0);

  mukana_cooperating_save (db, fresh, error);
  return NULL;
}

const MukanaJob mukana_cooperating_get_job = {
  "cooperating.get", MUKANA_LANE_READ, get_run, g_object_unref,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_cooperating_stored_job = {
  "cooperating.stored", MUKANA_LANE_READ, stored_run, g_object_unref,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_cooperating_save_job = {
  "cooperating.save", MUKANA_LANE_WRITE, save_run, g_free,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_cooperating_drop_job = {
  "cooperating.drop", MUKANA_LANE_WRITE, drop_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_cooperating_restore_job = {
  "cooperating.restore", MUKANA_LANE_WRITE, restore_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

MukanaAsking *
mukana_asking_new (MukanaStatementRequest *statement)
{
  MukanaAsking *self = g_new0 (MukanaAsking, 1);

  self->statement = g_object_ref (statement);
  self->organisations = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
mukana_asking_free (MukanaAsking *self)
{
  g_object_unref (self->statement);
  g_array_unref (self->organisations);
  g_free (self);
}

/* All of them are asked, or nobody. */
static gpointer
ask_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  const MukanaAsking *asking = arg;
  gint64 n = asking->organisations->len;

  if (n == 0 && !refuse ("organisation-id", N_("Choose an organisation."), error))
    return NULL;

  for (guint i = 0; i < asking->organisations->len; i++)
    {
      gint64 id = g_array_index (asking->organisations, gint64, i);
      g_autoptr (MukanaRecord) one = mukana_record_with_int (asking->statement, "organisation-id",
                                                             id);

      if (mukana_cooperating_save (db, one, error) < 0)
        return NULL;
    }

  return g_memdup2 (&n, sizeof n);
}

const MukanaJob mukana_statements_ask_job = {
  "cooperating.ask", MUKANA_LANE_WRITE, ask_run, g_free, .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

static void
mark_task (MukanaDb    *db,
           gint64       id,
           gboolean     is_done,
           GError     **error)
{
  g_autoptr (MukanaQuery) query =
    is_done ? mukana_db_select (db, "tasks.done", error, mukana_int ("id", id),
                                mukana_day ("today", mukana_db_today (db)))
            : mukana_db_select (db, "tasks.not-done", error, mukana_int ("id", id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;
  gint64 organisation_id;

  if (result <= 0)
    return;   /* somebody did it a moment ago, which is as well */

  organisation_id = mukana_query_get_int (query, "organisation_id");
  if (!mukana_journal_add (db, is_done ? "cooperating.done" : "cooperating.not-done",
                           MUKANA_KIND_ORGANISATION, organisation_id, NULL, error))
    return;

  mukana_db_touch (db, MUKANA_KIND_ORGANISATION, organisation_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_LOG_ENTRY, id, MUKANA_EFFECT_CHANGED);
}

static gpointer
done_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  mark_task (db, *(gint64 *) arg, TRUE, error);
  return NULL;
}

static gpointer
undone_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  mark_task (db, *(gint64 *) arg, FALSE, error);
  return NULL;
}

const MukanaJob mukana_task_done_job = {
  "cooperating.done", MUKANA_LANE_WRITE, done_run, NULL, .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_task_undone_job = {
  "cooperating.not-done", MUKANA_LANE_WRITE, undone_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

/* One without an id is in the organisation's own fields. */
static void
settle (MukanaDb         *db,
        MukanaAgreement  *agreement,
        gboolean          is_settled,
        GError          **error)
{
  gint64 organisation_id = agreement->organisation_id;
  gint64 n_rows = agreement->id != 0
    ? mukana_db_run (db, "agreements.settle", error, mukana_int ("id", agreement->id),
                     mukana_int ("is_settled", is_settled))
    : mukana_db_run (db, "agreements.settle-own", error,
                     mukana_int ("organisation_id", organisation_id),
                     mukana_int ("is_settled", is_settled));

  if (n_rows > 0 && mukana_journal_add (db, "cooperating.save", MUKANA_KIND_ORGANISATION,
                                        organisation_id, "agreement", error))
    mukana_db_touch (db, MUKANA_KIND_ORGANISATION, organisation_id, MUKANA_EFFECT_CHANGED);
}

static gpointer
settle_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  settle (db, arg, TRUE, error);
  return NULL;
}

static gpointer
unsettle_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  settle (db, arg, FALSE, error);
  return NULL;
}

const MukanaJob mukana_agreement_settle_job = {
  "cooperating.settle", MUKANA_LANE_WRITE, settle_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_agreement_unsettle_job = {
  "cooperating.unsettle", MUKANA_LANE_WRITE, unsettle_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

/**
 * mukana_cooperating_put_participants:
 * @also: (nullable): "o3 c12": organisations and contact persons who took part too
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_cooperating_put_participants (MukanaDb    *db,
                                     gint64       log_entry_id,
                                     const char  *also,
                                     GError     **error)
{
  g_auto (GStrv) words = g_strsplit (also != NULL ? also : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id = *words[i] != '\0' ? g_ascii_strtoll (words[i] + 1, NULL, 10) : 0;

      if (id <= 0)
        continue;
      if (*words[i] == 'o'
            ? mukana_db_run (db, "log.add-organisation", error,
                             mukana_int ("log_entry_id", log_entry_id),
                             mukana_int ("organisation_id", id)) < 0
            : mukana_db_run (db, "log.add-contact", error,
                             mukana_int ("log_entry_id", log_entry_id),
                             mukana_int ("contact_id", id)) < 0)
        return FALSE;
      if (*words[i] == 'o')
        mukana_db_touch (db, MUKANA_KIND_ORGANISATION, id, MUKANA_EFFECT_CHANGED);
    }

  return TRUE;
}
