#pragma once

#include <gio/gio.h>

#include "services/mukana-keyring.h"
#include "store/mukana-store.h"

G_BEGIN_DECLS

/* Which register is opened. */
typedef enum
{
  MUKANA_OPENING_USUAL,   /* the one of this computer */
  MUKANA_OPENING_FILE,    /* the one that was named: a file, or the address of a shared one */
  MUKANA_OPENING_DEMO,    /* a training register of invented people, gone at the end */
} MukanaOpeningKind;

char        *mukana_opening_dup_usual_path (void);
void         mukana_opening_run_async      (MukanaOpeningKind     kind,
                                            const char           *path,
                                            GBytes               *key,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   done,
                                            gpointer              user_data);
MukanaStore *mukana_opening_run_finish     (GAsyncResult         *result,
                                            GError              **error);
MukanaKeyState mukana_opening_get_key_state (GAsyncResult       *result);
char           *mukana_opening_dup_register_id (GAsyncResult *result);
void         mukana_opening_forget_demo    (void);

G_END_DECLS
