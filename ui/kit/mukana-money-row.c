/* mukana-money-row.c: an amount of a form, in euros and cents. */

#include "ui/kit/mukana-money-row.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"
#include "base/mukana-text.h"
#include "ui/kit/mukana-form-link.h"

struct _MukanaMoneyRow
{
  AdwEntryRow     parent_instance;

  MukanaFormLink *link;
  GtkLabel       *unit;
};

G_DEFINE_FINAL_TYPE (MukanaMoneyRow, mukana_money_row, ADW_TYPE_ENTRY_ROW)

static void
mukana_money_row_class_init (MukanaMoneyRowClass *klass)
{
  mukana_form_link_install (G_OBJECT_CLASS (klass));
}

/* Returns: whether @typed is an amount; nothing typed is no money, where that is not asked for. */
static gboolean
read_amount (MukanaFormLink *link,
             const char     *typed,
             gint64         *amount_cents)
{
  *amount_cents = mukana_form_link_get_empty (link);
  return mukana_text_is_empty (typed) || mukana_money_parse (typed, amount_cents);
}

static void
show_field (GtkWidget *row)
{
  MukanaFormLink *link = MUKANA_MONEY_ROW (row)->link;
  gint64 amount_cents = mukana_form_link_get_int (link), typed_cents;
  g_autofree char *text = amount_cents != mukana_form_link_get_empty (link)
                            ? mukana_money_format (amount_cents)
                            : g_strdup ("");

  if (!mukana_form_link_is_typing (link) &&
      (!read_amount (link, gtk_editable_get_text (GTK_EDITABLE (row)), &typed_cents) ||
       typed_cents != amount_cents))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
typed_cb (MukanaMoneyRow *self)
{
  gint64 amount_cents;

  if (read_amount (self->link, gtk_editable_get_text (GTK_EDITABLE (self)), &amount_cents))
    mukana_form_link_put_int (self->link, amount_cents);
  else
    mukana_form_link_put_mistyped (self->link, _("Type an amount, such as 45,10."));
}

static void
mukana_money_row_init (MukanaMoneyRow *self)
{
  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
  self->unit = GTK_LABEL (gtk_label_new ("€"));
  gtk_widget_add_css_class (GTK_WIDGET (self->unit), "second-line");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->unit));
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect (self, "changed", G_CALLBACK (typed_cb), NULL);
}

GtkWidget *
mukana_money_row_new (const char *title,
                      const char *field,
                      MukanaForm *form)
{
  return g_object_new (MUKANA_TYPE_MONEY_ROW, "title", title, "field", field, "form", form, NULL);
}

/** mukana_money_row_new_of: @unit: translated, of a number with decimals that is no money: "%" */
GtkWidget *
mukana_money_row_new_of (const char *title,
                         const char *field,
                         const char *unit,
                         MukanaForm *form)
{
  MukanaMoneyRow *self = MUKANA_MONEY_ROW (mukana_money_row_new (title, field, form));

  gtk_label_set_label (self->unit, unit);
  return GTK_WIDGET (self);
}
