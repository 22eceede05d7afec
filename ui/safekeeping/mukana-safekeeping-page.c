/* mukana-safekeeping-page.c: backups, the recovery key and the keyring of a register.
 *
 * Shows what the register remembers of its backups and which of them are still in their
 * folder.  Opens from the menu and from Today.
 */

#include "ui/safekeeping/mukana-safekeeping-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-server.h"
#include "services/mukana-backing-up.h"
#include "services/mukana-founding.h"
#include "services/mukana-keyring-file.h"
#include "ui/app/mukana-backup-watch.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-file-choose.h"
#include "ui/kit/mukana-layout.h"

#define GROUP_SPACING_PX 30

struct _MukanaSafekeepingPage
{
  MukanaPage  parent_instance;

  GtkWidget  *groups;
  GtkWidget  *backups;      /* group of what there is */
  GPtrArray  *rows;         /* of the backups; in their group */
  GtkWidget  *now;          /* row: back up now */
  GtkWidget  *now_button;
  GtkWidget  *spinner;
  GtkWidget  *folder;       /* row */
  GtkWidget  *folder_alert; /* in it: when the backups are not safe there */
  GtkWidget  *key;          /* row */
  GtkWidget  *keyring;      /* group: only when there is something to say */
};

G_DEFINE_FINAL_TYPE (MukanaSafekeepingPage, mukana_safekeeping_page, MUKANA_TYPE_PAGE)

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
add_deed (GtkWidget  *row,
          const char *label,
          const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static GtkWidget *
make_group (const char *title,
            const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  return group;
}

static char *
format_time (gint64 time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (time_us / G_USEC_PER_SEC);

  /* Translators: a time for g_date_time_format(): "%-d.%-m.%Y klo %-H.%M" in Finnish */
  return g_date_time_format (time, _("%-d %b %Y, %H:%M"));
}

static void
add_backup_row (MukanaSafekeepingPage *self,
                const MukanaBackup    *backup,
                const char            *folder)
{
  g_autofree char *path = g_build_filename (folder, backup->file_name, NULL);
  g_autofree char *time = format_time (backup->made_at);
  gulong n = (gulong) backup->n_people;
  g_autofree char *people = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu person",
                                                          "%lu people", n), n);
  gboolean is_there = mukana_backup_is_in (folder, backup);
  GtkWidget *row = make_row (time, is_there ? people : _("Not in the folder any more"));
  GtkWidget *button;

  if (is_there && !mukana_context_is_made_up (mukana_page_get_context (MUKANA_PAGE (self))))
    {
      g_autofree char *spoken = g_strdup_printf (_("Restore the backup of %s"), time);

      button = add_deed (row, _("_Restore…"), "app.restore");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spoken, -1);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (button),
                                     GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->backups), row);
  g_ptr_array_add (self->rows, row);
}

/* Of those in the folder: a copy in another folder is none here. */
static const MukanaBackup *
find_newest (GPtrArray  *backups,
             const char *folder)
{
  for (guint i = 0; folder != NULL && i < backups->len; i++)
    if (mukana_backup_is_in (folder, g_ptr_array_index (backups, i)))
      return g_ptr_array_index (backups, i);

  return NULL;
}

static void
show_newest (MukanaSafekeepingPage *self,
             GPtrArray             *backups,
             const char            *folder)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (MUKANA_PAGE (self)));
  const MukanaBackup *newest = find_newest (backups, folder);
  gulong days = newest != NULL ? (gulong) MAX (today - mukana_day_from_us (newest->made_at), 0) : 0;
  g_autofree char *words = NULL;

  if (newest == NULL)
    words = g_strdup (backups->len > 0 ? _("There is no backup in this folder yet")
                                       : _("There is no backup yet"));
  else if (days == 0)
    words = g_strdup (_("The newest is of today, and was found whole"));
  else
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The newest is %lu day old",
                                          "The newest is %lu days old", days), days);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->now), words);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaSafekeepingPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                           &error);
  g_autofree char *folder =
    mukana_backup_dup_folder (mukana_page_get_context (MUKANA_PAGE (self)));

  if (backups == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->backups),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < backups->len && folder != NULL; i++)
    add_backup_row (self, g_ptr_array_index (backups, i), folder);
  show_newest (self, backups, folder);
  gtk_widget_set_visible (self->backups, backups->len > 0);
}

static void
about_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (MukanaSafekeepingPage) self = data;
  /* Without it the row stays as it is; the list says when the store is away. */
  g_autoptr (MukanaRegisterAbout) about = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                   NULL, NULL);
  g_autofree char *words = NULL;

  if (about == NULL)
    return;

  if (about->recovery_confirmed_at > 0)
    {
      g_autofree char *day = mukana_format_day (NULL,
                                                mukana_day_from_us (about->recovery_confirmed_at));

      words = g_strdup_printf (_("Checked on %s. Check it once a year."), day);
    }
  else
    words = g_strdup (_("Nobody has checked the recovery key yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->key), words);
}

/* A folder that is away, or goes with the disk of the register, is said to be so. */
static void
show_folder (MukanaSafekeepingPage *self,
             const char            *folder)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  const char *uri = mukana_store_peek_uri (mukana_context_get_store (context));
  GSettings *settings = mukana_context_get_settings (context);
  g_autofree char *chosen = settings != NULL ? g_settings_get_string (settings, "backup-folder")
                                             : NULL;
  gboolean is_chosen = chosen != NULL && *chosen == '/';
  g_autofree char *beside = g_path_get_dirname (uri + strlen ("sqlite:"));
  const char *looked_at = is_chosen ? folder : beside;
  gboolean is_near = mukana_backup_is_on_own_disk (looked_at, uri + strlen ("sqlite:"));
  gboolean is_away = is_chosen && (!g_file_test (folder, G_FILE_TEST_IS_DIR) ||
                                   (is_near && g_settings_get_boolean (settings,
                                                                       "backup-folder-elsewhere")));
  const char *remark = is_away ? _("The folder is not there: connect the memory stick or the "
                                   "network disk, or choose another folder.")
                       : is_near ? _("It is on a disk of this computer: if that breaks or is "
                                     "stolen, the backups go too. Choose a folder on another "
                                     "disk or in the network.")
                       : NULL;
  g_autofree char *words = remark != NULL ? g_strdup_printf ("%s\n%s", folder, remark) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->folder), words != NULL ? words : folder);
  gtk_widget_set_visible (self->folder_alert, remark != NULL);
}

static void
refresh (MukanaSafekeepingPage *self)
{
  MukanaPage *page = MUKANA_PAGE (self);
  g_autofree char *folder = mukana_backup_dup_folder (mukana_page_get_context (page));

  if (folder != NULL)
    show_folder (self, folder);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->folder),
                                 _("The server of a shared register makes its own backups"));
  gtk_widget_set_sensitive (self->now_button, folder != NULL);
  mukana_page_run_async (page, &mukana_backups_job, NULL, NULL, listed_cb, g_object_ref (self));
  mukana_page_run_async (page, &mukana_founding_about_job, NULL, NULL, about_read_cb,
                         g_object_ref (self));
}

static void
set_busy (MukanaSafekeepingPage *self,
          gboolean               is_busy)
{
  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), is_busy);
  gtk_widget_set_sensitive (self->now_button, !is_busy);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaSafekeepingPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaBackup) backup = mukana_backing_up_finish (result, &error);

  set_busy (self, FALSE);
  if (backup != NULL)
    mukana_page_toast (MUKANA_PAGE (self), _("The backup was made, opened and found whole"));
  else
    mukana_page_fail (MUKANA_PAGE (self), error);
  refresh (self);
}

static void
back_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaSafekeepingPage *self = MUKANA_SAFEKEEPING_PAGE (widget);
  g_autofree char *folder =
    mukana_backup_dup_folder (mukana_page_get_context (MUKANA_PAGE (self)));

  if (folder == NULL)
    return;

  set_busy (self, TRUE);
  mukana_backup_make_async (mukana_page_get_context (MUKANA_PAGE (self)), backed_up_cb,
                            g_object_ref (self));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (MukanaSafekeepingPage) self = data;
  /* Nothing chosen changes nothing. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  GSettings *settings = mukana_context_get_settings (mukana_page_get_context (MUKANA_PAGE (self)));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  const char *uri;

  if (path == NULL || settings == NULL)
    return;

  uri = mukana_store_peek_uri (mukana_page_get_store (MUKANA_PAGE (self)));
  g_settings_set_string (settings, "backup-folder", path);
  g_settings_set_boolean (settings, "backup-folder-elsewhere",
                          g_str_has_prefix (uri, "sqlite:") &&
                          !mukana_backup_is_on_own_disk (path, uri + strlen ("sqlite:")));
  /* A folder without a copy keeps nothing safe: the first is made at once. */
  if (!mukana_context_is_made_up (mukana_page_get_context (MUKANA_PAGE (self))))
    gtk_widget_activate_action (GTK_WIDGET (self), "safekeeping.back-up", NULL);
  refresh (self);
}

static void
choose_folder_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  const MukanaFileChoose asked = {
    .kind = MUKANA_FILE_CHOOSE_FOLDER, .title = _("Folder of the backups"),
  };

  mukana_file_choose_async (GTK_WINDOW (gtk_widget_get_root (widget)), &asked, NULL,
                            folder_chosen_cb, g_object_ref (widget));
}

static GtkWidget *
make_backup_group (MukanaSafekeepingPage *self)
{
  GtkWidget *group = make_group (_("Backups"),
                                 _("Each day that the register is open, a copy is made by itself, "
                                   "opened with the key and read to its end. The three newest and "
                                   "four weeks are kept. They open with the recovery key."));
  GtkWidget *other;

  self->now = make_row (_("Back up"), NULL);
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->now), self->spinner);
  self->now_button = add_deed (self->now, _("Back up _now"), "safekeeping.back-up");
  self->folder = make_row (_("Folder of the backups"), NULL);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->folder), 0);
  self->folder_alert = gtk_image_new_from_icon_name ("mukana-alert-symbolic");
  gtk_widget_set_visible (self->folder_alert, FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->folder), self->folder_alert);
  add_deed (self->folder, _("C_hoose…"), "safekeeping.choose-folder");
  other = make_row (_("Restore from a file"),
                    _("A backup of this register, or of one on another computer"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (add_deed (other, _("C_hoose…"), "app.restore")),
                                    "s", "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->now);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->folder);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), other);
  gtk_widget_set_sensitive (other, !mukana_context_is_made_up (mukana_page_get_context (
                                     MUKANA_PAGE (self))));
  return group;
}

static GtkWidget *
make_key_group (MukanaSafekeepingPage *self)
{
  GtkWidget *group = make_group (_("Key"),
                                 _("The register opens with the key in the keyring of this "
                                   "computer. The recovery key is the same key on paper."));
  GtkWidget *change = make_row (_("Change the key"),
                                _("When the sheet is lost or somebody has seen it"));

  /* A register on a server opens with a password and has no sheet. */
  gtk_widget_set_visible (group, !mukana_server_is_uri (mukana_store_peek_uri (
                                   mukana_page_get_store (MUKANA_PAGE (self)))));
  self->key = make_row (_("Recovery key"), NULL);
  add_deed (self->key, _("_Check…"), "app.check-recovery-key");
  add_deed (change, _("C_hange…"), "app.change-key");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->key);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), change);
  if (mukana_context_is_made_up (mukana_page_get_context (MUKANA_PAGE (self))))
    {
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                             _("The key of a training register is thrown away "
                                               "with it."));
      gtk_widget_set_sensitive (self->key, FALSE);
      gtk_widget_set_sensitive (change, FALSE);
    }
  return group;
}

static GtkWidget *
make_keyring_group (void)
{
  GtkWidget *group = make_group (_("Keyring"), NULL);
  GtkWidget *row = make_row (_("The keyring has no password"),
                             _("It keeps the key in plain text, and whoever has this computer can "
                               "read it. Give the keyring a password with the program Passwords "
                               "and Keys."));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("mukana-alert-symbolic"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static void
mukana_safekeeping_page_shown (MukanaPage *page)
{
  MukanaSafekeepingPage *self = MUKANA_SAFEKEEPING_PAGE (page);

  gtk_widget_set_visible (self->keyring, mukana_keyring_is_plain ());
  refresh (self);
}

static void
mukana_safekeeping_page_constructed (GObject *object)
{
  MukanaSafekeepingPage *self = MUKANA_SAFEKEEPING_PAGE (object);

  G_OBJECT_CLASS (mukana_safekeeping_page_parent_class)->constructed (object);

  self->keyring = make_keyring_group ();
  self->backups = make_group (_("Backups there are"), NULL);
  gtk_widget_set_visible (self->backups, FALSE);
  gtk_box_append (GTK_BOX (self->groups), self->keyring);
  gtk_box_append (GTK_BOX (self->groups), make_backup_group (self));
  gtk_box_append (GTK_BOX (self->groups), self->backups);
  gtk_box_append (GTK_BOX (self->groups), make_key_group (self));
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_page (self->groups));
}

static void
mukana_safekeeping_page_finalize (GObject *object)
{
  g_ptr_array_unref (MUKANA_SAFEKEEPING_PAGE (object)->rows);

  G_OBJECT_CLASS (mukana_safekeeping_page_parent_class)->finalize (object);
}

static void
mukana_safekeeping_page_class_init (MukanaSafekeepingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_safekeeping_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = mukana_safekeeping_page_finalize;
  MUKANA_PAGE_CLASS (klass)->shown = mukana_safekeeping_page_shown;
  gtk_widget_class_install_action (widget_class, "safekeeping.back-up", NULL, back_up_action);
  gtk_widget_class_install_action (widget_class, "safekeeping.choose-folder", NULL,
                                   choose_folder_action);
}

static void
mukana_safekeeping_page_init (MukanaSafekeepingPage *self)
{
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, GROUP_SPACING_PX);
  self->rows = g_ptr_array_new ();
}

const MukanaPageInfo mukana_safekeeping_page_info = {
  .id = "safekeeping",
  .title = N_("Backups and key"),
  .icon = "mukana-key-symbolic",
  .parent = "today",
  .is_aside = TRUE,
  .get_type = mukana_safekeeping_page_get_type,
};
