/* mukana-support-group.c: commitments, training and checks, and what a person needs.
 *
 * A check is only "shown on this day": the register never keeps what an extract
 * said.
 */

#include "ui/people/mukana-support-group.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/people/mukana-keyed-card.h"
#include "ui/people/mukana-people-words.h"

#define EXPIRES_SOON_DAYS 30

struct _MukanaSupportGroup
{
  GtkBox     parent_instance;

  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (MukanaSupportGroup, mukana_support_group, GTK_TYPE_BOX)

static void
mukana_support_group_class_init (MukanaSupportGroupClass *klass)
{
}

static void
mukana_support_group_init (MukanaSupportGroup *self)
{
  GtkWidget *add = mukana_layout_icon_button ("list-add-symbolic",
                                               _("Add a commitment or a training"),
                                               "person.add-credential");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->card = mukana_keyed_card (_("Commitments, training and support"));
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Commitments and support"), add));
  gtk_box_append (GTK_BOX (self), self->card);
}

GtkWidget *
mukana_support_group_new (void)
{
  return g_object_new (MUKANA_TYPE_SUPPORT_GROUP, NULL);
}

static GtkWidget *
make_pill (MukanaCredential *credential,
           MukanaDay         today)
{
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  MukanaPillKind kind;

  if (credential->expires_on == MUKANA_DAY_NONE)
    {
      gboolean is_training = g_str_equal (credential->kind, "training");

      return mukana_pill_new (MUKANA_PILL_OK, is_training ? _("Done") : _("In force"));
    }

  day = mukana_people_near_day (credential->expires_on, today);
  if (credential->expires_on < today)
    {
      kind = MUKANA_PILL_BAD;
      label = g_strdup_printf (_("Ended %s"), day);
    }
  else
    {
      kind =
        credential->expires_on <= today + EXPIRES_SOON_DAYS ? MUKANA_PILL_WARN : MUKANA_PILL_OK;
      label = g_strdup_printf (_("Until %s"), day);
    }

  return mukana_pill_new (kind, label);
}

static void
add_credential (MukanaSupportGroup *self,
                MukanaCredential   *credential,
                MukanaDay           today)
{
  const char *title = mukana_code_label (mukana_credential_kinds, credential->kind);
  g_autofree char *day = mukana_format_day (NULL, credential->done_on);
  g_autofree char *second = g_strjoin (credential->title && *day ? ", " : "",
                                       credential->title ? credential->title : "", day, NULL);
  g_autofree char *removal = g_strdup_printf (_("Remove %s"), title);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, credential->id);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *remove = mukana_layout_icon_button ("list-remove-symbolic", removal,
                                                  "person.remove-credential");
  GtkWidget *pill = make_pill (credential, today);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "x", credential->id);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), mukana_layout_two_lines (title, second));
  gtk_box_append (GTK_BOX (content), pill);
  gtk_box_append (GTK_BOX (content), remove);
  mukana_keyed_card_add (self->card, key, content);
}

static void
add_words (MukanaSupportGroup *self,
           const char         *title,
           const char         *words)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *edit = mukana_layout_icon_button ("document-edit-symbolic", _("Edit details"),
                                                "person.edit");
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *second = mukana_layout_text (words, "second-line");

  gtk_label_set_wrap (GTK_LABEL (second), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (lines), mukana_layout_text (title, "row-title"));
  gtk_box_append (GTK_BOX (lines), second);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (content), lines);
  gtk_box_append (GTK_BOX (content), edit);
  mukana_keyed_card_add (self->card, title, content);
}

static char *
list_kinds (const char *kinds)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; mukana_support_kinds[i] != NULL; i++)
    if (mukana_codes_hold (kinds, mukana_support_kinds[i]))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              mukana_code_label (mukana_support_kinds, mukana_support_kinds[i]));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

void
mukana_support_group_show (MukanaSupportGroup     *self,
                           const MukanaPersonFile *file,
                           MukanaDay               today)
{
  g_autofree char *key = mukana_keyed_card_empty (self->card);
  g_autofree char *kinds = list_kinds (file->person->support_kinds);

  for (guint i = 0; i < file->credentials->len; i++)
    add_credential (self, g_ptr_array_index (file->credentials, i), today);

  add_words (self, _("Accessibility and support needs"),
             file->person->support_needs ? file->person->support_needs : _("None told"));
  if (*kinds != '\0')
    add_words (self, _("Arranged for each assignment"), kinds);
  if (!mukana_text_is_empty (file->person->not_talked))
    add_words (self, _("Does not talk about"), file->person->not_talked);
  if (!mukana_text_is_empty (file->person->note))
    add_words (self, _("Other notes"), file->person->note);
  mukana_keyed_card_focus (self->card, key);
}
