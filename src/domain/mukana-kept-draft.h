#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* What somebody had typed and not stored when the register was locked. */
#define MUKANA_TYPE_KEPT_DRAFT (mukana_kept_draft_get_type ())
G_DECLARE_FINAL_TYPE (MukanaKeptDraft, mukana_kept_draft, MUKANA, KEPT_DRAFT, MukanaRecord)

struct _MukanaKeptDraft
{
  MukanaRecord  parent_instance;

  const char *page;        /* the word of the route */
  gint64      record_id;   /* as the page was opened with it; a person's own on "person" */
  const char *body;        /* what the page makes of it */
  gint64      saved_at;
};

#define MUKANA_KEPT_DRAFT_MAX_BYTES 100000

/* One that nobody came back to in this time is of no use. */
#define MUKANA_KEPT_DRAFT_DAYS 30

GPtrArray *mukana_kept_draft_check (MukanaKeptDraft *self);

G_END_DECLS
