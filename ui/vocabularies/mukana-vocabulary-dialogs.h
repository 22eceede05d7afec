#pragma once

#include "domain/mukana-fee.h"
#include "domain/mukana-vocabulary.h"
#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

/* The names of the steps of the ladder, N_(), from step 1 on; ends with NULL. */
extern const char * const mukana_ladder_steps[];

/* A word to edit, or NULL for a new one. */
MukanaRecordDialog *mukana_theme_word_dialog_new  (MukanaPage    *page,
                                                   MukanaTheme   *theme);
MukanaRecordDialog *mukana_method_word_dialog_new (MukanaPage    *page,
                                                   MukanaMethod  *method);
MukanaRecordDialog *mukana_role_word_dialog_new   (MukanaPage    *page,
                                                   MukanaRole    *role);

/* A new price of a fee, or NULL for a new fee. */
MukanaRecordDialog *mukana_fee_rule_dialog_new    (MukanaPage    *page,
                                                   MukanaFeeRule *rule);
MukanaRecordDialog *mukana_travel_rate_dialog_new (MukanaPage    *page);

G_END_DECLS
