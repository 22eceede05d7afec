/* mukana-counted-dialog.c: a form whose record takes the place of what stands for its day.
 *
 * Whoever counts a day a second time has to see what was counted: the form shows what is stored
 * for the day that is chosen, and keeps what was typed beside it meanwhile.
 */

#include "ui/kit/mukana-counted-dialog.h"

#include "services/mukana-cooperating.h"
#include "ui/kit/mukana-record-deed.h"

/* Of one form, which holds it. */
typedef struct
{
  MukanaPage   *page;       /* it outlives the window over it */
  const char   *key;        /* static: the field of the day */
  MukanaRecord *fresh;      /* for a day of which nothing is stored */
  gint64        asked;      /* the day that was looked up last */
} Counted;

typedef struct
{
  MukanaForm *form;
  gint64      day;
} Ask;

static void
free_counted (gpointer data)
{
  Counted *self = data;

  g_object_unref (self->page);
  g_object_unref (self->fresh);
  g_free (self);
}

static gboolean
is_mistyped (MukanaForm *form)
{
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (mukana_form_get_draft (form), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (mukana_form_is_mistyped (form, fields[i].name))
      return TRUE;

  return FALSE;
}

/* What was typed of the day stays, over what stands for it. */
static void
show_stored (MukanaForm   *form,
             const char   *key,
             gint64        day,
             MukanaRecord *stored)
{
  g_autoptr (MukanaRecord) shown = mukana_record_with_int (stored, key, day);
  g_autoptr (MukanaRecord) before = mukana_record_with_int (mukana_form_get_original (form), key,
                                                            day);
  g_autoptr (GVariant) typed = g_variant_ref_sink (mukana_record_dup_difference (
    before, mukana_form_get_draft (form)));
  g_autoptr (MukanaRecord) draft = mukana_record_with_difference (shown, typed);

  mukana_form_load (form, shown);
  if (!mukana_record_equal (shown, draft))
    mukana_form_set_draft (form, draft);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Ask *ask = data;
  g_autoptr (MukanaForm) form = ask->form;
  gint64 day = ask->day;
  Counted *self = g_object_get_data (G_OBJECT (form), "counted");
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRecord) stored = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                             &error);

  g_free (ask);
  if (mukana_form_get_int (form, self->key) != day)
    return;   /* another day is looked up */

  /* The next change asks again. */
  if (error != NULL || is_mistyped (form))
    self->asked = MUKANA_DAY_NONE;
  else
    show_stored (form, self->key, day, stored != NULL ? stored : self->fresh);
}

static void
changed_cb (MukanaForm *form,
            Counted    *self)
{
  gint64 day = mukana_form_get_int (form, self->key);
  Ask *ask;

  if (day == MUKANA_DAY_NONE || day == self->asked || mukana_form_is_mistyped (form, self->key))
    return;

  self->asked = day;
  ask = g_new0 (Ask, 1);
  *ask = (Ask) { g_object_ref (form), day };
  mukana_page_run_async (self->page, &mukana_cooperating_stored_job,
                         g_object_ref (mukana_form_get_draft (form)), g_object_unref, found_cb,
                         ask);
}

/**
 * mukana_counted_dialog_new:
 * @fresh: a new record, with what it begins with
 * @key: static: the field of its day
 *
 * Returns: a window with a form that saves, to fill with rows
 */
MukanaRecordDialog *
mukana_counted_dialog_new (MukanaPage      *page,
                           const char      *title,
                           MukanaFormCheck  check,
                           gpointer         fresh,
                           const char      *key)
{
  MukanaRecordDialog *dialog = mukana_record_deed_ask (page, title, check, NULL, fresh);
  MukanaForm *form = mukana_record_dialog_get_form (dialog);
  Counted *self = g_new0 (Counted, 1);

  *self = (Counted) { g_object_ref (page), key, g_object_ref (fresh), MUKANA_DAY_NONE };
  g_object_set_data_full (G_OBJECT (form), "counted", self, free_counted);
  g_signal_connect (form, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (form, self);
  return dialog;
}
