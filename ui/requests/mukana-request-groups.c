/* mukana-request-groups.c: what a request asks, who was asked, what was agreed, what followed.
 *
 * Each group is a heading over a card.  Knows how to show; deeds are the page's.
 */

#include "ui/requests/mukana-request-groups.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-decision-question.h"
#include "domain/mukana-role-seats.h"
#include "ui/kit/mukana-avatar.h"
#include "ui/kit/mukana-layout.h"
#include "ui/app/mukana-open-times.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-wrap-box.h"

static void
add_line (GtkWidget  *card,
          const char *name,
          const char *text)
{
  if (text != NULL && *text != '\0')
    mukana_layout_card_add (card, mukana_layout_column (0, mukana_layout_text (name, "second-line"),
                                                        mukana_layout_wrapped (text, NULL), NULL));
}

static char *
join_themes (MukanaLexicon *words,
             GPtrArray     *themes)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < themes->len; i++)
    {
      MukanaRequestTheme *theme = g_ptr_array_index (themes, i);

      g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "",
                              mukana_lexicon_label (words, MUKANA_LEXICON_THEME, theme->theme_id));
      if (theme->perspective != NULL)
        g_string_append_printf (list, ", %s", mukana_code_label (mukana_perspectives,
                                                                 theme->perspective));
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Of each role how many have agreed. */
static char *
join_needs (MukanaLexicon           *words,
            const MukanaRequestFile *file)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < file->seats->len; i++)
    {
      const MukanaRoleSeats *role = &g_array_index (file->seats, MukanaRoleSeats, i);

      /* Translators: a role, how many are found, and how many are wanted */
      g_string_append_printf (list, _("%1$s: found %2$d of %3$d"),
                              mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, role->role_code),
                              role->n_found, role->n_wanted);
      if (i + 1 < file->seats->len)
        g_string_append (list, "\n");
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
join_times (GPtrArray *times)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);
      g_autofree char *when = mukana_work_when (time->day, time->start_minute, time->end_minute);

      g_string_append_printf (list, "%s%s%s", list->len > 0 ? "\n" : "", when,
                              time->is_alternative ? _(" (alternative)") : "");
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
join_flags (MukanaRequest *request)
{
  const struct { gint64 is_on; const char *words; } flags[] = {
    { request->needs_training, _("training is required") },
    { request->meets_clients, _("meets clients") },
    { request->with_minors, _("with minors") },
    { request->is_demanding, _("demanding") },
    { request->with_vulnerable, _("with older or disabled clients") },
    { request->is_public, _("public occasion") },
    { request->has_media, _("media are there") },
    { request->has_large_audience, _("large audience") },
  };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (flags[i].is_on)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", flags[i].words);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
say_method (MukanaLexicon *words,
            const char    *code)
{
  MukanaMethod *method = mukana_lexicon_find (words, MUKANA_LEXICON_METHOD, code);

  if (method == NULL)
    return NULL;
  /* Translators: a method, its step on the ladder of participation and in the house */
  return g_strdup_printf (_("%1$s (ladder %2$d, house %3$d)"),
                          mukana_lexicon_label (words, MUKANA_LEXICON_METHOD, code),
                          (int) method->ladder_level, (int) method->house_level);
}

static char *
say_fee (MukanaRequest *request)
{
  g_autofree char *money = mukana_money_format (request->fee_cents);

  /* Translators: an amount agreed for each person */
  return request->fee_cents > 0 ? g_strdup_printf (_("%s € for one person"), money) : NULL;
}

/** mukana_request_facts_new: what the request says of itself, without what stands in the head */
GtkWidget *
mukana_request_facts_new (MukanaContext           *context,
                          const MukanaRequestFile *file)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (context);
  MukanaRequest *request = file->request;
  GtkWidget *card = mukana_layout_card ();
  g_autofree char *themes = join_themes (words, file->themes);
  g_autofree char *times = join_times (file->times);
  g_autofree char *needs = join_needs (words, file);
  g_autofree char *flags = join_flags (request);
  g_autofree char *method = say_method (words, request->method_code);
  g_autofree char *fee = say_fee (request);
  g_autofree char *age = NULL;

  if (request->min_age > 0)
    age = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years",
                                        (gulong) request->min_age), (int) request->min_age);
  add_line (card, _("Themes"), themes);
  if (file->times->len > 1)
    add_line (card, _("Times"), times);
  add_line (card, _("Method"), method);
  add_line (card, _("Unit"), request->unit);
  add_line (card, _("Project"), request->project);
  add_line (card, _("Requester"), request->requester_name);
  add_line (card, _("Requester's e-mail"), request->requester_email);
  add_line (card, _("Venue"), request->venue);
  add_line (card, _("Language"), request->language != NULL
            ? mukana_code_label (mukana_languages, request->language) : NULL);
  add_line (card, _("Role"), request->role_code != NULL
            ? mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, request->role_code) : NULL);
  add_line (card, _("Several roles"), needs);
  add_line (card, _("Fee"), fee);
  add_line (card, _("Needs"), flags);
  add_line (card, _("Lowest age"), age);
  add_line (card, _("What it is about"), request->description);
  add_line (card, _("Special needs"), request->special_needs);
  add_line (card, _("Audience"), request->audience);
  add_line (card, _("Contact on the day"), request->contact_on_day);

  return mukana_layout_column (6, mukana_layout_heading (_("Request"),
                                 mukana_layout_button (_("_Change"), "flat", "request.change")),
                               card, NULL);
}

/** mukana_request_questions_new: what is answered of the decision's checklist, and of how many */
GtkWidget *
mukana_request_questions_new (const MukanaRequestFile *file)
{
  GtkWidget *card = mukana_layout_card ();
  guint n_answered = mukana_decision_question_count (file->request);
  /* Translators: a heading: of eight questions, how many are answered */
  g_autofree char *title = g_strdup_printf (_("For the decision: %1$u of %2$u answered"),
                                            n_answered, MUKANA_N_DECISION_QUESTIONS);

  for (guint i = 0; i < MUKANA_N_DECISION_QUESTIONS; i++)
    add_line (card, _(mukana_decision_questions[i].question),
              mukana_decision_question_peek_answer (file->request, i));
  if (n_answered == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("What the unit answers to the eight questions on participation is printed on the "
        "invitation. They may be skipped."), "second-line"));

  return mukana_layout_column (6, mukana_layout_heading (title,
                                 mukana_layout_button (_("_Change"), "flat", "request.change")),
                               card, NULL);
}

/* Read out, a button says whose answer it is. */
static GtkWidget *
make_answer (const char     *label,
             const char     *action,
             MukanaProposal *proposal,
             const char     *name)
{
  GtkWidget *button = mukana_layout_deed (label, NULL, action, proposal->id);
  g_auto (GStrv) plain = g_strsplit (label, "_", -1);
  g_autofree char *words = g_strjoinv ("", plain);
  /* Translators: an answer and whose it is: "Accepted: Aino Koskelo" */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), words, name);

  /* A later toolkit names a button after the label inside it, whatever its own name is. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return button;
}

static GtkWidget *
make_answers (MukanaProposal *proposal,
              const char     *name)
{
  static const struct { const char *state, *label, *action; } answers[] = {
    { "accepted", N_("_Accepted"), "request.accept" },
    { "declined", N_("_Declined"), "request.decline" },
    { "no-answer", N_("_No answer"), "request.no-answer" },
  };
  GtkWidget *box = mukana_wrap_box_new (6, 6);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (mukana_proposal_may_become (proposal, answers[i].state))
      mukana_wrap_box_append (MUKANA_WRAP_BOX (box), make_answer (_(answers[i].label),
                                                                  answers[i].action, proposal,
                                                                  name));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), make_answer (_("_Invitation…"), "request.invite",
                                                              proposal, name));

  return box;
}

static char *
say_proposal (MukanaProposal *proposal)
{
  g_autofree char *day = mukana_work_day (proposal->proposed_on);
  g_autofree char *by = mukana_work_day (proposal->answer_by);
  g_autofree char *answered = mukana_work_day (proposal->answered_on);

  if (g_str_equal (proposal->state, "proposed"))
    /* Translators: when somebody was asked and until when their reply is awaited */
    return g_strdup_printf (_("Asked %1$s, reply by %2$s"), day, by);
  if (proposal->decline_reason != NULL)
    {
      g_autofree char *why = mukana_work_reason (mukana_decline_reasons, proposal->decline_reason,
                                                 proposal->decline_words);

      return g_strdup_printf ("%s · %s", answered, why);
    }

  return g_strdup (*answered != '\0' ? answered : day);
}

/* Returns: (nullable): why they were asked, where something stood against it or words tell more */
static GtkWidget *
make_asked_words (MukanaProposal *proposal)
{
  g_autofree char *why = mukana_work_reason (mukana_exception_reasons, proposal->exception_reason,
                                             proposal->asked_words);
  g_autofree char *text = NULL;

  if (why == NULL)
    return NULL;

  /* Translators: %s is why somebody was asked, in words */
  text = g_strdup_printf (_("Why asked: %s"), why);
  return mukana_layout_wrapped (text, "second-line");
}

/* Returns: (nullable): for which of several times, so that nobody is told another on the phone */
static GtkWidget *
make_asked_time (const MukanaRequestFile *file,
                 const MukanaProposal    *proposal)
{
  g_autofree char *when = mukana_open_times_has_ways (file)
                            ? mukana_open_times_say (file, proposal->slot_id) : NULL;
  g_autofree char *text = NULL;

  if (when == NULL)
    return NULL;

  /* Translators: of several times of a request, the one to which somebody was asked */
  text = g_strdup_printf (_("For the time %s"), when);
  return mukana_layout_wrapped (text, "second-line");
}

/* Somebody in reserve, and a place is empty. */
static gboolean
may_be_taken_in (const MukanaRequestFile *file,
                 const MukanaProposal    *proposal)
{
  return proposal->is_reserve && mukana_open_places (file) > 0 &&
         mukana_request_is_waiting (file->request) &&
         (g_str_equal (proposal->state, "proposed") || g_str_equal (proposal->state, "accepted"));
}

static GtkWidget *
make_take_in (MukanaProposal *proposal,
              const char     *name)
{
  GtkWidget *button = make_answer (_("_Take In"), "request.take-in", proposal, name);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("A place is empty: they are no longer in reserve"));
  return button;
}

static void
add_proposal (GtkWidget               *card,
              const MukanaRequestFile *file,
              const MukanaProposalRow *row)
{
  GtkWidget *pill = mukana_layout_middle (mukana_pill_new (MUKANA_PILL_NEUTRAL, ""));
  g_autofree char *second = say_proposal (row->proposal);
  GtkWidget *line = mukana_layout_row (12, mukana_layout_middle (mukana_avatar_new (row->name, 32)),
                                       mukana_layout_two_lines (row->name, second), NULL);
  GtkWidget *when = make_asked_time (file, row->proposal);
  GtkWidget *asked = make_asked_words (row->proposal);
  GtkWidget *box;

  mukana_work_show_proposal (MUKANA_PILL (pill), row->proposal->state);
  /* It ran out while the answer was awaited: a yes needs a new one first. */
  if (!row->may_agree && g_str_equal (row->proposal->state, "proposed"))
    gtk_box_append (GTK_BOX (line),
                    mukana_layout_middle (mukana_pill_new (MUKANA_PILL_BAD,
                                                           _("Consent has ended"))));
  if (row->proposal->is_reserve)
    gtk_box_append (GTK_BOX (line), mukana_layout_middle (mukana_pill_new (MUKANA_PILL_OUTLINE,
                                                                           _("Reserve"))));
  gtk_box_append (GTK_BOX (line), pill);
  box = mukana_layout_column (6, line, NULL);
  if (when != NULL)
    gtk_box_append (GTK_BOX (box), when);
  if (asked != NULL)
    gtk_box_append (GTK_BOX (box), asked);
  if (mukana_proposal_may_become (row->proposal, "accepted"))
    gtk_box_append (GTK_BOX (box), make_answers (row->proposal, row->name));
  if (may_be_taken_in (file, row->proposal))
    gtk_box_append (GTK_BOX (box), make_take_in (row->proposal, row->name));
  mukana_layout_card_add (card, box);
}

static GtkWidget *
make_group (const char *title,
            GtkWidget  *end,
            GtkWidget  *card,
            guint       n_rows,
            const char *none)
{
  if (n_rows == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (none, "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (title, end), card, NULL);
}

GtkWidget *
mukana_request_proposals_new (const MukanaRequestFile *file)
{
  GtkWidget *card = mukana_layout_card ();

  for (guint i = 0; i < file->proposals->len; i++)
    add_proposal (card, file, g_ptr_array_index (file->proposals, i));

  return make_group (_("Who was asked"), NULL, card, file->proposals->len,
                     _("Nobody has been asked yet."));
}

static void
add_assignment (GtkWidget                 *card,
                MukanaContext             *context,
                const MukanaRequestFile   *file,
                const MukanaAssignmentRow *row)
{
  MukanaAssignment *assignment = row->assignment;
  GtkWidget *pill = mukana_layout_middle (mukana_pill_new (MUKANA_PILL_NEUTRAL, ""));
  g_autofree char *when = mukana_work_when (assignment->day, assignment->start_minute,
                                            assignment->end_minute);
  gboolean is_elsewhere = mukana_request_file_is_elsewhere (file, assignment);
  GtkWidget *list_row;

  mukana_work_show_assignment (MUKANA_PILL (pill), assignment->state, assignment->attendance,
                               assignment->day, mukana_context_today (context));
  list_row = mukana_layout_card_add (card, mukana_layout_row (12,
    mukana_layout_middle (mukana_avatar_new (row->name, 32)),
    mukana_layout_two_lines (row->name, when),
    mukana_layout_middle (is_elsewhere ? mukana_pill_new (MUKANA_PILL_WARN, _("At another time"))
                                       : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0)),
    pill, gtk_image_new_from_icon_name ("go-next-symbolic"), NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (list_row), "request.open-assignment");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (list_row), "x", assignment->id);
}

GtkWidget *
mukana_request_assignments_new (MukanaContext           *context,
                                const MukanaRequestFile *file)
{
  GtkWidget *card = mukana_layout_card ();

  for (guint i = 0; i < file->assignments->len; i++)
    add_assignment (card, context, file, g_ptr_array_index (file->assignments, i));

  return make_group (_("Agreed"), NULL, card, file->assignments->len,
                     _("When somebody accepts, their assignment is here."));
}

static MukanaPillKind
outcome_pill (const char *result)
{
  return g_strcmp0 (result, "adopted") == 0 ? MUKANA_PILL_OK
         : g_strcmp0 (result, "partly") == 0 ? MUKANA_PILL_INFO
         : g_strcmp0 (result, "waiting") == 0 ? MUKANA_PILL_WAITING : MUKANA_PILL_NEUTRAL;
}

/* "Told 28.11.2026 to those who took part, by letter" as far as it is known */
static char *
say_told (MukanaOutcome *outcome)
{
  g_autofree char *day = mukana_work_day (outcome->told_on);
  g_autoptr (GString) text = g_string_new (NULL);

  if (outcome->told_on == MUKANA_DAY_NONE)
    return g_strdup (_("Not told yet"));

  g_string_append_printf (text, _("Told %s"), day);
  if (outcome->told_whom != NULL)
    g_string_append_printf (text, " · %s", outcome->told_whom);
  if (outcome->told_how != NULL)
    g_string_append_printf (text, " · %s", outcome->told_how);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_outcome (GtkWidget     *card,
             MukanaLexicon *words,
             MukanaOutcome *outcome)
{
  g_autofree char *told = say_told (outcome);
  const char *theme = outcome->theme_id != NULL
                        ? mukana_lexicon_label (words, MUKANA_LEXICON_THEME, outcome->theme_id)
                        : NULL;
  g_autofree char *about = theme != NULL && outcome->service != NULL
                             ? g_strdup_printf ("%s · %s", theme, outcome->service)
                             : g_strdup (theme != NULL ? theme : outcome->service);
  GtkWidget *column = mukana_layout_column (0,
                                            mukana_layout_wrapped (outcome->finding, "row-title"),
                                            NULL);
  GtkWidget *pill = mukana_pill_new (outcome_pill (outcome->result),
                                     mukana_code_label (mukana_outcomes, outcome->result));
  GtkWidget *row;

  if (outcome->reason != NULL)
    gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (outcome->reason, NULL));
  if (about != NULL)
    gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (about, "second-line"));
  gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (told, "second-line"));
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (column), pill);
  row = mukana_layout_card_add (card, mukana_layout_row (12, mukana_layout_expand (column),
    gtk_image_new_from_icon_name ("go-next-symbolic"), NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "request.change-outcome");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", outcome->id);
}

/* One time that participants were asked; opens to be corrected. */
static void
add_counts (GtkWidget          *card,
            MukanaParticipants *counts)
{
  g_autofree char *day = mukana_work_day (counts->given_on);
  /* Translators: a day, and how many answered on it */
  g_autofree char *text = g_strdup_printf (ngettext ("%1$s: %2$d answer", "%1$s: %2$d answers",
                                                     (gulong) counts->n_answered), day,
                                           (int) counts->n_answered);
  GtkWidget *row = mukana_layout_card_add (card, mukana_layout_row (12,
    mukana_layout_expand (mukana_layout_wrapped (text, "second-line")),
    gtk_image_new_from_icon_name ("go-next-symbolic"), NULL));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "request.participants-change");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", counts->id);
}

/* The index of participants, of all counts together; nothing when nobody was asked. */
static void
add_participants (GtkWidget *card,
                  GPtrArray *list)
{
  gint64 n_answered = 0, n_promoters = 0, n_detractors = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      MukanaParticipants *counts = g_ptr_array_index (list, i);

      n_answered += counts->n_answered;
      n_promoters += counts->n_promoters;
      n_detractors += counts->n_detractors;
    }
  if (n_answered == 0)
    return;

  /* Translators: how many answered, and the Net Promoter Score of their answers */
  text = g_strdup_printf (_("%1$d answered, NPS %2$+d"), (int) n_answered,
                          mukana_nps (n_promoters, n_detractors, n_answered));
  mukana_layout_card_add (card, mukana_layout_column (0,
    mukana_layout_text (_("What participants answered"), "second-line"),
    mukana_layout_wrapped (text, NULL), NULL));
  for (guint i = 0; i < list->len; i++)
    add_counts (card, g_ptr_array_index (list, i));
}

GtkWidget *
mukana_request_outcomes_new (MukanaContext           *context,
                             const MukanaRequestFile *file)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (context);
  GtkWidget *card = mukana_layout_card ();
  GtkWidget *buttons = mukana_wrap_box_new (6, 6);
  gboolean is_untold = FALSE, is_known = FALSE;

  for (guint i = 0; i < file->outcomes->len; i++)
    {
      MukanaOutcome *outcome = g_ptr_array_index (file->outcomes, i);

      add_outcome (card, words, outcome);
      is_untold |= outcome->told_on == MUKANA_DAY_NONE;
      is_known |= g_strcmp0 (outcome->result, "waiting") != 0;
    }
  add_participants (card, file->participants);

  mukana_wrap_box_append (MUKANA_WRAP_BOX (buttons),
                          mukana_layout_button (_("Add _Finding"), NULL, "request.add-outcome"));
  if (is_known)
    mukana_wrap_box_append (MUKANA_WRAP_BOX (buttons),
                            mukana_layout_button (_("_Letters…"), NULL, "request.letters"));
  if (is_untold)
    mukana_wrap_box_append (MUKANA_WRAP_BOX (buttons),
                            mukana_layout_button (_("_Told…"), NULL, "request.tell"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (buttons),
                          mukana_layout_button (_("_Answers of Participants…"), NULL,
                                                "request.participants"));
  if (file->outcomes->len + file->participants->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("Write down what was found and what came of it; participants are told within 60 days."),
      "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (_("What followed"), NULL), card, buttons,
                               NULL);
}
