#pragma once

#include "services/mukana-batching.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

void mukana_batch_dialog_present   (MukanaPage      *page);
void mukana_payroll_dialog_present (MukanaPage      *page,
                                    gboolean         has_identities);
void mukana_reason_dialog_present  (MukanaPage      *page,
                                    MukanaFeeBatch  *batch,
                                    MukanaBatchMove  move);
void mukana_correct_dialog_present (MukanaPage      *page,
                                    MukanaFeeRow    *row);
void mukana_export_dialog_present  (MukanaPage      *page,
                                    MukanaFeeBatch  *batch,
                                    guint            n_unknown);
void mukana_again_dialog_present  (MukanaPage      *page,
                                    MukanaFeeBatch  *batch);

G_END_DECLS
