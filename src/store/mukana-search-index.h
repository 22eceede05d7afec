#pragma once

#include "store/mukana-db.h"

G_BEGIN_DECLS

/* The forms of a word or a text for the index. */
void      mukana_search_add_names (GHashTable   *terms,
                                   const char   *text);
void      mukana_search_add_text  (GHashTable   *terms,
                                   const char   *text);
gboolean  mukana_search_put       (MukanaDb     *db,
                                   const char   *kind,
                                   gint64        record_id,
                                   GHashTable   *terms,
                                   GError      **error);
gboolean  mukana_search_put_words (MukanaDb     *db,
                                   const char   *kind,
                                   gint64        record_id,
                                   const char   *statement,
                                   GError      **error);
gboolean  mukana_search_clear     (MukanaDb     *db,
                                   const char   *kind,
                                   gint64        record_id,
                                   GError      **error);
void      mukana_search_bind      (MukanaQuery  *query,
                                   const char   *needle,
                                   guint         n_words);
char    **mukana_search_base_forms (const char  *word);

G_END_DECLS
