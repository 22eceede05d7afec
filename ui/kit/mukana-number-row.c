/* mukana-number-row.c: a whole number of a form, with its unit. */

#include "ui/kit/mukana-number-row.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "ui/kit/mukana-form-link.h"

#define MAX_NUMBER 1000000000

struct _MukanaNumberRow
{
  AdwEntryRow     parent_instance;

  MukanaFormLink *link;
  GtkLabel       *unit;
};

G_DEFINE_FINAL_TYPE (MukanaNumberRow, mukana_number_row, ADW_TYPE_ENTRY_ROW)

static void
mukana_number_row_class_init (MukanaNumberRowClass *klass)
{
  mukana_form_link_install (G_OBJECT_CLASS (klass));
}

static gboolean
read_number (MukanaFormLink *link,
             const char     *typed,
             gint64         *number)
{
  g_autofree char *tidy = mukana_text_tidy (typed);

  *number = mukana_form_link_get_empty (link);
  return mukana_text_is_empty (tidy) ||
         g_ascii_string_to_signed (tidy, 10, 0, MAX_NUMBER, number, NULL);
}

static void
show_field (GtkWidget *row)
{
  MukanaFormLink *link = MUKANA_NUMBER_ROW (row)->link;
  gint64 number = mukana_form_link_get_int (link), typed;
  g_autofree char *text = number != mukana_form_link_get_empty (link)
                            ? g_strdup_printf ("%" G_GINT64_FORMAT, number)
                            : g_strdup ("");

  /* What comes of elsewhere while somebody stands in an empty row is shown there too. */
  if ((!mukana_form_link_is_typing (link) ||
       *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0') &&
      (!read_number (link, gtk_editable_get_text (GTK_EDITABLE (row)), &typed) ||
       typed != number))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
typed_cb (MukanaNumberRow *self)
{
  gint64 number;

  if (read_number (self->link, gtk_editable_get_text (GTK_EDITABLE (self)), &number))
    mukana_form_link_put_int (self->link, number);
  else
    mukana_form_link_put_mistyped (self->link, _("Type a whole number."));
}

static void
mukana_number_row_init (MukanaNumberRow *self)
{
  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
  self->unit = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->unit), "second-line");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->unit));
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect (self, "changed", G_CALLBACK (typed_cb), NULL);
}

/** mukana_number_row_new: @unit: (nullable): translated, shown behind the number: "km" */
GtkWidget *
mukana_number_row_new (const char *title,
                       const char *field,
                       const char *unit,
                       MukanaForm *form)
{
  MukanaNumberRow *self = g_object_new (MUKANA_TYPE_NUMBER_ROW, "title", title, "field", field,
                                        "form", form, NULL);

  gtk_label_set_label (self->unit, unit ? unit : "");
  return GTK_WIDGET (self);
}
