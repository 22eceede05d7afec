/* harness-log.c: the record of a disk, and the images that a lost current leaves.
 *
 * The model: what was synced is there.  Of what was written or cut off since, any
 * part may be there, in whole or in single sectors.  The name of a new file is there
 * for certain once the file was synced; a name that was removed is gone for certain
 * once its folder was synced, and may come back with all it held until then.
 * Nothing else of the disk is assumed, least of all an order.
 *
 * Shared memory is left out: after a lost current there is none.
 */

#include "harness/harness-log.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTOR 512

/* What an image has or has not, and what of an earlier one is taken away. */
static const char * const usual_suffixes[] = { "", "-wal", "-journal", "-shm" };

/* One file beside the others, by what its name ends with after the register's. */
typedef struct
{
  GByteArray *content;          /* as it was last synced */
  GPtrArray  *pending;          /* borrowed Entry, since then */
  gboolean    name_is_there;    /* for certain */
  GPtrArray  *spare;            /* borrowed: where the content goes afterwards */
} Image;

typedef struct
{
  HarnessCall  call;
  const char  *suffix;          /* interned: "", "-wal", "-journal" */
  gint64       offset;
  int          amount;
  guint8      *data;
  int          deed;            /* of a mark: the last that was told as done; else 0 */
} Entry;

struct _HarnessLog
{
  GByteArray *base;             /* the register before the first entry */
  gsize       path_length;
  GPtrArray  *entries;
  GPtrArray  *suffixes;         /* interned: of every file in the log */
  GPtrArray  *spare;            /* GByteArray: room of earlier images, to be used again, because
                                   asking for it anew takes longer than all the rest */
};

static void
free_entry (Entry *entry)
{
  g_free (entry->data);
  g_free (entry);
}

/** harness_log_new: @base_path: of a closed register, which is what the disk holds at first */
HarnessLog *
harness_log_new (const char *base_path)
{
  HarnessLog *self = g_new0 (HarnessLog, 1);
  char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (base_path, &content, &length, NULL));
  self->base = g_byte_array_new_take ((guint8 *) content, length);
  self->path_length = strlen (base_path);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  self->suffixes = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (usual_suffixes); i++)
    g_ptr_array_add (self->suffixes, (gpointer) g_intern_string (usual_suffixes[i]));
  self->spare = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  return self;
}

void
harness_log_free (HarnessLog *self)
{
  g_byte_array_unref (self->base);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->suffixes);
  g_ptr_array_unref (self->spare);
  g_free (self);
}

/* Reading leaves no trace; opening does only when it makes a file, or one that was made empty
 * for it by other means. */
static int
event_cb (const HarnessEvent *event,
          gpointer            data)
{
  HarnessLog *self = data;
  const char *suffix = g_intern_string (event->path + self->path_length);
  gboolean is_known = g_ptr_array_find (self->suffixes, suffix, NULL);
  Entry *entry;

  if (event->call == HARNESS_READ || (event->call == HARNESS_OPEN && !event->amount && is_known))
    return 0;

  entry = g_new0 (Entry, 1);
  entry->call = event->call;
  entry->suffix = suffix;
  entry->offset = event->offset;
  entry->amount = event->amount;
  entry->data = event->data ? g_memdup2 (event->data, (gsize) event->amount) : NULL;
  g_ptr_array_add (self->entries, entry);
  if (!is_known)
    g_ptr_array_add (self->suffixes, (gpointer) suffix);
  return 0;
}

void
harness_log_start (HarnessLog *self)
{
  harness_disk_watch (event_cb, self);
}

void
harness_log_stop (HarnessLog *self)
{
  harness_disk_watch (NULL, NULL);
}

/** harness_log_mark: the store has just said that @deed is done, and does nothing now */
void
harness_log_mark (HarnessLog *self,
                  int         deed)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->suffix = "";
  entry->call = HARNESS_N_CALLS;
  entry->deed = deed;
  g_ptr_array_add (self->entries, entry);
}

guint
harness_log_size (HarnessLog *self)
{
  return self->entries->len;
}

static Image *
image_new (GPtrArray *spare)
{
  Image *image = g_new0 (Image, 1);

  image->content = spare->len > 0 ? g_ptr_array_steal_index_fast (spare, spare->len - 1)
                                  : g_byte_array_new ();
  image->pending = g_ptr_array_new ();
  image->spare = spare;
  return image;
}

static void
image_free (gpointer data)
{
  Image *image = data;

  g_byte_array_set_size (image->content, 0);
  g_ptr_array_add (image->spare, image->content);
  g_ptr_array_unref (image->pending);
  g_free (image);
}

static void
grow (GByteArray *content,
      gsize       size)
{
  guint before = content->len;

  if (size <= before)
    return;

  g_byte_array_set_size (content, (guint) size);
  memset (content->data + before, 0, size - before);
}

/* @rand: (nullable): to tear the write into sectors, of which some are lost */
static void
apply (GByteArray  *content,
       const Entry *entry,
       GRand       *rand)
{
  gsize offset = (gsize) entry->offset;

  if (entry->call == HARNESS_TRUNCATE)
    {
      grow (content, offset);
      g_byte_array_set_size (content, (guint) offset);
      return;
    }

  for (gsize done = 0, step; done < (gsize) entry->amount; done += step)
    {
      step = MIN (SECTOR - (offset + done) % SECTOR, (gsize) entry->amount - done);
      if (rand != NULL && g_rand_boolean (rand))
        continue;
      grow (content, offset + done + step);
      memcpy (content->data + offset + done, entry->data + done, step);
    }
}

static void
sync_image (Image *image)
{
  for (guint i = 0; i < image->pending->len; i++)
    apply (image->content, g_ptr_array_index (image->pending, i), NULL);

  g_ptr_array_set_size (image->pending, 0);
  image->name_is_there = TRUE;
}

/* The files of a folder, and those that were removed from it but may come back. */
typedef struct
{
  GHashTable *files;    /* suffix -> Image */
  GHashTable *ghosts;
  GPtrArray  *spare;    /* borrowed */
} Folder;

static void
replay (Folder      *folder,
        const Entry *entry)
{
  char *suffix = (char *) entry->suffix;
  Image *image = g_hash_table_lookup (folder->files, suffix);

  switch (entry->call)
    {
    case HARNESS_OPEN:
      g_hash_table_insert (folder->files, suffix, image_new (folder->spare));
      break;
    case HARNESS_WRITE:
    case HARNESS_TRUNCATE:
      if (image != NULL)
        g_ptr_array_add (image->pending, (Entry *) entry);
      break;
    case HARNESS_SYNC:
      if (image != NULL)
        {
          sync_image (image);
          g_hash_table_remove (folder->ghosts, suffix);
        }
      break;
    case HARNESS_DELETE:
      if (image != NULL)
        {
          g_hash_table_steal (folder->files, suffix);
          g_hash_table_remove (folder->ghosts, suffix);
          if (image->name_is_there && entry->amount == 0)
            g_hash_table_insert (folder->ghosts, suffix, image);
          else
            image_free (image);
        }
      break;
    case HARNESS_READ:
    case HARNESS_N_CALLS:
    default:
      break;
    }
}

static void
write_image (Image      *image,
             const char *path,
             GRand      *rand)
{
  static const double keep[] = { 0, 0.2, 0.5, 0.8, 1 };
  double kept = keep[g_rand_int_range (rand, 0, G_N_ELEMENTS (keep))];

  for (guint i = 0; i < image->pending->len; i++)
    if (g_rand_double (rand) < kept)
      apply (image->content, g_ptr_array_index (image->pending, i),
             g_rand_double (rand) < 0.3 ? rand : NULL);

  g_assert_true (g_file_set_contents_full (path, (const char *) image->content->data,
                                           image->content->len, G_FILE_SET_CONTENTS_NONE, 0600,
                                           NULL));
}

static void
write_folder (const Folder *folder,
              GPtrArray    *suffixes,
              const char   *path,
              GRand        *rand)
{
  for (guint i = 0; i < suffixes->len; i++)
    {
      const char *suffix = g_ptr_array_index (suffixes, i);
      g_autofree char *name = g_strconcat (path, suffix, NULL);
      Image *image = g_hash_table_lookup (folder->files, suffix);

      if (image != NULL && !image->name_is_there && g_rand_boolean (rand))
        image = NULL;
      if (image == NULL && g_rand_boolean (rand))
        image = g_hash_table_lookup (folder->ghosts, suffix);

      g_unlink (name);
      if (image != NULL)
        write_image (image, name, rand);
    }
}

/**
 * harness_log_cut:
 * @n_entries: how many the disk was told of before the power went
 * @path: where the register of the image goes, and beside it what belongs to it
 *
 * Returns: the last deed that had been told as done
 */
int
harness_log_cut (HarnessLog *self,
                 guint       n_entries,
                 GRand      *rand,
                 const char *path)
{
  Folder folder = { g_hash_table_new_full (NULL, NULL, NULL, image_free),
                    g_hash_table_new_full (NULL, NULL, NULL, image_free), self->spare };
  Image *image = image_new (self->spare);
  int deed = 0;

  g_byte_array_append (image->content, self->base->data, self->base->len);
  image->name_is_there = TRUE;
  g_hash_table_insert (folder.files, (char *) g_intern_string (""), image);

  for (guint i = 0; i < n_entries; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);

      replay (&folder, entry);
      deed = MAX (deed, entry->deed);
    }

  write_folder (&folder, self->suffixes, path, rand);
  g_hash_table_unref (folder.files);
  g_hash_table_unref (folder.ghosts);
  return deed;
}
