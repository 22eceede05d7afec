/* mukana-plan-protocol.c: what was planned, from what, so that anybody can plan it again.
 *
 * First the plan as text, then what came of it, in numbers.  Whoever doubts it
 * plans the first part anew and compares: nothing but the text is needed, and
 * neither a clock nor how quick the computer is has a part in it.
 */

#include "domain/mukana-plan-protocol.h"

#include <string.h>

#define RESULT "\nresult "

/** mukana_plan_protocol_new: Returns: yours, @plan and what came of it as text */
char *
mukana_plan_protocol_new (MukanaPlan             *plan,
                          const MukanaPlanResult *result)
{
  g_autofree char *given = mukana_plan_format (plan);
  GString *text = g_string_new (NULL);

  g_string_append_len (text, given, (gssize) strlen (given) - 1);   /* RESULT ends the line */
  g_string_append_printf (text, RESULT "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u\n",
                          result->value, result->bound, result->n_branches);
  for (guint i = 0; i < result->seats->len; i++)
    {
      const MukanaPlanSeat *seat = &g_array_index (result->seats, MukanaPlanSeat, i);

      g_string_append_printf (text, "r %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %d %d %d\n",
                              seat->request_id, seat->person_id, seat->way, seat->line, seat->fit,
                              seat->is_reserve);
    }

  return g_string_free (text, FALSE);
}

/* Rows of seats are equal where the seats are. */
static void
compare_seats (MukanaPlanCheck *check,
               const char      *kept,
               const char      *again)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) kept_rows = g_strsplit (kept, "\n", -1), again_rows = g_strsplit (again, "\n", -1);

  for (guint i = 0; again_rows[i] != NULL; i++)
    g_hash_table_add (found, again_rows[i]);
  for (guint i = 0; kept_rows[i] != NULL; i++)
    if (g_str_has_prefix (kept_rows[i], "r "))
      {
        check->n_seats++;
        check->n_lost += !g_hash_table_contains (found, kept_rows[i]);
      }
}

/**
 * mukana_plan_protocol_check:
 * @progress: (nullable): called in this thread
 *
 * Plans again what the protocol says was given, with as many tries as are usual.
 */
MukanaPlanCheck
mukana_plan_protocol_check (const char         *text,
                            MukanaPlanProgress  progress,
                            gpointer            data)
{
  MukanaPlanCheck check = { 0 };
  const char *result_row = strstr (text, RESULT);
  g_autofree char *given = NULL, *again = NULL;
  g_autoptr (MukanaPlan) plan = NULL;
  g_autoptr (MukanaPlanner) planner = NULL;
  g_autoptr (MukanaPlanResult) result = NULL;

  if (result_row == NULL)
    return check;

  given = g_strndup (text, (gsize) (result_row - text + 1));
  if ((plan = mukana_plan_parse (given)) == NULL)
    return check;

  planner = mukana_planner_new (plan);
  result = mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, progress, data);
  if (result == NULL || result->is_stopped)
    return check;

  again = mukana_plan_protocol_new (plan, result);
  check.is_read = TRUE;
  check.holds = strcmp (text, again) == 0;
  check.value = g_ascii_strtoll (result_row + strlen (RESULT), NULL, 10);
  check.value_again = result->value;
  compare_seats (&check, result_row, strstr (again, RESULT));
  return check;
}

/** mukana_plan_protocol_holds: Returns: whether the same comes of it */
gboolean
mukana_plan_protocol_holds (const char *text)
{
  return mukana_plan_protocol_check (text, NULL, NULL).holds;
}

/** mukana_plan_protocol_digest: Returns: yours, SHA-256 in hexadecimal digits */
char *
mukana_plan_protocol_digest (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
