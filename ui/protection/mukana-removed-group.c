/* mukana-removed-group.c: who was taken out of the lists, the last first.
 *
 * Their data are kept, so whoever asks for theirs must be found among them.  Bringing somebody
 * back is the page's deed; the group is not there when there is nobody.
 */

#include "ui/protection/mukana-removed-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-person.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"

struct _MukanaRemovedGroup
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *rows;
};

G_DEFINE_FINAL_TYPE (MukanaRemovedGroup, mukana_removed_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (MukanaRemovedGroup *self,
         MukanaPerson       *person)
{
  g_autofree char *day = mukana_format_day (NULL, mukana_day_from_us (person->removed_at));
  /* Translators: the day on which somebody was taken out of the lists */
  g_autofree char *subtitle = g_strdup_printf (_("Taken out %s"), day);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *back = mukana_layout_spoken (gtk_button_new_with_label (_("Bring back")),
                                          _("Bring back"), person->display_name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->display_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "protection.bring-back");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (back), "x", person->id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), back);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/** mukana_removed_group_show: @people: of MukanaPerson, with what the list tells */
void
mukana_removed_group_show (MukanaRemovedGroup *self,
                           GPtrArray          *people)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < people->len; i++)
    add_row (self, g_ptr_array_index (people, i));
  gtk_widget_set_visible (GTK_WIDGET (self), people->len > 0);
}

static void
mukana_removed_group_finalize (GObject *object)
{
  g_ptr_array_unref (MUKANA_REMOVED_GROUP (object)->rows);

  G_OBJECT_CLASS (mukana_removed_group_parent_class)->finalize (object);
}

static void
mukana_removed_group_class_init (MukanaRemovedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_removed_group_finalize;
}

static void
mukana_removed_group_init (MukanaRemovedGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Taken out of the lists"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self),
    _("Their data are kept, and they are no longer shown anywhere else. Bring somebody back to "
      "answer, correct or erase."));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
mukana_removed_group_new (void)
{
  return g_object_new (MUKANA_TYPE_REMOVED_GROUP, NULL);
}
