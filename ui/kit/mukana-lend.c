/* mukana-lend.c: lets a widget that stands elsewhere run the actions of another's class.
 *
 * An action is looked for upwards from the widget that names it.  What a page puts
 * into the window's header has the window above it, not the page, so that a button
 * or a menu there would stay insensitive.  Whether an action may run now is still
 * the owner's affair: what is not enabled there does nothing.
 */

#include "ui/kit/mukana-lend.h"

#include <string.h>

typedef struct
{
  GWeakRef  owner;
  char     *full_name;
} Loan;

static void
free_loan (gpointer  data,
           GClosure *closure)
{
  Loan *loan = data;

  g_weak_ref_clear (&loan->owner);
  g_free (loan->full_name);
  g_free (loan);
}

static void
activated_cb (Loan     *loan,
              GVariant *parameter)
{
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&loan->owner);

  if (owner != NULL)
    gtk_widget_activate_action_variant (owner, loan->full_name, parameter);
}

static void
lend (GtkWidget          *owner,
      GHashTable         *groups,
      const char         *full_name,
      const GVariantType *type)
{
  const char *dot = strchr (full_name, '.');
  g_autofree char *prefix = g_strndup (full_name, (gsize) (dot - full_name));
  g_autoptr (GSimpleAction) action = g_simple_action_new (dot + 1, type);
  GSimpleActionGroup *group = g_hash_table_lookup (groups, prefix);
  Loan *loan = g_new0 (Loan, 1);

  if (group == NULL)
    {
      group = g_simple_action_group_new ();
      g_hash_table_insert (groups, g_steal_pointer (&prefix), group);
    }

  g_weak_ref_init (&loan->owner, owner);
  loan->full_name = g_strdup (full_name);
  g_signal_connect_data (action, "activate", G_CALLBACK (activated_cb), loan, free_loan,
                         G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

/**
 * mukana_lend_actions:
 * @owner: its class has the actions
 * @borrower: may name them, and so may everything in it
 */
void
mukana_lend_actions (GtkWidget *owner,
                     GtkWidget *borrower)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         g_object_unref);
  const GVariantType *type;
  const char *full_name, *property;
  GHashTableIter each;
  gpointer prefix, group;
  GType of;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (owner), i, &of, &full_name,
                                                   &type, &property); i++)
    if (property == NULL && strchr (full_name, '.') != NULL)
      lend (owner, groups, full_name, type);

  g_hash_table_iter_init (&each, groups);
  while (g_hash_table_iter_next (&each, &prefix, &group))
    gtk_widget_insert_action_group (borrower, prefix, G_ACTION_GROUP (group));
}
