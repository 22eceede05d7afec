/* mukana-plan-limits-group.c: to how many requests one person is planned.
 *
 * One setting of the register, stored at each change.  A quarter is never less than a month.
 */

#include "ui/app/mukana-plan-limits-group.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-plan-limits.h"
#include "services/mukana-remembering.h"
#include "ui/kit/mukana-error-view.h"

/* Goes with the group, whose data it is. */
typedef struct
{
  MukanaContext *context;
  GtkWidget     *window;      /* holds the group */
  GtkSpinButton *month;
  GtkSpinButton *quarter;
  gboolean       is_showing;
} LimitsGroup;

static void
show_limits (LimitsGroup            *self,
             const MukanaPlanLimits *limits)
{
  self->is_showing = TRUE;
  gtk_spin_button_set_range (self->quarter, limits->per_month, MUKANA_PLAN_LIMITS_QUARTER);
  gtk_spin_button_set_value (self->month, limits->per_month);
  gtk_spin_button_set_value (self->quarter, limits->per_quarter);
  self->is_showing = FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWidget) group = data;
  LimitsGroup *self = g_object_get_data (G_OBJECT (group), "plan-limits");
  /* Without it the usual limits are shown; storing them says when the store is away. */
  g_autofree char *text = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);
  MukanaPlanLimits limits;

  if (!mukana_plan_limits_parse (text, &limits))
    mukana_plan_limits_parse (NULL, &limits);
  show_limits (self, &limits);
  gtk_widget_set_sensitive (group, TRUE);
}

static void
read_stored (GtkWidget *group)
{
  LimitsGroup *self = g_object_get_data (G_OBJECT (group), "plan-limits");

  mukana_store_run_async (mukana_context_get_store (self->context), &mukana_setting_get_job,
                          g_strdup (MUKANA_PLAN_LIMITS), g_free, NULL, read_cb,
                          g_object_ref (group));
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GtkWidget) group = data;
  LimitsGroup *self = g_object_get_data (G_OBJECT (group), "plan-limits");
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error == NULL)
    return;

  /* What is shown is what is stored. */
  read_stored (group);
  if (gtk_widget_get_root (group) != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self->window),
                                      adw_toast_new (mukana_error_view_peek_sentence (error)));
}

static void
changed_cb (GtkWidget *group)
{
  LimitsGroup *self = g_object_get_data (G_OBJECT (group), "plan-limits");
  MukanaPlanLimits limits;
  g_autofree char *text = NULL;

  if (self == NULL || self->is_showing)
    return;

  limits.per_month = gtk_spin_button_get_value_as_int (self->month);
  limits.per_quarter = MAX (gtk_spin_button_get_value_as_int (self->quarter), limits.per_month);
  show_limits (self, &limits);
  text = mukana_plan_limits_to_text (&limits);
  mukana_store_run_async (mukana_context_get_store (self->context), &mukana_setting_set_job,
                          mukana_setting_new (MUKANA_PLAN_LIMITS, text),
                          (GDestroyNotify) mukana_setting_free, NULL, stored_cb,
                          g_object_ref (group));
}

static GtkSpinButton *
make_number (GtkWidget  *group,
             const char *title,
             int         most)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (1, most, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (changed_cb), group);
  return GTK_SPIN_BUTTON (spin);
}

static void
free_group (gpointer data)
{
  LimitsGroup *self = data;

  g_object_unref (self->context);
  g_free (self);
}

/** mukana_plan_limits_group_new: @window: the AdwPreferencesWindow that holds the group */
GtkWidget *
mukana_plan_limits_group_new (MukanaContext *context,
                              GtkWidget     *window)
{
  LimitsGroup *self = g_new0 (LimitsGroup, 1);
  GtkWidget *group = adw_preferences_group_new ();

  self->context = g_object_ref (context);
  self->window = window;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("How much for one person"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _("When all requests are planned, for those who have told no limit of their own in a month"));
  self->month = make_number (group, _("Requests in a month"), MUKANA_PLAN_LIMITS_MONTH);
  self->quarter = make_number (group, _("Requests in a quarter"), MUKANA_PLAN_LIMITS_QUARTER);
  gtk_widget_set_sensitive (group, FALSE);

  g_object_set_data_full (G_OBJECT (group), "plan-limits", self, free_group);
  read_stored (group);
  return group;
}
