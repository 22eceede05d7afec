#pragma once

#include "domain/mukana-breach.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

extern const MukanaJob mukana_breaches_job;      /* NULL -> GPtrArray of MukanaBreach */
extern const MukanaJob mukana_breach_save_job;   /* MukanaBreach -> gint64 * its id */

/* Whom papers name: settings of the register. */
typedef struct
{
  const char *name;        /* static: "dpo-email" */
  const char *label;       /* N_() */
} MukanaContactSetting;

extern const MukanaContactSetting mukana_contact_settings[];   /* up to one without a name */
extern const MukanaJob mukana_contact_settings_job;   /* NULL -> GHashTable of name to value */

gboolean mukana_contacts_are_known (GHashTable *contacts);

G_END_DECLS
