/* mukana-paper.c: consent forms and the privacy notice, from the county's templates and details.
 *
 * A paper is in the language of whoever reads it, which need not be the program's;
 * so its words are in data/documents and not among the program's translations.
 * What the register knows (texts in force, legal bases, times of retention) is
 * put in; what it does not know is left as a line to write on.
 */

#include "services/mukana-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-consent.h"
#include "domain/mukana-purpose.h"
#include "domain/mukana-retention.h"
#include "services/mukana-consent-text.h"
#include "services/mukana-diary-table.h"
#include "services/mukana-document-words.h"
#include "services/mukana-purpose-setting.h"
#include "store/mukana-journal.h"

#define BLANK "____________________"

/* Rows of a form for themes: more fit on a second form. */
#define FORM_THEMES     6
#define CRIMINAL_THEMES 2

MukanaPaper *
mukana_paper_new (MukanaPaperKind  kind,
                  const char      *language,
                  gboolean         is_plain,
                  const char      *path)
{
  MukanaPaper *self = g_new0 (MukanaPaper, 1);

  self->kind = kind;
  self->language = g_strdup (language);
  self->is_plain = is_plain;
  self->path = g_strdup (path);
  return self;
}

void
mukana_paper_free (MukanaPaper *self)
{
  g_free (self->language);
  g_free (self->path);
  g_free (self);
}

/* What a paper is made of. */
typedef struct
{
  MukanaDb       *db;
  const char     *language;
  gboolean        is_plain;
  GKeyFile       *words;      /* of the language */
  GHashTable     *details;    /* of the county, by name */
  MukanaDocument *document;   /* NULL before its title */
  const MukanaPaperAsking *asking;   /* NULL: everybody is asked the same */
} Press;

static char *
dup_word (Press      *self,
          const char *group,
          const char *key)
{
  return mukana_document_words_dup (self->words, group, key);
}

/* A template is no format for printf: "%d" in it is where the number goes. */
static char *
put_number (const char *pattern,
            gint64      number)
{
  g_auto (GStrv) around = g_strsplit (pattern, "%d", 2);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return g_strjoinv (text, around);
}

static void
add_detail (Press      *self,
            const char *name,
            char       *value)
{
  g_hash_table_insert (self->details, g_strdup (name), value);
}

static char *
describe_time (Press  *self,
               gint64  days)
{
  static const char * const units[] = { "days", "months", "years" };
  int number;
  MukanaRetentionUnit unit = mukana_retention_unit (days, &number);
  g_autofree char *pattern = dup_word (self, "form", units[unit]);

  return put_number (pattern, number);
}

/* Days by code, of the rules that are in force. */
static GHashTable *
read_retention (Press   *self,
                GError **error)
{
  g_autoptr (MukanaQuery) rules = mukana_db_select (self->db, "retention.in-force", error);
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int result;

  if (rules == NULL)
    return NULL;

  while ((result = mukana_query_step (rules, error)) > 0)
    g_hash_table_insert (days, g_strdup (mukana_query_peek_text (rules, "code")),
                         GINT_TO_POINTER ((int) mukana_query_get_int (rules, "days")));

  return result == 0 ? g_steal_pointer (&days) : NULL;
}

/* "{kept-theme}" and so on, for sentences. */
static gboolean
load_times (Press   *self,
            GError **error)
{
  g_autoptr (GHashTable) days = read_retention (self, error);
  GHashTableIter iter;
  gpointer code, kept;

  if (days == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &code, &kept))
    {
      g_autofree char *name = g_strconcat ("kept-", code, NULL);

      add_detail (self, name, describe_time (self, GPOINTER_TO_INT (kept)));
    }

  return TRUE;
}

/* What the program knows of itself, and nobody need write.  Papers for people are made behind
 * the door, where everybody cannot be counted, and ask for no number. */
static gboolean
load_facts (Press       *self,
            const char  *template_text,
            GError     **error)
{
  const char *identities = g_hash_table_lookup (self->details, "pay-identity");
  gboolean is_kept = identities != NULL && *identities != '\0';
  gint64 n_people = 0;

  if (strstr (template_text, "{n-people}") != NULL &&
      (n_people = mukana_db_count (self->db, "people.count", error)) < 0)
    return FALSE;
  if (strstr (template_text, "{kept-") != NULL && !load_times (self, error))
    return FALSE;

  add_detail (self, "consent-years", g_strdup_printf ("%d", MUKANA_CONSENT_YEARS));
  add_detail (self, "n-people", g_strdup_printf ("%" G_GINT64_FORMAT, n_people));
  add_detail (self, "pay-identity", dup_word (self, "pay-identity",
                                             is_kept ? "kept" : "not-kept"));
  add_detail (self, "pay-identity-plain", dup_word (self, "pay-identity",
                                                   is_kept ? "kept-plain" : "not-kept-plain"));
  add_detail (self, "protection", dup_word (self, "protection",
                                           mukana_db_is_shared (self->db) ? "server" : "file"));
  return TRUE;
}

/* A county is called what it is called in the language of the paper; one with a name of its own
 * keeps it. */
static gboolean
add_county (Press       *self,
            const char  *detail,
            const char  *name,
            GError     **error)
{
  g_autofree char *column = g_strconcat ("name_", self->language, NULL);
  g_autoptr (MukanaQuery) county = mukana_db_select (self->db, "counties.named", error,
                                                     mukana_text ("name", name));
  int result = county != NULL ? mukana_query_step (county, error) : -1;

  if (result < 0)
    return FALSE;

  add_detail (self, detail, g_strdup (result > 0 ? mukana_query_peek_text (county, column)
                                                 : name));
  return TRUE;
}

static gboolean
load_details (Press   *self,
              GError **error)
{
  g_autoptr (MukanaQuery) settings = mukana_db_select (self->db, "settings.all", error);
  g_autoptr (MukanaQuery) state = settings ? mukana_db_select (self->db, "state.about", error)
                                           : NULL;
  const char *controller;
  int result;

  if (state == NULL)
    return FALSE;

  while ((result = mukana_query_step (settings, error)) > 0)
    add_detail (self, mukana_query_peek_text (settings, "name"),
                g_strdup (mukana_query_peek_text (settings, "value")));
  if (result < 0 || mukana_query_step (state, error) <= 0)
    return FALSE;

  /* The controller is the county, as a rule, and called alike. */
  controller = g_hash_table_lookup (self->details, "controller-name");
  return (controller == NULL || add_county (self, "controller-name", controller, error)) &&
         add_county (self, "county", mukana_query_peek_text (state, "county_name"), error);
}

/* "{dpo-name}" becomes the name, or a line to write it on. */
static char *
fill_in (Press      *self,
         const char *line)
{
  GString *filled = g_string_new (NULL);

  for (const char *at = line; *at != '\0';)
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (at + 1, (gsize) (end - at) - 1) : NULL;
      const char *detail = name != NULL ? g_hash_table_lookup (self->details, name) : NULL;

      if (end == NULL)
        g_string_append_c (filled, *at++);
      else
        {
          g_string_append (filled, detail != NULL && *detail != '\0' ? detail : BLANK);
          at = end + 1;
        }
    }

  return g_string_free (filled, FALSE);
}

/* A heading in plain language, as the text below it is. */
static char *
dup_plain_title (Press                   *self,
                 const MukanaConsentText *text)
{
  char *title = g_key_file_get_string (self->words, "plain-title", text->purpose, NULL);

  return title != NULL ? title : g_strdup (text->title);
}

/* Each theme is answered by itself (Article 9(2)(a)): one box for several would be one consent
 * to all of them.  @n_themes: 0 for a consent without any */
static void
add_questions (Press *self,
               guint  n_themes)
{
  g_autofree char *yes = dup_word (self, "form", "yes");
  g_autofree char *no = dup_word (self, "form", "no");
  g_autofree char *how = dup_word (self, "form", self->is_plain ? "plain-theme" : "theme");
  const char * const answers[] = { yes, no, NULL };

  if (n_themes > 0)
    mukana_document_add_paragraph (self->document, how);
  else
    {
      mukana_document_add_choice (self->document, yes);
      mukana_document_add_choice (self->document, no);
    }

  for (guint i = 1; i <= n_themes; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u.", i);

      mukana_document_add_question (self->document, label, answers);
    }
}

static gboolean
add_text (Press       *self,
          const char  *purpose,
          guint        n_themes,
          GError     **error)
{
  g_autoptr (MukanaConsentText) question = mukana_consent_text_new (purpose, self->language);
  g_autoptr (MukanaConsentText) text = mukana_consent_text_job.run (self->db, question, NULL,
                                                                    error);
  gboolean is_plain = self->is_plain && text != NULL && text->plain_body != NULL;
  g_autofree char *pattern = dup_word (self, "form", is_plain ? "plain-version" : "version");
  g_autofree char *version = NULL, *title = NULL, *heading = NULL;

  if (text == NULL)
    return FALSE;

  /* Which text was signed, and in which of its two wordings, is seen on the paper. */
  version = put_number (pattern, text->version);
  title = is_plain ? dup_plain_title (self, text) : g_strdup (text->title);
  heading = g_strdup_printf ("%s (%s)", title, version);
  mukana_document_add_heading (self->document, heading);
  mukana_document_add_paragraph (self->document, is_plain ? text->plain_body : text->body);
  add_questions (self, g_str_equal (purpose, "theme") ? n_themes : 0);
  return TRUE;
}

/* Only of what rests on consent: nobody is asked for what law allows anyway. */
static gboolean
add_texts (Press   *self,
           GError **error)
{
  for (guint i = 0; mukana_purposes[i] != NULL; i++)
    {
      gint64 is_asked = mukana_db_count (self->db, "purposes.needs-consent", error,
                                         mukana_text ("purpose", mukana_purposes[i]));

      if (is_asked < 0 ||
          (is_asked > 0 && !add_text (self, mukana_purposes[i], FORM_THEMES, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_asked_texts (Press   *self,
                 GError **error)
{
  for (guint i = 0; self->asking != NULL && self->asking->purposes[i] != NULL; i++)
    if (!add_text (self, self->asking->purposes[i], FORM_THEMES, error))
      return FALSE;

  return TRUE;
}

static void
add_asked (Press *self)
{
  for (guint i = 0; self->asking != NULL && self->asking->lines[i] != NULL; i++)
    mukana_document_add_item (self->document, self->asking->lines[i]);
}

static void
add_row (Press      *self,
         const char *first,
         const char *second,
         gboolean    is_head)
{
  const char * const cells[] = { first, second, NULL };

  mukana_document_add_row (self->document, cells, is_head);
}

/* What Article 10 is about stands in the table by itself: it needs a law beside its basis. */
static const char * const article_10[] = { "criminal-theme", "extract" };

/* A duty by law and a public task rest on a law, which is named; Article 6(3). */
static void
add_purpose (Press      *self,
             const char *code,
             const char *basis_code)
{
  gboolean has_law = g_str_equal (basis_code, "law") || g_str_equal (basis_code, "public-task");
  g_autofree char *name = dup_word (self, "purpose", code);
  g_autofree char *basis = dup_word (self, "basis", basis_code);
  g_autofree char *law = has_law ? dup_word (self, "law", code) : NULL;
  g_autofree char *both = law != NULL ? g_strdup_printf ("%s: %s", basis, law) : NULL;

  add_row (self, name, both != NULL ? both : basis, FALSE);
}

static gboolean
add_purposes (Press   *self,
              GError **error)
{
  g_autoptr (GPtrArray) purposes = mukana_purposes_job.run (self->db, NULL, NULL, error);
  g_autofree char *head = dup_word (self, "form", "purpose");
  g_autofree char *other_head = dup_word (self, "form", "basis");

  if (purposes == NULL)
    return FALSE;

  add_row (self, head, other_head, TRUE);
  for (guint i = 0; i < purposes->len; i++)
    {
      MukanaPurpose *purpose = g_ptr_array_index (purposes, i);

      add_purpose (self, purpose->code, mukana_purpose_is_explicit (purpose->code)
                                        ? "explicit-consent" : purpose->basis);
    }
  for (guint i = 0; i < G_N_ELEMENTS (article_10); i++)
    add_purpose (self, article_10[i], article_10[i]);

  return TRUE;
}

/* By subject, as on the screen, and not as codes happen to be spelled. */
static gboolean
add_retention (Press   *self,
               GError **error)
{
  g_autoptr (GHashTable) days = read_retention (self, error);
  g_autofree char *head = dup_word (self, "form", "data");
  g_autofree char *other_head = dup_word (self, "form", "time");

  if (days == NULL)
    return FALSE;

  add_row (self, head, other_head, TRUE);
  for (guint i = 0; mukana_retention_codes[i] != NULL; i++)
    {
      g_autofree char *name = dup_word (self, "retention", mukana_retention_codes[i]);
      g_autofree char *time = NULL;
      gpointer kept;

      if (!g_hash_table_lookup_extended (days, mukana_retention_codes[i], NULL, &kept))
        continue;

      time = describe_time (self, GPOINTER_TO_INT (kept));
      add_row (self, name, time, FALSE);
    }

  return TRUE;
}

static gboolean
add_diary (Press       *self,
           const char  *line,
           GError     **error)
{
  MukanaDiaryPart part = g_str_equal (line, "@requests-waiting") ? MUKANA_DIARY_WAITING
                         : g_str_equal (line, "@requests-answered") ? MUKANA_DIARY_ANSWERED
                                                                    : MUKANA_DIARY_COUNTS;

  return mukana_diary_table_add (self->db, part, self->words, self->document, error);
}

/* "Label: what is known"; of what is not there is no line. */
static void
add_known (Press      *self,
           const char *text)
{
  g_auto (GStrv) halves = g_strsplit (text, ": ", 2);

  if (halves[0] != NULL && halves[1] != NULL && strstr (halves[1], BLANK) == NULL)
    mukana_document_add_field (self->document, halves[0], halves[1]);
}

static gboolean
add_line (Press       *self,
          const char  *line,
          GError     **error)
{
  g_autofree char *text = fill_in (self, line);

  if (*text == '\0')
    return TRUE;
  if (self->document == NULL)
    self->document = mukana_document_new (text + strlen ("# "), NULL);
  else if (g_str_has_prefix (text, "# "))      /* within another document */
    mukana_document_add_heading (self->document, text + strlen ("# "));
  else if (g_str_equal (text, "@texts"))
    return add_texts (self, error);
  else if (g_str_equal (text, "@asked-texts"))
    return add_asked_texts (self, error);
  else if (g_str_equal (text, "@asked"))
    add_asked (self);
  else if (g_str_equal (text, "@theme-text"))
    return add_text (self, "theme", CRIMINAL_THEMES, error);
  else if (g_str_has_prefix (text, "@requests-"))
    return add_diary (self, text, error);
  else if (g_str_equal (text, "@purposes"))
    return add_purposes (self, error);
  else if (g_str_equal (text, "@retention"))
    return add_retention (self, error);
  else if (g_str_has_prefix (text, "## "))
    mukana_document_add_heading (self->document, text + strlen ("## "));
  else if (g_str_has_prefix (line, "- ") && strstr (line, "{kept-") != NULL &&
           strstr (text, BLANK) != NULL)
    return TRUE;   /* a rule of retention that is not in force */
  else if (g_str_has_prefix (text, "- "))
    mukana_document_add_item (self->document, text + strlen ("- "));
  else if (g_str_has_prefix (text, "[ ] "))
    mukana_document_add_choice (self->document, text + strlen ("[ ] "));
  else if (g_str_has_prefix (text, "? "))
    mukana_document_add_field (self->document, text + strlen ("? "), NULL);
  else if (g_str_has_prefix (text, "= "))
    add_known (self, text + strlen ("= "));
  else
    mukana_document_add_paragraph (self->document, text);

  return TRUE;
}

static const char *
name_template (MukanaPaperKind kind,
               gboolean        is_plain)
{
  switch (kind)
    {
    case MUKANA_PAPER_CONSENT_FORM: return "consent-form";
    case MUKANA_PAPER_CRIMINAL_FORM: return "consent-form-criminal";
    case MUKANA_PAPER_PROCESSING_RECORD: return "processing-record";
    case MUKANA_PAPER_IMPACT_ASSESSMENT: return "impact-assessment";
    case MUKANA_PAPER_REQUEST_DIARY: return "request-diary";
    case MUKANA_PAPER_PRIVACY_NOTICE:
    default: return is_plain ? "privacy-notice-plain" : "privacy-notice";
    }
}

/* @into: (nullable): a document that it becomes the end of, and is given back then
 * @asking: (nullable) */
static MukanaDocument *
press (MukanaDb                 *db,
       const char               *template_name,
       const char               *language,
       gboolean                  is_plain,
       GHashTable               *details,
       MukanaDocument           *into,
       const MukanaPaperAsking  *asking,
       GError                  **error)
{
  g_autofree char *name = g_strdup_printf ("%s.%s.txt", template_name, language);
  g_autoptr (GKeyFile) words = mukana_document_words_load (language, error);
  g_autoptr (GBytes) template = words ? mukana_document_template_load (name, error) : NULL;
  g_auto (GStrv) lines = NULL;
  Press self = { db, language, is_plain, words, details, into, asking };

  if (template == NULL || !load_details (&self, error))
    return NULL;

  if (!load_facts (&self, g_bytes_get_data (template, NULL), error))
    return NULL;

  lines = g_strsplit (g_bytes_get_data (template, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!add_line (&self, lines[i], error))
      {
        if (into == NULL)
          g_clear_pointer (&self.document, mukana_document_free);
        return NULL;
      }

  mukana_document_set_footer (self.document, g_hash_table_lookup (details, "county"));
  return self.document;
}

/**
 * mukana_paper_fill:
 * @template_name: a file of data/documents without its language
 * @details: of char *, owned by it: what goes into the template's {names}; the county's are added
 *
 * Thread: worker.
 * Errors: %MUKANA_ERROR_INVALID when there is no such language
 * Returns: yours
 */
MukanaDocument *
mukana_paper_fill (MukanaDb    *db,
                   const char  *template_name,
                   const char  *language,
                   GHashTable  *details,
                   GError     **error)
{
  return press (db, template_name, language, FALSE, details, NULL, NULL, error);
}

/**
 * mukana_paper_fill_asking:
 *
 * As mukana_paper_fill(), with what this person is asked for.
 *
 * Thread: worker.
 */
MukanaDocument *
mukana_paper_fill_asking (MukanaDb                 *db,
                          const char               *template_name,
                          const char               *language,
                          GHashTable               *details,
                          const MukanaPaperAsking  *asking,
                          GError                  **error)
{
  return press (db, template_name, language, FALSE, details, NULL, asking, error);
}

/**
 * mukana_paper_make:
 *
 * Thread: worker.
 * Errors: %MUKANA_ERROR_INVALID when there is no such language
 * Returns: yours
 */
MukanaDocument *
mukana_paper_make (MukanaDb         *db,
                   MukanaPaperKind   kind,
                   const char       *language,
                   gboolean          is_plain,
                   GError          **error)
{
  g_autoptr (GHashTable) details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return press (db, name_template (kind, is_plain), language, is_plain, details, NULL, NULL,
                error);
}

/**
 * mukana_paper_append:
 * @document: that the paper becomes the end of
 *
 * Thread: worker.
 */
gboolean
mukana_paper_append (MukanaDb         *db,
                     MukanaPaperKind   kind,
                     const char       *language,
                     MukanaDocument   *document,
                     GError          **error)
{
  g_autoptr (GHashTable) details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return press (db, name_template (kind, FALSE), language, FALSE, details, document, NULL,
                error) != NULL;
}

static const char *
name_deed (MukanaPaperKind kind)
{
  switch (kind)
    {
    case MUKANA_PAPER_CONSENT_FORM:
    case MUKANA_PAPER_CRIMINAL_FORM: return "papers.consent-form";
    case MUKANA_PAPER_PRIVACY_NOTICE: return "papers.privacy-notice";
    case MUKANA_PAPER_PROCESSING_RECORD:
    case MUKANA_PAPER_IMPACT_ASSESSMENT:
    case MUKANA_PAPER_REQUEST_DIARY:
    default: return "printing.accountability";
    }
}

/** mukana_paper_is_account: Returns: whether it is one by which the controller gives account */
gboolean
mukana_paper_is_account (MukanaPaperKind kind)
{
  return kind == MUKANA_PAPER_PROCESSING_RECORD || kind == MUKANA_PAPER_IMPACT_ASSESSMENT ||
         kind == MUKANA_PAPER_REQUEST_DIARY;
}

/* Forms and notices are the coordinator's; the documents of accountability also the auditor's. */
static gboolean
check_may (MukanaDb           *db,
           const MukanaPaper  *paper,
           GError            **error)
{
  /* What nobody is named to see cannot be recorded, so nobody is asked for it either. */
  if (paper->kind == MUKANA_PAPER_CRIMINAL_FORM && !mukana_db_sees_article_10 (db))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                           N_("This form is printed by those who are named to see criminal "
                              "background. They are named among the users of the register."));
      return FALSE;
    }
  if (mukana_role_may (mukana_db_peek_role (db), mukana_paper_is_account (paper->kind)
                                                     ? MUKANA_DEED_ACCOUNT : MUKANA_DEED_GIVE_OUT))
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                       N_("Your role in this register does not include this."));
  return FALSE;
}

static gpointer
paper_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaPaper *paper = arg;
  g_autoptr (MukanaDocument) document = NULL;

  if (check_may (db, paper, error))
    document = mukana_paper_make (db, paper->kind, paper->language, paper->is_plain, error);
  if (document == NULL || !mukana_document_save_pdf (document, paper->path, error))
    return NULL;

  mukana_db_hold_file (db, paper->path);
  mukana_journal_add (db, name_deed (paper->kind), MUKANA_KIND_REGISTER, 0, paper->language, error);
  return NULL;
}

const MukanaJob mukana_paper_job = {
  "papers.print", MUKANA_LANE_WRITE, paper_run, NULL, .needs = MUKANA_DEED_WORK_HERE
};
