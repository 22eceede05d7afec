#pragma once

#include "domain/mukana-fee-batch.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* The file of an approved batch for the payroll. */
typedef struct
{
  gint64    batch_id;
  gint64    version;      /* of the batch as it was seen */
  char     *path;         /* a new file */
  gboolean  is_workbook;  /* XLSX; else CSV */

  char     *checksum;     /* (out): SHA-256 of the file, in hex */
} MukanaPayrollFile;

MukanaPayrollFile *mukana_payroll_file_new  (MukanaFeeBatch    *batch,
                                             const char        *path,
                                             gboolean           is_workbook);
MukanaPayrollFile *mukana_payroll_file_copy (MukanaPayrollFile *self);
void               mukana_payroll_file_free (MukanaPayrollFile *self);

/* Two jobs, one after the other, so that writing the file delays no write: the first writes it
 * (takes a MukanaPayrollFile, gives one with its checksum), the second locks the batch (takes
 * that, gives NULL).  When the second fails the file is taken away. */
extern const MukanaJob mukana_payroll_write_job;
extern const MukanaJob mukana_payroll_note_job;

/* The county's columns, as the text that mukana_payroll_layout_parse() reads. */
extern const MukanaJob mukana_payroll_layout_job;      /* NULL -> char * */
extern const MukanaJob mukana_payroll_set_layout_job;  /* char * -> NULL; "" for the usual ones */

char *mukana_payroll_suggest_name (MukanaFeeBatch *batch,
                                   gboolean        is_workbook);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPayrollFile, mukana_payroll_file_free)

G_END_DECLS
