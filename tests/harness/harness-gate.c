/* harness-gate.c: numbers of tries and seeds, from the environment. */

#include "harness/harness-gate.h"

#define FIRST_SEED 20261123

int
harness_gate_count (int at_commit,
                    int at_night)
{
  return g_strcmp0 (g_getenv ("MUKANA_HARNESS"), "nightly") == 0 ? at_night : at_commit;
}

/** harness_gate_rand: Returns: yours; its seed is told in the log of the test */
GRand *
harness_gate_rand (void)
{
  const char *given = g_getenv ("MUKANA_HARNESS_SEED");
  guint32 seed = given ? (guint32) g_ascii_strtoull (given, NULL, 10) : FIRST_SEED;

  g_test_message ("MUKANA_HARNESS_SEED=%u", seed);
  return g_rand_new_with_seed (seed);
}
