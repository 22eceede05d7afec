/* mukana-match-request.c: a request as matching sees it.
 *
 * Everything that decides who fits, and nothing that only people read.
 */

#include "domain/mukana-match-request.h"

#include "base/mukana-text.h"

/**
 * mukana_match_request_new:
 * @tree: themes are indices in it; a reference is kept
 * @today: the day of asking
 *
 * Returns: yours, a request on site that asks for nothing yet
 */
MukanaMatchRequest *
mukana_match_request_new (MukanaThemeTree *tree,
                          MukanaDay        today)
{
  MukanaMatchRequest *self = g_new0 (MukanaMatchRequest, 1);

  self->tree = g_object_ref (tree);
  self->today = today;
  self->period = (MukanaDayRange) { MUKANA_DAY_NONE, MUKANA_DAY_NONE };
  self->language = -1;
  self->people = 1;
  self->slots = g_array_new (FALSE, TRUE, sizeof (MukanaRequestSlot));
  self->themes = g_array_new (FALSE, TRUE, sizeof (MukanaThemeNeed));
  self->chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_match_facts_unref);
  self->taking_part = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/** mukana_match_request_copy: Returns: yours, one that can be changed without touching @self */
MukanaMatchRequest *
mukana_match_request_copy (const MukanaMatchRequest *self)
{
  MukanaMatchRequest *copy = g_memdup2 (self, sizeof *self);

  g_object_ref (copy->tree);
  copy->slots = g_array_copy (self->slots);
  copy->themes = g_array_copy (self->themes);
  /* Nobody adds to the group of either copy while both are used. */
  copy->chosen = g_ptr_array_ref (self->chosen);
  copy->taking_part = g_array_ref (self->taking_part);
  return copy;
}

/**
 * mukana_match_request_copy_at:
 * @way: the id of one of the slots; 0: all that are needed
 *
 * Returns: yours, the request with only those times; a period stays as it is
 */
MukanaMatchRequest *
mukana_match_request_copy_at (const MukanaMatchRequest *self,
                              gint64                    way)
{
  MukanaMatchRequest *copy = mukana_match_request_copy (self);

  if (self->mode == MUKANA_MODE_PERIOD)
    return copy;

  for (guint i = copy->slots->len; i-- > 0; )
    {
      const MukanaRequestSlot *slot = &g_array_index (copy->slots, MukanaRequestSlot, i);

      if (way == 0 ? slot->is_alternative : slot->id != way)
        g_array_remove_index (copy->slots, i);
    }

  return copy;
}

/**
 * mukana_match_request_dup_ways:
 *
 * Returns: yours, gint64: the ways in which the request can take place, as in
 *   mukana_match_request_copy_at(), the needed times first; empty when there is no time,
 *   one for a period
 */
GArray *
mukana_match_request_dup_ways (const MukanaMatchRequest *self)
{
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 needed = 0;

  if (self->mode == MUKANA_MODE_PERIOD)
    g_array_append_val (ways, needed);

  for (guint i = 0; self->mode != MUKANA_MODE_PERIOD && i < self->slots->len; i++)
    {
      const MukanaRequestSlot *slot = &g_array_index (self->slots, MukanaRequestSlot, i);

      if (slot->is_alternative)
        g_array_append_val (ways, slot->id);
      else if (ways->len == 0 || g_array_index (ways, gint64, 0) != needed)
        g_array_prepend_val (ways, needed);
    }

  return ways;
}

void
mukana_match_request_free (MukanaMatchRequest *self)
{
  g_object_unref (self->tree);
  g_array_unref (self->slots);
  g_array_unref (self->themes);
  g_ptr_array_unref (self->chosen);
  g_array_unref (self->taking_part);
  g_free (self);
}

static MukanaRequestSlot
make_slot (MukanaDay day,
           int       start_minute,
           int       end_minute,
           gboolean  is_alternative)
{
  MukanaDay first = mukana_day_first_of_month (day);
  MukanaRequestSlot slot = {
    .day = day,
    .start_minute = start_minute,
    .end_minute = end_minute,
    .is_alternative = is_alternative,
    .month = { first, mukana_day_add_months (first, 1) },
  };

  if (start_minute < 0 || end_minute <= start_minute)
    slot.start_minute = slot.end_minute = -1;

  return slot;
}

/**
 * mukana_match_request_add_slot:
 * @start_minute: wall-clock time
 * @end_minute: exclusive, at most 1440; not after the start when only the day is known
 * @is_alternative: may stand instead of all the needed slots
 */
void
mukana_match_request_add_slot (MukanaMatchRequest *self,
                               MukanaDay           day,
                               int                 start_minute,
                               int                 end_minute,
                               gboolean            is_alternative)
{
  MukanaRequestSlot slot = make_slot (day, start_minute, end_minute, is_alternative);

  g_return_if_fail (end_minute <= 1440);

  g_array_append_val (self->slots, slot);
}

/**
 * mukana_match_request_move_slot:
 * @slot: which of the slots
 * @start_minute: as for mukana_match_request_add_slot()
 *
 * Gives a slot another time; what it may stand for is kept.
 */
void
mukana_match_request_move_slot (MukanaMatchRequest *self,
                                guint               slot,
                                MukanaDay           day,
                                int                 start_minute,
                                int                 end_minute)
{
  MukanaRequestSlot *moved;
  gint64 id;

  g_return_if_fail (slot < self->slots->len && end_minute <= 1440);

  moved = &g_array_index (self->slots, MukanaRequestSlot, slot);
  id = moved->id;
  *moved = make_slot (day, start_minute, end_minute, moved->is_alternative);
  moved->id = id;
}

void
mukana_match_request_add_theme (MukanaMatchRequest *self,
                                int                 theme,
                                int                 weight,
                                gboolean            is_required,
                                MukanaPerspective   perspective)
{
  MukanaThemeNeed need = { theme, MAX (weight, 1), is_required, perspective };

  g_array_append_val (self->themes, need);
}

/**
 * mukana_match_request_set_period:
 * @period: until exclusive; an open end means that it runs on
 *
 * Makes the request one that is done remotely and at one's own time.  It has
 * then a single slot, without clock times, on the first day that is left.
 */
void
mukana_match_request_set_period (MukanaMatchRequest *self,
                                 MukanaDayRange      period)
{
  self->mode = MUKANA_MODE_PERIOD;
  self->period = period;
  g_array_set_size (self->slots, 0);

  /* NONE is below every day. */
  mukana_match_request_add_slot (self, MAX (period.from, self->today), -1, -1, FALSE);
}

/**
 * mukana_match_request_add_role:
 * @role_id: the role's id in the store, as text
 *
 * Whoever has one of the roles will do.  Those over MUKANA_MATCH_MOST_ROLES
 * are left out.
 */
void
mukana_match_request_add_role (MukanaMatchRequest *self,
                               const char         *role_id)
{
  if (self->n_roles < MUKANA_MATCH_MOST_ROLES)
    self->roles[self->n_roles++] = g_quark_from_string (role_id);
}

/** mukana_match_request_set_unit: @unit (nullable): the requesting unit, however it is spelt */
void
mukana_match_request_set_unit (MukanaMatchRequest *self,
                               const char         *unit)
{
  g_autofree char *folded = mukana_text_fold (unit);

  self->unit = *folded != '\0' ? g_quark_from_string (folded) : 0;
}

/** mukana_match_request_add_chosen: keeps a reference to @facts */
void
mukana_match_request_add_chosen (MukanaMatchRequest *self,
                                 MukanaMatchFacts   *facts)
{
  g_ptr_array_add (self->chosen, mukana_match_facts_ref (facts));
}

/**
 * mukana_match_request_first_day:
 *
 * Returns: the earliest day of the slots; today when there is none yet
 */
MukanaDay
mukana_match_request_first_day (const MukanaMatchRequest *self)
{
  MukanaDay first = MUKANA_DAY_NONE;

  for (guint i = 0; i < self->slots->len; i++)
    {
      MukanaDay day = g_array_index (self->slots, MukanaRequestSlot, i).day;

      if (first == MUKANA_DAY_NONE || day < first)
        first = day;
    }

  return first == MUKANA_DAY_NONE ? self->today : first;
}

/**
 * mukana_match_request_last_day:
 *
 * Returns: the last day of the slots or of the period; the first day when the
 *   period has no end
 */
MukanaDay
mukana_match_request_last_day (const MukanaMatchRequest *self)
{
  MukanaDay last = mukana_match_request_first_day (self);

  if (self->mode == MUKANA_MODE_PERIOD && self->period.until != MUKANA_DAY_NONE)
    last = MAX (last, self->period.until - 1);

  for (guint i = 0; i < self->slots->len; i++)
    last = MAX (last, g_array_index (self->slots, MukanaRequestSlot, i).day);

  return last;
}

/**
 * mukana_match_request_n_plans:
 *
 * Returns: in how many ways the request can take place: all needed slots
 *   together are one, each alternative is one more
 */
guint
mukana_match_request_n_plans (const MukanaMatchRequest *self)
{
  gboolean has_needed = FALSE;
  guint n_alternatives = 0;

  for (guint i = 0; i < self->slots->len; i++)
    if (g_array_index (self->slots, MukanaRequestSlot, i).is_alternative)
      n_alternatives++;
    else
      has_needed = TRUE;

  return n_alternatives + (has_needed ? 1 : 0);
}

/** mukana_match_request_has_hours: whether the clock times of @slot are known and binding */
gboolean
mukana_match_request_has_hours (const MukanaMatchRequest *self,
                                const MukanaRequestSlot  *slot)
{
  return slot->start_minute >= 0 && self->mode != MUKANA_MODE_PERIOD;
}

/** mukana_match_request_has_travel: whether the person would have to come to the place */
gboolean
mukana_match_request_has_travel (const MukanaMatchRequest *self,
                                 const MukanaMatchFacts   *facts)
{
  return self->mode == MUKANA_MODE_ON_SITE ||
         (self->mode == MUKANA_MODE_HYBRID && !facts->is_remote_ok);
}
