#pragma once

#include "base/mukana-json.h"
#include "cli/mukana-complaint.h"
#include "cli/mukana-grid.h"
#include "services/mukana-anchor.h"
#include "services/mukana-keyring.h"
#include "services/mukana-lexicon.h"
#include "store/mukana-store.h"
#include "services/mukana-righting-day.h"

G_BEGIN_DECLS

/* Options as they were typed; NULL where they were not. */
typedef struct
{
  char *place, *key_file, *language;
  char *sheet, *search, *limit, *top, *why, *reason, *despite_clash;
  char *hours, *km, *passengers, *attendance;
  char *public_euros, *taxi, *taxi_reason, *other, *receipt, *per_diem, *meals, *notice;
  char *from, *to, *score, *heard, *aim, *support, *changed, *text;
  char *people, *seed, *protocol;
  char *person, *request, *event;
  char *from_calendar;
  char *next, *who, *by, *project, *how, *received;
  char *from_list, *columns, *email, *diet;
  char *size, *reserve, *targets, *pdf, *saved, *where, *free_on;
  gboolean is_json, accept, apply, themes_covered, given, tells_all, is_plain, is_new, drop,
           despite_ceiling, example, version, again, asked;
} MukanaCliOptions;

/* One run of the program. */
typedef struct
{
  MukanaCliOptions  options;
  char            **words;     /* after the command */
  guint             n_words;
  MukanaClock      *clock;
  MukanaStore      *store;     /* open, for commands that need one */
  MukanaAnchor     *anchor;    /* keeps the newest link of its journal outside it */
  MukanaLexicon    *lexicon;   /* loaded when first asked for */
  MukanaJson       *json;      /* the object on standard output; NULL: words for people */
} MukanaCli;

/* What a command returns ends the program. */
typedef MukanaStatus (*MukanaCliRun) (MukanaCli *cli);

MukanaStatus mukana_cli_create        (MukanaCli *cli);
MukanaStatus mukana_cli_import        (MukanaCli *cli);
MukanaStatus mukana_cli_people        (MukanaCli *cli);
MukanaStatus mukana_cli_searches      (MukanaCli *cli);
MukanaStatus mukana_cli_organisations (MukanaCli *cli);
MukanaStatus mukana_cli_cooperation   (MukanaCli *cli);
MukanaStatus mukana_cli_log           (MukanaCli *cli);
MukanaStatus mukana_cli_done          (MukanaCli *cli);
MukanaStatus mukana_cli_today         (MukanaCli *cli);
MukanaStatus mukana_cli_limits        (MukanaCli *cli);
MukanaStatus mukana_cli_setting       (MukanaCli *cli);
MukanaStatus mukana_cli_add           (MukanaCli *cli);
MukanaStatus mukana_cli_change        (MukanaCli *cli);
MukanaStatus mukana_cli_events        (MukanaCli *cli);
MukanaStatus mukana_cli_agenda        (MukanaCli *cli);
MukanaStatus mukana_cli_registrations (MukanaCli *cli);
MukanaStatus mukana_cli_register      (MukanaCli *cli);
MukanaStatus mukana_cli_attended      (MukanaCli *cli);
MukanaStatus mukana_cli_programme     (MukanaCli *cli);
MukanaStatus mukana_cli_report        (MukanaCli *cli);
MukanaStatus mukana_cli_requests      (MukanaCli *cli);
MukanaStatus mukana_cli_assignments   (MukanaCli *cli);
MukanaStatus mukana_cli_match         (MukanaCli *cli);
MukanaStatus mukana_cli_plan          (MukanaCli *cli);
MukanaStatus mukana_cli_panel         (MukanaCli *cli);
MukanaStatus mukana_cli_sharing       (MukanaCli *cli);
MukanaStatus mukana_cli_shortlist     (MukanaCli *cli);
MukanaStatus mukana_cli_tell_name     (MukanaCli *cli);
MukanaStatus mukana_cli_poll          (MukanaCli *cli);
MukanaStatus mukana_cli_reply         (MukanaCli *cli);
MukanaStatus mukana_cli_choose        (MukanaCli *cli);
MukanaStatus mukana_cli_propose       (MukanaCli *cli);
MukanaStatus mukana_cli_answer        (MukanaCli *cli);
MukanaStatus mukana_cli_complete      (MukanaCli *cli);
MukanaStatus mukana_cli_cancel        (MukanaCli *cli);
MukanaStatus mukana_cli_fee_mode      (MukanaCli *cli);
MukanaStatus mukana_cli_demanding     (MukanaCli *cli);
MukanaStatus mukana_cli_move          (MukanaCli *cli);
MukanaStatus mukana_cli_support       (MukanaCli *cli);
MukanaStatus mukana_cli_arranged      (MukanaCli *cli);
MukanaStatus mukana_cli_batches       (MukanaCli *cli);
MukanaStatus mukana_cli_gather        (MukanaCli *cli);
MukanaStatus mukana_cli_batch         (MukanaCli *cli);
MukanaStatus mukana_cli_identities    (MukanaCli *cli);
MukanaStatus mukana_cli_identity      (MukanaCli *cli);
MukanaStatus mukana_cli_payroll       (MukanaCli *cli);
MukanaStatus mukana_cli_correct       (MukanaCli *cli);
MukanaStatus mukana_cli_receipt       (MukanaCli *cli);
MukanaStatus mukana_cli_summary       (MukanaCli *cli);
MukanaStatus mukana_cli_budgets       (MukanaCli *cli);
MukanaStatus mukana_cli_budget        (MukanaCli *cli);
MukanaStatus mukana_cli_feedback      (MukanaCli *cli);
MukanaStatus mukana_cli_handle        (MukanaCli *cli);
MukanaStatus mukana_cli_findings      (MukanaCli *cli);
MukanaStatus mukana_cli_finding       (MukanaCli *cli);
MukanaStatus mukana_cli_followed      (MukanaCli *cli);
MukanaStatus mukana_cli_told          (MukanaCli *cli);
MukanaStatus mukana_cli_invitation    (MukanaCli *cli);
MukanaStatus mukana_cli_paper         (MukanaCli *cli);
MukanaStatus mukana_cli_print         (MukanaCli *cli);
void         mukana_cli_tell_blanks   (MukanaCli *cli);
MukanaStatus mukana_cli_letters       (MukanaCli *cli);
MukanaStatus mukana_cli_renew         (MukanaCli *cli);
MukanaStatus mukana_cli_stay          (MukanaCli *cli);
MukanaStatus mukana_cli_withdraw      (MukanaCli *cli);
MukanaStatus mukana_cli_copy          (MukanaCli *cli);
MukanaStatus mukana_cli_restrict      (MukanaCli *cli);
MukanaStatus mukana_cli_object        (MukanaCli *cli);
MukanaStatus mukana_cli_erase         (MukanaCli *cli);
MukanaStatus mukana_cli_approve       (MukanaCli *cli);
MukanaStatus mukana_cli_asks          (MukanaCli *cli);
MukanaStatus mukana_cli_diary         (MukanaCli *cli);
MukanaStatus mukana_cli_grant         (MukanaCli *cli);
MukanaStatus mukana_cli_revoke        (MukanaCli *cli);
MukanaStatus mukana_cli_apart         (MukanaCli *cli);
MukanaStatus mukana_cli_absences      (MukanaCli *cli);
MukanaStatus mukana_cli_calendar      (MukanaCli *cli);
MukanaStatus mukana_cli_check         (MukanaCli *cli);
MukanaStatus mukana_cli_day           (MukanaCli *cli);
void         mukana_cli_tell_day_ahead (const MukanaDayAhead *ahead);
MukanaStatus mukana_cli_journal       (MukanaCli *cli);
MukanaStatus mukana_cli_backup        (MukanaCli *cli);
MukanaStatus mukana_cli_restore       (MukanaCli *cli);
MukanaStatus mukana_cli_demo          (MukanaCli *cli);

/* Opening. */
MukanaStatus mukana_cli_open          (MukanaCli     *cli);
char        *mukana_cli_dup_uri       (MukanaCli     *cli);
const char  *mukana_cli_actor         (void);
MukanaKeyState mukana_cli_find_kept_key (const char   *register_id,
                                        GBytes       **key);
MukanaStatus mukana_cli_find_key      (MukanaCli     *cli,
                                       const char    *register_id,
                                       GBytes       **key);

/* Speaking. */
void         mukana_cli_say           (const char    *format,
                                       ...) G_GNUC_PRINTF (1, 2);
void         mukana_cli_say_grid      (MukanaGrid    *grid);
MukanaStatus mukana_cli_end_list      (MukanaCli     *cli,
                                       MukanaGrid    *grid);
MukanaStatus mukana_cli_say_done      (MukanaCli     *cli,
                                       const char    *sentence);
MukanaStatus mukana_cli_fail          (const GError  *error);
MukanaStatus mukana_cli_refuse        (MukanaStatus   status,
                                       const char    *format,
                                       ...) G_GNUC_PRINTF (2, 3);

/* Understanding. */
gboolean     mukana_cli_read_number   (const char    *text,
                                       gint64         least,
                                       gint64         most,
                                       gint64        *number);
gboolean     mukana_cli_read_hundredths (const char  *text,
                                         gint64      *hundredths);
gboolean     mukana_cli_read_hours    (const char    *text,
                                       gint64        *minutes);
MukanaStatus mukana_cli_find_person   (MukanaCli     *cli,
                                       const char    *text,
                                       gint64        *id);
MukanaStatus mukana_cli_find_request  (MukanaCli     *cli,
                                       const char    *text,
                                       gint64        *id);
int          mukana_cli_find_score    (MukanaCli     *cli,
                                       gint64         request_id,
                                       gint64         person_id);

/* Words. */
MukanaLexicon *mukana_cli_lexicon     (MukanaCli     *cli,
                                       GError       **error);
char        *mukana_cli_dup_day       (MukanaDay      day);
void         mukana_cli_json_day      (MukanaCli     *cli,
                                       const char    *name,
                                       MukanaDay      day);

G_END_DECLS
