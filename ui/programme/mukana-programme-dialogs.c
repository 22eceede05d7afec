/* mukana-programme-dialogs.c: priorities, goals, measures, indicators and readings as forms. */

#include "ui/programme/mukana-programme-dialogs.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-money-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/kit/mukana-switch-row.h"

/* A window with one form; what is there already can be removed in it. */
typedef struct
{
  MukanaForm          *form;
  MukanaRecordDialog  *dialog;
  AdwPreferencesGroup *group;
} Asking;

static Asking
ask (MukanaPage      *page,
     const char      *title,
     MukanaFormCheck  check,
     gpointer         record,
     gpointer         fresh)
{
  Asking asking = { .form = mukana_form_new (check, NULL) };

  mukana_form_load (asking.form, record != NULL ? record : fresh);
  asking.dialog = mukana_record_dialog_new (page, title, _("Save"), asking.form,
                                            &mukana_record_deed_save, NULL, NULL);
  asking.group = mukana_record_dialog_add_group (asking.dialog, NULL);
  return asking;
}

static void
add (Asking    *asking,
     GtkWidget *row)
{
  mukana_record_dialog_add (asking->group, row);
}

static void
present (Asking     *asking,
         MukanaPage *page,
         gpointer    record,
         const char *sentence)
{
  if (record != NULL)
    {
      asking->group = mukana_record_dialog_add_group (asking->dialog, NULL);
      mukana_record_dialog_add (asking->group, mukana_record_deed_remove_button (page, record,
                                                                                 sentence));
    }

  gtk_window_present (GTK_WINDOW (asking->dialog));
  g_object_unref (asking->form);
}

static GPtrArray *
check_priority (gpointer draft,
                gpointer data)
{
  return mukana_priority_check (draft);
}

void
mukana_priority_dialog_present (MukanaPage     *page,
                                MukanaPriority *priority,
                                gint64          place)
{
  g_autoptr (MukanaPriority) fresh = g_object_new (MUKANA_TYPE_PRIORITY, NULL);
  Asking asking;

  mukana_record_init_int (fresh, "place", place);
  asking = ask (page, _("Priority"), check_priority, priority, fresh);
  add (&asking, mukana_field_row_new (_("Priority"), "title", asking.form));
  add (&asking, mukana_number_row_new (_("Place in the order"), "place", "", asking.form));
  present (&asking, page, priority, _("Priority removed"));
}

static GPtrArray *
check_goal (gpointer draft,
            gpointer data)
{
  return mukana_goal_check (draft);
}

void
mukana_goal_dialog_present (MukanaPage *page,
                            MukanaGoal *goal,
                            gint64      parent_id,
                            gint64      place)
{
  g_autoptr (MukanaGoal) fresh = g_object_new (MUKANA_TYPE_GOAL, NULL);
  Asking asking;

  mukana_record_init_int (fresh, "priority-id", parent_id);
  mukana_record_init_int (fresh, "place", place);
  asking = ask (page, _("Goal"), check_goal, goal, fresh);
  add (&asking, mukana_field_row_new (_("What must succeed"), "title", asking.form));
  add (&asking, mukana_number_row_new (_("Place in the order"), "place", "", asking.form));
  present (&asking, page, goal, _("Goal removed"));
}

static GPtrArray *
check_measure (gpointer draft,
               gpointer data)
{
  return mukana_measure_check (draft);
}

void
mukana_measure_dialog_present (MukanaPage    *page,
                               MukanaMeasure *measure,
                               gint64         parent_id)
{
  g_autoptr (MukanaMeasure) fresh = g_object_new (MUKANA_TYPE_MEASURE, NULL);
  GtkWidget *status;
  Asking asking;

  mukana_record_init_int (fresh, "goal-id", parent_id);
  mukana_record_init_text (fresh, "status", mukana_measure_statuses[0]);
  asking = ask (page, _("Measure"), check_measure, measure, fresh);
  status = mukana_choice_row_new (_("Status"), "status", asking.form);
  mukana_choice_row_add (MUKANA_CHOICE_ROW (status), NULL, _("Followed by numbers alone"));
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (status), mukana_measure_statuses);
  add (&asking, mukana_field_row_new (_("Measure"), "title", asking.form));
  add (&asking, mukana_field_row_new (_("Code"), "code", asking.form));
  add (&asking, mukana_field_row_new (_("Who answers"), "answers", asking.form));
  add (&asking, status);
  add (&asking, mukana_date_row_new (_("Status on"), "status-on", asking.form));
  add (&asking, mukana_field_row_new (_("Note"), "note", asking.form));
  present (&asking, page, measure, _("Measure removed"));
}

static GPtrArray *
check_indicator (gpointer draft,
                 gpointer data)
{
  return mukana_indicator_check (draft);
}

void
mukana_indicator_dialog_present (MukanaPage      *page,
                                 MukanaIndicator *indicator,
                                 gint64           parent_id)
{
  g_autoptr (MukanaIndicator) fresh = g_object_new (MUKANA_TYPE_INDICATOR, NULL);
  GtkWidget *kind, *source;
  Asking asking;

  mukana_record_init_int (fresh, "measure-id", parent_id);
  mukana_record_init_text (fresh, "kind", mukana_indicator_kinds[0]);
  asking = ask (page, _("Indicator"), check_indicator, indicator, fresh);
  kind = mukana_choice_row_new (_("Kind"), "kind", asking.form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_indicator_kinds);
  source = mukana_choice_row_new (_("Where it comes from"), "source", asking.form);
  mukana_choice_row_add (MUKANA_CHOICE_ROW (source), NULL, _("It is typed"));
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (source), mukana_indicator_sources);
  add (&asking, mukana_field_row_new (_("Indicator"), "title", asking.form));
  add (&asking, kind);
  add (&asking, source);
  add (&asking, mukana_field_row_new (_("Target"), "target", asking.form));
  asking.group = mukana_record_dialog_add_group (asking.dialog, _("Baseline"));
  add (&asking, mukana_switch_row_new (_("The baseline is known"), "has-baseline", asking.form));
  add (&asking, mukana_money_row_new (_("Baseline"), "baseline-hundredths", asking.form));
  add (&asking, mukana_field_row_new (_("Of when, such as 2022"), "baseline-when", asking.form));
  present (&asking, page, indicator, _("Indicator removed"));
}

static GPtrArray *
check_reading (gpointer draft,
               gpointer data)
{
  return mukana_reading_check (draft);
}

void
mukana_reading_dialog_present (MukanaPage      *page,
                               MukanaIndicator *indicator)
{
  g_autoptr (MukanaReading) fresh = g_object_new (MUKANA_TYPE_READING, NULL);
  Asking asking;

  mukana_record_init_int (fresh, "indicator-id", indicator->id);
  mukana_record_init_int (fresh, "day", mukana_context_today (mukana_page_get_context (page)));
  asking = ask (page, _("Note a reading"), check_reading, NULL, fresh);
  adw_preferences_group_set_title (asking.group, indicator->title);
  add (&asking, mukana_date_row_new (_("Day"), "day", asking.form));
  if (g_strcmp0 (indicator->kind, "words") == 0)
    add (&asking, mukana_field_row_new (_("In words"), "words", asking.form));
  else
    add (&asking, mukana_money_row_new (_("Number"), "hundredths", asking.form));
  present (&asking, page, NULL, NULL);
}
