/* mukana-connect-dialog.c: where a shared register is, and who wants to open it.
 *
 * What is typed is checked as any form; whether the server lets somebody in,
 * the opening tells.  The password goes on in wiped memory and is kept nowhere
 * here.
 */

#include "ui/welcome/mukana-connect-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-server.h"
#include "services/mukana-secret.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-form.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-number-row.h"

typedef struct
{
  GtkWindow         *window;     /* owns us */
  MukanaForm        *form;
  GtkWidget         *password;
  MukanaConnectFunc  connect;
  gpointer           data;
} Connecting;

static void
free_connecting (gpointer data)
{
  Connecting *self = data;

  g_object_unref (self->form);
  g_free (self);
}

static void
connect_cb (Connecting *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->password));
  g_autoptr (GBytes) password = *typed != '\0' ? mukana_secret_new (typed, strlen (typed)) : NULL;
  g_autofree char *uri = NULL;
  MukanaConnectFunc connect = self->connect;
  gpointer data = self->data;

  if (!mukana_form_reveal (self->form))
    return;

  uri = mukana_server_dup_uri (mukana_form_get_draft (self->form));
  gtk_window_destroy (self->window);
  connect (uri, password, data);
}

/* The last one again, or the usual database and the user of this computer. */
static MukanaServer *
make_first (const char *last_uri)
{
  MukanaServer *server;

  if (last_uri != NULL && mukana_server_is_uri (last_uri))
    return mukana_server_from_uri (last_uri);

  server = g_object_new (MUKANA_TYPE_SERVER, NULL);
  mukana_record_init_text (server, "database", "mukana");
  mukana_record_init_text (server, "user", g_get_user_name ());
  return server;
}

static GtkWidget *
make_rows (Connecting *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->password = adw_password_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->password), _("Password"));
  adw_preferences_group_set_description (
    group, _("Over a network the server must prove by certificate who it is. "
             "The password is kept in the keyring once it has opened the register."));
  adw_preferences_group_add (group, mukana_field_row_new (_("Server"), "host", self->form));
  adw_preferences_group_add (group, mukana_number_row_new (_("Port"), "port", NULL, self->form));
  adw_preferences_group_add (group, mukana_field_row_new (_("Database"), "database", self->form));
  adw_preferences_group_add (group, mukana_field_row_new (_("User name"), "user", self->form));
  adw_preferences_group_add (group, self->password);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  g_signal_connect_swapped (self->password, "entry-activated", G_CALLBACK (connect_cb), self);
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static GtkWidget *
make_bar (Connecting *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *connect = gtk_button_new_with_mnemonic (_("_Connect"));

  gtk_widget_add_css_class (connect, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), connect);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self->window);
  g_signal_connect_swapped (connect, "clicked", G_CALLBACK (connect_cb), self);
  return bar;
}

/**
 * mukana_connect_dialog_present:
 * @last_uri: (nullable): the register that was open last, if it was a shared one
 * @connect: called once, when the address is complete
 */
void
mukana_connect_dialog_present (GtkWindow         *parent,
                               const char        *last_uri,
                               MukanaConnectFunc  connect,
                               gpointer           data)
{
  Connecting *self = g_new0 (Connecting, 1);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (MukanaServer) first = make_first (last_uri);

  self->connect = connect;
  self->data = data;
  self->form = mukana_form_new (mukana_server_check);
  mukana_form_load (self->form, first);
  self->window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                               _("Connect to a shared register"), "default-width", 460,
                               "default-height", 480, NULL);
  g_object_set_data_full (G_OBJECT (self->window), "connecting", self, free_connecting);
  gtk_box_append (GTK_BOX (content), make_bar (self));
  gtk_box_append (GTK_BOX (content), make_rows (self));
  adw_window_set_content (ADW_WINDOW (self->window), content);
  mukana_layout_close_on_escape (self->window);
  gtk_window_present (self->window);
}
