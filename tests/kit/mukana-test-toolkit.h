#pragma once

/* mukana-test-toolkit.h: what a later toolkit says that is no fault of the test. */

void mukana_test_toolkit_init (void);
