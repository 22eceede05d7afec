#pragma once

#include "bench-match-people.h"

enum { BENCH_TOP = 50 };

/* The best of the floor: points and rows, in no order. */
typedef struct
{
  guint n_fits;
  guint n;
  int   points[BENCH_TOP];
  guint rows[BENCH_TOP];
  int   least;
  guint least_place;
} BenchTop;

typedef struct _BenchFloor BenchFloor;
typedef struct _BenchFloorRequest BenchFloorRequest;

BenchFloor        *bench_floor_new          (GPtrArray                *people,
                                             MukanaThemeTree          *tree);
void               bench_floor_free         (BenchFloor               *self);
MukanaWeights      bench_floor_weights      (void);
BenchFloorRequest *bench_floor_request_new  (BenchFloor               *self,
                                             const MukanaMatchRequest *request);
void               bench_floor_run          (BenchFloor               *self,
                                             const BenchFloorRequest  *request,
                                             BenchTop                 *top);
double             bench_floor_flip_us      (BenchFloor               *self,
                                             guint                     n_rounds);
