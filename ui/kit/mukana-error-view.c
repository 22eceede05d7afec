/* mukana-error-view.c: the only place where an error becomes a sentence.
 *
 * An error tells by its code what can be done next; its message is English,
 * for a log, and is shown only behind "Details", unless it was written as a
 * sentence because the code alone would say too little.  Every sentence says
 * what happened, that nothing was lost, and what to do.
 */

#include "ui/kit/mukana-error-view.h"

#include <adwaita.h>
#include <errno.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"

typedef struct
{
  int              code;
  MukanaErrorForm  form;
  const char      *title;
  const char      *sentence;
} View;

static const View views[] = {
  { MUKANA_ERROR_INVALID, MUKANA_ERROR_FORM_FIELD, N_("Something needs mending"),
    N_("Nothing was saved. Mend the fields that are marked and save again.") },
  { MUKANA_ERROR_CONFLICT, MUKANA_ERROR_FORM_TOAST, N_("Changed by someone else"),
    N_("This was changed by someone else since you opened it. Nothing was saved.") },
  { MUKANA_ERROR_NOT_FOUND, MUKANA_ERROR_FORM_TOAST, N_("It is no longer here"),
    N_("This is no longer in the register.") },
  { MUKANA_ERROR_NOT_ALLOWED, MUKANA_ERROR_FORM_DIALOG, N_("This cannot be done"),
    N_("A consent, a state or a limit forbids it. Nothing was changed.") },
  { MUKANA_ERROR_BUSY, MUKANA_ERROR_FORM_TOAST, N_("The register is in use"),
    N_("The register is in use elsewhere. Nothing was changed; try again in a moment.") },
  { MUKANA_ERROR_UNREACHABLE, MUKANA_ERROR_FORM_TOAST, N_("The register does not answer"),
    N_("The register does not answer. What you have typed is kept; try again in a moment.") },
  { MUKANA_ERROR_NO_SPACE, MUKANA_ERROR_FORM_PAGE, N_("The disk is full"),
    N_("Nothing was changed. Make room on the disk and try again.") },
  { MUKANA_ERROR_DAMAGED, MUKANA_ERROR_FORM_PAGE, N_("The register is damaged"),
    N_("The file cannot be read as it should. It is left as it is; restore a backup.") },
  { MUKANA_ERROR_TOO_NEW, MUKANA_ERROR_FORM_PAGE, N_("The register is from a newer Mukana"),
    N_("It was left as it is. Update Mukana and open it again.") },
  { MUKANA_ERROR_LOCKED, MUKANA_ERROR_FORM_PAGE, N_("The register is locked"),
    N_("Its key is needed. Unlock the keyring of this computer, or use the recovery key.") },
  { MUKANA_ERROR_INTERNAL, MUKANA_ERROR_FORM_DIALOG, N_("Something went wrong in Mukana"),
    N_("What was stored before is safe. Please tell whoever looks after the program.") },
};

/* Files that people choose: their errors come from elsewhere. */
static const View file_views[] = {
  { G_IO_ERROR_NOT_FOUND, MUKANA_ERROR_FORM_DIALOG, N_("There is no such file"),
    N_("It may have been moved or renamed. Choose it again.") },
  { G_IO_ERROR_PERMISSION_DENIED, MUKANA_ERROR_FORM_DIALOG, N_("The file may not be opened"),
    N_("You have no right to it. Choose another place, or ask for the right.") },
  { G_IO_ERROR_NO_SPACE, MUKANA_ERROR_FORM_DIALOG, N_("The disk is full"),
    N_("Nothing was changed. Make room on the disk and try again.") },
};

static int
code_of_file_error (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return error->code;
  if (error->domain == G_FILE_ERROR)
    return g_io_error_from_errno (error->code == G_FILE_ERROR_NOENT ? ENOENT :
                                  error->code == G_FILE_ERROR_ACCES ? EACCES :
                                  error->code == G_FILE_ERROR_NOSPC ? ENOSPC : EIO);
  return -1;
}

static const View *
find_view (const GError *error)
{
  int file_code = code_of_file_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (file_views); i++)
    if (file_views[i].code == file_code)
      return &file_views[i];
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (error->domain == MUKANA_ERROR && views[i].code == error->code)
      return &views[i];

  return &views[G_N_ELEMENTS (views) - 1];
}

MukanaErrorForm
mukana_error_view_get_form (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return MUKANA_ERROR_FORM_NOTHING;

  return find_view (error)->form;
}

/** mukana_error_view_peek_title: Returns: borrowed, a few words, translated */
const char *
mukana_error_view_peek_title (const GError *error)
{
  return _(find_view (error)->title);
}

/**
 * mukana_error_view_peek_sentence:
 *
 * Returns: borrowed, translated: what happened and what to do; for findings, the
 *   first of them
 */
const char *
mukana_error_view_peek_sentence (const GError *error)
{
  GPtrArray *issues = mukana_error_get_issues (error);

  if (issues != NULL && issues->len > 0)
    return _(((const MukanaIssue *) g_ptr_array_index (issues, 0))->sentence);
  if (mukana_error_peek_sentence (error) != NULL)
    return _(mukana_error_peek_sentence (error));

  return _(find_view (error)->sentence);
}

/** mukana_error_view_dup_sentence: Returns: yours, the sentence and what it is about */
char *
mukana_error_view_dup_sentence (const GError *error)
{
  return mukana_error_add_detail (error, mukana_error_view_peek_sentence (error));
}

static void
copy_cb (GtkButton *button,
         gpointer   data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), data);
}

/* The English message, which names nobody, for whoever mends the program. */
static GtkWidget *
make_details (const GError *error)
{
  GtkWidget *expander = gtk_expander_new (_("Details"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (error->message);
  GtkWidget *button = gtk_button_new_with_label (_("Copy details"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_data (button, "clicked", G_CALLBACK (copy_cb), g_strdup (error->message),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  return expander;
}

static void
show_dialog (GtkWidget    *widget,
             const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *sentence = mukana_error_view_dup_sentence (error);
  GtkWidget *dialog = adw_message_dialog_new (root ? GTK_WINDOW (root) : NULL,
                                              mukana_error_view_peek_title (error), sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  if (find_view (error)->code == MUKANA_ERROR_INTERNAL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_details (error));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * mukana_error_view_show:
 * @widget: where it happened
 * @error: an error, whatever its domain
 *
 * Shows it in its form.  A finding that a form has already shown beside its
 * field needs no call; one that no field claims becomes a toast.
 */
void
mukana_error_view_show (GtkWidget    *widget,
                        const GError *error)
{
  g_autofree char *sentence = mukana_error_view_dup_sentence (error);

  switch (mukana_error_view_get_form (error))
    {
    case MUKANA_ERROR_FORM_NOTHING:
      break;
    case MUKANA_ERROR_FORM_FIELD:
    case MUKANA_ERROR_FORM_TOAST:
      if (g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE))
        gtk_widget_activate_action (widget, "win.store-away", "b", TRUE);
      gtk_widget_activate_action (widget, "win.toast", "(sx)", sentence, (gint64) 0);
      break;
    case MUKANA_ERROR_FORM_DIALOG:
    case MUKANA_ERROR_FORM_PAGE:
    default:
      show_dialog (widget, error);
      break;
    }
}
