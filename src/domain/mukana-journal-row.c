/* mukana-journal-row.c: one deed of the journal, in memory. */

#include "domain/mukana-journal-row.h"

#define AT(field) G_STRUCT_OFFSET (MukanaJournalRow, field)

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "at", MUKANA_FIELD_TIME, AT (at), 0, MUKANA_FIELD_PLAIN, NULL },
  { "actor", MUKANA_FIELD_TEXT, AT (actor), 0, MUKANA_FIELD_PERSONAL, NULL },
  { "action", MUKANA_FIELD_TEXT, AT (action), 0, MUKANA_FIELD_PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, AT (kind), 0, MUKANA_FIELD_PLAIN, NULL },
  { "record-id", MUKANA_FIELD_INT, AT (record_id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "fields", MUKANA_FIELD_TEXT, AT (fields), 0, MUKANA_FIELD_PLAIN, NULL },
  { "name", MUKANA_FIELD_TEXT, AT (name), 0, MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaJournalRow, mukana_journal_row, fields)
