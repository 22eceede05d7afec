#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* What somebody asked for about their data, and what was answered. */
#define MUKANA_TYPE_RIGHTS_REQUEST (mukana_rights_request_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRightsRequest, mukana_rights_request, MUKANA, RIGHTS_REQUEST,
                      MukanaRecord)

struct _MukanaRightsRequest
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      person_id;          /* 0: of somebody who is not in the register, or no more */
  const char *kind;               /* of mukana_rights_kinds */
  MukanaDay   received_on;
  const char *how;                /* of mukana_consent_ways */
  MukanaDay   due_on;
  const char *extended_reason;    /* NULL: not extended */
  const char *words;              /* what they asked, in their words or the user's */
  const char *decision;           /* of mukana_rights_decisions; NULL: not answered */
  const char *decision_reason;
  MukanaDay   answered_on;
  MukanaDay   ended_on;           /* when a restriction or an objection stopped to hold */
  const char *recorded_by;
  gint64      created_at;
  const char *asker_name;         /* of somebody who is not in the register, or asks for the person:
                                   * a guardian, or whoever has their authority */
  const char *asker_contact;
  const char *ground;             /* of mukana_rights_grounds; NULL: not told */
  const char *display_name;       /* of the person, when it was read with them */
};

MukanaDay  mukana_rights_due_on         (MukanaDay            received_on,
                                         gboolean             is_extended);
GPtrArray *mukana_rights_request_check  (MukanaRightsRequest *self,
                                         MukanaDay            today);
GPtrArray *mukana_rights_request_check_answer    (MukanaRightsRequest *self,
                                                  MukanaDay            today);
GPtrArray *mukana_rights_request_check_extension (MukanaRightsRequest *self,
                                                  MukanaDay            today);

gboolean   mukana_rights_request_was_late        (MukanaRightsRequest *self);

gboolean   mukana_rights_ground_suits   (const char          *ground,
                                         const char          *kind);

G_END_DECLS
