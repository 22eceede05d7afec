#pragma once

#include "base/mukana-record.h"
#include "store/mukana-job.h"
#include "store/mukana-people.h"

G_BEGIN_DECLS

/* A person as the list shows them. */
#define MUKANA_TYPE_PERSON_ROW (mukana_person_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPersonRow, mukana_person_row, MUKANA, PERSON_ROW, MukanaRecord)

struct _MukanaPersonRow
{
  MukanaRecord  parent_instance;

  gint64      id;
  const char *display_name;
  const char *initials;
  const char *state;
  const char *roles;              /* codes, separated by spaces */
  const char *themes;             /* ids whose consent holds, separated by spaces */
  const char *municipality_code;  /* NULL when not told or not to be told */
  MukanaDay   free_on;            /* next day they can; NONE: none soon */
  MukanaDay   last_on;            /* last took part */
  MukanaDay   asked_on;
  const char *consent;            /* "valid", "ending", "withdrawn", "ended", "restricted" … */
  MukanaDay   consent_on;         /* when it ends, was withdrawn or ended */
};

/* An organisation as the list shows it. */
#define MUKANA_TYPE_ORGANISATION_ROW (mukana_organisation_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaOrganisationRow, mukana_organisation_row, MUKANA, ORGANISATION_ROW,
                      MukanaRecord)

struct _MukanaOrganisationRow
{
  MukanaRecord  parent_instance;

  gint64      id;
  const char *name;
  const char *kind;
  const char *municipality_code;
  MukanaDay   agreement_from;
  MukanaDay   agreement_until;
  MukanaDay   last_contact_on;
};

/* A request as the list shows it. */
#define MUKANA_TYPE_REQUEST_ROW (mukana_request_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequestRow, mukana_request_row, MUKANA, REQUEST_ROW, MukanaRecord)

struct _MukanaRequestRow
{
  MukanaRecord  parent_instance;

  gint64      id;
  const char *reference;
  const char *title;
  const char *state;
  const char *method_code;
  const char *unit;
  const char *mode;
  const char *municipality_code;
  gint64      people;
  gint64      reserve;
  MukanaDay   first_day;
  gint64      first_start;        /* minutes */
  gint64      first_end;
  gint64      n_slots;
  gint64      n_found;
  gint64      n_in_reserve;    /* who have said yes to that */
  gint64      n_asked;
  MukanaDay   decide_by;
};

/* An assignment as the list shows it. */
#define MUKANA_TYPE_WORK_ROW (mukana_work_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaWorkRow, mukana_work_row, MUKANA, WORK_ROW, MukanaRecord)

struct _MukanaWorkRow
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  gint64      request_id;
  const char *display_name;
  const char *title;
  MukanaDay   day;
  gint64      start_minute;
  gint64      end_minute;
  const char *state;
  const char *attendance;
  gint64      planned_minutes;
  gint64      actual_minutes;
  gint64      fee_cents;
  gint64      n_feedback;
};

#define MUKANA_LIST_PAGE 64

/* A page of ids: at most MUKANA_LIST_PAGE of them. */
typedef struct
{
  gint64 ids[MUKANA_LIST_PAGE];
  guint  n_ids;
} MukanaIdPage;

/* What a list other than that of people is narrowed and ordered by. */
typedef struct
{
  char *needle;
  char *state;          /* of requests and assignments; also "waiting", "to-record", "coming" */
  char *kind;           /* of organisations */
  char *municipality;
  char *order;
  int   quiet_months;   /* of organisations: nothing logged in so many months; 0: whatever */
} MukanaListFilter;

MukanaListFilter *mukana_list_filter_copy (const MukanaListFilter *self);
void              mukana_list_filter_free (MukanaListFilter       *self);

/* Jobs that give a GArray of gint64.  People take a MukanaPeopleFilter, the
 * others a MukanaListFilter. */
extern const MukanaJob mukana_people_ids_job;
extern const MukanaJob mukana_organisations_ids_job;
extern const MukanaJob mukana_requests_ids_job;
extern const MukanaJob mukana_assignments_ids_job;

/* Jobs that take a MukanaIdPage and give a GPtrArray of row records, in any
 * order and without those that are gone. */
extern const MukanaJob mukana_people_rows_job;         /* MukanaPersonRow */
extern const MukanaJob mukana_organisations_rows_job;  /* MukanaOrganisationRow */
extern const MukanaJob mukana_requests_rows_job;       /* MukanaRequestRow */
extern const MukanaJob mukana_assignments_rows_job;    /* MukanaWorkRow */

GArray    *mukana_listing_ids  (MukanaDb               *db,
                                const char             *statement,
                                const MukanaListFilter *filter,
                                GError                **error);
GPtrArray *mukana_listing_rows (MukanaDb               *db,
                                const char             *statement,
                                GType                   type,
                                const MukanaIdPage     *page,
                                GError                **error);
GPtrArray *mukana_listing_people (MukanaDb             *db,
                                  const MukanaIdPage   *page,
                                  GError              **error);

G_END_DECLS
