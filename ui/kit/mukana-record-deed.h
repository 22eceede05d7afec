#pragma once

#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

/* Deeds that are the same for every record of cooperation and of the programme. */
extern const MukanaRecordDeed mukana_record_deed_save;

MukanaRecordDialog *mukana_record_deed_ask     (MukanaPage         *page,
                                                const char         *title,
                                                MukanaFormCheck     check,
                                                gpointer            record,
                                                gpointer            fresh);
void                mukana_record_deed_present (MukanaRecordDialog *dialog,
                                                MukanaPage         *page,
                                                gpointer            record,
                                                const char         *sentence);

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

G_END_DECLS
