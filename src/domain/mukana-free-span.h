#pragma once

#include "domain/mukana-eligibility.h"

G_BEGIN_DECLS

/* A time of which is asked who is free then. */
typedef struct
{
  MukanaDay day;
  int       start_minute;   /* wall-clock time of Helsinki; -1: some half hour of the day */
  int       end_minute;     /* exclusive, at most 1440; -1 with -1 */
} MukanaFreeSpan;

gboolean            mukana_free_span_parse       (const char               *text,
                                                  MukanaFreeSpan           *time);
char               *mukana_free_span_format      (const MukanaFreeSpan     *self);
char               *mukana_free_span_describe    (const MukanaFreeSpan     *self);
MukanaMatchRequest *mukana_free_span_new_request (const MukanaFreeSpan     *self,
                                                  MukanaThemeTree          *tree,
                                                  MukanaDay                 today);
gboolean            mukana_free_span_suits       (const MukanaFreeSpan     *self,
                                                  const MukanaMatchRequest *request,
                                                  const MukanaMatchFacts   *facts);

G_END_DECLS
