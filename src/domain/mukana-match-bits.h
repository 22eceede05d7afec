#pragma once

#include "domain/mukana-match-request.h"

G_BEGIN_DECLS

/* Bitmaps over the rows of a match index; a part of mukana-match-index. */
typedef struct _MukanaMatchBits MukanaMatchBits;

/* Called with some rows at a time, so that the caller can fetch ahead. */
typedef void (*MukanaMatchBitsFunc) (const guint *rows,
                                     guint        n_rows,
                                     gpointer     data);

MukanaMatchBits *mukana_match_bits_new    (MukanaThemeTree          *tree);
void             mukana_match_bits_free   (MukanaMatchBits          *self);
void             mukana_match_bits_set    (MukanaMatchBits          *self,
                                           guint                     row,
                                           const MukanaMatchFacts   *facts);
void             mukana_match_bits_clear  (MukanaMatchBits          *self,
                                           guint                     row,
                                           const MukanaMatchFacts   *facts);
void             mukana_match_bits_search (MukanaMatchBits          *self,
                                           const MukanaMatchRequest *request,
                                           guint                     n_rows,
                                           MukanaMatchBitsFunc       found,
                                           gpointer                  data);

G_END_DECLS
