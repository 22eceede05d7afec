/* mukana-panel-protocol.c: what a panel was drawn from and how, so that anybody can draw it again.
 *
 * First the input as text, then what came of it.  People are places in a list and
 * what they count for, without numbers of the register or names: who reads it
 * learns of nobody, and who holds the list of the drawn can check them.
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

static void
add_lottery (GString           *text,
             MukanaPanelResult *result)
{
  for (guint t = 0; t < result->types->len; t++)
    {
      const MukanaPanelType *type = &g_array_index (result->types, MukanaPanelType, t);
      gint64 weight = t < result->weights->len ? g_array_index (result->weights, gint64, t) : 0;

      g_string_append_printf (text, "type %" G_GINT64_MODIFIER "x %u chance %u weight %"
                              G_GINT64_FORMAT "\n", type->features, type->n_people, type->chance,
                              weight);
    }
  for (guint i = 0; i < result->tickets->len; i++)
    {
      const MukanaPanelTicket *ticket = &g_array_index (result->tickets, MukanaPanelTicket, i);

      g_string_append_printf (text, "ticket %u", ticket->weight);
      for (guint t = 0; t < result->types->len; t++)
        if (ticket->counts[t] > 0)
          g_string_append_printf (text, " %u:%d", t, ticket->counts[t]);
      g_string_append_c (text, '\n');
    }
}

/** mukana_panel_protocol: Returns: yours, the input and what came of it */
char *
mukana_panel_protocol (MukanaPanel       *self,
                       MukanaPanelResult *result)
{
  g_autofree char *given = mukana_panel_format (self);
  GString *text = g_string_new (NULL);

  g_string_append_len (text, given, (gssize) strlen (given) - 1);   /* RESULT ends the line */
  g_string_append_printf (text, RESULT "%s %u %u %d\n",
                          result->is_possible ? "drawn" : "impossible", result->least_chance,
                          result->bound, result->is_leximin);
  for (guint i = 0; result->relaxations != NULL && i < result->relaxations->len; i++)
    {
      const MukanaPanelRelaxation *relaxation = &g_array_index (result->relaxations,
                                                                MukanaPanelRelaxation, i);

      g_string_append_printf (text, "relax %d %s %d %d\n", relaxation->target,
                              relaxation->is_least ? "least" : "most", relaxation->from,
                              relaxation->to);
    }
  add_lottery (text, result);
  for (guint i = 0; i < result->drawn->len; i++)
    g_string_append_printf (text, "drawn %u\n", g_array_index (result->drawn, guint, i) + 1);
  for (guint i = 0; i < result->reserve->len; i++)
    g_string_append_printf (text, "reserve %u\n", g_array_index (result->reserve, guint, i) + 1);

  return g_string_free (text, FALSE);
}

/** mukana_panel_holds: Returns: whether the same comes of it when it is drawn again */
gboolean
mukana_panel_holds (const char *protocol)
{
  const char *result_row = strstr (protocol, RESULT);
  g_autofree char *given = NULL, *again = NULL;
  g_autoptr (MukanaPanel) panel = NULL;
  g_autoptr (MukanaPanelResult) result = NULL;

  if (result_row == NULL)
    return FALSE;

  given = g_strndup (protocol, (gsize) (result_row - protocol + 1));
  if ((panel = mukana_panel_parse (given)) == NULL)
    return FALSE;

  result = mukana_panel_draw (panel, NULL, NULL);
  again = mukana_panel_protocol (panel, result);
  return strcmp (protocol, again) == 0;
}

/** mukana_panel_digest: Returns: yours, SHA-256 in hexadecimal digits */
char *
mukana_panel_digest (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
