/* mukana-fact-group.c: what a person has told of themself so that panels can be like those they
 * speak for.  Nothing here is asked for anything else, and nothing has to be told. */

#include "ui/people/mukana-fact-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/people/mukana-keyed-card.h"

GtkWidget *
mukana_fact_group_new (void)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *add = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Gender…"), "person.add-gender");
  g_menu_append (menu, _("_Life situation…"), "person.add-situation");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (add), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (add), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  mukana_menu_tip_set (add, _("Add what was told"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add what was told"), -1);
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Told for panels"), add));
  gtk_box_append (GTK_BOX (self), mukana_keyed_card (_("Told for panels")));
  return self;
}

static void
add_fact (GtkWidget              *card,
          const MukanaStatedFact *fact)
{
  gboolean is_gender = g_strcmp0 (fact->kind, "gender") == 0;
  const char *label = mukana_code_label (is_gender ? mukana_genders : mukana_situations,
                                         fact->value);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, fact->id);
  g_autofree char *day = mukana_format_day (NULL, fact->stated_on);
  g_autofree char *second = g_strjoin (*day != '\0' ? ", " : "",
                                       mukana_code_label (mukana_fact_kinds, fact->kind), day,
                                       NULL);
  g_autofree char *removal = g_strdup_printf (_("Remove %s"), label);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *remove = mukana_layout_icon_button ("list-remove-symbolic", removal,
                                                  "person.remove-fact");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "x", fact->id);
  gtk_box_append (GTK_BOX (content), mukana_layout_two_lines (label, second));
  gtk_box_append (GTK_BOX (content), remove);
  mukana_keyed_card_add (card, key, content);
}

void
mukana_fact_group_show (GtkWidget              *self,
                        const MukanaPersonFile *file)
{
  GtkWidget *card = gtk_widget_get_last_child (self);
  g_autofree char *key = mukana_keyed_card_empty (card);

  for (guint i = 0; i < file->facts->len; i++)
    add_fact (card, g_ptr_array_index (file->facts, i));

  gtk_widget_set_visible (card, file->facts->len > 0);
  mukana_keyed_card_focus (card, key);
}
