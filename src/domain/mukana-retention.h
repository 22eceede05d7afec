#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* How long a group of data is kept. */
#define MUKANA_TYPE_RETENTION_RULE (mukana_retention_rule_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRetentionRule, mukana_retention_rule, MUKANA, RETENTION_RULE,
                      MukanaRecord)

struct _MukanaRetentionRule
{
  MukanaRecord  parent_instance;

  const char *code;           /* of mukana_retention_codes */
  gint64      days;           /* after what the group counts from */
  gint64      is_on;
  gint64      needs_second;   /* another user approves what one has proposed */
};

/* Those that a run removes, in the order of the page. */
extern const char * const mukana_retention_codes[];

/* A run that erases somebody who has asked for it, once another user approves; no rule. */
#define MUKANA_RETENTION_ERASURE "erasure"

/* In what whoever reads of a time thinks of it. */
typedef enum { MUKANA_RETENTION_DAYS, MUKANA_RETENTION_MONTHS,
               MUKANA_RETENTION_YEARS } MukanaRetentionUnit;

MukanaRetentionUnit mukana_retention_unit (gint64 days,
                                           int   *number);

GPtrArray  *mukana_retention_rule_check     (gpointer draft);
MukanaDay   mukana_retention_due_on         (const char          *code,
                                             MukanaDay            base,
                                             gint64               days);
MukanaDay   mukana_retention_fee_until      (MukanaDay            service_day);
MukanaDay   mukana_retention_first_kept_fee (MukanaDay            today);
const char *mukana_retention_title       (const char          *code);
const char *mukana_retention_from        (const char          *code);
const char *mukana_retention_explanation    (const char          *code);

G_END_DECLS
