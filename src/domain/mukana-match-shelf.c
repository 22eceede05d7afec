/* mukana-match-shelf.c: what matching knows of some dozens of people as one run of bytes.
 *
 * A shelf is a copy of packs, and beside each what an index asks first: the brief, the languages,
 * the roles and the half hours of the week.  So an index is filled from it without opening a pack,
 * and packs are opened when somebody asks for the facts.  It also says of whoever may not be read
 * that they are, and in what state.
 *
 * A brief concludes nothing from the day, so it holds as long as the pack.  Whoever is not as most
 * are (more roles, something that a brief has no room for, only weeks of their own, which are over
 * some day) stands there with the pack alone.
 *
 * Themes are numbers of the tree here, so a shelf tells which tree; and bytes lie as in memory.
 * What a head has in common with a usual one is left out: of 88 bytes some thirty are left.
 *
 * Whoever changes a brief raises FORMAT, and so does who changes a pack.
 */

#include "domain/mukana-match-shelf.h"

#include <string.h>

#include "domain/mukana-match-pack.h"

enum
{
  FORMAT = 1 + (G_BYTE_ORDER == G_BIG_ENDIAN ? 0x80 : 0),
  HEADER = 1 + sizeof (guint32) + 2,     /* format, sum of the themes, people, roles */
  GROUP = 8,                             /* bytes of a head that one byte of the mask is about */
  MOST_IN_RUN = MUKANA_HALF_HOURS,
  IS_NO_RUN = 0xff,
};

struct _MukanaShelfWriter
{
  MukanaThemeTree   *tree;
  MukanaDay          today;
  MukanaMatchPlaces *places;     /* briefs ask for one; their numbers are not kept */
  guint              n_people;
  GByteArray        *heads;
  GByteArray        *packs;
  guint              n_roles;
  GQuark             roles[MUKANA_SHELF_ROLES];
};

/* What somebody has of whom nothing in particular is known. */
static void
fill_usual (MukanaShelvedHead *usual)
{
  MukanaBriefDays always = { G_MININT16, G_MAXINT16 };
  MukanaMatchBrief *brief = &usual->brief;

  memset (usual, 0, sizeof *usual);
  brief->open = brief->themes_hold = brief->roles_hold = brief->credentials_hold = always;
  brief->last_counted = brief->last_took_part = MUKANA_BRIEF_NO_DAY;
  for (int i = 0; i < MUKANA_BRIEF_WORK; i++)
    brief->work[i] = MUKANA_BRIEF_NO_DAY;
  usual->more.away = (MukanaBriefDays) { MUKANA_BRIEF_NO_DAY, MUKANA_BRIEF_NO_DAY };
  usual->more.headroom_cents = G_MAXINT32;
  usual->languages = 1;
  usual->roles = 1;
}

/* ---- Writing ---- */

/** mukana_shelf_writer_new: @tree: that the packs are opened with, kept; Returns: yours */
MukanaShelfWriter *
mukana_shelf_writer_new (MukanaThemeTree *tree,
                         MukanaDay        today)
{
  MukanaShelfWriter *self = g_new0 (MukanaShelfWriter, 1);

  self->tree = g_object_ref (tree);
  self->today = today;
  self->places = mukana_match_places_new ();
  self->heads = g_byte_array_new ();
  self->packs = g_byte_array_new ();
  return self;
}

void
mukana_shelf_writer_free (MukanaShelfWriter *self)
{
  g_object_unref (self->tree);
  mukana_match_places_free (self->places);
  g_byte_array_unref (self->heads);
  g_byte_array_unref (self->packs);
  g_free (self);
}

static void
write_byte (GByteArray *bytes,
            guint       byte)
{
  guint8 written = (guint8) byte;

  g_byte_array_append (bytes, &written, 1);
}

static void
begin_person (MukanaShelfWriter *self,
              gint64             person_id,
              MukanaShelvedKind  kind)
{
  write_byte (self->heads, (guint) (person_id % MUKANA_SHELF_PEOPLE));
  write_byte (self->heads, kind);
  self->n_people++;
}

/** mukana_shelf_writer_add_other: somebody who may not be read; people are added in order of id */
void
mukana_shelf_writer_add_other (MukanaShelfWriter *self,
                               gint64             person_id,
                               gint8              state)
{
  begin_person (self, person_id, MUKANA_SHELVED_OTHER);
  write_byte (self->heads, (guint8) state);
}

/** mukana_shelf_writer_add_lacking: somebody who is to be read from the tables each time */
void
mukana_shelf_writer_add_lacking (MukanaShelfWriter *self,
                                 gint64             person_id)
{
  begin_person (self, person_id, MUKANA_SHELVED_LACKING);
}

/* Returns: FALSE when there is no room for the role */
static gboolean
add_role (MukanaShelfWriter *self,
          GQuark             role,
          guint8            *roles)
{
  guint i = 0;

  while (i < self->n_roles && self->roles[i] != role)
    i++;
  if (i == MUKANA_SHELF_ROLES)
    return FALSE;
  if (i == self->n_roles)
    self->roles[self->n_roles++] = role;

  *roles |= (guint8) (1u << i);
  return TRUE;
}

/* Returns: FALSE for whoever an index must know better */
static gboolean
fill_head (MukanaShelfWriter      *self,
           const MukanaMatchFacts *facts,
           MukanaShelvedHead      *head,
           MukanaWeek             *week)
{
  memset (head, 0, sizeof *head);
  mukana_match_brief_fill (&head->brief, &head->more, self->places,
                           mukana_theme_tree_size (self->tree), facts);
  head->brief.place = 0;
  head->position = facts->position;
  head->languages = facts->languages;
  *week = mukana_availability_touched (&facts->availability);
  for (int day = 0; day < 7; day++)
    if (week->days[day] != 0)
      head->days |= (guint8) (1u << day);
  for (guint i = 0; i < facts->n_roles; i++)
    if (!add_role (self, facts->roles[i].role, &head->roles))
      return FALSE;

  return (head->brief.flags & (MUKANA_BRIEF_BY_FACTS | MUKANA_BRIEF_MORE_THEMES)) == 0 &&
         (facts->availability.n_slots > 0 || facts->availability.n_own_weeks == 0);
}

static void
write_head (GByteArray              *bytes,
            const MukanaShelvedHead *head)
{
  MukanaShelvedHead usual;
  guint8 mask[sizeof usual / GROUP] = { 0 }, left[sizeof usual];
  const guint8 *own = (const guint8 *) head, *other = (const guint8 *) &usual;
  guint n_left = 0;

  fill_usual (&usual);
  for (guint i = 0; i < sizeof usual; i++)
    if (own[i] != other[i])
      {
        mask[i / GROUP] |= (guint8) (1u << i % GROUP);
        left[n_left++] = own[i] ^ other[i];
      }

  g_byte_array_append (bytes, mask, sizeof mask);
  g_byte_array_append (bytes, left, n_left);
}

/* Most people have one run of half hours on a day. */
static void
write_day (GByteArray *bytes,
           guint64     halves)
{
  guint first = (guint) __builtin_ctzll (halves), n = (guint) __builtin_popcountll (halves);

  if (halves >> first == (G_GUINT64_CONSTANT (1) << n) - 1)
    {
      write_byte (bytes, first);
      write_byte (bytes, n);
    }
  else
    {
      write_byte (bytes, IS_NO_RUN);
      g_byte_array_append (bytes, (const guint8 *) &halves, sizeof halves);
    }
}

/**
 * mukana_shelf_writer_add_pack:
 * @pack: of somebody who may be read
 *
 * Returns: FALSE when it does not open; then nobody was added
 */
gboolean
mukana_shelf_writer_add_pack (MukanaShelfWriter *self,
                              gint64             person_id,
                              const guint8      *pack,
                              gsize              length)
{
  g_autoptr (MukanaMatchFacts) facts = mukana_match_pack_open (pack, length, person_id, self->tree,
                                                               self->today);
  guint32 size = (guint32) length;
  MukanaShelvedHead head;
  MukanaWeek week;
  gboolean is_brief;

  if (facts == NULL)
    return FALSE;

  is_brief = fill_head (self, facts, &head, &week);
  begin_person (self, person_id, is_brief ? MUKANA_SHELVED_BRIEF : MUKANA_SHELVED_PACK);
  g_byte_array_append (self->heads, (const guint8 *) &size, sizeof size);
  g_byte_array_append (self->packs, pack, (guint) length);
  if (is_brief)
    {
      write_head (self->heads, &head);
      for (int day = 0; day < 7; day++)
        if (week.days[day] != 0)
          write_day (self->heads, week.days[day]);
    }

  return TRUE;
}

/** mukana_shelf_sum_of_themes: Returns: a number that another order of themes hardly has */
guint32
mukana_shelf_sum_of_themes (MukanaThemeTree *tree)
{
  guint32 sum = 5381;

  for (guint i = 0; i < mukana_theme_tree_size (tree); i++)
    sum = sum * 31 + g_str_hash (mukana_theme_tree_get (tree, (int) i)->id);

  return sum;
}

/** mukana_shelf_writer_finish: Returns: yours, everybody who was added */
GBytes *
mukana_shelf_writer_finish (MukanaShelfWriter *self)
{
  GByteArray *bytes = g_byte_array_sized_new (HEADER + self->heads->len + self->packs->len + 64);
  guint32 sum = mukana_shelf_sum_of_themes (self->tree), n_heads = self->heads->len;

  write_byte (bytes, FORMAT);
  g_byte_array_append (bytes, (const guint8 *) &sum, sizeof sum);
  write_byte (bytes, self->n_people);
  write_byte (bytes, self->n_roles);
  for (guint i = 0; i < self->n_roles; i++)
    {
      const char *role = g_quark_to_string (self->roles[i]);

      g_byte_array_append (bytes, (const guint8 *) role, (guint) strlen (role) + 1);
    }
  g_byte_array_append (bytes, (const guint8 *) &n_heads, sizeof n_heads);
  g_byte_array_append (bytes, self->heads->data, self->heads->len);
  g_byte_array_append (bytes, self->packs->data, self->packs->len);
  return g_byte_array_free_to_bytes (bytes);
}

/* ---- Reading ---- */

static gboolean
read_bytes (MukanaShelfReader *self,
            gpointer           bytes,
            gsize              length)
{
  if ((gsize) (self->packs_begin - self->next) < length)
    return FALSE;

  memcpy (bytes, self->next, length);
  self->next += length;
  return TRUE;
}

static gboolean
read_roles (MukanaShelfReader *self)
{
  if (self->n_roles > MUKANA_SHELF_ROLES)
    return FALSE;

  for (guint i = 0; i < self->n_roles; i++)
    {
      const guint8 *ends = memchr (self->next, '\0', (gsize) (self->end - self->next));

      if (ends == NULL)
        return FALSE;
      self->roles[i] = g_quark_from_string ((const char *) self->next);
      self->next = ends + 1;
    }

  return TRUE;
}

/**
 * mukana_shelf_reader_init:
 * @bytes: outlive @self
 * @sum_of_themes: mukana_shelf_sum_of_themes() of the tree that the index has
 * @n_themes: of the same tree
 *
 * Returns: FALSE for what is not a shelf of this program's and of that tree
 */
gboolean
mukana_shelf_reader_init (MukanaShelfReader *self,
                          gint64             shelf,
                          const guint8      *bytes,
                          gsize              length,
                          guint32            sum_of_themes,
                          guint              n_themes)
{
  guint32 sum, n_heads;
  guint8 format, n_people, n_roles;

  memset (self, 0, sizeof *self);
  self->first_id = shelf * MUKANA_SHELF_PEOPLE;
  self->n_themes = n_themes;
  fill_usual (&self->usual);
  self->next = bytes;
  self->end = self->packs_begin = bytes + length;
  if (!read_bytes (self, &format, 1) || format != FORMAT ||
      !read_bytes (self, &sum, sizeof sum) || sum != sum_of_themes ||
      !read_bytes (self, &n_people, 1) || !read_bytes (self, &n_roles, 1))
    return FALSE;

  self->n_left = n_people;
  self->n_roles = n_roles;
  if (!read_roles (self) || !read_bytes (self, &n_heads, sizeof n_heads) ||
      n_heads > (gsize) (self->end - self->next))
    return FALSE;

  self->packs = self->packs_begin = self->next + n_heads;
  return TRUE;
}

static gboolean
read_head (MukanaShelfReader *self,
           MukanaShelvedHead *head)
{
  guint8 mask[sizeof *head / GROUP];
  guint8 *bytes = (guint8 *) head;
  int n_bytes = 0;

  if (!read_bytes (self, mask, sizeof mask))
    return FALSE;
  for (guint group = 0; group < sizeof mask; group++)
    n_bytes += __builtin_popcount (mask[group]);
  if (n_bytes > self->packs_begin - self->next)
    return FALSE;

  *head = self->usual;
  for (guint group = 0; group < sizeof mask; group++)
    for (guint left = mask[group]; left != 0; left &= left - 1)
      bytes[group * GROUP + (guint) __builtin_ctz (left)] ^= *self->next++;

  for (int i = 0; i < MUKANA_BRIEF_THEMES; i++)
    if (head->brief.themes[i] < 0 || (guint) head->brief.themes[i] > self->n_themes)
      return FALSE;

  return head->roles >> self->n_roles == 0;
}

static gboolean
read_week (MukanaShelfReader *self,
           guint              days,
           MukanaWeek        *week)
{
  memset (week, 0, sizeof *week);
  for (; days != 0; days &= days - 1)
    {
      guint day = (guint) __builtin_ctz (days);
      guint8 first, n;

      if (day >= 7 || !read_bytes (self, &first, 1))
        return FALSE;
      if (first == IS_NO_RUN)
        {
          if (!read_bytes (self, &week->days[day], sizeof *week->days))
            return FALSE;
        }
      else if (!read_bytes (self, &n, 1) || first + n > MOST_IN_RUN)
        return FALSE;
      else
        week->days[day] = ((G_GUINT64_CONSTANT (1) << n) - 1) << first;
      if (week->days[day] >> MUKANA_HALF_HOURS != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * mukana_shelf_reader_next:
 * @person: (out): borrowed from the bytes
 *
 * Returns: 1 for somebody, 0 when nobody is left, -1 for bytes that are no shelf
 */
int
mukana_shelf_reader_next (MukanaShelfReader *self,
                          MukanaShelved     *person)
{
  guint8 offset, kind;
  guint32 size;

  if (self->n_left == 0)
    return self->packs == self->end ? 0 : -1;
  if (!read_bytes (self, &offset, 1) || !read_bytes (self, &kind, 1) ||
      offset >= MUKANA_SHELF_PEOPLE || kind > MUKANA_SHELVED_BRIEF)
    return -1;

  self->n_left--;
  person->person_id = self->first_id + offset;
  person->kind = (MukanaShelvedKind) kind;
  if (person->kind == MUKANA_SHELVED_LACKING)
    return 1;
  if (person->kind == MUKANA_SHELVED_OTHER)
    return read_bytes (self, &person->state, 1) ? 1 : -1;

  if (!read_bytes (self, &size, sizeof size) || size > (gsize) (self->end - self->packs))
    return -1;

  person->pack = self->packs;
  person->pack_length = size;
  self->packs += size;
  if (person->kind == MUKANA_SHELVED_PACK)
    return 1;

  return read_head (self, &person->head) && read_week (self, person->head.days, &person->week)
         ? 1 : -1;
}
