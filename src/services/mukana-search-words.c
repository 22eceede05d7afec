/* mukana-search-words.c: a search of people in words: "Show everyone who know Home care, but not
 * asked in the last 3 months".
 *
 * The window shows the same words with a chip for each value, the terminal as one line.
 */

#include "services/mukana-search-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-free-span.h"

static const struct
{
  const char *name;
  const char *title;
  const char *before;    /* the words of the sentence before the value; NULL for none */
} conditions[MUKANA_N_SEARCH_CONDITIONS] = {
  [MUKANA_SEARCH_ROLE] = { "role", N_("Role"), NULL },
  /* Translators: part of a sentence: "Show … who know [Home care]" */
  [MUKANA_SEARCH_THEME] = { "theme", N_("Experience theme"), N_("who know") },
  /* Translators: part of a sentence: "Show … from [Kajaani]" */
  [MUKANA_SEARCH_MUNICIPALITY] = { "municipality", N_("Municipality"), N_("from") },
  /* Translators: part of a sentence: "Show … living in [Kainuu wellbeing services county]" */
  [MUKANA_SEARCH_COUNTY] = { "county", N_("Wellbeing services county"), N_("living in") },
  /* Translators: part of a sentence: "Show … with [consent in force]" */
  [MUKANA_SEARCH_CONSENT] = { "consent", N_("Consent"), N_("with") },
  /* Translators: part of a sentence: "Show … now [active]" */
  [MUKANA_SEARCH_STATE] = { "state", N_("State"), N_("now") },
  /* Translators: part of a sentence: "Show … who were asked [in the last 3 months]" */
  [MUKANA_SEARCH_ASKED] = { "asked", N_("Asked lately"), N_("who were asked") },
  /* Translators: part of a sentence: "Show … who are free on [3 Feb 2027, 12:00–16:00]" */
  [MUKANA_SEARCH_FREE] = { "free", N_("Free on a day"), N_("who are free on") },
};

static const struct { const char *code, *label; } values[] = {
  { "valid", N_("consent in force") },
  { "ending", N_("consent about to end") },
  { "none", N_("no consent in force") },
  { "ended", N_("consent that has ended") },
  { "3", N_("in the last 3 months") },
  { "6", N_("in the last 6 months") },
  { "12", N_("in the last 12 months") },
};

/** mukana_search_name: Returns: static, as it is stored */
const char *
mukana_search_name (MukanaSearchCondition condition)
{
  return conditions[condition].name;
}

/** mukana_search_find: Returns: a #MukanaSearchCondition; -1 when there is none of that name */
int
mukana_search_find (const char *name)
{
  for (int i = 0; i < MUKANA_N_SEARCH_CONDITIONS; i++)
    if (g_str_equal (conditions[i].name, name))
      return i;

  return -1;
}

/** mukana_search_title: Returns: static, translated */
const char *
mukana_search_title (MukanaSearchCondition condition)
{
  return _(conditions[condition].title);
}

/** mukana_search_before: Returns: (nullable): static, translated: words before the value */
const char *
mukana_search_before (MukanaSearchCondition condition)
{
  const char *before = conditions[condition].before;

  return before != NULL ? _(before) : NULL;
}

/**
 * mukana_search_codes:
 * @list: (out): the county's own words, when they are what is chosen from
 *
 * Returns: (nullable): static, the values of a closed set; NULL: those of @list
 */
const char * const *
mukana_search_codes (MukanaSearchCondition  condition,
                     MukanaLexiconList     *list)
{
  static const char * const consents[] = { "valid", "ending", "none", "ended", NULL };
  static const char * const months[] = { "3", "6", "12", NULL };
  static const char * const none[] = { NULL };

  switch (condition)
    {
    case MUKANA_SEARCH_CONSENT: return consents;
    case MUKANA_SEARCH_STATE: return mukana_person_states;
    case MUKANA_SEARCH_ASKED: return months;
    case MUKANA_SEARCH_FREE: return none;
    case MUKANA_SEARCH_THEME: *list = MUKANA_LEXICON_THEME; return NULL;
    case MUKANA_SEARCH_MUNICIPALITY: *list = MUKANA_LEXICON_MUNICIPALITY; return NULL;
    case MUKANA_SEARCH_COUNTY: *list = MUKANA_LEXICON_COUNTY; return NULL;
    case MUKANA_SEARCH_ROLE:
    case MUKANA_N_SEARCH_CONDITIONS:
    default: *list = MUKANA_LEXICON_ROLE; return NULL;
    }
}

/** mukana_search_dup_label: Returns: yours, translated */
char *
mukana_search_dup_label (MukanaLexicon         *words,
                         MukanaSearchCondition  condition,
                         const char            *code)
{
  MukanaLexiconList list;
  MukanaFreeSpan time;

  if (condition == MUKANA_SEARCH_FREE)
    return mukana_free_span_parse (code, &time) ? mukana_free_span_describe (&time)
                                                : g_strdup ("");
  if (mukana_search_codes (condition, &list) == NULL)
    return g_strdup (mukana_lexicon_label (words, list, code));
  if (condition == MUKANA_SEARCH_STATE)
    return g_strdup (mukana_code_label (mukana_person_states, code));

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_strcmp0 (values[i].code, code) == 0)
      return g_strdup (_(values[i].label));

  return g_strdup ("");
}

/** mukana_search_step: Returns: static, translated: how the sentence goes on */
const char *
mukana_search_step (MukanaPeopleStepKind kind)
{
  /* Translators: parts of a sentence, each followed by what it is about: "Show everyone who know
   * [Home care], and also [peer supporter], but not who were asked [in the last 3 months]" */
  static const char * const words[MUKANA_N_STEP_KINDS] = {
    N_("and also"), N_("but not"), N_("and of them only"),
  };

  return _(words[kind]);
}

static void
add_words (GString       *sentence,
           MukanaLexicon *words,
           const char    *name,
           const char    *code)
{
  int condition = mukana_search_find (name);
  const char *before = condition >= 0 ? mukana_search_before (condition) : NULL;
  g_autofree char *label = NULL;

  if (condition < 0)
    return;
  if (before != NULL)
    g_string_append_printf (sentence, " %s", before);
  label = mukana_search_dup_label (words, condition, code);
  g_string_append_printf (sentence, " %s", label);
}

/**
 * mukana_search_sentence:
 * @text: "theme=ik.kot +role=peer -asked=3"
 *
 * Returns: yours, all of it in one sentence, in the language of the program
 */
char *
mukana_search_sentence (MukanaLexicon *words,
                        const char    *text)
{
  GString *sentence = g_string_new (_("Show"));
  g_autoptr (GPtrArray) steps = mukana_people_steps_parse (text);
  g_auto (GStrv) pairs = g_strsplit (text, " ", -1);

  if (strstr (text, "role=") != text)
    g_string_append_printf (sentence, " %s", _("everyone"));
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      if (equals == NULL || !g_ascii_isalpha (*pairs[i]))
        continue;
      *equals = '\0';
      add_words (sentence, words, pairs[i], equals + 1);
    }

  for (guint i = 0; i < steps->len; i++)
    {
      const MukanaPeopleStep *step = g_ptr_array_index (steps, i);

      g_string_append_printf (sentence, ", %s", mukana_search_step (step->kind));
      add_words (sentence, words, step->condition, step->code);
    }

  return g_string_free (sentence, FALSE);
}
