/* mukana-beginning-day.c: what a register does by itself when a day begins.
 *
 * Each write raises its day, and with it everything that ended with the day before is over for
 * every view; what was proposed to somebody whose consent ended is taken back, and what they need
 * is erased, as by a withdrawal; a theme whose consent ran out is found by its words no more.  A
 * purpose that came with a newer program gets its texts; those of the others are the county's.
 * Of what is kept for a time only diets go unasked: they are health data, an event is the only
 * thing they were asked for, and nobody would miss them.  Everything else is proposed to people;
 * and so are these where the county wants a second person to look.
 */

#include "services/mukana-beginning-day.h"

#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"

static gboolean
drop_past_diets (MukanaDb  *db,
                 GError   **error)
{
  gint64 days = mukana_db_count (db, "retention.diet-days", error);
  gint64 n_gone = days < 0 ? -1 : mukana_db_run (db, "retention.drop-past-diets", error,
                                                 mukana_day ("diets_until", mukana_db_today (db)
                                                                            - (MukanaDay) days));

  if (n_gone > 0)
    mukana_db_touch (db, MUKANA_KIND_COOPERATION, 0, MUKANA_EFFECT_CHANGED);
  return n_gone == 0 || (n_gone > 0 && mukana_journal_add (db, "retaining.diets",
                                                           MUKANA_KIND_REGISTER, 0, "diet", error));
}

/* The day that begins is not yet the register's: its views would still say yes. */
static gboolean
close_without_consent (MukanaDb  *db,
                       GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "proposals.people-without-consent", error,
                                                    mukana_day ("today", mukana_db_today (db)));
  g_autoptr (GArray) ids = query != NULL ? mukana_ids_read (query, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!mukana_consenting_close_proposals (db, id, error) ||
          !mukana_journal_add (db, "consenting.expire", MUKANA_KIND_CONSENT, id, NULL, error))
        return FALSE;
      mukana_db_touch (db, MUKANA_KIND_PERSON, id, MUKANA_EFFECT_CHANGED);
    }

  return ids != NULL;
}

#define HIDDEN_UNTIL "themes-hidden-until"

/* The index has words of themes, and nothing else tells it that a day has passed.  What ran out
 * before the last time was left out then. */
static gboolean
hide_themes (MukanaDb  *db,
             GError   **error)
{
  g_autofree char *today = mukana_day_to_iso (mukana_db_today (db));
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "consents.themes-ended", error,
                                                    mukana_text ("today", today),
                                                    mukana_text ("setting", HIDDEN_UNTIL));
  g_autoptr (GArray) ids = query != NULL ? mukana_ids_read (query, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!mukana_people_index (db, id, error))
        return FALSE;
      mukana_db_touch (db, MUKANA_KIND_PERSON, id, MUKANA_EFFECT_CHANGED);
    }

  return ids != NULL && mukana_db_run (db, "settings.set", error,
                                       mukana_text ("name", HIDDEN_UNTIL),
                                       mukana_text ("value", today)) >= 0;
}

/**
 * mukana_beginning_day_undo:
 * @day: in the place of @later, which was begun
 *
 * What had not run out by then is found by its words again.
 *
 * Thread: worker, in a write, after the register's day has been put back.
 */
gboolean
mukana_beginning_day_undo (MukanaDb   *db,
                           MukanaDay   day,
                           MukanaDay   later,
                           GError    **error)
{
  g_autofree char *from = mukana_day_to_iso (day);
  g_autofree char *until = mukana_day_to_iso (later);
  g_autoptr (MukanaQuery) query =
    mukana_db_run (db, "settings.set", error, mukana_text ("name", HIDDEN_UNTIL),
                   mukana_text ("value", from)) < 0
      ? NULL : mukana_db_select (db, "consents.themes-ended", error,
                                 mukana_text ("today", until),
                                 mukana_text ("setting", HIDDEN_UNTIL));
  g_autoptr (GArray) ids = query != NULL ? mukana_ids_read (query, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!mukana_people_index (db, g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

static gpointer
new_day_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  const gboolean *has_turned = arg;

  if (close_without_consent (db, error) && mukana_consenting_forget_ended_support (db, error) &&
      hide_themes (db, error) && mukana_founding_add_texts (db, error) &&
      drop_past_diets (db, error) && *has_turned)
    mukana_db_touch (db, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_new_day_job = {
  "beginning.day", MUKANA_LANE_WRITE, new_day_run, NULL, .needs = MUKANA_DEED_WORK_HERE
};
