/* mukana-group-rules-group.c: what is asked of those who are planned for a request together.
 *
 * Of languages one is chosen here; further ones that were set elsewhere stay.
 */

#include "ui/app/mukana-group-rules-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-group-rules.h"

struct _MukanaGroupRulesGroup
{
  MukanaSettingGroup parent_instance;

  GtkWidget        *switches[MUKANA_PLAN_N_RULES];   /* NULL: LANGUAGE */
  GtkWidget        *language;    /* GtkDropDown: 0: none */
  MukanaGroupRules  rules;       /* as stored */
};

G_DEFINE_FINAL_TYPE (MukanaGroupRulesGroup, mukana_group_rules_group, MUKANA_TYPE_SETTING_GROUP)

static int
find_language (guint32 languages)
{
  for (int i = 0; mukana_languages[i] != NULL; i++)
    if (languages >> i & 1)
      return i;

  return -1;
}

static void
show_rules (MukanaSettingGroup *group,
            const char         *text)
{
  MukanaGroupRulesGroup *self = MUKANA_GROUP_RULES_GROUP (group);

  if (!mukana_group_rules_parse (text, &self->rules))
    mukana_group_rules_parse (NULL, &self->rules);
  for (guint i = 0; i < MUKANA_PLAN_N_RULES; i++)
    if (self->switches[i] != NULL)
      gtk_switch_set_active (GTK_SWITCH (self->switches[i]), (self->rules.kinds >> i & 1) != 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->language),
                              (guint) (find_language (self->rules.languages) + 1));
}

static char *
read_rules (MukanaSettingGroup *group)
{
  MukanaGroupRulesGroup *self = MUKANA_GROUP_RULES_GROUP (group);
  int old = find_language (self->rules.languages);
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->language));
  MukanaGroupRules rules = { 0, self->rules.languages };

  if (old >= 0)
    rules.languages &= ~(1u << old);
  if (chosen > 0)
    rules.languages |= 1u << (chosen - 1);
  if (rules.languages != 0)
    rules.kinds |= 1u << MUKANA_PLAN_RULE_LANGUAGE;
  for (guint i = 0; i < MUKANA_PLAN_N_RULES; i++)
    if (self->switches[i] != NULL && gtk_switch_get_active (GTK_SWITCH (self->switches[i])))
      rules.kinds |= 1u << i;
  self->rules = rules;
  return mukana_group_rules_to_text (&rules);
}

static GtkWidget *
add_switch (MukanaGroupRulesGroup *self,
            const char            *title,
            const char            *subtitle)
{
  GtkWidget *made = gtk_switch_new ();

  mukana_setting_group_add (MUKANA_SETTING_GROUP (self), made, "active", title, subtitle);
  return made;
}

static GtkWidget *
add_language (MukanaGroupRulesGroup *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *made;

  gtk_string_list_append (labels, _("Not required"));
  for (guint i = 0; mukana_languages[i] != NULL; i++)
    gtk_string_list_append (labels, mukana_code_label (mukana_languages, mukana_languages[i]));
  made = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  mukana_setting_group_add (MUKANA_SETTING_GROUP (self), made, "selected",
                            _("Somebody who works in this language"), NULL);
  return made;
}

static void
mukana_group_rules_group_class_init (MukanaGroupRulesGroupClass *class)
{
  MukanaSettingGroupClass *group_class = MUKANA_SETTING_GROUP_CLASS (class);

  group_class->setting = MUKANA_GROUP_RULES;
  group_class->show = show_rules;
  group_class->read = read_rules;
}

static void
mukana_group_rules_group_init (MukanaGroupRulesGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Who goes together"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self),
    _("Asked of the group when all requests are planned, where two or more are wanted"));
  self->switches[MUKANA_PLAN_RULE_MENTOR] =
    add_switch (self, _("A first-timer with an experienced one"), NULL);
  self->switches[MUKANA_PLAN_RULE_TWO] =
    add_switch (self, _("Nobody alone"), _("Two or more are asked, or nobody"));
  self->switches[MUKANA_PLAN_RULE_AREAS] =
    add_switch (self, _("Not all from one municipality"), NULL);
  self->language = add_language (self);
}
