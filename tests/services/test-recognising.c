/* test-recognising.c: whoever is typed and there already is told, and so is who was erased. */

#include "kit/mukana-test.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-erasing.h"
#include "services/mukana-recognising.h"
#include "services/mukana-registering.h"

typedef struct
{
  MukanaTestRegister *place;
  gint64              anna;
} Fixture;

static MukanaPerson *
make_person (const char *given,
             const char *family,
             int         birth_year,
             const char *email,
             const char *phone)
{
  g_autoptr (MukanaPerson) plain = mukana_test_person_new (1);
  g_autoptr (MukanaPerson) named = mukana_person_with_names (plain, given, family);
  g_autoptr (MukanaPerson) reached = mukana_record_with_text (named, "email", email);
  MukanaPerson *person = mukana_record_with_text (reached, "phone", phone);

  mukana_record_init_int (person, "birth-year", birth_year);
  return person;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (MukanaPerson) anna = make_person ("Änna", "Esimerkki", 1970, "anna@example.org",
                                               "050 000 0001");
  g_autofree gint64 *id = NULL;

  fixture->place = mukana_test_register_new ();
  id = run (fixture, &mukana_person_save_job, anna);
  fixture->anna = *id;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

/* Returns: how many are told; the first of them must be Anna. */
static guint
count_alike (Fixture    *fixture,
             const char *given,
             const char *family,
             int         birth_year,
             const char *email,
             const char *phone)
{
  g_autoptr (MukanaPerson) typed = make_person (given, family, birth_year, email, phone);
  g_autoptr (MukanaAlike) alike = run (fixture, &mukana_recognising_job, typed);

  g_assert_cmpint (alike->erased, ==, MUKANA_ERASED_NOT);
  if (alike->people->len > 0)
    g_assert_cmpint (((MukanaAlikePerson *) g_ptr_array_index (alike->people, 0))->person_id, ==,
                     fixture->anna);
  return alike->people->len;
}

static void
whoever_is_alike_is_told_while_they_are_typed (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_assert_cmpuint (count_alike (fixture, "Änna", "Esimerkki", 0, NULL, NULL), ==, 1);
  g_assert_cmpuint (count_alike (fixture, "Esimerkki", "Änna", 1970, NULL, NULL), ==, 1);
  g_assert_cmpuint (count_alike (fixture, "Änna", NULL, 0, "Anna@Example.org", NULL), ==, 1);
  g_assert_cmpuint (count_alike (fixture, "Änna", "Esimerki", 1970, NULL, "050-0000001"), ==, 1);
}

static void
whoever_is_not_alike_is_not_told (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_assert_cmpuint (count_alike (fixture, "Änna", "Esimerkki", 1999, NULL, NULL), ==, 0);
  g_assert_cmpuint (count_alike (fixture, "Pekka", "Koetinen", 1970, NULL, NULL), ==, 0);
  g_assert_cmpuint (count_alike (fixture, NULL, NULL, 0, NULL, NULL), ==, 0);
}

/* Nobody's data are brought back by typing either, without the user knowing it. */
static void
whoever_was_erased_is_told_without_their_data (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (MukanaPerson) typed = make_person ("Änna", "Esimerkki", 1970, "anna@example.org",
                                                NULL);
  g_autoptr (MukanaAlike) alike = NULL;

  run (fixture, &mukana_erasing_job, &fixture->anna);
  alike = run (fixture, &mukana_recognising_job, typed);

  g_assert_cmpint (alike->erased, ==, MUKANA_ERASED_SURELY);
  g_assert_cmpuint (alike->people->len, ==, 0);
}

/* As lists have them: an initial more or less, or the columns the other way round. */
static void
erased_name_is_told_however_it_is_written (Fixture       *fixture,
                                           gconstpointer  data)
{
  static const struct { const char *given, *family; int year; MukanaErasedKind kind; } cases[] = {
    { "Änna", "Esimerkki", 1970, MUKANA_ERASED_SURELY },
    { "Esimerkki", "Änna", 1970, MUKANA_ERASED_PERHAPS },
    { "Esimerkki", "Änna", 0, MUKANA_ERASED_PERHAPS },
    { "Änna K.", "Esimerkki", 1970, MUKANA_ERASED_PERHAPS },
    { "Änna K", "Esimerkki", 0, MUKANA_ERASED_PERHAPS },
    { "Esimerkki", "Änna K. M.", 1970, MUKANA_ERASED_PERHAPS },
    { "Änna K.", "Esimerkki", 1971, MUKANA_ERASED_NOT },
    { "Esimerkki", "Änna", 1999, MUKANA_ERASED_NOT },
    { "K.", "Esimerkki", 1970, MUKANA_ERASED_NOT },
    { "Änna Kaarina", "Esimerkki", 1970, MUKANA_ERASED_NOT },
  };

  run (fixture, &mukana_erasing_job, &fixture->anna);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MukanaPerson) typed = make_person (cases[i].given, cases[i].family,
                                                    cases[i].year, NULL, NULL);
      g_autoptr (MukanaAlike) alike = run (fixture, &mukana_recognising_job, typed);

      g_assert_cmpint (alike->erased, ==, cases[i].kind);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/recognising/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (whoever_is_alike_is_told_while_they_are_typed);
  ADD (whoever_is_not_alike_is_not_told);
  ADD (whoever_was_erased_is_told_without_their_data);
  ADD (erased_name_is_told_however_it_is_written);

  return g_test_run ();
}
