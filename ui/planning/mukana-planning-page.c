/* mukana-planning-page.c: all open requests planned together, changed by hand, asked or dropped.
 *
 * Nothing is stored before it is applied: the plan goes with the page, and with it what is
 * remembered of it so that a change by hand is planned at once.  Whoever
 * withdraws leaves the page at once; of other changes it says that it is no longer
 * of today, and is planned again when that is wanted.  Applying asks all who are
 * ticked or nobody, and then says who stood in the way.
 */

#include "services/mukana-unasking.h"
#include "ui/planning/mukana-planning-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/kit/mukana-state-filter.h"
#include "ui/kit/mukana-status.h"
#include "ui/kit/mukana-tall-question.h"
#include "ui/planning/mukana-planned-others.h"
#include "ui/planning/mukana-planned-row.h"
#include "ui/planning/mukana-planning-refusals.h"
#include "ui/planning/mukana-planning-sums.h"
#include "ui/planning/mukana-staging.h"

#define METER_MS 100

struct _MukanaPlanningPage
{
  MukanaPage            parent_instance;

  MukanaPlanningAnswer *answer;        /* NULL until the first */
  MukanaStaging        *staging;
  guint                 n_answers;     /* which it is */
  MukanaPlanningMemory *memory;        /* of it; NULL until the first */
  gboolean              is_stale;      /* the register is not as it was planned from */

  /* The plan that is being made; NULL while none is. */
  GCancellable         *planning;
  MukanaPlanningMeter  *meter;
  guint                 meter_source;
  gboolean              is_long;       /* it takes so long that the plan before it gives way */
  GHashTable           *gone;          /* set of gint64: who left meanwhile */

  GtkStack             *views;         /* "plan", "making", "status" */
  MukanaStatus         *status;
  GtkWidget            *bar;           /* at the bottom */
  GtkProgressBar       *progress;
  GtkWidget            *tip;           /* that the plan is no longer of today */
  GtkWidget            *sums;
  MukanaStateFilter    *filter;
  GArray               *shown;         /* guint: places in answer->requests, by place in the list */
  GtkStringList        *places;        /* as many items; what they say means nothing */
  GPtrArray            *bound;         /* GtkListItem, borrowed: those that show a request now */
  GtkWidget            *list;
  GtkLabel             *staged;
  GtkWidget            *lots;          /* the menu button of the protocols */
  MukanaPlanningProtocols *protocols;
  GtkWidget            *dialog;        /* while it is open */
};

G_DEFINE_FINAL_TYPE (MukanaPlanningPage, mukana_planning_page, MUKANA_TYPE_PAGE)

/* ---- Showing ---- */

static void
show_staged (MukanaPlanningPage *self)
{
  guint n_staged = self->answer != NULL ? mukana_staging_count (self->staging, self->answer) : 0;
  g_autofree char *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u to propose",
                                                            "%u to propose", n_staged), n_staged);

  gtk_label_set_label (self->staged, sentence);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.apply",
                                 n_staged > 0 && self->planning == NULL && self->dialog == NULL);
  if (self->answer != NULL)
    {
      MukanaPlanningSums sums = mukana_staging_sum (self->staging, self->answer);

      mukana_planning_sums_show (self->sums, self->answer, &sums,
                                 mukana_page_get_narrow (MUKANA_PAGE (self)));
    }
}

static gboolean
is_wanted (MukanaPlanningPage          *self,
           const MukanaPlanningRequest *told)
{
  const char *code = mukana_state_filter_peek_code (self->filter);
  const char *text = mukana_page_get_search_text (MUKANA_PAGE (self));
  g_autofree char *needle = g_utf8_casefold (text != NULL ? text : "", -1);
  g_autofree char *title = g_utf8_casefold (told->title, -1);

  if (strstr (title, needle) == NULL)
    return FALSE;
  if (g_strcmp0 (code, "changes") == 0)
    return told->moves->len > 0;
  return g_strcmp0 (code, "missing") != 0 || told->n_short > 0 || told->n_reserve_short > 0;
}

static void
show_item (MukanaPlanningPage *self,
           GtkListItem        *item)
{
  guint place = g_array_index (self->shown, guint, gtk_list_item_get_position (item));

  mukana_planned_row_show (MUKANA_PLANNED_ROW (gtk_list_item_get_child (item)),
                           g_ptr_array_index (self->answer->requests, place), self->staging);
}

/* Only the end of the list grows or shrinks; what is in view is shown anew where it is, so that
 * whoever reads or has the focus there keeps the place. */
static void
show_requests (MukanaPlanningPage *self)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->places)), n_kept;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_array_set_size (self->shown, 0);
  for (guint i = 0; self->answer != NULL && i < self->answer->requests->len; i++)
    if (is_wanted (self, g_ptr_array_index (self->answer->requests, i)))
      g_array_append_val (self->shown, i);

  n_kept = MIN (n_before, self->shown->len);
  for (guint i = n_kept; i < self->shown->len; i++)
    g_ptr_array_add (words, (gpointer) "");
  g_ptr_array_add (words, NULL);
  gtk_string_list_splice (self->places, n_kept, n_before - n_kept,
                          (const char * const *) words->pdata);
  for (guint i = 0; i < self->bound->len; i++)
    if (gtk_list_item_get_position (g_ptr_array_index (self->bound, i)) < n_kept)
      show_item (self, g_ptr_array_index (self->bound, i));
}

/* A change that is planned at once does not take the plan out of sight. */
static gboolean
shows_making (MukanaPlanningPage *self)
{
  return self->planning != NULL && (self->is_long || self->answer == NULL);
}

static void
show_plan (MukanaPlanningPage *self)
{
  gboolean is_empty = self->answer != NULL && self->answer->requests->len == 0;

  if (is_empty)
    mukana_status_set_empty (self->status, "mukana-request-symbolic",
                             _("No request looks for people"),
                             _("When requests are open, they can be planned together here."),
                             _("Show Requests"));
  gtk_widget_set_visible (self->tip, self->is_stale);
  gtk_widget_set_visible (self->bar, !shows_making (self) && self->answer != NULL && !is_empty);
  gtk_stack_set_visible_child_name (self->views, shows_making (self) ? "making"
                                    : is_empty || self->answer == NULL ? "status" : "plan");
  show_requests (self);
  show_staged (self);
}

/* ---- Planning ---- */

/* Takes somebody off everything that is shown. */
static void
forget_person (MukanaPlanningPage *self,
               gint64              person_id)
{
  for (guint r = 0; self->answer != NULL && r < self->answer->requests->len; r++)
    {
      MukanaPlanningRequest *told = g_ptr_array_index (self->answer->requests, r);
      GPtrArray *lists[] = { told->moves, told->others, told->kept };

      /* An "other" begins with its move. */
      for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
        for (guint i = lists[k]->len; i-- > 0; )
          if (((MukanaPlanningMove *) g_ptr_array_index (lists[k], i))->person_id == person_id)
            g_ptr_array_remove_index (lists[k], i);
    }
}

static gboolean
meter_cb (gpointer data)
{
  MukanaPlanningPage *self = data;

  gtk_progress_bar_set_fraction (self->progress, mukana_planning_meter_get (self->meter));
  if (!self->is_long)
    {
      self->is_long = TRUE;
      show_plan (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
stop_waiting (MukanaPlanningPage *self)
{
  g_clear_handle_id (&self->meter_source, g_source_remove);
  g_clear_object (&self->planning);
  g_clear_pointer (&self->meter, mukana_planning_meter_unref);
}

static void
take_answer (MukanaPlanningPage   *self,
             MukanaPlanningAnswer *answer)
{
  GHashTableIter iter;
  gpointer person_id;

  g_array_set_size (self->shown, 0);
  g_clear_pointer (&self->answer, mukana_planning_answer_free);
  self->answer = answer;
  self->n_answers++;
  self->is_stale = g_hash_table_size (self->gone) > 0;
  g_hash_table_iter_init (&iter, self->gone);
  while (g_hash_table_iter_next (&iter, &person_id, NULL))
    forget_person (self, *(gint64 *) person_id);
}

/* Where the focus was is gone with what was shown while it was planned. */
static void
take_focus (MukanaPlanningPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && (focus == NULL || !gtk_widget_get_mapped (focus)))
    gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

/* Whoever stopped it sees what was there before, or leaves. */
static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPlanningPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaPlanningAnswer *answer =
    mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (self->list == NULL)   /* the page is gone */
    {
      g_clear_pointer (&answer, mukana_planning_answer_free);
      return;
    }

  stop_waiting (self);
  if (answer != NULL)
    take_answer (self, answer);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mukana_status_set_empty (self->status, "mukana-finding-symbolic", _("Planning was stopped"),
                             _("Nothing has changed."), _("Plan Again"));
  else
    {
      mukana_status_set_error (self->status, _("Planning failed"), NULL, TRUE);
      mukana_page_fail (MUKANA_PAGE (self), error);
    }
  show_plan (self);
  take_focus (self);
}

static void
plan (MukanaPlanningPage *self)
{
  MukanaPage *page = MUKANA_PAGE (self);
  MukanaContext *context = mukana_page_get_context (page);
  MukanaPlanningQuestion *question;

  if (self->planning != NULL || self->dialog != NULL)
    return;

  if (self->memory == NULL)
    self->memory = mukana_planning_memory_new (mukana_page_get_store (page));
  question = mukana_planning_question_new (mukana_context_peek_matcher (context),
                                           mukana_planning_protocols_get_seed (self->protocols));
  mukana_staging_fill (self->staging, question);
  mukana_planning_question_remember (question, self->memory);
  self->is_long = FALSE;
  self->planning = g_cancellable_new ();
  self->meter = mukana_planning_meter_ref (question->meter);
  self->meter_source = g_timeout_add (METER_MS, meter_cb, self);
  g_hash_table_remove_all (self->gone);
  gtk_progress_bar_set_fraction (self->progress, 0);
  mukana_store_run_async (mukana_page_get_store (page), &mukana_planning_job, question,
                          (GDestroyNotify) mukana_planning_question_free, self->planning,
                          planned_cb, g_object_ref (self));
  show_plan (self);
}

static void
again_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  plan (MUKANA_PLANNING_PAGE (widget));
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaPlanningPage *self = MUKANA_PLANNING_PAGE (widget);

  if (self->planning != NULL)
    g_cancellable_cancel (self->planning);
}

static void
drop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaPlanningPage *self = MUKANA_PLANNING_PAGE (widget);

  mukana_staging_clear (self->staging);
  mukana_page_go_back (MUKANA_PAGE (self));
}

static void
status_deed_cb (MukanaPlanningPage *self)
{
  if (self->answer != NULL && self->answer->requests->len == 0)
    mukana_page_show (MUKANA_PAGE (self), "requests", 0);
  else
    plan (self);
}

/* ---- By hand ---- */

static void
ticked_cb (MukanaPlanningPage *self,
           gint64              request_id,
           gint64              person_id,
           gboolean            is_on)
{
  mukana_staging_set_off (self->staging, request_id, person_id, !is_on);
  show_staged (self);
}

static void
pinned_cb (MukanaPlanningPage *self,
           gint64              request_id,
           gint64              person_id,
           gboolean            is_on)
{
  mukana_staging_set_pinned (self->staging, request_id, person_id, is_on);
}

/* Somebody else: what it means for all the others is planned at once. */
static void
chosen_cb (MukanaPlanningPage *self,
           gint64              request_id,
           gint64              person_id)
{
  if (self->planning != NULL)
    return;

  mukana_staging_set_pinned (self->staging, request_id, person_id, TRUE);
  plan (self);
}

static void
left_out_cb (MukanaPlanningPage *self,
             gint64              request_id,
             gboolean            is_left_out)
{
  if (self->planning != NULL)
    return;

  mukana_staging_set_left_out (self->staging, request_id, is_left_out);
  plan (self);
}

/* Whoever wants to know why others are not in it. */
typedef struct
{
  MukanaPlanningPage *page;
  GWeakRef            popover;
  gint64              request_id;
  guint               n_answers;      /* of which plan it was asked */
} Asking;

static void
free_asking (Asking *asking)
{
  g_object_unref (asking->page);
  g_weak_ref_clear (&asking->popover);
  g_free (asking);
}

static MukanaPlanningRequest *
find_request (MukanaPlanningPage *self,
              gint64              request_id)
{
  for (guint i = 0; self->answer != NULL && i < self->answer->requests->len; i++)
    {
      MukanaPlanningRequest *told = g_ptr_array_index (self->answer->requests, i);

      if (told->request_id == request_id)
        return told;
    }

  return NULL;
}

/* The plan keeps them for the next time. */
static void
take_sentences (MukanaPlanningRequest *told,
                GPtrArray             *reasons)
{
  for (guint i = 0; i < told->others->len; i++)
    for (guint k = 0; k < reasons->len; k++)
      {
        MukanaPlanningOther *other = g_ptr_array_index (told->others, i);
        MukanaPlanningOther *reason = g_ptr_array_index (reasons, k);

        if (other->move.person_id != reason->move.person_id || other->sentence != NULL)
          continue;
        other->why = reason->why;
        other->sentence = g_steal_pointer (&reason->sentence);
      }
}

static void
why_told_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Asking *asking = data;
  MukanaPlanningPage *self = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reasons = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                           &error);
  g_autoptr (GtkWidget) popover = g_weak_ref_get (&asking->popover);
  MukanaPlanningRequest *told = self->list != NULL && self->n_answers == asking->n_answers
                                ? find_request (self, asking->request_id) : NULL;
  gboolean has_changed = g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);

  if (told != NULL && reasons != NULL)
    take_sentences (told, reasons);
  else if (told != NULL && !has_changed)
    mukana_page_fail (MUKANA_PAGE (self), error);
  if (told != NULL && popover != NULL)
    mukana_planned_others_tell (popover, told->others,
                                has_changed ? _("Things have changed since this was planned.")
                                            : NULL);
  free_asking (asking);
}

static void
asked_cb (MukanaPlanningPage *self,
          gint64              request_id,
          GtkPopover         *popover)
{
  const MukanaPlanningRequest *told = find_request (self, request_id);
  Asking *asking;

  if (told == NULL || told->others->len == 0 ||
      ((MukanaPlanningOther *) g_ptr_array_index (told->others, 0))->sentence != NULL)
    return;

  asking = g_new0 (Asking, 1);
  asking->page = g_object_ref (self);
  asking->request_id = request_id;
  asking->n_answers = self->n_answers;
  g_weak_ref_init (&asking->popover, popover);
  mukana_store_run_async (mukana_page_get_store (MUKANA_PAGE (self)), &mukana_planning_why_job,
                          mukana_planning_why_question_new (self->memory, request_id),
                          (GDestroyNotify) mukana_planning_why_question_free, NULL, why_told_cb,
                          asking);
}

static void
opened_cb (MukanaPlanningPage *self,
           gint64              request_id)
{
  mukana_page_show (MUKANA_PAGE (self), "request", request_id);
}

static void
person_cb (MukanaPlanningPage *self,
           gint64              person_id)
{
  mukana_page_show (MUKANA_PAGE (self), "person", person_id);
}

static void
row_made_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             MukanaPlanningPage       *self)
{
  GtkWidget *row = mukana_planned_row_new ();

  g_signal_connect_object (row, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "pinned", G_CALLBACK (pinned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "person", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left-out", G_CALLBACK (left_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
row_bound_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              MukanaPlanningPage       *self)
{
  g_ptr_array_add (self->bound, item);
  show_item (self, item);
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                MukanaPlanningPage       *self)
{
  g_ptr_array_remove (self->bound, item);
}

/* ---- Applying ---- */

static GtkWidget *
new_dialog (MukanaPlanningPage *self,
            const char         *heading,
            const char         *body)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
                                         body);
  return self->dialog;
}

static void
refused_answered_cb (MukanaPlanningPage *self,
                     const char         *response,
                     GtkWidget          *dialog)
{
  self->dialog = NULL;
  if (g_str_equal (response, "again"))
    plan (self);
  else
    show_staged (self);
}

static void
tell_refusals (MukanaPlanningPage          *self,
               const MukanaPlanningApplied *applied)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (new_dialog (self, _("Nobody was asked"),
                                    _("Things have changed since it was planned.")));

  mukana_tall_question_set_content (dialog, mukana_planning_refusals_new (self->answer, applied));
  adw_message_dialog_add_responses (dialog, "close", _("_Close"), "again", _("Plan _Again"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "again", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "again");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (refused_answered_cb), self,
                           G_CONNECT_SWAPPED);
  show_staged (self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPlanningPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaPlanningApplied) applied =
    mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  g_autofree char *sentence = NULL;

  if (self->list == NULL)
    return;
  if (error != NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }
  if (applied->refusals->len > 0)
    {
      tell_refusals (self, applied);
      return;
    }

  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u proposal made",
                                           "%u proposals made", applied->proposals->len),
                              applied->proposals->len);
  mukana_page_did (MUKANA_PAGE (self), sentence,
                   mukana_step_new (sentence, &mukana_proposing_take_back_job,
                                    g_array_ref (applied->proposals),
                                    (GDestroyNotify) g_array_unref));
  mukana_staging_clear (self->staging);
  plan (self);
}

static void
apply_answered_cb (MukanaPlanningPage *self,
                   const char         *response,
                   GtkWidget          *dialog)
{
  self->dialog = NULL;
  show_staged (self);
  if (g_str_equal (response, "propose") && self->answer != NULL)
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_planning_apply_job,
                           mukana_staging_dup_applying (self->staging, self->answer),
                           (GDestroyNotify) mukana_planning_applying_free, applied_cb,
                           g_object_ref (self));
}

static void
apply_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaPlanningPage *self = MUKANA_PLANNING_PAGE (widget);
  guint n_staged = self->answer != NULL ? mukana_staging_count (self->staging, self->answer) : 0;
  g_autofree char *heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Make %u proposal?",
                                                           "Make %u proposals?", n_staged),
                                              n_staged);
  AdwMessageDialog *dialog;

  if (n_staged == 0 || self->planning != NULL || self->dialog != NULL)
    return;

  dialog = ADW_MESSAGE_DIALOG (
    new_dialog (self, heading,
                _("All of them are made, or none. Their replies will be awaited for five working "
                  "days. What was planned, and from what, is kept as numbers.")));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "propose", _("_Propose"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "propose", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "propose");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (apply_answered_cb), self,
                           G_CONNECT_SWAPPED);
  show_staged (self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- The register changes ---- */

static gboolean
matters (const MukanaChange *change)
{
  return change->kind == MUKANA_KIND_PERSON || change->kind == MUKANA_KIND_CONSENT ||
         change->kind == MUKANA_KIND_AVAILABILITY || change->kind == MUKANA_KIND_REQUEST ||
         change->kind == MUKANA_KIND_PROPOSAL || change->kind == MUKANA_KIND_ASSIGNMENT ||
         change->kind == MUKANA_KIND_EVERYTHING;
}

static gboolean
is_taken_back (MukanaChangeSet *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (list[i].kind == MUKANA_KIND_PROPOSAL && list[i].effect == MUKANA_EFFECT_REMOVED)
      return TRUE;

  return FALSE;
}

static void
store_changed_cb (MukanaPlanningPage *self,
                  MukanaChangeSet    *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);
  gboolean has_mattered = FALSE;

  if (self->list == NULL || (self->answer == NULL && self->planning == NULL))
    return;

  for (guint i = 0; i < n_changes; i++)
    {
      has_mattered |= matters (&list[i]);
      if (list[i].effect != MUKANA_EFFECT_ENDED &&
          (list[i].kind != MUKANA_KIND_PERSON || list[i].effect != MUKANA_EFFECT_REMOVED))
        continue;

      g_hash_table_add (self->gone, g_memdup2 (&list[i].id, sizeof (gint64)));
      forget_person (self, list[i].id);
    }

  /* What was looked at is noted, too: that must not close the list that somebody reads. */
  if (!has_mattered)
    return;
  /* Proposals that were taken back stand in it as asked; by hand nothing is lost by planning. */
  if (is_taken_back (changes) && !mukana_staging_is_changed (self->staging) &&
      self->planning == NULL && self->dialog == NULL)
    {
      plan (self);
      return;
    }
  self->is_stale |= self->answer != NULL;
  show_plan (self);
}

/* ---- The page ---- */

static void
seeded_cb (MukanaPlanningPage *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->lots));
  plan (self);
}

static void
mukana_planning_page_open (MukanaPage *page,
                           gint64      id)
{
  /* The same all day: whoever plans twice gets the same. */
  mukana_planning_protocols_set_seed (MUKANA_PLANNING_PAGE (page)->protocols,
                                      mukana_context_today (mukana_page_get_context (page)));
  plan (MUKANA_PLANNING_PAGE (page));
}

static void
mukana_planning_page_search_changed (MukanaPage *page,
                                     const char *text)
{
  show_requests (MUKANA_PLANNING_PAGE (page));
}

static void
mukana_planning_page_narrow_changed (MukanaPage *page,
                                     gboolean    narrow)
{
  show_staged (MUKANA_PLANNING_PAGE (page));
}

static GtkWidget *
make_lots (MukanaPlanningPage *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->protocols =
    MUKANA_PLANNING_PROTOCOLS (mukana_planning_protocols_new (MUKANA_PAGE (self)));
  self->lots = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->lots), "document-open-recent-symbolic");
  mukana_menu_tip_set (self->lots, _("Seed and protocols"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lots), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Seed and protocols"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover),
                         mukana_layout_margins (GTK_WIDGET (self->protocols), 12));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->lots), popover);
  g_signal_connect_object (popover, "show", G_CALLBACK (mukana_planning_protocols_read),
                           self->protocols, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->protocols, "seeded", G_CALLBACK (seeded_cb), self,
                           G_CONNECT_SWAPPED);
  return self->lots;
}

static void
mukana_planning_page_constructed (GObject *object)
{
  MukanaPage *page = MUKANA_PAGE (object);
  GtkWidget *again = mukana_layout_icon_button ("view-refresh-symbolic", _("Plan again (F5)"),
                                                "planning.again");

  G_OBJECT_CLASS (mukana_planning_page_parent_class)->constructed (object);

  mukana_page_add_end (page, make_lots (MUKANA_PLANNING_PAGE (object)));
  mukana_page_add_end (page, again);
  mukana_page_set_search_hint (page, _("Search requests"));
  g_signal_connect_object (mukana_page_get_store (page), "changed", G_CALLBACK (store_changed_cb),
                           object, G_CONNECT_SWAPPED);
}

static void
mukana_planning_page_dispose (GObject *object)
{
  MukanaPlanningPage *self = MUKANA_PLANNING_PAGE (object);

  if (self->planning != NULL)
    g_cancellable_cancel (self->planning);
  stop_waiting (self);
  self->list = NULL;

  G_OBJECT_CLASS (mukana_planning_page_parent_class)->dispose (object);
}

static void
mukana_planning_page_finalize (GObject *object)
{
  MukanaPlanningPage *self = MUKANA_PLANNING_PAGE (object);

  g_clear_pointer (&self->answer, mukana_planning_answer_free);
  mukana_staging_free (self->staging);
  g_hash_table_unref (self->gone);
  g_clear_object (&self->memory);
  g_array_unref (self->shown);
  g_ptr_array_unref (self->bound);
  g_object_unref (self->places);

  G_OBJECT_CLASS (mukana_planning_page_parent_class)->finalize (object);
}

static void
mukana_planning_page_class_init (MukanaPlanningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_planning_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_planning_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_planning_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_planning_page_open;
  MUKANA_PAGE_CLASS (klass)->narrow_changed = mukana_planning_page_narrow_changed;
  MUKANA_PAGE_CLASS (klass)->search_changed = mukana_planning_page_search_changed;

  gtk_widget_class_install_action (widget_class, "planning.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "planning.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "planning.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "planning.drop", NULL, drop_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "planning.again", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "planning.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "planning.apply", NULL);
}

static void
make_list (MukanaPlanningPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model;

  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->bound = g_ptr_array_new ();
  self->places = gtk_string_list_new (NULL);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->places))));
  g_signal_connect_object (factory, "setup", G_CALLBACK (row_made_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound_cb), self, 0);
  self->list = mukana_layout_style (gtk_list_view_new (model, factory), "planned-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Requests of the plan"), -1);
}

static void
make_filter (MukanaPlanningPage *self)
{
  self->filter = MUKANA_STATE_FILTER (mukana_state_filter_new (_("Show")));
  mukana_state_filter_add (self->filter, NULL, _("All requests"));
  mukana_state_filter_add (self->filter, "changes", _("With proposals"));
  mukana_state_filter_add (self->filter, "missing", _("Lacking people"));
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (show_requests), self);
}

static GtkWidget *
make_plan (MukanaPlanningPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *head;
  GtkWidget *again = mukana_layout_button (_("Plan _Again"), "deed", "planning.again");

  make_list (self);
  make_filter (self);
  self->sums = mukana_planning_sums_new ();
  self->tip = mukana_layout_tip (mukana_layout_row (12,
    mukana_layout_expand (mukana_layout_wrapped (_("Things have changed since this was planned."),
                                                 NULL)), again, NULL));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  head = mukana_layout_column (9, self->tip, self->sums, GTK_WIDGET (self->filter), NULL);
  return mukana_layout_column (0, mukana_layout_style (head, "page-head"), scrolled, NULL);
}

static GtkWidget *
make_making (MukanaPlanningPage *self)
{
  GtkWidget *stop = mukana_layout_button (_("_Stop"), "deed", "planning.stop");
  GtkWidget *column;

  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->progress), 240, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Planning"), -1);
  column = mukana_layout_column (18, mukana_layout_text (_("Planning all open requests"),
                                                         "group-title"),
                                 GTK_WIDGET (self->progress), stop, NULL);
  gtk_widget_set_halign (stop, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (column, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  return column;
}

static void
make_bar (MukanaPlanningPage *self)
{
  GtkWidget *propose = mukana_layout_button (_("_Propose…"), "big-deed", "planning.apply");
  GtkWidget *drop = mukana_layout_button (_("_Drop"), "flat", "planning.drop");

  self->staged = GTK_LABEL (mukana_layout_text ("", "row-title"));
  mukana_layout_style (propose, "suggested-action");
  gtk_widget_set_tooltip_text (propose, _("Ask those who are ticked (Ctrl+Enter)"));
  gtk_widget_set_tooltip_text (drop, _("Leave the plan; nobody is asked"));
  self->bar = mukana_layout_style (
    mukana_layout_row (12, mukana_layout_expand (GTK_WIDGET (self->staged)), drop, propose, NULL),
    "bottom-bar");
}

static void
mukana_planning_page_init (MukanaPlanningPage *self)
{
  self->staging = mukana_staging_new ();
  self->gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->status = MUKANA_STATUS (mukana_status_new ());
  g_signal_connect_swapped (self->status, "deed", G_CALLBACK (status_deed_cb), self);
  self->views = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->views, make_making (self), "making");
  gtk_stack_add_named (self->views, make_plan (self), "plan");
  gtk_stack_add_named (self->views, GTK_WIDGET (self->status), "status");
  make_bar (self);
  mukana_page_set_content (MUKANA_PAGE (self), GTK_WIDGET (self->views));
  mukana_page_set_bottom_bar (MUKANA_PAGE (self), self->bar);
  show_plan (self);
}

const MukanaPageInfo mukana_planning_page_info = {
  .id = "planning",
  .title = N_("Plan all"),
  .icon = "mukana-finding-symbolic",
  .order = 43,
  .parent = "requests",
  .is_aside = TRUE,
  .get_type = mukana_planning_page_get_type,
};

const MukanaPlanningAnswer *
mukana_planning_page_peek_answer (MukanaPlanningPage *self)
{
  return self->planning == NULL ? self->answer : NULL;
}

GtkWidget *
mukana_planning_page_peek_list (MukanaPlanningPage *self)
{
  return self->list;
}

MukanaPlanningProtocols *
mukana_planning_page_peek_protocols (MukanaPlanningPage *self)
{
  return self->protocols;
}

GtkWidget *
mukana_planning_page_peek_dialog (MukanaPlanningPage *self)
{
  return self->dialog;
}

gboolean
mukana_planning_page_is_stale (MukanaPlanningPage *self)
{
  return self->is_stale;
}
