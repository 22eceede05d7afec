/* mukana-story-words.c: what the fields of a record were, and what belonged to it, in words.
 *
 * The window of changes and a person's own copy say the same.  Pure: gives strings.
 */

#include "services/mukana-story-words.h"

#include <string.h>

#include "base/mukana-money.h"
#include "base/mukana-words.h"
#include "domain/mukana-availability.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-parts-text.h"
#include "domain/mukana-person-parts.h"
#include "services/mukana-document-words.h"

/* Fields whose text is one code, or several with spaces between.  A state is of the vocabulary of
 * its record: the one that has the code. */
static const struct
{
  const char         *field;
  const char * const *codes;
} coded[] = {
  { "state", mukana_person_states },
  { "state", mukana_request_states },
  { "kind", mukana_organisation_kinds },
  { "channel", mukana_channels },
  { "contact-language", mukana_contact_languages },
  { "work-languages", mukana_languages },
  { "language", mukana_languages },
  { "refusals", mukana_refusals },
  { "skills", mukana_skills },
  { "support-kinds", mukana_support_kinds },
  { "fee-mode", mukana_fee_modes },
  { "mode", mukana_request_modes },
};

static const char *
find_label (const char *field,
            const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (coded); i++)
    if (strcmp (coded[i].field, field) == 0 && mukana_code_index (coded[i].codes, code) >= 0)
      return mukana_code_label (coded[i].codes, code);

  return NULL;
}

/* "1.2.2026–30.6.2026", either end open; NULL when both are */
static char *
say_days (MukanaDay from,
          MukanaDay last)
{
  g_autofree char *start = mukana_document_words_day (from);
  g_autofree char *end = mukana_document_words_day (last);

  if (start == NULL && end == NULL)
    return NULL;
  if (from == last)
    return g_steal_pointer (&start);

  return g_strdup_printf ("%s\u2013%s", start != NULL ? start : "", end != NULL ? end : "");
}

/* With the days in brackets when there are some. */
static char *
join (const char *what,
      char       *days)
{
  g_autofree char *taken = days;

  return taken != NULL ? g_strdup_printf ("%s (%s)", what, taken) : g_strdup (what);
}

static MukanaDay
last_of (MukanaDay until)
{
  return until != MUKANA_DAY_NONE ? until - 1 : until;
}

static char *
say_role (MukanaLexicon *words,
          gpointer       part)
{
  MukanaRoleTerm *term = part;

  return join (mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, term->role_code),
               say_days (term->from_day, last_of (term->until_day)));
}

static char *
say_theme (MukanaLexicon *words,
           gpointer       part)
{
  MukanaExperience *experience = part;

  return g_strdup_printf ("%s (%s)",
                          mukana_lexicon_label (words, MUKANA_LEXICON_THEME, experience->theme_id),
                          mukana_code_label (mukana_perspectives, experience->perspective));
}

static char *
say_credential (MukanaLexicon *words,
                gpointer       part)
{
  MukanaCredential *credential = part;
  const char *kind = mukana_code_label (mukana_credential_kinds, credential->kind);
  g_autofree char *named = credential->title != NULL
                           ? g_strdup_printf ("%s: %s", kind, credential->title) : NULL;

  return join (named != NULL ? named : kind,
               say_days (credential->done_on, credential->expires_on));
}

static char *
say_fact (MukanaLexicon *words,
          gpointer       part)
{
  MukanaStatedFact *fact = part;
  gboolean is_gender = g_strcmp0 (fact->kind, "gender") == 0;

  return g_strdup_printf ("%s: %s", mukana_code_label (mukana_fact_kinds, fact->kind),
                          mukana_code_label (is_gender ? mukana_genders : mukana_situations,
                                             fact->value));
}

/** mukana_story_words_of_weekday: @weekday: 1 is Monday.  Returns: borrowed, translated, short */
const char *
mukana_story_words_of_weekday (int weekday)
{
  static const char * const days[] = {
    NC_("short weekday", "Mon"), NC_("short weekday", "Tue"), NC_("short weekday", "Wed"),
    NC_("short weekday", "Thu"), NC_("short weekday", "Fri"), NC_("short weekday", "Sat"),
    NC_("short weekday", "Sun")
  };

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");

  return mukana_words_say_of ("short weekday", days[weekday - 1]);
}

static char *
say_slot (int weekday,
          int start_minute,
          int end_minute)
{
  return g_strdup_printf ("%s %d.%02d\u2013%d.%02d", mukana_story_words_of_weekday (weekday),
                          start_minute / 60, start_minute % 60, end_minute / 60, end_minute % 60);
}

static char *
say_time (MukanaLexicon *words,
          gpointer       part)
{
  MukanaFreeTime *time = part;
  g_autofree char *slot = say_slot ((int) time->weekday, (int) time->start_minute,
                                    (int) time->end_minute);

  return join (slot, say_days (time->valid_from, last_of (time->valid_until)));
}

/**
 * mukana_story_words_of_week:
 * @times: (nullable): as a week of its own keeps them
 *
 * Returns: yours, "Mon 12.00–16.00, Tue 9.00–11.00"
 */
char *
mukana_story_words_of_week (const char *times)
{
  g_autoptr (GArray) slots = mukana_week_times_parse (times);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < slots->len; i++)
    {
      const MukanaWeekSlot *slot = &g_array_index (slots, MukanaWeekSlot, i);

      g_ptr_array_add (said, say_slot (slot->weekday, slot->start_minute, slot->end_minute));
    }

  if (said->len == 0)
    g_ptr_array_add (said, g_strdup (C_("half hour", "not free")));
  g_ptr_array_add (said, NULL);
  return g_strjoinv (", ", (char **) said->pdata);
}

static char *
say_own_week (MukanaLexicon *words,
              gpointer       part)
{
  MukanaOwnWeek *week = part;
  g_autofree char *days = say_days (week->monday, week->monday + 6);
  g_autofree char *times = mukana_story_words_of_week (week->times);

  return g_strdup_printf ("%s: %s", days, times);
}

static char *
say_absence (MukanaLexicon *words,
             gpointer       part)
{
  MukanaAbsence *absence = part;
  g_autofree char *days = say_days (absence->from_day, absence->last_day);

  return absence->reason != NULL ? g_strdup_printf ("%s: %s", days, absence->reason)
                                 : g_steal_pointer (&days);
}

typedef char *(*Say) (MukanaLexicon *words,
                      gpointer       part);

static Say
find_say (GType type)
{
  const struct
  {
    GType type;
    Say   say;
  } ways[] = {
    { MUKANA_TYPE_ROLE_TERM, say_role },
    { MUKANA_TYPE_EXPERIENCE, say_theme },
    { MUKANA_TYPE_CREDENTIAL, say_credential },
    { MUKANA_TYPE_STATED_FACT, say_fact },
    { MUKANA_TYPE_FREE_TIME, say_time },
    { MUKANA_TYPE_OWN_WEEK, say_own_week },
    { MUKANA_TYPE_ABSENCE, say_absence },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].type == type)
      return ways[i].say;

  g_return_val_if_reached (NULL);
}

/* All of the parts; "empty" when there were none. */
static char *
describe_parts (MukanaLexicon *words,
                const char    *kind,
                const char    *text)
{
  GType type = mukana_parts_type (kind);
  g_autoptr (GPtrArray) parts = mukana_parts_parse (text, type);
  Say say = find_say (type);
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *one = say (words, g_ptr_array_index (parts, i));

      g_string_append_printf (said, "%s%s", i > 0 ? "; " : "", one);
    }

  if (parts->len == 0)
    g_string_append (said, _("empty"));
  return g_string_free (said, FALSE);
}

static char *
join_labels (const char *field,
             const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " ", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *label = find_label (field, parts[i]);

      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              label != NULL ? label : parts[i]);
    }

  return g_string_free (words, FALSE);
}

static gboolean
is_coded (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (coded); i++)
    if (strcmp (coded[i].field, field) == 0)
      return TRUE;

  return FALSE;
}

static char *
describe_text (MukanaLexicon *words,
               const char    *field,
               const char    *value)
{
  if (is_coded (field))
    return join_labels (field, value);
  if (strcmp (field, "municipality-code") == 0)
    return g_strdup (mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY, value));
  if (strcmp (field, "method-code") == 0)
    return g_strdup (mukana_lexicon_label (words, MUKANA_LEXICON_METHOD, value));
  if (strcmp (field, "role-code") == 0)
    return g_strdup (mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, value));

  return g_strdup (value);
}

/**
 * mukana_story_words_of_value:
 * @field: (nullable): NULL for parts of the record, as "roles" or "times"
 * @name: of the field or of the parts
 * @value: (nullable): as the history keeps it
 *
 * Returns: yours
 */
char *
mukana_story_words_of_value (MukanaLexicon     *words,
                             const MukanaField *field,
                             const char        *name,
                             const char        *value)
{
  char *day;

  if (field == NULL && mukana_parts_type (name) != 0)
    return describe_parts (words, name, value);
  if (field == NULL || value == NULL)
    return g_strdup (value != NULL ? value : _("empty"));

  switch (field->kind)
    {
    case MUKANA_FIELD_BOOL:
      return g_strdup (strcmp (value, "0") == 0 ? _("no") : _("yes"));
    case MUKANA_FIELD_DAY:
      day = mukana_document_words_day (mukana_day_parse_iso (value));
      return day != NULL ? day : g_strdup (value);
    case MUKANA_FIELD_CENTS:
      return mukana_money_format (g_ascii_strtoll (value, NULL, 10));
    case MUKANA_FIELD_INT:
    case MUKANA_FIELD_TIME:
    case MUKANA_FIELD_TEXT:
    default:
      return describe_text (words, name, value);
    }
}
