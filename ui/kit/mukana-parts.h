#pragma once

#include "domain/mukana-score.h"

G_BEGIN_DECLS

/* Where a part's slot stands in a bar: pixels from its left edge. */
typedef struct
{
  int x;
  int width;
} MukanaPartSlot;

const char *mukana_part_color_name (MukanaPart      part);
void        mukana_parts_lay_out   (int             width,
                                    const int       max[MUKANA_N_PARTS],
                                    MukanaPartSlot  slots[MUKANA_N_PARTS]);

G_END_DECLS
