/* mukana-shortlist.c: candidates of a request as the unit may know them, and dates they are asked
 * about.
 *
 * A code says nothing: it is made of a random number, is kept with the candidate, and means
 * nobody in another request.  Where few live, a distance is told instead of the place.
 */

#include "domain/mukana-shortlist.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"

#define DAY_MINUTES 1440
#define NEAR_KM 30
#define FAR_KM 100

#define AT(field) G_STRUCT_OFFSET (MukanaListed, field)
static const MukanaField candidate_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "request-id", MUKANA_FIELD_INT, AT (request_id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, AT (person_id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "code", MUKANA_FIELD_TEXT, AT (code), 10, MUKANA_FIELD_PERSONAL, NULL },
  { "score", MUKANA_FIELD_INT, AT (score), 1000, MUKANA_FIELD_PERSONAL, NULL },
  { "note", MUKANA_FIELD_TEXT, AT (note), 2000, MUKANA_FIELD_SPECIAL, NULL },
  { "listed-on", MUKANA_FIELD_DAY, AT (listed_on), 0, MUKANA_FIELD_PERSONAL, NULL },
  { "released-on", MUKANA_FIELD_DAY, AT (released_on), 0, MUKANA_FIELD_PERSONAL, NULL },
  { "display-name", MUKANA_FIELD_TEXT, AT (display_name), 200, MUKANA_FIELD_PERSONAL, NULL },
  { "proposal-state", MUKANA_FIELD_TEXT, AT (proposal_state), 20, MUKANA_FIELD_PERSONAL,
    mukana_proposal_states },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaListed, mukana_listed, candidate_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaPollDay, field)
static const MukanaField poll_day_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "request-id", MUKANA_FIELD_INT, AT (request_id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "day", MUKANA_FIELD_DAY, AT (day), 0, MUKANA_FIELD_PLAIN, NULL },
  { "start-minute", MUKANA_FIELD_INT, AT (start_minute), DAY_MINUTES, MUKANA_FIELD_PLAIN, NULL },
  { "end-minute", MUKANA_FIELD_INT, AT (end_minute), DAY_MINUTES, MUKANA_FIELD_PLAIN, NULL },
  { "chosen-on", MUKANA_FIELD_DAY, AT (chosen_on), 0, MUKANA_FIELD_PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaPollDay, mukana_poll_day, poll_day_fields)

/** mukana_listed_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_listed_check (gpointer draft)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  return issues;
}

/** mukana_poll_day_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_poll_day_check (gpointer draft)
{
  MukanaPollDay *poll_day = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  if (poll_day->day == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "day", N_("A day is needed."));
  if (poll_day->end_minute <= poll_day->start_minute)
    mukana_issues_add (issues, "end-minute", N_("The end is before the beginning."));
  return issues;
}

/** mukana_listed_may_be_told: Returns: whether they said yes, so that the unit may know who */
gboolean
mukana_listed_may_be_told (MukanaListed *self)
{
  return g_strcmp0 (self->proposal_state, "accepted") == 0;
}

/** mukana_listed_is_told: Returns: whether the name may stand beside the code */
gboolean
mukana_listed_is_told (MukanaListed *self)
{
  return self->released_on != MUKANA_DAY_NONE && mukana_listed_may_be_told (self);
}

/**
 * mukana_shortlist_band:
 * @km: from where the request takes place; or %MUKANA_DISTANCE_UNKNOWN
 *
 * Returns: (nullable): borrowed, a source string: how far away, told roughly
 */
const char *
mukana_shortlist_band (int km)
{
  if (km < 0)
    return NULL;
  if (km <= NEAR_KM)
    return N_("at most 30 km away");

  return km <= FAR_KM ? N_("30–100 km away") : N_("more than 100 km away");
}

/** mukana_shortlist_code: Returns: yours, a letter and three figures that @random alone decides */
char *
mukana_shortlist_code (guint32 random)
{
  static const char letters[] = "ABCDEFHJKLMNPRSTUVY";   /* that are not taken for figures */
  guint32 n_letters = sizeof letters - 1;

  return g_strdup_printf ("%c%03u", letters[random % n_letters], random / n_letters % 1000);
}
