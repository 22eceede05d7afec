/* mukana-wording.c: the county edits its own words: themes, methods, names of roles.
 *
 * A word keeps its code for ever, because records hold the code; what people
 * read is what changes.  People who know a renamed theme are found by its new
 * name from the same commit on.
 */

#include "services/mukana-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

static gboolean
is_code (const char *text)
{
  return text != NULL && *text != '\0' &&
         strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789._-") == strlen (text);
}

static gboolean
check_word (MukanaRecord  *word,
            const char    *code_field,
            GError       **error)
{
  g_autoptr (GPtrArray) issues = mukana_issues_new ();

  mukana_record_check (word, issues);
  if (!is_code (mukana_record_peek_text (word, code_field)))
    mukana_issues_add (issues, code_field,
                       N_("A code has small letters a to z, digits, dots and hyphens only."));

  return mukana_issues_pass (issues, error);
}

static gboolean
index_people (MukanaDb    *db,
              const char  *theme_id,
              GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "themes.people", error,
                                                    mukana_text ("theme_id", theme_id));
  g_autoptr (GArray) ids = query ? mukana_ids_read (query, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!mukana_people_index (db, g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

/**
 * mukana_wording_put:
 * @word: a MukanaTheme, MukanaMethod or MukanaRole
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_INVALID with the findings
 */
gboolean
mukana_wording_put (MukanaDb      *db,
                    MukanaRecord  *word,
                    GError       **error)
{
  gboolean is_theme = MUKANA_IS_THEME (word);
  const char *statement = is_theme ? "themes.put"
                          : MUKANA_IS_METHOD (word) ? "methods.put" : "roles.put";
  g_autoptr (MukanaQuery) query = NULL;

  if (!check_word (word, is_theme ? "id" : "code", error) ||
      (query = mukana_db_prepare (db, statement, NULL, error)) == NULL)
    return FALSE;

  mukana_record_bind (word, query);
  if (mukana_query_run (query, error) < 0 ||
      (is_theme && !index_people (db, ((MukanaTheme *) word)->id, error)) ||
      !mukana_journal_add (db, "wording.put", MUKANA_KIND_VOCABULARY, 0, statement, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_VOCABULARY, 0, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static gpointer
put_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  mukana_wording_put (db, arg, error);
  return NULL;
}

const MukanaJob mukana_wording_put_job = { "wording.change", MUKANA_LANE_WRITE, put_run, NULL };
