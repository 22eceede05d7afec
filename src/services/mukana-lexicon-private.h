#pragma once

/* mukana-lexicon-private.h: a lexicon for who reads another language than the program speaks. */

#include "services/mukana-lexicon.h"

G_BEGIN_DECLS

MukanaLexicon *mukana_lexicon_load_in (MukanaDb    *db,
                                       const char  *language,
                                       GError     **error);

G_END_DECLS
