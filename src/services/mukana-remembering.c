/* mukana-remembering.c: what the users of a register have set for it together. */

#include "services/mukana-remembering.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "domain/mukana-feedback.h"
#include "domain/mukana-group-rules.h"
#include "domain/mukana-plan-limits.h"
#include "domain/mukana-guardian.h"
#include "domain/mukana-support-task.h"
#include "services/mukana-erasing.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

MukanaSetting *
mukana_setting_new (const char *name,
                    const char *value)
{
  MukanaSetting *self = g_new0 (MukanaSetting, 1);

  self->name = g_strdup (name);
  self->value = g_strdup (value);
  return self;
}

void
mukana_setting_free (MukanaSetting *self)
{
  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

static gpointer
get_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "settings.get", error,
                                                    mukana_text ("name", arg));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result < 0)
    return NULL;

  return g_strdup (result > 0 ? mukana_query_peek_text (query, "value") : "");
}

const char * const mukana_setting_names[] = {
  "youngest-age", MUKANA_HANDLING_TIME, MUKANA_SUPPORT_DAYS, MUKANA_GROUP_RULES,
  MUKANA_PLAN_LIMITS, MUKANA_ERASING_NEEDS_SECOND, NULL
};

static gboolean
is_youngest_age (const char *text)
{
  return g_ascii_string_to_signed (text, 10, MUKANA_YOUNGEST_AGE, MUKANA_ADULT_AGE, NULL, NULL);
}

static gboolean
is_handling_time (const char *text)
{
  MukanaHandlingTime time = mukana_handling_time_parse (text);
  g_autofree char *tidy = mukana_handling_time_to_text (&time);

  return g_str_equal (text, tidy);
}

static gboolean
are_support_days (const char *text)
{
  MukanaSupportDays days;

  return mukana_support_days_parse (text, &days);
}

static gboolean
are_group_rules (const char *text)
{
  MukanaGroupRules rules;

  return mukana_group_rules_parse (text, &rules);
}

static gboolean
are_plan_limits (const char *text)
{
  MukanaPlanLimits limits;

  return mukana_plan_limits_parse (text, &limits);
}

static gboolean
is_yes_or_no (const char *text)
{
  return g_str_equal (text, "yes") || g_str_equal (text, "no");
}

/* What the register itself computes with must be something to compute with. */
static const struct
{
  const char  *name;
  gboolean   (*holds) (const char *text);
  const char  *sentence;
} checks[] = {
  { "youngest-age", is_youngest_age, N_("The age is a number from 15 to 18.") },
  { MUKANA_HANDLING_TIME, is_handling_time,
    N_("Write a number of days from 1 to 90 and “calendar” or “working”.") },
  { MUKANA_SUPPORT_DAYS, are_support_days,
    N_("Write three numbers of days from 0 to 90: for what is booked, for what is arranged, and "
       "for a debriefing.") },
  { MUKANA_GROUP_RULES, are_group_rules,
    N_("Write what is asked of a group: “two”, “mentor”, “areas” and codes of languages, or "
       "“none”.") },
  { MUKANA_PLAN_LIMITS, are_plan_limits,
    N_("Write two numbers: to how many requests one person is planned in a month, and in a "
       "quarter.") },
  { MUKANA_ERASING_NEEDS_SECOND, is_yes_or_no, N_("Write “yes” or “no”.") },
};

static gboolean
check_setting (const MukanaSetting  *setting,
               GError              **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_str_equal (checks[i].name, setting->name) && !checks[i].holds (setting->value))
      {
        g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, checks[i].sentence);
        return FALSE;
      }

  return TRUE;
}

/* Who may take part changes with the age: everywhere, and for what is proposed already. */
static gboolean
apply_setting (MukanaDb             *db,
               const MukanaSetting  *setting,
               GError              **error)
{
  if (g_str_equal (setting->name, MUKANA_GROUP_RULES) ||
      g_str_equal (setting->name, MUKANA_PLAN_LIMITS))
    {
      mukana_db_touch (db, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);   /* plans are old */
      return TRUE;
    }
  if (!g_str_equal (setting->name, "youngest-age"))
    {
      mukana_db_touch (db, MUKANA_KIND_REGISTER, 0, MUKANA_EFFECT_CHANGED);
      return TRUE;
    }

  mukana_db_touch (db, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);
  return mukana_db_run (db, "proposals.close-unmatchable", error,
                        mukana_text ("state", "withdrawn"),
                        mukana_day ("day", mukana_db_today (db))) >= 0;
}

static gpointer
set_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  MukanaSetting *setting = arg;

  if (check_setting (setting, error) &&
      mukana_db_run (db, "settings.set", error, mukana_text ("name", setting->name),
                     mukana_text ("value", setting->value)) >= 0 &&
      apply_setting (db, setting, error))
    mukana_journal_add (db, "settings.set", MUKANA_KIND_REGISTER, 0, setting->name, error);

  return NULL;
}

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  return mukana_record_list (db, "filters.list", MUKANA_TYPE_SAVED_FILTER, error,
                             mukana_text ("list", arg));
}

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) issues = mukana_saved_filter_check (arg);
  gint64 id;

  if (!mukana_issues_pass (issues, error) ||
      (id = mukana_record_insert (db, "filters.save", arg, error)) < 0 ||
      !mukana_journal_add (db, "filters.save", MUKANA_KIND_REGISTER, 0, NULL, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_REGISTER, 0, MUKANA_EFFECT_CHANGED);
  return g_memdup2 (&id, sizeof id);
}

static gpointer
remove_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  if (mukana_db_run (db, "filters.remove", error, mukana_int ("id", *(gint64 *) arg)) > 0 &&
      mukana_journal_add (db, "filters.remove", MUKANA_KIND_REGISTER, 0, NULL, error))
    mukana_db_touch (db, MUKANA_KIND_REGISTER, 0, MUKANA_EFFECT_CHANGED);

  return NULL;
}

const MukanaJob mukana_setting_get_job = {
  "remembering.get", MUKANA_LANE_READ, get_run, g_free
};
const MukanaJob mukana_setting_set_job = {
  "remembering.set", MUKANA_LANE_WRITE, set_run, NULL, .needs = MUKANA_DEED_KEEP_REGISTER
};
const MukanaJob mukana_filters_list_job = {
  "remembering.filters", MUKANA_LANE_READ, list_run, (GDestroyNotify) g_ptr_array_unref
};
const MukanaJob mukana_filter_save_job = {
  "remembering.filter-save", MUKANA_LANE_WRITE, save_run, g_free, .needs = MUKANA_DEED_SEE_PEOPLE
};
const MukanaJob mukana_filter_remove_job = {
  "remembering.filter-remove", MUKANA_LANE_WRITE, remove_run, NULL, .needs = MUKANA_DEED_SEE_PEOPLE
};
