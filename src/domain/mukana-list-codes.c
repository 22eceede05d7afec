/* mukana-list-codes.c: the words lists use for our closed vocabularies.
 *
 * A word is compared folded and without å, ä, ö, whole: "Kokemusasiantuntija",
 * "KA" and "erfarenhetsexpert" are one role.  What is not in the table is not
 * guessed; the caller says so to a person.
 */

#include "domain/mukana-list-words-private.h"

#include "domain/mukana-codes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  ABOUT_LANGUAGE,
  ABOUT_ROLE,
  ABOUT_PERSON_STATE,
  ABOUT_CHANNEL,
  ABOUT_PERSPECTIVE,
  ABOUT_PURPOSE,
  ABOUT_CONSENT_WAY,
  ABOUT_FEE_MODE,
  ABOUT_ORGANISATION_KIND,
  ABOUT_REQUEST_STATE,
  ABOUT_REQUEST_MODE,
  ABOUT_REQUEST_KIND,
  ABOUT_FEE_KIND,
  ABOUT_FEE_STATE,
  ABOUT_SIDE,
  ABOUT_SLOT_KIND,
  ABOUT_OUTCOME,
} About;

typedef struct
{
  About       about;
  const char *code;
  const char *words;    /* apart by "|", in lower case */
} Words;

static const Words all_words[] = {
  { ABOUT_LANGUAGE, "fi", "fi|suomi|suomea|suomen kieli|finska|finnish|fin" },
  { ABOUT_LANGUAGE, "sv", "sv|se sv|ruotsi|ruotsia|ruotsin kieli|svenska|swedish|swe" },
  { ABOUT_LANGUAGE, "en", "en|englanti|englantia|engelska|english|eng" },
  { ABOUT_LANGUAGE, "se", "se|pohjoissaame|saame|nordsamiska|samiska|northern sami|sami" },
  { ABOUT_LANGUAGE, "smn", "smn|inarinsaame|enaresamiska|inari sami" },
  { ABOUT_LANGUAGE, "sms", "sms|koltansaame|skoltsamiska|skolt sami" },
  { ABOUT_LANGUAGE, "ru", "ru|venäjä|venäjää|ryska|russian|rus" },
  { ABOUT_LANGUAGE, "uk", "uk|ukraina|ukrainaa|ukrainska|ukrainian" },
  { ABOUT_LANGUAGE, "et", "et|viro|viroa|eesti|estniska|estonian" },
  { ABOUT_LANGUAGE, "ar", "ar|arabia|arabiaa|arabiska|arabic" },
  { ABOUT_LANGUAGE, "so", "so|somali|somalia|somaliska" },
  { ABOUT_LANGUAGE, "ku", "ku|kurdi|kurdia|kurdiska|kurdish|sorani|kurmandži" },
  { ABOUT_LANGUAGE, "fa", "fa|persia|persiaa|farsi|dari|persiska|persian" },
  { ABOUT_LANGUAGE, "sq", "sq|albania|albaniaa|albanska|albanian" },
  { ABOUT_LANGUAGE, "vi", "vi|vietnam|vietnamia|vietnamesiska|vietnamese" },
  { ABOUT_LANGUAGE, "zh", "zh|kiina|kiinaa|mandariinikiina|kinesiska|chinese" },
  { ABOUT_LANGUAGE, "th", "th|thai|thaita|thailändska" },
  { ABOUT_LANGUAGE, "es", "es|espanja|espanjaa|spanska|spanish" },
  { ABOUT_LANGUAGE, "fr", "fr|ranska|ranskaa|franska|french" },
  { ABOUT_LANGUAGE, "de", "de|saksa|saksaa|tyska|german" },
  { ABOUT_LANGUAGE, "tr", "tr|turkki|turkkia|turkiska|turkish" },
  { ABOUT_LANGUAGE, "fse",
    "fse|viittomakieli|viittomakieltä|suomalainen viittomakieli|finskt teckenspråk|teckenspråk|"
    "finnish sign language|sign language" },
  { ABOUT_LANGUAGE, "rom", "rom|romani|romania|romanikieli|romani språk|romska" },
  { ABOUT_LANGUAGE, "krl", "krl|karjala|karjalaa|karelska|karelian" },
  { ABOUT_LANGUAGE, "easy-fi",
    "easy fi|selkokieli|selkosuomi|selkokieltä|lättläst|lätt språk|easy language|easy finnish" },

  { ABOUT_ROLE, "expert",
    "kokemusasiantuntija|ka|kok as|kokemus asiantuntija|kokemusasiantuntijat|kokemusosaaja|"
    "erfarenhetsexpert|erfarenhetsexperter|expert by experience|expert|ebe" },
  { ABOUT_ROLE, "experience-worker",
    "kokemustoimija|erfarenhetsaktör|experience worker" },
  { ABOUT_ROLE, "experience-trainer",
    "kokemuskouluttaja|erfarenhetsutbildare|experience trainer" },
  { ABOUT_ROLE, "developer-client",
    "kehittäjäasiakas|asiakaskehittäjä|utvecklarklient|developer client" },
  { ABOUT_ROLE, "peer-supporter",
    "vertaistukija|vertainen|vertaisohjaaja|kamratstödjare|referensperson|peer supporter|"
    "peer support worker" },
  { ABOUT_ROLE, "volunteer",
    "vapaaehtoinen|vapaaehtoistyöntekijä|vapaaehtoiset|frivillig|volontär|volunteer" },
  { ABOUT_ROLE, "olka-volunteer", "olka|olka vapaaehtoinen|olka volontär|olka volunteer" },
  { ABOUT_ROLE, "contact-person",
    "yhteyshenkilö|yhteys hlö|järjestön yhteyshenkilö|järjestöedustaja|kontaktperson|"
    "organisationens kontaktperson|contact person|contact" },
  { ABOUT_ROLE, "council-member",
    "raadin jäsen|raatilainen|asiakasraatilainen|neuvoston jäsen|rådsmedlem|panel member|"
    "council member" },
  { ABOUT_ROLE, "community-member",
    "prototyypit yhteisön jäsen|yhteisön jäsen|medlem i gemenskapen|community member" },

  { ABOUT_PERSON_STATE, "candidate",
    "ehdokas|hakija|uusi|kandidat|sökande|ny|candidate|applicant|new" },
  { ABOUT_PERSON_STATE, "interviewed", "haastateltu|intervjuad|interviewed" },
  { ABOUT_PERSON_STATE, "orientation",
    "perehdytyksessä|perehtymässä|koulutuksessa|introduktion|under introduktion|orientation|"
    "in orientation" },
  { ABOUT_PERSON_STATE, "active",
    "aktiivinen|aktiivi|mukana|käytettävissä|toimii|aktiv|med|active" },
  { ABOUT_PERSON_STATE, "paused",
    "tauolla|tauko|pausilla|poissa|paus|på paus|pausad|paused|on a break|inactive" },
  { ABOUT_PERSON_STATE, "ended",
    "päättynyt|lopettanut|poistunut|passiivinen|ei enää mukana|avslutad|avslutat|slutat|ended|"
    "left" },

  { ABOUT_CHANNEL, "email", "sähköposti|email|e mail|e post|epost|s posti|mail|meili" },
  { ABOUT_CHANNEL, "sms", "tekstiviesti|sms|textmeddelande|text message|text|tekstari" },
  { ABOUT_CHANNEL, "phone",
    "puhelin|puhelu|puhelimitse|soitto|telefon|samtal|per telefon|phone|call|phone call" },
  { ABOUT_CHANNEL, "letter", "kirje|posti|postitse|brev|letter|post" },

  { ABOUT_PERSPECTIVE, "own",
    "oma kokemus|oma|omakohtainen|itse|egen erfarenhet|egen|own|own experience|self" },
  { ABOUT_PERSPECTIVE, "close",
    "läheinen|läheisen kokemus|läheisenä|omainen|omaisena|anhörig|närstående|close|"
    "close person|close one|family member|relative|carer" },
  { ABOUT_PERSPECTIVE, "peer",
    "vertainen|vertaistuki|vertaistukija|kamratstöd|kamratstödjare|peer|peer supporter" },

  { ABOUT_PURPOSE, "register", "rekisteri|register|rekisteriin" },
  { ABOUT_PURPOSE, "matching",
    "yhteydenotto|välitys|yhdistäminen|pyynnöt|kontakt|förmedling|matchning|matching|contact" },
  { ABOUT_PURPOSE, "communication",
    "viestintä|uutiskirje|tiedotus|kommunikation|nyhetsbrev|information|communication|newsletter" },
  { ABOUT_PURPOSE, "media",
    "kuvaus|kuvat|valokuvaus|media|bilder|fotografering|foto|photo|photos" },
  { ABOUT_PURPOSE, "theme", "teema|teemat|kokemusteema|tema|teman|theme|themes" },

  { ABOUT_CONSENT_WAY, "form", "lomake|lomakkeella|paperi|blankett|på blankett|form|paper" },
  { ABOUT_CONSENT_WAY, "phone", "puhelu|puhelin|puhelimitse|soitto|samtal|telefon|phone|call" },
  { ABOUT_CONSENT_WAY, "meeting", "tapaaminen|tapaamisessa|suullinen|möte|muntligt|meeting|oral" },
  { ABOUT_CONSENT_WAY, "email", "sähköposti|sähköpostilla|e post|epost|email|e mail" },
  { ABOUT_CONSENT_WAY, "list", "lista|luettelo|taulukko|list" },
  { ABOUT_CONSENT_WAY, "other", "muu|annat|övrigt|other" },

  { ABOUT_FEE_MODE, "fee", "palkkio|fee|arvode" },
  { ABOUT_FEE_MODE, "expenses",
    "kulukorvaus|kulut|vain kulut|matkakulut|kostnadsersättning|endast kostnader|expenses|"
    "expenses only" },
  { ABOUT_FEE_MODE, "declined",
    "ei palkkiota|ei halua palkkiota|kieltäytyy palkkiosta|inget arvode|declined|no fee" },
  { ABOUT_FEE_MODE, "volunteer", "vapaaehtoinen|frivillig|volunteer" },
  { ABOUT_FEE_MODE, "own-invoice", "laskuttaa|oma lasku|toiminimi|fakturerar|own invoice" },
  { ABOUT_FEE_MODE, "organisation-invoice",
    "järjestö laskuttaa|järjestön lasku|organisationen fakturerar|organisation invoice" },

  { ABOUT_ORGANISATION_KIND, "association",
    "yhdistys|järjestö|ry|rekisteröity yhdistys|förening|rf|association|organisation" },
  { ABOUT_ORGANISATION_KIND, "foundation", "säätiö|sr|stiftelse|foundation" },
  { ABOUT_ORGANISATION_KIND, "parish", "seurakunta|srk|församling|parish|congregation" },
  { ABOUT_ORGANISATION_KIND, "school",
    "oppilaitos|koulu|ammattikorkeakoulu|yliopisto|läroanstalt|skola|school|university" },
  { ABOUT_ORGANISATION_KIND, "company", "yritys|oy|osuuskunta|företag|ab|company" },
  { ABOUT_ORGANISATION_KIND, "municipality", "kunta|kaupunki|kommun|stad|municipality" },
  { ABOUT_ORGANISATION_KIND, "council",
    "neuvosto|raati|vaikuttamistoimielin|råd|påverkansorgan|council" },
  { ABOUT_ORGANISATION_KIND, "county", "hyvinvointialue|välfärdsområde|county" },
  { ABOUT_ORGANISATION_KIND, "other", "muu|annan|other" },

  { ABOUT_REQUEST_STATE, "draft", "luonnos|utkast|draft" },
  { ABOUT_REQUEST_STATE, "open", "avoin|uusi|öppen|ny|open|new" },
  { ABOUT_REQUEST_STATE, "searching", "haussa|etsitään|söker|searching" },
  { ABOUT_REQUEST_STATE, "filled", "suunniteltu|täynnä|sovittu|planerad|fylld|filled|planned" },
  { ABOUT_REQUEST_STATE, "held", "valmis|pidetty|toteutunut|hållen|klar|held|done" },
  { ABOUT_REQUEST_STATE, "archived", "arkistoitu|arkiverad|archived" },
  { ABOUT_REQUEST_STATE, "cancelled", "peruttu|peruutettu|inställd|cancelled|canceled" },

  { ABOUT_REQUEST_MODE, "on-site",
    "paikan päällä|lähi|läsnä|lähitilaisuus|på plats|on site|onsite|in person" },
  { ABOUT_REQUEST_MODE, "remote",
    "etä|etänä|etätilaisuus|verkossa|teams|på distans|distans|remote|online" },
  { ABOUT_REQUEST_MODE, "hybrid", "hybridi|hybrid|lähi ja etä|lähi etä" },
  { ABOUT_REQUEST_MODE, "period",
    "asynkroninen|etä asynkroninen|omaan tahtiin|asynkron|i egen takt|period|own time" },

  { ABOUT_REQUEST_KIND, "peer-support", "vertaistuki|kamratstöd|peer support" },
  { ABOUT_REQUEST_KIND, "assessment", "arviointi|utvärdering|bedömning|assessment|evaluation" },
  { ABOUT_REQUEST_KIND, "panel", "raati|asiakasraati|kundråd|råd|panel" },
  { ABOUT_REQUEST_KIND, "recruitment", "rekrytointi|rekrytering|recruitment" },
  { ABOUT_REQUEST_KIND, "co-development",
    "yhteiskehittäminen|kehittäminen|työpaja|samutveckling|workshop|co development" },
  { ABOUT_REQUEST_KIND, "talk",
    "puheenvuoro|luento|kokemuspuheenvuoro|anförande|föreläsning|talk|lecture" },

  { ABOUT_FEE_KIND, "fee", "palkkio|kokouspalkkio|arvode|fee" },
  { ABOUT_FEE_KIND, "travel", "matka|matkakorvaus|kilometrikorvaus|resa|reseersättning|travel" },
  { ABOUT_FEE_STATE, "draft", "luonnos|tarkistettava|avoin|utkast|öppen|draft|open" },
  { ABOUT_FEE_STATE, "approved", "hyväksytty|godkänd|approved" },
  { ABOUT_FEE_STATE, "paid", "maksettu|betald|utbetald|paid" },

  { ABOUT_SIDE, "expert",
    "henkilö|kokemusasiantuntija|asiantuntija|person|expert|erfarenhetsexpert" },
  { ABOUT_SIDE, "requester", "pyytäjä|tilaaja|yksikkö|beställare|enhet|requester|unit" },

  { ABOUT_SLOT_KIND, "needed", "tarvitaan|pakollinen|behövs|needed|required" },
  { ABOUT_SLOT_KIND, "alternative", "vaihtoehto|vaihtoehtoinen|alternativ|alternative|option" },

  { ABOUT_OUTCOME, "done", "valmis|tehty|toteutunut|osallistui|paikalla|klar|deltog|done|held" },
  { ABOUT_OUTCOME, "part", "osallistui osittain|osittain|deltog delvis|delvis|part|partly" },
  { ABOUT_OUTCOME, "no-show",
    "ei saapunut|ei tullut|poissa|uteblev|kom inte|no show|did not come" },
  { ABOUT_OUTCOME, "cancelled", "peruttu|peruutettu|inställd|cancelled|canceled" },
  { ABOUT_OUTCOME, "cancelled-person",
    "henkilö perui|perui|peruutti itse|sairastui|personen avbokade|cancelled person" },
  { ABOUT_OUTCOME, "cancelled-unit",
    "yksikkö perui|tilaaja perui|enheten ställde in|cancelled unit" },
  { ABOUT_OUTCOME, "declined", "kieltäytyi|ei suostunut|tackade nej|avböjde|declined" },
  { ABOUT_OUTCOME, "agreed",
    "hyväksytty|sovittu|suostui|vahvistettu|godkänd|överenskommen|tackade ja|accepted|agreed" },
  { ABOUT_OUTCOME, "proposed",
    "ehdotettu|kysytty|kutsuttu|föreslagen|tillfrågad|proposed|asked|invited" },
  { ABOUT_OUTCOME, "no-answer", "ei vastausta|ei vastannut|inget svar|svarade inte|no answer" },
};

static const MukanaListReason unknown_word = {
  "unknown-word", N_("The word is not one that is known here")
};

static char *
key_of (About       about,
        const char *plain)
{
  return g_strdup_printf ("%d %s", about, plain);
}

static GHashTable *
peek_table (void)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (all_words); i++)
        {
          g_auto (GStrv) words = g_strsplit (all_words[i].words, "|", -1);

          for (guint j = 0; words[j] != NULL; j++)
            {
              g_autofree char *plain = mukana_list_fold_plain (words[j]);

              char *key = key_of (all_words[i].about, plain);

              /* A word that stands twice would hide that it means two things. */
              g_assert (!g_hash_table_contains (made, key));
              g_hash_table_insert (made, key, (gpointer) all_words[i].code);
            }
        }

      g_once_init_leave (&table, made);
    }

  return table;
}

/* The code of a text, or of what is left of it without a remark in brackets. */
static const char *
look_up (About                    about,
         const char              *text,
         const MukanaListReason **reason)
{
  g_autofree char *plain = mukana_list_fold_plain (text), *key = key_of (about, plain);
  const char *code = g_hash_table_lookup (peek_table (), key);
  const char *bracket;

  if (*plain == '\0')
    {
      *reason = &mukana_list_reason_empty;
      return NULL;
    }

  if (code == NULL && (bracket = strchr (text, '(')) != NULL && bracket > text)
    {
      g_autofree char *before = g_strndup (text, bracket - text);
      const MukanaListReason *ignored;

      code = look_up (about, before, &ignored);
    }

  if (code == NULL)
    *reason = &unknown_word;

  return code;
}

/* Cuts "suomi ja englanti", "fi|en", "KA + OLKA (työpari)" into its words. */
static char **
split_words (const char *text)
{
  g_autoptr (GString) cut = g_string_new (NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) pieces = NULL;
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      depth += *p == '(';
      if (depth > 0)
        depth -= *p == ')';
      else
        g_string_append_c (cut, strchr ("/|,;+&\n\t", *p) != NULL ? '|' : *p);
    }

  g_string_replace (cut, " ja ", "|", 0);
  g_string_replace (cut, " och ", "|", 0);
  g_string_replace (cut, " and ", "|", 0);
  g_string_replace (cut, " sekä ", "|", 0);
  g_string_replace (cut, " samt ", "|", 0);
  pieces = g_strsplit (cut->str, "|", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (*g_strstrip (pieces[i]) != '\0')
      g_ptr_array_add (parts, g_strdup (pieces[i]));

  g_ptr_array_add (parts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&parts), FALSE);
}

static char **
look_up_list (About                    about,
              const char              *text,
              const MukanaListReason **reason)
{
  g_auto (GStrv) words = split_words (text ? text : "");
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  if (words[0] == NULL)
    {
      *reason = &mukana_list_reason_empty;
      return NULL;
    }

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *code = look_up (about, words[i], reason);

      if (code == NULL)
        return NULL;
      if (!g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, g_strdup (code));
    }

  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

/** mukana_list_read_languages: Returns: yours, codes in the order of the text, each once */
char **
mukana_list_read_languages (const char              *text,
                            const MukanaListReason **reason)
{
  return look_up_list (ABOUT_LANGUAGE, text, reason);
}

/** mukana_list_read_roles: Returns: yours, "expert" "experience-worker" "experience-trainer"
 *  "developer-client" "peer-supporter" "volunteer" "olka-volunteer" "contact-person"
 *  "council-member" or "community-member", each once */
char **
mukana_list_read_roles (const char              *text,
                        const MukanaListReason **reason)
{
  return look_up_list (ABOUT_ROLE, text, reason);
}

#define READER(name, about)                                     \
  const char *                                                  \
  mukana_list_read_##name (const char          *text,           \
                           const MukanaListReason **reason)         \
  {                                                             \
    return look_up (about, text ? text : "", reason);           \
  }

READER (language, ABOUT_LANGUAGE)
READER (person_state, ABOUT_PERSON_STATE)
READER (channel, ABOUT_CHANNEL)
READER (perspective, ABOUT_PERSPECTIVE)
READER (purpose, ABOUT_PURPOSE)
READER (consent_way, ABOUT_CONSENT_WAY)
READER (fee_mode, ABOUT_FEE_MODE)
READER (organisation_kind, ABOUT_ORGANISATION_KIND)
READER (request_state, ABOUT_REQUEST_STATE)
READER (request_kind, ABOUT_REQUEST_KIND)
READER (fee_kind, ABOUT_FEE_KIND)
READER (fee_state, ABOUT_FEE_STATE)
READER (side, ABOUT_SIDE)
READER (slot_kind, ABOUT_SLOT_KIND)

/** mukana_list_read_request_mode: "etä (asynkroninen, 14 päivää)" is a period, not remote */
const char *
mukana_list_read_request_mode (const char              *text,
                               const MukanaListReason **reason)
{
  g_autofree char *plain = mukana_list_fold_plain (text);

  if (strstr (plain, "asynkron") != NULL || strstr (plain, "asynchron") != NULL)
    return "period";

  return look_up (ABOUT_REQUEST_MODE, text ? text : "", reason);
}

/** mukana_list_read_outcome: what the state of an assignment in a list says */
gboolean
mukana_list_read_outcome (const char              *text,
                          MukanaListOutcome       *outcome,
                          const MukanaListReason **reason)
{
  static const struct
  {
    const char        *code;
    MukanaListOutcome  outcome;
  } outcomes[] = {
    { "done", { "accepted", "held", "full" } },
    { "part", { "accepted", "held", "part" } },
    { "no-show", { "accepted", "held", "no-show" } },
    { "cancelled", { "accepted", "cancelled", NULL } },
    { "cancelled-person", { "accepted", "cancelled", "cancelled-person" } },
    { "cancelled-unit", { "accepted", "cancelled", "cancelled-unit" } },
    { "declined", { "declined", NULL, NULL } },
    { "agreed", { "accepted", "agreed", NULL } },
    { "proposed", { "proposed", NULL, NULL } },
    { "no-answer", { "no-answer", NULL, NULL } },
  };
  const char *code = look_up (ABOUT_OUTCOME, text ? text : "", reason);

  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (outcomes); i++)
    if (strcmp (outcomes[i].code, code) == 0)
      {
        *outcome = outcomes[i].outcome;
        return TRUE;
      }

  return FALSE;
}

/** mukana_list_read_fee_class: Returns: yours, one capital letter or a number up to 99 */
char *
mukana_list_read_fee_class (const char              *text,
                            const MukanaListReason **reason)
{
  g_autofree char *plain = mukana_list_fold_plain (text);
  gsize length = strlen (plain);

  if (length == 0)
    *reason = &mukana_list_reason_empty;
  else if ((length == 1 && g_ascii_isalnum (plain[0])) ||
           (length == 2 && g_ascii_isdigit (plain[0]) && g_ascii_isdigit (plain[1])))
    return g_ascii_strup (plain, -1);
  else
    *reason = &unknown_word;

  return NULL;
}
