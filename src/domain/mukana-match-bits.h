#pragma once

#include "domain/mukana-match-request.h"
#include "domain/mukana-match-shelf.h"

G_BEGIN_DECLS

/* Bitmaps over the rows of a match index; a part of mukana-match-index. */
typedef struct _MukanaMatchBits MukanaMatchBits;

/* Rows given at once, at most. */
#define MUKANA_MATCH_BATCH 256

/* Plans of a request that are counted a row. */
#define MUKANA_MATCH_MOST_PLANS 7

typedef struct
{
  guint row;
  guint n_plans;                   /* plans of the request whose half hours the row has; not
                                    * counted of a request with more than MOST_PLANS */
} MukanaMatchHit;

/* Called with some rows at a time, so that the caller can fetch ahead. */
typedef void (*MukanaMatchBitsFunc) (const MukanaMatchHit *hits,
                                     guint                 n_hits,
                                     gpointer              data);

MukanaMatchBits *mukana_match_bits_new    (MukanaThemeTree          *tree);
void             mukana_match_bits_free   (MukanaMatchBits          *self);
void             mukana_match_bits_set    (MukanaMatchBits          *self,
                                           guint                     row,
                                           const MukanaMatchFacts   *facts);
void             mukana_match_bits_set_shelved (MukanaMatchBits     *self,
                                           guint                     row,
                                           const MukanaShelved      *person,
                                           const GQuark             *roles);
void             mukana_match_bits_clear  (MukanaMatchBits          *self,
                                           guint                     row,
                                           const MukanaMatchFacts   *facts);
void             mukana_match_bits_search (MukanaMatchBits          *self,
                                           const MukanaMatchRequest *request,
                                           guint                     n_rows,
                                           MukanaMatchBitsFunc       found,
                                           gpointer                  data);

G_END_DECLS
