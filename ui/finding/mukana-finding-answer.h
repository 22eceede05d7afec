#pragma once

#include "services/mukana-matching.h"

G_BEGIN_DECLS

const MukanaMatchRow *mukana_finding_answer_find (const MukanaMatchAnswer *answer,
                                                  gint64                   person_id);
void                  mukana_finding_answer_drop (MukanaMatchAnswer       *answer,
                                                  gint64                   person_id);
void                  mukana_finding_answer_keep_others (MukanaMatchAnswer *answer,
                                                         MukanaMatchAnswer *before);

gboolean              mukana_finding_answer_keep_order  (MukanaMatchAnswer       *answer,
                                                         const MukanaMatchAnswer *before);

G_END_DECLS
