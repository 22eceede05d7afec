#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person may ask for about their data.  Source: GDPR Chapter III. */
typedef enum
{
  MUKANA_RIGHT_ACCESS      = 1 << 0,   /* 15 */
  MUKANA_RIGHT_CORRECTION  = 1 << 1,   /* 16 */
  MUKANA_RIGHT_ERASURE     = 1 << 2,   /* 17 */
  MUKANA_RIGHT_RESTRICTION = 1 << 3,   /* 18 */
  MUKANA_RIGHT_PORTABILITY = 1 << 4,   /* 20 */
  MUKANA_RIGHT_OBJECTION   = 1 << 5,   /* 21 */
  MUKANA_RIGHT_WITHDRAWAL  = 1 << 6,   /* 7(3) */
} MukanaRights;

MukanaRights mukana_basis_rights (const char *basis);

G_END_DECLS
