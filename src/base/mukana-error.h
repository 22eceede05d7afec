#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One domain.  A code names what can be done next, not which call failed. */
#define MUKANA_ERROR (mukana_error_quark ())

typedef enum
{
  MUKANA_ERROR_INVALID,      /* the input needs mending; see mukana_error_get_issues() */
  MUKANA_ERROR_CONFLICT,     /* somebody changed it since, or it clashes with another deed */
  MUKANA_ERROR_NOT_FOUND,    /* there is no such record, any more or ever */
  MUKANA_ERROR_NOT_ALLOWED,  /* a rule forbids it: a consent, a state, a right */
  MUKANA_ERROR_BUSY,         /* somebody else is using it; try again */
  MUKANA_ERROR_UNREACHABLE,  /* the store or a service does not answer; try again later */
  MUKANA_ERROR_NO_SPACE,     /* make room and try again; nothing was changed */
  MUKANA_ERROR_DAMAGED,      /* restore from a backup */
  MUKANA_ERROR_TOO_NEW,      /* update the program */
  MUKANA_ERROR_LOCKED,       /* a key is needed */
  MUKANA_ERROR_INTERNAL,     /* a mistake of ours */
} MukanaErrorCode;

GQuark      mukana_error_quark         (void);
const char *mukana_error_peek_sentence (const GError *error);
void        mukana_error_set_detail    (GError       *error,
                                        char         *detail);
char       *mukana_error_add_detail    (const GError *error,
                                        const char   *sentence);

G_END_DECLS
