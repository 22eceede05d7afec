#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* What the county has called things before, each in the order of the alphabet. */
typedef struct
{
  char **units;
  char **projects;
  char **cost_centres;
} MukanaUsedWords;

void mukana_used_words_free (MukanaUsedWords *self);

extern const MukanaJob mukana_used_words_job;   /* NULL -> MukanaUsedWords */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaUsedWords, mukana_used_words_free)

G_END_DECLS
