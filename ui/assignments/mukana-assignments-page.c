/* mukana-assignments-page.c: agreed work, what is coming and what waits to be recorded.
 *
 * The number in the sidebar is of days that have been and are not recorded.
 */

#include "ui/assignments/mukana-assignments-page.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"
#include "services/mukana-listing.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-list-filters.h"
#include "ui/kit/mukana-row-list.h"
#include "ui/kit/mukana-state-filter.h"
#include "ui/app/mukana-work-words.h"

struct _MukanaAssignmentsPage
{
  MukanaPage         parent_instance;

  MukanaRowList     *list;
  MukanaStateFilter *states;
};

G_DEFINE_FINAL_TYPE (MukanaAssignmentsPage, mukana_assignments_page, MUKANA_TYPE_PAGE)

static const MukanaRowSource source = {
  .ids = &mukana_assignments_ids_job,
  .rows = &mukana_assignments_rows_job,
  .copy_filter = mukana_list_filter_dup,
  .free_filter = mukana_list_filter_drop,
  .kind = MUKANA_KIND_ASSIGNMENT,
  .follows = MUKANA_ROWS_FOLLOW (MUKANA_KIND_FEE) | MUKANA_ROWS_FOLLOW (MUKANA_KIND_FEEDBACK) |
             MUKANA_ROWS_FOLLOW (MUKANA_KIND_PERSON),
};

static const MukanaRowListWords words = {
  .icon_name = "mukana-assignment-symbolic",
  .empty_title = N_("No assignments yet"),
  .empty_description = N_("When somebody who was asked accepts, their assignment comes here."),
};

static GtkWidget *
make_title (void)
{
  return mukana_layout_two_lines ("", " ");
}

static void
fill_title (GtkWidget     *cell,
            gpointer       record,
            MukanaContext *context)
{
  MukanaWorkRow *row = record;
  GtkWidget *first = gtk_widget_get_first_child (cell);

  gtk_label_set_label (GTK_LABEL (first), row->display_name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), row->title);
}

/* In a narrow list the second line says when instead of having a column for it. */
static void
fill_narrow (GtkWidget     *cell,
             gpointer       record,
             MukanaContext *context)
{
  MukanaWorkRow *row = record;
  GtkWidget *first = gtk_widget_get_first_child (cell);
  g_autofree char *when = mukana_work_when (row->day, row->start_minute, row->end_minute);
  g_autofree char *second = g_strdup_printf ("%s · %s", when, row->title);

  gtk_label_set_label (GTK_LABEL (first), row->display_name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), second);
}

static GtkWidget *
make_text (void)
{
  return mukana_layout_text ("", NULL);
}

static GtkWidget *
make_number (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, NULL);
}

static void
fill_when (GtkWidget     *cell,
           gpointer       record,
           MukanaContext *context)
{
  MukanaWorkRow *row = record;
  g_autofree char *when = mukana_work_when (row->day, row->start_minute, row->end_minute);

  gtk_label_set_label (GTK_LABEL (cell), when);
}

static void
fill_pill (GtkWidget     *cell,
           gpointer       record,
           MukanaContext *context)
{
  MukanaWorkRow *row = record;

  mukana_work_show_assignment (mukana_pill_cell_peek (cell), row->state, row->attendance, row->day,
                               mukana_context_today (context));
}

static void
fill_hours (GtkWidget     *cell,
            gpointer       record,
            MukanaContext *context)
{
  MukanaWorkRow *row = record;
  g_autofree char *hours = mukana_work_hours (row->actual_minutes > 0 ? row->actual_minutes
                                                                      : row->planned_minutes);

  gtk_label_set_label (GTK_LABEL (cell), hours);
}

static void
fill_fee (GtkWidget     *cell,
          gpointer       record,
          MukanaContext *context)
{
  MukanaWorkRow *row = record;
  g_autofree char *fee = row->fee_cents > 0 ? mukana_money_format (row->fee_cents) : g_strdup ("–");

  gtk_label_set_label (GTK_LABEL (cell), fee);
}

static const MukanaColumn columns[] = {
  { N_("Who and what"), 0, TRUE, MUKANA_COLUMN_WIDE, make_title, fill_title },
  { N_("Who and what"), 0, TRUE, MUKANA_COLUMN_NARROW, make_title, fill_narrow },
  { N_("When"), 190, FALSE, MUKANA_COLUMN_WIDE, make_text, fill_when },
  { N_("State"), 150, FALSE, MUKANA_COLUMN_ALWAYS, mukana_pill_cell_new, fill_pill },
  { N_("Hours"), 90, FALSE, MUKANA_COLUMN_WIDE, make_number, fill_hours },
  { N_("Fee"), 90, FALSE, MUKANA_COLUMN_WIDE, make_number, fill_fee },
};

static gpointer
make_filter (const char *needle,
             const char *order,
             gpointer    data)
{
  MukanaAssignmentsPage *self = data;

  return mukana_list_filter_new (needle, mukana_state_filter_peek_code (self->states), order);
}

static void
opened_cb (MukanaAssignmentsPage *self,
           gint64                 id)
{
  mukana_page_show (MUKANA_PAGE (self), "assignment", id);
}

static void
state_changed_cb (MukanaAssignmentsPage *self)
{
  mukana_row_list_set_filtered (self->list, mukana_state_filter_peek_code (self->states) != NULL);
  mukana_row_list_refresh (self->list);
}

static void
clear_cb (MukanaAssignmentsPage *self)
{
  mukana_page_set_search_text (MUKANA_PAGE (self), "");
  mukana_state_filter_set_code (self->states, NULL);
}

static void
mukana_assignments_page_open (MukanaPage *page,
                              gint64      id)
{
  mukana_row_list_refresh (MUKANA_ASSIGNMENTS_PAGE (page)->list);
}

static void
mukana_assignments_page_search_changed (MukanaPage *page,
                                        const char *text)
{
  mukana_row_list_set_needle (MUKANA_ASSIGNMENTS_PAGE (page)->list, text);
}

static void
mukana_assignments_page_narrow_changed (MukanaPage *page,
                                        gboolean    narrow)
{
  mukana_row_list_set_narrow (MUKANA_ASSIGNMENTS_PAGE (page)->list, narrow);
}

static void
make_states (MukanaAssignmentsPage *self)
{
  GtkWidget *states = mukana_state_filter_new (_("State"));

  self->states = MUKANA_STATE_FILTER (states);
  mukana_state_filter_add (self->states, NULL, _("All"));
  mukana_state_filter_add (self->states, "coming", _("Coming"));
  mukana_state_filter_add (self->states, "to-record", _("To record"));
  mukana_state_filter_add (self->states, "held", _("Held"));
  g_signal_connect_swapped (states, "changed", G_CALLBACK (state_changed_cb), self);
}

static void
mukana_assignments_page_constructed (GObject *object)
{
  MukanaAssignmentsPage *self = MUKANA_ASSIGNMENTS_PAGE (object);
  MukanaPage *page = MUKANA_PAGE (object);
  GtkWidget *list;

  G_OBJECT_CLASS (mukana_assignments_page_parent_class)->constructed (object);

  list = mukana_row_list_new (mukana_page_get_context (page), &source, columns,
                              G_N_ELEMENTS (columns), &words);
  self->list = MUKANA_ROW_LIST (list);
  make_states (self);
  gtk_box_prepend (GTK_BOX (mukana_row_list_peek_head (self->list)), GTK_WIDGET (self->states));
  mukana_row_list_set_filter (self->list, make_filter, self);
  mukana_row_list_add_order (self->list, "day", _("Latest first"));
  mukana_row_list_add_order (self->list, "name", _("By name"));
  mukana_row_list_remember_order (self->list, "assignments-sort");
  g_signal_connect_swapped (list, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (list, "clear", G_CALLBACK (clear_cb), self);
  mukana_page_set_search_hint (page, _("Search assignments"));
  mukana_page_set_content (page, GTK_WIDGET (list));
}

static void
mukana_assignments_page_class_init (MukanaAssignmentsPageClass *klass)
{
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_assignments_page_constructed;
  page_class->open = mukana_assignments_page_open;
  page_class->search_changed = mukana_assignments_page_search_changed;
  page_class->narrow_changed = mukana_assignments_page_narrow_changed;
}

static void
mukana_assignments_page_init (MukanaAssignmentsPage *self)
{
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 count = mukana_db_count (db, "assignments.count-to-record", error,
                                  mukana_day ("today", mukana_db_today (db)));

  return count < 0 ? NULL : g_memdup2 (&count, sizeof count);
}

static const MukanaJob count_job = { "assignments.count", MUKANA_LANE_READ, count_run, g_free };

const MukanaPageInfo mukana_assignments_page_info = {
  .id = "assignments",
  .title = N_("Assignments"),
  .icon = "mukana-assignment-symbolic",
  .order = 45,
  .get_type = mukana_assignments_page_get_type,
  .count = &count_job,
  .counted = N_("Days that are to be recorded"),
};

GtkWidget *
mukana_assignments_page_peek_list (MukanaAssignmentsPage *self)
{
  return GTK_WIDGET (self->list);
}
