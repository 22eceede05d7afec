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
#include "ui/people/mukana-alike-rows.h"
#include "ui/people/mukana-consent-wording.h"

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

/* What the window needs beside its form: lives as long as the window. */
typedef struct
{
  MukanaPerson         *before;       /* NULL: somebody new */
  MukanaForm           *consent;      /* to support needs, when some are told */
  MukanaConsentWording *wording;
  gboolean              has_consent;  /* it is in force already */
} Telling;

static void
free_telling (gpointer data)
{
  Telling *self = data;

  g_clear_object (&self->before);
  g_object_unref (self->consent);
  g_free (self);
}

static gboolean
asks_consent (const Telling *self,
              MukanaPerson  *person)
{
  return !self->has_consent && mukana_person_tells_support (person, self->before);
}

/* Returns: (nullable): yours, until the usual end after the day on which it was given */
static MukanaConsent *
dup_consent (const Telling *self,
             MukanaPerson  *person)
{
  MukanaConsent *draft = mukana_form_get_draft (self->consent);

  if (!asks_consent (self, person))
    return NULL;

  return mukana_record_with_int (draft, "expires-on",
                                 draft->given_on != MUKANA_DAY_NONE
                                 ? mukana_consent_default_end (draft->given_on)
                                 : MUKANA_DAY_NONE);
}

static gpointer
make_told (gpointer draft,
           gpointer data)
{
  MukanaPerson *person = draft;
  g_autoptr (MukanaPerson) named = mukana_person_with_names (person, person->given_name,
                                                             person->family_name);
  g_autoptr (MukanaConsent) consent = dup_consent (data, person);

  return mukana_told_person_new (named, consent);
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
  &mukana_person_tell_job, make_told, (GDestroyNotify) mukana_told_person_free, person_added
};

static void
person_saved (MukanaPage *page,
              gpointer    result,
              gpointer    data)
{
  g_autofree gint64 *id = result;
  MukanaPerson *before = ((Telling *) data)->before;
  /* Saved once since it was read: that is the version to take back. */
  MukanaPerson *old = mukana_record_with_int (before, "version", before->version + 1);

  mukana_page_did (page, _("Details saved"),
                   mukana_step_new (_("Details saved"), &mukana_person_save_job, old,
                                    g_object_unref));
}

static const MukanaRecordDeed save_deed = {
  &mukana_person_tell_job, make_told, (GDestroyNotify) mukana_told_person_free, person_saved
};

typedef struct
{
  MukanaRecordDialog *dialog;
  MukanaForm         *form;
  MukanaContext      *context;     /* borrowed: outlives the dialog */
  MukanaLexicon      *words;
  MukanaPage         *page;        /* borrowed; NULL: somebody who is there already */
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
  if (maker->page != NULL)
    mukana_alike_rows_add (maker->dialog, maker->page);
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

static MukanaConsent *
make_consent (MukanaDay today)
{
  MukanaConsent *consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_text (consent, "purpose", "support");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_text (consent, "language", "fi");
  mukana_record_init_int (consent, "given-on", today);
  return consent;
}

static Telling *
telling_new (MukanaContext          *context,
             const MukanaPersonFile *file)
{
  MukanaDay today = mukana_context_today (context);
  g_autoptr (MukanaConsent) consent = make_consent (today);
  Telling *self = g_new0 (Telling, 1);

  self->consent = mukana_form_new (NULL);
  mukana_form_load (self->consent, consent);
  if (file != NULL)
    {
      self->before = g_object_ref (file->person);
      self->has_consent = mukana_consent_allows (file->consents, "support", NULL, today);
    }
  return self;
}

/* The consent is asked for as soon as something is told that needs it, in the language in
 * which the person is written to. */
static void
ask_for_consent (MukanaRecordDialog *dialog)
{
  Telling *self = g_object_get_data (G_OBJECT (dialog), "telling");
  MukanaPerson *draft = mukana_form_get_draft (mukana_record_dialog_get_form (dialog));
  gboolean is_asked = asks_consent (self, draft);
  const char *language = mukana_code_index (mukana_contact_languages, draft->contact_language) >= 0
                         ? draft->contact_language : mukana_contact_languages[0];

  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->wording),
                                                   ADW_TYPE_PREFERENCES_GROUP), is_asked);
  if (!is_asked)
    return;

  if (g_strcmp0 (mukana_form_peek_text (self->consent, "language"), language) != 0)
    mukana_form_set_text (self->consent, "language", language);
  mukana_consent_wording_show (self->wording, "support", language);
}

static void
add_consent (Maker      *maker,
             MukanaPage *page,
             Telling    *telling)
{
  begin_group (maker, _("Consent to support needs"));
  mukana_record_dialog_explain (maker->dialog,
                                _("Support needs are stored only together with the person’s "
                                  "consent to it."));
  telling->wording = mukana_consent_wording_add_rows (maker->dialog, page, telling->consent);
  g_object_set_data (G_OBJECT (maker->dialog), "telling", telling);
  g_signal_connect_swapped (maker->form, "changed", G_CALLBACK (ask_for_consent), maker->dialog);
  ask_for_consent (maker->dialog);
}

/**
 * mukana_person_dialog_new:
 * @file: (nullable): of whom to edit; NULL to add somebody, whose page opens then
 */
MukanaRecordDialog *
mukana_person_dialog_new (MukanaPage             *page,
                          const MukanaPersonFile *file)
{
  MukanaContext *context = mukana_page_get_context (page);
  g_autoptr (MukanaForm) form = mukana_form_new_with (check_person, context);
  g_autoptr (MukanaPerson) record = file ? g_object_ref (file->person)
                                         : make_new (mukana_context_today (context));
  Maker maker = { NULL, form, context, mukana_context_peek_vocabulary (context),
                  file == NULL ? page : NULL };
  Telling *telling = telling_new (context, file);

  mukana_form_load (form, record);
  maker.dialog = mukana_record_dialog_new (page, file ? _("Edit details") : _("New Person"),
                                           file ? _("Save") : _("Add"), form,
                                           file ? &save_deed : &add_deed, telling, free_telling);
  add_who (&maker);
  add_contact (&maker);
  add_limits (&maker);
  add_words (&maker);
  add_consent (&maker, page, telling);
  mukana_record_dialog_set_height (maker.dialog, 680);
  return maker.dialog;
}
