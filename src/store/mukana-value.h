#pragma once

#include <glib.h>

#include "base/mukana-days.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_VALUE_NULL,
  MUKANA_VALUE_INT,
  MUKANA_VALUE_TEXT,
  MUKANA_VALUE_BYTES,
} MukanaValueKind;

/* What goes into and comes out of a statement.  Never owns its text or bytes. */
typedef struct
{
  MukanaValueKind  kind;
  gint64           number;
  const char      *text;    /* TEXT, and the bytes of BYTES */
  gsize            length;  /* of BYTES */
} MukanaValue;

/* A value with the name of its parameter: ":person_id" in the SQL, "person_id" here. */
typedef struct
{
  const char  *name;
  MukanaValue  value;
  char         iso[12];     /* where the text of a day lives */
} MukanaArg;

static inline MukanaArg
mukana_int (const char *name,
            gint64      number)
{
  return (MukanaArg) { name, { MUKANA_VALUE_INT, number, NULL, 0 }, "" };
}

static inline MukanaArg
mukana_text (const char *name,
             const char *text)
{
  return (MukanaArg) { name, { text ? MUKANA_VALUE_TEXT : MUKANA_VALUE_NULL, 0, text, 0 }, "" };
}

static inline MukanaArg
mukana_bytes (const char *name,
              GBytes     *bytes)
{
  gsize length = 0;
  const char *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;

  return (MukanaArg) { name, { bytes ? MUKANA_VALUE_BYTES : MUKANA_VALUE_NULL, 0, data, length },
                       "" };
}

static inline MukanaArg
mukana_day (const char *name,
            MukanaDay   day)
{
  MukanaArg arg = { name, { MUKANA_VALUE_NULL, 0, NULL, 0 }, "" };

  if (day != MUKANA_DAY_NONE)
    {
      g_autofree char *iso = mukana_day_to_iso (day);

      /* The text is found through the argument itself; see mukana_query_bind(). */
      g_strlcpy (arg.iso, iso, sizeof arg.iso);
      arg.value.kind = MUKANA_VALUE_TEXT;
    }

  return arg;
}

G_END_DECLS
