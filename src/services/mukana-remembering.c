/* mukana-remembering.c: what the users of a register have set for it together. */

#include "services/mukana-remembering.h"

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "domain/mukana-guardian.h"
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

/* Settings that the register itself computes with: a number between two ends. */
static const struct
{
  const char *name;
  int         least;
  int         most;
} numbers[] = {
  { "youngest-age", MUKANA_YOUNGEST_AGE, MUKANA_ADULT_AGE },
};

static gboolean
check_setting (const MukanaSetting  *setting,
               GError              **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].name, setting->name) &&
        !g_ascii_string_to_signed (setting->value, 10, numbers[i].least, numbers[i].most, NULL,
                                   NULL))
      {
        g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "%s is between %d and %d",
                     setting->name, numbers[i].least, numbers[i].most);
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
      (id = mukana_record_insert (db, "filters.save", arg, error)) < 0)
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
  if (mukana_db_run (db, "filters.remove", error, mukana_int ("id", *(gint64 *) arg)) > 0)
    mukana_db_touch (db, MUKANA_KIND_REGISTER, 0, MUKANA_EFFECT_CHANGED);

  return NULL;
}

const MukanaJob mukana_setting_get_job = {
  "remembering.get", MUKANA_LANE_READ, get_run, g_free
};
const MukanaJob mukana_setting_set_job = {
  "remembering.set", MUKANA_LANE_WRITE, set_run, NULL
};
const MukanaJob mukana_filters_list_job = {
  "remembering.filters", MUKANA_LANE_READ, list_run, (GDestroyNotify) g_ptr_array_unref
};
const MukanaJob mukana_filter_save_job = {
  "remembering.filter-save", MUKANA_LANE_WRITE, save_run, g_free
};
const MukanaJob mukana_filter_remove_job = {
  "remembering.filter-remove", MUKANA_LANE_WRITE, remove_run, NULL
};
