#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* What people's data are used for, and what allows it. */
#define MUKANA_TYPE_PURPOSE (mukana_purpose_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPurpose, mukana_purpose, MUKANA, PURPOSE, MukanaRecord)

struct _MukanaPurpose
{
  MukanaRecord  parent_instance;

  const char *code;         /* of mukana_all_purposes */
  const char *basis;        /* of mukana_legal_bases */
  MukanaDay   changed_on;   /* NONE: as the program came */
  const char *changed_by;
};

gboolean mukana_purpose_may_rest_on (const char *purpose,
                                     const char *basis);
gboolean mukana_purpose_has_choice  (const char *purpose);
gboolean mukana_purpose_is_explicit (const char *purpose);

G_END_DECLS
