/* mukana-choice-dialog.c: who will be asked, and why they, in one word.
 *
 * The coordinator decides and says why; nothing is proposed before a word is
 * chosen, because a ranking alone may not decide about a person.
 */

#include "ui/finding/mukana-choice-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-avatar.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-reason-words.h"
#include "ui/kit/mukana-tall-question.h"

/* Returns: yours, how they wish to be asked; "" when they have not told */
static char *
say_reached (const MukanaChosen *chosen)
{
  if (chosen->channel == NULL)
    return g_strdup ("");

  /* Translators: %s is how a person wishes to be reached: "E-mail", "Phone" */
  return g_strdup_printf (_("Wishes to be reached: %s"),
                          mukana_code_label (mukana_channels, chosen->channel));
}

static GtkWidget *
make_people (MukanaFindingChoice *choice)
{
  GtkWidget *card = mukana_layout_card ();

  gtk_widget_set_can_focus (card, FALSE);   /* nothing in it can be pressed */
  for (guint i = 0; i < choice->people->len; i++)
    {
      const MukanaChosen *chosen = g_ptr_array_index (choice->people, i);
      GtkWidget *avatar = mukana_avatar_new (chosen->name, 24);
      g_autofree char *reached = say_reached (chosen);
      GtkWidget *row = mukana_layout_row (12, mukana_layout_middle (avatar), mukana_layout_expand (
                                            mukana_layout_two_lines (chosen->name, reached)),
                                          NULL);

      if (chosen->is_reserve)
        gtk_box_append (GTK_BOX (row), mukana_layout_middle (
                          mukana_pill_new (MUKANA_PILL_OUTLINE, _("Reserve"))));
      mukana_layout_card_add (card, row);
    }

  return card;
}

/* Returns: (nullable): that some role of the request would still lack people */
static GtkWidget *
make_role_warning (MukanaFindingChoice *choice)
{
  int n_missing;
  g_autofree char *roles = mukana_finding_choice_dup_roles (choice, &n_missing);
  g_autofree char *words = NULL;

  if (n_missing == 0)
    return NULL;

  /* Translators: %s is how many there are of each role: "contact person 0 of 2, …" */
  words = g_strdup_printf (_("The request is not filled by these people: %s."), roles);
  return mukana_layout_tip (mukana_layout_wrapped (words, NULL));
}

/* Returns: (nullable): that the request wants more people or reserves than are chosen */
static GtkWidget *
make_missing_warning (MukanaFindingChoice *choice)
{
  g_autofree char *words = mukana_finding_choice_dup_missing (choice);

  return words != NULL ? mukana_layout_tip (mukana_layout_wrapped (words, NULL)) : NULL;
}

/* Returns: (nullable): what it means that some of them are in reserve */
static GtkWidget *
make_reserve_note (MukanaFindingChoice *choice)
{
  if (mukana_finding_choice_count (choice, TRUE) == 0)
    return NULL;

  return mukana_layout_tip (mukana_layout_wrapped (
    _("Who is in reserve is asked to be ready: their yes agrees to no work until a place is empty "
      "and you take them in."), NULL));
}

/* Returns: (nullable): to which time they are asked, where that is not the only one */
static GtkWidget *
make_when (GtkWidget           *dialog,
           MukanaFindingChoice *choice,
           GPtrArray           *times)
{
  const MukanaOpenTime *only = times->len == 1 ? g_ptr_array_index (times, 0) : NULL;
  g_autofree char *words = NULL;
  gint64 way;

  if (times->len > 1)
    {
      GtkWidget *box;

      mukana_finding_choice_find_way (choice, &way);
      box = mukana_open_times_box_new (times, way);
      g_object_set_data (G_OBJECT (dialog), "times", box);
      return box;
    }
  if (only == NULL || only->way == 0)
    return NULL;

  /* Translators: %s is a day and its hours */
  words = g_strdup_printf (_("They are asked to the alternative time: %s"), only->words);
  return mukana_layout_tip (mukana_layout_wrapped (words, NULL));
}

/** mukana_choice_dialog_new: @times: MukanaOpenTime that all the chosen have */
GtkWidget *
mukana_choice_dialog_new (GtkWindow           *parent,
                           MukanaFindingChoice *choice,
                           GPtrArray           *times)
{
  GtkWidget *column = mukana_layout_column (12, make_people (choice), NULL);
  GtkWidget *warning = make_role_warning (choice), *missing = make_missing_warning (choice);
  GtkWidget *beyond = make_reserve_note (choice), *when;
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Propose?"),
                                              _("Nothing is sent by this: ask each of them as they "
                                                "wish, or save an invitation afterwards. Their "
                                                "replies will be awaited for five working days."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "propose", _("_Propose"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "propose",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "propose", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "propose");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if ((when = make_when (dialog, choice, times)) != NULL)
    gtk_box_append (GTK_BOX (column), when);
  if (warning != NULL)
    gtk_box_append (GTK_BOX (column), warning);
  if (missing != NULL)
    gtk_box_append (GTK_BOX (column), missing);
  if (beyond != NULL)
    gtk_box_append (GTK_BOX (column), beyond);
  gtk_box_append (GTK_BOX (column),
                  mukana_reason_words_choose (dialog, choice->people->len == 1
                                              ? _("Why this person?") : _("Why these people?"),
                                              mukana_choice_reasons, "propose"));
  mukana_tall_question_set_content (ADW_MESSAGE_DIALOG (dialog), column);
  return dialog;
}

/** mukana_choice_dialog_peek_times: Returns: (nullable): of mukana_open_times_box_new(), where
 * there is a choice */
GtkWidget *
mukana_choice_dialog_peek_times (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "times");
}
