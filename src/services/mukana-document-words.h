#pragma once

#include "domain/mukana-fee.h"
#include "domain/mukana-request.h"
#include "services/mukana-lexicon.h"

G_BEGIN_DECLS

GBytes   *mukana_document_template_load (const char  *name,
                                         GError     **error);
GKeyFile *mukana_document_words_load    (const char  *language,
                                         GError     **error);
char     *mukana_document_words_dup     (GKeyFile    *words,
                                         const char  *group,
                                         const char  *key);
char     *mukana_document_words_day     (MukanaDay    day);
char     *mukana_document_words_time    (MukanaDay    day,
                                         gint64       start_minute,
                                         gint64       end_minute);
char     *mukana_document_words_weekday (GKeyFile    *words,
                                         MukanaDay    day,
                                         gint64       start_minute,
                                         gint64       end_minute);
char     *mukana_document_words_fee     (GKeyFile      *words,
                                         gint64         agreed_cents,
                                         MukanaFeeRule *rule);
char     *mukana_document_words_duration (gint64       minutes);
char     *mukana_document_words_place   (GKeyFile      *words,
                                         MukanaLexicon *lexicon,
                                         MukanaRequest *request,
                                         const char    *language);

G_END_DECLS
