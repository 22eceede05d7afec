/* mukana-reports-page.c: what a manager asks of a quarter or a year, on one page.
 *
 * Each number opens the list behind it, where there is one that the reader may see.
 */

#include "ui/reports/mukana-reports-page.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-reporting.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-status.h"
#include "ui/kit/mukana-wrap-box.h"
#include "ui/kit/mukana-writing-out.h"
#include "ui/reports/mukana-reports-rows.h"

#define SPACING_PX 30

struct _MukanaReportsPage
{
  MukanaPage          parent_instance;

  MukanaReportPeriod  period;
  MukanaReport       *report;    /* NULL until it is read */
  GtkStack           *stack;     /* NULL when the page is gone */
  MukanaStatus       *status;
  GtkWidget          *head;
  GtkWidget          *groups;
};

G_DEFINE_FINAL_TYPE (MukanaReportsPage, mukana_reports_page, MUKANA_TYPE_PAGE)

/* ---- Showing ---- */

static gboolean
is_quarter (MukanaReportsPage *self)
{
  g_autofree char *told = mukana_report_period_tell (&self->period);

  return strchr (told, '/') != NULL;
}

static GtkWidget *
make_step (const char *icon,
           const char *name,
           int         n_periods)
{
  GtkWidget *button = mukana_layout_icon_button (icon, name, "reports.step");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", n_periods);
  return button;
}

static void
show_head (MukanaReportsPage *self)
{
  g_autofree char *title = mukana_report_title (&self->period);
  GtkWidget *box = mukana_wrap_box_new (12, 6);
  GtkWidget *other = mukana_layout_button (is_quarter (self) ? _("The Whole _Year")
                                                             : _("One _Quarter"),
                                           "flat", "reports.length");

  mukana_layout_empty (self->head);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), mukana_layout_row (
    6, make_step ("go-previous-symbolic", _("Earlier"), -1),
    mukana_layout_middle (mukana_layout_text (title, "group-title")),
    make_step ("go-next-symbolic", _("Later"), 1), NULL));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), other);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box),
                          mukana_layout_button (_("Save as _PDF…"), NULL, "reports.print"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box),
                          mukana_layout_button (_("Save as _Table…"), "flat", "reports.tabulate"));
  gtk_box_append (GTK_BOX (self->head), box);
}

static void
show_report (MukanaReportsPage *self)
{
  mukana_layout_empty (self->groups);
  if (self->report->is_empty)
    gtk_box_append (GTK_BOX (self->groups), mukana_layout_tip (mukana_layout_wrapped (
      _("Nothing is recorded of this time. Numbers come here by themselves from requests, "
        "assignments, fees, feedback and cooperation."), NULL)));
  for (guint i = 0; i < MUKANA_N_REPORT_GROUPS; i++)
    gtk_box_append (GTK_BOX (self->groups),
                    mukana_reports_make_group (MUKANA_PAGE (self), self->report, i));
  gtk_box_append (GTK_BOX (self->groups), mukana_layout_wrapped (
    _("Numbers of people below five are not told, because they could point at somebody: 1–4 is "
      "such a number, ·· one from which it could be worked out. Of a year, 31–34 tells as much as "
      "its quarters do. A dash: nothing is known."),
    "second-line"));
  gtk_stack_set_visible_child_name (self->stack, "page");
}

/* ---- Reading ---- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaReportsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaReport) report = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                             &error);

  if (self->stack == NULL)
    return;
  if (report != NULL && report->period.from == self->period.from &&
      report->period.until == self->period.until)
    {
      g_clear_pointer (&self->report, mukana_report_free);
      self->report = g_steal_pointer (&report);
      show_report (self);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      mukana_status_set_error (self->status, mukana_error_view_peek_title (error),
                               mukana_error_view_peek_sentence (error), TRUE);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
}

static void
look_again (MukanaReportsPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_report_job,
                         g_memdup2 (&self->period, sizeof self->period), g_free, read_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (MukanaReportsPage *self,
                  MukanaChangeSet   *changes)
{
  if (self->report != NULL)
    look_again (self);
}

static void
show_period (MukanaReportsPage  *self,
             MukanaReportPeriod  period)
{
  self->period = period;
  show_head (self);
  look_again (self);
}

/* ---- Deeds ---- */

/* (how many periods on) */
static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaReportsPage *self = MUKANA_REPORTS_PAGE (widget);

  show_period (self, mukana_report_period_move (&self->period, g_variant_get_int32 (parameter)));
}

/* From the year to its quarter of today, or else its last; from a quarter to its year. */
static void
length_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaReportsPage *self = MUKANA_REPORTS_PAGE (widget);
  MukanaDay today = mukana_context_today (mukana_page_get_context (MUKANA_PAGE (self)));

  show_period (self, mukana_report_period_around (
    CLAMP (today, self->period.from, self->period.until), !is_quarter (self)));
}

static const MukanaWritingOut print_way = {
  &mukana_report_print_job, &mukana_report_note_job, (GDestroyNotify) mukana_report_print_free,
  N_("The report is saved as PDF"), NULL
};

static const MukanaWritingOut table_way = {
  &mukana_report_print_job, &mukana_report_note_job, (GDestroyNotify) mukana_report_print_free,
  N_("The report is saved as a table"), NULL
};

static gpointer
make_print (gconstpointer  period,
            const char    *path)
{
  return mukana_report_print_new (period, path);
}

/* Returns: yours, "2026" or "3-2026" */
static char *
dup_period (MukanaReportsPage *self)
{
  return g_strdelimit (mukana_report_period_tell (&self->period), "/", '-');
}

static void
save (MukanaReportsPage      *self,
      const MukanaWritingOut *way,
      const char             *name,
      const char             *filter_name,
      const char             *pattern)
{
  const char * const patterns[] = { pattern, NULL };
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the report"), .name = name,
    .filter_name = filter_name, .patterns = patterns
  };

  mukana_writing_out_ask (MUKANA_PAGE (self), way, &place, make_print,
                          g_memdup2 (&self->period, sizeof self->period), g_free);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_autofree char *period = dup_period (MUKANA_REPORTS_PAGE (widget));
  /* Translators: the name of a file; a year, or a quarter of one: 3-2026 */
  g_autofree char *file = g_strdup_printf (_("involvement-%s.pdf"), period);

  save (MUKANA_REPORTS_PAGE (widget), &print_way, file, _("PDF documents"), "*.pdf");
}

static void
tabulate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autofree char *period = dup_period (MUKANA_REPORTS_PAGE (widget));
  /* Translators: the name of a file; a year, or a quarter of one: 3-2026 */
  g_autofree char *file = g_strdup_printf (_("involvement-%s.xlsx"), period);

  save (MUKANA_REPORTS_PAGE (widget), &table_way, file, _("Workbooks"), "*.xlsx");
}

/* ---- The page ---- */

static void
mukana_reports_page_open (MukanaPage *page,
                          gint64      id)
{
  MukanaReportsPage *self = MUKANA_REPORTS_PAGE (page);
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));

  show_period (self, self->period.until != 0 ? self->period
                                             : mukana_report_period_around (today, FALSE));
}

static void
mukana_reports_page_constructed (GObject *object)
{
  MukanaReportsPage *self = MUKANA_REPORTS_PAGE (object);

  G_OBJECT_CLASS (mukana_reports_page_parent_class)->constructed (object);

  mukana_page_set_content (MUKANA_PAGE (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_reports_page_dispose (GObject *object)
{
  MUKANA_REPORTS_PAGE (object)->stack = NULL;
  G_OBJECT_CLASS (mukana_reports_page_parent_class)->dispose (object);
}

static void
mukana_reports_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_REPORTS_PAGE (object)->report, mukana_report_free);
  G_OBJECT_CLASS (mukana_reports_page_parent_class)->finalize (object);
}

static void
mukana_reports_page_class_init (MukanaReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_reports_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_reports_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_reports_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_reports_page_open;

  gtk_widget_class_install_action (widget_class, "reports.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "reports.length", NULL, length_action);
  gtk_widget_class_install_action (widget_class, "reports.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "reports.tabulate", NULL, tabulate_action);
}

static void
mukana_reports_page_init (MukanaReportsPage *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING_PX);
  self->status = MUKANA_STATUS (mukana_status_new ());
  mukana_status_set_loading (self->status, _("Counting"));
  g_signal_connect_swapped (self->status, "deed", G_CALLBACK (look_again), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "status");
  gtk_stack_add_named (self->stack, mukana_layout_page (
    mukana_layout_column (18, self->head, self->groups, NULL)), "page");
}

const MukanaPageInfo mukana_reports_page_info = {
  .id = "reports",
  .title = N_("Reports"),
  .icon = "mukana-report-symbolic",
  .order = 82,
  .get_type = mukana_reports_page_get_type,
};
