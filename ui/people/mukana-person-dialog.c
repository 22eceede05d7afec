/* mukana-person-dialog.c: everything about a person that is typed or chosen.
 *
 * The same window adds somebody and edits them.  What is only painted, given or
 * added in parts is not here.
 */

#include "ui/people/mukana-person-dialogs.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-guardian.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-codes-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-money-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-switch-row.h"
#include "ui/kit/mukana-pick-row.h"
#include "ui/kit/mukana-text-row.h"

/* The shown name follows from the two that are typed; its absence is told at the first. */
static GPtrArray *
check_person (gpointer draft,
              gpointer data)
{
  MukanaPerson *person = draft;
  g_autoptr (MukanaPerson) named = mukana_person_with_names (person, person->given_name,
                                                             person->family_name);
  GPtrArray *issues = mukana_person_check (named, mukana_context_today (data));

  if (mukana_issues_find (issues, "display-name") != NULL)
    mukana_issues_add (issues, "given-name", N_("Write a name."));
  return issues;
}

static gpointer
make_person (gpointer draft,
             gpointer data)
{
  MukanaPerson *person = draft;

  return mukana_person_with_names (person, person->given_name, person->family_name);
}

static void
person_added (MukanaPage *page,
              gpointer    result,
              gpointer    data)
{
  g_autofree gint64 *id = result;

  mukana_page_show (page, "person", *id);
}

static const MukanaRecordDeed add_deed = {
  &mukana_person_save_job, make_person, g_object_unref, person_added
};

static void
person_saved (MukanaPage *page,
              gpointer    result,
              gpointer    data)
{
  g_autofree gint64 *id = result;
  MukanaPerson *before = data;
  /* Saved once since it was read: that is the version to take back. */
  MukanaPerson *old = mukana_record_with_int (before, "version", before->version + 1);

  mukana_page_did (page, _("Details saved"),
                   mukana_step_new (_("Details saved"), &mukana_person_save_job, old,
                                    g_object_unref));
}

static gpointer
make_saved_person (gpointer draft,
                   gpointer data)
{
  return make_person (draft, NULL);
}

static const MukanaRecordDeed save_deed = {
  &mukana_person_save_job, make_saved_person, g_object_unref, person_saved
};

typedef struct
{
  MukanaRecordDialog *dialog;
  MukanaForm         *form;
  MukanaContext      *context;     /* borrowed: outlives the dialog */
  MukanaLexicon      *words;
} Maker;

static void
begin_group (Maker      *maker,
             const char *title)
{
  mukana_record_dialog_add_group (maker->dialog, title);
}

static void
add_field (Maker      *maker,
           const char *title,
           const char *field)
{
  mukana_record_dialog_add (maker->dialog, mukana_field_row_new (title, field, maker->form));
}

static void
add_text (Maker      *maker,
          const char *title,
          const char *field)
{
  mukana_record_dialog_add (maker->dialog, mukana_text_row_new (title, field, maker->form));
}

static void
add_number (Maker      *maker,
            const char *title,
            const char *field,
            const char *unit)
{
  mukana_record_dialog_add (maker->dialog, mukana_number_row_new (title, field, unit, maker->form));
}

static void
add_switch (Maker      *maker,
            const char *title,
            const char *field)
{
  mukana_record_dialog_add (maker->dialog, mukana_switch_row_new (title, field, maker->form));
}

static void
add_day (Maker      *maker,
         const char *title,
         const char *field)
{
  mukana_record_dialog_add (maker->dialog, mukana_date_row_new (title, field, maker->form));
}

static void
add_choice (Maker              *maker,
            const char         *title,
            const char         *field,
            const char * const *codes,
            gboolean            may_be_none)
{
  GtkWidget *row = mukana_choice_row_new (title, field, maker->form);

  if (may_be_none)
    mukana_choice_row_add (MUKANA_CHOICE_ROW (row), NULL, _("Not told"));
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (row), codes);
  mukana_record_dialog_add (maker->dialog, row);
}

static void
add_codes (Maker              *maker,
           const char         *title,
           const char         *field,
           const char * const *codes)
{
  GtkWidget *row = mukana_codes_row_new (title, field, maker->form);

  mukana_codes_row_add_codes (MUKANA_CODES_ROW (row), codes);
  mukana_record_dialog_add (maker->dialog, row);
}

/* The day is asked of the few whom the year of birth may leave under 18. */
static void
show_adult_row (GtkWidget  *row,
                MukanaForm *form)
{
  MukanaPerson *draft = mukana_form_get_draft (form);
  MukanaContext *context = g_object_get_data (G_OBJECT (row), "context");

  gtk_widget_set_visible (row, draft->adult_on != MUKANA_DAY_NONE ||
                               mukana_person_asks_for_day ((int) draft->birth_year,
                                                           mukana_context_today (context)));
}

static void
add_adult_day (Maker *maker)
{
  GtkWidget *row = mukana_date_row_new (_("Comes of age on"), "adult-on", maker->form);

  g_object_set_data (G_OBJECT (row), "context", maker->context);
  g_signal_connect_object (maker->form, "changed", G_CALLBACK (show_adult_row), row,
                           G_CONNECT_SWAPPED);
  show_adult_row (row, maker->form);
  mukana_record_dialog_add (maker->dialog, row);
}

static void
add_who (Maker *maker)
{
  begin_group (maker, _("Who"));
  add_field (maker, _("Given name"), "given-name");
  add_field (maker, _("Family name"), "family-name");
  add_field (maker, _("Pronoun"), "pronoun");
  add_number (maker, _("Year of birth"), "birth-year", NULL);
  add_adult_day (maker);
  add_choice (maker, _("State"), "state", mukana_person_states, FALSE);
  add_day (maker, _("On a break until"), "paused-until");
  add_day (maker, _("Joined on"), "joined-on");
}

static void
add_contact (Maker *maker)
{
  begin_group (maker, _("Contact"));
  add_field (maker, _("E-mail"), "email");
  add_field (maker, _("Phone"), "phone");
  add_choice (maker, _("Best reached by"), "channel", mukana_channels, TRUE);
  add_field (maker, _("Street address"), "street");
  add_field (maker, _("Postal code"), "postal-code");
  mukana_record_dialog_add (maker->dialog, mukana_pick_row_new (_("Municipality"),
                                                                "municipality-code",
                                                                maker->form, maker->words,
                                                                MUKANA_LEXICON_MUNICIPALITY));
  add_switch (maker, _("Non-disclosure: the place is hidden everywhere"), "non-disclosure");
  begin_group (maker, _("Languages"));
  add_choice (maker, _("Language of contact"), "contact-language", mukana_contact_languages, TRUE);
  add_codes (maker, _("Can work in"), "work-languages", mukana_languages);
}

static void
add_limits (Maker *maker)
{
  begin_group (maker, _("Limits and wishes"));
  add_number (maker, _("At most this often"), "max-per-month", _("times a month"));
  add_number (maker, _("Wants to know before"), "notice-days", _("days"));
  add_number (maker, _("Travels at most"), "max-travel-km", _("km"));
  add_switch (maker, _("Takes part remotely"), "remote-ok");
  add_codes (maker, _("Does not take"), "refusals", mukana_refusals);
  add_codes (maker, _("Skills"), "skills", mukana_skills);
  add_text (maker, _("Units that are not suggested, one on a line"), "excluded-units");
  begin_group (maker, _("Fee"));
  add_choice (maker, _("Fee"), "fee-mode", mukana_fee_modes, TRUE);
  mukana_record_dialog_add (maker->dialog, mukana_money_row_new (_("Own ceiling a month, euros"),
                                                                 "fee-ceiling-cents", maker->form));
  mukana_record_dialog_add (maker->dialog, mukana_money_row_new (_("Own ceiling a year, euros"),
                                                                 "fee-ceiling-year-cents",
                                                                 maker->form));
  mukana_record_dialog_add (maker->dialog, mukana_date_row_new (_("Tax card given to payroll on"),
                                                                "tax-card-on", maker->form));
  mukana_record_dialog_add (maker->dialog, mukana_date_row_new (_("Pension certificate seen on"),
                                                                "pension-mark-on", maker->form));
  mukana_record_dialog_add (maker->dialog, mukana_field_row_new (_("Known to payroll as"),
                                                                 "payroll-ref", maker->form));
}

static void
add_words (Maker *maker)
{
  begin_group (maker, _("Support and wishes"));
  add_codes (maker, _("Arranged for each assignment"), "support-kinds", mukana_support_kinds);
  add_text (maker, _("Accessibility and support needs"), "support-needs");
  add_text (maker, _("Does not talk about"), "not-talked");
  add_text (maker, _("Other notes"), "note");
}

static MukanaPerson *
make_new (MukanaDay today)
{
  MukanaPerson *person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_record_init_text (person, "state", "candidate");
  mukana_record_init_text (person, "contact-language", "fi");
  mukana_record_init_text (person, "work-languages", "fi");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_int (person, "remote-ok", TRUE);
  mukana_record_init_int (person, "notice-days", 7);
  mukana_record_init_int (person, "joined-on", today);
  mukana_record_init_int (person, "paused-until", MUKANA_DAY_NONE);
  mukana_record_init_int (person, "ended-on", MUKANA_DAY_NONE);
  return person;
}

/**
 * mukana_person_dialog_new:
 * @person: (nullable): to edit; NULL to add somebody, whose page opens then
 */
MukanaRecordDialog *
mukana_person_dialog_new (MukanaPage   *page,
                          MukanaPerson *person)
{
  MukanaContext *context = mukana_page_get_context (page);
  g_autoptr (MukanaForm) form = mukana_form_new_with (check_person, context);
  g_autoptr (MukanaPerson) record = person ? g_object_ref (person)
                                           : make_new (mukana_context_today (context));
  Maker maker = { NULL, form, context, mukana_context_peek_vocabulary (context) };

  mukana_form_load (form, record);
  maker.dialog = mukana_record_dialog_new (page, person ? _("Edit details") : _("New Person"),
                                           person ? _("Save") : _("Add"), form,
                                           person ? &save_deed : &add_deed,
                                           person ? g_object_ref (person) : NULL,
                                           person ? g_object_unref : NULL);
  add_who (&maker);
  add_contact (&maker);
  add_limits (&maker);
  add_words (&maker);
  mukana_record_dialog_set_height (maker.dialog, 680);
  return maker.dialog;
}
