#pragma once

#include <adwaita.h>

#include "ui/app/mukana-window.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_APPLICATION (mukana_application_get_type ())
G_DECLARE_FINAL_TYPE (MukanaApplication, mukana_application, MUKANA, APPLICATION, AdwApplication)

MukanaApplication *mukana_application_new         (void);
void               mukana_application_take_store  (MukanaApplication *self,
                                                   MukanaStore       *store);
GSettings         *mukana_application_find_settings (void);

/* For what closes the register, does something to its file, and opens it again. */
void               mukana_application_open        (MukanaApplication   *self,
                                                   GBytes              *key);
void               mukana_application_close_async (MukanaApplication   *self,
                                                   GAsyncReadyCallback  closed,
                                                   gpointer             data);
void               mukana_application_take_restored (MukanaApplication *self,
                                                     GBytes            *key);
void               mukana_application_move_to     (MukanaApplication   *self,
                                                   const char          *path);
gboolean           mukana_application_must_stay_open (MukanaApplication *self);
void               mukana_application_say         (MukanaApplication   *self,
                                                   const char          *sentence);
char              *mukana_application_dup_register_path (MukanaApplication *self);
MukanaWindow      *mukana_application_get_window  (MukanaApplication   *self);
MukanaContext     *mukana_application_get_context (MukanaApplication   *self);

G_END_DECLS
