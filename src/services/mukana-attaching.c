/* mukana-attaching.c: signed forms, receipts and the like, kept inside the register in pieces.
 *
 * The kind of a file is judged by its content.  To look at one it is written into the
 * session's own folder of memory, and taken away when the register is locked or left:
 * the only time that a person's data are outside the encrypted file without being asked for.
 */

#include "services/mukana-attaching.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "domain/mukana-assignment.h"
#include "services/mukana-new-file.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

#define CHUNK_BYTES (256 * 1024)

MukanaNewAttachment *
mukana_new_attachment_new (gint64      person_id,
                           gint64      assignment_id,
                           const char *path)
{
  MukanaNewAttachment *self = g_new0 (MukanaNewAttachment, 1);

  self->person_id = person_id;
  self->assignment_id = assignment_id;
  self->path = g_strdup (path);
  return self;
}

void
mukana_new_attachment_free (MukanaNewAttachment *self)
{
  g_free (self->path);
  g_free (self);
}

static gboolean
read_whole (int          file,
            GByteArray  *content,
            GError     **error)
{
  guint8 piece[65536];
  gssize n;

  while ((n = read (file, piece, sizeof piece)) > 0 && content->len <= MUKANA_ATTACHMENT_BYTES)
    g_byte_array_append (content, piece, (guint) n);

  if (n < 0)
    mukana_new_file_set_error (error, "Cannot read the file");
  else if (content->len == 0 || content->len > MUKANA_ATTACHMENT_BYTES)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                 content->len == 0 ? "The file is empty" : "The file is larger than 20 MB");
  else
    return TRUE;

  return FALSE;
}

/* Anything but a file might never end. */
static GBytes *
read_file (const char  *path,
           GError     **error)
{
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  struct stat about;
  gboolean done = FALSE;

  if (file < 0 || fstat (file, &about) != 0)
    mukana_new_file_set_error (error, "Cannot read the file");
  else if (!S_ISREG (about.st_mode))
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "That is no file");
  else
    done = read_whole (file, content, error);

  if (file >= 0)
    close (file);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&content)) : NULL;
}

static MukanaAttachment *
describe (MukanaDb                   *db,
          const MukanaNewAttachment  *asked,
          gint64                      person_id,
          GBytes                     *content,
          GError                    **error)
{
  gsize length;
  const guchar *data = g_bytes_get_data (content, &length);
  gboolean is_guess;
  g_autofree char *type = g_content_type_guess (NULL, data, length, &is_guess);
  g_autofree char *media_type = g_content_type_get_mime_type (type);
  g_autofree char *file_name = g_path_get_basename (asked->path);
  g_autofree char *name = mukana_attachment_clean_name (file_name);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr (MukanaAttachment) attachment = g_object_new (MUKANA_TYPE_ATTACHMENT, NULL);

  if (mukana_attachment_suffix (media_type) == NULL)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                   "Only PDF, pictures and texts are attached");
      return NULL;
    }

  mukana_record_init_int (attachment, "person-id", person_id);
  mukana_record_init_int (attachment, "assignment-id", asked->assignment_id);
  mukana_record_init_text (attachment, "name", *name != '\0' ? name : media_type);
  mukana_record_init_text (attachment, "media-type", media_type);
  mukana_record_init_int (attachment, "size-bytes", (gint64) length);
  mukana_record_init_text (attachment, "sha256", sum);
  mukana_record_init_int (attachment, "added-at", mukana_db_now_us (db));
  mukana_record_init_text (attachment, "added-by", mukana_db_peek_actor (db));
  return g_steal_pointer (&attachment);
}

static gboolean
add_chunks (MukanaDb  *db,
            gint64     id,
            GBytes    *content,
            GError   **error)
{
  gsize length = g_bytes_get_size (content);

  for (gsize at = 0, number = 0; at < length; at += CHUNK_BYTES, number++)
    {
      g_autoptr (GBytes) chunk = g_bytes_new_from_bytes (content, at,
                                                         MIN (CHUNK_BYTES, length - at));

      if (mukana_db_run (db, "attachments.add-chunk", error, mukana_int ("attachment_id", id),
                         mukana_int ("number", (gint64) number),
                         mukana_bytes ("body", chunk)) < 0)
        return FALSE;
    }

  return TRUE;
}

static gpointer
attach (MukanaDb                   *db,
        const MukanaNewAttachment  *asked,
        gint64                      person_id,
        GError                    **error)
{
  g_autoptr (MukanaPerson) person = mukana_people_get (db, person_id, error);
  g_autoptr (GBytes) content = person != NULL ? read_file (asked->path, error) : NULL;
  g_autoptr (MukanaAttachment) attachment = NULL;
  gint64 id;

  if (content == NULL || !(attachment = describe (db, asked, person_id, content, error)) ||
      (id = mukana_record_insert (db, "attachments.add", MUKANA_RECORD (attachment), error)) < 0 ||
      !add_chunks (db, id, content, error) ||
      !mukana_journal_add (db, "attaching.add", MUKANA_KIND_PERSON, person_id, NULL, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_PERSON, person_id, MUKANA_EFFECT_CHANGED);
  if (asked->assignment_id != 0)
    mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, asked->assignment_id, MUKANA_EFFECT_CHANGED);
  return g_memdup2 (&id, sizeof id);
}

static gpointer
add_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  const MukanaNewAttachment *asked = arg;

  return attach (db, asked, asked->person_id, error);
}

static gpointer
add_receipt_run (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const MukanaNewAttachment *asked = arg;
  g_autoptr (MukanaAssignment) assignment = mukana_record_get (db, "assignments.get",
                                                               asked->assignment_id,
                                                               MUKANA_TYPE_ASSIGNMENT, error);

  return assignment != NULL ? attach (db, asked, assignment->person_id, error) : NULL;
}

static MukanaAttachment *
get_attachment (MukanaDb  *db,
                gint64     id,
                GError   **error)
{
  return mukana_record_get (db, "attachments.get", id, MUKANA_TYPE_ATTACHMENT, error);
}

/* Returns: (nullable): yours; whoever sees to fees sees no other paper of a person */
static MukanaAttachment *
get_receipt (MukanaDb  *db,
             gint64     id,
             GError   **error)
{
  g_autoptr (MukanaAttachment) receipt = get_attachment (db, id, error);

  if (receipt == NULL || receipt->assignment_id != 0)
    return g_steal_pointer (&receipt);

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED, "That is no receipt");
  return NULL;
}

static GBytes *
read_content (MukanaDb          *db,
              MukanaAttachment  *attachment,
              GError           **error)
{
  g_autoptr (MukanaQuery) chunks = mukana_db_select (db, "attachments.chunks", error,
                                                     mukana_int ("id", attachment->id));
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree char *sum = NULL;
  int result;

  if (chunks == NULL)
    return NULL;

  while ((result = mukana_query_step (chunks, error)) > 0)
    {
      g_autoptr (GBytes) chunk = mukana_query_dup_bytes (chunks, "body");

      g_byte_array_append (content, g_bytes_get_data (chunk, NULL),
                           (guint) g_bytes_get_size (chunk));
    }

  if (result < 0)
    return NULL;

  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, content->data, content->len);
  if (g_str_equal (sum, attachment->sha256))
    return g_byte_array_free_to_bytes (g_steal_pointer (&content));

  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED, "The document is not what was attached");
  return NULL;
}

static gpointer
read_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaAttachment) attachment = get_attachment (db, ((MukanaAttachment *) arg)->id,
                                                            error);

  return attachment != NULL ? read_content (db, attachment, error) : NULL;
}

static gpointer
read_receipt_run (MukanaDb      *db,
                  gpointer       arg,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (MukanaAttachment) receipt = get_receipt (db, ((MukanaAttachment *) arg)->id, error);

  return receipt != NULL ? read_content (db, receipt, error) : NULL;
}

static void
take_away (MukanaDb          *db,
           MukanaAttachment  *attachment,
           GError           **error)
{
  if (mukana_db_run (db, "attachments.remove-chunks", error,
                     mukana_int ("id", attachment->id)) < 0 ||
      mukana_db_run (db, "attachments.remove", error, mukana_int ("id", attachment->id)) < 0 ||
      !mukana_journal_add (db, "attaching.remove", MUKANA_KIND_PERSON, attachment->person_id, NULL,
                           error))
    return;

  mukana_db_touch (db, MUKANA_KIND_PERSON, attachment->person_id, MUKANA_EFFECT_CHANGED);
  if (attachment->assignment_id != 0)
    mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, attachment->assignment_id, MUKANA_EFFECT_CHANGED);
}

static gpointer
remove_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (MukanaAttachment) attachment = get_attachment (db, *(gint64 *) arg, error);

  if (attachment != NULL)
    take_away (db, attachment, error);
  return NULL;
}

static gpointer
remove_receipt_run (MukanaDb      *db,
                    gpointer       arg,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (MukanaAttachment) receipt = get_receipt (db, *(gint64 *) arg, error);
  gint64 n_sent = receipt == NULL ? -1
    : mukana_db_count (db, "attachments.count-sent", error,
                       mukana_int ("assignment_id", receipt->assignment_id));

  if (n_sent > 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("What the receipt shows has gone to payroll; it stays."));
  else if (n_sent == 0)
    take_away (db, receipt, error);
  return NULL;
}

static gpointer
receipts_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  return mukana_record_list (db, "attachments.of-assignment", MUKANA_TYPE_ATTACHMENT, error,
                             mukana_int ("assignment_id", *(gint64 *) arg));
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_runtime_dir (), "mukana", NULL);
}

/* And not a link to another, or one that others may look into. */
static gboolean
is_ours_alone (const char *folder)
{
  struct stat about;

  return lstat (folder, &about) == 0 && S_ISDIR (about.st_mode) && about.st_uid == geteuid () &&
         (about.st_mode & 077) == 0;
}

/**
 * mukana_attaching_write_out:
 *
 * Into the session's folder, where it stays until mukana_attaching_clear_out().
 *
 * Returns: yours, the path; named by number and kind, not by person
 */
char *
mukana_attaching_write_out (MukanaAttachment  *attachment,
                            GBytes            *content,
                            GError           **error)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *name = g_strdup_printf ("document-%" G_GINT64_FORMAT "%s", attachment->id,
                                           mukana_attachment_suffix (attachment->media_type));
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0 || !is_ours_alone (folder))
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                   "Cannot make a folder for the document");
      return NULL;
    }

  g_unlink (path);   /* the same document, opened before */
  return mukana_new_file_write (path, g_bytes_get_data (content, NULL),
                                g_bytes_get_size (content), error)
         ? g_steal_pointer (&path) : NULL;
}

/** mukana_attaching_clear_out: takes away what was written out, at lock and exit */
void
mukana_attaching_clear_out (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = is_ours_alone (folder) ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "document-"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

/* A signed form says what the consent is about, and a receipt may tell of an illness. */
static gboolean
look_at_document (gconstpointer  arg,
                  MukanaLook    *look)
{
  const MukanaAttachment *attachment = arg;

  *look = (MukanaLook) { "looking.document", MUKANA_KIND_PERSON, attachment->person_id, NULL };
  return TRUE;
}

const MukanaJob mukana_attachment_add_job = {
  "attaching.add", MUKANA_LANE_WRITE, add_run, g_free
};
const MukanaJob mukana_attachment_read_job = {
  "attaching.read", MUKANA_LANE_READ, read_run, (GDestroyNotify) g_bytes_unref,
  .looks_at = look_at_document, .needs = MUKANA_DEED_SEE_SENSITIVE
};
const MukanaJob mukana_attachment_remove_job = {
  "attaching.remove", MUKANA_LANE_WRITE, remove_run, NULL
};
const MukanaJob mukana_receipts_job = {
  "receipts.list", MUKANA_LANE_READ, receipts_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_receipt_add_job = {
  "receipts.add", MUKANA_LANE_WRITE, add_receipt_run, g_free, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_receipt_read_job = {
  "receipts.read", MUKANA_LANE_READ, read_receipt_run, (GDestroyNotify) g_bytes_unref,
  .looks_at = look_at_document, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_receipt_remove_job = {
  "receipts.remove", MUKANA_LANE_WRITE, remove_receipt_run, NULL,
  .needs = MUKANA_DEED_RECORD_WORK
};
