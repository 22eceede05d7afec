#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* One deed, as the journal has it: names of fields, never values. */
#define MUKANA_TYPE_JOURNAL_ROW (mukana_journal_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaJournalRow, mukana_journal_row, MUKANA, JOURNAL_ROW, MukanaRecord)

struct _MukanaJournalRow
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      at;            /* microseconds since 1970 UTC */
  const char *actor;         /* the account of the operating system */
  const char *action;        /* a name of mukana-journal-action.h */
  const char *kind;          /* of the record: mukana_kind_name() */
  gint64      record_id;     /* 0: none of its own */
  const char *fields;        /* names, separated by spaces; NULL when there are none */
  const char *name;          /* of the record, where it may be shown; NULL otherwise */
};

G_END_DECLS
