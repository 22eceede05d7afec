/* mukana-text-row.c: several lines of text for a field of a form. */

#include "ui/kit/mukana-text-row.h"

#include "ui/kit/mukana-form-link.h"

struct _MukanaTextRow
{
  AdwPreferencesRow  parent_instance;

  MukanaFormLink    *link;
  GtkTextBuffer     *buffer;
};

G_DEFINE_FINAL_TYPE (MukanaTextRow, mukana_text_row, ADW_TYPE_PREFERENCES_ROW)

static char *
dup_text (MukanaTextRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show_field (GtkWidget *row)
{
  MukanaTextRow *self = MUKANA_TEXT_ROW (row);
  const char *text = mukana_form_link_peek_text (self->link);
  g_autofree char *shown = dup_text (self);

  if (g_strcmp0 (shown, text ? text : "") != 0)
    gtk_text_buffer_set_text (self->buffer, text ? text : "", -1);
}

static void
typed_cb (MukanaTextRow *self)
{
  g_autofree char *text = dup_text (self);

  mukana_form_link_put_text (self->link, text);
}

static void
mukana_text_row_finalize (GObject *object)
{
  mukana_form_link_free (MUKANA_TEXT_ROW (object)->link);

  G_OBJECT_CLASS (mukana_text_row_parent_class)->finalize (object);
}

static void
mukana_text_row_class_init (MukanaTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_text_row_finalize;
}

static void
mukana_text_row_init (MukanaTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget *view = gtk_text_view_new ();

  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (typed_cb), self);
  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (title, "second-line");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "inline");
  gtk_widget_set_size_request (view, -1, 44);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
mukana_text_row_new (const char *title,
                     const char *field,
                     MukanaForm *form)
{
  MukanaTextRow *self = g_object_new (MUKANA_TYPE_TEXT_ROW, "title", title, NULL);

  mukana_form_link_set_field (self->link, field);
  mukana_form_link_set_form (self->link, form);
  return GTK_WIDGET (self);
}
