/* mukana-finding-page.c: finding people for one request.
 *
 * Asks matching, shows who fits, why, and who does not and why not; keeps who
 * is chosen until they are proposed.  A question is asked again whenever the
 * weights, the chosen or the register change, and only the newest question's
 * answer is shown.  Whoever withdraws leaves the page at once: an answer older
 * than their leaving may not bring them back.
 */

#include "ui/finding/mukana-finding-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-registering.h"
#include "services/mukana-shortlisting.h"
#include "ui/finding/mukana-choice-step.h"
#include "ui/finding/mukana-compare-window.h"
#include "ui/finding/mukana-finding-answer.h"
#include "ui/finding/mukana-finding-asked.h"
#include "ui/finding/mukana-finding-bar.h"
#include "ui/finding/mukana-finding-kept.h"
#include "ui/finding/mukana-finding-list.h"
#include "ui/finding/mukana-finding-proposing.h"
#include "ui/finding/mukana-finding-state.h"
#include "ui/finding/mukana-left-out.h"
#include "ui/finding/mukana-weights-panel.h"
#include "ui/finding/mukana-why-panel.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-status.h"
#include "ui/kit/mukana-waiting.h"
#include "ui/app/mukana-request-head.h"
#include "ui/app/mukana-work-words.h"

#define ASK_DELAY_MS 60      /* while a slider moves, one question for this long */
#define WIDE_PX      940     /* the explanation stands beside the list from here on */
#define PANEL_PX     392

struct _MukanaFindingPage
{
  MukanaPage           parent_instance;

  gint64               request_id;
  MukanaMatcher       *matcher;
  MukanaRequestFile   *file;          /* NULL until it is read */
  MukanaMatchAnswer   *answer;        /* NULL until the first */
  MukanaFindingChoice *choice;
  MukanaFindingAsked  *asked;
  GArray              *kept;          /* MukanaKeptTick: of the last time, until they are found */
  gint64               explained;     /* 0: nobody */

  /* The newest question; answers to older ones are dropped. */
  guint64              question;
  GCancellable        *asking;        /* of the newest question */
  guint                ask_source;
  gboolean             is_stopped;    /* nobody waits for its answer any more */

  /* Who does not fit hangs on no weight or order, so it is asked only after what it hangs
   * on: how often that has changed, and as of which change it is shown. */
  guint                n_changes;
  guint                shown_change;

  /* The order stays while somebody chooses: how often another was asked for, and as of when it
   * is shown. */
  guint                n_sorts;
  guint                shown_sort;

  /* Who left after an answer was already on its way: id -> revision.  An
   * answer older than that may not bring them back. */
  GHashTable          *gone;

  gboolean             is_compact;
  gboolean             shows_why;     /* compact: the explanation stands over the list */
  guint                width_source;

  GtkWidget           *head_place;
  MukanaStatus        *status;
  GtkWidget           *left;
  GtkWidget           *why;
  GtkWidget           *list;
  GtkWidget           *tip;           /* what would let the request be filled, when it cannot be */
  GtkLabel            *relaxation;
  GtkWidget           *left_out;
  GtkWidget           *waiting;
  GtkWidget           *bar;
  GtkWidget           *dialog;        /* while it is open */
  GWeakRef             compared;      /* the window with some side by side */
};

G_DEFINE_FINAL_TYPE (MukanaFindingPage, mukana_finding_page, MUKANA_TYPE_PAGE)

static void ask_anew_soon (MukanaFindingPage *self);

/* ---- Showing ---- */

static void
show_sides (MukanaFindingPage *self)
{
  gtk_widget_set_visible (self->why, !self->is_compact || self->shows_why);
  gtk_widget_set_visible (self->left, !self->is_compact || !self->shows_why);
  gtk_widget_set_size_request (self->why, self->is_compact ? -1 : PANEL_PX, -1);
  gtk_widget_set_hexpand (self->why, self->is_compact);
  mukana_why_panel_set_can_close (MUKANA_WHY_PANEL (self->why), self->is_compact);
}

static void
show_choice (MukanaFindingPage *self)
{
  mukana_finding_bar_show (MUKANA_FINDING_BAR (self->bar), self->choice, self->is_compact);
  g_autofree char *sentence = NULL;
  gboolean is_bad = mukana_finding_choice_judge (self->choice, &sentence) == MUKANA_JUDGEMENT_BAD;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.propose",
                                 self->choice->people->len > 0 && self->dialog == NULL && !is_bad);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.compare",
                                 self->choice->people->len >= MUKANA_COMPARE_LEAST &&
                                 self->choice->people->len <= MUKANA_COMPARE_MOST);
}

/* Somebody in it has left: what it shows may not be shown any more. */
static void
close_compared (MukanaFindingPage *self)
{
  g_autoptr (GtkWindow) window = g_weak_ref_get (&self->compared);

  if (window != NULL)
    gtk_window_destroy (window);
}

static MukanaWeightsPanel *
peek_weights (MukanaFindingPage *self)
{
  MukanaFindingList *list = MUKANA_FINDING_LIST (self->list);

  return MUKANA_WEIGHTS_PANEL (mukana_finding_list_peek_weights (list));
}

static void
show_people (MukanaFindingPage *self)
{
  MukanaFindingView view = { self->answer, self->choice, self->asked->states,
                             self->asked->words, { { 0 } }, self->explained };

  if (self->answer == NULL)
    return;

  view.weights = mukana_weights_panel_get_weights (peek_weights (self));
  mukana_finding_list_show (MUKANA_FINDING_LIST (self->list), &view);
  mukana_left_out_show (MUKANA_LEFT_OUT (self->left_out), self->answer);
  mukana_why_panel_show (MUKANA_WHY_PANEL (self->why),
                         mukana_finding_answer_find (self->answer, self->explained));
  show_choice (self);
  if (self->dialog != NULL)
    mukana_finding_proposing_follow (self->dialog, self->gone);
}

/* Beside the request's own number: what would bring enough people. */
static void
show_relaxation (MukanaFindingPage *self)
{
  const char *relaxation = self->answer != NULL ? self->answer->relaxation : NULL;
  g_autofree char *sentence = NULL;

  if (relaxation != NULL)
    /* Translators: %s is a sentence without its full stop: "If the start were 13:00, …" */
    sentence = g_strdup_printf (_("Fewer people fit than are looked for. %s."), relaxation);
  gtk_label_set_label (self->relaxation, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->tip, sentence != NULL);
}

static void
show_state (MukanaFindingPage *self)
{
  gboolean has_people = self->answer != NULL && self->answer->n_fits > 0;

  mukana_finding_state_show (self->status, self->file, self->answer, self->is_stopped);
  show_relaxation (self);
  gtk_widget_set_visible (self->list, has_people);
  gtk_widget_set_visible (GTK_WIDGET (self->status), !has_people);
  gtk_widget_set_visible (self->left_out, self->answer != NULL && self->answer->groups->len > 0);
}

static void
show_head (MukanaFindingPage *self)
{
  mukana_layout_empty (self->head_place);
  gtk_box_append (GTK_BOX (self->head_place),
                  mukana_request_head_new (mukana_page_get_context (MUKANA_PAGE (self)),
                                           self->file));
}

/* ---- Asking ---- */

/* Takes somebody off everything that is shown. */
static void
forget_person (MukanaFindingPage *self,
               gint64             person_id)
{
  if (self->answer != NULL)
    mukana_finding_answer_drop (self->answer, person_id);
  if (mukana_finding_choice_forget (self->choice, person_id))
    close_compared (self);
  if (self->explained == person_id)
    {
      self->explained = 0;
      self->shows_why = FALSE;
    }
}

static void
refuse_gone (MukanaFindingPage *self,
             gint64             revision)
{
  GHashTableIter iter;
  gpointer person_id, left_at;

  g_hash_table_iter_init (&iter, self->gone);
  while (g_hash_table_iter_next (&iter, &person_id, &left_at))
    if (revision < *(gint64 *) left_at)
      forget_person (self, *(gint64 *) person_id);
    else
      g_hash_table_iter_remove (&iter);   /* the answer knows: they may have come back */
}

/* Who was ticked when the page was left, once it is known who fits and who is asked. */
static void
restore_ticks (MukanaFindingPage *self)
{
  if (self->file == NULL || self->answer == NULL || self->kept->len == 0)
    return;

  mukana_finding_kept_restore (self->kept, self->answer, self->asked, self->choice);
  ask_anew_soon (self);
}

static void
take_answer (MukanaFindingPage *self,
             MukanaMatchAnswer *answer,
             gint64             revision)
{
  g_autoptr (MukanaMatchAnswer) old = self->answer;

  self->answer = answer;
  if (old != NULL)
    mukana_finding_answer_keep_others (answer, old);
  if (!mukana_weights_panel_is_moving (peek_weights (self)))
    mukana_weights_panel_fill (peek_weights (self), &answer->weights);
  refuse_gone (self, revision);
  mukana_finding_choice_take_roles (self->choice, answer);
  mukana_finding_choice_take_others (self->choice, answer);
  if (self->file != NULL)
    mukana_finding_asked_take (self->asked, self->file, answer, self->choice);
  for (guint i = 0; i < answer->rows->len; i++)
    mukana_finding_choice_refresh (self->choice, g_ptr_array_index (answer->rows, i));
  for (guint i = 0; i < answer->told_rows->len; i++)
    mukana_finding_choice_refresh (self->choice, g_ptr_array_index (answer->told_rows, i));
  for (guint i = 0; i < answer->told_out->len; i++)
    mukana_finding_choice_note_unfit (self->choice, g_ptr_array_index (answer->told_out, i));
  if (old == NULL && self->explained == 0 && answer->rows->len > 0)
    self->explained = ((MukanaMatchRow *) g_ptr_array_index (answer->rows, 0))->person_id;
  restore_ticks (self);
  show_people (self);
  show_state (self);
}

/* The focus does not vanish with the button that it was on. */
static void
end_waiting (MukanaFindingPage *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->waiting) != NULL;

  mukana_waiting_end (MUKANA_WAITING (self->waiting));
  if (had_focus)
    gtk_widget_child_focus (self->left, GTK_DIR_TAB_FORWARD);
}

/* A click may not meet another person than the one who was seen. */
static void
keep_order (MukanaFindingPage *self,
            MukanaMatchAnswer *answer,
            guint              sort)
{
  gboolean is_kept = self->answer != NULL && sort == self->shown_sort;
  gboolean differs = is_kept && mukana_finding_answer_keep_order (answer, self->answer);

  self->shown_sort = sort;
  mukana_finding_list_set_is_kept (MUKANA_FINDING_LIST (self->list), differs);
}

/* A question and whose it is. */
typedef struct
{
  MukanaFindingPage *page;
  guint64            question;
  guint              change;
  guint              sort;
} Asked;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autofree Asked *asked = data;
  g_autoptr (MukanaFindingPage) self = asked->page;
  g_autoptr (GError) error = NULL;
  gint64 revision = 0;
  g_autoptr (MukanaMatchAnswer) answer =
    mukana_store_run_finish (MUKANA_STORE (source), result, &revision, &error);

  if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  if (asked->question != self->question || self->list == NULL || self->is_stopped)
    return;

  if (answer != NULL)
    {
      if (!answer->is_of_rank)
        self->shown_change = asked->change;
      keep_order (self, answer, asked->sort);
      take_answer (self, g_steal_pointer (&answer), revision);
    }
  end_waiting (self);
}

static void
ask (MukanaFindingPage *self)
{
  MukanaMatchQuestion *question =
    mukana_match_question_new (self->matcher, self->request_id,
                               mukana_finding_list_get_wanted (MUKANA_FINDING_LIST (self->list)));
  Asked *asked = g_new0 (Asked, 1);

  question->order = mukana_finding_list_get_order (MUKANA_FINDING_LIST (self->list));
  question->has_weights = mukana_weights_panel_is_moving (peek_weights (self));
  question->weights = mukana_weights_panel_get_weights (peek_weights (self));
  question->chosen = mukana_finding_choice_dup_group (self->choice);
  question->told = mukana_finding_choice_dup_all (self->choice);
  for (guint i = 0; i < self->kept->len; i++)
    g_array_append_val (question->told, g_array_index (self->kept, MukanaKeptTick, i).person_id);
  question->why_person = self->explained;
  question->is_of_rank = self->answer != NULL && self->shown_change == self->n_changes;
  asked->page = g_object_ref (self);
  asked->question = ++self->question;
  asked->change = self->n_changes;
  asked->sort = self->n_sorts;
  /* Nobody waits for the answer to an older one. */
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  self->is_stopped = FALSE;
  mukana_waiting_begin (MUKANA_WAITING (self->waiting));
  mukana_store_run_async (mukana_page_get_store (MUKANA_PAGE (self)), &mukana_matching_job,
                          question, (GDestroyNotify) mukana_match_question_free, self->asking,
                          answered_cb, asked);
}

/* What was found before stays, and the line says so until somebody looks again. */
static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (widget);

  g_clear_handle_id (&self->ask_source, g_source_remove);
  g_cancellable_cancel (self->asking);
  self->is_stopped = TRUE;
  mukana_waiting_stop (MUKANA_WAITING (self->waiting),
                       self->answer != NULL ? _("Stopped. What is shown was found before.")
                                            : _("Stopped. Nobody has been found yet."));
  show_state (self);
}

static void
again_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (widget);

  self->n_sorts++;
  ask (self);
  show_state (self);
}

static gboolean
ask_cb (gpointer data)
{
  MukanaFindingPage *self = data;

  self->ask_source = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
ask_soon (MukanaFindingPage *self)
{
  if (self->ask_source == 0 && self->request_id != 0)
    self->ask_source = g_timeout_add (ASK_DELAY_MS, ask_cb, self);
}

static void
sort_soon (MukanaFindingPage *self)
{
  self->n_sorts++;
  ask_soon (self);
}

/* The register or the chosen have changed: also who does not fit may be others. */
static void
ask_anew_soon (MukanaFindingPage *self)
{
  self->n_changes++;
  ask_soon (self);
}

static void
take_file (MukanaFindingPage *self,
           MukanaRequestFile *file)
{
  g_clear_pointer (&self->file, mukana_request_file_free);
  self->file = file;
  mukana_finding_asked_take (self->asked, file, self->answer, self->choice);

  restore_ticks (self);
  mukana_page_set_subtitle (MUKANA_PAGE (self), file->request->reference);
  show_head (self);
  show_people (self);
  show_state (self);
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaFindingPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRequestFile) file =
    mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else if (self->list != NULL)
    take_file (self, g_steal_pointer (&file));
}

static void
read_file (MukanaFindingPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_request_file_job,
                         g_memdup2 (&self->request_id, sizeof self->request_id), g_free,
                         file_read_cb, g_object_ref (self));
}

static void
store_changed_cb (MukanaFindingPage *self,
                  MukanaChangeSet   *changes)
{
  gint64 revision = mukana_change_set_get_revision (changes);
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);
  gboolean request_changed = FALSE;

  if (self->request_id == 0)
    return;

  for (guint i = 0; i < n_changes; i++)
    {
      gboolean leaves = list[i].effect == MUKANA_EFFECT_ENDED ||
                        (list[i].kind == MUKANA_KIND_PERSON &&
                         list[i].effect == MUKANA_EFFECT_REMOVED);

      if (leaves)
        {
          g_hash_table_replace (self->gone, g_memdup2 (&list[i].id, sizeof (gint64)),
                                g_memdup2 (&revision, sizeof revision));
          forget_person (self, list[i].id);
        }
      request_changed |= list[i].kind == MUKANA_KIND_PROPOSAL ||
        list[i].kind == MUKANA_KIND_EVERYTHING ||
                         (list[i].kind == MUKANA_KIND_REQUEST && list[i].id == self->request_id);
    }

  show_people (self);
  show_sides (self);
  if (request_changed)
    read_file (self);
  ask_anew_soon (self);
}

/* ---- Choosing ---- */

static char *
move_choice (GtkWidget *widget,
             gpointer   step,
             gboolean   is_again)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (widget);
  g_autofree char *moved = self->dialog == NULL
                           ? mukana_choice_step_move (step, self->choice, is_again) : NULL;

  if (moved != NULL)
    {
      show_people (self);
      ask_anew_soon (self);
    }
  return g_steal_pointer (&moved);
}

/* Takes @change, which has been done. */
static MukanaStep *
take_change (MukanaFindingPage *self,
             MukanaChoiceStep  *change)
{
  show_people (self);
  ask_anew_soon (self);
  return mukana_step_new_shown (GTK_WIDGET (self), move_choice, change, g_free);
}

/* What one ticks is seen at once and needs no toast: only Ctrl+Z takes it back. */
static void
choose (MukanaFindingPage *self,
        gint64             person_id,
        MukanaStanding     standing)
{
  g_autofree MukanaChoiceStep *change = NULL;
  const MukanaMatchRow *row = mukana_finding_answer_find (self->answer, person_id);
  MukanaUndo *undo = mukana_context_get_undo (mukana_page_get_context (MUKANA_PAGE (self)));

  if (mukana_finding_asked_has (self->asked, person_id) || self->dialog != NULL)
    return;

  if (mukana_finding_choice_get_standing (self->choice, person_id, NULL) == standing)
    standing = MUKANA_STANDING_FREE;
  else if (row == NULL)
    return;

  change = mukana_choice_step_new (self->choice, person_id, standing);
  if (standing == MUKANA_STANDING_FREE)
    mukana_finding_choice_remove (self->choice, person_id);
  else
    mukana_finding_choice_put (self->choice, row, standing == MUKANA_STANDING_RESERVE);
  mukana_undo_push (undo, take_change (self, g_steal_pointer (&change)));
}

static void
ticked_cb (MukanaFindingPage *self,
           gint64             person_id)
{
  choose (self, person_id, MUKANA_STANDING_CHOSEN);
}

static void
reserved_cb (MukanaFindingPage *self,
             gint64             person_id)
{
  choose (self, person_id, MUKANA_STANDING_RESERVE);
}

/* Their row may not be in sight: it is said, and the toast brings them back. */
static void
chip_removed_cb (MukanaFindingPage *self,
                 gint64             person_id)
{
  MukanaChoiceStep *change = mukana_choice_step_new (self->choice, person_id,
                                                     MUKANA_STANDING_FREE);
  g_autofree char *said = mukana_choice_step_dup_said (change, self->choice);

  mukana_finding_choice_remove (self->choice, person_id);
  mukana_page_did (MUKANA_PAGE (self), said, take_change (self, change));
}

static void
explain_cb (MukanaFindingPage *self,
            gint64             person_id)
{
  self->explained = person_id;
  self->shows_why = TRUE;
  show_people (self);
  show_sides (self);
  /* The row is hidden now: where nothing has the focus, Escape would leave the page. */
  if (self->is_compact)
    gtk_widget_child_focus (self->why, GTK_DIR_TAB_FORWARD);
  if (mukana_finding_answer_find (self->answer, person_id) == NULL)
    ask_soon (self);
}

static void
why_closed_cb (MukanaFindingPage *self)
{
  self->shows_why = FALSE;
  show_sides (self);
  gtk_widget_child_focus (self->left, GTK_DIR_TAB_FORWARD);
}

static void
open_person_cb (MukanaFindingPage *self,
                gint64             person_id)
{
  mukana_page_show (MUKANA_PAGE (self), "person", person_id);
}

static void
group_opened_cb (MukanaFindingPage *self,
                 int                reason,
                 const char        *title)
{
  gtk_window_present (GTK_WINDOW (mukana_left_out_people_new (MUKANA_PAGE (self), self->matcher,
                                                              self->request_id,
                                                              mukana_finding_choice_dup_group (
                                                                self->choice),
                                                              (MukanaReason) reason, title)));
}

static void
status_deed_cb (MukanaFindingPage *self)
{
  mukana_page_show (MUKANA_PAGE (self), "request-form", self->request_id);
}

/* ---- Proposing ---- */

static void
dialog_answered_cb (MukanaFindingPage *self)
{
  self->dialog = NULL;
  show_choice (self);
}

static void
propose_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (widget);

  if (self->choice->people->len == 0 || self->dialog != NULL)
    return;

  self->dialog = mukana_finding_proposing_new (MUKANA_PAGE (self), self->choice, self->file,
                                               self->request_id);
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (dialog_answered_cb), self,
                           G_CONNECT_SWAPPED);
  show_choice (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaFindingPage) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else if (self->request_id != 0)
    mukana_page_show (MUKANA_PAGE (self), "shortlist", self->request_id);
}

/* Whoever is chosen is put on it: nothing is asked of them yet. */
static void
shortlist_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (widget);

  mukana_page_run_async (MUKANA_PAGE (self), &mukana_shortlist_add_job,
                         mukana_finding_choice_dup_proposing (self->choice, self->request_id,
                                                              NULL),
                         (GDestroyNotify) mukana_proposing_free, listed_cb, g_object_ref (self));
}

static void
compare_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window = mukana_compare_window_of (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                self->answer, self->choice,
                                                mukana_page_get_narrow (MUKANA_PAGE (self)));

  if (window == NULL)
    return;

  g_weak_ref_set (&self->compared, window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
order_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (widget);

  self->n_sorts++;
  mukana_finding_list_set_order (MUKANA_FINDING_LIST (self->list),
                                 g_variant_get_string (parameter, NULL));
}

static void
show_more_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  mukana_finding_list_show_more (MUKANA_FINDING_LIST (MUKANA_FINDING_PAGE (widget)->list));
}

/* ---- The page ---- */

static void
mukana_finding_page_open (MukanaPage *page,
                          gint64      id)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (page);

  self->request_id = id;
  g_array_unref (self->kept);
  self->kept = mukana_finding_kept_take (mukana_page_get_context (page), id);
  show_state (self);
  read_file (self);
  ask (self);
}

static gboolean
width_changed_cb (gpointer data)
{
  MukanaFindingPage *self = data;

  self->width_source = 0;
  mukana_finding_list_set_compact (MUKANA_FINDING_LIST (self->list), self->is_compact);
  mukana_left_out_set_narrow (MUKANA_LEFT_OUT (self->left_out), self->is_compact);
  show_sides (self);
  show_choice (self);
  return G_SOURCE_REMOVE;
}

/* Told afterwards: shapes may not change while sizes are given out. */
static void
resized_cb (MukanaFindingPage *self,
            int                width)
{
  gboolean is_compact = width < WIDE_PX;

  if (is_compact == self->is_compact)
    return;

  self->is_compact = is_compact;
  if (self->width_source == 0)
    self->width_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, width_changed_cb, self, NULL);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *parameter,
           gpointer   data)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (widget);

  if (!self->is_compact || !self->shows_why)
    return FALSE;

  why_closed_cb (self);
  return TRUE;
}

static void
mukana_finding_page_constructed (GObject *object)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (object);
  MukanaPage *page = MUKANA_PAGE (object);

  G_OBJECT_CLASS (mukana_finding_page_parent_class)->constructed (object);

  self->matcher = g_object_ref (mukana_context_peek_matcher (mukana_page_get_context (page)));
  mukana_weights_panel_keep_for (peek_weights (self), page);
  g_signal_connect_object (mukana_page_get_store (page), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
mukana_finding_page_dispose (GObject *object)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (object);

  if (self->list != NULL)
    mukana_weights_panel_leave (peek_weights (self));
  if (self->request_id != 0 && self->kept->len == 0)   /* else nobody could tick yet */
    mukana_finding_kept_put (mukana_page_get_context (MUKANA_PAGE (self)), self->request_id,
                             self->choice);
  g_clear_handle_id (&self->ask_source, g_source_remove);
  g_clear_handle_id (&self->width_source, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->request_id = 0;
  self->list = NULL;
  g_clear_object (&self->matcher);

  G_OBJECT_CLASS (mukana_finding_page_parent_class)->dispose (object);
}

static void
mukana_finding_page_finalize (GObject *object)
{
  MukanaFindingPage *self = MUKANA_FINDING_PAGE (object);

  g_clear_pointer (&self->file, mukana_request_file_free);
  g_clear_pointer (&self->answer, mukana_match_answer_free);
  mukana_finding_choice_free (self->choice);
  g_weak_ref_clear (&self->compared);
  mukana_finding_asked_free (self->asked);
  g_hash_table_unref (self->gone);
  g_array_unref (self->kept);

  G_OBJECT_CLASS (mukana_finding_page_parent_class)->finalize (object);
}

static void
mukana_finding_page_class_init (MukanaFindingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_finding_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_finding_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_finding_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_finding_page_open;

  gtk_widget_class_install_action (widget_class, "finding.propose", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "finding.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "finding.shortlist", NULL, shortlist_action);
  gtk_widget_class_install_action (widget_class, "finding.order", "s", order_action);
  gtk_widget_class_install_action (widget_class, "finding.show-more", NULL, show_more_action);
  gtk_widget_class_install_action (widget_class, "finding.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "finding.again", NULL, again_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "finding.propose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "finding.propose", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
make_left (MukanaFindingPage *self)
{
  GtkWidget *column;

  self->list = mukana_finding_list_new ();
  self->left_out = mukana_left_out_new ();
  self->status = MUKANA_STATUS (mukana_status_new ());
  mukana_status_set_inline (self->status);
  g_signal_connect_swapped (self->list, "ticked", G_CALLBACK (ticked_cb), self);
  g_signal_connect_swapped (self->list, "reserved", G_CALLBACK (reserved_cb), self);
  g_signal_connect_swapped (self->list, "explain", G_CALLBACK (explain_cb), self);
  g_signal_connect_swapped (self->list, "weights-changed", G_CALLBACK (sort_soon), self);
  g_signal_connect_swapped (self->list, "wanted", G_CALLBACK (ask_soon), self);
  g_signal_connect_swapped (self->left_out, "opened", G_CALLBACK (group_opened_cb), self);
  g_signal_connect_swapped (self->status, "deed", G_CALLBACK (status_deed_cb), self);

  self->relaxation = GTK_LABEL (mukana_layout_wrapped ("", NULL));
  self->tip = mukana_layout_tip (GTK_WIDGET (self->relaxation));
  gtk_widget_set_visible (self->tip, FALSE);

  column = mukana_layout_style (mukana_layout_column (18, self->tip, self->list,
                                                      GTK_WIDGET (self->status),
                                                      self->left_out, NULL), "page-body");
  self->left = mukana_layout_expand (gtk_scrolled_window_new ());
  /* External: the list may be told that it is narrow, never hold the window open. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->left), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->left), column);
}

static void
mukana_finding_page_init (MukanaFindingPage *self)
{
  GtkWidget *body, *ruler;

  g_weak_ref_init (&self->compared, NULL);
  self->choice = mukana_finding_choice_new ();
  self->kept = g_array_new (FALSE, FALSE, sizeof (MukanaKeptTick));
  self->asked = mukana_finding_asked_new ();
  self->gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->head_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->why = mukana_why_panel_new ();
  self->waiting = mukana_waiting_new (_("Looking for people"), "finding.stop", "finding.again");
  self->bar = mukana_finding_bar_new ();
  make_left (self);
  g_signal_connect_swapped (self->why, "open-person", G_CALLBACK (open_person_cb), self);
  g_signal_connect_swapped (self->why, "close", G_CALLBACK (why_closed_cb), self);
  g_signal_connect_swapped (self->bar, "removed", G_CALLBACK (chip_removed_cb), self);
  g_signal_connect_swapped (self->bar, "explain", G_CALLBACK (explain_cb), self);

  /* Draws nothing: it tells how wide the page is. */
  ruler = gtk_drawing_area_new ();
  g_signal_connect_swapped (ruler, "resize", G_CALLBACK (resized_cb), self);
  body = mukana_layout_row (0, self->left, self->why, NULL);
  gtk_widget_set_vexpand (body, TRUE);
  mukana_page_set_content (MUKANA_PAGE (self),
                           mukana_layout_column (0, self->head_place, ruler, body, self->waiting,
                                                 NULL));
  mukana_page_set_bottom_bar (MUKANA_PAGE (self), self->bar);
  show_sides (self);
  show_choice (self);
}

const MukanaPageInfo mukana_finding_page_info = {
  .id = "finding",
  .title = N_("Find people"),
  .icon = "mukana-finding-symbolic",
  .order = 42,
  .parent = "requests",
  .get_type = mukana_finding_page_get_type,
};

const MukanaMatchAnswer *
mukana_finding_page_peek_answer (MukanaFindingPage *self)
{
  return self->answer;
}

MukanaFindingChoice *
mukana_finding_page_peek_choice (MukanaFindingPage *self)
{
  return self->choice;
}

GtkWidget *
mukana_finding_page_peek_list (MukanaFindingPage *self)
{
  return self->list;
}

GtkWidget *
mukana_finding_page_peek_why (MukanaFindingPage *self)
{
  return self->why;
}

GtkWidget *
mukana_finding_page_peek_left_out (MukanaFindingPage *self)
{
  return self->left_out;
}

GtkWidget *
mukana_finding_page_peek_bar (MukanaFindingPage *self)
{
  return self->bar;
}

GtkWidget *
mukana_finding_page_peek_waiting (MukanaFindingPage *self)
{
  return self->waiting;
}

GtkWidget *
mukana_finding_page_peek_dialog (MukanaFindingPage *self)
{
  return self->dialog;
}

/** mukana_finding_page_peek_compared: Returns: (nullable): borrowed, the window side by side */
GtkWidget *
mukana_finding_page_peek_compared (MukanaFindingPage *self)
{
  g_autoptr (GtkWidget) window = g_weak_ref_get (&self->compared);

  return window;   /* GTK holds it for as long as it is open */
}
