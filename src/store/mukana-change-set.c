/* mukana-change-set.c: what one commit touched.
 *
 * Written by the worker inside the transaction, frozen at the commit, read by
 * everybody after it.  It names records and effects, never values, so that it
 * may travel to other programs on the same store.
 */

#include "store/mukana-change-set.h"

#include <string.h>

/* What a notification of the server may hold is 8,000 bytes. */
#define MAX_PAYLOAD_BYTES 7900
/* Nobody repairs a list row by row after an import of thousands. */
#define MAX_CHANGES 2000

struct _MukanaChangeSet
{
  gatomicrefcount  refs;
  gint64           revision;
  GArray          *changes;     /* of MukanaChange, in order of the deeds */
};

G_DEFINE_BOXED_TYPE (MukanaChangeSet, mukana_change_set, mukana_change_set_ref,
                     mukana_change_set_unref)

static const char * const kind_names[] = {
  "person", "consent", "availability", "organisation", "request", "proposal", "assignment",
  "fee", "fee-batch", "feedback", "log-entry", "vocabulary", "register", "rights",
  "user", "cooperation", "programme", "everything", NULL
};

/** mukana_kind_name: Returns: borrowed, the word in the journal and in notifications */
const char *
mukana_kind_name (MukanaKind kind)
{
  return kind_names[kind];
}

MukanaChangeSet *
mukana_change_set_new (gint64 revision)
{
  MukanaChangeSet *self = g_new0 (MukanaChangeSet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->revision = revision;
  self->changes = g_array_new (FALSE, FALSE, sizeof (MukanaChange));
  return self;
}

MukanaChangeSet *
mukana_change_set_ref (MukanaChangeSet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mukana_change_set_unref (MukanaChangeSet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->changes);
  g_free (self);
}

static gboolean
is_everything (MukanaChangeSet *self)
{
  return self->changes->len == 1 &&
         g_array_index (self->changes, MukanaChange, 0).kind == MUKANA_KIND_EVERYTHING;
}

/** mukana_change_set_add: notes one change; past a couple of thousand it becomes "everything" */
void
mukana_change_set_add (MukanaChangeSet *self,
                       MukanaKind       kind,
                       gint64           id,
                       MukanaEffect     effect)
{
  MukanaChange change = { kind, effect, id };

  if (is_everything (self))
    return;

  if (kind == MUKANA_KIND_EVERYTHING || self->changes->len == MAX_CHANGES)
    {
      change = (MukanaChange) { MUKANA_KIND_EVERYTHING, MUKANA_EFFECT_CHANGED, 0 };
      g_array_set_size (self->changes, 0);
    }
  else if (self->changes->len > 0 &&
           memcmp (&g_array_index (self->changes, MukanaChange, self->changes->len - 1),
                   &change, sizeof change) == 0)
    return;

  g_array_append_val (self->changes, change);
}

gint64
mukana_change_set_get_revision (MukanaChangeSet *self)
{
  return self->revision;
}

const MukanaChange *
mukana_change_set_peek (MukanaChangeSet *self,
                        guint           *n_changes)
{
  *n_changes = self->changes->len;
  return (const MukanaChange *) (gpointer) self->changes->data;
}

/**
 * mukana_change_set_touches:
 * @id: the record, or 0 for any record of @kind
 */
gboolean
mukana_change_set_touches (MukanaChangeSet *self,
                           MukanaKind       kind,
                           gint64           id)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const MukanaChange *change = &g_array_index (self->changes, MukanaChange, i);

      if (change->kind == MUKANA_KIND_EVERYTHING ||
          (change->kind == kind && (id == 0 || change->id == id)))
        return TRUE;
    }

  return FALSE;
}

/** mukana_change_set_to_payload: Returns: yours, "42 person:1:777 proposal:1:31" */
char *
mukana_change_set_to_payload (MukanaChangeSet *self)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%" G_GINT64_FORMAT, self->revision);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const MukanaChange *change = &g_array_index (self->changes, MukanaChange, i);

      g_string_append_printf (text, " %s:%d:%" G_GINT64_FORMAT,
                              kind_names[change->kind], change->effect, change->id);
    }

  if (text->len > MAX_PAYLOAD_BYTES)
    g_string_printf (text, "%" G_GINT64_FORMAT " everything:1:0", self->revision);

  return g_string_free (text, FALSE);
}

static gboolean
parse_change (const char   *word,
              MukanaChange *change)
{
  g_auto (GStrv) parts = g_strsplit (word, ":", 3);
  int kind = 0;

  if (g_strv_length (parts) != 3)
    return FALSE;

  while (kind_names[kind] != NULL && strcmp (kind_names[kind], parts[0]) != 0)
    kind++;

  change->kind = kind_names[kind] ? (MukanaKind) kind : MUKANA_KIND_EVERYTHING;
  change->effect = (MukanaEffect) CLAMP (atoi (parts[1]), 0, MUKANA_EFFECT_ENDED);
  change->id = g_ascii_strtoll (parts[2], NULL, 10);
  return TRUE;
}

/**
 * mukana_change_set_from_payload:
 *
 * Returns: yours; a payload that is not understood, as from a newer program,
 *   means "everything changed"
 */
MukanaChangeSet *
mukana_change_set_from_payload (const char *payload)
{
  g_auto (GStrv) words = g_strsplit (payload, " ", -1);
  MukanaChangeSet *self = mukana_change_set_new (words[0] ? g_ascii_strtoll (words[0], NULL,
                                                                             10) : 0);
  MukanaChange change;

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    if (parse_change (words[i], &change))
      mukana_change_set_add (self, change.kind, change.id, change.effect);
    else
      mukana_change_set_add (self, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);

  return self;
}
