#pragma once

#include "domain/mukana-given-theme.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* One theme for people, each with their consent to it, or from them again. */
typedef struct
{
  GArray           *ids;          /* gint64, of people */
  MukanaGivenTheme *given;
  GArray           *consented;    /* gint64: the theme is taken away, and of these people the
                                     consent that came with it ends; NULL: it is added */
} MukanaThemeAddition;

MukanaThemeAddition *mukana_theme_addition_new  (GArray              *ids,
                                                 MukanaGivenTheme    *given);
void                 mukana_theme_addition_free (MukanaThemeAddition *self);

/* Job: takes a MukanaThemeAddition, gives one that takes back what was done: its ids are those
 * that were changed.  Whoever has the theme from that perspective already, is no longer there or
 * has restricted the use of their data is passed over.  All or none. */
extern const MukanaJob mukana_theme_adding_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaThemeAddition, mukana_theme_addition_free)

G_END_DECLS
