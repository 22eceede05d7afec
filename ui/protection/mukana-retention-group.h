#pragma once

#include "services/mukana-retaining.h"
#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

/* How long each group of data is kept, what falls due, and what was removed. */
#define MUKANA_TYPE_RETENTION_GROUP (mukana_retention_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRetentionGroup, mukana_retention_group, MUKANA, RETENTION_GROUP, GtkBox)

GtkWidget *mukana_retention_group_new        (void);
void       mukana_retention_group_show       (MukanaRetentionGroup *self,
                                              MukanaRetention      *retention);
void       mukana_retention_group_set_narrow (MukanaRetentionGroup *self,
                                              gboolean              narrow);
MukanaRetention *mukana_retention_group_peek (MukanaRetentionGroup *self);

/* Windows about one rule; the second asks with the dry run before its eyes. */
MukanaRecordDialog *mukana_retention_rule_dialog_new (MukanaPage           *page,
                                                      MukanaRetentionRule  *rule);
GtkWidget          *mukana_retention_question_new    (MukanaPage           *page,
                                                      MukanaRetentionRule  *rule,
                                                      GPtrArray            *due);

G_END_DECLS
