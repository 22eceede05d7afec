/* mukana-choice-judgement.c: what can be said of the chosen together.
 *
 * Says only what the answers tell: municipalities, who has taken part before, from
 * which sides they know the matter, and the languages that they all have.  It is
 * advice and stops nothing; that two are not placed together does, and that somebody
 * fits no more or that they have no time in common.
 */

#include "ui/finding/mukana-finding-choice.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"

/* Among those who would come together: the chosen, without reserve, and those asked already. */
typedef struct
{
  guint n_chosen;
  guint n_people;
  guint n_new;
  guint n_places;
  guint n_unknown;    /* whose place is not told */
  guint32 common;     /* languages that all of them have */
  guint perspectives; /* that somebody has */
} Tally;

static void
count_one (Tally        *tally,
           GHashTable   *places,
           MukanaChosen *one)
{
  tally->n_people++;
  tally->n_new += one->is_new;
  tally->common &= one->languages;
  tally->perspectives |= one->perspectives;
  if (one->place != NULL)
    g_hash_table_add (places, one->place);
  else
    tally->n_unknown++;
}

static Tally
count_group (MukanaFindingChoice *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  Tally tally = { .common = G_MAXUINT32 };

  for (guint i = 0; i < self->people->len; i++)
    if (!((MukanaChosen *) g_ptr_array_index (self->people, i))->is_reserve)
      count_one (&tally, places, g_ptr_array_index (self->people, i));

  tally.n_chosen = tally.n_people;
  for (guint i = 0; i < self->others->len; i++)
    if (mukana_finding_choice_find (self, ((MukanaChosen *) g_ptr_array_index (
                                             self->others, i))->person_id) == NULL)
      count_one (&tally, places, g_ptr_array_index (self->others, i));

  tally.n_places = g_hash_table_size (places);
  return tally;
}

static char *
say_places (const Tally *tally)
{
  if (tally->n_unknown > 0 && tally->n_places < 2)
    return NULL;
  if (tally->n_places == 1)
    return g_strdup (_("the same municipality"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u municipality", "%u municipalities",
                                       tally->n_places), tally->n_places);
}

static const char *
say_experience (const Tally *tally)
{
  if (tally->n_new == tally->n_people)
    return _("nobody has taken part before");
  if (tally->n_new > 0)
    return _("a first-timer with an experienced one");

  return _("all have taken part before");
}

/* The words of @codes whose bits are set, after @title; NULL when there are none. */
static char *
say_set (const char         *title,
         const char * const *codes,
         guint32             set)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL && i < 32; i++)
    if (set & 1u << i)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              mukana_code_label (codes, codes[i]));

  return words->len > 0 ? g_strdup_printf ("%s: %s", title, words->str) : NULL;
}

/* Returns: (nullable): yours, that two of the chosen, reserve or not, are not placed together */
static char *
say_apart (MukanaFindingChoice *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const MukanaChosen *one = g_ptr_array_index (self->people, i);

      for (guint k = 0; k < one->apart->len; k++)
        {
          MukanaChosen *other =
            mukana_finding_choice_find (self, g_array_index (one->apart, gint64, k));

          if (other != NULL)
            return g_strdup_printf (_("%1$s and %2$s are not placed together"), one->name,
                                    other->name);
        }
    }

  return NULL;
}

/* Returns: (nullable): yours, that somebody of the chosen fits no more */
static char *
say_unfit (MukanaFindingChoice *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const MukanaChosen *chosen = g_ptr_array_index (self->people, i);

      if (chosen->unfit != NULL)
        /* Translators: a person who was chosen, and why not any more, a sentence of its own */
        return g_strdup_printf (_("%1$s does not fit any more. %2$s"), chosen->name,
                                chosen->unfit);
    }

  return NULL;
}

/**
 * mukana_finding_choice_judge:
 * @sentence: (out): yours; NULL when there is nothing to say
 *
 * One alone is no group, and nothing is said of the reserve.  Who is asked already is one of it.
 */
MukanaJudgement
mukana_finding_choice_judge (MukanaFindingChoice  *self,
                             char                **sentence)
{
  Tally tally = count_group (self);
  gint64 way;
  int n_missing;
  g_autofree char *places = NULL, *first = NULL, *sides = NULL, *languages = NULL;
  g_autofree char *roles = mukana_finding_choice_dup_roles (self, &n_missing);

  if ((*sentence = say_unfit (self)) != NULL || (*sentence = say_apart (self)) != NULL)
    return MUKANA_JUDGEMENT_BAD;
  if (!mukana_finding_choice_find_way (self, &way))
    {
      *sentence = g_strdup (_("They have time at different times of the request, and none that "
                              "suits all"));
      return MUKANA_JUDGEMENT_BAD;
    }
  if (tally.n_chosen == 0 || tally.n_people < 2)
    return MUKANA_JUDGEMENT_NONE;

  if ((places = say_places (&tally)) == NULL)
    first = g_strdup_printf (tally.n_people == 2 ? _("The pair: %s") : _("The group: %s"),
                             say_experience (&tally));
  else
    /* Translators: where the chosen are from, and whether they have taken part before */
    first = g_strdup_printf (tally.n_people == 2 ? _("The pair: %1$s, %2$s")
                                                 : _("The group: %1$s, %2$s"),
                             places, say_experience (&tally));
  /* Translators: before a list: the sides from which a group knows the matter of a request */
  sides = say_set (_("Perspectives"), mukana_perspectives, tally.perspectives);
  /* Translators: before a list of languages */
  languages = say_set (_("All of them work in"), mukana_languages, tally.common);
  *sentence = g_strjoin (". ", first, sides != NULL ? sides : languages,
                         sides != NULL ? languages : NULL, NULL);

  return n_missing > 0 || tally.n_new == tally.n_people ||
         (tally.n_places == 1 && tally.n_unknown == 0)
         ? MUKANA_JUDGEMENT_NOTE : MUKANA_JUDGEMENT_GOOD;
}
