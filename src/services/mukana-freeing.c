/* mukana-freeing.c: who is free at a time, for lists and searches of people.
 *
 * A list shows everybody in the register, but comparing everybody's times is looking for somebody
 * to ask: so it is done at the door, in the match index, and finds those alone who agreed to be
 * matched.  The list then narrows what it may show by what was found here.
 */

#include "services/mukana-freeing.h"

#include "domain/mukana-free-span.h"

/** mukana_freeing_new: @filter: with the matcher; Returns: (nullable): yours; NULL when it asks for
 * no time */
MukanaFreeing *
mukana_freeing_new (const MukanaPeopleFilter *filter)
{
  g_autoptr (GPtrArray) times = mukana_people_filter_times (filter);
  MukanaFreeing *self;

  if (times->len == 0)
    return NULL;

  self = g_new0 (MukanaFreeing, 1);
  self->matcher = g_object_ref (MUKANA_MATCHER (filter->matcher));
  self->times = g_steal_pointer (&times);
  return self;
}

void
mukana_freeing_free (MukanaFreeing *self)
{
  g_object_unref (self->matcher);
  g_ptr_array_unref (self->times);
  g_free (self);
}

static GArray *
find_free (MukanaMatchIndex *index,
           const char       *text,
           MukanaDay         today)
{
  MukanaFreeSpan time;

  return mukana_free_span_parse (text, &time)
         ? mukana_match_index_free_at (index, &time, today)
         : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static gpointer
freeing_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  const MukanaFreeing *freeing = arg;
  GPtrArray *found;

  if (!mukana_matcher_catch_up (freeing->matcher, db, error))
    return NULL;

  found = mukana_free_people_new ();
  for (guint i = 0; i < freeing->times->len; i++)
    {
      MukanaFreePeople *people = g_new0 (MukanaFreePeople, 1);

      people->time = g_strdup (g_ptr_array_index (freeing->times, i));
      people->ids = find_free (mukana_matcher_peek_index (freeing->matcher), people->time,
                               mukana_db_today (db));
      g_ptr_array_add (found, people);
    }

  return found;
}

const MukanaJob mukana_freeing_job = {
  "freeing.find", MUKANA_LANE_DOOR, freeing_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_SEE_PEOPLE
};
