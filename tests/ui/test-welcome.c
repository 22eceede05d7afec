/* test-welcome.c: a register is made, its key kept, and nothing that is there is ever touched. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "services/mukana-founding.h"
#include "services/mukana-unlocking.h"
#include "ui/kit/mukana-style.h"
#include "ui/welcome/mukana-new-register.h"
#include "ui/welcome/mukana-recovery-step.h"

typedef struct
{
  char              *folder;
  char              *path;
  MukanaNewRegister *made;
  GError            *error;
  gboolean           is_done;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("mukana-welcome-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "register.mukana", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->made != NULL)
    mukana_store_close (fixture->made->store);
  g_clear_pointer (&fixture->made, mukana_new_register_free);
  g_clear_error (&fixture->error);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Fixture *fixture = data;

  fixture->made = mukana_new_register_make_finish (result, &fixture->error);
  fixture->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->is_done;
}

static void
make (Fixture *fixture)
{
  mukana_new_register_make_async (fixture->path, "Test county", NULL, made_cb, fixture);
  mukana_test_wait_until (is_done, fixture, "the register is made");
}

static void
a_new_register_has_its_key_in_the_keyring (Fixture       *fixture,
                                           gconstpointer  data)
{
  const MukanaKeyringPatience patience = { 5000, FALSE };
  g_autoptr (GBytes) key = NULL;
  g_autofree char *id = NULL;

  make (fixture);
  g_assert_no_error (fixture->error);
  if (fixture->made->kept != MUKANA_KEY_FOUND)
    {
      g_test_skip ("there is no keyring here");
      return;
    }

  id = mukana_recovery_key_register_id (g_bytes_get_data (fixture->made->key, NULL));

  g_assert_cmpint (mukana_keyring_find (id, patience, &key), ==, MUKANA_KEY_FOUND);
  g_assert_true (g_bytes_equal (key, fixture->made->key));
}

static void
a_new_register_is_empty_and_has_its_words (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (MukanaRegisterAbout) about = NULL;

  make (fixture);
  g_assert_no_error (fixture->error);

  about = mukana_store_run (fixture->made->store, &mukana_founding_about_job, NULL, NULL);

  g_assert_cmpstr (about->county_name, ==, "Test county");
  g_assert_cmpint (about->n_people, ==, 0);
  g_assert_cmpint (about->recovery_confirmed_at, ==, 0);
  g_assert_false (about->is_made_up);
}

static void
a_file_that_is_there_is_not_touched (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "mine", -1, NULL));

  make (fixture);

  g_assert_error (fixture->error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Types @text back into the second step.  Returns: how often it was found right */
static guint
type_back (GBytes     *key,
           const char *text)
{
  GtkWidget *step = g_object_ref_sink (mukana_recovery_step_new (key, "Test county",
                                                                 MUKANA_KEY_FOUND));
  GtkWidget *entry = find_entry (step);
  guint n_checked = 0;

  g_signal_connect_swapped (step, "checked", G_CALLBACK (count_cb), &n_checked);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  g_object_unref (step);
  return n_checked;
}

static void
only_the_whole_key_leads_on (void)
{
  g_autoptr (GBytes) key = mukana_test_key_new (1);
  g_autoptr (GBytes) other = mukana_test_key_new (2);
  g_autofree char *text = mukana_recovery_key_print (g_bytes_get_data (key, NULL));
  g_autofree char *other_text = mukana_recovery_key_print (g_bytes_get_data (other, NULL));
  g_autofree char *part = g_strndup (text, 15);

  g_assert_cmpuint (type_back (key, ""), ==, 0);
  g_assert_cmpuint (type_back (key, part), ==, 0);
  g_assert_cmpuint (type_back (key, other_text), ==, 0);
  g_assert_cmpuint (type_back (key, text), ==, 1);
}

#define ADD(test) g_test_add ("/welcome/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_style_load (gdk_display_get_default ());

  ADD (a_new_register_has_its_key_in_the_keyring);
  ADD (a_new_register_is_empty_and_has_its_words);
  ADD (a_file_that_is_there_is_not_touched);
  g_test_add_func ("/welcome/only_the_whole_key_leads_on", only_the_whole_key_leads_on);

  return g_test_run ();
}
