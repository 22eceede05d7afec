/* mukana-apart.c: two people who are not placed together, and why. */

#include "domain/mukana-apart.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"

#define AT(field) G_STRUCT_OFFSET (MukanaApart, field)
static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, AT (person_id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "other-id", MUKANA_FIELD_INT, AT (other_id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "reason", MUKANA_FIELD_TEXT, AT (reason), 20, MUKANA_FIELD_SPECIAL | MUKANA_FIELD_REQUIRED,
    mukana_apart_reasons },
  { "said-on", MUKANA_FIELD_DAY, AT (said_on), 0, MUKANA_FIELD_PERSONAL, NULL },
  { "display-name", MUKANA_FIELD_TEXT, AT (display_name), 200, MUKANA_FIELD_PERSONAL, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaApart, mukana_apart, fields)

/** mukana_apart_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_apart_check (gpointer draft)
{
  MukanaApart *self = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  if (self->person_id == self->other_id)
    mukana_issues_add (issues, "other-id", N_("Two different people are needed."));
  return issues;
}
