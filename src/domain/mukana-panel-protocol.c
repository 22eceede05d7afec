/* mukana-panel-protocol.c: what a panel was drawn from and how, so that anybody can draw it again.
 *
 * First the input as text, then what came of it.  People are places in a list and
 * what they count for, without numbers of the register or names: who reads it
 * learns of nobody, and who holds the list of the drawn can check them.
 *
 * Where some are kept apart it tells how many pairs and never who: neither the rows of
 * people nor the lottery, which is told by what people count for alone, is other than it
 * would be with another pair of the same kind.  Such a draw cannot be made again without
 * the register; mukana-panel-check looks whether what is told fits together.
 */

#include "domain/mukana-panel.h"

#include <string.h>

#define HEAD "mukana panel 1\n"
#define RESULT "\nresult "
#define MOST_FIELDS 5

/** mukana_panel_format: Returns: yours, the input as text */
char *
mukana_panel_format (MukanaPanel *self)
{
  GString *text = g_string_new (HEAD);

  g_string_append_printf (text, "draw %d %d %" G_GUINT64_FORMAT "\n", self->size, self->n_reserve,
                          self->seed);
  if (self->n_apart > 0)
    g_string_append_printf (text, "apart %u\n", self->n_apart);
  for (guint i = 0; i < self->targets->len; i++)
    {
      const MukanaPanelTarget *target = &g_array_index (self->targets, MukanaPanelTarget, i);

      g_string_append_printf (text, "target %s %s %d %d\n", target->dimension, target->value,
                              target->least, target->most);
    }
  for (guint i = 0; i < self->people->len; i++)
    g_string_append_printf (text, "person %" G_GINT64_MODIFIER "x\n",
                            g_array_index (self->people, MukanaPanelPerson, i).features);

  return g_string_free (text, FALSE);
}

static gboolean
read_row (MukanaPanel *self,
          const char  *row)
{
  g_auto (GStrv) fields = g_strsplit (row, " ", MOST_FIELDS + 1);
  guint n = g_strv_length (fields);

  if (n == 2 && g_str_equal (fields[0], "person") && self->people->len < MUKANA_PANEL_MOST_PEOPLE)
    mukana_panel_add_person (self, self->people->len + 1, g_ascii_strtoull (fields[1], NULL, 16));
  else if (n == 2 && g_str_equal (fields[0], "apart"))
    self->n_apart = (guint) CLAMP (g_ascii_strtoll (fields[1], NULL, 10), 0, G_MAXINT);
  else if (n == 5 && g_str_equal (fields[0], "target") &&
           self->targets->len < MUKANA_PANEL_MOST_TARGETS)
    mukana_panel_add_target (self, fields[1], fields[2],
                             (int) g_ascii_strtoll (fields[3], NULL, 10),
                             (int) g_ascii_strtoll (fields[4], NULL, 10));
  else if (n == 4 && g_str_equal (fields[0], "draw"))
    {
      self->size = (int) CLAMP (g_ascii_strtoll (fields[1], NULL, 10), 0, MUKANA_PANEL_MOST_SIZE);
      self->n_reserve = (int) CLAMP (g_ascii_strtoll (fields[2], NULL, 10), 0,
                                     MUKANA_PANEL_MOST_SIZE);
      self->seed = g_ascii_strtoull (fields[3], NULL, 10);
    }
  else
    return FALSE;

  return TRUE;
}

/** mukana_panel_parse: Returns: (nullable): yours; NULL for what is no input of a draw */
MukanaPanel *
mukana_panel_parse (const char *text)
{
  g_autoptr (MukanaPanel) self = mukana_panel_new (0, 0, 0);
  g_auto (GStrv) rows = NULL;

  if (!g_str_has_prefix (text, HEAD))
    return NULL;

  rows = g_strsplit (text + strlen (HEAD), "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    if (*rows[i] != '\0' && !read_row (self, rows[i]))
      return NULL;

  return self->size > 0 ? g_steal_pointer (&self) : NULL;
}

/* Types that differ only by whom somebody is kept apart from are told as one. */
static gboolean
is_told (MukanaPanelResult *result,
         guint              type)
{
  const MukanaPanelType *types = &g_array_index (result->types, MukanaPanelType, 0);

  return type == 0 || types[type].features != types[type - 1].features;
}

static void
add_type (GString           *text,
          MukanaPanelResult *result,
          guint              first,
          gboolean           has_weights)
{
  const MukanaPanelType *types = &g_array_index (result->types, MukanaPanelType, 0);
  guint64 chances = 0;
  guint n_people = 0;

  for (guint t = first; t < result->types->len && types[t].features == types[first].features; t++)
    {
      n_people += types[t].n_people;
      chances += (guint64) types[t].chance * types[t].n_people;
    }

  g_string_append_printf (text, "type %" G_GINT64_MODIFIER "x %u chance %u", types[first].features,
                          n_people, (guint) (chances / n_people));
  if (has_weights)
    g_string_append_printf (text, " weight %" G_GINT64_FORMAT,
                            first < result->weights->len
                            ? g_array_index (result->weights, gint64, first) : 0);
  g_string_append_c (text, '\n');
}

static void
add_ticket (GString                 *text,
            MukanaPanelResult       *result,
            const MukanaPanelTicket *ticket)
{
  guint told = 0;

  g_string_append_printf (text, "ticket %u", ticket->weight);
  for (guint t = 0, next; t < result->types->len; t = next, told++)
    {
      int count = ticket->counts[t];

      for (next = t + 1; next < result->types->len && !is_told (result, next); next++)
        count += ticket->counts[next];
      if (count > 0)
        g_string_append_printf (text, " %u:%d", told, count);
    }
  g_string_append_c (text, '\n');
}

static void
add_lottery (GString           *text,
             MukanaPanelResult *result,
             gboolean           has_weights)
{
  for (guint t = 0; t < result->types->len; t++)
    if (is_told (result, t))
      add_type (text, result, t, has_weights);
  for (guint i = 0; i < result->tickets->len; i++)
    add_ticket (text, result, &g_array_index (result->tickets, MukanaPanelTicket, i));
}

/** mukana_panel_protocol: Returns: yours, the input and what came of it */
char *
mukana_panel_protocol (MukanaPanel       *self,
                       MukanaPanelResult *result)
{
  g_autofree char *given = mukana_panel_format (self);
  GString *text = g_string_new (NULL);

  g_string_append_len (text, given, (gssize) strlen (given) - 1);   /* RESULT ends the line */
  g_string_append_printf (text, RESULT "%s %u %u %d",
                          result->is_possible ? "drawn" : "impossible", result->least_chance,
                          result->bound, result->is_leximin);
  if (self->n_apart > 0)
    g_string_append_printf (text, " %u", result->n_shut_out);   /* no chance tells it then */
  g_string_append_c (text, '\n');
  for (guint i = 0; result->relaxations != NULL && i < result->relaxations->len; i++)
    {
      const MukanaPanelRelaxation *relaxation = &g_array_index (result->relaxations,
                                                                MukanaPanelRelaxation, i);

      g_string_append_printf (text, "relax %d %s %d %d\n", relaxation->target,
                              relaxation->is_least ? "least" : "most", relaxation->from,
                              relaxation->to);
    }
  add_lottery (text, result, self->n_apart == 0);
  for (guint i = 0; i < result->drawn->len; i++)
    g_string_append_printf (text, "drawn %u\n", g_array_index (result->drawn, guint, i) + 1);
  for (guint i = 0; i < result->reserve->len; i++)
    g_string_append_printf (text, "reserve %u\n", g_array_index (result->reserve, guint, i) + 1);

  return g_string_free (text, FALSE);
}

/** mukana_panel_digest: Returns: yours, SHA-256 in hexadecimal digits */
char *
mukana_panel_digest (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
