#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* A signed form or another paper of a person, kept inside the register. */
#define MUKANA_TYPE_ATTACHMENT (mukana_attachment_get_type ())
G_DECLARE_FINAL_TYPE (MukanaAttachment, mukana_attachment, MUKANA, ATTACHMENT, MukanaRecord)

struct _MukanaAttachment
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  gint64      consent_id;     /* the consent that it proves; 0: none */
  gint64      assignment_id;  /* whose costs it shows; 0: it is no receipt */
  const char *name;           /* text to show; never a path */
  const char *media_type;     /* by content */
  gint64      size_bytes;
  const char *sha256;
  gint64      added_at;
  const char *added_by;
};

#define MUKANA_ATTACHMENT_BYTES (20 * 1024 * 1024)

char       *mukana_attachment_clean_name (const char *name);
const char *mukana_attachment_suffix     (const char *media_type);

G_END_DECLS
