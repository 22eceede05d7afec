#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_FIELD_TEXT,    /* const char *; NULL when unknown, never "" */
  MUKANA_FIELD_INT,     /* gint64 */
  MUKANA_FIELD_BOOL,    /* gint64 0 or 1 */
  MUKANA_FIELD_CENTS,   /* gint64 euro cents */
  MUKANA_FIELD_DAY,     /* MukanaDay; MUKANA_DAY_NONE when unknown */
  MUKANA_FIELD_TIME,    /* gint64 microseconds since 1970 UTC; 0 when unknown */
} MukanaFieldKind;

typedef enum
{
  MUKANA_FIELD_REQUIRED = 1 << 0,   /* a text that must be there, a number that must be said */
  MUKANA_FIELD_UNSAID   = 1 << 1,   /* a number that may be unsaid, which is not 0 */

  /* Exactly one privacy class each. */
  MUKANA_FIELD_PLAIN    = 1 << 8,   /* says nothing about a person */
  MUKANA_FIELD_PERSONAL = 1 << 9,   /* about a person */
  MUKANA_FIELD_CONTACT  = 1 << 10,  /* reaches a person; hidden under non-disclosure */
  MUKANA_FIELD_SPECIAL  = 1 << 11,  /* GDPR Articles 9, 10 and 87 */
  MUKANA_FIELD_MONEY    = 1 << 12,  /* what somebody is paid */
  MUKANA_FIELD_SECRET   = 1 << 13,  /* keys and the like */
} MukanaFieldFlags;

#define MUKANA_FIELD_CLASS_MASK 0xff00

/* Nobody has said the number.  A field whose flags tell of it begins so; every other is 0. */
#define MUKANA_NUMBER_UNSAID G_MININT64

/* One field of a record: property "display-name" is column display_name. */
typedef struct
{
  const char         *name;      /* with hyphens */
  MukanaFieldKind     kind;
  gsize               offset;    /* in the record's struct */
  int                 limit;     /* TEXT: most bytes; INT: largest value; 0 = no limit */
  MukanaFieldFlags    flags;
  const char * const *choices;   /* TEXT: the closed set, NULL-terminated; or NULL */
} MukanaField;

G_END_DECLS
