/* mukana-people-step.c: a search of people made of steps: add those, leave out these, only some.
 *
 * Steps are words beside the conditions that a search begins with, in the order in which they
 * hold: "theme=ik.kot +role=peer -asked=3 &county=20".  A word that is not understood is no step.
 */

#include "domain/mukana-people-step.h"

#include <string.h>

static const char marks[MUKANA_N_STEP_KINDS + 1] = "+-&";

static void
free_step (gpointer data)
{
  MukanaPeopleStep *step = data;

  g_free (step->condition);
  g_free (step->code);
  g_free (step);
}

/** mukana_people_steps_parse: @text: (nullable); Returns: yours, of MukanaPeopleStep, in order */
GPtrArray *
mukana_people_steps_parse (const char *text)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (free_step);
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *mark = *words[i] != '\0' ? strchr (marks, *words[i]) : NULL;
      const char *equals = strchr (words[i], '=');
      MukanaPeopleStep *step;

      if (mark == NULL || equals == NULL || equals == words[i] + 1 || equals[1] == '\0')
        continue;
      step = g_new0 (MukanaPeopleStep, 1);
      step->kind = (MukanaPeopleStepKind) (mark - marks);
      step->condition = g_strndup (words[i] + 1, (gsize) (equals - words[i]) - 1);
      step->code = g_strdup (equals + 1);
      g_ptr_array_add (steps, step);
    }

  return steps;
}

/** mukana_people_step_format: Returns: yours, one word, as mukana_people_steps_parse() reads it */
char *
mukana_people_step_format (MukanaPeopleStepKind kind,
                           const char          *condition,
                           const char          *code)
{
  return g_strdup_printf ("%c%s=%s", marks[kind], condition, code);
}

/** mukana_people_steps_name: Returns: whether a step asks for @condition */
gboolean
mukana_people_steps_name (const char *text,
                          const char *condition)
{
  g_autoptr (GPtrArray) steps = mukana_people_steps_parse (text);

  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (((MukanaPeopleStep *) g_ptr_array_index (steps, i))->condition, condition))
      return TRUE;

  return FALSE;
}

static void
append (GArray *to,
        GArray *from,
        guint   i)
{
  g_array_append_val (to, g_array_index (from, gint64, i));
}

/**
 * mukana_people_ids_combine:
 * @found: gint64 ids, rising
 * @ids: those who fulfil the step, rising
 *
 * Returns: yours, who is found after the step, rising
 */
GArray *
mukana_people_ids_combine (MukanaPeopleStepKind  kind,
                           GArray               *found,
                           GArray               *ids)
{
  GArray *after = g_array_sized_new (FALSE, FALSE, sizeof (gint64), found->len);
  guint i = 0, j = 0;

  while (i < found->len || j < ids->len)
    {
      gint64 a = i < found->len ? g_array_index (found, gint64, i) : G_MAXINT64;
      gint64 b = j < ids->len ? g_array_index (ids, gint64, j) : G_MAXINT64;

      if (a < b && kind != MUKANA_STEP_ONLY)
        append (after, found, i);
      else if (a == b && kind != MUKANA_STEP_LEAVE_OUT)
        append (after, found, i);
      else if (a > b && kind == MUKANA_STEP_ADD)
        append (after, ids, j);
      i += a <= b;
      j += b <= a;
    }

  return after;
}
