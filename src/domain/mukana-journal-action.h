#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What kind of deed an action is: how the journal is narrowed. */
typedef enum
{
  MUKANA_DEEDS_LOOKS,        /* somebody was looked at */
  MUKANA_DEEDS_SEARCHES,
  MUKANA_DEEDS_CHANGES,
  MUKANA_DEEDS_CONSENTS,
  MUKANA_DEEDS_WORK,         /* proposals, assignments, fees, feedback */
  MUKANA_DEEDS_GIVEN_OUT,    /* exported, printed, copied */
  MUKANA_DEEDS_REMOVALS,
  MUKANA_DEEDS_RIGHTS,       /* what people ask for, and what must be shown */
  MUKANA_DEEDS_REGISTER,     /* words, settings, users, imports */
  MUKANA_DEEDS_ACCESS,       /* unlocking, tried and done */
  MUKANA_N_DEED_GROUPS,
} MukanaDeedGroup;

const char *mukana_journal_action_label  (const char      *action);
int         mukana_journal_action_group  (const char      *action);
char       *mukana_journal_group_actions (MukanaDeedGroup  group);
const char *mukana_journal_group_label   (MukanaDeedGroup  group);

G_END_DECLS
