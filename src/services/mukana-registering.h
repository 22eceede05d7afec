#pragma once

#include "domain/mukana-assignment.h"
#include "domain/mukana-attachment.h"
#include "domain/mukana-basis.h"
#include "domain/mukana-consent.h"
#include "domain/mukana-guardian.h"
#include "domain/mukana-organisation.h"
#include "domain/mukana-person-parts.h"
#include "domain/mukana-person.h"
#include "domain/mukana-purpose.h"
#include "domain/mukana-request.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Everything about one person, as their page shows it. */
typedef struct
{
  MukanaPerson *person;
  GPtrArray    *roles;         /* MukanaRoleTerm */
  GPtrArray    *themes;        /* MukanaExperience */
  GPtrArray    *consents;      /* MukanaConsent, oldest first */
  GPtrArray    *guardians;     /* MukanaGuardian, oldest first */
  GPtrArray    *attachments;   /* MukanaAttachment, newest first */
  GPtrArray    *purposes;      /* MukanaPurpose: on what each purpose rests */
  GPtrArray    *times;         /* MukanaFreeTime */
  GPtrArray    *own_weeks;     /* MukanaOwnWeek */
  GPtrArray    *absences;      /* MukanaAbsence */
  GPtrArray    *busy_times;    /* MukanaBusyTime, soonest first */
  GPtrArray    *credentials;   /* MukanaCredential */
  GPtrArray    *facts;         /* MukanaStatedFact; none for whoever may not see them */
  GPtrArray    *apart;         /* MukanaApart; none for whoever may not see them */
  GPtrArray    *notes;         /* MukanaNote, newest first */
  GPtrArray    *assignments;   /* MukanaAssignment, newest first */
  GPtrArray    *timeline;      /* MukanaEvent, newest first */
  GPtrArray    *rights;        /* MukanaRightsRequest, newest first */
  MukanaRights  may_ask;       /* what the basis of the register gives the person */
  gboolean      is_usable;     /* may be read for matching, inviting and export */
  gboolean      is_matchable;
  MukanaDay           ended_on;     /* the last day of a register consent that is over; or NONE */
  MukanaDay           erase_on;     /* and from when on the data may go; NONE: no rule says */
} MukanaPersonFile;

typedef struct
{
  MukanaDay   day;
  const char *kind;            /* static: "proposal", "assignment", "fee", "feedback", "consent" */
  char       *title;           /* of the request, or what the consent was for */
  const char *state;           /* interned code of the kind's own vocabulary */
  gint64      amount_cents;    /* of a fee; else 0 */
  gint64      record_id;
  char       *theme_id;        /* of a consent to a theme that the file tells; else NULL */
} MukanaEvent;

void mukana_person_file_free (MukanaPersonFile *self);

/* A person as they are told, and the consent that came with what they need to take part: both
 * are stored or none. */
typedef struct
{
  MukanaPerson  *person;
  MukanaConsent *to_support;   /* NULL: none was given */
} MukanaToldPerson;

MukanaToldPerson *mukana_told_person_new  (MukanaPerson     *person,
                                           MukanaConsent    *to_support);
void              mukana_told_person_free (MukanaToldPerson *self);

/* Jobs.  Those that take an id take a gint64 *. */
extern const MukanaJob mukana_person_file_job;          /* id -> MukanaPersonFile */
extern const MukanaJob mukana_person_save_job;          /* MukanaPerson -> gint64 * its id */
extern const MukanaJob mukana_person_tell_job;          /* MukanaToldPerson -> gint64 * its id */
extern const MukanaJob mukana_person_remove_job;        /* id -> NULL */
extern const MukanaJob mukana_person_restore_job;       /* id -> NULL */
extern const MukanaJob mukana_people_removed_job;       /* NULL -> GPtrArray of MukanaPerson: those
                                                         * out of sight, the last hundred */

/* Replaces all the parts of one kind that a person has. */
typedef struct
{
  gint64      person_id;
  const char *kind;            /* static: "roles", "themes", "times", "absences", "credentials" */
  GPtrArray  *parts;           /* owned */
} MukanaPartsChange;

MukanaPartsChange *mukana_parts_change_new  (gint64             person_id,
                                             const char        *kind,
                                             GPtrArray         *parts);
void               mukana_parts_change_free (MukanaPartsChange *self);
extern const MukanaJob mukana_person_parts_job;         /* MukanaPartsChange -> NULL */
extern const MukanaJob mukana_person_note_job;          /* MukanaNote with its person-id -> NULL */

gboolean   mukana_registering_change_parts (MukanaDb               *db,
                                         const MukanaPartsChange  *change,
                                         GError                  **error);
gboolean   mukana_registering_set_parts (MukanaDb                 *db,
                                         const MukanaPartsChange  *change,
                                         GError                  **error);

/* Everything about one organisation. */
typedef struct
{
  MukanaOrganisation *organisation;
  GPtrArray          *contacts;    /* MukanaContact */
  GPtrArray          *log;         /* MukanaLogEntry, newest first */
  GPtrArray          *agreements;  /* MukanaAgreement, beside the one of the organisation itself */
  GPtrArray          *statements;  /* MukanaStatementRequest, newest first */
  GPtrArray          *referrals;   /* MukanaReferralCount, newest first */
  GPtrArray          *memberships; /* MukanaGroupMembership, by the group's name */
  GPtrArray          *groups;      /* on reading only: MukanaCooperationGroup, all there are */
  GStrv               theme_ids;
} MukanaOrganisationFile;

void mukana_organisation_file_free (MukanaOrganisationFile *self);

extern const MukanaJob mukana_organisation_file_job;    /* id -> MukanaOrganisationFile */
extern const MukanaJob mukana_organisation_save_job;    /* MukanaOrganisationFile -> gint64 * */
extern const MukanaJob mukana_organisation_remove_job;  /* id -> NULL */
extern const MukanaJob mukana_organisation_restore_job; /* id -> NULL */
extern const MukanaJob mukana_contact_add_job;          /* MukanaContact -> gint64 *; with an id:
                                                           changed */
extern const MukanaJob mukana_contact_remove_job;       /* MukanaContact -> NULL */
extern const MukanaJob mukana_contact_restore_job;      /* MukanaContact -> NULL: there again */
extern const MukanaJob mukana_log_entry_add_job;        /* MukanaLogEntry -> gint64 * */

gint64   mukana_organisations_add   (MukanaDb            *db,
                                     MukanaOrganisation  *organisation,
                                     const char * const  *theme_ids,
                                     GError             **error);
gboolean mukana_organisations_save  (MukanaDb            *db,
                                     MukanaOrganisation  *organisation,
                                     const char * const  *theme_ids,
                                     GError             **error);
gint64   mukana_log_entries_add     (MukanaDb            *db,
                                     MukanaLogEntry      *entry,
                                     GError             **error);
gboolean mukana_organisations_index (MukanaDb            *db,
                                     gint64               id,
                                     GError             **error);

/* Everything about one request. */
typedef struct
{
  MukanaRequest *request;
  GPtrArray     *times;        /* MukanaRequestTime */
  GPtrArray     *themes;       /* MukanaRequestTheme */
  GPtrArray     *needs;        /* MukanaRequestNeed */
  GArray        *seats;        /* MukanaRoleSeats, with who agreed; filled on reading only */
  GPtrArray     *proposals;    /* MukanaProposalRow of mukana-proposing; filled on reading only */
  GPtrArray     *assignments;  /* MukanaAssignmentRow; filled on reading only */
  GPtrArray     *outcomes;     /* MukanaOutcome; filled on reading only */
  GPtrArray     *participants;  /* MukanaParticipants */
} MukanaRequestFile;

MukanaRequestFile *mukana_request_file_new  (void);
void               mukana_request_file_free (MukanaRequestFile *self);
gboolean           mukana_request_file_is_elsewhere (const MukanaRequestFile *self,
                                                     MukanaAssignment        *assignment);
GPtrArray         *mukana_request_file_seated (const MukanaRequestFile *self,
                                               gboolean                 is_reserve);

extern const MukanaJob mukana_request_file_job;         /* id -> MukanaRequestFile */
extern const MukanaJob mukana_request_save_job;         /* MukanaRequestFile -> gint64 * its id */
extern const MukanaJob mukana_request_remove_job;       /* id -> NULL */
extern const MukanaJob mukana_request_restore_job;      /* id -> NULL */

gboolean mukana_requests_check_nobody_agreed (MukanaDb           *db,
                                              gint64              id,
                                              GError            **error);
gboolean mukana_requests_index         (MukanaDb                 *db,
                                        gint64                    id,
                                        GError                  **error);
gint64 mukana_registering_save_request (MukanaDb                 *db,
                                        const MukanaRequestFile  *file,
                                        GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPersonFile, mukana_person_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaOrganisationFile, mukana_organisation_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaRequestFile, mukana_request_file_free)

G_END_DECLS
