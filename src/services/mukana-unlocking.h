#pragma once

#include "domain/mukana-recovery-key.h"
#include "services/mukana-keyring.h"

G_BEGIN_DECLS

/* What a state looks like to a person.  Source strings: translate with gettext. */
typedef struct
{
  const char *name;       /* stable, for programs: "no-keyring" */
  const char *title;
  const char *sentence;   /* what is the matter */
  const char *retry;      /* the first way out, named for what it does here */
  const char *recovery;   /* the other way out: the recovery key */
} MukanaKeyWords;

char                 *mukana_unlocking_register_id     (const char                   *path,
                                                        GError                      **error);
MukanaKeyState        mukana_unlocking_judge           (GBytes                       *refused,
                                                        const char                   *register_id);

const MukanaKeyWords *mukana_unlocking_words           (MukanaKeyState                state);
char                 *mukana_unlocking_describe_typed  (const MukanaRecoveryFinding  *finding);
char                 *mukana_unlocking_describe_needed (const char                   *register_id);

G_END_DECLS
