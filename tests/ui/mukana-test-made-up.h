#pragma once

/* mukana-test-made-up.h: the program's window on a made-up register of its own. */

#include "kit/mukana-test-window.h"

G_BEGIN_DECLS

typedef struct
{
  MukanaTestRegister *place;
  MukanaContext      *context;
  MukanaWindow       *window;
} MukanaTestMadeUp;

MukanaTestMadeUp *mukana_test_made_up_new    (guint             n_people);
void              mukana_test_made_up_free   (MukanaTestMadeUp *self);
MukanaPage       *mukana_test_made_up_show   (MukanaTestMadeUp *self,
                                             const char       *route,
                                             gint64            id);
gpointer          mukana_test_made_up_run    (MukanaTestMadeUp *self,
                                             const MukanaJob  *job,
                                             gpointer          arg);
gint64            mukana_test_made_up_find_request (MukanaTestMadeUp *self);
void              mukana_test_made_up_input  (const char       *deed);
void              mukana_test_made_up_press  (GtkWidget        *widget,
                                             guint             key,
                                             GdkModifierType   state);
void              mukana_test_made_up_settle (void);
void              mukana_test_made_up_shoot  (MukanaTestMadeUp *self,
                                             const char       *name);

G_END_DECLS
