#pragma once

#include "domain/mukana-consent.h"
#include "domain/mukana-guardian.h"

G_BEGIN_DECLS

/* What the county has decided that says whom the register may use. */
typedef struct
{
  gboolean register_needs_consent;
  gboolean matching_needs_consent;
  int      youngest_age;           /* MUKANA_ADULT_AGE: nobody under 18 */
} MukanaUseRules;

gboolean mukana_person_is_usable    (MukanaPerson         *person,
                                     GPtrArray            *consents,
                                     GPtrArray            *guardians,
                                     const MukanaUseRules *rules,
                                     MukanaDay             day);
gboolean mukana_person_is_matchable (MukanaPerson         *person,
                                     GPtrArray            *consents,
                                     GPtrArray            *guardians,
                                     const MukanaUseRules *rules,
                                     MukanaDay             day);

G_END_DECLS
