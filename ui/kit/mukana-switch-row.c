/* mukana-switch-row.c: a yes or no of a form. */

#include "ui/kit/mukana-switch-row.h"

#include "ui/kit/mukana-form-link.h"

struct _MukanaSwitchRow
{
  AdwActionRow    parent_instance;

  MukanaFormLink *link;
  GtkSwitch      *toggle;
};

enum { PROP_0, PROP_FORM, PROP_FIELD, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MukanaSwitchRow, mukana_switch_row, ADW_TYPE_ACTION_ROW)

static void
mukana_switch_row_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  MukanaSwitchRow *self = MUKANA_SWITCH_ROW (object);

  if (id == PROP_FORM)
    mukana_form_link_set_form (self->link, g_value_get_object (value));
  else
    mukana_form_link_set_field (self->link, g_value_get_string (value));
}

static void
mukana_switch_row_finalize (GObject *object)
{
  MukanaSwitchRow *self = MUKANA_SWITCH_ROW (object);

  mukana_form_link_free (self->link);

  G_OBJECT_CLASS (mukana_switch_row_parent_class)->finalize (object);
}

static void
mukana_switch_row_class_init (MukanaSwitchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = mukana_switch_row_set_property;
  object_class->finalize = mukana_switch_row_finalize;

  props[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, MUKANA_TYPE_FORM,
                                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
show_field (GtkWidget *row)
{
  MukanaSwitchRow *self = MUKANA_SWITCH_ROW (row);

  gtk_switch_set_active (self->toggle, mukana_form_link_get_int (self->link) != 0);
}

static void
toggled_cb (MukanaSwitchRow *self)
{
  mukana_form_link_put_int (self->link, gtk_switch_get_active (self->toggle));
}

static void
mukana_switch_row_init (MukanaSwitchRow *self)
{
  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (toggled_cb), self);
}

GtkWidget *
mukana_switch_row_new (const char *title,
                       const char *field,
                       MukanaForm *form)
{
  return g_object_new (MUKANA_TYPE_SWITCH_ROW, "title", title, "field", field, "form", form, NULL);
}
