/* mukana-support-days-group.c: how long before an assignment support is to be arranged.
 *
 * Three numbers that are one setting of the register, stored when the button is pressed.
 */

#include "ui/app/mukana-support-days-group.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-support-task.h"
#include "services/mukana-remembering.h"
#include "ui/kit/mukana-error-view.h"

enum { BOOKED, ARRANGED, DEBRIEFING, N_SPINS };

/* Goes with the group, whose data it is. */
typedef struct
{
  MukanaContext *context;
  GtkWidget     *window;      /* holds the group */
  GtkWidget     *spins[N_SPINS];
  GtkWidget     *store;       /* GtkButton */
} DaysGroup;

static MukanaSupportDays
read_spins (DaysGroup *self)
{
  return (MukanaSupportDays) {
    gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spins[BOOKED])),
    gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spins[ARRANGED])),
    gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spins[DEBRIEFING])),
  };
}

static void
show_days (DaysGroup               *self,
           const MukanaSupportDays *days)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spins[BOOKED]), days->booked);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spins[ARRANGED]), days->arranged);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spins[DEBRIEFING]), days->debriefing);
  gtk_widget_set_sensitive (self->store, FALSE);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GtkWidget) group = data;
  DaysGroup *self = g_object_get_data (G_OBJECT (group), "support-days");
  g_autoptr (GError) error = NULL;
  const char *sentence;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  gtk_widget_set_sensitive (self->store, error != NULL);
  sentence = error != NULL ? mukana_error_view_peek_sentence (error)
                           : _("The days are stored. They hold for what is agreed from now on.");
  if (gtk_widget_get_root (group) != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self->window),
                                      adw_toast_new (sentence));
}

static void
store_clicked_cb (GtkWidget *group)
{
  DaysGroup *self = g_object_get_data (G_OBJECT (group), "support-days");
  MukanaSupportDays days = read_spins (self);
  g_autofree char *text = mukana_support_days_to_text (&days);

  gtk_widget_set_sensitive (self->store, FALSE);
  mukana_store_run_async (mukana_context_get_store (self->context), &mukana_setting_set_job,
                          mukana_setting_new (MUKANA_SUPPORT_DAYS, text),
                          (GDestroyNotify) mukana_setting_free, NULL, stored_cb,
                          g_object_ref (group));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWidget) group = data;
  /* Without it the usual days are shown; storing them says when the store is away. */
  g_autofree char *text = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);
  MukanaSupportDays days;

  if (!mukana_support_days_parse (text, &days))
    mukana_support_days_parse (NULL, &days);
  show_days (g_object_get_data (G_OBJECT (group), "support-days"), &days);
}

static GtkWidget *
make_row (DaysGroup  *self,
          int         place,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MUKANA_SUPPORT_MAX_DAYS, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  self->spins[place] = spin;
  return row;
}

static void
changed_cb (DaysGroup *self)
{
  gtk_widget_set_sensitive (self->store, TRUE);
}

static void
free_group (gpointer data)
{
  DaysGroup *self = data;

  g_object_unref (self->context);
  g_free (self);
}

/** mukana_support_days_group_new: @window: the AdwPreferencesWindow that holds the group */
GtkWidget *
mukana_support_days_group_new (MukanaContext *context,
                               GtkWidget     *window)
{
  DaysGroup *self = g_new0 (DaysGroup, 1);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *rows[N_SPINS] = {
    make_row (self, BOOKED, _("Interpreter and assistant"), _("Days before the assignment")),
    make_row (self, ARRANGED, _("Other support"), _("Days before the assignment")),
    make_row (self, DEBRIEFING, _("Debriefing"), _("Days after the assignment")),
  };

  self->context = g_object_ref (context);
  self->window = window;
  self->store = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_set_sensitive (self->store, FALSE);
  gtk_widget_set_valign (self->store, GTK_ALIGN_CENTER);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("When support is arranged"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->store);
  for (int i = 0; i < N_SPINS; i++)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows[i]);
      g_signal_connect_swapped (self->spins[i], "value-changed", G_CALLBACK (changed_cb), self);
    }

  g_object_set_data_full (G_OBJECT (group), "support-days", self, free_group);
  g_signal_connect_swapped (self->store, "clicked", G_CALLBACK (store_clicked_cb), group);
  mukana_store_run_async (mukana_context_get_store (context), &mukana_setting_get_job,
                          g_strdup (MUKANA_SUPPORT_DAYS), g_free, NULL, read_cb,
                          g_object_ref (group));
  return group;
}
