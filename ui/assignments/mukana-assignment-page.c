/* mukana-assignment-page.c: one assignment: the day, the fee and what both sides said.
 *
 * Records the day and shows the lines of the fee with their calculation in
 * words; approving and paying are elsewhere.
 */

#include "ui/assignments/mukana-assignment-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "services/mukana-attaching.h"
#include "services/mukana-lexicon.h"
#include "services/mukana-supporting.h"
#include "ui/assignments/mukana-assignment-deeds.h"
#include "services/mukana-timetabling.h"
#include "ui/assignments/mukana-day-group.h"
#include "ui/assignments/mukana-move-dialog.h"
#include "ui/assignments/mukana-pay-group.h"
#include "ui/assignments/mukana-said-dialog.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-document-group.h"
#include "ui/kit/mukana-fact.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/app/mukana-cancel-dialog.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-wrap-box.h"

struct _MukanaAssignmentPage
{
  MukanaPage            parent_instance;

  gint64                id;
  MukanaAssignmentFile *file;      /* NULL until it is read */
  GPtrArray            *rules;     /* of MukanaFeeRule; NULL until they are read */
  GtkWidget            *head;
  GtkWidget            *move;      /* to another time, while it is agreed */
  GtkWidget            *pay;
  GtkWidget            *off;       /* cancels it, before its day */
  GtkWidget            *day;
  MukanaDocumentGroup  *receipts;  /* unseen by whoever does not see to fees */
  GtkWidget            *groups;    /* support, fees and feedback, made anew from the file */
};

G_DEFINE_FINAL_TYPE (MukanaAssignmentPage, mukana_assignment_page, MUKANA_TYPE_PAGE)

/* ---- Showing ---- */

/* Why it is off, or was not as agreed, as far as it was told; NULL where nothing was. */
static GtkWidget *
make_reason (MukanaAssignment *assignment)
{
  g_autofree char *why = mukana_work_reason (mukana_cancel_reasons, assignment->cancel_reason,
                                             assignment->cancel_words);
  g_autoptr (GString) text = g_string_new (why);

  if (g_str_equal (assignment->state, "cancelled") && assignment->notice_hours >= 0)
    {
      g_autofree char *notice = mukana_work_notice (assignment->notice_hours);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", notice);
    }

  return text->len > 0 ? mukana_layout_wrapped (text->str, "second-line") : NULL;
}

static GtkWidget *
make_head (MukanaAssignmentPage *self)
{
  MukanaAssignment *assignment = self->file->assignment;
  GtkWidget *line = mukana_wrap_box_new (12, 6), *facts = mukana_wrap_box_new (24, 6);
  GtkWidget *pill = mukana_layout_middle (mukana_pill_new (MUKANA_PILL_NEUTRAL, ""));
  g_autofree char *when = mukana_work_when (assignment->day, assignment->start_minute,
                                            assignment->end_minute);
  g_autofree char *hours = mukana_work_hours (assignment->actual_minutes > 0
                                              ? assignment->actual_minutes
                                                : assignment->planned_minutes);

  mukana_work_show_assignment (MUKANA_PILL (pill), assignment->state, assignment->attendance,
                               assignment->day,
                               mukana_context_today (mukana_page_get_context (MUKANA_PAGE (self))));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (line),
                          mukana_layout_wrapped (self->file->name, "page-title"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (line), pill);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (facts), mukana_fact_new ("mukana-request-symbolic",
                                                                    self->file->title));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (facts),
                          mukana_fact_new ("mukana-calendar-symbolic", when));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (facts),
                          mukana_fact_new ("mukana-clock-symbolic", hours));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (facts),
                          mukana_fact_new ("mukana-fee-symbolic",
                                           mukana_code_label (mukana_fee_modes,
                                                              assignment->fee_mode)));
  return mukana_layout_style (mukana_layout_column (9, line, facts, make_reason (assignment),
                                                    NULL), "page-head");
}

/* What changed after it was agreed. */
static GtkWidget *
make_warning (MukanaAssignmentPage *self)
{
  g_autoptr (GPtrArray) words = mukana_timetable_warning_words (self->file->warnings);
  g_autofree char *all = NULL;
  g_autofree char *sentence = NULL;

  g_ptr_array_add (words, NULL);
  all = g_strjoinv (", ", (char **) words->pdata);
  /* Translators: what holds no more of agreed work: "Changed since it was agreed: Away then" */
  sentence = g_strdup_printf (_("Changed since it was agreed: %s"), all);
  return mukana_layout_wrapped (sentence, "notice");
}

static GtkWidget *
make_fees (GPtrArray *fees)
{
  GtkWidget *card = mukana_layout_card ();

  for (guint i = 0; i < fees->len; i++)
    {
      MukanaFeeLine *line = g_ptr_array_index (fees, i);
      g_autofree char *amount = mukana_money_format (line->amount_cents);
      const char *state = g_str_equal (line->state, "draft") && line->batch_id != 0
                            ? _("In a batch") : mukana_code_label (mukana_fee_states, line->state);

      mukana_layout_card_add (card, mukana_layout_row (12,
        mukana_layout_two_lines (mukana_code_label (mukana_fee_kinds, line->kind),
                                 line->calculation),
        mukana_layout_middle (mukana_pill_new (g_str_equal (line->state, "draft")
                                                 ? MUKANA_PILL_WAITING : MUKANA_PILL_OK,
                                               state)),
        mukana_layout_middle (mukana_layout_text (amount, "number")), NULL));
    }

  if (fees->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("Lines of the fee are made when the day is recorded."), "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (_("Fee"), NULL), card, NULL);
}

static void
add_task (GtkWidget         *card,
          MukanaSupportTask *task,
          MukanaDay          today)
{
  const char *title = mukana_code_label (mukana_support_tasks, task->kind);
  gboolean is_done = task->done_on != MUKANA_DAY_NONE;
  g_autofree char *day = mukana_format_short_day (is_done ? task->done_on : task->due_on);
  g_autofree char *words = g_strdup_printf (is_done ? _("Done %s")
                                            : task->due_on < today ? _("By %s, late") : _("By %s"),
                                            day);
  GtkWidget *line = mukana_layout_row (12, mukana_layout_two_lines (title, words), NULL);

  gtk_box_append (GTK_BOX (line), mukana_layout_middle (
    is_done ? mukana_pill_new (MUKANA_PILL_OK, _("Done"))
            : mukana_layout_deed_of (_("Mark done"), NULL, "assignment.arranged", task->id,
                                     title)));
  mukana_layout_card_add (card, line);
}

/* What is said of this one, and the other that may be said. */
static void
add_demand (GtkWidget        *card,
            MukanaAssignment *assignment,
            gboolean          may_say)
{
  gboolean is_demanding = assignment->is_demanding != 0;
  GtkWidget *line = mukana_layout_row (12, mukana_layout_expand (
    is_demanding ? mukana_layout_two_lines (_("Demanding"),
                                            _("They are heard afterwards, and rest for 14 days."))
                 : mukana_layout_two_lines (_("Not demanding"),
                                            _("No debriefing follows by itself."))), NULL);

  if (may_say)
    gtk_box_append (GTK_BOX (line), mukana_layout_middle (
      mukana_layout_button (is_demanding ? _("Mark as _Not Demanding") : _("Mark as _Demanding"),
                            "flat", "assignment.demand")));
  mukana_layout_card_add (card, line);
}

/* Whoever does not arrange support sees none of it. */
static GtkWidget *
make_support (MukanaAssignmentPage *self)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  MukanaAssignment *assignment = self->file->assignment;
  gboolean may_say = mukana_context_may (context, MUKANA_DEED_MATCH) &&
                     !g_str_equal (assignment->state, "cancelled");
  GtkWidget *card = mukana_layout_card ();
  GtkWidget *column = mukana_layout_column (6, mukana_layout_heading (_("Support to be arranged"),
                                                                      NULL), card, NULL);

  add_demand (card, assignment, may_say);
  for (guint i = 0; i < self->file->support->len; i++)
    add_task (card, g_ptr_array_index (self->file->support, i), mukana_context_today (context));
  gtk_widget_set_visible (column, may_say || self->file->support->len > 0);
  return column;
}

/* @words: with one %s */
static void
add_words (GtkWidget  *column,
           const char *words,
           const char *text)
{
  g_autoptr (GString) line = g_string_new (words);

  if (text == NULL)
    return;

  g_string_replace (line, "%s", text, 1);
  gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (line->str, "second-line"));
}

/* The other questions that an expert has answered. */
static void
add_answers (GtkWidget      *column,
             MukanaFeedback *feedback)
{
  const struct { const char *name; gint64 points; } answers[] = {
    { _("heard"), feedback->heard }, { _("aim clear"), feedback->aim_clear },
    { _("support"), feedback->support },
  };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (answers[i].points != MUKANA_FEEDBACK_NO_POINTS)
      g_string_append_printf (line, "%s%s %d", line->len > 0 ? ", " : "", answers[i].name,
                              (int) answers[i].points);
  if (line->len > 0)
    gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (line->str, "second-line"));
}

static void
add_handling (GtkWidget      *column,
              MukanaFeedback *feedback)
{
  g_autofree char *day = mukana_work_day (feedback->handled_on);
  g_autofree char *words = NULL;

  if (feedback->handled_how == NULL)
    return;

  /* Translators: when, by whom and how feedback was handled */
  words = g_strdup_printf (_("Handled %1$s, %2$s: %3$s"), day,
                           feedback->handled_by ? feedback->handled_by : "–",
                           feedback->handled_how);
  gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (words, "second-line"));
}

static void
add_feedback (GtkWidget      *card,
              MukanaFeedback *feedback)
{
  g_autofree char *score = g_strdup_printf (_("%d of 10"), (int) feedback->score);
  GtkWidget *row;
  GtkWidget *column = mukana_layout_column (0,
    mukana_layout_text (mukana_code_label (mukana_feedback_sides, feedback->side), "row-title"),
      NULL);

  if (feedback->body != NULL)
    gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (feedback->body, NULL));
  add_words (column, _("Changed: %s"), feedback->changed);
  add_answers (column, feedback);
  add_handling (column, feedback);
  row = mukana_layout_card_add (card, mukana_layout_row (12, mukana_layout_expand (column),
    mukana_layout_middle (mukana_layout_text (score, "number")),
    gtk_image_new_from_icon_name ("go-next-symbolic"), NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "assignment.change-feedback");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", feedback->id);
}

static GtkWidget *
make_feedback (GPtrArray *list)
{
  GtkWidget *card = mukana_layout_card ();

  for (guint i = 0; i < list->len; i++)
    add_feedback (card, g_ptr_array_index (list, i));

  if (list->len == 0)
    mukana_layout_card_add (card,
                            mukana_layout_wrapped (_("Nothing has been said yet."), "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (_("Feedback"),
                                 mukana_layout_button (_("_Add Feedback"), "flat",
                                                       "assignment.add-feedback")), card, NULL);
}

static void
show_rules (MukanaAssignmentPage *self)
{
  g_autoptr (GPtrArray) valid = g_ptr_array_new ();
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));

  if (self->rules == NULL || self->file == NULL)
    return;

  for (guint i = 0; i < self->rules->len; i++)
    {
      MukanaFeeRule *rule = g_ptr_array_index (self->rules, i);

      /* One for each code, also of those for a role or for trained people alone. */
      if (mukana_fee_rule_expected (self->rules, rule->code, self->file->assignment->day, NULL,
                                    FALSE) == rule)
        g_ptr_array_add (valid, rule);
    }
  mukana_day_group_set_rules (MUKANA_DAY_GROUP (self->day), valid,
                              mukana_context_peek_language (context));
}

static gboolean
may (MukanaAssignmentPage *self,
     MukanaDeed            deed)
{
  return mukana_context_may (mukana_page_get_context (MUKANA_PAGE (self)), deed);
}

/* What was recorded wrongly is recorded again, also that it was cancelled. */
static gboolean
may_record (MukanaAssignmentPage *self)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  MukanaAssignment *assignment = self->file->assignment;

  return (!g_str_equal (assignment->state, "cancelled") || assignment->attendance != NULL) &&
         assignment->day <= mukana_context_today (context) && may (self, MUKANA_DEED_RECORD_WORK);
}

/* On the day somebody may still say that it is off; after it the day is recorded. */
static gboolean
may_cancel (MukanaAssignmentPage *self)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));

  return g_str_equal (self->file->assignment->state, "agreed") &&
         self->file->assignment->day >= mukana_context_today (context) &&
         may (self, MUKANA_DEED_MATCH);
}

static void
show_file (MukanaAssignmentPage *self)
{
  mukana_layout_empty (self->head);
  gtk_box_append (GTK_BOX (self->head), make_head (self));
  mukana_pay_group_show (MUKANA_PAY_GROUP (self->pay), self->file);
  if (!may (self, MUKANA_DEED_RECORD_WORK))
    gtk_widget_set_visible (self->pay, FALSE);
  mukana_day_group_show (MUKANA_DAY_GROUP (self->day), self->file->assignment, self->file->fees);
  gtk_widget_set_visible (self->day, may_record (self));
  gtk_widget_set_visible (self->move, g_str_equal (self->file->assignment->state, "agreed") &&
                                      may (self, MUKANA_DEED_MATCH));
  gtk_widget_set_visible (self->off, may_cancel (self));
  show_rules (self);

  mukana_layout_empty (self->groups);
  if (self->file->warnings != 0)
    gtk_box_append (GTK_BOX (self->groups), make_warning (self));
  gtk_box_append (GTK_BOX (self->groups), make_support (self));
  if (may (self, MUKANA_DEED_RECORD_WORK))
    gtk_box_append (GTK_BOX (self->groups), make_fees (self->file->fees));
  if (may (self, MUKANA_DEED_RECORD_FEEDBACK))
    gtk_box_append (GTK_BOX (self->groups), make_feedback (self->file->feedback));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaAssignmentPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaAssignmentFile *file = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                        &error);

  if (error != NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->file, mukana_assignment_file_free);
  self->file = file;
  if (self->groups != NULL)
    show_file (self);
}

static void
receipts_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (MukanaAssignmentPage) self = data;
  /* Who may not see them is not told that there are some. */
  g_autoptr (GPtrArray) receipts = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                            NULL);

  if (receipts == NULL || self->groups == NULL)
    return;

  mukana_document_group_show (self->receipts, self->id, receipts);
  gtk_widget_set_visible (GTK_WIDGET (self->receipts), TRUE);
}

static void
read_file (MukanaAssignmentPage *self)
{
  if (self->id == 0)
    return;

  mukana_page_run_async (MUKANA_PAGE (self), &mukana_assignment_file_job,
                         g_memdup2 (&self->id, sizeof self->id), g_free, read_cb,
                         g_object_ref (self));
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_receipts_job,
                         g_memdup2 (&self->id, sizeof self->id), g_free, receipts_read_cb,
                         g_object_ref (self));
}

static void
lexicon_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (MukanaAssignmentPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaLexicon) lexicon = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                               &error);

  if (lexicon == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->rules, g_ptr_array_unref);
  self->rules = g_ptr_array_ref (mukana_lexicon_peek_fee_rules (lexicon));
  if (self->groups != NULL)
    show_rules (self);
}

static void
store_changed_cb (MukanaAssignmentPage *self,
                  MukanaChangeSet      *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if ((list[i].kind == MUKANA_KIND_ASSIGNMENT && list[i].id == self->id) ||
        list[i].kind == MUKANA_KIND_AVAILABILITY || list[i].kind == MUKANA_KIND_CONSENT ||
        list[i].kind == MUKANA_KIND_PERSON ||
        list[i].kind == MUKANA_KIND_FEE || list[i].kind == MUKANA_KIND_FEEDBACK ||
        list[i].kind == MUKANA_KIND_EVERYTHING)
      {
        read_file (self);
        return;
      }
}

/* ---- Deeds ---- */

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaSettled) done = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                            &error);
  MukanaAssignmentPage *self = MUKANA_ASSIGNMENT_PAGE (page);

  if (done == NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  /* What was typed is recorded: from here on the fields show the record again. */
  if (self->groups != NULL)
    mukana_day_group_forget (MUKANA_DAY_GROUP (self->day));
  read_file (self);
  mukana_page_did (page, _("The day is recorded"),
                   mukana_step_new (_("The day is recorded"), &mukana_cancelling_undo_job,
                                    g_steal_pointer (&done),
                                    (GDestroyNotify) mukana_settled_free));
}

static void
record_cb (MukanaAssignmentPage *self)
{
  MukanaCompleting *completing = mukana_day_group_dup_completing (MUKANA_DAY_GROUP (self->day),
                                                                  self->id);
  GPtrArray *days;

  if (completing == NULL)
    return;

  days = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_completing_free);
  g_ptr_array_add (days, completing);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_recording_job, days,
                         (GDestroyNotify) g_ptr_array_unref, recorded_cb, g_object_ref (self));
}

static void
record_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  record_cb (MUKANA_ASSIGNMENT_PAGE (widget));
}

static void
add_feedback_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  MukanaAssignmentPage *self = MUKANA_ASSIGNMENT_PAGE (widget);
  MukanaFeedback *old = NULL;

  for (guint i = 0; parameter != NULL && self->file != NULL && i < self->file->feedback->len; i++)
    {
      MukanaFeedback *one = g_ptr_array_index (self->file->feedback, i);

      if (one->id == g_variant_get_int64 (parameter))
        old = one;
    }
  if (self->file != NULL)
    gtk_window_present (GTK_WINDOW (mukana_said_dialog_new (MUKANA_PAGE (self), self->id,
                                                            self->file->feedback, old)));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaAssignmentPage *self = MUKANA_ASSIGNMENT_PAGE (widget);

  if (self->file == NULL)
    return;
  if (g_str_equal (name, "assignment.open-person"))
    mukana_page_show (MUKANA_PAGE (self), "person", self->file->assignment->person_id);
  else
    mukana_page_show (MUKANA_PAGE (self), "request", self->file->assignment->request_id);
}

static void
arranged_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  mukana_record_deed_arranged (MUKANA_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaAssignmentPage *self = MUKANA_ASSIGNMENT_PAGE (widget);

  if (self->file != NULL)
    gtk_window_present (GTK_WINDOW (mukana_move_dialog_new (MUKANA_PAGE (self),
                                                            self->file->assignment)));
}

static void
demand_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaAssignmentPage *self = MUKANA_ASSIGNMENT_PAGE (widget);

  if (self->file != NULL)
    mukana_assignment_turn_demand (MUKANA_PAGE (self), self->file->assignment);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  mukana_cancel_present (MUKANA_PAGE (widget), MUKANA_KIND_ASSIGNMENT,
                         MUKANA_ASSIGNMENT_PAGE (widget)->id);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  const MukanaAssignmentFile *file = MUKANA_ASSIGNMENT_PAGE (widget)->file;
  const char *paper;
  gboolean tells_all;

  g_variant_get (parameter, "(&sb)", &paper, &tells_all);
  if (file != NULL)
    mukana_assignment_paper_save (MUKANA_PAGE (widget), file->assignment->id, paper, tells_all,
                                  file->title, file->assignment->day);
}

/* ---- The page ---- */

static void
mukana_assignment_page_open (MukanaPage *page,
                             gint64      id)
{
  MukanaAssignmentPage *self = MUKANA_ASSIGNMENT_PAGE (page);

  self->id = id;
  mukana_day_group_forget (MUKANA_DAY_GROUP (self->day));
  read_file (self);
  mukana_page_run_async (page, &mukana_lexicon_job, NULL, NULL, lexicon_read_cb,
                         g_object_ref (self));
}

static void
mukana_assignment_page_constructed (GObject *object)
{
  MukanaAssignmentPage *self = MUKANA_ASSIGNMENT_PAGE (object);

  G_OBJECT_CLASS (mukana_assignment_page_parent_class)->constructed (object);

  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_assignment_page_dispose (GObject *object)
{
  MUKANA_ASSIGNMENT_PAGE (object)->groups = NULL;

  G_OBJECT_CLASS (mukana_assignment_page_parent_class)->dispose (object);
}

static void
mukana_assignment_page_finalize (GObject *object)
{
  MukanaAssignmentPage *self = MUKANA_ASSIGNMENT_PAGE (object);

  g_clear_pointer (&self->file, mukana_assignment_file_free);
  g_clear_pointer (&self->rules, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_assignment_page_parent_class)->finalize (object);
}

static void
mukana_assignment_page_class_init (MukanaAssignmentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_assignment_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_assignment_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_assignment_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_assignment_page_open;

  gtk_widget_class_install_action (widget_class, "assignment.record", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "assignment.add-feedback", NULL,
                                   add_feedback_action);
  gtk_widget_class_install_action (widget_class, "assignment.change-feedback", "x",
                                   add_feedback_action);
  gtk_widget_class_install_action (widget_class, "assignment.open-person", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "assignment.open-request", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "assignment.arranged", "x", arranged_action);
  gtk_widget_class_install_action (widget_class, "assignment.demand", NULL, demand_action);
  gtk_widget_class_install_action (widget_class, "assignment.move", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "assignment.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "assignment.print", "(sb)", print_action);
}

static void
mukana_assignment_page_init (MukanaAssignmentPage *self)
{
  GtkWidget *links, *body;

  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->pay = mukana_pay_group_new (MUKANA_PAGE (self));
  self->day = mukana_day_group_new ();
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_visible (self->day, FALSE);
  g_signal_connect_swapped (self->day, "record", G_CALLBACK (record_cb), self);
  links = mukana_wrap_box_new (6, 6);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (links),
                          mukana_layout_button (_("Open _Person"), NULL, "assignment.open-person"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (links),
                          mukana_layout_button (_("Open _Request"), NULL,
                                                "assignment.open-request"));
  self->move = mukana_layout_button (_("_Move…"), NULL, "assignment.move");
  mukana_wrap_box_append (MUKANA_WRAP_BOX (links), self->move);
  self->off = mukana_layout_button (_("_Cancel…"), NULL, "assignment.cancel");
  mukana_wrap_box_append (MUKANA_WRAP_BOX (links), self->off);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (links), mukana_assignment_papers_new ());
  self->receipts = MUKANA_DOCUMENT_GROUP (mukana_document_group_new (MUKANA_PAGE (self),
                                                                     &mukana_document_receipt));
  gtk_widget_set_visible (GTK_WIDGET (self->receipts), FALSE);
  body = mukana_layout_page (mukana_layout_column (18, links, self->pay, self->day,
                                                   self->groups, self->receipts, NULL));
  gtk_widget_set_vexpand (body, TRUE);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_column (0, self->head, body, NULL));
}

const MukanaPageInfo mukana_assignment_page_info = {
  .id = "assignment",
  .title = N_("Assignment"),
  .icon = "mukana-assignment-symbolic",
  .order = 46,
  .parent = "assignments",
  .get_type = mukana_assignment_page_get_type,
};

const MukanaAssignmentFile *
mukana_assignment_page_peek_file (MukanaAssignmentPage *self)
{
  return self->file;
}

GtkWidget *
mukana_assignment_page_peek_pay (MukanaAssignmentPage *self)
{
  return self->pay;
}

GtkWidget *
mukana_assignment_page_peek_day (MukanaAssignmentPage *self)
{
  return self->day;
}
