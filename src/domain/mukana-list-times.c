/* mukana-list-times.c: when somebody can, in words.
 *
 * "ma 8-11, ti 16:30-19:30" is exact.  "Arki-iltaisin" is not: the hours it gets
 * are ours, and the answer says that it is a guess, so that a person looks at it.
 * A text with one word that is not understood is not understood at all; half of
 * what somebody said about their time may be the wrong half.
 */

#include "domain/mukana-list-times.h"

#include "domain/mukana-list-words-private.h"

#include "base/mukana-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const MukanaListReason reason_times = {
  "times-unclear", N_("The times are not understood; write them as “ma 8–11, ti 16.30–19.30”") };
static const MukanaListReason reason_by_agreement = {
  "by-agreement", N_("Available by agreement; no hours are given") };
static const MukanaListReason reason_slots = {
  "slots-unclear", N_("The times are not understood; write them as 2027-02-04T08:30/12:30") };

enum { WEEKDAYS = 0x1f, WEEKEND = 0x60, ALL_DAYS = 0x7f };   /* bit 0 is Monday */

typedef struct
{
  guint       days;          /* 0: says nothing about days */
  int         start_minute;  /* -1: says nothing about hours */
  int         end_minute;
  const char *words;
} Phrase;

static const Phrase phrases[] = {
  { WEEKDAYS, -1, -1, "arki|arkisin|arkena|arkipaivisin|arkipaivat|arkipaivina|vardagar|vardag|"
                      "pa vardagar|weekdays|weekday" },
  { WEEKEND, -1, -1, "viikonloppu|viikonloppuisin|viikonloput|viikonloppuna|vkl|helg|helger|"
                     "veckoslut|weekend|weekends" },
  { ALL_DAYS, -1, -1, "joka paiva|paivittain|varje dag|every day|daily" },
  { WEEKDAYS, 17 * 60, 20 * 60, "arki iltaisin|arki illat|arki iltoina|arki ilta|arkiiltaisin|"
                                "vardagskvallar|weekday evenings" },
  { WEEKDAYS, 8 * 60, 12 * 60, "arki aamuisin|arki aamupaivisin|vardagsmornar|weekday mornings" },
  { ALL_DAYS, 8 * 60, 20 * 60, "aina|milloin vain|milloin tahansa|nar som helst|alltid|always|"
                               "any time|anytime" },
  { 0, 17 * 60, 20 * 60, "iltaisin|illat|ilta|illalla|iltoina|kvall|kvallar|pa kvallar|"
                         "kvallstid|evenings|evening" },
  { 0, 8 * 60, 12 * 60, "aamuisin|aamut|aamupaivisin|aamupaiva|aamupaivat|ap|morgnar|formiddag|"
                        "formiddagar|mornings|morning" },
  { 0, 12 * 60, 16 * 60, "iltapaivisin|iltapaiva|iltapaivat|ip|eftermiddag|eftermiddagar|"
                         "afternoons|afternoon" },
  { 0, 8 * 60, 16 * 60, "paivisin|paivalla|paivat|virka aikana|dagtid|daytime|office hours" },
};

static const char fillers[] = "ok|kay|kylla|ja|tai|seka|och|eller|samt|and|or|klo|kl|at|pa|on|"
                              "vain|bara|only|parhaiten|best|bast|kello";
static const char negations[] = "ei|inte|ej|not|no|paitsi|utom|except";
static const char agreements[] = "sopimuksen mukaan|sovittaessa|sovitaan|vaihtelee|vaihtelevasti|"
                                 "enligt overenskommelse|efter overenskommelse|varierar|"
                                 "by agreement|varies|flexible";

typedef struct
{
  GArray   *slots;
  guint     days;            /* that the words so far have named */
  gboolean  is_used;         /* those days have got hours: the next day begins anew */
  gboolean  is_negated;
  gboolean  is_guess;
} Reading;

static gboolean
is_one_of (const char *word,
           const char *words)
{
  g_autofree char *hay = g_strconcat ("|", words, "|", NULL);
  g_autofree char *needle = g_strconcat ("|", word, "|", NULL);

  return *word != '\0' && strstr (hay, needle) != NULL;
}

static gboolean
add_hours (Reading *self,
           int      start,
           int      end)
{
  if (self->days == 0 || start >= end)
    return FALSE;

  for (int i = 0; i < 7; i++)
    if (self->days & (1u << i))
      {
        MukanaWeekSlot slot = {
          (gint8) (i + 1), (gint16) start, (gint16) end, { MUKANA_DAY_NONE, MUKANA_DAY_NONE }
        };

        g_array_append_val (self->slots, slot);
      }

  self->is_used = TRUE;
  return TRUE;
}

/* Days that were named without hours get ours. */
static void
finish_days (Reading *self)
{
  if (self->days != 0 && !self->is_used)
    {
      guint evening_too = self->is_negated || self->days == ALL_DAYS;

      add_hours (self, (self->days == WEEKEND ? 10 : 8) * 60,
                 (evening_too ? 20 : 16) * 60);
      self->is_guess = TRUE;
    }

  self->days = 0;
  self->is_used = FALSE;
  self->is_negated = FALSE;
}

static void
add_days (Reading *self,
          guint    days)
{
  if (self->is_used)
    {
      self->days = 0;
      self->is_used = FALSE;
    }

  if (self->is_negated)
    {
      /* "Not on Mondays" means the other days. */
      self->days = (self->days == 0 ? ALL_DAYS : self->days) & ~days;
      self->is_guess = TRUE;
    }
  else
    self->days |= days;
}

static gboolean
take_phrase (Reading      *self,
             const Phrase *phrase)
{
  if (phrase->days != 0)
    add_days (self, phrase->days);

  if (phrase->start_minute < 0)
    return TRUE;
  if (self->is_negated)
    return FALSE;

  self->is_guess = TRUE;
  if (self->days == 0)
    self->days = ALL_DAYS;
  return add_hours (self, phrase->start_minute, phrase->end_minute);
}

static const Phrase *
find_phrase (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (is_one_of (words, phrases[i].words))
      return &phrases[i];

  return NULL;
}

/* "8", "8.30", "08:30": moves past it; -1 when no time stands there. */
static int
scan_time (const char **text)
{
  const char *p = *text;
  int hour = 0, minute = 0, n;

  for (n = 0; n < 2 && g_ascii_isdigit (*p); n++, p++)
    hour = hour * 10 + (*p - '0');
  if (n == 0)
    return -1;

  if ((*p == ':' || *p == '.') && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]))
    {
      minute = (p[1] - '0') * 10 + (p[2] - '0');
      p += 3;
    }

  if (g_ascii_isdigit (*p) || minute > 59 || hour * 60 + minute > 1440)
    return -1;

  *text = p;
  return hour * 60 + minute;
}

static gboolean
scan_dash (const char **text)
{
  const char *p = *text;
  gunichar c;

  while (*p == ' ')
    p++;

  c = g_utf8_get_char (p);
  if (c != '-' && c != 0x2013 && c != 0x2014 && c != 0x2212)
    return FALSE;

  for (p = g_utf8_next_char (p); *p == ' '; p++)
    ;
  *text = p;
  return TRUE;
}

static gboolean
take_hours (Reading     *self,
            const char **text)
{
  int start = scan_time (text), end;

  if (start < 0 || !scan_dash (text) || (end = scan_time (text)) < 0)
    return FALSE;

  return !self->is_negated && add_hours (self, start, end);
}

/* The next run of letters, plain; NULL when there is none. */
static char *
scan_word (const char **text)
{
  const char *begin = *text;
  g_autofree char *word = NULL;

  while (g_unichar_isalpha (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);

  if (*text == begin)
    return NULL;

  word = g_strndup (begin, *text - begin);
  return mukana_list_fold_plain (word);
}

/* As many words as one phrase has: "arki-iltaisin" and "joka päivä" are two. */
static const Phrase *
scan_phrase (const char **text,
             const char  *first)
{
  const char *after = *text;
  const Phrase *phrase;
  g_autofree char *second = NULL, *both = NULL;

  while (*after == ' ' || *after == '-')
    after++;

  if ((second = scan_word (&after)) != NULL)
    {
      both = g_strconcat (first, " ", second, NULL);
      if ((phrase = find_phrase (both)) != NULL)
        {
          *text = after;
          return phrase;
        }
    }

  return find_phrase (first);
}

static gboolean
take_weekdays (Reading     *self,
               int          first,
               const char **text)
{
  const char *after = *text;
  g_autofree char *word = NULL;
  const MukanaListReason *ignored;
  guint days = 1u << (first - 1);
  int last;

  if (scan_dash (&after) && (word = scan_word (&after)) != NULL &&
      mukana_list_read_weekday (word, &last, &ignored))
    {
      for (int i = first; i != last; i = i % 7 + 1)
        days |= 1u << (i % 7);
      *text = after;
    }

  /* A new day after finished hours begins a new group; without hours it joins. */
  add_days (self, days);
  return TRUE;
}

static gboolean
take_word (Reading     *self,
           const char **text)
{
  g_autofree char *word = scan_word (text);
  const MukanaListReason *ignored;
  const Phrase *phrase;
  int weekday;

  if (word == NULL)
    return FALSE;

  if (is_one_of (word, negations))
    {
      if (!is_one_of (word, "paitsi|utom|except"))
        finish_days (self);
      self->is_negated = TRUE;
      return TRUE;
    }

  if ((phrase = scan_phrase (text, word)) != NULL)
    return take_phrase (self, phrase);
  if (mukana_list_read_weekday (word, &weekday, &ignored))
    return take_weekdays (self, weekday, text);

  return is_one_of (word, fillers);
}

static gboolean
read_all (Reading    *self,
          const char *text)
{
  while (*text != '\0')
    {
      if (g_ascii_isdigit (*text))
        {
          if (!take_hours (self, &text))
            return FALSE;
        }
      else if (g_unichar_isalpha (g_utf8_get_char (text)))
        {
          if (!take_word (self, &text))
            return FALSE;
        }
      else if (strchr (" ,;.:/&+!()\n\t", *text) != NULL ||
               (*text == '-' && g_unichar_isalpha (g_utf8_get_char (text + 1))))
        text++;
      else
        return FALSE;
    }

  finish_days (self);
  return self->slots->len > 0;
}

/**
 * mukana_list_read_availability:
 * @text: (nullable): "ma 8-11, ti 16:30-19:30", "arki-iltaisin", "ei maanantaisin"
 * @is_guess: (out): whether any day or hour is ours rather than theirs
 * @reason: (out): "by-agreement" when the text says that there are no fixed hours
 *
 * Returns: yours, of MukanaWeekSlot in the order of the text; NULL with @reason set
 */
GArray *
mukana_list_read_availability (const char              *text,
                               gboolean                *is_guess,
                               const MukanaListReason **reason)
{
  g_autofree char *plain = mukana_list_fold_plain (text);
  Reading self = { .slots = NULL };

  if (*plain == '\0')
    *reason = &mukana_list_reason_empty;
  else if (is_one_of (plain, agreements))
    *reason = &reason_by_agreement;
  else
    {
      self.slots = g_array_new (FALSE, FALSE, sizeof (MukanaWeekSlot));
      if (read_all (&self, text))
        {
          *is_guess = self.is_guess;
          return self.slots;
        }

      g_array_unref (self.slots);
      *reason = &reason_times;
    }

  return NULL;
}

/* "2027-02-04T08:30/12:30", "4.2.2027 8.30-12.30", or a day alone. */
static gboolean
read_slot (const char    *text,
           MukanaDaySlot *slot)
{
  g_autofree char *day = NULL;
  gsize length = strcspn (text, "T ");
  const MukanaListReason *ignored;
  const char *rest = text + length;

  day = g_strndup (text, length);
  if (!mukana_list_read_day (day, &slot->day, &ignored))
    return FALSE;

  slot->start_minute = 0;
  slot->end_minute = 1440;
  if (*rest == '\0')
    return TRUE;

  rest++;
  if (g_str_has_prefix (rest, "klo "))
    rest += 4;
  if ((slot->start_minute = scan_time (&rest)) < 0)
    return FALSE;
  if (*rest == '/')
    rest++;
  else if (!scan_dash (&rest))
    return FALSE;

  slot->end_minute = scan_time (&rest);
  return *rest == '\0' && slot->end_minute > slot->start_minute;
}

/**
 * mukana_list_read_slots:
 * @text: (nullable): "2027-02-04T08:30/12:30;2027-02-12T12:00/16:00"
 *
 * Returns: yours, of MukanaDaySlot; a day without hours is the whole day.  NULL with
 *   @reason set
 */
GArray *
mukana_list_read_slots (const char              *text,
                        const MukanaListReason **reason)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (MukanaDaySlot));
  g_auto (GStrv) parts = g_strsplit_set (text ? text : "", ";|\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      MukanaDaySlot slot;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      if (!read_slot (parts[i], &slot))
        {
          *reason = &reason_slots;
          return NULL;
        }
      g_array_append_val (slots, slot);
    }

  if (slots->len == 0)
    {
      *reason = &mukana_list_reason_empty;
      return NULL;
    }

  return g_steal_pointer (&slots);
}
