/* mukana-register-user.c: who works with a local register, and as what. */

#include "domain/mukana-register-user.h"

#include "base/mukana-issue.h"
#include "domain/mukana-role-rights.h"

#define AT(field) G_STRUCT_OFFSET (MukanaRegisterUser, field)

static const MukanaField fields[] = {
  { "name", MUKANA_FIELD_TEXT, AT (name), 200, MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "role", MUKANA_FIELD_TEXT, AT (role), 0, MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED,
    mukana_roles },
  { "sees-article-10", MUKANA_FIELD_BOOL, AT (sees_article_10), 0, MUKANA_FIELD_PLAIN, NULL },
  { "added-on", MUKANA_FIELD_DAY, AT (added_on), 0, MUKANA_FIELD_PLAIN, NULL },
  { "added-by", MUKANA_FIELD_TEXT, AT (added_by), 200, MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaRegisterUser, mukana_register_user, fields)

/** mukana_register_user_check: Returns: yours, the findings */
GPtrArray *
mukana_register_user_check (gpointer draft)
{
  MukanaRegisterUser *self = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  return issues;
}
