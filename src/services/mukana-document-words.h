#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes   *mukana_document_template_load (const char  *name,
                                         GError     **error);
GKeyFile *mukana_document_words_load    (const char  *language,
                                         GError     **error);
char     *mukana_document_words_dup     (GKeyFile    *words,
                                         const char  *group,
                                         const char  *key);

G_END_DECLS
