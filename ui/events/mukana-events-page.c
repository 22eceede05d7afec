/* mukana-events-page.c: events and trainings: what is arranged, where and when, what came of it. */

#include "ui/events/mukana-events-page.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-happening-file.h"
#include "ui/app/mukana-calendar-save.h"
#include "ui/events/mukana-event-dialogs.h"
#include "ui/events/mukana-event-rows.h"
#include "ui/kit/mukana-layout.h"

struct _MukanaEventsPage
{
  MukanaPage  parent_instance;

  GPtrArray  *files;      /* of MukanaHappeningFile; NULL until they are read */
  GtkWidget  *groups;     /* NULL when the page is gone */
  gint64      sought;     /* the event that somebody came for; 0: none */
};

G_DEFINE_FINAL_TYPE (MukanaEventsPage, mukana_events_page, MUKANA_TYPE_PAGE)

static void
show_files (MukanaEventsPage *self)
{
  GtkWidget *add = mukana_layout_button (_("Add an _Event…"), "suggested-action",
                                         "happening.add");

  mukana_layout_empty (self->groups);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->groups), add);
  for (guint i = 0; i < self->files->len; i++)
    gtk_box_append (GTK_BOX (self->groups),
                    mukana_event_make (MUKANA_PAGE (self), g_ptr_array_index (self->files, i)));
  if (self->files->len == 0)
    {
      GtkWidget *card = mukana_layout_card ();

      mukana_layout_card_add (card, mukana_layout_wrapped (
        _("No events yet. An event has its times and places, registration, agenda, and results "
          "of surveys; trainings may be parts of a series."), "second-line"));
      gtk_box_append (GTK_BOX (self->groups), card);
    }
}

/* Only once: who has gone on is not taken back. */
static void
go_to_sought (MukanaEventsPage *self)
{
  if (self->sought != 0)
    mukana_layout_go_to_deed (self->groups, "happening.event", self->sought);
  self->sought = 0;
}

static guint
place_of (GPtrArray *files,
          gint64     event_id)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    if (((MukanaHappeningFile *) g_ptr_array_index (files, i))->event->id == event_id)
      return i + 1;

  return 0;
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      before)
{
  const MukanaHappeningFile *left = *(MukanaHappeningFile * const *) a;
  const MukanaHappeningFile *right = *(MukanaHappeningFile * const *) b;

  return (int) place_of (before, left->event->id) - (int) place_of (before, right->event->id);
}

/* A card that moves at a save would have the next click hit another event: while the page is open
 * each keeps its place, and what is new comes first. */
static void
keep_places (MukanaEventsPage *self,
             GPtrArray        *files)
{
  if (self->files != NULL)
    g_ptr_array_sort_with_data (files, compare_places, self->files);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaEventsPage) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *files = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (files == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  keep_places (self, files);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = files;
  if (self->groups == NULL)
    return;

  show_files (self);
  go_to_sought (self);
}

static void
read_files (MukanaEventsPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_happenings_job, NULL, NULL, read_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (MukanaEventsPage *self,
                  MukanaChangeSet  *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (list[i].kind == MUKANA_KIND_COOPERATION || list[i].kind == MUKANA_KIND_EVERYTHING)
      {
        read_files (self);
        return;
      }
}

typedef enum { EVENT, OCCURRENCE, AGENDA, SURVEY } Level;

/* Returns: (nullable): borrowed */
static gpointer
find (MukanaEventsPage *self,
      Level             level,
      gint64            id)
{
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    {
      MukanaHappeningFile *file = g_ptr_array_index (self->files, i);
      GPtrArray *parts = level == OCCURRENCE ? file->occurrences
                         : level == AGENDA ? file->agenda : file->surveys;

      if (level == EVENT && file->event->id == id)
        return file->event;
      for (guint j = 0; level != EVENT && j < parts->len; j++)
        if (mukana_record_get_int (g_ptr_array_index (parts, j), "id") == id)
          return g_ptr_array_index (parts, j);
    }

  return NULL;
}

static void
mukana_events_page_add (MukanaPage *page)
{
  mukana_event_dialog_present (page, NULL);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  mukana_events_page_add (MUKANA_PAGE (widget));
}

/* Returns: (nullable): borrowed, the event that @part is of */
static MukanaHappening *
find_owner (MukanaEventsPage *self,
            gpointer          part)
{
  return find (self, EVENT, mukana_record_get_int (part, "event-id"));
}

/* (id): changes what is there. */
static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaEventsPage *self = MUKANA_EVENTS_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  Level level = g_str_equal (name, "happening.event") ? EVENT
                : g_str_equal (name, "happening.occurrence") ? OCCURRENCE
                : g_str_equal (name, "happening.agenda") ? AGENDA : SURVEY;
  gpointer record = find (self, level, id);

  if (record == NULL)
    return;

  if (level == EVENT)
    mukana_event_dialog_present (MUKANA_PAGE (self), record);
  else if (level == OCCURRENCE)
    mukana_occurrence_dialog_present (MUKANA_PAGE (self), record,
                                      find_owner (self, record));
  else if (level == AGENDA)
    mukana_agenda_dialog_present (MUKANA_PAGE (self), record, find_owner (self, record));
  else
    mukana_survey_dialog_present (MUKANA_PAGE (self), record, find_owner (self, record));
}

/* (id of the event) */
static void
add_part_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  MukanaHappening *event = find (MUKANA_EVENTS_PAGE (widget), EVENT,
                                 g_variant_get_int64 (parameter));

  if (event == NULL)
    return;

  if (g_str_equal (name, "happening.add-occurrence"))
    mukana_occurrence_dialog_present (MUKANA_PAGE (widget), NULL, event);
  else if (g_str_equal (name, "happening.add-agenda"))
    mukana_agenda_dialog_present (MUKANA_PAGE (widget), NULL, event);
  else
    mukana_survey_dialog_present (MUKANA_PAGE (widget), NULL, event);
}

/* (id of the event) */
static void
calendar_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  mukana_calendar_save (MUKANA_PAGE (widget), MUKANA_KIND_COOPERATION,
                        g_variant_get_int64 (parameter));
}

/* (id of the occurrence) */
static void
attendance_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  mukana_page_show (MUKANA_PAGE (widget), "attendance", g_variant_get_int64 (parameter));
}

static void
mukana_events_page_open (MukanaPage *page,
                         gint64      id)
{
  MUKANA_EVENTS_PAGE (page)->sought = id;
  g_clear_pointer (&MUKANA_EVENTS_PAGE (page)->files, g_ptr_array_unref);
  read_files (MUKANA_EVENTS_PAGE (page));
}

static void
mukana_events_page_narrow_changed (MukanaPage *page,
                                   gboolean    narrow)
{
  MukanaEventsPage *self = MUKANA_EVENTS_PAGE (page);

  if (self->files != NULL && self->groups != NULL)
    show_files (self);
}

static void
mukana_events_page_constructed (GObject *object)
{
  MukanaEventsPage *self = MUKANA_EVENTS_PAGE (object);

  G_OBJECT_CLASS (mukana_events_page_parent_class)->constructed (object);

  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_events_page_dispose (GObject *object)
{
  MUKANA_EVENTS_PAGE (object)->groups = NULL;

  G_OBJECT_CLASS (mukana_events_page_parent_class)->dispose (object);
}

static void
mukana_events_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_EVENTS_PAGE (object)->files, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_events_page_parent_class)->finalize (object);
}

static void
mukana_events_page_class_init (MukanaEventsPageClass *klass)
{
  static const char * const changes[] = { "happening.event", "happening.occurrence",
                                          "happening.agenda", "happening.survey" };
  static const char * const additions[] = { "happening.add-occurrence", "happening.add-agenda",
                                            "happening.add-survey" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_events_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_events_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_events_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_events_page_open;
  MUKANA_PAGE_CLASS (klass)->add = mukana_events_page_add;
  MUKANA_PAGE_CLASS (klass)->narrow_changed = mukana_events_page_narrow_changed;

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    gtk_widget_class_install_action (widget_class, changes[i], "x", change_action);
  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    gtk_widget_class_install_action (widget_class, additions[i], "x", add_part_action);
  gtk_widget_class_install_action (widget_class, "happening.calendar", "x", calendar_action);
  gtk_widget_class_install_action (widget_class, "happening.attendance", "x", attendance_action);
  gtk_widget_class_install_action (widget_class, "happening.add", NULL, add_action);
}

static void
mukana_events_page_init (MukanaEventsPage *self)
{
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_page (self->groups));
}

const MukanaPageInfo mukana_events_page_info = {
  .id = "events",
  .title = N_("Events"),
  .icon = "mukana-calendar-symbolic",
  .order = 34,
  .get_type = mukana_events_page_get_type,
};
