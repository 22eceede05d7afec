/* mukana-drafts.c: what is typed and not stored outlives a lock.
 *
 * Whoever lets people type says so here, with the page and record it is about and
 * a key for what of theirs it is.  When the register is locked, everything typed
 * goes into it, encrypted and for the same user only; when the same thing is opened
 * again, it gets it back.  What a consent no longer allows is not kept: the
 * register drops it, and so does this as soon as it hears.
 */

#include "ui/kit/mukana-drafts.h"

#include "services/mukana-drafting.h"

#define BODY_TYPE "(sa{sv})"   /* the key, and what was typed */

typedef struct
{
  const char      *page;       /* interned */
  gint64           record_id;
  char            *key;
  GWeakRef         owner;
  MukanaDraftDup   dup;
  MukanaDraftTake  take;
} Source;

struct _MukanaDrafts
{
  GObject      parent_instance;

  MukanaStore *store;
  GPtrArray   *kept;       /* MukanaKeptDraft of the last lock, newest first */
  GPtrArray   *sources;
};

G_DEFINE_FINAL_TYPE (MukanaDrafts, mukana_drafts, G_TYPE_OBJECT)

static void
free_source (gpointer data)
{
  Source *source = data;

  g_weak_ref_clear (&source->owner);
  g_free (source->key);
  g_free (source);
}

static void
mukana_drafts_finalize (GObject *object)
{
  MukanaDrafts *self = MUKANA_DRAFTS (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_ptr_array_unref (self->sources);

  G_OBJECT_CLASS (mukana_drafts_parent_class)->finalize (object);
}

static void
mukana_drafts_class_init (MukanaDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_drafts_finalize;
}

static void
mukana_drafts_init (MukanaDrafts *self)
{
  self->sources = g_ptr_array_new_with_free_func (free_source);
}

static void
listed_again_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (MukanaDrafts) self = data;
  g_autoptr (GPtrArray) kept = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);

  /* What cannot be read again is not given back either. */
  g_ptr_array_set_size (self->kept, 0);
  for (guint i = 0; kept != NULL && i < kept->len; i++)
    g_ptr_array_add (self->kept, g_object_ref (g_ptr_array_index (kept, i)));
}

static void
store_changed_cb (MukanaDrafts    *self,
                  MukanaChangeSet *changes)
{
  guint n_changes;
  const MukanaChange *change = mukana_change_set_peek (changes, &n_changes);
  gboolean concerns_us = FALSE;

  for (guint i = 0; i < n_changes; i++)
    concerns_us |= change[i].kind == MUKANA_KIND_CONSENT || change[i].kind == MUKANA_KIND_PERSON ||
                   change[i].kind == MUKANA_KIND_EVERYTHING;

  if (concerns_us && self->kept->len > 0)
    mukana_store_run_async (self->store, &mukana_drafts_list_job, NULL, NULL, NULL,
                            listed_again_cb, g_object_ref (self));
}

/**
 * mukana_drafts_new:
 * @kept: of MukanaKeptDraft, as the register gave them; it is taken over
 */
MukanaDrafts *
mukana_drafts_new (MukanaStore *store,
                   GPtrArray   *kept)
{
  MukanaDrafts *self = g_object_new (MUKANA_TYPE_DRAFTS, NULL);

  self->store = g_object_ref (store);
  self->kept = g_ptr_array_ref (kept);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static GVariant *
parse (const char *body,
       const char *key)
{
  g_autoptr (GVariant) whole = g_variant_parse (G_VARIANT_TYPE (BODY_TYPE), body, NULL, NULL,
                                                NULL);
  g_autoptr (GVariant) typed = NULL;
  const char *of;

  if (whole == NULL)
    return NULL;

  g_variant_get (whole, "(&s@a{sv})", &of, &typed);
  return g_str_equal (of, key) ? g_steal_pointer (&typed) : NULL;
}

/* What it owns again is on the screen again, and kept anew at the next lock. */
static gboolean
give_back (MukanaDrafts *self,
           Source       *source,
           gpointer      owner)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      MukanaKeptDraft *draft = g_ptr_array_index (self->kept, i);
      g_autoptr (GVariant) typed = NULL;

      if (draft->record_id != source->record_id || !g_str_equal (draft->page, source->page) ||
          (typed = parse (draft->body, source->key)) == NULL)
        continue;

      source->take (owner, typed);
      mukana_store_run_async (self->store, &mukana_draft_drop_job, g_object_ref (draft),
                              g_object_unref, NULL, NULL, NULL);
      g_ptr_array_remove_index (self->kept, i);
      return TRUE;
    }

  return FALSE;
}

/* Owners that are gone are forgotten on the way. */
static gboolean
is_kept (MukanaDrafts *self,
         gpointer      owner)
{
  gboolean is_found = FALSE;

  for (guint i = self->sources->len; i-- > 0;)
    {
      Source *source = g_ptr_array_index (self->sources, i);
      g_autoptr (GObject) other = g_weak_ref_get (&source->owner);

      if (other == NULL)
        g_ptr_array_remove_index (self->sources, i);
      is_found |= other == owner;
    }

  return is_found;
}

/**
 * mukana_drafts_add:
 * @page: the word of its route
 * @record_id: as the page was opened with it
 * @key: what of the page it is
 * @owner: a GObject that shows already what is stored; not kept alive.  One that is kept already
 *   stays where it is
 *
 * Returns: whether @owner was given back what had been typed
 */
gboolean
mukana_drafts_add (MukanaDrafts    *self,
                   const char      *page,
                   gint64           record_id,
                   const char      *key,
                   gpointer         owner,
                   MukanaDraftDup   dup,
                   MukanaDraftTake  take)
{
  Source *source;

  if (is_kept (self, owner))
    return FALSE;

  source = g_new0 (Source, 1);
  source->page = g_intern_string (page);
  source->record_id = record_id;
  source->key = g_strdup (key);
  source->dup = dup;
  source->take = take;
  g_weak_ref_init (&source->owner, owner);
  g_ptr_array_add (self->sources, source);

  return give_back (self, source, owner);
}

static GVariant *
dup_form (gpointer owner)
{
  MukanaForm *form = owner;

  return mukana_form_get_dirty (form) && !mukana_form_is_confided (form)
         ? mukana_record_dup_difference (mukana_form_get_original (form),
                                         mukana_form_get_draft (form))
         : NULL;
}

static void
take_form (gpointer  owner,
           GVariant *typed)
{
  g_autoptr (MukanaRecord) draft =
    mukana_record_with_difference (mukana_form_get_original (owner), typed);

  mukana_form_set_draft (owner, draft);
}

/* By its first field a record is known among those of its type. */
static char *
make_form_key (MukanaForm *form)
{
  MukanaRecord *record = mukana_form_get_original (form);
  guint n_fields;
  const MukanaField *first = mukana_record_peek_fields (record, &n_fields);
  const char *text;

  if (first->kind == MUKANA_FIELD_TEXT)
    {
      text = mukana_record_peek_text (record, first->name);
      return g_strconcat (G_OBJECT_TYPE_NAME (record), " ", text, NULL);
    }
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, G_OBJECT_TYPE_NAME (record),
                          mukana_record_get_int (record, first->name));
}

/** mukana_drafts_add_form: @form: loaded; its record is the key */
gboolean
mukana_drafts_add_form (MukanaDrafts *self,
                        const char   *page,
                        gint64        record_id,
                        MukanaForm   *form)
{
  g_autofree char *key = make_form_key (form);

  return mukana_drafts_add (self, page, record_id, key, form, dup_form, take_form);
}

static MukanaKeptDraft *
make_kept (Source   *source,
           GVariant *typed)
{
  MukanaKeptDraft *draft = g_object_new (MUKANA_TYPE_KEPT_DRAFT, NULL);
  g_autoptr (GVariant) whole = g_variant_ref_sink (g_variant_new ("(s@a{sv})", source->key, typed));
  g_autofree char *body = g_variant_print (whole, TRUE);

  mukana_record_init_text (draft, "page", source->page);
  mukana_record_init_int (draft, "record-id", source->record_id);
  mukana_record_init_text (draft, "body", body);
  return draft;
}

/** mukana_drafts_keep: posts what is typed now, before the store is closed; it waits for nothing */
void
mukana_drafts_keep (MukanaDrafts *self)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->sources->len; i++)
    {
      Source *source = g_ptr_array_index (self->sources, i);
      g_autoptr (GObject) owner = g_weak_ref_get (&source->owner);
      GVariant *typed = owner != NULL ? source->dup (owner) : NULL;

      if (typed != NULL)
        g_ptr_array_add (drafts, make_kept (source, typed));
    }

  if (drafts->len > 0)
    mukana_store_run_async (self->store, &mukana_drafts_keep_job, g_steal_pointer (&drafts),
                            (GDestroyNotify) g_ptr_array_unref, NULL, NULL, NULL);
}

/** mukana_drafts_peek_newest: Returns: whether something was kept, and of which page */
gboolean
mukana_drafts_peek_newest (MukanaDrafts  *self,
                           const char   **page,
                           gint64        *record_id)
{
  MukanaKeptDraft *draft;

  if (self->kept->len == 0)
    return FALSE;

  draft = g_ptr_array_index (self->kept, 0);
  *page = draft->page;
  *record_id = draft->record_id;
  return TRUE;
}

/** mukana_drafts_dup_parts: Returns: floating, aa{sv}: @records of one type as they are */
GVariant *
mukana_drafts_dup_parts (GPtrArray *records)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < records->len; i++)
    {
      MukanaRecord *record = g_ptr_array_index (records, i);
      g_autoptr (MukanaRecord) fresh = g_object_new (G_OBJECT_TYPE (record), NULL);

      g_variant_builder_add_value (&builder, mukana_record_dup_difference (fresh, record));
    }

  return g_variant_builder_end (&builder);
}

/**
 * mukana_drafts_take_parts:
 * @typed: a{sv}
 * @name: which of it
 *
 * Returns: yours, records of @type; empty when there are none
 */
GPtrArray *
mukana_drafts_take_parts (GVariant   *typed,
                          const char *name,
                          GType       type)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GVariant) list = g_variant_lookup_value (typed, name, G_VARIANT_TYPE ("aa{sv}"));

  for (gsize i = 0; list != NULL && i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) values = g_variant_get_child_value (list, i);
      g_autoptr (MukanaRecord) fresh = g_object_new (type, NULL);

      g_ptr_array_add (records, mukana_record_with_difference (fresh, values));
    }

  return records;
}
