#pragma once

#include <gtk/gtk.h>

#include "domain/mukana-score.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_SCORE_BAR (mukana_score_bar_get_type ())
G_DECLARE_FINAL_TYPE (MukanaScoreBar, mukana_score_bar, MUKANA, SCORE_BAR, GtkWidget)

GtkWidget *mukana_score_bar_new         (void);
void       mukana_score_bar_set_score   (MukanaScoreBar    *self,
                                         const MukanaScore *score);
void       mukana_score_bar_set_subject (MukanaScoreBar    *self,
                                         const char        *subject);
void       mukana_score_bar_set_chosen  (MukanaScoreBar    *self,
                                         gboolean           is_chosen);
char      *mukana_score_bar_dup_spoken  (MukanaScoreBar    *self);

G_END_DECLS
