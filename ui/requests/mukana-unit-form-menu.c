/* mukana-unit-form-menu.c: an empty form that the requesting unit fills in.
 *
 * It comes back by the import, which knows its headings.  Nothing of the register is in it.
 */

#include "ui/requests/mukana-unit-form-menu.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-lexicon.h"
#include "services/mukana-new-file.h"
#include "services/mukana-unit-form.h"
#include "ui/kit/mukana-file-choose.h"
#include "ui/kit/mukana-menu-tip.h"

/** mukana_unit_form_menu_new: its one deed is the action "requests.unit-form" */
GtkWidget *
mukana_unit_form_menu_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Form for a unit…"), "requests.unit-form");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  mukana_menu_tip_set (button, _("Deeds with the list of requests"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Deeds with the list of requests"), -1);
  return button;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      path,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) form = mukana_unit_form_make (mukana_lexicon_language (),
                                                   !g_str_has_suffix (path, ".csv"), &error);

  if (form != NULL && mukana_new_file_write (path, g_bytes_get_data (form, NULL),
                                             g_bytes_get_size (form), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    mukana_page_toast (page, _("Form saved. What comes back filled in is imported."));
  else
    mukana_page_fail (page, error);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  g_autoptr (GTask) task = NULL;
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;

  task = g_task_new (NULL, NULL, written_cb, g_steal_pointer (&page));
  g_task_set_task_data (task, path, g_free);
  g_task_run_in_thread (task, write_in_thread);
}

void
mukana_unit_form_save (MukanaPage *page)
{
  g_autofree char *name = g_strconcat (_("request-form"), ".xlsx", NULL);
  MukanaFileChoose asked = { .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Form for a Unit"),
                             .name = name };

  mukana_file_choose_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), &asked, NULL,
                            place_chosen_cb, g_object_ref (page));
}
