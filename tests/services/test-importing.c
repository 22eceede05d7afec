/* test-importing.c: lists become people of the register, and nothing is lost or forced. */

#include "domain/mukana-decision-question.h"
#include "kit/mukana-test.h"

#include "base/mukana-error.h"
#include "services/kit-workbook.h"
#include "services/mukana-consenting.h"
#include "services/mukana-erasing.h"
#include "services/mukana-founding.h"
#include "services/mukana-giving-out.h"
#include "services/mukana-importing.h"
#include "services/mukana-listing.h"
#include "services/mukana-registering.h"
#include "services/mukana-retaining.h"
#include "services/mukana-unit-form.h"
#include "store/mukana-people.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADINGS "Etunimi;Sukunimi;Sähköposti;Puhelin;Rooli;Tila;Teemat;Suostumus;Syntymävuosi\n"

typedef struct
{
  MukanaTestRegister *place;
  char               *folder;
} Fixture;

static Fixture *
set_up (void)
{
  g_autoptr (GError) error = NULL;
  Fixture *self = g_new0 (Fixture, 1);

  self->place = mukana_test_register_new ();
  mukana_store_run (self->place->store, &mukana_founding_job, NULL, &error);
  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("mukana-lists-XXXXXX", &error);
  g_assert_no_error (error);
  return self;
}

static void
tear_down (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (self->folder, name, NULL);

      g_remove (file);
    }
  g_rmdir (self->folder);
  mukana_test_register_free (self->place);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, tear_down)

static char *
write_bytes (Fixture    *self,
             const char *name,
             const char *bytes,
             gssize      length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (self->folder, name, NULL);

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  return path;
}

static void
write_list (Fixture    *self,
            const char *name,
            const char *text)
{
  g_free (write_bytes (self, name, text, -1));
}

static MukanaImportPlan *
plan_path (Fixture    *self,
           const char *path)
{
  const MukanaImportOptions options = { TRUE, TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaImportSource) source = mukana_import_source_read (path, NULL, NULL, &error);
  g_autoptr (MukanaImportOrder) order = NULL;
  MukanaImportPlan *plan;

  g_assert_no_error (error);
  order = mukana_import_order_new (source, &options);
  plan = mukana_store_run (self->place->store, &mukana_importing_plan_job, order, &error);
  g_assert_no_error (error);
  return plan;
}

static MukanaImportPlan *
plan_text (Fixture    *self,
           const char *text)
{
  g_autofree char *path = write_bytes (self, "list.csv", text, -1);

  return plan_path (self, path);
}

static MukanaImportCounts
accept_plan (Fixture          *self,
             MukanaImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaImportAcceptance) acceptance = mukana_import_acceptance_new (plan);
  g_autofree MukanaImportCounts *counts = NULL;

  counts = mukana_store_run (self->place->store, &mukana_importing_accept_job, acceptance, &error);
  g_assert_no_error (error);
  return *counts;
}

static void
bring_in (Fixture    *self,
          const char *text)
{
  g_autoptr (MukanaImportPlan) plan = plan_text (self, text);

  accept_plan (self, plan);
}

static gpointer
count_people_work (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return GSIZE_TO_POINTER ((gsize) mukana_db_count (db, arg, error));
}

static gsize
count_rows (Fixture    *self,
            const char *statement)
{
  return GPOINTER_TO_SIZE (mukana_test_read (self->place, count_people_work, (gpointer) statement));
}

static gpointer
find_id_work (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaPeopleFilter filter = { .needle = arg };
  MukanaPeopleFilter of_ended = { .needle = arg, .consent = (char *) "ended" };
  g_autoptr (GArray) ids = mukana_people_ids (db, &filter, error);

  if (ids != NULL && ids->len == 0)
    g_array_unref (g_steal_pointer (&ids));
  if (ids == NULL)
    ids = mukana_people_ids (db, &of_ended, error);
  return ids == NULL || ids->len == 0 ? NULL : GSIZE_TO_POINTER ((gsize) g_array_index (ids,
                                                                                        gint64, 0));
}

static MukanaPersonFile *
find_person (Fixture    *self,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 id = (gint64) GPOINTER_TO_SIZE (mukana_test_read (self->place, find_id_work,
                                                           (gpointer) name));
  MukanaPersonFile *file;

  g_assert_cmpint (id, >, 0);
  file = mukana_store_run (self->place->store, &mukana_person_file_job, &id, &error);
  g_assert_no_error (error);
  return file;
}

static const MukanaImportProblem *
find_problem (MukanaImportPlan *plan,
              const char       *reason)
{
  for (guint i = 0; i < mukana_import_plan_get_n_problems (plan); i++)
    if (strcmp (mukana_import_plan_peek_problem (plan, i)->reason, reason) == 0)
      return mukana_import_plan_peek_problem (plan, i);

  return NULL;
}

static const char two_people[] =
  HEADINGS
  "Aino;Koetinen;aino@example.org;040 000 0001;KA;aktiivinen;Mielenterveys;kyllä 1.10.2026;1970\n"
  "Onni;Mallikas;onni@example.org;040 000 0002;vapaaehtoinen;aktiivinen;;;1980\n";

static void
a_dry_run_changes_nothing (void)
{
  g_autoptr (Fixture) self = set_up ();

  g_autoptr (MukanaImportPlan) plan = plan_text (self, two_people);

  g_assert_cmpuint (mukana_import_plan_count (plan).n_new, ==, 2);
  g_assert_cmpuint (mukana_import_plan_get_n_items (plan), ==, 2);
  g_assert_cmpuint (count_rows (self, "people.count"), ==, 0);
}

static MukanaRequestFile *
find_request (Fixture    *self,
              const char *title)
{
  MukanaListFilter filter = { .needle = (char *) title };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mukana_store_run (self->place->store, &mukana_requests_ids_job, &filter,
                                             &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  return mukana_store_run (self->place->store, &mukana_request_file_job,
                           &g_array_index (ids, gint64, 0), &error);
}

/* What a unit has filled in, under the headings of each language. */
static void
form_of_a_unit_comes_back_as_a_request (void)
{
  static const struct { const char *language, *row; } forms[] = {
    { "fi", "Aulatyöpaja;Parempi aula;Päivystys;Opastehanke;Tilaaja Testi;testi@example.org;"
            "Kotihoito;kokemusasiantuntija;3;1;10.12.2026;12:00;15:30;lähi;Aula;Kajaani;fi;"
            "1.12.2026;esteetön;Esihenkilöitä;Testi 040 1;1;2;Opasteet;4;5;6;7;8\n" },
    { "sv", "Ruotsinpaja;Bättre aula;Jouren;Opastehanke;Beställare Test;test@example.org;"
            "Kotihoito;erfarenhetsexpert;3;1;10.12.2026;12:00;15:30;på plats;Aulan;Kajana;sv;"
            "1.12.2026;tillgänglig;Esihenkilöitä;Testi 040 1;1;2;Skyltar;4;5;6;7;8\n" },
    { "en", "Englanninpaja;Better hall;Emergency;Opastehanke;Test Requester;test@example.org;"
            "Kotihoito;expert by experience;3;1;10.12.2026;12:00;15:30;on site;Hall;Kajaani;en;"
            "1.12.2026;accessible;Esihenkilöitä;Testi 040 1;1;2;Signs;4;5;6;7;8\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (Fixture) self = set_up ();
      g_autoptr (GBytes) empty = mukana_unit_form_make (forms[i].language, FALSE, NULL);
      g_autofree char *head = g_strndup (g_bytes_get_data (empty, NULL), g_bytes_get_size (empty));
      g_autofree char *text = g_strconcat (head, forms[i].row, NULL);
      g_autoptr (MukanaImportPlan) plan = plan_text (self, text);
      g_auto (GStrv) cells = g_strsplit (forms[i].row, ";", 2);
      MukanaImportCounts counts = accept_plan (self, plan);
      g_autoptr (MukanaRequestFile) file = NULL;

      g_assert_cmpuint (mukana_import_plan_get_n_problems (plan), ==, 0);
      g_assert_cmpuint (counts.n_new, ==, 1);
      file = find_request (self, cells[0]);
      g_assert_cmpint (file->request->people, ==, 3);
      g_assert_cmpint (file->request->reserve, ==, 1);
      g_assert_cmpstr (file->request->municipality_code, ==, "205");
      g_assert_cmpstr (file->request->language, ==, forms[i].language);
      g_assert_cmpstr (file->request->project, ==, "Opastehanke");
      g_assert_cmpstr (file->request->audience, ==, "Esihenkilöitä");
      g_assert_cmpstr (file->request->contact_on_day, ==, "Testi 040 1");
      g_assert_cmpuint (mukana_decision_question_count (file->request), ==, 8);
      g_assert_cmpstr (file->request->affected_groups, ==, "1");
      g_assert_cmpstr (file->request->preparation_phase, ==, "4");
      g_assert_cmpstr (file->request->way_of_meeting, ==, "8");
      g_assert_cmpuint (file->times->len, ==, 1);
      g_assert_cmpint (((MukanaRequestTime *) file->times->pdata[0])->end_minute, ==, 930);
      g_assert_cmpuint (file->themes->len, ==, 1);
    }
}

static void
empty_form_brings_nothing_in (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (GBytes) empty = mukana_unit_form_make ("fi", TRUE, NULL);
  g_autofree char *path = write_bytes (self, "form.xlsx", g_bytes_get_data (empty, NULL),
                                       (gssize) g_bytes_get_size (empty));
  g_autoptr (MukanaImportPlan) plan = plan_path (self, path);

  g_assert_cmpuint (mukana_import_plan_count (plan).n_new, ==, 0);
}

/* What leaves the register for a spreadsheet can come back. */
static void
exported_list_comes_back_as_the_same_people (void)
{
  g_autoptr (Fixture) self = set_up ();
  MukanaPeopleFilter everybody = { NULL };
  g_autofree char *path = g_build_filename (self->folder, "exported.csv", NULL);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (MukanaListFile) asked = NULL;
  g_autoptr (MukanaListFile) written = NULL;
  g_autoptr (MukanaImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  bring_in (self, HEADINGS
            "Aino;Koetinen;aino@example.org;040 000 0001;KA;aktiivinen;;kyllä 1.10.2026;1970\n");
  ids = mukana_store_run (self->place->store, &mukana_people_ids_job, &everybody, &error);
  asked = mukana_list_file_new (ids, path);
  written = mukana_store_run (self->place->store, &mukana_giving_list_job, asked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (written->n_given, ==, 1);
  plan = plan_path (self, path);

  g_assert_cmpuint (mukana_import_plan_count (plan).n_same, ==, 1);
  g_assert_cmpuint (mukana_import_plan_count (plan).n_new, ==, 0);
}

static void
the_same_list_again_is_all_the_same (void)
{
  g_autoptr (Fixture) self = set_up ();

  bring_in (self, two_people);
  g_autoptr (MukanaImportPlan) again = plan_text (self, two_people);
  MukanaImportCounts counts = accept_plan (self, again);

  g_assert_cmpuint (counts.n_same, ==, 2);
  g_assert_cmpuint (counts.n_rows, ==, 2);
  g_assert_cmpuint (count_rows (self, "people.count"), ==, 2);
}

static void
consent_to_the_register_is_none_to_be_proposed (void)
{
  g_autoptr (Fixture) self = set_up ();

  bring_in (self, two_people);
  g_autoptr (MukanaPersonFile) consenting = find_person (self, "Koetinen");
  g_autoptr (MukanaPersonFile) silent = find_person (self, "Mallikas");

  g_assert_cmpstr (consenting->person->state, ==, "active");
  g_assert_true (consenting->is_usable);
  g_assert_false (consenting->is_matchable);
  g_assert_cmpstr (silent->person->state, ==, "candidate");
  g_assert_false (silent->is_usable);
}

static void
the_consent_of_a_list_covers_its_themes_when_so_decided (void)
{
  g_autoptr (Fixture) self = set_up ();

  bring_in (self, two_people);
  g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");

  g_assert_cmpuint (file->themes->len, ==, 1);
  g_assert_true (mukana_consent_allows (file->consents, "theme", "mt", MUKANA_TEST_TODAY));
  g_assert_cmpstr (mukana_consent_find (file->consents, "theme", "mt")->how, ==, "list");
}

static void
a_withdrawal_in_the_list_comes_in_as_one (void)
{
  g_autoptr (Fixture) self = set_up ();

  bring_in (self, HEADINGS "Aino;Koetinen;;;KA;aktiivinen;;PERUTTU 3.2.2025;1970\n");
  g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");

  g_assert_cmpint (mukana_consent_find (file->consents, "register", NULL)->withdrawn_on, ==,
                   mukana_day_new (2025, 2, 3));
  g_assert_false (file->is_usable);
}

static void
a_withdrawal_in_the_register_stays (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (GError) error = NULL;

  bring_in (self, two_people);
  g_autoptr (MukanaPersonFile) before = find_person (self, "Koetinen");
  MukanaWithdrawal withdrawal = { before->person->id, (char *) "register", NULL, (char *) "phone" };
  mukana_store_run (self->place->store, &mukana_consenting_withdraw_job, &withdrawal, &error);
  g_assert_no_error (error);
  bring_in (self, HEADINGS
            "Aino;Koetinen;aino@example.org;040 000 0009;KA;aktiivinen;;kyllä 2.11.2026;1970\n");
  g_autoptr (MukanaPersonFile) after = find_person (self, "Koetinen");

  g_assert_cmpstr (after->person->phone, ==, "+358400000009");
  g_assert_false (after->is_usable);
}

/* A withdrawal or an end may stand in a column of its own, and be written anyhow. */
static void
a_consent_that_ended_elsewhere_in_the_row_does_not_hold (void)
{
  static const struct { const char *cells; gboolean is_usable; } cases[] = {
    { "1.2.2026;;", TRUE },            { "1.2.2026;;toistaiseksi", TRUE },
    { "1.2.2026;ei;", TRUE },          { "1.2.2026;;31.12.2099", TRUE },
    { "1.2.2026;3.4.2026;", FALSE },   { "1.2.2026;keväällä;", FALSE },
    { "1.2.2026;x;", FALSE },          { "1.2.2026;;1.3.2026", FALSE },
    { "1.2.2026;;ensi kesään", FALSE },
    { "kyllä;;", TRUE },               { "kyllä;;ensi kesään", FALSE },
    { "kyllä;;1.3.2026", FALSE },      { "kyllä;3.4.2026;", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) self = set_up ();
      g_autofree char *list =
        g_strdup_printf ("Etunimi;Sukunimi;Suostumus;Suostumus peruttu;Suostumus voimassa asti\n"
                         "Aino;Koetinen;%s\n", cases[i].cells);

      bring_in (self, list);
      g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");

      g_assert_cmpint (file->is_usable, ==, cases[i].is_usable);
    }
}

static void
the_day_a_consent_was_given_is_the_consent (void)
{
  g_autoptr (Fixture) self = set_up ();

  bring_in (self, "Nimi;Suostumus annettu;Suostumus yhdistämiseen\nKoetinen Aino;1.2.2026;ei\n");
  g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");

  g_assert_true (file->is_usable);
  g_assert_false (file->is_matchable);
}

static void
non_disclosure_is_taken_in_even_when_it_is_unclear (void)
{
  static const struct { const char *cell; gboolean is_hidden; } cases[] = {
    { "", FALSE }, { "ei", FALSE }, { "kyllä", TRUE }, { "x", TRUE }, { "voimassa 2027", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) self = set_up ();
      g_autofree char *list = g_strdup_printf ("Nimi;Kotikunta;Turvakielto\n"
                                               "Koetinen Aino;Kajaani;%s\n", cases[i].cell);

      bring_in (self, list);
      g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");

      g_assert_cmpint (file->person->non_disclosure, ==, cases[i].is_hidden);
    }
}

static void
a_column_of_another_list_is_not_dropped_in_silence (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (MukanaImportPlan) plan = plan_text (self, "Nimi;Maksettu\nKoetinen Aino;1.2.2026\n");

  g_assert_nonnull (find_problem (plan, "not-kept"));
}

static void
somebody_taken_out_is_not_brought_back (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (GError) error = NULL;

  bring_in (self, two_people);
  g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");
  gint64 id = file->person->id;
  mukana_store_run (self->place->store, &mukana_person_remove_job, &id, &error);
  g_assert_no_error (error);
  g_autoptr (MukanaImportPlan) plan =
    plan_text (self, HEADINGS "Aino;Koetinen;aino@example.org;;KA;;;kyllä 2.11.2026;1970\n");
  accept_plan (self, plan);

  g_assert_cmpint (mukana_import_plan_peek_item (plan, 0)->outcome, ==, MUKANA_IMPORT_REFUSED);
  g_assert_nonnull (find_problem (plan, "removed"));
  g_assert_cmpuint (count_rows (self, "people.count"), ==, 1);
}

static void
people_alike_are_asked_about (void)
{
  static const char * const rows[] = {
    "Aino;Koetinnen;aino@example.org;;KA;;;;1970\n",          /* spelling and e-mail */
    "A.;Koetinen;AINO@EXAMPLE.ORG;;KA;;;;\n",                 /* e-mail in capitals */
    "KOETINEN;aino;;+358 40 000 0001;KA;;;;1970\n",           /* exchanged, phone in another form */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) self = set_up ();
      g_autofree char *text = g_strconcat (HEADINGS, rows[i], NULL);

      bring_in (self, two_people);
      g_autoptr (MukanaImportPlan) plan = plan_text (self, text);
      MukanaImportCounts counts = accept_plan (self, plan);

      g_assert_cmpint (mukana_import_plan_peek_item (plan, 0)->outcome, ==,
                       MUKANA_IMPORT_DUPLICATE);
      g_assert_cmpint (mukana_import_plan_peek_item (plan, 0)->likeness, !=, 0);
      g_assert_cmpuint (counts.n_duplicate, ==, 1);
      g_assert_cmpuint (count_rows (self, "people.count"), ==, 2);
    }
}

static void
merging_fills_only_what_is_empty (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (GError) error = NULL;

  bring_in (self, HEADINGS "Aino;Koetinen;aino@example.org;;KA;;;kyllä 1.10.2026;\n");
  g_autoptr (MukanaImportPlan) plan =
    plan_text (self,
               HEADINGS "Aino;Koetinnen;aino@example.org;040 000 0007;vapaaehtoinen;;;;1970\n");
  g_autoptr (MukanaImportAcceptance) acceptance = mukana_import_acceptance_new (plan);
  mukana_import_acceptance_decide (acceptance, 0, MUKANA_IMPORT_MERGE);
  g_free (mukana_store_run (self->place->store, &mukana_importing_accept_job, acceptance, &error));
  g_assert_no_error (error);

  g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");
  g_assert_cmpstr (file->person->family_name, ==, "Koetinen");
  g_assert_cmpstr (file->person->phone, ==, "+358400000007");
  g_assert_cmpuint (file->roles->len, ==, 2);
  g_assert_true (file->is_usable);
}

static void
stopping_rolls_everything_back (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaImportPlan) plan = plan_text (self, two_people);
  g_autoptr (MukanaImportAcceptance) acceptance = mukana_import_acceptance_new (plan);

  g_assert_true (mukana_import_acceptance_stop (acceptance));
  g_assert_null (mukana_store_run (self->place->store, &mukana_importing_accept_job, acceptance,
                                   &error));

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_rows (self, "people.count"), ==, 0);
}

static void
a_plan_of_another_time_is_not_carried_out (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaImportPlan) plan = plan_text (self, two_people);
  g_autoptr (MukanaImportAcceptance) acceptance = mukana_import_acceptance_new (plan);

  bring_in (self, two_people);
  g_assert_null (mukana_store_run (self->place->store, &mukana_importing_accept_job, acceptance,
                                   &error));

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  g_assert_cmpuint (count_rows (self, "people.count"), ==, 2);
}

static void
what_is_not_understood_is_told_and_kept (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (MukanaImportPlan) plan =
    plan_text (self, "Etunimi;Sukunimi;Rooli;Teemat;Käytettävissä;Palkkioluokka;Kotikunta\n"
               "Aino;Koetinen;KA;Kvanttifysiikka;kun kuu on täysi;B;Muumilaakso\n");

  accept_plan (self, plan);
  g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");

  g_assert_cmpstr (find_problem (plan, "unknown-theme")->value, ==, "Kvanttifysiikka");
  g_assert_cmpstr (find_problem (plan, "unknown-theme")->column, ==, "Teemat");
  g_assert_cmpuint (find_problem (plan, "unknown-theme")->row, ==, 2);
  g_assert_nonnull (find_problem (plan, "times-unclear"));
  g_assert_nonnull (find_problem (plan, "not-kept"));
  g_assert_nonnull (find_problem (plan, "unknown-municipality"));
  g_assert_cmpuint (file->notes->len, ==, 1);
  const char *note = ((MukanaNote *) g_ptr_array_index (file->notes, 0))->body;
  g_assert_null (strstr (note, "Kvanttifysiikka"));
  g_assert_nonnull (strstr (note, "Käytettävissä: kun kuu on täysi"));
  g_assert_nonnull (strstr (note, "Palkkioluokka: B"));
  g_assert_nonnull (strstr (note, "Kotikunta: Muumilaakso"));
}

static void
bad_rows_are_refused_and_the_others_go_on (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (MukanaImportPlan) plan =
    plan_text (self, HEADINGS "Nuori;Koetinen;;;KA;;;;2012\n;;kukaan@example.org;;KA;;;;\n"
               "Onni;Mallikas;;;KA;;;;1980\n");
  MukanaImportCounts counts = accept_plan (self, plan);

  g_assert_cmpuint (counts.n_refused, ==, 2);
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (find_problem (plan, "minor")->row, ==, 2);
  g_assert_nonnull (strstr (find_problem (plan, "minor")->sentence, "the county lets"));
  g_assert_cmpuint (find_problem (plan, "no-name")->row, ==, 3);
}

static void
identity_codes_do_not_come_in_by_any_door (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (MukanaImportPlan) plan =
    plan_text (self, "Etunimi;Sukunimi;Huom;Hetu\nAino;Koetinen;tunnus 131052-308T;131052-308T\n");

  accept_plan (self, plan);
  g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");

  g_assert_cmpuint (file->notes->len, ==, 0);
  for (guint i = 0; i < mukana_import_plan_get_n_problems (plan); i++)
    g_assert_null (strstr (mukana_import_plan_peek_problem (plan, i)->value, "131052"));
}

static void
lists_of_any_form_are_read_alike (void)
{
  static const char windows[] = "F\xf6rnamn;Efternamn;Hemkommun\n\xc5sa;Kuvitelma;H\xe4ngo\n";
  static const char utf8[] = "Förnamn;Efternamn;Hemkommun\nÅsa;Kuvitelma;Hangö\n";
  static const char tabs[] =
    "\xef\xbb\xbf" "First name\tLast name\tMunicipality\r\nÅsa\tKuvitelma\tHanko\r\n";
  static const char commas[] = "etunimi,sukunimi,kotikunta\nÅsa,Kuvitelma,Hangossa\n";
  const char *texts[] = { utf8, tabs, commas };
  g_autoptr (Fixture) first = set_up ();
  g_autofree char *path = write_bytes (first, "list.csv", windows, -1);
  g_autoptr (MukanaImportPlan) odd = plan_path (first, path);

  g_assert_cmpstr (mukana_import_plan_peek_item (odd, 0)->label, ==, "Åsa Kuvitelma");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Fixture) self = set_up ();

      bring_in (self, texts[i]);
      g_autoptr (MukanaPersonFile) file = find_person (self, "Kuvitelma");

      g_assert_cmpstr (file->person->given_name, ==, "Åsa");
      g_assert_cmpstr (file->person->municipality_code, ==, "078");
    }
}

static void
a_workbook_with_a_title_is_read (void)
{
  static const char rows[] =
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Päivitetty 12.11.2026</t></is></c></row>"
    "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Nimi</t></is></c>"
    "<c r=\"B2\" t=\"inlineStr\"><is><t>Rooli</t></is></c>"
    "<c r=\"C2\" t=\"inlineStr\"><is><t>Suostumus</t></is></c></row>"
    "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Koetinen Aino</t></is></c>"
    "<c r=\"B3\" t=\"inlineStr\"><is><t>KA</t></is></c><c r=\"C3\"><v>46291</v></c></row>";
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (GBytes) book = kit_workbook_new (rows, NULL);
  g_autofree char *path = write_bytes (self, "book.xlsx", g_bytes_get_data (book, NULL),
                                       (gssize) g_bytes_get_size (book));
  g_autoptr (MukanaImportPlan) plan = plan_path (self, path);

  accept_plan (self, plan);
  g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");

  g_assert_cmpuint (mukana_import_plan_peek_item (plan, 0)->row, ==, 3);
  g_assert_cmpint (mukana_consent_find (file->consents, "register", NULL)->given_on, ==,
                   mukana_day_new (2026, 9, 26));
  g_assert_cmpstr (((MukanaRoleTerm *) g_ptr_array_index (file->roles, 0))->role_code, ==,
                   "expert");
}

static void
a_chosen_column_is_remembered (void)
{
  static const char text[] = "Etunimi;Sukunimi;Zyx\nAino;Koetinen;040 000 0005\n";
  const MukanaImportOptions options = { TRUE, TRUE };
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_bytes (self, "list.csv", text, -1);
  g_autoptr (MukanaImportSource) source = mukana_import_source_read (path, NULL, NULL, &error);
  g_autoptr (MukanaImportSource) chosen = mukana_import_source_with_column (source, 0, 2,
                                                                            MUKANA_COLUMN_PHONE);
  g_autoptr (MukanaImportOrder) order = mukana_import_order_new (chosen, &options);
  g_autoptr (MukanaImportPlan) plan = mukana_store_run (self->place->store,
                                                        &mukana_importing_plan_job,
                                                        order, &error);

  accept_plan (self, plan);
  g_autoptr (MukanaImportSource) recalled = mukana_store_run (self->place->store,
                                                              &mukana_importing_recall_job,
                                                              source, &error);

  g_assert_cmpint (mukana_import_source_get_column (source, 0, 2), ==, MUKANA_COLUMN_NONE);
  g_assert_cmpint (mukana_import_source_get_column (recalled, 0, 2), ==, MUKANA_COLUMN_PHONE);
}

static void
write_folder (Fixture *self)
{
  write_list (self, "people.csv",
              "id,kind,first_name,last_name,email,organisation_id,status\n"
              "1,kokemusasiantuntija,Aino,Koetinen,aino@example.org,,aktiivinen\n"
              "2,yhteyshenkilö,Onni,Mallikas,onni@example.org,7,aktiivinen\n");
  write_list (self, "consents.csv",
              "id,person_id,purpose,given_at,expires_at,withdrawn_at,source\n"
              "1,1,rekisteri,2026-01-10,2028-01-10,,lomake\n2,1,yhteydenotto,2026-01-10,,,puhelu\n"
              "3,2,rekisteri,2025-01-10,,2026-02-02,lomake\n4,9,rekisteri,2025-01-10,,,lomake\n");
  write_list (self, "availability.csv",
              "person_id,weekday,start,end,valid_from,valid_to\n1,5,08:30,12:30,2026-01-01,\n");
  write_list (self, "absences.csv",
              "id,person_id,from,to,reason\n1,1,2026-12-20,2027-01-06,loma\n");
  write_list (self, "person_themes.csv", "person_id,theme_id,role,level\n1,mt,läheinen,3\n");
  write_list (self, "organisations.csv",
              "id,name,business_id,municipality_code,kind,theme_ids\n7,Koe ry,0000001-0,"
              "91,yhdistys,mt\n");
  write_list (self, "requests.csv",
              "id,title,kind,unit,people_needed,mode,municipality_code,language,"
              "created_at,state,fee_eur\n"
              "3,Työpaja,yhteiskehittäminen,Koeyksikkö,2,paikan päällä,91,fi,2026-03-01,"
              "valmis,80.00\n");
  write_list (self, "request_slots.csv",
              "id,request_id,date,start,end,kind\n1,3,2026-04-01,09:00,11:00,tarvitaan\n");
  write_list (self, "request_themes.csv", "request_id,theme_id,weight,required\n3,mt,2,1\n");
  write_list (self, "assignments.csv",
              "id,request_id,person_id,state,date,hours,proposed_at,answered_at,score\n"
              "5,3,1,valmis,2026-04-01,2.0,2026-03-05,2026-03-06,0.840\n"
              "6,3,2,kieltäytyi,2026-04-01,,2026-03-05,2026-03-06,0.3\n");
  write_list (self, "fees.csv",
              "id,assignment_id,person_id,kind,amount_eur,km,state,paid_at\n"
              "1,5,1,matka,22.80,40.0,maksettu,2026-05-01\n2,6,2,palkkio,80,,maksettu,"
              "2026-05-01\n");
  write_list (self, "feedback.csv",
              "id,assignment_id,given_by,rating,given_at,text\n1,5,henkilö,4,2026-04-02,"
              "Hyvin meni\n");
}

static void
a_folder_comes_in_as_one (void)
{
  g_autoptr (Fixture) self = set_up ();

  write_folder (self);
  g_autoptr (MukanaImportPlan) plan = plan_path (self, self->folder);
  MukanaImportCounts counts = accept_plan (self, plan);
  g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");
  g_autoptr (MukanaPersonFile) withdrawn = find_person (self, "Mallikas");

  g_assert_true (file->is_matchable);
  g_assert_true (mukana_consent_allows (file->consents, "theme", "mt", MUKANA_TEST_TODAY));
  g_assert_cmpuint (file->times->len, ==, 1);
  g_assert_cmpuint (file->absences->len, ==, 1);
  g_assert_cmpstr (withdrawn->person->state, ==, "candidate");
  g_assert_false (withdrawn->is_usable);
  /* A consent of nobody, and a fee for what was declined. */
  g_assert_cmpuint (counts.n_refused, ==, 2);
  g_assert_cmpuint (counts.n_new, ==, counts.n_rows - 2);
  g_assert_nonnull (find_problem (plan, "person-unknown"));
  g_assert_nonnull (find_problem (plan, "not-agreed"));
}

static void
an_imported_fee_keeps_its_own_calculation (void)
{
  g_autoptr (Fixture) self = set_up ();
  gboolean is_found = FALSE;

  write_folder (self);
  g_autoptr (MukanaImportPlan) plan = plan_path (self, self->folder);
  accept_plan (self, plan);
  g_autoptr (MukanaPersonFile) file = find_person (self, "Koetinen");

  for (guint i = 0; i < file->timeline->len; i++)
    {
      const MukanaEvent *event = g_ptr_array_index (file->timeline, i);

      if (strcmp (event->kind, "fee") == 0)
        {
          is_found = TRUE;
          g_assert_cmpint (event->amount_cents, ==, 2280);
          g_assert_nonnull (strstr (event->title, "40.0 km"));
        }
    }
  g_assert_true (is_found);
}

static void
a_folder_again_is_all_the_same (void)
{
  g_autoptr (Fixture) self = set_up ();

  write_folder (self);
  g_autoptr (MukanaImportPlan) first = plan_path (self, self->folder);
  accept_plan (self, first);
  g_autoptr (MukanaImportPlan) again = plan_path (self, self->folder);
  MukanaImportCounts counts = mukana_import_plan_count (again);

  g_assert_cmpuint (counts.n_same, ==, counts.n_rows - 2);
  g_assert_cmpuint (counts.n_refused, ==, 2);
}

#define RETURNING HEADINGS \
  "Aino;Esimerkki;aino@example.org;0500000001;kokemusasiantuntija;aktiivinen;;12.3.2026;1970\n"
#define NAME_ALONE HEADINGS "Aino;Esimerkki;;;kokemusasiantuntija;aktiivinen;;12.3.2026;\n"

static void
erase_only_person (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 1;

  mukana_store_run (self->place->store, &mukana_erasing_job, &id, &error);
  g_assert_no_error (error);
}

static void
erased_person_is_left_out_and_told_of (void)
{
  static const char * const again[] = {
    RETURNING, NAME_ALONE,
    HEADINGS "Aino;Esimerkki;;;kokemusasiantuntija;aktiivinen;;12.3.2026;1970\n",
    HEADINGS "A.;Toinen;AINO@example.org;;kokemusasiantuntija;aktiivinen;;12.3.2026;\n",
    HEADINGS "A.;Toinen;;+358 50 000 0001;kokemusasiantuntija;aktiivinen;;12.3.2026;\n",
  };
  g_autoptr (Fixture) self = set_up ();

  bring_in (self, RETURNING);
  erase_only_person (self);

  for (guint i = 0; i < G_N_ELEMENTS (again); i++)
    {
      g_autoptr (MukanaImportPlan) plan = plan_text (self, again[i]);
      MukanaImportCounts counts = accept_plan (self, plan);

      g_assert_cmpuint (counts.n_refused, ==, 1);
      g_assert_cmpuint (counts.n_new, ==, 0);
      g_assert_cmpuint (count_rows (self, "people.count"), ==, 0);
    }
}

static void
year_in_a_list_brings_nobody_back_whose_year_was_unknown (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (MukanaImportPlan) plan = NULL;

  bring_in (self, NAME_ALONE);
  erase_only_person (self);
  plan = plan_text (self, HEADINGS "Aino;Esimerkki;;;kokemusasiantuntija;aktiivinen;;;1970\n");

  g_assert_cmpuint (accept_plan (self, plan).n_refused, ==, 1);
}

static void
somebody_else_comes_in_beside_an_erased_person (void)
{
  g_autoptr (Fixture) self = set_up ();

  bring_in (self, RETURNING);
  erase_only_person (self);
  bring_in (self, HEADINGS "Eero;Esimerkki;eero@example.org;0500000002;kokemusasiantuntija;"
                           "aktiivinen;;12.3.2026;1970\n");
  bring_in (self, HEADINGS "Aino;Esimerkki;;;kokemusasiantuntija;aktiivinen;;12.3.2026;1991\n");

  g_assert_cmpuint (count_rows (self, "people.count"), ==, 2);
}

#define WITH_THEME HEADINGS \
  "Aino;Esimerkki;aino@example.org;0500000001;kokemusasiantuntija;aktiivinen;Päihteet;" \
  "12.3.2026;%s\n"

static gpointer
end_theme_work (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  mukana_db_exec (db, "UPDATE consent SET withdrawn_at = 1775000000000000, withdrawn_on = "
                      "'2026-04-01', withdrawn_how = 'phone' WHERE purpose = 'theme'", error);
  return NULL;
}

static gpointer
count_themes_work (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GPtrArray) themes = mukana_people_themes (db, 1, error);
  g_autoptr (GPtrArray) consents = mukana_consenting_history (db, 1, error);
  guint *n = arg;

  n[0] = themes->len;
  n[1] = 0;
  for (guint i = 0; i < consents->len; i++)
    n[1] += ((MukanaConsent *) g_ptr_array_index (consents, i))->theme_id != NULL;
  return NULL;
}

static void
theme_that_was_erased_after_its_withdrawal_stays_out (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (MukanaRetention) shown = NULL;
  g_autofree char *first = g_strdup_printf (WITH_THEME, "1970");
  g_autofree char *again = g_strdup_printf (WITH_THEME, "1971");
  MukanaRetentionOrder *order;
  guint before[2], erased[2], after[2];

  bring_in (self, first);
  mukana_test_read (self->place, count_themes_work, before);
  mukana_test_write (self->place, end_theme_work, NULL);
  shown = mukana_store_run (self->place->store, &mukana_retaining_read_job, NULL, NULL);
  order = mukana_retention_order_new ("theme", shown->due);
  g_free (mukana_store_run (self->place->store, &mukana_retaining_run_job, order, NULL));
  mukana_retention_order_free (order);
  mukana_test_read (self->place, count_themes_work, erased);
  bring_in (self, again);
  mukana_test_read (self->place, count_themes_work, after);

  g_assert_cmpuint (before[0], ==, 1);
  g_assert_cmpuint (before[1], ==, 1);
  g_assert_cmpuint (erased[0] + erased[1], ==, 0);
  g_assert_cmpuint (after[0] + after[1], ==, 0);
}

static gpointer
return_by_hand_work (MukanaDb      *db,
                     gpointer       arg,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (MukanaPerson) person = mukana_test_person_new (1);
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  g_autoptr (MukanaPerson) named = mukana_person_with_names (person, "Aino", "Esimerkki");
  gint64 id;

  mukana_record_init_text (named, "email", "aino@example.org");
  mukana_record_init_text (named, "phone", "050 000 0001");
  mukana_record_init_int (named, "birth-year", 1970);
  if ((id = mukana_people_add (db, named, error)) < 0)
    return NULL;

  mukana_record_init_int (consent, "person-id", id);
  mukana_record_init_text (consent, "purpose", "register");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", mukana_db_today (db));
  mukana_record_init_int (consent, "expires-on", MUKANA_DAY_NONE);
  mukana_record_init_int (consent, "withdrawn-on", MUKANA_DAY_NONE);
  mukana_consenting_give (db, consent, error);
  return NULL;
}

static void
new_consent_recorded_by_hand_lets_the_lists_know_them_again (void)
{
  g_autoptr (Fixture) self = set_up ();
  g_autoptr (MukanaImportPlan) plan = NULL;

  bring_in (self, RETURNING);
  erase_only_person (self);
  mukana_test_write (self->place, return_by_hand_work, NULL);
  plan = plan_text (self, RETURNING);

  g_assert_cmpuint (accept_plan (self, plan).n_refused, ==, 0);
  g_assert_cmpuint (count_rows (self, "people.count"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/importing/" #test, test)
  ADD (a_dry_run_changes_nothing);
  ADD (the_same_list_again_is_all_the_same);
  ADD (exported_list_comes_back_as_the_same_people);
  ADD (form_of_a_unit_comes_back_as_a_request);
  ADD (empty_form_brings_nothing_in);
  ADD (consent_to_the_register_is_none_to_be_proposed);
  ADD (the_consent_of_a_list_covers_its_themes_when_so_decided);
  ADD (a_withdrawal_in_the_list_comes_in_as_one);
  ADD (a_withdrawal_in_the_register_stays);
  ADD (a_column_of_another_list_is_not_dropped_in_silence);
  ADD (non_disclosure_is_taken_in_even_when_it_is_unclear);
  ADD (the_day_a_consent_was_given_is_the_consent);
  ADD (a_consent_that_ended_elsewhere_in_the_row_does_not_hold);
  ADD (somebody_taken_out_is_not_brought_back);
  ADD (people_alike_are_asked_about);
  ADD (merging_fills_only_what_is_empty);
  ADD (stopping_rolls_everything_back);
  ADD (a_plan_of_another_time_is_not_carried_out);
  ADD (what_is_not_understood_is_told_and_kept);
  ADD (bad_rows_are_refused_and_the_others_go_on);
  ADD (identity_codes_do_not_come_in_by_any_door);
  ADD (lists_of_any_form_are_read_alike);
  ADD (a_workbook_with_a_title_is_read);
  ADD (a_chosen_column_is_remembered);
  ADD (a_folder_comes_in_as_one);
  ADD (an_imported_fee_keeps_its_own_calculation);
  ADD (a_folder_again_is_all_the_same);
  ADD (erased_person_is_left_out_and_told_of);
  ADD (year_in_a_list_brings_nobody_back_whose_year_was_unknown);
  ADD (somebody_else_comes_in_beside_an_erased_person);
  ADD (theme_that_was_erased_after_its_withdrawal_stays_out);
  ADD (new_consent_recorded_by_hand_lets_the_lists_know_them_again);

  return g_test_run ();
}
