/* mukana-planning-refusals.c: who cannot be asked any more, for what, and why. */

#include "ui/planning/mukana-planning-refusals.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-layout.h"

static const char *
find_name (const MukanaPlanningAnswer  *answer,
           const MukanaPlanningRefusal *refusal,
           const char                 **title)
{
  for (guint r = 0; r < answer->requests->len; r++)
    {
      const MukanaPlanningRequest *told = g_ptr_array_index (answer->requests, r);

      if (told->request_id != refusal->request_id)
        continue;
      *title = told->title;
      for (guint i = 0; i < told->moves->len; i++)
        {
          const MukanaPlanningMove *move = g_ptr_array_index (told->moves, i);

          if (move->person_id == refusal->person_id)
            return move->name;
        }
    }

  return _("a person without consent");   /* left the page at once */
}

/** mukana_planning_refusals_new: Returns: a card */
GtkWidget *
mukana_planning_refusals_new (const MukanaPlanningAnswer  *answer,
                              const MukanaPlanningApplied *applied)
{
  GtkWidget *card = mukana_layout_card ();

  for (guint i = 0; i < applied->refusals->len; i++)
    {
      const MukanaPlanningRefusal *refusal = &g_array_index (applied->refusals,
                                                             MukanaPlanningRefusal, i);
      const char *title = "", *name = find_name (answer, refusal, &title);
      g_autofree char *first = g_strdup_printf ("%s: %s", name,
                                                mukana_planning_refusal_label (refusal->kind));

      mukana_layout_card_add (card, mukana_layout_column (0, mukana_layout_wrapped (first, NULL),
                                                          mukana_layout_wrapped (title,
                                                                                 "second-line"),
                                                          NULL));
    }

  return card;
}
