/* mukana-paper-group.c: papers to be printed, in the language of whoever reads them. */

#include "ui/kit/mukana-paper-group.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-blank-question.h"
#include "ui/kit/mukana-file-name.h"
#include "ui/kit/mukana-whole-choices.h"
#include "ui/kit/mukana-writing-out.h"

typedef struct
{
  MukanaPage             *page;       /* weak: has the group in it */
  GtkWidget              *language;   /* AdwComboRow */
  GtkWidget              *plain;      /* GtkSwitch; NULL: there is no plain version */
  const MukanaPaperOffer *asked;
} Papers;

static void
free_papers (gpointer data)
{
  Papers *self = data;

  g_clear_weak_pointer (&self->page);
  g_free (self);
}

static Papers *
peek_papers (gconstpointer group)
{
  return g_object_get_data (G_OBJECT (group), "papers");
}

static const MukanaWritingOut way = {
  &mukana_paper_job, NULL, (GDestroyNotify) mukana_paper_free,
  N_("The paper is saved, ready to be printed"), NULL
};

static gpointer
make (gconstpointer  group,
      const char    *path)
{
  Papers *self = peek_papers (group);
  guint language = adw_combo_row_get_selected (ADW_COMBO_ROW (self->language));
  gboolean is_plain = self->plain != NULL && gtk_switch_get_active (GTK_SWITCH (self->plain));

  return mukana_paper_new (self->asked->kind, mukana_contact_languages[language], is_plain, path);
}

static void
ask_place (MukanaPage *page,
           gpointer    group)
{
  Papers *self = peek_papers (group);
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));
  g_autofree char *file = mukana_file_name_new (_(self->asked->file_name), NULL, today, 0, ".pdf");
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the paper"), .name = file,
  };

  mukana_writing_out_ask (page, &way, &place, make, g_object_ref (group), g_object_unref);
}

static void
clicked_cb (GtkWidget *group,
            GtkWidget *button)
{
  Papers *self = peek_papers (group);

  self->asked = g_object_get_data (G_OBJECT (button), "offer");
  if (self->page != NULL)
    mukana_blank_question_ask (self->page, ask_place, g_object_ref (group), g_object_unref);
}

static void
add_offer (GtkWidget              *group,
           const MukanaPaperOffer *offer)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("PDF…"));
  g_autofree char *spoken = g_strdup_printf (_("Save as PDF: %s"), _(offer->title));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(offer->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(offer->subtitle));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_object_set_data (G_OBJECT (button), "offer", (gpointer) offer);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), group);
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
  mukana_whole_choices_show (row);
  return row;
}

static GtkWidget *
make_plain_row (Papers *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->plain = gtk_switch_new ();
  gtk_widget_set_valign (self->plain, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("In plain language"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->plain);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->plain);
  return row;
}

/**
 * mukana_paper_group_new:
 * @has_plain: whether there is a version in plain language (selkokieli) to choose
 * @offers: borrowed, as long as the group is there
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
mukana_paper_group_new (MukanaPage             *page,
                        const char             *title,
                        const char             *description,
                        gboolean                has_plain,
                        const MukanaPaperOffer *offers,
                        guint                   n_offers)
{
  GtkWidget *self = adw_preferences_group_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  Papers *papers = g_new0 (Papers, 1);

  g_set_weak_pointer (&papers->page, page);
  papers->language = make_language_row ();
  g_object_set_data_full (G_OBJECT (self), "papers", papers, free_papers);
  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_group_add (group, papers->language);
  if (has_plain)
    adw_preferences_group_add (group, make_plain_row (papers));
  for (guint i = 0; i < n_offers; i++)
    add_offer (self, &offers[i]);
  return self;
}
