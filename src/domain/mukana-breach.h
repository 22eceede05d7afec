#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* A breach of the protection of personal data.  Source: GDPR Article 33(5). */
#define MUKANA_TYPE_BREACH (mukana_breach_get_type ())
G_DECLARE_FINAL_TYPE (MukanaBreach, mukana_breach, MUKANA, BREACH, MukanaRecord)

struct _MukanaBreach
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      found_at;            /* microseconds since 1970 UTC */
  const char *what;
  const char *data_groups;
  gint64      n_people;
  const char *effects;
  const char *actions;
  const char *risk;                /* of mukana_breach_risks */
  gint64      authority_told_at;   /* 0: not told */
  MukanaDay   people_told_on;
  const char *not_told_reason;
  MukanaDay   closed_on;
  const char *recorded_by;

  /* The instants as a form has them; see mukana_breach_settle(). */
  MukanaDay   found_day;
  gint64      found_minute;        /* after midnight, by the wall clock */
  MukanaDay   told_day;
  gint64      told_minute;
};

#define MUKANA_BREACH_HOURS 72     /* to tell the authority in.  Source: GDPR Article 33(1) */

extern const char * const mukana_breach_risks[];   /* none risk high */

const char   *mukana_breach_risk_label  (const char   *risk);
void          mukana_breach_unsettle    (MukanaBreach *self);
void          mukana_breach_offer_now   (MukanaBreach *self,
                                         gint64        now_us);
MukanaBreach *mukana_breach_settle      (MukanaBreach *self);
GPtrArray    *mukana_breach_check       (MukanaBreach *self,
                                         gint64        now_us);
gboolean      mukana_breach_is_waiting  (MukanaBreach *self);
gint64        mukana_breach_due_us      (gint64        found_us);

G_END_DECLS
