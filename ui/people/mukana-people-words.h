#pragma once

#include "domain/mukana-consent.h"
#include "services/mukana-lexicon.h"
#include "services/mukana-registering.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-timeline.h"

G_BEGIN_DECLS

char           *mukana_people_near_day     (MukanaDay         day,
                                            MukanaDay         today);
char           *mukana_people_role_words   (MukanaLexicon    *words,
                                            const char       *codes);

MukanaPillKind  mukana_people_consent_pill (const char       *standing,
                                            MukanaDay         day,
                                            MukanaDay         today,
                                            char            **label);
MukanaPillKind  mukana_people_state_pill   (const char       *state);
const char     *mukana_people_standing     (GPtrArray        *history,
                                            const char       *purpose,
                                            const char       *theme_id,
                                            MukanaDay         today,
                                            MukanaDay        *day);

MukanaTimelineKind mukana_people_event_kind  (const MukanaEvent *event);
char              *mukana_people_event_title (const MukanaEvent *event,
                                              MukanaLexicon     *words,
                                              char             **second_line);
char              *mukana_people_limits      (MukanaPerson      *person);

G_END_DECLS
