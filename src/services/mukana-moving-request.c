/* mukana-moving-request.c: a request is moved to another state by hand, and back.
 *
 * By hand it may be moved past work that is ahead; whoever shows it asks first.  Cancelling is
 * another deed, because it ends what was agreed.
 */

#include "services/mukana-moving-request.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "services/mukana-registering.h"

MukanaRequestMove *
mukana_request_move_new (gint64      request_id,
                         const char *from,
                         const char *to)
{
  MukanaRequestMove *self = g_new0 (MukanaRequestMove, 1);

  self->request_id = request_id;
  self->from = g_strdup (from);
  self->to = g_strdup (to);
  return self;
}

void
mukana_request_move_free (MukanaRequestMove *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static void
move (MukanaDb    *db,
      gint64       request_id,
      const char  *from,
      const char  *to,
      gboolean     is_back,
      GError     **error)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_job.run (db, &request_id, NULL, error);
  MukanaRequest *moved;

  if (file == NULL)
    return;

  if (g_strcmp0 (file->request->state, from) != 0 || g_strcmp0 (to, "cancelled") == 0 ||
      (!is_back && !mukana_request_may_become (file->request, to)))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                           N_("The request has another state by now. Nothing was changed."));
      return;
    }

  moved = mukana_record_with_text (file->request, "state", to);
  g_object_unref (file->request);
  file->request = moved;
  mukana_registering_save_request (db, file, error);
}

static gpointer
move_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaRequestMove *asked = arg;

  move (db, asked->request_id, asked->from, asked->to, FALSE, error);
  return NULL;
}

static gpointer
move_back_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  const MukanaRequestMove *done = arg;

  move (db, done->request_id, done->to, done->from, TRUE, error);
  return NULL;
}

const MukanaJob mukana_request_move_job = {
  "registering.request-move", MUKANA_LANE_WRITE, move_run, NULL,
  .needs = MUKANA_DEED_CHANGE_REQUESTS
};
const MukanaJob mukana_request_move_back_job = {
  "registering.request-move-back", MUKANA_LANE_WRITE, move_back_run, NULL,
  .needs = MUKANA_DEED_CHANGE_REQUESTS
};
