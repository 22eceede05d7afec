#pragma once

/* A register in which requests look for people, and the matcher that finds them. */

#include "kit/mukana-test.h"
#include "services/mukana-matching.h"
#include "services/mukana-registering.h"

G_BEGIN_DECLS

typedef struct
{
  MukanaTestRegister *place;
  MukanaMatcher      *matcher;
} Seeking;

#define REQUEST_DAY mukana_day_new (2026, 12, 10)   /* a Thursday */

void               seeking_set_up      (Seeking         *fixture,
                                        gconstpointer    data);
void               seeking_tear_down   (Seeking         *fixture,
                                        gconstpointer    data);
gpointer           seeking_run         (Seeking         *fixture,
                                        const MukanaJob *job,
                                        gpointer         arg);
gint64             seeking_take_id     (gpointer         result);
void               seeking_give        (Seeking         *fixture,
                                        gint64           person_id,
                                        const char      *purpose,
                                        const char      *theme_id);
void               seeking_set_part    (Seeking         *fixture,
                                        gint64           person_id,
                                        const char      *kind,
                                        gpointer         part);
gint64             seeking_add_person  (Seeking         *fixture,
                                        MukanaPerson    *person,
                                        int              start_minute);
MukanaRequestFile *seeking_new_request (const char      *title,
                                        int              people,
                                        int              start_hour);
gint64             seeking_add_request (Seeking         *fixture,
                                        const char      *title,
                                        int              people,
                                        int              start_hour);
gint64             seeking_give_shift  (Seeking         *fixture,
                                        gint64           person_id,
                                        MukanaDay        day,
                                        int              start_minute,
                                        int              end_minute);
gint64             seeking_agree       (Seeking         *fixture,
                                        gint64           request_id,
                                        gint64           person_id);

G_END_DECLS
