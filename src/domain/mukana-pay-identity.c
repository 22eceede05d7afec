/* mukana-pay-identity.c: the identity code and the account by which somebody is paid.
 *
 * Payroll's own number is enough for most counties, so a register keeps these only where it was
 * decided.  Source: data protection act (1050/2018) 29 §, GDPR Article 87.
 */

#include "domain/mukana-pay-identity.h"

#include "base/mukana-issue.h"
#include "domain/mukana-account-number.h"
#include "domain/mukana-identity-code.h"

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaPayIdentity, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaPayIdentity, version), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaPayIdentity, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "identity-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPayIdentity, identity_code), 20,
    MUKANA_FIELD_SPECIAL, NULL },
  { "account", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPayIdentity, account), 42,
    MUKANA_FIELD_SPECIAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaPayIdentity, mukana_pay_identity, fields)

/* Returns: yours, as it is stored: without spaces and in capitals; NULL for nothing */
static char *
tidy (const char *text)
{
  g_autoptr (GString) kept = g_string_new (NULL);

  for (const char *at = text; at != NULL && *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (kept, g_ascii_toupper (*at));

  return kept->len > 0 ? g_strdup (kept->str) : NULL;
}

/**
 * mukana_pay_identity_new:
 * @version: of what is stored; 0 when nothing is
 * @identity_code: (nullable): as it was typed
 * @account: (nullable): as it was typed
 */
MukanaPayIdentity *
mukana_pay_identity_new (gint64      person_id,
                         gint64      version,
                         const char *identity_code,
                         const char *account)
{
  MukanaPayIdentity *self = g_object_new (MUKANA_TYPE_PAY_IDENTITY, NULL);
  g_autofree char *tidy_code = tidy (identity_code);
  g_autofree char *tidy_account = tidy (account);

  mukana_record_init_int (self, "person-id", person_id);
  mukana_record_init_int (self, "version", version);
  mukana_record_init_text (self, "identity-code", tidy_code);
  mukana_record_init_text (self, "account", tidy_account);
  return self;
}

/** mukana_pay_identity_check: Returns: yours, the findings; either may be missing */
GPtrArray *
mukana_pay_identity_check (MukanaPayIdentity *self,
                           int                birth_year,
                           MukanaDay          today)
{
  GPtrArray *issues = mukana_issues_new ();
  const char *code_problem = self->identity_code != NULL
    ? mukana_identity_code_refuse (self->identity_code, birth_year, today) : NULL;
  const char *account_problem = self->account != NULL
    ? mukana_account_number_refuse (self->account) : NULL;

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (code_problem != NULL)
    mukana_issues_add (issues, "identity-code", code_problem);
  if (account_problem != NULL)
    mukana_issues_add (issues, "account", account_problem);
  return issues;
}
