/* mukana-request-page.c: one request from asking to telling what followed.
 *
 * Shows the file and runs its deeds: states that may follow, answers to
 * proposals, findings and telling.  A clash is told and may be accepted with a
 * reason; that is the coordinator's decision, kept on the assignment.
 */

#include "ui/requests/mukana-request-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "services/mukana-unasking.h"
#include "ui/app/mukana-calendar-save.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/kit/mukana-story-window.h"
#include "ui/requests/mukana-day-of-all.h"
#include "ui/requests/mukana-invitation-save.h"
#include "ui/requests/mukana-letters-save.h"
#include "ui/requests/mukana-outcome-dialogs.h"
#include "ui/requests/mukana-request-groups.h"
#include "ui/requests/mukana-request-moving.h"
#include "ui/app/mukana-request-head.h"
#include "ui/kit/mukana-reason-words.h"

struct _MukanaRequestPage
{
  MukanaPage         parent_instance;

  gint64             id;
  MukanaRequestFile *file;      /* NULL until it is read */
  GtkWidget         *head;
  GtkWidget         *deeds;
  GtkWidget         *groups;    /* made anew from the file */
  GtkWidget         *dialog;    /* while one is open */
  gboolean           was_shown; /* and has led to what there is to do */
};

G_DEFINE_FINAL_TYPE (MukanaRequestPage, mukana_request_page, MUKANA_TYPE_PAGE)

static void read_file (MukanaRequestPage *self);

/* ---- Showing ---- */

/* In a menu, not where the second press of a double click in the list would land. */
static GtkWidget *
make_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Shortlist and poll…"), "request.shortlist");
  g_menu_append (menu, _("_Draw a panel…"), "request.panel");
  g_menu_append (menu, _("_Copy"), "request.copy");
  g_menu_append (menu, _("Calendar _file…"), "request.calendar");
  g_menu_append (menu, _("_History…"), "request.history");
  g_menu_append (menu, _("_Remove"), "request.remove");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  mukana_menu_tip_set (button, _("Deeds with this request"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Deeds with this request"), -1);
  return button;
}

static void
show_deeds (MukanaRequestPage *self)
{
  GtkWidget *find = mukana_layout_button (_("_Find People"), "suggested-action", "request.find");
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));

  mukana_layout_empty (self->deeds);
  gtk_widget_set_visible (find, mukana_request_is_waiting (self->file->request) &&
                                g_strcmp0 (self->file->request->state, "cancelled") != 0);
  gtk_box_append (GTK_BOX (self->deeds), find);
  if (mukana_day_of_all_count (self->file, mukana_context_today (context)) > 1)
    gtk_box_append (GTK_BOX (self->deeds), mukana_layout_button (_("_Record the Day for All…"),
                                                                 NULL, "request.day-of-all"));
  gtk_box_append (GTK_BOX (self->deeds), mukana_request_moving_menu (self->file->request));
}

static void
show_file (MukanaRequestPage *self)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));

  mukana_page_set_title (MUKANA_PAGE (self), _("Request"));
  mukana_page_set_subtitle (MUKANA_PAGE (self), self->file->request->reference);
  mukana_layout_keep_focus (self->head);
  mukana_layout_keep_focus (self->deeds);
  mukana_layout_keep_focus (self->groups);
  mukana_layout_empty (self->head);
  gtk_box_append (GTK_BOX (self->head), mukana_request_head_new (context, self->file));
  show_deeds (self);

  mukana_layout_empty (self->groups);
  gtk_box_append (GTK_BOX (self->groups), mukana_request_proposals_new (self->file));
  gtk_box_append (GTK_BOX (self->groups), mukana_request_assignments_new (context, self->file));
  gtk_box_append (GTK_BOX (self->groups), mukana_request_facts_new (context, self->file));
  gtk_box_append (GTK_BOX (self->groups), mukana_request_questions_new (self->file));
  gtk_box_append (GTK_BOX (self->groups), mukana_request_outcomes_new (context, self->file));
}

/* To what there is to do: what the page was opened for, or else to finding people. */
static void
lead_on (MukanaRequestPage *self)
{
  const MukanaPageInfo *info = mukana_page_peek_info (MUKANA_PAGE (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->was_shown = TRUE;
  if (info == &mukana_request_outcome_page_info)
    mukana_layout_go_to_deed (GTK_WIDGET (self), "request.add-outcome", 0);
  else if ((focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))) &&
           mukana_request_is_waiting (self->file->request))
    mukana_layout_go_to_deed (GTK_WIDGET (self), "request.find", 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaRequestPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaRequestFile *file = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (error != NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->file, mukana_request_file_free);
  self->file = file;
  if (self->groups == NULL)
    return;

  show_file (self);
  if (!self->was_shown)
    lead_on (self);
}

static void
read_file (MukanaRequestPage *self)
{
  if (self->id != 0)
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_request_file_job,
                           g_memdup2 (&self->id, sizeof self->id), g_free, read_cb,
                           g_object_ref (self));
}

static void
store_changed_cb (MukanaRequestPage *self,
                  MukanaChangeSet   *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    switch (list[i].kind)
      {
      case MUKANA_KIND_REQUEST:
      case MUKANA_KIND_PROPOSAL:
      case MUKANA_KIND_ASSIGNMENT:
      case MUKANA_KIND_FEEDBACK:
      case MUKANA_KIND_PERSON:
      case MUKANA_KIND_CONSENT:
      case MUKANA_KIND_EVERYTHING:
        read_file (self);
        return;
      default:
        break;
      }
}

/* ---- Writing ---- */

static void
show_dialog (MukanaRequestPage *self,
             GtkWidget         *dialog)
{
  self->dialog = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &self->dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (widget);
  const char *state = g_variant_get_string (parameter, NULL);
  GtkWidget *question = NULL;

  if (self->file != NULL && mukana_request_may_become (self->file->request, state))
    question = mukana_request_moving_to (MUKANA_PAGE (self), self->file, state);
  if (question != NULL)
    show_dialog (self, question);
}

static GtkWindow *
peek_window (MukanaRequestPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* ---- Answers ---- */

typedef struct
{
  MukanaRequestPage *page;
  gint64             proposal_id;
  char              *state;         /* that is being recorded; NULL while it is asked for */
  gboolean           is_taking_in;  /* they are in reserve, and a place is empty */
} Answered;

static void
answered_free (Answered *self)
{
  g_object_unref (self->page);
  g_free (self->state);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answered, answered_free)

static void
free_answered (gpointer  data,
               GClosure *closure)
{
  answered_free (data);
}

static void
clash_answered_cb (Answered         *answered,
                   const char       *response,
                   AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));

  if (g_str_equal (response, "accept") && answered->is_taking_in)
    mukana_request_page_take_in (answered->page, answered->proposal_id,
                                 gtk_editable_get_text (entry));
  else if (g_str_equal (response, "accept"))
    mukana_request_page_answer (answered->page, answered->proposal_id, "accepted", NULL,
                                gtk_editable_get_text (entry));
}

static void
clash_reason_changed_cb (AdwMessageDialog *dialog,
                         GtkEditable      *entry)
{
  adw_message_dialog_set_response_enabled (dialog, "accept",
                                           !mukana_text_is_empty (gtk_editable_get_text (entry)));
}

static void
tell_clash (MukanaRequestPage *self,
            const GError      *error,
            gint64             proposal_id,
            gboolean           is_taking_in)
{
  g_autofree char *clash = mukana_error_view_dup_sentence (error);
  g_autofree char *body = g_strconcat (clash, "\n", _("Nothing has been stored. If both can be "
                                                      "done, say how."), NULL);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = adw_message_dialog_new (peek_window (self), _("The times clash"), body);
  Answered *answered = g_new0 (Answered, 1);

  answered->page = g_object_ref (self);
  answered->proposal_id = proposal_id;
  answered->is_taking_in = is_taking_in;
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Why both can be done"));
  /* Room for the placeholder: newer toolkits complain of one that does not fit. */
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Why both can be done"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "accept", _("_Accept Anyway"), NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept", FALSE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (clash_reason_changed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (clash_answered_cb), answered,
                         free_answered,
                         G_CONNECT_SWAPPED);
  show_dialog (self, dialog);
}

static MukanaProposal *
find_proposal (MukanaRequestPage *self,
               gint64             id)
{
  for (guint i = 0; self->file != NULL && i < self->file->proposals->len; i++)
    {
      const MukanaProposalRow *row = g_ptr_array_index (self->file->proposals, i);

      if (row->proposal->id == id)
        return row->proposal;
    }

  return NULL;
}

static void
tell_answered (const Answered *answered,
               const char     *sentence)
{
  mukana_page_did (MUKANA_PAGE (answered->page), sentence,
                   mukana_step_new (sentence, &mukana_unanswering_job,
                                    mukana_answering_new (answered->proposal_id, answered->state,
                                                          NULL, NULL),
                                    (GDestroyNotify) mukana_answering_free));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Answered) answered = data;
  MukanaRequestPage *self = answered->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  MukanaProposal *proposal = find_proposal (self, answered->proposal_id);

  /* A conflict of somebody still to be answered is a clash: one that was
   * answered meanwhile has been read again by now and shows its answer. */
  if (g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT) && proposal != NULL &&
      mukana_proposal_may_become (proposal, "accepted"))
    tell_clash (self, error, answered->proposal_id, FALSE);
  else if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else
    tell_answered (answered, ids->len > 0 ? _("Agreed") : _("Answer recorded"));
}

/* Takes @answering. */
static void
run_answering (MukanaRequestPage *self,
               MukanaAnswering   *answering)
{
  Answered *answered = g_new0 (Answered, 1);

  answered->page = g_object_ref (self);
  answered->proposal_id = answering->proposal_id;
  answered->state = g_strdup (answering->state);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_answering_job, answering,
                         (GDestroyNotify) mukana_answering_free, answered_cb, answered);
}

/** mukana_request_page_answer: @clash_reason: (nullable): why a clash is accepted; NULL asks */
void
mukana_request_page_answer (MukanaRequestPage *self,
                            gint64             proposal_id,
                            const char        *state,
                            const char        *reason,
                            const char        *clash_reason)
{
  run_answering (self, mukana_answering_new (proposal_id, state, reason, clash_reason));
}

static void
taken_in_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Answered) answered = data;
  MukanaRequestPage *self = answered->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  MukanaProposal *proposal = find_proposal (self, answered->proposal_id);

  if (g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT) && proposal != NULL &&
      proposal->is_reserve && g_str_equal (proposal->state, "accepted"))
    tell_clash (self, error, answered->proposal_id, TRUE);
  else if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else
    mukana_page_did (MUKANA_PAGE (self), _("Taken in from the reserve"),
                     mukana_step_new (_("Taken in from the reserve"), &mukana_putting_back_job,
                                      g_memdup2 (&answered->proposal_id, sizeof (gint64)),
                                      g_free));
}

/** mukana_request_page_take_in: @clash_reason: (nullable): why a clash is accepted; NULL asks */
void
mukana_request_page_take_in (MukanaRequestPage *self,
                             gint64             proposal_id,
                             const char        *clash_reason)
{
  Answered *answered = g_new0 (Answered, 1);

  answered->page = g_object_ref (self);
  answered->proposal_id = proposal_id;
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_taking_in_job,
                         mukana_answering_new (proposal_id, "accepted", NULL, clash_reason),
                         (GDestroyNotify) mukana_answering_free, taken_in_cb, answered);
}

static void
take_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  mukana_request_page_take_in (MUKANA_REQUEST_PAGE (widget), g_variant_get_int64 (parameter),
                               NULL);
}

static void
time_wanted_cb (MukanaRequestPage *self,
                const char        *response)
{
  if (g_str_equal (response, "time"))
    mukana_page_show (MUKANA_PAGE (self), "request-form", self->file->request->id);
}

/* A yes is to a day; without one there is nothing that could be agreed. */
static void
ask_for_time (MukanaRequestPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                            _("The request has no time yet"),
                            _("Say first when it takes place. Then record the yes."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "time", _("Set the _Time…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "time",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "time");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (time_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
answer_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (widget);
  MukanaProposal *proposal = find_proposal (self, g_variant_get_int64 (parameter));

  if (g_str_equal (name, "request.accept") && self->file->times->len == 0 && proposal != NULL &&
      !proposal->is_reserve)
    {
      ask_for_time (self);
      return;
    }

  mukana_request_page_answer (MUKANA_REQUEST_PAGE (widget), g_variant_get_int64 (parameter),
                              g_str_equal (name, "request.accept") ? "accepted" : "no-answer",
                              NULL, NULL);
}

static void
decline_answered_cb (Answered         *answered,
                     const char       *response,
                     AdwMessageDialog *dialog)
{
  GtkWidget *form = adw_message_dialog_get_extra_child (dialog);
  guint selected = gtk_drop_down_get_selected (g_object_get_data (G_OBJECT (form), "list"));
  MukanaAnswering *answering;
  g_autofree char *words = NULL;

  if (!g_str_equal (response, "record"))
    return;

  words = mukana_reason_words_dup (g_object_get_data (G_OBJECT (form), "words"));
  answering = mukana_answering_new (answered->proposal_id, "declined",
                                    selected > 0 ? mukana_decline_reasons[selected - 1] : NULL,
                                    NULL);
  mukana_answering_explain (answering, words);
  run_answering (answered->page, answering);
}

static void
decline_reason_cb (GtkDropDown *list,
                   GParamSpec  *pspec,
                   GtkWidget   *words)
{
  guint selected = gtk_drop_down_get_selected (list);

  mukana_reason_words_follow (words, selected > 0 ? mukana_decline_reasons[selected - 1] : NULL);
}

static GtkWidget *
make_decline_form (void)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *list, *words = mukana_reason_words_new (), *form;

  gtk_string_list_append (labels, _("No reason told"));
  for (guint i = 0; mukana_decline_reasons[i] != NULL; i++)
    gtk_string_list_append (labels,
                            mukana_code_label (mukana_decline_reasons, mukana_decline_reasons[i]));
  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why"),
                                  -1);
  form = mukana_layout_column (12, list, words, NULL);
  g_object_set_data (G_OBJECT (form), "list", list);
  g_object_set_data (G_OBJECT (form), "words", words);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (decline_reason_cb), words, 0);
  return form;
}

static void
decline_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (widget);
  GtkWidget *dialog = adw_message_dialog_new (peek_window (self), _("Declined"),
                                              _("A reason helps next time, and may be left out."));
  Answered *answered = g_new0 (Answered, 1);

  answered->page = g_object_ref (self);
  answered->proposal_id = g_variant_get_int64 (parameter);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_decline_form ());
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "record", _("_Record"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "record",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "record");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (decline_answered_cb), answered,
                         free_answered, G_CONNECT_SWAPPED);
  show_dialog (self, dialog);
}

/* ---- What followed ---- */

static MukanaOutcome *
find_outcome (MukanaRequestPage *self,
              gint64             id)
{
  for (guint i = 0; i < self->file->outcomes->len; i++)
    if (((MukanaOutcome *) g_ptr_array_index (self->file->outcomes, i))->id == id)
      return g_ptr_array_index (self->file->outcomes, i);

  return NULL;
}

static void
outcome_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (widget);

  if (self->file != NULL)
    show_dialog (self, mukana_finding_dialog_new (MUKANA_PAGE (self), self->file,
                         parameter != NULL ? find_outcome (self, g_variant_get_int64 (parameter))
                                           : NULL));
}

static void
tell_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (widget);

  show_dialog (self, mukana_telling_dialog_new (MUKANA_PAGE (self), self->id));
}

static void
participants_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (widget);

  MukanaParticipants *counts = NULL;

  for (guint i = 0; parameter != NULL && i < self->file->participants->len; i++)
    {
      MukanaParticipants *one = g_ptr_array_index (self->file->participants, i);

      if (one->id == g_variant_get_int64 (parameter))
        counts = one;
    }
  show_dialog (self, mukana_participants_dialog_new (MUKANA_PAGE (self), self->id, counts));
}

static void
day_of_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (widget);
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));

  if (self->file != NULL)
    show_dialog (self, mukana_day_of_all_new (MUKANA_PAGE (self), self->file,
                                              mukana_context_today (context)));
}

static void
letters_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  mukana_letters_save (MUKANA_PAGE (widget), MUKANA_REQUEST_PAGE (widget)->id);
}

/* ---- Elsewhere ---- */

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (widget);

  if (g_str_equal (name, "request.find"))
    mukana_page_show (MUKANA_PAGE (self), "finding", self->id);
  else if (g_str_equal (name, "request.shortlist"))
    mukana_page_show (MUKANA_PAGE (self), "shortlist", self->id);
  else if (g_str_equal (name, "request.panel"))
    mukana_page_show (MUKANA_PAGE (self), "panel", self->id);
  else if (g_str_equal (name, "request.change"))
    mukana_page_show (MUKANA_PAGE (self), "request-form", self->id);
  else if (g_str_equal (name, "request.copy"))
    mukana_page_show (MUKANA_PAGE (self), "request-form", -self->id);
  else
    mukana_page_show (MUKANA_PAGE (self), "assignment", g_variant_get_int64 (parameter));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaRequestPage) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  mukana_page_did (MUKANA_PAGE (self), _("Request removed"),
                   mukana_step_new (_("Request removed"), &mukana_request_restore_job,
                                    g_memdup2 (&self->id, sizeof self->id), g_free));
  self->id = 0;
  mukana_page_go_back (MUKANA_PAGE (self));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (widget);

  mukana_page_run_async (MUKANA_PAGE (self), &mukana_request_remove_job,
                         g_memdup2 (&self->id, sizeof self->id), g_free, removed_cb,
                         g_object_ref (self));
}

/* ---- The page ---- */

static void
mukana_request_page_open (MukanaPage *page,
                          gint64      id)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (page);

  self->id = id;
  read_file (self);
}

static void
mukana_request_page_constructed (GObject *object)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (object);

  G_OBJECT_CLASS (mukana_request_page_parent_class)->constructed (object);

  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  mukana_page_add_end (MUKANA_PAGE (self), make_menu ());
}

static void
mukana_request_page_dispose (GObject *object)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (object);

  g_clear_weak_pointer (&self->dialog);
  self->id = 0;
  self->groups = NULL;

  G_OBJECT_CLASS (mukana_request_page_parent_class)->dispose (object);
}

static void
mukana_request_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_REQUEST_PAGE (object)->file, mukana_request_file_free);

  G_OBJECT_CLASS (mukana_request_page_parent_class)->finalize (object);
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaRequestPage *self = MUKANA_REQUEST_PAGE (widget);

  if (self->file != NULL)
    mukana_story_window_present (MUKANA_PAGE (self), MUKANA_RECORD (self->file->request),
                                 MUKANA_KIND_REQUEST);
}

static void
calendar_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  mukana_calendar_save (MUKANA_PAGE (widget), MUKANA_KIND_REQUEST,
                        MUKANA_REQUEST_PAGE (widget)->id);
}

static void
invite_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const MukanaRequestFile *file = MUKANA_REQUEST_PAGE (widget)->file;
  MukanaRequestTime *first = file != NULL && file->times->len > 0
                             ? g_ptr_array_index (file->times, 0) : NULL;

  if (file != NULL)
    mukana_invitation_save (MUKANA_PAGE (widget), g_variant_get_int64 (parameter),
                            file->request->title, first != NULL ? first->day : MUKANA_DAY_NONE);
}

static void
mukana_request_page_class_init (MukanaRequestPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_request_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_request_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_request_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_request_page_open;

  gtk_widget_class_install_action (widget_class, "request.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "request.accept", "x", answer_action);
  gtk_widget_class_install_action (widget_class, "request.no-answer", "x", answer_action);
  gtk_widget_class_install_action (widget_class, "request.take-in", "x", take_in_action);
  gtk_widget_class_install_action (widget_class, "request.decline", "x", decline_action);
  gtk_widget_class_install_action (widget_class, "request.invite", "x", invite_action);
  gtk_widget_class_install_action (widget_class, "request.add-outcome", NULL, outcome_action);
  gtk_widget_class_install_action (widget_class, "request.change-outcome", "x", outcome_action);
  gtk_widget_class_install_action (widget_class, "request.participants", NULL,
                                   participants_action);
  gtk_widget_class_install_action (widget_class, "request.participants-change", "x",
                                   participants_action);
  gtk_widget_class_install_action (widget_class, "request.letters", NULL, letters_action);
  gtk_widget_class_install_action (widget_class, "request.day-of-all", NULL, day_of_all_action);
  gtk_widget_class_install_action (widget_class, "request.tell", NULL, tell_action);
  gtk_widget_class_install_action (widget_class, "request.find", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "request.shortlist", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "request.panel", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "request.change", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "request.copy", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "request.open-assignment", "x", show_action);
  gtk_widget_class_install_action (widget_class, "request.calendar", NULL, calendar_action);
  gtk_widget_class_install_action (widget_class, "request.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "request.remove", NULL, remove_action);
}

static void
mukana_request_page_init (MukanaRequestPage *self)
{
  GtkWidget *body;

  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->deeds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  body = mukana_layout_page (mukana_layout_column (18, self->deeds, self->groups, NULL));
  gtk_widget_set_vexpand (body, TRUE);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_column (0, self->head, body, NULL));
}

const MukanaPageInfo mukana_request_page_info = {
  .id = "request",
  .title = N_("Request"),
  .icon = "mukana-request-symbolic",
  .order = 41,
  .parent = "requests",
  .get_type = mukana_request_page_get_type,
};

/* The same page, opened for telling what followed. */
const MukanaPageInfo mukana_request_outcome_page_info = {
  .id = "request-outcome",
  .title = N_("Request"),
  .icon = "mukana-request-symbolic",
  .order = 41,
  .parent = "requests",
  .get_type = mukana_request_page_get_type,
};

const MukanaRequestFile *
mukana_request_page_peek_file (MukanaRequestPage *self)
{
  return self->file;
}

GtkWidget *
mukana_request_page_peek_dialog (MukanaRequestPage *self)
{
  return self->dialog;
}
