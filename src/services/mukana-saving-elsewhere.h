#pragma once

#include "store/mukana-store.h"

G_BEGIN_DECLS

/* arg: MukanaSavingElsewhere.  Result: NULL. */
extern const MukanaJob mukana_saving_elsewhere_job;

typedef struct
{
  char   *path;   /* where what is open is to be */
  GBytes *key;    /* of the register */
} MukanaSavingElsewhere;

MukanaSavingElsewhere *mukana_saving_elsewhere_new  (MukanaStore           *store,
                                                     const char            *path);
void                   mukana_saving_elsewhere_free (MukanaSavingElsewhere *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaSavingElsewhere, mukana_saving_elsewhere_free)

G_END_DECLS
