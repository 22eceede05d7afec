/* mukana-requests-page.c: every request, with how far it has come.
 *
 * The number in the sidebar is of those that still look for people.
 */

#include "ui/requests/mukana-requests-page.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-listing.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-list-filters.h"
#include "ui/kit/mukana-row-list.h"
#include "ui/kit/mukana-state-filter.h"
#include "ui/app/mukana-work-words.h"
#include "ui/requests/mukana-unit-form-menu.h"

struct _MukanaRequestsPage
{
  MukanaPage          parent_instance;

  MukanaRowList      *list;
  MukanaStateFilter  *states;
  MukanaRequestBoard *board;       /* the same as columns */
  GtkStack           *views;
  GtkWidget          *as_columns;  /* toggle */
  GtkWidget          *add;         /* beside it: the list has its own */
  GtkWidget          *plan_all;
};

G_DEFINE_FINAL_TYPE (MukanaRequestsPage, mukana_requests_page, MUKANA_TYPE_PAGE)

static const MukanaRowSource source = {
  .ids = &mukana_requests_ids_job,
  .rows = &mukana_requests_rows_job,
  .copy_filter = mukana_list_filter_dup,
  .free_filter = mukana_list_filter_drop,
  .kind = MUKANA_KIND_REQUEST,
  .follows =
    MUKANA_ROWS_FOLLOW (MUKANA_KIND_PROPOSAL) | MUKANA_ROWS_FOLLOW (MUKANA_KIND_ASSIGNMENT),
};

static const MukanaRowListWords words = {
  .icon_name = "mukana-request-symbolic",
  .empty_title = N_("No requests yet"),
  .empty_description = N_(
    "A request says what a unit would like people to take part in. From it Mukana finds who fits."),
  .empty_deed = N_("New Request"),
};

static GtkWidget *
make_title (void)
{
  return mukana_layout_two_lines ("", " ");
}

static GtkLabel *
peek_line (GtkWidget *two_lines,
           gboolean   second)
{
  GtkWidget *first = gtk_widget_get_first_child (two_lines);

  return GTK_LABEL (second ? gtk_widget_get_next_sibling (first) : first);
}

static void
fill_title (GtkWidget     *cell,
            gpointer       record,
            MukanaContext *context)
{
  MukanaRequestRow *row = record;
  g_autofree char *place = mukana_work_place (mukana_context_peek_vocabulary (context), row->mode,
                                              row->municipality_code);
  g_autofree char *second = row->unit != NULL ? g_strdup_printf ("%s · %s", row->unit, place)
                                              : g_steal_pointer (&place);

  gtk_label_set_label (peek_line (cell, FALSE), row->title);
  gtk_label_set_label (peek_line (cell, TRUE), second);
}

static void
fill_pill (GtkWidget     *cell,
           gpointer       record,
           MukanaContext *context)
{
  mukana_work_show_request (mukana_pill_cell_peek (cell), ((MukanaRequestRow *) record)->state);
}

static GtkWidget *
make_text (void)
{
  return mukana_layout_text ("", NULL);
}

/* Returns: yours, the first time and how many more */
static char *
say_when (MukanaRequestRow *row)
{
  g_autofree char *when = mukana_work_when (row->first_day, row->first_start, row->first_end);

  if (row->n_slots > 1)
    return g_strdup_printf ("%s +%d", when, (int) row->n_slots - 1);

  return g_strdup (*when != '\0' ? when : _("no time yet"));
}

static void
fill_when (GtkWidget     *cell,
           gpointer       record,
           MukanaContext *context)
{
  g_autofree char *when = say_when (record);

  gtk_label_set_label (GTK_LABEL (cell), when);
}

/* In a narrow list the second line says when instead of having a column for it. */
static void
fill_narrow (GtkWidget     *cell,
             gpointer       record,
             MukanaContext *context)
{
  MukanaRequestRow *row = record;
  g_autofree char *when = say_when (row);
  g_autofree char *second = row->unit != NULL ? g_strdup_printf ("%s · %s", when, row->unit)
                                              : g_steal_pointer (&when);

  gtk_label_set_label (peek_line (cell, FALSE), row->title);
  gtk_label_set_label (peek_line (cell, TRUE), second);
}

static void
fill_found (GtkWidget     *cell,
            gpointer       record,
            MukanaContext *context)
{
  MukanaRequestRow *row = record;
  g_autofree char *found = mukana_work_found (row->n_found, row->people, row->n_in_reserve);

  gtk_label_set_label (GTK_LABEL (cell), found);
}

static void
fill_asked (GtkWidget     *cell,
            gpointer       record,
            MukanaContext *context)
{
  g_autofree char *asked = g_strdup_printf ("%d", (int) ((MukanaRequestRow *) record)->n_asked);

  gtk_label_set_label (GTK_LABEL (cell), asked);
}

static const MukanaColumn columns[] = {
  { N_("Request"), 0, TRUE, MUKANA_COLUMN_WIDE, make_title, fill_title },
  { N_("Request"), 0, TRUE, MUKANA_COLUMN_NARROW, make_title, fill_narrow },
  { N_("State"), 120, FALSE, MUKANA_COLUMN_ALWAYS, mukana_pill_cell_new, fill_pill },
  { N_("When"), 190, FALSE, MUKANA_COLUMN_WIDE, make_text, fill_when },
  { N_("Found"), 70, FALSE, MUKANA_COLUMN_WIDE, make_text, fill_found },
  { N_("Asked"), 60, FALSE, MUKANA_COLUMN_WIDE, make_text, fill_asked },
};

static gpointer
make_filter (const char *needle,
             const char *order,
             gpointer    data)
{
  MukanaRequestsPage *self = data;

  return mukana_list_filter_new (needle, mukana_state_filter_peek_code (self->states), order);
}

static void
opened_cb (MukanaRequestsPage *self,
           gint64              id)
{
  mukana_page_show (MUKANA_PAGE (self), "request", id);
}

static void
mukana_requests_page_add (MukanaPage *page)
{
  mukana_page_show (page, "request-form", 0);
}

static void
state_changed_cb (MukanaRequestsPage *self)
{
  mukana_row_list_set_filtered (self->list, mukana_state_filter_peek_code (self->states) != NULL);
  mukana_row_list_refresh (self->list);
}

static void
clear_cb (MukanaRequestsPage *self)
{
  mukana_page_set_search_text (MUKANA_PAGE (self), "");
  mukana_state_filter_set_code (self->states, NULL);
}

static gboolean
is_board (MukanaRequestsPage *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->as_columns));
}

static gboolean
may_add (MukanaRequestsPage *self)
{
  return mukana_context_may (mukana_page_get_context (MUKANA_PAGE (self)),
                             MUKANA_DEED_CHANGE_REQUESTS);
}

static void
show_view (MukanaRequestsPage *self)
{
  gtk_stack_set_visible_child_name (self->views, is_board (self) ? "board" : "list");
  gtk_widget_set_visible (self->add, is_board (self) && may_add (self));
  if (is_board (self))
    mukana_request_board_reload (self->board,
                                 mukana_page_get_search_text (MUKANA_PAGE (self)));
}

static GtkWidget *
make_add (void)
{
  GtkWidget *add = mukana_layout_icon_button ("list-add-symbolic", _("New request (Ctrl+N)"),
                                              "win.new");

  return add;
}

static void
unit_form_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  mukana_unit_form_save (MUKANA_PAGE (widget));
}

static void
plan_all_cb (MukanaRequestsPage *self)
{
  mukana_page_show (MUKANA_PAGE (self), "planning", 0);
}

/* Words where there is room for them. */
static void
show_plan_all (MukanaRequestsPage *self,
               gboolean            narrow)
{
  if (narrow)
    gtk_button_set_icon_name (GTK_BUTTON (self->plan_all), "mukana-finding-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->plan_all), _("Plan All…"));
}

static void
make_plan_all (MukanaRequestsPage *self)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));

  self->plan_all = mukana_layout_icon_button ("mukana-finding-symbolic",
                                              _("Plan people for all open requests"), NULL);
  gtk_widget_set_visible (self->plan_all, mukana_context_may_open (context, "planning"));
  g_signal_connect_swapped (self->plan_all, "clicked", G_CALLBACK (plan_all_cb), self);
  show_plan_all (self, FALSE);
}

/* The choice between list and columns is remembered where settings are. */
static void
make_views (MukanaRequestsPage *self)
{
  GSettings *settings = mukana_context_get_settings (mukana_page_get_context (MUKANA_PAGE (self)));

  self->board = MUKANA_REQUEST_BOARD (mukana_request_board_new (MUKANA_PAGE (self)));
  self->views = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->views, GTK_WIDGET (self->list), "list");
  gtk_stack_add_named (self->views, GTK_WIDGET (self->board), "board");

  self->as_columns = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->as_columns), "view-grid-symbolic");
  gtk_widget_set_tooltip_text (self->as_columns, _("Show as columns"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->as_columns),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show as columns"), -1);
  if (settings != NULL)
    g_settings_bind (settings, "requests-as-columns", self->as_columns, "active",
                     G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_swapped (self->as_columns, "toggled", G_CALLBACK (show_view), self);
  mukana_page_add_start (MUKANA_PAGE (self), self->as_columns);
  self->add = make_add ();
  mukana_page_add_start (MUKANA_PAGE (self), self->add);
  mukana_page_add_end (MUKANA_PAGE (self), mukana_unit_form_menu_new ());
}

static void
mukana_requests_page_open (MukanaPage *page,
                           gint64      id)
{
  MukanaRequestsPage *self = MUKANA_REQUESTS_PAGE (page);

  mukana_row_list_refresh (self->list);
  show_view (self);
}

static void
mukana_requests_page_shown (MukanaPage *page)
{
  show_view (MUKANA_REQUESTS_PAGE (page));
}

static void
mukana_requests_page_search_changed (MukanaPage *page,
                                     const char *text)
{
  mukana_row_list_set_needle (MUKANA_REQUESTS_PAGE (page)->list, text);
  show_view (MUKANA_REQUESTS_PAGE (page));
}

static void
mukana_requests_page_narrow_changed (MukanaPage *page,
                                     gboolean    narrow)
{
  mukana_row_list_set_narrow (MUKANA_REQUESTS_PAGE (page)->list, narrow);
  show_plan_all (MUKANA_REQUESTS_PAGE (page), narrow);
}

static void
make_states (MukanaRequestsPage *self)
{
  GtkWidget *states = mukana_state_filter_new (_("State"));

  self->states = MUKANA_STATE_FILTER (states);
  mukana_state_filter_add (self->states, NULL, _("All"));
  mukana_state_filter_add (self->states, "waiting", _("Not held yet"));
  for (guint i = 0; mukana_request_states[i] != NULL; i++)
    mukana_state_filter_add (self->states, mukana_request_states[i],
                             mukana_code_label (mukana_request_states, mukana_request_states[i]));
  g_signal_connect_swapped (states, "changed", G_CALLBACK (state_changed_cb), self);
}

static void
mukana_requests_page_constructed (GObject *object)
{
  MukanaRequestsPage *self = MUKANA_REQUESTS_PAGE (object);
  MukanaPage *page = MUKANA_PAGE (object);
  GtkWidget *list;

  G_OBJECT_CLASS (mukana_requests_page_parent_class)->constructed (object);

  list = mukana_row_list_new (mukana_page_get_context (page), &source, columns,
                              G_N_ELEMENTS (columns), &words);
  self->list = MUKANA_ROW_LIST (list);
  make_states (self);
  gtk_box_prepend (GTK_BOX (mukana_row_list_peek_head (self->list)), GTK_WIDGET (self->states));
  mukana_row_list_set_filter (self->list, make_filter, self);
  mukana_row_list_add_order (self->list, "newest", _("Newest first"));
  mukana_row_list_add_order (self->list, "day", _("By day"));
  mukana_row_list_add_order (self->list, "name", _("By name"));
  mukana_row_list_remember_order (self->list, "requests-sort");
  g_signal_connect_swapped (list, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (list, "deed", G_CALLBACK (mukana_requests_page_add), self);
  g_signal_connect_swapped (list, "clear", G_CALLBACK (clear_cb), self);

  make_plan_all (self);
  gtk_box_append (GTK_BOX (mukana_row_list_peek_head (self->list)), self->plan_all);
  /* In the list, not in the window's header: a narrow header has no room for it. */
  if (may_add (self))
    gtk_box_append (GTK_BOX (mukana_row_list_peek_head (self->list)), make_add ());
  mukana_page_set_search_hint (page, _("Search requests"));
  make_views (self);
  mukana_page_set_content (page, GTK_WIDGET (self->views));
}

static void
mukana_requests_page_class_init (MukanaRequestsPageClass *klass)
{
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_requests_page_constructed;
  page_class->open = mukana_requests_page_open;
  page_class->shown = mukana_requests_page_shown;
  page_class->add = mukana_requests_page_add;
  page_class->search_changed = mukana_requests_page_search_changed;
  page_class->narrow_changed = mukana_requests_page_narrow_changed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "requests.unit-form", NULL,
                                   unit_form_action);
}

static void
mukana_requests_page_init (MukanaRequestsPage *self)
{
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 count = mukana_db_count (db, "requests.count-lacking", error,
                                  mukana_day ("today", mukana_db_today (db)));

  return count < 0 ? NULL : g_memdup2 (&count, sizeof count);
}

static const MukanaJob count_job = { "requests.count", MUKANA_LANE_READ, count_run, g_free };

const MukanaPageInfo mukana_requests_page_info = {
  .id = "requests",
  .title = N_("Requests"),
  .icon = "mukana-request-symbolic",
  .order = 40,
  .get_type = mukana_requests_page_get_type,
  .count = &count_job,
  .counted = N_("Requests without enough people"),
};

MukanaRequestBoard *
mukana_requests_page_peek_board (MukanaRequestsPage *self)
{
  return self->board;
}

GtkWidget *
mukana_requests_page_peek_list (MukanaRequestsPage *self)
{
  return GTK_WIDGET (self->list);
}
