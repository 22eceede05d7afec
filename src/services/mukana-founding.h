#pragma once

#include "services/mukana-table.h"
#include "store/mukana-store.h"

G_BEGIN_DECLS

MukanaStore *mukana_founding_create       (const char                *uri,
                                           GBytes                    *key,
                                           MukanaClock               *clock,
                                           const char                *actor,
                                           const MukanaRegisterSeed  *seed,
                                           GError                   **error);
char        *mukana_founding_new_id       (void);
MukanaTable *mukana_founding_load_counties (GError                   **error);
MukanaTable *mukana_founding_load_texts   (GError                    **error);

gboolean     mukana_founding_add_texts    (MukanaDb                  *db,
                                           GError                   **error);

/* Job: takes NULL; fills the vocabularies of a new register. */
extern const MukanaJob mukana_founding_job;

/* What a register says of itself. */
typedef struct
{
  char     *register_id;
  char     *county_name;
  char     *county_code;
  gboolean  is_made_up;
  gint64    created_at;             /* microseconds UTC */
  gint64    recovery_confirmed_at;  /* 0: the recovery key has not been typed back */
  gint64    n_people;               /* in the lists */
  gint64    n_organisations;
} MukanaRegisterAbout;

void mukana_register_about_free (MukanaRegisterAbout *self);
extern const MukanaJob mukana_founding_about_job;     /* NULL -> MukanaRegisterAbout */
extern const MukanaJob mukana_founding_confirm_job;   /* NULL: the recovery key was typed back */
extern const MukanaJob mukana_founding_rename_job;    /* char * county name -> NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaRegisterAbout, mukana_register_about_free)

G_END_DECLS
