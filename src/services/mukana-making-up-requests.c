/* mukana-making-up-requests.c: what invented units have asked for, and what came of it.
 *
 * What lies ahead is there to be worked on: found by nobody yet, half found, or
 * waiting for a reply.  What lies behind is recorded with its own days, and a
 * little of it is left undone on purpose: a fee to check, a feedback to handle,
 * an outcome to tell.
 */

#include "services/mukana-making-up-private.h"

#include <string.h>

#include "domain/mukana-fee.h"
#include "domain/mukana-feedback.h"
#include "domain/mukana-assignment.h"
#include "domain/mukana-proposal.h"
#include "domain/mukana-request.h"
#include "services/mukana-registering.h"
#include "services/mukana-supporting.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

/* A request and what has happened to it. */
typedef struct
{
  int         in_days;             /* from today; negative: behind us */
  const char *title, *state, *method, *unit, *mode, *municipality, *venue;
  const char *themes;              /* ids; "!" after one: required */
  int         start, end;          /* hours */
  int         people, reserve;
  const char *fee_rule;
  int         fee_euros;           /* agreed; 0: by the rule */
  int         n_agreed;            /* how many have said yes, or took part */
  int         with;                /* 1 + number in the cast of one of them; 0: nobody */
  const char *description;
} Story;

#define KOTIHOITO \
  "Kotihoidon yötyön palvelumuotoilu: mitä yöllinen apu vaatii, jotta kotona on turvallista."

static const Story ahead[] = {
  { 17, "Kotihoito yöllä, työpaja", "searching", "muotoilutyopaja", "Kotihoito", "on-site", "765",
    "Sotkamon hyvinvointiasema", "pa.kot! ik.kot", 12, 16, 2, 1, "hour", 0, 0, 0, KOTIHOITO },
  { 50, "Digipalvelujen digiraati", "searching", "digiraati", "Digipalvelut", "remote", NULL, NULL,
    "pa.dig", 17, 19, 10, 2, "meeting", 0, 7, 0,
    "Digiraati kokeilee uutta asiointikanavaa ja kertoo, missä se takkuaa." },
  { 12, "Omaishoidon ilta", "searching", "kokemusasiantuntija_luento", "Omaishoidon keskus",
    "on-site", "205",
    "Kajaanin kirjasto", "la.oma", 16, 18, 1, 1, "lecture", 0, 0, 0,
    "Kokemuspuheenvuoro omaishoitajien illassa: mikä auttoi jaksamaan." },
  { 6, "Päihdepalvelujen asiakasraati", "filled", "asiakasraati",
    "Mielenterveys- ja päihdepalvelut", "on-site", "205",
    "Kajaanin sosiaali- ja terveysasema", "pr", 13, 15, 3, 0, "meeting", 0, 3, 0,
    "Raati arvioi uuden ajanvarauksen ja matalan kynnyksen pisteen." },
  { 30, "Lastensuojelun jälkihuollon kehittäjäryhmä", "open", "yhteiskehittaminen", "Lastensuojelu",
    "hybrid", "205",
    "Perhekeskus", "lp.las", 14, 16, 4, 1, "meeting", 0, 0, 0,
    "Ryhmä kirjoittaa jälkihuollon ohjeen uusiksi nuorten kanssa." },
  { 21, "Selkokielisten ohjeiden kommentointi", "open", "prototyypit", "Viestintä", "period", NULL,
    NULL,
    "os.vie", 0, 0, 5, 0, "hour", 0, 0, 0,
    "Ohjeet luetaan omaan tahtiin ja kommentoidaan verkossa." },
  { 17, "Päivystyksen opasteiden testaus", "draft", "tilatestaus", "Päivystys", "on-site", "205",
    "Kainuun keskussairaala", "pa.pai os.til", 11, 14, 3, 0, "hour", 0, 0, 0,
    "Kuljetaan sisään eri ovista ja katsotaan, löytääkö perille." },
};

static const Story behind[] = {
  { -2, "Neuvolan perheryhmän suunnittelu", "filled", "yhteissuunnittelu", "Neuvola", "on-site",
    "205",
    "Perhekeskus", "lp.van", 10, 12, 2, 0, "meeting", 0, 1, 1 + MUKANA_CAST_MIRJA, NULL },
  { -8, "Sairaalan kokemusarviointi", "feedback-asked", "kokemusarviointi", "Keskussairaala",
    "on-site", "205",
    "Kainuun keskussairaala", "pa.sai", 9, 13, 3, 0, "hour", 0, 3, 0, NULL },
  { -11, "Kokemusluento hoitajaopiskelijoille", "held", "kokemusasiantuntija_luento",
    "Kainuun ammattikampus", "on-site", "205",
    "Auditorio", "mt.mas", 12, 14, 1, 0, "lecture", 180, 0, 1 + MUKANA_CAST_TAPIO, NULL },
  { -24, "Mielenterveyspalvelujen työryhmä", "told", "kokemusasiantuntija_tr",
    "Mielenterveys- ja päihdepalvelut",
    "hybrid", "205", NULL, "mt", 13, 15, 6, 0, "meeting", 0, 6, 0, NULL },
  { -40, "Järjestöiltapäivä", "held", "jarjestotilaisuus", "Osallisuuspalvelut", "on-site", "205",
    "Kaukametsä", "os.jar", 13, 16, 12, 0, "meeting", 0, 12, 0, NULL },
  { -54, "Asiakasraati", "held", "asiakasraati", "Osallisuuspalvelut", "on-site", "765",
    "Sotkamon kunnantalo", "os.pal", 12, 15, 10, 0, "meeting", 0, 10, 0, NULL },
  { -72, "Palveluverkon kuuleminen", "told", "kuuleminen", "Konsernipalvelut", "hybrid", "777",
    NULL,
    "pa.ver", 16, 18, 12, 0, "meeting", 0, 12, 0, NULL },
  { -98, "Muistipolun päivä elämässä", "told", "paiva_elamassa", "Ikääntyneiden palvelut",
    "on-site", "290", NULL,
    "ik.mui", 9, 12, 5, 0, "hour", 0, 4, 1 + MUKANA_CAST_HENNA, NULL },
  { -128, "Kesäkahvila ja avoin pöytä", "archived", "avoin_poyta", "Osallisuuspalvelut", "on-site",
    "205", NULL,
    "os.pal", 11, 14, 1, 0, "hour", 0, 1, 0, NULL },
  { -160, "Vertaisryhmän ohjaajapari", "archived", "vertaisryhma", "Aikuissosiaalityö", "on-site",
    "578", NULL,
    "so.tai", 14, 16, 3, 0, "meeting", 0, 2, 1 + MUKANA_CAST_TUOMAS, NULL },
  { -190, "Kotihoidon digikokeilu", "archived", "prototyypit", "Kotihoito", "remote", NULL, NULL,
    "pa.kot", 10, 12, 8, 0, "hour", 0, 8, 0, NULL },
  { -215, "Ikääntyneiden neuvonnan kehittäjäryhmä", "archived", "yhteiskehittaminen",
    "Ikääntyneiden palvelut", "on-site",
    "205", NULL, "ik", 12, 15, 7, 0, "meeting", 0, 6, 1 + MUKANA_CAST_AINO, NULL },
  { -252, "Vammaispalvelulain asiakasraati", "archived", "asiakasraati", "Vammaispalvelut",
    "hybrid", "205", NULL,
    "va", 13, 15, 8, 0, "meeting", 0, 8, 0, NULL },
  { -283, "Perhekeskuksen avajaisten suunnittelu", "archived", "yhteissuunnittelu", "Perhekeskus",
    "on-site", "205", NULL,
    "lp", 14, 16, 6, 0, "meeting", 0, 6, 0, NULL },
  { -308, "Talousarvion ennakkovaikutukset", "archived", "eva", "Konsernipalvelut", "remote", NULL,
    NULL,
    "os.paa", 9, 11, 4, 0, "meeting", 0, 4, 0, NULL },
};

/* What the unit of the first request tells beforehand, and answers to the checklist. */
static const struct
{
  const char *field;
  const char *text;
} answers[] = {
  { "audience", "Kotihoidon työntekijöitä ja esihenkilöitä, noin 20" },
  { "contact-on-day", "Palveluohjaaja ovella, 040 000 0000" },
  { "affected-groups", "Kotihoidon asiakkaita, joilla on apua myös yöllä, ja heidän läheisiään." },
  { "invited-groups", "Asiakkaita, omaisia, yöpartion työntekijöitä ja päivystys." },
  { "can-influence", "Käyntien ajat ja tapa kutsua apua. Henkilöstön määrä on jo päätetty." },
  { "preparation-phase", "Suunnittelun alussa; lautakunta päättää keväällä." },
  { "use-of-results", "Ehdotukset kirjataan yöhoidon toimintamalliin." },
  { "way-of-telling", "Kirje jokaiselle osallistujalle 60 päivän kuluessa." },
};

static MukanaRequest *
make_request (MukanaMadeUp *self,
              const Story  *story,
              guint         number,
              MukanaDay     day)
{
  MukanaRequest *request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  g_autofree char *reference = g_strdup_printf ("SR-%02u", number);
  MukanaDay created_on = MIN (self->today - 9, day - 45);

  mukana_request_init_title (request, story->title);
  mukana_record_init_text (request, "reference", reference);
  mukana_record_init_text (request, "description", story->description);
  mukana_record_init_text (request, "state", story->state);
  mukana_record_init_text (request, "method-code", story->method);
  mukana_record_init_text (request, "unit", story->unit);
  mukana_record_init_text (request, "requester-name", story->unit);
  mukana_record_init_text (request, "requester-email", "pyytaja@example.org");
  mukana_record_init_text (request, "mode", story->mode);
  mukana_record_init_text (request, "municipality-code", story->municipality);
  mukana_record_init_text (request, "venue", story->venue);
  mukana_record_init_text (request, "language", "fi");
  mukana_record_init_int (request, "people", story->people);
  mukana_record_init_int (request, "reserve", story->reserve);
  mukana_record_init_text (request, "fee-rule-code", story->fee_rule);
  mukana_record_init_int (request, "fee-cents", story->fee_euros * 100);
  mukana_record_init_int (request, "decide-by", day - 7);
  mukana_record_init_int (request, "created-on", created_on);
  if (g_str_equal (story->state, "told") || g_str_equal (story->state, "archived"))
    mukana_record_init_int (request, "told-on", MIN (day + 20, self->today));
  for (guint i = 0; story == &ahead[0] && i < G_N_ELEMENTS (answers); i++)
    mukana_record_init_text (request, answers[i].field, answers[i].text);

  return request;
}

static void
add_times (GPtrArray   *times,
           const Story *story,
           MukanaDay    day)
{
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);

  mukana_record_init_int (time, "day", day);
  mukana_record_init_int (time, "start-minute", story->start * 60);
  mukana_record_init_int (time, "end-minute",
                          story->end > story->start ? story->end * 60 : 24 * 60);
  g_ptr_array_add (times, time);
}

static void
add_themes (GPtrArray   *themes,
            const Story *story)
{
  g_auto (GStrv) words = g_strsplit (story->themes, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      MukanaRequestTheme *theme = g_object_new (MUKANA_TYPE_REQUEST_THEME, NULL);
      gboolean is_required = g_str_has_suffix (words[i], "!");

      if (is_required)
        words[i][strlen (words[i]) - 1] = '\0';
      mukana_record_init_text (theme, "theme-id", words[i]);
      mukana_record_init_int (theme, "weight", i == 0 ? 3 : 1);
      mukana_record_init_int (theme, "is-required", is_required);
      g_ptr_array_add (themes, theme);
    }
}

static gint64
record_yes (MukanaMadeUp  *self,
            gint64         request_id,
            gint64         person_id,
            MukanaDay      day,
            GError       **error)
{
  MukanaDay asked_on = MIN (day - 25, self->today - 6);
  gint64 id = mukana_db_insert (self->db, "proposals.record", error,
                                mukana_int ("request_id", request_id),
                                mukana_int ("person_id", person_id), mukana_text ("state",
                                                                                  "accepted"),
                                mukana_int ("score", mukana_made_up_between (self, 55, 85)),
                                mukana_day ("proposed_on", asked_on), mukana_day ("answered_on",
                                                                                  asked_on + 2));

  return id < 0 || !mukana_journal_add (self->db, "making-up.proposal", MUKANA_KIND_PROPOSAL, id,
                                        NULL, error)
    ? -1 : id;
}

static MukanaAssignment *
make_assignment (MukanaMadeUp *self,
                 const Story  *story,
                 MukanaPerson *person,
                 MukanaDay     day)
{
  MukanaAssignment *assignment = g_object_new (MUKANA_TYPE_ASSIGNMENT, NULL);
  gboolean is_held = story->in_days < 0 && !g_str_equal (story->state, "filled");
  gint64 minutes = (story->end - story->start) * 60;

  mukana_record_init_int (assignment, "person-id", person->id);
  mukana_record_init_int (assignment, "day", day);
  mukana_record_init_int (assignment, "start-minute", story->start * 60);
  mukana_record_init_int (assignment, "end-minute", story->end * 60);
  mukana_record_init_int (assignment, "planned-minutes", minutes);
  mukana_record_init_text (assignment, "fee-mode", person->fee_mode);
  mukana_record_init_text (assignment, "fee-rule-code", story->fee_rule);
  mukana_record_init_int (assignment, "agreed-on", MIN (day - 23, self->today - 4));
  mukana_record_init_text (assignment, "state", is_held ? "held" : "agreed");
  if (is_held)
    {
      mukana_record_init_text (assignment, "attendance",
                               mukana_made_up_chance (self, 92) ? "full" : "part");
      mukana_record_init_int (assignment, "actual-minutes", minutes);
      mukana_record_init_int (assignment, "completed-on", day + 1);
    }

  return assignment;
}

static gboolean
record_fee (MukanaMadeUp      *self,
            const Story       *story,
            MukanaAssignment  *assignment,
            GError           **error)
{
  MukanaFeeRule *rule = mukana_fee_rule_on (mukana_lexicon_peek_fee_rules (self->lexicon),
                                            story->fee_rule,
                                            assignment->day);
  g_autoptr (MukanaFeeLine) line = NULL;
  gboolean is_old = self->today - assignment->day > 20;

  if (rule == NULL || !g_str_equal (assignment->fee_mode, "fee"))
    return TRUE;

  line = mukana_fee_line_new_fee (rule, &(MukanaFeeWork) { .minutes = assignment->actual_minutes,
                                                            .agreed_cents = story->fee_euros * 100,
                                                            .percent = 100,
                                                            .day = assignment->day });
  mukana_record_init_int (line, "assignment-id", assignment->id);
  mukana_record_init_int (line, "person-id", assignment->person_id);
  if (is_old)
    {
      mukana_record_init_text (line, "state", "paid");
      mukana_record_init_int (line, "paid-on", assignment->day + 20);
    }

  return mukana_record_insert (self->db, "fees.add", MUKANA_RECORD (line), error) > 0;
}

static gboolean
record_feedback (MukanaMadeUp      *self,
                 MukanaAssignment  *assignment,
                 const char        *side,
                 int                score,
                 const char        *body,
                 MukanaDay          given_on,
                 GError           **error)
{
  g_autoptr (MukanaFeedback) feedback = g_object_new (MUKANA_TYPE_FEEDBACK, NULL);

  mukana_record_init_int (feedback, "assignment-id", assignment->id);
  mukana_record_init_text (feedback, "side", side);
  mukana_record_init_int (feedback, "score", score);
  mukana_record_init_text (feedback, "body", body);
  mukana_record_init_int (feedback, "given-on", given_on);
  return mukana_record_insert (self->db, "feedbacks.add", MUKANA_RECORD (feedback), error) > 0;
}

static gboolean
record_feedbacks (MukanaMadeUp      *self,
                  MukanaAssignment  *assignment,
                  GError           **error)
{
  static const char * const of_experts[] = { "Minua kuunneltiin.",
                                             "Ehdin sanoa sen, minkä halusin.",
                                             "Materiaali tuli ajoissa.", NULL };
  static const char * const of_requesters[] = { "Toi sen, mitä emme itse nähneet.",
                                                "Keskustelu muutti suunnitelmaa.",
                                                NULL };
  MukanaDay day = MIN (assignment->day + 3, self->today);

  if (mukana_made_up_chance (self, 60) &&
      !record_feedback (self, assignment, "expert", mukana_made_up_between (self, 7, 10),
                        mukana_made_up_pick (self, of_experts), day, error))
    return FALSE;

  return !mukana_made_up_chance (self, 40) ||
         record_feedback (self, assignment, "requester", mukana_made_up_between (self, 8, 10),
                          mukana_made_up_pick (self, of_requesters), day, error);
}

/* At least one in three of those who come needs something to take part, so that there is support
 * to arrange. */
static gboolean
plan_support (MukanaMadeUp      *self,
              MukanaAssignment  *assignment,
              MukanaPerson      *person,
              GError           **error)
{
  g_autoptr (MukanaPerson) needy = NULL;

  if (person->support_kinds != NULL || assignment->id % 3 != 0)
    return mukana_supporting_plan (self->db, assignment, person->support_kinds, error);

  needy = mukana_record_with_text (person, "support-kinds",
                                   assignment->id % 2 == 0 ? "ticket" : "quiet-room");
  return mukana_record_update (self->db, "people.save", MUKANA_RECORD (needy), error) &&
         mukana_supporting_plan (self->db, assignment, needy->support_kinds, error);
}

static gboolean
record_part (MukanaMadeUp  *self,
             const Story   *story,
             gint64         request_id,
             gint64         person_id,
             MukanaDay      day,
             GError       **error)
{
  g_autoptr (MukanaPerson) person = mukana_people_get (self->db, person_id, error);
  g_autoptr (MukanaAssignment) assignment = NULL;
  gint64 proposal_id, id;

  if (person == NULL || (proposal_id = record_yes (self, request_id, person_id, day, error)) < 0)
    return FALSE;

  assignment = make_assignment (self, story, person, day);
  mukana_record_init_int (assignment, "request-id", request_id);
  mukana_record_init_int (assignment, "proposal-id", proposal_id);
  if ((id = mukana_record_insert (self->db, "assignments.add", MUKANA_RECORD (assignment),
                                  error)) < 0 ||
      !mukana_journal_add (self->db, "making-up.assignment", MUKANA_KIND_ASSIGNMENT, id, NULL,
                           error))
    return FALSE;

  mukana_record_init_int (assignment, "id", id);
  if (!g_str_equal (assignment->state, "held"))
    return plan_support (self, assignment, person, error);

  /* One of them was not content, and nobody has taken it up yet. */
  if (story->in_days == -8)
    return record_fee (self, story, assignment, error) &&
           record_feedback (self, assignment, "expert", 4 + (int) (id % 2) * 4,
                            "Aikataulu muuttui kahdesti, eikä siitä kerrottu.", self->today - 5,
                            error);

  return record_fee (self, story, assignment, error) && record_feedbacks (self, assignment, error);
}

/* Different people each time, but the cast only where the story says so. */
static gboolean
record_parts (MukanaMadeUp  *self,
              const Story   *story,
              gint64         request_id,
              MukanaDay      day,
              GError       **error)
{
  guint n_others = self->helpers->len - MUKANA_N_CAST;
  guint first = n_others > 0 ? (guint) mukana_made_up_between (self, 0, (int) n_others - 1) : 0;

  if (story->with > 0 &&
      !record_part (self, story, request_id, g_array_index (self->helpers, gint64, story->with - 1),
                    day, error))
    return FALSE;

  for (guint i = 0; i < MIN ((guint) story->n_agreed, n_others); i++)
    if (!record_part (self, story, request_id,
                      g_array_index (self->helpers, gint64,
                                     MUKANA_N_CAST + (first + i) % n_others), day, error))
      return FALSE;

  return TRUE;
}

/* What was found, by the theme of the request; without names. */
static const struct
{
  const char *finding;
  const char *reason;      /* why it was not all taken into use; NULL when it was */
} findings[] = {
  { "Ensimmäinen yhteydenotto jää tekemättä, kun numero on kahden valikon takana.", NULL },
  { "Ohjeen kieli on vaikeaa; selkokielinen tiivistelmä auttoi kaikkia.", NULL },
  { "Ryhmän aika sopii vain eläkkeellä oleville.", "Osa odottaa ensi vuoden talousarviota." },
  { "Läheinen jää kuulematta, kun kirje menee vain asiakkaalle.", NULL },
};

static gboolean
insert_finding (MukanaMadeUp   *self,
                const Story    *story,
                MukanaRequest  *request,
                gint64          request_id,
                GError        **error)
{
  g_autoptr (MukanaOutcome) outcome = g_object_new (MUKANA_TYPE_OUTCOME, NULL);
  guint chosen = (guint) request_id % G_N_ELEMENTS (findings);
  gboolean is_told = request->told_on != MUKANA_DAY_NONE;
  g_autofree char *theme = g_strndup (story->themes, strcspn (story->themes, " !"));

  mukana_record_init_int (outcome, "request-id", request_id);
  mukana_record_init_text (outcome, "finding", findings[chosen].finding);
  mukana_record_init_text (outcome, "theme-id", theme);
  mukana_record_init_text (outcome, "service", story->unit);
  mukana_record_init_text (outcome, "result", !is_told ? "waiting"
                                              : findings[chosen].reason ? "partly" : "adopted");
  if (is_told)
    {
      mukana_record_init_text (outcome, "reason", findings[chosen].reason);
      mukana_record_init_int (outcome, "told-on", request->told_on);
      mukana_record_init_text (outcome, "told-whom", "osallistujille");
      mukana_record_init_text (outcome, "told-how", "kirje");
    }
  mukana_record_init_int (outcome, "recorded-on",
                          is_told ? request->told_on : self->today - 3);
  return mukana_record_insert (self->db, "outcomes.add", MUKANA_RECORD (outcome), error) > 0 &&
         mukana_requests_index (self->db, request_id, error);
}

/* A panel of clients answered a paper form. */
static gboolean
insert_participants (MukanaMadeUp  *self,
                     const Story   *story,
                     gint64         request_id,
                     GError       **error)
{
  g_autoptr (MukanaParticipants) counts = g_object_new (MUKANA_TYPE_PARTICIPANTS, NULL);

  mukana_record_init_int (counts, "request-id", request_id);
  mukana_record_init_int (counts, "given-on", self->today + story->in_days);
  mukana_record_init_int (counts, "n-answered", 24);
  mukana_record_init_int (counts, "n-promoters", 13);
  mukana_record_init_int (counts, "n-detractors", 3);
  return mukana_record_insert (self->db, "participants.add", MUKANA_RECORD (counts), error) > 0;
}

static gboolean
record_outcome (MukanaMadeUp   *self,
                const Story    *story,
                MukanaRequest  *request,
                gint64          request_id,
                GError        **error)
{
  gboolean is_told = request->told_on != MUKANA_DAY_NONE;

  /* Of one that was just held nobody knows yet what will follow. */
  if ((is_told || story->in_days == -11) &&
      !insert_finding (self, story, request, request_id, error))
    return FALSE;

  return story->in_days != -72 || insert_participants (self, story, request_id, error);
}

static gint64
add_story (MukanaMadeUp  *self,
           const Story   *story,
           guint          number,
           GError       **error)
{
  MukanaDay day = mukana_made_up_weekday (self->today + story->in_days);
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  gint64 id;

  /* What is behind us stays behind us at a weekend too. */
  if (story->in_days < 0)
    day = MIN (day, self->today - 1);

  file->request = make_request (self, story, number, day);
  add_times (file->times, story, day);
  add_themes (file->themes, story);
  if ((id = mukana_registering_save_request (self->db, file, error)) < 0 ||
      !record_parts (self, story, id, day, error) ||
      !record_outcome (self, story, file->request, id, error))
    return -1;

  return id;
}

/* Asked a week ago: one has not answered, others have said no. */
static gboolean
ask_for_evening (MukanaMadeUp  *self,
                 gint64         request_id,
                 GError       **error)
{
  MukanaDay asked_on = self->today - 7;
  gint64 henna = g_array_index (self->helpers, gint64, MUKANA_CAST_HENNA);
  gint64 mirja = g_array_index (self->helpers, gint64, MUKANA_CAST_MIRJA);

  return mukana_db_insert (self->db, "proposals.add", error, mukana_int ("request_id", request_id),
                           mukana_int ("person_id", henna), mukana_int ("slot_id", 0),
                           mukana_int ("is_reserve", 0), mukana_int ("score", 71),
                           mukana_text ("choice_reason", "theme"), mukana_day ("proposed_on",
                                                                               asked_on),
                           mukana_day ("answer_by", mukana_proposal_answer_by (asked_on))) > 0 &&
         mukana_db_insert (self->db, "proposals.record", error,
                           mukana_int ("request_id", request_id),
                           mukana_int ("person_id", mirja), mukana_text ("state", "declined"),
                           mukana_int ("score", 66), mukana_day ("proposed_on", asked_on - 5),
                           mukana_day ("answered_on", asked_on - 3)) > 0;
}

/** mukana_made_up_requests: with proposals, assignments, fees, feedback and outcomes */
gboolean
mukana_made_up_requests (MukanaMadeUp  *self,
                         GError       **error)
{
  guint number = 0;
  gint64 id;

  for (guint i = 0; i < G_N_ELEMENTS (ahead); i++)
    if ((id = add_story (self, &ahead[i], ++number, error)) < 0 ||
        (g_str_equal (ahead[i].title, "Omaishoidon ilta") && !ask_for_evening (self, id, error)))
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    if (add_story (self, &behind[i], ++number, error) < 0)
      return FALSE;

  return TRUE;
}
