#pragma once

#include "domain/mukana-match-index.h"

enum { BENCH_THEMES = 97 };

/* PLAIN: what only the rules of the floor judge, so that both find the same people.
 * LIVELY: with everything that a register has, of which the floor judges a part. */
typedef enum { BENCH_PLAIN, BENCH_LIVELY } BenchKind;

MukanaThemeTree    *bench_tree         (void);
MukanaDay           bench_today        (void);
MukanaMatchFacts   *bench_make_person  (GRand           *random,
                                        gint64           person_id,
                                        BenchKind        kind);
MukanaMatchRequest *bench_make_request (MukanaThemeTree *tree,
                                        GRand           *random,
                                        BenchKind        kind);
