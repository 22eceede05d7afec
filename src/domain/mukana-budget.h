#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* What a unit, a project, or a unit of a project, means to spend on one thing in a year. */
#define MUKANA_TYPE_BUDGET (mukana_budget_get_type ())
G_DECLARE_FINAL_TYPE (MukanaBudget, mukana_budget, MUKANA, BUDGET, MukanaRecord)

struct _MukanaBudget
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  const char *unit;            /* as requests name it; NULL or empty: any */
  const char *project;         /* likewise */
  gint64      year;
  const char *item;            /* of mukana_cost_items */
  gint64      planned_cents;
  gint64      actual_cents;    /* typed; of fees the register knows it */
};

GPtrArray *mukana_budget_check (gpointer draft);

G_END_DECLS
