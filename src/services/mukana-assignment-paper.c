/* mukana-assignment-paper.c: what an assignment gives its person on paper, in their language.
 *
 * The wording is in the templates of data/documents; here is what the register puts in.  The
 * person is read at the door.  A certificate says when and how long somebody took part in
 * developing services: the title of a request, its unit, a role of experience and methods
 * named after one may tell of an illness, so they are in it only when the person asks.
 */

#include "services/mukana-assignment-paper.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-money.h"
#include "domain/mukana-assignment.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-fee.h"
#include "services/mukana-document-words.h"
#include "services/mukana-paper.h"
#include "services/mukana-pricing.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define CONFIRMATION "confirmation"
#define COMMITMENT   "commitment"
#define CERTIFICATE  "certificate"

const char * const mukana_assignment_papers[] = { CONFIRMATION, COMMITMENT, CERTIFICATE, NULL };

MukanaAssignmentPaper *
mukana_assignment_paper_new (gint64      assignment_id,
                             const char *paper,
                             gboolean    tells_all,
                             const char *path)
{
  MukanaAssignmentPaper *self = g_new0 (MukanaAssignmentPaper, 1);

  self->assignment_id = assignment_id;
  self->paper = g_strdup (paper);
  self->tells_all = tells_all;
  self->path = g_strdup (path);
  return self;
}

void
mukana_assignment_paper_free (MukanaAssignmentPaper *self)
{
  g_free (self->paper);
  g_free (self->path);
  g_free (self);
}

/* What a paper is made of. */
typedef struct
{
  MukanaAssignment *assignment;
  MukanaRequest    *request;
  MukanaLexicon    *lexicon;
  GKeyFile         *words;
  char             *language;
  GHashTable       *details;   /* of char *, what the template names */
} Writer;

static void
clear_writer (Writer *self)
{
  g_clear_object (&self->assignment);
  g_clear_object (&self->request);
  g_clear_object (&self->lexicon);
  g_clear_pointer (&self->words, g_key_file_unref);
  g_clear_pointer (&self->details, g_hash_table_unref);
  g_free (self->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, clear_writer)

/* @value: (transfer full) (nullable) */
static void
put (Writer     *self,
     const char *name,
     char       *value)
{
  if (value != NULL)
    g_hash_table_insert (self->details, g_strdup (name), value);
}

static gboolean
read_person (MukanaDb  *db,
             Writer    *self,
             gint64     assignment_id,
             GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "given.agreed", error,
                                                    mukana_int ("id", assignment_id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;
  const char *language;

  if (result == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         "Somebody's data may not be given out");
  if (result <= 0)
    return FALSE;

  language = mukana_query_peek_text (query, "contact_language");
  self->assignment = mukana_record_read (query, MUKANA_TYPE_ASSIGNMENT);
  self->language = g_strdup (mukana_code_index (mukana_contact_languages, language) >= 0
                             ? language : mukana_contact_languages[0]);
  put (self, "name", g_strdup (mukana_query_peek_text (query, "display_name")));
  return TRUE;
}

static gboolean
check_state (MukanaAssignment  *assignment,
             const char        *paper,
             GError           **error)
{
  gboolean is_held = g_str_equal (assignment->state, "held") &&
                     g_strcmp0 (assignment->attendance, "no-show") != 0;
  const char *problem = NULL;

  if (mukana_code_index (mukana_assignment_papers, paper) < 0)
    problem = N_("There is no such paper.");
  else if (g_str_equal (paper, CERTIFICATE) && !is_held)
    problem = N_("Record the day first: a certificate is given of what was done.");
  else if (g_str_equal (assignment->state, "cancelled"))
    problem = N_("The assignment was cancelled.");

  if (problem == NULL)
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, problem);
  return FALSE;
}

/* ---- What was agreed ---- */

/* What was agreed for the request, or what the table says on the day. */
static char *
tell_fee (Writer        *self,
          MukanaFeeRule *rule)
{
  return g_strcmp0 (self->assignment->fee_mode, "fee") == 0
         ? mukana_document_words_fee (self->words, self->request->fee_cents, rule) : NULL;
}

/* Who is to be looked for on the day, before whoever asked. */
static char *
tell_contact (MukanaRequest *request)
{
  if (request->contact_on_day != NULL)
    return g_strdup (request->contact_on_day);
  if (request->requester_name != NULL && request->requester_email != NULL)
    return g_strdup_printf ("%s, %s", request->requester_name, request->requester_email);

  return g_strdup (request->requester_name != NULL ? request->requester_name
                                                   : request->requester_email);
}

static gboolean
put_agreed (MukanaDb  *db,
            Writer    *self,
            GError   **error)
{
  MukanaAssignment *assignment = self->assignment;
  MukanaRequest *request = self->request;
  MukanaFeeRule *rule;

  if (!mukana_pricing_find_rule (db, mukana_lexicon_peek_fee_rules (self->lexicon),
                                 assignment->fee_rule_code, assignment->day, assignment->person_id,
                                 TRUE, &rule, error))
    return FALSE;

  put (self, "title", g_strdup (request->title));
  put (self, "description", g_strdup (request->description));
  put (self, "when", mukana_document_words_time (assignment->day, assignment->start_minute,
                                                 assignment->end_minute));
  put (self, "where", mukana_document_words_place (self->words, self->lexicon, request,
                                                   self->language));
  put (self, "unit", g_strdup (request->unit));
  put (self, "contact", tell_contact (request));
  put (self, "fee", tell_fee (self, rule));
  put (self, "payment", mukana_document_words_dup (self->words, "payment", assignment->fee_mode));
  if (request->prep_minutes > 0)
    put (self, "preparation", g_strdup_printf ("%d min", (int) request->prep_minutes));
  return TRUE;
}

/* ---- What was done ---- */

/* All the days that the person took part in the same request. */
static gboolean
put_days (MukanaDb  *db,
          Writer    *self,
          GError   **error)
{
  g_autoptr (GPtrArray) days =
    mukana_record_list (db, "given.days-held", MUKANA_TYPE_ASSIGNMENT, error,
                        mukana_int ("request_id", self->assignment->request_id),
                        mukana_int ("person_id", self->assignment->person_id));
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 minutes = 0;

  if (days == NULL)
    return FALSE;

  for (guint i = 0; i < days->len; i++)
    {
      MukanaAssignment *held = g_ptr_array_index (days, i);
      g_autofree char *day = mukana_document_words_day (held->day);
      g_autofree char *hours = mukana_document_words_duration (held->actual_minutes);

      g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "", day, hours);
      minutes += held->actual_minutes;
    }

  put (self, "days", g_string_free (g_steal_pointer (&text), FALSE));
  put (self, "hours", mukana_document_words_duration (minutes));
  return TRUE;
}

static void
put_word (Writer            *self,
          const char        *name,
          MukanaLexiconList  list,
          const char        *code)
{
  gpointer record = code != NULL ? mukana_lexicon_find (self->lexicon, list, code) : NULL;

  if (record != NULL)
    put (self, name, g_strdup (mukana_vocabulary_label (record, self->language)));
}

static gboolean
put_done (MukanaDb  *db,
          Writer    *self,
          gboolean   tells_all,
          GError   **error)
{
  if (tells_all)
    {
      put_word (self, "method", MUKANA_LEXICON_METHOD, self->request->method_code);
      put (self, "title", g_strdup (self->request->title));
      put (self, "unit", g_strdup (self->request->unit));
      put_word (self, "role", MUKANA_LEXICON_ROLE, self->request->role_code);
    }

  return put_days (db, self, error);
}

/**
 * mukana_assignment_paper_make:
 * @paper: gets its person_id
 *
 * Thread: worker.
 * Errors: %MUKANA_ERROR_NOT_ALLOWED, %MUKANA_ERROR_INVALID
 * Returns: yours
 */
MukanaDocument *
mukana_assignment_paper_make (MukanaDb               *db,
                              MukanaAssignmentPaper  *paper,
                              GError                **error)
{
  g_auto (Writer) self = { 0 };
  g_autofree char *template = g_strdup_printf ("assignment-%s", paper->paper);

  self.details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!read_person (db, &self, paper->assignment_id, error) ||
      !check_state (self.assignment, paper->paper, error) ||
      !(self.request = mukana_record_get (db, "requests.get", self.assignment->request_id,
                                          MUKANA_TYPE_REQUEST, error)) ||
      !(self.lexicon = mukana_lexicon_load (db, error)) ||
      !(self.words = mukana_document_words_load (self.language, error)))
    return NULL;

  if (g_str_equal (paper->paper, CERTIFICATE) ? !put_done (db, &self, paper->tells_all, error)
                                              : !put_agreed (db, &self, error))
    return NULL;

  paper->person_id = self.assignment->person_id;
  return mukana_paper_fill (db, template, self.language, self.details, error);
}

static gpointer
print_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaAssignmentPaper *asked = arg;
  g_autoptr (MukanaAssignmentPaper) written =
    mukana_assignment_paper_new (asked->assignment_id, asked->paper, asked->tells_all, asked->path);
  g_autoptr (MukanaDocument) document = mukana_assignment_paper_make (db, written, error);

  if (document == NULL || !mukana_document_save_pdf (document, asked->path, error))
    return NULL;

  return g_steal_pointer (&written);
}

const MukanaJob mukana_assignment_paper_job = {
  "assigning.print", MUKANA_LANE_DOOR, print_run, (GDestroyNotify) mukana_assignment_paper_free,
  .needs = MUKANA_DEED_GIVE_OUT
};

static const char *
name_deed (const char *paper)
{
  return g_str_equal (paper, CONFIRMATION) ? "assigning.print-confirmation"
         : g_str_equal (paper, COMMITMENT) ? "assigning.print-commitment"
                                           : "assigning.print-certificate";
}

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaAssignmentPaper *paper = arg;

  mukana_db_hold_file (db, paper->path);
  mukana_journal_add (db, name_deed (paper->paper), MUKANA_KIND_PERSON, paper->person_id, NULL,
                      error);
  return NULL;
}

const MukanaJob mukana_assignment_paper_note_job = {
  "assigning.note-print", MUKANA_LANE_WRITE, note_run, NULL, .needs = MUKANA_DEED_GIVE_OUT
};
