/* mukana-setting-group.c: shows and changes one setting of the register among the preferences.
 *
 * A change is stored a moment after the last one, so that going through numbers is one deed; or
 * when the group leaves the screen.  What could not be stored is told, and what is stored is shown
 * again.  What the setting means is known to those who derive from it.
 */

#include "ui/app/mukana-setting-group.h"

#include "services/mukana-remembering.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"

#define REST_MS 400

typedef struct
{
  MukanaContext *context;
  guint          rest_id;      /* until what was changed is stored; 0: nothing was */
  gboolean       is_showing;
} MukanaSettingGroupPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MukanaSettingGroup, mukana_setting_group,
                                     ADW_TYPE_PREFERENCES_GROUP)

static void
show_text (MukanaSettingGroup *self,
           const char         *text)
{
  MukanaSettingGroupPrivate *priv = mukana_setting_group_get_instance_private (self);

  priv->is_showing = TRUE;
  MUKANA_SETTING_GROUP_GET_CLASS (self)->show (self, text);
  priv->is_showing = FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaSettingGroup) self = data;
  /* Without it the usual is shown; storing it says when the store is away. */
  g_autofree char *text = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);

  show_text (self, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

static void
read_stored (MukanaSettingGroup *self)
{
  MukanaSettingGroupPrivate *priv = mukana_setting_group_get_instance_private (self);

  mukana_store_run_async (mukana_context_get_store (priv->context), &mukana_setting_get_job,
                          g_strdup (MUKANA_SETTING_GROUP_GET_CLASS (self)->setting), g_free, NULL,
                          read_cb, g_object_ref (self));
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaSettingGroup) self = data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error == NULL)
    return;

  read_stored (self);
  if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root),
                                      adw_toast_new (mukana_error_view_peek_sentence (error)));
}

static gboolean
store_cb (gpointer data)
{
  MukanaSettingGroup *self = data;
  MukanaSettingGroupPrivate *priv = mukana_setting_group_get_instance_private (self);
  MukanaSettingGroupClass *class = MUKANA_SETTING_GROUP_GET_CLASS (self);
  g_autofree char *text = class->read (self);

  priv->rest_id = 0;
  mukana_store_run_async (mukana_context_get_store (priv->context), &mukana_setting_set_job,
                          mukana_setting_new (class->setting, text),
                          (GDestroyNotify) mukana_setting_free, NULL, stored_cb,
                          g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MukanaSettingGroup *self)
{
  MukanaSettingGroupPrivate *priv = mukana_setting_group_get_instance_private (self);

  if (priv->is_showing)
    return;

  g_clear_handle_id (&priv->rest_id, g_source_remove);
  priv->rest_id = g_timeout_add (REST_MS, store_cb, self);
}

static void
mukana_setting_group_unmap (GtkWidget *widget)
{
  MukanaSettingGroup *self = MUKANA_SETTING_GROUP (widget);
  MukanaSettingGroupPrivate *priv = mukana_setting_group_get_instance_private (self);

  if (priv->rest_id != 0)
    {
      g_clear_handle_id (&priv->rest_id, g_source_remove);
      store_cb (self);
    }
  GTK_WIDGET_CLASS (mukana_setting_group_parent_class)->unmap (widget);
}

static void
mukana_setting_group_dispose (GObject *object)
{
  MukanaSettingGroup *self = MUKANA_SETTING_GROUP (object);
  MukanaSettingGroupPrivate *priv = mukana_setting_group_get_instance_private (self);

  g_clear_handle_id (&priv->rest_id, g_source_remove);
  g_clear_object (&priv->context);
  G_OBJECT_CLASS (mukana_setting_group_parent_class)->dispose (object);
}

static void
mukana_setting_group_class_init (MukanaSettingGroupClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mukana_setting_group_dispose;
  GTK_WIDGET_CLASS (class)->unmap = mukana_setting_group_unmap;
}

static void
mukana_setting_group_init (MukanaSettingGroup *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
}

/** mukana_setting_group_add: a row whose @control changes the setting with its @property */
void
mukana_setting_group_add (MukanaSettingGroup *self,
                          GtkWidget          *control,
                          const char         *property,
                          const char         *title,
                          const char         *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  if (subtitle != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_accessible_update_property (GTK_ACCESSIBLE (control),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
    }
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_swapped (control, signal, G_CALLBACK (changed_cb), self);
}

/** mukana_setting_group_add_number: returns: (transfer none): the GtkSpinButton of a new row */
GtkWidget *
mukana_setting_group_add_number (MukanaSettingGroup *self,
                                 int                 least,
                                 int                 most,
                                 const char         *title,
                                 const char         *subtitle)
{
  GtkWidget *spin = mukana_layout_spin_button (least, most, 1);

  mukana_setting_group_add (self, spin, "value", title, subtitle);
  return spin;
}

/** mukana_setting_group_new: a group of @type, which shows the usual until the setting is read */
GtkWidget *
mukana_setting_group_new (GType          type,
                          MukanaContext *context)
{
  MukanaSettingGroup *self = g_object_new (type, NULL);
  MukanaSettingGroupPrivate *priv = mukana_setting_group_get_instance_private (self);

  priv->context = g_object_ref (context);
  read_stored (self);
  return GTK_WIDGET (self);
}
