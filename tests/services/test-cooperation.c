/* test-cooperation.c: what is agreed, asked and counted with organisations is kept, waits on
 * Today while it is to be done, and is gone from there when it is.
 */

#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-consenting.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-founding.h"
#include "services/mukana-listing.h"
#include "services/mukana-overview.h"
#include "services/mukana-registering.h"
#include "services/mukana-volunteering.h"

typedef struct
{
  MukanaTestRegister *place;
  gint64              organisation;
  gint64              other;
} Fixture;

/* Returns: (nullable): borrowed, what is said of @field; the deed must be refused */
static const char *
refused (Fixture         *fixture,
         const MukanaJob *job,
         gpointer         arg,
         const char      *field)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *issues;
  const MukanaIssue *issue;

  mukana_store_run (fixture->place->store, job, arg, &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  issues = mukana_error_get_issues (error);
  issue = field != NULL ? mukana_issues_find (issues, field) : g_ptr_array_index (issues, 0);
  return issue ? issue->sentence : NULL;   /* static */
}

static gint64
save (Fixture  *fixture,
      gpointer  record)
{
  g_autofree gint64 *id = run (fixture, &mukana_cooperating_save_job, record);

  return *id;
}

static gint64
add_organisation (Fixture    *fixture,
                  const char *name)
{
  MukanaOrganisationFile file = { 0 };
  g_autoptr (MukanaOrganisation) organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  g_autofree gint64 *id = NULL;

  mukana_organisation_init_name (organisation, name);
  mukana_record_init_text (organisation, "kind", "association");
  file.organisation = organisation;
  id = run (fixture, &mukana_organisation_save_job, &file);
  return *id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
  fixture->organisation = add_organisation (fixture, "Kokeilun tuki ry");
  fixture->other = add_organisation (fixture, "Toinen tuki ry");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

static MukanaOrganisationFile *
read_file (Fixture *fixture,
           gint64   id)
{
  return run (fixture, &mukana_organisation_file_job, &id);
}

static gint64
count_waiting (Fixture           *fixture,
               MukanaWaitingKind  kind)
{
  g_autoptr (MukanaOverview) overview = run (fixture, &mukana_overview_job, NULL);

  return overview->counts[kind];
}

static const MukanaWaitingItem *
find_waiting (MukanaOverview    *overview,
              MukanaWaitingKind  kind)
{
  for (guint i = 0; i < overview->items->len; i++)
    {
      const MukanaWaitingItem *item = g_ptr_array_index (overview->items, i);

      if (item->kind == kind)
        return item;
    }

  g_error ("Nothing of kind %d waits", kind);
}

static MukanaLogEntry *
new_entry (Fixture   *fixture,
           MukanaDay  next_day)
{
  MukanaLogEntry *entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);

  mukana_record_init_int (entry, "organisation-id", fixture->organisation);
  mukana_record_init_int (entry, "day", MUKANA_TEST_TODAY);
  mukana_record_init_text (entry, "kind", "meeting");
  mukana_record_init_text (entry, "summary", "Sovittu esittelystä");
  mukana_record_init_int (entry, "next-day", next_day);
  return entry;
}

/* ---- The log ---- */

static void
a_next_deed_waits_on_today_until_it_is_done (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = new_entry (fixture, MUKANA_TEST_TODAY + 2);
  g_autoptr (MukanaOverview) overview = NULL;
  const MukanaWaitingItem *item;
  g_autofree gint64 *id = NULL;

  mukana_record_init_text (entry, "next-deed", "Lähetetään ohjelma");
  mukana_record_init_text (entry, "next-who", "koordinaattori");
  id = run (fixture, &mukana_log_entry_add_job, entry);
  overview = run (fixture, &mukana_overview_job, NULL);
  item = find_waiting (overview, MUKANA_WAITING_TASK);
  g_assert_cmpstr (item->title, ==, "Lähetetään ohjelma");
  g_assert_cmpstr (item->detail, ==, "Kokeilun tuki ry");
  g_assert_cmpstr (item->who, ==, "koordinaattori");
  g_assert_cmpint (item->due, ==, MUKANA_TEST_TODAY + 2);
  g_assert_cmpint (item->organisation_id, ==, fixture->organisation);

  run (fixture, &mukana_task_done_job, id);
  g_assert_cmpint (count_waiting (fixture, MUKANA_WAITING_TASK), ==, 0);

  run (fixture, &mukana_task_undone_job, id);
  g_assert_cmpint (count_waiting (fixture, MUKANA_WAITING_TASK), ==, 1);
}

static void
a_deed_that_is_due_later_waits_on_the_desk_alone (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = new_entry (fixture, MUKANA_TEST_TODAY + 8);
  g_autoptr (MukanaCooperationDesk) desk = NULL;

  g_free (run (fixture, &mukana_log_entry_add_job, entry));
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);

  g_assert_cmpint (count_waiting (fixture, MUKANA_WAITING_TASK), ==, 0);
  g_assert_cmpuint (desk->tasks->len, ==, 1);
}

static void
a_next_deed_without_its_day_is_refused (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = new_entry (fixture, MUKANA_DAY_NONE);

  mukana_record_init_text (entry, "next-deed", "Joku tekee jotain");

  g_assert_nonnull (refused (fixture, &mukana_log_entry_add_job, entry, "next-day"));
}

static void
who_took_part_too_has_the_line_in_their_log (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (MukanaContact) contact = g_object_new (MUKANA_TYPE_CONTACT, NULL);
  g_autoptr (MukanaLogEntry) entry = new_entry (fixture, MUKANA_DAY_NONE);
  g_autoptr (MukanaOrganisationFile) theirs = NULL;
  g_autofree gint64 *contact_id = NULL;
  g_autofree char *also = NULL;

  mukana_record_init_int (contact, "organisation-id", fixture->other);
  mukana_record_init_text (contact, "name", "Kaisa Koetinen");
  contact_id = run (fixture, &mukana_contact_add_job, contact);
  also = g_strdup_printf ("o%d c%d", (int) fixture->other, (int) *contact_id);
  mukana_record_init_text (entry, "also", also);
  g_free (run (fixture, &mukana_log_entry_add_job, entry));
  theirs = read_file (fixture, fixture->other);

  g_assert_cmpuint (theirs->log->len, ==, 1);
  g_assert_cmpstr (MUKANA_LOG_ENTRY (g_ptr_array_index (theirs->log, 0))->with, ==,
                   "Toinen tuki ry; Kaisa Koetinen");
}

static void
a_contact_person_who_goes_leaves_the_line (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (MukanaContact) contact = g_object_new (MUKANA_TYPE_CONTACT, NULL);
  g_autoptr (MukanaLogEntry) entry = new_entry (fixture, MUKANA_DAY_NONE);
  g_autoptr (MukanaOrganisationFile) file = NULL;
  g_autofree gint64 *contact_id = NULL;
  g_autofree char *also = NULL;

  mukana_record_init_int (contact, "organisation-id", fixture->organisation);
  mukana_record_init_text (contact, "name", "Kaisa Koetinen");
  contact_id = run (fixture, &mukana_contact_add_job, contact);
  also = g_strdup_printf ("c%d", (int) *contact_id);
  mukana_record_init_text (entry, "also", also);
  g_free (run (fixture, &mukana_log_entry_add_job, entry));

  mukana_record_init_int (contact, "id", *contact_id);
  run (fixture, &mukana_contact_remove_job, contact);
  file = read_file (fixture, fixture->organisation);

  g_assert_cmpuint (file->log->len, ==, 1);
  g_assert_null (MUKANA_LOG_ENTRY (g_ptr_array_index (file->log, 0))->with);
}

static void
a_contact_person_has_the_days_of_the_position (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (MukanaContact) contact = g_object_new (MUKANA_TYPE_CONTACT, NULL);
  g_autoptr (MukanaContact) ended = NULL;
  g_autoptr (MukanaOrganisationFile) file = NULL;
  g_autoptr (GPtrArray) participants = NULL;
  g_autofree gint64 *id = NULL;

  mukana_record_init_int (contact, "organisation-id", fixture->organisation);
  mukana_record_init_text (contact, "name", "Kaisa Koetinen");
  mukana_record_init_int (contact, "from-day", MUKANA_TEST_TODAY - 100);
  id = run (fixture, &mukana_contact_add_job, contact);
  mukana_record_init_int (contact, "id", *id);
  ended = mukana_record_with_int (contact, "until-day", MUKANA_TEST_TODAY - 1);
  g_free (run (fixture, &mukana_contact_add_job, ended));
  file = read_file (fixture, fixture->organisation);
  participants = run (fixture, &mukana_participants_job, NULL);

  g_assert_cmpuint (file->contacts->len, ==, 1);
  g_assert_cmpint (MUKANA_CONTACT (g_ptr_array_index (file->contacts, 0))->until_day, ==,
                   MUKANA_TEST_TODAY - 1);
  g_assert_cmpuint (participants->len, ==, 2);   /* two organisations, nobody who has left */
}

/* ---- Agreements and statements ---- */

static MukanaAgreement *
new_grant (Fixture   *fixture,
           MukanaDay  until)
{
  MukanaAgreement *grant = g_object_new (MUKANA_TYPE_AGREEMENT, NULL);

  mukana_record_init_int (grant, "organisation-id", fixture->organisation);
  mukana_record_init_text (grant, "kind", "grant");
  mukana_record_init_text (grant, "title", "Vertaistoiminta 2026");
  mukana_record_init_int (grant, "until-day", until);
  return grant;
}

static void
an_agreement_that_ends_next_week_waits (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (MukanaAgreement) soon = new_grant (fixture, MUKANA_TEST_TODAY + 7);
  g_autoptr (MukanaAgreement) last = new_grant (fixture, MUKANA_TEST_TODAY + 30);
  g_autoptr (MukanaAgreement) later = new_grant (fixture, MUKANA_TEST_TODAY + 31);
  g_autoptr (MukanaOverview) overview = NULL;

  save (fixture, soon);
  save (fixture, last);
  save (fixture, later);
  overview = run (fixture, &mukana_overview_job, NULL);

  g_assert_cmpint (overview->counts[MUKANA_WAITING_AGREEMENT], ==, 2);
  g_assert_cmpint (find_waiting (overview, MUKANA_WAITING_AGREEMENT)->due, ==,
                   MUKANA_TEST_TODAY + 7);
}

static void
an_agreement_let_to_end_waits_no_more (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (MukanaAgreement) grant = new_grant (fixture, MUKANA_TEST_TODAY + 7);
  g_autoptr (MukanaCooperationDesk) desk = NULL;
  gpointer ending;

  save (fixture, grant);
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);
  ending = g_ptr_array_index (desk->ending, 0);
  run (fixture, &mukana_agreement_settle_job, ending);
  g_assert_cmpint (count_waiting (fixture, MUKANA_WAITING_AGREEMENT), ==, 0);

  run (fixture, &mukana_agreement_unsettle_job, ending);
  g_assert_cmpint (count_waiting (fixture, MUKANA_WAITING_AGREEMENT), ==, 1);
}

static void
the_agreement_of_the_organisation_itself_waits_and_is_renewed (Fixture       *fixture,
                                                               gconstpointer  data)
{
  MukanaOrganisationFile *file = read_file (fixture, fixture->organisation);
  g_autoptr (MukanaCooperationDesk) desk = NULL;
  MukanaOrganisation *changed = mukana_record_with_int (file->organisation, "agreement-until",
                                                        MUKANA_TEST_TODAY + 5);

  g_set_object (&file->organisation, changed);
  g_object_unref (changed);
  g_free (run (fixture, &mukana_organisation_save_job, file));
  mukana_organisation_file_free (file);
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);
  g_assert_cmpuint (desk->ending->len, ==, 1);
  run (fixture, &mukana_agreement_settle_job, g_ptr_array_index (desk->ending, 0));
  g_assert_cmpint (count_waiting (fixture, MUKANA_WAITING_AGREEMENT), ==, 0);

  /* With another end it is looked at again. */
  file = read_file (fixture, fixture->organisation);
  changed = mukana_record_with_int (file->organisation, "agreement-until", MUKANA_TEST_TODAY + 20);
  g_set_object (&file->organisation, changed);
  g_object_unref (changed);
  g_free (run (fixture, &mukana_organisation_save_job, file));
  mukana_organisation_file_free (file);
  g_assert_cmpint (count_waiting (fixture, MUKANA_WAITING_AGREEMENT), ==, 1);
}

static void
a_business_id_with_a_wrong_digit_is_refused (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (MukanaOrganisationFile) file = read_file (fixture, fixture->organisation);
  g_autoptr (MukanaOrganisation) before = g_object_ref (file->organisation);

  g_object_unref (file->organisation);
  file->organisation = mukana_record_with_text (before, "business-id", "0201256-7");
  g_assert_nonnull (refused (fixture, &mukana_organisation_save_job, file, "business-id"));

  g_object_unref (file->organisation);
  file->organisation = mukana_record_with_text (before, "business-id", "FI 02012566");
  g_free (run (fixture, &mukana_organisation_save_job, file));
  mukana_organisation_file_free (g_steal_pointer (&file));
  file = read_file (fixture, fixture->organisation);
  g_assert_cmpstr (file->organisation->business_id, ==, "0201256-6");
}

static MukanaStatementRequest *
new_statement (Fixture *fixture)
{
  MukanaStatementRequest *statement = g_object_new (MUKANA_TYPE_STATEMENT_REQUEST, NULL);

  mukana_record_init_int (statement, "organisation-id", fixture->organisation);
  mukana_record_init_text (statement, "kind", "assessment");
  mukana_record_init_text (statement, "about", "Palveluverkko 2027");
  mukana_record_init_int (statement, "asked-on", MUKANA_TEST_TODAY - 10);
  mukana_record_init_int (statement, "due-on", MUKANA_TEST_TODAY + 4);
  return statement;
}

static void
a_statement_waits_until_it_is_given_and_is_counted (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (MukanaStatementRequest) statement = new_statement (fixture);
  g_autoptr (MukanaOrganisationFile) file = NULL;
  g_autoptr (MukanaStatementRequest) given = NULL;
  g_autoptr (MukanaCooperationDesk) desk = NULL;

  save (fixture, statement);
  g_assert_cmpint (count_waiting (fixture, MUKANA_WAITING_STATEMENT), ==, 1);

  file = read_file (fixture, fixture->organisation);
  given = mukana_record_with_int (g_ptr_array_index (file->statements, 0), "given-on",
                                  MUKANA_TEST_TODAY);
  save (fixture, given);
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);

  g_assert_cmpint (count_waiting (fixture, MUKANA_WAITING_STATEMENT), ==, 0);
  g_assert_cmpint (desk->numbers.n_asked, ==, 1);
  g_assert_cmpint (desk->numbers.n_given, ==, 1);
  g_assert_cmpint (desk->numbers.n_hearings, ==, 0);
}

static void
a_statement_is_asked_of_all_or_of_nobody (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (MukanaStatementRequest) statement = new_statement (fixture);
  MukanaAsking *asking = mukana_asking_new (statement);
  gint64 nobody = 987654;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (refused (fixture, &mukana_statements_ask_job, asking, "organisation-id"));
  g_array_append_val (asking->organisations, fixture->organisation);
  g_array_append_val (asking->organisations, nobody);
  mukana_store_run (fixture->place->store, &mukana_statements_ask_job, asking, &error);
  g_assert_nonnull (error);
  g_assert_cmpint (count_waiting (fixture, MUKANA_WAITING_STATEMENT), ==, 0);

  g_array_index (asking->organisations, gint64, 1) = fixture->other;
  g_free (run (fixture, &mukana_statements_ask_job, asking));
  g_assert_cmpint (count_waiting (fixture, MUKANA_WAITING_STATEMENT), ==, 2);
  mukana_asking_free (asking);
}

static void
a_statement_is_not_given_before_it_is_asked (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (MukanaStatementRequest) statement = new_statement (fixture);

  mukana_record_init_int (statement, "given-on", MUKANA_TEST_TODAY - 11);

  g_assert_nonnull (refused (fixture, &mukana_cooperating_save_job, statement, "given-on"));
}

static void
who_saves_what_somebody_saved_meanwhile_is_told (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaStatementRequest) statement = new_statement (fixture);
  g_autoptr (MukanaOrganisationFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gpointer old;

  save (fixture, statement);
  file = read_file (fixture, fixture->organisation);
  old = g_ptr_array_index (file->statements, 0);
  save (fixture, old);

  mukana_store_run (fixture->place->store, &mukana_cooperating_save_job, old, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
}

/* Whom one has met is often not in the register yet. */
static void
a_line_brings_its_organisation_with_it (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);
  g_autoptr (MukanaLogEntry) wrong = NULL;
  g_autoptr (GPtrArray) before = run (fixture, &mukana_participants_job, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) again = NULL;

  mukana_record_init_text (entry, "organisation-new", "Uusi  yhdistys ry");
  mukana_record_init_text (entry, "kind", "call");
  mukana_record_init_text (entry, "summary", "Esittäytyi");
  wrong = mukana_record_with_text (entry, "summary", NULL);
  g_assert_nonnull (refused (fixture, &mukana_log_entry_add_job, wrong, "summary"));
  g_free (run (fixture, &mukana_log_entry_add_job, entry));
  after = run (fixture, &mukana_participants_job, NULL);
  g_assert_cmpuint (after->len, ==, before->len + 1);

  g_free (run (fixture, &mukana_log_entry_add_job, entry));
  again = run (fixture, &mukana_participants_job, NULL);
  g_assert_cmpuint (again->len, ==, after->len);
}

/* ---- Numbers ---- */

static void
referrals_of_a_month_are_one_number (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (MukanaReferralCount) count = g_object_new (MUKANA_TYPE_REFERRAL_COUNT, NULL);
  g_autoptr (MukanaReferralCount) better = NULL;
  g_autoptr (MukanaOrganisationFile) file = NULL;

  mukana_record_init_int (count, "organisation-id", fixture->organisation);
  mukana_record_init_int (count, "month", mukana_day_new (2026, 10, 14));
  mukana_record_init_int (count, "n-referrals", 3);
  save (fixture, count);
  better = mukana_record_with_int (count, "n-referrals", 5);
  save (fixture, better);
  file = read_file (fixture, fixture->organisation);

  g_assert_cmpuint (file->referrals->len, ==, 1);
  g_assert_cmpint (MUKANA_REFERRAL_COUNT (g_ptr_array_index (file->referrals, 0))->n_referrals, ==,
                   5);
  g_assert_cmpint (MUKANA_REFERRAL_COUNT (g_ptr_array_index (file->referrals, 0))->month, ==,
                   mukana_day_new (2026, 10, 1));
}

static gint64
add_point (Fixture   *fixture,
           MukanaDay  closed_on)
{
  g_autoptr (MukanaOlkaPoint) point = g_object_new (MUKANA_TYPE_OLKA_POINT, NULL);

  mukana_record_init_text (point, "name", "Sairaalan aula");
  mukana_record_init_int (point, "opened-on", MUKANA_TEST_TODAY - 100);
  mukana_record_init_int (point, "closed-on", closed_on);
  mukana_record_init_int (point, "opens-minute", 540);
  mukana_record_init_int (point, "closes-minute", 900);
  return save (fixture, point);
}

static MukanaThemeDay *
new_theme_day (gint64    point,
               MukanaDay day,
               gint64    organisation)
{
  MukanaThemeDay *theme_day = g_object_new (MUKANA_TYPE_THEME_DAY, NULL);

  mukana_record_init_int (theme_day, "point-id", point);
  mukana_record_init_int (theme_day, "day", day);
  mukana_record_init_int (theme_day, "organisation-id", organisation);
  mukana_record_init_int (theme_day, "score", MUKANA_THEME_DAY_NO_SCORE);
  return theme_day;
}

static void
a_point_is_not_booked_twice_for_a_day (Fixture       *fixture,
                                       gconstpointer  data)
{
  gint64 point = add_point (fixture, MUKANA_DAY_NONE);
  gint64 elsewhere = add_point (fixture, MUKANA_DAY_NONE);
  g_autoptr (MukanaThemeDay) first = new_theme_day (point, MUKANA_TEST_TODAY + 9,
                                                    fixture->organisation);
  g_autoptr (MukanaThemeDay) second = new_theme_day (point, MUKANA_TEST_TODAY + 9, fixture->other);
  g_autoptr (MukanaThemeDay) there = new_theme_day (elsewhere, MUKANA_TEST_TODAY + 9,
                                                    fixture->other);
  g_autoptr (MukanaCooperationDesk) desk = NULL;

  save (fixture, first);
  g_assert_nonnull (refused (fixture, &mukana_cooperating_save_job, second, "day"));
  save (fixture, there);
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);

  g_assert_cmpuint (desk->theme_days->len, ==, 2);
}

static void
a_booking_moves_but_not_onto_another (Fixture       *fixture,
                                      gconstpointer  data)
{
  gint64 point = add_point (fixture, MUKANA_DAY_NONE);
  g_autoptr (MukanaThemeDay) first = new_theme_day (point, MUKANA_TEST_TODAY + 9,
                                                    fixture->organisation);
  g_autoptr (MukanaThemeDay) second = new_theme_day (point, MUKANA_TEST_TODAY + 10,
                                                     fixture->other);
  g_autoptr (MukanaCooperationDesk) desk = NULL;
  g_autoptr (MukanaThemeDay) onto = NULL, aside = NULL;

  save (fixture, first);
  save (fixture, second);
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);
  onto = mukana_record_with_int (g_ptr_array_index (desk->theme_days, 1), "day",
                                 MUKANA_TEST_TODAY + 9);
  aside = mukana_record_with_int (g_ptr_array_index (desk->theme_days, 1), "day",
                                  MUKANA_TEST_TODAY + 11);

  g_assert_nonnull (refused (fixture, &mukana_cooperating_save_job, onto, "day"));
  save (fixture, aside);
}

static void
a_closed_point_is_not_booked (Fixture       *fixture,
                              gconstpointer  data)
{
  gint64 point = add_point (fixture, MUKANA_TEST_TODAY + 3);
  g_autoptr (MukanaThemeDay) day = new_theme_day (point, MUKANA_TEST_TODAY + 4, fixture->other);

  g_assert_nonnull (refused (fixture, &mukana_cooperating_save_job, day, "day"));
}

static void
encounters_of_a_day_are_one_number_and_add_up (Fixture       *fixture,
                                               gconstpointer  data)
{
  static const struct { int days_ago, n; } counted[] = { { 1, 40 }, { 0, 12 }, { 0, 15 } };
  gint64 point = add_point (fixture, MUKANA_DAY_NONE);
  g_autoptr (MukanaCooperationDesk) desk = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      g_autoptr (MukanaOlkaDay) day = g_object_new (MUKANA_TYPE_OLKA_DAY, NULL);

      mukana_record_init_int (day, "point-id", point);
      mukana_record_init_int (day, "day", MUKANA_TEST_TODAY - counted[i].days_ago);
      mukana_record_init_int (day, "n-encounters", counted[i].n);
      save (fixture, day);
    }
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);

  g_assert_cmpuint (desk->days->len, ==, 2);
  g_assert_cmpint (desk->numbers.n_encounters, ==, 55);
}

static void
days_and_months_to_come_are_not_counted (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 point = add_point (fixture, MUKANA_DAY_NONE);
  g_autoptr (MukanaOlkaDay) day = g_object_new (MUKANA_TYPE_OLKA_DAY, NULL);
  g_autoptr (MukanaReferralCount) month = g_object_new (MUKANA_TYPE_REFERRAL_COUNT, NULL);
  g_autoptr (MukanaCooperationDesk) desk = NULL;

  mukana_record_init_int (day, "point-id", point);
  mukana_record_init_int (day, "day", MUKANA_TEST_TODAY + 1);
  mukana_record_init_int (day, "n-encounters", 12);
  mukana_record_init_int (month, "organisation-id", fixture->organisation);
  mukana_record_init_int (month, "month", mukana_day_new (2026, 12, 1));
  mukana_record_init_int (month, "n-referrals", 3);

  g_assert_nonnull (refused (fixture, &mukana_cooperating_save_job, day, "day"));
  g_assert_nonnull (refused (fixture, &mukana_cooperating_save_job, month, "month"));

  /* What an older program took. */
  mukana_test_sql (fixture->place, "INSERT INTO olka_day (point_id, day, n_encounters) "
                                   "SELECT min(id), '2026-11-24', 12 FROM olka_point");
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);
  g_assert_cmpint (desk->numbers.n_encounters, ==, 0);
}

/* Nobody said a number: that is not the number 0, which would wipe out what was counted. */
static void
a_day_that_is_not_counted_keeps_its_number (Fixture       *fixture,
                                            gconstpointer  data)
{
  gint64 point = add_point (fixture, MUKANA_DAY_NONE);
  g_autoptr (MukanaOlkaDay) day = g_object_new (MUKANA_TYPE_OLKA_DAY, NULL);
  g_autoptr (MukanaOlkaDay) counted = NULL, stored = NULL, other = NULL, none = NULL;

  mukana_record_init_int (day, "point-id", point);
  mukana_record_init_int (day, "day", MUKANA_TEST_TODAY);
  counted = mukana_record_with_int (day, "n-encounters", 12);
  save (fixture, counted);
  g_assert_nonnull (refused (fixture, &mukana_cooperating_save_job, day, "n-encounters"));

  stored = run (fixture, &mukana_cooperating_stored_job, day);
  g_assert_cmpint (stored->n_encounters, ==, 12);
  other = mukana_record_with_int (day, "day", MUKANA_TEST_TODAY - 1);
  none = run (fixture, &mukana_cooperating_stored_job, other);
  g_assert_null (none);
}

static void
a_point_with_encounters_is_not_removed (Fixture       *fixture,
                                        gconstpointer  data)
{
  gint64 point = add_point (fixture, MUKANA_DAY_NONE);
  g_autoptr (MukanaOlkaDay) day = g_object_new (MUKANA_TYPE_OLKA_DAY, NULL);
  g_autoptr (MukanaCooperationDesk) desk = NULL;

  mukana_record_init_int (day, "point-id", point);
  mukana_record_init_int (day, "day", MUKANA_TEST_TODAY);
  mukana_record_init_int (day, "n-encounters", 12);
  save (fixture, day);
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);

  g_assert_nonnull (refused (fixture, &mukana_cooperating_drop_job,
                             g_ptr_array_index (desk->points, 0), NULL));
}

/* ---- Volunteers ---- */

static gint64
add_volunteer (Fixture  *fixture,
               guint     number,
               gboolean  allows)
{
  gint64 id = mukana_test_add_person (fixture->place, number);
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", id);
  mukana_record_init_text (consent, "purpose", "register");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 30);
  if (allows)
    run (fixture, &mukana_consenting_give_job, consent);
  return id;
}

static MukanaShift *
new_shift (gint64 point,
           gint64 person,
           int    start,
           int    end)
{
  MukanaShift *shift = g_object_new (MUKANA_TYPE_SHIFT, NULL);

  mukana_record_init_int (shift, "point-id", point);
  mukana_record_init_int (shift, "person-id", person);
  mukana_record_init_int (shift, "day", MUKANA_TEST_TODAY + 1);
  mukana_record_init_int (shift, "start-minute", start);
  mukana_record_init_int (shift, "end-minute", end);
  return shift;
}

static void
a_shift_is_on_the_roster_and_its_hours_are_counted (Fixture       *fixture,
                                                    gconstpointer  data)
{
  gint64 point = add_point (fixture, MUKANA_DAY_NONE);
  gint64 person = add_volunteer (fixture, 1, TRUE);
  g_autoptr (MukanaShift) morning = new_shift (point, person, 540, 720);
  g_autoptr (MukanaShift) after = new_shift (point, person, 720, 780);
  g_autoptr (MukanaShift) clashing = new_shift (point, person, 700, 730);
  g_autoptr (MukanaShift) to_come = new_shift (point, person, 540, 720);
  g_autoptr (MukanaRoster) roster = NULL, cancelled = NULL;

  mukana_record_init_int (morning, "day", MUKANA_TEST_TODAY);
  mukana_record_init_int (after, "day", MUKANA_TEST_TODAY);
  mukana_record_init_int (clashing, "day", MUKANA_TEST_TODAY);
  g_free (run (fixture, &mukana_shift_add_job, to_come));
  g_free (run (fixture, &mukana_shift_add_job, morning));
  g_free (run (fixture, &mukana_shift_add_job, after));
  g_assert_nonnull (refused (fixture, &mukana_shift_add_job, clashing, "person-id"));
  roster = run (fixture, &mukana_roster_job, NULL);
  run (fixture, &mukana_shift_drop_job, g_ptr_array_index (roster->shifts, 0));
  cancelled = run (fixture, &mukana_roster_job, NULL);

  g_assert_cmpuint (roster->shifts->len, ==, 3);
  g_assert_cmpint (roster->minutes, ==, 240);   /* without the one to come */
  g_assert_true (MUKANA_SHIFT (g_ptr_array_index (roster->shifts, 0))->is_allowed);
  g_assert_cmpuint (cancelled->shifts->len, ==, 2);
  g_assert_cmpint (cancelled->minutes, ==, 60);
}

static void
a_cancelled_shift_comes_back_as_the_same_one (Fixture       *fixture,
                                              gconstpointer  data)
{
  gint64 point = add_point (fixture, MUKANA_DAY_NONE);
  g_autoptr (MukanaShift) shift = new_shift (point, add_volunteer (fixture, 1, TRUE), 540, 720);
  g_autoptr (MukanaRoster) before = NULL, after = NULL;
  MukanaShift *was;

  g_free (run (fixture, &mukana_shift_add_job, shift));
  before = run (fixture, &mukana_roster_job, NULL);
  was = g_ptr_array_index (before->shifts, 0);
  run (fixture, &mukana_shift_drop_job, was);
  run (fixture, &mukana_shift_drop_job, was);
  run (fixture, &mukana_shift_restore_job, was);
  after = run (fixture, &mukana_roster_job, NULL);

  g_assert_cmpuint (after->shifts->len, ==, 1);
  g_assert_cmpint (MUKANA_SHIFT (g_ptr_array_index (after->shifts, 0))->id, ==, was->id);
}

static void
a_point_goes_when_all_its_shifts_were_cancelled (Fixture       *fixture,
                                                 gconstpointer  data)
{
  gint64 point = add_point (fixture, MUKANA_DAY_NONE);
  g_autoptr (MukanaShift) shift = new_shift (point, add_volunteer (fixture, 1, TRUE), 540, 720);
  g_autoptr (MukanaOlkaPoint) gone = g_object_new (MUKANA_TYPE_OLKA_POINT, NULL);
  g_autoptr (MukanaRoster) roster = NULL;
  g_autoptr (MukanaCooperationDesk) desk = NULL;

  g_free (run (fixture, &mukana_shift_add_job, shift));
  mukana_record_init_int (gone, "id", point);
  g_assert_nonnull (refused (fixture, &mukana_cooperating_drop_job, gone, NULL));
  roster = run (fixture, &mukana_roster_job, NULL);
  run (fixture, &mukana_shift_drop_job, g_ptr_array_index (roster->shifts, 0));
  run (fixture, &mukana_cooperating_drop_job, gone);
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);

  g_assert_cmpuint (desk->points->len, ==, 0);
}

static void
who_has_not_allowed_it_gets_no_shift (Fixture       *fixture,
                                      gconstpointer  data)
{
  gint64 point = add_point (fixture, MUKANA_DAY_NONE);
  g_autoptr (MukanaShift) shift = new_shift (point, add_volunteer (fixture, 1, FALSE), 540, 600);
  g_autoptr (GPtrArray) volunteers = run (fixture, &mukana_volunteers_job, NULL);
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->place->store, &mukana_shift_add_job, shift, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_cmpuint (volunteers->len, ==, 0);
}

static void
a_shift_says_when_the_consent_has_ended (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 point = add_point (fixture, MUKANA_DAY_NONE);
  gint64 person = add_volunteer (fixture, 1, TRUE);
  g_autoptr (MukanaShift) shift = new_shift (point, person, 540, 600);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person, "register", NULL, "other");
  g_autoptr (MukanaRoster) roster = NULL;

  g_free (run (fixture, &mukana_shift_add_job, shift));
  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  roster = run (fixture, &mukana_roster_job, NULL);

  g_assert_cmpuint (roster->shifts->len, ==, 1);
  g_assert_false (MUKANA_SHIFT (g_ptr_array_index (roster->shifts, 0))->is_allowed);
  mukana_withdrawal_free (withdrawal);
}

static void
organisation_is_in_a_network_until_it_leaves (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (MukanaCooperationGroup) network = g_object_new (MUKANA_TYPE_COOPERATION_GROUP, NULL);
  g_autoptr (MukanaGroupMembership) joining = g_object_new (MUKANA_TYPE_GROUP_MEMBERSHIP, NULL);
  g_autoptr (MukanaOrganisationFile) inside = NULL, outside = NULL;
  g_autoptr (MukanaCooperationDesk) desk = NULL;
  MukanaGroupMembership *membership;

  g_assert_nonnull (refused (fixture, &mukana_cooperating_save_job, joining, "group-id"));
  mukana_record_init_text (network, "name", "Hyte-verkosto");
  mukana_record_init_text (network, "kind", "network");
  mukana_record_init_int (joining, "group-id", save (fixture, network));
  mukana_record_init_int (joining, "organisation-id", fixture->organisation);
  save (fixture, joining);
  save (fixture, joining);   /* twice is once */
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);
  inside = read_file (fixture, fixture->organisation);
  membership = g_ptr_array_index (inside->memberships, 0);
  run (fixture, &mukana_cooperating_drop_job, membership);
  outside = read_file (fixture, fixture->organisation);

  g_assert_cmpint (MUKANA_COOPERATION_GROUP (desk->groups->pdata[0])->n_organisations, ==, 1);
  g_assert_cmpuint (inside->memberships->len, ==, 1);
  g_assert_cmpstr (membership->group_name, ==, "Hyte-verkosto");
  g_assert_cmpuint (outside->memberships->len, ==, 0);
}

static void
members_of_a_group_are_a_number (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (MukanaCooperationGroup) group = g_object_new (MUKANA_TYPE_COOPERATION_GROUP, NULL);
  g_autoptr (MukanaGroupMeeting) meeting = g_object_new (MUKANA_TYPE_GROUP_MEETING, NULL);
  g_autoptr (MukanaCooperationDesk) desk = NULL;
  MukanaCooperationGroup *stored;

  mukana_record_init_text (group, "name", "Prototyypit");
  mukana_record_init_text (group, "kind", "prototype");
  mukana_record_init_int (group, "n-members", 212);
  mukana_record_init_int (meeting, "group-id", save (fixture, group));
  mukana_record_init_int (meeting, "n-present", 8);
  mukana_record_init_int (meeting, "day", MUKANA_TEST_TODAY);
  save (fixture, meeting);
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);
  stored = g_ptr_array_index (desk->groups, 0);

  g_assert_cmpint (stored->n_members, ==, 212);
  g_assert_cmpint (stored->n_meetings, ==, 1);
  g_assert_cmpint (stored->last_on, ==, MUKANA_TEST_TODAY);
}

static guint
count_quiet (Fixture *fixture,
             int      months)
{
  MukanaListFilter filter = { .order = (char *) "contact", .quiet_months = months };
  g_autoptr (GArray) ids = run (fixture, &mukana_organisations_ids_job, &filter);

  return ids->len;
}

static void
who_has_not_been_contacted_for_months_is_found (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = new_entry (fixture, MUKANA_DAY_NONE);
  g_autofree char *also = g_strdup_printf ("o%d", (int) fixture->other);
  g_autoptr (MukanaCooperationDesk) desk = NULL;

  g_assert_cmpuint (count_quiet (fixture, 6), ==, 2);
  mukana_record_init_int (entry, "day", mukana_day_add_months (MUKANA_TEST_TODAY, -7));
  mukana_record_init_text (entry, "also", also);
  g_free (run (fixture, &mukana_log_entry_add_job, entry));
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);

  g_assert_cmpuint (count_quiet (fixture, 0), ==, 2);
  g_assert_cmpuint (count_quiet (fixture, 6), ==, 2);
  g_assert_cmpuint (count_quiet (fixture, 12), ==, 0);   /* the other took part, too */
  g_assert_cmpuint (desk->quiet->len, ==, 2);
  g_assert_cmpint (((MukanaQuiet *) g_ptr_array_index (desk->quiet, 0))->last_on, ==,
                   mukana_day_add_months (MUKANA_TEST_TODAY, -7));
}

static void
what_was_removed_comes_back (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (MukanaAgreement) grant = new_grant (fixture, MUKANA_TEST_TODAY + 300);
  g_autoptr (MukanaOrganisationFile) file = NULL, gone = NULL, back = NULL;

  save (fixture, grant);
  file = read_file (fixture, fixture->organisation);
  run (fixture, &mukana_cooperating_drop_job, g_ptr_array_index (file->agreements, 0));
  gone = read_file (fixture, fixture->organisation);
  run (fixture, &mukana_cooperating_restore_job, g_ptr_array_index (file->agreements, 0));
  back = read_file (fixture, fixture->organisation);

  g_assert_cmpuint (gone->agreements->len, ==, 0);
  g_assert_cmpuint (back->agreements->len, ==, 1);
  g_assert_cmpstr (MUKANA_AGREEMENT (g_ptr_array_index (back->agreements, 0))->title, ==,
                   "Vertaistoiminta 2026");
}

#define TEST(name) g_test_add ("/cooperation/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST (a_next_deed_waits_on_today_until_it_is_done);
  TEST (a_deed_that_is_due_later_waits_on_the_desk_alone);
  TEST (a_next_deed_without_its_day_is_refused);
  TEST (who_took_part_too_has_the_line_in_their_log);
  TEST (a_contact_person_who_goes_leaves_the_line);
  TEST (a_contact_person_has_the_days_of_the_position);
  TEST (an_agreement_that_ends_next_week_waits);
  TEST (an_agreement_let_to_end_waits_no_more);
  TEST (the_agreement_of_the_organisation_itself_waits_and_is_renewed);
  TEST (a_business_id_with_a_wrong_digit_is_refused);
  TEST (a_statement_waits_until_it_is_given_and_is_counted);
  TEST (a_statement_is_asked_of_all_or_of_nobody);
  TEST (a_statement_is_not_given_before_it_is_asked);
  TEST (who_saves_what_somebody_saved_meanwhile_is_told);
  TEST (a_line_brings_its_organisation_with_it);
  TEST (referrals_of_a_month_are_one_number);
  TEST (a_point_is_not_booked_twice_for_a_day);
  TEST (a_booking_moves_but_not_onto_another);
  TEST (a_closed_point_is_not_booked);
  TEST (encounters_of_a_day_are_one_number_and_add_up);
  TEST (days_and_months_to_come_are_not_counted);
  TEST (a_day_that_is_not_counted_keeps_its_number);
  TEST (a_point_with_encounters_is_not_removed);
  TEST (a_shift_is_on_the_roster_and_its_hours_are_counted);
  TEST (a_cancelled_shift_comes_back_as_the_same_one);
  TEST (a_point_goes_when_all_its_shifts_were_cancelled);
  TEST (who_has_not_allowed_it_gets_no_shift);
  TEST (a_shift_says_when_the_consent_has_ended);
  TEST (organisation_is_in_a_network_until_it_leaves);
  TEST (members_of_a_group_are_a_number);
  TEST (who_has_not_been_contacted_for_months_is_found);
  TEST (what_was_removed_comes_back);

  return g_test_run ();
}
