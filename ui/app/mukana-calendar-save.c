/* mukana-calendar-save.c: a calendar file from the page of a person or of a request. */

#include "ui/app/mukana-calendar-save.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-writing-out.h"

static char *
tell (gconstpointer written)
{
  guint n_events = ((const MukanaCalendarFile *) written)->n_events;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Calendar file saved: %u event",
                                       "Calendar file saved: %u events", n_events), n_events);
}

/* Whose it is says by which job it is written. */
static const MukanaWritingOut of_person = {
  &mukana_calendar_person_job, &mukana_calendar_note_job,
  (GDestroyNotify) mukana_calendar_file_free, NULL, tell
};
static const MukanaWritingOut of_request = {
  &mukana_calendar_request_job, &mukana_calendar_note_job,
  (GDestroyNotify) mukana_calendar_file_free, NULL, tell
};

static const MukanaWritingOut of_event = {
  &mukana_calendar_event_job, &mukana_calendar_note_job,
  (GDestroyNotify) mukana_calendar_file_free, NULL, tell
};

typedef struct
{
  MukanaKind kind;
  gint64     record_id;
} Asked;

static gpointer
make (gconstpointer  data,
      const char    *path)
{
  const Asked *asked = data;

  return mukana_calendar_file_new (asked->kind, asked->record_id, path);
}

static const MukanaWritingOut *
way_of (MukanaKind kind)
{
  return kind == MUKANA_KIND_PERSON ? &of_person
         : kind == MUKANA_KIND_COOPERATION ? &of_event : &of_request;
}

/** mukana_calendar_save_to: @path: of a file that is not there */
void
mukana_calendar_save_to (MukanaPage *page,
                         MukanaKind  kind,
                         gint64      record_id,
                         const char *path)
{
  mukana_writing_out_run (page, way_of (kind), mukana_calendar_file_new (kind, record_id, path));
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
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Calendar File"), .accept_label = _("_Save"),
    .name = name, .filter_name = _("Calendar files"), .patterns = patterns,
  };
  const Asked asked = { kind, record_id };

  mukana_writing_out_ask (page, way_of (kind), &place, make, g_memdup2 (&asked, sizeof asked),
                          g_free);
}
