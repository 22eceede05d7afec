/* mukana-inviting.c: an invitation on paper, in the language of whoever is invited.
 *
 * Says what is asked, when, where and on what terms, and the unit's answers to the checklist
 * of the decision, so that somebody can tell beforehand what may be influenced.  It is read
 * at the door: nobody is invited who does not allow it.  The words are those of the paper;
 * what the unit has written stays in the language that it was written in.
 */

#include "services/mukana-inviting.h"

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-decision-question.h"
#include "services/mukana-document-words.h"
#include "services/mukana-pricing.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

MukanaInvitation *
mukana_invitation_new (gint64      proposal_id,
                       const char *path)
{
  MukanaInvitation *self = g_new0 (MukanaInvitation, 1);

  self->proposal_id = proposal_id;
  self->path = g_strdup (path);
  return self;
}

void
mukana_invitation_free (MukanaInvitation *self)
{
  g_free (self->path);
  g_free (self);
}

/* Whom it is for, and of what; the first row of "given.invited". */
typedef struct
{
  gint64    request_id;
  gint64    slot_id;
  MukanaDay answer_by;
  char     *name;
  char     *language;
} Invited;

static void
clear_invited (Invited *self)
{
  g_free (self->name);
  g_free (self->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Invited, clear_invited)

static gboolean
read_invited (MukanaDb  *db,
              gint64     proposal_id,
              Invited   *invited,
              gint64    *person_id,
              GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "given.invited", error,
                                                    mukana_int ("id", proposal_id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;
  const char *language;

  if (result == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         "Somebody no longer takes part in matching");
  if (result <= 0)
    return FALSE;

  language = mukana_query_peek_text (query, "contact_language");
  invited->request_id = mukana_query_get_int (query, "request_id");
  invited->slot_id = mukana_query_get_int (query, "slot_id");
  invited->answer_by = mukana_query_get_day (query, "answer_by");
  invited->name = g_strdup (mukana_query_peek_text (query, "display_name"));
  invited->language = g_strdup (mukana_code_index (mukana_contact_languages, language) >= 0
                                ? language : mukana_contact_languages[0]);
  *person_id = mukana_query_get_int (query, "person_id");
  return TRUE;
}

static void
add_field (MukanaDocument *document,
           GKeyFile       *words,
           const char     *key,
           const char     *value)
{
  g_autofree char *label = mukana_document_words_dup (words, "invitation", key);

  if (value != NULL && *value != '\0')
    mukana_document_add_field (document, label, value);
}

/* The time somebody is asked to, or all of the request's. */
static char *
tell_times (GKeyFile  *words,
            GPtrArray *times,
            gint64     slot_id)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *alternative = mukana_document_words_dup (words, "invitation", "alternative");

  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);
      g_autofree char *when = mukana_document_words_weekday (words, time->day, time->start_minute,
                                                             time->end_minute);

      if (slot_id != 0 && time->id != slot_id)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", when);
      if (time->is_alternative && slot_id == 0)
        g_string_append_printf (text, " (%s)", alternative);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The day whose table of fees holds: that of the time asked to, or of the first. */
static MukanaDay
find_day (MukanaDb  *db,
          GPtrArray *times,
          gint64     slot_id)
{
  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);

      if (slot_id == 0 || time->id == slot_id)
        return time->day;
    }

  return mukana_db_today (db);
}

static void
add_terms (MukanaDocument *document,
           GKeyFile       *words,
           MukanaRequest  *request,
           MukanaFeeRule  *rule)
{
  g_autofree char *fee = mukana_document_words_fee (words, request->fee_cents, rule);
  g_autofree char *minutes = g_strdup_printf ("%d min", (int) request->prep_minutes);

  if (request->prep_minutes > 0)
    add_field (document, words, "preparation", minutes);
  add_field (document, words, "fee", fee);
}

static gboolean
add_setting (MukanaDb    *db,
             const char  *name,
             GString     *text,
             GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "settings.get", error,
                                                    mukana_text ("name", name));
  int result = query != NULL ? mukana_query_step (query, error) : -1;
  const char *value = result > 0 ? mukana_query_peek_text (query, "value") : NULL;

  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", value);
  return result >= 0;
}

static char *
dup_contact (MukanaRequest *request)
{
  return request->requester_email == NULL ? g_strdup (request->requester_name)
         : request->requester_name == NULL ? g_strdup (request->requester_email)
         : g_strdup_printf ("%s, %s", request->requester_name, request->requester_email);
}

/* Until when, and whom: the unit that keeps the register, as it is told in the settings, or else
 * the contact of the request.  Where neither is told, who invites writes their own name and number
 * on the line. */
static gboolean
add_reply (MukanaDb        *db,
           MukanaDocument  *document,
           GKeyFile        *words,
           MukanaRequest   *request,
           MukanaDay        answer_by,
           GError         **error)
{
  g_autofree char *contact = dup_contact (request);
  g_autofree char *day = mukana_document_words_weekday (words, answer_by, 0, 0);
  g_autofree char *label = mukana_document_words_dup (words, "invitation", "reply-to");
  g_autoptr (GString) whom = g_string_new (NULL);

  if (!add_setting (db, "unit-phone", whom, error) || !add_setting (db, "unit-email", whom, error))
    return FALSE;

  add_field (document, words, "reply", day);
  mukana_document_add_field (document, label, whom->len > 0 ? whom->str : contact);
  return TRUE;
}

/* Those that the unit has answered, in the order of the checklist. */
static void
add_questions (MukanaDocument *document,
               GKeyFile       *words,
               MukanaRequest  *request)
{
  g_autofree char *heading = mukana_document_words_dup (words, "invitation", "questions");

  if (mukana_decision_question_count (request) > 0)
    mukana_document_add_heading (document, heading);
  for (guint i = 0; i < MUKANA_N_DECISION_QUESTIONS; i++)
    {
      const char *answer = mukana_decision_question_peek_answer (request, i);
      g_autofree char *question =
        mukana_document_words_dup (words, "decision-question", mukana_decision_questions[i].field);

      if (answer == NULL)
        continue;
      mukana_document_add_item (document, question);   /* too long for the label of a field */
      mukana_document_add_paragraph (document, answer);
    }
}

static void
add_contact (MukanaDocument *document,
             GKeyFile       *words,
             MukanaRequest  *request)
{
  g_autofree char *contact = dup_contact (request);

  add_field (document, words, "unit", request->unit);
  add_field (document, words, "contact", contact);
  add_field (document, words, "contact-on-day", request->contact_on_day);
}

/**
 * mukana_invitation_make:
 * @person_id: (out): who is invited
 *
 * Thread: worker.
 * Errors: %MUKANA_ERROR_NOT_ALLOWED, %MUKANA_ERROR_NOT_FOUND
 * Returns: yours
 */
MukanaDocument *
mukana_invitation_make (MukanaDb  *db,
                        gint64     proposal_id,
                        gint64    *person_id,
                        GError   **error)
{
  g_auto (Invited) invited = { 0 };
  g_autoptr (MukanaRequest) request = NULL;
  g_autoptr (GPtrArray) times = NULL;
  g_autoptr (MukanaLexicon) lexicon = NULL;
  g_autoptr (GKeyFile) words = NULL;
  MukanaFeeRule *rule = NULL;
  g_autofree char *title = NULL, *when = NULL, *where = NULL, *note = NULL;
  g_autoptr (MukanaDocument) document = NULL;

  if (!read_invited (db, proposal_id, &invited, person_id, error) ||
      !(request = mukana_record_get (db, "requests.get", invited.request_id, MUKANA_TYPE_REQUEST,
                                     error)) ||
      !(times = mukana_record_list (db, "requests.slots", MUKANA_TYPE_REQUEST_TIME, error,
                                    mukana_int ("request_id", invited.request_id))) ||
      !(lexicon = mukana_lexicon_load (db, error)) ||
      !(words = mukana_document_words_load (invited.language, error)) ||
      !mukana_pricing_find_rule (db, mukana_lexicon_peek_fee_rules (lexicon),
                                 request->fee_rule_code, find_day (db, times, invited.slot_id),
                                 *person_id, TRUE, &rule, error))
    return NULL;

  title = mukana_document_words_dup (words, "invitation", "title");
  note = mukana_document_words_dup (words, "invitation", "note");
  when = tell_times (words, times, invited.slot_id);
  where = mukana_document_words_place (words, lexicon, request, invited.language);
  document = mukana_document_new (title, invited.name);
  mukana_document_add_heading (document, request->title);
  if (request->description != NULL)
    mukana_document_add_paragraph (document, request->description);
  add_field (document, words, "when", when);
  add_field (document, words, "where", where);
  add_field (document, words, "audience", request->audience);
  add_terms (document, words, request, rule);
  add_contact (document, words, request);
  if (!add_reply (db, document, words, request, invited.answer_by, error))
    return NULL;
  add_questions (document, words, request);
  mukana_document_add_paragraph (document, note);
  return g_steal_pointer (&document);
}

static gpointer
invite_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  const MukanaInvitation *asked = arg;
  g_autoptr (MukanaInvitation) written = mukana_invitation_new (asked->proposal_id, asked->path);
  g_autoptr (MukanaDocument) document = mukana_invitation_make (db, asked->proposal_id,
                                                                &written->person_id, error);

  if (document == NULL || !mukana_document_save_pdf (document, asked->path, error))
    return NULL;

  return g_steal_pointer (&written);
}

const MukanaJob mukana_inviting_job = {
  "inviting.print", MUKANA_LANE_DOOR, invite_run, (GDestroyNotify) mukana_invitation_free,
  .needs = MUKANA_DEED_GIVE_OUT
};

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaInvitation *invitation = arg;

  mukana_db_hold_file (db, invitation->path);
  mukana_journal_add (db, "inviting.print", MUKANA_KIND_PERSON, invitation->person_id, NULL, error);
  return NULL;
}

const MukanaJob mukana_inviting_note_job = {
  "inviting.note", MUKANA_LANE_WRITE, note_run, NULL, .needs = MUKANA_DEED_GIVE_OUT
};
