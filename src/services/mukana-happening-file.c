/* mukana-happening-file.c: all events and trainings, with their occurrences, agenda and surveys.
 *
 * A programme that was published changes: what it was is kept, once for each day on which somebody
 * changed it, with that day and who it was.
 */

#include "services/mukana-happening-file.h"

#include "store/mukana-record-io.h"

static void
free_file (gpointer data)
{
  MukanaHappeningFile *file = data;

  g_object_unref (file->event);
  g_ptr_array_unref (file->occurrences);
  g_ptr_array_unref (file->agenda);
  g_ptr_array_unref (file->versions);
  g_ptr_array_unref (file->surveys);
  g_free (file);
}

static GPtrArray *
collect (GPtrArray *records,
         gint64     event_id)
{
  GPtrArray *mine = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    if (mukana_record_get_int (g_ptr_array_index (records, i), "event-id") == event_id)
      g_ptr_array_add (mine, g_object_ref (g_ptr_array_index (records, i)));

  return mine;
}

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_file);
  g_autoptr (GPtrArray) events = NULL, occurrences = NULL, agenda = NULL, surveys = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  if (!(events = mukana_record_list (db, "events.list", MUKANA_TYPE_HAPPENING, error)) ||
      !(occurrences = mukana_record_list (db, "events.occurrences", MUKANA_TYPE_OCCURRENCE,
                                          error)) ||
      !(agenda = mukana_record_list (db, "events.agenda", MUKANA_TYPE_AGENDA_ITEM, error)) ||
      !(versions = mukana_record_list (db, "events.agenda-versions", MUKANA_TYPE_AGENDA_VERSION,
                                       error)) ||
      !(surveys = mukana_record_list (db, "events.surveys", MUKANA_TYPE_SURVEY_RESULT, error)))
    return NULL;

  for (guint i = 0; i < events->len; i++)
    {
      MukanaHappeningFile *file = g_new0 (MukanaHappeningFile, 1);

      file->event = g_object_ref (g_ptr_array_index (events, i));
      file->occurrences = collect (occurrences, file->event->id);
      file->agenda = collect (agenda, file->event->id);
      file->versions = collect (versions, file->event->id);
      file->surveys = collect (surveys, file->event->id);
      g_ptr_array_add (files, file);
    }

  return g_steal_pointer (&files);
}

const MukanaJob mukana_happenings_job = {
  "happening-file.list", MUKANA_LANE_READ, list_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_WORK_HERE
};

/** mukana_happening_keep_agenda: once for a day and whoever changes it, as it was before */
gboolean
mukana_happening_keep_agenda (MukanaDb  *db,
                              gint64     event_id,
                              GError   **error)
{
  g_autoptr (GPtrArray) items = mukana_record_list (db, "events.agenda-of",
                                                    MUKANA_TYPE_AGENDA_ITEM, error,
                                                    mukana_int ("event_id", event_id));
  g_autofree char *body = items != NULL ? mukana_agenda_tell (items) : NULL;

  return body != NULL &&
         mukana_db_run (db, "events.keep-agenda", error, mukana_int ("event_id", event_id),
                        mukana_day ("until_day", mukana_db_today (db)),
                        mukana_text ("changed_by", mukana_db_peek_actor (db)),
                        mukana_text ("body", body)) >= 0;
}
