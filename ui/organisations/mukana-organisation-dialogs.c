/* mukana-organisation-dialogs.c: an organisation's own facts, and a contact person, as forms. */

#include "ui/organisations/mukana-organisation-dialogs.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-switch-row.h"

static GPtrArray *
check_organisation (gpointer draft,
                    gpointer data)
{
  return mukana_organisation_check (draft);
}

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

static const MukanaFormDialogDeed organisation_deed = {
  &mukana_organisation_save_job, make_organisation_arg,
  (GDestroyNotify) mukana_organisation_file_free
};

static GtkWidget *
make_municipality_row (MukanaPage *page,
                       MukanaForm *form)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  GPtrArray *all = mukana_lexicon_peek_all (words, MUKANA_LEXICON_MUNICIPALITY);
  GtkWidget *row = mukana_choice_row_new (_("Municipality"), "municipality-code", form);

  mukana_choice_row_add (MUKANA_CHOICE_ROW (row), NULL, _("Not told"));
  for (guint i = 0; i < all->len; i++)
    {
      const char *code = mukana_lexicon_peek_code (g_ptr_array_index (all, i));

      mukana_choice_row_add (MUKANA_CHOICE_ROW (row), code,
                             mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY, code));
    }

  return row;
}

static void
add_draft (MukanaPage *page,
           MukanaForm *form)
{
  mukana_drafts_add_form (mukana_context_get_drafts (mukana_page_get_context (page)),
                          mukana_page_peek_info (page)->id, mukana_page_get_record_id (page),
                          form);
}

static void
add_organisation_rows (MukanaFormDialog *dialog,
                       MukanaPage       *page,
                       MukanaForm       *form)
{
  GtkWidget *kind = mukana_choice_row_new (_("Kind"), "kind", form);

  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_organisation_kinds);
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("Name"), "name", form));
  mukana_form_dialog_add (dialog, kind);
  mukana_form_dialog_add (dialog, make_municipality_row (page, form));
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("Business ID"), "business-id", form));
  mukana_form_dialog_add_group (dialog, _("Contact"));
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("E-mail"), "email", form));
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("Phone"), "phone", form));
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("Website"), "website", form));
  mukana_form_dialog_add_group (dialog, _("Agreement"));
  mukana_form_dialog_add (dialog, mukana_date_row_new (_("From"), "agreement-from", form));
  mukana_form_dialog_add (dialog, mukana_date_row_new (_("Until"), "agreement-until", form));
  mukana_form_dialog_add (dialog, mukana_switch_row_new (
    _("Let it end, and do not remind"), "agreement-settled", form));
  mukana_form_dialog_add_group (dialog, _("Note"));
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("Note"), "note", form));
}

/** mukana_organisation_dialog_new: @organisation: (nullable): NULL for a new one */
MukanaFormDialog *
mukana_organisation_dialog_new (MukanaPage         *page,
                                MukanaOrganisation *organisation)
{
  g_autoptr (MukanaForm) form = mukana_form_new (check_organisation, NULL);
  g_autoptr (MukanaOrganisation) fresh = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  MukanaFormDialog *dialog;

  mukana_record_init_text (fresh, "kind", mukana_organisation_kinds[0]);
  mukana_form_load (form, organisation != NULL ? organisation : fresh);
  add_draft (page, form);
  dialog = mukana_form_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                   organisation != NULL ? _("Edit organisation")
                                                        : _("New organisation"),
                                   mukana_page_get_store (page), form, &organisation_deed, NULL,
                                   NULL);
  add_organisation_rows (dialog, page, form);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 520, 640);
  return dialog;
}

static gpointer
make_contact_arg (gpointer draft,
                  gpointer data)
{
  return g_object_ref (draft);
}

static const MukanaFormDialogDeed contact_deed = {
  &mukana_contact_add_job, make_contact_arg, g_object_unref
};

static GPtrArray *
check_contact (gpointer draft,
               gpointer data)
{
  return mukana_contact_check (draft);
}

/** mukana_contact_dialog_new: @contact: (nullable): NULL for a new one */
MukanaFormDialog *
mukana_contact_dialog_new (MukanaPage    *page,
                           gint64         organisation_id,
                           MukanaContact *contact)
{
  g_autoptr (MukanaForm) form = mukana_form_new (check_contact, NULL);
  g_autoptr (MukanaContact) fresh = g_object_new (MUKANA_TYPE_CONTACT, NULL);
  MukanaFormDialog *dialog;

  mukana_record_init_int (fresh, "organisation-id", organisation_id);
  mukana_form_load (form, contact != NULL ? contact : fresh);
  add_draft (page, form);
  dialog = mukana_form_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                   contact != NULL ? _("Contact person")
                                                   : _("New contact person"),
                                   mukana_page_get_store (page), form, &contact_deed, NULL, NULL);
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("Name"), "name", form));
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("Title"), "title", form));
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("E-mail"), "email", form));
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("Phone"), "phone", form));
  mukana_form_dialog_add_group (dialog, _("In this position"));
  mukana_form_dialog_add (dialog, mukana_date_row_new (_("From"), "from-day", form));
  mukana_form_dialog_add (dialog, mukana_date_row_new (_("Until"), "until-day", form));
  return dialog;
}
