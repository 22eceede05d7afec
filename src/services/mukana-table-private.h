#pragma once

#include "services/mukana-table.h"

G_BEGIN_DECLS

/* For the readers, the helper and its parent only. */

#define MUKANA_TABLE_CALENDAR_OPTION "--calendar"   /* and two days */

struct _MukanaTable
{
  gatomicrefcount  ref_count;

  GPtrArray       *sheets;         /* names, in the order of the file */
  guint            sheet;          /* the one whose rows these are */
  guint            n_columns;      /* of the widest row */
  gboolean         is_confined;    /* read by a helper the kernel keeps in its place */

  /* A row is its number in the file and the place where its cells end; a cell is
   * the place where its text begins.  Three arrays and one run of bytes, so that a
   * million rows are four allocations and travel through the pipe as they are. */
  GArray          *row_numbers;    /* guint32 */
  GArray          *row_ends;       /* guint32, index in cells */
  GArray          *cells;          /* guint32, index in text */
  GByteArray      *text;           /* texts, each ended by NUL */
};

MukanaTable *mukana_table_new          (void);
gboolean     mukana_table_add_cell     (MukanaTable       *self,
                                        const char        *text,
                                        gsize              length,
                                        MukanaTableFault  *fault);
gboolean     mukana_table_end_row      (MukanaTable       *self,
                                        guint              number,
                                        guint              max_rows,
                                        MukanaTableFault  *fault);
void         mukana_table_set_fault    (GError           **error,
                                        MukanaTableFault   fault);

gboolean     mukana_table_write        (MukanaTable       *self,
                                        MukanaTableFault   fault,
                                        gboolean           is_confined,
                                        int                fd);
MukanaTable *mukana_table_read         (GInputStream      *stream,
                                        GCancellable      *cancellable,
                                        GError           **error);

char        *mukana_table_number_text  (const char        *value);
char        *mukana_table_date_text    (double             serial,
                                        gboolean           has_day,
                                        gboolean           counts_from_1904);
gboolean     mukana_table_format_is_date (int              id,
                                          const char      *code,
                                          gboolean        *has_day);

G_END_DECLS
