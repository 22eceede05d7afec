#pragma once

#include "domain/mukana-request.h"
#include "services/mukana-lexicon.h"
#include "ui/kit/mukana-pill.h"

G_BEGIN_DECLS

char      *mukana_work_day             (MukanaDay      day);
char      *mukana_work_when            (MukanaDay      day,
                                        gint64         start_minute,
                                        gint64         end_minute);
char      *mukana_work_times           (GPtrArray     *times);
char      *mukana_work_hours           (gint64         minutes);
gint64     mukana_work_parse_hours     (const char    *text);
char      *mukana_work_reason          (const char * const *codes,
                                        const char    *code,
                                        const char    *words);
char      *mukana_work_notice          (gint64         hours);
char      *mukana_work_ago             (int            n_days);
char      *mukana_work_days_left       (MukanaDay      day,
                                        MukanaDay      today);
char      *mukana_work_people          (gint64         people,
                                        gint64         reserve);
char      *mukana_work_found           (gint64         n_found,
                                        gint64         n_needed,
                                        gint64         n_in_reserve);
char      *mukana_work_place           (MukanaLexicon *words,
                                        const char    *mode,
                                        const char    *municipality_code);

void       mukana_work_show_request    (MukanaPill    *pill,
                                        const char    *state);
void       mukana_work_show_proposal   (MukanaPill    *pill,
                                        const char    *state);
void       mukana_work_show_assignment (MukanaPill    *pill,
                                        const char    *state,
                                        const char    *attendance,
                                        MukanaDay      day,
                                        MukanaDay      today);

G_END_DECLS
