/* mukana-calendar-save.c: a calendar file from the page of a person or of a request.
 *
 * It is written in one job and noted in the journal in a second; told after both.
 */

#include "ui/app/mukana-calendar-save.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-file-choose.h"

typedef struct
{
  MukanaPage *page;
  MukanaKind  kind;
  gint64      record_id;
  guint       n_events;
} Saving;

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autofree Saving *saving = data;
  g_autoptr (MukanaPage) page = saving->page;
  g_autofree char *said = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Calendar file saved: %u event", "Calendar file saved: %u events",
                 saving->n_events), saving->n_events);
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_toast (page, said);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  MukanaCalendarFile *file = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  Saving *saving;

  if (file == NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  saving = g_new0 (Saving, 1);
  saving->page = g_object_ref (page);
  saving->n_events = file->n_events;
  /* A file that is written is noted, even when the page is left. */
  mukana_store_run_async (MUKANA_STORE (source), &mukana_calendar_note_job, file,
                          (GDestroyNotify) mukana_calendar_file_free, NULL, noted_cb, saving);
}

/** mukana_calendar_save_to: @path: of a file that is not there */
void
mukana_calendar_save_to (MukanaPage *page,
                         MukanaKind  kind,
                         gint64      record_id,
                         const char *path)
{
  mukana_store_run_async (mukana_page_get_store (page), mukana_calendar_job_of (kind),
                          mukana_calendar_file_new (kind, record_id, path),
                          (GDestroyNotify) mukana_calendar_file_free, NULL, written_cb,
                          g_object_ref (page));
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autofree Saving *saving = data;
  g_autoptr (MukanaPage) page = saving->page;
  /* Nothing chosen writes nothing. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    mukana_calendar_save_to (page, saving->kind, saving->record_id, path);
}

void
mukana_calendar_save (MukanaPage *page,
                      MukanaKind  kind,
                      gint64      record_id)
{
  static const char * const patterns[] = { "*.ics", NULL };
  g_autofree char *day = mukana_day_to_iso (mukana_context_today (mukana_page_get_context (page)));
  /* Translators: the beginning of the name of a file; small letters, no spaces */
  g_autofree char *name = g_strdup_printf ("%s-%s.ics", _("calendar"), day);
  MukanaFileChoose asked = { .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Calendar File"),
                             .accept_label = _("_Save"), .name = name,
                             .filter_name = _("Calendar files"), .patterns = patterns };
  Saving *saving = g_new0 (Saving, 1);

  saving->page = g_object_ref (page);
  saving->kind = kind;
  saving->record_id = record_id;
  mukana_file_choose_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), &asked, NULL,
                            place_chosen_cb, saving);
}
