/* mukana-calendar-words.c: what stands in the calendar, in words and as a button.
 *
 * Every kind has a colour, a shape and a word, and what is to be noticed has them too.  A
 * button is named in full for the ear: the date, the time, what, who, the state, and what
 * is wrong with it.
 */

#include "ui/calendar/mukana-calendar-words.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-day-words.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-week-scene.h"

static const struct
{
  const char *label;
  const char *icon;
} kinds[MUKANA_TIMETABLE_N_KINDS] = {
  [MUKANA_TIMETABLE_REQUEST] = { N_("Request"), "mukana-request-symbolic" },
  [MUKANA_TIMETABLE_ASSIGNMENT] = { N_("Assignment"), "mukana-assignment-symbolic" },
  [MUKANA_TIMETABLE_ABSENCE] = { N_("Absence"), "mukana-dashed-symbolic" },
  [MUKANA_TIMETABLE_SHIFT] = { N_("Shift"), "mukana-person-symbolic" },
  [MUKANA_TIMETABLE_EVENT] = { N_("Event"), "mukana-calendar-symbolic" },
  [MUKANA_TIMETABLE_THEME_DAY] = { N_("Theme day"), "mukana-organisation-symbolic" },
};

/** mukana_calendar_icon: Returns: static, the shape of @kind */
const char *
mukana_calendar_icon (MukanaTimetableKind kind)
{
  return kinds[kind].icon;
}

/* Days are stored one up: a first day of 1970 is not the same as none. */
void
mukana_calendar_set_day (GtkWidget *widget,
                         MukanaDay  day)
{
  g_object_set_data (G_OBJECT (widget), "mukana-day", GINT_TO_POINTER (day + 1));
}

/** mukana_calendar_find_day: Returns: (nullable): borrowed, what stands for @day in @widget */
GtkWidget *
mukana_calendar_find_day (GtkWidget *widget,
                          MukanaDay  day)
{
  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "mukana-day")) == day + 1)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = mukana_calendar_find_day (child, day);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* ---- Days ---- */

static char *
name_month (MukanaDay day)
{
  /* Translators: a month and its year, as the title of a calendar */
  static const char * const months[] = {
    N_("January %d"), N_("February %d"), N_("March %d"), N_("April %d"), N_("May %d"),
    N_("June %d"), N_("July %d"), N_("August %d"), N_("September %d"), N_("October %d"),
    N_("November %d"), N_("December %d"),
  };
  g_autoptr (GString) name = NULL;
  g_autofree char *number = NULL;
  int year, month, day_of_month;

  mukana_day_split (day, &year, &month, &day_of_month);
  name = g_string_new (_(months[month - 1]));
  number = g_strdup_printf ("%d", year);
  g_string_replace (name, "%d", number, 1);
  return g_strdup_printf ("%c%s", g_ascii_toupper (*name->str), name->str + 1);
}

static char *
name_range (MukanaDayRange days)
{
  g_autofree char *first = mukana_format_short_day (days.from);
  g_autofree char *last = mukana_format_day (NULL, days.until - 1);

  return g_strdup_printf ("%s–%s", first, last);
}

/** mukana_calendar_period_name: Returns: yours, "December 2026", "Week 50, 7.12.–13.12.2026" … */
char *
mukana_calendar_period_name (MukanaTimetableView view,
                             MukanaDay           day)
{
  MukanaDayRange days = mukana_timetable_period (view, day);
  g_autofree char *heading = NULL;
  g_autofree char *range = name_range (days);
  int year, month, day_of_month;

  if (view == MUKANA_TIMETABLE_MONTH)
    return name_month (day);
  if (view == MUKANA_TIMETABLE_AGENDA)
    return g_steal_pointer (&range);
  if (view == MUKANA_TIMETABLE_WEEK)
    /* Translators: the number of a week, and its first and last day */
    return g_strdup_printf (_("Week %1$d, %2$s"), mukana_day_iso_week (day), range);

  mukana_day_split (day, &year, &month, &day_of_month);
  heading = mukana_day_words_heading (day);
  return g_strdup_printf ("%s %d", heading, year);
}

/** mukana_calendar_day_name: Returns: yours, "Monday 23 November", and that it is today */
char *
mukana_calendar_day_name (MukanaDay day,
                          MukanaDay today)
{
  g_autofree char *heading = mukana_day_words_heading (day);

  return day == today ? g_strdup_printf ("%s, %s", heading, _("today"))
                      : g_steal_pointer (&heading);
}

/** mukana_calendar_clock_note: Returns: (nullable): yours, that the clocks are changed on @day */
char *
mukana_calendar_clock_note (MukanaDay day)
{
  int change = mukana_timetable_clock_change (day);

  return change == 0 ? NULL
         : g_strdup (change > 0 ? _("Clocks go back: the hour from 3 to 4 comes twice")
                                : _("Clocks go forward: there is no hour from 3 to 4"));
}

/* ---- Items ---- */

static gboolean
is_whole_day (const MukanaTimetableItem *item)
{
  return item->end_minute <= item->start_minute;
}

/** mukana_calendar_when: Returns: yours, "9–11", "all day", "until 14.12." */
char *
mukana_calendar_when (const MukanaTimetableItem *item)
{
  g_autofree char *last = mukana_format_short_day (item->last_day);

  if (!is_whole_day (item))
    return mukana_format_minutes (item->start_minute, item->end_minute);
  if (item->last_day == item->day)
    return g_strdup (_("all day"));

  return g_strdup_printf (_("until %s"), last);
}

/** mukana_calendar_what: Returns: yours, who and what in one line */
char *
mukana_calendar_what (const MukanaTimetableItem *item)
{
  if (item->kind == MUKANA_TIMETABLE_ABSENCE)
    /* Translators: somebody is away */
    return g_strdup_printf (_("%s away"), item->name);
  if (item->name == NULL || g_strcmp0 (item->name, item->title) == 0)
    return g_strdup (item->title);

  return g_strdup_printf ("%s, %s", item->name, item->title);
}

static const char *
label_state (const MukanaTimetableItem *item)
{
  if (item->state == NULL)
    return NULL;

  return mukana_code_label (item->kind == MUKANA_TIMETABLE_REQUEST ? mukana_request_states
                                                                   : mukana_assignment_states,
                            item->state);
}

static void
add_part (GPtrArray *parts,
          char      *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
add_place (GPtrArray                 *parts,
           const MukanaTimetableItem *item,
           MukanaLexicon             *words)
{
  add_part (parts, g_strdup (item->venue));
  if (item->mode != NULL)
    add_part (parts, mukana_work_place (words, item->mode, item->municipality));
  else if (item->municipality != NULL)
    add_part (parts, g_strdup (mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY,
                                                     item->municipality)));
}

/** mukana_calendar_about: Returns: yours, the kind, the state, how many are found, the place */
char *
mukana_calendar_about (const MukanaTimetableItem *item,
                       MukanaLexicon             *words)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_part (parts, g_strdup (_(kinds[item->kind].label)));
  add_part (parts, g_strdup (label_state (item)));
  if (item->kind == MUKANA_TIMETABLE_REQUEST)
    add_part (parts, g_strdup_printf (_("%1$d of %2$d found"), (int) item->n_found,
                                      (int) item->n_people));
  add_place (parts, item, words);
  return join (parts);
}

static char *
join_notes (const MukanaTimetableItem *item)
{
  g_autoptr (GPtrArray) notes = mukana_timetable_item_notes (item);

  return notes->len > 0 ? join (notes) : NULL;
}

/** mukana_calendar_say: Returns: yours, all of it in one sentence */
char *
mukana_calendar_say (const MukanaTimetableItem *item,
                     MukanaLexicon             *words)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_part (parts, mukana_day_words_heading (item->day));
  add_part (parts, mukana_calendar_when (item));
  add_part (parts, mukana_calendar_what (item));
  add_part (parts, mukana_calendar_about (item, words));
  add_part (parts, join_notes (item));
  return join (parts);
}

/** mukana_calendar_count: Returns: yours, "3 things", "nothing" */
char *
mukana_calendar_count (guint n_items)
{
  if (n_items == 0)
    return g_strdup (_("nothing"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing", "%u things", n_items),
                          n_items);
}

char *
mukana_calendar_more (guint n_more)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_more),
                          n_more);
}

/* ---- Buttons ---- */

static GtkWidget *
make_image (const char *icon,
            const char *css_class)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  return mukana_layout_style (image, css_class);
}

static void
add_kind_class (GtkWidget           *widget,
                MukanaTimetableKind  kind)
{
  g_autofree char *css_class = g_strconcat ("of-", mukana_timetable_kind_name (kind), NULL);

  gtk_widget_add_css_class (widget, css_class);
}

static GtkWidget *
make_start (const MukanaTimetableItem *item)
{
  g_autofree char *start = mukana_week_minute_text (item->start_minute);
  GtkWidget *label = mukana_layout_style (gtk_label_new (start), "time");

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static GtkWidget *
make_what (const MukanaTimetableItem *item,
           int                        n_lines)
{
  g_autofree char *what = mukana_calendar_what (item);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label = mukana_layout_text (what, NULL);

  g_object_set (label, "wrap", n_lines > 1, "lines", n_lines, "yalign", 0.0, "wrap-mode",
                PANGO_WRAP_WORD_CHAR, NULL);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  return mukana_layout_expand (label);
}

/**
 * mukana_calendar_item_new:
 * @is_tall: its time stands above its words, which may take @n_lines
 *
 * Returns: a button that opens the record of @item
 */
GtkWidget *
mukana_calendar_item_new (const MukanaTimetableItem *item,
                          const MukanaCalendarScene *scene,
                          gboolean                   is_tall,
                          int                        n_lines)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (scene->context);
  GtkWidget *button = gtk_button_new ();
  g_autofree char *say = mukana_calendar_say (item, words);
  g_autofree char *notes = join_notes (item);
  GtkWidget *line = mukana_layout_row (4, make_image (kinds[item->kind].icon, "shape"), NULL);

  if (notes != NULL)
    gtk_box_append (GTK_BOX (line), make_image ("mukana-alert-symbolic", "warning"));
  if (!is_whole_day (item))
    gtk_box_append (GTK_BOX (line), make_start (item));
  if (is_tall)
    line = mukana_layout_column (0, line, NULL);
  gtk_box_append (GTK_BOX (line), make_what (item, n_lines));

  gtk_button_set_child (GTK_BUTTON (button), line);
  mukana_layout_style (button, "calendar-item");
  add_kind_class (button, item->kind);
  if (notes != NULL)
    gtk_widget_add_css_class (button, "noticed");
  gtk_widget_set_tooltip_text (button, say);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, say, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)",
                                    mukana_timetable_route (item->kind),
                                    mukana_timetable_target (item));
  return button;
}

/** mukana_calendar_count_away: how many of @items, of which those are the last, are absences */
guint
mukana_calendar_count_away (GPtrArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((MukanaTimetableItem *) g_ptr_array_index (items, i))->kind == MUKANA_TIMETABLE_ABSENCE;

  return n;
}

static void
set_day_target (GtkWidget           *button,
                MukanaDay            day,
                MukanaTimetableView  view)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.day");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ii)", day, (int) view);
}

/* People, of whom one may be away at several times. */
static guint
count_people_away (GPtrArray *items)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < items->len; i++)
    {
      MukanaTimetableItem *item = g_ptr_array_index (items, i);

      if (item->kind == MUKANA_TIMETABLE_ABSENCE)
        g_hash_table_add (people, &item->person_id);
    }

  return g_hash_table_size (people);
}

/** mukana_calendar_away_new: Returns: a button for whoever of @items is away on @day, told in
 *  @view */
GtkWidget *
mukana_calendar_away_new (GPtrArray           *items,
                          MukanaDay            day,
                          MukanaTimetableView  view)
{
  guint n_away = count_people_away (items);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u away", "%u away",
                                                        n_away), n_away);
  g_autofree char *heading = mukana_day_words_heading (day);
  g_autofree char *name = g_strdup_printf ("%s, %s", heading, text);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), mukana_layout_row (4,
    make_image (kinds[MUKANA_TIMETABLE_ABSENCE].icon, "shape"),
    mukana_layout_expand (mukana_layout_text (text, NULL)), NULL));
  mukana_layout_style (button, "calendar-item");
  add_kind_class (button, MUKANA_TIMETABLE_ABSENCE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_day_target (button, day, view);
  return button;
}

/** mukana_calendar_more_new: Returns: a button that shows all of @day */
GtkWidget *
mukana_calendar_more_new (guint                n_more,
                          MukanaDay            day,
                          MukanaTimetableView  view)
{
  g_autofree char *more = mukana_calendar_more (n_more);
  g_autofree char *heading = mukana_day_words_heading (day);
  g_autofree char *name = g_strdup_printf ("%s, %s", heading, more);
  GtkWidget *button = gtk_button_new_with_label (more);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  mukana_layout_style (button, "calendar-more");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_day_target (button, day, view);
  return button;
}

/**
 * mukana_calendar_day_button:
 * @n_items: how many things there are on @day
 *
 * Returns: the number of the day, marked when it is today or looked at; shows the day
 */
GtkWidget *
mukana_calendar_day_button (MukanaDay                  day,
                            const MukanaCalendarScene *scene,
                            guint                      n_items)
{
  g_autofree char *heading = mukana_calendar_day_name (day, scene->timetable->today);
  g_autofree char *count = mukana_calendar_count (n_items);
  g_autofree char *name = g_strdup_printf ("%s, %s", heading, count);
  g_autofree char *number = NULL;
  GtkWidget *button;
  int year, month, day_of_month;

  mukana_day_split (day, &year, &month, &day_of_month);
  number = g_strdup_printf ("%d", day_of_month);
  button = gtk_button_new_with_label (number);
  gtk_widget_add_css_class (button, "flat");
  mukana_layout_style (button, "calendar-number");
  if (day == scene->timetable->today)
    gtk_widget_add_css_class (button, "today");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_day_target (button, day, MUKANA_TIMETABLE_DAY);
  mukana_calendar_set_day (button, day);
  return button;
}
