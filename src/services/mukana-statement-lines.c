/* mukana-statement-lines.c: the statements of a time, asked and given: what counts them.
 *
 * The year's numbers of cooperation, the indicator of the programme and the reports count the lines
 * of this list, so that what one of them says the list shows.
 */

#include "services/mukana-statement-lines.h"

#include <string.h>

#include "store/mukana-db.h"

void
mukana_statement_line_free (MukanaStatementLine *self)
{
  g_free (self->organisation_name);
  g_free (self->about);
  g_free (self);
}

static gboolean
is_within (MukanaDay day,
           MukanaDay from,
           MukanaDay until)
{
  return day != MUKANA_DAY_NONE && day >= from && day <= until;
}

static MukanaStatementLine *
read_line (MukanaQuery *query,
           MukanaDay    from,
           MukanaDay    until)
{
  MukanaStatementLine *line = g_new0 (MukanaStatementLine, 1);

  line->organisation_id = mukana_query_get_int (query, "organisation_id");
  line->organisation_name = g_strdup (mukana_query_peek_text (query, "organisation_name"));
  line->organisation_kind = g_intern_string (mukana_query_peek_text (query, "organisation_kind"));
  line->kind = g_intern_string (mukana_query_peek_text (query, "kind"));
  line->about = g_strdup (mukana_query_peek_text (query, "about"));
  line->asked_on = mukana_query_get_day (query, "asked_on");
  line->given_on = mukana_query_get_day (query, "given_on");
  line->is_asked = is_within (line->asked_on, from, until);
  line->is_given = is_within (line->given_on, from, until);
  return line;
}

/**
 * mukana_statement_lines_load:
 * @from: first day
 * @until: last day
 *
 * Thread: worker.
 * Returns: (nullable): yours, of MukanaStatementLine, newest first
 */
GPtrArray *
mukana_statement_lines_load (MukanaDb   *db,
                             MukanaDay   from,
                             MukanaDay   until,
                             GError    **error)
{
  g_autoptr (GPtrArray) lines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_statement_line_free);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "statements.of-period", error,
                                                    mukana_day ("from", from),
                                                    mukana_day ("until", until));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    g_ptr_array_add (lines, read_line (query, from, until));

  return result == 0 ? g_steal_pointer (&lines) : NULL;
}

/** mukana_statement_lines_count: @organisation_kind: (nullable): NULL counts those of all kinds */
MukanaStatementCount
mukana_statement_lines_count (GPtrArray  *lines,
                              const char *organisation_kind)
{
  MukanaStatementCount count = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const MukanaStatementLine *line = g_ptr_array_index (lines, i);

      if (organisation_kind != NULL && strcmp (line->organisation_kind, organisation_kind) != 0)
        continue;
      count.n_asked += line->is_asked;
      count.n_given += line->is_given;
      count.n_hearings += line->is_asked && strcmp (line->kind, "hearing") == 0;
    }

  return count;
}

static gpointer
lines_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  int year = (int) *(const gint64 *) arg;

  return mukana_statement_lines_load (db, mukana_day_new (year, 1, 1),
                                      mukana_day_new (year, 12, 31), error);
}

const MukanaJob mukana_statement_lines_job = {
  "statement-lines.read", MUKANA_LANE_READ, lines_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_WORK_HERE
};
