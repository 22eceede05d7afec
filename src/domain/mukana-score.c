/* mukana-score.c: how well a person fits a request, in eight parts.
 *
 * Each part finds a share of its maximum, in thousandths, and notes what the
 * sentence about it needs.  Points are whole numbers, and the score is their
 * sum: what a coordinator reads always adds up.
 *
 * What a person has not told is neutral, half of the maximum, and says so; it
 * is never guessed.  Feedback gives no points: the numbers are small, and the
 * one who gives them has power over the one who gets them.
 */

#include "domain/mukana-score-private.h"

static const struct
{
  const char *code;
  int         max;
  int       (*score) (const MukanaMatchRequest *request,
                      const MukanaMatchFacts   *facts,
                      MukanaScorePart          *part);
} parts[MUKANA_N_PARTS] = {
  [MUKANA_PART_THEME] = { "theme", 35, mukana_score_theme },
  [MUKANA_PART_SERVICE] = { "service", 10, mukana_score_service },
  [MUKANA_PART_AVAILABILITY] = { "availability", 10, mukana_score_availability },
  [MUKANA_PART_PLACE] = { "place", 10, mukana_score_place },
  [MUKANA_PART_FAIRNESS] = { "fairness", 15, mukana_score_fairness },
  [MUKANA_PART_LOAD] = { "load", 5, mukana_score_load },
  [MUKANA_PART_SKILLS] = { "skills", 10, mukana_score_skills },
  [MUKANA_PART_DIVERSITY] = { "diversity", 5, mukana_score_diversity },
};

/** mukana_weights_default: Returns: the weights that make 100 together */
MukanaWeights
mukana_weights_default (void)
{
  MukanaWeights weights;

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    weights.max[i] = parts[i].max;

  return weights;
}

/**
 * mukana_weights_parse:
 * @text: (nullable): as mukana_weights_format() writes them
 *
 * Returns: those weights; the usual ones when @text is none
 */
MukanaWeights
mukana_weights_parse (const char *text)
{
  MukanaWeights weights;
  g_auto (GStrv) words = g_strsplit (text ? text : "", " ", -1);

  if (g_strv_length (words) != MUKANA_N_PARTS)
    return mukana_weights_default ();

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      gint64 max;

      if (!g_ascii_string_to_signed (words[i], 10, 0, MUKANA_WEIGHT_MOST, &max, NULL))
        return mukana_weights_default ();
      weights.max[i] = (int) max;
    }

  return mukana_weights_total (&weights) > 0 ? weights : mukana_weights_default ();
}

/** mukana_weights_format: Returns: yours, the weights in the order of the parts */
char *
mukana_weights_format (const MukanaWeights *self)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", self->max[i]);

  return g_string_free (text, FALSE);
}

/** mukana_weights_total: Returns: the best score there can be */
int
mukana_weights_total (const MukanaWeights *self)
{
  int total = 0;

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    total += self->max[i];

  return total;
}

/**
 * mukana_score_reaches:
 * @least: a score worth having
 * @score: (out): the score with its parts; written in full only when it is worth having
 *
 * Stops as soon as the parts that are left cannot make up for those judged: in
 * a long list, most people are far from the best of it.
 *
 * Returns: whether the score is at least @least
 */
gboolean
mukana_score_reaches (const MukanaMatchRequest *request,
                      const MukanaMatchFacts   *facts,
                      const MukanaWeights      *weights,
                      int                       least,
                      MukanaScore              *score)
{
  int best = 0;

  *score = (MukanaScore) { 0 };
  for (int i = 0; i < MUKANA_N_PARTS; i++)
    best += MAX (weights->max[i], 0);

  score->max = best;
  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      MukanaScorePart *part = &score->parts[i];
      int share = parts[i].score (request, facts, part);

      part->max = MAX (weights->max[i], 0);
      part->points = (part->max * share + FULL / 2) / FULL;
      score->points += part->points;
      best -= part->max - part->points;

      if (best < least)
        return FALSE;
    }

  return TRUE;
}

/**
 * mukana_score_new:
 * @facts: anybody; somebody who is not eligible gets the score they would have
 *
 * Returns: the score with its parts, which add up to it
 */
MukanaScore
mukana_score_new (const MukanaMatchRequest *request,
                  const MukanaMatchFacts   *facts,
                  const MukanaWeights      *weights)
{
  MukanaScore score;

  mukana_score_reaches (request, facts, weights, 0, &score);
  return score;
}

/** mukana_part_code: Returns: borrowed, the stable word of @part, "fairness" */
const char *
mukana_part_code (MukanaPart part)
{
  g_return_val_if_fail (part < MUKANA_N_PARTS, NULL);

  return parts[part].code;
}
