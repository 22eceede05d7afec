/* mukana-switch-row.c: a yes or no of a form. */

#include "ui/kit/mukana-switch-row.h"

#include "ui/kit/mukana-form-link.h"

struct _MukanaSwitchRow
{
  AdwActionRow    parent_instance;

  MukanaFormLink *link;
  GtkSwitch      *toggle;
};

G_DEFINE_FINAL_TYPE (MukanaSwitchRow, mukana_switch_row, ADW_TYPE_ACTION_ROW)

static void
mukana_switch_row_class_init (MukanaSwitchRowClass *klass)
{
  mukana_form_link_install (G_OBJECT_CLASS (klass));
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
