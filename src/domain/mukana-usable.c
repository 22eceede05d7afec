/* mukana-usable.c: whether a person may be read for matching, inviting, exporting and reporting.
 *
 * The same rule as the views usable_person and matchable_person; test-consent-rule holds
 * them together.  Whoever changes one changes both.
 */

#include "domain/mukana-usable.h"

/**
 * mukana_person_is_usable:
 * @consents: of MukanaConsent, of the person
 * @guardians: of MukanaGuardian, of the person
 * @day: the register's civil day
 *
 * GDPR Articles 6(1), 7(3), 18 and 21.  Of somebody erased there is no record to ask about.
 */
gboolean
mukana_person_is_usable (MukanaPerson         *person,
                         GPtrArray            *consents,
                         GPtrArray            *guardians,
                         const MukanaUseRules *rules,
                         MukanaDay             day)
{
  return person->removed_at == 0 && person->restricted_at == 0 && person->objected_at == 0 &&
         (!rules->register_needs_consent ||
          mukana_consent_allows (consents, "register", NULL, day)) &&
         mukana_guardians_allow (person, guardians, rules->youngest_age, day);
}

/** mukana_person_is_matchable: Returns: whether they may be shown as a candidate and proposed */
gboolean
mukana_person_is_matchable (MukanaPerson         *person,
                            GPtrArray            *consents,
                            GPtrArray            *guardians,
                            const MukanaUseRules *rules,
                            MukanaDay             day)
{
  return mukana_person_is_usable (person, consents, guardians, rules, day) &&
         g_strcmp0 (person->state, "active") == 0 &&
         (!rules->matching_needs_consent ||
          mukana_consent_allows (consents, "matching", NULL, day));
}
