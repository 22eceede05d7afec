/* mukana-restoring-breaches.c: no breach that was found is forgotten with a restore.
 *
 * Every breach is documented, and its 72 hours run whatever becomes of the register.  So the
 * breaches that the replaced register has and the backup lacks are noted in it, and what was
 * written of the others since holds.  A row has no time when it was made; it is known by its
 * number, who recorded it, and when it was found or what it was, whichever was not put right
 * since.  In doubt it is noted again: twice is better than not at all.
 */

#include "services/mukana-restoring-private.h"

#include "domain/mukana-breach.h"
#include "store/mukana-record-io.h"
#include "store/mukana-schema.h"

/** mukana_restoring_gather_breaches: @breaches: (out): yours; NULL where there was no diary yet */
gboolean
mukana_restoring_gather_breaches (MukanaDb   *db,
                                  GPtrArray **breaches,
                                  GError    **error)
{
  int step = mukana_schema_current (db, error);

  *breaches = NULL;
  if (step < MUKANA_SCHEMA_FIRST_WITH_BREACHES)
    return step >= 0;

  return (*breaches = mukana_record_list (db, "restores.breaches", MUKANA_TYPE_BREACH,
                                          error)) != NULL;
}

static gboolean
is_same (const MukanaBreach *one,
         const MukanaBreach *other,
         gboolean            by_number)
{
  gboolean was_found_then = one->found_at == other->found_at;
  gboolean is_told_alike = g_strcmp0 (one->what, other->what) == 0;

  return g_strcmp0 (one->recorded_by, other->recorded_by) == 0 &&
         (by_number ? one->id == other->id && (was_found_then || is_told_alike)
                    : was_found_then && is_told_alike);
}

/* Takes out of @known what it finds: no two are the same one.  Returns: (nullable): yours */
static MukanaBreach *
take_same (GPtrArray    *known,
           MukanaBreach *breach,
           gboolean      by_number)
{
  for (guint i = 0; i < known->len; i++)
    if (is_same (g_ptr_array_index (known, i), breach, by_number))
      return g_ptr_array_steal_index (known, i);

  return NULL;
}

/* What was written last counts: the register that is replaced, unless the backup is the newer. */
static gboolean
renew (MukanaDb      *db,
       MukanaBreach  *in_backup,
       MukanaBreach  *breach,
       gint64        *n_kept,
       GError       **error)
{
  g_autoptr (MukanaBreach) again = mukana_record_with_int (breach, "id", in_backup->id);
  gboolean is_as_new = in_backup->version == breach->version;

  if (in_backup->version > breach->version ||
      mukana_record_equal (MUKANA_RECORD (in_backup), MUKANA_RECORD (again)))
    return TRUE;

  mukana_record_init_int (again, "version", breach->version + is_as_new);
  *n_kept += 1;
  return mukana_record_update (db, "restores.renew-breach", MUKANA_RECORD (again), error);
}

/**
 * mukana_restoring_apply_breaches:
 * @breaches: (nullable): of mukana_restoring_gather_breaches()
 * @n_kept: (out): how many were noted again, or are as they were written since
 *
 * Thread: the one that has the backup, in a write.
 */
gboolean
mukana_restoring_apply_breaches (MukanaDb   *db,
                                 GPtrArray  *breaches,
                                 gint64     *n_kept,
                                 GError    **error)
{
  g_autoptr (GPtrArray) known = NULL, others = g_ptr_array_new ();

  *n_kept = 0;
  if (!mukana_restoring_gather_breaches (db, &known, error))
    return FALSE;

  /* The numbers first, so that none is taken for another that only looks like it. */
  for (guint i = 0; known != NULL && breaches != NULL && i < breaches->len; i++)
    {
      MukanaBreach *breach = g_ptr_array_index (breaches, i);
      g_autoptr (MukanaBreach) same = take_same (known, breach, TRUE);

      if (same == NULL)
        g_ptr_array_add (others, breach);
      else if (!renew (db, same, breach, n_kept, error))
        return FALSE;
    }

  for (guint i = 0; i < others->len; i++)
    {
      MukanaBreach *breach = g_ptr_array_index (others, i);
      g_autoptr (MukanaBreach) same = take_same (known, breach, FALSE);

      if (same != NULL ? !renew (db, same, breach, n_kept, error)
                       : mukana_record_insert (db, "restores.add-breach", MUKANA_RECORD (breach),
                                               error) < 0)
        return FALSE;
      *n_kept += same == NULL;
    }

  return TRUE;
}
