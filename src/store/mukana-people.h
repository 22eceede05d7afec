#pragma once

#include <glib-object.h>

#include "domain/mukana-person-parts.h"
#include "domain/mukana-person.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

/* Who is free at a time: found at the door before the list is asked for, because only there may
 * everybody's times be compared.  See services/mukana-freeing. */
typedef struct
{
  char   *time;         /* mukana_free_span_format() */
  GArray *ids;          /* gint64, rising */
} MukanaFreePeople;

GPtrArray *mukana_free_people_new (void);

/* What a list of people is narrowed and ordered by; NULL means "any". */
typedef struct
{
  char *needle;         /* what was typed */
  char *state;          /* of mukana_person_states */
  char *role;
  char *theme;          /* the theme or any below it */
  char *municipality;
  char *consent;        /* "valid", "none", "ending" */
  char *asked;          /* proposed a request in the last so many months: "3" */
  char *county;         /* in which the municipality is */
  char *free;           /* who is free then: a time that is in @free_people */
  GPtrArray *free_people; /* MukanaFreePeople, of every time that is asked for; NULL: none is */
  GObject *matcher;     /* whoever finds those, for services/mukana-freeing; NULL: nobody need */
  char *steps;          /* what follows these: mukana_people_steps_parse() */
  char *order;          /* "name", "joined", "municipality" */
} MukanaPeopleFilter;

MukanaPeopleFilter *mukana_people_filter_copy (const MukanaPeopleFilter *self);
void                mukana_people_filter_free (MukanaPeopleFilter       *self);
MukanaPeopleFilter *mukana_people_filter_parse (const char              *conditions);
gboolean            mukana_people_filter_is_understood (const char       *conditions);
GPtrArray          *mukana_people_filter_times (const MukanaPeopleFilter *self);

MukanaPerson *mukana_people_get         (MukanaDb                  *db,
                                         gint64                     id,
                                         GError                   **error);
gint64        mukana_people_add         (MukanaDb                  *db,
                                         MukanaPerson              *person,
                                         GError                   **error);
gboolean      mukana_people_save        (MukanaDb                  *db,
                                         MukanaPerson              *person,
                                         GError                   **error);
GArray       *mukana_people_ids         (MukanaDb                  *db,
                                         const MukanaPeopleFilter  *filter,
                                         GError                   **error);
GPtrArray    *mukana_people_roles       (MukanaDb                  *db,
                                         gint64                     person_id,
                                         GError                   **error);
GPtrArray    *mukana_people_themes      (MukanaDb                  *db,
                                         gint64                     person_id,
                                         GError                   **error);
GPtrArray    *mukana_people_facts       (MukanaDb                  *db,
                                         gint64                     person_id,
                                         GError                   **error);
GPtrArray    *mukana_people_credentials (MukanaDb                  *db,
                                         gint64                     person_id,
                                         GError                   **error);
GPtrArray    *mukana_people_notes       (MukanaDb                  *db,
                                         gint64                     person_id,
                                         GError                   **error);
gboolean      mukana_people_add_note    (MukanaDb                  *db,
                                         gint64                     person_id,
                                         const char                *body,
                                         GError                   **error);
gboolean      mukana_people_index       (MukanaDb                  *db,
                                         gint64                     person_id,
                                         GError                   **error);

/* Rows that belong to somebody: inserts one with the person's id. */
gint64        mukana_people_add_part    (MukanaDb                  *db,
                                         const char                *statement,
                                         gint64                     person_id,
                                         gpointer                   part,
                                         GError                   **error);
GPtrArray    *mukana_people_parts       (MukanaDb                  *db,
                                         const char                *statement,
                                         gint64                     person_id,
                                         GType                      type,
                                         GError                   **error);
GArray       *mukana_ids_read           (MukanaQuery               *query,
                                         GError                   **error);

G_END_DECLS
