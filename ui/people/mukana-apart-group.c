/* mukana-apart-group.c: with whom a person is not placed together; not shown when there is nobody.
 *
 * Said in the list of people, where two are ticked.
 */

#include "ui/people/mukana-apart-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-apart.h"
#include "domain/mukana-codes.h"
#include "ui/kit/mukana-layout.h"
#include "ui/people/mukana-keyed-card.h"

GtkWidget *
mukana_apart_group_new (void)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Not placed together with"), NULL));
  gtk_box_append (GTK_BOX (self), mukana_keyed_card (_("Not placed together with")));
  return self;
}

static void
add_apart (GtkWidget   *card,
           MukanaApart *apart)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, apart->other_id);
  g_autofree char *removal = g_strdup_printf (_("May be placed with %s"), apart->display_name);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *remove = mukana_layout_icon_button ("list-remove-symbolic", removal,
                                                  "person.let-together");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "x", apart->other_id);
  gtk_box_append (GTK_BOX (content),
                  mukana_layout_two_lines (apart->display_name,
                                            mukana_code_label (mukana_apart_reasons,
                                                               apart->reason)));
  gtk_box_append (GTK_BOX (content), remove);
  mukana_keyed_card_add (card, key, content);
}

void
mukana_apart_group_show (GtkWidget              *self,
                         const MukanaPersonFile *file)
{
  GtkWidget *card = gtk_widget_get_last_child (self);
  g_autofree char *key = mukana_keyed_card_empty (card);

  for (guint i = 0; i < file->apart->len; i++)
    add_apart (card, g_ptr_array_index (file->apart, i));

  gtk_widget_set_visible (self, file->apart->len > 0);
  mukana_keyed_card_focus (card, key);
}
