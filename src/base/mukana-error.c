/* mukana-error.c: the error domain, and the findings an error may carry.
 *
 * Messages are English, for a log, and name no person.  Sentences for people
 * are made in one place above, from the code.
 *
 * A rule is checked in a form, on import and in the write job.  The first two
 * want the list of findings; the last has only a GError, so the list rides on it.
 */

#include "base/mukana-error.h"

#include <string.h>

#include "base/mukana-issue.h"

typedef struct
{
  GPtrArray *issues;   /* of MukanaIssue; NULL unless the code is INVALID */
  char      *detail;   /* what it is about, to be shown and never logged; mostly NULL */
} MukanaErrorPrivate;

static void
mukana_error_private_init (MukanaErrorPrivate *private)
{
  private->issues = NULL;
  private->detail = NULL;
}

static void
mukana_error_private_copy (const MukanaErrorPrivate *from,
                           MukanaErrorPrivate       *to)
{
  to->issues = from->issues ? g_ptr_array_ref (from->issues) : NULL;
  to->detail = g_strdup (from->detail);
}

static void
mukana_error_private_clear (MukanaErrorPrivate *private)
{
  g_clear_pointer (&private->issues, g_ptr_array_unref);
  g_clear_pointer (&private->detail, g_free);
}

G_DEFINE_EXTENDED_ERROR (MukanaError, mukana_error)

/** mukana_issues_to_error: Returns: yours, %MUKANA_ERROR_INVALID carrying @issues; NULL if none */
GError *
mukana_issues_to_error (GPtrArray *issues)
{
  const MukanaIssue *first;
  GError *error;

  if (issues->len == 0)
    return NULL;

  first = g_ptr_array_index (issues, 0);
  error = g_error_new (MUKANA_ERROR, MUKANA_ERROR_INVALID, "%s: %s",
                       first->field ? first->field : "record", first->sentence);
  mukana_error_get_private (error)->issues = g_ptr_array_ref (issues);
  return error;
}

/** mukana_issues_pass: Returns: whether nothing was found; else @error carries @issues */
gboolean
mukana_issues_pass (GPtrArray  *issues,
                    GError    **error)
{
  GError *invalid = mukana_issues_to_error (issues);

  if (invalid == NULL)
    return TRUE;

  g_propagate_error (error, invalid);
  return FALSE;
}

/** mukana_error_get_issues: Returns: (nullable): borrowed, of MukanaIssue */
GPtrArray *
mukana_error_get_issues (const GError *error)
{
  if (!g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_INVALID))
    return NULL;

  return mukana_error_get_private (error)->issues;
}

/**
 * mukana_error_peek_sentence:
 *
 * Most messages are for logs and stay out of sight.  Those that end with a full stop
 * were written to be shown, and marked for translation.  A worker puts the name of
 * the job in front: "proposing.answer: The time clashes…"
 *
 * Returns: (nullable): borrowed, English, to be translated; NULL when there is none to show
 */
const char *
mukana_error_peek_sentence (const GError *error)
{
  gsize length = strcspn (error->message, " ");

  if (error->domain != MUKANA_ERROR || !g_str_has_suffix (error->message, "."))
    return NULL;

  return length > 1 && error->message[length - 1] == ':' ? error->message + length + 1
                                                         : error->message;
}

/**
 * mukana_error_set_detail:
 * @error: of MUKANA_ERROR, with a sentence for a message
 * @detail: (transfer full): what the sentence is about, a place and a time, as people read it
 *
 * Apart from the message, because that goes into the log.
 */
void
mukana_error_set_detail (GError *error,
                         char   *detail)
{
  MukanaErrorPrivate *private = mukana_error_get_private (error);

  g_free (private->detail);
  private->detail = detail;
}

/**
 * mukana_error_add_detail:
 * @sentence: that of @error, translated
 *
 * Returns: yours, @sentence, and after a colon what it is about when that is known
 */
char *
mukana_error_add_detail (const GError *error,
                         const char   *sentence)
{
  const char *detail = error->domain == MUKANA_ERROR ? mukana_error_get_private (error)->detail
                                                     : NULL;
  gsize length = strlen (sentence);

  if (detail == NULL || length == 0)
    return g_strdup (sentence);

  return g_strdup_printf ("%.*s: %s.", (int) length - g_str_has_suffix (sentence, "."), sentence,
                          detail);
}
