#pragma once

#include "domain/mukana-planner.h"

G_BEGIN_DECLS

/* What comes of a protocol when it is planned again. */
typedef struct
{
  gboolean is_read;          /* it is one, and nobody stopped */
  gboolean holds;            /* the same comes of it */
  gint64   value;            /* points, as it says */
  gint64   value_again;
  guint    n_seats;          /* in it */
  guint    n_lost;           /* of them, which are not planned again */
} MukanaPlanCheck;

char            *mukana_plan_protocol_new    (MukanaPlan             *plan,
                                              const MukanaPlanResult *result);
MukanaPlanCheck  mukana_plan_protocol_check  (const char             *text,
                                              MukanaPlanProgress      progress,
                                              gpointer                data);
gboolean         mukana_plan_protocol_holds  (const char             *text);
char            *mukana_plan_protocol_digest (const char             *text);

G_END_DECLS
