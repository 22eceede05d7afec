#pragma once

#include "services/mukana-lexicon.h"
#include "services/mukana-matching.h"
#include "store/mukana-store.h"
#include "ui/kit/mukana-drafts.h"
#include "ui/kit/mukana-undo.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_CONTEXT (mukana_context_get_type ())
G_DECLARE_FINAL_TYPE (MukanaContext, mukana_context, MUKANA, CONTEXT, GObject)

void           mukana_context_new_async        (MukanaStore          *store,
                                                GSettings            *settings,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   done,
                                                gpointer              user_data);
MukanaContext *mukana_context_new_finish       (GAsyncResult         *result,
                                                GError              **error);

MukanaStore   *mukana_context_get_store        (MukanaContext        *self);
MukanaClock   *mukana_context_get_clock        (MukanaContext        *self);
MukanaUndo    *mukana_context_get_undo         (MukanaContext        *self);
MukanaDrafts  *mukana_context_get_drafts       (MukanaContext        *self);
GSettings     *mukana_context_get_settings     (MukanaContext        *self);
gint64         mukana_context_now_us           (MukanaContext        *self);
MukanaDay      mukana_context_today            (MukanaContext        *self);

MukanaLexicon *mukana_context_peek_vocabulary  (MukanaContext        *self);
MukanaMatcher *mukana_context_peek_matcher     (MukanaContext        *self);
void           mukana_context_prepare_matching (MukanaContext        *self);
const char    *mukana_context_peek_language    (MukanaContext        *self);
const char    *mukana_context_peek_county_name (MukanaContext        *self);
gboolean       mukana_context_is_made_up       (MukanaContext        *self);
gboolean       mukana_context_may              (MukanaContext        *self,
                                                MukanaDeed            deed);
gboolean       mukana_context_may_act          (MukanaContext        *self,
                                                const char           *action);
const char    *mukana_context_peek_role        (MukanaContext        *self);
gboolean       mukana_context_may_add          (MukanaContext        *self,
                                                const char           *page);
gboolean       mukana_context_may_open         (MukanaContext        *self,
                                                const char           *page);

/* Signal "facts-changed": the county's words or the register's name were read anew. */

G_END_DECLS
