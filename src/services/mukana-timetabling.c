/* mukana-timetabling.c: what takes place in some days, of all kinds, in one list.
 *
 * Reads only the days that are shown, each kind by an index and at most so many, so that
 * however long the register is kept a month is read as quickly.  The calendar says who is
 * away and not why.  Who may not see people has a job of their own, which does not read
 * them: a filter could be forgotten.
 */

#include "services/mukana-timetabling.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-codes.h"

#define DAY_MINUTES 1440

/* What of a kind is asked, and where it opens. */
static const struct
{
  const char *name;
  const char *statement;
  const char *route;
  const char *label;
  gboolean    has_people;
} kinds[MUKANA_TIMETABLE_N_KINDS] = {
  [MUKANA_TIMETABLE_REQUEST] =
    { "request", "timetable.slots", "request", N_("Requests"), TRUE },
  [MUKANA_TIMETABLE_ASSIGNMENT] =
    { "assignment", "timetable.assignments", "assignment", N_("Assignments"), TRUE },
  [MUKANA_TIMETABLE_ABSENCE] =
    { "absence", "timetable.absences", "person", N_("Absences"), TRUE },
  [MUKANA_TIMETABLE_SHIFT] =
    { "shift", "timetable.shifts", "cooperation", N_("Shifts"), TRUE },
  [MUKANA_TIMETABLE_EVENT] =
    { "event", "timetable.events", "events", N_("Events"), FALSE },
  [MUKANA_TIMETABLE_THEME_DAY] =
    { "theme-day", "timetable.theme-days", "cooperation", N_("Theme days"), FALSE },
};

/** mukana_timetable_route: Returns: static, the page that shows one of @kind */
const char *
mukana_timetable_route (MukanaTimetableKind kind)
{
  return kinds[kind].route;
}

/** mukana_timetable_target: Returns: the record to which that page goes; 0: to none, for a shift
 *  stands there among others of its point */
gint64
mukana_timetable_target (const MukanaTimetableItem *item)
{
  return item->kind != MUKANA_TIMETABLE_SHIFT ? item->id : 0;
}

/** mukana_timetable_kind_name: Returns: static, "theme-day" */
const char *
mukana_timetable_kind_name (MukanaTimetableKind kind)
{
  return kinds[kind].name;
}

/** mukana_timetable_kind_label: Returns: borrowed, translated, in the plural */
const char *
mukana_timetable_kind_label (MukanaTimetableKind kind)
{
  return _(kinds[kind].label);
}

static void
free_item (gpointer data)
{
  MukanaTimetableItem *item = data;

  g_free (item->title);
  g_free (item->name);
  g_free (item->venue);
  g_free (item);
}

void
mukana_timetable_free (MukanaTimetable *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

/* ---- Reading ---- */

/* Statements have the columns that their kind has. */
static gint64
read_int (MukanaQuery *query,
          const char  *column)
{
  return mukana_query_column (query, column) >= 0 ? mukana_query_get_int (query, column) : 0;
}

static const char *
read_text (MukanaQuery *query,
           const char  *column)
{
  return mukana_query_column (query, column) >= 0 ? mukana_query_peek_text (query, column) : NULL;
}

static MukanaTimetableItem *
read_item (MukanaTimetableKind  kind,
           MukanaQuery         *query)
{
  MukanaTimetableItem *item = g_new0 (MukanaTimetableItem, 1);

  item->kind = kind;
  item->id = mukana_query_get_int (query, "id");
  item->person_id = read_int (query, "person_id");
  item->day = mukana_query_get_day (query, "day");
  item->last_day = mukana_query_column (query, "last_day") >= 0
                     ? mukana_query_get_day (query, "last_day") : item->day;
  item->start_minute = (int) read_int (query, "start_minute");
  item->end_minute = (int) read_int (query, "end_minute");
  if (item->end_minute - item->start_minute >= DAY_MINUTES)   /* at any time of the day */
    item->start_minute = item->end_minute = 0;
  item->title = g_strdup (read_text (query, "title"));
  item->name = g_strdup (read_text (query, "display_name"));
  item->venue = g_strdup (read_text (query, "venue"));
  item->municipality = g_intern_string (read_text (query, "municipality_code"));
  item->mode = g_intern_string (read_text (query, "mode"));
  item->state = g_intern_string (read_text (query, "state"));
  item->n_found = read_int (query, "n_found");
  item->n_people = read_int (query, "people");
  item->is_clash_agreed = read_text (query, "clash_reason") != NULL;
  return item;
}

static gboolean
read_kind (MukanaDb             *db,
           MukanaTimetable      *self,
           MukanaTimetableKind   kind,
           GError              **error)
{
  g_autoptr (MukanaQuery) query =
    mukana_db_select (db, kinds[kind].statement, error, mukana_day ("from_day", self->days.from),
                      mukana_day ("last_day", self->days.until - 1),
                      mukana_int ("max_rows", MUKANA_TIMETABLE_MOST + 1));
  int result = -1;
  guint n = 0;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    if (++n > MUKANA_TIMETABLE_MOST)
      self->is_cut = TRUE;
    else
      g_ptr_array_add (self->items, read_item (kind, query));

  return result == 0;
}

/** mukana_timetable_warning_of: @kind: of the view assignment_warning */
guint
mukana_timetable_warning_of (const char *kind)
{
  static const struct { const char *kind; guint warning; } all[] = {
    { "away", MUKANA_TIMETABLE_AWAY }, { "consent", MUKANA_TIMETABLE_NO_CONSENT },
    { "check", MUKANA_TIMETABLE_CHECK_ENDS }, { "gone", MUKANA_TIMETABLE_CHECK_GONE },
    { "theme", MUKANA_TIMETABLE_NO_THEME }, { "week", MUKANA_TIMETABLE_WEEK_FULL },
    { "request", MUKANA_TIMETABLE_REQUEST_OFF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_strcmp0 (all[i].kind, kind) == 0)
      return all[i].warning;

  g_return_val_if_reached (0);
}

/**
 * mukana_timetable_warnings_of:
 * @warnings: (out): bits of MukanaTimetableWarning: what holds of an assignment no more
 *
 * Thread: worker.
 */
gboolean
mukana_timetable_warnings_of (MukanaDb  *db,
                              gint64     assignment_id,
                              guint     *warnings,
                              GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "assignments.warnings-of", error,
                                                    mukana_int ("id", assignment_id),
                                                    mukana_day ("today", mukana_db_today (db)));
  guint found = 0;
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    found |= mukana_timetable_warning_of (mukana_query_peek_text (query, "kind"));
  if (result == 0)
    *warnings = found;

  return result == 0;
}

static gboolean
read_warnings (MukanaDb         *db,
               MukanaTimetable  *self,
               GError          **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (MukanaQuery) query =
    mukana_db_select (db, "timetable.warnings", error, mukana_day ("from_day", self->days.from),
                      mukana_day ("last_day", self->days.until - 1),
                      mukana_day ("today", self->today));
  int result = -1;

  for (guint i = 0; i < self->items->len; i++)
    {
      MukanaTimetableItem *item = g_ptr_array_index (self->items, i);

      if (item->kind == MUKANA_TIMETABLE_ASSIGNMENT)
        g_hash_table_insert (by_id, &item->id, item);
    }

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "assignment_id");
      MukanaTimetableItem *item = g_hash_table_lookup (by_id, &id);

      if (item != NULL)
        item->warnings |= mukana_timetable_warning_of (mukana_query_peek_text (query, "kind"));
    }

  return result == 0;
}

static void
find_clashes (MukanaTimetable *self)
{
  g_autofree MukanaTimetableSpan *spans = g_new0 (MukanaTimetableSpan, self->items->len + 1);

  for (guint i = 0; i < self->items->len; i++)
    {
      MukanaTimetableItem *item = g_ptr_array_index (self->items, i);

      /* Who is away has a warning of its own. */
      spans[i] = (MukanaTimetableSpan) {
        .day = item->day, .start_minute = item->start_minute, .end_minute = item->end_minute,
        .who = item->kind != MUKANA_TIMETABLE_ABSENCE ? item->person_id : 0,
      };
    }

  mukana_timetable_find_clashes (spans, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    ((MukanaTimetableItem *) g_ptr_array_index (self->items, i))->is_clash = spans[i].is_clash;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const MukanaTimetableItem *left = *(MukanaTimetableItem * const *) a;
  const MukanaTimetableItem *right = *(MukanaTimetableItem * const *) b;
  gboolean is_left_whole = left->end_minute <= left->start_minute;
  gboolean is_right_whole = right->end_minute <= right->start_minute;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  if (is_left_whole != is_right_whole)
    return is_left_whole ? -1 : 1;
  if (left->start_minute != right->start_minute)
    return left->start_minute - right->start_minute;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;

  return left->id != right->id ? (left->id < right->id ? -1 : 1)
                               : g_strcmp0 (left->name, right->name);
}

static gpointer
read_timetable (MukanaDb                  *db,
                const MukanaTimetableAsk  *ask,
                gboolean                   with_people,
                GError                   **error)
{
  g_autoptr (MukanaTimetable) self = g_new0 (MukanaTimetable, 1);

  self->today = mukana_db_today (db);
  self->days = ask->days;
  self->items = g_ptr_array_new_with_free_func (free_item);
  for (guint kind = 0; kind < MUKANA_TIMETABLE_N_KINDS; kind++)
    if ((ask->kinds & MUKANA_TIMETABLE_OF (kind)) != 0 &&
        (with_people || !kinds[kind].has_people) &&
        !read_kind (db, self, kind, error))
      return NULL;

  if (with_people && !read_warnings (db, self, error))
    return NULL;

  find_clashes (self);
  g_ptr_array_sort (self->items, compare_items);
  return g_steal_pointer (&self);
}

static gpointer
all_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  return read_timetable (db, arg, TRUE, error);
}

static gpointer
shared_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  return read_timetable (db, arg, FALSE, error);
}

const MukanaJob mukana_timetable_job = {
  "timetabling.read", MUKANA_LANE_READ, all_run, (GDestroyNotify) mukana_timetable_free,
  .needs = MUKANA_DEED_SEE_PEOPLE
};
const MukanaJob mukana_timetable_shared_job = {
  "timetabling.read-shared", MUKANA_LANE_READ, shared_run, (GDestroyNotify) mukana_timetable_free,
  .needs = MUKANA_DEED_WORK_HERE
};

/* ---- What is read ---- */

/**
 * mukana_timetable_of_day:
 *
 * Returns: yours, of borrowed MukanaTimetableItem: all of that day, absences last, because what
 *   takes place is looked for first
 */
GPtrArray *
mukana_timetable_of_day (MukanaTimetable *self,
                         MukanaDay        day)
{
  GPtrArray *found = g_ptr_array_new ();

  for (int is_away = FALSE; is_away <= TRUE; is_away++)
    for (guint i = 0; i < self->items->len; i++)
      {
        MukanaTimetableItem *item = g_ptr_array_index (self->items, i);

        if (item->day <= day && day <= item->last_day &&
            (item->kind == MUKANA_TIMETABLE_ABSENCE) == is_away)
          g_ptr_array_add (found, item);
      }

  return found;
}

/** mukana_timetable_warning_words: Returns: yours, of borrowed translated texts, worst first */
GPtrArray *
mukana_timetable_warning_words (guint warnings)
{
  GPtrArray *words = g_ptr_array_new ();

  if ((warnings & MUKANA_TIMETABLE_REQUEST_OFF) != 0)
    g_ptr_array_add (words, (gpointer) _("The request is off"));
  if ((warnings & MUKANA_TIMETABLE_NO_CONSENT) != 0)
    g_ptr_array_add (words, (gpointer) _("May not be asked any more"));
  if ((warnings & MUKANA_TIMETABLE_NO_THEME) != 0)
    g_ptr_array_add (words, (gpointer) _("The theme may not be used any more"));
  if ((warnings & MUKANA_TIMETABLE_AWAY) != 0)
    g_ptr_array_add (words, (gpointer) _("Away then"));
  if ((warnings & MUKANA_TIMETABLE_CHECK_ENDS) != 0)
    g_ptr_array_add (words, (gpointer) _("A training or an extract ends before"));
  if ((warnings & MUKANA_TIMETABLE_CHECK_GONE) != 0)
    g_ptr_array_add (words, (gpointer) _("A training or an extract is not there any more"));
  if ((warnings & MUKANA_TIMETABLE_WEEK_FULL) != 0)
    g_ptr_array_add (words, (gpointer) _("The week has no room any more"));

  return words;
}

/** mukana_timetable_item_notes: Returns: as the warnings of @item, and a clash if nobody has
 *  accepted it */
GPtrArray *
mukana_timetable_item_notes (const MukanaTimetableItem *item)
{
  GPtrArray *notes = mukana_timetable_warning_words (item->warnings);

  if (item->is_clash && !item->is_clash_agreed)
    g_ptr_array_add (notes, (gpointer) _("Two things at the same time"));

  return notes;
}
