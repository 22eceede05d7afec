#pragma once

#include <gio/gio.h>

#include "services/mukana-importing.h"

G_BEGIN_DECLS

/* What a list of a plan shows. */
typedef enum
{
  MUKANA_IMPORT_SHOW_ALL,
  MUKANA_IMPORT_SHOW_OUTCOME,
  MUKANA_IMPORT_SHOW_PROBLEMS,
} MukanaImportShow;

#define MUKANA_TYPE_IMPORT_ROW (mukana_import_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaImportRow, mukana_import_row, MUKANA, IMPORT_ROW, GObject)

guint                      mukana_import_row_get_place    (MukanaImportRow  *self);
const MukanaImportItem    *mukana_import_row_peek_item    (MukanaImportRow  *self);
const MukanaImportProblem *mukana_import_row_peek_problem (MukanaImportRow  *self);

#define MUKANA_TYPE_IMPORT_ROWS (mukana_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (MukanaImportRows, mukana_import_rows, MUKANA, IMPORT_ROWS, GObject)

GListModel *mukana_import_rows_new (MukanaImportPlan    *plan,
                                    MukanaImportShow     show,
                                    MukanaImportOutcome  outcome);

G_END_DECLS
