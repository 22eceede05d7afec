#pragma once

#include "domain/mukana-saved-filter.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A setting of the register: what it is called and what it is. */
typedef struct
{
  char *name;
  char *value;
} MukanaSetting;

/* What the county has decided and the register computes with, NULL-terminated. */
extern const char * const mukana_setting_names[];

MukanaSetting *mukana_setting_new  (const char    *name,
                                    const char    *value);
void           mukana_setting_free (MukanaSetting *self);

/* Jobs of settings: get takes a name (char *) and gives a char *, "" when it was
 * never set; set takes a MukanaSetting and gives NULL. */
extern const MukanaJob mukana_setting_get_job;
extern const MukanaJob mukana_setting_set_job;

/* Jobs of filters: list takes the list's name (char *) and gives a GPtrArray of
 * MukanaSavedFilter; save takes a MukanaSavedFilter and gives its id (gint64 *),
 * in the place of one of that name; remove takes an id. */
extern const MukanaJob mukana_filters_list_job;
extern const MukanaJob mukana_filter_save_job;
extern const MukanaJob mukana_filter_remove_job;

G_END_DECLS
