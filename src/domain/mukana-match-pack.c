/* mukana-match-pack.c: the facts of one person as a few bytes, and back.
 *
 * A pack says what is so, with its days, and concludes nothing: opened on a later day it gives
 * what the tables would give on that day, because what is over is left out then.  Words of the
 * vocabularies are in it as text, so that it does not matter in which order they are numbered.
 *
 * What depends on who asks, or on somebody else, is not in it: themes of Article 10, and whom the
 * person is not placed together with.
 *
 * Whoever adds a fact writes and reads it here, in the same place of both, and raises FORMAT here
 * and in mukana-match-shelf.c.
 */

#include "domain/mukana-match-pack.h"

#include <string.h>

/* The first byte.  A pack of another format does not open, and its person is read anew. */
#define FORMAT 1

/* In bytes; somebody with a longer one is not packed. */
#define LONGEST_TEXT 4000

/* ---- Writing: numbers of seven bits a byte, the small ones of either sign in one ---- */

static void
write_number (GByteArray *bytes,
              gint64      number)
{
  guint64 left = (guint64) number << 1 ^ (guint64) (number >> 63);

  do
    {
      guint8 byte = (guint8) (left & 0x7f) | (left > 0x7f ? 0x80 : 0);

      g_byte_array_append (bytes, &byte, 1);
      left >>= 7;
    }
  while (left != 0);
}

/* No day is the only one that is written as 0. */
static void
write_day (GByteArray *bytes,
           MukanaDay   day)
{
  write_number (bytes, day == MUKANA_DAY_NONE ? 0 : day < 0 ? day : (gint64) day + 1);
}

static void
write_range (GByteArray     *bytes,
             MukanaDayRange  range)
{
  write_day (bytes, range.from);
  write_day (bytes, range.until);
}

/* @text: (nullable) */
static void
write_text (GByteArray *bytes,
            const char *text)
{
  gsize length = text ? strlen (text) : 0;

  write_number (bytes, text ? (gint64) length : -1);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
}

static void
write_position (GByteArray     *bytes,
                MukanaPosition  position)
{
  write_number (bytes, position.latitude_udeg);
  write_number (bytes, position.longitude_udeg);
}

static void
write_slot (GByteArray           *bytes,
            const MukanaWeekSlot *slot)
{
  write_number (bytes, slot->weekday);
  write_number (bytes, slot->start_minute);
  write_number (bytes, slot->end_minute);
  write_range (bytes, slot->valid);
}

static void
write_person (GByteArray             *bytes,
              const MukanaMatchFacts *facts)
{
  write_number (bytes, facts->state);
  write_number (bytes, facts->fee_mode);
  write_number (bytes, facts->is_restricted | facts->has_non_disclosure << 1 |
                       facts->is_remote_ok << 2 | facts->has_withdrawn << 3);
  write_number (bytes, facts->refusals);
  write_number (bytes, facts->skills);
  write_day (bytes, facts->paused_until);
  write_range (bytes, facts->register_consent);
  write_range (bytes, facts->matching_consent);
  write_range (bytes, facts->media_consent);
  write_number (bytes, facts->languages);
  write_number (bytes, facts->birth_year);
  write_number (bytes, facts->notice_days);
  write_number (bytes, facts->max_travel_km);
  write_number (bytes, facts->cap_per_month);
  write_number (bytes, facts->fee_ceiling_cents);
  write_number (bytes, facts->fee_ceiling_year_cents);
  write_text (bytes, g_quark_to_string (facts->municipality));
  write_position (bytes, facts->position);
  write_day (bytes, facts->last_asked);
  write_day (bytes, facts->last_counted);
  write_day (bytes, facts->last_took_part);
}

/* One of a list, by its place in it. */
typedef void (*WriteOne) (GByteArray *bytes, const MukanaMatchFacts *facts, MukanaThemeTree *tree,
                          guint i);

static void
write_theme (GByteArray             *bytes,
             const MukanaMatchFacts *facts,
             MukanaThemeTree        *tree,
             guint                   i)
{
  write_text (bytes, mukana_theme_tree_get (tree, facts->themes[i].theme)->id);
  write_number (bytes, facts->themes[i].perspective);
  write_number (bytes, facts->themes[i].last_year);
  write_range (bytes, facts->themes[i].consent);
}

static void
write_role (GByteArray             *bytes,
            const MukanaMatchFacts *facts,
            MukanaThemeTree        *tree,
            guint                   i)
{
  write_text (bytes, g_quark_to_string (facts->roles[i].role));
  write_range (bytes, facts->roles[i].valid);
}

static void
write_credential (GByteArray             *bytes,
                  const MukanaMatchFacts *facts,
                  MukanaThemeTree        *tree,
                  guint                   i)
{
  write_number (bytes, facts->credentials[i].kind);
  write_range (bytes, facts->credentials[i].valid);
}

static void
write_assignment (GByteArray             *bytes,
                  const MukanaMatchFacts *facts,
                  MukanaThemeTree        *tree,
                  guint                   i)
{
  const MukanaAssignmentFact *work = &facts->assignments[i];

  write_number (bytes, work->request_id);
  write_number (bytes, work->fee_cents);
  write_day (bytes, work->day);
  write_number (bytes, work->start_minute);
  write_number (bytes, work->end_minute);
  write_position (bytes, work->position);
  write_number (bytes, work->is_demanding);
}

static void
write_shift (GByteArray             *bytes,
             const MukanaMatchFacts *facts,
             MukanaThemeTree        *tree,
             guint                   i)
{
  write_day (bytes, facts->shifts[i].day);
  write_number (bytes, facts->shifts[i].start_minute);
  write_number (bytes, facts->shifts[i].end_minute);
  write_position (bytes, facts->shifts[i].position);
}

static void
write_excluded_unit (GByteArray             *bytes,
                     const MukanaMatchFacts *facts,
                     MukanaThemeTree        *tree,
                     guint                   i)
{
  write_text (bytes, g_quark_to_string (facts->excluded_units[i]));
}

static void
write_time (GByteArray             *bytes,
            const MukanaMatchFacts *facts,
            MukanaThemeTree        *tree,
            guint                   i)
{
  write_slot (bytes, &facts->availability.slots[i]);
}

static void
write_own_week (GByteArray             *bytes,
                const MukanaMatchFacts *facts,
                MukanaThemeTree        *tree,
                guint                   i)
{
  write_day (bytes, facts->availability.own_weeks[i]);
}

static void
write_own_time (GByteArray             *bytes,
                const MukanaMatchFacts *facts,
                MukanaThemeTree        *tree,
                guint                   i)
{
  write_slot (bytes, &facts->availability.own_slots[i]);
}

static void
write_absence (GByteArray             *bytes,
               const MukanaMatchFacts *facts,
               MukanaThemeTree        *tree,
               guint                   i)
{
  write_range (bytes, facts->availability.absences[i]);
}

static void
write_busy_time (GByteArray             *bytes,
                 const MukanaMatchFacts *facts,
                 MukanaThemeTree        *tree,
                 guint                   i)
{
  write_day (bytes, facts->availability.busy[i].day);
  write_number (bytes, facts->availability.busy[i].start_minute);
  write_number (bytes, facts->availability.busy[i].end_minute);
}

/* In the order in which they are written; where in the facts it stands how many there are. */
static const struct
{
  gsize    n;
  WriteOne write;
} lists[] = {
  { G_STRUCT_OFFSET (MukanaMatchFacts, n_themes), write_theme },
  { G_STRUCT_OFFSET (MukanaMatchFacts, n_roles), write_role },
  { G_STRUCT_OFFSET (MukanaMatchFacts, n_credentials), write_credential },
  { G_STRUCT_OFFSET (MukanaMatchFacts, n_assignments), write_assignment },
  { G_STRUCT_OFFSET (MukanaMatchFacts, n_shifts), write_shift },
  { G_STRUCT_OFFSET (MukanaMatchFacts, n_excluded_units), write_excluded_unit },
  { G_STRUCT_OFFSET (MukanaMatchFacts, availability.n_slots), write_time },
  { G_STRUCT_OFFSET (MukanaMatchFacts, availability.n_own_weeks), write_own_week },
  { G_STRUCT_OFFSET (MukanaMatchFacts, availability.n_own_slots), write_own_time },
  { G_STRUCT_OFFSET (MukanaMatchFacts, availability.n_absences), write_absence },
  { G_STRUCT_OFFSET (MukanaMatchFacts, availability.n_busy), write_busy_time },
};

static int
compare_bytes (gconstpointer a,
               gconstpointer b)
{
  return g_bytes_compare (*(GBytes * const *) a, *(GBytes * const *) b);
}

/* Which of them comes first means nothing, and an engine may give them in any order. */
static void
write_sorted (GByteArray             *bytes,
              const MukanaMatchFacts *facts,
              MukanaThemeTree        *tree,
              guint                   n,
              WriteOne                write)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < n; i++)
    {
      GByteArray *part = g_byte_array_new ();

      write (part, facts, tree, i);
      g_ptr_array_add (parts, g_byte_array_free_to_bytes (part));
    }

  g_ptr_array_sort (parts, compare_bytes);
  for (guint i = 0; i < n; i++)
    {
      gsize length;
      const guint8 *part = g_bytes_get_data (g_ptr_array_index (parts, i), &length);

      g_byte_array_append (bytes, part, (guint) length);
    }
}

/* Everybody's packs can be read by whoever may match; these themes not by everybody who may. */
static void
leave_out_article_10 (MukanaMatchFacts *facts,
                      MukanaThemeTree  *tree)
{
  guint n_left = 0;

  for (guint i = 0; i < facts->n_themes; i++)
    {
      const MukanaThemeNode *node = mukana_theme_tree_get (tree, facts->themes[i].theme);

      if (node != NULL && strcmp (node->sensitivity, "art10_criminal") != 0)
        facts->themes[n_left++] = facts->themes[i];
    }

  facts->n_themes = n_left;
}

static GBytes *
pack (const MukanaMatchFacts *facts,
      MukanaThemeTree        *tree,
      gboolean                is_sorted)
{
  g_autoptr (MukanaMatchFacts) packed = mukana_match_facts_copy (facts);
  GByteArray *bytes = g_byte_array_sized_new (256);
  guint8 format = FORMAT;

  leave_out_article_10 (packed, tree);
  g_byte_array_append (bytes, &format, 1);
  write_person (bytes, packed);
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    write_number (bytes, G_STRUCT_MEMBER (guint, packed, lists[list].n));
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    {
      guint n = G_STRUCT_MEMBER (guint, packed, lists[list].n);

      if (is_sorted)
        write_sorted (bytes, packed, tree, n, lists[list].write);
      else
        for (guint i = 0; i < n; i++)
          lists[list].write (bytes, packed, tree, i);
    }

  return g_byte_array_free_to_bytes (bytes);
}

/**
 * mukana_match_pack_new:
 * @facts: without whom they are kept apart from
 * @tree: that the themes of @facts are numbered by
 *
 * Returns: yours, all of it but themes of Article 10
 */
GBytes *
mukana_match_pack_new (const MukanaMatchFacts *facts,
                       MukanaThemeTree        *tree)
{
  return pack (facts, tree, FALSE);
}

/** mukana_match_pack_is_same: whether of both the same would be packed, in whatever order */
gboolean
mukana_match_pack_is_same (const MukanaMatchFacts *a,
                           const MukanaMatchFacts *b,
                           MukanaThemeTree        *tree)
{
  g_autoptr (GBytes) left = pack (a, tree, TRUE);
  g_autoptr (GBytes) right = pack (b, tree, TRUE);

  return g_bytes_equal (left, right);
}

/* ---- Reading ---- */

typedef struct
{
  const guint8    *next;
  const guint8    *end;
  gboolean         is_bad;       /* it ended too early, or says what cannot be */
  MukanaThemeTree *tree;
  MukanaDay        today;
} Reader;

static gint64
read_number (Reader *self)
{
  guint64 number = 0;

  for (guint shift = 0; shift < 64 && self->next < self->end; shift += 7)
    {
      guint8 byte = *self->next++;

      number |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return (gint64) (number >> 1) ^ -(gint64) (number & 1);
    }

  self->is_bad = TRUE;
  return 0;
}

static MukanaDay
read_day (Reader *self)
{
  gint64 number = read_number (self);

  return number == 0 ? MUKANA_DAY_NONE : (MukanaDay) (number < 0 ? number : number - 1);
}

static MukanaDayRange
read_range (Reader *self)
{
  MukanaDay from = read_day (self);

  return (MukanaDayRange) { from, read_day (self) };
}

static MukanaPosition
read_position (Reader *self)
{
  gint32 latitude_udeg = (gint32) read_number (self);

  return (MukanaPosition) { latitude_udeg, (gint32) read_number (self) };
}

/* Returns: (nullable): @text, which holds the longest that a pack has: a unit's folded name */
static const char *
read_text (Reader *self,
           char    text[LONGEST_TEXT + 1])
{
  gint64 length = read_number (self);

  if (length < -1 || length > LONGEST_TEXT || length > self->end - self->next)
    self->is_bad = TRUE;
  if (self->is_bad || length < 0)
    return NULL;

  memcpy (text, self->next, (gsize) length);
  text[length] = '\0';
  self->next += length;
  return text;
}

static GQuark
read_quark (Reader *self)
{
  char text[LONGEST_TEXT + 1];

  return g_quark_from_string (read_text (self, text));
}

static void
read_slots (Reader         *self,
            MukanaWeekSlot *slots,
            guint           n_slots)
{
  for (guint i = 0; i < n_slots; i++)
    {
      slots[i].weekday = (gint8) read_number (self);
      slots[i].start_minute = (gint16) read_number (self);
      slots[i].end_minute = (gint16) read_number (self);
      slots[i].valid = read_range (self);
    }
}

static void
read_person (Reader           *self,
             MukanaMatchFacts *facts)
{
  gint64 is;

  facts->state = (gint8) read_number (self);
  facts->fee_mode = (gint8) read_number (self);
  is = read_number (self);
  facts->is_restricted = is & 1;
  facts->has_non_disclosure = is >> 1 & 1;
  facts->is_remote_ok = is >> 2 & 1;
  facts->has_withdrawn = is >> 3 & 1;
  facts->refusals = (guint8) read_number (self);
  facts->skills = (guint8) read_number (self);
  facts->paused_until = read_day (self);
  facts->register_consent = read_range (self);
  facts->matching_consent = read_range (self);
  facts->media_consent = read_range (self);
  facts->languages = (guint32) read_number (self);
  facts->birth_year = (gint16) read_number (self);
  facts->notice_days = (gint16) read_number (self);
  facts->max_travel_km = (gint16) read_number (self);
  facts->cap_per_month = (gint16) read_number (self);
  facts->fee_ceiling_cents = read_number (self);
  facts->fee_ceiling_year_cents = read_number (self);
  facts->municipality = read_quark (self);
  facts->position = read_position (self);
  facts->last_asked = read_day (self);
  facts->last_counted = read_day (self);
  facts->last_took_part = read_day (self);
}

/* How many of each there are, in the order in which they are written. */
typedef struct
{
  guint n_themes, n_roles, n_credentials, n_assignments, n_shifts, n_excluded_units;
  guint n_slots, n_own_weeks, n_own_slots, n_absences, n_busy;
} Counts;

static guint
read_count (Reader *self)
{
  gint64 count = read_number (self);

  if (count < 0 || count > self->end - self->next)
    self->is_bad = TRUE;

  return self->is_bad ? 0 : (guint) count;
}

static Counts
read_counts (Reader *self)
{
  Counts counts;

  counts.n_themes = read_count (self);
  counts.n_roles = read_count (self);
  counts.n_credentials = read_count (self);
  counts.n_assignments = read_count (self);
  counts.n_shifts = read_count (self);
  counts.n_excluded_units = read_count (self);
  counts.n_slots = read_count (self);
  counts.n_own_weeks = read_count (self);
  counts.n_own_slots = read_count (self);
  counts.n_absences = read_count (self);
  counts.n_busy = read_count (self);
  return counts;
}

#define CARVE(array, n) \
  G_STMT_START { \
    (array) = (n) > 0 ? (gpointer) next : NULL; \
    next += (n) * sizeof *(array); \
  } G_STMT_END

/* All lists in one block: a hundred thousand people are opened at once.  Work comes first, as
 * only it has numbers of eight bytes. */
static void
make_room (MukanaMatchFacts *facts,
           const Counts     *counts)
{
  MukanaAvailability *times = &facts->availability;
  char *next = NULL;

  for (int round = 0; round < 2; round++)
    {
      CARVE (facts->assignments, counts->n_assignments);
      CARVE (facts->themes, counts->n_themes);
      CARVE (facts->roles, counts->n_roles);
      CARVE (facts->credentials, counts->n_credentials);
      CARVE (facts->shifts, counts->n_shifts);
      CARVE (facts->excluded_units, counts->n_excluded_units);
      CARVE (times->slots, counts->n_slots);
      CARVE (times->own_weeks, counts->n_own_weeks);
      CARVE (times->own_slots, counts->n_own_slots);
      CARVE (times->absences, counts->n_absences);
      CARVE (times->busy, counts->n_busy);
      if (round == 0)
        next = facts->block = g_malloc ((gsize) next + 1);
    }
}

/* What a person knows and holds, and their work as far back as it counts. */
static void
read_lists (Reader           *self,
            MukanaMatchFacts *facts,
            const Counts     *counts)
{
  MukanaDay work_since = counts->n_assignments > 0
                         ? mukana_match_facts_work_since (self->today) : MUKANA_DAY_NONE;
  char text[LONGEST_TEXT + 1];

  for (guint i = 0; i < counts->n_themes; i++)
    {
      MukanaThemeFact theme = { 0 };

      theme.theme = (gint16) mukana_theme_tree_find (self->tree, read_text (self, text));
      theme.perspective = (gint8) read_number (self);
      theme.last_year = (gint16) read_number (self);
      theme.consent = read_range (self);
      if (theme.theme >= 0)
        facts->themes[facts->n_themes++] = theme;
    }
  for (guint i = 0; i < counts->n_roles; i++)
    {
      facts->roles[i].role = read_quark (self);
      facts->roles[i].valid = read_range (self);
    }
  for (guint i = 0; i < counts->n_credentials; i++)
    {
      facts->credentials[i].kind = (gint8) read_number (self);
      facts->credentials[i].valid = read_range (self);
    }
  for (guint i = 0; i < counts->n_assignments; i++)
    {
      MukanaAssignmentFact work = { 0 };

      work.request_id = read_number (self);
      work.fee_cents = read_number (self);
      work.day = read_day (self);
      work.start_minute = (gint16) read_number (self);
      work.end_minute = (gint16) read_number (self);
      work.position = read_position (self);
      work.is_demanding = (guint8) read_number (self);
      if (work.day >= work_since)
        facts->assignments[facts->n_assignments++] = work;
    }
  for (guint i = 0; i < counts->n_shifts; i++)
    {
      MukanaShiftFact shift = { 0 };

      shift.day = read_day (self);
      shift.start_minute = (gint16) read_number (self);
      shift.end_minute = (gint16) read_number (self);
      shift.position = read_position (self);
      if (shift.day >= self->today - 1)
        facts->shifts[facts->n_shifts++] = shift;
    }
  for (guint i = 0; i < counts->n_excluded_units; i++)
    facts->excluded_units[i] = read_quark (self);

  facts->n_roles = counts->n_roles;
  facts->n_credentials = counts->n_credentials;
  facts->n_excluded_units = counts->n_excluded_units;
}

/* The weeks, and of what is of single days that which is not over. */
static void
read_times (Reader             *self,
            MukanaAvailability *times,
            const Counts       *counts)
{
  MukanaDay weeks_since = self->today - 7;

  read_slots (self, times->slots, counts->n_slots);
  times->n_slots = counts->n_slots;
  for (guint i = 0; i < counts->n_own_weeks; i++)
    {
      MukanaDay monday = read_day (self);

      if (monday >= weeks_since)
        times->own_weeks[times->n_own_weeks++] = monday;
    }
  for (guint i = 0; i < counts->n_own_slots; i++)
    {
      MukanaWeekSlot *slot = &times->own_slots[times->n_own_slots];

      read_slots (self, slot, 1);
      times->n_own_slots += slot->valid.from >= weeks_since;
    }
  for (guint i = 0; i < counts->n_absences; i++)
    {
      MukanaDayRange away = read_range (self);

      if (away.until == MUKANA_DAY_NONE || away.until > self->today)
        times->absences[times->n_absences++] = away;
    }
  for (guint i = 0; i < counts->n_busy; i++)
    {
      MukanaBusySpan busy = { .day = read_day (self) };

      busy.start_minute = (gint16) read_number (self);
      busy.end_minute = (gint16) read_number (self);
      if (busy.day >= self->today)
        times->busy[times->n_busy++] = busy;
    }
}

/**
 * mukana_match_pack_open:
 * @tree: may be another than the person was packed with
 * @today: not before the day of packing; what was over by then is left out
 *
 * Returns: (nullable): yours, what the tables say of the person; NULL for what is not a pack of
 *   this program's
 */
MukanaMatchFacts *
mukana_match_pack_open (const guint8    *bytes,
                        gsize            length,
                        gint64           person_id,
                        MukanaThemeTree *tree,
                        MukanaDay        today)
{
  Reader reader = { bytes + 1, bytes + length, FALSE, tree, today };
  g_autoptr (MukanaMatchFacts) facts = NULL;
  Counts counts;

  if (length == 0 || bytes[0] != FORMAT)
    return NULL;

  facts = mukana_match_facts_new (person_id);
  read_person (&reader, facts);
  counts = read_counts (&reader);
  if (reader.is_bad)
    return NULL;

  make_room (facts, &counts);
  read_lists (&reader, facts, &counts);
  read_times (&reader, &facts->availability, &counts);
  return reader.is_bad || reader.next != reader.end ? NULL : g_steal_pointer (&facts);
}
