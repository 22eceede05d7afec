/* mukana-journaling.c: reading the journal, and checking that nobody has written in it.
 *
 * A list of ids in order and rows by a page of them, as all lists.  Reading the
 * journal is a look too.
 */

#include "services/mukana-journaling.h"

#include "base/mukana-words.h"
#include "domain/mukana-field-words.h"
#include "domain/mukana-journal-action.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"
#include "store/mukana-search-index.h"

/** mukana_journal_filter_new: Returns: yours, one that narrows nothing */
MukanaJournalFilter *
mukana_journal_filter_new (void)
{
  MukanaJournalFilter *self = g_new0 (MukanaJournalFilter, 1);

  self->group = -1;
  self->from_day = MUKANA_DAY_NONE;
  self->last_day = MUKANA_DAY_NONE;
  return self;
}

MukanaJournalFilter *
mukana_journal_filter_copy (const MukanaJournalFilter *self)
{
  MukanaJournalFilter *copy = g_memdup2 (self, sizeof *self);

  copy->needle = g_strdup (self->needle);
  copy->actor = g_strdup (self->actor);
  copy->kind = g_strdup (self->kind);
  copy->order = g_strdup (self->order);
  return copy;
}

void
mukana_journal_filter_free (MukanaJournalFilter *self)
{
  g_free (self->needle);
  g_free (self->actor);
  g_free (self->kind);
  g_free (self->order);
  g_free (self);
}

static gboolean
sees_people (MukanaDb *db)
{
  return mukana_role_may (mukana_db_peek_role (db), MUKANA_DEED_SEE_PEOPLE);
}

/* A number is a record's; words are looked for only by who may read names at all. */
static void
bind_needle (MukanaQuery               *query,
             MukanaDb                  *db,
             const MukanaJournalFilter *filter)
{
  const MukanaArg none = mukana_int ("record_id", filter->record_id);
  gint64 number;

  if (filter->needle != NULL &&
      g_ascii_string_to_signed (filter->needle, 10, 1, G_MAXINT64, &number, NULL))
    {
      const MukanaArg record = mukana_int ("record_id", number);

      mukana_query_bind (query, &record);
      mukana_search_bind (query, NULL, 2);
      return;
    }

  mukana_query_bind (query, &none);
  mukana_search_bind (query, sees_people (db) ? filter->needle : NULL, 2);
}

static gint64
start_of (MukanaDay day,
          gint64    otherwise)
{
  return day == MUKANA_DAY_NONE ? otherwise : mukana_day_minute_us (day, 0);
}

/** mukana_journaling_ids: what the job journaling.ids answers, for a job that goes on with it */
GArray *
mukana_journaling_ids (MukanaDb                  *db,
                       const MukanaJournalFilter *filter,
                       GError                   **error)
{
  MukanaDay after = filter->last_day == MUKANA_DAY_NONE ? MUKANA_DAY_NONE : filter->last_day + 1;
  g_autofree char *actions = filter->group >= 0
                             ? mukana_journal_group_actions ((MukanaDeedGroup) filter->group)
                             : NULL;
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, "journal.ids",
                                                     filter->order ? filter->order : "newest",
                                                     error);
  const MukanaArg args[] = {
    mukana_text ("actor", filter->actor),
    mukana_text ("actions", actions),
    mukana_text ("kind", filter->kind),
    mukana_int ("person_id", filter->person_id),
    mukana_int ("from_us", start_of (filter->from_day, G_MININT64)),
    mukana_int ("until_us", start_of (after, G_MAXINT64)),
  };

  if (query == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (args); i++)
    mukana_query_bind (query, &args[i]);
  bind_needle (query, db, filter);
  return mukana_ids_read (query, error);
}

static gpointer
ids_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  return mukana_journaling_ids (db, arg, error);
}

static gboolean
look_at_journal (gconstpointer  arg,
                 MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.journal", MUKANA_KIND_REGISTER, 0, NULL };
  return TRUE;
}

const MukanaJob mukana_journal_ids_job = {
  "journaling.ids", MUKANA_LANE_READ, ids_run, (GDestroyNotify) g_array_unref,
  .looks_at = look_at_journal, .needs = MUKANA_DEED_READ_JOURNAL
};

/** mukana_journaling_rows: as mukana_journaling_ids(); in any order */
GPtrArray *
mukana_journaling_rows (MukanaDb            *db,
                        const MukanaIdPage  *page,
                        GError             **error)
{
  return mukana_listing_rows (db, "journal.rows", MUKANA_TYPE_JOURNAL_ROW, page, error);
}

static gpointer
rows_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  return mukana_journaling_rows (db, arg, error);
}

const MukanaJob mukana_journal_rows_job = {
  "journaling.rows", MUKANA_LANE_READ, rows_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_READ_JOURNAL
};

static gpointer
actors_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "journal.actors", error);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    g_ptr_array_add (actors, g_strdup (mukana_query_peek_text (query, "actor")));

  return result < 0 ? NULL : g_steal_pointer (&actors);
}

const MukanaJob mukana_journal_actors_job = {
  "journaling.actors", MUKANA_LANE_READ, actors_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_READ_JOURNAL
};

static gpointer
verify_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  MukanaJournalVerdict verdict = { 0 };

  verdict.first_bad = mukana_journal_check (db, &verdict.n_rows, error);
  if (verdict.first_bad < 0 ||
      (verdict.cut_at_us = mukana_db_count (db, "journal.newest-cut", error)) < 0 ||
      (verdict.unanchored_at_us = mukana_db_count (db, "journal.newest-unanchored", error)) < 0)
    return NULL;

  return g_memdup2 (&verdict, sizeof verdict);
}

const MukanaJob mukana_journal_verify_job = {
  "journaling.verify", MUKANA_LANE_LONG, verify_run, g_free, .needs = MUKANA_DEED_READ_JOURNAL
};

static gpointer
of_person_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  return mukana_journal_of_person (db, *(gint64 *) arg, error);
}

const MukanaJob mukana_journal_of_person_job = {
  "journaling.of-person", MUKANA_LANE_READ, of_person_run, (GDestroyNotify) g_ptr_array_unref,
  .looks_at = look_at_journal, .needs = MUKANA_DEED_READ_JOURNAL
};

/* Of somebody who may be shown to whoever asks; else there is none, and that is no error. */
static gpointer
name_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaPerson) person = sees_people (db) ? mukana_people_get (db, *(gint64 *) arg, NULL)
                                                     : NULL;

  return person != NULL ? g_strdup (person->display_name) : NULL;
}

const MukanaJob mukana_journal_name_job = {
  "journaling.name", MUKANA_LANE_READ, name_run, g_free, .needs = MUKANA_DEED_READ_JOURNAL
};

static char *
describe_whole (const MukanaJournalVerdict *verdict)
{
  return g_strdup_printf (ngettext ("The log is whole: its one row is as it was written.",
                                    "The log is whole: all %lld rows are as they were written.",
                                    (gulong) verdict->n_rows), (long long) verdict->n_rows);
}

/** mukana_journal_describe: Returns: yours, what was found in translated sentences */
char *
mukana_journal_describe (const MukanaJournalVerdict *verdict)
{
  if (verdict->first_bad > 0)
    return g_strdup_printf (_("The log was changed: row %lld is the first that is not as it was "
                              "written, or is missing."), (long long) verdict->first_bad);
  if (verdict->cut_at_us > 0)
    {
      g_autofree char *at = mukana_journal_describe_time (verdict->cut_at_us);

      /* Translators: the day and the time of day */
      return g_strdup_printf (_("The end of the log was missing when the register was opened on "
                                "%s: rows had been taken away. What is left is as it was "
                                "written."),
                              at);
    }

  if (verdict->unanchored_at_us > 0)
    {
      g_autofree char *at = mukana_journal_describe_time (verdict->unanchored_at_us);
      g_autofree char *whole = describe_whole (verdict);

      /* Translators: that the log is whole; the day and the time of day */
      return g_strdup_printf (_("%s But when the register was opened on %s, nothing outside it "
                                "told where the log had ended: rows at its end may have been "
                                "taken away before that."), whole, at);
    }

  return describe_whole (verdict);
}

/** mukana_journal_describe_fields: Returns: yours, "E-mail, Phone"; "" when there are none */
char *
mukana_journal_describe_fields (const char *fields)
{
  g_auto (GStrv) names = g_strsplit (fields ? fields : "", " ", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *label = mukana_field_label (names[i]);

      /* What only the program keeps, as a version, says nothing to anybody. */
      if (label != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _(label));
    }

  return g_string_free (words, FALSE);
}

/**
 * mukana_journal_describe_deed:
 *
 * By what was searched is in the name of a search already.
 *
 * Returns: yours, "Changed a person: E-mail, Phone"
 */
char *
mukana_journal_describe_deed (MukanaJournalRow *row)
{
  const char *label = mukana_journal_action_label (row->action);
  gboolean is_search = mukana_journal_action_group (row->action) == MUKANA_DEEDS_SEARCHES;
  g_autofree char *fields = mukana_journal_describe_fields (is_search ? NULL : row->fields);

  return *fields == '\0' ? g_strdup (label ? _(label) : row->action)
                         : g_strdup_printf (_("%1$s: %2$s"), label ? _(label) : row->action,
                                            fields);
}

/* What a record of each kind is called before its number. */
static const struct
{
  const char *kind;
  const char *label;
} kinds[] = {
  { "person", N_("Person") },
  { "consent", N_("Person") },
  { "availability", N_("Person") },
  { "organisation", N_("Organisation") },
  { "request", N_("Request") },
  { "proposal", N_("Proposal") },
  { "assignment", N_("Assignment") },
  { "fee", N_("Fee line") },
  { "fee-batch", N_("Batch of fees") },
  { "feedback", N_("Feedback") },
  { "log-entry", N_("Cooperation") },
  { "rights", N_("Case") },
};

/** mukana_journal_describe_record: Returns: yours, "Person 12"; "" for none */
char *
mukana_journal_describe_record (MukanaJournalRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && row->record_id > 0; i++)
    if (g_strcmp0 (kinds[i].kind, row->kind) == 0)
      return g_strdup_printf ("%s %" G_GINT64_FORMAT, _(kinds[i].label), row->record_id);

  return g_strdup ("");
}

/** mukana_journal_describe_time: Returns: yours, "2026-11-23 07:05" in Finnish time */
char *
mukana_journal_describe_time (gint64 at_us)
{
  MukanaDay day = mukana_day_from_us (at_us);
  gint64 minute = (at_us - mukana_day_minute_us (day, 0)) / (60 * G_USEC_PER_SEC);
  g_autofree char *iso = mukana_day_to_iso (day);

  return g_strdup_printf ("%s %02d:%02d", iso, (int) (minute / 60), (int) (minute % 60));
}
