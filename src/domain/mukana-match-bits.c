/* mukana-match-bits.c: the bitmaps of a match index.
 *
 * One bitmap for each thing a request can ask, one bit for each row.  They lie
 * in one block, a bitmap after the other, so that a search walks a few straight
 * lines through memory; it does so in tiles that stay in the nearest cache.
 *
 * The promise to the index: a row that fits a request has its bit in every
 * bitmap that the request asks.  The reverse is not promised.
 */

#include "domain/mukana-match-bits.h"

#include <string.h>

enum { TILE = 512, PLANES = 3, N_LANGUAGES = 32, N_HALF_HOURS = 7 * MUKANA_HALF_HOURS };

/* The bitmaps in their order; themes and then roles follow. */
enum
{
  BIT_OPEN,                                        /* active, with consents, not restricted */
  BIT_REMOTE,
  BIT_LANGUAGE,
  BIT_HALF_HOUR = BIT_LANGUAGE + N_LANGUAGES,
  BIT_THEME = BIT_HALF_HOUR + N_HALF_HOURS,
};

struct _MukanaMatchBits
{
  guint64    *words;               /* n_bitmaps times n_words */
  gsize       n_words;             /* of one bitmap */
  guint       n_bitmaps;
  guint       n_themes;
  GHashTable *role_bitmaps;        /* GQuark -> number of the bitmap */
};

MukanaMatchBits *
mukana_match_bits_new (MukanaThemeTree *tree)
{
  MukanaMatchBits *self = g_new0 (MukanaMatchBits, 1);

  self->n_themes = mukana_theme_tree_size (tree);
  self->n_bitmaps = BIT_THEME + self->n_themes;
  self->role_bitmaps = g_hash_table_new (NULL, NULL);
  return self;
}

void
mukana_match_bits_free (MukanaMatchBits *self)
{
  g_hash_table_unref (self->role_bitmaps);
  g_free (self->words);
  g_free (self);
}

/* Moves the bitmaps to a block with room for @n_bitmaps of @n_words each. */
static void
resize (MukanaMatchBits *self,
        guint            n_bitmaps,
        gsize            n_words)
{
  guint64 *words = g_new0 (guint64, n_bitmaps * n_words);

  for (guint i = 0; i < self->n_bitmaps && self->n_words > 0; i++)
    memcpy (words + i * n_words, self->words + i * self->n_words, self->n_words * sizeof *words);

  g_free (self->words);
  self->words = words;
  self->n_words = n_words;
  self->n_bitmaps = n_bitmaps;
}

static inline guint64 *
bitmap (MukanaMatchBits *self,
        guint            number)
{
  return self->words + number * self->n_words;
}

static inline void
flip (MukanaMatchBits *self,
      guint            number,
      guint            row,
      gboolean         is_set)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (row & 63);

  if (is_set)
    bitmap (self, number)[row >> 6] |= bit;
  else
    bitmap (self, number)[row >> 6] &= ~bit;
}

/* Returns: the number of the bitmap, or 0 when nobody has had the role. */
static guint
find_role (MukanaMatchBits *self,
           GQuark           role)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->role_bitmaps, GUINT_TO_POINTER (role)));
}

static guint
role_bitmap (MukanaMatchBits *self,
             GQuark           role)
{
  guint number = find_role (self, role);

  if (number == 0)
    {
      number = self->n_bitmaps;
      resize (self, self->n_bitmaps + 1, self->n_words);
      g_hash_table_insert (self->role_bitmaps, GUINT_TO_POINTER (role), GUINT_TO_POINTER (number));
    }

  return number;
}

static gboolean
holds_some_day (MukanaDayRange range)
{
  return range.from == MUKANA_DAY_NONE || range.until == MUKANA_DAY_NONE ||
         range.from < range.until;
}

static void
flip_week (MukanaMatchBits          *self,
           guint                     row,
           const MukanaAvailability *availability,
           gboolean                  is_set)
{
  MukanaWeek week = mukana_availability_touched (availability);

  /* Somebody who has told no times may be free at any. */
  if (!mukana_availability_is_known (availability))
    for (int weekday = 1; weekday <= 7; weekday++)
      mukana_week_paint (&week, weekday, 0, MUKANA_HALF_HOURS, TRUE);

  for (int day = 0; day < 7; day++)
    for (guint64 left = week.days[day]; left != 0; left &= left - 1)
      flip (self, BIT_HALF_HOUR + day * MUKANA_HALF_HOURS + __builtin_ctzll (left), row, is_set);
}

static void
flip_all (MukanaMatchBits        *self,
          guint                   row,
          const MukanaMatchFacts *facts,
          gboolean                is_set)
{
  if (facts->state == MUKANA_STATE_ACTIVE && !facts->is_restricted &&
      holds_some_day (facts->register_consent) && holds_some_day (facts->matching_consent))
    flip (self, BIT_OPEN, row, is_set);

  if (facts->is_remote_ok && (facts->refusals & MUKANA_REFUSES_REMOTE) == 0)
    flip (self, BIT_REMOTE, row, is_set);

  for (guint32 left = facts->languages; left != 0; left &= left - 1)
    flip (self, BIT_LANGUAGE + __builtin_ctz (left), row, is_set);

  for (guint i = 0; i < facts->n_themes; i++)
    if ((guint) facts->themes[i].theme < self->n_themes &&
        holds_some_day (facts->themes[i].consent))
      flip (self, BIT_THEME + (guint) facts->themes[i].theme, row, is_set);

  for (guint i = 0; i < facts->n_roles; i++)
    flip (self, role_bitmap (self, facts->roles[i].role), row, is_set);

  flip_week (self, row, &facts->availability, is_set);
}

/* Makes room for @row.  An odd number of lines to a bitmap, so that the words of one row in all
 * bitmaps do not fall into the same few places of the cache. */
static void
reserve (MukanaMatchBits *self,
         guint            row)
{
  enum { LINE = 8 };
  gsize n_lines;

  if (row < self->n_words * 64)
    return;

  n_lines = MAX (self->n_words * 4, 64) / LINE;
  resize (self, self->n_bitmaps, (n_lines | 1) * LINE);
}

/** mukana_match_bits_set: writes the bits of @facts into @row, which must be clear */
void
mukana_match_bits_set (MukanaMatchBits        *self,
                       guint                   row,
                       const MukanaMatchFacts *facts)
{
  reserve (self, row);
  flip_all (self, row, facts, TRUE);
}

/**
 * mukana_match_bits_set_shelved:
 * @person: with a brief
 * @roles: of the shelf
 *
 * Writes the bits that mukana_match_bits_set() would, or some less of somebody who never fits,
 * into @row, which must be clear.
 */
void
mukana_match_bits_set_shelved (MukanaMatchBits     *self,
                               guint                row,
                               const MukanaShelved *person,
                               const GQuark        *roles)
{
  const MukanaShelvedHead *head = &person->head;
  const MukanaMatchBrief *brief = &head->brief;

  reserve (self, row);
  if (brief->open.from < brief->open.until)
    flip (self, BIT_OPEN, row, TRUE);
  if ((brief->refusals & MUKANA_REFUSES_REMOTE) == 0)
    flip (self, BIT_REMOTE, row, TRUE);
  for (guint32 left = head->languages; left != 0; left &= left - 1)
    flip (self, BIT_LANGUAGE + __builtin_ctz (left), row, TRUE);
  for (int i = 0; i < MUKANA_BRIEF_THEMES && brief->themes[i] != 0; i++)
    flip (self, BIT_THEME + (guint) brief->themes[i] - 1, row, TRUE);
  for (guint left = head->roles; left != 0; left &= left - 1)
    flip (self, role_bitmap (self, roles[__builtin_ctz (left)]), row, TRUE);

  if ((brief->flags & MUKANA_BRIEF_WEEK_UNKNOWN) != 0)
    for (guint half = 0; half < N_HALF_HOURS; half++)
      flip (self, BIT_HALF_HOUR + half, row, TRUE);
  for (int day = 0; day < 7; day++)
    for (guint64 left = person->week.days[day]; left != 0; left &= left - 1)
      flip (self, BIT_HALF_HOUR + day * MUKANA_HALF_HOURS + __builtin_ctzll (left), row, TRUE);
}

/** mukana_match_bits_clear: clears @row; @facts are those that were set there */
void
mukana_match_bits_clear (MukanaMatchBits        *self,
                         guint                   row,
                         const MukanaMatchFacts *facts)
{
  flip_all (self, row, facts, FALSE);
}

/* ---- Search ---- */

/* One tile of the search: words @from to @from + @n. */
typedef struct
{
  MukanaMatchBits          *bits;
  const MukanaMatchRequest *request;
  gsize                     from;
  gsize                     n;
} Tile;

static inline void
and_bitmap (const Tile *tile,
            guint64    *words,
            guint       number)
{
  const guint64 *other = bitmap (tile->bits, number) + tile->from;

  for (gsize i = 0; i < tile->n; i++)
    words[i] &= other[i];
}

/* Leaves those who are in one of @bitmaps at least. */
static void
and_any (const Tile  *tile,
         guint64     *words,
         const guint *bitmaps,
         guint       n_bitmaps)
{
  guint64 any[TILE];

  memset (any, 0, tile->n * sizeof *any);
  for (guint k = 0; k < n_bitmaps; k++)
    {
      const guint64 *other = bitmap (tile->bits, bitmaps[k]) + tile->from;

      for (gsize i = 0; i < tile->n; i++)
        any[i] |= other[i];
    }

  for (gsize i = 0; i < tile->n; i++)
    words[i] &= any[i];
}

static void
and_slot (const Tile              *tile,
          guint64                 *words,
          const MukanaRequestSlot *slot)
{
  guint first = BIT_HALF_HOUR + (guint) (mukana_day_weekday (slot->day) - 1) * MUKANA_HALF_HOURS;

  if (!mukana_match_request_has_hours (tile->request, slot))
    return;

  for (int half = slot->start_minute / 30; half < (slot->end_minute + 29) / 30; half++)
    and_bitmap (tile, words, first + (guint) half);
}

/* How many plans each row has, bit by bit: a row's number stands across the planes. */
typedef guint64 Counts[PLANES][TILE];

static void
count_plan (const Tile    *tile,
            const guint64 *words,
            guint64       *any,
            Counts         counts)
{
  for (gsize i = 0; i < tile->n; i++)
    {
      guint64 carry = words[i];

      any[i] |= words[i];
      for (int plane = 0; plane < PLANES; plane++)
        {
          guint64 next = counts[plane][i] & carry;

          counts[plane][i] ^= carry;
          carry = next;
        }
    }
}

/* Leaves those who have all needed slots, or any one of the alternatives. */
static void
and_plans (const Tile *tile,
           guint64    *words,
           Counts      counts)
{
  GArray *slots = tile->request->slots;
  guint64 needed[TILE], any[TILE];
  gboolean has_needed = FALSE;

  memset (any, 0, tile->n * sizeof *any);
  for (int plane = 0; plane < PLANES; plane++)
    memset (counts[plane], 0, tile->n * sizeof **counts);
  memcpy (needed, words, tile->n * sizeof *words);
  for (guint k = 0; k < slots->len; k++)
    {
      const MukanaRequestSlot *slot = &g_array_index (slots, MukanaRequestSlot, k);
      guint64 one[TILE];

      if (!slot->is_alternative)
        {
          and_slot (tile, needed, slot);
          has_needed = TRUE;
          continue;
        }

      memcpy (one, words, tile->n * sizeof *words);
      and_slot (tile, one, slot);
      count_plan (tile, one, any, counts);
    }

  if (has_needed)
    count_plan (tile, needed, any, counts);
  memcpy (words, any, tile->n * sizeof *words);
}

/* @bitmaps: (out): has room for one a theme; Returns: how many there are */
static guint
find_related (MukanaMatchBits          *self,
              const MukanaMatchRequest *request,
              guint                    *bitmaps)
{
  guint8 *is_found = g_newa0 (guint8, self->n_themes + 1);
  guint n_bitmaps = 0, n_kin;

  for (guint i = 0; i < request->themes->len; i++)
    {
      int asked = g_array_index (request->themes, MukanaThemeNeed, i).theme;
      const MukanaThemeKin *kin = mukana_theme_tree_kin (request->tree, asked, &n_kin);

      for (guint k = 0; k < n_kin; k++)
        if (!is_found[kin[k].theme])
          {
            is_found[kin[k].theme] = TRUE;
            bitmaps[n_bitmaps++] = BIT_THEME + kin[k].theme;
          }
    }

  return n_bitmaps;
}

/* Of several roles any one will do.  @bitmaps: (out): has room for one each */
static guint
find_roles (MukanaMatchBits          *self,
            const MukanaMatchRequest *request,
            guint                    *bitmaps)
{
  guint n_bitmaps = 0;

  for (guint i = 0; i < request->n_roles; i++)
    if ((bitmaps[n_bitmaps] = find_role (self, request->roles[i])) != 0)
      n_bitmaps++;

  return n_bitmaps;
}

/* Hands the rows of one tile to @found, a few hundred at a time.  @counts: NULL when
 * whoever is left has all plans there are, of which there are @n_plans. */
static void
tell (const Tile          *tile,
      const guint64       *words,
      Counts               counts,
      guint                n_plans,
      MukanaMatchBitsFunc  found,
      gpointer             data)
{
  MukanaMatchHit hits[MUKANA_MATCH_BATCH];
  guint n_hits = 0;

  for (gsize i = 0; i < tile->n; i++)
    {
      if (n_hits + 64 > MUKANA_MATCH_BATCH)
        {
          found (hits, n_hits, data);
          n_hits = 0;
        }

      for (guint64 left = words[i]; left != 0; left &= left - 1)
        {
          guint bit = (guint) __builtin_ctzll (left);

          hits[n_hits].row = (guint) ((tile->from + i) * 64) + bit;
          hits[n_hits++].n_plans = counts == NULL ? n_plans
                                   : (guint) ((counts[0][i] >> bit & 1) |
                                              (counts[1][i] >> bit & 1) << 1 |
                                              (counts[2][i] >> bit & 1) << 2);
        }
    }

  if (n_hits > 0)
    found (hits, n_hits, data);
}

/**
 * mukana_match_bits_search:
 * @n_rows: rows in use are below this
 * @found: called with those that may fit, in the order of rows
 */
void
mukana_match_bits_search (MukanaMatchBits          *self,
                          const MukanaMatchRequest *request,
                          guint                     n_rows,
                          MukanaMatchBitsFunc       found,
                          gpointer                  data)
{
  guint *themes = g_newa (guint, self->n_themes + 1);
  guint *roles = g_newa (guint, request->n_roles + 1);
  guint n_themes = request->themes->len > 0 ? find_related (self, request, themes) : 0;
  guint n_roles = find_roles (self, request, roles);
  gboolean is_remote = request->mode == MUKANA_MODE_REMOTE || request->mode == MUKANA_MODE_PERIOD;
  guint n_plans = mukana_match_request_n_plans (request);
  gsize n_words = (n_rows + 63) / 64;
  Counts counts;

  for (gsize from = 0; from < n_words; from += TILE)
    {
      Tile tile = { self, request, from, MIN (n_words - from, TILE) };
      guint64 words[TILE];

      memcpy (words, bitmap (self, BIT_OPEN) + from, tile.n * sizeof *words);
      if (request->themes->len > 0)
        and_any (&tile, words, themes, n_themes);
      if (request->language >= 0)
        and_bitmap (&tile, words, BIT_LANGUAGE + (guint) request->language);
      if (request->n_roles > 0)
        and_any (&tile, words, roles, n_roles);
      if (is_remote)
        and_bitmap (&tile, words, BIT_REMOTE);
      if (n_plans > 1)
        and_plans (&tile, words, counts);
      else
        for (guint k = 0; k < request->slots->len; k++)
          and_slot (&tile, words, &g_array_index (request->slots, MukanaRequestSlot, k));

      tell (&tile, words, n_plans > 1 ? counts : NULL, n_plans, found, data);
    }
}
