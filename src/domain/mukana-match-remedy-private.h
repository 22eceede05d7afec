#pragma once

#include "domain/mukana-match-remedy.h"

G_BEGIN_DECLS

/* Reasons that hang on a time of the request.  They are told for all its plans
 * together, so that one of them may go away with another. */
#define MUKANA_REASONS_OF_TIME \
  (1u << MUKANA_REASON_NOTICE | 1u << MUKANA_REASON_REFUSES | 1u << MUKANA_REASON_NOT_FREE | \
   1u << MUKANA_REASON_ABSENT | 1u << MUKANA_REASON_CLASH | 1u << MUKANA_REASON_MONTHLY_CAP | \
   1u << MUKANA_REASON_FEE_CEILING)

/* A change that can be tried on anybody. */
typedef struct
{
  MukanaMatchChange   change;      /* what depends on the person is filled in when it is tried */
  int                 cost;
  MukanaMatchRequest *request;     /* owned: as it is then; NULL: it depends on the person */
} MukanaMatchOption;

/* Of MukanaMatchOption, the smallest first. */
GArray   *mukana_match_options_new   (const MukanaMatchRequest *request);
gboolean  mukana_match_option_meets  (const MukanaMatchOption  *self,
                                      MukanaReasons             reasons);
gboolean  mukana_match_option_make   (const MukanaMatchOption  *self,
                                      const MukanaMatchRequest *request,
                                      const MukanaMatchFacts   *facts,
                                      MukanaMatchChange        *change);
MukanaReasons mukana_match_option_judge (const MukanaMatchOption  *self,
                                         const MukanaMatchChange  *change,
                                         const MukanaMatchRequest *request,
                                         MukanaMatchFacts         *facts);
gboolean  mukana_match_option_allows (const MukanaMatchOption  *self,
                                      const MukanaMatchChange  *change,
                                      const MukanaMatchRequest *request,
                                      MukanaMatchFacts         *facts);

GArray   *mukana_match_remedies_peek_options (const MukanaMatchRemedies *self);
MukanaMatchRequest *mukana_match_remedy_request (const MukanaMatchRemedy  *self,
                                                 const MukanaMatchRequest *request);
gboolean  mukana_match_remedies_find_of_request (const MukanaMatchRemedies *self,
                                                 MukanaMatchFacts          *facts,
                                                 MukanaReasons              reasons,
                                                 MukanaMatchRemedy         *remedy);
gboolean  mukana_match_changes_go_together   (const MukanaMatchChange   *one,
                                              const MukanaMatchChange   *other);

G_END_DECLS
