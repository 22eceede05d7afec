/* mukana-open-times.c: what of a request is open yet: at which of its times, and how many people.
 *
 * A request takes place once, so where somebody is asked already the others are asked to the same.
 */

#include "ui/app/mukana-open-times.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-proposing.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-layout.h"

#define BUTTONS "buttons"   /* of the box: GPtrArray of GtkCheckButton, each with its way */

static gboolean
is_standing (const MukanaProposal *proposal)
{
  return g_strcmp0 (proposal->state, "proposed") == 0 ||
         g_strcmp0 (proposal->state, "accepted") == 0;
}

/** mukana_open_times_say: @way: an alternative time's id; 0: the needed times.  Returns:
 * (nullable): yours, in words */
char *
mukana_open_times_say (const MukanaRequestFile *file,
                       gint64                   way)
{
  g_autoptr (GPtrArray) needed = g_ptr_array_new ();

  for (guint i = 0; i < file->times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (file->times, i);

      if (way != 0 && time->id == way)
        return mukana_work_when (time->day, time->start_minute, time->end_minute);
      if (!time->is_alternative)
        g_ptr_array_add (needed, time);
    }

  return way == 0 && needed->len > 0 ? mukana_work_times (needed) : NULL;
}

/** mukana_open_times_has_ways: Returns: whether there is more than one way to hold it */
gboolean
mukana_open_times_has_ways (const MukanaRequestFile *file)
{
  for (guint i = 0; i < file->times->len; i++)
    if (((MukanaRequestTime *) g_ptr_array_index (file->times, i))->is_alternative)
      return TRUE;

  return FALSE;
}

/**
 * mukana_open_times_say_asked:
 *
 * Returns: yours, in words: the time to which people were asked, because that is when it takes
 * place; while nobody is asked, the first and how many more
 */
char *
mukana_open_times_say_asked (const MukanaRequestFile *file)
{
  for (guint i = 0; i < file->proposals->len && mukana_open_times_has_ways (file); i++)
    {
      const MukanaProposal *proposal =
        ((MukanaProposalRow *) g_ptr_array_index (file->proposals, i))->proposal;
      char *words = is_standing (proposal) ? mukana_open_times_say (file, proposal->slot_id)
                                           : NULL;

      if (words != NULL)
        return words;
    }

  return mukana_work_times (file->times);
}

static gboolean
is_open (const MukanaRequestFile *file,
         gint64                   way)
{
  for (guint i = 0; i < file->proposals->len; i++)
    {
      const MukanaProposal *proposal =
        ((MukanaProposalRow *) g_ptr_array_index (file->proposals, i))->proposal;

      if (is_standing (proposal) && proposal->slot_id != way)
        return FALSE;
    }

  return TRUE;
}

static void
free_time (gpointer data)
{
  MukanaOpenTime *time = data;

  g_free (time->words);
  g_free (time);
}

/** mukana_open_times_new: @file: (nullable); @ways: gint64; Returns: yours, of MukanaOpenTime:
 * those of @ways that are open */
GPtrArray *
mukana_open_times_new (const MukanaRequestFile *file,
                       GArray                  *ways)
{
  GPtrArray *times = g_ptr_array_new_with_free_func (free_time);

  for (guint i = 0; file != NULL && i < ways->len; i++)
    {
      gint64 way = g_array_index (ways, gint64, i);
      g_autofree char *words = is_open (file, way) ? mukana_open_times_say (file, way) : NULL;
      MukanaOpenTime *time;

      if (words == NULL)
        continue;
      time = g_new0 (MukanaOpenTime, 1);
      time->way = way;
      time->words = g_steal_pointer (&words);
      g_ptr_array_add (times, time);
    }

  return times;
}

/** mukana_open_places: Returns: how many people are wanted besides those asked and agreed */
guint
mukana_open_places (const MukanaRequestFile *file)
{
  g_autoptr (GPtrArray) seated = mukana_request_file_seated (file, FALSE);

  return (guint) MAX (file->request->people - (gint64) seated->len, 0);
}

/** mukana_open_reserve: Returns: how many reserves are wanted besides those asked already */
guint
mukana_open_reserve (const MukanaRequestFile *file)
{
  g_autoptr (GPtrArray) seated = mukana_request_file_seated (file, TRUE);

  return (guint) MAX (file->request->reserve - (gint64) seated->len, 0);
}

/** mukana_open_times_box_new: Returns: asks at which of @times, with @way or the first marked */
GtkWidget *
mukana_open_times_box_new (GPtrArray *times,
                           gint64     way)
{
  GtkWidget *box = mukana_layout_column (3, mukana_layout_text (_("At which time?"), "row-title"),
                                         NULL);
  GPtrArray *buttons = g_ptr_array_new ();

  for (guint i = 0; i < times->len; i++)
    {
      const MukanaOpenTime *time = g_ptr_array_index (times, i);
      GtkWidget *button = gtk_check_button_new_with_label (time->words);

      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button),
                                    GTK_CHECK_BUTTON (g_ptr_array_index (buttons, 0)));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), i == 0 || time->way == way);
      g_object_set_data_full (G_OBJECT (button), "way",
                              g_memdup2 (&time->way, sizeof time->way), g_free);
      g_ptr_array_add (buttons, button);
      gtk_box_append (GTK_BOX (box), button);
    }

  g_object_set_data_full (G_OBJECT (box), BUTTONS, buttons, (GDestroyNotify) g_ptr_array_unref);
  return box;
}

/** mukana_open_times_box_get: Returns: the way of that which is marked */
gint64
mukana_open_times_box_get (GtkWidget *box)
{
  GPtrArray *buttons = g_object_get_data (G_OBJECT (box), BUTTONS);
  gint64 way = 0;

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (buttons, i)))
      way = *(gint64 *) g_object_get_data (g_ptr_array_index (buttons, i), "way");

  return way;
}

/** mukana_open_times_box_take: marks one */
void
mukana_open_times_box_take (GtkWidget *box,
                            guint      index)
{
  GPtrArray *buttons = g_object_get_data (G_OBJECT (box), BUTTONS);

  gtk_check_button_set_active (g_ptr_array_index (buttons, index), TRUE);
}
