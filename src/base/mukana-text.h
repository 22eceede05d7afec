#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *mukana_text_fold        (const char *text);
char    *mukana_text_slug        (const char *text,
                                  gsize       longest);
char    *mukana_text_sort_key    (const char *text);
char    *mukana_text_like_prefix (const char *needle);
char    *mukana_text_tidy        (const char *text);
gboolean mukana_text_is_email    (const char *text);
char    *mukana_text_digits      (const char *text);
gboolean mukana_text_is_empty    (const char *text);
char   **mukana_text_words       (const char *text);
char    *mukana_text_guard       (const char *text);
char    *mukana_text_unguard     (const char *text);

G_END_DECLS
