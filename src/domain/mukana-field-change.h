#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* What one field was and became. */
#define MUKANA_TYPE_FIELD_CHANGE (mukana_field_change_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFieldChange, mukana_field_change, MUKANA, FIELD_CHANGE, MukanaRecord)

struct _MukanaFieldChange
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      at;            /* microseconds since 1970 UTC */
  const char *actor;
  const char *kind;          /* of the record: mukana_kind_name() */
  gint64      record_id;
  gint64      person_id;     /* whose it is, to be erased with them; 0: nobody's */
  const char *field;
  const char *old_value;     /* as mukana_field_print() gives it; NULL: was empty */
  const char *new_value;
};

char    *mukana_field_print (MukanaRecord       *record,
                             const MukanaField  *field);
gpointer mukana_field_set   (MukanaRecord       *record,
                             const MukanaField  *field,
                             const char         *value);

G_END_DECLS
