/* mukana-clock-row.c: a time of day of a form, kept as minutes after midnight. */

#include "ui/kit/mukana-clock-row.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-form-link.h"

#define LAST_MINUTE (24 * 60 - 1)

struct _MukanaClockRow
{
  AdwEntryRow     parent_instance;

  MukanaFormLink *link;
};

G_DEFINE_FINAL_TYPE (MukanaClockRow, mukana_clock_row, ADW_TYPE_ENTRY_ROW)

static void
mukana_clock_row_class_init (MukanaClockRowClass *klass)
{
  mukana_form_link_install (G_OBJECT_CLASS (klass));
}

/* Empty is midnight: what is not told needs no time. */
static gboolean
read_minute (const char *typed,
             int        *minute)
{
  g_autofree char *tidy = mukana_text_tidy (typed);

  *minute = mukana_text_is_empty (tidy) ? 0 : mukana_minute_parse (tidy);
  return *minute >= 0 && *minute <= LAST_MINUTE;
}

static void
show_field (GtkWidget *row)
{
  MukanaFormLink *link = MUKANA_CLOCK_ROW (row)->link;
  int minute = (int) mukana_form_link_get_int (link), typed;
  g_autofree char *text = minute != 0 ? mukana_format_clock (minute) : g_strdup ("");

  if (!mukana_form_link_is_typing (link) &&
      (!read_minute (gtk_editable_get_text (GTK_EDITABLE (row)), &typed) || typed != minute))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
typed_cb (MukanaClockRow *self)
{
  int minute;

  if (read_minute (gtk_editable_get_text (GTK_EDITABLE (self)), &minute))
    mukana_form_link_put_int (self->link, minute);
  else
    mukana_form_link_put_mistyped (self->link, _("Type the time as 8.30 or 15.05."));
}

static void
mukana_clock_row_init (MukanaClockRow *self)
{
  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
  g_signal_connect (self, "changed", G_CALLBACK (typed_cb), NULL);
}

/** mukana_clock_row_new: @title: translated; @field: of minutes after midnight */
GtkWidget *
mukana_clock_row_new (const char *title,
                      const char *field,
                      MukanaForm *form)
{
  return g_object_new (MUKANA_TYPE_CLOCK_ROW, "title", title, "field", field, "form", form, NULL);
}
