#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* Work agreed with one person for one time. */
#define MUKANA_TYPE_ASSIGNMENT (mukana_assignment_get_type ())
G_DECLARE_FINAL_TYPE (MukanaAssignment, mukana_assignment, MUKANA, ASSIGNMENT, MukanaRecord)

struct _MukanaAssignment
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      request_id;
  gint64      person_id;
  gint64      proposal_id;        /* 0: from an imported history */
  MukanaDay   day;
  gint64      start_minute;
  gint64      end_minute;         /* not after the start: the clock time is not known */
  const char *state;
  gint64      planned_minutes;
  gint64      actual_minutes;
  const char *attendance;
  gint64      is_demanding;
  gint64      demand_is_own;      /* said of this one alone, not of its request */
  const char *clash_reason;       /* why a clash was accepted */
  const char *fee_mode;
  const char *fee_rule_code;
  MukanaDay   agreed_on;
  MukanaDay   completed_on;
  const char *cancel_reason;      /* of mukana_cancel_reasons */
  const char *cancel_words;
  gint64      notice_hours;       /* between the cancelling and the beginning; -1: not known */
  const char *agreed_with;        /* what held when it was agreed: see mukana-agreed-with.c */
  const char *week;               /* "free", "off", or NULL: it never had room for it */
};

gboolean mukana_assignment_clashes (MukanaAssignment *self,
                                    MukanaDay         day,
                                    int               start_minute,
                                    int               end_minute);
gboolean mukana_assignment_is_paid (const char       *attendance);
gint64   mukana_assignment_notice_hours (MukanaAssignment *self,
                                         gint64            now_us);

G_END_DECLS
