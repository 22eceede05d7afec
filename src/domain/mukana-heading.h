#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a list is about. */
typedef enum
{
  MUKANA_LIST_UNKNOWN,
  MUKANA_LIST_PEOPLE,
  MUKANA_LIST_CONSENTS,
  MUKANA_LIST_AVAILABILITY,
  MUKANA_LIST_ABSENCES,
  MUKANA_LIST_PERSON_THEMES,
  MUKANA_LIST_ORGANISATIONS,
  MUKANA_LIST_REQUESTS,
  MUKANA_LIST_REQUEST_SLOTS,
  MUKANA_LIST_REQUEST_THEMES,
  MUKANA_LIST_ASSIGNMENTS,
  MUKANA_LIST_FEES,
  MUKANA_LIST_FEEDBACK,
  MUKANA_LIST_CONTACTS_LOG,
  MUKANA_LIST_THEMES,
  MUKANA_LIST_MUNICIPALITIES,
  MUKANA_N_LISTS
} MukanaListKind;

/* What stands in a column.  Remembered mappings hold the names, not the numbers. */
typedef enum
{
  MUKANA_COLUMN_NONE,
  MUKANA_COLUMN_ID,
  MUKANA_COLUMN_NAME,
  MUKANA_COLUMN_GIVEN_NAME,
  MUKANA_COLUMN_FAMILY_NAME,
  MUKANA_COLUMN_IDENTITY_CODE,         /* never taken in; named so that it can be refused */
  MUKANA_COLUMN_BIRTH_YEAR,
  MUKANA_COLUMN_BIRTH_DAY,             /* only the year is taken in */
  MUKANA_COLUMN_ROLE,
  MUKANA_COLUMN_EMAIL,
  MUKANA_COLUMN_PHONE,
  MUKANA_COLUMN_STREET,
  MUKANA_COLUMN_POSTAL_CODE,
  MUKANA_COLUMN_POST_OFFICE,
  MUKANA_COLUMN_MUNICIPALITY,
  MUKANA_COLUMN_MUNICIPALITY_CODE,
  MUKANA_COLUMN_LANGUAGES,
  MUKANA_COLUMN_CONTACT_LANGUAGE,
  MUKANA_COLUMN_REMOTE,
  MUKANA_COLUMN_MAX_KM,
  MUKANA_COLUMN_TRAINING,              /* a day, or yes or no */
  MUKANA_COLUMN_TRAINING_LEVEL,
  MUKANA_COLUMN_MONTHLY_CAP,
  MUKANA_COLUMN_FEE_CLASS,
  MUKANA_COLUMN_CHANNEL,
  MUKANA_COLUMN_THEMES,
  MUKANA_COLUMN_AVAILABILITY,
  MUKANA_COLUMN_CONSENT,               /* to be in the register */
  MUKANA_COLUMN_CONSENT_MATCHING,
  MUKANA_COLUMN_CONSENT_COMMUNICATION,
  MUKANA_COLUMN_CONSENT_MEDIA,
  MUKANA_COLUMN_ORGANISATION,
  MUKANA_COLUMN_ORGANISATION_ID,
  MUKANA_COLUMN_STATE,
  MUKANA_COLUMN_JOINED,
  MUKANA_COLUMN_ENDED,
  MUKANA_COLUMN_UPDATED,
  MUKANA_COLUMN_NON_DISCLOSURE,        /* turvakielto */
  MUKANA_COLUMN_NOTE,
  MUKANA_COLUMN_PERSON_ID,
  MUKANA_COLUMN_PURPOSE,
  MUKANA_COLUMN_GIVEN,
  MUKANA_COLUMN_EXPIRES,
  MUKANA_COLUMN_WITHDRAWN,
  MUKANA_COLUMN_SOURCE,
  MUKANA_COLUMN_WEEKDAY,
  MUKANA_COLUMN_START,
  MUKANA_COLUMN_END,
  MUKANA_COLUMN_FROM,
  MUKANA_COLUMN_UNTIL,
  MUKANA_COLUMN_REASON,
  MUKANA_COLUMN_THEME,
  MUKANA_COLUMN_PERSPECTIVE,
  MUKANA_COLUMN_LEVEL,
  MUKANA_COLUMN_BUSINESS_ID,
  MUKANA_COLUMN_WEB,
  MUKANA_COLUMN_KIND,
  MUKANA_COLUMN_CONTACT_PERSON,
  MUKANA_COLUMN_REQUEST_ID,
  MUKANA_COLUMN_ASSIGNMENT_ID,
  MUKANA_COLUMN_DATE,
  MUKANA_COLUMN_HOURS,
  MUKANA_COLUMN_PROPOSED,
  MUKANA_COLUMN_ANSWERED,
  MUKANA_COLUMN_SCORE,
  MUKANA_COLUMN_AMOUNT,
  MUKANA_COLUMN_KM,
  MUKANA_COLUMN_PASSENGERS,
  MUKANA_COLUMN_PAID,
  MUKANA_COLUMN_SIDE,
  MUKANA_COLUMN_RATING,
  MUKANA_COLUMN_TEXT,
  MUKANA_COLUMN_SUMMARY,
  MUKANA_COLUMN_NEXT_ACTION,
  MUKANA_COLUMN_AUTHOR,
  MUKANA_COLUMN_WEIGHT,
  MUKANA_COLUMN_REQUIRED,
  MUKANA_COLUMN_TITLE,
  MUKANA_COLUMN_TITLE_EN,
  MUKANA_COLUMN_UNIT,
  MUKANA_COLUMN_COUNTY,
  MUKANA_COLUMN_REQUESTER,
  MUKANA_COLUMN_REQUESTER_EMAIL,
  MUKANA_COLUMN_PEOPLE,
  MUKANA_COLUMN_RESERVE,
  MUKANA_COLUMN_METHOD,
  MUKANA_COLUMN_MODE,
  MUKANA_COLUMN_LANGUAGE,
  MUKANA_COLUMN_CREATED,
  MUKANA_COLUMN_DECIDE_BY,
  MUKANA_COLUMN_FEE,
  MUKANA_COLUMN_DESCRIPTION,
  MUKANA_COLUMN_SLOTS,
  MUKANA_COLUMN_PREPARATION_HOURS,
  MUKANA_COLUMN_VENUE,
  MUKANA_COLUMN_SPECIAL_NEEDS,
  MUKANA_COLUMN_AUDIENCE,
  MUKANA_COLUMN_PROJECT,
  MUKANA_COLUMN_CONTACT_ON_DAY,
  MUKANA_COLUMN_CAN_INFLUENCE,
  MUKANA_COLUMN_AFFECTED_GROUPS,
  MUKANA_COLUMN_INVITED_GROUPS,
  MUKANA_COLUMN_PREPARATION_PHASE,
  MUKANA_COLUMN_USE_OF_RESULTS,
  MUKANA_COLUMN_WAY_OF_TELLING,
  MUKANA_COLUMN_TESTING,
  MUKANA_COLUMN_WAY_OF_MEETING,
  MUKANA_COLUMN_BACKGROUND,            /* where a row comes from; several columns may */
  MUKANA_COLUMN_PARENT_ID,
  MUKANA_COLUMN_LABEL_FI,
  MUKANA_COLUMN_LABEL_SV,
  MUKANA_COLUMN_LABEL_EN,
  MUKANA_COLUMN_CODE,
  MUKANA_COLUMN_NAME_FI,
  MUKANA_COLUMN_NAME_SV,
  MUKANA_COLUMN_LATITUDE,
  MUKANA_COLUMN_LONGITUDE,
  MUKANA_COLUMN_POPULATION,
  /* At the end: the digest of a row that was taken in counts with the numbers. */
  MUKANA_COLUMN_CONSENT_THEMES,        /* to what the list's themes tell of health and the like */
  MUKANA_N_COLUMNS
} MukanaColumn;

typedef struct
{
  MukanaListKind  kind;
  int             row;        /* which of the rows holds the headings; -1 when none does */
  guint           n_columns;
  MukanaColumn   *columns;    /* one guess per column of that row */
} MukanaHeading;

MukanaHeading *mukana_heading_find          (const char * const * const *rows,
                                             guint                       n_rows);
void           mukana_heading_free          (MukanaHeading              *self);
int            mukana_heading_index         (const MukanaHeading *self,
                                             MukanaColumn         column);

MukanaColumn   mukana_column_guess          (const char                 *heading);
const char    *mukana_column_name           (MukanaColumn                column);
MukanaColumn   mukana_column_from_name      (const char                 *name);
const char    *mukana_column_label          (MukanaColumn                column);
gboolean       mukana_column_may_repeat     (MukanaColumn                column);

MukanaListKind mukana_list_kind_guess       (const MukanaColumn *columns,
                                             guint               n_columns);
void           mukana_list_kind_settle      (MukanaListKind  kind,
                                             MukanaColumn   *columns,
                                             guint           n_columns);
const char    *mukana_list_kind_name        (MukanaListKind              kind);
MukanaListKind mukana_list_kind_from_name   (const char                 *name);
const char    *mukana_list_kind_label       (MukanaListKind              kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaHeading, mukana_heading_free)

G_END_DECLS
