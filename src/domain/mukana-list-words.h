#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

/* Why a value of an imported list was not understood.  Both texts are static;
 * the sentence is English, marked for translation, and never quotes the value. */
typedef struct
{
  const char *code;       /* "day-unclear" … : stable, for --json */
  const char *sentence;
} MukanaListReason;

/* Every reader below: NULL, FALSE or -1 with *reason set when the text has no such
 * value, an empty text included ("empty").  Out parameters change only on success. */

gboolean     mukana_list_read_day         (const char               *text,
                                           MukanaDay                *day,
                                           const MukanaListReason  **reason);
gboolean     mukana_list_read_minute      (const char               *text,
                                           int                      *minute,
                                           const MukanaListReason  **reason);
gboolean     mukana_list_read_weekday     (const char               *text,
                                           int                      *weekday,
                                           const MukanaListReason  **reason);
gboolean     mukana_list_read_yes_no      (const char               *text,
                                           gboolean                 *is_yes,
                                           const MukanaListReason  **reason);
gboolean     mukana_list_read_whole       (const char               *text,
                                           int                       lowest,
                                           int                       highest,
                                           int                      *number,
                                           const MukanaListReason  **reason);
gboolean     mukana_list_read_km          (const char               *text,
                                           int                      *km,
                                           const MukanaListReason  **reason);
gboolean     mukana_list_read_hours       (const char               *text,
                                           int                      *minutes,
                                           const MukanaListReason  **reason);
gboolean     mukana_list_read_money       (const char               *text,
                                           gint64                   *amount_cents,
                                           const MukanaListReason  **reason);
char        *mukana_list_read_phone       (const char               *text,
                                           const MukanaListReason  **reason);
char        *mukana_list_read_email       (const char               *text,
                                           const MukanaListReason  **reason);
char        *mukana_list_read_business_id (const char               *text,
                                           const MukanaListReason  **reason);
gboolean     mukana_list_read_name        (const char               *text,
                                           const char               *email,
                                           char                    **given_name,
                                           char                    **family_name,
                                           gboolean                 *is_guess,
                                           const MukanaListReason  **reason);
gboolean     mukana_list_is_given_name    (const char           *word);
gboolean     mukana_list_is_identity_code (const char           *text);

/* Closed vocabularies: the answer is borrowed, a code of domain/mukana-codes.h. */
char       **mukana_list_read_languages         (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_language          (const char              *text,
                                                 const MukanaListReason **reason);
char       **mukana_list_read_roles             (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_person_state      (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_channel           (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_perspective       (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_purpose           (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_consent_way       (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_fee_mode          (const char              *text,
                                                 const MukanaListReason **reason);
char        *mukana_list_read_fee_class         (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_organisation_kind (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_request_state     (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_request_mode      (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_fee_kind          (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_fee_state         (const char              *text,
                                                 const MukanaListReason **reason);
const char  *mukana_list_read_side              (const char              *text,
                                                 const MukanaListReason **reason);
/* Method of domain's participation methods, as the registers' words for a request's kind. */
const char  *mukana_list_read_request_kind      (const char              *text,
                                                 const MukanaListReason **reason);
/* "needed" or "alternative". */
const char  *mukana_list_read_slot_kind         (const char              *text,
                                                 const MukanaListReason **reason);

/* What one word for the state of an assignment says about three things; NULL: nothing. */
typedef struct
{
  const char *proposal_state;
  const char *assignment_state;
  const char *attendance;
} MukanaListOutcome;

gboolean     mukana_list_read_outcome     (const char               *text,
                                           MukanaListOutcome        *outcome,
                                           const MukanaListReason  **reason);

typedef enum
{
  MUKANA_LIST_CONSENT_NONE,        /* said no, or never asked */
  MUKANA_LIST_CONSENT_GIVEN,
  MUKANA_LIST_CONSENT_WITHDRAWN,
} MukanaListConsentState;

typedef struct
{
  MukanaListConsentState state;
  MukanaDay              day;      /* when given or withdrawn; NONE: the cell does not say */
} MukanaListConsent;

gboolean     mukana_list_read_consent     (const char               *text,
                                           MukanaListConsent        *consent,
                                           const MukanaListReason  **reason);
gboolean     mukana_list_read_consent_end (const char               *text,
                                           MukanaDay                *day,
                                           const MukanaListReason  **reason);

G_END_DECLS
