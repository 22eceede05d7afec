/* mukana-organisation-page.c: one organisation: agreement, contact persons, themes and log.
 *
 * The page is made anew from each reading; it is read again when a commit
 * touches the organisation.  Every deed is done at once and, where the world
 * allows it, can be taken back.
 */

#include "ui/organisations/mukana-organisation-page.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-cooperating.h"
#include "ui/kit/mukana-chip.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-fact.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/kit/mukana-status.h"
#include "ui/kit/mukana-story-window.h"
#include "ui/kit/mukana-theme-picker.h"
#include "ui/kit/mukana-wrap-box.h"
#include "ui/organisations/mukana-log-dialog.h"
#include "ui/organisations/mukana-organisation-cooperation.h"
#include "ui/organisations/mukana-organisation-dialogs.h"
#include "ui/organisations/mukana-organisation-groups.h"
#include "ui/organisations/mukana-organisation-parts.h"

#define BODY_WIDTH_PX 860

struct _MukanaOrganisationPage
{
  MukanaPage              parent_instance;

  gint64                  id;
  MukanaOrganisationFile *file;      /* as last read; NULL before */

  GtkScrolledWindow      *scrolled;
};

G_DEFINE_FINAL_TYPE (MukanaOrganisationPage, mukana_organisation_page, MUKANA_TYPE_PAGE)

static gint64 *
dup_id (MukanaOrganisationPage *self)
{
  return g_memdup2 (&self->id, sizeof self->id);
}

static GtkWidget *
make_button (MukanaOrganisationPage *self,
             const char             *label,
             const char             *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaOrganisationPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
}

/* Contact persons. */

static void
contact_removed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (MukanaContact) contact = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaOrganisationPage) self = g_object_steal_data (G_OBJECT (contact), "page");

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else
    mukana_page_did (MUKANA_PAGE (self), _("Contact person removed"),
                     mukana_step_new (_("Contact person removed"), &mukana_contact_restore_job,
                                      g_object_ref (contact), g_object_unref));
}

static void
remove_contact_cb (GtkWidget     *button,
                   MukanaContact *contact)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, MUKANA_TYPE_ORGANISATION_PAGE);

  g_object_set_data_full (G_OBJECT (contact), "page", g_object_ref (page), g_object_unref);
  mukana_page_run_async (MUKANA_PAGE (page), &mukana_contact_remove_job, g_object_ref (contact),
                         g_object_unref, contact_removed_cb, g_object_ref (contact));
}

static GtkWidget *
make_contact_line (MukanaOrganisationPage *self,
                   MukanaContact          *contact)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *facts[] = { contact->title, contact->email, contact->phone };
  g_auto (GStrv) parts = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *tip = g_strdup_printf (_("Remove %s"), contact->name);
  g_autofree char *from = mukana_organisation_day (contact->from_day);
  g_autofree char *until = mukana_organisation_day (contact->until_day);
  g_autofree char *term = g_strdup_printf ("%s–%s", from, until);
  GtkWidget *change = mukana_layout_deed_of (_("Change…"), "flat", "organisation.contact",
                                             contact->id, contact->name);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *line;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL && *facts[i] != '\0')
      g_strv_builder_add (builder, facts[i]);
  if (contact->from_day != MUKANA_DAY_NONE || contact->until_day != MUKANA_DAY_NONE)
    g_strv_builder_add (builder, term);
  parts = g_strv_builder_end (builder);
  detail = g_strjoinv (", ", parts);
  line = mukana_organisation_make_line (contact->name, detail);
  gtk_widget_set_tooltip_text (remove, tip);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_contact_cb), contact, 0);
  gtk_box_append (GTK_BOX (line), change);
  gtk_box_append (GTK_BOX (line), remove);
  if (mukana_page_get_narrow (MUKANA_PAGE (self)))
    mukana_organisation_fold_line (line);
  return line;
}

static GtkWidget *
make_contacts (MukanaOrganisationPage *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "mukana-card");
  for (guint i = 0; i < self->file->contacts->len; i++)
    gtk_box_append (GTK_BOX (card),
                    make_contact_line (self, g_ptr_array_index (self->file->contacts, i)));
  if (self->file->contacts->len == 0)
    gtk_box_append (GTK_BOX (card), mukana_organisation_make_line (
      _("No contact persons yet"), _("Who to call, and about what.")));
  return mukana_organisation_make_section (
    _("Contact persons"), make_button (self, _("_Add…"), "organisation.add-contact"), card);
}

static void
add_contact_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  MukanaOrganisationPage *self = MUKANA_ORGANISATION_PAGE (widget);

  gtk_window_present (GTK_WINDOW (mukana_contact_dialog_new (MUKANA_PAGE (self), self->id,
                                                             NULL)));
}

static void
contact_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaOrganisationPage *self = MUKANA_ORGANISATION_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  for (guint i = 0; self->file != NULL && i < self->file->contacts->len; i++)
    {
      MukanaContact *contact = g_ptr_array_index (self->file->contacts, i);

      if (contact->id == id)
        gtk_window_present (GTK_WINDOW (mukana_contact_dialog_new (MUKANA_PAGE (self), self->id,
                                                                   contact)));
    }
}

/* Themes. */

static void
save_themes (MukanaOrganisationPage *self,
             GStrv                   theme_ids)
{
  MukanaOrganisationFile *file = g_new0 (MukanaOrganisationFile, 1);

  file->organisation = g_object_ref (self->file->organisation);
  file->theme_ids = theme_ids;
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_organisation_save_job, file,
                         (GDestroyNotify) mukana_organisation_file_free, done_cb,
                         g_object_ref (self));
}

static void
theme_removed_cb (MukanaChip             *chip,
                  MukanaOrganisationPage *self)
{
  const char *id = g_object_get_data (G_OBJECT (chip), "theme");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; self->file->theme_ids[i] != NULL; i++)
    if (!g_str_equal (self->file->theme_ids[i], id))
      g_strv_builder_add (builder, self->file->theme_ids[i]);
  save_themes (self, g_strv_builder_end (builder));
}

static void
theme_picked_cb (MukanaOrganisationPage *self,
                 const char             *theme_id,
                 GtkWidget              *picker)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GtkWidget *popover = gtk_widget_get_ancestor (picker, GTK_TYPE_POPOVER);

  g_strv_builder_addv (builder, (const char **) self->file->theme_ids);
  g_strv_builder_add (builder, theme_id);
  gtk_popover_popdown (GTK_POPOVER (popover));
  save_themes (self, g_strv_builder_end (builder));
}

static GtkWidget *
make_theme_button (MukanaOrganisationPage *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *picker = mukana_theme_picker_new (mukana_page_get_context (MUKANA_PAGE (self)));
  g_autofree char *taken = g_strjoinv (" ", self->file->theme_ids);

  mukana_theme_picker_set_taken (MUKANA_THEME_PICKER (picker), taken);
  g_signal_connect_object (picker, "picked", G_CALLBACK (theme_picked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), picker);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Add…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add a theme"), -1);
  return button;
}

static GtkWidget *
make_themes (MukanaOrganisationPage *self)
{
  MukanaLexicon *words =
    mukana_context_peek_vocabulary (mukana_page_get_context (MUKANA_PAGE (self)));
  GtkWidget *box = mukana_wrap_box_new (6, 6);

  for (guint i = 0; self->file->theme_ids[i] != NULL; i++)
    {
      const char *id = self->file->theme_ids[i];
      GtkWidget *chip = mukana_chip_new (MUKANA_CHIP_VALUE,
                                         mukana_lexicon_label (words, MUKANA_LEXICON_THEME, id));

      g_object_set_data_full (G_OBJECT (chip), "theme", g_strdup (id), g_free);
      g_signal_connect_object (chip, "removed", G_CALLBACK (theme_removed_cb), self, 0);
      mukana_wrap_box_append (MUKANA_WRAP_BOX (box), chip);
    }
  return mukana_organisation_make_section (_("Themes"), make_theme_button (self), box);
}

/* The organisation itself. */

static void
add_fact (GtkWidget  *facts,
          const char *icon_name,
          const char *text)
{
  if (text != NULL && *text != '\0')
    mukana_wrap_box_append (MUKANA_WRAP_BOX (facts), mukana_fact_new (icon_name, text));
}

static GtkWidget *
make_head (MukanaOrganisationPage *self)
{
  MukanaOrganisation *organisation = self->file->organisation;
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *name = gtk_label_new (organisation->name);
  GtkWidget *facts = mukana_wrap_box_new (18, 6);
  GtkWidget *deeds = mukana_wrap_box_new (6, 6);
  GtkWidget *pill = mukana_pill_new (MUKANA_PILL_NEUTRAL, "");
  GtkWidget *log = make_button (self, _("_Log cooperation…"), "organisation.log");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_add_css_class (name, "page-title");
  mukana_organisation_fill_agreement (MUKANA_PILL (pill), organisation->agreement_from,
                                      organisation->agreement_until,
                                      mukana_context_today (context));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (facts), pill);
  add_fact (facts, "mukana-organisation-symbolic",
            _(mukana_code_label (mukana_organisation_kinds, organisation->kind)));
  if (organisation->municipality_code != NULL)
    add_fact (facts, "mukana-place-symbolic",
              mukana_lexicon_label (mukana_context_peek_vocabulary (context),
                                    MUKANA_LEXICON_MUNICIPALITY, organisation->municipality_code));
  add_fact (facts, "mail-unread-symbolic", organisation->email);
  add_fact (facts, "call-start-symbolic", organisation->phone);
  add_fact (facts, "web-browser-symbolic", organisation->website);
  add_fact (facts, "text-x-generic-symbolic", organisation->business_id);
  add_fact (facts, "text-x-generic-symbolic", organisation->note);

  gtk_widget_add_css_class (log, "suggested-action");
  mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds), log);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                          make_button (self, _("_Edit…"), "organisation.edit"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                          make_button (self, _("_History…"), "organisation.history"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                          make_button (self, _("_Remove"), "organisation.remove"));
  gtk_widget_set_margin_top (deeds, 6);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), facts);
  gtk_box_append (GTK_BOX (head), deeds);
  return head;
}

static void
show_file (MukanaOrganisationPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gboolean is_narrow = mukana_page_get_narrow (MUKANA_PAGE (self));
  int margin = is_narrow ? 12 : 24;

  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), make_contacts (self));
  gtk_box_append (GTK_BOX (box), mukana_organisation_make_agreements (MUKANA_PAGE (self),
                                                                      self->file));
  gtk_box_append (GTK_BOX (box), mukana_organisation_make_statements (MUKANA_PAGE (self),
                                                                      self->file));
  gtk_box_append (GTK_BOX (box), mukana_organisation_make_referrals (MUKANA_PAGE (self),
                                                                     self->file));
  gtk_box_append (GTK_BOX (box), mukana_organisation_make_groups (MUKANA_PAGE (self), self->file));
  gtk_box_append (GTK_BOX (box), make_themes (self));
  gtk_box_append (GTK_BOX (box), mukana_organisation_make_section (
    _("Log of cooperation"), NULL, mukana_organisation_make_log (self->file->log, is_narrow)));
  g_object_set (box, "margin-start", margin, "margin-end", margin, "margin-top", 6,
                "margin-bottom", 24, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), BODY_WIDTH_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (self->scrolled, clamp);
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaOrganisationPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaOrganisationFile *file = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                          &error);

  if (file != NULL)
    {
      g_clear_pointer (&self->file, mukana_organisation_file_free);
      self->file = file;
      show_file (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      GtkWidget *status = mukana_status_new ();

      mukana_status_set_error (MUKANA_STATUS (status), mukana_error_view_peek_title (error),
                               mukana_error_view_peek_sentence (error), FALSE);
      gtk_scrolled_window_set_child (self->scrolled, status);
    }
}

static void
reload (MukanaOrganisationPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_organisation_file_job, dup_id (self), g_free,
                         file_read_cb, g_object_ref (self));
}

static void
changed_cb (MukanaOrganisationPage *self,
            MukanaChangeSet        *changes)
{
  if (self->id != 0 && mukana_change_set_touches (changes, MUKANA_KIND_ORGANISATION, self->id))
    reload (self);
}

/* (id of the line): its window is the application's, as that of a new one */
static void
log_line_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_widget_activate_action_variant (widget, "app.log-line", parameter);
}

static void
log_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaOrganisationPage *self = MUKANA_ORGANISATION_PAGE (widget);

  mukana_log_dialog_present (MUKANA_PAGE (self), self->id);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaOrganisationPage *self = MUKANA_ORGANISATION_PAGE (widget);

  if (self->file != NULL)
    gtk_window_present (GTK_WINDOW (mukana_organisation_dialog_new (MUKANA_PAGE (self),
                                                                    self->file->organisation)));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaOrganisationPage) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  mukana_page_did (MUKANA_PAGE (self), _("Organisation removed"),
                   mukana_step_new (_("Organisation removed"), &mukana_organisation_restore_job,
                                    dup_id (self), g_free));
  self->id = 0;
  mukana_page_go_back (MUKANA_PAGE (self));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaOrganisationPage *self = MUKANA_ORGANISATION_PAGE (widget);

  mukana_page_run_async (MUKANA_PAGE (self), &mukana_organisation_remove_job, dup_id (self),
                         g_free, removed_cb, g_object_ref (self));
}

static void
agreement_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MukanaOrganisationPage *self = MUKANA_ORGANISATION_PAGE (widget);

  if (self->file != NULL)
    mukana_agreement_dialog_present (MUKANA_PAGE (self), self->file,
                                     g_variant_get_int64 (parameter));
}

static void
statement_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MukanaOrganisationPage *self = MUKANA_ORGANISATION_PAGE (widget);

  if (self->file != NULL)
    mukana_statement_dialog_present (MUKANA_PAGE (self), self->file,
                                     g_variant_get_int64 (parameter));
}

static void
referrals_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MukanaOrganisationPage *self = MUKANA_ORGANISATION_PAGE (widget);

  if (self->file != NULL)
    mukana_referrals_dialog_present (MUKANA_PAGE (self), self->file);
}

static void
join_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaOrganisationPage *self = MUKANA_ORGANISATION_PAGE (widget);

  if (self->file != NULL && self->file->groups->len > 0)
    mukana_join_dialog_present (MUKANA_PAGE (self), self->file);
}

static void
done_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  mukana_record_deed_done (MUKANA_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
mukana_organisation_page_open (MukanaPage *page,
                               gint64      id)
{
  MUKANA_ORGANISATION_PAGE (page)->id = id;
  reload (MUKANA_ORGANISATION_PAGE (page));
}

static void
mukana_organisation_page_narrow_changed (MukanaPage *page,
                                         gboolean    narrow)
{
  if (MUKANA_ORGANISATION_PAGE (page)->file != NULL)
    show_file (MUKANA_ORGANISATION_PAGE (page));
}

static void
mukana_organisation_page_constructed (GObject *object)
{
  MukanaOrganisationPage *self = MUKANA_ORGANISATION_PAGE (object);
  GtkWidget *status = mukana_status_new ();

  G_OBJECT_CLASS (mukana_organisation_page_parent_class)->constructed (object);

  mukana_status_set_loading (MUKANA_STATUS (status), _("Reading the register"));
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, status);
  mukana_page_set_content (MUKANA_PAGE (self), GTK_WIDGET (self->scrolled));
  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_organisation_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_ORGANISATION_PAGE (object)->file, mukana_organisation_file_free);

  G_OBJECT_CLASS (mukana_organisation_page_parent_class)->finalize (object);
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaOrganisationPage *self = MUKANA_ORGANISATION_PAGE (widget);

  if (self->file != NULL)
    mukana_story_window_present (MUKANA_PAGE (self), MUKANA_RECORD (self->file->organisation),
                                 MUKANA_KIND_ORGANISATION);
}

static void
mukana_organisation_page_class_init (MukanaOrganisationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_organisation_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = mukana_organisation_page_finalize;
  page_class->open = mukana_organisation_page_open;
  page_class->narrow_changed = mukana_organisation_page_narrow_changed;
  gtk_widget_class_install_action (widget_class, "organisation.add-contact", NULL,
                                   add_contact_action);
  gtk_widget_class_install_action (widget_class, "organisation.contact", "x", contact_action);
  gtk_widget_class_install_action (widget_class, "organisation.join", "x", join_action);
  gtk_widget_class_install_action (widget_class, "organisation.agreement", "x", agreement_action);
  gtk_widget_class_install_action (widget_class, "organisation.statement", "x", statement_action);
  gtk_widget_class_install_action (widget_class, "organisation.referrals", "x", referrals_action);
  gtk_widget_class_install_action (widget_class, "organisation.done", "x", done_action);
  gtk_widget_class_install_action (widget_class, "organisation.log", NULL, log_action);
  gtk_widget_class_install_action (widget_class, "organisation.log-line", "x", log_line_action);
  gtk_widget_class_install_action (widget_class, "organisation.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "organisation.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "organisation.remove", NULL, remove_action);
}

static void
mukana_organisation_page_init (MukanaOrganisationPage *self)
{
}

const MukanaPageInfo mukana_organisation_page_info = {
  .id = "organisation",
  .title = N_("Organisation"),
  .icon = "mukana-organisation-symbolic",
  .get_type = mukana_organisation_page_get_type,
  .parent = "organisations",
};
