/* mukana-choice-step.c: a change of who is chosen, back and on again.
 *
 * A step is worth something only while what it did still stands: somebody who has
 * been asked, or has left the register, meanwhile is not chosen again by it.
 */

#include "ui/finding/mukana-choice-step.h"

#include <glib/gi18n-lib.h>

/** mukana_choice_step_new: before it is done; Returns: yours, for g_free() */
MukanaChoiceStep *
mukana_choice_step_new (MukanaFindingChoice *choice,
                        gint64               person_id,
                        MukanaStanding       after)
{
  MukanaChoiceStep *self = g_new0 (MukanaChoiceStep, 1);

  self->person_id = person_id;
  self->before = mukana_finding_choice_get_standing (choice, person_id, &self->place);
  self->after = after;
  return self;
}

/** mukana_choice_step_dup_said: Returns: (nullable): yours, what was done; NULL if not known */
char *
mukana_choice_step_dup_said (const MukanaChoiceStep *self,
                             MukanaFindingChoice    *choice)
{
  const char *name = mukana_finding_choice_peek_name (choice, self->person_id);

  if (name == NULL)
    return NULL;

  switch (self->after)
    {
    case MUKANA_STANDING_CHOSEN:
      /* Translators: %s is a name */
      return g_strdup_printf (_("%s was chosen"), name);
    case MUKANA_STANDING_RESERVE:
      /* Translators: %s is a name */
      return g_strdup_printf (_("%s was put in reserve"), name);
    default:
      /* Translators: %s is a name, of somebody who had been chosen */
      return g_strdup_printf (_("%s was taken off"), name);
    }
}

/** mukana_choice_step_move: Returns: (nullable): yours, as MukanaStepMove */
char *
mukana_choice_step_move (const MukanaChoiceStep *self,
                         MukanaFindingChoice    *choice,
                         gboolean                is_again)
{
  MukanaStanding from = is_again ? self->before : self->after;
  MukanaStanding to = is_again ? self->after : self->before;

  if (mukana_finding_choice_get_standing (choice, self->person_id, NULL) != from ||
      !mukana_finding_choice_set_standing (choice, self->person_id, to,
                                           is_again ? G_MAXUINT : self->place))
    return NULL;

  return mukana_choice_step_dup_said (self, choice);
}
