/* planning-kit.c: experts who may be asked, and all requests planned. */

#include "planning-kit.h"

#include "domain/mukana-group-rules.h"
#include "services/mukana-remembering.h"

gint64
planning_add_free_expert (Seeking    *fixture,
                          const char *given,
                          const char *role_code,
                          int         start_minute)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  MukanaRoleTerm *role = g_object_new (MUKANA_TYPE_ROLE_TERM, NULL);
  gint64 id;

  mukana_person_init_names (person, given, "Kuvitelma");
  mukana_record_init_int (person, "notice-days", 7);
  id = seeking_add_person (fixture, person, start_minute);
  mukana_record_init_text (role, "role-code", role_code);
  seeking_set_part (fixture, id, "roles", role);
  return id;
}

gint64
planning_add_expert (Seeking    *fixture,
                     const char *given)
{
  return planning_add_free_expert (fixture, given, "expert", 8 * 60);
}

MukanaPlanningAnswer *
planning_plan (Seeking *fixture)
{
  MukanaPlanningQuestion *question = mukana_planning_question_new (fixture->matcher, 1);
  MukanaPlanningAnswer *answer = seeking_run (fixture, &mukana_planning_job, question);

  mukana_planning_question_free (question);
  return answer;
}

MukanaPlanningRequest *
planning_find (MukanaPlanningAnswer *answer,
               gint64                request_id)
{
  for (guint i = 0; i < answer->requests->len; i++)
    {
      MukanaPlanningRequest *told = g_ptr_array_index (answer->requests, i);

      if (told->request_id == request_id)
        return told;
    }

  g_assert_not_reached ();
}

gboolean
planning_has (GPtrArray *moves,
              gint64     person_id)
{
  for (guint i = 0; i < moves->len; i++)
    if (((MukanaPlanningMove *) g_ptr_array_index (moves, i))->person_id == person_id)
      return TRUE;

  return FALSE;
}

void
planning_set_rules (Seeking    *fixture,
                    const char *rules)
{
  MukanaSetting *setting = mukana_setting_new (MUKANA_GROUP_RULES, rules);

  seeking_run (fixture, &mukana_setting_set_job, setting);
  mukana_setting_free (setting);
}

/* Looks are noted by a write of their own: it is waited for, and heard of. */
void
planning_hear_of_looks (Seeking *fixture)
{
  mukana_test_sql (fixture->place, "SELECT 1;");
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

MukanaPlanningAnswer *
planning_plan_without (Seeking              *fixture,
                       MukanaPlanningMemory *memory,
                       gint64                left_out)
{
  MukanaPlanningQuestion *question = mukana_planning_question_new (fixture->matcher, 1);
  MukanaPlanningAnswer *answer;

  if (memory != NULL)
    mukana_planning_question_remember (question, memory);
  if (left_out != 0)
    mukana_planning_question_leave_out (question, left_out);
  answer = seeking_run (fixture, &mukana_planning_job, question);
  mukana_planning_question_free (question);
  planning_hear_of_looks (fixture);
  return answer;
}
