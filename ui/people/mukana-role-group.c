/* mukana-role-group.c: what a person is in the register for, from when until when. */

#include "ui/people/mukana-role-group.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/people/mukana-keyed-card.h"
#include "ui/people/mukana-people-words.h"

struct _MukanaRoleGroup
{
  GtkBox     parent_instance;

  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (MukanaRoleGroup, mukana_role_group, GTK_TYPE_BOX)

static void
mukana_role_group_class_init (MukanaRoleGroupClass *klass)
{
}

static void
mukana_role_group_init (MukanaRoleGroup *self)
{
  GtkWidget *add = mukana_layout_icon_button ("list-add-symbolic", _("Add a role"),
                                               "person.add-role");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->card = mukana_keyed_card (_("Roles"));
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Roles"), add));
  gtk_box_append (GTK_BOX (self), self->card);
}

GtkWidget *
mukana_role_group_new (void)
{
  return g_object_new (MUKANA_TYPE_ROLE_GROUP, NULL);
}

static char *
dup_term (MukanaRoleTerm *term)
{
  gboolean has_end = term->until_day != MUKANA_DAY_NONE;
  g_autofree char *from = mukana_format_day (NULL, term->from_day);
  g_autofree char *last = mukana_format_day (NULL, has_end ? term->until_day - 1 : MUKANA_DAY_NONE);

  return *from || *last ? g_strdup_printf (_("%1$s–%2$s"), from, last) : g_strdup ("");
}

static void
add_role (MukanaRoleGroup *self,
          MukanaRoleTerm  *role,
          const char      *label,
          MukanaDay        today)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, role->id);
  g_autofree char *second = dup_term (role);
  g_autofree char *removal = g_strdup_printf (_("Remove %s"), label);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *remove = mukana_layout_icon_button ("list-remove-symbolic", removal,
                                                  "person.remove-role");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "x", role->id);
  gtk_box_append (GTK_BOX (content), mukana_layout_two_lines (label, second));
  if (role->until_day != MUKANA_DAY_NONE && role->until_day <= today)
    {
      GtkWidget *pill = mukana_pill_new (MUKANA_PILL_NEUTRAL, _("Ended"));

      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (content), pill);
    }
  gtk_box_append (GTK_BOX (content), remove);
  mukana_keyed_card_add (self->card, key, content);
}

void
mukana_role_group_show (MukanaRoleGroup        *self,
                        const MukanaPersonFile *file,
                        MukanaLexicon          *words,
                        MukanaDay               today)
{
  g_autofree char *key = mukana_keyed_card_empty (self->card);

  for (guint i = 0; i < file->roles->len; i++)
    {
      MukanaRoleTerm *role = g_ptr_array_index (file->roles, i);

      add_role (self, role,
                mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, role->role_code), today);
    }

  gtk_widget_set_visible (self->card, file->roles->len > 0);
  mukana_keyed_card_focus (self->card, key);
}
