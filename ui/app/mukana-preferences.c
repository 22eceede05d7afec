/* mukana-preferences.c: what a person chooses about the program and the register.
 *
 * What concerns this computer is a setting; what concerns the register, such as
 * its name, is in the register and changed by a job like anything else.
 */

#include "ui/app/mukana-preferences.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "store/mukana-journal.h"
#include "ui/kit/mukana-error-view.h"

typedef struct
{
  MukanaContext *context;
  GtkWidget     *window;      /* goes with it */
  GtkWidget     *name_row;
} Preferences;

static gpointer
rename_register (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (MukanaQuery) about = mukana_db_select (db, "state.about", error);
  g_autofree char *name = mukana_text_tidy (arg);

  if (about == NULL || mukana_query_step (about, error) < 0)
    return NULL;

  if (mukana_text_is_empty (name))
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "The register needs a name");
      return NULL;
    }

  if (mukana_db_run (db, "state.rename", error, mukana_text ("county_name", name),
                     mukana_text ("county_code",
                                  mukana_query_peek_text (about, "county_code"))) < 0 ||
      !mukana_journal_add (db, "register.rename", MUKANA_KIND_REGISTER, 1, NULL, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_REGISTER, 1, MUKANA_EFFECT_CHANGED);
  return NULL;
}

static const MukanaJob rename_job = {
  .name = "register.rename",
  .lane = MUKANA_LANE_WRITE,
  .run = rename_register,
};

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;
  const char *sentence = _("The name is stored");

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    sentence = mukana_error_view_peek_sentence (error);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), adw_toast_new (sentence));
}

static void
name_applied_cb (Preferences *self)
{
  mukana_store_run_async (mukana_context_get_store (self->context), &rename_job,
                          g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))), g_free,
                          NULL, renamed_cb, g_object_ref (self->window));
}

static GtkWidget *
make_register_group (Preferences *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Register"));
  self->name_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), _("Name of the county"));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row),
                         mukana_context_peek_county_name (self->context));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->name_row), TRUE);
  g_signal_connect_swapped (self->name_row, "apply", G_CALLBACK (name_applied_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name_row);
  return group;
}

static GtkWidget *
make_lock_row (GSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 240, 5);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Lock after minutes without use"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("0: only by hand"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lock after minutes without use"), -1);
  g_settings_bind (settings, "lock-after-minutes", spin, "value", G_SETTINGS_BIND_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  return row;
}

/* The language is the desktop's: two switches for one thing would disagree. */
static GtkWidget *
make_language_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Language"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Mukana speaks Finnish, Swedish or English, as the desktop does. "
                                 "Change it in the settings of the desktop."));
  return row;
}

static void
reset_weights_cb (Preferences *self)
{
  g_settings_reset (mukana_context_get_settings (self->context), "weights");
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self->window),
                                    adw_toast_new (_("The weights are as they were at first")));
}

static GtkWidget *
make_weights_row (Preferences *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Reset"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Weights of matching"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Give each part of the score its first weight"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (reset_weights_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
make_program_group (Preferences *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GSettings *settings = mukana_context_get_settings (self->context);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("On this computer"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_language_row ());
  if (settings != NULL)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_lock_row (settings));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_weights_row (self));
    }
  return group;
}

static void
free_preferences (gpointer data)
{
  Preferences *self = data;

  g_object_unref (self->context);
  g_free (self);
}

void
mukana_preferences_present (GtkWindow     *parent,
                            MukanaContext *context)
{
  Preferences *self = g_new0 (Preferences, 1);
  GtkWidget *page = adw_preferences_page_new ();

  self->context = g_object_ref (context);
  self->window = adw_preferences_window_new ();
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self->window), FALSE);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_register_group (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_program_group (self)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self->window), ADW_PREFERENCES_PAGE (page));
  g_object_set_data_full (G_OBJECT (self->window), "preferences", self, free_preferences);
  gtk_window_present (GTK_WINDOW (self->window));
}
