/* test-payloads.c: what is typed into a search is a text, whatever it looks like. */

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "kit/mukana-test.h"
#include "services/mukana-founding.h"
#include "services/mukana-listing.h"
#include "services/mukana-looking-up.h"
#include "services/mukana-registering.h"
#include "store/mukana-people.h"

static const char * const begins[] = { "", "korpi", "' ", "\" ", "%", "_", "*", "(", "\\", "a:" };
static const char * const ends[] = {
  "OR 1=1 --", "; DROP TABLE person; --", "UNION SELECT * FROM consent", "NEAR(a b)", "AND NOT",
  "\") OR (\"", "$1 :needle ?1", "{{id}} $$ x $$", "\xc3\xa4\xe2\x80\xae%n%s",
  "'); DELETE FROM journal",
};

static gpointer
run (MukanaTestRegister *place,
     const MukanaJob    *job,
     gpointer            arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (place->store, job, arg, &error);

  g_assert_no_error (error);
  return result;
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  MukanaPeopleFilter everybody = { NULL };
  g_autoptr (GArray) ids = mukana_people_ids (db, &everybody, error);

  return GUINT_TO_POINTER (ids->len);
}

static void
search_everywhere (MukanaTestRegister *place,
                   const char         *text)
{
  MukanaPeopleFilter people = { .needle = (char *) text, .municipality = (char *) text,
                                .theme = (char *) text, .role = (char *) text };
  MukanaListFilter others = { .needle = (char *) text, .state = (char *) text };

  g_array_unref (run (place, &mukana_people_ids_job, &people));
  g_array_unref (run (place, &mukana_organisations_ids_job, &others));
  g_array_unref (run (place, &mukana_requests_ids_job, &others));
  g_array_unref (run (place, &mukana_person_find_job, (gpointer) text));
  g_array_unref (run (place, &mukana_request_find_job, (gpointer) text));
}

static void
no_text_is_more_than_a_text (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();

  run (place, &mukana_founding_job, NULL);
  mukana_test_add_person (place, 1);
  mukana_test_add_person (place, 2);

  for (guint i = 0; i < G_N_ELEMENTS (begins) * G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = g_strconcat (begins[i / G_N_ELEMENTS (ends)],
                                           ends[i % G_N_ELEMENTS (ends)], NULL);

      search_everywhere (place, text);
      g_assert_cmpint (GPOINTER_TO_INT (mukana_test_read (place, count_run, NULL)), ==, 2);
    }
}

/* A name is kept letter by letter and found by itself. */
static void
a_name_like_a_statement_is_a_name (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();

  run (place, &mukana_founding_job, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
      g_autofree gint64 *id = NULL;
      g_autoptr (MukanaPersonFile) file = NULL;
      /* Without what turns its letters round. */
      g_autofree char *family = mukana_text_tidy (ends[i]);

      mukana_person_init_names (person, "Aino", ends[i]);
      mukana_record_init_text (person, "state", "active");
      mukana_record_init_text (person, "fee-mode", "fee");
      id = run (place, &mukana_person_save_job, person);
      file = run (place, &mukana_person_file_job, id);
      g_assert_cmpstr (file->person->family_name, ==, family);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/payloads/no_text_is_more_than_a_text", no_text_is_more_than_a_text);
  g_test_add_func ("/payloads/a_name_like_a_statement_is_a_name",
                   a_name_like_a_statement_is_a_name);

  return g_test_run ();
}
