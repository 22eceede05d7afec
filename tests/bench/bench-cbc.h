#pragma once

#include "domain/mukana-plan.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 value;         /* of the best plan, points */
  double ms;            /* of the whole program, which reads the rules from a file */
} BenchBest;

BenchBest bench_cbc_solve (MukanaPlan *plan);

G_END_DECLS
