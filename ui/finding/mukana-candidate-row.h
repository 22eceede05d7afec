#pragma once

#include <gtk/gtk.h>

#include "ui/finding/mukana-finding-choice.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_CANDIDATE_ROW (mukana_candidate_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaCandidateRow, mukana_candidate_row, MUKANA, CANDIDATE_ROW,
                      GtkListBoxRow)

GtkWidget *mukana_candidate_row_new           (gboolean              narrow);
void       mukana_candidate_row_show          (MukanaCandidateRow   *self,
                                               const MukanaMatchRow *row);
void       mukana_candidate_row_set_standing  (MukanaCandidateRow   *self,
                                               MukanaStanding        standing,
                                               const char           *proposal_state);
void       mukana_candidate_row_tell_refused (MukanaCandidateRow   *self,
                                               const char           *words);
void       mukana_candidate_row_set_explained (MukanaCandidateRow   *self,
                                               gboolean              is_explained);
gint64     mukana_candidate_row_get_person    (MukanaCandidateRow   *self);
int        mukana_candidate_row_get_points    (MukanaCandidateRow   *self);
gboolean   mukana_candidate_row_is_asked      (MukanaCandidateRow   *self);

/* Signal "ticked" when the box is pressed. */

#define MUKANA_CANDIDATE_BAR_PX 260

G_END_DECLS
