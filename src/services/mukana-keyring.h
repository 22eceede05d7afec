#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What there is to say about a register's key. */
typedef enum
{
  MUKANA_KEY_FOUND,
  MUKANA_KEY_NO_BUS,           /* there is no session to have a keyring in */
  MUKANA_KEY_NO_SERVICE,       /* no program keeps keys here, or it does not answer */
  MUKANA_KEY_NO_KEYRING,       /* it answers, but has no keyring to keep keys in */
  MUKANA_KEY_LOCKED,           /* the key may be there, behind the keyring's password */
  MUKANA_KEY_ABSENT,           /* it is open, and holds no key of this register */
  MUKANA_KEY_WRONG,            /* a key is there, but it does not open the register */
  MUKANA_KEY_OTHER_REGISTER,   /* a whole key, of another register */
} MukanaKeyState;

/* How long, and whether the person at the screen may be asked for a password. */
typedef struct
{
  guint    deadline_ms;
  gboolean may_ask;
} MukanaKeyringPatience;

void           mukana_keyring_find_async   (const char             *register_id,
                                            MukanaKeyringPatience   patience,
                                            GAsyncReadyCallback     done,
                                            gpointer                user_data);
void           mukana_keyring_keep_async   (const char             *register_id,
                                            GBytes                 *key,
                                            const char             *register_name,
                                            MukanaKeyringPatience   patience,
                                            GAsyncReadyCallback     done,
                                            gpointer                user_data);
void           mukana_keyring_forget_async (const char             *register_id,
                                            MukanaKeyringPatience   patience,
                                            GAsyncReadyCallback     done,
                                            gpointer                user_data);
MukanaKeyState mukana_keyring_finish       (GAsyncResult           *result,
                                            GBytes                **key);

MukanaKeyState mukana_keyring_find         (const char             *register_id,
                                            MukanaKeyringPatience   patience,
                                            GBytes                **key);
MukanaKeyState mukana_keyring_keep         (const char             *register_id,
                                            GBytes                 *key,
                                            const char             *register_name,
                                            MukanaKeyringPatience   patience);
MukanaKeyState mukana_keyring_forget       (const char             *register_id,
                                            MukanaKeyringPatience   patience);

char          *mukana_keyring_find_link    (const char             *register_id,
                                            MukanaKeyringPatience   patience);
gboolean       mukana_keyring_keep_link    (const char             *register_id,
                                            const char             *link,
                                            MukanaKeyringPatience   patience);

G_END_DECLS
