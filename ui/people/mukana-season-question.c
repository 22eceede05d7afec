/* mukana-season-question.c: from when until when a week holds that is going to be painted.
 *
 * Only two days, which become a season when its week is painted: nothing is stored here.
 */

#include "ui/people/mukana-season-question.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-person-parts.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/people/mukana-keyed-card.h"

/** mukana_season_question_new: answers "paint" or "cancel" */
GtkWidget *
mukana_season_question_new (GtkRoot   *root,
                            MukanaDay  today)
{
  GtkWidget *question = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                _("Another Season"),
                                                _("When does the week hold that you will paint?"));
  g_autoptr (MukanaAbsence) dates = g_object_new (MUKANA_TYPE_ABSENCE, NULL);
  GtkWidget *list = mukana_keyed_card (_("Season"));
  MukanaForm *form = mukana_form_new (NULL);

  mukana_record_init_int (dates, "from-day", today);
  mukana_record_init_int (dates, "last-day", MUKANA_DAY_NONE);
  mukana_form_load (form, dates);
  gtk_list_box_append (GTK_LIST_BOX (list), mukana_date_row_new (_("First day"), "from-day", form));
  gtk_list_box_append (GTK_LIST_BOX (list), mukana_date_row_new (_("Last day"), "last-day", form));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (question), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"),
                                    "paint", _("_Paint"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "paint",
                                              ADW_RESPONSE_SUGGESTED);
  g_object_set_data_full (G_OBJECT (question), "form", form, g_object_unref);
  return question;
}

/**
 * mukana_season_question_read:
 * @season: (out): typed with its last day, told with the first day after it
 *
 * Returns: FALSE when what was typed is no season
 */
gboolean
mukana_season_question_read (GtkWidget      *question,
                             MukanaDayRange *season)
{
  MukanaForm *form = g_object_get_data (G_OBJECT (question), "form");
  MukanaAbsence *dates = mukana_form_get_draft (form);

  if (!mukana_form_get_valid (form))
    return FALSE;

  *season = (MukanaDayRange) { dates->from_day, dates->last_day };
  if (season->until != MUKANA_DAY_NONE)
    season->until++;
  return TRUE;
}
