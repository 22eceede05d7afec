/* mukana-journal-file.c: the journal for whoever supervises: all rows that a list shows, in a file.
 *
 * Whose a record is stays in the register: the file has numbers, so that it can be given to
 * an auditor and kept without being a list of people.
 */

#include "services/mukana-journal-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "services/mukana-document.h"
#include "services/mukana-new-file.h"
#include "services/mukana-sheet.h"
#include "store/mukana-journal.h"

static const char * const columns[] = {
  N_("No."), N_("When"), N_("Who"), N_("What"), N_("Record"),
};

MukanaJournalFile *
mukana_journal_file_new (const MukanaJournalFilter *filter,
                         const char                *path)
{
  MukanaJournalFile *self = g_new0 (MukanaJournalFile, 1);

  self->filter = mukana_journal_filter_copy (filter);
  self->path = g_strdup (path);
  return self;
}

void
mukana_journal_file_free (MukanaJournalFile *self)
{
  mukana_journal_filter_free (self->filter);
  g_free (self->path);
  g_free (self);
}

/* Where the rows go, one way or the other. */
typedef struct
{
  MukanaSheet    *sheet;      /* NULL: they are printed */
  MukanaDocument *document;
} Sink;

static void
add_row (Sink               *sink,
         const char * const *cells)
{
  if (sink->sheet == NULL)
    {
      /* On paper the number of a row says nothing that its time does not. */
      mukana_document_add_row (sink->document, cells + 1, FALSE);
      return;
    }

  mukana_sheet_begin_row (sink->sheet);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    mukana_sheet_add_text (sink->sheet, cells[i]);
}

static void
begin (Sink *sink)
{
  const char *heads[G_N_ELEMENTS (columns) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    heads[i] = _(columns[i]);

  if (sink->sheet != NULL)
    add_row (sink, heads);
  else
    mukana_document_add_row (sink->document, heads + 1, TRUE);
}

static void
add_journal_row (Sink             *sink,
                 MukanaJournalRow *row)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row->id);
  g_autofree char *at = mukana_journal_describe_time (row->at);
  g_autofree char *deed = mukana_journal_describe_deed (row);
  g_autofree char *record = mukana_journal_describe_record (row);
  const char * const cells[] = { id, at, row->actor, deed, record, NULL };

  add_row (sink, cells);
}

/* Rows of a page come in any order; one may have been taken away meanwhile with its time. */
static void
add_row_of (Sink      *sink,
            GPtrArray *rows,
            gint64     id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((MukanaJournalRow *) g_ptr_array_index (rows, i))->id == id)
      add_journal_row (sink, g_ptr_array_index (rows, i));
}

static gboolean
add_rows (MukanaDb           *db,
          MukanaJournalFile  *file,
          Sink               *sink,
          GError            **error)
{
  g_autoptr (GArray) ids = mukana_journaling_ids (db, file->filter, error);

  if (ids == NULL)
    return FALSE;

  for (guint start = 0; start < ids->len; start += MUKANA_LIST_PAGE)
    {
      MukanaIdPage page = { .n_ids = MIN (MUKANA_LIST_PAGE, ids->len - start) };
      g_autoptr (GPtrArray) rows = NULL;

      memcpy (page.ids, &g_array_index (ids, gint64, start), page.n_ids * sizeof (gint64));
      if (!(rows = mukana_journaling_rows (db, &page, error)))
        return FALSE;
      for (guint i = 0; i < page.n_ids; i++)
        add_row_of (sink, rows, page.ids[i]);
      file->n_rows += rows->len;
    }

  return TRUE;
}

static GBytes *
make_content (MukanaDb           *db,
              MukanaJournalFile  *file,
              GError            **error)
{
  gboolean is_paper = g_str_has_suffix (file->path, ".pdf");
  g_autofree char *day = mukana_day_to_iso (mukana_db_today (db));
  g_autoptr (MukanaSheet) sheet = is_paper ? NULL : mukana_sheet_new ();
  g_autoptr (MukanaDocument) document = is_paper ? mukana_document_new (_("Usage log"), day) : NULL;
  Sink sink = { sheet, document };

  begin (&sink);
  if (!add_rows (db, file, &sink, error))
    return NULL;

  if (is_paper)
    return mukana_document_to_pdf (document, error);
  return g_str_has_suffix (file->path, ".xlsx") ? mukana_sheet_to_xlsx (sheet, error)
                                                : mukana_sheet_to_list (sheet);
}

static gpointer
write_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaJournalFile *asked = arg;
  g_autoptr (MukanaJournalFile) file = mukana_journal_file_new (asked->filter, asked->path);
  g_autoptr (GBytes) content = make_content (db, file, error);

  if (content == NULL || !mukana_new_file_write (file->path, g_bytes_get_data (content, NULL),
                                                 g_bytes_get_size (content), error))
    return NULL;

  return g_steal_pointer (&file);
}

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaJournalFile *file = arg;

  mukana_db_hold_file (db, file->path);
  mukana_journal_add (db, "exporting.journal", MUKANA_KIND_REGISTER, 0, NULL, error);
  return NULL;
}

const MukanaJob mukana_journal_file_job = {
  "journal-file.write", MUKANA_LANE_LONG, write_run, (GDestroyNotify) mukana_journal_file_free,
  .needs = MUKANA_DEED_READ_JOURNAL
};
const MukanaJob mukana_journal_file_note_job = {
  "journal-file.note", MUKANA_LANE_WRITE, note_run, NULL, .needs = MUKANA_DEED_READ_JOURNAL
};
