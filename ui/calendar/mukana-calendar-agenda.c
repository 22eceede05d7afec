/* mukana-calendar-agenda.c: days one below the other, each with what takes place in it. */

#include "ui/calendar/mukana-calendar-agenda.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"

#define TIME_CHARS 12
#define MOST_IN_A_DAY 100    /* rows that are made; all that come after are a number */

static GtkWidget *
make_texts (const MukanaTimetableItem *item,
            const MukanaCalendarScene *scene)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (scene->context);
  g_autofree char *what = mukana_calendar_what (item);
  g_autofree char *about = mukana_calendar_about (item, words);
  g_autoptr (GPtrArray) notes = mukana_timetable_item_notes (item);
  GtkWidget *texts = mukana_layout_column (0, mukana_layout_wrapped (what, "row-title"),
                                           mukana_layout_wrapped (about, "second-line"), NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      GtkWidget *pill = mukana_pill_new (MUKANA_PILL_WARN, g_ptr_array_index (notes, i));

      gtk_widget_set_halign (pill, GTK_ALIGN_START);
      gtk_widget_set_margin_top (pill, 3);
      gtk_box_append (GTK_BOX (texts), pill);
    }

  return mukana_layout_expand (texts);
}

static void
add_row (GtkWidget                 *card,
         const MukanaTimetableItem *item,
         const MukanaCalendarScene *scene)
{
  g_autofree char *when = mukana_calendar_when (item);
  g_autofree char *say = mukana_calendar_say (item,
                                              mukana_context_peek_vocabulary (scene->context));
  g_autofree char *css_class = g_strconcat ("of-", mukana_timetable_kind_name (item->kind), NULL);
  GtkWidget *shape = gtk_image_new_from_icon_name (mukana_calendar_icon (item->kind));
  GtkWidget *time = mukana_layout_text (when, "time");
  GtkWidget *row;

  gtk_label_set_width_chars (GTK_LABEL (time), scene->is_narrow ? -1 : TIME_CHARS);
  gtk_widget_set_valign (time, GTK_ALIGN_START);
  gtk_widget_set_valign (shape, GTK_ALIGN_START);
  mukana_layout_style (mukana_layout_style (shape, "calendar-shape"), css_class);
  row = mukana_layout_card_add (card, scene->is_narrow
    ? mukana_layout_row (9, shape, mukana_layout_expand (mukana_layout_column (0, time,
                           make_texts (item, scene), NULL)), NULL)
    : mukana_layout_row (12, time, shape, make_texts (item, scene), NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "calendar.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)",
                                    mukana_timetable_route (item->kind),
                                    mukana_timetable_target (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, say, -1);
}

static GtkWidget *
make_card (const MukanaCalendarScene *scene,
           GPtrArray                 *items)
{
  GtkWidget *card = mukana_layout_card ();

  for (guint i = 0; i < MIN (items->len, MOST_IN_A_DAY); i++)
    add_row (card, g_ptr_array_index (items, i), scene);
  if (items->len > MOST_IN_A_DAY)
    {
      g_autofree char *more = mukana_calendar_more (items->len - MOST_IN_A_DAY);

      mukana_layout_card_add (card, mukana_layout_text (more, "second-line"));
    }
  if (items->len == 0)
    mukana_layout_card_add (card, mukana_layout_text (_("Nothing on this day"), "second-line"));

  return card;
}

static void
add_day (GtkWidget                 *list,
         const MukanaCalendarScene *scene,
         MukanaDay                  day,
         GPtrArray                 *items)
{
  g_autofree char *name = mukana_calendar_day_name (day, scene->timetable->today);
  g_autofree char *note = mukana_calendar_clock_note (day);
  GtkWidget *heading = mukana_layout_text (name, "group-title"), *card = make_card (scene, items);
  GtkWidget *group;

  if (day == scene->timetable->today)
    gtk_widget_add_css_class (heading, "calendar-today");
  group = mukana_layout_column (6, heading, NULL);
  if (note != NULL)
    gtk_box_append (GTK_BOX (group), mukana_layout_wrapped (note, "second-line"));
  gtk_box_append (GTK_BOX (group), card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  mukana_calendar_set_day (gtk_widget_get_first_child (card), day);
  gtk_box_append (GTK_BOX (list), group);
}

/* What lasts several days is told on the first of them that is shown, and until when. */
static GPtrArray *
find_items (const MukanaCalendarScene *scene,
            MukanaDay                  day,
            MukanaDay                  first)
{
  GPtrArray *items = mukana_timetable_of_day (scene->timetable, day);

  for (guint i = items->len; i-- > 0;)
    if (day > first && ((MukanaTimetableItem *) g_ptr_array_index (items, i))->day < day)
      g_ptr_array_remove_index (items, i);

  return items;
}

/**
 * mukana_calendar_agenda_new:
 * @days: of those of the scene
 * @with_empty: whether days in which there is nothing are told as well
 */
GtkWidget *
mukana_calendar_agenda_new (const MukanaCalendarScene *scene,
                            MukanaDayRange             days,
                            gboolean                   with_empty)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  for (MukanaDay day = days.from; day < days.until; day++)
    {
      g_autoptr (GPtrArray) items = find_items (scene, day, days.from);

      if (items->len > 0 || with_empty)
        add_day (list, scene, day, items);
    }

  return list;
}
