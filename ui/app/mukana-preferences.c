/* mukana-preferences.c: what a person chooses about the program and the register.
 *
 * What concerns this computer is a setting; what concerns the register, such as
 * its name, is in the register and changed by a job like anything else.
 */

#include "ui/app/mukana-preferences.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-founding.h"
#include "services/mukana-matching.h"
#include "services/mukana-remembering.h"
#include "ui/app/mukana-group-rules-group.h"
#include "ui/app/mukana-plan-limits-group.h"
#include "ui/app/mukana-support-days-group.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-whole-choices.h"

typedef struct
{
  MukanaContext *context;
  GtkWidget     *window;      /* goes with it */
  GtkWidget     *name_row;
} Preferences;

static void
tell (GtkWidget  *window,
      GError     *error,
      const char *done)
{
  const char *sentence = error != NULL ? mukana_error_view_peek_sentence (error) : done;

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), adw_toast_new (sentence));
}

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  tell (window, error, _("The name is stored"));
}

static void
name_applied_cb (Preferences *self)
{
  mukana_store_run_async (mukana_context_get_store (self->context), &mukana_founding_rename_job,
                          g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))), g_free,
                          NULL, renamed_cb, g_object_ref (self->window));
}

static void
weights_reset_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  tell (window, error, _("The weights are as they were at first"));
}

static void
reset_weights_cb (Preferences *self)
{
  mukana_store_run_async (mukana_context_get_store (self->context), &mukana_setting_set_job,
                          mukana_setting_new (MUKANA_MATCHING_WEIGHTS, ""),
                          (GDestroyNotify) mukana_setting_free, NULL, weights_reset_cb,
                          g_object_ref (self->window));
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
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_weights_row (self));
  return group;
}

static GtkWidget *
make_lock_row (GSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = mukana_layout_spin_button (0, 240, 5);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Lock after minutes without use"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("0: only by hand"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lock after minutes without use"), -1);
  g_settings_bind (settings, "idle-lock-minutes", spin, "value", G_SETTINGS_BIND_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  return row;
}

static const char * const languages[] = { "", "fi", "sv", "en" };

static gboolean
language_to_place (GValue   *place,
                   GVariant *language,
                   gpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (g_variant_get_string (language, NULL), languages[i]))
      g_value_set_uint (place, i);

  return TRUE;
}

static GVariant *
place_to_language (const GValue       *place,
                   const GVariantType *type,
                   gpointer            data)
{
  guint i = g_value_get_uint (place);

  return g_variant_new_string (languages[i < G_N_ELEMENTS (languages) ? i : 0]);
}

static GtkWidget *
make_language_row (GSettings *settings)
{
  GtkWidget *row = adw_combo_row_new ();
  const char * const labels[] = { _("As the desktop"), "Suomi", "Svenska", "English", NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Language"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("From the next start of Mukana"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  mukana_whole_choices_show (row);
  g_settings_bind_with_mapping (settings, "language", row, "selected", G_SETTINGS_BIND_DEFAULT,
                                language_to_place, place_to_language, NULL, NULL);
  return row;
}

static GtkWidget *
make_program_group (Preferences *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GSettings *settings = mukana_context_get_settings (self->context);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("On this computer"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_language_row (settings));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_lock_row (settings));
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
  const GType types[] = { MUKANA_TYPE_SUPPORT_DAYS_GROUP, MUKANA_TYPE_GROUP_RULES_GROUP,
                          MUKANA_TYPE_PLAN_LIMITS_GROUP };
  Preferences *self = g_new0 (Preferences, 1);
  GtkWidget *page = adw_preferences_page_new ();

  self->context = g_object_ref (context);
  self->window = adw_preferences_window_new ();
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self->window), FALSE);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_register_group (self)));
  if (mukana_context_may (context, MUKANA_DEED_KEEP_REGISTER))
    for (guint i = 0; i < G_N_ELEMENTS (types); i++)
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (
        mukana_setting_group_new (types[i], context)));
  if (mukana_context_get_settings (context) != NULL)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                              ADW_PREFERENCES_GROUP (make_program_group (self)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self->window), ADW_PREFERENCES_PAGE (page));
  g_object_set_data_full (G_OBJECT (self->window), "preferences", self, free_preferences);
  gtk_window_present (GTK_WINDOW (self->window));
}
