#pragma once

#include "domain/mukana-person-parts.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* One theme for several people at once, or from them again. */
typedef struct
{
  GArray           *ids;          /* gint64, of people */
  MukanaExperience *experience;   /* the theme and the perspective */
  gboolean          takes_away;
} MukanaThemeAddition;

MukanaThemeAddition *mukana_theme_addition_new  (GArray              *ids,
                                                 MukanaExperience    *experience,
                                                 gboolean             takes_away);
void                 mukana_theme_addition_free (MukanaThemeAddition *self);

/* Job: takes a MukanaThemeAddition, gives a GArray of the ids that were changed: whoever has the
 * theme from that perspective already, is no longer there or has restricted the use of their
 * data is passed over.  All or none. */
extern const MukanaJob mukana_theme_adding_job;

G_END_DECLS
