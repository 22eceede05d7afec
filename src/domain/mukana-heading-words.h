#pragma once

#include "domain/mukana-heading.h"

G_BEGIN_DECLS

typedef struct
{
  MukanaColumn  column;
  const char   *name;     /* stable */
  const char   *label;    /* for people, marked for translation */
  const char   *words;    /* headings that mean it, apart by "|"; case and signs do not matter */
} MukanaHeadingWords;

extern const MukanaHeadingWords mukana_heading_words[];
extern const guint mukana_n_heading_words;

MukanaColumn mukana_heading_consent (MukanaColumn  column,
                                     const char   *heading,
                                     const char   *rest);

G_END_DECLS
