#pragma once

/* mukana-test-jobs.h: jobs in the words of tests, for fixtures with a register in their @place. */

#include "kit/mukana-test.h"

/* What the job gives; it must succeed. */
#define run(fixture, job, arg) mukana_test_run ((fixture)->place, job, arg)

/* It must be refused with a code of MUKANA_ERROR. */
#define fail(fixture, job, arg, code) mukana_test_fail ((fixture)->place, job, arg, code)
