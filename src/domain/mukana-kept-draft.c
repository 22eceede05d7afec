/* mukana-kept-draft.c: what was typed and not stored, kept over a lock. */

#include "domain/mukana-kept-draft.h"

#include "base/mukana-issue.h"

static const MukanaField fields[] = {
  { "page", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaKeptDraft, page), 40,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "record-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaKeptDraft, record_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "body", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaKeptDraft, body),
    MUKANA_KEPT_DRAFT_MAX_BYTES, MUKANA_FIELD_SPECIAL | MUKANA_FIELD_REQUIRED, NULL },
  { "saved-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaKeptDraft, saved_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaKeptDraft, mukana_kept_draft, fields)

/** mukana_kept_draft_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_kept_draft_check (MukanaKeptDraft *self)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  return issues;
}
