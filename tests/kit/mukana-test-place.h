#pragma once

/* mukana-test-place.h: private to the kit; tests use mukana_test_place_new() and its sisters. */

#include "kit/mukana-test.h"

G_BEGIN_DECLS

void  mukana_test_place_make        (MukanaTestRegister *self);
void  mukana_test_place_copy        (MukanaTestRegister *self);
void  mukana_test_place_remove      (MukanaTestRegister *self);
char *mukana_test_place_dup_uri_for (MukanaTestRegister *self,
                                     const char         *actor);

G_END_DECLS
