/* mukana-story-words.c: what belonged to a person once, in the words of their page.
 *
 * Pure: gives strings, and no widget.
 */

#include "ui/kit/mukana-story-words.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-availability.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-parts-text.h"
#include "domain/mukana-person-parts.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-week-scene.h"

/* "1.2.2026–30.6.2026", either end open; NULL when both are */
static char *
say_days (MukanaDay from,
          MukanaDay last)
{
  g_autofree char *start = from != MUKANA_DAY_NONE ? mukana_format_day (NULL, from) : NULL;
  g_autofree char *end = last != MUKANA_DAY_NONE ? mukana_format_day (NULL, last) : NULL;

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

static char *
say_slot (int weekday,
          int start_minute,
          int end_minute)
{
  g_autofree char *minutes = mukana_format_minutes (start_minute, end_minute);

  return g_strdup_printf ("%s %s", mukana_week_day_short_name (weekday - 1), minutes);
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

static char *
say_own_week (MukanaLexicon *words,
              gpointer       part)
{
  MukanaOwnWeek *week = part;
  g_autoptr (GArray) slots = mukana_week_times_parse (week->times);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *days = say_days (week->monday, week->monday + 6);
  g_autofree char *times = NULL;

  for (guint i = 0; i < slots->len; i++)
    {
      const MukanaWeekSlot *slot = &g_array_index (slots, MukanaWeekSlot, i);

      g_ptr_array_add (said, say_slot (slot->weekday, slot->start_minute, slot->end_minute));
    }

  if (said->len == 0)
    g_ptr_array_add (said, g_strdup (C_("half hour", "not free")));
  g_ptr_array_add (said, NULL);
  times = g_strjoinv (", ", (char **) said->pdata);
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

/**
 * mukana_story_words_of_parts:
 * @kind: "roles", "times" …
 * @text: (nullable): as mukana_parts_print() gave it
 *
 * Returns: yours, all of them in words; "empty" when there were none
 */
char *
mukana_story_words_of_parts (MukanaLexicon *words,
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
