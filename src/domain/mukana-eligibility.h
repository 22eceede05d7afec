#pragma once

#include "domain/mukana-match-request.h"

G_BEGIN_DECLS

/* Why a person is not proposed.  The order is the order in which reasons are
 * shown: first what the person has decided, then what is missing, then time. */
typedef enum
{
  MUKANA_REASON_NOT_ACTIVE,
  MUKANA_REASON_NO_CONSENT,
  MUKANA_REASON_RESTRICTED,
  MUKANA_REASON_NO_THEME,
  MUKANA_REASON_NO_THEME_CONSENT,
  MUKANA_REASON_ROLE,
  MUKANA_REASON_LANGUAGE,
  MUKANA_REASON_REFUSES,
  MUKANA_REASON_TRAINING,
  MUKANA_REASON_CONFIDENTIALITY,
  MUKANA_REASON_CHECK,
  MUKANA_REASON_EXCLUDED_UNIT,
  MUKANA_REASON_NOT_TOGETHER,
  MUKANA_REASON_NON_DISCLOSURE,
  MUKANA_REASON_AGE,
  MUKANA_REASON_TOO_FAR,
  MUKANA_REASON_NOTICE,
  MUKANA_REASON_NOT_FREE,
  MUKANA_REASON_ABSENT,
  MUKANA_REASON_CLASH,
  MUKANA_REASON_MONTHLY_CAP,
  MUKANA_REASON_FEE_CEILING,
} MukanaReason;

#define MUKANA_N_REASONS (MUKANA_REASON_FEE_CEILING + 1)

typedef guint32 MukanaReasons;      /* set: bit r is MukanaReason r; 0 means eligible */

/* What stands behind one reason, for the sentence.  What a number means is said
 * at the condition; unused ones are 0. */
typedef struct
{
  MukanaReason reason;
  int          kind;                /* which of the sentences of this reason */
  gint64       numbers[3];
} MukanaReasonNote;

MukanaReasons mukana_eligibility_judge  (const MukanaMatchRequest *request,
                                         const MukanaMatchFacts   *facts);
gboolean      mukana_eligibility_allows (const MukanaMatchRequest *request,
                                         const MukanaMatchFacts   *facts);
gboolean      mukana_eligibility_note   (const MukanaMatchRequest *request,
                                         const MukanaMatchFacts   *facts,
                                         MukanaReason              reason,
                                         MukanaReasonNote         *note);
int           mukana_eligibility_plan   (const MukanaMatchRequest *request,
                                         const MukanaMatchFacts   *facts,
                                         guint                    *n_possible);
const char   *mukana_reason_code        (MukanaReason              reason);
int           mukana_reason_from_code   (const char               *code);

G_END_DECLS
