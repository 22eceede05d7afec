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
};

enum { PROP_0, PROP_FORM, PROP_FIELD, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MukanaMoneyRow, mukana_money_row, ADW_TYPE_ENTRY_ROW)

static void
mukana_money_row_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  MukanaMoneyRow *self = MUKANA_MONEY_ROW (object);

  if (id == PROP_FORM)
    mukana_form_link_set_form (self->link, g_value_get_object (value));
  else
    mukana_form_link_set_field (self->link, g_value_get_string (value));
}

static void
mukana_money_row_finalize (GObject *object)
{
  MukanaMoneyRow *self = MUKANA_MONEY_ROW (object);

  mukana_form_link_free (self->link);

  G_OBJECT_CLASS (mukana_money_row_parent_class)->finalize (object);
}

static void
mukana_money_row_class_init (MukanaMoneyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = mukana_money_row_set_property;
  object_class->finalize = mukana_money_row_finalize;

  props[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, MUKANA_TYPE_FORM,
                                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/* Returns: whether @typed is an amount; nothing typed is no money. */
static gboolean
read_amount (const char *typed,
             gint64     *amount_cents)
{
  *amount_cents = 0;
  return mukana_text_is_empty (typed) || mukana_money_parse (typed, amount_cents);
}

static void
show_field (GtkWidget *row)
{
  gint64 amount_cents = mukana_form_link_get_int (MUKANA_MONEY_ROW (row)->link), typed_cents;
  g_autofree char *text = amount_cents != 0 ? mukana_money_format (amount_cents) : g_strdup ("");
  gboolean is_here = gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN;

  if (!is_here && (!read_amount (gtk_editable_get_text (GTK_EDITABLE (row)), &typed_cents) ||
                   typed_cents != amount_cents))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
typed_cb (MukanaMoneyRow *self)
{
  gint64 amount_cents;

  if (read_amount (gtk_editable_get_text (GTK_EDITABLE (self)), &amount_cents))
    mukana_form_link_put_int (self->link, amount_cents);
  else
    mukana_form_link_put_mistyped (self->link, _("Type an amount, such as 45,10."));
}

static void
mukana_money_row_init (MukanaMoneyRow *self)
{
  GtkWidget *euro = gtk_label_new ("€");

  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
  gtk_widget_add_css_class (euro, "second-line");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), euro);
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
