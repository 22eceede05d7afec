/* mukana-parts.c: the colours of the eight parts of a score, and the places of their slots.
 *
 * One table and one layout, so that the legend, the letters above a list, the
 * bars and the explanation can never disagree.  Names and letters are those of
 * domain/mukana-explain; how points are earned is not known here.
 */

#include "ui/kit/mukana-parts.h"

#include <math.h>

#define GAP_PX 3

static const char *const COLOR_NAMES[MUKANA_N_PARTS] =
{
  [MUKANA_PART_THEME]        = "mukana_part_theme",
  [MUKANA_PART_SERVICE]      = "mukana_part_service",
  [MUKANA_PART_AVAILABILITY] = "mukana_part_availability",
  [MUKANA_PART_PLACE]        = "mukana_part_place",
  [MUKANA_PART_FAIRNESS]     = "mukana_part_fairness",
  [MUKANA_PART_LOAD]         = "mukana_part_load",
  [MUKANA_PART_SKILLS]       = "mukana_part_skills",
  [MUKANA_PART_DIVERSITY]    = "mukana_part_diversity",
};

/** mukana_part_color_name: Returns: borrowed, the name of the part's colour in style.css */
const char *
mukana_part_color_name (MukanaPart part)
{
  return COLOR_NAMES[part];
}

/**
 * mukana_parts_lay_out:
 * @width: of the whole bar, in pixels
 * @max: what each part can give; a part that can give nothing has no width
 * @slots: (out): where each slot stands
 *
 * Places depend on @width and @max only, never on what was earned, so that
 * bars under each other can be compared.  Every edge is a whole pixel.
 */
void
mukana_parts_lay_out (int            width,
                      const int      max[MUKANA_N_PARTS],
                      MukanaPartSlot slots[MUKANA_N_PARTS])
{
  double available = MAX (0, width - GAP_PX * (MUKANA_N_PARTS - 1));
  int total = 0;
  int before = 0;

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    total += MAX (0, max[i]);

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      int after = before + MAX (0, max[i]);
      int left = total > 0 ? (int) round (before * available / total) : 0;
      int right = total > 0 ? (int) round (after * available / total) : 0;

      slots[i].x = left + GAP_PX * i;
      slots[i].width = right - left;
      before = after;
    }
}
