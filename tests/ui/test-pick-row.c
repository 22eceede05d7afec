/* test-pick-row.c: a word of a long list is found by typing, and every key does what it says. */

#include <adwaita.h>

#include "domain/mukana-person.h"
#include "kit/mukana-test-window.h"
#include "ui/kit/mukana-pick-row.h"

typedef struct
{
  MukanaTestWindow  shown;
  MukanaForm       *form;
  GtkWidget        *window;
  GtkWidget        *row;
  const char       *awaited;    /* code */
} Fixture;

static MukanaLexicon *
peek_words (Fixture *self)
{
  return mukana_context_peek_vocabulary (self->shown.context);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  GtkWidget *group = adw_preferences_group_new ();

  mukana_test_window_open (&self->shown);
  self->form = mukana_form_new (NULL);
  mukana_form_load (self->form, person);
  self->row = mukana_pick_row_new ("Municipality", "municipality-code", self->form,
                                   peek_words (self), MUKANA_LEXICON_MUNICIPALITY);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->row);
  self->window = g_object_new (GTK_TYPE_WINDOW, "child", group, "default-width", 600,
                               "default-height", 500, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  mukana_test_window_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->form);
  mukana_test_window_close (&self->shown);
}

static GtkWidget *
find_popover (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_POPOVER (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_popover (child);
  return found;
}

static gboolean
is_open (gpointer data)
{
  return gtk_widget_get_mapped (find_popover (((Fixture *) data)->row));
}

static gboolean
is_closed (gpointer data)
{
  return !is_open (data);
}

static gboolean
is_chosen (gpointer data)
{
  Fixture *self = data;

  return g_strcmp0 (mukana_form_peek_text (self->form, "municipality-code"), self->awaited) == 0;
}

static void
open_list (Fixture *self)
{
  adw_action_row_activate (ADW_ACTION_ROW (self->row));
  mukana_test_wait_until (is_open, self, "the list is open");
  mukana_test_window_settle ();
}

static void
press (Fixture    *self,
       const char *keys)
{
  g_auto (GStrv) all = g_strsplit (keys, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    mukana_test_window_press (&self->shown, all[i]);
}

static void
enter_takes_the_best_of_what_is_typed (Fixture       *self,
                                       gconstpointer  data)
{
  open_list (self);
  press (self, "s a l o Return");

  self->awaited = "734";   /* not Taivassalo */
  mukana_test_wait_until (is_chosen, self, "Salo is chosen");
  mukana_test_wait_until (is_closed, self, "the list is closed");
}

static void
down_goes_through_what_was_found (Fixture       *self,
                                  gconstpointer  data)
{
  g_autoptr (GPtrArray) found =
    mukana_lexicon_search (peek_words (self), MUKANA_LEXICON_MUNICIPALITY, "ka");

  open_list (self);
  press (self, "k a Down Down Return");

  self->awaited = mukana_lexicon_peek_code (g_ptr_array_index (found, 1));
  mukana_test_wait_until (is_chosen, self, "the second is chosen");
  mukana_test_wait_until (is_closed, self, "the list is closed");
}

static void
escape_closes_the_list_and_chooses_nothing (Fixture       *self,
                                            gconstpointer  data)
{
  open_list (self);
  press (self, "k a Escape");

  mukana_test_wait_until (is_closed, self, "the list is closed");
  g_assert_null (mukana_form_peek_text (self->form, "municipality-code"));
}

static void
what_is_no_word_chooses_nothing (Fixture       *self,
                                 gconstpointer  data)
{
  open_list (self);
  press (self, "x x x Down Return");
  mukana_test_window_settle ();

  g_assert_true (is_open (self));
  g_assert_null (mukana_form_peek_text (self->form, "municipality-code"));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  if (xdotool == NULL)
    return 77;

  mukana_test_window_init (&argc, &argv);

#define ADD(name) g_test_add ("/pick-row/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (enter_takes_the_best_of_what_is_typed);
  ADD (down_goes_through_what_was_found);
  ADD (escape_closes_the_list_and_chooses_nothing);
  ADD (what_is_no_word_chooses_nothing);

  return g_test_run ();
}
