/* mukana-sharing-places.c: which themes and which places are laid side by side.
 *
 * Every theme of the highest level, known or not, and every municipality of the
 * register's county, lived in or not: what nobody knows is as much an answer as
 * what many know.  Other places stand behind them when somebody there may be asked.
 */

#include "ui/sharing/mukana-sharing-places.h"

#include <glib/gi18n-lib.h>

void
mukana_sharing_places_free (MukanaSharingPlaces *self)
{
  g_array_unref (self->themes);
  g_array_unref (self->places);
  g_free (self);
}

const MukanaSharingName *
mukana_sharing_places_theme (const MukanaSharingPlaces *self,
                             guint                      theme)
{
  return &g_array_index (self->themes, MukanaSharingName, theme);
}

const MukanaSharingName *
mukana_sharing_places_place (const MukanaSharingPlaces *self,
                             guint                      place)
{
  return &g_array_index (self->places, MukanaSharingName, place);
}

/** mukana_sharing_places_level: @n_people: (out): 0 but for %MUKANA_SHARING_MANY */
MukanaSharingLevel
mukana_sharing_places_level (const MukanaSharingPlaces *self,
                             guint                      theme,
                             guint                      place,
                             guint                     *n_people)
{
  const MukanaSharingCell *cell =
    mukana_shared_work_find_cell (self->work, mukana_sharing_places_theme (self, theme)->code,
                                  mukana_sharing_places_place (self, place)->code);

  *n_people = cell != NULL ? cell->n_people : 0;
  return cell == NULL ? MUKANA_SHARING_HOLE
         : cell->is_few ? MUKANA_SHARING_SOME : MUKANA_SHARING_MANY;
}

static gboolean
has_place (GArray     *places,
           const char *code)
{
  for (guint i = 0; i < places->len; i++)
    if (g_strcmp0 (g_array_index (places, MukanaSharingName, i).code, code) == 0)
      return TRUE;

  return FALSE;
}

static void
add_name (GArray     *names,
          const char *code,
          const char *label)
{
  MukanaSharingName name = { g_intern_string (code), label };

  g_array_append_val (names, name);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (((const MukanaSharingName *) a)->label,
                         ((const MukanaSharingName *) b)->label);
}

static void
add_themes (MukanaSharingPlaces *self,
            MukanaLexicon       *words)
{
  GPtrArray *all = mukana_lexicon_peek_all (words, MUKANA_LEXICON_THEME);

  for (guint i = 0; i < all->len; i++)
    {
      const MukanaTheme *theme = g_ptr_array_index (all, i);

      if (!theme->is_retired && (theme->parent_id == NULL || *theme->parent_id == '\0'))
        add_name (self->themes, theme->id,
                  mukana_lexicon_label (words, MUKANA_LEXICON_THEME, theme->id));
    }

  g_array_sort (self->themes, compare_labels);
}

static void
add_county (MukanaSharingPlaces *self,
            MukanaLexicon       *words,
            const char          *county_code)
{
  GPtrArray *all = mukana_lexicon_peek_all (words, MUKANA_LEXICON_MUNICIPALITY);

  for (guint i = 0; county_code != NULL && *county_code != '\0' && i < all->len; i++)
    {
      const MukanaMunicipality *place = g_ptr_array_index (all, i);

      if (g_strcmp0 (place->county_code, county_code) == 0)
        add_name (self->places, place->code,
                  mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY, place->code));
    }

  g_array_sort (self->places, compare_labels);
}

/* Elsewhere: in order, behind the county's own. */
static void
add_others (MukanaSharingPlaces *self,
            MukanaLexicon       *words)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (MukanaSharingName));

  for (guint i = 0; i < self->work->cells->len; i++)
    {
      const char *code = g_array_index (self->work->cells, MukanaSharingCell, i).place;

      if (*code != '\0' && !has_place (self->places, code) && !has_place (others, code))
        add_name (others, code, mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY, code));
    }

  g_array_sort (others, compare_labels);
  g_array_append_vals (self->places, others->data, others->len);
}

static gboolean
has_unknown (MukanaSharedWork *work)
{
  for (guint i = 0; i < work->cells->len; i++)
    if (*g_array_index (work->cells, MukanaSharingCell, i).place == '\0')
      return TRUE;

  return FALSE;
}

/**
 * mukana_sharing_places_new:
 * @county_code: (nullable): of the register; without it, places where somebody lives are shown
 */
MukanaSharingPlaces *
mukana_sharing_places_new (MukanaSharedWork *work,
                           MukanaLexicon    *words,
                           const char       *county_code)
{
  MukanaSharingPlaces *self = g_new0 (MukanaSharingPlaces, 1);

  self->work = work;
  self->themes = g_array_new (FALSE, FALSE, sizeof (MukanaSharingName));
  self->places = g_array_new (FALSE, FALSE, sizeof (MukanaSharingName));
  add_themes (self, words);
  add_county (self, words, county_code);
  add_others (self, words);
  if (has_unknown (work))
    add_name (self->places, "", _("not known"));
  return self;
}
