#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the program ends. */
typedef enum
{
  MUKANA_STATUS_DONE,
  MUKANA_STATUS_USAGE,      /* the command was not understood */
  MUKANA_STATUS_REFUSED,    /* the input was refused */
  MUKANA_STATUS_NO_KEY,
  MUKANA_STATUS_NO_STORE,   /* the register cannot be used */
  MUKANA_STATUS_CONFLICT,   /* somebody else changed it, or assignments clash */
} MukanaStatus;

/* What was being done when it failed: the same code means another thing. */
typedef enum
{
  MUKANA_COMPLAINT_OPENING,
  MUKANA_COMPLAINT_WORKING,
} MukanaComplaintOccasion;

char         *mukana_complaint_sentence (const GError            *error,
                                         MukanaComplaintOccasion  occasion);
MukanaStatus  mukana_complaint_status   (const GError            *error,
                                         MukanaComplaintOccasion  occasion);

G_END_DECLS
