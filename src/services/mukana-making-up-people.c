/* mukana-making-up-people.c: invented people, with what they know, allow and can.
 *
 * Six of them play a part in the requests and are always the same; the others
 * come from common first and last names, joined by chance.
 */

#include "services/mukana-making-up-private.h"

#include "domain/mukana-consent.h"
#include "domain/mukana-person-parts.h"
#include "domain/mukana-person.h"
#include "services/mukana-consenting.h"
#include "services/mukana-registering.h"
#include "store/mukana-people.h"

/* A person in the making: a person and the chances by which their parts are made. */
typedef struct
{
  const char *theme;            /* NULL: by chance */
  const char *second_theme;
  const char *role;
  MukanaDay   register_ends;    /* MUKANA_DAY_NONE: two years after it was given */
  MukanaDay   matching_ends;
  gboolean    is_cast;
} Wish;

static const struct
{
  const char *given, *family, *municipality, *role, *theme, *second_theme, *skills;
  int         birth_year, register_ends_in, matching_ends_in;   /* days from today; 0: not soon */
} cast[MUKANA_N_CAST] = {
  [MUKANA_CAST_AINO] = { "Aino", "Koskelo", "205", "expert", "pa.kot", "ik.kot", "group", 1958, 0,
                         19 },
  [MUKANA_CAST_VEIKKO] = { "Veikko", "Salmela", "290", "expert", "pa.kot", "ps.syd", "lecture",
                           1951, 27, 0 },
  [MUKANA_CAST_HENNA] = { "Henna", "Lounaja", "765", "expert", "la.oma", "pa.kot",
                          "facilitation group", 1979, 0, 0 },
  [MUKANA_CAST_TUOMAS] = { "Tuomas", "Rautio", "578", "expert", "pa.kot", "mt.mas", "group", 1986,
                           0, 0 },
  [MUKANA_CAST_MIRJA] = { "Mirja", "Hakola", "205", "expert", "ik.kot", "pa.kot", "group", 1949, 0,
                          0 },
  [MUKANA_CAST_TAPIO] = { "Tapio", "Rannikko", "777", "expert", "mt.mas", "pr.alk", "lecture", 1972,
                          0, 0 },
};

/* Where people live, as often as each stands here. */
static const char * const homes[] = {
  "205", "205", "205", "205", "205", "205", "205", "765", "765", "765", "290", "290", "290",
  "777", "777", "578", "697", "620", "105", "541", "762", "785",
};

/* The crew of a county: subjects that many know. */
static const char * const common_themes[] = {
  "mt.mas", "mt.ahd", "mt.bip", "mt.psy", "mt.yks", "pr.alk", "pr.huu", "pr.kak", "pr.rah",
  "lp.las", "lp.van", "lp.eri", "lp.ero", "va.lii", "va.avu", "nk.adh", "nk.aut", "ps.dia",
  "ps.syo", "ps.kip", "ps.har", "ik.mui", "ik.kot", "la.oma", "la.mie", "vk.lah", "vk.sur",
  "so.tyo", "so.asu", "so.tai", "mo.maa", "mo.sat", "pa.kot", "pa.kot", "pa.dig", "pa.dig",
  "pa.pai", "pa.ver", "pa.sot", "os.vie", "os.til", "os.pal",
};

static const char * const support_needs[] = {
  "Matkaan tarvitaan esteetön kyyti.", "Tarvitsee induktiosilmukan.",
  "Materiaali etukäteen selkokielellä.",
  "Tauko tunnin välein.", "Kulkee avustajan kanssa.", "Iso teksti ja rauhallinen tila.",
};

/* What of them is arranged for each assignment; NULL: nothing. */
static const char * const support_kinds[G_N_ELEMENTS (support_needs)] = {
  "ticket", NULL, NULL, NULL, "assistant", "quiet-room",
};

static const char * const not_talked[] = {
  "perhe", "lääkitys", "osastojaksot", "työpaikka nimeltä",
};

static const char * const absence_reasons[] = { "matka", "kuntoutusjakso", "leikkaus", NULL, NULL };

static const char * const trainings[] = {
  "Kokemusasiantuntijakoulutus", "Kokemustoimijan peruskoulutus", "Vertaisohjaajan koulutus",
};

static void
init_wishes_of_person (MukanaMadeUp *self,
                       MukanaPerson *person)
{
  static const char * const skills[] = { "group", "lecture", "online", "facilitation group",
                                         "group online" };
  static const char * const refusals[] = { "media", "large-audience", "evening weekend", "minors",
                                           "evening" };
  static const char * const fee_modes[] = { "fee", "fee", "fee", "fee", "fee", "fee", "fee",
                                            "expenses",
                                            "declined", "own-invoice" };
  static const int distances[] = { 0, 0, 30, 40, 60, 80, 100, 150 };

  mukana_record_init_int (person, "remote-ok", mukana_made_up_chance (self, 65));
  mukana_record_init_int (person, "max-travel-km", mukana_made_up_pick (self, distances));
  mukana_record_init_int (person, "max-per-month", mukana_made_up_between (self, 0, 4));
  mukana_record_init_int (person, "notice-days", mukana_made_up_between (self, 0, 10));
  if (mukana_made_up_chance (self, 60))
    mukana_record_init_text (person, "skills", mukana_made_up_pick (self, skills));
  if (mukana_made_up_chance (self, 25))
    mukana_record_init_text (person, "refusals", mukana_made_up_pick (self, refusals));
  mukana_record_init_text (person, "fee-mode", mukana_made_up_pick (self, fee_modes));
  if (mukana_made_up_chance (self, 12))
    mukana_record_init_int (person, "fee-ceiling-cents",
                            10000 * mukana_made_up_between (self, 1, 4));
  if (mukana_made_up_chance (self, 10))
    mukana_record_init_text (person, "excluded-units", "Aikuispsykiatrian osasto");
  if (mukana_made_up_chance (self, 18))
    {
      int need = mukana_made_up_between (self, 0, G_N_ELEMENTS (support_needs) - 1);

      mukana_record_init_text (person, "support-needs", support_needs[need]);
      mukana_record_init_text (person, "support-kinds", support_kinds[need]);
    }
  if (mukana_made_up_chance (self, 15))
    mukana_record_init_text (person, "not-talked", mukana_made_up_pick (self, not_talked));
}

static void
init_reach (MukanaMadeUp *self,
            MukanaPerson *person,
            gboolean      is_swedish)
{
  static const char * const channels[] = { "email", "email", "sms", "phone", "letter" };
  static const char * const languages[] = { "fi", "fi", "fi", "fi sv", "fi en", "fi en", "fi ru",
                                            "fi easy-fi" };
  g_autofree char *address = mukana_made_up_address (person->given_name, person->family_name);
  g_autofree char *phone = g_strdup_printf ("+358 00 %03d %04d",
                                            mukana_made_up_between (self, 0, 999),
                                            mukana_made_up_between (self, 0, 9999));

  mukana_record_init_text (person, "email", address);
  if (mukana_made_up_chance (self, 90))
    mukana_record_init_text (person, "phone", phone);
  mukana_record_init_text (person, "channel", mukana_made_up_pick (self, channels));
  mukana_record_init_text (person, "contact-language", is_swedish ? "sv" : "fi");
  mukana_record_init_text (person, "work-languages",
                           is_swedish ? "sv fi" : mukana_made_up_pick (self, languages));
}

static MukanaPerson *
make_person (MukanaMadeUp *self)
{
  static const char * const states[] = {
    "active", "active", "active", "active", "active", "active", "active", "active", "active",
    "active", "active", "active", "active", "active", "active", "active", "active", "active",
    "active", "paused", "paused", "candidate", "candidate", "interviewed", "orientation", "ended",
  };
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;
  gboolean is_swedish = mukana_made_up_chance (self, 4);
  g_autofree char *full = mukana_made_up_name (self, is_swedish, &given, &family);
  MukanaPerson *person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  int year, month, day;

  mukana_day_split (self->today, &year, &month, &day);
  mukana_person_init_names (person, given, family);
  mukana_record_init_int (person, "birth-year", year - mukana_made_up_between (self, 20, 82));
  mukana_record_init_text (person, "municipality-code", mukana_made_up_pick (self, homes));
  mukana_record_init_int (person, "non-disclosure", mukana_made_up_chance (self, 2));
  mukana_record_init_text (person, "state", mukana_made_up_pick (self, states));
  mukana_record_init_int (person, "joined-on",
                          self->today - mukana_made_up_between (self, 30, 1800));
  init_reach (self, person, is_swedish);
  init_wishes_of_person (self, person);
  if (g_str_equal (person->state, "paused"))
    mukana_record_init_int (person, "paused-until",
                            self->today + mukana_made_up_between (self, 10, 120));
  if (g_str_equal (person->state, "ended"))
    mukana_record_init_int (person, "ended-on", self->today - mukana_made_up_between (self, 1, 20));

  return person;
}

static MukanaPerson *
make_cast (MukanaMadeUp *self,
           int           number)
{
  MukanaPerson *person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, cast[number].given, cast[number].family);
  g_hash_table_add (self->taken, g_strdup (person->display_name));
  mukana_record_init_int (person, "birth-year", cast[number].birth_year);
  mukana_record_init_text (person, "municipality-code", cast[number].municipality);
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_int (person, "joined-on", self->today - 900 - 17 * number);
  init_reach (self, person, FALSE);
  mukana_record_init_int (person, "remote-ok", TRUE);
  mukana_record_init_int (person, "max-travel-km", 150);
  mukana_record_init_int (person, "max-per-month", 3);
  mukana_record_init_int (person, "notice-days", 5);
  mukana_record_init_text (person, "skills", cast[number].skills);
  if (number == MUKANA_CAST_VEIKKO)
    mukana_record_init_text (person, "support-kinds", "interpreter ticket");
  mukana_record_init_text (person, "fee-mode", "fee");
  return person;
}

static gboolean
give_as (MukanaMadeUp  *self,
         gint64         person_id,
         const char    *purpose,
         const char    *theme_id,
         const char    *how,
         MukanaDay      given_on,
         MukanaDay      expires_on,
         MukanaDay      withdrawn_on,
         GError       **error)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  if (expires_on == MUKANA_DAY_NONE)
    expires_on = mukana_consent_default_end (given_on);
  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "theme-id", theme_id);
  mukana_record_init_text (consent, "language", "fi");
  mukana_record_init_int (consent, "given-on", given_on);
  mukana_record_init_text (consent, "how", how);
  mukana_record_init_int (consent, "expires-on", expires_on);
  if (withdrawn_on != MUKANA_DAY_NONE)
    {
      mukana_record_init_int (consent, "withdrawn-on", withdrawn_on);
      mukana_record_init_int (consent, "withdrawn-at", mukana_day_minute_us (withdrawn_on, 600));
      mukana_record_init_text (consent, "withdrawn-how", "phone");
    }

  return mukana_consenting_give (self->db, consent, error) > 0;
}

static gboolean
give (MukanaMadeUp  *self,
      gint64         person_id,
      const char    *purpose,
      const char    *theme_id,
      MukanaDay      given_on,
      MukanaDay      expires_on,
      MukanaDay      withdrawn_on,
      GError       **error)
{
  static const char * const ways[] = { "form", "form", "meeting", "phone", "email" };

  return give_as (self, person_id, purpose, theme_id, mukana_made_up_pick (self, ways), given_on,
                  expires_on, withdrawn_on, error);
}

static MukanaExperience *
make_home_care (MukanaMadeUp *self,
                int           year)
{
  MukanaExperience *theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);

  mukana_record_init_text (theme, "theme-id", "pa.kot");
  mukana_record_init_text (theme, "perspective",
                           mukana_made_up_chance (self, 50) ? "own" : "close");
  mukana_record_init_int (theme, "last-year", year - mukana_made_up_between (self, 0, 6));
  return theme;
}

static GPtrArray *
make_themes (MukanaMadeUp *self,
             const Wish   *wish)
{
  static const char * const perspectives[] = { "own", "own", "own", "close", "peer" };
  GPtrArray *themes = g_ptr_array_new_with_free_func (g_object_unref);
  int n_themes = wish->is_cast ? 2 : mukana_made_up_between (self, 1, 3);
  int year, month, day;

  mukana_day_split (self->today, &year, &month, &day);
  for (int i = 0; i < n_themes; i++)
    {
      MukanaExperience *theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
      const char *id = i == 0 ? wish->theme : wish->second_theme;

      mukana_record_init_text (theme, "theme-id",
                               wish->is_cast ? id : mukana_made_up_pick (self, common_themes));
      mukana_record_init_text (theme, "perspective",
                               wish->is_cast ? "own" : mukana_made_up_pick (self, perspectives));
      if (mukana_made_up_chance (self, 80))
        mukana_record_init_int (theme, "last-year", year - mukana_made_up_between (self, 0, 9));
      g_ptr_array_add (themes, theme);
    }

  /* Home care has touched many, and it is what the first request is about. */
  if (!wish->is_cast && mukana_made_up_chance (self, 35))
    g_ptr_array_add (themes, make_home_care (self, year));

  return themes;
}

static void
add_time (GPtrArray *times,
          int        weekday,
          int        start_minute,
          int        end_minute)
{
  MukanaFreeTime *time = g_object_new (MUKANA_TYPE_FREE_TIME, NULL);

  mukana_record_init_int (time, "weekday", weekday);
  mukana_record_init_int (time, "start-minute", start_minute);
  mukana_record_init_int (time, "end-minute", end_minute);
  g_ptr_array_add (times, time);
}

static GPtrArray *
make_times (MukanaMadeUp *self,
            const Wish   *wish)
{
  GPtrArray *times = g_ptr_array_new_with_free_func (g_object_unref);
  int kind = wish->is_cast ? 0 : mukana_made_up_between (self, 0, 5);

  /* All day, mornings, afternoons, evenings, some days, and nothing told. */
  for (int weekday = 1; weekday <= 5 && kind < 5; weekday++)
    if (kind == 0)
      add_time (times, weekday, 9 * 60, 17 * 60);
    else if (kind == 1)
      add_time (times, weekday, 9 * 60, 12 * 60 + 30);
    else if (kind == 2)
      add_time (times, weekday, 12 * 60, 18 * 60);
    else if (kind == 3)
      add_time (times, weekday, 16 * 60, 20 * 60);
    else if (mukana_made_up_chance (self, 50))
      add_time (times, weekday, 9 * 60, 16 * 60);

  return times;
}

static GPtrArray *
make_absences (MukanaMadeUp *self)
{
  GPtrArray *absences = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaAbsence *absence = g_object_new (MUKANA_TYPE_ABSENCE, NULL);
  MukanaDay from = self->today + mukana_made_up_between (self, -5, 40);

  mukana_record_init_int (absence, "from-day", from);
  mukana_record_init_int (absence, "last-day", from + mukana_made_up_between (self, 1, 14));
  mukana_record_init_text (absence, "reason", mukana_made_up_pick (self, absence_reasons));
  g_ptr_array_add (absences, absence);
  return absences;
}

static void
add_credential (GPtrArray  *credentials,
                const char *kind,
                const char *title,
                MukanaDay   done_on,
                MukanaDay   expires_on)
{
  MukanaCredential *credential = g_object_new (MUKANA_TYPE_CREDENTIAL, NULL);

  mukana_record_init_text (credential, "kind", kind);
  mukana_record_init_text (credential, "title", title);
  mukana_record_init_int (credential, "done-on", done_on);
  mukana_record_init_int (credential, "expires-on", expires_on);
  g_ptr_array_add (credentials, credential);
}

static GPtrArray *
make_credentials (MukanaMadeUp *self,
                  const Wish   *wish)
{
  GPtrArray *credentials = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaDay oriented = self->today - mukana_made_up_between (self, 40, 700);

  if (wish->is_cast || mukana_made_up_chance (self, 80))
    {
      add_credential (credentials, "orientation", NULL, oriented, MUKANA_DAY_NONE);
      add_credential (credentials, "confidentiality", NULL, oriented, MUKANA_DAY_NONE);
    }
  if (wish->is_cast || mukana_made_up_chance (self, 55))
    add_credential (credentials, "training", mukana_made_up_pick (self, trainings),
                    oriented - mukana_made_up_between (self, 5, 400), MUKANA_DAY_NONE);
  if (mukana_made_up_chance (self, 25))
    add_credential (credentials, "check-504", NULL, oriented,
                    self->today + mukana_made_up_between (self, 5, 300));

  return credentials;
}

static GPtrArray *
make_roles (MukanaMadeUp *self,
            MukanaPerson *person,
            const Wish   *wish)
{
  static const char * const codes[] = { "expert", "expert", "expert", "expert", "expert",
                                        "developer-client",
                                        "peer-supporter", "experience-worker", "council-member" };
  GPtrArray *roles = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaRoleTerm *role = g_object_new (MUKANA_TYPE_ROLE_TERM, NULL);

  mukana_record_init_text (role, "role-code",
                           wish->role ? wish->role : mukana_made_up_pick (self, codes));
  mukana_record_init_int (role, "from-day", person->joined_on);
  g_ptr_array_add (roles, role);
  return roles;
}

static gboolean
set_parts (MukanaMadeUp  *self,
           gint64         person_id,
           const char    *kind,
           GPtrArray     *parts,
           GError       **error)
{
  MukanaPartsChange change = { person_id, kind, parts };

  return mukana_registering_set_parts (self->db, &change, error);
}

static gboolean
set_all_parts (MukanaMadeUp  *self,
               gint64         person_id,
               MukanaPerson  *person,
               const Wish    *wish,
               GError       **error)
{
  g_autoptr (GPtrArray) roles = make_roles (self, person, wish);
  g_autoptr (GPtrArray) times = make_times (self, wish);
  g_autoptr (GPtrArray) credentials = make_credentials (self, wish);
  g_autoptr (GPtrArray) absences = make_absences (self);

  return set_parts (self, person_id, "roles", roles, error) &&
         set_parts (self, person_id, "times", times, error) &&
         set_parts (self, person_id, "credentials", credentials, error) &&
         (wish->is_cast || !mukana_made_up_chance (self, 20) ||
          set_parts (self, person_id, "absences", absences, error));
}

/* A theme comes with its consent; of some it has run out, and nobody has asked again. */
static gboolean
give_for_themes (MukanaMadeUp  *self,
                 gint64         person_id,
                 GPtrArray     *themes,
                 int            percent,
                 MukanaDay      given_on,
                 GError       **error)
{
  MukanaDay long_ago = mukana_day_add_months (self->today, -31);
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < themes->len; i++)
    {
      MukanaExperience *theme = g_ptr_array_index (themes, i);

      if ((g_hash_table_add (given, (gpointer) theme->theme_id) &&
           !(mukana_made_up_chance (self, percent)
             ? give (self, person_id, "theme", theme->theme_id, given_on, MUKANA_DAY_NONE,
                     MUKANA_DAY_NONE, error)
             : give_as (self, person_id, "theme", theme->theme_id, "form", long_ago,
                        MUKANA_DAY_NONE, MUKANA_DAY_NONE, error))) ||
          mukana_people_add_part (self->db, "people.add-theme", person_id, theme, error) < 0)
        return FALSE;
    }

  return mukana_people_index (self->db, person_id, error);
}

static gboolean
give_for_support (MukanaMadeUp  *self,
                  gint64         person_id,
                  MukanaPerson  *person,
                  GError       **error)
{
  MukanaDay told_on = MAX (person->joined_on, mukana_day_add_months (self->today, -20));

  return (person->support_needs == NULL && person->support_kinds == NULL) ||
         give_as (self, person_id, "support", NULL, "form", MIN (told_on, self->today),
                  MUKANA_DAY_NONE, MUKANA_DAY_NONE, error);
}

/* Most have said yes; some have not been asked, some took it back, for some it has run out. */
static gboolean
give_consents (MukanaMadeUp  *self,
               gint64         person_id,
               MukanaPerson  *person,
               const Wish    *wish,
               GPtrArray     *themes,
               GError       **error)
{
  gboolean is_asked = wish->is_cast || (!g_str_equal (person->state, "candidate") &&
                                        mukana_made_up_chance (self, 93));
  gboolean is_over = !wish->is_cast && mukana_made_up_chance (self, 4);
  gboolean is_back = !wish->is_cast && mukana_made_up_chance (self, 4);
  MukanaDay given_on = is_over ? self->today - mukana_made_up_between (self, 740, 900)
                               : self->today - mukana_made_up_between (self, 20, 660);
  MukanaDay withdrawn_on = is_back ? self->today - mukana_made_up_between (self, 1,
                                                                           15) : MUKANA_DAY_NONE;

  if (!is_asked)
    return TRUE;

  if (!give (self, person_id, "register", NULL, given_on, wish->register_ends, withdrawn_on,
             error) ||
      !give (self, person_id, "matching", NULL, given_on, wish->matching_ends, withdrawn_on, error))
    return FALSE;

  if (is_back)
    return TRUE;

  if ((mukana_made_up_chance (self, 60) &&
       !give (self, person_id, "communication", NULL, given_on, MUKANA_DAY_NONE, MUKANA_DAY_NONE,
              error)) ||
      (mukana_made_up_chance (self, 25) &&
       !give (self, person_id, "media", NULL, given_on, MUKANA_DAY_NONE, MUKANA_DAY_NONE, error)) ||
      !give_for_themes (self, person_id, themes, wish->is_cast ? 100 : 80, given_on, error))
    return FALSE;

  if (!is_over && g_str_equal (person->state, "active"))
    g_array_append_val (self->helpers, person_id);
  return TRUE;
}

static gboolean
add_person (MukanaMadeUp  *self,
            MukanaPerson  *person,
            const Wish    *wish,
            GError       **error)
{
  gint64 id = mukana_people_add (self->db, person, error);
  g_autoptr (GPtrArray) themes = NULL;

  if (id < 0)
    return FALSE;

  themes = make_themes (self, wish);
  return give_for_support (self, id, person, error) &&
         set_all_parts (self, id, person, wish, error) &&
         give_consents (self, id, person, wish, themes, error);
}

static MukanaDay
day_in (MukanaMadeUp *self,
        int           n_days)
{
  return n_days != 0 ? self->today + n_days : MUKANA_DAY_NONE;
}

/** mukana_made_up_people: the cast first, then as many as make up @n_people */
gboolean
mukana_made_up_people (MukanaMadeUp  *self,
                       guint          n_people,
                       GError       **error)
{
  for (int i = 0; i < MUKANA_N_CAST; i++)
    {
      g_autoptr (MukanaPerson) person = make_cast (self, i);
      Wish wish = { cast[i].theme, cast[i].second_theme, cast[i].role,
                    day_in (self, cast[i].register_ends_in),
                    day_in (self, cast[i].matching_ends_in), TRUE };

      if (!add_person (self, person, &wish, error))
        return FALSE;
    }

  for (guint i = MUKANA_N_CAST; i < n_people; i++)
    {
      g_autoptr (MukanaPerson) person = make_person (self);
      Wish wish = { .register_ends = MUKANA_DAY_NONE, .matching_ends = MUKANA_DAY_NONE };

      if (!add_person (self, person, &wish, error))
        return FALSE;
    }

  return TRUE;
}
