#pragma once

#include "domain/mukana-match-index.h"
#include "services/mukana-lexicon.h"

G_BEGIN_DECLS

MukanaMatchIndex *mukana_index_fill (MukanaDb       *db,
                                     MukanaLexicon  *lexicon,
                                     GError        **error);

G_END_DECLS
