#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* What a dialog does with its draft: a constant. */
typedef struct
{
  const MukanaJob  *job;
  /* Yours, what the job takes; NULL, as free_arg: the draft itself. */
  gpointer        (*make_arg)  (gpointer    draft,
                                gpointer    data);
  GDestroyNotify    free_arg;
  /* After the commit; @result is the job's and is taken. */
  void            (*done)      (MukanaPage *page,
                                gpointer    result,
                                gpointer    data);
} MukanaRecordDeed;

#define MUKANA_TYPE_RECORD_DIALOG (mukana_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRecordDialog, mukana_record_dialog, MUKANA, RECORD_DIALOG, AdwWindow)

MukanaRecordDialog *mukana_record_dialog_new       (MukanaPage              *page,
                                                    const char              *title,
                                                    const char              *deed_label,
                                                    MukanaForm              *form,
                                                    const MukanaRecordDeed  *deed,
                                                    gpointer                 data,
                                                    GDestroyNotify           free_data);
void                mukana_record_dialog_add_group (MukanaRecordDialog      *self,
                                                    const char              *title);
void                mukana_record_dialog_explain   (MukanaRecordDialog      *self,
                                                    const char              *words);
void                mukana_record_dialog_add       (MukanaRecordDialog      *self,
                                                    GtkWidget               *row);
MukanaForm         *mukana_record_dialog_get_form  (MukanaRecordDialog      *self);
void                mukana_record_dialog_save      (MukanaRecordDialog      *self);
void                mukana_record_dialog_take      (MukanaRecordDialog      *self,
                                                    gpointer                 theirs);
void                mukana_record_dialog_set_height (MukanaRecordDialog     *self,
                                                     int                     height_px);

G_END_DECLS
