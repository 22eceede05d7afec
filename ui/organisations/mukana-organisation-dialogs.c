/* mukana-organisation-dialogs.c: an organisation's own facts, and a contact person, as forms. */

#include "ui/organisations/mukana-organisation-dialogs.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-pick-row.h"
#include "ui/kit/mukana-switch-row.h"

#define HEIGHT_PX 640

/* The place in the list follows the name; the themes are left as they are. */
static gpointer
make_organisation_arg (gpointer draft,
                       gpointer data)
{
  MukanaOrganisation *organisation = draft;
  MukanaOrganisationFile *file = g_new0 (MukanaOrganisationFile, 1);
  g_autofree char *key = mukana_text_sort_key (organisation->name);

  file->organisation = mukana_record_with_text (organisation, "sort-key", key);
  return file;
}

static void
added (MukanaPage *page,
       gpointer    result,
       gpointer    data)
{
  g_autofree gint64 *id = result;

  mukana_page_did_for_good (page, _("Organisation added"));
  mukana_page_show (page, "organisation", *id);
}

static void
saved (MukanaPage *page,
       gpointer    result,
       gpointer    data)
{
  g_free (result);
  mukana_page_did_for_good (page, _("Saved"));
}

static const MukanaRecordDeed add_deed = {
  &mukana_organisation_save_job, make_organisation_arg,
  (GDestroyNotify) mukana_organisation_file_free, added
};
static const MukanaRecordDeed change_deed = {
  &mukana_organisation_save_job, make_organisation_arg,
  (GDestroyNotify) mukana_organisation_file_free, saved
};
static const MukanaRecordDeed contact_deed = { &mukana_contact_add_job, NULL, NULL, saved };

static void
add_organisation_rows (MukanaRecordDialog *dialog,
                       MukanaPage         *page,
                       MukanaForm         *form)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  GtkWidget *kind = mukana_choice_row_new (_("Kind"), "kind", form);

  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_organisation_kinds);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Name"), "name", form));
  mukana_record_dialog_add (dialog, kind);
  mukana_record_dialog_add (dialog, mukana_pick_row_new (_("Municipality"), "municipality-code",
                                                         form, words, MUKANA_LEXICON_MUNICIPALITY));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Business ID"), "business-id", form));
  mukana_record_dialog_add_group (dialog, _("Contact"));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("E-mail"), "email", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Phone"), "phone", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Website"), "website", form));
  mukana_record_dialog_add_group (dialog, _("Agreement"));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("From"), "agreement-from", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Until"), "agreement-until", form));
  mukana_record_dialog_add (dialog, mukana_switch_row_new (
    _("Let it end, and do not remind"), "agreement-settled", form));
  mukana_record_dialog_add_group (dialog, _("Note"));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Note"), "note", form));
}

/** mukana_organisation_dialog_new: @organisation: (nullable): NULL for a new one */
MukanaRecordDialog *
mukana_organisation_dialog_new (MukanaPage         *page,
                                MukanaOrganisation *organisation)
{
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_organisation_check);
  g_autoptr (MukanaOrganisation) fresh = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  MukanaRecordDialog *dialog;

  mukana_record_init_text (fresh, "kind", mukana_organisation_kinds[0]);
  mukana_form_load (form, organisation != NULL ? organisation : fresh);
  dialog = mukana_record_dialog_new (page, organisation != NULL ? _("Edit organisation")
                                                                : _("New organisation"),
                                     _("Save"), form,
                                     organisation != NULL ? &change_deed : &add_deed, NULL, NULL);
  add_organisation_rows (dialog, page, form);
  mukana_record_dialog_set_height (dialog, HEIGHT_PX);
  return dialog;
}

/** mukana_contact_dialog_new: @contact: (nullable): NULL for a new one */
MukanaRecordDialog *
mukana_contact_dialog_new (MukanaPage    *page,
                           gint64         organisation_id,
                           MukanaContact *contact)
{
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_contact_check);
  g_autoptr (MukanaContact) fresh = g_object_new (MUKANA_TYPE_CONTACT, NULL);
  MukanaRecordDialog *dialog;

  mukana_record_init_int (fresh, "organisation-id", organisation_id);
  mukana_form_load (form, contact != NULL ? contact : fresh);
  dialog = mukana_record_dialog_new (page, contact != NULL ? _("Contact person")
                                                           : _("New contact person"),
                                     _("Save"), form, &contact_deed, NULL, NULL);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Name"), "name", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Job title"), "title", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("E-mail"), "email", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Phone"), "phone", form));
  mukana_record_dialog_add_group (dialog, _("In this position"));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("From"), "from-day", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Until"), "until-day", form));
  return dialog;
}
