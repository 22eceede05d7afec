#pragma once

#include "domain/mukana-match-facts.h"
#include "domain/mukana-theme-tree.h"

G_BEGIN_DECLS

GBytes           *mukana_match_pack_new  (const MukanaMatchFacts *facts,
                                          MukanaThemeTree        *tree);
MukanaMatchFacts *mukana_match_pack_open (const guint8           *bytes,
                                          gsize                   length,
                                          gint64                  person_id,
                                          MukanaThemeTree        *tree,
                                          MukanaDay               today);
gboolean          mukana_match_pack_is_same (const MukanaMatchFacts *a,
                                             const MukanaMatchFacts *b,
                                             MukanaThemeTree        *tree);

G_END_DECLS
