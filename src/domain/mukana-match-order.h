#pragma once

#include "domain/mukana-match-result.h"

G_BEGIN_DECLS

/* In which order those who fit are wanted. */
typedef enum
{
  MUKANA_MATCH_ORDER_BEST,
  MUKANA_MATCH_ORDER_RESTED,     /* the longest since they took part first, and the new before */
  MUKANA_MATCH_ORDER_NEAR,       /* who is far or hides where they are last */
  MUKANA_MATCH_ORDER_NAME,
} MukanaMatchOrder;

void mukana_match_result_order  (MukanaMatchResult        *self,
                                 const MukanaMatchRequest *request,
                                 const MukanaWeights      *weights,
                                 MukanaMatchOrder          order,
                                 guint                     first_n);
void mukana_match_result_follow (MukanaMatchResult        *self,
                                 GArray                   *ids,
                                 guint                     first_n);

G_END_DECLS
