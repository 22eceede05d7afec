#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON in the making: what is opened is closed by its own kind. */
typedef struct _MukanaJson MukanaJson;

MukanaJson *mukana_json_new          (void);
void        mukana_json_free         (MukanaJson *self);
void        mukana_json_begin_object (MukanaJson *self,
                                      const char *name);
void        mukana_json_end_object   (MukanaJson *self);
void        mukana_json_begin_array  (MukanaJson *self,
                                      const char *name);
void        mukana_json_end_array    (MukanaJson *self);
void        mukana_json_add_text     (MukanaJson *self,
                                      const char *name,
                                      const char *value);
void        mukana_json_add_number   (MukanaJson *self,
                                      const char *name,
                                      gint64      value);
void        mukana_json_add_boolean  (MukanaJson *self,
                                      const char *name,
                                      gboolean    value);
const char *mukana_json_peek_text    (MukanaJson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaJson, mukana_json_free)

G_END_DECLS
