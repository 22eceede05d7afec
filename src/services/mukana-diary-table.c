/* mukana-diary-table.c: the diary of requests about own data, on paper.
 *
 * It shows that each was answered, and when: to an officer, an auditor or the authority.  For that
 * nobody needs to know who asked, so it has the number that finds a request in the
 * register, and neither names nor what was said.  Source: GDPR Articles 5(2), 12(3).
 */

#include "services/mukana-diary-table.h"

#include "domain/mukana-rights-request.h"
#include "services/mukana-document-words.h"
#include "store/mukana-record-io.h"

static gboolean
is_answered (MukanaRightsRequest *request)
{
  return request->answered_on != MUKANA_DAY_NONE;
}

static void
add_count (MukanaDocument *document,
           GKeyFile       *words,
           const char     *key,
           guint           n)
{
  g_autofree char *label = mukana_document_words_dup (words, "diary", key);
  g_autofree char *number = g_strdup_printf ("%u", n);

  mukana_document_add_field (document, label, number);
}

static void
add_counts (MukanaDocument *document,
            GKeyFile       *words,
            GPtrArray      *requests,
            MukanaDay       today)
{
  guint n_answered = 0, n_late = 0, n_overdue = 0;

  for (guint i = 0; i < requests->len; i++)
    {
      MukanaRightsRequest *request = g_ptr_array_index (requests, i);

      n_answered += is_answered (request);
      n_late += mukana_rights_request_was_late (request);
      n_overdue += !is_answered (request) && request->due_on < today;
    }

  add_count (document, words, "total", requests->len);
  add_count (document, words, "in-time", n_answered - n_late);
  add_count (document, words, "too-late", n_late);
  add_count (document, words, "waiting", requests->len - n_answered);
  add_count (document, words, "overdue", n_overdue);
}

static void
add_head (MukanaDocument  *document,
          GKeyFile        *words,
          MukanaDiaryPart  part)
{
  g_autofree char *what = mukana_document_words_dup (words, "diary", "what");
  g_autofree char *received = mukana_document_words_dup (words, "diary", "received");
  g_autofree char *due = mukana_document_words_dup (words, "diary", "due");
  g_autofree char *answered = mukana_document_words_dup (words, "diary", "answered");
  g_autofree char *decision = mukana_document_words_dup (words, "diary", "decision");
  const char * const cells[] = {
    what, received, due, part == MUKANA_DIARY_ANSWERED ? answered : NULL, decision, NULL
  };

  mukana_document_add_row (document, cells, TRUE);
}

/* With what is to be seen at once: that it came late, or that more time was taken. */
static char *
dup_day (GKeyFile   *words,
         MukanaDay   day,
         const char *remark)
{
  g_autofree char *text = mukana_document_words_day (day);
  g_autofree char *word = remark != NULL ? mukana_document_words_dup (words, "diary", remark)
                                         : NULL;

  return word != NULL ? g_strdup_printf ("%s\n%s", text, word) : g_steal_pointer (&text);
}

static void
add_request (MukanaDocument      *document,
             GKeyFile            *words,
             MukanaRightsRequest *request,
             MukanaDay            today)
{
  gboolean is_late = is_answered (request) ? mukana_rights_request_was_late (request)
                                           : request->due_on < today;
  g_autofree char *right = mukana_document_words_dup (words, "right", request->kind);
  g_autofree char *what = g_strdup_printf ("%" G_GINT64_FORMAT ". %s", request->id, right);
  g_autofree char *received = dup_day (words, request->received_on, NULL);
  g_autofree char *due = dup_day (words, request->due_on,
                                  is_late && !is_answered (request) ? "late"
                                  : request->extended_reason != NULL ? "extended" : NULL);
  g_autofree char *answered = is_answered (request)
                              ? dup_day (words, request->answered_on, is_late ? "late" : NULL)
                              : NULL;
  g_autofree char *decision = request->decision != NULL
                              ? mukana_document_words_dup (words, "decision", request->decision)
                              : NULL;
  const char * const cells[] = { what, received, due, answered, decision, NULL };

  mukana_document_add_row (document, cells, FALSE);
}

/**
 * mukana_diary_table_add:
 * @words: of the reader's language
 *
 * Thread: worker.
 */
gboolean
mukana_diary_table_add (MukanaDb         *db,
                        MukanaDiaryPart   part,
                        GKeyFile         *words,
                        MukanaDocument   *document,
                        GError          **error)
{
  g_autoptr (GPtrArray) requests = mukana_record_list (db, "rights.diary",
                                                       MUKANA_TYPE_RIGHTS_REQUEST, error);
  g_autofree char *none = mukana_document_words_dup (words, "diary", "none");
  MukanaDay today = mukana_db_today (db);
  guint n = 0;

  if (requests == NULL)
    return FALSE;

  if (part == MUKANA_DIARY_COUNTS)
    {
      add_counts (document, words, requests, today);
      return TRUE;
    }

  for (guint i = 0; i < requests->len; i++)
    {
      MukanaRightsRequest *request = g_ptr_array_index (requests, i);

      if (is_answered (request) != (part == MUKANA_DIARY_ANSWERED))
        continue;
      if (n++ == 0)
        add_head (document, words, part);
      add_request (document, words, request, today);
    }

  if (n == 0)
    mukana_document_add_paragraph (document, none);
  return TRUE;
}
