/* test-attendance-page.c: all who came are marked at once, and a list is told before it is
 * brought. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "mukana-test-made-up.h"

#include "kit/mukana-test-toolkit.h"
#include "kit/mukana-test-undo.h"
#include "services/mukana-attending.h"
#include "services/mukana-happening-file.h"
#include "ui/events/mukana-attendance-lists.h"
#include "ui/events/mukana-attendance-page.h"
#include "ui/kit/mukana-record-dialog.h"

typedef struct
{
  MukanaTestMadeUp     *window;
  gint64                occurrence;
  MukanaAttendancePage *page;
  guint                 n_awaited;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) files = NULL;
  MukanaHappeningFile *file;

  self->window = mukana_test_made_up_new (60);
  files = mukana_test_made_up_run (self->window, &mukana_happenings_job, NULL);
  file = g_ptr_array_index (files, 0);
  self->occurrence = ((MukanaOccurrence *) g_ptr_array_index (file->occurrences, 0))->id;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mukana_test_made_up_free (self->window);
}

static void
add (Fixture    *self,
     const char *name,
     const char *diet)
{
  g_autoptr (MukanaRegistration) draft = g_object_new (MUKANA_TYPE_REGISTRATION, NULL);

  mukana_record_init_int (draft, "occurrence-id", self->occurrence);
  mukana_record_init_text (draft, "name", name);
  mukana_record_init_text (draft, "diet", diet);
  g_free (mukana_test_made_up_run (self->window, &mukana_registration_save_job, draft));
}

static gboolean
is_listed (gpointer data)
{
  Fixture *self = data;
  const MukanaAttendance *attendance = mukana_attendance_page_peek (self->page);

  return attendance != NULL && attendance->registrations->len == self->n_awaited;
}

static guint
count_attended (Fixture *self)
{
  GPtrArray *registrations = mukana_attendance_page_peek (self->page)->registrations;
  guint n = 0;

  for (guint i = 0; i < registrations->len; i++)
    n += ((MukanaRegistration *) g_ptr_array_index (registrations, i))->is_attended != 0;

  return n;
}

static gboolean
has_attended (gpointer data)
{
  return count_attended (data) == ((Fixture *) data)->n_awaited;
}

static void
show (Fixture *self,
      guint    n_awaited)
{
  self->page = MUKANA_ATTENDANCE_PAGE (mukana_test_made_up_show (self->window, "attendance",
                                                                 self->occurrence));
  self->n_awaited = n_awaited;
  mukana_test_wait_until (is_listed, self, "the registrations are listed");
}

static void
all_who_came_are_marked_at_once_and_taken_back (Fixture       *self,
                                                gconstpointer  data)
{
  add (self, "Esa Virta", "Vegaani");
  add (self, "Helena Pitkänimi-Koivuniemi", "Gluteeniton, ei pähkinöitä");
  add (self, "Maija Niemi", NULL);
  show (self, 3);

  gtk_widget_activate_action (GTK_WIDGET (self->page), "attendance.all", NULL);
  mukana_test_wait_until (has_attended, self, "all have attended");
  mukana_test_made_up_shoot (self->window, "attendance");
  self->n_awaited = 0;
  mukana_test_undo (self->window->context, GTK_WIDGET (self->page));
  mukana_test_wait_until (has_attended, self, "nobody has attended");
}

static gboolean
finds_question (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      *(GtkWidget **) data = l->data;

  return *(GtkWidget **) data != NULL;
}

static void
a_list_is_brought_when_the_question_is_answered (Fixture       *self,
                                                 gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("mukana-list-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "in.csv", NULL);
  GtkWidget *question = NULL;

  g_assert_true (g_file_set_contents (path, "Namn;Kost\nEsa Virta;Vegan\nMaija Niemi;\n", -1,
                                      NULL));
  show (self, 0);

  mukana_attendance_bring_from (MUKANA_PAGE (self->page), self->occurrence, path);
  mukana_test_wait_until (finds_question, &question, "the list is told");
  mukana_test_made_up_shoot (self->window, "attendance-list");
  g_assert_true (is_listed (self));   /* nothing has changed yet */
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "bring");
  self->n_awaited = 2;
  mukana_test_wait_until (is_listed, self, "the list is brought");
  mukana_test_made_up_settle ();

  g_unlink (path);
  g_rmdir (folder);
}

/* The first of that type under @root, and under the windows beside it. */
static GtkWidget *
find_in (GtkWidget *root,
         GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_in (child, type);
  return found;
}

typedef struct
{
  GtkWidget *dialog, *popover;
} Chooser;

static gboolean
finds_person (gpointer data)
{
  GtkWidget *list = find_in (((Chooser *) data)->popover, GTK_TYPE_LIST_BOX);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) != NULL;
}

static void
a_person_is_chosen_by_the_beginning_of_a_name (Fixture       *self,
                                               gconstpointer  data)
{
  Chooser chooser = { NULL };
  GtkWidget *search;
  const MukanaRegistration *registration;
  g_autoptr (GList) windows = NULL;

  show (self, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "attendance.add", NULL);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (MUKANA_IS_RECORD_DIALOG (l->data))
      chooser.dialog = l->data;
  g_assert_nonnull (chooser.dialog);
  chooser.popover = GTK_WIDGET (gtk_menu_button_get_popover (
    GTK_MENU_BUTTON (find_in (chooser.dialog, GTK_TYPE_MENU_BUTTON))));

  search = find_in (chooser.popover, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "kosk");
  mukana_test_wait_until (finds_person, &chooser, "somebody is found");
  g_signal_emit_by_name (search, "activate");
  mukana_record_dialog_save (MUKANA_RECORD_DIALOG (chooser.dialog));

  self->n_awaited = 1;
  mukana_test_wait_until (is_listed, self, "the person is registered");
  registration = g_ptr_array_index (mukana_attendance_page_peek (self->page)->registrations, 0);
  g_assert_cmpint (registration->person_id, >, 0);
  g_assert_null (registration->name);   /* it is the register's */
  g_assert_nonnull (strstr (registration->display_name, "Kosk"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

#define ADD(name) g_test_add ("/attendance-page/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (all_who_came_are_marked_at_once_and_taken_back);
  ADD (a_person_is_chosen_by_the_beginning_of_a_name);
  ADD (a_list_is_brought_when_the_question_is_answered);

  return g_test_run ();
}
