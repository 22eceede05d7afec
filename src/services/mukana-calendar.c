/* mukana-calendar.c: times that were agreed, as a file for somebody's own calendar.
 *
 * A file for a person has their own assignments; one for a request or an event has its times.
 * None has a theme or the name of anybody who takes part.  What an event is about has an
 * identifier of record numbers under a digest of when the register was made, which a
 * change of its key or of its name leaves alone; so a newer file changes the event that
 * an older one brought, by a higher sequence, and does not double it.
 *
 * The times of a request are rows that a change makes anew, so what a file has told is kept
 * beside it: a time keeps its identifier, also when it moves, and one that was taken out, was
 * not chosen or that everybody was moved away from is told as cancelled in each later file.
 */

#include "services/mukana-calendar.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-happening.h"
#include "domain/mukana-person.h"
#include "domain/mukana-request.h"
#include "services/mukana-calendar-text.h"
#include "services/mukana-calendar-times.h"
#include "services/mukana-lexicon.h"
#include "services/mukana-new-file.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

MukanaCalendarFile *
mukana_calendar_file_new (MukanaKind  kind,
                          gint64      record_id,
                          const char *path)
{
  MukanaCalendarFile *self = g_new0 (MukanaCalendarFile, 1);

  self->kind = kind;
  self->record_id = record_id;
  self->path = g_strdup (path);
  return self;
}

void
mukana_calendar_file_free (MukanaCalendarFile *self)
{
  g_clear_pointer (&self->told, g_array_unref);
  g_free (self->path);
  g_free (self);
}

/* ---- What an event says ---- */

/* Returns: yours, "0123456789abcdef", the same for as long as the register lives */
static char *
make_mark (MukanaDb  *db,
           GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "state.about", error);
  g_autofree char *made = NULL;
  g_autofree char *digest = NULL;

  if (query == NULL || mukana_query_step (query, error) <= 0)
    return NULL;

  made = g_strdup_printf ("mukana %" G_GINT64_FORMAT, mukana_query_get_int (query, "created_at"));
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, made, -1);
  return g_strndup (digest, 16);
}

/* Returns: (nullable): yours, those that are there, apart by commas */
static char *
join (const char *first,
      const char *second,
      const char *third)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  const char *all[] = { first, second, third };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL && *all[i] != '\0')
      g_ptr_array_add (parts, (gpointer) all[i]);
  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* Returns: (nullable): yours, who is there on the day, else who asked, and how to reach the unit */
static char *
make_contact (const char *on_day,
              const char *requester,
              const char *unit,
              const char *email)
{
  const char *name = on_day != NULL ? on_day : requester;

  /* Some units ask in their own name. */
  return join (name, g_strcmp0 (name, unit) != 0 ? unit : NULL, email);
}

/* Returns: (nullable): yours, the place as the request tells it */
static char *
make_location (MukanaLexicon *words,
               const char    *mode,
               const char    *venue,
               const char    *municipality)
{
  const char *place = municipality != NULL
                        ? mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY, municipality)
                        : NULL;
  const char *how = g_strcmp0 (mode, "on-site") != 0
                      ? _(mukana_code_label (mukana_request_modes, mode)) : NULL;

  return join (venue, place, how);
}

/* ---- One person ---- */

/* A calendar is read over a shoulder and on a locked phone.  The title of a request and its unit
 * may tell of an illness, and so may a role of experience; unless all its themes are of services,
 * it is told by where and when.  Whom to ask for on the day is told by name. */
static void
hide_what_tells (MukanaCalendarEvent  *event,
                 const char           *name)
{
  event->summary = _("Development work");
  event->contact = name;
  event->description = NULL;
}

static void
add_assignment (MukanaCalendarText *text,
                MukanaQuery        *row,
                MukanaLexicon      *words,
                const char         *mark)
{
  const char *state = mukana_query_peek_text (row, "state");
  const char *role = mukana_query_peek_text (row, "role_code");
  gboolean is_off = g_strcmp0 (mukana_query_peek_text (row, "request_state"), "cancelled") == 0 ||
                    mukana_query_get_int (row, "removed_at") != 0;
  g_autofree char *uid = g_strdup_printf ("%s-assignment-%" G_GINT64_FORMAT "@mukana", mark,
                                          mukana_query_get_int (row, "id"));
  g_autofree char *location = make_location (words, mukana_query_peek_text (row, "mode"),
                                             mukana_query_peek_text (row, "venue"),
                                             mukana_query_peek_text (row, "municipality_code"));
  g_autofree char *contact = make_contact (mukana_query_peek_text (row, "contact_on_day"),
                                           mukana_query_peek_text (row, "requester_name"),
                                           mukana_query_peek_text (row, "unit"),
                                           mukana_query_peek_text (row, "requester_email"));
  g_autofree char *description =
    role != NULL ? g_strdup_printf (_("Your role: %s"),
                                    mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, role)) : NULL;
  MukanaCalendarEvent event = {
    .uid = uid,
    /* Both begin at 1 and only ever grow. */
    .sequence = mukana_query_get_int (row, "version") +
                mukana_query_get_int (row, "request_version") - 2,
    .summary = mukana_query_peek_text (row, "title"),
    .location = location, .contact = contact, .description = description,
    .day = mukana_query_get_day (row, "day"),
    .start_minute = (int) mukana_query_get_int (row, "start_minute"),
    .end_minute = (int) mukana_query_get_int (row, "end_minute"),
    .is_cancelled = g_strcmp0 (state, "cancelled") == 0 ||
                    (is_off && g_strcmp0 (state, "held") != 0),
    .is_private = TRUE,
  };

  if (mukana_query_get_int (row, "may_be_named") == 0)
    hide_what_tells (&event, mukana_query_peek_text (row, "contact_on_day"));
  mukana_calendar_text_add (text, &event);
}

/* A volunteer's shift at a point. */
static void
add_shift (MukanaCalendarText *text,
           MukanaQuery        *row,
           MukanaLexicon      *words,
           const char         *mark)
{
  const char *point = mukana_query_peek_text (row, "point_name");
  g_autofree char *uid = g_strdup_printf ("%s-shift-%" G_GINT64_FORMAT "@mukana", mark,
                                          mukana_query_get_int (row, "id"));
  g_autofree char *location = make_location (words, "on-site", point,
                                             mukana_query_peek_text (row, "municipality_code"));
  g_autofree char *summary = g_strdup_printf (_("Volunteer's shift: %s"), point);
  const MukanaCalendarEvent event = {
    .uid = uid, .sequence = mukana_query_get_int (row, "version") - 1, .summary = summary,
    .location = location, .day = mukana_query_get_day (row, "day"),
    .start_minute = (int) mukana_query_get_int (row, "start_minute"),
    .end_minute = (int) mukana_query_get_int (row, "end_minute"),
    .is_cancelled = mukana_query_get_int (row, "is_cancelled") != 0, .is_private = TRUE,
  };

  mukana_calendar_text_add (text, &event);
}

static gboolean
add_shifts (MukanaDb            *db,
            MukanaCalendarFile  *file,
            MukanaCalendarText  *text,
            MukanaLexicon       *words,
            const char          *mark,
            GError             **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "calendars.shifts-of-person", error,
                                                    mukana_int ("person_id", file->record_id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      add_shift (text, query, words, mark);
      file->n_events++;
    }

  return result == 0;
}

static GBytes *
make_person (MukanaDb            *db,
             MukanaCalendarFile  *file,
             GError             **error)
{
  g_autoptr (MukanaPerson) person = mukana_people_get (db, file->record_id, error);
  g_autoptr (MukanaLexicon) words = person ? mukana_lexicon_load (db, error) : NULL;
  g_autofree char *mark = words ? make_mark (db, error) : NULL;
  g_autoptr (MukanaCalendarText) text = mukana_calendar_text_new (mukana_db_now_us (db));
  g_autoptr (MukanaQuery) query = NULL;
  int result;

  if (mark == NULL ||
      (query = mukana_db_select (db, "calendars.of-person", error,
                                 mukana_int ("person_id", file->record_id))) == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      add_assignment (text, query, words, mark);
      file->n_events++;
    }

  return result == 0 && add_shifts (db, file, text, words, mark, error)
           ? mukana_calendar_text_finish (text) : NULL;
}

/* ---- One request ---- */

typedef struct
{
  MukanaCalendarText  *text;
  MukanaCalendarEvent  like;   /* what all events of the request share */
  MukanaRequest       *request;
  const char          *mark;
} RequestCalendar;

/* What a calendar would show, in a few letters. */
static char *
digest_event (const MukanaCalendarEvent *event)
{
  g_autofree char *all = g_strdup_printf ("%s\n%s\n%s\n%d %d %d %d", event->summary,
                                          event->location ? event->location : "",
                                          event->contact ? event->contact : "", (int) event->day,
                                          event->start_minute, event->end_minute,
                                          event->is_cancelled);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);

  return g_strndup (digest, 16);
}

static void
add_time (RequestCalendar    *self,
          MukanaCalendarTime *time)
{
  MukanaCalendarEvent event = self->like;
  g_autofree char *uid = g_strdup_printf ("%s-request-%" G_GINT64_FORMAT "-%s-%" G_GINT64_FORMAT
                                          "@mukana", self->mark, self->request->id, time->what,
                                          time->number);
  g_autofree char *digest = NULL;

  time->is_cancelled |= g_str_equal (self->request->state, "cancelled");
  event.uid = uid;
  event.day = time->day;
  event.start_minute = (int) time->start_minute;
  event.end_minute = (int) time->end_minute;
  event.is_cancelled = time->is_cancelled != 0;
  digest = digest_event (&event);
  /* Never lower than programs have told that did not remember. */
  if (!g_str_equal (time->digest, digest))
    time->sequence = MAX (time->sequence + 1, self->request->version - 1 + time->versions);
  g_strlcpy (time->digest, digest, sizeof time->digest);
  event.sequence = time->sequence;
  mukana_calendar_text_add (self->text, &event);
}

static GBytes *
make_request (MukanaDb            *db,
              MukanaCalendarFile  *file,
              GError             **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", file->record_id,
                                                         MUKANA_TYPE_REQUEST, error);
  g_autoptr (GArray) times = request ? mukana_calendar_times_plan (db, request->id, error) : NULL;
  g_autoptr (MukanaLexicon) words = times ? mukana_lexicon_load (db, error) : NULL;
  g_autofree char *mark = words ? make_mark (db, error) : NULL;
  g_autofree char *location = NULL;
  g_autofree char *contact = NULL;
  g_autoptr (MukanaCalendarText) text = NULL;
  RequestCalendar calendar = { 0 };

  if (mark == NULL)
    return NULL;

  text = mukana_calendar_text_new (mukana_db_now_us (db));
  location = make_location (words, request->mode, request->venue, request->municipality_code);
  contact = make_contact (request->contact_on_day, request->requester_name, request->unit,
                          request->requester_email);
  calendar = (RequestCalendar) {
    text, { .summary = request->title, .location = location, .contact = contact }, request, mark
  };
  for (guint i = 0; i < times->len; i++)
    add_time (&calendar, &g_array_index (times, MukanaCalendarTime, i));
  file->n_events = times->len;
  file->told = g_steal_pointer (&times);
  return mukana_calendar_text_finish (text);
}

/* ---- One event ---- */

/* Anybody may come: what it is about is no secret. */
static void
add_occurrence (MukanaCalendarText *text,
                MukanaQuery        *row,
                MukanaLexicon      *words,
                const char         *mark)
{
  const char *address = mukana_query_peek_text (row, "address");
  const char *link = mukana_query_peek_text (row, "link");
  g_autofree char *uid = g_strdup_printf ("%s-event-%" G_GINT64_FORMAT "@mukana", mark,
                                          mukana_query_get_int (row, "id"));
  g_autofree char *place = make_location (words, mukana_query_peek_text (row, "mode"),
                                          mukana_query_peek_text (row, "venue"),
                                          mukana_query_peek_text (row, "municipality_code"));
  g_autofree char *location = join (place, address, NULL);
  const MukanaCalendarEvent event = {
    .uid = uid,
    /* Both begin at 1 and only ever grow. */
    .sequence = mukana_query_get_int (row, "version") +
                mukana_query_get_int (row, "event_version") - 2,
    .summary = mukana_query_peek_text (row, "title"), .location = location, .description = link,
    .day = mukana_query_get_day (row, "day"),
    .start_minute = (int) mukana_query_get_int (row, "start_minute"),
    .end_minute = (int) mukana_query_get_int (row, "end_minute"),
    .is_cancelled = mukana_query_get_day (row, "cancelled_on") != MUKANA_DAY_NONE,
  };

  mukana_calendar_text_add (text, &event);
}

static GBytes *
make_event (MukanaDb            *db,
            MukanaCalendarFile  *file,
            GError             **error)
{
  g_autoptr (MukanaHappening) event = mukana_record_get (db, "events.get", file->record_id,
                                                         MUKANA_TYPE_HAPPENING, error);
  g_autoptr (MukanaLexicon) words = event ? mukana_lexicon_load (db, error) : NULL;
  g_autofree char *mark = words ? make_mark (db, error) : NULL;
  g_autoptr (MukanaCalendarText) text = mukana_calendar_text_new (mukana_db_now_us (db));
  g_autoptr (MukanaQuery) query = mark ? mukana_db_select (db, "events.times-of", error,
                                                           mukana_int ("event_id",
                                                                       file->record_id)) : NULL;
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      add_occurrence (text, query, words, mark);
      file->n_events++;
    }

  return result == 0 ? mukana_calendar_text_finish (text) : NULL;
}

/* ---- Jobs ---- */

static gpointer
write_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaCalendarFile *asked = arg;
  g_autoptr (MukanaCalendarFile) file = mukana_calendar_file_new (asked->kind, asked->record_id,
                                                                  asked->path);
  g_autoptr (GBytes) content =
    asked->kind == MUKANA_KIND_PERSON ? make_person (db, file, error)
    : asked->kind == MUKANA_KIND_COOPERATION ? make_event (db, file, error)
                                             : make_request (db, file, error);

  if (content == NULL ||
      !mukana_new_file_write (file->path, g_bytes_get_data (content, NULL),
                              g_bytes_get_size (content), error))
    return NULL;

  return g_steal_pointer (&file);
}

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaCalendarFile *file = arg;

  mukana_db_hold_file (db, file->path);
  if (mukana_calendar_times_remember (db, file->record_id, file->told, error))
    mukana_journal_add (db, "giving-out.calendar", file->kind, file->record_id,
                        "day start-minute end-minute title venue role", error);
  return NULL;
}

const MukanaJob mukana_calendar_person_job = {
  "giving-out.person-calendar", MUKANA_LANE_LONG, write_run,
  (GDestroyNotify) mukana_calendar_file_free, .needs = MUKANA_DEED_GIVE_OUT
};
const MukanaJob mukana_calendar_request_job = {
  "giving-out.request-calendar", MUKANA_LANE_LONG, write_run,
  (GDestroyNotify) mukana_calendar_file_free, .needs = MUKANA_DEED_GIVE_OUT
};
const MukanaJob mukana_calendar_event_job = {
  "giving-out.event-calendar", MUKANA_LANE_LONG, write_run,
  (GDestroyNotify) mukana_calendar_file_free, .needs = MUKANA_DEED_GIVE_OUT
};
const MukanaJob mukana_calendar_note_job = {
  "giving-out.calendar-note", MUKANA_LANE_WRITE, note_run, NULL, .needs = MUKANA_DEED_GIVE_OUT
};

/** mukana_calendar_job_of: Returns: the first of the two jobs */
const MukanaJob *
mukana_calendar_job_of (MukanaKind kind)
{
  return kind == MUKANA_KIND_PERSON ? &mukana_calendar_person_job
         : kind == MUKANA_KIND_COOPERATION ? &mukana_calendar_event_job
                                           : &mukana_calendar_request_job;
}
