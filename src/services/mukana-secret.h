#pragma once

#include "domain/mukana-recovery-key.h"

G_BEGIN_DECLS

GBytes *mukana_secret_new               (gconstpointer           data,
                                         gsize                   length);
GBytes *mukana_secret_new_key           (GError                **error);
GBytes *mukana_secret_from_recovery_key (const char             *text,
                                         MukanaRecoveryFinding  *finding);
void    mukana_secret_text_free         (char                   *text);
void    mukana_secret_hide_process      (void);

/* Text that is wiped when its block ends: g_auto (MukanaSecretText) text = NULL; */
typedef char *MukanaSecretText;
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (MukanaSecretText, mukana_secret_text_free, NULL)

G_END_DECLS
