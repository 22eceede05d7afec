/* mukana-payroll.c: what the payroll is sent of a batch, and that it was sent.
 *
 * The columns are the county's own, of those that there are; none of them tells what
 * somebody has experienced, in which role they came or what they were asked to.  Why a
 * taxi was taken is not told either.  An identity code or an account is told only where the
 * register keeps them, by whoever may see them, and each person's journal says so.
 */

#include "services/mukana-payroll.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-payroll-layout.h"
#include "services/mukana-batching.h"
#include "services/mukana-identifying.h"
#include "services/mukana-new-file.h"
#include "services/mukana-sheet.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define LAYOUT_SETTING "payroll-columns"

MukanaPayrollFile *
mukana_payroll_file_new (MukanaFeeBatch *batch,
                         const char     *path,
                         gboolean        is_workbook)
{
  MukanaPayrollFile *self = g_new0 (MukanaPayrollFile, 1);

  self->batch_id = batch->id;
  self->version = batch->version;
  self->path = g_strdup (path);
  /* The name that somebody typed says more than the button that they pressed before. */
  self->is_workbook = g_str_has_suffix (path, ".xlsx") ||
                      (is_workbook && !g_str_has_suffix (path, ".csv"));
  return self;
}

MukanaPayrollFile *
mukana_payroll_file_copy (MukanaPayrollFile *self)
{
  MukanaPayrollFile *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->checksum = g_strdup (self->checksum);
  return copy;
}

void
mukana_payroll_file_free (MukanaPayrollFile *self)
{
  g_free (self->path);
  g_free (self->checksum);
  g_free (self);
}

/** mukana_payroll_suggest_name: Returns: yours, a file name that names nobody */
char *
mukana_payroll_suggest_name (MukanaFeeBatch *batch,
                             gboolean        is_workbook)
{
  /* Translators: the name of a file: number of the batch, its ending; small letters, no spaces */
  return g_strdup_printf (_("payroll-batch-%d.%s"), (int) batch->id, is_workbook ? "xlsx" : "csv");
}

/* ---- The columns ---- */

static char *
read_layout_text (MukanaDb  *db,
                  GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "settings.get", error,
                                                    mukana_text ("name", LAYOUT_SETTING));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result < 0)
    return NULL;

  return g_strdup (result > 0 ? mukana_query_peek_text (query, "value") : "");
}

/* A county that keeps identity codes no more has their columns no more. */
static GPtrArray *
read_layout (MukanaDb  *db,
             GError   **error)
{
  g_autofree char *text = read_layout_text (db, error);
  g_autoptr (GPtrArray) layout = NULL;
  int is_on;

  if (text == NULL || (is_on = mukana_identifying_is_on (db, error)) < 0 ||
      !(layout = *text != '\0' ? mukana_payroll_layout_parse (text, error)
                               : mukana_payroll_layout_default ()))
    return NULL;

  if (is_on == 0)
    mukana_payroll_layout_hide_identity (layout);
  return g_steal_pointer (&layout);
}

static gpointer
layout_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) layout = read_layout (db, error);

  return layout != NULL ? mukana_payroll_layout_to_text (layout) : NULL;
}

static gboolean
check_identity (MukanaDb   *db,
                GPtrArray  *layout,
                GError    **error)
{
  return !mukana_payroll_layout_identifies (layout) || mukana_identifying_must_see (db, error);
}

static gpointer
set_layout_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  const char *text = arg;
  g_autoptr (GPtrArray) layout = *text != '\0' ? mukana_payroll_layout_parse (text, error)
                                               : mukana_payroll_layout_default ();

  if (layout != NULL && check_identity (db, layout, error) &&
      mukana_db_run (db, "settings.set", error, mukana_text ("name", LAYOUT_SETTING),
                     mukana_text ("value", text)) >= 0 &&
      mukana_journal_add (db, "settings.set", MUKANA_KIND_REGISTER, 0, LAYOUT_SETTING, error))
    mukana_db_touch (db, MUKANA_KIND_REGISTER, 0, MUKANA_EFFECT_CHANGED);

  return NULL;
}

/* ---- The file ---- */

/* "Meeting fee 10.2.2027": what it is and when, nothing of what it was about. */
static char *
make_neutral_text (MukanaFeeLine *line)
{
  int year, month, day;
  const char *what = mukana_code_index (mukana_income_types, line->income_type) >= 0
                       ? mukana_code_label (mukana_income_types, line->income_type)
                       : mukana_code_label (mukana_fee_kinds, line->kind);

  mukana_day_split (line->service_day, &year, &month, &day);
  return g_strdup_printf ("%s %d.%d.%d", what, day, month, year);
}

static void
add_day (MukanaSheet *sheet,
         MukanaDay    day)
{
  if (day != MUKANA_DAY_NONE)
    mukana_sheet_add_day (sheet, day);
  else
    mukana_sheet_add_text (sheet, NULL);
}

static void
add_cell (MukanaSheet         *sheet,
          MukanaPayrollColumn  column,
          MukanaFeeRow        *row,
          MukanaPayIdentity   *identity)
{
  MukanaFeeLine *line = row->line;
  gboolean is_by_km = g_strcmp0 (line->kind, "travel") == 0 && line->corrects_id == 0;
  g_autofree char *text = NULL;
  gint64 hundredths, unit_cents;

  mukana_fee_line_split (line, &hundredths, &unit_cents);
  switch (column)
    {
    case MUKANA_PAYROLL_PERSON_NUMBER: mukana_sheet_add_number (sheet, line->person_id); break;
    case MUKANA_PAYROLL_PERSON_REF: mukana_sheet_add_text (sheet, row->payroll_ref); break;
    case MUKANA_PAYROLL_NAME: mukana_sheet_add_text (sheet, row->name); break;
    case MUKANA_PAYROLL_INCOME_TYPE: mukana_sheet_add_text (sheet, line->income_type); break;
    case MUKANA_PAYROLL_TEXT:
      text = make_neutral_text (line);
      mukana_sheet_add_text (sheet, text);
      break;
    case MUKANA_PAYROLL_DAY: mukana_sheet_add_day (sheet, line->service_day); break;
    case MUKANA_PAYROLL_QUANTITY:
      mukana_sheet_add_hundredths (sheet, hundredths);
      break;
    case MUKANA_PAYROLL_UNIT: mukana_sheet_add_hundredths (sheet, unit_cents); break;
    case MUKANA_PAYROLL_AMOUNT: mukana_sheet_add_hundredths (sheet, line->amount_cents); break;
    case MUKANA_PAYROLL_KILOMETRES:
      if (is_by_km)
        mukana_sheet_add_hundredths (sheet, line->quantity_hundredths);
      else
        mukana_sheet_add_text (sheet, NULL);
      break;
    case MUKANA_PAYROLL_PASSENGERS: mukana_sheet_add_number (sheet, line->passengers); break;
    case MUKANA_PAYROLL_COST_CENTRE: mukana_sheet_add_text (sheet, line->cost_centre); break;
    case MUKANA_PAYROLL_RECEIPT: mukana_sheet_add_text (sheet, line->receipt); break;
    case MUKANA_PAYROLL_ASSIGNMENT: mukana_sheet_add_number (sheet, line->assignment_id); break;
    case MUKANA_PAYROLL_LINE: mukana_sheet_add_number (sheet, line->id); break;
    case MUKANA_PAYROLL_CORRECTS:
      if (line->corrects_id != 0)
        mukana_sheet_add_number (sheet, line->corrects_id);
      else
        mukana_sheet_add_text (sheet, NULL);
      break;
    case MUKANA_PAYROLL_BATCH: mukana_sheet_add_number (sheet, line->batch_id); break;
    case MUKANA_PAYROLL_TAX_CARD: add_day (sheet, row->tax_card_on); break;
    case MUKANA_PAYROLL_PENSION: add_day (sheet, row->pension_mark_on); break;
    case MUKANA_PAYROLL_IDENTITY_CODE:
      mukana_sheet_add_text (sheet, identity != NULL ? identity->identity_code : NULL);
      break;
    case MUKANA_PAYROLL_ACCOUNT:
      mukana_sheet_add_text (sheet, identity != NULL ? identity->account : NULL);
      break;
    case MUKANA_N_PAYROLL_COLUMNS: break;
    }
}

static MukanaSheet *
make_sheet (GPtrArray  *layout,
            GPtrArray  *rows,
            GHashTable *identities)
{
  MukanaSheet *sheet = mukana_sheet_new ();

  mukana_sheet_begin_row (sheet);
  for (guint k = 0; k < layout->len; k++)
    mukana_sheet_add_text (sheet,
                           ((MukanaPayrollHeading *) g_ptr_array_index (layout, k))->heading);

  for (guint i = 0; i < rows->len; i++)
    {
      MukanaFeeRow *row = g_ptr_array_index (rows, i);
      MukanaPayIdentity *identity = g_hash_table_lookup (identities, &row->line->person_id);

      mukana_sheet_begin_row (sheet);
      for (guint k = 0; k < layout->len; k++)
        add_cell (sheet, ((MukanaPayrollHeading *) g_ptr_array_index (layout, k))->column, row,
                  identity);
    }

  return sheet;
}

/* Returns: yours, MukanaPayIdentity by person; none where no column of @layout tells any */
static GHashTable *
read_identities (MukanaDb   *db,
                 GPtrArray  *layout,
                 gint64      batch_id,
                 GError    **error)
{
  g_autoptr (GHashTable) identities = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                             g_object_unref);
  g_autoptr (GPtrArray) found = NULL;

  if (!mukana_payroll_layout_identifies (layout))
    return g_steal_pointer (&identities);
  if (!mukana_identifying_must_see (db, error) ||
      !(found = mukana_record_list (db, "identities.of-batch", MUKANA_TYPE_PAY_IDENTITY, error,
                                    mukana_int ("batch_id", batch_id))))
    return NULL;

  for (guint i = 0; i < found->len; i++)
    {
      MukanaPayIdentity *identity = g_object_ref (g_ptr_array_index (found, i));

      g_hash_table_insert (identities, &identity->person_id, identity);
    }
  return g_steal_pointer (&identities);
}

/* The county's own columns are as it wants them, as long as they tell whose the money is. */
static gboolean
name_people (MukanaDb   *db,
             GPtrArray  *layout,
             GPtrArray  *rows,
             GError    **error)
{
  g_autofree char *text = read_layout_text (db, error);
  guint n_known = 0;

  if (text == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    n_known += ((MukanaFeeRow *) g_ptr_array_index (rows, i))->payroll_ref != NULL;
  if (*text == '\0')
    mukana_payroll_layout_name_people (layout, n_known, rows->len);
  if (n_known == rows->len || mukana_payroll_layout_tells_whose (layout))
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                       N_("Somebody in the batch has no number in payroll. Add it on their page, "
                          "or choose the name or another number as a column."));
  return FALSE;
}

static GBytes *
make_bytes (MukanaDb           *db,
            MukanaPayrollFile  *file,
            GError            **error)
{
  g_autoptr (GPtrArray) layout = read_layout (db, error);
  g_autoptr (GPtrArray) rows = layout ? mukana_batch_rows_load (db, file->batch_id, error) : NULL;
  g_autoptr (GHashTable) identities =
    rows && name_people (db, layout, rows, error)
      ? read_identities (db, layout, file->batch_id, error) : NULL;
  g_autoptr (MukanaSheet) sheet = NULL;

  if (identities == NULL)
    return NULL;

  sheet = make_sheet (layout, rows, identities);
  return file->is_workbook ? mukana_sheet_to_xlsx (sheet, error) : mukana_sheet_to_csv (sheet);
}

static gpointer
write_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (MukanaPayrollFile) file = mukana_payroll_file_copy (arg);
  g_autoptr (MukanaFeeBatch) batch = mukana_record_get (db, "batches.get", file->batch_id,
                                                        MUKANA_TYPE_FEE_BATCH, error);
  g_autoptr (GBytes) bytes = NULL;
  const char *problem;

  if (batch == NULL)
    return NULL;

  /* What was sent is written once more when the file is lost, or payroll wants the other form. */
  problem = mukana_fee_batch_was_sent (batch)
              ? NULL : mukana_fee_batch_refuse (batch, MUKANA_BATCH_EXPORT,
                                                mukana_db_peek_actor (db), NULL);
  if (problem != NULL)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED, problem);
      return NULL;
    }

  if ((bytes = make_bytes (db, file, error)) == NULL ||
      !mukana_new_file_write (file->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                              error))
    return NULL;

  g_free (file->checksum);
  file->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return g_steal_pointer (&file);
}

/* Whose identity code or account was told is in their own journal. */
static gboolean
note_identities (MukanaDb  *db,
                 gint64     batch_id,
                 GError   **error)
{
  g_autoptr (GPtrArray) layout = read_layout (db, error);
  g_autoptr (GHashTable) identities = layout ? read_identities (db, layout, batch_id, error) : NULL;
  GHashTableIter iter;
  gpointer identity;

  if (identities == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, identities);
  while (g_hash_table_iter_next (&iter, NULL, &identity))
    if (!mukana_journal_add (db, "identifying.tell-payroll", MUKANA_KIND_PERSON,
                             MUKANA_PAY_IDENTITY (identity)->person_id, "identity-code account",
                             error))
      return FALSE;

  return TRUE;
}

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaPayrollFile *file = arg;
  g_autoptr (MukanaFeeBatch) batch = mukana_record_get (db, "batches.get", file->batch_id,
                                                        MUKANA_TYPE_FEE_BATCH, error);

  mukana_db_hold_file (db, file->path);
  if (batch == NULL || !note_identities (db, file->batch_id, error))
    return NULL;

  if (mukana_fee_batch_was_sent (batch))
    mukana_journal_add (db, "batching.export-again", MUKANA_KIND_FEE_BATCH, file->batch_id, NULL,
                        error);
  else
    mukana_batch_move (db, file->batch_id, file->version, MUKANA_BATCH_EXPORT, file->checksum,
                       error);

  return NULL;
}

const MukanaJob mukana_payroll_write_job = {
  "payroll.write", MUKANA_LANE_LONG, write_run, (GDestroyNotify) mukana_payroll_file_free,
  .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_payroll_note_job = {
  "payroll.note", MUKANA_LANE_WRITE, note_run, NULL, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_payroll_layout_job = {
  "payroll.layout", MUKANA_LANE_READ, layout_run, g_free, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_payroll_set_layout_job = {
  "payroll.set-layout", MUKANA_LANE_WRITE, set_layout_run, NULL,
  .needs = MUKANA_DEED_RECORD_WORK
};
