#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* Conditions of a list, kept under a name. */
#define MUKANA_TYPE_SAVED_FILTER (mukana_saved_filter_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSavedFilter, mukana_saved_filter, MUKANA, SAVED_FILTER, MukanaRecord)

struct _MukanaSavedFilter
{
  MukanaRecord  parent_instance;

  gint64      id;
  const char *list;         /* "people" */
  const char *name;
  const char *conditions;   /* "role=expert municipality=205" */
};

GPtrArray *mukana_saved_filter_check (gpointer draft);

G_END_DECLS
