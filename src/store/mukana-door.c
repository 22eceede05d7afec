/* mukana-door.c: which tables say who somebody is, and the views through which
 * matching, inviting, exporting and reporting may read them.
 *
 * A connection of the lane "door" reads these tables by the views alone.  SQLite's
 * authorizer holds it to that when a statement is prepared, a server by the
 * rights of the role that the connection takes on.  So a statement that forgets the
 * consent of the people it reads does not run, whoever wrote it.
 *
 * Proposals, assignments, fees and feedback are not among them: they rest on an
 * agreement or on law, not on the consent, and name nobody.
 */

#include "store/mukana-door.h"

const char * const mukana_door_tables[] = {
  "person", "person_role", "person_theme", "consent", "availability", "own_week", "absence",
  "busy_time", "credential", "stated_fact",
  "person_note", "pay_identity", "guardian", "attachment", "attachment_chunk", "rights_request",
  "consent_proof", "person_merge", "person_merge_part", "not_same", "shortlist_entry",
  "not_together", "stay_question", "renewal_question", "field_change", "search_term", "match_pack",
  "match_shelf",
  "draft",
  "register_secret",
  "known_theme", "assignment_warning",   /* views, but of everybody */
  NULL
};

const char * const mukana_door_views[] = {
  "usable_person", "matchable_person", "contactable_person", "unusable_person", "usable_role",
  "usable_credential",
  "usable_time", "usable_own_week", "usable_absence", "usable_busy_time",
  "usable_consent", "usable_theme", "usable_fact", "listed_candidate", "usable_apart",
  "usable_ceiling", "packed_person", "packed_shelf", "unguarded_person", NULL
};

/**
 * mukana_door_lets_read:
 * @view: (nullable): the innermost view that reads @table; NULL for the statement itself
 */
gboolean
mukana_door_lets_read (const char *table,
                       const char *view)
{
  return !g_strv_contains (mukana_door_tables, table) ||
         (view != NULL && g_strv_contains (mukana_door_views, view));
}

/**
 * mukana_door_takes:
 *
 * SQLite tells its authorizer the name of a WITH clause as if it were a view's, so a clause
 * may not take the name of one; none is needed at the door.
 */
gboolean
mukana_door_takes (const char *sql)
{
  return !g_regex_match_simple ("\\bWITH\\b", sql, G_REGEX_CASELESS, 0);
}
