#pragma once

#include "domain/mukana-free-span.h"
#include "domain/mukana-match-result.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_MATCH_INDEX (mukana_match_index_get_type ())
G_DECLARE_FINAL_TYPE (MukanaMatchIndex, mukana_match_index, MUKANA, MATCH_INDEX, GObject)

MukanaMatchIndex      *mukana_match_index_new         (MukanaThemeTree          *tree);
MukanaThemeTree       *mukana_match_index_peek_tree   (MukanaMatchIndex         *self);
void                   mukana_match_index_put         (MukanaMatchIndex         *self,
                                                       MukanaMatchFacts         *facts);
gboolean               mukana_match_index_put_shelf   (MukanaMatchIndex         *self,
                                                       gint64                    shelf,
                                                       const guint8             *bytes,
                                                       gsize                     length,
                                                       MukanaDay                 today,
                                                       GArray                   *lacking);
gboolean               mukana_match_index_remove      (MukanaMatchIndex         *self,
                                                       gint64                    person_id);
guint                  mukana_match_index_size        (MukanaMatchIndex         *self);
MukanaMatchFacts      *mukana_match_index_ref_facts   (MukanaMatchIndex         *self,
                                                       gint64                    person_id);
MukanaMatchResult     *mukana_match_index_run         (MukanaMatchIndex         *self,
                                                       const MukanaMatchRequest *request,
                                                       const MukanaWeights      *weights,
                                                       guint                     top_n);
guint                  mukana_match_index_count       (MukanaMatchIndex         *self,
                                                       const MukanaMatchRequest *request);
GArray                *mukana_match_index_free_at     (MukanaMatchIndex         *self,
                                                       const MukanaFreeSpan     *time,
                                                       MukanaDay                 today);
MukanaMatchExclusions *mukana_match_index_exclusions  (MukanaMatchIndex         *self,
                                                       const MukanaMatchRequest *request);
gboolean               mukana_match_index_why         (MukanaMatchIndex         *self,
                                                       const MukanaMatchRequest *request,
                                                       const MukanaWeights      *weights,
                                                       gint64                    person_id,
                                                       MukanaReasons            *reasons,
                                                       MukanaScore              *score);

G_END_DECLS
