#pragma once

#include "domain/mukana-match-facts.h"
#include "services/mukana-lexicon.h"

G_BEGIN_DECLS

GPtrArray          *mukana_facts_load      (MukanaDb       *db,
                                            MukanaLexicon  *lexicon,
                                            gint64          person_id,
                                            GError        **error);
GPtrArray          *mukana_facts_load_range (MukanaDb      *db,
                                             MukanaLexicon *lexicon,
                                             gint64         first_id,
                                             gint64         last_id,
                                             GError       **error);
GPtrArray          *mukana_facts_open_packs  (MukanaDb      *db,
                                              MukanaLexicon *lexicon,
                                              gint64         first_id,
                                              gint64         last_id,
                                              GArray        *lacking,
                                              GError       **error);
gboolean            mukana_facts_add_unpacked (MukanaDb      *db,
                                               MukanaLexicon *lexicon,
                                               GPtrArray     *all,
                                               GError       **error);
MukanaMatchRequest *mukana_request_load    (MukanaDb       *db,
                                            MukanaLexicon  *lexicon,
                                            gint64          request_id,
                                            GError        **error);

G_END_DECLS
