/* mukana-letter.c: the letter back: what taking part led to, for each who took part.
 *
 * In the person's own language, with what was found and what came of it, or why nothing did;
 * as PDF for post and as plain text for a message.  People are read at the door.  The files
 * are named by the request and by numbers, and name nobody.
 */

#include "services/mukana-letter.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-feedback.h"
#include "domain/mukana-request.h"
#include "services/mukana-document-words.h"
#include "services/mukana-new-file.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define LONGEST_SLUG 40

MukanaLetters *
mukana_letters_new (gint64      request_id,
                    const char *folder)
{
  MukanaLetters *self = g_new0 (MukanaLetters, 1);

  self->request_id = request_id;
  self->folder = g_strdup (folder);
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
mukana_letters_free (MukanaLetters *self)
{
  g_free (self->folder);
  g_free (self->stem);
  g_array_unref (self->people);
  g_free (self);
}

/* ---- What a letter says ---- */

static void
add_outcome (MukanaDocument *document,
             GKeyFile       *words,
             MukanaOutcome  *outcome)
{
  g_autofree char *result = mukana_document_words_dup (words, "outcome", outcome->result);
  g_autofree char *text = outcome->reason != NULL
                            ? g_strdup_printf ("%s. %s", result, outcome->reason)
                            : g_strconcat (result, ".", NULL);

  if (g_strcmp0 (outcome->result, "waiting") == 0)
    return;

  mukana_document_add_item (document, outcome->finding);
  mukana_document_add_paragraph (document, text);
}

static guint
count_known (GPtrArray *outcomes)
{
  guint n = 0;

  for (guint i = 0; i < outcomes->len; i++)
    n += g_strcmp0 (((MukanaOutcome *) g_ptr_array_index (outcomes, i))->result, "waiting") != 0;

  return n;
}

/**
 * mukana_letter_make:
 *
 * Thread: worker.
 * Errors: %MUKANA_ERROR_INVALID, %MUKANA_ERROR_NOT_FOUND
 * Returns: yours
 */
MukanaDocument *
mukana_letter_make (MukanaDb    *db,
                    gint64       request_id,
                    const char  *name,
                    const char  *language,
                    GError     **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", request_id,
                                                         MUKANA_TYPE_REQUEST, error);
  g_autoptr (GPtrArray) outcomes =
    request ? mukana_record_list (db, "outcomes.of-request", MUKANA_TYPE_OUTCOME, error,
                                  mukana_int ("request_id", request_id)) : NULL;
  g_autoptr (GKeyFile) words = outcomes ? mukana_document_words_load (language, error) : NULL;
  g_autofree char *title = NULL, *intro = NULL, *thanks = NULL;
  MukanaDocument *document;

  if (words == NULL)
    return NULL;

  if (count_known (outcomes) == 0)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("Record first what followed."));
      return NULL;
    }

  title = mukana_document_words_dup (words, "letter", "title");
  intro = mukana_document_words_dup (words, "letter", "intro");
  thanks = mukana_document_words_dup (words, "letter", "thanks");
  document = mukana_document_new (title, name);
  mukana_document_add_heading (document, request->title);
  mukana_document_add_paragraph (document, intro);
  for (guint i = 0; i < outcomes->len; i++)
    add_outcome (document, words, g_ptr_array_index (outcomes, i));
  mukana_document_add_paragraph (document, thanks);
  if (request->unit != NULL)
    mukana_document_add_paragraph (document, request->unit);
  return document;
}

/* ---- Jobs ---- */

static char *
make_path (const MukanaLetters *letters,
           guint                number,
           const char          *ending)
{
  /* Their order in this request, which says nothing outside the register. */
  g_autofree char *name = g_strdup_printf ("%s-%u.%s", letters->stem, number + 1, ending);

  return g_build_filename (letters->folder, name, NULL);
}

static void
take_away (const MukanaLetters *letters,
           guint                n_letters)
{
  for (guint i = 0; i < n_letters; i++)
    {
      g_autofree char *pdf = make_path (letters, i, "pdf");
      g_autofree char *txt = make_path (letters, i, "txt");

      g_unlink (pdf);
      g_unlink (txt);
    }
}

static gboolean
write_letter (const MukanaLetters  *letters,
              MukanaDocument       *document,
              GError              **error)
{
  guint number = letters->people->len;
  g_autofree char *pdf = make_path (letters, number, "pdf");
  g_autofree char *txt = make_path (letters, number, "txt");
  g_autofree char *text = mukana_document_to_text (document);

  if (!mukana_document_save_pdf (document, pdf, error))
    return FALSE;
  if (mukana_new_file_write (txt, text, strlen (text), error))
    return TRUE;

  g_unlink (pdf);
  return FALSE;
}

/* One for each person, however often they came. */
static gboolean
write_letters (MukanaDb       *db,
               MukanaLetters  *letters,
               GError        **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "given.took-part", error,
                                                    mukana_int ("request_id",
                                                                letters->request_id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      const char *language = mukana_query_peek_text (query, "contact_language");
      gint64 id = mukana_query_get_int (query, "person_id");
      g_autoptr (MukanaDocument) document =
        mukana_letter_make (db, letters->request_id, mukana_query_peek_text (query, "display_name"),
                            mukana_code_index (mukana_contact_languages, language) >= 0
                              ? language : mukana_contact_languages[0], error);

      if (document == NULL || !write_letter (letters, document, error))
        return FALSE;
      g_array_append_val (letters->people, id);
    }

  if (result == 0 && letters->people->len == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                         N_("Nobody has taken part who may be written to."));
  return result == 0 && letters->people->len > 0;
}

/* The number tells requests of the same title apart. */
static char *
make_stem (MukanaDb  *db,
           gint64     request_id,
           GError   **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", request_id,
                                                         MUKANA_TYPE_REQUEST, error);
  g_autofree char *slug = request ? mukana_text_slug (request->title, LONGEST_SLUG) : NULL;

  /* Translators: what the name of a file begins with; in small letters, without spaces */
  return slug != NULL ? g_strdup_printf ("%s-%s-%" G_GINT64_FORMAT, _("letter"), slug, request_id)
                      : NULL;
}

static gpointer
letters_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  const MukanaLetters *asked = arg;
  g_autoptr (MukanaLetters) written = mukana_letters_new (asked->request_id, asked->folder);

  if (!(written->stem = make_stem (db, asked->request_id, error)))
    return NULL;
  if (write_letters (db, written, error))
    return g_steal_pointer (&written);

  take_away (written, written->people->len);
  return NULL;
}

const MukanaJob mukana_letters_job = {
  "hearing.letters", MUKANA_LANE_DOOR, letters_run, (GDestroyNotify) mukana_letters_free,
  .needs = MUKANA_DEED_GIVE_OUT
};

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaLetters *letters = arg;

  for (guint i = 0; i < letters->people->len; i++)
    {
      g_autofree char *pdf = make_path (letters, i, "pdf");
      g_autofree char *txt = make_path (letters, i, "txt");

      mukana_db_hold_file (db, pdf);
      mukana_db_hold_file (db, txt);
    }
  for (guint i = 0; i < letters->people->len; i++)
    if (!mukana_journal_add (db, "hearing.letters", MUKANA_KIND_PERSON,
                             g_array_index (letters->people, gint64, i), NULL, error))
      break;

  return NULL;
}

const MukanaJob mukana_letters_note_job = {
  "hearing.letters-note", MUKANA_LANE_WRITE, note_run, NULL, .needs = MUKANA_DEED_GIVE_OUT
};
