/* mukana-part-dialogs.c: windows that add what belongs to a person.
 *
 * A part is added by storing the parts of its kind anew with one more, which is
 * also what makes it one step to take back.
 */

#include "ui/people/mukana-person-dialogs.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-text-row.h"
#include "ui/people/mukana-theme-dialog.h"

typedef struct
{
  gint64      person_id;
  const char *kind;         /* static, of the parts job */
  const char *said;         /* static, marked N_() */
  GPtrArray  *before;
} Addition;

static Addition *
addition_new (const MukanaPersonFile *file,
              const char             *kind,
              GPtrArray              *before,
              const char             *said)
{
  Addition *self = g_new0 (Addition, 1);

  self->person_id = file->person->id;
  self->kind = kind;
  self->said = said;
  self->before = g_ptr_array_ref (before);
  return self;
}

static void
addition_free (gpointer data)
{
  Addition *self = data;

  g_ptr_array_unref (self->before);
  g_free (self);
}

static gpointer
keep (gconstpointer object,
      gpointer      data)
{
  return g_object_ref ((gpointer) object);
}

static gpointer
make_addition (gpointer draft,
               gpointer data)
{
  Addition *self = data;
  g_autoptr (GPtrArray) parts = g_ptr_array_copy (self->before, keep, NULL);

  g_ptr_array_set_free_func (parts, g_object_unref);
  g_ptr_array_add (parts, g_object_ref (draft));
  return mukana_parts_change_new (self->person_id, self->kind, parts);
}

static void
addition_done (MukanaPage *page,
               gpointer    result,
               gpointer    data)
{
  Addition *self = data;

  mukana_page_did (page, _(self->said),
                   mukana_step_new (_(self->said), &mukana_person_parts_job,
                                    mukana_parts_change_new (self->person_id, self->kind,
                                                             self->before),
                                    (GDestroyNotify) mukana_parts_change_free));
}

static const MukanaRecordDeed addition_deed = {
  &mukana_person_parts_job, make_addition, (GDestroyNotify) mukana_parts_change_free, addition_done
};

static MukanaForm *
form_of (gpointer         record,
         MukanaFormCheck  check)
{
  MukanaForm *form = mukana_form_new (check);

  mukana_form_load (form, record);
  g_object_unref (record);
  return form;
}

/** mukana_experience_dialog_new: adds a theme with its consent */
MukanaRecordDialog *
mukana_experience_dialog_new (MukanaPage             *page,
                              const MukanaPersonFile *file)
{
  const char *language = file->person->contact_language;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, file->person->id);
  return mukana_theme_dialog_new (page, ids, mukana_code_index (mukana_contact_languages,
                                                                language) >= 0
                                             ? language : mukana_contact_languages[0]);
}

/** mukana_credential_dialog_new: adds a training, a commitment or a check that was shown */
MukanaRecordDialog *
mukana_credential_dialog_new (MukanaPage             *page,
                              const MukanaPersonFile *file)
{
  MukanaCredential *credential = g_object_new (MUKANA_TYPE_CREDENTIAL, NULL);
  g_autoptr (MukanaForm) form = NULL;
  MukanaRecordDialog *dialog;
  GtkWidget *kind_row;

  mukana_record_init_text (credential, "kind", "training");
  mukana_record_init_int (credential, "done-on",
                          mukana_context_today (mukana_page_get_context (page)));
  mukana_record_init_int (credential, "expires-on", MUKANA_DAY_NONE);
  form = form_of (credential, NULL);
  dialog = mukana_record_dialog_new (page, _("Commitment or Training"), _("Add"), form,
                                     &addition_deed,
                                     addition_new (file, "credentials", file->credentials,
                                                   N_("Commitment added")), addition_free);
  kind_row = mukana_choice_row_new (_("What"), "kind", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind_row), mukana_credential_kinds);
  mukana_record_dialog_add (dialog, kind_row);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Name of it"), "title", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Day"), "done-on", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Holds until"), "expires-on", form));
  mukana_record_dialog_explain (dialog, _("Of an extract only the day it was shown is kept."));
  return dialog;
}

static GPtrArray *
check_absence (gpointer draft)
{
  MukanaAbsence *absence = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  if (absence->from_day == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "from-day", N_("Write the first day."));
  if (absence->last_day == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "last-day", N_("Write the last day."));
  else if (absence->from_day != MUKANA_DAY_NONE && absence->last_day < absence->from_day)
    mukana_issues_add (issues, "last-day", N_("The end is before the beginning."));
  return issues;
}

/** mukana_absence_dialog_new: adds days away */
MukanaRecordDialog *
mukana_absence_dialog_new (MukanaPage             *page,
                           const MukanaPersonFile *file)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));
  MukanaAbsence *absence = g_object_new (MUKANA_TYPE_ABSENCE, NULL);
  g_autoptr (MukanaForm) form = NULL;
  MukanaRecordDialog *dialog;

  mukana_record_init_int (absence, "from-day", today);
  mukana_record_init_int (absence, "last-day", today);
  form = form_of (absence, check_absence);
  dialog = mukana_record_dialog_new (page, _("Absence"), _("Add"), form, &addition_deed,
                                     addition_new (file, "absences", file->absences,
                                                   N_("Absence added")),
                                     addition_free);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("First day away"), "from-day", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Last day away"), "last-day", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Reason, such as travel"), "reason",
                                                          form));
  mukana_record_dialog_set_height (dialog, 330);
  return dialog;
}

/** mukana_role_dialog_new: adds a role with its first day */
MukanaRecordDialog *
mukana_role_dialog_new (MukanaPage             *page,
                        const MukanaPersonFile *file)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  GPtrArray *roles = mukana_lexicon_peek_all (words, MUKANA_LEXICON_ROLE);
  MukanaRoleTerm *term = g_object_new (MUKANA_TYPE_ROLE_TERM, NULL);
  g_autoptr (MukanaForm) form = NULL;
  MukanaRecordDialog *dialog;
  GtkWidget *row;

  mukana_record_init_int (term, "from-day", mukana_context_today (mukana_page_get_context (page)));
  mukana_record_init_int (term, "until-day", MUKANA_DAY_NONE);
  form = form_of (term, NULL);
  dialog = mukana_record_dialog_new (page, _("Role"), _("Add"), form, &addition_deed,
                                     addition_new (file, "roles", file->roles, N_("Role added")),
                                     addition_free);
  row = mukana_choice_row_new (_("Role"), "role-code", form);
  mukana_choice_row_add (MUKANA_CHOICE_ROW (row), NULL, _("Choose"));
  for (guint i = 0; i < roles->len; i++)
    {
      MukanaRole *role = g_ptr_array_index (roles, i);

      if (!role->is_retired)
        mukana_choice_row_add (MUKANA_CHOICE_ROW (row), role->code,
                               mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, role->code));
    }
  mukana_record_dialog_add (dialog, row);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("From"), "from-day", form));
  mukana_record_dialog_add (dialog,
                            mukana_date_row_new (_("Until, the first day it no longer holds"),
                                                 "until-day", form));
  mukana_record_dialog_set_height (dialog, 330);
  return dialog;
}

static MukanaRecordDialog *
make_fact_dialog (MukanaPage             *page,
                  const MukanaPersonFile *file,
                  const char             *kind,
                  const char * const     *codes)
{
  MukanaStatedFact *fact = g_object_new (MUKANA_TYPE_STATED_FACT, NULL);
  const char *title = mukana_code_label (mukana_fact_kinds, kind);
  g_autoptr (MukanaForm) form = NULL;
  MukanaRecordDialog *dialog;
  GtkWidget *row;

  mukana_record_init_text (fact, "kind", kind);
  mukana_record_init_text (fact, "value", codes[0]);
  mukana_record_init_int (fact, "stated-on",
                          mukana_context_today (mukana_page_get_context (page)));
  form = form_of (fact, NULL);
  dialog = mukana_record_dialog_new (page, title, _("Add"), form, &addition_deed,
                                     addition_new (file, "facts", file->facts,
                                                   N_("Written down as told")), addition_free);
  row = mukana_choice_row_new (title, "value", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (row), codes);
  mukana_record_dialog_add (dialog, row);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Told on"), "stated-on", form));
  mukana_record_dialog_explain (dialog, _("Only what the person wants to tell. It is used "
                                          "for drawing panels and for nothing else."));
  mukana_record_dialog_set_height (dialog, 330);
  return dialog;
}

/** mukana_gender_dialog_new: what the person has told of it, for panels */
MukanaRecordDialog *
mukana_gender_dialog_new (MukanaPage             *page,
                          const MukanaPersonFile *file)
{
  return make_fact_dialog (page, file, "gender", mukana_genders);
}

/** mukana_situation_dialog_new: one of several that the person has told, for panels */
MukanaRecordDialog *
mukana_situation_dialog_new (MukanaPage             *page,
                             const MukanaPersonFile *file)
{
  return make_fact_dialog (page, file, "situation", mukana_situations);
}

static gpointer
make_note (gpointer draft,
           gpointer data)
{
  return mukana_record_with_int (draft, "person-id", *(gint64 *) data);
}

static void
note_done (MukanaPage *page,
           gpointer    result,
           gpointer    data)
{
  mukana_page_did_for_good (page, _("Note written"));
}

static const MukanaRecordDeed note_deed = {
  &mukana_person_note_job, make_note, g_object_unref, note_done
};

/** mukana_note_dialog_new: a note, which is kept as it was written */
MukanaRecordDialog *
mukana_note_dialog_new (MukanaPage             *page,
                        const MukanaPersonFile *file)
{
  g_autoptr (MukanaForm) form = form_of (g_object_new (MUKANA_TYPE_NOTE, NULL), NULL);
  MukanaRecordDialog *dialog = mukana_record_dialog_new (page, _("Note"), _("Write"), form,
                                                         &note_deed,
                                                         g_memdup2 (&file->person->id,
                                                                    sizeof (gint64)),
                                                         g_free);

  mukana_record_dialog_add (dialog, mukana_text_row_new (_("What should be remembered"), "body",
                                                         form));
  mukana_record_dialog_explain (dialog, _("The person has a right to read it. "
                                          "It cannot be changed afterwards."));
  mukana_record_dialog_set_height (dialog, 300);
  return dialog;
}
