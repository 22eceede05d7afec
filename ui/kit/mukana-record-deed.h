#pragma once

#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

/* Deeds that are the same for every record of cooperation and of the programme. */
extern const MukanaRecordDeed mukana_record_deed_save;

void       mukana_record_deed_drop  (MukanaPage   *page,
                                     gpointer      record,
                                     const char   *sentence);
void       mukana_record_deed_done  (MukanaPage   *page,
                                     gint64        log_entry_id);
void       mukana_record_deed_arranged (MukanaPage *page,
                                       gint64      task_id);
GtkWidget *mukana_record_deed_button (MukanaPage  *page,
                                      gpointer     record,
                                      const char  *tip,
                                      const char  *sentence);

GtkWidget *mukana_record_deed_remove_button (MukanaPage *page,
                                             gpointer    record,
                                             const char *sentence);

G_END_DECLS
