/* mukana-guardian-group.c: who says yes for somebody under 18; not shown of anybody else. */

#include "ui/people/mukana-guardian-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-guarding.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-record-dialog.h"
#include "ui/kit/mukana-layout.h"
#include "ui/people/mukana-keyed-card.h"

struct _MukanaGuardianGroup
{
  GtkBox      parent_instance;

  MukanaPage *page;        /* weak: holds us; NULL when an answer comes after it */
  gint64      person_id;
  GPtrArray  *guardians;   /* of MukanaGuardian; NULL until shown */
  GtkWidget  *card;
  GtkWidget  *doubt;       /* said where the year of birth leaves the age open */
};

G_DEFINE_FINAL_TYPE (MukanaGuardianGroup, mukana_guardian_group, GTK_TYPE_BOX)

static GPtrArray *
check_guardian (gpointer draft,
                gpointer data)
{
  return mukana_guardian_check (draft, mukana_context_today (data));
}

static void
added (MukanaPage *page,
       gpointer    result,
       gpointer    data)
{
  mukana_page_did_for_good (page, _("The guardian’s consent is recorded"));
}

static const MukanaRecordDeed add_deed = {
  &mukana_guardian_add_job, NULL, NULL, added
};

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaGuardianGroup *self = MUKANA_GUARDIAN_GROUP (widget);
  MukanaContext *context = mukana_page_get_context (self->page);
  g_autoptr (MukanaGuardian) draft = g_object_new (MUKANA_TYPE_GUARDIAN, NULL);
  g_autoptr (MukanaForm) form = mukana_form_new_with (check_guardian, context);
  MukanaRecordDialog *dialog;
  GtkWidget *how;

  mukana_record_init_int (draft, "person-id", self->person_id);
  mukana_record_init_int (draft, "given-on", mukana_context_today (context));
  mukana_record_init_int (draft, "withdrawn-on", MUKANA_DAY_NONE);
  mukana_record_init_text (draft, "how", "form");
  mukana_form_load (form, draft);
  dialog = mukana_record_dialog_new (self->page, _("Guardian’s consent"), _("Record"), form,
                                     &add_deed, NULL, NULL);
  how = mukana_choice_row_new (_("How it was given"), "how", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (how), mukana_consent_ways);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Guardian"), "name", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("E-mail"), "email", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Phone"), "phone", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Given on"), "given-on", form));
  mukana_record_dialog_add (dialog, how);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Where the signed paper is"), "proof",
                                                          form));
  mukana_record_dialog_add_group (dialog, NULL);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("What the young person thinks of it"),
                                                          "own-view", form));
  mukana_record_dialog_set_height (dialog, 560);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
withdrawn_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaGuardianGroup) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (self->page == NULL)
    return;
  if (error != NULL)
    mukana_page_fail (self->page, error);
  else
    mukana_page_did_for_good (self->page, _("Consent withdrawn. It holds from now on."));
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  MukanaGuardianGroup *self = MUKANA_GUARDIAN_GROUP (widget);

  for (guint i = 0; i < self->guardians->len && self->page != NULL; i++)
    {
      MukanaGuardian *guardian = g_ptr_array_index (self->guardians, i);

      if (guardian->id == g_variant_get_int64 (parameter))
        mukana_page_run_async (self->page, &mukana_guardian_withdraw_job, g_object_ref (guardian),
                               g_object_unref, withdrawn_cb, g_object_ref (self));
    }
}

static void
add_row (MukanaGuardianGroup *self,
         MukanaGuardian      *guardian)
{
  gboolean holds = guardian->withdrawn_on == MUKANA_DAY_NONE;
  g_autofree char *day = mukana_format_day (NULL, guardian->given_on);
  g_autofree char *second = g_strdup_printf (_("given %s, %s"), day,
                                             mukana_code_label (mukana_consent_ways,
                                                                guardian->how));
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, guardian->id);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pill = mukana_pill_new (holds ? MUKANA_PILL_OK : MUKANA_PILL_BAD,
                                     holds ? _("In force") : _("Withdrawn"));

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), mukana_layout_two_lines (guardian->name, second));
  gtk_box_append (GTK_BOX (content), pill);
  if (holds)
    {
      GtkWidget *withdraw = gtk_button_new_with_label (_("Withdraw"));

      gtk_widget_add_css_class (withdraw, "flat");
      gtk_widget_set_valign (withdraw, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (withdraw), "guardian.withdraw");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (withdraw), "x", guardian->id);
      gtk_box_append (GTK_BOX (content), withdraw);
    }
  mukana_keyed_card_add (self->card, key, content);
}

void
mukana_guardian_group_show (MukanaGuardianGroup    *self,
                            const MukanaPersonFile *file,
                            MukanaDay               today)
{
  g_autofree char *key = mukana_keyed_card_empty (self->card);

  self->person_id = file->person->id;
  g_clear_pointer (&self->guardians, g_ptr_array_unref);
  self->guardians = g_ptr_array_ref (file->guardians);
  for (guint i = 0; i < file->guardians->len; i++)
    add_row (self, g_ptr_array_index (file->guardians, i));
  gtk_widget_set_visible (self->card, file->guardians->len > 0);
  gtk_widget_set_visible (self->doubt, file->person->adult_on == MUKANA_DAY_NONE &&
                                       mukana_person_comes_of_age (file->person, today));
  gtk_widget_set_visible (GTK_WIDGET (self), file->guardians->len > 0 ||
                                             mukana_person_may_be_minor (file->person, today));
  mukana_keyed_card_focus (self->card, key);
}

static void
mukana_guardian_group_finalize (GObject *object)
{
  MukanaGuardianGroup *self = MUKANA_GUARDIAN_GROUP (object);

  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->guardians, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_guardian_group_parent_class)->finalize (object);
}

static void
mukana_guardian_group_class_init (MukanaGuardianGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mukana_guardian_group_finalize;
  gtk_widget_class_install_action (widget_class, "guardian.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "guardian.withdraw", "x", withdraw_action);
}

static void
mukana_guardian_group_init (MukanaGuardianGroup *self)
{
  GtkWidget *add = mukana_layout_icon_button ("list-add-symbolic",
                                               _("Record a guardian’s consent"), "guardian.add");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->card = mukana_keyed_card (_("Guardians"));
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Guardians"), add));
  self->doubt = mukana_layout_wrapped (_("Turns 18 this year. Until the day is among the details, "
                                         "and past, a guardian’s yes is asked for."), "dim-label");
  gtk_box_append (GTK_BOX (self), self->doubt);
  gtk_box_append (GTK_BOX (self), self->card);
}

GtkWidget *
mukana_guardian_group_new (MukanaPage *page)
{
  MukanaGuardianGroup *self = g_object_new (MUKANA_TYPE_GUARDIAN_GROUP, NULL);

  g_set_weak_pointer (&self->page, page);
  return GTK_WIDGET (self);
}
