#pragma once

#include "services/mukana-keyring.h"
#include "store/mukana-store.h"

G_BEGIN_DECLS

/* A register that was just made.  Its key is in the keyring too when @kept is FOUND. */
typedef struct
{
  MukanaStore    *store;
  GBytes         *key;
  MukanaKeyState  kept;
} MukanaNewRegister;

void               mukana_new_register_free       (MukanaNewRegister    *self);
void               mukana_new_register_make_async (const char           *path,
                                                   const char           *county_name,
                                                   const char           *county_code,
                                                   GAsyncReadyCallback   done,
                                                   gpointer              user_data);
MukanaNewRegister *mukana_new_register_make_finish (GAsyncResult        *result,
                                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaNewRegister, mukana_new_register_free)

G_END_DECLS
