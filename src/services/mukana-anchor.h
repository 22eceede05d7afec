#pragma once

#include "store/mukana-store.h"

G_BEGIN_DECLS

/* Keeps the newest link of an open register's journal outside the register. */
#define MUKANA_TYPE_ANCHOR (mukana_anchor_get_type ())
G_DECLARE_FINAL_TYPE (MukanaAnchor, mukana_anchor, MUKANA, ANCHOR, GObject)

/* How a register's journal stands when the register is opened. */
typedef enum
{
  MUKANA_ANCHOR_NONE,       /* nothing was kept outside yet */
  MUKANA_ANCHOR_HOLDS,      /* the link kept outside is in the chain, or a backup was restored */
  MUKANA_ANCHOR_MISSING,    /* it is not: the tail was cut, or an older copy was put back */
  MUKANA_ANCHOR_GONE,       /* one was kept, and is not there: taken away, or a new computer */
} MukanaAnchorState;

MukanaAnchor     *mukana_anchor_new          (MukanaStore          *store,
                                              gboolean              keeps_outside);
gboolean          mukana_anchor_enter        (MukanaAnchor         *self,
                                              MukanaAnchorState    *state,
                                              GError              **error);
void              mukana_anchor_enter_async  (MukanaAnchor         *self,
                                              GAsyncReadyCallback   done,
                                              gpointer              user_data);
gboolean          mukana_anchor_enter_finish (MukanaAnchor         *self,
                                              GAsyncResult         *result,
                                              MukanaAnchorState    *state,
                                              GError              **error);
void              mukana_anchor_follow       (MukanaAnchor         *self);
gint64            mukana_anchor_get_n_again  (MukanaAnchor         *self);
gint64            mukana_anchor_get_n_lost  (MukanaAnchor         *self);
gboolean          mukana_anchor_keep         (MukanaAnchor         *self);

void              mukana_anchor_note_failure (const char           *path,
                                              gint64                now_us);
char             *mukana_anchor_dup_path     (const char           *register_path);

G_END_DECLS
