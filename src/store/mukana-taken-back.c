/* mukana-taken-back.c: what people have taken back, also beside the register.
 *
 * A backup from before a withdrawal gives the consent again.  The register that it takes
 * the place of tells of the withdrawal, unless it is damaged, and that is when backups are
 * needed.  So after each commit that took something back there is a line in a file beside
 * the register, "<register>.withdrawals": which row, when, and a digest.  The last line of
 * a row is the one that holds.
 *
 * With what is new there is a line of the revision that the register had then, by which an older
 * file in its place is known: see mukana-taken-back-again.c.
 *
 * Requests of people about their data are not taken back, and are lines all the same: their row,
 * when it was made and until when it is to be answered.  A register that lacks some of them can
 * at least say so.
 *
 * The register is what counts: where the file cannot be written the deed still holds, and
 * the first commit after the next opening writes what the file lacks.  On a server there
 * is no file.
 */

#include "store/mukana-taken-back.h"

#include <string.h>

#include "base/mukana-error.h"
#include "store/mukana-db-private.h"
#include "store/mukana-side-file.h"

/* The line that tells how new the list is. */
#define REVISION "revision"

/* Of a request in the diary. */
#define ASKED MUKANA_TAKEN_BACK_ASKED

/* More people than are looked at one by one. */
#define MANY_PEOPLE 200

struct _MukanaTakenBackFile
{
  char       *path;
  GHashTable *lines;         /* "kind id" -> the rest of its last line; NULL: not read yet */
  gboolean    has_revision;  /* one of the lines tells it */
};

void
mukana_taken_back_free (MukanaTakenBack *self)
{
  g_free (self->kind);
  g_free (self->how);
  g_free (self);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_taken_back_free);
}

static gboolean
gather (MukanaQuery  *query,
        GPtrArray    *list,
        GError      **error)
{
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaTakenBack *one = g_new0 (MukanaTakenBack, 1);

      one->kind = g_strdup (mukana_query_peek_text (query, "kind"));
      one->id = mukana_query_get_int (query, "id");
      one->at = mukana_query_get_int (query, "at");
      one->day = mukana_query_get_day (query, "day");
      one->how = g_strdup (mukana_query_peek_text (query, "how"));
      one->made_at = mukana_query_get_int (query, "made_at");
      g_ptr_array_add (list, one);
    }

  return result == 0;
}

/** mukana_taken_back_list: Returns: yours, all that is taken back in this register */
GPtrArray *
mukana_taken_back_list (MukanaDb  *db,
                        GError   **error)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "restores.taken-back", error);

  return gather (query, list, error) ? g_steal_pointer (&list) : NULL;
}

/* The file. */

static char *
dup_key (const MukanaTakenBack *one)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, one->kind, one->id);
}

/* How a consent was withdrawn may have been written in somebody's own words. */
static char *
dup_rest (const MukanaTakenBack *one)
{
  gboolean is_guardian = strcmp (one->kind, "guardian") == 0;

  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %s %" G_GINT64_FORMAT, one->at, one->day,
                          is_guardian && one->how ? one->how : "-", one->made_at);
}

static MukanaTakenBack *
parse (char **words)
{
  MukanaTakenBack *one = g_new0 (MukanaTakenBack, 1);

  one->kind = g_strdup (words[0]);
  one->id = g_ascii_strtoll (words[1], NULL, 10);
  one->at = g_ascii_strtoll (words[2], NULL, 10);
  one->day = (MukanaDay) g_ascii_strtoll (words[3], NULL, 10);
  one->how = g_strdup (strcmp (words[4], "-") == 0 ? "other" : words[4]);
  one->made_at = g_ascii_strtoll (words[5], NULL, 10);
  return one;
}

/* A line that was forged, cut off or is another register's is passed over.  Returns: 1, 0 or -1 */
static int
is_ours (MukanaDb    *db,
         const char  *line,
         char       **words,
         GError     **error)
{
  g_autofree char *body = NULL;
  g_autofree char *digest = NULL;

  if (g_strv_length (words) != 7)
    return 0;

  body = g_strndup (line, strlen (line) - strlen (words[6]) - 1);
  digest = mukana_side_file_seal (db, body, error);
  return digest != NULL ? strcmp (digest, words[6]) == 0 : -1;
}

/* "kind id" -> MukanaTakenBack, the last of each; or NULL. */
static GHashTable *
read_file (MukanaDb    *db,
           const char  *path,
           GError     **error)
{
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) mukana_taken_back_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!mukana_side_file_read (path, &text))
    g_message ("The list of withdrawals beside the register cannot be read");

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 8);

      int ours = is_ours (db, lines[i], words, error);

      if (ours < 0)
        return NULL;
      if (ours > 0)
        {
          MukanaTakenBack *one = parse (words);

          g_hash_table_replace (last, dup_key (one), one);
        }
    }

  return g_steal_pointer (&last);
}

/* The highest, and not the last: of two branches of a register the list tells of both. */
static gint64
find_revision (GHashTable *last)
{
  gint64 revision = 0;
  GHashTableIter each;
  gpointer value;

  g_hash_table_iter_init (&each, last);
  while (g_hash_table_iter_next (&each, NULL, &value))
    if (strcmp (((MukanaTakenBack *) value)->kind, REVISION) == 0)
      revision = MAX (revision, ((MukanaTakenBack *) value)->id);

  return revision;
}

/**
 * mukana_taken_back_read:
 * @db: of the register or of a backup of it, which have one seal
 * @path: of the file of lines
 * @revision: (out) (optional): the newest of the register that the file tells of; 0: of none
 *
 * Returns: yours, what holds by the file; none when there is no file; NULL with @error set
 */
GPtrArray *
mukana_taken_back_read (MukanaDb    *db,
                        const char  *path,
                        gint64      *revision,
                        GError     **error)
{
  g_autoptr (GHashTable) last = read_file (db, path, error);
  GPtrArray *list;
  GHashTableIter each;
  gpointer key, value;

  if (last == NULL)
    return NULL;

  list = new_list ();
  if (revision != NULL)
    *revision = find_revision (last);

  g_hash_table_iter_init (&each, last);
  while (g_hash_table_iter_next (&each, &key, &value))
    if (((MukanaTakenBack *) value)->at != 0 &&
        strcmp (((MukanaTakenBack *) value)->kind, REVISION) != 0)
      {
        g_hash_table_iter_steal (&each);
        g_free (key);
        g_ptr_array_add (list, value);
      }

  return list;
}

MukanaTakenBackFile *
mukana_taken_back_file_new (const char *register_path)
{
  MukanaTakenBackFile *self = g_new0 (MukanaTakenBackFile, 1);

  self->path = mukana_side_file_dup_path (register_path, "withdrawals");
  return self;
}

void
mukana_taken_back_file_free (MukanaTakenBackFile *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_free (self->path);
  g_free (self);
}

static gboolean
know_file (MukanaTakenBackFile  *self,
           MukanaDb             *db,
           GError              **error)
{
  g_autoptr (GHashTable) last = read_file (db, self->path, error);
  GHashTableIter each;
  gpointer key, value;

  if (last == NULL)
    return FALSE;

  self->has_revision = find_revision (last) > 0;
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&each, last);
  while (g_hash_table_iter_next (&each, &key, &value))
    g_hash_table_insert (self->lines, g_strdup (key), dup_rest (value));
  return TRUE;
}

/* What was never taken back needs no line to say so. */
static gboolean
is_news (MukanaTakenBackFile   *self,
         const MukanaTakenBack *one,
         const char            *key,
         const char            *rest)
{
  const char *known = g_hash_table_lookup (self->lines, key);

  if (known == NULL)
    return one->at != 0;
  return strcmp (known, rest) != 0 && (one->at != 0 || !g_str_has_prefix (known, "0 "));
}

static gboolean
add_line (MukanaDb    *db,
          GString     *text,
          const char  *body,
          GError     **error)
{
  g_autofree char *digest = mukana_side_file_seal (db, body, error);

  if (digest != NULL)
    g_string_append_printf (text, "%s %s\n", body, digest);
  return digest != NULL;
}

/* After the lines that it is about, so that a file that was cut off says too little. */
static gboolean
add_revision (MukanaTakenBackFile  *self,
              MukanaDb             *db,
              GString              *text,
              GError              **error)
{
  MukanaTakenBack now = { (char *) REVISION, mukana_db_get_revision (db), 1, 0, NULL, 0 };
  g_autofree char *key = dup_key (&now);
  g_autofree char *rest = dup_rest (&now);
  g_autofree char *body = g_strconcat (key, " ", rest, NULL);

  self->has_revision = TRUE;
  return add_line (db, text, body, error);
}

static gboolean
write_news (MukanaTakenBackFile  *self,
            MukanaDb             *db,
            GPtrArray            *list,
            GError              **error)
{
  g_autoptr (GString) text = g_string_new ("\n");

  for (guint i = 0; i < list->len; i++)
    {
      const MukanaTakenBack *one = g_ptr_array_index (list, i);
      g_autofree char *key = dup_key (one);
      g_autofree char *rest = dup_rest (one);
      g_autofree char *body = g_strconcat (key, " ", rest, NULL);

      if (is_news (self, one, key, rest))
        {
          if (!add_line (db, text, body, error))
            return FALSE;
          g_hash_table_replace (self->lines, g_steal_pointer (&key), g_steal_pointer (&rest));
        }
    }

  /* A list of an older program tells none. */
  if ((text->len > 1 || (!self->has_revision && g_hash_table_size (self->lines) > 0)) &&
      !add_revision (self, db, text, error))
    return FALSE;
  if (text->len == 1 || mukana_side_file_append (self->path, text->str))
    return TRUE;

  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE, "It cannot be written");
  return FALSE;
}

static gboolean
concerns_diary (MukanaChangeSet *changes)
{
  guint n_changes;
  const MukanaChange *change = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (change[i].kind == MUKANA_KIND_RIGHTS || change[i].kind == MUKANA_KIND_EVERYTHING)
      return TRUE;

  return FALSE;
}

/* Whose records were changed; NULL: too many to ask of each. */
static GHashTable *
find_people (MukanaChangeSet *changes)
{
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  guint n_changes;
  const MukanaChange *change = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    {
      if (change[i].kind == MUKANA_KIND_EVERYTHING || g_hash_table_size (people) > MANY_PEOPLE)
        return NULL;
      if (change[i].kind == MUKANA_KIND_PERSON || change[i].kind == MUKANA_KIND_CONSENT)
        g_hash_table_add (people, (gpointer) &change[i].id);
    }

  return g_steal_pointer (&people);
}

static gboolean
look_at (MukanaDb    *db,
         GHashTable  *people,
         GPtrArray   *list,
         GError     **error)
{
  GHashTableIter each;
  gpointer id;

  g_hash_table_iter_init (&each, people);
  while (g_hash_table_iter_next (&each, &id, NULL))
    {
      g_autoptr (MukanaQuery) query =
        mukana_db_select (db, "restores.taken-back-of", error,
                          mukana_int ("person_id", *(gint64 *) id));

      if (!gather (query, list, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_asked (MukanaDb   *db,
           GPtrArray  *list,
           GError    **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "restores.asked", error);

  return gather (query, list, error);
}

/* A request that the register does not have was lost with what came after a copy of it, which was
 * told when it was opened, or was erased in its time: either way the line holds no more. */
static void
end_unknown (MukanaTakenBackFile *self,
             GPtrArray           *list)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter each;
  const char *key, *rest;

  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (known, dup_key (g_ptr_array_index (list, i)));

  g_hash_table_iter_init (&each, self->lines);
  while (g_hash_table_iter_next (&each, (gpointer *) &key, (gpointer *) &rest))
    if (g_str_has_prefix (key, ASKED " ") && !g_str_has_prefix (rest, "0 ") &&
        !g_hash_table_contains (known, key))
      {
        MukanaTakenBack *gone = g_new0 (MukanaTakenBack, 1);

        gone->kind = g_strdup (ASKED);
        gone->id = g_ascii_strtoll (key + strlen (ASKED " "), NULL, 10);
        g_ptr_array_add (list, gone);
      }
}

/* @people: (nullable): NULL for all that there are */
static gboolean
follow (MukanaTakenBackFile  *self,
        MukanaDb             *db,
        GHashTable           *people,
        GError              **error)
{
  g_autoptr (GPtrArray) list = people == NULL ? mukana_taken_back_list (db, error) : new_list ();

  if (list == NULL || (people != NULL && !look_at (db, people, list, error)) ||
      !add_asked (db, list, error) || (self->lines == NULL && !know_file (self, db, error)))
    return FALSE;

  end_unknown (self, list);
  return write_news (self, db, list, error);
}

/**
 * mukana_taken_back_file_follow:
 * @changes: what was just committed
 *
 * Looks at everything the first time, and after a failure, with the next commit, once more.
 *
 * Thread: the writer's, outside a transaction.
 */
void
mukana_taken_back_file_follow (MukanaTakenBackFile *self,
                               MukanaDb            *db,
                               MukanaChangeSet     *changes)
{
  g_autoptr (GHashTable) people = self->lines != NULL ? find_people (changes) : NULL;
  g_autoptr (GError) error = NULL;

  if (people != NULL && g_hash_table_size (people) == 0 && !concerns_diary (changes))
    return;

  if (mukana_db_begin_read (db, &error))
    {
      follow (self, db, people, &error);
      mukana_db_rollback (db);
    }
  if (error == NULL)
    return;

  g_message ("The list of withdrawals beside the register waits: %s", error->message);
  g_clear_pointer (&self->lines, g_hash_table_unref);
}
