#pragma once

#include <gio/gio.h>

#include "base/mukana-days.h"

G_BEGIN_DECLS

/* What is wrong with a file that cannot be taken in.  The names are stable: they
 * stand in the answers of the command line and travel through the helper's pipe. */
typedef enum
{
  MUKANA_TABLE_FAULT_NONE,
  MUKANA_TABLE_FAULT_EMPTY,
  MUKANA_TABLE_FAULT_TOO_BIG,           /* the file itself */
  MUKANA_TABLE_FAULT_UNPACKED_TOO_BIG,
  MUKANA_TABLE_FAULT_RATIO,             /* unpacks to far too many times its size */
  MUKANA_TABLE_FAULT_TOO_MANY_ROWS,
  MUKANA_TABLE_FAULT_TOO_MANY_COLUMNS,
  MUKANA_TABLE_FAULT_CELL_TOO_LONG,
  MUKANA_TABLE_FAULT_UTF_16,
  MUKANA_TABLE_FAULT_NUL,
  MUKANA_TABLE_FAULT_QUOTES,            /* ends inside a quotation */
  MUKANA_TABLE_FAULT_NOT_A_WORKBOOK,
  MUKANA_TABLE_FAULT_OLD_WORKBOOK,      /* .xls, or a workbook with a password */
  MUKANA_TABLE_FAULT_BROKEN_XML,
  MUKANA_TABLE_FAULT_DOCTYPE,
  MUKANA_TABLE_FAULT_TOO_DEEP,
  MUKANA_TABLE_FAULT_SHARED_TEXT,       /* a cell points outside the shared texts */
  MUKANA_TABLE_FAULT_CELL_PLACE,        /* a cell says it is where no cell can be */
  MUKANA_TABLE_FAULT_NO_SUCH_SHEET,
  MUKANA_TABLE_FAULT_NOT_A_CALENDAR,
  MUKANA_TABLE_FAULT_TOO_MANY_TIMES,
  MUKANA_TABLE_FAULT_TOO_SLOW,          /* the helper was stopped by its limits */
  MUKANA_TABLE_FAULT_HELPER,            /* the helper cannot run or does not make sense */
  MUKANA_TABLE_N_FAULTS
} MukanaTableFault;

#define MUKANA_TABLE_MAX_WORKBOOK_BYTES (20 << 20)
#define MUKANA_TABLE_MAX_TEXT_BYTES     (100 << 20)
#define MUKANA_TABLE_MAX_UNPACKED_BYTES (200 << 20)
#define MUKANA_TABLE_MAX_RATIO          200
#define MUKANA_TABLE_MAX_SHEET_ROWS     200000
#define MUKANA_TABLE_MAX_TEXT_ROWS      1100000
#define MUKANA_TABLE_MAX_COLUMNS        200
#define MUKANA_TABLE_MAX_CELL_BYTES     (32 << 10)
#define MUKANA_TABLE_MAX_SHEETS         200

/* One sheet of a file: rows of cells as text in UTF-8, empty rows left out.
 * Never changes once it is made; may be read from any thread. */
typedef struct _MukanaTable MukanaTable;

MukanaTable *mukana_table_read_file           (const char    *path,
                                               const char    *sheet,
                                               GCancellable  *cancellable,
                                               GError       **error);
MukanaTable *mukana_table_read_calendar       (const char    *path,
                                               MukanaDayRange days,
                                               GCancellable  *cancellable,
                                               GError       **error);
MukanaTable *mukana_table_parse_calendar      (GBytes        *bytes,
                                               MukanaDayRange days,
                                               GError       **error);
MukanaTable *mukana_table_parse               (GBytes        *bytes,
                                               const char    *sheet,
                                               GError       **error);
MukanaTable *mukana_table_parse_csv           (GBytes        *bytes,
                                               GError       **error);
MukanaTable *mukana_table_parse_xlsx          (GBytes        *bytes,
                                               const char    *sheet,
                                               GError       **error);

MukanaTable *mukana_table_ref                 (MukanaTable   *self);
void         mukana_table_unref               (MukanaTable   *self);

guint        mukana_table_get_n_sheets        (MukanaTable   *self);
const char  *mukana_table_peek_sheet_name     (MukanaTable   *self,
                                               guint          sheet);
guint        mukana_table_get_sheet           (MukanaTable   *self);
guint        mukana_table_get_n_rows          (MukanaTable   *self);
guint        mukana_table_get_n_columns       (MukanaTable   *self);
guint        mukana_table_get_row_number      (MukanaTable   *self,
                                               guint          row);
guint        mukana_table_get_n_cells         (MukanaTable   *self,
                                               guint          row);
const char  *mukana_table_peek_cell           (MukanaTable   *self,
                                               guint          row,
                                               guint          column);
char       **mukana_table_dup_row             (MukanaTable   *self,
                                               guint          row);
gboolean     mukana_table_is_confined         (MukanaTable   *self);

const char      *mukana_table_fault_name      (MukanaTableFault  fault);
const char      *mukana_table_fault_sentence  (MukanaTableFault  fault);
MukanaTableFault mukana_table_fault_of_error  (const GError     *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaTable, mukana_table_unref)

G_END_DECLS
