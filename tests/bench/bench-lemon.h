#pragma once

#include "domain/mukana-flow.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 cost;          /* of the cheapest flow */
  double ms;            /* to find it; the network was built before */
} BenchFlow;

BenchFlow bench_lemon_solve (MukanaFlow *flow,
                             const int  *supplies);

G_END_DECLS
