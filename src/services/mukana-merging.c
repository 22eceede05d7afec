/* mukana-merging.c: two records of one person become one, and can be parted again.
 *
 * Nothing is copied and nothing deleted: rows move from one record to the other,
 * and which ones is written down; what they cannot both have stays where it was.
 * The record that goes is taken out of sight as it is.  Parting moves the same rows
 * back.  Where the two differ in what the person allows, the stricter wins.
 */

#include "services/mukana-merging.h"

#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-list-words.h"
#include "services/mukana-consenting.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"
#include "store/mukana-search-index.h"

#define MAX_MERGED 50
#define MAX_MARKED 100

static const struct { const char *what, *move; } movers[] = {
  { "role", "merges.move-role" }, { "theme", "merges.move-theme" },
  { "consent", "merges.move-consent" }, { "time", "merges.move-time" },
  { "own-week", "merges.move-own-week" }, { "absence", "merges.move-absence" },
  { "busy-time", "merges.move-busy-time" },
  { "credential", "merges.move-credential" }, { "fact", "merges.move-fact" },
  { "pay-identity", "merges.move-pay-identity" }, { "note", "merges.move-note" },
  { "guardian", "merges.move-guardian" }, { "attachment", "merges.move-attachment" },
  { "contact", "merges.move-contact" }, { "cooperation", "merges.move-cooperation" },
  { "shift", "merges.move-shift" }, { "registration", "merges.move-registration" },
  { "listed", "merges.move-listed" },
  { "apart", "merges.move-apart" }, { "apart-other", "merges.move-apart-other" },
  { "stay", "merges.move-stay" }, { "renewal", "merges.move-renewal" },
  { "proposal", "merges.move-proposal" }, { "assignment", "merges.move-assignment" },
  { "fee", "merges.move-fee" }, { "request", "merges.move-request" },
  { "change", "merges.move-change" },
};

static void
free_pair (gpointer data)
{
  MukanaPair *pair = data;

  g_clear_pointer (&pair->low, mukana_record_mark_free);
  g_clear_pointer (&pair->high, mukana_record_mark_free);
  g_free (pair->low_name);
  g_free (pair->high_name);
  g_free (pair);
}

static void
free_merged (gpointer data)
{
  MukanaMerged *merged = data;

  g_free (merged->name);
  g_free (merged);
}

void
mukana_duplicates_free (MukanaDuplicates *self)
{
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_pointer (&self->merged, g_ptr_array_unref);
  g_free (self);
}

void
mukana_merge_view_free (MukanaMergeView *self)
{
  g_clear_pointer (&self->kept_mark, mukana_record_mark_free);
  g_clear_pointer (&self->gone_mark, mukana_record_mark_free);
  g_clear_object (&self->kept);
  g_clear_object (&self->gone);
  g_free (self);
}

MukanaMergeOrder *
mukana_merge_order_new (gint64              kept_id,
                        gint64              gone_id,
                        const char * const *take)
{
  MukanaMergeOrder *self = g_new0 (MukanaMergeOrder, 1);

  self->kept_id = kept_id;
  self->gone_id = gone_id;
  self->take = take ? g_strdupv ((char **) take) : g_new0 (char *, 1);
  return self;
}

void
mukana_merge_order_free (MukanaMergeOrder *self)
{
  g_strfreev (self->take);
  g_free (self);
}

/* Finding. */

typedef struct
{
  MukanaIdentity identity;
  gint64         id;
  const char    *label;
} Known;

typedef struct
{
  GStringChunk *texts;
  GArray       *people;    /* Known, by id */
  GHashTable   *by_key;    /* key -> GArray of guint */
  GHashTable   *seen;      /* "low high": looked at, or told apart */
} Finding;

static void
clear_finding (Finding *self)
{
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finding, clear_finding)

static char *
pair_key (gint64 low_id,
          gint64 high_id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, low_id, high_id);
}

static const char *
keep (Finding    *self,
      const char *text,
      char     *(*read) (const char *, const MukanaListReason **))
{
  const MukanaListReason *ignored;
  g_autofree char *normal = text && read ? read (text, &ignored) : NULL;

  return text ? g_string_chunk_insert (self->texts, normal ? normal : text) : NULL;
}

static void
add_known (Finding     *self,
           MukanaQuery *query)
{
  Known known = {
    .identity = { keep (self, mukana_query_peek_text (query, "given_name"), NULL),
                  keep (self, mukana_query_peek_text (query, "family_name"), NULL),
                  keep (self, mukana_query_peek_text (query, "email"), mukana_list_read_email),
                  keep (self, mukana_query_peek_text (query, "phone"), mukana_list_read_phone),
                  (int) mukana_query_get_int (query, "birth_year") },
    .id = mukana_query_get_int (query, "id"),
    .label = keep (self, mukana_query_peek_text (query, "display_name"), NULL),
  };
  g_auto (GStrv) keys = mukana_identity_keys (&known.identity);
  guint place = self->people->len;

  g_array_append_val (self->people, known);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      GArray *places = g_hash_table_lookup (self->by_key, keys[i]);

      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->by_key, g_strdup (keys[i]), places);
        }
      g_array_append_val (places, place);
    }
}

static gboolean
load_people (Finding   *self,
             MukanaDb  *db,
             GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "people.identities", error);
  g_autoptr (MukanaQuery) apart = query ? mukana_db_select (db, "merges.not-same", error) : NULL;
  int result;

  if (apart == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    if (mukana_query_get_int (query, "removed_at") == 0)
      add_known (self, query);
  while (result == 0 && (result = mukana_query_step (apart, error)) > 0)
    {
      g_hash_table_add (self->seen, pair_key (mukana_query_get_int (apart, "low_id"),
                                              mukana_query_get_int (apart, "high_id")));
      result = 0;
    }

  return result == 0;
}

static void
compare_two (Finding   *self,
             guint      a,
             guint      b,
             GPtrArray *pairs)
{
  const Known *low = &g_array_index (self->people, Known, MIN (a, b));
  const Known *high = &g_array_index (self->people, Known, MAX (a, b));
  MukanaLikenessReasons reasons;
  MukanaPair *pair;
  int score;

  if (!g_hash_table_add (self->seen, pair_key (low->id, high->id)) ||
      !mukana_identity_may_match (&low->identity, &high->identity) ||
      (score = mukana_identity_likeness (&low->identity, &high->identity, &reasons)) <
        MUKANA_LIKENESS_ASK)
    return;

  pair = g_new0 (MukanaPair, 1);
  *pair = (MukanaPair) { NULL, NULL, low->id, high->id, g_strdup (low->label),
                         g_strdup (high->label), MIN (score, 100), reasons };
  g_ptr_array_add (pairs, pair);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const MukanaPair *left = *(const MukanaPair * const *) a;
  const MukanaPair *right = *(const MukanaPair * const *) b;

  if (left->score != right->score)
    return right->score - left->score;

  return (left->low_id > right->low_id) - (left->low_id < right->low_id);
}

/* Of those that are shown: more are looked at when these have been decided. */
static gboolean
mark_pairs (GPtrArray  *pairs,
            MukanaDb   *db,
            GError    **error)
{
  for (guint i = 0; i < MIN (pairs->len, MAX_MARKED); i++)
    {
      MukanaPair *pair = g_ptr_array_index (pairs, i);

      if ((pair->low = mukana_record_mark_load (db, pair->low_id, error)) == NULL ||
          (pair->high = mukana_record_mark_load (db, pair->high_id, error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
find_pairs (MukanaDb      *db,
            GCancellable  *cancellable,
            GError       **error)
{
  g_auto (Finding) self = {
    g_string_chunk_new (4096), g_array_new (FALSE, FALSE, sizeof (Known)),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL)
  };
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (free_pair);
  GHashTableIter iter;
  gpointer places;

  if (!load_people (&self, db, error))
    return NULL;

  g_hash_table_iter_init (&iter, self.by_key);
  while (g_hash_table_iter_next (&iter, NULL, &places))
    {
      GArray *same = places;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      for (guint i = 0; i < same->len; i++)
        for (guint j = i + 1; j < same->len; j++)
          if (g_array_index (same, guint, i) != g_array_index (same, guint, j))
            compare_two (&self, g_array_index (same, guint, i), g_array_index (same, guint, j),
                         pairs);
    }

  g_ptr_array_sort (pairs, compare_pairs);
  return mark_pairs (pairs, db, error) ? g_steal_pointer (&pairs) : NULL;
}

static GPtrArray *
list_merged (MukanaDb  *db,
             GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_merged);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "merges.list", error,
                                                    mukana_int ("max_rows", MAX_MERGED));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaMerged *merged = g_new0 (MukanaMerged, 1);

      merged->id = mukana_query_get_int (query, "id");
      merged->person_id = mukana_query_get_int (query, "kept_id");
      merged->name = g_strdup (mukana_query_peek_text (query, "display_name"));
      merged->day = mukana_day_from_us (mukana_query_get_int (query, "at"));
      g_ptr_array_add (list, merged);
    }

  return result < 0 ? NULL : g_steal_pointer (&list);
}

/* Merging. */

typedef struct
{
  MukanaDb *db;
  gint64    id;
  int       n_parts;
} Merge;

static gboolean
note_part (Merge       *self,
           const char  *what,
           gint64       record_id,
           const char  *old_value,
           GError     **error)
{
  return mukana_db_run (self->db, "merges.add-part", error, mukana_int ("merge_id", self->id),
                        mukana_int ("number", ++self->n_parts), mukana_text ("what", what),
                        mukana_int ("record_id", record_id),
                        mukana_text ("old_value", old_value)) >= 0;
}

static gboolean
move_row (MukanaDb    *db,
          const char  *what,
          gint64       id,
          gint64       to_id,
          GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (movers); i++)
    if (g_str_equal (movers[i].what, what))
      return mukana_db_run (db, movers[i].move, error, mukana_int ("id", id),
                            mukana_int ("to_id", to_id)) >= 0;

  return TRUE;
}

typedef struct
{
  const char *what;
  gint64      id;
} Row;

/* Read whole before the first of them moves. */
static GArray *
read_rows (MukanaDb                *db,
           const MukanaMergeOrder  *order,
           GError                 **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "merges.rows", error,
                                                    mukana_int ("kept_id", order->kept_id),
                                                    mukana_int ("gone_id", order->gone_id));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      Row row = { g_intern_string (mukana_query_peek_text (query, "what")),
                  mukana_query_get_int (query, "id") };

      g_array_append_val (rows, row);
    }

  return result < 0 ? NULL : g_steal_pointer (&rows);
}

static gboolean
move_rows (Merge                   *self,
           const MukanaMergeOrder  *order,
           GError                 **error)
{
  g_autoptr (GArray) rows = read_rows (self->db, order, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      if (!note_part (self, row->what, row->id, NULL, error) ||
          !move_row (self->db, row->what, row->id, order->kept_id, error))
        return FALSE;
    }

  return rows != NULL;
}

static gboolean
end_consents (Merge                   *self,
              const MukanaMergeOrder  *order,
              GError                 **error)
{
  g_autoptr (GPtrArray) kept = mukana_people_parts (self->db, "merges.consents", order->kept_id,
                                                    MUKANA_TYPE_CONSENT, error);
  g_autoptr (GPtrArray) gone = kept ? mukana_people_parts (self->db, "merges.consents",
                                                           order->gone_id, MUKANA_TYPE_CONSENT,
                                                           error)
                                    : NULL;
  g_autoptr (GPtrArray) ends = NULL;

  if (gone == NULL)
    return FALSE;

  ends = mukana_merge_ends (kept, gone, mukana_db_today (self->db));
  for (guint i = 0; i < ends->len; i++)
    {
      MukanaConsent *consent = g_ptr_array_index (ends, i);

      if (!note_part (self, "consent-ended", consent->id, NULL, error) ||
          mukana_db_run (self->db, "merges.end-consent", error, mukana_int ("id", consent->id),
                         mukana_int ("at", mukana_db_now_us (self->db)),
                         mukana_day ("day", mukana_db_today (self->db))) < 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
end_guardians (Merge                   *self,
               const MukanaMergeOrder  *order,
               GError                 **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "merges.guardians-to-end", error,
                                                    mukana_int ("kept_id", order->kept_id),
                                                    mukana_int ("gone_id", order->gone_id));
  g_autoptr (GArray) ids = query ? mukana_ids_read (query, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!note_part (self, "guardian-ended", g_array_index (ids, gint64, i), NULL, error) ||
        mukana_db_run (self->db, "merges.end-guardian", error,
                       mukana_int ("id", g_array_index (ids, gint64, i)),
                       mukana_day ("day", mukana_db_today (self->db))) < 0)
      return FALSE;

  return ids != NULL;
}

static gboolean
move_sources (Merge                   *self,
              const MukanaMergeOrder  *order,
              GError                 **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "merges.sources", error,
                                                    mukana_int ("gone_id", order->gone_id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    g_ptr_array_add (keys, g_strdup_printf ("%s\n%s", mukana_query_peek_text (query, "source"),
                                            mukana_query_peek_text (query, "ref")));
  if (result < 0)
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_ptr_array_index (keys, i), "\n", 2);

      if (!note_part (self, "source", 0, g_ptr_array_index (keys, i), error) ||
          mukana_db_run (self->db, "merges.move-source", error,
                         mukana_int ("to_id", order->kept_id), mukana_text ("source", words[0]),
                         mukana_text ("ref", words[1])) < 0)
        return FALSE;
    }

  return TRUE;
}

static char *
dup_field (MukanaPerson      *person,
           const MukanaField *field)
{
  if (field->kind == MUKANA_FIELD_TEXT)
    return g_strdup (mukana_record_peek_text (MUKANA_RECORD (person), field->name));

  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          mukana_record_get_int (MUKANA_RECORD (person), field->name));
}

static gboolean
is_own (const char *field)
{
  return g_str_equal (field, "id") || g_str_equal (field, "version") ||
         g_str_equal (field, "updated-at") || g_str_equal (field, "created-at");
}

/* What the fields were, as "person:field". */
static gboolean
note_fields (Merge         *self,
             MukanaPerson  *before,
             MukanaPerson  *after,
             GError       **error)
{
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (MUKANA_RECORD (before), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *old = dup_field (before, &fields[i]);
      g_autofree char *new = dup_field (after, &fields[i]);
      g_autofree char *what = g_strconcat ("person:", fields[i].name, NULL);

      if (!is_own (fields[i].name) && g_strcmp0 (old, new) != 0 &&
          !note_part (self, what, before->id, old, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_person (MukanaDb      *db,
             MukanaPerson  *person,
             GError       **error)
{
  return mukana_people_save (db, person, error) &&
         mukana_db_run (db, "merges.hold-back", error, mukana_int ("id", person->id),
                        mukana_int ("restricted_at", person->restricted_at),
                        mukana_int ("objected_at", person->objected_at)) >= 0;
}

static gboolean
take_out_of_sight (MukanaDb  *db,
                   gint64     id,
                   GError   **error)
{
  if (mukana_db_run (db, "people.remove", error, mukana_int ("id", id),
                     mukana_int ("removed_at", mukana_db_now_us (db))) < 0 ||
      !mukana_search_clear (db, "person", id, error) ||
      !mukana_journal_add (db, "merging.merge", MUKANA_KIND_PERSON, id, NULL, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_PERSON, id, MUKANA_EFFECT_REMOVED);
  mukana_db_touch (db, MUKANA_KIND_CONSENT, id, MUKANA_EFFECT_ENDED);
  return TRUE;
}

static gboolean
note_open_proposals (Merge   *self,
                     gint64   person_id,
                     GError **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "proposals.open-of-person", error,
                                                    mukana_int ("person_id", person_id));
  g_autoptr (GArray) ids = query ? mukana_ids_read (query, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!note_part (self, "proposal-closed", g_array_index (ids, gint64, i), NULL, error))
      return FALSE;

  return ids != NULL;
}

/* Whoever may not be proposed any more waits for no answer either. */
static gboolean
close_when_held_back (Merge   *self,
                      gint64   id,
                      GError **error)
{
  gint64 n = mukana_db_count (self->db, "consents.is-matchable", error,
                              mukana_int ("person_id", id));

  return n > 0 || (n == 0 && note_open_proposals (self, id, error) &&
                   mukana_consenting_close_unmatchable (self->db, id, error));
}

static gint64
merge (MukanaDb                *db,
       const MukanaMergeOrder  *order,
       GError                 **error)
{
  g_autoptr (MukanaPerson) kept = mukana_people_get (db, order->kept_id, error);
  g_autoptr (MukanaPerson) gone = kept ? mukana_people_get (db, order->gone_id, error) : NULL;
  g_autoptr (MukanaPerson) merged = NULL;
  Merge self = { .db = db };

  if (gone == NULL)
    return -1;
  if (kept->id == gone->id)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "One record cannot be merged");
      return -1;
    }

  merged = mukana_merge_people (kept, gone, (const char * const *) order->take);
  self.id = mukana_db_insert (db, "merges.add", error, mukana_int ("kept_id", kept->id),
                              mukana_int ("gone_id", gone->id),
                              mukana_int ("at", mukana_db_now_us (db)),
                              mukana_text ("actor", mukana_db_peek_actor (db)));
  if (self.id < 0 || !note_fields (&self, kept, merged, error) ||
      !end_consents (&self, order, error) || !end_guardians (&self, order, error) ||
      !move_rows (&self, order, error) ||
      !move_sources (&self, order, error) || !save_person (db, merged, error) ||
      !take_out_of_sight (db, gone->id, error) || !close_when_held_back (&self, kept->id, error) ||
      !mukana_journal_add (db, "merging.merge", MUKANA_KIND_PERSON, kept->id, NULL, error))
    return -1;

  mukana_db_touch (db, MUKANA_KIND_CONSENT, kept->id,
                   mukana_db_count (db, "consents.is-matchable", NULL,
                                    mukana_int ("person_id", kept->id)) > 0
                     ? MUKANA_EFFECT_CHANGED : MUKANA_EFFECT_ENDED);
  mukana_db_touch (db, MUKANA_KIND_AVAILABILITY, kept->id, MUKANA_EFFECT_CHANGED);
  return self.id;
}

/* Parting. */

static void
restore_field (MukanaPerson *person,
               const char   *name,
               const char   *old_value)
{
  const MukanaField *field = mukana_record_find_field (MUKANA_RECORD (person), name);

  if (field == NULL)
    return;
  if (field->kind == MUKANA_FIELD_TEXT)
    mukana_record_init_text (person, name, old_value);
  else
    mukana_record_init_int (person, name, g_ascii_strtoll (old_value ? old_value : "0", NULL, 10));
}

typedef struct
{
  char   *what;
  gint64  record_id;
  char   *old_value;
} Part;

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_free (part->what);
  g_free (part->old_value);
}

static GArray *
read_parts (MukanaDb  *db,
            gint64     merge_id,
            GError   **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "merges.parts", error,
                                                    mukana_int ("merge_id", merge_id));
  int result;

  g_array_set_clear_func (parts, clear_part);
  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      Part part = { g_strdup (mukana_query_peek_text (query, "what")),
                    mukana_query_get_int (query, "record_id"),
                    g_strdup (mukana_query_peek_text (query, "old_value")) };

      g_array_append_val (parts, part);
    }

  return result < 0 ? NULL : g_steal_pointer (&parts);
}

static gboolean
undo_part (MukanaDb      *db,
           const Part    *part,
           gint64         gone_id,
           MukanaPerson  *kept,
           GError       **error)
{
  if (g_str_has_prefix (part->what, "person:"))
    {
      restore_field (kept, part->what + strlen ("person:"), part->old_value);
      return TRUE;
    }
  if (g_str_equal (part->what, "consent-ended"))
    return mukana_db_run (db, "merges.revive-consent", error,
                          mukana_int ("id", part->record_id)) >= 0;
  if (g_str_equal (part->what, "guardian-ended"))
    return mukana_db_run (db, "merges.revive-guardian", error,
                          mukana_int ("id", part->record_id)) >= 0;
  if (g_str_equal (part->what, "proposal-closed"))
    return mukana_db_run (db, "merges.reopen-proposal", error,
                          mukana_int ("id", part->record_id)) >= 0;
  if (g_str_equal (part->what, "source"))
    {
      g_auto (GStrv) words = g_strsplit (part->old_value, "\n", 2);

      return mukana_db_run (db, "merges.move-source", error, mukana_int ("to_id", gone_id),
                            mukana_text ("source", words[0]), mukana_text ("ref", words[1])) >= 0;
    }

  return move_row (db, part->what, part->record_id, gone_id, error);
}

static gboolean
bring_back (MukanaDb  *db,
            gint64     id,
            GError   **error)
{
  if (mukana_db_run (db, "people.bring-back", error, mukana_int ("id", id)) < 0 ||
      !mukana_people_index (db, id, error) ||
      !mukana_journal_add (db, "merging.undo", MUKANA_KIND_PERSON, id, NULL, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_PERSON, id, MUKANA_EFFECT_ADDED);
  mukana_db_touch (db, MUKANA_KIND_CONSENT, id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static gboolean
part_again (MukanaDb  *db,
            gint64     merge_id,
            gint64     kept_id,
            gint64     gone_id,
            GError   **error)
{
  g_autoptr (MukanaPerson) stored = mukana_people_get (db, kept_id, error);
  g_autoptr (MukanaPerson) kept = stored ? mukana_record_with_int (stored, "id", kept_id) : NULL;
  g_autoptr (GArray) parts = kept ? read_parts (db, merge_id, error) : NULL;

  if (parts == NULL)
    return FALSE;

  for (guint i = parts->len; i > 0; i--)
    if (!undo_part (db, &g_array_index (parts, Part, i - 1), gone_id, kept, error))
      return FALSE;

  if (!save_person (db, kept, error) || !bring_back (db, gone_id, error) ||
      !mukana_journal_add (db, "merging.undo", MUKANA_KIND_PERSON, kept_id, NULL, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_CONSENT, kept_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_AVAILABILITY, kept_id, MUKANA_EFFECT_CHANGED);
  return mukana_db_run (db, "merges.undone", error, mukana_int ("id", merge_id),
                        mukana_int ("at", mukana_db_now_us (db))) >= 0;
}

static void
undo (MukanaDb  *db,
      gint64     merge_id,
      GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "merges.get", error,
                                                    mukana_int ("id", merge_id));
  int result = query ? mukana_query_step (query, error) : -1;
  gint64 kept_id, gone_id;

  if (result < 0)
    return;
  if (result == 0 || mukana_query_get_int (query, "undone_at") != 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "They are apart already");
      return;
    }

  kept_id = mukana_query_get_int (query, "kept_id");
  gone_id = mukana_query_get_int (query, "gone_id");
  g_clear_pointer (&query, mukana_query_free);
  part_again (db, merge_id, kept_id, gone_id, error);
}

/* Jobs. */

static gpointer
find_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaDuplicates) found = g_new0 (MukanaDuplicates, 1);

  if (!(found->pairs = find_pairs (db, cancellable, error)) ||
      !(found->merged = list_merged (db, error)))
    return NULL;

  return g_steal_pointer (&found);
}

static gpointer
view_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaMergeOrder *order = arg;
  g_autoptr (MukanaMergeView) view = g_new0 (MukanaMergeView, 1);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) ends = NULL;

  if (!(view->kept = mukana_people_get (db, order->kept_id, error)) ||
      !(view->gone = mukana_people_get (db, order->gone_id, error)) ||
      !(view->kept_mark = mukana_record_mark_load (db, order->kept_id, error)) ||
      !(view->gone_mark = mukana_record_mark_load (db, order->gone_id, error)) ||
      !(kept = mukana_consenting_history (db, order->kept_id, error)) ||
      !(gone = mukana_consenting_history (db, order->gone_id, error)))
    return NULL;

  ends = mukana_merge_ends (kept, gone, mukana_db_today (db));
  view->n_ends = ends->len;
  return g_steal_pointer (&view);
}

/* The one that would be kept stands for both: the page of pairs names them anyhow. */
static gboolean
look_at_pair (gconstpointer  arg,
              MukanaLook    *look)
{
  const MukanaMergeOrder *order = arg;

  *look = (MukanaLook) { "looking.person", MUKANA_KIND_PERSON, order->kept_id, NULL };
  return TRUE;
}

static gpointer
merge_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 id = merge (db, arg, error);

  return id < 0 ? NULL : g_memdup2 (&id, sizeof id);
}

static gpointer
undo_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  undo (db, *(gint64 *) arg, error);
  return NULL;
}

static gpointer
not_same_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaMergeOrder *order = arg;

  if (mukana_db_run (db, "merges.set-not-same", error,
                     mukana_int ("low_id", MIN (order->kept_id, order->gone_id)),
                     mukana_int ("high_id", MAX (order->kept_id, order->gone_id)),
                     mukana_int ("at", mukana_db_now_us (db)),
                     mukana_text ("actor", mukana_db_peek_actor (db))) >= 0 &&
      mukana_journal_add (db, "merging.not-same", MUKANA_KIND_PERSON, order->kept_id, NULL,
                          error) &&
      mukana_journal_add (db, "merging.not-same", MUKANA_KIND_PERSON, order->gone_id, NULL, error))
    mukana_db_touch (db, MUKANA_KIND_PERSON, order->kept_id, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_merging_find_job = {
  "merging.find", MUKANA_LANE_LONG, find_run, (GDestroyNotify) mukana_duplicates_free
};
const MukanaJob mukana_merging_view_job = {
  "merging.view", MUKANA_LANE_READ, view_run, (GDestroyNotify) mukana_merge_view_free,
  .looks_at = look_at_pair, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_merging_merge_job = {
  "merging.merge", MUKANA_LANE_WRITE, merge_run, g_free
};
const MukanaJob mukana_merging_undo_job = { "merging.undo", MUKANA_LANE_WRITE, undo_run, NULL };
const MukanaJob mukana_merging_not_same_job = {
  "merging.not-same", MUKANA_LANE_WRITE, not_same_run, NULL
};
