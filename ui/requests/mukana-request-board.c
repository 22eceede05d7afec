/* mukana-request-board.c: requests as columns, one for each step of their life.
 *
 * A column has its first requests by day; the list has all.  A request is moved
 * on its own page, where what that means is said.
 */

#include "ui/requests/mukana-request-board.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-request-board.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-count.h"
#include "ui/kit/mukana-layout.h"

#define COLUMN_PX 228
#define AGAIN_MS  200     /* changes that come one after another are one */

struct _MukanaRequestBoard
{
  GtkBox      parent_instance;

  MukanaPage *page;        /* weak: an answer may outlive it */
  char       *needle;
  GtkWidget  *columns;
  guint       again_source;
};

G_DEFINE_FINAL_TYPE (MukanaRequestBoard, mukana_request_board, GTK_TYPE_BOX)

static void
activated_cb (MukanaRequestBoard *self,
              GtkListBoxRow      *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "request");

  if (id != NULL && self->page != NULL)
    mukana_page_show (self->page, "request", *id);
}

static GtkWidget *
make_request (MukanaRequestRow *row)
{
  g_autofree char *when = mukana_work_when (row->first_day, row->first_start, row->first_end);
  g_autofree char *found = mukana_work_found (row->n_found, row->people, row->n_in_reserve);
  g_autofree char *second = g_strdup_printf ("%s · %s", *when != '\0' ? when : _("no time yet"),
                                             found);
  GtkWidget *request = mukana_layout_column (0, mukana_layout_wrapped (row->title, "row-title"),
                                             mukana_layout_wrapped (second, "second-line"), NULL);

  g_object_set_data_full (G_OBJECT (request), "request", g_memdup2 (&row->id, sizeof row->id),
                          g_free);
  return request;
}

static void
add_rest (GtkWidget               *card,
          const MukanaBoardColumn *column)
{
  guint n_more = column->n_all - column->rows->len;
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more in the list",
                                                         "%u more in the list", n_more), n_more);

  if (n_more > 0)
    gtk_list_box_row_set_activatable (
      GTK_LIST_BOX_ROW (mukana_layout_card_add (card, mukana_layout_text (words, "second-line"))),
      FALSE);
}

static GtkWidget *
make_column (MukanaRequestBoard      *self,
             const MukanaBoardColumn *column)
{
  const char *title = mukana_code_label (mukana_request_states, column->state);
  GtkWidget *card = mukana_layout_card ();
  GtkWidget *box;

  for (guint i = 0; i < column->rows->len; i++)
    gtk_list_box_row_set_activatable (
      GTK_LIST_BOX_ROW (mukana_layout_card_add (card, make_request (
        g_ptr_array_index (column->rows, i)))), TRUE);
  add_rest (card, column);
  gtk_widget_set_visible (card, column->n_all > 0);
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (card, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);

  box = mukana_layout_column (6, mukana_layout_row (6, mukana_layout_text (title, "row-title"),
                                                    mukana_count_new (column->n_all), NULL),
                              card, NULL);
  gtk_widget_set_size_request (box, COLUMN_PX, -1);
  return box;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaRequestBoard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) columns = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                           &error);

  if (self->page == NULL)
    return;
  if (columns == NULL)
    {
      mukana_page_fail (self->page, error);
      return;
    }

  mukana_layout_empty (self->columns);
  for (guint i = 0; i < columns->len; i++)
    gtk_box_append (GTK_BOX (self->columns), make_column (self, g_ptr_array_index (columns, i)));
}

/** mukana_request_board_reload: @needle: (nullable): what is searched for */
void
mukana_request_board_reload (MukanaRequestBoard *self,
                             const char         *needle)
{
  char *kept = g_strdup (needle);

  g_free (self->needle);
  self->needle = kept;
  mukana_page_run_async (self->page, &mukana_request_board_job, g_strdup (needle), g_free, read_cb,
                         g_object_ref (self));
}

static gboolean
again_cb (gpointer data)
{
  MukanaRequestBoard *self = data;

  self->again_source = 0;
  mukana_request_board_reload (self, self->needle);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (MukanaRequestBoard *self,
                  MukanaChangeSet    *changes)
{
  if (self->again_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      (mukana_change_set_touches (changes, MUKANA_KIND_REQUEST, 0) ||
       mukana_change_set_touches (changes, MUKANA_KIND_PROPOSAL, 0) ||
       mukana_change_set_touches (changes, MUKANA_KIND_ASSIGNMENT, 0)))
    self->again_source = g_timeout_add (AGAIN_MS, again_cb, self);
}

static void
mukana_request_board_dispose (GObject *object)
{
  MukanaRequestBoard *self = MUKANA_REQUEST_BOARD (object);

  g_clear_handle_id (&self->again_source, g_source_remove);
  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (mukana_request_board_parent_class)->dispose (object);
}

static void
mukana_request_board_class_init (MukanaRequestBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_request_board_dispose;
}

static void
mukana_request_board_init (MukanaRequestBoard *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_widget_add_css_class (self->columns, "page-body");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->columns);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self), scrolled);
}

GtkWidget *
mukana_request_board_new (MukanaPage *page)
{
  MukanaRequestBoard *self = g_object_new (MUKANA_TYPE_REQUEST_BOARD, NULL);

  g_set_weak_pointer (&self->page, page);
  g_signal_connect_object (mukana_page_get_store (page), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
