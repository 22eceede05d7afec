/* mukana-said-dialog.c: takes feedback on an assignment.
 *
 * Points are typed as numbers, with Tab from one to the next and Enter when done; what was not
 * answered is left empty, which is not nought.  An expert and a requester are asked different
 * things, so only those are shown.
 */

#include "ui/assignments/mukana-said-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "services/mukana-correcting.h"
#include "services/mukana-proposing.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-tall-question.h"
#include "ui/kit/mukana-typed-day.h"

/* The fields of points; the first is the question that is counted. */
static const struct
{
  const char *field;
  const char *expert;       /* what an expert is asked */
  const char *requester;    /* NULL: they are not */
} questions[] = {
  { "score", N_("Would come again, 0–10"), N_("How useful it was, 0–10") },
  { "heard", N_("Was heard, 0–10"), NULL },
  { "aim-clear", N_("The aim was clear, 0–10"), NULL },
  { "support", N_("Had support enough, 0–10"), NULL },
};

#define N_QUESTIONS G_N_ELEMENTS (questions)
#define NOT_POINTS  (-2)

typedef struct
{
  MukanaPage *page;
  gint64      assignment_id;
  MukanaFeedback *old;      /* what is corrected; NULL for a new one */
  GPtrArray  *others;       /* of MukanaFeedback: what is there of the assignment */
  GtkWidget  *twice;        /* says that theirs is there already */
  GtkWidget  *dialog;
  GtkWidget  *day;
  GtkWidget  *side;
  GtkWidget  *labels[N_QUESTIONS];
  GtkWidget  *points[N_QUESTIONS];
  GtkWidget  *changed_label;
  GtkWidget  *changed;
  GtkWidget  *body;
} Draft;

static void
draft_free (gpointer  data,
            GClosure *closure)
{
  Draft *self = data;

  g_object_unref (self->page);
  g_clear_object (&self->old);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self);
}

static const char *
peek_side (Draft *self)
{
  return mukana_feedback_sides[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->side))];
}

/* Returns: 0 to 10, MUKANA_FEEDBACK_NO_POINTS when empty, NOT_POINTS for anything else */
static gint64
read_points (Draft *self,
             guint  question)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->points[question]));
  g_autofree char *tidy = mukana_text_tidy (text);
  gint64 points;

  if (tidy == NULL || !gtk_widget_get_visible (self->points[question]))
    return MUKANA_FEEDBACK_NO_POINTS;
  return g_ascii_string_to_signed (tidy, 10, 0, 10, &points, NULL) ? points : NOT_POINTS;
}

/* Returns: MUKANA_DAY_NONE for what is no day, or has not come */
static MukanaDay
read_day (Draft *self)
{
  MukanaDay day = mukana_typed_day (gtk_editable_get_text (GTK_EDITABLE (self->day)));

  return day <= mukana_context_today (mukana_page_get_context (self->page)) ? day
                                                                            : MUKANA_DAY_NONE;
}

static void
check_cb (Draft *self)
{
  gboolean is_whole = read_points (self, 0) >= 0 && read_day (self) != MUKANA_DAY_NONE;

  for (guint i = 1; i < N_QUESTIONS; i++)
    is_whole = is_whole && read_points (self, i) != NOT_POINTS;
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), "add", is_whole);
}

/* The same paper is easily typed twice. */
static void
show_twice (Draft *self)
{
  MukanaFeedback *same = NULL;
  g_autofree char *day = NULL, *words = NULL;

  for (guint i = 0; self->old == NULL && i < self->others->len && same == NULL; i++)
    if (g_strcmp0 (((MukanaFeedback *) self->others->pdata[i])->side, peek_side (self)) == 0)
      same = self->others->pdata[i];

  gtk_widget_set_visible (self->twice, same != NULL);
  if (same == NULL)
    return;

  day = mukana_format_day (NULL, same->given_on);
  words = g_strdup_printf (_("There is theirs of %1$s already, with %2$d points. If this is the "
                             "same, do not add it again."), day, (int) same->score);
  gtk_label_set_label (GTK_LABEL (self->twice), words);
}

static void
side_changed_cb (Draft *self)
{
  gboolean is_expert = g_str_equal (peek_side (self), "expert");

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      const char *asked = is_expert ? questions[i].expert : questions[i].requester;

      gtk_widget_set_visible (self->labels[i], asked != NULL);
      gtk_widget_set_visible (self->points[i], asked != NULL);
      if (asked == NULL)
        continue;
      gtk_label_set_label (GTK_LABEL (self->labels[i]), _(asked));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->points[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _(asked), -1);
    }
  show_twice (self);
  gtk_widget_set_visible (self->changed_label, !is_expert);
  gtk_widget_set_visible (self->changed, !is_expert);
  check_cb (self);
}

static MukanaFeedback *
make_record (Draft *self)
{
  MukanaFeedback *feedback = self->old != NULL
    ? mukana_record_with_int (self->old, "given-on", read_day (self))
    : g_object_new (MUKANA_TYPE_FEEDBACK, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->body));
  g_autofree char *body = NULL;
  g_autofree char *changed = gtk_widget_get_visible (self->changed)
    ? mukana_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->changed))) : NULL;

  g_object_get (buffer, "text", &body, NULL);
  mukana_record_init_int (feedback, "assignment-id", self->assignment_id);
  mukana_record_init_text (feedback, "side", peek_side (self));
  mukana_record_init_text (feedback, "body", mukana_text_is_empty (body) ? NULL : body);
  mukana_record_init_text (feedback, "changed", changed);
  mukana_record_init_int (feedback, "given-on", read_day (self));
  for (guint i = 0; i < N_QUESTIONS; i++)
    mukana_record_init_int (feedback, questions[i].field, read_points (self, i));
  return feedback;
}

static void
answered_cb (Draft      *self,
             const char *response)
{
  if (g_str_equal (response, "add") && self->old != NULL)
    mukana_page_do (self->page, &mukana_correcting_save_job, make_record (self), g_object_unref,
                    _("Corrected"), mukana_step_new (_("Corrected"), &mukana_correcting_save_job,
                                                     g_object_ref (self->old), g_object_unref));
  else if (g_str_equal (response, "drop"))
    mukana_page_do (self->page, &mukana_correcting_drop_job, g_object_ref (self->old),
                    g_object_unref, _("Removed"),
                    mukana_step_new (_("Removed"), &mukana_correcting_restore_job,
                                     g_object_ref (self->old), g_object_unref));
  else if (g_str_equal (response, "add"))
    mukana_page_do (self->page, &mukana_feedback_add_job, make_record (self), g_object_unref,
                    _("Feedback added"), NULL);
}

static void
add_points (Draft     *self,
            GtkWidget *grid,
            guint      question)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *label = mukana_layout_text ("", NULL);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 3);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 2);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  self->points[question] = entry;
  self->labels[question] = label;
  gtk_grid_attach (GTK_GRID (grid), label, 0, (int) question, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, (int) question, 1, 1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check_cb), self);
}

static GtkWidget *
make_body (Draft *self)
{
  GtkWidget *frame = gtk_frame_new (NULL);

  self->body = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->body), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->body), FALSE);
  gtk_widget_set_size_request (self->body, 300, 80);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("In their words"), -1);
  gtk_frame_set_child (GTK_FRAME (frame), self->body);
  return frame;
}

static GtkWidget *
make_content (Draft *self)
{
  g_autoptr (GtkStringList) sides = gtk_string_list_new (NULL);
  GtkWidget *grid = gtk_grid_new ();

  for (guint i = 0; mukana_feedback_sides[i] != NULL; i++)
    gtk_string_list_append (sides,
                            mukana_code_label (mukana_feedback_sides, mukana_feedback_sides[i]));
  self->side = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&sides)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->side), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who says it"), -1);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < N_QUESTIONS; i++)
    add_points (self, grid, i);
  self->changed_label = mukana_layout_text (_("What was changed because of it"), "second-line");
  self->changed = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->changed), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->changed), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What was changed because of it"), -1);
  self->day = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->day), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("When it was said"), -1);
  g_signal_connect_swapped (self->day, "changed", G_CALLBACK (check_cb), self);
  self->twice = mukana_layout_wrapped ("", "warning");
  return mukana_layout_column (6, mukana_layout_text (_("Who says it"), "second-line"), self->side,
                               self->twice, grid, self->changed_label, self->changed,
                               mukana_layout_text (_("In their words"), "second-line"),
                               make_body (self),
                               mukana_layout_text (_("When it was said"), "second-line"),
                               self->day, NULL);
}

static void
show_old (Draft *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->body));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->side),
    (guint) MAX (mukana_code_index (mukana_feedback_sides, self->old->side), 0));
  gtk_text_buffer_set_text (buffer, self->old->body ? self->old->body : "", -1);
  gtk_editable_set_text (GTK_EDITABLE (self->changed),
                         self->old->changed ? self->old->changed : "");
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      gint64 points = mukana_record_get_int (MUKANA_RECORD (self->old), questions[i].field);
      g_autofree char *text = g_strdup_printf ("%d", (int) points);

      gtk_editable_set_text (GTK_EDITABLE (self->points[i]),
                             points != MUKANA_FEEDBACK_NO_POINTS ? text : "");
    }
}

/**
 * mukana_said_dialog_new:
 * @others: of MukanaFeedback: what is there of the assignment
 * @old: (nullable): what is corrected; NULL for new feedback
 */
GtkWidget *
mukana_said_dialog_new (MukanaPage     *page,
                        gint64          assignment_id,
                        GPtrArray      *others,
                        MukanaFeedback *old)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  Draft *self = g_new0 (Draft, 1);
  AdwMessageDialog *dialog;
  g_autofree char *day = mukana_format_day (NULL, old != NULL ? old->given_on : today);

  self->page = g_object_ref (page);
  self->assignment_id = assignment_id;
  self->others = g_ptr_array_ref (others);
  self->dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                         _("Feedback"), NULL);
  dialog = ADW_MESSAGE_DIALOG (self->dialog);
  mukana_tall_question_set_content (dialog, make_content (self));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), NULL);
  if (old != NULL)
    {
      self->old = g_object_ref (old);
      adw_message_dialog_add_response (dialog, "drop", _("Re_move"));
      adw_message_dialog_set_response_appearance (dialog, "drop", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_response (dialog, "add", old != NULL ? _("_Save") : _("_Add"));
  adw_message_dialog_set_response_appearance (dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "add");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (self->side, "notify::selected", G_CALLBACK (side_changed_cb), self);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), self, draft_free,
                         G_CONNECT_SWAPPED);
  gtk_editable_set_text (GTK_EDITABLE (self->day), day);
  if (old != NULL)
    show_old (self);
  side_changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (dialog), self->points[0]);
  return self->dialog;
}
