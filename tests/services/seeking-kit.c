/* seeking-kit.c: people who may be asked, and requests that look for them. */

#include "seeking-kit.h"

#include "services/mukana-consenting.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-founding.h"
#include "services/mukana-proposing.h"
#include "services/mukana-volunteering.h"

gpointer
seeking_run (Seeking         *fixture,
     const MukanaJob *job,
     gpointer         arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (fixture->place->store, job, arg, &error);

  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))   /* the matcher hears of the commit */
    continue;
  return result;
}

gint64
seeking_take_id (gpointer result)
{
  gint64 id = *(gint64 *) result;

  g_free (result);
  return id;
}

void
seeking_set_up (Seeking       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  fixture->matcher = mukana_matcher_new (fixture->place->store);
  seeking_run (fixture, &mukana_founding_job, NULL);
}

void
seeking_tear_down (Seeking       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->matcher);
  mukana_test_register_free (fixture->place);
}

void
seeking_give (Seeking    *fixture,
      gint64      person_id,
      const char *purpose,
      const char *theme_id)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "theme-id", theme_id);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 30);
  seeking_run (fixture, &mukana_consenting_give_job, consent);
}

void
seeking_set_part (Seeking    *fixture,
          gint64      person_id,
          const char *kind,
          gpointer    part)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaPartsChange *change;

  g_ptr_array_add (parts, part);
  change = mukana_parts_change_new (person_id, kind, parts);
  seeking_run (fixture, &mukana_person_parts_job, change);
  mukana_parts_change_free (change);
}

MukanaRequestFile *
seeking_new_request (const char *title,
             int         people,
             int         start_hour)
{
  MukanaRequestFile *file = mukana_request_file_new ();
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  MukanaRequestTheme *theme = g_object_new (MUKANA_TYPE_REQUEST_THEME, NULL);

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, title);
  mukana_record_init_text (file->request, "state", "open");
  mukana_record_init_text (file->request, "mode", "on-site");
  mukana_record_init_text (file->request, "municipality-code", "205");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_int (file->request, "people", people);
  mukana_record_init_int (time, "day", REQUEST_DAY);
  mukana_record_init_int (time, "start-minute", start_hour * 60);
  mukana_record_init_int (time, "end-minute", (start_hour + 2) * 60);
  g_ptr_array_add (file->times, time);
  mukana_record_init_text (theme, "theme-id", "ik.kot");
  mukana_record_init_int (theme, "weight", 1);
  g_ptr_array_add (file->themes, theme);
  return file;
}

gint64
seeking_add_request (Seeking    *fixture,
             const char *title,
             int         people,
             int         start_hour)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request (title, people, start_hour);

  return seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
}

/* With their consent to what they need. */
static gpointer
seeking_tell (Seeking      *fixture,
              MukanaPerson *person)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  MukanaToldPerson told = { person, mukana_person_tells_support (person, NULL) ? consent : NULL };

  mukana_record_init_text (consent, "purpose", "support");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
  return seeking_run (fixture, &mukana_person_tell_job, &told);
}

/** seeking_add_person: @person: takes part in matching for "ik.kot", free on Thursdays */
gint64
seeking_add_person (Seeking      *fixture,
                    MukanaPerson *person,
                    int           start_minute)
{
  MukanaExperience *theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
  MukanaFreeTime *time = g_object_new (MUKANA_TYPE_FREE_TIME, NULL);
  gint64 id;

  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_text (person, "work-languages", "fi");
  mukana_record_init_text (person, "municipality-code", "205");
  mukana_record_init_int (person, "remote-ok", 1);
  id = seeking_take_id (seeking_tell (fixture, person));

  mukana_record_init_text (theme, "theme-id", "ik.kot");
  mukana_record_init_text (theme, "perspective", "own");
  seeking_give (fixture, id, "theme", "ik.kot");
  seeking_set_part (fixture, id, "themes", theme);
  mukana_record_init_int (time, "weekday", 4);
  mukana_record_init_int (time, "start-minute", start_minute);
  mukana_record_init_int (time, "end-minute", 20 * 60);
  seeking_set_part (fixture, id, "times", time);
  seeking_give (fixture, id, "register", NULL);
  seeking_give (fixture, id, "matching", NULL);
  return id;
}

/** seeking_give_shift: as a volunteer at a point of that name.  Returns: the shift */
gint64
seeking_give_shift (Seeking   *fixture,
                    gint64     person_id,
                    MukanaDay  day,
                    int        start_minute,
                    int        end_minute)
{
  g_autoptr (MukanaOlkaPoint) point = g_object_new (MUKANA_TYPE_OLKA_POINT, NULL);
  g_autoptr (MukanaShift) shift = g_object_new (MUKANA_TYPE_SHIFT, NULL);

  mukana_record_init_text (point, "name", "Sairaalan aula");
  mukana_record_init_int (point, "opened-on", MUKANA_TEST_TODAY - 100);
  mukana_record_init_int (point, "opens-minute", 8 * 60);
  mukana_record_init_int (point, "closes-minute", 20 * 60);
  mukana_record_init_int (shift, "point-id",
                          seeking_take_id (seeking_run (fixture, &mukana_cooperating_save_job,
                                                        point)));
  mukana_record_init_int (shift, "person-id", person_id);
  mukana_record_init_int (shift, "day", day);
  mukana_record_init_int (shift, "start-minute", start_minute);
  mukana_record_init_int (shift, "end-minute", end_minute);
  return seeking_take_id (seeking_run (fixture, &mukana_shift_add_job, shift));
}

/** seeking_agree: asks the person, fit or not, who says yes.  Returns: the (first) assignment */
gint64
seeking_agree (Seeking *fixture,
               gint64   request_id,
               gint64   person_id)
{
  MukanaProposing *proposing = mukana_proposing_new (request_id, "theme");
  MukanaAnswering *answering;
  g_autoptr (GArray) proposals = NULL;
  g_autoptr (GArray) assignments = NULL;

  mukana_proposing_except (proposing, "agreed");
  mukana_proposing_add (proposing, person_id, 50, FALSE);
  proposals = seeking_run (fixture, &mukana_proposing_job, proposing);
  mukana_proposing_free (proposing);
  answering = mukana_answering_new (g_array_index (proposals, gint64, 0), "accepted", NULL, NULL);
  assignments = seeking_run (fixture, &mukana_answering_job, answering);
  mukana_answering_free (answering);
  return g_array_index (assignments, gint64, 0);
}
