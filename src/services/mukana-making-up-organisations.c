/* mukana-making-up-organisations.c: invented partners, and a year of working with them. */

#include "services/mukana-making-up-private.h"

#include "domain/mukana-happening.h"
#include "domain/mukana-organisation.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-registering.h"
#include "store/mukana-record-io.h"

static const struct
{
  const char *name, *kind, *municipality, *themes;
  int         agreement_ends_in;   /* days from today; 0: there is none */
} organisations[] = {
  { "Kajaanin Mielenvireys ry", "association", "205", "mt mt.mas", 400 },
  { "Sotkamon Omaishoitajat ry", "association", "765", "la.oma", 45 },
  { "Kainuun Päihdetoipujat ry", "association", "205", "pr pr.alk", 210 },
  { "Kuhmon Muistiystävät ry", "association", "290", "ik.mui", 0 },
  { "Suomussalmen Toimintatupa ry", "association", "777", "so.tai so.tyo", 320 },
  { "Kainuun Vammaisfoorumi ry", "association", "205", "va va.avu", 180 },
  { "Korpiseudun säätiö", "foundation", "205", "ik.asu", 700 },
  { "Kajaanin järviseurakunta", "parish", "205", "vk.sur", 0 },
  { "Kainuun ammattikampus", "school", "205", "os.jar", 25 },
  { "Oulujärven Digituki osk", "company", "578", "pa.dig", 90 },
  { "Alueellinen vanhusneuvosto", "council", "205", "ik", 0 },
  { "Kuhmon kaupungin hyvinvointipalvelut", "municipality", "290", "os.kul", 0 },
};

static const struct { const char *kind, *summary; } deeds[] = {
  { "meeting", "Vuosikeskustelu: yhteiset tapahtumat ja kokemusosaajien tuki." },
  { "call", "Puhelu: vertaistuen ryhmä alkaa, esite jaetaan terveysasemille." },
  { "visit", "Tutustumiskäynti toimitiloihin kehittäjäasiakkaiden kanssa." },
  { "statement-asked", "Lausuntopyyntö palveluverkon muutoksesta." },
  { "statement-given", "Lausunto saapui: etäpalvelut eivät korvaa lähikäyntiä kaikille." },
  { "theme-day", "Teemapäivä sairaalan aulassa, OLKA-piste." },
  { "event", "Järjestötilaisuus: hyvinvointikertomuksen esittely ja keskustelu." },
};

static gint64
add_organisation (MukanaMadeUp  *self,
                  guint          number,
                  GError       **error)
{
  g_autoptr (MukanaOrganisation) organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  g_auto (GStrv) themes = g_strsplit (organisations[number].themes, " ", -1);
  g_autofree char *email = g_strdup_printf ("jarjesto%u@example.org", number + 1);

  mukana_organisation_init_name (organisation, organisations[number].name);
  mukana_record_init_text (organisation, "kind", organisations[number].kind);
  mukana_record_init_text (organisation, "municipality-code", organisations[number].municipality);
  mukana_record_init_text (organisation, "email", email);
  mukana_record_init_text (organisation, "phone", "+358 00 555 0100");
  if (organisations[number].agreement_ends_in != 0)
    {
      mukana_record_init_int (organisation, "agreement-until",
                              self->today + organisations[number].agreement_ends_in);
      mukana_record_init_int (organisation, "agreement-from",
                              self->today + organisations[number].agreement_ends_in - 730);
    }

  return mukana_organisations_add (self->db, organisation, (const char * const *) themes, error);
}

static gboolean
add_contact (MukanaMadeUp  *self,
             gint64         organisation_id,
             GError       **error)
{
  static const char * const titles[] = { "toiminnanjohtaja", "puheenjohtaja",
                                         "järjestöasiantuntija" };
  g_autoptr (MukanaContact) contact = g_object_new (MUKANA_TYPE_CONTACT, NULL);
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;
  g_autofree char *full = mukana_made_up_name (self, FALSE, &given, &family);
  g_autofree char *address = mukana_made_up_address (given, family);

  mukana_record_init_int (contact, "organisation-id", organisation_id);
  mukana_record_init_text (contact, "name", full);
  mukana_record_init_text (contact, "title", mukana_made_up_pick (self, titles));
  mukana_record_init_text (contact, "email", address);
  return mukana_record_insert (self->db, "organisations.add-contact", MUKANA_RECORD (contact),
                               error) > 0 &&
         mukana_organisations_index (self->db, organisation_id, error);
}

static gboolean
add_deed (MukanaMadeUp  *self,
          gint64         organisation_id,
          MukanaDay      day,
          GError       **error)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);
  guint number = (guint) mukana_made_up_between (self, 0, G_N_ELEMENTS (deeds) - 1);

  mukana_record_init_int (entry, "organisation-id", organisation_id);
  mukana_record_init_int (entry, "day", mukana_made_up_weekday (day));
  mukana_record_init_text (entry, "kind", deeds[number].kind);
  mukana_record_init_text (entry, "summary", deeds[number].summary);
  if (self->today - day < 30 && mukana_made_up_chance (self, 40))
    mukana_record_init_int (entry, "next-day", self->today + mukana_made_up_between (self, 3, 30));
  return mukana_log_entries_add (self->db, entry, error) > 0;
}

static gboolean
add_statement (MukanaMadeUp  *self,
               gint64         organisation_id,
               int            asked_days_ago,
               int            given_days_ago,
               GError       **error)
{
  g_autoptr (MukanaStatementRequest) statement = g_object_new (MUKANA_TYPE_STATEMENT_REQUEST, NULL);

  mukana_record_init_int (statement, "organisation-id", organisation_id);
  mukana_record_init_text (statement, "kind", "assessment");
  mukana_record_init_text (statement, "about", "Palveluverkon muutos");
  mukana_record_init_int (statement, "asked-on", self->today - asked_days_ago);
  mukana_record_init_int (statement, "due-on", self->today - asked_days_ago + 28);
  if (given_days_ago >= 0)
    {
      mukana_record_init_int (statement, "given-on", self->today - given_days_ago);
      mukana_record_init_text (statement, "summary",
                               "Etäpalvelut eivät korvaa lähikäyntiä kaikille.");
    }
  return mukana_cooperating_save (self->db, MUKANA_RECORD (statement), error) > 0;
}

static gboolean
add_grant (MukanaMadeUp  *self,
           gint64         organisation_id,
           GError       **error)
{
  g_autoptr (MukanaAgreement) grant = g_object_new (MUKANA_TYPE_AGREEMENT, NULL);

  mukana_record_init_int (grant, "organisation-id", organisation_id);
  mukana_record_init_text (grant, "kind", "grant");
  mukana_record_init_text (grant, "title", "Avustus vertaistoimintaan");
  mukana_record_init_int (grant, "from-day", self->today - 345);
  mukana_record_init_int (grant, "until-day", self->today + 20);
  mukana_record_init_int (grant, "amount-cents", 850000);
  return mukana_cooperating_save (self->db, MUKANA_RECORD (grant), error) > 0;
}

/* A point with the encounters of two weeks and two days that are booked. */
static gboolean
add_point (MukanaMadeUp  *self,
           const gint64  *ids,
           GError       **error)
{
  g_autoptr (MukanaOlkaPoint) point = g_object_new (MUKANA_TYPE_OLKA_POINT, NULL);
  gint64 point_id;

  mukana_record_init_text (point, "name", "Sairaalan aula");
  mukana_record_init_text (point, "municipality-code", "205");
  mukana_record_init_int (point, "opened-on", self->today - 400);
  mukana_record_init_int (point, "opens-minute", 540);
  mukana_record_init_int (point, "closes-minute", 900);
  if ((point_id = mukana_cooperating_save (self->db, MUKANA_RECORD (point), error)) < 0)
    return FALSE;

  for (int i = 1; i <= 24; i++)
    {
      gboolean is_encounters = i <= 14;
      g_autoptr (MukanaRecord) day = g_object_new (is_encounters ? MUKANA_TYPE_OLKA_DAY
                                                                 : MUKANA_TYPE_THEME_DAY, NULL);

      if (!is_encounters && i % 8 != 0)
        continue;

      mukana_record_init_int (day, "point-id", point_id);
      mukana_record_init_int (day, "day", is_encounters ? self->today - i : self->today + i);
      if (is_encounters)
        mukana_record_init_int (day, "n-encounters", 12 + i * 17 % 49);
      else
        {
          mukana_record_init_int (day, "organisation-id", ids[i % 3]);
          mukana_record_init_int (day, "score", MUKANA_THEME_DAY_NO_SCORE);
        }
      if (mukana_cooperating_save (self->db, day, error) < 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_groups (MukanaMadeUp  *self,
            GError       **error)
{
  static const struct { const char *name, *kind; int n_members; } groups[] = {
    { "Asiakasraati", "panel", 14 }, { "Järjestöverkosto", "network", 31 },
    { "Verkkoyhteisö", "prototype", 212 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (MukanaCooperationGroup) group = g_object_new (MUKANA_TYPE_COOPERATION_GROUP,
                                                               NULL);

      mukana_record_init_text (group, "name", groups[i].name);
      mukana_record_init_text (group, "kind", groups[i].kind);
      mukana_record_init_int (group, "n-members", groups[i].n_members);
      if (mukana_cooperating_save (self->db, MUKANA_RECORD (group), error) < 0)
        return FALSE;
    }

  return TRUE;
}

/* One content at two places, registration two weeks before each. */
static gboolean
add_event (MukanaMadeUp  *self,
           GError       **error)
{
  static const struct { int days; const char *venue, *municipality; } times[] = {
    { -20, "Kaupungintalon sali", "205" }, { 34, "Kirjaston kokoustila", "765" },
  };
  g_autoptr (MukanaHappening) event = g_object_new (MUKANA_TYPE_HAPPENING, NULL);
  gint64 event_id;

  mukana_record_init_text (event, "title", "Osallisuustyöpaja");
  mukana_record_init_text (event, "kind", "training");
  mukana_record_init_text (event, "mode", "on-site");
  mukana_record_init_text (event, "audience", "esihenkilöt ja henkilöstö");
  mukana_record_init_text (event, "facilitators", "kaksi palvelumuotoilijaa");
  mukana_record_init_int (event, "register-days", 14);
  if ((event_id = mukana_cooperating_save (self->db, MUKANA_RECORD (event), error)) < 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (MukanaOccurrence) occurrence = g_object_new (MUKANA_TYPE_OCCURRENCE, NULL);

      mukana_record_init_int (occurrence, "event-id", event_id);
      mukana_record_init_int (occurrence, "day",
                              mukana_made_up_weekday (self->today + times[i].days));
      mukana_record_init_int (occurrence, "start-minute", 510);
      mukana_record_init_int (occurrence, "end-minute", 750);
      mukana_record_init_text (occurrence, "venue", times[i].venue);
      mukana_record_init_text (occurrence, "municipality-code", times[i].municipality);
      mukana_record_init_int (occurrence, "n-registered", times[i].days < 0 ? 24 : 9);
      mukana_record_init_int (occurrence, "n-attended", times[i].days < 0 ? 21 : 0);
      if (mukana_cooperating_save (self->db, MUKANA_RECORD (occurrence), error) < 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_cooperation (MukanaMadeUp  *self,
                 const gint64  *ids,
                 GError       **error)
{
  return add_statement (self, ids[0], 20, -1, error) &&
         add_statement (self, ids[1], 20, 4, error) && add_grant (self, ids[4], error) &&
         add_point (self, ids, error) && add_groups (self, error) &&
         add_event (self, error);
}

/** mukana_made_up_organisations: with contact persons and two or three deeds a month for a year */
gboolean
mukana_made_up_organisations (MukanaMadeUp  *self,
                              GError       **error)
{
  gint64 ids[G_N_ELEMENTS (organisations)];

  for (guint i = 0; i < G_N_ELEMENTS (organisations); i++)
    if ((ids[i] = add_organisation (self, i, error)) < 0 || !add_contact (self, ids[i], error) ||
        (i % 3 == 0 && !add_contact (self, ids[i], error)))
      return FALSE;

  for (int days_ago = 2; days_ago < 365; days_ago += mukana_made_up_between (self, 5, 20))
    if (!add_deed (self, mukana_made_up_pick (self, ids), self->today - days_ago, error))
      return FALSE;

  return add_cooperation (self, ids, error);
}
