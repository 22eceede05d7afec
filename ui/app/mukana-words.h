#pragma once

#include "domain/mukana-vocabulary.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_WORDS_THEME,
  MUKANA_WORDS_METHOD,
  MUKANA_WORDS_ROLE,
  MUKANA_WORDS_MUNICIPALITY,
  MUKANA_WORDS_N_LISTS,
} MukanaWordsList;

/* The county's lists of words in the language of the program: read by a job,
 * never changed afterwards, so it may cross threads. */
typedef struct _MukanaWords MukanaWords;

#define MUKANA_TYPE_WORDS (mukana_words_get_type ())
GType        mukana_words_get_type      (void);

MukanaWords *mukana_words_read          (MukanaDb        *db,
                                         const char      *language,
                                         GError         **error);
MukanaWords *mukana_words_ref           (MukanaWords     *self);
void         mukana_words_unref         (MukanaWords     *self);

const char  *mukana_words_peek_language (MukanaWords     *self);
const char  *mukana_words_label         (MukanaWords     *self,
                                         MukanaWordsList  list,
                                         const char      *code);
gpointer     mukana_words_find          (MukanaWords     *self,
                                         MukanaWordsList  list,
                                         const char      *code);
GPtrArray   *mukana_words_peek_all      (MukanaWords     *self,
                                         MukanaWordsList  list);
const char  *mukana_words_peek_code     (gpointer         record);
gboolean     mukana_words_theme_matches (MukanaWords     *self,
                                         MukanaTheme     *theme,
                                         const char      *folded_needle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaWords, mukana_words_unref)

G_END_DECLS
