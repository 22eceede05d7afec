/* mukana-row-model.c: a list of 100,000 rows of which only those on the screen exist.
 *
 * One job gives the ids in their order; rows are made when asked for, held
 * weakly, and their records read a page at a time.  A change asks for the ids
 * again and becomes one splice, so the view keeps its place.
 *
 * Whoever leaves leaves at once, before any query, and an answer that was
 * already on its way does not bring them back: see @gone.
 */

#include "ui/kit/mukana-row-model.h"

#include "services/mukana-listing.h"

#define MAX_PAGES_ON_THE_WAY 2
#define MAX_RECORDS 1024          /* of each generation */

struct _MukanaRowModel
{
  GObject                parent_instance;

  MukanaStore           *store;
  const MukanaRowSource *source;
  gpointer               filter;
  GCancellable          *cancellable;     /* of everything */
  GCancellable          *ids_cancellable; /* of the newest question for ids; NULL when answered */
  MukanaRowsState        state;
  GError                *error;

  /* The answer to the last question: one id per row, in order.  This array
   * alone decides how many items there are; rows and records may come and go. */
  GArray                *ids;

  GHashTable            *rows;     /* id -> MukanaRow, not owned: alive while on the screen */

  /* Two generations of records: what was not looked at while the younger filled
   * up is forgotten with the older. */
  GHashTable            *young;    /* id -> MukanaRecord */
  GHashTable            *old;

  GQueue                 wanted;   /* page numbers, the newest wish first */
  guint                  n_on_the_way;
  guint                  want_source;

  /* People who left after some answer was already on its way to us.  An answer
   * older than the revision noted here may not bring them back. */
  GHashTable            *gone;     /* id -> revision they left in */
  GHashTable            *changed;  /* id -> revision below which a record is out of date */
  guint                  reload_source;

  GHashTable            *chosen;   /* set of ids */
};

enum { STATE_CHANGED, CHOSEN_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MukanaRowModel, mukana_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void want_page (MukanaRowModel *self,
                       guint           page);

static gint64 *
box_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static GHashTable *
new_ids_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static gint64
id_at (MukanaRowModel *self,
       guint           position)
{
  return g_array_index (self->ids, gint64, position);
}

/* A record is the older the longer nobody asked for it. */
static MukanaRecord *
lookup_record (MukanaRowModel *self,
               gint64          id)
{
  MukanaRecord *record = g_hash_table_lookup (self->young, &id);

  if (record == NULL && (record = g_hash_table_lookup (self->old, &id)) != NULL)
    g_hash_table_insert (self->young, box_id (id), g_object_ref (record));

  return record;
}

static void
keep_record (MukanaRowModel *self,
             gint64          id,
             MukanaRecord   *record)
{
  if (g_hash_table_size (self->young) >= MAX_RECORDS)
    {
      g_hash_table_unref (self->old);
      self->old = self->young;
      self->young = new_ids_table (g_object_unref);
    }
  g_hash_table_insert (self->young, box_id (id), g_object_ref (record));
}

static void
row_gone_cb (gpointer  data,
             GObject  *row)
{
  MukanaRowModel *self = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == (gpointer) row)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static void
chosen_cb (MukanaRow      *row,
           GParamSpec     *pspec,
           MukanaRowModel *self)
{
  gint64 id = mukana_row_get_id (row);

  if (mukana_row_get_chosen (row))
    g_hash_table_add (self->chosen, box_id (id));
  else
    g_hash_table_remove (self->chosen, &id);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

static GType
get_item_type (GListModel *model)
{
  return MUKANA_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return MUKANA_ROW_MODEL (model)->ids->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MukanaRowModel *self = MUKANA_ROW_MODEL (model);
  MukanaRow *row;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;

  id = id_at (self, position);
  if ((row = g_hash_table_lookup (self->rows, &id)) != NULL)
    return g_object_ref (row);

  row = mukana_row_new (id);
  mukana_row_set_chosen (row, g_hash_table_contains (self->chosen, &id));
  mukana_row_set_record (row, lookup_record (self, id));
  g_signal_connect_object (row, "notify::chosen", G_CALLBACK (chosen_cb), self, 0);
  g_hash_table_insert (self->rows, box_id (id), row);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, self);
  if (mukana_row_get_record (row) == NULL)
    want_page (self, position / MUKANA_LIST_PAGE);
  return row;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
set_state (MukanaRowModel  *self,
           MukanaRowsState  state,
           GError          *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->state = state;
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static gint64
revision_in (GHashTable *table,
             gint64      id)
{
  gint64 *revision = g_hash_table_lookup (table, &id);

  return revision != NULL ? *revision : 0;
}

/* What a page still lacks; none when nobody waits for it any more. */
static MukanaIdPage *
collect_page (MukanaRowModel *self,
              guint           page)
{
  MukanaIdPage *ids = g_new0 (MukanaIdPage, 1);
  guint last = MIN ((page + 1) * MUKANA_LIST_PAGE, self->ids->len);
  gboolean is_awaited = FALSE;

  for (guint i = page * MUKANA_LIST_PAGE; i < last; i++)
    {
      gint64 id = id_at (self, i);
      MukanaRow *row = g_hash_table_lookup (self->rows, &id);

      ids->ids[ids->n_ids++] = id;
      is_awaited |= row != NULL && (mukana_row_get_record (row) == NULL ||
                                    g_hash_table_contains (self->changed, &id));
    }

  if (is_awaited)
    return ids;

  g_free (ids);
  return NULL;
}

static gboolean
ask_for_pages_cb (gpointer data);

static void
want_soon (MukanaRowModel *self)
{
  if (self->want_source == 0 && !g_queue_is_empty (&self->wanted))
    self->want_source = g_idle_add_full (G_PRIORITY_DEFAULT, ask_for_pages_cb, self, NULL);
}

static void
take_records (MukanaRowModel *self,
              GPtrArray      *records,
              gint64          revision)
{
  for (guint i = 0; i < records->len; i++)
    {
      MukanaRecord *record = g_ptr_array_index (records, i);
      gint64 id = mukana_record_get_int (record, "id");
      MukanaRow *row = g_hash_table_lookup (self->rows, &id);

      if (revision_in (self->changed, id) > revision)
        continue;   /* read before the change: the next page has it */

      g_hash_table_remove (self->changed, &id);
      keep_record (self, id, record);
      if (row != NULL)
        mukana_row_set_record (row, record);
    }
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaRowModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gint64 revision = 0;

  records = mukana_store_run_finish (MUKANA_STORE (source), result, &revision, &error);
  self->n_on_the_way--;

  if (records != NULL)
    take_records (self, records, revision);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_state (self, MUKANA_ROWS_FAILED, g_steal_pointer (&error));
  want_soon (self);
}

static gboolean
ask_for_pages_cb (gpointer data)
{
  MukanaRowModel *self = data;

  self->want_source = 0;
  while (self->n_on_the_way < MAX_PAGES_ON_THE_WAY && !g_queue_is_empty (&self->wanted))
    {
      guint page = GPOINTER_TO_UINT (g_queue_pop_head (&self->wanted));
      MukanaIdPage *ids = collect_page (self, page);

      if (ids == NULL)
        continue;   /* scrolled past */

      self->n_on_the_way++;
      mukana_store_run_async (self->store, self->source->rows, ids, g_free, self->cancellable,
                              page_read_cb, g_object_ref (self));
    }

  return G_SOURCE_REMOVE;
}

static void
want_page (MukanaRowModel *self,
           guint           page)
{
  g_queue_remove (&self->wanted, GUINT_TO_POINTER (page));
  g_queue_push_head (&self->wanted, GUINT_TO_POINTER (page));
  want_soon (self);
}

static void
drop_unlisted_choices (MukanaRowModel *self)
{
  g_autoptr (GHashTable) listed = NULL;
  GHashTableIter iter;
  gpointer id;
  gboolean any = FALSE;

  if (g_hash_table_size (self->chosen) == 0)
    return;

  listed = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_add (listed, &g_array_index (self->ids, gint64, i));

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (listed, id))
      {
        g_hash_table_iter_remove (&iter);
        any = TRUE;
      }
  if (any)
    g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

/* One splice: what is the same at both ends stays. */
static void
replace_ids (MukanaRowModel *self,
             GArray         *ids)
{
  GArray *before = self->ids;
  guint shorter = MIN (before->len, ids->len), head = 0, tail = 0;

  while (head < shorter &&
         g_array_index (before, gint64, head) == g_array_index (ids, gint64, head))
    head++;
  while (tail < shorter - head && g_array_index (before, gint64, before->len - 1 - tail) ==
                                    g_array_index (ids, gint64, ids->len - 1 - tail))
    tail++;

  self->ids = g_array_ref (ids);
  drop_unlisted_choices (self);
  if (head < before->len || head < ids->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail,
                                ids->len - head - tail);
  g_array_unref (before);
}

/* Without those who left after the answer was read; notes it makes needless go. */
static GArray *
without_gone (MukanaRowModel *self,
              GArray         *ids,
              gint64          revision)
{
  GArray *left = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len);
  GHashTableIter iter;
  gpointer noted;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (revision_in (self->gone, id) <= revision)
        g_array_append_val (left, id);
    }

  g_hash_table_iter_init (&iter, self->gone);
  while (g_hash_table_iter_next (&iter, NULL, &noted))
    if (*(gint64 *) noted <= revision)
      g_hash_table_iter_remove (&iter);

  return left;
}

static void
ids_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MukanaRowModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) left = NULL;
  gint64 revision = 0;

  ids = mukana_store_run_finish (MUKANA_STORE (source), result, &revision, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;   /* a newer question is on its way, or nobody listens any more */

  g_clear_object (&self->ids_cancellable);
  if (ids == NULL)
    {
      set_state (self, MUKANA_ROWS_FAILED, g_steal_pointer (&error));
      return;
    }

  left = without_gone (self, ids, revision);
  replace_ids (self, left);
  set_state (self, MUKANA_ROWS_READY, NULL);
}

static void
ask_for_ids (MukanaRowModel *self)
{
  mukana_store_run_async (self->store, self->source->ids, self->source->copy_filter (self->filter),
                          self->source->free_filter, self->ids_cancellable, ids_read_cb,
                          g_object_ref (self));
}

static void
first_answered_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (MukanaRowModel) self = data;
  g_autoptr (GError) error = NULL;
  gpointer answer = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer == NULL)
    {
      g_clear_object (&self->ids_cancellable);
      set_state (self, MUKANA_ROWS_FAILED, g_steal_pointer (&error));
      return;
    }

  self->source->take_first (self->filter, answer);
  ask_for_ids (self);
}

/** mukana_row_model_reload: asks for the ids again; what is shown stays until the answer */
void
mukana_row_model_reload (MukanaRowModel *self)
{
  gpointer question;

  g_clear_handle_id (&self->reload_source, g_source_remove);
  if (self->filter == NULL)
    return;

  g_cancellable_cancel (self->ids_cancellable);
  g_clear_object (&self->ids_cancellable);
  self->ids_cancellable = g_cancellable_new ();
  if (self->state == MUKANA_ROWS_FAILED)
    set_state (self, MUKANA_ROWS_LOADING, NULL);
  question = self->source->ask_first != NULL ? self->source->ask_first (self->filter) : NULL;
  if (question != NULL)
    mukana_store_run_async (self->store, self->source->first, question,
                            self->source->free_first, self->ids_cancellable, first_answered_cb,
                            g_object_ref (self));
  else
    ask_for_ids (self);
}

static gboolean
reload_cb (gpointer data)
{
  MukanaRowModel *self = data;

  self->reload_source = 0;
  mukana_row_model_reload (self);
  return G_SOURCE_REMOVE;
}

static void
leave_now (MukanaRowModel *self,
           gint64          id,
           gint64          revision)
{
  int position = mukana_row_model_find (self, id);

  g_hash_table_insert (self->gone, box_id (id), box_id (revision));
  if (position < 0)
    return;

  g_array_remove_index (self->ids, (guint) position);
  if (g_hash_table_remove (self->chosen, &id))
    g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
  g_list_model_items_changed (G_LIST_MODEL (self), (guint) position, 1, 0);
}

static gboolean
is_leaving (MukanaRowModel     *self,
            const MukanaChange *change)
{
  if (change->kind == self->source->kind && change->effect == MUKANA_EFFECT_REMOVED)
    return TRUE;

  return change->kind == MUKANA_KIND_CONSENT && change->effect == MUKANA_EFFECT_ENDED &&
         self->source->needs_consent != NULL && self->filter != NULL &&
         self->source->needs_consent (self->filter);
}

/* The row stays as it is until its page has been read again. */
static void
read_again (MukanaRowModel *self,
            gint64          id,
            gint64          revision)
{
  MukanaRow *row = g_hash_table_lookup (self->rows, &id);
  int position;

  g_hash_table_remove (self->young, &id);
  g_hash_table_remove (self->old, &id);
  if (row == NULL)
    return;

  g_hash_table_insert (self->changed, box_id (id), box_id (revision));
  if ((position = mukana_row_model_find (self, id)) >= 0)
    want_page (self, (guint) position / MUKANA_LIST_PAGE);
}

/* Everything on the screen may be out of date: after a lost connection, or when
 * what the rows show of other records changed. */
static void
read_all_again (MukanaRowModel *self,
                gint64          revision)
{
  g_autoptr (GList) alive = g_hash_table_get_values (self->rows);

  g_hash_table_remove_all (self->young);
  g_hash_table_remove_all (self->old);
  for (GList *item = alive; item != NULL; item = item->next)
    read_again (self, mukana_row_get_id (item->data), revision);
}

static void
store_changed_cb (MukanaRowModel  *self,
                  MukanaChangeSet *changes)
{
  guint n_changes;
  const MukanaChange *change = mukana_change_set_peek (changes, &n_changes);
  gint64 revision = mukana_change_set_get_revision (changes);
  guint names = self->source->names_too | MUKANA_ROWS_FOLLOW (self->source->kind);
  gboolean concerns_us = FALSE, concerns_all = FALSE;

  for (guint i = 0; i < n_changes; i++)
    {
      guint bit = MUKANA_ROWS_FOLLOW (change[i].kind);

      if (is_leaving (self, &change[i]))
        leave_now (self, change[i].id, revision);
      else if (names & bit)
        read_again (self, change[i].id, revision);
      else if ((self->source->follows & bit) || change[i].kind == MUKANA_KIND_EVERYTHING)
        concerns_all = TRUE;
      else
        continue;
      concerns_us = TRUE;
    }

  if (concerns_all)
    read_all_again (self, revision);
  if (concerns_us && self->reload_source == 0)
    self->reload_source = g_idle_add (reload_cb, self);
}

static void
forget_row (gpointer key,
            gpointer row,
            gpointer self)
{
  g_object_weak_unref (row, row_gone_cb, self);
}

static void
mukana_row_model_dispose (GObject *object)
{
  MukanaRowModel *self = MUKANA_ROW_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->ids_cancellable);
  g_clear_object (&self->ids_cancellable);
  g_clear_handle_id (&self->want_source, g_source_remove);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_hash_table_foreach (self->rows, forget_row, self);
  g_hash_table_remove_all (self->rows);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (mukana_row_model_parent_class)->dispose (object);
}

static void
mukana_row_model_finalize (GObject *object)
{
  MukanaRowModel *self = MUKANA_ROW_MODEL (object);

  if (self->filter != NULL)
    self->source->free_filter (self->filter);
  g_object_unref (self->cancellable);
  g_clear_error (&self->error);
  g_array_unref (self->ids);
  g_queue_clear (&self->wanted);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_hash_table_unref (self->gone);
  g_hash_table_unref (self->changed);
  g_hash_table_unref (self->chosen);

  G_OBJECT_CLASS (mukana_row_model_parent_class)->finalize (object);
}

static void
mukana_row_model_class_init (MukanaRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_row_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_row_model_finalize;

  signals[STATE_CHANGED] = g_signal_new ("state-changed", MUKANA_TYPE_ROW_MODEL, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed", MUKANA_TYPE_ROW_MODEL,
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mukana_row_model_init (MukanaRowModel *self)
{
  self->cancellable = g_cancellable_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = new_ids_table (NULL);
  self->young = new_ids_table (g_object_unref);
  self->old = new_ids_table (g_object_unref);
  self->gone = new_ids_table (g_free);
  self->changed = new_ids_table (g_free);
  self->chosen = new_ids_table (NULL);
  g_queue_init (&self->wanted);
}

/**
 * mukana_row_model_new:
 * @source: a constant
 *
 * Returns: yours, empty until mukana_row_model_query()
 */
MukanaRowModel *
mukana_row_model_new (MukanaStore           *store,
                      const MukanaRowSource *source)
{
  MukanaRowModel *self = g_object_new (MUKANA_TYPE_ROW_MODEL, NULL);

  self->store = g_object_ref (store);
  self->source = source;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/** mukana_row_model_query: @filter: (transfer full): what the list is narrowed and ordered by */
void
mukana_row_model_query (MukanaRowModel *self,
                        gpointer        filter)
{
  if (self->filter != NULL)
    self->source->free_filter (self->filter);
  self->filter = filter;
  mukana_row_model_reload (self);
}

MukanaRowsState
mukana_row_model_get_state (MukanaRowModel *self)
{
  return self->state;
}

const GError *
mukana_row_model_peek_error (MukanaRowModel *self)
{
  return self->error;
}

gint64
mukana_row_model_get_id (MukanaRowModel *self,
                         guint           position)
{
  return position < self->ids->len ? id_at (self, position) : 0;
}

/** mukana_row_model_find: Returns: the place of @id, or -1 */
int
mukana_row_model_find (MukanaRowModel *self,
                       gint64          id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (id_at (self, i) == id)
      return (int) i;

  return -1;
}

/** mukana_row_model_get_n_alive: Returns: how many row objects exist, for tests and benches */
guint
mukana_row_model_get_n_alive (MukanaRowModel *self)
{
  return g_hash_table_size (self->rows);
}

/** mukana_row_model_dup_chosen: Returns: yours, the gint64 ids that are ticked, in list order */
GArray *
mukana_row_model_dup_chosen (MukanaRowModel *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = id_at (self, i);

      if (g_hash_table_contains (self->chosen, &id))
        g_array_append_val (chosen, id);
    }

  return chosen;
}

guint
mukana_row_model_get_n_chosen (MukanaRowModel *self)
{
  return g_hash_table_size (self->chosen);
}

void
mukana_row_model_choose_none (MukanaRowModel *self)
{
  g_autoptr (GList) alive = g_hash_table_get_values (self->rows);

  g_hash_table_remove_all (self->chosen);
  for (GList *item = alive; item != NULL; item = item->next)
    mukana_row_set_chosen (item->data, FALSE);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}
