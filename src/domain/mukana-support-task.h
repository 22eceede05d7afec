#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* Something to be arranged for one person's assignment. */
#define MUKANA_TYPE_SUPPORT_TASK (mukana_support_task_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSupportTask, mukana_support_task, MUKANA, SUPPORT_TASK, MukanaRecord)

struct _MukanaSupportTask
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      assignment_id;
  const char *kind;               /* of mukana_support_tasks */
  MukanaDay   due_on;
  MukanaDay   done_on;            /* NONE: still to be done */
  MukanaDay   day;                /* of the assignment; with the next two on reading only */
  const char *display_name;
  const char *title;              /* of the request */
};

#define MUKANA_SUPPORT_DEBRIEFING "debriefing"

/* How many days before an assignment, or after it, support is to be arranged. */
typedef struct
{
  int booked;                     /* an interpreter, an assistant: before */
  int arranged;                   /* the rest: before */
  int debriefing;                 /* after */
} MukanaSupportDays;

#define MUKANA_SUPPORT_DAYS     "support-days"   /* the setting that keeps them */
#define MUKANA_SUPPORT_MAX_DAYS 90

gboolean  mukana_support_days_parse   (const char              *text,
                                       MukanaSupportDays       *days);
char     *mukana_support_days_to_text (const MukanaSupportDays *self);
MukanaDay mukana_support_task_due_on  (const char              *kind,
                                       const MukanaSupportDays *days,
                                       MukanaDay                day,
                                       MukanaDay                today);

G_END_DECLS
