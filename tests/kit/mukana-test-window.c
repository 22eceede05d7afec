/* mukana-test-window.c: a window on a register of its own, for tests of pages. */

#include "kit/mukana-test-window.h"

#include "kit/mukana-test-toolkit.h"
#include "services/mukana-founding.h"
#include "ui/app/mukana-application.h"
#include "ui/app/mukana-types.h"
#include "ui/kit/mukana-style.h"

/* A build with sanitizers is several times slower. */
#ifdef __SANITIZE_ADDRESS__
#define SETTLE_US 900000
#else
#define SETTLE_US 250000
#endif

/** mukana_test_window_init: for main(), before the tests are added */
void
mukana_test_window_init (int    *argc,
                         char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  mukana_test_toolkit_init ();
  adw_init ();
  mukana_types_ensure ();
  mukana_style_load (gdk_display_get_default ());
}

/** mukana_test_window_settle: long enough for idle work and answers */
void
mukana_test_window_settle (void)
{
  gint64 end_us = g_get_monotonic_time () + SETTLE_US;

  while (g_get_monotonic_time () < end_us)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      context)
{
  g_autoptr (GError) error = NULL;

  *(MukanaContext **) context = mukana_context_new_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_made (gpointer context)
{
  return *(MukanaContext **) context != NULL;
}

/** mukana_test_context_new: what pages share, when its words have been read from the register */
MukanaContext *
mukana_test_context_new (MukanaStore *store,
                         GSettings   *settings)
{
  MukanaContext *context = NULL;

  mukana_context_new_async (store, settings, NULL, made_cb, &context);
  mukana_test_wait_until (is_made, &context, "the context is made");
  return context;
}

/* They are in memory, and those of the test before. */
static void
reset_settings (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  if (settings == NULL)
    return;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

/** mukana_test_window_show: over the register in its place as it is there, with its settings */
void
mukana_test_window_show (MukanaTestWindow *self)
{
  self->context = mukana_test_context_new (self->place->store, self->settings);
  self->window = mukana_window_new (NULL);
  mukana_window_set_context (self->window, self->context);
  gtk_window_present (GTK_WINDOW (self->window));
  mukana_test_window_settle ();
}

/**
 * mukana_test_window_open_place:
 * @place: (transfer full): a new register that is open, whose vocabularies are made here
 */
void
mukana_test_window_open_place (MukanaTestWindow   *self,
                               MukanaTestRegister *place)
{
  g_autoptr (GError) error = NULL;

  self->place = place;
  mukana_store_run (self->place->store, &mukana_founding_job, NULL, &error);
  g_assert_no_error (error);

  self->settings = mukana_application_find_settings ();
  reset_settings (self->settings);
  mukana_test_window_show (self);
}

/** mukana_test_window_open: a new register with the usual vocabularies and nobody in it */
void
mukana_test_window_open (MukanaTestWindow *self)
{
  mukana_test_window_open_place (self, mukana_test_register_new ());
}

void
mukana_test_window_close (MukanaTestWindow *self)
{
  mukana_window_set_context (self->window, NULL);
  gtk_window_destroy (GTK_WINDOW (self->window));
  mukana_test_window_settle ();
  g_object_unref (self->context);
  g_clear_object (&self->settings);
  mukana_test_register_free (self->place);
}

/** mukana_test_window_change_user: the register is closed, and @actor opens it: all is new */
void
mukana_test_window_change_user (MukanaTestWindow *self,
                                const char       *actor)
{
  mukana_drafts_keep (mukana_context_get_drafts (self->context));
  mukana_window_set_context (self->window, NULL);
  g_clear_object (&self->context);
  mukana_test_register_close (self->place);

  mukana_test_register_open_as (self->place, actor);
  self->context = mukana_test_context_new (self->place->store, self->settings);
  mukana_window_set_context (self->window, self->context);
  mukana_test_window_settle ();
}

/** mukana_test_window_lock_and_open: as the application does, for the same user */
void
mukana_test_window_lock_and_open (MukanaTestWindow *self)
{
  mukana_test_window_change_user (self, MUKANA_TEST_ACTOR);
}

static gboolean
is_narrow (gpointer window)
{
  int width, height;

  /* What the manager says of its first size may come late and undo what was asked. */
  gtk_window_get_default_size (window, &width, &height);
  if (width != 360)
    gtk_window_set_default_size (window, 360, 640);
  return gtk_widget_has_css_class (window, "narrow");
}

void
mukana_test_window_make_narrow (MukanaTestWindow *self)
{
  mukana_test_wait_until (is_narrow, self->window, "the window is narrow");
}

static void
process_ended_cb (GObject      *process,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, NULL));
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/** mukana_test_window_press: sends a key to the window that is in front; needs xdotool */
void
mukana_test_window_press (MukanaTestWindow *self,
                          const char       *key)
{
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "xdotool",
                                                      "key", key, NULL);
  gboolean has_ended = FALSE;

  g_assert_nonnull (process);
  g_subprocess_wait_check_async (process, NULL, process_ended_cb, &has_ended);
  mukana_test_wait_until (is_true, &has_ended, "the key is sent");
}

static GtkWidget *
find (GtkWidget  *widget,
      gboolean  (*is_it) (GtkWidget  *widget,
                          const char *words),
      const char *words)
{
  if (is_it (widget, words))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, is_it, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_button (GtkWidget  *widget,
           const char *label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/** mukana_test_window_find_button: Returns: (nullable): one with these words that can be seen */
GtkWidget *
mukana_test_window_find_button (MukanaTestWindow *self,
                                const char       *label)
{
  return find (GTK_WIDGET (self->window), is_button, label);
}

static gboolean
is_label_with (GtkWidget  *widget,
               const char *words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

typedef struct
{
  MukanaTestWindow *window;
  const char       *label;
  GtkWidget        *button;
} Click;

static gboolean
can_click (gpointer data)
{
  Click *click = data;

  click->button = mukana_test_window_find_button (click->window, click->label);
  return click->button != NULL && gtk_widget_is_sensitive (click->button);
}

/** mukana_test_window_click: waits for a button of that label and presses it */
void
mukana_test_window_click (MukanaTestWindow *self,
                          const char       *label)
{
  Click click = { self, label, NULL };

  mukana_test_wait_until (can_click, &click, label);
  if (GTK_IS_TOGGLE_BUTTON (click.button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (click.button),
                                  !gtk_toggle_button_get_active (
                                    GTK_TOGGLE_BUTTON (click.button)));
  else
    g_signal_emit_by_name (click.button, "clicked");
}

/** mukana_test_window_shows: Returns: whether the words stand somewhere in the window */
gboolean
mukana_test_window_shows (MukanaTestWindow *self,
                          const char       *words)
{
  return find (GTK_WIDGET (self->window), is_label_with, words) != NULL;
}

typedef struct
{
  MukanaTestWindow *window;
  const char       *words;
} Awaited;

static gboolean
is_shown (gpointer awaited)
{
  return mukana_test_window_shows (((Awaited *) awaited)->window, ((Awaited *) awaited)->words);
}

static gboolean
is_gone (gpointer awaited)
{
  return !is_shown (awaited);
}

/** mukana_test_window_await: until the words stand somewhere in the window */
void
mukana_test_window_await (MukanaTestWindow *self,
                          const char       *words)
{
  Awaited awaited = { self, words };

  mukana_test_wait_until (is_shown, &awaited, words);
}

/** mukana_test_window_await_gone: until the words stand nowhere in the window */
void
mukana_test_window_await_gone (MukanaTestWindow *self,
                               const char       *words)
{
  Awaited awaited = { self, words };

  mukana_test_wait_until (is_gone, &awaited, "what was shown is gone");
}
