/* mukana-support-task.c: by when each kind of support is to be arranged.
 *
 * An interpreter and an assistant are booked two weeks ahead, because the services that send
 * them ask for it; what a unit arranges itself a week ahead.  A debriefing is held within a
 * week after a demanding assignment.
 */

#include "domain/mukana-support-task.h"

#include "domain/mukana-codes.h"

#define BOOKED_DAYS   14
#define ARRANGED_DAYS 7
#define DEBRIEF_DAYS  7

#define AT(field) G_STRUCT_OFFSET (MukanaSupportTask, field)
static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "assignment-id", MUKANA_FIELD_INT, AT (assignment_id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, AT (kind), 20, MUKANA_FIELD_SPECIAL | MUKANA_FIELD_REQUIRED,
    mukana_support_tasks },
  { "due-on", MUKANA_FIELD_DAY, AT (due_on), 0, MUKANA_FIELD_PLAIN, NULL },
  { "done-on", MUKANA_FIELD_DAY, AT (done_on), 0, MUKANA_FIELD_PLAIN, NULL },
  { "day", MUKANA_FIELD_DAY, AT (day), 0, MUKANA_FIELD_PLAIN, NULL },
  { "display-name", MUKANA_FIELD_TEXT, AT (display_name), 200, MUKANA_FIELD_PERSONAL, NULL },
  { "title", MUKANA_FIELD_TEXT, AT (title), 300, MUKANA_FIELD_PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaSupportTask, mukana_support_task, fields)

/**
 * mukana_support_task_due_on:
 * @kind: of mukana_support_tasks
 * @day: of the assignment
 *
 * Returns: by when it is to be done; today when that day has passed
 */
MukanaDay
mukana_support_task_due_on (const char *kind,
                            MukanaDay   day,
                            MukanaDay   today)
{
  gboolean is_booked = g_str_equal (kind, "interpreter") || g_str_equal (kind, "assistant");

  if (g_str_equal (kind, MUKANA_SUPPORT_DEBRIEFING))
    return MAX (day + DEBRIEF_DAYS, today);

  return MAX (day - (is_booked ? BOOKED_DAYS : ARRANGED_DAYS), today);
}
