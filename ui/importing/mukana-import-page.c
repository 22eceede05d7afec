/* mukana-import-page.c: from a file to records, in steps that can be left.
 *
 * The file, what its columns are, what would happen, and then the deed.
 * Nothing in the register changes before Accept; Stop takes back all of it.
 */

#include "ui/importing/mukana-import-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-importing.h"
#include "ui/importing/mukana-import-columns.h"
#include "ui/importing/mukana-import-preview.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-file-choose.h"
#include "ui/kit/mukana-status.h"

#define BODY_WIDTH_PX 900
#define PROGRESS_MS 120

struct _MukanaImportPage
{
  MukanaPage              parent_instance;

  char                   *path;         /* NULL until a file is chosen */
  MukanaImportPlan       *plan;         /* what would happen; NULL before */
  MukanaImportAcceptance *acceptance;   /* of the plan */
  guint                   progress_source;

  GtkStack               *stack;
  MukanaStatus           *status;
  GtkWidget              *waiting;
  GtkProgressBar         *progress;
  GtkWidget              *stop;
  MukanaImportColumns    *columns;      /* NULL before the file is read */

  GtkWidget              *bar;
  GtkWidget              *back;
  GtkWidget              *themes_covered;
  GtkWidget              *keep_as_notes;
  GtkWidget              *next;         /* "See what would happen" or "Accept" */
};

G_DEFINE_FINAL_TYPE (MukanaImportPage, mukana_import_page, MUKANA_TYPE_PAGE)

static void
show_step (MukanaImportPage *self,
           const char       *name,
           GtkWidget        *content)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->stack, name);
  gboolean is_columns = g_str_equal (name, "columns");
  gboolean is_preview = g_str_equal (name, "preview");

  if (content != NULL)
    {
      if (old != NULL)
        gtk_stack_remove (self->stack, old);
      gtk_stack_add_named (self->stack, content, name);
    }
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->bar, is_columns || is_preview);
  gtk_widget_set_visible (self->themes_covered, is_columns);
  gtk_widget_set_visible (self->keep_as_notes, is_columns);
  gtk_button_set_label (GTK_BUTTON (self->next),
                        is_preview ? _("_Accept") : _("_See what would happen"));
  gtk_button_set_use_underline (GTK_BUTTON (self->next), TRUE);
}

static void
show_waiting (MukanaImportPage *self,
              const char       *text,
              gboolean          may_stop)
{
  gtk_progress_bar_set_text (self->progress, text);
  gtk_progress_bar_set_fraction (self->progress, 0.0);
  gtk_widget_set_visible (self->stop, may_stop);
  show_step (self, "waiting", NULL);
}

/* A file that cannot be read is not the register's trouble: its own sentence says why. */
static void
show_failure (MukanaImportPage *self,
              const GError     *error,
              const char       *step)
{
  MukanaTableFault fault = mukana_table_fault_of_error (error);

  show_step (self, step, NULL);
  if (fault != MUKANA_TABLE_FAULT_NONE)
    {
      mukana_status_set_error (self->status, _("The file could not be read"),
                               _(mukana_table_fault_sentence (fault)), TRUE);
      show_step (self, "start", NULL);
    }
  else
    mukana_page_fail (MUKANA_PAGE (self), error);
}

/* The file. */

static GtkWidget *
frame (GtkWidget *content,
       gboolean   scrolls)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled;

  g_object_set (content, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom",
                12, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), BODY_WIDTH_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  if (!scrolls)
    return clamp;

  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void read_source (MukanaImportPage *self,
                         const char       *sheet);

static void
sheet_cb (MukanaImportPage *self,
          const char       *sheet)
{
  read_source (self, sheet);
}

static void
recalled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MukanaImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaImportSource) read = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                 NULL, &error);
  GtkWidget *columns;

  if (read == NULL)
    {
      show_failure (self, error, "start");
      return;
    }

  columns = mukana_import_columns_new (read);
  self->columns = MUKANA_IMPORT_COLUMNS (columns);
  g_signal_connect_object (columns, "sheet", G_CALLBACK (sheet_cb), self, G_CONNECT_SWAPPED);
  show_step (self, "columns", frame (columns, TRUE));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaImportPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaImportSource *read = mukana_import_source_read_finish (result, &error);

  if (read == NULL)
    show_failure (self, error, "start");
  else
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_importing_recall_job, read,
                           (GDestroyNotify) mukana_import_source_unref, recalled_cb,
                           g_object_ref (self));
}

static void
read_source (MukanaImportPage *self,
             const char       *sheet)
{
  show_waiting (self, _("Reading the file…"), FALSE);
  mukana_import_source_read_async (self->path, sheet,
                                   mukana_page_get_cancellable (MUKANA_PAGE (self)), read_cb,
                                   g_object_ref (self));
}

/** mukana_import_page_read: @path: of a list, or of a folder of lists that belong together */
void
mukana_import_page_read (MukanaImportPage *self,
                         const char       *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  read_source (self, NULL);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaImportPage) self = data;
  /* Nothing chosen reads nothing. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    mukana_import_page_read (self, path);
}

static void
choose (MukanaImportPage     *self,
        MukanaFileChooseKind  kind)
{
  static const char *const patterns[] = { "*.csv", "*.CSV", "*.txt", "*.xlsx", "*.XLSX", NULL };
  const MukanaFileChoose asked = {
    .kind = kind, .title = _("Choose a list"), .filter_name = _("Lists"), .patterns = patterns,
  };

  mukana_file_choose_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &asked,
                            mukana_page_get_cancellable (MUKANA_PAGE (self)), chosen_cb,
                            g_object_ref (self));
}

static void
choose_file_cb (MukanaImportPage *self)
{
  choose (self, MUKANA_FILE_CHOOSE_OPEN);
}

static void
choose_folder_cb (MukanaImportPage *self)
{
  choose (self, MUKANA_FILE_CHOOSE_FOLDER);
}

/* What would happen. */

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaImportPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaImportPlan *plan = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (plan == NULL)
    {
      show_failure (self, error, "columns");
      return;
    }

  g_clear_pointer (&self->plan, mukana_import_plan_unref);
  g_clear_pointer (&self->acceptance, mukana_import_acceptance_unref);
  self->plan = plan;
  self->acceptance = mukana_import_acceptance_new (plan);
  show_step (self, "preview", frame (mukana_import_preview_new (plan, self->acceptance), FALSE));
}

static void
plan (MukanaImportPage *self)
{
  const MukanaImportOptions options = {
    .themes_covered = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->themes_covered)),
    .keep_as_notes = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->keep_as_notes)),
  };
  MukanaImportSource *source = mukana_import_columns_peek_source (self->columns);

  show_waiting (self, _("Comparing with the register…"), FALSE);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_importing_plan_job,
                         mukana_import_order_new (source, &options),
                         (GDestroyNotify) mukana_import_order_free, planned_cb,
                         g_object_ref (self));
}

/* The deed. */

static gboolean
progress_cb (gpointer data)
{
  MukanaImportPage *self = data;
  guint n_done, n_total;

  mukana_import_acceptance_progress (self->acceptance, &n_done, &n_total);
  if (n_total > 0)
    gtk_progress_bar_set_fraction (self->progress, (double) n_done / n_total);
  return G_SOURCE_CONTINUE;
}

static void
show_done (MukanaImportPage         *self,
           const MukanaImportCounts *counts)
{
  GtkWidget *status = mukana_status_new ();
  g_autofree char *sentence = g_strdup_printf (
    _("%1$u new, %2$u changed, %3$u the same, %4$u left out as perhaps there already, "
      "%5$u refused."),
    counts->n_new, counts->n_changed, counts->n_same, counts->n_duplicate, counts->n_refused);

  gboolean is_taken = counts->n_new + counts->n_changed > 0;

  mukana_status_set_empty (MUKANA_STATUS (status),
                           is_taken ? "mukana-ok-symbolic" : "mukana-not-symbolic",
                           is_taken ? _("The list is in") : _("Nothing was taken from the list"),
                           sentence, _("Done"));
  g_signal_connect_object (status, "deed", G_CALLBACK (mukana_page_go_back), self,
                           G_CONNECT_SWAPPED);
  g_clear_pointer (&self->plan, mukana_import_plan_unref);
  show_step (self, "done", status);
}

static void
accepted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MukanaImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree MukanaImportCounts *counts = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                   NULL, &error);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (counts != NULL)
    {
      if (counts->n_new + counts->n_changed > 0)
        mukana_undo_push (mukana_context_get_undo (mukana_page_get_context (MUKANA_PAGE (self))),
                          mukana_step_new_final (_("The list is in")));
      show_done (self, counts);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      mukana_page_toast (MUKANA_PAGE (self), _("Stopped: nothing was changed"));
      plan (self);   /* an acceptance runs once */
    }
  else
    show_failure (self, error, "columns");
}

static void
accept (MukanaImportPage *self)
{
  show_waiting (self, _("Taking the list in…"), TRUE);
  self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_importing_accept_job,
                         mukana_import_acceptance_ref (self->acceptance),
                         (GDestroyNotify) mukana_import_acceptance_unref, accepted_cb,
                         g_object_ref (self));
}

static void
stop_cb (MukanaImportPage *self)
{
  if (!mukana_import_acceptance_stop (self->acceptance))
    mukana_page_toast (MUKANA_PAGE (self), _("It was too late to stop: the list is in"));
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaImportPage *self = MUKANA_IMPORT_PAGE (widget);
  const char *step = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (step, "columns") == 0)
    plan (self);
  else if (g_strcmp0 (step, "preview") == 0)
    accept (self);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaImportPage *self = MUKANA_IMPORT_PAGE (widget);
  const char *step = gtk_stack_get_visible_child_name (self->stack);

  show_step (self, g_strcmp0 (step, "preview") == 0 ? "columns" : "start", NULL);
}

/* What was chosen and looked through is lost before Accept; while it runs, it goes on or is
 * stopped. */
static gboolean
mukana_import_page_may_leave (MukanaPage *page)
{
  MukanaImportPage *self = MUKANA_IMPORT_PAGE (page);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "preview") != 0;
}

static GtkWidget *
make_start (MukanaImportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *folder = gtk_button_new_with_mnemonic (_("A _folder of related lists…"));

  self->status = MUKANA_STATUS (mukana_status_new ());
  mukana_status_set_empty (self->status, "mukana-import-symbolic", _("Bring your list"),
                           _("A spreadsheet (.xlsx) or a text file (.csv) with people, "
                             "organisations or requests. You see what would happen before "
                             "anything does."), _("Choose a List…"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->status), TRUE);
  gtk_widget_set_halign (folder, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (folder, "flat");
  gtk_widget_set_margin_bottom (folder, 24);
  g_signal_connect_object (self->status, "deed", G_CALLBACK (choose_file_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (folder, "clicked", G_CALLBACK (choose_folder_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (box), folder);
  return box;
}

static GtkWidget *
make_waiting (MukanaImportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Taking the list in…"), -1);
  gtk_progress_bar_set_show_text (self->progress, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->progress), 280, -1);
  self->stop = gtk_button_new_with_mnemonic (_("S_top"));
  gtk_widget_set_halign (self->stop, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->stop, "clicked", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), self->stop);
  return box;
}

static GtkWidget *
make_option (const char *label,
             gboolean    is_chosen)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  return check;
}

static GtkWidget *
make_bar (MukanaImportPage *self)
{
  GtkWidget *options = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->back = gtk_button_new_with_mnemonic (_("_Back"));
  self->next = gtk_button_new ();
  /* An explicit consent is not something to be had by overlooking a tick: GDPR 9(2)(a). */
  self->themes_covered = make_option (_("The list’s consent covers its _themes"), FALSE);
  self->keep_as_notes = make_option (_("Keep what is not understood as _notes"), TRUE);
  gtk_widget_set_hexpand (options, TRUE);
  gtk_widget_set_valign (self->back, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->next, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->next, "suggested-action");
  gtk_widget_add_css_class (self->bar, "bottom-bar");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "import.back");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), "import.next");
  gtk_box_append (GTK_BOX (options), self->themes_covered);
  gtk_box_append (GTK_BOX (options), self->keep_as_notes);
  gtk_box_append (GTK_BOX (self->bar), self->back);
  gtk_box_append (GTK_BOX (self->bar), options);
  gtk_box_append (GTK_BOX (self->bar), self->next);
  return self->bar;
}

static void
mukana_import_page_constructed (GObject *object)
{
  MukanaImportPage *self = MUKANA_IMPORT_PAGE (object);

  G_OBJECT_CLASS (mukana_import_page_parent_class)->constructed (object);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_start (self), "start");
  gtk_stack_add_named (self->stack, make_waiting (self), "waiting");
  mukana_page_set_content (MUKANA_PAGE (self), GTK_WIDGET (self->stack));
  mukana_page_set_bottom_bar (MUKANA_PAGE (self), make_bar (self));
  show_step (self, "start", NULL);
}

static void
mukana_import_page_dispose (GObject *object)
{
  g_clear_handle_id (&MUKANA_IMPORT_PAGE (object)->progress_source, g_source_remove);

  G_OBJECT_CLASS (mukana_import_page_parent_class)->dispose (object);
}

static void
mukana_import_page_finalize (GObject *object)
{
  MukanaImportPage *self = MUKANA_IMPORT_PAGE (object);

  g_free (self->path);
  g_clear_pointer (&self->plan, mukana_import_plan_unref);
  g_clear_pointer (&self->acceptance, mukana_import_acceptance_unref);

  G_OBJECT_CLASS (mukana_import_page_parent_class)->finalize (object);
}

static void
mukana_import_page_class_init (MukanaImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mukana_import_page_constructed;
  object_class->dispose = mukana_import_page_dispose;
  object_class->finalize = mukana_import_page_finalize;
  MUKANA_PAGE_CLASS (klass)->may_leave = mukana_import_page_may_leave;
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
}

static void
mukana_import_page_init (MukanaImportPage *self)
{
}

const MukanaPageInfo mukana_import_page_info = {
  .id = "import",
  .title = N_("Bring a list"),
  .icon = "mukana-import-symbolic",
  .get_type = mukana_import_page_get_type,
  .parent = "today",
};
