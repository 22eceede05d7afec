#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* Two people who are not placed together; which is which means nothing. */
#define MUKANA_TYPE_APART (mukana_apart_get_type ())
G_DECLARE_FINAL_TYPE (MukanaApart, mukana_apart, MUKANA, APART, MukanaRecord)

struct _MukanaApart
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  gint64      other_id;
  const char *reason;             /* of mukana_apart_reasons: never in words, which would tell
                                   * one of them of the other */
  MukanaDay   said_on;
  const char *display_name;       /* on reading only: of the other one */
};

GPtrArray *mukana_apart_check (gpointer draft);

G_END_DECLS
