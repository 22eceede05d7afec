#pragma once

#include "base/mukana-clock.h"
#include "store/mukana-change-set.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_STORE (mukana_store_get_type ())
G_DECLARE_FINAL_TYPE (MukanaStore, mukana_store, MUKANA, STORE, GObject)

/* What a new register is called and where it belongs. */
typedef struct
{
  const char *register_id;   /* of a file: mukana_recovery_key_register_id(); else a random name */
  const char *county_name;
  const char *county_code;   /* of counties.csv; NULL when it is none of them */
  gboolean    is_made_up;    /* everybody in it is invented */
} MukanaRegisterSeed;

MukanaStore *mukana_store_open       (const char                *uri,
                                      GBytes                    *key,
                                      MukanaClock               *clock,
                                      const char                *actor,
                                      const MukanaRegisterSeed  *seed,
                                      GError                   **error);
void         mukana_store_open_async (const char                *uri,
                                      GBytes                    *key,
                                      MukanaClock               *clock,
                                      const char                *actor,
                                      const MukanaRegisterSeed  *seed,
                                      GCancellable              *cancellable,
                                      GAsyncReadyCallback        done,
                                      gpointer                   user_data);
MukanaStore *mukana_store_open_finish (GAsyncResult             *result,
                                       GError                  **error);
void         mukana_store_close      (MukanaStore               *self);

void         mukana_store_run_async  (MukanaStore               *self,
                                      const MukanaJob           *job,
                                      gpointer                   arg,
                                      GDestroyNotify             free_arg,
                                      GCancellable              *cancellable,
                                      GAsyncReadyCallback        done,
                                      gpointer                   user_data);
gpointer     mukana_store_run_finish (MukanaStore               *self,
                                      GAsyncResult              *result,
                                      gint64                    *revision,
                                      GError                   **error);
gpointer     mukana_store_run        (MukanaStore               *self,
                                      const MukanaJob           *job,
                                      gpointer                   arg,
                                      GError                   **error);

void         mukana_store_note_damage (MukanaStore              *self);
gboolean     mukana_store_is_damaged (MukanaStore               *self);
gboolean     mukana_store_look_for_file (MukanaStore            *self);
gboolean     mukana_store_is_gone    (MukanaStore               *self);
gint64       mukana_store_get_n_taken_back_again (MukanaStore   *self);
gint64       mukana_store_get_n_lost_requests (MukanaStore     *self);
gboolean     mukana_store_is_newer   (MukanaStore               *self);
gboolean     mukana_store_is_on_full_disk (MukanaStore          *self);

const char  *mukana_store_peek_uri   (MukanaStore               *self);
MukanaClock *mukana_store_peek_clock (MukanaStore               *self);
GBytes      *mukana_store_peek_key   (MukanaStore               *self);
const char  *mukana_store_peek_actor (MukanaStore               *self);

/* Signal "changed" (MukanaChangeSet): on the context that opened the store,
 * after each commit and before the commit's own answer.
 * Signal "damaged": there too, once: a job met a damaged page, and nothing more is written.
 * Signal "place-changed": there too: the file is no longer at its path, or is there again. */

G_END_DECLS
