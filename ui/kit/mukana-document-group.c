/* mukana-document-group.c: papers of a person or receipts of an assignment, inside the register.
 *
 * To look at one it is written into the session's own folder and opened by the program for
 * its kind; it is taken away when the register is locked or left.
 */

#include "ui/kit/mukana-document-group.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-attaching.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-file-choose.h"
#include "ui/kit/mukana-day-words.h"
#include "ui/kit/mukana-layout.h"

struct _MukanaDocumentGroup
{
  GtkBox                    parent_instance;

  const MukanaDocumentKind *kind;
  MukanaPage               *page;        /* weak: holds us; NULL when an answer comes after it */
  gint64                    owner_id;    /* the person's or the assignment's */
  GPtrArray                *attachments; /* of MukanaAttachment; NULL until shown */
  GtkWidget                *add, *card;
};

const MukanaDocumentKind mukana_document_of_person = {
  N_("Documents"), N_("Add a document"), FALSE, &mukana_attachment_add_job,
  &mukana_attachment_read_job, &mukana_attachment_remove_job
};

const MukanaDocumentKind mukana_document_receipt = {
  N_("Receipts"), N_("Add a receipt"), TRUE, &mukana_receipt_add_job, &mukana_receipt_read_job,
  &mukana_receipt_remove_job
};

G_DEFINE_FINAL_TYPE (MukanaDocumentGroup, mukana_document_group, GTK_TYPE_BOX)

static void
tell (MukanaDocumentGroup *self,
      const GError        *error,
      const char          *done)
{
  if (self->page == NULL)
    return;
  if (error != NULL)
    mukana_page_fail (self->page, error);
  else
    mukana_page_toast (self->page, done);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaDocumentGroup) self = data;
  g_autoptr (GError) error = NULL;

  g_free (mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error));
  tell (self, error, _("The document is in the register. The file itself may be removed."));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaDocumentGroup) self = data;
  /* Nothing chosen attaches nothing. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->page != NULL)
    mukana_page_run_async (self->page, self->kind->add,
                           mukana_new_attachment_new (self->kind->is_receipt ? 0 : self->owner_id,
                                                      self->kind->is_receipt ? self->owner_id : 0,
                                                      path),
                           (GDestroyNotify) mukana_new_attachment_free, added_cb,
                           g_object_ref (self));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  static const char *const patterns[] = { "*.pdf", "*.png", "*.jpg", "*.jpeg", "*.tif", "*.txt",
                                          "*.odt", "*.docx", NULL };
  const MukanaFileChoose asked = {
    .kind = MUKANA_FILE_CHOOSE_OPEN, .title = _(MUKANA_DOCUMENT_GROUP (widget)->kind->add_title),
    .filter_name = _("Documents and pictures"), .patterns = patterns,
  };

  mukana_file_choose_async (GTK_WINDOW (gtk_widget_get_root (widget)), &asked, NULL, chosen_cb,
                            g_object_ref (widget));
}

static MukanaAttachment *
find_attachment (MukanaDocumentGroup *self,
                 gint64               id)
{
  for (guint i = 0; self->attachments != NULL && i < self->attachments->len; i++)
    {
      MukanaAttachment *attachment = g_ptr_array_index (self->attachments, i);

      if (attachment->id == id)
        return attachment;
    }

  return NULL;
}

/* The content of a document on its way to a program that shows it. */
typedef struct
{
  MukanaDocumentGroup *self;
  MukanaAttachment    *attachment;
} Showing;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autofree Showing *showing = data;
  g_autoptr (MukanaDocumentGroup) self = showing->self;
  g_autoptr (MukanaAttachment) attachment = showing->attachment;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                        &error);
  g_autofree char *path = content != NULL ? mukana_attaching_write_out (attachment, content, &error)
                                          : NULL;
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, &error) : NULL;

  if (uri != NULL && self->page != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
  tell (self, error, _("The document is open outside the register until you lock it"));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaDocumentGroup *self = MUKANA_DOCUMENT_GROUP (widget);
  gint64 id = g_variant_get_int64 (parameter);
  MukanaAttachment *attachment = find_attachment (self, id);
  Showing *showing;

  if (attachment == NULL || self->page == NULL)
    return;

  showing = g_new0 (Showing, 1);
  showing->self = g_object_ref (self);
  showing->attachment = g_object_ref (attachment);
  mukana_page_run_async (self->page, self->kind->read, g_object_ref (attachment),
                         g_object_unref, read_cb, showing);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaDocumentGroup) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  tell (self, error, _("Document removed"));
}

static void
remove_answered_cb (GtkWidget  *question,
                    const char *response,
                    gpointer    data)
{
  MukanaDocumentGroup *self = data;
  gint64 *id = g_object_get_data (G_OBJECT (question), "id");

  if (g_str_equal (response, "remove") && self->page != NULL)
    mukana_page_run_async (self->page, self->kind->remove, g_memdup2 (id, sizeof *id),
                           g_free, removed_cb, g_object_ref (self));
}

/* There is no way back, so it is asked. */
static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);
  GtkWidget *question =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Remove the document?"),
                            _("It is taken out of the register for good."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"),
                                    "remove", _("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (question), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (remove_answered_cb), widget, 0);
  gtk_window_present (GTK_WINDOW (question));
}

static GtkWidget *
make_deed (MukanaAttachment *attachment,
           const char       *icon_name,
           const char       *format,
           const char       *action)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *words = g_strjoinv (attachment->name, parts);
  GtkWidget *button = mukana_layout_icon_button (icon_name, words, action);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", attachment->id);
  return button;
}

static void
add_row (MukanaDocumentGroup *self,
         MukanaAttachment    *attachment)
{
  g_autofree char *day = mukana_format_day (NULL, mukana_day_from_us (attachment->added_at));
  g_autofree char *size = g_format_size ((guint64) attachment->size_bytes);
  g_autofree char *second = g_strdup_printf ("%s, %s", day, size);

  mukana_layout_card_add (self->card, mukana_layout_row (6,
    mukana_layout_two_lines (attachment->name, second),
    make_deed (attachment, "document-open-symbolic", _("Open %s"), "documents.open"),
    make_deed (attachment, "list-remove-symbolic", _("Remove %s"), "documents.remove"), NULL));
}

/**
 * mukana_document_group_show:
 * @owner_id: the person's, or the assignment's of receipts
 * @attachments: of #MukanaAttachment
 */
void
mukana_document_group_show (MukanaDocumentGroup *self,
                            gint64               owner_id,
                            GPtrArray           *attachments)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->card) != NULL;

  self->owner_id = owner_id;
  g_ptr_array_ref (attachments);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  self->attachments = attachments;
  mukana_layout_empty (self->card);
  for (guint i = 0; i < attachments->len; i++)
    add_row (self, g_ptr_array_index (attachments, i));
  gtk_widget_set_visible (self->card, attachments->len > 0);
  if (had_focus)
    gtk_widget_grab_focus (self->add);
}

static void
mukana_document_group_finalize (GObject *object)
{
  MukanaDocumentGroup *self = MUKANA_DOCUMENT_GROUP (object);

  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_document_group_parent_class)->finalize (object);
}

static void
mukana_document_group_class_init (MukanaDocumentGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mukana_document_group_finalize;
  gtk_widget_class_install_action (widget_class, "documents.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "documents.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "documents.remove", "x", remove_action);
}

static void
mukana_document_group_init (MukanaDocumentGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/** mukana_document_group_new: Returns: (transfer floating): empty until it is shown something */
GtkWidget *
mukana_document_group_new (MukanaPage               *page,
                           const MukanaDocumentKind *kind)
{
  MukanaDocumentGroup *self = g_object_new (MUKANA_TYPE_DOCUMENT_GROUP, NULL);

  self->kind = kind;
  g_set_weak_pointer (&self->page, page);
  self->add = mukana_layout_icon_button ("list-add-symbolic", _(kind->add_title), "documents.add");
  self->card = mukana_layout_card ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(kind->title), -1);
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_(kind->title), self->add));
  gtk_box_append (GTK_BOX (self), self->card);
  return GTK_WIDGET (self);
}
