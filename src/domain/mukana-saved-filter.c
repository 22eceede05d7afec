/* mukana-saved-filter.c: conditions of a list, kept under a name. */

#include "domain/mukana-saved-filter.h"

#include "base/mukana-issue.h"

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaSavedFilter, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "list", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaSavedFilter, list), 40,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaSavedFilter, name), 100,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "conditions", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaSavedFilter, conditions), 1000,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
};

MUKANA_DEFINE_RECORD (MukanaSavedFilter, mukana_saved_filter, fields)

/** mukana_saved_filter_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_saved_filter_check (gpointer draft)
{
  MukanaSavedFilter *self = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  return issues;
}
