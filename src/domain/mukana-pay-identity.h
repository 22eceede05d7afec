#pragma once

#include "domain/mukana-person.h"

G_BEGIN_DECLS

/* What payment identifies somebody by, where the county has decided that the register keeps it. */
#define MUKANA_TYPE_PAY_IDENTITY (mukana_pay_identity_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPayIdentity, mukana_pay_identity, MUKANA, PAY_IDENTITY, MukanaRecord)

struct _MukanaPayIdentity
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      person_id;
  const char *identity_code;   /* tidy, as all that is stored */
  const char *account;
};

MukanaPayIdentity *mukana_pay_identity_new   (gint64             person_id,
                                              gint64             version,
                                              const char        *identity_code,
                                              const char        *account);
GPtrArray         *mukana_pay_identity_check (MukanaPayIdentity *self,
                                              int                birth_year,
                                              MukanaDay          today);

G_END_DECLS
