#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many requests one person is planned for, who has told no limit of their own. */
typedef struct
{
  int per_month;
  int per_quarter;
} MukanaPlanLimits;

#define MUKANA_PLAN_LIMITS "plan-limits"   /* the setting */
#define MUKANA_PLAN_LIMITS_MONTH 31        /* the most that can be set */
#define MUKANA_PLAN_LIMITS_QUARTER 93

gboolean  mukana_plan_limits_parse   (const char             *text,
                                      MukanaPlanLimits       *limits);
char     *mukana_plan_limits_to_text (const MukanaPlanLimits *self);

G_END_DECLS
