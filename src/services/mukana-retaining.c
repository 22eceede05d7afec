/* mukana-retaining.c: what is kept too long is listed, and goes when somebody says so.
 *
 * The list is a dry run: a run removes what of it is still due, and nothing
 * else.  Where a rule asks for it, another user approves.  What is left of a run
 * are numbers.  Source: GDPR 5(1)(e), 5(2).
 */

#include "services/mukana-retaining.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "domain/mukana-consent.h"
#include "services/mukana-consenting.h"
#include "services/mukana-erasing.h"
#include "services/mukana-righting-day.h"
#include "services/mukana-staying.h"
#include "store/mukana-erasures.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

#define MAX_RUNS 50

static void
free_item (gpointer data)
{
  MukanaRetentionItem *item = data;

  g_free (item->label);
  g_free (item->theme_id);
  g_free (item);
}

static void
free_run (gpointer data)
{
  MukanaRetentionRun *run = data;

  g_free (run->code);
  g_free (run->proposed_by);
  g_free (run->approved_by);
  g_free (run->label);
  g_free (run);
}

void
mukana_retention_free (MukanaRetention *self)
{
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_free (self->actor);
  g_free (self);
}

/** mukana_retention_order_new: of those of @items that are of the rule @code */
MukanaRetentionOrder *
mukana_retention_order_new (const char *code,
                            GPtrArray  *items)
{
  MukanaRetentionOrder *self = g_new0 (MukanaRetentionOrder, 1);

  self->code = g_strdup (code);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < items->len; i++)
    {
      MukanaRetentionItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->code, code))
        g_array_append_val (self->ids, item->record_id);
    }

  return self;
}

void
mukana_retention_order_free (MukanaRetentionOrder *self)
{
  g_free (self->code);
  g_array_unref (self->ids);
  g_free (self);
}

/* The rules. */

static MukanaRetentionRule *
find_rule (GPtrArray  *rules,
           const char *code)
{
  for (guint i = 0; i < rules->len; i++)
    {
      MukanaRetentionRule *rule = g_ptr_array_index (rules, i);

      if (g_strcmp0 (rule->code, code) == 0)
        return rule;
    }

  return NULL;
}

static GPtrArray *
read_rules (MukanaDb  *db,
            GError   **error)
{
  g_autoptr (GPtrArray) all = mukana_record_list (db, "retention.rules",
                                                  MUKANA_TYPE_RETENTION_RULE, error);
  GPtrArray *rules;

  if (all == NULL)
    return NULL;

  rules = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; mukana_retention_codes[i] != NULL; i++)
    {
      MukanaRetentionRule *rule = find_rule (all, mukana_retention_codes[i]);

      if (rule != NULL)
        g_ptr_array_add (rules, g_object_ref (rule));
    }

  return rules;
}

/* What is due. */

static MukanaDay
read_base (MukanaQuery *query)
{
  MukanaDay day = mukana_query_get_day (query, "base_day");
  gint64 us = mukana_query_get_int (query, "base_us");
  MukanaDay instant = us > 0 ? mukana_day_from_us (us) : MUKANA_DAY_NONE;

  return MAX (day, instant);   /* NONE is before every day */
}

/* The statements are named after their rules; spelled out, so that each is seen to be used.
 * Without one: whoever was asked whether they stay, and did not answer in time. */
static const struct { const char *code, *statement; } sources[] = {
  { "candidate", "retention.candidate" }, { "ended", "retention.ended" }, { "inactive", NULL },
  { "theme", "retention.theme" }, { "ended-theme", "retention.ended-theme" },
  { "waiting-theme", "retention.waiting-theme" },
  { "waiting-support", "retention.waiting-support" }, { "proof", "retention.proof" },
  { "support", "retention.support" }, { "arrangement", "retention.arrangement" },
  { "diet", "retention.diet" },
  { "assignment", "retention.assignment" },
  { "paid-assignment", "retention.paid-assignment" }, { "feedback", "retention.feedback" },
  { "extract", "retention.extract" }, { "plan", "retention.plan" },
  { "panel", "retention.panel" }, { "shortlist", "retention.shortlist" },
  { "asker", "retention.asker" },
  { "journal", "retention.journal" },
};

static void
add_due (GPtrArray  *due,
         const char *code,
         gint64      record_id,
         gint64      person_id,
         const char *label,
         MukanaDay   due_on)
{
  MukanaRetentionItem *item = g_new0 (MukanaRetentionItem, 1);

  *item = (MukanaRetentionItem) { code, record_id, person_id, g_strdup (label), due_on,
                                  NULL };
  g_ptr_array_add (due, item);
}

static gboolean
read_inactive (MukanaDb             *db,
               MukanaRetentionRule  *rule,
               GPtrArray            *due,
               GError              **error)
{
  g_autoptr (GPtrArray) stays = mukana_staying_quiet (db, rule->days, error);
  MukanaDay today = mukana_db_today (db);

  for (guint i = 0; stays != NULL && i < stays->len; i++)
    {
      const MukanaStay *stay = g_ptr_array_index (stays, i);

      if (stay->due_on != MUKANA_DAY_NONE && stay->due_on <= today)
        add_due (due, "inactive", stay->person_id, stay->person_id, stay->name, stay->due_on);
    }

  return stays != NULL;
}

static gboolean
read_due (MukanaDb             *db,
          MukanaRetentionRule  *rule,
          guint                 source,
          GPtrArray            *due,
          GError              **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, sources[source].statement, NULL, error);
  MukanaDay today = mukana_db_today (db), until = today - (MukanaDay) rule->days;
  const MukanaArg youngest[] = {
    mukana_day ("until_day", until), mukana_int ("until_us", mukana_day_minute_us (until + 1, 0)),
  };
  int result;

  if (query == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (youngest); i++)
    if (mukana_query_wants (query, youngest[i].name))
      mukana_query_bind (query, &youngest[i]);
  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaDay base = read_base (query), due_on;

      if (base != MUKANA_DAY_NONE &&
          (due_on = mukana_retention_due_on (rule->code, base, rule->days)) <= today)
        add_due (due, sources[source].code, mukana_query_get_int (query, "id"),
                 mukana_query_get_int (query, "person_id"),
                 mukana_query_peek_text (query, "label"), due_on);
    }

  return result == 0;
}

/* Of the rules that are on; of one of them with @only. */
static GPtrArray *
find_due (MukanaDb    *db,
          GPtrArray   *rules,
          const char  *only,
          GError     **error)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func (free_item);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      MukanaRetentionRule *rule = find_rule (rules, sources[i].code);

      if (rule != NULL && rule->is_on &&
          (only == NULL || g_str_equal (only, sources[i].code)) &&
          !(sources[i].statement == NULL ? read_inactive (db, rule, due, error)
                                         : read_due (db, rule, i, due, error)))
        return NULL;
    }

  return g_steal_pointer (&due);
}

/**
 * mukana_retaining_due:
 * @only: (nullable): the code of a rule; NULL for all of them
 *
 * Returns: yours, of #MukanaRetentionItem, those of a rule together
 */
GPtrArray *
mukana_retaining_due (MukanaDb    *db,
                      const char  *only,
                      GError     **error)
{
  g_autoptr (GPtrArray) rules = read_rules (db, error);

  return rules != NULL ? find_due (db, rules, only, error) : NULL;
}

/* Removing. */

static gboolean
drop_theme (MukanaDb  *db,
            gint64     consent_id,
            GError   **error)
{
  g_autoptr (MukanaConsent) consent = mukana_record_get (db, "retention.theme-of", consent_id,
                                                         MUKANA_TYPE_CONSENT, error);

  if (consent == NULL || !mukana_erasures_suppress_theme (db, consent, error) ||
      !mukana_erasures_keep_proof (db, consent, error) ||
      mukana_db_run (db, "retention.drop-theme", error,
                     mukana_int ("person_id", consent->person_id),
                     mukana_text ("theme_id", consent->theme_id)) < 0 ||
      mukana_db_run (db, "retention.unlink-attachments", error,
                     mukana_int ("id", consent_id)) < 0 ||
      mukana_db_run (db, "retention.drop-consent", error, mukana_int ("id", consent_id)) < 0)
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_CONSENT, consent->person_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, consent->person_id, MUKANA_EFFECT_CHANGED);
  return mukana_db_count (db, "people.is-there", error,
                          mukana_int ("id", consent->person_id)) == 0 ||
         mukana_people_index (db, consent->person_id, error);
}

/* A withdrawal takes the history of themes away at once; of what ran out it goes with the theme. */
static gboolean
drop_ended_theme (MukanaDb                   *db,
                  const MukanaRetentionItem  *item,
                  GError                    **error)
{
  return mukana_db_run (db, "changes.forget-themes", error,
                        mukana_int ("person_id", item->person_id)) >= 0 &&
         drop_theme (db, item->record_id, error);
}

/* Nobody said yes to it, so there is nothing to prove. */
static gboolean
drop_waiting_theme (MukanaDb                   *db,
                    const MukanaRetentionItem  *item,
                    GError                    **error)
{
  gint64 is_there;

  if (mukana_db_run (db, "retention.drop-waiting-theme", error,
                     mukana_int ("id", item->record_id)) < 0 ||
      (is_there = mukana_db_count (db, "people.is-there", error,
                                   mukana_int ("id", item->person_id))) < 0)
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_PERSON, item->person_id, MUKANA_EFFECT_CHANGED);
  return is_there == 0 || mukana_people_index (db, item->person_id, error);
}

static gboolean
drop_assignment (MukanaDb  *db,
                 gint64     id,
                 GError   **error)
{
  gint64 proposal = mukana_db_count (db, "retention.proposal-of", error, mukana_int ("id", id));
  gint64 person = proposal < 0 ? -1 : mukana_db_count (db, "retention.person-of", error,
                                                       mukana_int ("id", id));

  if (person < 0 ||
      mukana_db_run (db, "retention.drop-fees", error, mukana_int ("id", id)) < 0 ||
      mukana_db_run (db, "retention.drop-feedback", error, mukana_int ("id", id)) < 0 ||
      mukana_db_run (db, "retention.drop-support-tasks", error, mukana_int ("id", id)) < 0 ||
      mukana_db_run (db, "retention.drop-receipt-chunks", error, mukana_int ("id", id)) < 0 ||
      mukana_db_run (db, "retention.drop-receipts", error, mukana_int ("id", id)) < 0 ||
      mukana_db_run (db, "retention.drop-assignment", error, mukana_int ("id", id)) < 0 ||
      mukana_db_run (db, "retention.drop-proposal", error, mukana_int ("id", proposal)) < 0 ||
      mukana_db_run (db, "erasures.drop-names", error) < 0)
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, id, MUKANA_EFFECT_REMOVED);
  if (person > 0)
    mukana_db_touch (db, MUKANA_KIND_PERSON, person, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/* Somebody may have gone a moment ago, with the record they were merged into. */
static gboolean
erase_person (MukanaDb  *db,
              gint64     id,
              GError   **error)
{
  gint64 n_erased = mukana_db_count (db, "retention.is-erased", error, mukana_int ("id", id));

  return n_erased > 0 || (n_erased == 0 && mukana_erasures_erase (db, id, NULL, error));
}

/* All rows that are too old are one item: nobody chooses among them. */
static gboolean
trim_journal (MukanaDb             *db,
              MukanaRetentionRule  *rule,
              GError              **error)
{
  MukanaDay first_kept = mukana_db_today (db) - (MukanaDay) rule->days + 1;

  return mukana_journal_trim (db, mukana_day_minute_us (first_kept, 0), error) >= 0;
}

static gboolean
remove_item (MukanaDb                   *db,
             MukanaRetentionRule        *rule,
             const MukanaRetentionItem  *item,
             GError                    **error)
{
  static const struct { const char *code, *statement; MukanaKind kind; } simple[] = {
    { "proof", "retention.drop-proof", MUKANA_KIND_RIGHTS },
    { "support", "retention.drop-support", MUKANA_KIND_REQUEST },
    { "arrangement", "retention.drop-arrangement", MUKANA_KIND_ASSIGNMENT },
    { "diet", "retention.drop-diet", MUKANA_KIND_COOPERATION },
    { "feedback", "retention.drop-words", MUKANA_KIND_FEEDBACK },
    { "plan", "retention.drop-plan", MUKANA_KIND_RIGHTS },
    { "panel", "retention.drop-panel", MUKANA_KIND_RIGHTS },
    { "extract", "retention.drop-extract", MUKANA_KIND_PERSON },
    { "shortlist", "retention.drop-shortlist", MUKANA_KIND_PERSON },
    { "asker", "retention.drop-asker", MUKANA_KIND_RIGHTS },
  };

  if (g_str_equal (item->code, "candidate") || g_str_equal (item->code, "ended") ||
      g_str_equal (item->code, "inactive"))
    return erase_person (db, item->record_id, error);
  if (g_str_equal (item->code, "theme"))
    return drop_theme (db, item->record_id, error);
  if (g_str_equal (item->code, "ended-theme"))
    return drop_ended_theme (db, item, error);
  if (g_str_equal (item->code, "waiting-theme"))
    return drop_waiting_theme (db, item, error);
  if (g_str_equal (item->code, "waiting-support"))
    return mukana_consenting_forget_support (db, item->person_id, error);
  if (g_str_equal (item->code, "assignment") || g_str_equal (item->code, "paid-assignment"))
    return drop_assignment (db, item->record_id, error);
  if (g_str_equal (item->code, "journal"))
    return trim_journal (db, rule, error);

  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    if (g_str_equal (item->code, simple[i].code))
      {
        mukana_db_touch (db, simple[i].kind, simple[i].kind == MUKANA_KIND_PERSON
                                               ? item->person_id : item->record_id,
                         MUKANA_EFFECT_CHANGED);
        return mukana_db_run (db, simple[i].statement, error,
                              mukana_int ("id", item->record_id)) >= 0;
      }

  return FALSE;
}

static char *
join_ids (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (ids, gint64, i));

  return g_string_free (text, FALSE);
}

static GArray *
split_ids (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text ? text : "", " ", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (words[i], NULL, 10);

      if (id > 0)
        g_array_append_val (ids, id);
    }

  return ids;
}

static gboolean
is_among (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Removes of @ids what is due now; @removed: yours, those. */
static GArray *
remove_due (MukanaDb    *db,
            GPtrArray   *rules,
            const char  *code,
            GArray      *ids,
            GError     **error)
{
  g_autoptr (GPtrArray) due = mukana_righting_day_may_erase (db, error)
                              ? find_due (db, rules, code, error) : NULL;
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (due == NULL)
    return NULL;

  for (guint i = 0; i < due->len; i++)
    {
      MukanaRetentionItem *item = g_ptr_array_index (due, i);

      if (!is_among (ids, item->record_id))
        continue;
      if (!remove_item (db, find_rule (rules, code), item, error))
        return NULL;
      g_array_append_val (removed, item->record_id);
    }

  return g_steal_pointer (&removed);
}

static gint64
add_run (MukanaDb    *db,
         const char  *code,
         GArray      *ids,
         GError     **error)
{
  g_autofree char *text = join_ids (ids);

  return mukana_db_insert (db, "retention.add-run", error, mukana_text ("code", code),
                           mukana_int ("at", mukana_db_now_us (db)),
                           mukana_text ("actor", mukana_db_peek_actor (db)),
                           mukana_text ("record_ids", text), mukana_int ("n_records", ids->len));
}

static gboolean
finish_run (MukanaDb    *db,
            gint64       run,
            const char  *code,
            GArray      *removed,
            GError     **error)
{
  g_autofree char *text = join_ids (removed);

  if (mukana_db_run (db, "retention.finish-run", error, mukana_int ("id", run),
                     mukana_int ("at", mukana_db_now_us (db)),
                     mukana_text ("actor", mukana_db_peek_actor (db)),
                     mukana_text ("record_ids", text),
                     mukana_int ("n_records", removed->len)) < 0 ||
      !mukana_journal_add (db, "retaining.run", MUKANA_KIND_REGISTER, 0, code, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_RIGHTS, 0, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/* How many were removed; -1 when it now waits for another user, -2 with @error set. */
static gint64
run_order (MukanaDb              *db,
           MukanaRetentionOrder  *order,
           GError               **error)
{
  g_autoptr (GPtrArray) rules = read_rules (db, error);
  MukanaRetentionRule *rule = rules ? find_rule (rules, order->code) : NULL;
  g_autoptr (GArray) removed = NULL;
  gint64 run;

  if (rules != NULL && (rule == NULL || !rule->is_on))
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("The rule is not in use."));
  if (rule == NULL || !rule->is_on || (run = add_run (db, order->code, order->ids, error)) < 0)
    return -2;

  if (rule->needs_second)
    {
      if (!mukana_journal_add (db, "retaining.propose", MUKANA_KIND_REGISTER, 0, order->code,
                               error))
        return -2;
      mukana_db_touch (db, MUKANA_KIND_RIGHTS, 0, MUKANA_EFFECT_CHANGED);
      return -1;
    }

  if (!(removed = remove_due (db, rules, order->code, order->ids, error)) ||
      !finish_run (db, run, order->code, removed, error))
    return -2;

  return removed->len;
}

/**
 * mukana_retaining_propose_erasure:
 *
 * Of somebody who asked for it: waits for another user, as a run of a rule does.
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_retaining_propose_erasure (MukanaDb  *db,
                                  gint64     person_id,
                                  GError   **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, person_id);
  if (add_run (db, MUKANA_RETENTION_ERASURE, ids, error) < 0 ||
      !mukana_journal_add (db, "erasing.propose", MUKANA_KIND_PERSON, person_id, NULL, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_RIGHTS, 0, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/* Returns: yours, those that were erased by it */
static GArray *
erase_asked (MukanaDb  *db,
             GArray    *ids,
             GError   **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      /* Somebody may have gone meanwhile by a rule. */
      gint64 n_erased = mukana_db_count (db, "retention.is-erased", error, mukana_int ("id", id));

      if (n_erased < 0 || (n_erased == 0 && !mukana_erasing_carry_out (db, id, error)))
        return NULL;
    }

  return g_array_ref (ids);
}

static gint64
approve (MukanaDb  *db,
         gint64     id,
         GError   **error)
{
  g_autoptr (GPtrArray) rules = read_rules (db, error);
  g_autoptr (MukanaQuery) query = rules ? mukana_db_select (db, "retention.run-of", error,
                                                            mukana_int ("id", id)) : NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) removed = NULL;
  g_autofree char *code = NULL;
  int result = query ? mukana_query_step (query, error) : -1;

  if (result < 0)
    return -1;
  if (result == 0 || mukana_query_get_int (query, "done_at") != 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT, "It is not waiting any more");
      return -1;
    }
  if (g_strcmp0 (mukana_query_peek_text (query, "proposed_by"), mukana_db_peek_actor (db)) == 0)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                           N_("Another user approves what you have proposed."));
      return -1;
    }

  ids = split_ids (mukana_query_peek_text (query, "record_ids"));
  code = g_strdup (mukana_query_peek_text (query, "code"));
  g_clear_pointer (&query, mukana_query_free);
  removed = g_str_equal (code, MUKANA_RETENTION_ERASURE)
            ? erase_asked (db, ids, error) : remove_due (db, rules, code, ids, error);
  if (removed == NULL || !finish_run (db, id, code, removed, error))
    return -1;

  return removed->len;
}

/* Reading. */

/* Whom a run that waits is to erase.  Whoever was merged or erased meanwhile has no name. */
static gboolean
name_erased (MukanaDb            *db,
             MukanaRetentionRun  *run,
             const char          *record_ids,
             GError             **error)
{
  g_autoptr (MukanaQuery) query = NULL;
  int result;

  run->person_id = record_ids != NULL ? g_ascii_strtoll (record_ids, NULL, 10) : 0;
  query = mukana_db_select (db, "retention.label-of-erasure", error,
                            mukana_int ("id", run->person_id));
  result = query != NULL ? mukana_query_step (query, error) : -1;
  if (result > 0)
    run->label = g_strdup (mukana_query_peek_text (query, "display_name"));
  return result >= 0;
}

/**
 * mukana_retaining_erasures:
 *
 * Returns: yours, of #MukanaRetentionRun: erasures that another user is to approve, the oldest
 *   first
 */
GPtrArray *
mukana_retaining_erasures (MukanaDb  *db,
                           int        max_rows,
                           GError   **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (free_run);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "retention.waiting-erasures", error,
                                                    mukana_int ("max_rows", max_rows));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaRetentionRun *run = g_new0 (MukanaRetentionRun, 1);

      g_ptr_array_add (runs, run);
      run->id = mukana_query_get_int (query, "id");
      run->code = g_strdup (MUKANA_RETENTION_ERASURE);
      run->proposed_by = g_strdup (mukana_query_peek_text (query, "proposed_by"));
      run->proposed_on = mukana_day_from_us (mukana_query_get_int (query, "proposed_at"));
      run->done_on = MUKANA_DAY_NONE;
      run->n_records = 1;
      if (!name_erased (db, run, mukana_query_peek_text (query, "record_ids"), error))
        return NULL;
    }

  return result < 0 ? NULL : g_steal_pointer (&runs);
}

static GPtrArray *
read_runs (MukanaDb  *db,
           GError   **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (free_run);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "retention.runs", error,
                                                    mukana_int ("max_rows", MAX_RUNS));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaRetentionRun *run = g_new0 (MukanaRetentionRun, 1);
      gint64 done_at = mukana_query_get_int (query, "done_at");

      run->id = mukana_query_get_int (query, "id");
      run->code = g_strdup (mukana_query_peek_text (query, "code"));
      run->proposed_by = g_strdup (mukana_query_peek_text (query, "proposed_by"));
      run->proposed_on = mukana_day_from_us (mukana_query_get_int (query, "proposed_at"));
      run->approved_by = g_strdup (mukana_query_peek_text (query, "approved_by"));
      run->done_on = done_at != 0 ? mukana_day_from_us (done_at) : MUKANA_DAY_NONE;
      run->n_records = mukana_query_get_int (query, "n_records");
      g_ptr_array_add (runs, run);
      if (done_at == 0 && g_strcmp0 (run->code, MUKANA_RETENTION_ERASURE) == 0 &&
          !name_erased (db, run, mukana_query_peek_text (query, "record_ids"), error))
        return NULL;
    }

  return result < 0 ? NULL : g_steal_pointer (&runs);
}

static gpointer
erasures_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  return mukana_retaining_erasures (db, MAX_RUNS, error);
}

static gpointer
read_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaRetention) retention = g_new0 (MukanaRetention, 1);

  retention->actor = g_strdup (mukana_db_peek_actor (db));
  if (!(retention->rules = read_rules (db, error)) ||
      !(retention->due = find_due (db, retention->rules, NULL, error)) ||
      !(retention->runs = read_runs (db, error)))
    return NULL;

  return g_steal_pointer (&retention);
}

static gpointer
set_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GPtrArray) issues = mukana_retention_rule_check (arg);
  g_autoptr (MukanaQuery) query = NULL;
  MukanaRetentionRule *rule = arg;

  if (!mukana_issues_pass (issues, error) ||
      !(query = mukana_db_prepare (db, "retention.set", NULL, error)))
    return NULL;

  mukana_record_bind (MUKANA_RECORD (rule), query);
  if (mukana_query_run (query, error) >= 0 &&
      mukana_journal_add (db, "retaining.set", MUKANA_KIND_REGISTER, 0, rule->code, error))
    mukana_db_touch (db, MUKANA_KIND_RIGHTS, 0, MUKANA_EFFECT_CHANGED);
  return NULL;
}

static gpointer
order_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 n = run_order (db, arg, error);

  return n < -1 ? NULL : g_memdup2 (&n, sizeof n);
}

static gpointer
approve_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  gint64 n = approve (db, *(gint64 *) arg, error);

  return n < 0 ? NULL : g_memdup2 (&n, sizeof n);
}

static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  if (mukana_db_run (db, "retention.drop-run", error, mukana_int ("id", *(gint64 *) arg)) >= 0 &&
      mukana_journal_add (db, "retaining.drop", MUKANA_KIND_REGISTER, 0, NULL, error))
    mukana_db_touch (db, MUKANA_KIND_RIGHTS, 0, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_retaining_read_job = {
  "retaining.read", MUKANA_LANE_LONG, read_run, (GDestroyNotify) mukana_retention_free
};
const MukanaJob mukana_retaining_erasures_job = {
  "retaining.erasures", MUKANA_LANE_READ, erasures_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_retaining_set_job = { "retaining.set", MUKANA_LANE_WRITE, set_run, NULL };
const MukanaJob mukana_retaining_run_job = {
  "retaining.run", MUKANA_LANE_WRITE, order_run, g_free
};
const MukanaJob mukana_retaining_approve_job = {
  "retaining.approve", MUKANA_LANE_WRITE, approve_run, g_free
};
const MukanaJob mukana_retaining_drop_job = { "retaining.drop", MUKANA_LANE_WRITE, drop_run, NULL };
