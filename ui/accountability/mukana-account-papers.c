/* mukana-account-papers.c: the record of processing and the impact assessment, as PDF. */

#include "ui/accountability/mukana-account-groups.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-paper.h"
#include "ui/kit/mukana-writing-out.h"

typedef struct
{
  MukanaPage      *page;       /* weak: has the group in it */
  GtkWidget       *language;   /* AdwComboRow */
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

  return mukana_paper_new (self->asked, mukana_contact_languages[language], FALSE, path);
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
record_clicked_cb (GtkWidget *group)
{
  ask (group, MUKANA_PAPER_PROCESSING_RECORD, _("record-of-processing.pdf"));
}

static void
assessment_clicked_cb (GtkWidget *group)
{
  ask (group, MUKANA_PAPER_IMPACT_ASSESSMENT, _("impact-assessment.pdf"));
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

/** mukana_account_papers_new: Returns: (transfer floating): the papers of accountability */
GtkWidget *
mukana_account_papers_new (MukanaPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  Papers *self = g_new0 (Papers, 1);

  g_set_weak_pointer (&self->page, page);
  self->language = make_language_row ();
  g_object_set_data_full (G_OBJECT (group), "papers", self, free_papers);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Documents"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _("With the register's own purposes, legal bases and retention periods. What the program does "
      "not know is a line to write on."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->language);
  add_paper (group, _("Record of processing activities"), _("GDPR, Article 30"),
             G_CALLBACK (record_clicked_cb));
  add_paper (group, _("Data protection impact assessment"),
             _("GDPR, Article 35; a template to be filled in"), G_CALLBACK (assessment_clicked_cb));
  return group;
}
