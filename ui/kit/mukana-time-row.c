/* mukana-time-row.c: a time of the day of a form, typed as people write it.
 *
 * A list to choose from was tried: it is slower than four digits, and knows only some minutes.
 */

#include "ui/kit/mukana-time-row.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-days.h"
#include "ui/kit/mukana-form-link.h"
#include "ui/kit/mukana-layout.h"

struct _MukanaTimeRow
{
  AdwEntryRow     parent_instance;

  MukanaFormLink *link;
  GtkLabel       *read_as;   /* the time that is typed, as it is written elsewhere */
};

G_DEFINE_FINAL_TYPE (MukanaTimeRow, mukana_time_row, ADW_TYPE_ENTRY_ROW)

static void
mukana_time_row_class_init (MukanaTimeRowClass *klass)
{
  mukana_form_link_install (G_OBJECT_CLASS (klass));
}

static char *
format_minute (int minute)
{
  return g_strdup_printf ("%d.%02d", minute / 60, minute % 60);
}

/* "93" is on its way to a time, and "930" is one: neither is written over. */
static void
show_field (GtkWidget *row)
{
  int minute = (int) mukana_form_link_get_int (MUKANA_TIME_ROW (row)->link);
  g_autofree char *text = format_minute (minute);

  if (!mukana_form_link_is_typing (MUKANA_TIME_ROW (row)->link) &&
      mukana_minute_parse (gtk_editable_get_text (GTK_EDITABLE (row))) != minute)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
typed_cb (MukanaTimeRow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self));
  int minute = mukana_minute_parse (typed);
  g_autofree char *text = minute >= 0 ? format_minute (minute) : g_strdup (typed);

  /* "9.30" says so itself. */
  gtk_label_set_label (self->read_as, g_str_equal (text, typed) ? "" : text);
  if (minute < 0)
    mukana_form_link_put_mistyped (self->link, _("Type a time, such as 9.30."));
  else
    mukana_form_link_put_int (self->link, minute);
}

static void
mukana_time_row_init (MukanaTimeRow *self)
{
  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
  self->read_as = GTK_LABEL (mukana_layout_text ("", "second-line"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->read_as));
  g_signal_connect (self, "changed", G_CALLBACK (typed_cb), NULL);
}

/** mukana_time_row_new: @field: minutes after midnight, a number of the draft; static */
GtkWidget *
mukana_time_row_new (const char *title,
                     const char *field,
                     MukanaForm *form)
{
  return g_object_new (MUKANA_TYPE_TIME_ROW, "title", title, "field", field, "form", form, NULL);
}
