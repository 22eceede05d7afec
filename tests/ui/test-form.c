/* test-form.c: what a form promises: the domain's findings, where and when they are due. */

#include <adwaita.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "domain/mukana-cooperation.h"
#include "domain/mukana-happening.h"
#include "domain/mukana-person.h"
#include "domain/mukana-shortlist.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-form.h"
#include "ui/kit/mukana-money-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-time-row.h"

static GPtrArray *
check_person (gpointer draft)
{
  return mukana_person_check (draft, mukana_day_new (2026, 11, 23));
}

static MukanaPerson *
make_person (void)
{
  MukanaPerson *person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, "Aino", "Koskelo");
  mukana_record_init_text (person, "state", "candidate");
  mukana_record_init_text (person, "fee-mode", "fee");
  return person;
}

static MukanaForm *
make_form (void)
{
  MukanaForm *form = mukana_form_new (check_person);
  g_autoptr (MukanaPerson) person = make_person ();

  mukana_form_load (form, person);
  return form;
}

static void
a_loaded_form_is_clean (void)
{
  g_autoptr (MukanaForm) form = make_form ();

  g_assert_true (mukana_form_get_valid (form));
  g_assert_false (mukana_form_get_dirty (form));
}

static void
typing_it_back_is_no_change (void)
{
  g_autoptr (MukanaForm) form = make_form ();

  mukana_form_set_text (form, "phone", "040 123 4567");
  g_assert_true (mukana_form_get_dirty (form));
  mukana_form_set_text (form, "phone", "");

  g_assert_false (mukana_form_get_dirty (form));
}

static void
a_bad_address_is_said_beside_its_field (void)
{
  g_autoptr (MukanaForm) form = make_form ();

  mukana_form_set_text (form, "email", "aino");

  g_assert_false (mukana_form_get_valid (form));
  g_assert_nonnull (mukana_form_peek_issue (form, "email"));
  g_assert_null (mukana_form_peek_issue (form, "phone"));
}

static void
whoever_cannot_save_is_told_why (void)
{
  g_autoptr (MukanaForm) form = mukana_form_new (check_person);
  g_autoptr (MukanaForm) valid = make_form ();
  g_autoptr (MukanaPerson) empty = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_form_load (form, empty);
  g_assert_null (mukana_form_peek_issue (form, "display-name"));
  g_assert_nonnull (mukana_form_peek_hindrance (form));

  mukana_form_set_text (form, "email", "aino");
  g_assert_cmpstr (mukana_form_peek_hindrance (form), ==, mukana_form_peek_issue (form, "email"));
  g_assert_null (mukana_form_peek_hindrance (valid));
}

static void
an_untouched_field_is_not_reproached_until_saving (void)
{
  g_autoptr (MukanaForm) form = mukana_form_new (check_person);
  g_autoptr (MukanaPerson) empty = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_form_load (form, empty);
  g_assert_null (mukana_form_peek_issue (form, "display-name"));
  g_assert_false (mukana_form_reveal (form));

  g_assert_nonnull (mukana_form_peek_issue (form, "display-name"));
}

static void
the_writes_findings_land_in_the_same_place (void)
{
  g_autoptr (MukanaForm) form = make_form ();
  g_autoptr (GPtrArray) issues = mukana_issues_new ();
  g_autoptr (GError) error = NULL;

  mukana_issues_add (issues, "email", "Somebody else has this address.");
  error = mukana_issues_to_error (issues);
  g_assert_true (mukana_form_take_error (form, error));
  g_assert_cmpstr (mukana_form_peek_issue (form, "email"), ==, "Somebody else has this address.");

  mukana_form_set_text (form, "email", "aino@example.org");
  g_assert_null (mukana_form_peek_issue (form, "email"));
  g_assert_true (mukana_form_get_valid (form));
}

static void
fields_only_one_side_changed_merge (void)
{
  g_autoptr (MukanaForm) form = make_form ();
  g_autoptr (MukanaPerson) theirs = NULL;
  MukanaPerson *draft;

  theirs = mukana_record_with_text (mukana_form_get_original (form), "phone", "040 765 4321");
  mukana_form_set_text (form, "email", "aino@example.org");
  g_assert_true (mukana_form_merge (form, theirs));

  draft = mukana_form_get_draft (form);
  g_assert_cmpstr (draft->phone, ==, "040 765 4321");
  g_assert_cmpstr (draft->email, ==, "aino@example.org");
  g_assert_false (mukana_form_get_conflict (form));
}

static void
a_field_both_sides_changed_is_a_conflict (void)
{
  g_autoptr (MukanaForm) form = make_form ();
  g_autoptr (MukanaPerson) theirs = NULL;
  MukanaPerson *draft;

  theirs = mukana_record_with_text (mukana_form_get_original (form), "phone", "040 765 4321");
  mukana_form_set_text (form, "phone", "050 111 2222");
  g_assert_false (mukana_form_merge (form, theirs));

  draft = mukana_form_get_draft (form);
  g_assert_cmpstr (draft->phone, ==, "050 111 2222");
  g_assert_true (mukana_form_get_conflict (form));
}

static void
a_row_shows_the_finding_and_its_title_again (void)
{
  g_autoptr (MukanaForm) form = make_form ();
  g_autoptr (GtkWidget) row = g_object_ref_sink (mukana_field_row_new ("E-mail", "email", form));

  gtk_editable_set_text (GTK_EDITABLE (row), "aino");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), "aino@example.org");

  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "E-mail");
  g_assert_cmpstr (mukana_form_peek_text (form, "email"), ==, "aino@example.org");
}

/* A narrow row cuts its title off; its tooltip has the whole sentence meanwhile. */
static void
a_row_tells_the_finding_whole_and_then_its_own_help (void)
{
  g_autoptr (MukanaForm) form = make_form ();
  g_autoptr (GtkWidget) row = g_object_ref_sink (mukana_field_row_new ("E-mail", "email", form));

  gtk_widget_set_tooltip_text (row, "Where letters go");
  gtk_editable_set_text (GTK_EDITABLE (row), "aino");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, mukana_form_peek_issue (form, "email"));
  gtk_editable_set_text (GTK_EDITABLE (row), "aino@");
  gtk_editable_set_text (GTK_EDITABLE (row), "aino@example.org");

  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, "Where letters go");
}

/* What the program fills in is nothing that somebody would lose. */
static void
what_is_supplied_is_no_change_and_keeps_what_was_typed (void)
{
  g_autoptr (MukanaForm) form = make_form ();

  mukana_form_supply_int (form, "max-travel-km", 60);
  g_assert_false (mukana_form_get_dirty (form));
  mukana_form_set_text (form, "phone", "050 000 0001");
  mukana_form_supply_int (form, "max-travel-km", 80);

  g_assert_true (mukana_form_get_dirty (form));
  g_assert_cmpint (mukana_form_get_int (form, "max-travel-km"), ==, 80);
  g_assert_cmpstr (mukana_form_peek_text (form, "phone"), ==, "050 000 0001");
}

static void
a_day_is_read_in_the_finnish_way (void)
{
  g_autoptr (MukanaForm) form = make_form ();
  g_autoptr (GtkWidget) row = g_object_ref_sink (mukana_date_row_new ("Joined", "joined-on", form));

  gtk_editable_set_text (GTK_EDITABLE (row), "3.4.");
  g_assert_false (mukana_form_get_valid (form));
  gtk_editable_set_text (GTK_EDITABLE (row), "3.4.2026");

  g_assert_true (mukana_form_get_valid (form));
  g_assert_cmpint (mukana_form_get_int (form, "joined-on"), ==, mukana_day_new (2026, 4, 3));
}

/* Nobody looks for 9.17 in a list. */
static void
a_time_is_typed_as_people_write_it (void)
{
  static const struct { const char *typed; int minute; } cases[] = {
    { "9", 540 }, { "9.30", 570 }, { "930", 570 }, { "9:17", 557 }, { "klo 13.05", 785 },
  };
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_poll_day_check);
  g_autoptr (MukanaPollDay) day = g_object_new (MUKANA_TYPE_POLL_DAY, NULL);
  g_autoptr (GtkWidget) row = NULL;

  mukana_record_init_int (day, "day", mukana_day_new (2026, 11, 23));
  mukana_record_init_int (day, "start-minute", 525);
  mukana_record_init_int (day, "end-minute", 1440);
  mukana_form_load (form, day);
  row = g_object_ref_sink (mukana_time_row_new ("From", "start-minute", form));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "8.45");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].typed);
      g_assert_cmpint (mukana_form_get_int (form, "start-minute"), ==, cases[i].minute);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, cases[i].typed);
    }
  gtk_editable_set_text (GTK_EDITABLE (row), "9.5");
  g_assert_false (mukana_form_get_valid (form));
}

static void
an_amount_is_cents (void)
{
  g_autoptr (MukanaForm) form = make_form ();
  g_autoptr (GtkWidget) row = NULL;

  row = g_object_ref_sink (mukana_money_row_new ("Ceiling", "fee-ceiling-cents", form));
  gtk_editable_set_text (GTK_EDITABLE (row), "45,1");

  g_assert_cmpint (mukana_form_get_int (form, "fee-ceiling-cents"), ==, 4510);
}

/* A row without the focus is filled again at every change of another field. */
static void
what_is_no_number_stays_until_it_is_one (void)
{
  g_autoptr (MukanaForm) form = make_form ();
  g_autoptr (GtkWidget) row = NULL;

  row = g_object_ref_sink (mukana_number_row_new ("Born", "birth-year", NULL, form));
  gtk_editable_set_text (GTK_EDITABLE (row), "x");
  mukana_form_set_text (form, "phone", "040 123 4567");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "x");
  g_assert_false (mukana_form_get_valid (form));

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_true (mukana_form_get_valid (form));
}

/* A number that was counted: empty is not 0, which would take the place of what was there. */
static void
a_number_that_must_be_said_is_not_empty (void)
{
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_olka_day_check);
  g_autoptr (MukanaOlkaDay) day = g_object_new (MUKANA_TYPE_OLKA_DAY, NULL);
  g_autoptr (GtkWidget) row = NULL;

  mukana_record_init_int (day, "day", mukana_day_new (2026, 11, 30));
  mukana_form_load (form, day);
  row = g_object_ref_sink (mukana_number_row_new ("How many", "n-encounters", NULL, form));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  g_assert_false (mukana_form_get_valid (form));

  gtk_editable_set_text (GTK_EDITABLE (row), "0");
  g_assert_true (mukana_form_get_valid (form));
  g_assert_cmpint (mukana_form_get_int (form, "n-encounters"), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "0");

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_false (mukana_form_get_valid (form));
  g_assert_nonnull (mukana_form_peek_issue (form, "n-encounters"));
}

static void
a_share_that_must_be_said_is_not_empty (void)
{
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_survey_result_check);
  g_autoptr (MukanaSurveyResult) result = g_object_new (MUKANA_TYPE_SURVEY_RESULT, NULL);
  g_autoptr (GtkWidget) row = NULL;

  mukana_record_init_int (result, "asked-on", mukana_day_new (2026, 11, 30));
  mukana_record_init_text (result, "question", "Sain apua");
  mukana_record_init_int (result, "n-asked", 20);
  mukana_form_load (form, result);
  row = g_object_ref_sink (mukana_money_row_new_of ("Per cent", "percent-hundredths", "%", form));
  g_assert_false (mukana_form_get_valid (form));

  gtk_editable_set_text (GTK_EDITABLE (row), "46,2");

  g_assert_true (mukana_form_get_valid (form));
  g_assert_cmpint (mukana_form_get_int (form, "percent-hundredths"), ==, 4620);
}

static void
what_was_mistyped_goes_with_another_record (void)
{
  g_autoptr (MukanaForm) form = make_form ();
  g_autoptr (MukanaPerson) other = make_person ();
  g_autoptr (GtkWidget) row = NULL;

  row = g_object_ref_sink (mukana_money_row_new ("Ceiling", "fee-ceiling-cents", form));
  gtk_editable_set_text (GTK_EDITABLE (row), "x");
  mukana_form_load (form, other);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
}

#define ADD(test) g_test_add_func ("/form/" #test, test)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD (a_loaded_form_is_clean);
  ADD (typing_it_back_is_no_change);
  ADD (a_bad_address_is_said_beside_its_field);
  ADD (whoever_cannot_save_is_told_why);
  ADD (an_untouched_field_is_not_reproached_until_saving);
  ADD (the_writes_findings_land_in_the_same_place);
  ADD (fields_only_one_side_changed_merge);
  ADD (a_field_both_sides_changed_is_a_conflict);
  ADD (a_row_shows_the_finding_and_its_title_again);
  ADD (a_row_tells_the_finding_whole_and_then_its_own_help);
  ADD (what_is_supplied_is_no_change_and_keeps_what_was_typed);
  ADD (a_day_is_read_in_the_finnish_way);
  ADD (a_time_is_typed_as_people_write_it);
  ADD (an_amount_is_cents);
  ADD (what_is_no_number_stays_until_it_is_one);
  ADD (a_number_that_must_be_said_is_not_empty);
  ADD (a_share_that_must_be_said_is_not_empty);
  ADD (what_was_mistyped_goes_with_another_record);

  return g_test_run ();
}
