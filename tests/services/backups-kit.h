#pragma once

/* A register with a folder for its backups. */

#include "kit/mukana-test.h"

G_BEGIN_DECLS

typedef struct
{
  MukanaTestRegister *place;
  char               *folder;     /* of the backups */
} Backups;

void     backups_set_up        (Backups       *fixture,
                                gconstpointer  data);
void     backups_tear_down     (Backups       *fixture,
                                gconstpointer  data);
void     backups_give          (Backups    *fixture,
                                gint64      person_id,
                                const char *purpose);
void     backups_withdraw      (Backups *fixture,
                                gint64   person_id);
gboolean backups_is_usable     (Backups *fixture,
                                gint64   person_id);
void     backups_let_time_pass (Backups *fixture,
                                int      minutes);
char    *backups_back_up       (Backups *fixture);
gint64   backups_ask_for       (Backups    *fixture,
                                gint64      person_id,
                                const char *kind);
void     backups_flip          (const char *path,
                                gsize       at);

G_END_DECLS
