/* mukana-day-watch.c: a window that stays open over midnight shows the new day.
 *
 * Consents end with a day, and the views that lists read go by the register's own day, which is
 * raised by writing.  So the first look at a new day writes, once, and every page reads again.
 * What goes by itself on a day is asked for once after the opening, too.
 */

#include "ui/app/mukana-day-watch.h"

#include "services/mukana-beginning-day.h"

#define LOOK_SECONDS 30

struct _MukanaDayWatch
{
  MukanaContext *context;       /* borrowed: it outlives us */
  GCancellable  *cancellable;
  MukanaDay      day;           /* that is shown */
  gboolean       has_begun;     /* that day, by our job */
  guint          source;
};

static void
turned_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("The register has not begun the new day: %s", error->message);
}

/** mukana_day_watch_look: begins the day of the clock, once; Thread: main */
void
mukana_day_watch_look (MukanaDayWatch *self)
{
  MukanaDay today = mukana_context_today (self->context);
  gboolean has_turned = today > self->day;

  if (!has_turned && self->has_begun)
    return;

  self->day = MAX (self->day, today);
  self->has_begun = TRUE;
  mukana_store_run_async (mukana_context_get_store (self->context), &mukana_new_day_job,
                          g_memdup2 (&has_turned, sizeof has_turned), g_free, self->cancellable,
                          turned_cb, NULL);
}

static gboolean
look_cb (gpointer data)
{
  mukana_day_watch_look (data);
  return G_SOURCE_CONTINUE;
}

/** mukana_day_watch_new: Returns: (nullable): yours; NULL of a register that is only read */
MukanaDayWatch *
mukana_day_watch_new (MukanaContext *context)
{
  MukanaDayWatch *self;

  if (mukana_store_is_newer (mukana_context_get_store (context)))
    return NULL;

  self = g_new0 (MukanaDayWatch, 1);
  self->context = context;
  self->cancellable = g_cancellable_new ();
  self->day = mukana_context_today (context);
  self->source = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  return self;
}

void
mukana_day_watch_free (MukanaDayWatch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}
