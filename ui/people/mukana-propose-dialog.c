/* mukana-propose-dialog.c: proposes people that were chosen from the list to a request.
 *
 * Offers the requests that look for people.  A list of people judges nothing, so who does
 * not fit is told with every reason before anybody is asked: they are left out, or, where
 * only time, place and the like stand against it, asked all the same for a reason that is
 * kept.  The service judges again and makes all proposals or none.
 */

#include "ui/people/mukana-propose-dialog.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "services/mukana-counting.h"
#include "services/mukana-listing.h"
#include "services/mukana-matching.h"
#include "services/mukana-unasking.h"
#include "ui/app/mukana-open-times.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-reason-words.h"
#include "ui/kit/mukana-tall-question.h"
#include "ui/people/mukana-people-words.h"

typedef struct
{
  MukanaPage  *page;
  GArray      *people;      /* gint64 */
  gint64       request_id;  /* last chosen */
  GPtrArray   *rows;        /* MukanaMatchRow of those who fit it; NULL: not judged yet */
  gint64       way;         /* at which of its times they are asked */
  const char  *exception;   /* of mukana_exception_reasons; NULL: none is made */
  char        *told;        /* (nullable): what another reason was */
  AdwWindow   *window;      /* owns us */
  GtkListBox  *list;
  GtkLabel    *words;
} Proposing;

static void
free_proposing (gpointer data)
{
  Proposing *self = data;

  g_object_unref (self->page);
  g_array_unref (self->people);
  g_free (self->told);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static Proposing *
peek (AdwWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "proposing");
}

static void
proposed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (AdwWindow) window = data;
  Proposing *self = peek (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  g_autofree char *sentence = NULL;

  if (made == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
      sentence = mukana_error_view_dup_sentence (error);
      gtk_label_set_label (self->words, sentence);
      return;
    }

  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u proposal made", "%u proposals made",
                                           made->len), made->len);
  mukana_page_did (self->page, sentence,
                   mukana_step_new (sentence, &mukana_proposing_take_back_job,
                                    g_array_ref (made), (GDestroyNotify) g_array_unref));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "people.choose-none", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static MukanaProposing *
make_proposing (Proposing *self)
{
  MukanaProposing *proposing = mukana_proposing_new (self->request_id, NULL);

  mukana_proposing_except (proposing, self->exception);
  mukana_proposing_explain (proposing, self->told);
  for (guint i = 0; i < self->people->len; i++)
    {
      mukana_proposing_add (proposing, g_array_index (self->people, gint64, i), 0, FALSE);
      g_array_index (proposing->people, MukanaProposalSeed, i).slot_id = self->way;
    }
  return proposing;
}

static void
propose (AdwWindow *window)
{
  Proposing *self = peek (window);

  mukana_page_run_async (self->page, &mukana_proposing_job, make_proposing (self),
                         (GDestroyNotify) mukana_proposing_free, proposed_cb,
                         g_object_ref (window));
}

static void
ceiling_answered_cb (AdwWindow  *window,
                     const char *response)
{
  if (g_str_equal (response, "propose"))
    propose (window);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (peek (window)->list), TRUE);
}

/* A person's own ceiling is theirs to change: it is told before they are asked. */
static void
over_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (AdwWindow) window = data;
  /* Without an answer the proposal still stands: the ceiling forbids nothing here. */
  g_autoptr (GPtrArray) names = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);
  g_autofree char *list = NULL, *body = NULL;
  GtkWidget *question;

  if (names == NULL || names->len == 0)
    {
      propose (window);
      return;
    }

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  body = g_strdup_printf (_("With the fee of this request, more than they want in a month or a "
                            "year: %s"), list);
  question = adw_message_dialog_new (GTK_WINDOW (window), _("Above an own fee ceiling"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "back", _("_Go Back"),
                                    "propose", _("_Propose All the Same"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "back");
  g_signal_connect_object (question, "response", G_CALLBACK (ceiling_answered_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
ask_ceilings (AdwWindow *window)
{
  Proposing *self = peek (window);

  mukana_page_run_async (self->page, &mukana_fee_over_job, make_proposing (self),
                         (GDestroyNotify) mukana_proposing_free, over_read_cb,
                         g_object_ref (window));
}

/* ---- At which time ---- */

static void
time_answered_cb (AdwWindow  *window,
                  const char *response,
                  GtkWidget  *question)
{
  Proposing *self = peek (window);

  if (!g_str_equal (response, "propose"))
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
      return;
    }

  self->way = mukana_open_times_box_get (
    adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (question)));
  ask_ceilings (window);
}

/* The times of the request that all who are left have. */
static GArray *
find_ways (Proposing *self)
{
  GArray *common = g_array_new (FALSE, FALSE, sizeof (gint64));
  const MukanaMatchRow *first = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;

  for (guint k = 0; first != NULL && k < first->ways->len; k++)
    {
      gint64 way = g_array_index (first->ways, gint64, k);
      guint n_have = 0;

      for (guint i = 0; i < self->rows->len; i++)
        {
          GArray *ways = ((MukanaMatchRow *) g_ptr_array_index (self->rows, i))->ways;

          for (guint w = 0; w < ways->len; w++)
            n_have += g_array_index (ways, gint64, w) == way;
        }
      if (n_have == self->rows->len)
        g_array_append_val (common, way);
    }

  return common;
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (AdwWindow) window = data;
  Proposing *self = peek (window);
  /* Without it the proposal still stands: it is made at whichever time suits all. */
  g_autoptr (MukanaRequestFile) file = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                                NULL);
  g_autoptr (GArray) ways = find_ways (self);
  g_autoptr (GPtrArray) times = mukana_open_times_new (file, ways);
  GtkWidget *question;

  if (times->len < 2)
    {
      ask_ceilings (window);
      return;
    }

  question = adw_message_dialog_new (GTK_WINDOW (window), _("The request has several times"),
                                     _("It takes place once: all are asked to the same time."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "back", _("_Go Back"),
                                    "propose", _("_Propose"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "back");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "propose");
  mukana_tall_question_set_content (ADW_MESSAGE_DIALOG (question),
                                    mukana_open_times_box_new (times, 0));
  g_signal_connect_object (question, "response", G_CALLBACK (time_answered_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/* Whoever does not fit, and is asked all the same, may have no time at any of them. */
static void
ask_time (AdwWindow *window)
{
  Proposing *self = peek (window);

  self->way = MUKANA_TIME_THAT_FITS;
  if (self->rows == NULL || self->rows->len == 0 || self->exception != NULL)
    {
      ask_ceilings (window);
      return;
    }

  mukana_page_run_async (self->page, &mukana_request_file_job,
                         g_memdup2 (&self->request_id, sizeof self->request_id), g_free,
                         file_read_cb, g_object_ref (window));
}

/* ---- Who does not fit ---- */

static gboolean
is_firm (GPtrArray *outs)
{
  for (guint i = 0; i < outs->len; i++)
    if (((MukanaMatchOut *) g_ptr_array_index (outs, i))->reasons & MUKANA_FIRM_REASONS)
      return TRUE;

  return FALSE;
}

static char *
list_outs (GPtrArray *outs)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < outs->len; i++)
    {
      const MukanaMatchOut *out = g_ptr_array_index (outs, i);

      g_string_append_printf (list, "%s%s", list->len > 0 ? "\n" : "",
                              out->name != NULL ? out->name
                                                : _("Somebody whose consent is not in force"));
      for (guint k = 0; out->name != NULL && k < out->why->len; k++)
        g_string_append_printf (list, "%s %s", k == 0 ? ":" : ".",
                                (char *) g_ptr_array_index (out->why, k));
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Those who fit alone. */
static void
leave_out (Proposing *self,
           GPtrArray *outs)
{
  GArray *others = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->people->len; i++)
    {
      gint64 id = g_array_index (self->people, gint64, i);
      gboolean is_out = FALSE;

      for (guint k = 0; k < outs->len; k++)
        is_out |= ((MukanaMatchOut *) g_ptr_array_index (outs, k))->person_id == id;
      if (!is_out)
        g_array_append_val (others, id);
    }

  g_array_unref (self->people);
  self->people = others;
}

static void
unfit_answered_cb (AdwWindow  *window,
                   const char *response,
                   GtkWidget  *question)
{
  Proposing *self = peek (window);
  MukanaMatchAnswer *answer = g_object_get_data (G_OBJECT (question), "answer");

  self->exception = NULL;
  if (g_str_equal (response, "others"))
    leave_out (self, answer->told_out);
  else if (g_str_equal (response, "propose"))
    {
      self->exception = mukana_reason_words_peek_chosen (question);
      g_free (self->told);
      self->told = mukana_reason_words_dup_told (question);
    }
  else
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
      return;
    }

  ask_time (window);
}

static void
tell_unfit (AdwWindow         *window,
            MukanaMatchAnswer *answer)
{
  Proposing *self = peek (window);
  GPtrArray *outs = answer->told_out;
  g_autofree char *list = list_outs (outs);
  GtkWidget *question =
    adw_message_dialog_new (GTK_WINDOW (window),
                            g_dngettext (GETTEXT_PACKAGE, "Somebody does not fit the request",
                                         "Some do not fit the request", outs->len), NULL);
  GtkWidget *content = mukana_layout_column (18, mukana_layout_wrapped (list, NULL), NULL);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "back", _("_Go Back"));
  if (outs->len < self->people->len)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "others",
                                     _("Propose the _Others"));
  if (!is_firm (outs))
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "propose",
                                       _("_Propose All the Same"));
      adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question), "propose", FALSE);
      gtk_box_append (GTK_BOX (content),
                      mukana_reason_words_choose (question, _("Why all the same?"),
                                                  mukana_exception_reasons, "propose"));
    }
  mukana_tall_question_set_content (ADW_MESSAGE_DIALOG (question), content);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "back");
  g_object_set_data_full (G_OBJECT (question), "answer", answer,
                          (GDestroyNotify) mukana_match_answer_free);
  g_signal_connect_object (question, "response", G_CALLBACK (unfit_answered_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
judged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AdwWindow) window = data;
  Proposing *self = peek (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaMatchAnswer) answer =
    mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (answer == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
      gtk_label_set_label (self->words, mukana_error_view_peek_sentence (error));
    }
  else
    {
      g_clear_pointer (&self->rows, g_ptr_array_unref);
      self->rows = answer->told_rows != NULL ? g_ptr_array_ref (answer->told_rows) : NULL;
      if (answer->told_out->len > 0)
        tell_unfit (window, g_steal_pointer (&answer));
      else
        ask_time (window);
    }
}

static void
request_chosen_cb (AdwWindow     *window,
                   GtkListBoxRow *row)
{
  Proposing *self = peek (window);
  MukanaMatcher *matcher = mukana_context_peek_matcher (mukana_page_get_context (self->page));
  MukanaMatchQuestion *question;

  self->request_id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");
  self->exception = NULL;
  question = mukana_match_question_new (matcher, self->request_id, 0);
  question->told = g_array_ref (self->people);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  mukana_page_run_async (self->page, &mukana_matching_job, question,
                         (GDestroyNotify) mukana_match_question_free, judged_cb,
                         g_object_ref (window));
}

static gboolean
is_looking (MukanaRequestRow *request)
{
  return g_strcmp0 (request->state, "open") == 0 || g_strcmp0 (request->state, "searching") == 0;
}

static void
add_request (Proposing        *self,
             MukanaRequestRow *request)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day =
    request->first_day != MUKANA_DAY_NONE ? mukana_format_weekday (request->first_day)
                                                               : g_strdup ("");
  g_autofree char *title = g_markup_escape_text (request->title ? request->title : "", -1);
  /* Translators: a request: its first day, how many are found of how many */
  g_autofree char *second = g_strdup_printf (_("%s  found %d of %d"), day, (int) request->n_found,
                                             (int) request->people);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), second);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&request->id, sizeof request->id),
                          g_free);
  gtk_list_box_append (self->list, row);
}

static void
rows_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (AdwWindow) window = data;
  Proposing *self = peek (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                        &error);
  guint n_added = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (is_looking (g_ptr_array_index (rows, i)))
      {
        add_request (self, g_ptr_array_index (rows, i));
        n_added++;
      }

  gtk_widget_set_visible (GTK_WIDGET (self->list), n_added > 0);
  gtk_label_set_label (self->words, error != NULL ? mukana_error_view_peek_sentence (error)
                                    : n_added > 0 ? _("To which request?")
                                                  : _("No request looks for people now."));
}

static void
ids_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (AdwWindow) window = data;
  Proposing *self = peek (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  MukanaIdPage *page;

  if (ids == NULL)
    {
      gtk_label_set_label (self->words, mukana_error_view_peek_sentence (error));
      return;
    }

  /* More than a page of requests that all look for people is not a list to choose from. */
  page = g_new0 (MukanaIdPage, 1);
  page->n_ids = MIN (ids->len, MUKANA_LIST_PAGE);
  memcpy (page->ids, ids->data, page->n_ids * sizeof (gint64));
  mukana_page_run_async (self->page, &mukana_requests_rows_job, page, g_free, rows_read_cb,
                         g_object_ref (window));
}

/**
 * mukana_propose_dialog_new:
 * @people: gint64 ids of who is proposed
 *
 * Returns: a window to present
 */
GtkWidget *
mukana_propose_dialog_new (MukanaPage *page,
                           GArray     *people)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", _("Propose"), "modal", TRUE,
                                    "default-width", mukana_page_get_narrow (page) ? 360 : 480,
                                    "default-height", 420, "destroy-with-parent", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  Proposing *self = g_new0 (Proposing, 1);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  self->page = g_object_ref (page);
  self->people = g_array_ref (people);
  self->window = ADW_WINDOW (window);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->words = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "label",
                                         _("Reading requests…"), NULL));
  g_object_set_data_full (G_OBJECT (window), "proposing", self, free_proposing);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (request_chosen_cb), window);

  g_object_set (content, "margin-start", 18, "margin-end", 18, "margin-top", 12, "margin-bottom",
                18, NULL);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  mukana_layout_close_on_escape (GTK_WINDOW (window));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));

  {
    MukanaListFilter *filter = g_new0 (MukanaListFilter, 1);

    mukana_page_run_async (page, &mukana_requests_ids_job, filter,
                           (GDestroyNotify) mukana_list_filter_free,
                           ids_read_cb, g_object_ref (window));
  }
  return window;
}
