#pragma once

#include "domain/mukana-plan.h"

G_BEGIN_DECLS

/* What the county asks of the group of every request for two or more. */
typedef struct
{
  guint   kinds;               /* set of 1 << MukanaPlanRuleKind */
  guint32 languages;           /* each to be worked in by somebody: bits of mukana_languages */
} MukanaGroupRules;

#define MUKANA_GROUP_RULES "group-rules"   /* the setting */

gboolean  mukana_group_rules_parse    (const char             *text,
                                       MukanaGroupRules       *rules);
char     *mukana_group_rules_to_text  (const MukanaGroupRules *self);
char     *mukana_group_rules_describe (const MukanaGroupRules *asked,
                                       const MukanaGroupRules *missing);

G_END_DECLS
