/* test-importing-namesakes.c: a list brings back nobody who has taken something back. */

#include "kit/mukana-test.h"

#include <glib/gstdio.h>

#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-importing.h"

#define HEADINGS "Etunimi;Sukunimi;Puhelin;Suostumus;Syntymävuosi\n"

typedef struct
{
  MukanaTestRegister *place;
  char               *path;    /* of the list */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  int file;

  self->place = mukana_test_register_new ();
  mukana_test_run (self->place, &mukana_founding_job, NULL);
  file = g_file_open_tmp ("mukana-list-XXXXXX.csv", &self->path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_unlink (self->path);
  g_free (self->path);
  mukana_test_register_free (self->place);
}

static MukanaImportPlan *
plan (Fixture    *self,
      const char *rows)
{
  const MukanaImportOptions options = { TRUE, TRUE };
  g_autofree char *text = g_strconcat (HEADINGS, rows, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaImportSource) source = NULL;
  g_autoptr (MukanaImportOrder) order = NULL;

  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  source = mukana_import_source_read (self->path, NULL, NULL, &error);
  g_assert_no_error (error);
  order = mukana_import_order_new (source, &options);
  return mukana_test_run (self->place, &mukana_importing_plan_job, order);
}

static void
accept_as (Fixture              *self,
           MukanaImportPlan     *made,
           MukanaImportDecision  decision)
{
  g_autoptr (MukanaImportAcceptance) acceptance = mukana_import_acceptance_new (made);

  mukana_import_acceptance_decide (acceptance, 0, decision);
  g_free (mukana_test_run (self->place, &mukana_importing_accept_job, acceptance));
}

static void
bring_in (Fixture    *self,
          const char *rows)
{
  g_autoptr (MukanaImportPlan) made = plan (self, rows);

  accept_as (self, made, MUKANA_IMPORT_SKIP);
}

static gboolean
tells (MukanaImportPlan *made,
       const char       *code)
{
  for (guint i = 0; i < mukana_import_plan_get_n_problems (made); i++)
    if (g_str_equal (mukana_import_plan_peek_problem (made, i)->reason, code))
      return TRUE;

  return FALSE;
}

static MukanaImportOutcome
outcome_of (MukanaImportPlan *made)
{
  return mukana_import_plan_peek_item (made, 0)->outcome;
}

static gpointer
count_work (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  return GINT_TO_POINTER ((int) mukana_test_number (db, arg));
}

static int
count (Fixture    *self,
       const char *sql)
{
  return GPOINTER_TO_INT (mukana_test_read (self->place, count_work, (gpointer) sql));
}

/* The one person there is takes the consent to the register back. */
static void
withdraw (Fixture *self)
{
  MukanaWithdrawal withdrawal = { count (self, "SELECT max(id) FROM person"), (char *) "register",
                                  NULL, (char *) "phone" };

  mukana_test_run (self->place, &mukana_consenting_withdraw_job, &withdrawal);
}

static void
who_withdrew_is_not_brought_back_without_their_number (Fixture       *self,
                                                       gconstpointer  data)
{
  bring_in (self, "Heikki;Koetinen;040 000 0001;kyllä 1.2.2026;\n");
  withdraw (self);

  g_autoptr (MukanaImportPlan) made = plan (self, "Heikki;Koetinen;;kyllä 1.2.2026;\n");
  accept_as (self, made, MUKANA_IMPORT_SKIP);

  g_assert_cmpint (outcome_of (made), ==, MUKANA_IMPORT_DUPLICATE);
  g_assert_true (tells (made, "namesake-took-back"));
  g_assert_cmpint (count (self, "SELECT count(*) FROM person"), ==, 1);
}

static void
who_withdrew_is_not_brought_back_with_another_number (Fixture       *self,
                                                      gconstpointer  data)
{
  bring_in (self, "Heikki;Koetinen;040 000 0001;kyllä 1.2.2026;\n");
  withdraw (self);

  g_autoptr (MukanaImportPlan) made = plan (self, "KOETINEN;heikki;040 000 0002;kyllä 1.2.2026;\n");

  g_assert_cmpint (outcome_of (made), ==, MUKANA_IMPORT_DUPLICATE);
  g_assert_true (tells (made, "namesake-took-back"));
}

static void
withdrawn_person_taken_for_the_same_stays_withdrawn (Fixture       *self,
                                                     gconstpointer  data)
{
  bring_in (self, "Heikki;Koetinen;040 000 0001;kyllä 1.2.2026;\n");
  withdraw (self);

  g_autoptr (MukanaImportPlan) made = plan (self, "Heikki;Koetinen;;kyllä 1.2.2026;\n");
  accept_as (self, made, MUKANA_IMPORT_MERGE);

  g_assert_cmpint (count (self, "SELECT count(*) FROM person"), ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM consent WHERE withdrawn_at IS NULL"), ==, 0);
}

static void
restricted_person_is_told_of (Fixture       *self,
                              gconstpointer  data)
{
  bring_in (self, "Heikki;Koetinen;040 000 0001;kyllä 1.2.2026;\n");
  mukana_test_sql (self->place, "UPDATE person SET restricted_at = 1");

  g_autoptr (MukanaImportPlan) made = plan (self, "Heikki;Koetinen;;kyllä 1.2.2026;\n");

  g_assert_cmpint (outcome_of (made), ==, MUKANA_IMPORT_DUPLICATE);
  g_assert_true (tells (made, "namesake-took-back"));
}

static void
somebody_of_the_same_name_is_asked_about (Fixture       *self,
                                          gconstpointer  data)
{
  bring_in (self, "Heikki;Koetinen;040 000 0001;kyllä 1.2.2026;\n");

  g_autoptr (MukanaImportPlan) made = plan (self, "Heikki;Koetinen;;kyllä 1.2.2026;\n");
  accept_as (self, made, MUKANA_IMPORT_AS_NEW);

  g_assert_cmpint (outcome_of (made), ==, MUKANA_IMPORT_DUPLICATE);
  g_assert_false (tells (made, "namesake-took-back"));
  g_assert_cmpint (count (self, "SELECT count(*) FROM person"), ==, 2);
}

static void
somebody_of_another_year_is_new (Fixture       *self,
                                 gconstpointer  data)
{
  bring_in (self, "Heikki;Koetinen;040 000 0001;kyllä 1.2.2026;1970\n");
  withdraw (self);

  g_autoptr (MukanaImportPlan) made = plan (self, "Heikki;Koetinen;;kyllä 1.2.2026;1990\n");

  g_assert_cmpint (outcome_of (made), ==, MUKANA_IMPORT_NEW);
}

static void
withdrawal_in_a_list_is_asked_about (Fixture       *self,
                                     gconstpointer  data)
{
  bring_in (self, "Daniela;Koetinen;040 000 0001;kyllä 1.2.2026;\n");

  g_autoptr (MukanaImportPlan) made = plan (self, "Daniela;Koetinen;;PERUTTU 1.3.2026;\n");
  accept_as (self, made, MUKANA_IMPORT_MERGE);

  g_assert_cmpint (outcome_of (made), ==, MUKANA_IMPORT_DUPLICATE);
  g_assert_true (tells (made, "namesake-is-there"));
  g_assert_cmpint (count (self, "SELECT count(*) FROM person"), ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM consent WHERE purpose = 'register' AND "
                                "withdrawn_at IS NULL"), ==, 0);
}

static void
withdrawal_of_nobody_is_told (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr (MukanaImportPlan) made = plan (self, "Daniela;Koetinen;;PERUTTU 1.3.2026;\n");

  g_assert_true (tells (made, "nobody-withdrew"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/importing-namesakes/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (who_withdrew_is_not_brought_back_without_their_number);
  ADD (who_withdrew_is_not_brought_back_with_another_number);
  ADD (withdrawn_person_taken_for_the_same_stays_withdrawn);
  ADD (restricted_person_is_told_of);
  ADD (somebody_of_the_same_name_is_asked_about);
  ADD (somebody_of_another_year_is_new);
  ADD (withdrawal_in_a_list_is_asked_about);
  ADD (withdrawal_of_nobody_is_told);
#undef ADD

  return g_test_run ();
}
