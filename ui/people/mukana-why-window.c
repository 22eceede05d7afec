/* mukana-why-window.c: why somebody is, or is not, proposed to each request that waits.
 *
 * A request that is opened asks matching about this one person: all the parts
 * of the score, or every reason and the smallest change that would help.
 */

#include "ui/people/mukana-why-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-explain.h"
#include "services/mukana-matching.h"
#include "services/mukana-request-board.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"

typedef struct
{
  MukanaPage *page;         /* weak: the window closes with it */
  gint64      person_id;
  GtkWidget  *requests;     /* list box of expander rows */
  GtkLabel   *words;
} Why;

static void
free_why (gpointer data)
{
  Why *self = data;

  g_clear_weak_pointer (&self->page);
  g_free (self);
}

static Why *
peek (gpointer widget)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_root (GTK_WIDGET (widget))), "why");
}

static void
add_line (AdwExpanderRow *row,
          const char     *title,
          const char     *sentence,
          const char     *points)
{
  GtkWidget *line = adw_action_row_new ();
  g_autofree char *plain_title = g_markup_escape_text (title, -1);
  g_autofree char *plain_sentence = g_markup_escape_text (sentence, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), plain_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), plain_sentence);
  if (points != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (line),
                               mukana_layout_middle (mukana_layout_text (points, "row-title")));
  adw_expander_row_add_row (row, line);
}

static void
show_verdict (AdwExpanderRow *row,
              MukanaPillKind  kind,
              const char     *words)
{
  adw_expander_row_add_action (row, mukana_layout_middle (mukana_pill_new (kind, words)));
}

static void
show_fit (AdwExpanderRow       *row,
          const MukanaMatchRow *fit)
{
  g_autofree char *verdict = g_strdup_printf (_("Fits, %d points"), fit->score.points);

  show_verdict (row, MUKANA_PILL_OK, verdict);
  for (int part = 0; part < MUKANA_N_PARTS; part++)
    {
      const MukanaScorePart *score = &fit->score.parts[part];
      g_autofree char *points = g_strdup_printf ("%d / %d", score->points, score->max);

      add_line (row, mukana_explain_part_title ((MukanaPart) part), fit->why[part], points);
    }
  if (fit->would_rise != NULL)
    add_line (row, _("What would raise the points"), fit->would_rise, NULL);
}

static void
show_out (AdwExpanderRow       *row,
          const MukanaMatchOut *out)
{
  guint n = 0;

  show_verdict (row, MUKANA_PILL_NEUTRAL, _("Not proposed"));
  for (int reason = 0; reason < MUKANA_N_REASONS; reason++)
    if (out->reasons & 1u << reason)
      add_line (row, mukana_explain_reason_title ((MukanaReason) reason),
                out->why != NULL && n < out->why->len ? g_ptr_array_index (out->why, n++) : "",
                NULL);
  if (out->change != NULL)
    add_line (row, _("What would help"), out->change, NULL);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (AdwExpanderRow) row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaMatchAnswer) answer = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                  NULL, &error);

  if (gtk_widget_get_root (GTK_WIDGET (row)) == NULL)
    return;

  if (answer == NULL)
    add_line (row, mukana_error_view_peek_title (error), mukana_error_view_peek_sentence (error),
              NULL);
  else if (answer->why_row != NULL)
    show_fit (row, answer->why_row);
  else if (answer->out->len > 0)
    show_out (row, g_ptr_array_index (answer->out, 0));
}

/* Once: what is shown is of the moment when it was asked. */
static void
expanded_cb (AdwExpanderRow *row)
{
  Why *self = peek (row);
  const gint64 *request_id = g_object_get_data (G_OBJECT (row), "request");
  MukanaMatchQuestion *question;

  if (!adw_expander_row_get_expanded (row) || self->page == NULL)
    return;

  g_signal_handlers_disconnect_by_func (row, expanded_cb, NULL);
  question = mukana_match_question_new (
    mukana_context_peek_matcher (mukana_page_get_context (self->page)), *request_id, 0);
  question->why_person = self->person_id;
  mukana_page_run_async (self->page, &mukana_matching_job, question,
                         (GDestroyNotify) mukana_match_question_free, answered_cb,
                         g_object_ref (row));
}

static void
add_request (Why              *self,
             MukanaRequestRow *request)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_markup_escape_text (request->title, -1);
  g_autofree char *when = mukana_work_when (request->first_day, request->first_start,
                                            request->first_end);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), *when != '\0' ? when : _("no time yet"));
  g_object_set_data_full (G_OBJECT (row), "request", g_memdup2 (&request->id, sizeof request->id),
                          g_free);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  gtk_list_box_append (GTK_LIST_BOX (self->requests), row);
}

static void
show_columns (Why       *self,
              GPtrArray *columns)
{
  guint n_added = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const MukanaBoardColumn *column = g_ptr_array_index (columns, i);
      gboolean looks = g_str_equal (column->state, "open") ||
                       g_str_equal (column->state, "searching");

      for (guint k = 0; looks && k < column->rows->len; k++, n_added++)
        add_request (self, g_ptr_array_index (column->rows, k));
    }

  gtk_widget_set_visible (self->requests, n_added > 0);
  gtk_label_set_label (self->words, n_added > 0 ? _("Open a request to see why.")
                                                : _("No request looks for people now."));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  Why *self = g_object_get_data (G_OBJECT (window), "why");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) columns = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                           &error);

  if (self == NULL || gtk_widget_in_destruction (window))
    return;
  if (columns == NULL)
    gtk_label_set_label (self->words, mukana_error_view_peek_sentence (error));
  else
    show_columns (self, columns);
}

static GtkWidget *
make_content (Why *self)
{
  self->requests = gtk_list_box_new ();
  self->words = GTK_LABEL (mukana_layout_wrapped (_("Reading requests…"), "second-line"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->requests), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->requests, "boxed-list");
  gtk_widget_set_visible (self->requests, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->requests), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Requests"), -1);
  return mukana_layout_page (mukana_layout_margins (
    mukana_layout_column (12, GTK_WIDGET (self->words), self->requests, NULL), 12));
}

/**
 * mukana_why_window_new:
 *
 * Returns: (transfer floating): a window to present over @page
 */
GtkWidget *
mukana_why_window_new (MukanaPage *page,
                       gint64      person_id)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *content;
  Why *self = g_new0 (Why, 1);

  self->person_id = person_id;
  g_set_weak_pointer (&self->page, page);
  g_object_set_data_full (G_OBJECT (window), "why", self, free_why);
  content = make_content (self);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_window_set_title (GTK_WINDOW (window), _("Why proposed, why not"));
  gtk_window_set_default_size (GTK_WINDOW (window), mukana_page_get_narrow (page) ? 360 : 560, 640);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  adw_window_set_content (ADW_WINDOW (window),
                          mukana_layout_column (0, adw_header_bar_new (), content, NULL));
  mukana_layout_close_on_escape (GTK_WINDOW (window));
  mukana_page_run_async (page, &mukana_request_board_job, NULL, NULL, read_cb,
                         g_object_ref (window));
  return window;
}
