#pragma once

/* mukana-test-window.h: the program's window on a made-up register of its own. */

#include "kit/mukana-test.h"
#include "ui/app/mukana-window.h"

G_BEGIN_DECLS

typedef struct
{
  MukanaTestRegister *place;
  MukanaContext      *context;
  MukanaWindow       *window;
} MukanaTestWindow;

MukanaTestWindow *mukana_test_window_new    (guint             n_people);
void              mukana_test_window_free   (MukanaTestWindow *self);
MukanaPage       *mukana_test_window_show   (MukanaTestWindow *self,
                                             const char       *route,
                                             gint64            id);
gpointer          mukana_test_window_run    (MukanaTestWindow *self,
                                             const MukanaJob  *job,
                                             gpointer          arg);
void              mukana_test_window_press  (GtkWidget        *widget,
                                             guint             key,
                                             GdkModifierType   state);
void              mukana_test_window_settle (void);
void              mukana_test_window_shoot  (MukanaTestWindow *self,
                                             const char       *name);

G_END_DECLS
