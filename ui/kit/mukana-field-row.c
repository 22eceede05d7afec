/* mukana-field-row.c: one text field of a form. */

#include "ui/kit/mukana-field-row.h"

#include "ui/kit/mukana-form-link.h"

struct _MukanaFieldRow
{
  AdwEntryRow     parent_instance;

  MukanaFormLink *link;
};

enum { PROP_0, PROP_FORM, PROP_FIELD, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MukanaFieldRow, mukana_field_row, ADW_TYPE_ENTRY_ROW)

static void
mukana_field_row_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  MukanaFieldRow *self = MUKANA_FIELD_ROW (object);

  if (id == PROP_FORM)
    mukana_form_link_set_form (self->link, g_value_get_object (value));
  else
    mukana_form_link_set_field (self->link, g_value_get_string (value));
}

static void
mukana_field_row_finalize (GObject *object)
{
  MukanaFieldRow *self = MUKANA_FIELD_ROW (object);

  mukana_form_link_free (self->link);

  G_OBJECT_CLASS (mukana_field_row_parent_class)->finalize (object);
}

static void
mukana_field_row_class_init (MukanaFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = mukana_field_row_set_property;
  object_class->finalize = mukana_field_row_finalize;

  props[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, MUKANA_TYPE_FORM,
                                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/* What is being typed is left alone: "Anna " has a name on its way. */
static void
show_field (GtkWidget *row)
{
  const char *text = mukana_form_link_peek_text (MUKANA_FIELD_ROW (row)->link);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
}

static void
typed_cb (MukanaFieldRow *self)
{
  mukana_form_link_put_text (self->link, gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
mukana_field_row_init (MukanaFieldRow *self)
{
  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
  g_signal_connect (self, "changed", G_CALLBACK (typed_cb), NULL);
}

GtkWidget *
mukana_field_row_new (const char *title,
                      const char *field,
                      MukanaForm *form)
{
  return g_object_new (MUKANA_TYPE_FIELD_ROW, "title", title, "field", field, "form", form, NULL);
}
