/* test-users-page.c: whoever coordinates names themself to see criminal background. */

#include "kit/mukana-test-undo.h"
#include "kit/mukana-test-window.h"
#include "services/mukana-lexicon.h"

#define CRIMINAL "so.rik"
#define UNSEEN "Nobody is named to see criminal background, so nobody sees it: neither the " \
               "theme nor whose it is. Name only those who need it in their work."

static void
set_up (MukanaTestWindow *self,
        gconstpointer     data)
{
  mukana_test_window_open (self);
  mukana_window_show_page (self->window, "users", 0);
  mukana_test_window_settle ();
}

static void
tear_down (MukanaTestWindow *self,
           gconstpointer     data)
{
  mukana_test_window_close (self);
}

static gboolean
sees_it (MukanaTestWindow *self)
{
  g_autoptr (MukanaLexicon) words = mukana_store_run (self->place->store, &mukana_lexicon_job,
                                                      NULL, NULL);

  return mukana_lexicon_find (words, MUKANA_LEXICON_THEME, CRIMINAL) != NULL;
}

static void
one_press_names_for_criminal_background_and_is_taken_back (MukanaTestWindow *self,
                                                           gconstpointer     data)
{
  g_assert_true (mukana_test_window_shows (self, UNSEEN));
  g_assert_false (sees_it (self));

  mukana_test_window_click (self, "Let _me see it");
  mukana_test_window_settle ();
  g_assert_false (mukana_test_window_shows (self, UNSEEN));
  g_assert_true (sees_it (self));

  mukana_test_undo (self->context, GTK_WIDGET (self->window));
  mukana_test_window_settle ();
  g_assert_true (mukana_test_window_shows (self, UNSEEN));
  g_assert_false (sees_it (self));
}

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

  g_test_add ("/users-page/one_press_names_for_criminal_background_and_is_taken_back",
              MukanaTestWindow, NULL, set_up,
              one_press_names_for_criminal_background_and_is_taken_back, tear_down);

  return g_test_run ();
}
