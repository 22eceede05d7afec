/* mukana-date-row.c: a day of a form, typed or taken from a calendar. */

#include "ui/kit/mukana-date-row.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-days.h"
#include "base/mukana-text.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-form-link.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/kit/mukana-typed-day.h"

struct _MukanaDateRow
{
  AdwEntryRow     parent_instance;

  MukanaFormLink *link;
  GtkLabel       *weekday;   /* of the day that is typed */
  GtkWidget      *button;
  GtkCalendar    *calendar;
};

G_DEFINE_FINAL_TYPE (MukanaDateRow, mukana_date_row, ADW_TYPE_ENTRY_ROW)

static void
mukana_date_row_class_init (MukanaDateRowClass *klass)
{
  mukana_form_link_install (G_OBJECT_CLASS (klass));
}

static char *
format_day (MukanaDay day)
{
  int year, month, number;

  if (day == MUKANA_DAY_NONE)
    return g_strdup ("");

  mukana_day_split (day, &year, &month, &number);
  return g_strdup_printf ("%d.%d.%d", number, month, year);
}

/* "3.4" is on its way to a day: what does not yet say another one stays. */
static void
show_field (GtkWidget *row)
{
  MukanaDay day = (MukanaDay) mukana_form_link_get_int (MUKANA_DATE_ROW (row)->link);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autofree char *text = format_day (day);
  gboolean is_typing = mukana_form_link_is_typing (MUKANA_DATE_ROW (row)->link);

  if (!is_typing && mukana_typed_day (typed) != day)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* What was typed without its year shows which one was understood. */
static void
show_weekday (MukanaDateRow *self,
              const char    *typed,
              MukanaDay      day)
{
  g_autofree char *whole = format_day (day);
  g_autofree char *words =
    mukana_day_parse (typed) == day ? g_strdup (mukana_format_weekday_name (day))
                                    : g_strdup_printf ("%s %s", mukana_format_weekday_name (day),
                                                       whole);

  gtk_label_set_label (self->weekday, words);
}

static void
typed_cb (MukanaDateRow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self));
  MukanaDay day = mukana_typed_day (typed);

  show_weekday (self, typed, day);
  if (day == MUKANA_DAY_NONE && !mukana_text_is_empty (typed))
    mukana_form_link_put_mistyped (self->link, _("Type a day, such as 3.4. or 3.4.2026."));
  else
    mukana_form_link_put_int (self->link, day);
}

static void
day_selected_cb (MukanaDateRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = NULL;

  text = format_day (mukana_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                                     g_date_time_get_day_of_month (date)));
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

/* The calendar opens at the day that is typed. */
static void
calendar_shown_cb (MukanaDateRow *self)
{
  MukanaDay day = (MukanaDay) mukana_form_link_get_int (self->link);
  g_autoptr (GDateTime) date = NULL;
  int year, month, number;

  if (day == MUKANA_DAY_NONE)
    return;

  mukana_day_split (day, &year, &month, &number);
  date = g_date_time_new_local (year, month, number, 12, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static gboolean
open_calendar (GtkWidget *row,
               GVariant  *args,
               gpointer   data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (MUKANA_DATE_ROW (row)->button));
  return GDK_EVENT_STOP;
}

/* Whoever types goes from the day to the next row; the calendar opens from the row itself. */
static void
leave_out_of_tab (MukanaDateRow *self)
{
  GtkWidget *inner = gtk_widget_get_first_child (self->button);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_set_focusable (inner, FALSE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (
    gtk_shortcut_trigger_parse_string ("<Alt>Down|F4"),
    gtk_callback_action_new (open_calendar, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
mukana_date_row_init (MukanaDateRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
  self->weekday = GTK_LABEL (mukana_layout_text ("", "second-line"));
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->button = gtk_menu_button_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "mukana-calendar-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  mukana_menu_tip_set (self->button, _("Calendar (Alt+Down)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Calendar"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->weekday));
  leave_out_of_tab (self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (calendar_shown_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect (self, "changed", G_CALLBACK (typed_cb), NULL);
}

GtkWidget *
mukana_date_row_new (const char *title,
                     const char *field,
                     MukanaForm *form)
{
  return g_object_new (MUKANA_TYPE_DATE_ROW, "title", title, "field", field, "form", form, NULL);
}
