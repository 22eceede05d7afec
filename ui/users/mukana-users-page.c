/* mukana-users-page.c: who works with a register, and as what.
 *
 * Opens from the menu.  Says plainly that on one machine a role is a convenience:
 * whoever opens the file has the key to everything in it; and what a server adds.
 */

#include "ui/users/mukana-users-page.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-role-rights.h"
#include "domain/mukana-server.h"
#include "services/mukana-naming.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-record-dialog.h"
#include "ui/kit/mukana-switch-row.h"

struct _MukanaUsersPage
{
  MukanaPage  parent_instance;

  GPtrArray  *users;      /* MukanaRegisterUser; NULL until read */
  GtkWidget  *list;       /* list box */
  GtkWidget  *nobody;     /* what is said while nobody is named */
  GtkWidget  *unseen;     /* and while nobody is named to see criminal background */
};

G_DEFINE_FINAL_TYPE (MukanaUsersPage, mukana_users_page, MUKANA_TYPE_PAGE)

static gboolean
is_on_server (MukanaUsersPage *self)
{
  MukanaStore *store = mukana_page_get_store (MUKANA_PAGE (self));

  return mukana_server_is_uri (mukana_store_peek_uri (store));
}

static void
user_saved (MukanaPage *page,
            gpointer    result,
            gpointer    data)
{
  mukana_page_did_for_good (page, _("The role holds from now on"));
}

static const MukanaRecordDeed save_deed = {
  &mukana_user_save_job, NULL, NULL, user_saved
};

static void
present_dialog (MukanaUsersPage    *self,
                MukanaRegisterUser *user)
{
  g_autoptr (MukanaRegisterUser) fresh = g_object_new (MUKANA_TYPE_REGISTER_USER, NULL);
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_register_user_check);
  MukanaRecordDialog *dialog;
  GtkWidget *name, *role;

  mukana_record_init_text (fresh, "role", "reader");
  mukana_form_load (form, user != NULL ? user : fresh);
  dialog = mukana_record_dialog_new (MUKANA_PAGE (self),
                                     user != NULL ? _("Role of a user") : _("New user"),
                                     user != NULL ? _("Save") : _("Add"), form, &save_deed, NULL,
                                     NULL);
  mukana_record_dialog_explain (
    dialog, is_on_server (self)
            ? _("The login with which somebody signs in to the server, as the log names them.")
            : _("The account with which somebody signs in to the computer."));
  name = mukana_field_row_new (is_on_server (self) ? _("Login of the server") : _("Account"),
                               "name", form);
  gtk_widget_set_sensitive (name, user == NULL);
  mukana_record_dialog_add (dialog, name);

  mukana_record_dialog_add_group (dialog, NULL);
  role = mukana_choice_row_new (_("Role"), "role", form);
  for (guint i = 0; mukana_roles[i] != NULL; i++)
    mukana_choice_row_add (MUKANA_CHOICE_ROW (role), mukana_roles[i],
                           _(mukana_role_label (mukana_roles[i])));
  mukana_record_dialog_add (dialog, role);
  mukana_record_dialog_add (dialog, mukana_switch_row_new (_("Sees criminal background"),
                                                           "sees-article-10", form));
  gtk_window_present (GTK_WINDOW (dialog));
}

static MukanaRegisterUser *
find_user (MukanaUsersPage *self,
           const char      *name)
{
  for (guint i = 0; self->users != NULL && i < self->users->len; i++)
    {
      MukanaRegisterUser *user = g_ptr_array_index (self->users, i);

      if (g_str_equal (user->name, name))
        return user;
    }

  return NULL;
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaUsersPage *self = MUKANA_USERS_PAGE (widget);
  MukanaRegisterUser *user = find_user (self, g_variant_get_string (parameter, NULL));

  if (user != NULL)
    present_dialog (self, user);
}

static void
mukana_users_page_add (MukanaPage *page)
{
  present_dialog (MUKANA_USERS_PAGE (page), NULL);
}

static void
dropped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaUsersPage) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else
    mukana_page_did_for_good (MUKANA_PAGE (self), _("The user is no longer named"));
}

static void
drop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaUsersPage *self = MUKANA_USERS_PAGE (widget);
  MukanaRegisterUser *user = find_user (self, g_variant_get_string (parameter, NULL));

  if (user != NULL)
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_user_drop_job, g_object_ref (user),
                           g_object_unref, dropped_cb, g_object_ref (self));
}

/* Whoever works here, in the role they have, sees criminal background from now on. */
static void
see_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaUsersPage *self = MUKANA_USERS_PAGE (widget);
  MukanaPage *page = MUKANA_PAGE (widget);
  const char *actor = mukana_store_peek_actor (mukana_page_get_store (page));
  MukanaRegisterUser *known = find_user (self, actor);
  MukanaRegisterUser *before = g_object_new (MUKANA_TYPE_REGISTER_USER, NULL);
  MukanaRegisterUser *named;

  mukana_record_init_text (before, "name", actor);
  mukana_record_init_text (before, "role", known != NULL ? known->role : "coordinator");
  named = mukana_record_with_int (before, "sees-article-10", TRUE);
  mukana_page_do (page, &mukana_user_save_job, named, g_object_unref,
                  _("You see criminal background from now on"),
                  mukana_step_new (_("You see criminal background from now on"),
                                   known != NULL ? &mukana_user_save_job : &mukana_user_drop_job,
                                   before, g_object_unref));
}

static GtkWidget *
make_button (const char         *label,
             const char         *action,
             MukanaRegisterUser *user)
{
  GtkWidget *button = mukana_layout_button (label, "flat", action);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", user->name);
  return mukana_layout_middle (button);
}

static GtkWidget *
make_row (MukanaRegisterUser *user)
{
  g_autofree char *role = user->sees_article_10 != 0
                          ? g_strdup_printf (_("%s; sees criminal background"),
                                             _(mukana_role_label (user->role)))
                          : g_strdup (_(mukana_role_label (user->role)));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), mukana_layout_margins (
    mukana_layout_row (6, mukana_layout_expand (
      mukana_layout_column (3, mukana_layout_wrapped (user->name, "row-title"),
                            mukana_layout_wrapped (role, "second-line"),
                            mukana_layout_wrapped (_(mukana_role_describe (user->role)),
                                                   "second-line"), NULL)),
                       make_button (_("_Edit…"), "users.edit", user),
                       make_button (_("_Remove"), "users.drop", user), NULL), 12));
  return row;
}

static gboolean
is_seen (GPtrArray *users)
{
  for (guint i = 0; i < users->len; i++)
    if (((MukanaRegisterUser *) g_ptr_array_index (users, i))->sees_article_10 != 0)
      return TRUE;

  return FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaUsersPage) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *users = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  GtkWidget *row;

  if (users == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->users, g_ptr_array_unref);
  self->users = users;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < users->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (g_ptr_array_index (users, i)));
  gtk_widget_set_visible (self->list, users->len > 0);
  gtk_widget_set_visible (self->nobody, users->len == 0);
  gtk_widget_set_visible (self->unseen, !is_seen (users));
}

static void
read_users (MukanaUsersPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_users_list_job, NULL, NULL, read_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (MukanaUsersPage *self,
                  MukanaChangeSet *changes)
{
  if (mukana_change_set_touches (changes, MUKANA_KIND_USER, 0))
    read_users (self);
}

static void
mukana_users_page_open (MukanaPage *page,
                        gint64      id)
{
  read_users (MUKANA_USERS_PAGE (page));
}

static GtkWidget *
make_unseen (void)
{
  GtkWidget *see = mukana_layout_button (_("Let _me see it"), NULL, "users.see");

  gtk_accessible_update_property (GTK_ACCESSIBLE (see), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Let me see criminal background"), -1);
  return mukana_layout_column (
    6, mukana_layout_wrapped (
         _("Nobody is named to see criminal background, so nobody sees it: neither the theme nor "
           "whose it is. Name only those who need it in their work."), NULL),
    mukana_layout_row (6, see, NULL), NULL);
}

static GtkWidget *
make_content (MukanaUsersPage *self)
{
  self->list = gtk_list_box_new ();
  self->nobody = mukana_layout_wrapped (
    _("Nobody is named yet: everybody who opens the register may do everything, and sees all but "
      "criminal background. Whoever names the first user becomes the coordinator, and those who "
      "are not named only read."), NULL);
  self->unseen = make_unseen ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_set_visible (self->nobody, FALSE);
  gtk_widget_set_visible (self->unseen, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Users"), -1);
  return mukana_layout_page (mukana_layout_margins (
    mukana_layout_column (
      12, mukana_layout_heading (_("Users and roles"),
                                 mukana_layout_button (_("_Add…"), NULL, "win.new")),
      mukana_layout_wrapped (
        is_on_server (self)
        ? _("A role shapes what the program shows and lets somebody do. The server says who "
            "somebody is, and nobody writes the log in another name; but whoever was let in can "
            "read everything past the program.")
        : _("A role shapes what the program shows and lets somebody do. On one computer it is a "
            "convenience and not a protection: whoever can open the register file has the key to "
            "everything in it."), "second-line"),
      self->nobody, self->list, self->unseen, NULL), 12));
}

static void
mukana_users_page_constructed (GObject *object)
{
  MukanaUsersPage *self = MUKANA_USERS_PAGE (object);

  G_OBJECT_CLASS (mukana_users_page_parent_class)->constructed (object);

  mukana_page_set_content (MUKANA_PAGE (self), make_content (self));
  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_users_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_USERS_PAGE (object)->users, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_users_page_parent_class)->finalize (object);
}

static void
mukana_users_page_class_init (MukanaUsersPageClass *klass)
{
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_users_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = mukana_users_page_finalize;
  page_class->open = mukana_users_page_open;
  page_class->add = mukana_users_page_add;
  gtk_widget_class_install_action (widget_class, "users.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "users.drop", "s", drop_action);
  gtk_widget_class_install_action (widget_class, "users.see", NULL, see_action);
}

static void
mukana_users_page_init (MukanaUsersPage *self)
{
}

const MukanaPageInfo mukana_users_page_info = {
  .id = "users",
  .title = N_("Users and roles"),
  .icon = "mukana-person-symbolic",
  .get_type = mukana_users_page_get_type,
  .parent = "today",
  .is_aside = TRUE,
};
