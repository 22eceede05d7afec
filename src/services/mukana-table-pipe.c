/* mukana-table-pipe.c: a table on its way from the helper to us.
 *
 * The helper writes a head of fixed size and then the table's own arrays, each
 * after its length.  The helper has read a stranger's file, so nothing it says is
 * believed: every length is held against a limit before memory is given to it, and
 * every place is checked before it is used.
 */

#include "services/mukana-table-private.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static const char MAGIC[8] = "mukana1";

typedef struct
{
  char    magic[8];
  guint32 fault;
  guint32 is_confined;
  guint32 sheet;
  guint32 n_sheets_bytes;    /* names, each ended by NUL */
  guint32 n_rows;
  guint32 n_cells;
  guint32 n_text_bytes;
} Head;

static gboolean
write_all (int         fd,
           const void *data,
           gsize       length)
{
  for (gsize done = 0; done < length;)
    {
      ssize_t n = write (fd, (const char *) data + done, length - done);

      if (n < 0 && errno != EINTR)
        return FALSE;
      done += n > 0 ? (gsize) n : 0;
    }

  return TRUE;
}

/**
 * mukana_table_write:
 * @self: (nullable): the table; NULL when @fault says why there is none
 *
 * Returns: whether all of it could be written
 */
gboolean
mukana_table_write (MukanaTable      *self,
                    MukanaTableFault  fault,
                    gboolean          is_confined,
                    int               fd)
{
  g_autoptr (GByteArray) names = g_byte_array_new ();
  Head head = { .fault = fault, .is_confined = is_confined };

  memcpy (head.magic, MAGIC, sizeof MAGIC);
  if (self == NULL)
    return write_all (fd, &head, sizeof head);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const char *name = g_ptr_array_index (self->sheets, i);

      g_byte_array_append (names, (const guint8 *) name, strlen (name) + 1);
    }

  head.sheet = self->sheet;
  head.n_sheets_bytes = names->len;
  head.n_rows = self->row_ends->len;
  head.n_cells = self->cells->len;
  head.n_text_bytes = self->text->len;

  return write_all (fd, &head, sizeof head) &&
         write_all (fd, names->data, names->len) &&
         write_all (fd, self->row_numbers->data, head.n_rows * sizeof (guint32)) &&
         write_all (fd, self->row_ends->data, head.n_rows * sizeof (guint32)) &&
         write_all (fd, self->cells->data, head.n_cells * sizeof (guint32)) &&
         write_all (fd, self->text->data, head.n_text_bytes);
}

static gboolean
read_all (GInputStream  *stream,
          void          *data,
          gsize          length,
          GCancellable  *cancellable,
          GError       **error)
{
  gsize n = 0;

  if (length == 0)
    return TRUE;
  if (!g_input_stream_read_all (stream, data, length, &n, cancellable, error))
    return FALSE;

  /* The helper ended too early: its limits, or a crash. */
  if (n < length)
    mukana_table_set_fault (error, MUKANA_TABLE_FAULT_TOO_SLOW);

  return n == length;
}

static gboolean
check_head (const Head *head)
{
  return head->n_sheets_bytes <= MUKANA_TABLE_MAX_SHEETS * 1025 &&
         head->n_rows <= MUKANA_TABLE_MAX_TEXT_ROWS &&
         head->n_cells <= head->n_text_bytes &&
         head->n_text_bytes <= MUKANA_TABLE_MAX_UNPACKED_BYTES;
}

static gboolean
check_sheets (MukanaTable *self,
              const char  *names,
              gsize        length)
{
  if (length == 0 || names[length - 1] != '\0')
    return FALSE;

  for (const char *name = names; name < names + length; name += strlen (name) + 1)
    {
      if (!g_utf8_validate (name, -1, NULL))
        return FALSE;
      g_ptr_array_add (self->sheets, g_strdup (name));
    }

  return self->sheet < self->sheets->len;
}

/* Cells follow each other without gaps, each a text of its own. */
static gboolean
check_cells (MukanaTable *self)
{
  const char *text = (const char *) self->text->data;
  guint32 expected = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint32 place = g_array_index (self->cells, guint32, i);
      guint32 left = self->text->len - place;
      gsize length;

      if (place != expected || place >= self->text->len)
        return FALSE;

      length = strnlen (text + place, left);
      if (length >= left || length > MUKANA_TABLE_MAX_CELL_BYTES ||
          !g_utf8_validate_len (text + place, length, NULL))
        return FALSE;
      expected = place + (guint32) length + 1;
    }

  return expected == self->text->len;
}

static gboolean
check_rows (MukanaTable *self)
{
  guint32 begin = 0, number = 0;

  for (guint i = 0; i < self->row_ends->len; i++)
    {
      guint32 end = g_array_index (self->row_ends, guint32, i);
      guint32 next_number = g_array_index (self->row_numbers, guint32, i);

      if (end <= begin || end - begin > MUKANA_TABLE_MAX_COLUMNS || end > self->cells->len ||
          next_number <= number)
        return FALSE;

      self->n_columns = MAX (self->n_columns, end - begin);
      begin = end;
      number = next_number;
    }

  return begin == self->cells->len;
}

/** mukana_table_read: Returns: yours, the table that comes out of @stream, checked;
 *  NULL with @error set, to the helper's own fault if it found one */
MukanaTable *
mukana_table_read (GInputStream  *stream,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (MukanaTable) self = mukana_table_new ();
  g_autofree char *names = NULL;
  Head head;

  if (!read_all (stream, &head, sizeof head, cancellable, error))
    return NULL;

  if (memcmp (head.magic, MAGIC, sizeof MAGIC) != 0 || !check_head (&head) ||
      head.fault != MUKANA_TABLE_FAULT_NONE)
    {
      mukana_table_set_fault (error, head.fault != MUKANA_TABLE_FAULT_NONE &&
                                     head.fault < MUKANA_TABLE_N_FAULTS
                                     ? head.fault : MUKANA_TABLE_FAULT_HELPER);
      return NULL;
    }

  self->sheet = head.sheet;
  self->is_confined = head.is_confined != 0;
  names = g_malloc (head.n_sheets_bytes);
  g_array_set_size (self->row_numbers, head.n_rows);
  g_array_set_size (self->row_ends, head.n_rows);
  g_array_set_size (self->cells, head.n_cells);
  g_byte_array_set_size (self->text, head.n_text_bytes);

  if (!read_all (stream, names, head.n_sheets_bytes, cancellable, error) ||
      !read_all (stream, self->row_numbers->data, head.n_rows * sizeof (guint32),
                 cancellable, error) ||
      !read_all (stream, self->row_ends->data, head.n_rows * sizeof (guint32),
                 cancellable, error) ||
      !read_all (stream, self->cells->data, head.n_cells * sizeof (guint32),
                 cancellable, error) ||
      !read_all (stream, self->text->data, head.n_text_bytes, cancellable, error))
    return NULL;

  if (!check_sheets (self, names, head.n_sheets_bytes) || !check_cells (self) ||
      !check_rows (self))
    {
      mukana_table_set_fault (error, MUKANA_TABLE_FAULT_HELPER);
      return NULL;
    }

  return g_steal_pointer (&self);
}
