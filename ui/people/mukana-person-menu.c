/* mukana-person-menu.c: the menu of what can be done with a person.
 *
 * What is done often stands first, what takes the person away last.
 */

#include "ui/people/mukana-person-menu.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-menu-tip.h"

/**
 * mukana_person_menu_new:
 * @rights: what the person may ask for, filled by the page
 *
 * Returns: (transfer floating): a button; its actions are the page's
 */
GtkWidget *
mukana_person_menu_new (GMenu *rights)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) deeds = g_menu_new ();
  g_autoptr (GMenu) record = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  g_autoptr (GMenuItem) give = g_menu_item_new (_("_Record a consent…"), NULL);

  g_menu_append (deeds, _("_Edit details…"), "person.edit");
  g_menu_item_set_action_and_target (give, "person.give", "(ss)", "", "");
  g_menu_append_item (deeds, give);
  g_menu_append (deeds, _("Add a _theme…"), "person.add-theme");
  g_menu_append (deeds, _("Add a r_ole…"), "person.add-role");
  g_menu_append (deeds, _("Add an _absence…"), "person.add-absence");
  g_menu_append (deeds, _("_Busy times from a calendar file…"), "person.bring-busy-times");
  g_menu_append (deeds, _("_Write a note…"), "person.add-note");
  g_menu_append (deeds, _("Propose to a re_quest…"), "person.propose");
  g_menu_append (deeds, _("Why _proposed, why not…"), "person.why");
  g_menu_append (last, _("_Merge with another record…"), "person.merge");
  g_menu_append (last, _("Ta_ke out of the lists"), "person.remove");
  g_menu_append (record, _("_Calendar file…"), "person.calendar");
  g_menu_append (record, _("_Summary of fees…"), "person.fee-summary");
  g_menu_append (record, _("_History…"), "person.history");
  g_menu_append (record, _("Who has _looked at these data…"), "person.looks");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deeds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (record));
  g_menu_append_section (menu, _("Data protection"), G_MENU_MODEL (rights));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  mukana_menu_tip_set (button, _("Deeds with this person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Deeds with this person"), -1);
  return button;
}
