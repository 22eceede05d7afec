/* mukana-record-dialog.c: a window over a page with a form and two buttons.
 *
 * Saves through a job and closes after the commit.  Findings stand beside their
 * fields; somebody else's change meanwhile is merged where it can be, and told
 * in a banner where it cannot.  What was typed is never lost without a
 * question.  Knows neither the record nor the deed.
 */

#include "ui/kit/mukana-record-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-confirm-keys.h"
#include "ui/kit/mukana-error-view.h"

#define WIDE_PX 520
#define NARROW_PX 360
#define HEIGHT_PX 420

struct _MukanaRecordDialog
{
  AdwWindow               parent_instance;

  MukanaPage             *page;       /* whose deed it is; it outlives the window over it */
  MukanaForm             *form;
  const MukanaRecordDeed *deed;
  gpointer                data;
  GDestroyNotify          free_data;
  MukanaRecord           *theirs;     /* what somebody else stored meanwhile; NULL when nothing */
  gboolean                is_saving;
  gboolean                may_close;

  AdwPreferencesPage     *content;
  AdwPreferencesGroup    *group;      /* the newest; NULL before the first row */
  GtkWidget              *save;
  GtkWidget              *banner;
  GtkLabel               *hindrance;  /* why it cannot be saved */
  guint                n_entries;   /* rows that one types a line into */
};

G_DEFINE_FINAL_TYPE (MukanaRecordDialog, mukana_record_dialog, ADW_TYPE_WINDOW)

/* In whole: beside a row its end is cut off, and of a field that nobody has come to nothing is said
 * there yet. */
static void
show_hindrance (MukanaRecordDialog *self)
{
  const char *sentence = mukana_form_get_dirty (self->form)
                         ? mukana_form_peek_hindrance (self->form) : NULL;

  gtk_label_set_label (self->hindrance, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hindrance), sentence != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : "", -1);
}

static void
show_state (MukanaRecordDialog *self)
{
  gtk_widget_set_sensitive (self->save, !self->is_saving && mukana_form_get_valid (self->form));
  gtk_widget_set_visible (self->banner, mukana_form_get_conflict (self->form));
  show_hindrance (self);
}

static void
close_now (MukanaRecordDialog *self)
{
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaRecordDialog) self = data;
  g_autoptr (GError) error = NULL;
  gpointer answer = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  self->is_saving = FALSE;
  if (error == NULL)
    {
      self->deed->done (self->page, answer, self->data);
      close_now (self);
      return;
    }

  show_state (self);
  if (!mukana_form_take_error (self->form, error))
    mukana_page_fail (self->page, error);
}

static gpointer
make_arg (MukanaRecordDialog *self)
{
  gpointer draft = mukana_form_get_draft (self->form);

  return self->deed->make_arg != NULL ? self->deed->make_arg (draft, self->data)
                                      : g_object_ref (draft);
}

/** mukana_record_dialog_save: stores the draft if it may be stored, else shows why not */
void
mukana_record_dialog_save (MukanaRecordDialog *self)
{
  if (self->is_saving || !mukana_form_reveal (self->form))
    return;

  self->is_saving = TRUE;
  show_state (self);
  mukana_page_run_async (self->page, self->deed->job, make_arg (self),
                         self->deed->make_arg != NULL ? self->deed->free_arg : g_object_unref,
                         saved_cb, g_object_ref (self));
}

/**
 * mukana_record_dialog_take:
 * @theirs: the record as it now is in the store
 *
 * Merges what somebody else stored while the window was open.
 */
void
mukana_record_dialog_take (MukanaRecordDialog *self,
                           gpointer            theirs)
{
  if (self->is_saving || mukana_record_equal (theirs, mukana_form_get_original (self->form)))
    return;

  g_set_object (&self->theirs, theirs);
  mukana_form_merge (self->form, theirs);
}

static void
theirs_clicked_cb (MukanaRecordDialog *self)
{
  if (self->theirs != NULL)
    mukana_form_load (self->form, self->theirs);
}

/* The question is still there when it has answered, and may not be left over a window that
 * is gone. */
static void
leave_answered_cb (MukanaRecordDialog *self,
                   const char         *response,
                   GtkWindow          *question)
{
  if (!g_str_equal (response, "discard"))
    return;

  gtk_window_set_transient_for (question, NULL);
  close_now (self);
}

static gboolean
mukana_record_dialog_close_request (GtkWindow *window)
{
  MukanaRecordDialog *self = MUKANA_RECORD_DIALOG (window);
  GtkWidget *question;

  if (self->may_close || !mukana_form_get_dirty (self->form))
    return GTK_WINDOW_CLASS (mukana_record_dialog_parent_class)->close_request (window);

  question = adw_message_dialog_new (window, _("Leave without saving?"),
                                     _("What you changed here is not saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "stay", _("_Stay here"),
                                    "discard", _("_Leave, change nothing"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "stay");
  g_signal_connect_object (question, "response", G_CALLBACK (leave_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
  return TRUE;
}

/* Typing begins in the first row, not on a button, unless another row was chosen. */
static void
mukana_record_dialog_map (GtkWidget *widget)
{
  MukanaRecordDialog *self = MUKANA_RECORD_DIALOG (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (mukana_record_dialog_parent_class)->map (widget);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->content)))
    gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  mukana_record_dialog_save (MUKANA_RECORD_DIALOG (widget));
}

static void
mukana_record_dialog_dispose (GObject *object)
{
  MukanaRecordDialog *self = MUKANA_RECORD_DIALOG (object);

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_clear_object (&self->page);
  g_clear_object (&self->theirs);

  G_OBJECT_CLASS (mukana_record_dialog_parent_class)->dispose (object);
}

static void
mukana_record_dialog_finalize (GObject *object)
{
  MukanaRecordDialog *self = MUKANA_RECORD_DIALOG (object);

  g_clear_object (&self->form);
  if (self->free_data != NULL)
    self->free_data (self->data);

  G_OBJECT_CLASS (mukana_record_dialog_parent_class)->finalize (object);
}

static void
mukana_record_dialog_class_init (MukanaRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_record_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_record_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = mukana_record_dialog_close_request;
  widget_class->map = mukana_record_dialog_map;

  gtk_widget_class_install_action (widget_class, "record.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "record.save",
                                       NULL);
}

static GtkWidget *
make_banner (MukanaRecordDialog *self)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "label",
                                   _("Changed by someone else meanwhile. What you typed is kept."),
                                   NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Show their version"));

  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_WARNING);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), words);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (theirs_clicked_cb), self);
  return bar;
}

static GtkLabel *
make_hindrance (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "visible", FALSE,
                                   "margin-start", 18, "margin-end", 18, "margin-top", 6,
                                   "margin-bottom", 12, NULL);

  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "caption");
  return GTK_LABEL (label);
}

static void
mukana_record_dialog_init (MukanaRecordDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  mukana_confirm_keys_add (GTK_WIDGET (self), gtk_named_action_new ("record.save"));
  self->save = gtk_button_new ();
  self->content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->banner = make_banner (self);
  self->hindrance = make_hindrance ();
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "record.save");
  gtk_widget_set_tooltip_text (self->save, _("Ctrl+Enter"));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->banner);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->content));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hindrance));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/**
 * mukana_record_dialog_new:
 * @page: whose deed it is
 * @deed_label: of the button that saves
 * @form: loaded
 * @deed: a constant
 * @data: (transfer full): for the deed
 *
 * What was typed in one like it when the register was locked is typed in it again.
 *
 * Returns: a window to fill with rows and to present
 */
MukanaRecordDialog *
mukana_record_dialog_new (MukanaPage             *page,
                          const char             *title,
                          const char             *deed_label,
                          MukanaForm             *form,
                          const MukanaRecordDeed *deed,
                          gpointer                data,
                          GDestroyNotify          free_data)
{
  MukanaRecordDialog *self = g_object_new (MUKANA_TYPE_RECORD_DIALOG, "title", title, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  self->page = g_object_ref (page);
  self->form = g_object_ref (form);
  self->deed = deed;
  self->data = data;
  self->free_data = free_data;
  gtk_button_set_label (GTK_BUTTON (self->save), deed_label);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  mukana_record_dialog_set_height (self, HEIGHT_PX);
  mukana_drafts_add_form (mukana_context_get_drafts (mukana_page_get_context (page)),
                          mukana_page_peek_info (page)->id, mukana_page_get_record_id (page),
                          form);
  g_signal_connect_swapped (form, "changed", G_CALLBACK (show_state), self);
  show_state (self);
  return self;
}

void
mukana_record_dialog_set_height (MukanaRecordDialog *self,
                                 int                 height_px)
{
  int width = mukana_page_get_narrow (self->page) ? NARROW_PX : WIDE_PX;

  gtk_window_set_default_size (GTK_WINDOW (self), width, height_px);
}

/** mukana_record_dialog_add_group: @title: (nullable): of the rows that follow */
void
mukana_record_dialog_add_group (MukanaRecordDialog *self,
                                const char         *title)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, title ? title : "");
  adw_preferences_page_add (self->content, self->group);
}

static AdwPreferencesGroup *
ensure_group (MukanaRecordDialog *self)
{
  if (self->group == NULL)
    mukana_record_dialog_add_group (self, NULL);

  return self->group;
}

/** mukana_record_dialog_explain: @words: to stand above the rows of the newest group */
void
mukana_record_dialog_explain (MukanaRecordDialog *self,
                              const char         *words)
{
  adw_preferences_group_set_description (ensure_group (self), words);
}

/* Where one line is all that is typed, Enter is the end of it; among several it may come too
 * early. */
static void
entered_cb (MukanaRecordDialog *self)
{
  if (self->n_entries == 1)
    mukana_record_dialog_save (self);
}

/** mukana_record_dialog_add: puts @row last into the newest group */
void
mukana_record_dialog_add (MukanaRecordDialog *self,
                          GtkWidget          *row)
{
  if (ADW_IS_ENTRY_ROW (row))
    {
      self->n_entries++;
      g_signal_connect_object (row, "entry-activated", G_CALLBACK (entered_cb), self,
                               G_CONNECT_SWAPPED);
    }
  adw_preferences_group_add (ensure_group (self), row);
}

MukanaForm *
mukana_record_dialog_get_form (MukanaRecordDialog *self)
{
  return self->form;
}
