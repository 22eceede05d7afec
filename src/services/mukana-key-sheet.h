#pragma once

#include "base/mukana-days.h"
#include "domain/mukana-recovery-key.h"

G_BEGIN_DECLS

/* A recovery key on paper, or in a file for those who keep such things in a safe. */
typedef struct
{
  const char *register_name;
  MukanaDay   made_on;
  GBytes     *key;
} MukanaKeySheet;

gboolean  mukana_key_sheet_save_pdf  (const MukanaKeySheet   *sheet,
                                      const char             *path,
                                      GError                **error);
gboolean  mukana_key_sheet_save_text (const MukanaKeySheet   *sheet,
                                      const char             *path,
                                      GError                **error);
char     *mukana_key_sheet_print     (const MukanaKeySheet   *sheet);
GBytes   *mukana_key_sheet_load      (const char             *path,
                                      MukanaRecoveryFinding  *finding,
                                      GError                **error);

G_END_DECLS
