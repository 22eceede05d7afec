#pragma once

#include "ui/finding/mukana-finding-choice.h"

G_BEGIN_DECLS

/* One change of who is chosen; of a person only the id, so that it outlives nobody's consent. */
typedef struct
{
  gint64         person_id;
  MukanaStanding before;
  MukanaStanding after;
  guint          place;      /* among the chosen before, when they were one */
} MukanaChoiceStep;

MukanaChoiceStep *mukana_choice_step_new      (MukanaFindingChoice    *choice,
                                               gint64                  person_id,
                                               MukanaStanding          after);
char             *mukana_choice_step_move     (const MukanaChoiceStep *self,
                                               MukanaFindingChoice    *choice,
                                               gboolean                is_again);
char             *mukana_choice_step_dup_said (const MukanaChoiceStep *self,
                                               MukanaFindingChoice    *choice);

G_END_DECLS
