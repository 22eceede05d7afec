#pragma once

/* harness-gate.h: how much is tried, and with which dice.
 *
 * At each commit as much as fits into minutes; with MUKANA_HARNESS=nightly as much
 * as a night allows.  The dice are the same every time unless MUKANA_HARNESS_SEED
 * names others, and the seed is told with each test.
 */

#include <glib.h>

G_BEGIN_DECLS

int    harness_gate_count (int at_commit,
                           int at_night);
GRand *harness_gate_rand  (void);

G_END_DECLS
