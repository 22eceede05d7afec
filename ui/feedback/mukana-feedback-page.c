/* mukana-feedback-page.c: what waits to be handled, what was found, and what followed.
 *
 * Nobody is named here: who said something stands on the page of the assignment.  The number
 * in the sidebar is of words to be handled and findings without an answer.
 */

#include "ui/feedback/mukana-feedback-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "services/mukana-lexicon.h"
#include "ui/app/mukana-work-words.h"
#include "ui/feedback/mukana-feedback-dialogs.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"

#define MAX_SHOWN 50

struct _MukanaFeedbackPage
{
  MukanaPage   parent_instance;

  MukanaHeard *heard;        /* NULL until it is read */
  char        *needle;       /* folded; NULL for all findings */
  GtkWidget   *groups;
};

G_DEFINE_FINAL_TYPE (MukanaFeedbackPage, mukana_feedback_page, MUKANA_TYPE_PAGE)

/* ---- To be handled ---- */

static GtkWidget *
make_due_pill (MukanaDay due,
               MukanaDay today)
{
  g_autofree char *left = mukana_work_days_left (due, today);

  return mukana_layout_middle (mukana_pill_new (due < today ? MUKANA_PILL_BAD : MUKANA_PILL_WARN,
                                                left));
}

static GtkWidget *
make_handle_button (const MukanaUnhandled *row)
{
  GtkWidget *button = mukana_layout_button (_("_Handled…"), NULL, "feedback.handle");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", row->feedback->id);
  return mukana_layout_spoken_as (button, _("_Handled…"), row->title);
}

static void
add_unhandled (GtkWidget             *card,
               const MukanaUnhandled *row,
               MukanaDay              today)
{
  g_autofree char *day = mukana_work_day (row->feedback->given_on);
  g_autofree char *points = g_strdup_printf (_("%d of 10"), (int) row->feedback->score);
  g_autofree char *about = g_strdup_printf ("%s · %s · %s", points, row->title, day);
  GtkWidget *texts = mukana_layout_column (3, mukana_layout_wrapped (row->feedback->body, NULL),
                                           mukana_layout_wrapped (about, "second-line"), NULL);
  GtkWidget *open = mukana_layout_row (6, make_due_pill (row->due, today),
                                       make_handle_button (row), NULL);
  GtkWidget *list_row = mukana_layout_card_add (card, mukana_layout_column (6, texts, open, NULL));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (list_row), "feedback.open-assignment");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (list_row), "x", row->feedback->assignment_id);
}

static char *
say_time (const MukanaHandlingTime *time)
{
  gulong n = (gulong) time->n_days;

  return time->is_working
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "To be handled in %lu working day",
                                    "To be handled in %lu working days", n), n)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "To be handled in %lu day",
                                    "To be handled in %lu days", n), n);
}

static GtkWidget *
make_unhandled (MukanaFeedbackPage *self)
{
  GtkWidget *card = mukana_layout_card ();
  GPtrArray *rows = self->heard->unhandled;
  g_autofree char *title = say_time (&self->heard->time);

  for (guint i = 0; i < MIN (rows->len, MAX_SHOWN); i++)
    add_unhandled (card, g_ptr_array_index (rows, i), self->heard->today);
  if (rows->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("Nothing waits. Words of somebody who gave 0 to 6 points come here."), "second-line"));

  return mukana_layout_column (6, mukana_layout_heading (title,
    mukana_layout_button (_("_Time…"), "flat", "feedback.set-time")), card, NULL);
}

/* ---- Findings ---- */

static const char *
peek_theme (MukanaFeedbackPage *self,
            MukanaOutcome      *outcome)
{
  MukanaLexicon *words =
    mukana_context_peek_vocabulary (mukana_page_get_context (MUKANA_PAGE (self)));

  return outcome->theme_id != NULL
           ? mukana_lexicon_label (words, MUKANA_LEXICON_THEME, outcome->theme_id) : NULL;
}

/* "Theme · service · request", as far as they are said */
static char *
say_about (MukanaFeedbackPage       *self,
           const MukanaHeardFinding *row)
{
  const char *parts[] = { peek_theme (self, row->outcome), row->outcome->service, row->title };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
matches (MukanaFeedbackPage       *self,
         const MukanaHeardFinding *row)
{
  g_autofree char *about = say_about (self, row);
  g_autofree char *all = g_strjoin (" ", row->outcome->finding, about,
                                    row->outcome->reason ? row->outcome->reason : "", NULL);
  g_autofree char *folded = mukana_text_fold (all);

  return self->needle == NULL || strstr (folded, self->needle) != NULL;
}

static MukanaPillKind
result_pill (const char *result)
{
  return g_strcmp0 (result, "adopted") == 0 ? MUKANA_PILL_OK
         : g_strcmp0 (result, "partly") == 0 ? MUKANA_PILL_INFO
         : g_strcmp0 (result, "waiting") == 0 ? MUKANA_PILL_WAITING : MUKANA_PILL_NEUTRAL;
}

static void
add_finding (MukanaFeedbackPage       *self,
             GtkWidget                *card,
             const MukanaHeardFinding *row)
{
  MukanaOutcome *outcome = row->outcome;
  g_autofree char *about = say_about (self, row);
  g_autofree char *told = mukana_work_day (outcome->told_on);
  g_autofree char *when = outcome->told_on != MUKANA_DAY_NONE
                            ? g_strdup_printf (_("Told %s"), told) : g_strdup (_("Not told yet"));
  GtkWidget *texts = mukana_layout_column (3, mukana_layout_wrapped (outcome->finding, "row-title"),
                                           mukana_layout_wrapped (about, "second-line"),
                                           mukana_layout_wrapped (when, "second-line"), NULL);
  GtkWidget *pill = mukana_pill_new (result_pill (outcome->result),
                                     mukana_code_label (mukana_outcomes, outcome->result));
  GtkWidget *list_row;

  if (outcome->reason != NULL)
    gtk_box_insert_child_after (GTK_BOX (texts), mukana_layout_wrapped (outcome->reason, NULL),
                                gtk_widget_get_first_child (texts));
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), pill);
  list_row = mukana_layout_card_add (card, mukana_layout_row (12, mukana_layout_expand (texts),
    gtk_image_new_from_icon_name ("go-next-symbolic"), NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (list_row), "feedback.open-request");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (list_row), "x", outcome->request_id);
}

static GtkWidget *
make_findings (MukanaFeedbackPage *self)
{
  GtkWidget *card = mukana_layout_card ();
  GPtrArray *rows = self->heard->findings;
  guint n_found = 0;

  for (guint i = 0; i < rows->len; i++)
    if (matches (self, g_ptr_array_index (rows, i)) && n_found++ < MAX_SHOWN)
      add_finding (self, card, g_ptr_array_index (rows, i));

  if (n_found > MAX_SHOWN)
    {
      gulong n_more = n_found - MAX_SHOWN;
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %lu more",
                                                            "and %lu more", n_more), n_more);

      mukana_layout_card_add (card, mukana_layout_text (more, "second-line"));
    }
  else if (n_found == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      self->needle != NULL ? _("No finding has these words.")
                           : _("No findings yet. They are written down on the page of a request."),
      "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (_("Findings"), NULL), card, NULL);
}

/* ---- Indicators ---- */

static void
add_indicator (GtkWidget  *card,
               const char *name,
               const char *value,
               const char *of)
{
  mukana_layout_card_add (card, mukana_layout_row (12, mukana_layout_expand (
    mukana_layout_column (0, mukana_layout_wrapped (name, NULL),
                          mukana_layout_wrapped (of, "second-line"), NULL)),
    mukana_layout_middle (mukana_layout_text (value, "number")), NULL));
}

static void
add_voices (GtkWidget          *card,
            const char         *name,
            const MukanaVoices *voices)
{
  gulong n = (gulong) voices->n_answered;
  g_autofree char *of = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu answer", "%lu answers",
                                                      n), n);
  g_autofree char *nps = n > 0 ? g_strdup_printf ("%+d", mukana_nps (voices->n_promoters,
                                                                     voices->n_detractors,
                                                                     voices->n_answered))
                               : g_strdup ("–");

  add_indicator (card, name, nps, of);
}

static GtkWidget *
make_indicators (MukanaFeedbackPage *self)
{
  const MukanaHeard *heard = self->heard;
  GtkWidget *card = mukana_layout_card ();
  gulong n = heard->n_promised;
  g_autofree char *of = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu request",
                                                      "%lu requests", n), n);
  g_autofree char *share = n > 0 ? g_strdup_printf (_("%u %%"), (200 * heard->n_kept +
                                                                 heard->n_promised) /
                                                                (2 * heard->n_promised))
                                 : g_strdup ("–");

  add_voices (card, _("Experts would come again, NPS"), &heard->voices[MUKANA_VOICES_EXPERTS]);
  add_voices (card, _("Useful to the requester, NPS"), &heard->voices[MUKANA_VOICES_REQUESTERS]);
  add_voices (card, _("Participants would recommend, NPS"),
              &heard->voices[MUKANA_VOICES_PARTICIPANTS]);
  add_indicator (card, _("Told what followed within 60 days"), share, of);
  return mukana_layout_column (6, mukana_layout_heading (_("The last twelve months"), NULL), card,
                               mukana_layout_tip (mukana_layout_wrapped (
                                 _("NPS: the share of those who gave 9 or 10 minus the share of "
                                   "those who gave 0 to 6."), NULL)), NULL);
}

/* ---- The page ---- */

static void
show_heard (MukanaFeedbackPage *self)
{
  mukana_layout_empty (self->groups);
  gtk_box_append (GTK_BOX (self->groups), make_unhandled (self));
  gtk_box_append (GTK_BOX (self->groups), make_indicators (self));
  gtk_box_append (GTK_BOX (self->groups), make_findings (self));   /* last, being the longest */
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaFeedbackPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaHeard *heard = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (heard == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->heard, mukana_heard_free);
  self->heard = heard;
  if (self->groups != NULL)
    show_heard (self);
}

static void
read_heard (MukanaFeedbackPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_heard_job, NULL, NULL, read_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (MukanaFeedbackPage *self,
                  MukanaChangeSet    *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (list[i].kind == MUKANA_KIND_FEEDBACK || list[i].kind == MUKANA_KIND_REQUEST ||
        list[i].kind == MUKANA_KIND_REGISTER || list[i].kind == MUKANA_KIND_EVERYTHING)
      {
        read_heard (self);
        return;
      }
}

static void
handle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaFeedbackPage *self = MUKANA_FEEDBACK_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  for (guint i = 0; self->heard != NULL && i < self->heard->unhandled->len; i++)
    {
      const MukanaUnhandled *row = g_ptr_array_index (self->heard->unhandled, i);

      if (row->feedback->id == id)
        mukana_handle_dialog_present (MUKANA_PAGE (self), row->feedback);
    }
}

static void
set_time_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  MukanaFeedbackPage *self = MUKANA_FEEDBACK_PAGE (widget);

  if (self->heard != NULL)
    mukana_handling_dialog_present (MUKANA_PAGE (self), &self->heard->time);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  mukana_page_show (MUKANA_PAGE (widget),
                    g_str_equal (name, "feedback.open-request") ? "request" : "assignment",
                    g_variant_get_int64 (parameter));
}

static void
mukana_feedback_page_search_changed (MukanaPage *page,
                                     const char *text)
{
  MukanaFeedbackPage *self = MUKANA_FEEDBACK_PAGE (page);

  g_clear_pointer (&self->needle, g_free);
  if (!mukana_text_is_empty (text))
    {
      g_autofree char *tidy = mukana_text_tidy (text);

      self->needle = mukana_text_fold (tidy);
    }
  if (self->heard != NULL && self->groups != NULL)
    show_heard (self);
}

static void
mukana_feedback_page_open (MukanaPage *page,
                           gint64      id)
{
  read_heard (MUKANA_FEEDBACK_PAGE (page));
}

static void
mukana_feedback_page_constructed (GObject *object)
{
  MukanaFeedbackPage *self = MUKANA_FEEDBACK_PAGE (object);

  G_OBJECT_CLASS (mukana_feedback_page_parent_class)->constructed (object);

  mukana_page_set_search_hint (MUKANA_PAGE (self), _("Search findings"));
  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_feedback_page_dispose (GObject *object)
{
  MUKANA_FEEDBACK_PAGE (object)->groups = NULL;

  G_OBJECT_CLASS (mukana_feedback_page_parent_class)->dispose (object);
}

static void
mukana_feedback_page_finalize (GObject *object)
{
  MukanaFeedbackPage *self = MUKANA_FEEDBACK_PAGE (object);

  g_clear_pointer (&self->heard, mukana_heard_free);
  g_free (self->needle);

  G_OBJECT_CLASS (mukana_feedback_page_parent_class)->finalize (object);
}

static void
mukana_feedback_page_class_init (MukanaFeedbackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_feedback_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_feedback_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_feedback_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_feedback_page_open;
  MUKANA_PAGE_CLASS (klass)->search_changed = mukana_feedback_page_search_changed;

  gtk_widget_class_install_action (widget_class, "feedback.handle", "x", handle_action);
  gtk_widget_class_install_action (widget_class, "feedback.set-time", NULL, set_time_action);
  gtk_widget_class_install_action (widget_class, "feedback.open-request", "x", open_action);
  gtk_widget_class_install_action (widget_class, "feedback.open-assignment", "x", open_action);
}

static void
mukana_feedback_page_init (MukanaFeedbackPage *self)
{
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_page (self->groups));
}

const MukanaPageInfo mukana_feedback_page_info = {
  .id = "feedback",
  .title = N_("Feedback"),
  .icon = "mukana-feedback-symbolic",
  .order = 70,
  .get_type = mukana_feedback_page_get_type,
  .count = &mukana_heard_count_job,
  .counted = N_("Urgent feedback and findings without an answer"),
};

const MukanaHeard *
mukana_feedback_page_peek_heard (MukanaFeedbackPage *self)
{
  return self->heard;
}
