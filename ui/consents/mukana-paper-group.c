/* mukana-paper-group.c: consent forms and the privacy notice, to be printed.
 *
 * In the language of whoever reads them, and in plain language if that is wanted.
 */

#include "ui/consents/mukana-paper-group.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-paper.h"
#include "ui/kit/mukana-writing-out.h"

typedef struct
{
  MukanaPage      *page;       /* weak: has the group in it */
  GtkWidget       *language;   /* AdwComboRow */
  GtkWidget       *plain;      /* GtkSwitch */
  MukanaPaperKind  asked;
} Papers;

static void
free_papers (gpointer data)
{
  Papers *self = data;

  g_clear_weak_pointer (&self->page);
  g_free (self);
}

static const MukanaWritingOut way = {
  &mukana_paper_job, NULL, (GDestroyNotify) mukana_paper_free,
  N_("The paper is saved, ready to be printed"), NULL
};

static gpointer
make (gconstpointer  group,
      const char    *path)
{
  Papers *self = g_object_get_data (G_OBJECT (group), "papers");
  guint language = adw_combo_row_get_selected (ADW_COMBO_ROW (self->language));

  return mukana_paper_new (self->asked, mukana_contact_languages[language],
                           gtk_switch_get_active (GTK_SWITCH (self->plain)), path);
}

static void
ask (GtkWidget       *group,
     MukanaPaperKind  kind,
     const char      *name)
{
  Papers *self = g_object_get_data (G_OBJECT (group), "papers");
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the paper"), .name = name,
  };

  self->asked = kind;
  if (self->page != NULL)
    mukana_writing_out_ask (self->page, &way, &place, make, g_object_ref (group), g_object_unref);
}

static void
form_clicked_cb (GtkWidget *group)
{
  ask (group, MUKANA_PAPER_CONSENT_FORM, _("consent-form.pdf"));
}

static void
notice_clicked_cb (GtkWidget *group)
{
  ask (group, MUKANA_PAPER_PRIVACY_NOTICE, _("privacy-notice.pdf"));
}

static void
add_paper (GtkWidget  *group,
           const char *title,
           const char *subtitle,
           GCallback   clicked)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("PDF…"));
  g_autofree char *spoken = g_strdup_printf (_("Save as PDF: %s"), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect_swapped (button, "clicked", clicked, group);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
make_language_row (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; mukana_contact_languages[i] != NULL; i++)
    gtk_string_list_append (names, mukana_code_label (mukana_languages,
                                                      mukana_contact_languages[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Language of the paper"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  return row;
}

GtkWidget *
mukana_paper_group_new (MukanaPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *plain = adw_action_row_new ();
  Papers *self = g_new0 (Papers, 1);

  g_set_weak_pointer (&self->page, page);
  self->language = make_language_row ();
  self->plain = gtk_switch_new ();
  g_object_set_data_full (G_OBJECT (group), "papers", self, free_papers);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Papers"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _("With the texts in force and the county's own details. What is not known is a line to "
      "write on."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (plain), _("In plain language"));
  gtk_widget_set_valign (self->plain, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (plain), self->plain);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (plain), self->plain);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->language);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), plain);
  add_paper (group, _("Consent form"),
             _("All that rests on consent, each to be answered by itself"),
             G_CALLBACK (form_clicked_cb));
  add_paper (group, _("Privacy notice"),
             _("What the data are used for, on what basis, and the rights of a person"),
             G_CALLBACK (notice_clicked_cb));
  return group;
}
