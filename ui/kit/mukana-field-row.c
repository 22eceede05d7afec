/* mukana-field-row.c: one text field of a form. */

#include "ui/kit/mukana-field-row.h"

#include "ui/kit/mukana-form-link.h"

struct _MukanaFieldRow
{
  AdwEntryRow     parent_instance;

  MukanaFormLink *link;
};

G_DEFINE_FINAL_TYPE (MukanaFieldRow, mukana_field_row, ADW_TYPE_ENTRY_ROW)

static void
mukana_field_row_class_init (MukanaFieldRowClass *klass)
{
  mukana_form_link_install (G_OBJECT_CLASS (klass));
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
