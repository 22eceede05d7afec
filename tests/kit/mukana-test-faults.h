#pragma once

/* mukana-test-faults.h: one statement of a job fails, or one call of a procedure. */

#include "kit/mukana-test.h"

G_BEGIN_DECLS

gboolean mukana_test_fail_at (MukanaTestRegister  *self,
                              const MukanaJob     *job,
                              gpointer             arg,
                              int                  n,
                              GError             **error);

void     mukana_test_faults_begin (int                 n);
gboolean mukana_test_faults_end   (void);

/* Private to the kit. */
gboolean mukana_test_call_fails   (void);

G_END_DECLS
