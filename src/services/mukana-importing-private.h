#pragma once

/* mukana-importing-private.h: what the steps of an import share.
 *
 * A row becomes a draft: the records it would be, and how it fares.  Drafts are
 * made by the reading (…-people.c, …-parts.c, …-records.c), told apart from what the
 * register has by …-compare.c, written by …-accept.c, and changed by nobody once
 * the plan is out.
 */

#include "domain/mukana-consent.h"
#include "domain/mukana-list-match.h"
#include "domain/mukana-list-times.h"
#include "domain/mukana-list-words.h"
#include "domain/mukana-person-parts.h"
#include "domain/mukana-person.h"
#include "services/mukana-importing.h"
#include "services/mukana-lexicon.h"
#include "services/mukana-registering.h"

G_BEGIN_DECLS

typedef struct
{
  MukanaListKind  kind;
  char           *file;         /* its name, without the folder */
  char           *signature;    /* of its headings */
  MukanaTable    *table;
  guint           heading_row;  /* index; rows after it are data */
  guint           n_columns;
  MukanaColumn   *columns;
  gboolean        is_chosen;    /* somebody has looked at the columns */
} MukanaImportList;

struct _MukanaImportSource
{
  gatomicrefcount  n_refs;
  GPtrArray       *lists;       /* MukanaImportList, in the order they are read */
};

MukanaImportList   *mukana_import_source_list   (MukanaImportSource  *self,
                                                 guint                list);
MukanaImportSource *mukana_import_source_recall (MukanaImportSource  *self,
                                                 MukanaDb            *db,
                                                 GError             **error);
char               *mukana_import_list_mapping  (MukanaImportList    *self);

typedef enum
{
  PERSON_ROLES, PERSON_THEMES, PERSON_CONSENTS, PERSON_TIMES, PERSON_ABSENCES, PERSON_CREDENTIALS,
  N_PERSON_PARTS,
} PersonPart;

typedef struct _MukanaDraft MukanaDraft;

/* One row.  A part (a consent, a time …) has an owner and nothing of its own. */
struct _MukanaDraft
{
  MukanaImportItem  item;              /* what is shown of it; first, so that an item is a draft */
  char             *label;             /* these own what the item borrows */
  char             *fields;
  char             *other_label;

  MukanaDraft      *owner;             /* the person of a part, an assignment, a log entry … */
  MukanaDraft      *other;             /* the request, assignment or organisation it is about */
  gpointer          part;              /* borrowed: what of the owner's this row became */

  char             *ref;               /* the number it has in the list */
  char             *digest;            /* of its cells and its parts' */
  guint             number;            /* which of the plan's drafts it is */
  GChecksum        *checksum;          /* while it is being read */
  MukanaRecord     *record;            /* what would be stored; NULL when nothing can be */
  guint64           given;             /* what the list gave: bit n is field n of the record */
  GPtrArray        *parts[N_PERSON_PARTS];
  MukanaRequestFile *request;          /* of a request: its times, themes and needs */
  char            **theme_ids;         /* of an organisation */
  MukanaContact    *contact;           /* of an organisation */
  char             *organisation_ref;  /* of a person: whose contact person they are */
  GPtrArray        *notes;             /* char * */
  GString          *unkept;            /* "heading: value" lines */
  GString          *unkept_themes;     /* the same, of experience: nothing without a consent */
  gboolean          says_no;           /* of a person: the row says no to the register */
  MukanaListOutcome outcome;           /* of an assignment */
  MukanaConsent    *to_themes;         /* of a person: by a column of its own; NULL: no yes */
  gboolean          tells_of_themes;   /* there is such a column */
  MukanaDay         proposed_on;
  MukanaDay         answered_on;
  gint64            score;

  gint64            id;                /* in the register, when it is there already */
  gboolean          is_removed;        /* there, and taken out */
  GHashTable       *missing;           /* set of parts that the register does not have */
};

struct _MukanaImportPlan
{
  gatomicrefcount     n_refs;
  MukanaImportSource *source;
  MukanaImportOptions options;
  gint64              revision;        /* of the register that it was compared with */
  GPtrArray          *drafts;          /* MukanaDraft, one per row */
  GPtrArray          *problems;        /* MukanaImportProblem */
  MukanaImportCounts  counts[MUKANA_N_LISTS];
  guint               n_consents[MUKANA_IMPORT_N_PURPOSES];   /* people who would have it by this */
  MukanaLexicon      *lexicon;
};

/* While the rows are read. */
typedef struct
{
  MukanaImportPlan *plan;
  MukanaDay         today;
  int               year;
  MukanaWordList   *themes;
  MukanaWordList   *places;
  GHashTable       *by_ref[MUKANA_N_LISTS];   /* ref -> MukanaDraft */
  GHashTable       *told;                     /* what is said once per column */

  MukanaImportList *list;
  guint             list_number;
  guint             row;                      /* index in the table */
  int               at[MUKANA_N_COLUMNS];     /* where a meaning stands; -1 nowhere */
  MukanaDraft      *draft;                    /* of the row */
  MukanaDraft      *keeper;                   /* on whom notes are kept; NULL nobody */
} MukanaImportReader;

const char  *mukana_import_cell        (MukanaImportReader      *reader,
                                        MukanaColumn             column);
void         mukana_import_problem     (MukanaImportReader      *reader,
                                        MukanaColumn             column,
                                        const MukanaListReason  *reason);
void         mukana_import_problem_at  (MukanaImportReader      *reader,
                                        int                      column,
                                        const char              *value,
                                        const MukanaListReason  *reason,
                                        gboolean                 keep);
void         mukana_import_tell_once   (MukanaImportReader      *reader,
                                        MukanaColumn             column,
                                        const MukanaListReason  *reason);
void         mukana_import_refuse      (MukanaImportReader      *reader,
                                        MukanaColumn             column,
                                        const MukanaListReason  *reason);
void         mukana_import_refuse_draft (MukanaImportPlan       *plan,
                                        MukanaDraft             *draft,
                                        const MukanaListReason  *reason);
void         mukana_import_tell_draft  (MukanaImportPlan        *plan,
                                        MukanaDraft             *draft,
                                        const MukanaListReason  *reason);
MukanaDay    mukana_import_read_day    (MukanaImportReader      *reader,
                                        MukanaColumn             column);
char        *mukana_import_read_municipality (MukanaImportReader *reader);
void         mukana_draft_label        (MukanaDraft             *self,
                                        const char              *label);

void         mukana_import_read_person      (MukanaImportReader *reader);
void         mukana_import_read_person_part (MukanaImportReader *reader);
void         mukana_import_finish_person    (MukanaImportReader *reader,
                                             MukanaDraft        *person);
void         mukana_import_finish_theme     (MukanaImportPlan   *plan,
                                             MukanaDraft        *draft);
void         mukana_import_read_record      (MukanaImportReader *reader);
void         mukana_import_add_part         (MukanaDraft        *person,
                                             PersonPart          kind,
                                             gpointer            part);
MukanaDay    mukana_import_read_withdrawal  (MukanaImportReader *reader);
MukanaDay    mukana_import_read_expiry      (MukanaImportReader *reader);
void         mukana_import_read_consents    (MukanaImportReader *reader);
void         mukana_import_add_consent      (MukanaDraft        *person,
                                             MukanaConsent      *consent);

MukanaImportPlan *mukana_import_plan_again  (MukanaImportPlan   *self,
                                             MukanaDb           *db,
                                             GError            **error);
gboolean     mukana_importing_compare       (MukanaImportReader *reader,
                                             MukanaDb           *db,
                                             GCancellable       *cancellable,
                                             GError            **error);

/* What there is of a person in the register. */
typedef struct
{
  MukanaDb     *db;            /* of the job that loaded it */
  MukanaPerson *person;
  GPtrArray    *parts[N_PERSON_PARTS];
  GPtrArray    *notes;
  char         *secret;        /* of the digests of what was erased; NULL: nothing was */
} MukanaStoredPerson;

MukanaStoredPerson *mukana_stored_person_load (MukanaDb            *db,
                                               gint64               id,
                                               GError             **error);
void                mukana_stored_person_free (MukanaStoredPerson  *self);
MukanaPerson       *mukana_stored_person_with (MukanaStoredPerson  *self,
                                               MukanaDraft         *draft,
                                               gboolean             only_empty);
gboolean            mukana_stored_person_has  (MukanaStoredPerson  *self,
                                               MukanaDraft         *draft,
                                               PersonPart           kind,
                                               gpointer             part);

/* What becomes of a consent of the list beside those of the register. */
typedef enum
{
  CONSENT_KNOWN,      /* it is there, or a withdrawal stands against it */
  CONSENT_ADDED,
  CONSENT_ENDS,       /* the list knows of a withdrawal that the register does not */
} ConsentDeed;

ConsentDeed         mukana_stored_person_judge (MukanaStoredPerson *self,
                                                MukanaConsent      *listed);

/* Parts of organisations and requests that the register lacks. */
MukanaRecord       *mukana_import_merge_record (MukanaRecord       *stored,
                                                MukanaDraft        *draft,
                                                gboolean            only_empty);
char               *mukana_import_history_digest (MukanaDraft      *draft,
                                               gint64               owner_id,
                                               gint64               other_id);
gboolean            mukana_import_is_history  (MukanaListKind       kind);
MukanaKind          mukana_import_kind        (MukanaDraft         *draft);
#define MUKANA_IMPORT_DIGEST "digest"   /* the source under which digests are kept */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaStoredPerson, mukana_stored_person_free)

G_END_DECLS
