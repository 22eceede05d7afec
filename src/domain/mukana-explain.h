#pragma once

#include "domain/mukana-match-relief.h"

G_BEGIN_DECLS

/* Words that only the caller has, in the language shown.  The functions may
 * return NULL when they do not know.  Borrowed for the length of a call. */
typedef struct
{
  const char *language;             /* "fi", "sv" or "en": which label of a theme is used */
  const char *(*municipality) (const char *code, gpointer data);
  const char *(*role)         (const char *role_id, gpointer data);
  gpointer    data;
} MukanaExplainWords;

const char *mukana_explain_part_title   (MukanaPart                part);
const char *mukana_explain_part_letters (MukanaPart                part);
char       *mukana_explain_part         (const MukanaMatchRequest *request,
                                         const MukanaMatchFacts   *facts,
                                         const MukanaScore        *score,
                                         MukanaPart                part,
                                         const MukanaExplainWords *words);
const char *mukana_explain_reason_title (MukanaReason              reason);
char       *mukana_explain_hours        (MukanaDay                 day,
                                         int                       start_minute,
                                         int                       end_minute);
char       *mukana_explain_reason       (const MukanaMatchRequest *request,
                                         const MukanaMatchFacts   *facts,
                                         MukanaReason              reason,
                                         const MukanaExplainWords *words);
char       *mukana_explain_remedy       (const MukanaMatchRequest *request,
                                         const MukanaMatchRemedy  *remedy);
char       *mukana_explain_relief       (const MukanaMatchRequest *request,
                                         const MukanaMatchRelief  *relief);
char       *mukana_explain_relaxation   (const MukanaMatchRequest    *request,
                                         const MukanaMatchRelaxation *relaxation);
char       *mukana_explain_rise         (const MukanaMatchRequest *request,
                                         const MukanaMatchChange  *change,
                                         const MukanaScore        *risen);

G_END_DECLS
