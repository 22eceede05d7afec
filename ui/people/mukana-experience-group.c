/* mukana-experience-group.c: the themes a person knows, each with its own consent.
 *
 * A theme is told from a perspective and may be told from several; its consent
 * is one.  What the person does not talk about stands last, in the same box.
 */

#include "ui/people/mukana-experience-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/people/mukana-consent-group.h"
#include "ui/kit/mukana-layout.h"
#include "ui/people/mukana-keyed-card.h"

struct _MukanaExperienceGroup
{
  GtkBox     parent_instance;

  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (MukanaExperienceGroup, mukana_experience_group, GTK_TYPE_BOX)

static void
mukana_experience_group_class_init (MukanaExperienceGroupClass *klass)
{
}

static void
mukana_experience_group_init (MukanaExperienceGroup *self)
{
  GtkWidget *add = mukana_layout_icon_button ("list-add-symbolic", _("Add an experience theme"),
                                               "person.add-theme");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->card = mukana_keyed_card (_("Experience themes"));
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Experience"), add));
  gtk_box_append (GTK_BOX (self), self->card);
}

GtkWidget *
mukana_experience_group_new (void)
{
  return g_object_new (MUKANA_TYPE_EXPERIENCE_GROUP, NULL);
}

/* @consent: (nullable): to the theme */
static char *
dup_second_line (MukanaExperience *experience,
                 MukanaConsent    *consent)
{
  const char *perspective = mukana_code_label (mukana_perspectives, experience->perspective);

  if (consent != NULL && consent->withdrawn_at != 0 &&
      g_strcmp0 (consent->withdrawn_how, "other") != 0)
    /* Translators: a perspective, and how a consent was withdrawn: "by phone" */
    return g_strdup_printf (_("%1$s, withdrawn %2$s"), perspective,
                            mukana_code_label (mukana_consent_ways, consent->withdrawn_how));
  if (experience->last_year == 0)
    return g_strdup (perspective);

  /* Translators: a perspective, and when the person last used such a service */
  return g_strdup_printf (_("%s, last in %d"), perspective, (int) experience->last_year);
}

static void
add_theme (MukanaExperienceGroup  *self,
           const MukanaPersonFile *file,
           MukanaExperience       *experience,
           const char             *label,
           MukanaDay               today)
{
  MukanaConsent *consent = mukana_consent_find (file->consents, "theme", experience->theme_id);
  g_autofree char *second = dup_second_line (experience, consent);
  g_autofree char *removal = g_strdup_printf (_("Remove %s"), label);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = mukana_layout_icon_button ("list-remove-symbolic", removal,
                                                  "person.remove-theme");
  GtkWidget *how = mukana_consent_how_new (consent, today);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "(ss)", experience->theme_id,
                                    experience->perspective);
  gtk_box_append (GTK_BOX (content), mukana_layout_two_lines (label, second));
  gtk_box_append (GTK_BOX (content), mukana_consent_end_new (file, "theme",
                                                             experience->theme_id, label, today));
  gtk_box_append (GTK_BOX (content), remove);
  if (how != NULL)   /* beside all the others there is no room for it */
    {
      gtk_widget_set_halign (how, GTK_ALIGN_START);
      content = mukana_layout_column (0, content, how, NULL);
    }
  mukana_consent_row_open (mukana_keyed_card_add (self->card, experience->theme_id, content),
                           consent);
}

static void
add_sentence (MukanaExperienceGroup *self,
              const char            *icon_name,
              const char            *sentence)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = mukana_layout_text (sentence, NULL);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_NONE);
  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (content), words);
  mukana_keyed_card_add (self->card, "not-talked", content);
}

void
mukana_experience_group_show (MukanaExperienceGroup  *self,
                              const MukanaPersonFile *file,
                              MukanaLexicon          *words,
                              MukanaDay               today)
{
  g_autofree char *key = mukana_keyed_card_empty (self->card);

  for (guint i = 0; i < file->themes->len; i++)
    {
      MukanaExperience *experience = g_ptr_array_index (file->themes, i);

      add_theme (self, file, experience,
                 mukana_lexicon_label (words, MUKANA_LEXICON_THEME, experience->theme_id), today);
    }

  if (file->themes->len == 0)
    add_sentence (self, NULL,
                  _("No themes yet. A theme is stored together with the person’s consent for it."));
  if (file->person->not_talked != NULL)
    {
      /* Translators: what a person does not want to talk about: "Does not talk about: family" */
      g_autofree char *sentence = g_strdup_printf (_("Does not talk about: %s"),
                                                   file->person->not_talked);

      add_sentence (self, "mukana-not-symbolic", sentence);
    }

  mukana_keyed_card_focus (self->card, key);
}

void
mukana_experience_group_set_busy (MukanaExperienceGroup *self,
                                  const char            *theme_id)
{
  GtkWidget *row = mukana_keyed_card_find (self->card, theme_id);

  if (row != NULL)
    mukana_consent_row_set_busy (row);
}

void
mukana_experience_group_focus (MukanaExperienceGroup *self,
                               const char            *theme_id)
{
  mukana_keyed_card_focus (self->card, theme_id);
}
