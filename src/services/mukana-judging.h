#pragma once

#include "domain/mukana-eligibility.h"
#include "services/mukana-lexicon.h"

G_BEGIN_DECLS

/* What a person has decided or the law: nobody can pass over it.  A theme that somebody took
 * their consent back from cannot be read any more, so it looks like one they never told. */
#define MUKANA_FIRM_REASONS                                                       \
  (1u << MUKANA_REASON_NOT_ACTIVE | 1u << MUKANA_REASON_NO_CONSENT |              \
   1u << MUKANA_REASON_RESTRICTED | 1u << MUKANA_REASON_NO_THEME |                \
   1u << MUKANA_REASON_NO_THEME_CONSENT | 1u << MUKANA_REASON_EXCLUDED_UNIT |     \
   1u << MUKANA_REASON_NOT_TOGETHER | 1u << MUKANA_REASON_NON_DISCLOSURE)

/* At whichever time of the request suits all who are asked together. */
#define MUKANA_TIME_THAT_FITS (-1)

/* One request and the rules, in a transaction of somebody else. */
typedef struct _MukanaJudging MukanaJudging;

MukanaJudging *mukana_judging_new        (MukanaDb       *db,
                                          MukanaLexicon  *lexicon,
                                          gint64          request_id,
                                          GError        **error);
void           mukana_judging_free       (MukanaJudging  *self);
gboolean       mukana_judging_add        (MukanaJudging  *self,
                                          gint64          person_id,
                                          GError        **error);
gint64         mukana_judging_find_way   (MukanaJudging  *self);
gboolean       mukana_judging_has_way    (MukanaJudging  *self,
                                          gint64          way);
MukanaReasons  mukana_judging_judge      (MukanaJudging  *self,
                                          guint           index,
                                          gint64          way);
MukanaPosition mukana_judging_position   (MukanaJudging  *self,
                                          guint           index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaJudging, mukana_judging_free)

G_END_DECLS
