#pragma once

#include "domain/mukana-person.h"

G_BEGIN_DECLS

/* Who allows it for somebody under 18, beside their own view.  Source: GDPR Article 8 does not
 * set the age of this register; the county does. */
#define MUKANA_TYPE_GUARDIAN (mukana_guardian_get_type ())
G_DECLARE_FINAL_TYPE (MukanaGuardian, mukana_guardian, MUKANA, GUARDIAN, MukanaRecord)

struct _MukanaGuardian
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  const char *name;
  const char *email;
  const char *phone;
  const char *own_view;       /* what the young person thinks of it */
  MukanaDay   given_on;
  const char *how;            /* of mukana_consent_ways */
  const char *proof;
  const char *recorded_by;
  MukanaDay   withdrawn_on;   /* NONE: in force */
};

#define MUKANA_ADULT_AGE MUKANA_PERSON_ADULT_AGE
#define MUKANA_YOUNGEST_AGE 15

gboolean   mukana_person_may_be_minor  (MukanaPerson   *person,
                                        MukanaDay       today);
gboolean   mukana_person_asks_for_day  (int             birth_year,
                                        MukanaDay       today);
gboolean   mukana_person_comes_of_age  (MukanaPerson   *person,
                                        MukanaDay       today);
gboolean   mukana_guardians_allow      (MukanaPerson   *person,
                                        GPtrArray      *guardians,
                                        int             youngest_age,
                                        MukanaDay       today);
gboolean   mukana_guardian_is_missing  (MukanaPerson   *person,
                                        GPtrArray      *guardians,
                                        MukanaDay       today);
GPtrArray *mukana_guardian_check       (MukanaGuardian *self,
                                        MukanaDay       today);

G_END_DECLS
