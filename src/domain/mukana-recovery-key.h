#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUKANA_KEY_LENGTH        32   /* bytes of a register key */
#define MUKANA_REGISTER_ID_BYTES 16   /* bytes that a register file begins with */

#define MUKANA_RECOVERY_GROUPS       9
#define MUKANA_RECOVERY_GROUP_LENGTH 7   /* the last of which is the group's check */

typedef enum
{
  MUKANA_RECOVERY_FINE,
  MUKANA_RECOVERY_WRONG_GROUP,    /* one group has a slip; see group */
  MUKANA_RECOVERY_TOO_SHORT,      /* fine as far as it goes */
  MUKANA_RECOVERY_TOO_LONG,       /* fine, and then more */
  MUKANA_RECOVERY_MIXED,          /* each group is fine, but they are not of one key */
} MukanaRecoveryVerdict;

typedef struct
{
  MukanaRecoveryVerdict verdict;
  int                   group;    /* the first wrong one, from 1; 0 when none is to blame */
  int                   n_fine;   /* whole groups before it, or all there are */
} MukanaRecoveryFinding;

char     *mukana_recovery_key_print       (const guint8          *key);
gboolean  mukana_recovery_key_parse       (const char            *text,
                                           guint8                *key,
                                           MukanaRecoveryFinding *finding);

void      mukana_recovery_key_mark        (const guint8          *key,
                                           guint8                *mark);
char     *mukana_recovery_key_register_id (const guint8          *key);
char     *mukana_register_id_from_mark    (const guint8          *mark);
char     *mukana_register_id_fingerprint  (const char            *register_id);

G_END_DECLS
