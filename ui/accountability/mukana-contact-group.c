/* mukana-contact-group.c: whom papers name: the controller and the data protection officer. */

#include "ui/accountability/mukana-account-groups.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-accounting.h"
#include "services/mukana-remembering.h"

typedef struct
{
  MukanaPage *page;       /* weak: has the group in it */
  GPtrArray  *rows;       /* AdwEntryRow, in the order of mukana_contact_settings; borrowed */
} Contacts;

static void
free_contacts (gpointer data)
{
  Contacts *self = data;

  g_clear_weak_pointer (&self->page);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did_for_good (page, _("Stored; it stands on all papers from now on"));
}

static void
applied_cb (GtkWidget *group,
            GtkWidget *row)
{
  Contacts *self = g_object_get_data (G_OBJECT (group), "contacts");
  const char *name = g_object_get_data (G_OBJECT (row), "setting");

  if (self->page != NULL)
    mukana_page_run_async (self->page, &mukana_setting_set_job,
                           mukana_setting_new (name, gtk_editable_get_text (GTK_EDITABLE (row))),
                           (GDestroyNotify) mukana_setting_free, stored_cb,
                           g_object_ref (self->page));
}

/** mukana_contact_group_show: @values: name of the setting to its value */
void
mukana_contact_group_show (GtkWidget  *group,
                           GHashTable *values)
{
  Contacts *self = g_object_get_data (G_OBJECT (group), "contacts");

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *value = g_hash_table_lookup (values, mukana_contact_settings[i].name);

      gtk_editable_set_text (g_ptr_array_index (self->rows, i), value ? value : "");
    }
}

/** mukana_contact_group_new: Returns: (transfer floating): empty until it is shown something */
GtkWidget *
mukana_contact_group_new (MukanaPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  Contacts *self = g_new0 (Contacts, 1);

  g_set_weak_pointer (&self->page, page);
  self->rows = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (group), "contacts", self, free_contacts);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Contacts on papers"));
  for (guint i = 0; mukana_contact_settings[i].name != NULL; i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     _(mukana_contact_settings[i].label));
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
      gtk_widget_set_sensitive (row, mukana_context_may (mukana_page_get_context (page),
                                                         MUKANA_DEED_KEEP_REGISTER));
      g_object_set_data (G_OBJECT (row), "setting", (gpointer) mukana_contact_settings[i].name);
      g_signal_connect_object (row, "apply", G_CALLBACK (applied_cb), group, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }

  return group;
}
