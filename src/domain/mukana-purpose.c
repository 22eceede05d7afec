/* mukana-purpose.c: what people's data are used for, and on what it may rest.
 *
 * An authority mainly processes data on law and not on consent, so the county says for
 * each purpose which basis it has chosen, among those that the purpose can have.
 * What tells of health, origin and the like needs an explicit consent whatever the
 * county says.  Source: GDPR Articles 6(1) and 9(2)(a); the Data Protection Ombudsman
 * on consent given to an authority.
 */

#include "domain/mukana-purpose.h"

#include <string.h>

#include "domain/mukana-codes.h"

static const MukanaField fields[] = {
  { "code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPurpose, code), 20,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, mukana_all_purposes },
  { "basis", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPurpose, basis), 20,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, mukana_legal_bases },
  { "changed-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaPurpose, changed_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "changed-by", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPurpose, changed_by), 200,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaPurpose, mukana_purpose, fields)

static const struct
{
  const char *purpose;
  const char *bases;         /* with spaces between */
  gboolean    is_explicit;   /* the consent, 9(2)(a) */
} choices[] = {
  { "register", "consent public-task" },
  { "matching", "consent public-task" },
  { "communication", "consent public-task" },
  { "media", "consent" },
  { "theme", "consent", TRUE },
  { "support", "consent", TRUE },
  { "assignment", "contract public-task" },
  { "fee", "law" },
  { "feedback", "public-task consent" },
  { "organisation", "public-task consent" },
  { "statistics", "public-task" },
};

static const char *
find_bases (const char *purpose)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_strcmp0 (choices[i].purpose, purpose) == 0)
      return choices[i].bases;

  return "";
}

gboolean
mukana_purpose_may_rest_on (const char *purpose,
                            const char *basis)
{
  g_auto (GStrv) bases = g_strsplit (find_bases (purpose), " ", -1);

  return basis != NULL && *basis != '\0' && g_strv_contains ((const char * const *) bases, basis);
}

/** mukana_purpose_has_choice: Returns: whether there is more than one basis to choose from */
gboolean
mukana_purpose_has_choice (const char *purpose)
{
  return strchr (find_bases (purpose), ' ') != NULL;
}

/** mukana_purpose_is_explicit: Returns: whether it needs an explicit consent, GDPR 9(2)(a) */
gboolean
mukana_purpose_is_explicit (const char *purpose)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_strcmp0 (choices[i].purpose, purpose) == 0)
      return choices[i].is_explicit;

  return FALSE;
}
