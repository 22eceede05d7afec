/* mukana-log-lines.c: the whole log of cooperation, and what of it is sought.
 *
 * A county's log is some thousands of lines of a few words, so words are compared line by line, in
 * their base forms as elsewhere; whoever took part is found by name as the organisation itself is.
 */

#include "services/mukana-log-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-organisation.h"
#include "store/mukana-record-io.h"
#include "store/mukana-search-index.h"

/** mukana_log_sought_new: Returns: yours: every line */
MukanaLogSought *
mukana_log_sought_new (void)
{
  MukanaLogSought *self = g_new0 (MukanaLogSought, 1);

  self->from = MUKANA_DAY_NONE;
  self->until = MUKANA_DAY_NONE;
  return self;
}

void
mukana_log_sought_free (MukanaLogSought *self)
{
  g_free (self->words);
  g_free (self->kind);
  g_free (self->name);
  g_free (self);
}

static gboolean
has_word (GHashTable *terms,
          const char *word)
{
  g_auto (GStrv) forms = mukana_search_base_forms (word);
  GHashTableIter iter;
  gpointer term;

  for (guint i = 0; forms[i] != NULL; i++)
    if (g_hash_table_contains (terms, forms[i]))
      return TRUE;

  g_hash_table_iter_init (&iter, terms);
  while (g_hash_table_iter_next (&iter, &term, NULL))
    if (g_str_has_prefix (term, word))
      return TRUE;

  return FALSE;
}

static gboolean
has_words (MukanaLogEntry  *entry,
           char           **words)
{
  g_autoptr (GHashTable) terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  mukana_search_add_text (terms, entry->summary);
  mukana_search_add_text (terms, entry->next_deed);
  mukana_search_add_text (terms, mukana_code_label (mukana_log_kinds, entry->kind));
  mukana_search_add_names (terms, entry->organisation_name);
  mukana_search_add_names (terms, entry->next_who);
  mukana_search_add_names (terms, entry->with);
  for (guint i = 0; words[i] != NULL; i++)
    if (!has_word (terms, words[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_same_name (const char *one,
              const char *other)
{
  g_autofree char *folded = mukana_text_fold (one), *folded_other = mukana_text_fold (other);

  return strcmp (folded, folded_other) == 0;
}

/* Theirs are the steps that say their name, and those they wrote without saying by whom. */
static gboolean
is_own_open (MukanaDb               *db,
             const MukanaLogSought  *sought,
             MukanaLogEntry         *entry)
{
  const char *actor = mukana_db_peek_actor (db);

  if (entry->next_day == MUKANA_DAY_NONE || entry->next_done_on != MUKANA_DAY_NONE)
    return FALSE;
  if (mukana_text_is_empty (entry->next_who))
    return g_strcmp0 (entry->author, actor) == 0;

  return (actor != NULL && is_same_name (entry->next_who, actor)) ||
         (sought->name != NULL && is_same_name (entry->next_who, sought->name));
}

static gboolean
is_sought (MukanaDb               *db,
           const MukanaLogSought  *sought,
           MukanaLogEntry         *entry,
           char                  **words)
{
  return (sought->kind == NULL || strcmp (sought->kind, entry->kind) == 0) &&
         (sought->from == MUKANA_DAY_NONE || entry->day >= sought->from) &&
         (sought->until == MUKANA_DAY_NONE || entry->day <= sought->until) &&
         (!sought->is_own_open || is_own_open (db, sought, entry)) &&
         (words == NULL || has_words (entry, words));
}

/* Returns: (nullable): id of a line -> names of who else took part */
static GHashTable *
read_participants (MukanaDb  *db,
                   GError   **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        g_free);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "log.all-participants", error);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "log_entry_id");
      const char *before = g_hash_table_lookup (names, &id);
      const char *name = mukana_query_peek_text (query, "name");

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id),
                           before != NULL ? g_strjoin ("; ", before, name, NULL) : g_strdup (name));
    }

  return result == 0 ? g_steal_pointer (&names) : NULL;
}

/** mukana_log_lines_newest: Returns: yours, of MukanaLogEntry with who else took part */
GPtrArray *
mukana_log_lines_newest (MukanaDb  *db,
                         gint64     max_rows,
                         GError   **error)
{
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) names = read_participants (db, error);
  g_autoptr (GPtrArray) lines =
    names != NULL ? mukana_record_list (db, "log.newest", MUKANA_TYPE_LOG_ENTRY, error,
                                        mukana_int ("max_rows", max_rows)) : NULL;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      MukanaLogEntry *entry = g_ptr_array_index (lines, i);

      g_ptr_array_add (whole, mukana_record_with_text (entry, "with",
                                                       g_hash_table_lookup (names, &entry->id)));
    }

  return lines != NULL ? g_steal_pointer (&whole) : NULL;
}

static int
compare_by_due (gconstpointer a,
                gconstpointer b)
{
  MukanaLogEntry *one = *(MukanaLogEntry **) a, *other = *(MukanaLogEntry **) b;

  return one->next_day != other->next_day ? (one->next_day < other->next_day ? -1 : 1)
         : (one->id > other->id) - (one->id < other->id);
}

static gpointer
lines_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaLogSought *sought = arg;
  g_auto (GStrv) words = mukana_text_is_empty (sought->words) ? NULL
                                                              : mukana_text_words (sought->words);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) all = mukana_log_lines_newest (db, G_MAXINT32, error);

  if (all == NULL)
    return NULL;

  for (guint i = 0; i < all->len && (sought->max_rows == 0 || found->len < sought->max_rows); i++)
    {
      MukanaLogEntry *entry = g_ptr_array_index (all, i);

      if (is_sought (db, sought, entry, words))
        g_ptr_array_add (found, g_object_ref (entry));
    }
  if (sought->is_own_open)
    g_ptr_array_sort (found, compare_by_due);

  return g_steal_pointer (&found);
}

const MukanaJob mukana_log_lines_job = {
  "log-lines.read", MUKANA_LANE_READ, lines_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_WORK_HERE
};
