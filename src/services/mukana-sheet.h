#pragma once

#include <glib.h>

#include "base/mukana-days.h"

G_BEGIN_DECLS

/* Rows of cells that leave the register as a file for a spreadsheet. */
typedef struct _MukanaSheet MukanaSheet;

MukanaSheet *mukana_sheet_new            (void);
void         mukana_sheet_free           (MukanaSheet  *self);

void         mukana_sheet_begin_row      (MukanaSheet  *self);
void         mukana_sheet_add_text       (MukanaSheet  *self,
                                          const char   *text);
void         mukana_sheet_add_number     (MukanaSheet  *self,
                                          gint64        number);
void         mukana_sheet_add_hundredths (MukanaSheet  *self,
                                          gint64        hundredths);
void         mukana_sheet_add_day        (MukanaSheet  *self,
                                          MukanaDay     day);

GBytes      *mukana_sheet_to_csv         (MukanaSheet  *self);
GBytes      *mukana_sheet_to_list        (MukanaSheet  *self);
GBytes      *mukana_sheet_to_xlsx        (MukanaSheet  *self,
                                          GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaSheet, mukana_sheet_free)

G_END_DECLS
