#pragma once

#include "domain/mukana-plan-protocol.h"

G_BEGIN_DECLS

char *mukana_explain_plan_why      (const MukanaPlanWhy *why,
                                    const char          *other_title);
char *mukana_explain_plan_shortage (guint                n_missing,
                                    guint                n_fits,
                                    guint                n_wanted);
char *mukana_explain_plan_group_shortage (void);
char *mukana_explain_plan_proof    (gint64               value,
                                    gint64               bound);
char *mukana_explain_plan_check          (const MukanaPlanCheck *check,
                                          gboolean               is_as_kept);

G_END_DECLS
