/* mukana-form-dialog.c: a small window with the rows of a form, Cancel and Save.
 *
 * It closes when the draft is stored, and stays, with what was typed, when it
 * could not be.
 */

#include "ui/organisations/mukana-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-error-view.h"

#define WIDTH_PX 480

struct _MukanaFormDialog
{
  AdwWindow                   parent_instance;

  MukanaStore                *store;
  MukanaForm                 *form;
  const MukanaFormDialogDeed *deed;
  gpointer                    data;
  GDestroyNotify              free_data;

  GtkWidget                  *page;
  GtkWidget                  *group;
  GtkWidget                  *save;
};

enum { STORED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaFormDialog, mukana_form_dialog, ADW_TYPE_WINDOW)

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaFormDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  gtk_widget_set_sensitive (self->save, TRUE);
  if (error != NULL)
    {
      if (!mukana_form_take_error (self->form, error))
        mukana_error_view_show (GTK_WIDGET (self), error);
      return;
    }

  g_signal_emit (self, signals[STORED], 0, id != NULL ? *id : 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_cb (MukanaFormDialog *self)
{
  if (!mukana_form_reveal (self->form))
    return;

  gtk_widget_set_sensitive (self->save, FALSE);
  mukana_store_run_async (self->store, self->deed->job,
                          self->deed->make_arg (mukana_form_get_draft (self->form), self->data),
                          self->deed->free_arg, NULL, stored_cb, g_object_ref (self));
}

static void
mukana_form_dialog_dispose (GObject *object)
{
  MukanaFormDialog *self = MUKANA_FORM_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->form);
  if (self->free_data != NULL)
    g_clear_pointer (&self->data, self->free_data);

  G_OBJECT_CLASS (mukana_form_dialog_parent_class)->dispose (object);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save_cb (MUKANA_FORM_DIALOG (widget));
}

static void
mukana_form_dialog_class_init (MukanaFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_form_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save",
                                       NULL);

  signals[STORED] = g_signal_new ("stored", MUKANA_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
mukana_form_dialog_init (MukanaFormDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "form.save");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->save);
  self->page = adw_preferences_page_new ();
  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
}

/**
 * mukana_form_dialog_new:
 * @form: loaded with what is to be changed
 * @deed: a constant
 * @data: (transfer full): for the deed
 *
 * Returns: a window to be filled with rows and presented
 */
MukanaFormDialog *
mukana_form_dialog_new (GtkWindow                  *parent,
                        const char                 *title,
                        MukanaStore                *store,
                        MukanaForm                 *form,
                        const MukanaFormDialogDeed *deed,
                        gpointer                    data,
                        GDestroyNotify              free_data)
{
  MukanaFormDialog *self = g_object_new (MUKANA_TYPE_FORM_DIALOG, "transient-for", parent,
                                         "title", title, NULL);

  self->store = g_object_ref (store);
  self->form = g_object_ref (form);
  self->deed = deed;
  self->data = data;
  self->free_data = free_data;
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH_PX, -1);
  mukana_form_dialog_add_group (self, NULL);
  return self;
}

/** mukana_form_dialog_add_group: rows that follow belong to a group of this title, or of none */
void
mukana_form_dialog_add_group (MukanaFormDialog *self,
                              const char       *title)
{
  self->group = adw_preferences_group_new ();
  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page),
                            ADW_PREFERENCES_GROUP (self->group));
}

void
mukana_form_dialog_add (MukanaFormDialog *self,
                        GtkWidget        *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}
