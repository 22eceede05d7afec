#pragma once

#include "domain/mukana-plan.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  int         n_people, n_requests, n_clusters;
} BenchSize;

enum { BENCH_N_MONTHS = 3, BENCH_FIRST_MONTH = 2027 * 12 };

MukanaPlan *bench_instance_new             (const BenchSize *size);
void        bench_instance_add_other_times (MukanaPlan      *plan);
void        bench_instance_add_rules       (MukanaPlan      *plan,
                                            double           share_of_new,
                                            gboolean         is_more);

G_END_DECLS
