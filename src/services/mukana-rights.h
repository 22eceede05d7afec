#pragma once

#include "domain/mukana-basis.h"
#include "domain/mukana-rights-request.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Jobs.  Each takes a MukanaRightsRequest of which only some fields count. */

/* Notes what somebody asked for, gives its id (gint64 *).  An objection holds while weighed. */
extern const MukanaJob mukana_rights_note_job;
/* id, version, extended-reason: two more months.  Gives NULL. */
extern const MukanaJob mukana_rights_extend_job;
/* id, version, decision, decision-reason: answered, and in force.  Gives NULL. */
extern const MukanaJob mukana_rights_answer_job;
/* person-id, how, words: noted, granted and in force at once.  Gives NULL. */
extern const MukanaJob mukana_rights_restrict_job;
/* person-id, decision-reason: restricted no more.  Gives NULL. */
extern const MukanaJob mukana_rights_lift_job;
/* person-id, decision, decision-reason: of the objection that waits.  Gives NULL. */
extern const MukanaJob mukana_rights_decide_job;

/* Job: takes NULL, gives a GPtrArray of MukanaRightsRequest: those that wait first. */
extern const MukanaJob mukana_rights_diary_job;

gint64       mukana_rights_note      (MukanaDb             *db,
                                      MukanaRightsRequest  *request,
                                      GError              **error);
gboolean     mukana_rights_answer    (MukanaDb             *db,
                                      MukanaRightsRequest  *request,
                                      GError              **error);
gboolean     mukana_rights_restrict  (MukanaDb             *db,
                                      MukanaRightsRequest  *request,
                                      GError              **error);
gboolean     mukana_rights_lift      (MukanaDb             *db,
                                      MukanaRightsRequest  *request,
                                      GError              **error);
gboolean     mukana_rights_answer_open (MukanaDb            *db,
                                      gint64                person_id,
                                      const char           *kind,
                                      const char           *decision,
                                      const char           *reason,
                                      GError              **error);
gboolean     mukana_rights_of_basis  (MukanaDb             *db,
                                      MukanaRights         *rights,
                                      GError              **error);
GPtrArray   *mukana_rights_of_person (MukanaDb             *db,
                                      gint64                person_id,
                                      GError              **error);

G_END_DECLS
