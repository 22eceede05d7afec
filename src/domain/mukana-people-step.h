#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a step of a search does with those found so far. */
typedef enum
{
  MUKANA_STEP_ADD,         /* those who fulfil it, too */
  MUKANA_STEP_LEAVE_OUT,   /* all but those */
  MUKANA_STEP_ONLY,        /* only those of them */
  MUKANA_N_STEP_KINDS,
} MukanaPeopleStepKind;

typedef struct
{
  MukanaPeopleStepKind kind;
  char                *condition;   /* "role" … */
  char                *code;
} MukanaPeopleStep;

GPtrArray *mukana_people_steps_parse  (const char             *text);
char      *mukana_people_step_format  (MukanaPeopleStepKind    kind,
                                       const char             *condition,
                                       const char             *code);
gboolean   mukana_people_steps_name   (const char             *text,
                                       const char             *condition);
GArray    *mukana_people_ids_combine  (MukanaPeopleStepKind    kind,
                                       GArray                 *found,
                                       GArray                 *ids);

G_END_DECLS
