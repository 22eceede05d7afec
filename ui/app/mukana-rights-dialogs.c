/* mukana-rights-dialogs.c: windows that note, extend and answer what a person asks for.
 *
 * One kind of form each, over a request as the diary keeps it.  Each says in a
 * sentence what its button brings about; the service does it in one commit.
 */

#include "ui/app/mukana-rights-dialogs.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-rights.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-text-row.h"

#define KIND "ground-kind"   /* whose grounds a row offers now */

static void
say_done (MukanaPage *page,
          gpointer    result,
          gpointer    data)
{
  g_free (result);
  mukana_page_did_for_good (page, _((const char *) data));
}

static const MukanaRecordDeed note_deed = {
  &mukana_rights_note_job, NULL, NULL, say_done };
static const MukanaRecordDeed answer_deed = {
  &mukana_rights_answer_job, NULL, NULL, say_done };
static const MukanaRecordDeed extend_deed = {
  &mukana_rights_extend_job, NULL, NULL, say_done };
static const MukanaRecordDeed restrict_deed = {
  &mukana_rights_restrict_job, NULL, NULL, say_done };
static const MukanaRecordDeed lift_deed = {
  &mukana_rights_lift_job, NULL, NULL, say_done };

static GPtrArray *
check_noted (gpointer draft,
             gpointer data)
{
  return mukana_rights_request_check (draft, mukana_context_today (data));
}

static GPtrArray *
check_answer (gpointer draft,
              gpointer data)
{
  return mukana_rights_request_check_answer (draft, mukana_context_today (data));
}

static GPtrArray *
check_extension (gpointer draft,
                 gpointer data)
{
  return mukana_rights_request_check_extension (draft, mukana_context_today (data));
}

/* What a dialog says of itself: all marked N_(). */
typedef struct
{
  const char             *title;
  const char             *button;
  const char             *explanation;
  const char             *said;
  const MukanaRecordDeed *deed;
  MukanaFormCheckWith     check;
} Words;

static MukanaRecordDialog *
make_dialog (MukanaPage  *page,
             const Words *words,
             gpointer     draft)
{
  g_autoptr (MukanaForm) form = mukana_form_new_with (words->check,
                                                      mukana_page_get_context (page));
  MukanaRecordDialog *dialog;

  mukana_form_load (form, draft);
  dialog = mukana_record_dialog_new (page, _(words->title), _(words->button), form, words->deed,
                                     (gpointer) words->said, NULL);
  mukana_record_dialog_explain (dialog, _(words->explanation));
  return dialog;
}

static MukanaRightsRequest *
make_request (MukanaPage *page,
              gint64      person_id,
              const char *kind)
{
  MukanaRightsRequest *request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);

  mukana_record_init_int (request, "person-id", person_id);
  mukana_record_init_text (request, "kind", kind);
  mukana_record_init_text (request, "how", "email");
  mukana_record_init_int (request, "received-on",
                          mukana_context_today (mukana_page_get_context (page)));
  return request;
}

static GtkWidget *
make_how_row (MukanaForm *form)
{
  GtkWidget *row = mukana_choice_row_new (_("How it came"), "how", form);

  for (guint i = 0; mukana_consent_ways[i] != NULL; i++)
    if (!g_str_equal (mukana_consent_ways[i], "list"))
      mukana_choice_row_add (MUKANA_CHOICE_ROW (row), mukana_consent_ways[i],
                             mukana_code_label (mukana_consent_ways, mukana_consent_ways[i]));

  return row;
}

/* The kinds that the basis gives the person.  Objecting has its own window where it holds; it is
 * noted whatever the register rests on, because feedback and statistics are a public task. */
static GtkWidget *
make_kind_row (MukanaForm   *form,
               MukanaRights  may_ask)
{
  static const MukanaRights rights[] = {
    MUKANA_RIGHT_ACCESS, MUKANA_RIGHT_CORRECTION, MUKANA_RIGHT_ERASURE, MUKANA_RIGHT_RESTRICTION,
    MUKANA_RIGHT_OBJECTION, MUKANA_RIGHT_PORTABILITY
  };
  GtkWidget *row = mukana_choice_row_new (_("What is asked for"), "kind", form);

  for (guint i = 0; mukana_rights_kinds[i] != NULL; i++)
    if (((may_ask | MUKANA_RIGHT_OBJECTION) & rights[i]) != 0)
      mukana_choice_row_add (MUKANA_CHOICE_ROW (row), mukana_rights_kinds[i],
                             mukana_code_label (mukana_rights_kinds, mukana_rights_kinds[i]));

  return row;
}

static void
add_grounds (GtkWidget  *row,
             const char *kind)
{
  for (guint i = 0; mukana_rights_grounds[i] != NULL; i++)
    if (mukana_rights_ground_suits (mukana_rights_grounds[i], kind))
      mukana_choice_row_add (MUKANA_CHOICE_ROW (row), mukana_rights_grounds[i],
                             mukana_code_label (mukana_rights_grounds, mukana_rights_grounds[i]));
}

/* @kind: (nullable): NULL: it goes by what is chosen: see suit_ground() */
static GtkWidget *
make_ground_row (MukanaForm *form,
                 const char *kind)
{
  GtkWidget *row = mukana_choice_row_new (_("Ground"), "ground", form);

  mukana_choice_row_add (MUKANA_CHOICE_ROW (row), NULL, _("Not told"));
  add_grounds (row, kind);
  return row;
}

/* A ground is told of a restriction and of an objection alone, each of its own. */
static void
suit_ground (MukanaForm *form,
             GtkWidget  *row)
{
  const char *kind = mukana_form_peek_text (form, "kind");
  const char *ground = mukana_form_peek_text (form, "ground");

  gtk_widget_set_visible (row, g_strcmp0 (kind, "restriction") == 0 ||
                               g_strcmp0 (kind, "objection") == 0);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (row), KIND), kind) == 0)
    return;

  g_object_set_data_full (G_OBJECT (row), KIND, g_strdup (kind), g_free);
  if (ground != NULL && !mukana_rights_ground_suits (ground, kind))
    mukana_form_set_text (form, "ground", NULL);
  mukana_choice_row_keep_first (MUKANA_CHOICE_ROW (row));
  add_grounds (row, kind);
}

/* Of a person of the register it is somebody else, who asks for them. */
static void
add_asker (MukanaRecordDialog *dialog,
           MukanaForm         *form,
           gboolean            is_for_person)
{
  const char *name = is_for_person ? _("Who asks on their behalf") : _("Name of the asker");

  mukana_record_dialog_add (dialog, mukana_field_row_new (name, "asker-name", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Address for the answer"),
                                                          "asker-contact", form));
}

/** mukana_rights_note_dialog_new: @person_id: 0 for somebody who is not in the register */
MukanaRecordDialog *
mukana_rights_note_dialog_new (MukanaPage   *page,
                               gint64        person_id,
                               MukanaRights  may_ask)
{
  static const Words of_person = {
    N_("Note a Request"), N_("Record"),
    N_("The answer is due within one month of the day on which the request came. Make sure who "
       "asks, and that a guardian or somebody else may ask on their behalf."),
    N_("Request noted"), &note_deed, check_noted };
  static const Words of_nobody = {
    N_("Note a Request"), N_("Record"),
    N_("For somebody who is not in the register. For somebody who is, note it on their own page. "
       "The answer is due within one month of the day on which the request came."),
    N_("Request noted"), &note_deed, check_noted };
  g_autoptr (MukanaRightsRequest) request = make_request (page, person_id, "access");
  MukanaRecordDialog *dialog = make_dialog (page, person_id ? &of_person : &of_nobody, request);
  MukanaForm *form = mukana_record_dialog_get_form (dialog);
  GtkWidget *ground = make_ground_row (form, NULL);

  if (person_id == 0)
    add_asker (dialog, form, FALSE);
  mukana_record_dialog_add (dialog, make_kind_row (form, may_ask));
  mukana_record_dialog_add (dialog, ground);
  g_signal_connect_object (form, "changed", G_CALLBACK (suit_ground), ground, 0);
  suit_ground (form, ground);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Received on"), "received-on", form));
  mukana_record_dialog_add (dialog, make_how_row (form));
  mukana_record_dialog_add (dialog, mukana_text_row_new (_("What was asked, in a few words"),
                                                         "words", form));
  if (person_id != 0)
    add_asker (dialog, form, TRUE);
  mukana_record_dialog_set_height (dialog, 600);
  return dialog;
}

static MukanaRecordDialog *
make_answer_dialog (MukanaPage          *page,
                    MukanaRightsRequest *request,
                    const Words         *words)
{
  g_autoptr (MukanaRightsRequest) draft = mukana_record_with_text (request, "decision", "granted");
  MukanaRecordDialog *dialog;
  MukanaForm *form;
  GtkWidget *row;

  mukana_record_init_int (draft, "answered-on",
                          mukana_context_today (mukana_page_get_context (page)));
  dialog = make_dialog (page, words, draft);
  form = mukana_record_dialog_get_form (dialog);
  row = mukana_choice_row_new (_("Decision"), "decision", form);

  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (row), mukana_rights_decisions);
  mukana_record_dialog_add (dialog, row);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Answered on"), "answered-on", form));
  mukana_record_dialog_add (dialog, mukana_text_row_new (_("Reason, as the person is told it"),
                                                         "decision-reason", form));
  return dialog;
}

/** mukana_rights_answer_dialog_new: @request: one that waits */
MukanaRecordDialog *
mukana_rights_answer_dialog_new (MukanaPage          *page,
                                 MukanaRightsRequest *request)
{
  static const Words words = {
    N_("Answer the Request"), N_("Record"),
    N_("Record what was answered to the person. A refusal is told with its reason and with the "
       "right to complain to the Data Protection Ombudsman."),
    N_("Answer recorded"), &answer_deed, check_answer };
  static const Words restriction = {
    N_("Answer the Request"), N_("Record"),
    N_("When the restriction is granted it holds from now on: the person is not matched, proposed "
       "or exported."),
    N_("Answer recorded"), &answer_deed, check_answer };
  static const Words erasure = {
    N_("Answer the Request"), N_("Record"),
    N_("This only records the answer. Erase the data on the person's own page: that answers the "
       "request too."),
    N_("Answer recorded"), &answer_deed, check_answer };

  if (g_strcmp0 (request->kind, "objection") == 0)
    return mukana_rights_decide_dialog_new (page, request);

  return make_answer_dialog (page, request, g_strcmp0 (request->kind, "restriction") == 0
                                              ? &restriction
                             : g_strcmp0 (request->kind, "erasure") == 0 ? &erasure : &words);
}

/** mukana_rights_extend_dialog_new: @request: one that waits and was not extended */
MukanaRecordDialog *
mukana_rights_extend_dialog_new (MukanaPage          *page,
                                 MukanaRightsRequest *request)
{
  static const Words words = {
    N_("Take More Time"), N_("Extend"),
    N_("Two more months, when the request is intricate or there are many. The person is told of "
       "it, with the reason, within the first month."),
    N_("Two more months taken"), &extend_deed, check_extension };
  MukanaRecordDialog *dialog = make_dialog (page, &words, request);

  mukana_record_dialog_add (dialog,
                            mukana_text_row_new (_("Reason, as the person is told it"),
                                                 "extended-reason",
                                                 mukana_record_dialog_get_form (dialog)));
  return dialog;
}

/** mukana_rights_restrict_dialog_new: restriction of processing, in force with the button */
MukanaRecordDialog *
mukana_rights_restrict_dialog_new (MukanaPage *page,
                                   gint64      person_id)
{
  static const Words words = {
    N_("Restrict Processing"), N_("Restrict"),
    N_("From now on the data are only kept: the person is not matched, proposed or exported, and "
       "open proposals close. It can be lifted again."),
    N_("Processing restricted. It holds from now on."), &restrict_deed, check_noted };
  g_autoptr (MukanaRightsRequest) request = make_request (page, person_id, "restriction");
  MukanaRecordDialog *dialog = make_dialog (page, &words, request);
  MukanaForm *form = mukana_record_dialog_get_form (dialog);

  mukana_record_dialog_add (dialog, make_ground_row (form, "restriction"));
  mukana_record_dialog_add (dialog, make_how_row (form));
  mukana_record_dialog_add (dialog, mukana_text_row_new (_("What was asked, in a few words"),
                                                         "words", form));
  return dialog;
}

/** mukana_rights_lift_dialog_new: the end of a restriction */
MukanaRecordDialog *
mukana_rights_lift_dialog_new (MukanaPage *page,
                               gint64      person_id)
{
  static const Words words = {
    N_("Lift the Restriction"), N_("Lift"),
    N_("Tell the person before you lift it. Afterwards their consents hold as they did."),
    N_("Restriction lifted"), &lift_deed, check_noted };
  g_autoptr (MukanaRightsRequest) request = make_request (page, person_id, "restriction");
  MukanaRecordDialog *dialog = make_dialog (page, &words, request);

  mukana_record_dialog_add (dialog, mukana_text_row_new (_("Why it is lifted"), "decision-reason",
                                                         mukana_record_dialog_get_form (dialog)));
  return dialog;
}

/** mukana_rights_take_back_dialog_new: the end of an objection that the person takes back */
MukanaRecordDialog *
mukana_rights_take_back_dialog_new (MukanaPage *page,
                                    gint64      person_id)
{
  static const Words words = {
    N_("The Objection Is Taken Back"), N_("Record"),
    N_("The person says that their data may be used again. Afterwards their consents hold as "
       "they did."),
    N_("Objection taken back"), &lift_deed, check_noted };
  g_autoptr (MukanaRightsRequest) request = make_request (page, person_id, "objection");
  MukanaRecordDialog *dialog = make_dialog (page, &words, request);

  mukana_record_dialog_add (dialog, mukana_text_row_new (_("What the person said"),
                                                         "decision-reason",
                                                         mukana_record_dialog_get_form (dialog)));
  return dialog;
}

/** mukana_rights_object_dialog_new: an objection, which holds while it is weighed */
MukanaRecordDialog *
mukana_rights_object_dialog_new (MukanaPage *page,
                                 gint64      person_id)
{
  static const Words words = {
    N_("Note an Objection"), N_("Record"),
    N_("From now on, until it is decided, the person is not matched, proposed or exported, and "
       "open proposals close. The decision is due within one month."),
    N_("Objection noted. It holds from now on."), &note_deed, check_noted };
  g_autoptr (MukanaRightsRequest) request = make_request (page, person_id, "objection");
  MukanaRecordDialog *dialog = make_dialog (page, &words, request);
  MukanaForm *form = mukana_record_dialog_get_form (dialog);

  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Received on"), "received-on", form));
  mukana_record_dialog_add (dialog, make_ground_row (form, "objection"));
  mukana_record_dialog_add (dialog, make_how_row (form));
  mukana_record_dialog_add (dialog, mukana_text_row_new (_("The person's reason"), "words", form));
  return dialog;
}

/** mukana_rights_decide_dialog_new: @objection: one that waits */
MukanaRecordDialog *
mukana_rights_decide_dialog_new (MukanaPage          *page,
                                 MukanaRightsRequest *objection)
{
  static const Words words = {
    N_("Decide the Objection"), N_("Record"),
    N_("Done as asked: the data are not used any more. Refused: compelling grounds of the county "
       "override the person's; they are told the reason and may complain to the Data Protection "
       "Ombudsman."),
    N_("Objection decided"), &answer_deed, check_answer };

  return make_answer_dialog (page, objection, &words);
}
