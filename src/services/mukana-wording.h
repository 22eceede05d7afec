#pragma once

#include "services/mukana-lexicon.h"

G_BEGIN_DECLS

/* A word as it was read and as it shall be.  A theme carries its other words
 * too: for each language, all of them with commas between, NULL to leave them. */
typedef struct
{
  MukanaRecord *before;          /* NULL: a new word */
  MukanaRecord *after;
  char         *synonyms_before[3];
  char         *synonyms_after[3];
} MukanaWordChange;

MukanaWordChange *mukana_word_change_new          (gpointer          before,
                                                   gpointer          after);
void              mukana_word_change_set_synonyms (MukanaWordChange *self,
                                                   const char       *language,
                                                   const char       *before,
                                                   const char       *after);
MukanaWordChange *mukana_word_change_reverse      (MukanaWordChange *self);
void              mukana_word_change_free         (MukanaWordChange *self);

/* Job: takes a MukanaWordChange of a MukanaTheme, MukanaMethod or MukanaRole,
 * gives NULL.  A word that people or requests use is retired rather than
 * removed.  CONFLICT when somebody else changed it since. */
extern const MukanaJob mukana_wording_change_job;

GPtrArray *mukana_wording_check     (gpointer       word);
gpointer   mukana_wording_with_code (MukanaLexicon *lexicon,
                                     gpointer       word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaWordChange, mukana_word_change_free)

G_END_DECLS
