/* test-quarter-window.c: a quarter of a county's life through the window, in Finnish.
 *
 * The hand finds what it uses by the words on it and the test reads what is
 * shown; services are asked nothing.  Every sum and day that is expected is
 * worked out by hand in a comment.  Places and dates of events are those of
 * published programmes; people and associations are made up.
 */

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libical/ical.h>
#include <locale.h>
#include <string.h>

#include "kit/mukana-test-hand.h"
#include "kit/mukana-test-window.h"

#define press mukana_test_hand_press
#define press_at mukana_test_hand_press_at
#define type mukana_test_hand_type
#define choose mukana_test_hand_choose
#define pick mukana_test_hand_pick
#define go mukana_test_hand_go
#define open_row mukana_test_hand_open_row
#define see mukana_test_hand_see

#define AINO "Aino Koivuniemi"
#define TITLE "Kotihoidon työpaja"
#define FINDING "Ovi aukeaa väärään suuntaan"
#define ASSOCIATION "Esimerkkiyhdistys"

typedef struct
{
  MukanaTestWindow window;
  char            *folder;   /* for what is saved */
} Quarter;

static void
show_action (GSimpleAction *action,
             GVariant      *route,
             gpointer       window)
{
  const char *page;
  gint64 id;

  g_variant_get (route, "(&sx)", &page, &id);
  g_assert_true (mukana_window_show_page (window, page, id));
}

/* What the application does for a window: pages ask it for other pages. */
static void
add_routes (MukanaWindow *window)
{
  static const GActionEntry show = {
    .name = "show", .activate = show_action, .parameter_type = "(sx)"
  };
  g_autoptr (GSimpleActionGroup) routes = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (routes), &show, 1, window);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "app", G_ACTION_GROUP (routes));
}

static void
set_up (Quarter       *self,
        gconstpointer  day)
{
  MukanaTestRegister *place = mukana_test_place_new ();
  g_autoptr (GError) error = NULL;

  mukana_clock_set_still (place->clock, mukana_day_minute_us (GPOINTER_TO_INT (day), 9 * 60));
  place->store = mukana_test_try_open (place, TRUE, &error);
  g_assert_no_error (error);
  mukana_test_window_open_place (&self->window, place);
  add_routes (self->window.window);
  self->folder = g_dir_make_tmp ("mukana-quarter-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Quarter       *self,
           gconstpointer  day)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  mukana_test_window_close (&self->window);
}

/* The register is opened on another morning. */
static void
be_on (Quarter    *self,
       MukanaDay   day,
       const char *actor)
{
  mukana_clock_set_still (self->window.place->clock, mukana_day_minute_us (day, 9 * 60));
  mukana_test_window_change_user (&self->window, actor);
}

static char *
dup_path (Quarter    *self,
          const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* ---- Events ---- */

typedef struct
{
  const char *day, *from, *until, *hours, *venue, *street, *municipality, *deadline;
} Workshop;

static void
add_event (const char *title,
           const char *kind)
{
  go ("Tapahtumat");
  press ("Lisää tapahtuma…");
  type ("Otsikko", title);
  choose ("Tyyppi", kind);
  type ("Fasilitaattorit, rooli tai organisaatio", "Osallisuuskoordinaattorit");
  type ("Päättyy näin monta päivää ennen", "14");
  press ("Tallenna");
  see (title);
}

static void
add_workshop (const char     *title,
              const Workshop *workshop)
{
  press_at (title, "Lisää ajankohta…");
  type ("Päivä", workshop->day);
  type ("Alkaen", workshop->from);
  type ("Asti", workshop->until);
  type ("Tapahtumapaikka", workshop->venue);
  type ("Katuosoite", workshop->street);
  pick ("Kunta", workshop->municipality);
  press ("Tallenna");
  see (workshop->venue);
}

static void
workshops_at_five_places_are_registered_for_two_weeks_before (Quarter       *self,
                                                              gconstpointer  data)
{
  /* Each deadline is the day less 14. */
  static const Workshop WORKSHOPS[] =
  {
    { "27.10.2023", "8.30", "12.30", "8.30–12.30", "Kylpylähotelli Kiannon Kuohut", "Jalonkatu 1",
      "Suomussalmi", "13.10.2023" },
    { "2.11.2023", "8.30", "12.30", "8.30–12.30", "Ravintola HerkkuHetki", "Seminaarinkatu 2",
      "Kajaani", "19.10.2023" },
    { "3.11.2023", "8.30", "12.30", "8.30–12.30", "Kaesan kotileipomo", "Kainuuntie 87", "Kuhmo",
      "20.10.2023" },
    { "9.11.2023", "12.00", "16.00", "12–16", "Break Sokos Hotel Vuokatti", "Kidekuja 2", "Sotkamo",
      "26.10.2023" },
    { "10.11.2023", "12.00", "16.00", "12–16", "Ravintola HerkkuHetki", "Seminaarinkatu 2",
      "Kajaani", "27.10.2023" },
  };

  add_event ("Osallisuustyöpaja", "Koulutus");
  for (guint i = 0; i < G_N_ELEMENTS (WORKSHOPS); i++)
    {
      const Workshop *workshop = &WORKSHOPS[i];
      g_autofree char *when = g_strdup_printf ("%s %s", workshop->day, workshop->hours);
      g_autofree char *deadline = g_strdup_printf ("Ilmoittaudu viimeistään %s",
                                                   workshop->deadline);

      add_workshop ("Osallisuustyöpaja", workshop);
      see (when);
      see (deadline);
    }

  /* Somebody registers for Kuhmo and comes; what they eat is kept for 14 days after. */
  press_at ("3.11.2023 8.30", "Osallistujat…");
  press ("Lisää…");
  type ("Nimi", "Hilja Metsäpolku");
  type ("Ruokavalio", "Gluteeniton");
  press ("Tallenna");
  see ("Gluteeniton");
  be_on (self, mukana_day_new (2023, 11, 3), MUKANA_TEST_ACTOR);
  go ("Tapahtumat");
  see ("Ilmoittautuminen on päättynyt");
  press_at ("3.11.2023 8.30", "Osallistujat…");
  press ("Kaikki osallistuivat");
  press ("Takaisin");
  see ("ilmoittautui 1, osallistui 1");
  be_on (self, mukana_day_new (2023, 11, 18), MUKANA_TEST_ACTOR);
  go ("Tänään");
  see ("Poista tiedot");
}

/* ---- A person with consents ---- */

static void
consent_to (const char *purpose,
            const char *theme)
{
  press ("Kirjaa suostumus");
  choose ("Mihin", purpose);
  if (theme != NULL)
    choose ("Teema", theme);
  choose ("Miten se annettiin", "tapaamisessa");
  type ("Missä allekirjoitettu paperi on", "Mappi 3");
  press ("Kirjaa");
  see ("Suostumus kirjattu");
}

/* Monday from 8 to 16, by the keyboard: that is sixteen halves of an hour. */
static void
paint_monday (Quarter *self)
{
  press ("Maalaa viikko");
  mukana_test_window_settle ();
  mukana_test_window_press (&self->window, "space");
  for (int i = 0; i < 15; i++)
    mukana_test_window_press (&self->window, "shift+Right");
  see ("Tallennettu");
}

static void
add_person (Quarter *self)
{
  go ("Henkilöt");
  press ("Uusi henkilö");
  type ("Etunimi", "Aino");
  type ("Sukunimi", "Koivuniemi");
  pick ("Kunta", "Sotkamo");
  press ("Lisää");
  press ("Kirjaa suostumus…");
  choose ("Mihin", "Rekisteri");
  press ("Kirjaa");
  see ("Suostumus kirjattu");
  consent_to ("Tehtävien ehdottaminen", NULL);
  press ("Lisää kokemusteema…");
  pick ("Teema", "Masennus");
  choose ("Näkökulma", "oma kokemus");
  choose ("Miten se annettiin", "tapaamisessa");
  press ("Lisää");
  see ("Teema ja suostumus kirjattu");
  see ("Masennus");
  press ("Lisää rooli");
  choose ("Rooli", "kokemusasiantuntija");
  press ("Lisää");
  see ("Rooli lisätty");
  paint_monday (self);
  press ("Merkitse haastatelluksi");
  press ("Aloita perehdytys");
  press ("Merkitse aktiiviseksi");
  see ("Aktiivinen");
}

/* ---- A request with two days, one on each side of the new year ---- */

static void
add_request (void)
{
  go ("Pyynnöt");
  press ("Uusi pyyntö");
  type ("Otsikko", TITLE);
  type ("Yksikkö", "Kotihoito");
  type ("Lisää teema: kirjoita muutama kirjain", "masennus");
  press ("Masennus");
  press ("Lisää ajankohta");
  type ("Päivä, kuten 10.12.2026", "29.12.2025");
  type ("Alkaen", "10.00");
  type ("Asti", "13.00");
  press ("Sama viikkoa myöhemmin");
  pick ("Kunta", "Kajaani");
  type ("Tapahtumapaikka", "Ravintola HerkkuHetki, Seminaarinkatu 2");
  type ("Montako", "1");
  press ("Tallenna");
}

static void
find_people (void)
{
  press ("Löydä tekijät");
  press ("Valitse " AINO);
  press ("Ehdota…");
  see ("Miksi juuri hän?");
  g_assert_false (mukana_test_hand_may_press ("Ehdota"));   /* before it is said why */
  press ("Teema");
  press ("Ehdota");
  see ("Vastausta odottaa");
  press ("Takaisin");
  press ("Suostui: " AINO);
  see ("ma 5.1.2026 klo 10–13");
}

/* ---- The calendar, as other programs read it ---- */

static void
judge_times (icalcomponent *calendar)
{
  /* Helsinki is two hours before UTC in winter: 10 to 13 is 8 to 11. */
  static const char * const BEGINS[] = { "20251229T080000Z", "20260105T080000Z" };
  static const char * const ENDS[] = { "20251229T110000Z", "20260105T110000Z" };
  icaltimezone *utc = icaltimezone_get_utc_timezone ();
  guint n = 0;

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT), n++)
    {
      struct icaltimetype begin = icalcomponent_get_dtstart (event);
      struct icaltimetype end = icalcomponent_get_dtend (event);

      g_assert_cmpuint (n, <, G_N_ELEMENTS (BEGINS));
      g_assert_cmpstr (icaltime_as_ical_string (icaltime_convert_to_zone (begin, utc)), ==,
                       BEGINS[n]);
      g_assert_cmpstr (icaltime_as_ical_string (icaltime_convert_to_zone (end, utc)), ==, ENDS[n]);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (BEGINS));
}

/* A program of another house, where it is installed. */
static void
ask_another_program (const char *path)
{
  static const char script[] =
    "import sys\n"
    "try:\n"
    "    import icalendar, datetime\n"
    "except ImportError:\n"
    "    sys.exit(0)\n"
    "events = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read()).walk('VEVENT')\n"
    "got = [e.decoded('dtstart').astimezone(datetime.timezone.utc).isoformat() for e in events]\n"
    "sys.exit(got != ['2025-12-29T08:00:00+00:00', '2026-01-05T08:00:00+00:00'])\n";
  const char *command[] = { "/usr/bin/python3", "-c", script, path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_file_test (command[0], G_FILE_TEST_IS_EXECUTABLE))
    return;

  g_spawn_sync (NULL, (char **) command, NULL, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

static void
save_calendar (Quarter *self)
{
  g_autofree char *path = dup_path (self, "kalenteri.ics");
  g_autofree char *text = NULL;
  icalcomponent *calendar;

  press ("Pyynnön toiminnot");
  press ("Kalenteritiedosto…");
  mukana_test_hand_name_file (path);
  mukana_test_wait_until (is_there, path, "the calendar is saved");

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "Koivuniemi"));
  calendar = icalparser_parse_string (text);
  g_assert_nonnull (calendar);
  judge_times (calendar);
  icalcomponent_free (calendar);
  ask_another_program (path);
}

/* ---- The days themselves, and their fees ---- */

static void
record_day (const char *when,
            const char *hours,
            const char *passengers)
{
  go ("Toimeksiannot");
  open_row (when);
  type ("Tunnit valmistelu mukaan lukien", hours);
  type ("Kilometrit omalla autolla", "82");
  type ("Matkustajat", passengers);
  press ("Kirjaa päivä");
  see ("Päivä on kirjattu");
}

/* Its page opens. */
static void
make_batch (const char *name,
            const char *until)
{
  go ("Palkkiot");
  press ("Kokoa maksuerä…");
  type ("Nimi", name);
  type ("Työn viimeinen päivä", until);
  press ("Tee");
  see ("Luonnos");
}

static void
send_batch (Quarter *self)
{
  g_autofree char *path = dup_path (self, "palkat.csv");
  g_autofree char *text = NULL;

  press ("Vie palkanlaskentaan…");
  press ("CSV-tiedosto…");
  mukana_test_hand_name_file (path);
  see ("Tiedosto on kirjoitettu ja erä lukittu");

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "87,50"));
  g_assert_nonnull (strstr (text, "48,38"));
  g_assert_null (strstr (text, "Masennus"));
  g_assert_null (strstr (text, TITLE));
  g_assert_null (strstr (text, "kokemusasiantuntija"));
}

/* Nobody is paid twice, and nobody approves alone. */
static void
pay_the_first_day (Quarter *self)
{
  make_batch ("Palkkiot 12/2025", "31.12.2025");
  see ("135,88");   /* 87,50 + 48,38 */
  press ("Merkitse tarkastetuksi");
  see ("Erän hyväksyy joku muu kuin sen tekijä");
  g_assert_false (mukana_test_hand_may_press ("Hyväksy"));
  g_assert_false (mukana_test_hand_may_press ("Vie palkanlaskentaan…"));

  be_on (self, mukana_day_new (2026, 1, 2), "colleague");
  go ("Tänään");
  press_at ("Palkkiot 12/2025", "Avaa erä");
  press ("Hyväksy");
  send_batch (self);

  /* Sent once: there is no way to send it again, to open it again or to gather its lines. */
  see ("Viety palkanlaskentaan");
  g_assert_false (mukana_test_hand_may_press ("Vie palkanlaskentaan…"));
  g_assert_false (mukana_test_hand_may_press ("Palauta luonnokseksi…"));
  go ("Palkkiot");
  see ("Mikään ei odota. Kun päivä kirjataan, sen palkkiot tulevat tähän.");
}

/* It should have been four hours: 4 × 25,00 = 100,00, of which 87,50 was paid. */
static void
correct_the_first_day (void)
{
  go ("Palkkiot");
  open_row ("Palkkiot 12/2025");
  press ("Palkanlaskenta on maksanut");
  see ("Kuitattu");
  press_at ("87,50", "Oikaise…");
  type ("Oikea summa euroina", "100,00");
  type ("Miksi", "Neljä tuntia");
  press ("Oikaise");
  see ("Oikaisu odottaa seuraavaa erää");
}

/* ---- What was said, and what followed ---- */

static void
hear_the_expert_and_the_requester (void)
{
  press ("Lisää palaute");
  type ("Tulisi uudelleen, 0–10", "4");
  type ("Tuli kuulluksi, 0–10", "9");
  type ("Omin sanoin", "Kiire");
  press ("Lisää");
  see ("Kiire");
  press ("Lisää palaute");
  choose ("Palautteen antaja", "Tilaaja");
  type ("Kuinka hyödyllinen, 0–10", "10");
  press ("Lisää");
  see ("10/10");
}

static void
hear_the_participants (void)
{
  go ("Pyynnöt");
  open_row (TITLE);
  press ("Osallistujien vastaukset…");
  type ("Vastauksia yhteensä", "8");
  type ("Antoi 9 tai 10", "5");
  type ("Antoi 0–6", "1");
  press ("Kirjaa");
  see ("8 vastausta, NPS +50");   /* 5/8 less 1/8 */
}

/* Words with four points wait for seven days: from 7.1. to 14.1. */
static void
handle_what_waits (void)
{
  go ("Tänään");
  see ("vielä 7 pv");
  press ("Käsittele");
  press ("Käsitelty…");
  type ("Mitä asialle tehtiin", "Soitettu");
  press ("Kirjaa");
  see ("Mikään ei odota. Tänne tulee");
}

static void
move_to (const char *state)
{
  press ("Siirrä tilaan");
  press (state);
}

/* The last day was 5.1.; 60 days later is 6.3., of which 58 are left on 7.1. */
static void
answer_the_finding_before_the_request_is_archived (Quarter *self)
{
  g_autofree char *letter = dup_path (self, "kirje-kotihoidon-tyopaja-1-1.pdf");

  press ("Lisää havainto");
  type ("Mitä havaittiin", FINDING);
  press ("Lisää");
  see (FINDING);
  move_to ("Arkistoitu");
  see ("Ennen arkistointia kerro jokaisesta havainnosta, mitä siitä seurasi");

  go ("Tänään");
  see ("vielä 58 pv");
  press ("Kerro vaikutus");
  open_row (FINDING);
  choose ("Mihin osallistuminen johti", "Otettu osittain käyttöön");
  type ("Mitä tehtiin tai miksi ei tehty", "Toinen ovista käännettiin.");
  press ("Tallenna");
  see ("Toinen ovista käännettiin.");
  press ("Kirjeet…");
  mukana_test_hand_name_file (self->folder);
  mukana_test_wait_until (is_there, letter, "the letter is written");
  press ("Kerrottu…");
  press ("Kirjaa");
  see ("Vaikutus kerrottu");
  move_to ("Arkistoitu");
  see ("Arkistoitu");
}

static void
a_quarter_is_lived_and_paid_and_told (Quarter       *self,
                                      gconstpointer  data)
{
  add_person (self);
  add_request ();
  find_people ();
  save_calendar (self);

  be_on (self, mukana_day_new (2025, 12, 30), MUKANA_TEST_ACTOR);
  go ("Tänään");
  see ("Tunnit kirjaamatta");
  record_day ("29.12.2025", "3,5", "");
  see ("3,5 h × 25,00 €/h = 87,50 €");
  see ("82 km × 0,59 €/km = 48,38 €");
  pay_the_first_day (self);

  be_on (self, mukana_day_new (2026, 1, 7), MUKANA_TEST_ACTOR);
  record_day ("5.1.2026", "4", "1");
  see ("48,38 €");   /* 82 × (0,55 + 0,04) */
  hear_the_expert_and_the_requester ();
  correct_the_first_day ();
  make_batch ("Palkkiot 1/2026", "31.1.2026");
  see ("160,88");   /* 100,00 + 48,38 + 12,50 */
  handle_what_waits ();
  hear_the_participants ();
  answer_the_finding_before_the_request_is_archived (self);

  /* Of all that waited only the batch that was made today is left. */
  go ("Tänään");
  see ("1 asia odottaa");
  see ("Palkkiot 1/2026");
}

/* ---- An organisation whose agreement ends next week ---- */

static void
agreement_that_ends_next_week_waits_until_it_is_renewed (Quarter       *self,
                                                         gconstpointer  data)
{
  go ("Järjestöt");
  press ("Uusi järjestö…");
  type ("Nimi", ASSOCIATION);
  pick ("Kunta", "Kouvola");
  type ("Alkaen", "1.1.2024");
  type ("Asti", "31.10.2025");
  press ("Tallenna");
  see ("Järjestö lisätty");
  go ("Tänään");
  see (ASSOCIATION ", 31.10.2025 asti");
  see ("vielä 7 pv");   /* from 24.10. */

  press ("Jatka tai päätä…");
  press ("Jatkuu…");
  press ("Muokkaa…");
  type ("Asti", "31.10.2027");
  press ("Tallenna");
  see ("Tallennettu");
  go ("Tänään");

  see ("Mikään ei odota tänään");
}

/* ---- The programme ---- */

static void
programme_counts_the_events_of_the_year (Quarter       *self,
                                         gconstpointer  data)
{
  static const Workshop WORKSHOP = {
    "3.11.2025", "8.30", "12.30", "8.30–12.30", "Kaesan kotileipomo", "Kainuuntie 87", "Kuhmo",
    "20.10.2025"
  };

  go ("Ohjelma");
  press ("Aloita esimerkistä");
  see ("Asiakaslähtöiset palvelut");
  see ("tältä vuodelta ei ole laskettavaa");
  add_event ("Osallisuustyöpaja", "Tapahtuma");
  add_workshop ("Osallisuustyöpaja", &WORKSHOP);

  be_on (self, mukana_day_new (2025, 11, 4), MUKANA_TEST_ACTOR);
  go ("Ohjelma");

  see ("1 tänä vuonna, laskettu rekisteristä");
}

/* A later C library heeds LANGUAGE in no locale of C.  The cache is the test's own. */
static void
be_in_finland (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "fi_FI.UTF-8", NULL);
  const char *command[] = { "localedef", "-i", "fi_FI", "-f", "UTF-8", path, NULL };

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  if (g_spawn_sync (NULL, (char **) command, NULL,
                    G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                    NULL, NULL, NULL, NULL, NULL, NULL) &&
      g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_setenv ("LOCPATH", g_get_user_cache_dir (), TRUE);
      g_setenv ("LC_ALL", "fi_FI.UTF-8", TRUE);
    }
}

int
main (int    argc,
      char **argv)
{
  be_in_finland ();
  mukana_test_window_init (&argc, &argv);
  setlocale (LC_ALL, "");   /* the toolkit's tests speak English */
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MUKANA_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_assert_cmpstr (_("Save"), ==, "Tallenna");

#define ADD(name, day) \
  g_test_add ("/quarter-window/" #name, Quarter, GINT_TO_POINTER (day), set_up, name, tear_down)
  ADD (workshops_at_five_places_are_registered_for_two_weeks_before, mukana_day_new (2023, 10, 2));
  ADD (agreement_that_ends_next_week_waits_until_it_is_renewed, mukana_day_new (2025, 10, 24));
  ADD (programme_counts_the_events_of_the_year, mukana_day_new (2025, 10, 24));
  ADD (a_quarter_is_lived_and_paid_and_told, mukana_day_new (2025, 10, 24));

  return g_test_run ();
}
