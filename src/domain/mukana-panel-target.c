/* mukana-panel-target.c: targets as they are written, and whom they count.
 *
 * "area:205=2-4; age:18-29=1-; language:sv=1-3": how many of the panel, apart by
 * semicolons.  Without an upper end it is the size of the panel.
 */

#include "domain/mukana-panel-target.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-person.h"

/* "18-29", "65-" */
static gboolean
read_range (const char *text,
            int         open_end,
            int        *least,
            int        *most)
{
  char *end;
  gint64 first = g_ascii_strtoll (text, &end, 10), last = first;

  if (end == text)
    return FALSE;
  if (*end == '-' && end[1] == '\0')
    {
      last = open_end;
      end++;
    }
  else if (*end == '-')
    {
      text = end + 1;
      last = g_ascii_strtoll (text, &end, 10);
      if (end == text)
        return FALSE;
    }

  *least = (int) CLAMP (first, -1, 100000);
  *most = (int) CLAMP (last, -1, 100000);
  return *end == '\0' && first >= 0;
}

static gboolean
is_known (const char *dimension,
          const char *value)
{
  int least, most;

  if (strpbrk (value, " \n") != NULL || *value == '\0')
    return FALSE;
  if (strcmp (dimension, "age") == 0)
    return read_range (value, 200, &least, &most) && least <= most;
  if (strcmp (dimension, "gender") == 0)
    return mukana_code_index (mukana_genders, value) >= 0;
  if (strcmp (dimension, "situation") == 0)
    return mukana_code_index (mukana_situations, value) >= 0;
  if (strcmp (dimension, "language") == 0)
    return mukana_code_index (mukana_languages, value) >= 0;

  /* Municipalities and themes are the register's: whoever has its words looks. */
  return mukana_code_index (mukana_panel_dimensions, dimension) >= 0;
}

static MukanaPanelTargetsFault
read_target (MukanaPanel *self,
             char        *text)
{
  char *colon = strchr (text, ':'), *equals = colon != NULL ? strchr (colon, '=') : NULL;
  int least, most;

  if (equals == NULL)
    return MUKANA_PANEL_TARGETS_UNREADABLE;

  *colon = *equals = '\0';
  if (!read_range (g_strstrip (equals + 1), self->size, &least, &most))
    return MUKANA_PANEL_TARGETS_UNREADABLE;
  if (!is_known (g_strstrip (text), g_strstrip (colon + 1)))
    return MUKANA_PANEL_TARGETS_UNKNOWN;
  if (least > most || least > self->size)
    return MUKANA_PANEL_TARGETS_UPSIDE_DOWN;
  if (self->targets->len >= MUKANA_PANEL_MOST_TARGETS)
    return MUKANA_PANEL_TARGETS_TOO_MANY;

  mukana_panel_add_target (self, text, colon + 1, least, MIN (most, self->size));
  return MUKANA_PANEL_TARGETS_FINE;
}

/**
 * mukana_panel_read_targets:
 * @where: (out) (optional): the first target that is not fine; yours
 *
 * Adds the targets in @text, whose panel has its size already.
 */
MukanaPanelTargetsFault
mukana_panel_read_targets (MukanaPanel  *self,
                           const char   *text,
                           char        **where)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *whole = g_strdup (g_strstrip (parts[i]));
      MukanaPanelTargetsFault fault = *whole != '\0' ? read_target (self, parts[i])
                                                     : MUKANA_PANEL_TARGETS_FINE;

      if (fault == MUKANA_PANEL_TARGETS_FINE)
        continue;
      if (where != NULL)
        *where = g_steal_pointer (&whole);
      return fault;
    }

  return MUKANA_PANEL_TARGETS_FINE;
}

/** mukana_panel_fault_label: Returns: borrowed, a source string for gettext with one %s */
const char *
mukana_panel_fault_label (MukanaPanelTargetsFault fault)
{
  switch (fault)
    {
    case MUKANA_PANEL_TARGETS_UNKNOWN:
      return N_("“%s” asks for something that is not known here.");
    case MUKANA_PANEL_TARGETS_UPSIDE_DOWN:
      return N_("“%s” asks for more at least than at most, or than the panel has.");
    case MUKANA_PANEL_TARGETS_TOO_MANY:
      return N_("There are too many targets, from “%s” on.");
    case MUKANA_PANEL_TARGETS_FINE:
    case MUKANA_PANEL_TARGETS_UNREADABLE:
    default:
      return N_("“%s” is no target. Write, for example: area:205=2-4; age:18-29=1-");
    }
}

/** mukana_panel_target_fits: what is not stated fits nothing */
gboolean
mukana_panel_target_fits (const MukanaPanelTarget *self,
                          const MukanaPanelFacts  *facts)
{
  const char *dimension = self->dimension;
  int least, most;

  if (strcmp (dimension, "area") == 0)
    return g_strcmp0 (facts->place, self->value) == 0;
  if (strcmp (dimension, "age") == 0)
    return facts->age > 0 && read_range (self->value, 200, &least, &most) &&
           facts->age >= least && facts->age <= most;
  if (strcmp (dimension, "gender") == 0)
    return mukana_codes_hold (facts->genders, self->value);
  if (strcmp (dimension, "language") == 0)
    return mukana_codes_hold (facts->languages, self->value);
  if (strcmp (dimension, "service") == 0)
    return mukana_codes_hold (facts->themes, self->value);

  return mukana_codes_hold (facts->situations, self->value);
}

/** mukana_panel_features: Returns: the targets that @facts count for, as bits */
guint64
mukana_panel_features (MukanaPanel            *self,
                       const MukanaPanelFacts *facts)
{
  guint64 features = 0;

  for (guint i = 0; i < self->targets->len; i++)
    if (mukana_panel_target_fits (&g_array_index (self->targets, MukanaPanelTarget, i), facts))
      features |= G_GUINT64_CONSTANT (1) << i;

  return features;
}
