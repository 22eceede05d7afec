/* mukana-support-task.c: by when each kind of support is to be arranged.
 *
 * Where the county has not decided otherwise, an interpreter and an assistant are booked two
 * weeks ahead, because the services that send them ask for it; what a unit arranges itself a
 * week ahead.  A debriefing is held within a week after a demanding assignment.
 */

#include "domain/mukana-support-task.h"

#include "domain/mukana-codes.h"

/* Booked, arranged, debriefing. */
#define USUAL_DAYS "14 7 7"

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
 * mukana_support_days_parse:
 * @text: (nullable): "14 7 7", as the register keeps them; nothing: the usual ones
 * @days: (out): left alone when @text cannot be followed
 *
 * Returns: whether @text says how many days
 */
gboolean
mukana_support_days_parse (const char        *text,
                           MukanaSupportDays *days)
{
  gboolean is_said = text != NULL && *text != '\0';
  g_auto (GStrv) words = g_strsplit (is_said ? text : USUAL_DAYS, " ", -1);
  gint64 numbers[3];

  if (g_strv_length (words) != G_N_ELEMENTS (numbers))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!g_ascii_string_to_signed (words[i], 10, 0, MUKANA_SUPPORT_MAX_DAYS, &numbers[i], NULL))
      return FALSE;

  *days = (MukanaSupportDays) { (int) numbers[0], (int) numbers[1], (int) numbers[2] };
  return TRUE;
}

/** mukana_support_days_to_text: Returns: yours, as the register keeps them */
char *
mukana_support_days_to_text (const MukanaSupportDays *self)
{
  return g_strdup_printf ("%d %d %d", self->booked, self->arranged, self->debriefing);
}

/**
 * mukana_support_task_due_on:
 * @kind: of mukana_support_tasks
 * @days: as the county has decided
 * @day: of the assignment
 *
 * Returns: by when it is to be done; today when that day has passed
 */
MukanaDay
mukana_support_task_due_on (const char              *kind,
                            const MukanaSupportDays *days,
                            MukanaDay                day,
                            MukanaDay                today)
{
  gboolean is_booked = g_str_equal (kind, "interpreter") || g_str_equal (kind, "assistant");

  if (g_str_equal (kind, MUKANA_SUPPORT_DEBRIEFING))
    return MAX (day + days->debriefing, today);

  return MAX (day - (is_booked ? days->booked : days->arranged), today);
}
