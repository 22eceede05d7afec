/* mukana-programme-dialogs.c: priorities, goals, measures, indicators and readings as forms. */

#include "ui/programme/mukana-programme-dialogs.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-counted-dialog.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-money-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/kit/mukana-switch-row.h"

void
mukana_priority_dialog_present (MukanaPage     *page,
                                MukanaPriority *priority,
                                gint64          place)
{
  g_autoptr (MukanaPriority) fresh = g_object_new (MUKANA_TYPE_PRIORITY, NULL);
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "place", place);
  dialog = mukana_record_deed_ask (page, _("Priority"), mukana_priority_check, priority, fresh);
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Priority"), "title", form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Place in the order"), "place", "",
                                                           form));
  mukana_record_deed_present (dialog, page, priority, _("Priority removed"));
}

void
mukana_goal_dialog_present (MukanaPage *page,
                            MukanaGoal *goal,
                            gint64      parent_id,
                            gint64      place)
{
  g_autoptr (MukanaGoal) fresh = g_object_new (MUKANA_TYPE_GOAL, NULL);
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "priority-id", parent_id);
  mukana_record_init_int (fresh, "place", place);
  dialog = mukana_record_deed_ask (page, _("Goal"), mukana_goal_check, goal, fresh);
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("What must succeed"), "title", form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Place in the order"), "place", "",
                                                           form));
  mukana_record_deed_present (dialog, page, goal, _("Goal removed"));
}

void
mukana_measure_dialog_present (MukanaPage    *page,
                               MukanaMeasure *measure,
                               gint64         parent_id)
{
  g_autoptr (MukanaMeasure) fresh = g_object_new (MUKANA_TYPE_MEASURE, NULL);
  GtkWidget *status;
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "goal-id", parent_id);
  mukana_record_init_text (fresh, "status", mukana_measure_statuses[0]);
  dialog = mukana_record_deed_ask (page, _("Measure"), mukana_measure_check, measure, fresh);
  form = mukana_record_dialog_get_form (dialog);
  status = mukana_choice_row_new (_("Status"), "status", form);
  mukana_choice_row_add (MUKANA_CHOICE_ROW (status), NULL, _("Followed by numbers alone"));
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (status), mukana_measure_statuses);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Measure"), "title", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Code"), "code", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Who answers"), "answers", form));
  mukana_record_dialog_add (dialog, status);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Status on"), "status-on", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Note"), "note", form));
  mukana_record_deed_present (dialog, page, measure, _("Measure removed"));
}

void
mukana_indicator_dialog_present (MukanaPage      *page,
                                 MukanaIndicator *indicator,
                                 gint64           parent_id)
{
  g_autoptr (MukanaIndicator) fresh = g_object_new (MUKANA_TYPE_INDICATOR, NULL);
  GtkWidget *kind, *source;
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "measure-id", parent_id);
  mukana_record_init_text (fresh, "kind", mukana_indicator_kinds[0]);
  dialog = mukana_record_deed_ask (page, _("Indicator"), mukana_indicator_check, indicator, fresh);
  form = mukana_record_dialog_get_form (dialog);
  kind = mukana_choice_row_new (_("Kind"), "kind", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_indicator_kinds);
  source = mukana_choice_row_new (_("Where it comes from"), "source", form);
  mukana_choice_row_add (MUKANA_CHOICE_ROW (source), NULL, _("It is typed"));
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (source), mukana_indicator_sources);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Indicator"), "title", form));
  mukana_record_dialog_add (dialog, kind);
  mukana_record_dialog_add (dialog, source);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Target"), "target", form));
  mukana_record_dialog_add_group (dialog, _("Baseline"));
  mukana_record_dialog_add (dialog, mukana_switch_row_new (_("The baseline is known"),
                                                           "has-baseline", form));
  mukana_record_dialog_add (dialog, mukana_money_row_new_of (_("Baseline"),
                                                             "baseline-hundredths", "", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Of when, such as 2022"),
                                                          "baseline-when", form));
  mukana_record_deed_present (dialog, page, indicator, _("Indicator removed"));
}

void
mukana_reading_dialog_present (MukanaPage      *page,
                               MukanaIndicator *indicator)
{
  g_autoptr (MukanaReading) fresh = g_object_new (MUKANA_TYPE_READING, NULL);
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "indicator-id", indicator->id);
  mukana_record_init_int (fresh, "day", mukana_context_today (mukana_page_get_context (page)));
  dialog = mukana_counted_dialog_new (page, _("Note a reading"), mukana_reading_check, fresh,
                                      "day");
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_add_group (dialog, indicator->title);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Day"), "day", form));
  if (g_strcmp0 (indicator->kind, "words") == 0)
    mukana_record_dialog_add (dialog, mukana_field_row_new (_("In words"), "words", form));
  else
    mukana_record_dialog_add (dialog, mukana_money_row_new_of (
      _("Number"), "hundredths", g_strcmp0 (indicator->kind, "percent") == 0 ? "%" : "", form));
  mukana_record_deed_present (dialog, page, NULL, NULL);
}
