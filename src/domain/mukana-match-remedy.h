#pragma once

#include "domain/mukana-match-change.h"
#include "domain/mukana-score.h"

G_BEGIN_DECLS

#define MUKANA_MATCH_MOST_CHANGES 3

/* The smallest change found: one, or as many as are needed together. */
typedef struct
{
  guint             n_changes;
  MukanaMatchChange changes[MUKANA_MATCH_MOST_CHANGES];
} MukanaMatchRemedy;

/* What could be otherwise in one request.  Made once for many people; not
 * changed afterwards, so any thread may ask it. */
typedef struct _MukanaMatchRemedies MukanaMatchRemedies;

MukanaMatchRemedies      *mukana_match_remedies_new          (const MukanaMatchRequest  *request);
void                      mukana_match_remedies_free         (MukanaMatchRemedies       *self);
const MukanaMatchRequest *mukana_match_remedies_peek_request (const MukanaMatchRemedies *self);
gboolean                  mukana_match_remedies_may_tell     (const MukanaMatchRemedies *self,
                                                              const MukanaMatchFacts    *facts,
                                                              MukanaReasons              reasons);
gboolean                  mukana_match_remedies_find         (const MukanaMatchRemedies *self,
                                                              MukanaMatchFacts          *facts,
                                                              MukanaReasons              reasons,
                                                              MukanaMatchRemedy         *remedy);
gboolean                  mukana_match_remedies_rise         (const MukanaMatchRemedies *self,
                                                              const MukanaMatchFacts    *facts,
                                                              const MukanaWeights       *weights,
                                                              const MukanaScore         *score,
                                                              MukanaMatchChange         *change,
                                                              MukanaScore               *risen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaMatchRemedies, mukana_match_remedies_free)

G_END_DECLS
