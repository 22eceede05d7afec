/* mukana-field-changes.c: the history of records, field by field.
 *
 * The one place where the collections that save a record tell what it was before.
 * Values stay in the register and go with the person; the journal has their names.
 */

#include "store/mukana-field-changes.h"

#include "domain/mukana-field-words.h"
#include "domain/mukana-parts-text.h"

static gboolean
add (MukanaDb            *db,
     MukanaFieldChange   *change,
     GError             **error)
{
  return mukana_db_insert (db, "changes.add", error, mukana_int ("at", mukana_db_now_us (db)),
                           mukana_text ("actor", mukana_db_peek_actor (db)),
                           mukana_text ("kind", change->kind),
                           mukana_int ("record_id", change->record_id),
                           change->person_id > 0 ? mukana_int ("person_id", change->person_id)
                                                 : mukana_text ("person_id", NULL),
                           mukana_text ("field", change->field),
                           mukana_text ("old_value", change->old_value),
                           mukana_text ("new_value", change->new_value)) >= 0;
}

/**
 * mukana_field_changes_note:
 * @person_id: whose data it is; 0: nobody's
 * @before: as it was stored
 * @after: as it is stored now, of the same type
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_field_changes_note (MukanaDb      *db,
                           MukanaKind     kind,
                           gint64         record_id,
                           gint64         person_id,
                           MukanaRecord  *before,
                           MukanaRecord  *after,
                           GError       **error)
{
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (before, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *old_value = mukana_field_print (before, &fields[i]);
      g_autofree char *new_value = mukana_field_print (after, &fields[i]);
      MukanaFieldChange change = { .kind = mukana_kind_name (kind), .record_id = record_id,
                                   .person_id = person_id, .field = fields[i].name,
                                   .old_value = old_value, .new_value = new_value };

      if (mukana_field_has_story (&fields[i]) && g_strcmp0 (old_value, new_value) != 0 &&
          !add (db, &change, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * mukana_field_changes_note_parts:
 * @kind: of the parts: "roles", "times" …
 *
 * All that belongs to somebody of one kind is one value, as it is one choice.
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_field_changes_note_parts (MukanaDb    *db,
                                 gint64       person_id,
                                 const char  *kind,
                                 GPtrArray   *before,
                                 GPtrArray   *after,
                                 GError     **error)
{
  g_autofree char *old_value = mukana_parts_print (before);
  g_autofree char *new_value = mukana_parts_print (after);
  MukanaFieldChange change = { .kind = mukana_kind_name (MUKANA_KIND_PERSON),
                               .record_id = person_id, .person_id = person_id, .field = kind,
                               .old_value = old_value, .new_value = new_value };

  return g_strcmp0 (old_value, new_value) == 0 || add (db, &change, error);
}
