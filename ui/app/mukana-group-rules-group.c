/* mukana-group-rules-group.c: what is asked of those who are planned for a request together.
 *
 * One setting of the register, stored at each change.  Of languages one is chosen here;
 * further ones that were set elsewhere stay.
 */

#include "ui/app/mukana-group-rules-group.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-group-rules.h"
#include "services/mukana-remembering.h"
#include "ui/kit/mukana-error-view.h"

/* Goes with the group, whose data it is. */
typedef struct
{
  MukanaContext    *context;
  GtkWidget        *window;      /* holds the group */
  GtkWidget        *switches[MUKANA_PLAN_N_RULES];   /* NULL: LANGUAGE */
  GtkWidget        *language;    /* GtkDropDown: 0: none */
  MukanaGroupRules  rules;       /* as stored */
  gboolean          is_showing;
} RulesGroup;

static int
find_language (guint32 languages)
{
  for (int i = 0; mukana_languages[i] != NULL; i++)
    if (languages >> i & 1)
      return i;

  return -1;
}

static void
show_rules (RulesGroup *self)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < MUKANA_PLAN_N_RULES; i++)
    if (self->switches[i] != NULL)
      gtk_switch_set_active (GTK_SWITCH (self->switches[i]), (self->rules.kinds >> i & 1) != 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->language),
                              (guint) (find_language (self->rules.languages) + 1));
  self->is_showing = FALSE;
}

static MukanaGroupRules
read_rules (RulesGroup *self)
{
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
  return rules;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWidget) group = data;
  RulesGroup *self = g_object_get_data (G_OBJECT (group), "group-rules");
  /* Without it the usual rules are shown; storing them says when the store is away. */
  g_autofree char *text = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);

  if (!mukana_group_rules_parse (text, &self->rules))
    mukana_group_rules_parse (NULL, &self->rules);
  show_rules (self);
  gtk_widget_set_sensitive (group, TRUE);
}

static void
read_stored (GtkWidget *group)
{
  RulesGroup *self = g_object_get_data (G_OBJECT (group), "group-rules");

  mukana_store_run_async (mukana_context_get_store (self->context), &mukana_setting_get_job,
                          g_strdup (MUKANA_GROUP_RULES), g_free, NULL, read_cb,
                          g_object_ref (group));
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GtkWidget) group = data;
  RulesGroup *self = g_object_get_data (G_OBJECT (group), "group-rules");
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (gtk_widget_get_root (group) != NULL)
    adw_preferences_window_add_toast (
      ADW_PREFERENCES_WINDOW (self->window),
      adw_toast_new (error != NULL ? mukana_error_view_peek_sentence (error)
                                   : _("Stored. It holds for what is planned from now on.")));
  /* What is shown is what is stored, also when that was refused. */
  if (error != NULL)
    read_stored (group);
}

static void
changed_cb (GtkWidget *group)
{
  RulesGroup *self = g_object_get_data (G_OBJECT (group), "group-rules");
  g_autofree char *text = NULL;

  if (self == NULL || self->is_showing)
    return;

  self->rules = read_rules (self);
  text = mukana_group_rules_to_text (&self->rules);
  mukana_store_run_async (mukana_context_get_store (self->context), &mukana_setting_set_job,
                          mukana_setting_new (MUKANA_GROUP_RULES, text),
                          (GDestroyNotify) mukana_setting_free, NULL, stored_cb,
                          g_object_ref (group));
}

static GtkWidget *
make_row (GtkWidget  *group,
          GtkWidget  *suffix,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (suffix), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), suffix);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return suffix;
}

static GtkWidget *
make_switch (GtkWidget  *group,
             const char *title,
             const char *subtitle)
{
  GtkWidget *made = make_row (group, gtk_switch_new (), title, subtitle);

  g_signal_connect_swapped (made, "notify::active", G_CALLBACK (changed_cb), group);
  return made;
}

static GtkWidget *
make_language (GtkWidget *group)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *made;

  gtk_string_list_append (labels, _("Not required"));
  for (guint i = 0; mukana_languages[i] != NULL; i++)
    gtk_string_list_append (labels, mukana_code_label (mukana_languages, mukana_languages[i]));
  made = make_row (group, gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL),
                   _("Somebody who works in this language"), NULL);
  g_signal_connect_swapped (made, "notify::selected", G_CALLBACK (changed_cb), group);
  return made;
}

static void
free_group (gpointer data)
{
  RulesGroup *self = data;

  g_object_unref (self->context);
  g_free (self);
}

/** mukana_group_rules_group_new: @window: the AdwPreferencesWindow that holds the group */
GtkWidget *
mukana_group_rules_group_new (MukanaContext *context,
                              GtkWidget     *window)
{
  RulesGroup *self = g_new0 (RulesGroup, 1);
  GtkWidget *group = adw_preferences_group_new ();

  self->context = g_object_ref (context);
  self->window = window;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Who goes together"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _("Asked of the group when all requests are planned, where two or more are wanted"));
  self->switches[MUKANA_PLAN_RULE_MENTOR] =
    make_switch (group, _("A first-timer with an experienced one"), NULL);
  self->switches[MUKANA_PLAN_RULE_TWO] =
    make_switch (group, _("Nobody alone"), _("Two or more are asked, or nobody"));
  self->switches[MUKANA_PLAN_RULE_AREAS] =
    make_switch (group, _("Not all from one municipality"), NULL);
  self->language = make_language (group);
  gtk_widget_set_sensitive (group, FALSE);

  g_object_set_data_full (G_OBJECT (group), "group-rules", self, free_group);
  read_stored (group);
  return group;
}
