/* mukana-issue.c: findings about fields. */

#include "base/mukana-issue.h"

static void
free_issue (gpointer data)
{
  MukanaIssue *issue = data;

  g_free (issue->field);
  g_free (issue);
}

/** mukana_issues_new: Returns: yours, an empty list */
GPtrArray *
mukana_issues_new (void)
{
  return g_ptr_array_new_with_free_func (free_issue);
}

/**
 * mukana_issues_add:
 * @field: (nullable): name in the field table
 * @sentence: static text, marked N_() where it is written
 */
void
mukana_issues_add (GPtrArray  *issues,
                   const char *field,
                   const char *sentence)
{
  MukanaIssue *issue = g_new0 (MukanaIssue, 1);

  issue->field = g_strdup (field);
  issue->sentence = sentence;
  g_ptr_array_add (issues, issue);
}

/** mukana_issues_find: Returns: (nullable): borrowed, the first finding about @field */
const MukanaIssue *
mukana_issues_find (GPtrArray  *issues,
                    const char *field)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const MukanaIssue *issue = g_ptr_array_index (issues, i);

      if (g_strcmp0 (issue->field, field) == 0)
        return issue;
    }

  return NULL;
}
