/* mukana-test-made-up.c: real widgets on a real temporary register of invented people. */

#include "mukana-test-made-up.h"

#include "services/mukana-listing.h"
#include "services/mukana-making-up.h"
#include "services/mukana-matching.h"
#include "ui/app/mukana-types.h"
#include "ui/kit/mukana-style.h"

MukanaTestMadeUp *
mukana_test_made_up_new (guint n_people)
{
  MukanaTestMadeUp *self = g_new0 (MukanaTestMadeUp, 1);
  g_autoptr (GError) error = NULL;

  self->place = mukana_test_place_new ();
  self->place->store = mukana_making_up_create (self->place->uri, self->place->key,
                                                self->place->clock,
                                                n_people, 1, &error);
  g_assert_no_error (error);

  mukana_types_ensure ();
  mukana_style_load (gdk_display_get_default ());
  self->context = mukana_test_context_new (self->place->store, NULL);
  if (g_getenv ("MUKANA_TEST_DARK") != NULL)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);

  self->window = mukana_window_new (NULL);
  if (g_getenv ("MUKANA_TEST_WIDTH") != NULL)
    gtk_window_set_default_size (GTK_WINDOW (self->window), atoi (g_getenv ("MUKANA_TEST_WIDTH")),
                                 800);
  mukana_window_set_context (self->window, self->context);
  gtk_window_present (GTK_WINDOW (self->window));
  mukana_test_made_up_settle ();
  return self;
}

void
mukana_test_made_up_free (MukanaTestMadeUp *self)
{
  mukana_window_set_context (self->window, NULL);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->context);
  mukana_test_made_up_settle ();
  mukana_test_register_free (self->place);
  g_free (self);
}

/* Everything that is ready has happened. */
void
mukana_test_made_up_settle (void)
{
  for (guint i = 0; i < 500 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

/** mukana_test_made_up_show: Returns: (transfer none): the page that is shown then */
MukanaPage *
mukana_test_made_up_show (MukanaTestMadeUp *self,
                         const char       *route,
                         gint64            id)
{
  g_assert_true (mukana_window_show_page (self->window, route, id));
  mukana_test_made_up_settle ();
  return mukana_window_get_page (self->window);
}

/** mukana_test_made_up_run: runs a job beside the window and asserts that it worked */
gpointer
mukana_test_made_up_run (MukanaTestMadeUp *self,
                        const MukanaJob  *job,
                        gpointer          arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (self->place->store, job, arg, &error);

  g_assert_no_error (error);
  return result;
}

/** mukana_test_made_up_find_request: Returns: the open one that most people fit, at least four */
gint64
mukana_test_made_up_find_request (MukanaTestMadeUp *self)
{
  MukanaListFilter filter = { .state = (char *) "waiting" };
  g_autoptr (GArray) ids = mukana_test_made_up_run (self, &mukana_requests_ids_job, &filter);
  g_autoptr (MukanaMatcher) matcher = mukana_matcher_new (self->place->store);
  gint64 best = 0;
  guint n_best = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      MukanaMatchQuestion *question = mukana_match_question_new (matcher, id, 1);
      g_autoptr (MukanaMatchAnswer) answer = mukana_test_made_up_run (self, &mukana_matching_job,
                                                                      question);

      if (answer->n_fits > n_best)
        {
          n_best = answer->n_fits;
          best = id;
        }
      mukana_match_question_free (question);
    }

  g_assert_cmpuint (n_best, >=, 4);
  return best;
}

/** mukana_test_made_up_press: as if the key were pressed while @widget has the focus */
void
mukana_test_made_up_press (GtkWidget       *widget,
                          guint            key,
                          GdkModifierType  state)
{
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (at);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
          gboolean handled = FALSE;

          if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
            continue;
          g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
          if (handled)
            return;
        }
    }
}

static void
sent_cb (GObject      *process,
         GAsyncResult *result,
         gpointer      has_ended)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, NULL));
  *(gboolean *) has_ended = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

/** mukana_test_made_up_input: @deed: of xdotool, "key Tab": real keys, and a real pointer */
void
mukana_test_made_up_input (const char *deed)
{
  g_autofree char *command = g_strdup_printf ("xdotool %s", deed);
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  g_autoptr (GSubprocess) process = g_subprocess_newv ((const char * const *) words,
                                                       G_SUBPROCESS_FLAGS_NONE, NULL);
  gboolean has_ended = FALSE;

  g_assert_nonnull (process);
  g_subprocess_wait_check_async (process, NULL, sent_cb, &has_ended);
  mukana_test_wait_until (is_true, &has_ended, "it is sent");
  mukana_test_made_up_settle ();
}

static gboolean
wait_over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/** mukana_test_made_up_shoot: keeps a picture where MUKANA_TEST_PICTURES says; else does nothing */
void
mukana_test_made_up_shoot (MukanaTestMadeUp *self,
                          const char       *name)
{
  const char *folder = g_getenv ("MUKANA_TEST_PICTURES");
  g_autofree char *command = NULL;
  gboolean is_over = FALSE;

  if (folder == NULL)
    return;

  g_timeout_add (700, wait_over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  command = g_strdup_printf ("import -window root %s/%s.png", folder, name);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}
