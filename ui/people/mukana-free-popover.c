/* mukana-free-popover.c: a day typed or taken from a calendar, and from when until when on it.
 *
 * Without hours any half hour of the day will do.  What is mistyped keeps the button from being
 * pressed, so nothing is looked for that nobody asked.
 */

#include "ui/people/mukana-free-popover.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"

#define HOURS_CHARS 6
#define TIP_CHARS 44

struct _MukanaFreePopover
{
  GtkPopover   parent_instance;

  GtkWidget   *day;
  GtkLabel    *weekday;
  GtkCalendar *calendar;
  GtkWidget   *from;
  GtkWidget   *until;
  GtkWidget   *choose;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaFreePopover, mukana_free_popover, GTK_TYPE_POPOVER)

static const char *
typed_in (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
mark (GtkWidget *entry,
      gboolean   is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Returns: whether what is typed is a time; marks what is not */
static gboolean
read_time (MukanaFreePopover *self,
           MukanaFreeSpan    *time)
{
  gboolean has_hours = !mukana_text_is_empty (typed_in (self->from)) ||
                       !mukana_text_is_empty (typed_in (self->until));
  gboolean is_wrong;

  *time = (MukanaFreeSpan) { mukana_day_parse (typed_in (self->day)), -1, -1 };
  if (has_hours)
    {
      time->start_minute = mukana_minute_parse (typed_in (self->from));
      time->end_minute = mukana_minute_parse (typed_in (self->until));
    }

  is_wrong = has_hours && (time->start_minute < 0 || time->end_minute <= time->start_minute);
  mark (self->day, time->day == MUKANA_DAY_NONE && !mukana_text_is_empty (typed_in (self->day)));
  mark (self->from, is_wrong && time->start_minute < 0 &&
                    !mukana_text_is_empty (typed_in (self->from)));
  mark (self->until, is_wrong && time->start_minute >= 0 &&
                     !mukana_text_is_empty (typed_in (self->until)));
  return time->day != MUKANA_DAY_NONE && !is_wrong;
}

static void
typed_cb (MukanaFreePopover *self)
{
  MukanaFreeSpan time;

  gtk_widget_set_sensitive (self->choose, read_time (self, &time));
  gtk_label_set_label (self->weekday, mukana_format_weekday_name (time.day));
}

static void
choose_cb (MukanaFreePopover *self)
{
  MukanaFreeSpan time;
  g_autofree char *code = NULL;

  if (!read_time (self, &time))
    return;

  code = mukana_free_span_format (&time);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, code);
}

static gboolean
choose_soon_cb (gpointer self)
{
  choose_cb (self);
  return G_SOURCE_REMOVE;
}

/* Closed while its own entry still handles the key, the popover would keep the pointer. */
static void
entered_cb (MukanaFreePopover *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, choose_soon_cb, g_object_ref (self), g_object_unref);
}

static void
day_selected_cb (MukanaFreePopover *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text =
    mukana_format_day (NULL, mukana_day_new (g_date_time_get_year (date),
                                             g_date_time_get_month (date),
                                             g_date_time_get_day_of_month (date)));

  gtk_editable_set_text (GTK_EDITABLE (self->day), text);
}

static void
show_day (MukanaFreePopover *self,
          MukanaDay          day)
{
  g_autofree char *text = mukana_format_day (NULL, day);
  g_autoptr (GDateTime) date = NULL;
  int year, month, number;

  mukana_day_split (day, &year, &month, &number);
  date = g_date_time_new_local (year, month, number, 12, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->day), text);
}

static void
show_minute (GtkWidget *entry,
             int        minute)
{
  g_autofree char *text = minute >= 0 ? mukana_minute_to_iso (minute) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
mukana_free_popover_class_init (MukanaFreePopoverClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_entry (MukanaFreePopover *self,
            const char        *label,
            int                n_chars)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), n_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), n_chars);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entered_cb), self);
  return entry;
}

static void
mukana_free_popover_init (MukanaFreePopover *self)
{
  GtkWidget *hours, *tip;

  self->choose = mukana_layout_button (_("_Show Who Is Free"), "suggested-action", NULL);
  self->weekday = GTK_LABEL (mukana_layout_text ("", "second-line"));
  self->day = make_entry (self, _("Day"), 10);
  self->from = make_entry (self, _("From"), HOURS_CHARS);
  self->until = make_entry (self, _("Until"), HOURS_CHARS);
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->from), "12:00");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->until), "16:00");
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb), self);
  hours = mukana_layout_row (6, mukana_layout_text (_("Time"), NULL), self->from,
                             mukana_layout_text ("–", NULL), self->until, NULL);
  tip = mukana_layout_wrapped (_("Without hours: free for some time of the day. Found are those "
                                 "who agreed to be matched and have told when they can."),
                               "second-line");
  gtk_label_set_max_width_chars (GTK_LABEL (tip), TIP_CHARS);
  gtk_popover_set_child (GTK_POPOVER (self), mukana_layout_column (9,
    mukana_layout_row (6, mukana_layout_text (_("Day"), NULL), mukana_layout_expand (self->day),
                       GTK_WIDGET (self->weekday), NULL),
    GTK_WIDGET (self->calendar), hours, tip, self->choose, NULL));
}

GtkWidget *
mukana_free_popover_new (void)
{
  return g_object_new (MUKANA_TYPE_FREE_POPOVER, NULL);
}

/** mukana_free_popover_open: @code: (nullable): what is asked now; NULL: @today, at any time */
void
mukana_free_popover_open (MukanaFreePopover *self,
                          const char        *code,
                          MukanaDay          today)
{
  MukanaFreeSpan time = { today, -1, -1 };

  if (code != NULL)
    mukana_free_span_parse (code, &time);
  show_day (self, time.day);
  show_minute (self->from, time.start_minute);
  show_minute (self->until, time.end_minute);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->day);
}

GtkWidget *
mukana_free_popover_peek_day (MukanaFreePopover *self)
{
  return self->day;
}
