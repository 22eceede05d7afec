#pragma once

/* mukana-test-window.h: a window on a register of its own, for tests of pages. */

#include "kit/mukana-test.h"
#include "ui/app/mukana-window.h"

G_BEGIN_DECLS

typedef struct
{
  MukanaTestRegister *place;
  MukanaContext      *context;
  GSettings          *settings;    /* NULL where the schema is not at hand */
  MukanaWindow       *window;
} MukanaTestWindow;

MukanaContext *mukana_test_context_new     (MukanaStore       *store,
                                           GSettings         *settings);

void       mukana_test_window_init        (int              *argc,
                                           char           ***argv);
void       mukana_test_window_open        (MukanaTestWindow  *self);
void       mukana_test_window_open_place  (MukanaTestWindow  *self,
                                           MukanaTestRegister *place);
void       mukana_test_window_show         (MukanaTestWindow  *self);
void       mukana_test_window_close       (MukanaTestWindow  *self);
void       mukana_test_window_lock_and_open (MukanaTestWindow *self);
void       mukana_test_window_change_user (MukanaTestWindow  *self,
                                           const char        *actor);
void       mukana_test_window_make_narrow (MukanaTestWindow  *self);
void       mukana_test_window_settle      (void);
void       mukana_test_window_press       (MukanaTestWindow  *self,
                                           const char        *key);
GtkWidget *mukana_test_window_find_button (MukanaTestWindow  *self,
                                           const char        *label);
void       mukana_test_window_click       (MukanaTestWindow  *self,
                                           const char        *label);
gboolean   mukana_test_window_shows       (MukanaTestWindow  *self,
                                           const char        *words);
void       mukana_test_window_await        (MukanaTestWindow  *self,
                                           const char        *words);
void       mukana_test_window_await_gone   (MukanaTestWindow  *self,
                                           const char        *words);

G_END_DECLS
