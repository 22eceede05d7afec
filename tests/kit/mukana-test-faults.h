#pragma once

/* mukana-test-faults.h: one statement of a job fails. */

#include "kit/mukana-test.h"

G_BEGIN_DECLS

gboolean mukana_test_fail_at (MukanaTestRegister  *self,
                              const MukanaJob     *job,
                              gpointer             arg,
                              int                  n,
                              GError             **error);

G_END_DECLS
