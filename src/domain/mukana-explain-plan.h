#pragma once

#include "domain/mukana-plan-protocol.h"
#include "domain/mukana-score.h"

G_BEGIN_DECLS

char *mukana_explain_plan_why      (const MukanaPlanWhy *why,
                                    const char          *other_title);
char *mukana_explain_plan_shortage (guint                n_missing,
                                    guint                n_fits,
                                    guint                n_wanted);
char *mukana_explain_plan_reserve  (guint                n_missing,
                                    guint                n_left);
char *mukana_explain_plan_group_shortage (void);
char *mukana_explain_plan_group_relief   (int             kind,
                                          guint           n_more);
char *mukana_explain_plan_chosen         (const MukanaScore     *score,
                                          guint                  n_passed,
                                          gboolean               is_never_asked,
                                          gboolean               is_pinned);
char *mukana_explain_plan_proof    (gint64               value,
                                    gint64               bound);
char *mukana_explain_plan_check          (const MukanaPlanCheck *check,
                                          gboolean               is_as_kept);

G_END_DECLS
