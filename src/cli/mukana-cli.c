/* mukana-cli.c: the program mukana-cli: what was typed, and which command it is.
 *
 * Does what the window does, for scripts and for machines without a display,
 * through the same services.  Links no GTK.  Errors are one sentence on standard
 * error, in the language of the program, and never name anybody.
 */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "services/mukana-secret.h"

/* Where an option's value goes, and what help says of it. */
typedef struct
{
  const char *name;
  gsize       offset;
  gboolean    is_flag;
  const char *description;
  const char *value;        /* what help calls its value; NULL for a flag */
} Option;

#define SLOT(field) G_STRUCT_OFFSET (MukanaCliOptions, field)

/* Those that every command takes, */
static const Option common_options[] = {
  { "register", SLOT (place), FALSE, N_("The register to work on"), N_("FILE") },
  { "recovery-key-file", SLOT (key_file), FALSE,
    N_("Read the recovery key from FILE; with create, write it there"), N_("FILE") },
  { "json", SLOT (is_json), TRUE, N_("Print one JSON object"), NULL },
  { "lang", SLOT (language), FALSE, N_("The language of what is printed"), "fi|sv|en" },
  { "version", SLOT (version), TRUE, N_("Print the version of the program"), NULL },
};

/* and those that some do. */
static const Option own_options[] = {
  { "sheet", SLOT (sheet), FALSE, N_("The sheet of a workbook"), N_("NAME") },
  { "accept", SLOT (accept), TRUE, N_("Do what the dry run says"), NULL },
  { "asked", SLOT (asked), TRUE, N_("The person asked for it: it goes into the diary"), NULL },
  { "again", SLOT (again), TRUE, N_("Also what was done or who was asked already"), NULL },
  { "themes-covered", SLOT (themes_covered), TRUE,
    N_("The consents of the list cover the experience themes in it"), NULL },
  { "given", SLOT (given), TRUE, N_("Only what the person gave themself, to move elsewhere"),
    NULL },
  { "all", SLOT (tells_all), TRUE,
    N_("Tell all about the assignment, because the person asks for it"), NULL },
  { "plain", SLOT (is_plain), TRUE, N_("In plain language"), NULL },
  { "search", SLOT (search), FALSE, N_("Only what has these words"), N_("TEXT") },
  { "saved", SLOT (saved), FALSE, N_("Only those whom the saved search of that name finds"),
    N_("NAME") },
  { "where", SLOT (where), FALSE, N_("Only those whom these conditions and steps find"),
    "theme=ik.kot +role=peer -asked=3 &county=20" },
  { "free-on", SLOT (free_on), FALSE,
    N_("Only those who take part in matching and are free then: a day, or a day with hours"),
    "2027-02-03T12:00-16:00" },
  { "limit", SLOT (limit), FALSE, N_("At most so many"), N_("N") },
  { "top", SLOT (top), FALSE, N_("How many candidates to show"), N_("N") },
  { "why", SLOT (why), FALSE, N_("Tell what counts for and against one person"), N_("PERSON") },
  { "reason", SLOT (reason), FALSE,
    N_("Why the answer was no, something is cancelled, two are kept apart, or somebody is asked "
       "who does not fit"),
    N_("CODE") },
  { "drop", SLOT (drop), TRUE, N_("Take it back"), NULL },
  { "new", SLOT (is_new), TRUE, N_("Add the organisation under that name, when it is not there"),
    NULL },
  { "despite-clash", SLOT (despite_clash), FALSE,
    N_("Agree although the times clash, and keep this reason"), N_("TEXT") },
  { "despite-ceiling", SLOT (despite_ceiling), TRUE,
    N_("Propose although the fee is above a ceiling of their own"), NULL },
  { "hours", SLOT (hours), FALSE, N_("Hours worked"), N_("H") },
  { "km", SLOT (km), FALSE, N_("Kilometres driven"), N_("K") },
  { "passengers", SLOT (passengers), FALSE, N_("Passengers in the car"), N_("N") },
  { "attendance", SLOT (attendance), FALSE, N_("What happened on the day"),
    "full|part|no-show|cancelled" },
  { "public", SLOT (public_euros), FALSE, N_("Tickets of public transport"), N_("EUROS") },
  { "taxi", SLOT (taxi), FALSE, N_("What a taxi cost"), N_("EUROS") },
  { "taxi-reason", SLOT (taxi_reason), FALSE, N_("Why a taxi was needed"), N_("TEXT") },
  { "other", SLOT (other), FALSE, N_("Other expenses"), N_("EUROS") },
  { "receipt", SLOT (receipt), FALSE, N_("Which receipts show the costs"), N_("TEXT") },
  { "per-diem", SLOT (per_diem), FALSE, N_("A daily allowance"), "none|part|whole" },
  { "meals", SLOT (meals), FALSE, N_("Meal allowances"), N_("N") },
  { "notice", SLOT (notice), FALSE, N_("How long before it was cancelled"), N_("H") },
  { "from", SLOT (from), FALSE, N_("Whose feedback it is; in the calendar, the first day"),
    "expert|requester|DAY" },
  { "to", SLOT (to), FALSE, N_("The last day; of a list, the file: .pdf, .xlsx, else CSV"),
    N_("DAY|FILE") },
  { "from-calendar", SLOT (from_calendar), FALSE, N_("The person's own calendar (.ics)"),
    N_("FILE") },
  { "score", SLOT (score), FALSE, N_("A score from 0 to 10"), N_("N") },
  { "heard", SLOT (heard), FALSE, N_("Whether an expert was heard, 0 to 10"), N_("N") },
  { "aim", SLOT (aim), FALSE, N_("Whether the aim was clear, 0 to 10"), N_("N") },
  { "support", SLOT (support), FALSE, N_("Whether there was support enough, 0 to 10"), N_("N") },
  { "changed", SLOT (changed), FALSE, N_("What the unit changed"), N_("TEXT") },
  { "text", SLOT (text), FALSE, N_("What was said, found or done, or what another reason was"),
    N_("TEXT") },
  { "people", SLOT (people), FALSE, N_("How many people to make up"), N_("N") },
  { "seed", SLOT (seed), FALSE, N_("Which register to make up, or who comes first of equals"),
    N_("N") },
  { "apply", SLOT (apply), TRUE, N_("Propose what was planned"), NULL },
  { "person", SLOT (person), FALSE, N_("Of whom"), N_("PERSON") },
  { "request", SLOT (request), FALSE, N_("Of which request"), N_("REQUEST") },
  { "event", SLOT (event), FALSE, N_("The number of an event"), N_("EVENT") },
  { "next", SLOT (next), FALSE, N_("What is to be done next"), N_("TEXT") },
  { "who", SLOT (who), FALSE, N_("By whom"), N_("NAME") },
  { "from-list", SLOT (from_list), FALSE, N_("Read the list from FILE"), N_("FILE") },
  { "columns", SLOT (columns), FALSE, N_("What the headings of a list mean"),
    N_("HEADING=name;HEADING=diet") },
  { "email", SLOT (email), FALSE, N_("Whose address tells who it is; it is not kept"),
    N_("ADDRESS") },
  { "diet", SLOT (diet), FALSE, N_("What they eat"), N_("TEXT") },
  { "how", SLOT (how), FALSE, N_("How a request came"), "form|phone|meeting|email|other" },
  { "received", SLOT (received), FALSE, N_("The day on which a request came"), N_("DAY") },
  { "by", SLOT (by), FALSE, N_("By which day"), N_("DAY") },
  { "project", SLOT (project), FALSE, N_("Of which project"), N_("NAME") },
  { "protocol", SLOT (protocol), FALSE, N_("Plan, or draw, again what was applied"), N_("N") },
  { "size", SLOT (size), FALSE, N_("How many are drawn"), N_("N") },
  { "reserve", SLOT (reserve), FALSE, N_("How many are drawn as a reserve"), N_("N") },
  { "targets", SLOT (targets), FALSE, N_("What the panel is to be like"),
    N_("area:205=2-4;age:18-29=1-") },
  { "pdf", SLOT (pdf), FALSE, N_("Print it to FILE"), N_("FILE") },
  { "example", SLOT (example), TRUE, N_("Fill an empty programme with an example"), NULL },
};

typedef struct
{
  const char   *name;
  const char   *words;       /* as help shows them */
  guint         least, most; /* how many words */
  const char   *options;     /* its own, apart by spaces */
  gboolean      opens;       /* the register, before it runs */
  MukanaCliRun  run;
  const char   *summary;
} Command;

static const Command commands[] = {
  { "create", "", 0, 0, "", FALSE, mukana_cli_create, N_("make a register") },
  { "import", N_("FILE|FOLDER"), 1, 1, "sheet accept themes-covered", TRUE, mukana_cli_import,
    N_("say what a list would bring in; with --accept, bring it in") },
  { "today", "", 0, 0, "", TRUE, mukana_cli_today, N_("list what waits, with its day") },
  { "people", "", 0, 0, "search limit saved where free-on", TRUE, mukana_cli_people,
    N_("list people") },
  { "searches", "", 0, 0, "", TRUE, mukana_cli_searches,
    N_("list the saved searches of people, in a sentence each") },
  { "organisations", "", 0, 0, "search limit", TRUE, mukana_cli_organisations,
    N_("list organisations") },
  { "cooperation", "", 0, 0, "", TRUE, mukana_cli_cooperation,
    N_("tell what waits in cooperation with organisations, and the numbers of the year") },
  { "log", N_("ORGANISATION KIND TEXT"), 1, 3, "next who by new drop", TRUE, mukana_cli_log,
    N_("log cooperation of today, and what is next; with --drop and the number of a line, remove "
       "it") },
  { "done", N_("STEP"), 1, 1, "", TRUE, mukana_cli_done,
    N_("say that a next step of cooperation is done") },
  { "add", N_("KIND FIELD=VALUE…"), 1, G_MAXUINT, "", TRUE, mukana_cli_add,
    N_("add an agreement, an event, a point, a measure, a fee rule or another record") },
  { "change", N_("KIND NUMBER FIELD=VALUE…"), 3, G_MAXUINT, "", TRUE, mukana_cli_change,
    N_("change fields of a record that is there") },
  { "events", "", 0, 0, "", TRUE, mukana_cli_events,
    N_("list events and trainings with their times, places and numbers") },
  { "agenda", N_("EVENT"), 1, 1, "", TRUE, mukana_cli_agenda,
    N_("tell the agenda of an event, and what it was before it was changed") },
  { "registrations", N_("TIME"), 1, 1, "from-list columns accept to", TRUE,
    mukana_cli_registrations,
    N_("list who comes to a time of an event; or bring a list in, or write one") },
  { "register", N_("TIME [NAME]"), 1, 2, "email diet person again", TRUE, mukana_cli_register,
    N_("register somebody to a time of an event") },
  { "attended", N_("TIME [REGISTRATION…]"), 1, G_MAXUINT, "", TRUE, mukana_cli_attended,
    N_("record that those, or all, attended") },
  { "programme", "", 0, 0, "example pdf", TRUE, mukana_cli_programme,
    N_("list the measures of the programme and their newest numbers; with --pdf, write it for "
       "the committee") },
  { "report", N_("[YEAR|QUARTER/YEAR]"), 0, 1, "pdf to", TRUE, mukana_cli_report,
    N_("tell who was involved in a year or a quarter, what it cost, how evenly it was shared and "
       "what followed; with --pdf, write it") },
  { "requests", "", 0, 0, "search limit", TRUE, mukana_cli_requests, N_("list requests") },
  { "assignments", "", 0, 0, "search limit", TRUE, mukana_cli_assignments, N_("list assignments") },
  { "match", N_("REQUEST"), 1, 1, "top why", TRUE, mukana_cli_match, N_("find who fits, and why") },
  { "shortlist", N_("REQUEST [PERSON…]"), 1, G_MAXUINT, "to", TRUE, mukana_cli_shortlist,
    N_("put people on the blind shortlist of a request, list it, or write it for the unit") },
  { "tell-name", N_("CANDIDATE"), 1, 1, "", TRUE, mukana_cli_tell_name,
    N_("let the shortlist tell the name of a candidate who has said yes") },
  { "poll", N_("REQUEST [DAY FROM UNTIL]"), 1, 4, "", TRUE, mukana_cli_poll,
    N_("list the dates that candidates are asked about, or add one") },
  { "reply", N_("DATE CANDIDATE yes|maybe|no"), 3, 3, "", TRUE, mukana_cli_reply,
    N_("record whether a candidate can come on a date") },
  { "choose", N_("DATE"), 1, 1, "apply", TRUE, mukana_cli_choose,
    N_("make a date the time of its request; with --apply, propose it to those who can come") },
  { "plan", "", 0, 0, "apply seed protocol", TRUE, mukana_cli_plan,
    N_("plan people for all open requests; with --apply, propose it") },
  { "panel", N_("REQUEST"), 0, 1, "size reserve targets seed apply protocol pdf", TRUE,
    mukana_cli_panel,
    N_("draw a panel by lot from those who fit; with --apply, propose it to them") },
  { "sharing", "", 0, 0, "", TRUE, mukana_cli_sharing,
    N_("tell who is never asked, who carries much, and where a theme has nobody") },
  { "propose", N_("REQUEST PERSON…"), 2, G_MAXUINT, "reason text despite-ceiling", TRUE,
    mukana_cli_propose,
    N_("propose a request to people") },
  { "answer", N_("PROPOSAL accepted|declined|no-answer"), 2, 2, "reason text despite-clash", TRUE,
    mukana_cli_answer, N_("record an answer") },
  { "complete", N_("ASSIGNMENT"), 1, 1,
    "hours km passengers attendance public taxi taxi-reason other receipt per-diem meals notice "
    "reason text",
    TRUE, mukana_cli_complete,
    N_("record what was done, and work out the fee") },
  { "cancel", N_("assignment|request NUMBER [unit|person]"), 2, 3, "reason text", TRUE,
    mukana_cli_cancel,
    N_("cancel agreed work, or a request with all that is agreed for it") },
  { "fee-mode", N_("ASSIGNMENT MODE"), 2, 2, "", TRUE, mukana_cli_fee_mode,
    N_("say how an assignment is paid: fee, expenses, declined, volunteer, own-invoice, "
       "organisation-invoice") },
  { "move", N_("ASSIGNMENT DAY TIMES"), 3, 3, "despite-clash", TRUE, mukana_cli_move,
    N_("move an agreed assignment to another time") },
  { "demanding", N_("ASSIGNMENT"), 1, 1, "drop", TRUE, mukana_cli_demanding,
    N_("say that one assignment is demanding, whatever its request is; with --drop, that it is "
       "not") },
  { "support", "", 0, 0, "", TRUE, mukana_cli_support,
    N_("list what is to be arranged for assignments: interpreters, tickets, debriefings") },
  { "arranged", N_("TASK"), 1, 1, "", TRUE, mukana_cli_arranged,
    N_("say that support for an assignment is arranged") },
  { "receipt", N_("ASSIGNMENT FILE"), 2, 2, "", TRUE, mukana_cli_receipt,
    N_("attach a paper that shows what an assignment cost") },
  { "batches", "", 0, 0, "", TRUE, mukana_cli_batches,
    N_("list the batches of fees, and tell how many lines are in none") },
  { "gather", N_("TITLE"), 1, 1, "by", TRUE, mukana_cli_gather,
    N_("put the fees that wait into a new batch") },
  { "batch", N_("BATCH [check|approve|acknowledge|reopen|return]"), 1, 2, "reason", TRUE,
    mukana_cli_batch, N_("list the lines of a batch, or move it on") },
  { "identities", N_("[GROUND]"), 0, 1, "drop", TRUE, mukana_cli_identities,
    N_("tell whether the register keeps identity codes and accounts; let it on a ground, or "
       "remove all") },
  { "identity", N_("PERSON [show|change]"), 1, 2, "", TRUE, mukana_cli_identity,
    N_("tell by what payment knows a person, or change it to what standard input says "
       "(identity-code=…, account=…)") },
  { "payroll", N_("BATCH FILE"), 2, 2, "", TRUE, mukana_cli_payroll,
    N_("write an approved batch for the payroll (CSV or XLSX), and lock it") },
  { "correct", N_("LINE EUROS REASON"), 3, 3, "", TRUE, mukana_cli_correct,
    N_("correct a line that was sent, by a new line") },
  { "summary", N_("PERSON YEAR FILE"), 3, 3, "", TRUE, mukana_cli_summary,
    N_("write what a person was paid in a year (PDF), for that person") },
  { "limits", "", 0, 0, "", TRUE, mukana_cli_limits,
    N_("list who has nearly reached a ceiling of their own or a volunteer's tax-free sums") },
  { "budgets", N_("[YEAR]"), 0, 1, "", TRUE, mukana_cli_budgets,
    N_("list what units and projects mean to spend, and what of it is promised or gone") },
  { "budget", N_("UNIT YEAR ITEM EUROS"), 4, 4, "project", TRUE, mukana_cli_budget,
    N_("say what is planned for one cost item") },
  { "feedback", N_("ASSIGNMENT"), 1, 1, "from score heard aim support changed text again", TRUE,
    mukana_cli_feedback, N_("record feedback") },
  { "handle", N_("FEEDBACK"), 1, 1, "text", TRUE, mukana_cli_handle,
    N_("record what was done about feedback") },
  { "findings", "", 0, 0, "search limit", TRUE, mukana_cli_findings,
    N_("list what was found, and what followed") },
  { "finding", N_("REQUEST"), 1, 1, "text", TRUE, mukana_cli_finding, N_("record a finding") },
  { "followed", N_("FINDING adopted|partly|not"), 2, 2, "text", TRUE, mukana_cli_followed,
    N_("record what followed from a finding") },
  { "told", N_("REQUEST WHOM HOW"), 3, 3, "", TRUE, mukana_cli_told,
    N_("record that those who took part were told what followed") },
  { "invitation", N_("PROPOSAL FILE"), 2, 2, "", TRUE, mukana_cli_invitation,
    N_("write an invitation (PDF) in the language of who is invited") },
  { "paper", N_("ASSIGNMENT confirmation|commitment|certificate FILE"), 3, 3, "all", TRUE,
    mukana_cli_paper, N_("write a paper of an assignment (PDF) in the language of its person") },
  { "print", N_("consent-form|criminal-form|notice|record|assessment|diary FILE"), 2, 2, "plain",
    TRUE, mukana_cli_print,
    N_("write a form or a notice of data protection (PDF) in the language of --lang") },
  { "letters", N_("REQUEST FOLDER"), 2, 2, "", TRUE, mukana_cli_letters,
    N_("write to each who took part what followed") },
  { "stay", N_("[PERSON letter FILE|phone|stays|leaves]"), 0, 3, "", TRUE, mukana_cli_stay,
    N_("list who has not been heard of for long; ask one whether they stay, or record the "
       "answer") },
  { "renew", N_("[PERSON letter FILE|phone] | letters FOLDER"), 0, 3, "again", TRUE,
    mukana_cli_renew,
    N_("list whose consents are to be renewed; ask one, or write to all who were not asked yet") },
  { "withdraw", N_("PERSON PURPOSE"), 2, 2, "", TRUE, mukana_cli_withdraw,
    N_("withdraw a consent, and close what rested on it") },
  { "copy", N_("PERSON FOLDER"), 2, 2, "given", TRUE, mukana_cli_copy,
    N_("write a copy of all data about a person, for that person") },
  { "restrict", N_("PERSON"), 1, 1, "reason text drop", TRUE, mukana_cli_restrict,
    N_("restrict the processing of a person's data; with --drop, lift it") },
  { "object", N_("PERSON"), 1, 1, "reason text drop", TRUE, mukana_cli_object,
    N_("record that a person objects; with --drop, that they take it back") },
  { "erase", N_("PERSON"), 1, 1, "accept asked", TRUE, mukana_cli_erase,
    N_("tell what erasing a person takes and what stays; with --accept, erase") },
  { "diary", N_("[NUMBER answer DECISION|extend]"), 0, 3, "text", TRUE, mukana_cli_diary,
    N_("list what people asked for about their data, and what was answered; with a number, record "
       "an answer, or take two more months") },
  { "asks", N_("PERSON KIND | NAME CONTACT [KIND]"), 2, 3, "how received reason text", TRUE,
    mukana_cli_asks,
    N_("note what a person asks about their data, or somebody who is not in the register") },
  { "approve", N_("[NUMBER]"), 0, 1, "drop", TRUE, mukana_cli_approve,
    N_("list erasures that wait for another user; with a number, approve it, or drop it") },
  { "grant", N_("LOGIN"), 1, 1, "", TRUE, mukana_cli_grant,
    N_("let a login of the server work with a shared register") },
  { "revoke", N_("LOGIN"), 1, 1, "", TRUE, mukana_cli_revoke,
    N_("let a login of the server work with it no more") },
  { "apart", N_("PERSON PERSON"), 2, 2, "reason drop", TRUE, mukana_cli_apart,
    N_("say that two people are not placed together; with --drop, that they may be") },
  { "absences", N_("PERSON"), 1, 1, "from-calendar accept", TRUE, mukana_cli_absences,
    N_("tell when a person is away, or what busy times their calendar file would bring; with "
       "--accept, bring them") },
  { "calendar", N_("[FILE]"), 0, 1, "person request event from to", TRUE, mukana_cli_calendar,
    N_("list what takes place, or write a calendar file of a person's assignments or of the "
       "times of a request or an event") },
  { "setting", N_("NAME [VALUE]"), 1, 2, "", TRUE, mukana_cli_setting,
    N_("tell what the county has decided, or decide it") },
  { "check", "", 0, 0, "", TRUE, mukana_cli_check,
    N_("check the file, the journal, the search index and the fees") },
  { "day", "", 0, 0, "accept", TRUE, mukana_cli_day,
    N_("tell whether the register's day is that of this computer; with --accept, put it right") },
  { "journal", "", 0, 0, "search limit to", TRUE, mukana_cli_journal,
    N_("print the usage log, and check that nobody has changed it") },
  { "backup", N_("FOLDER"), 1, 1, "", TRUE, mukana_cli_backup,
    N_("make a backup, and read it to its end") },
  { "restore", N_("BACKUP"), 1, 1, "", FALSE, mukana_cli_restore,
    N_("put a backup in the place of the register, which is kept beside it") },
  { "demo", "", 0, 0, "people seed", FALSE, mukana_cli_demo,
    N_("make up a register and do the whole work on it") },
};

/* In plain "C" the LANGUAGE that was asked for does not hold; in C.UTF-8, which
 * every system has, it holds with glibc 2.36 and no longer with 2.41.  There the
 * words must be of some real locale, whichever: numbers and days stay as they are. */
static void
choose_locale (void)
{
  static const char * const real[] = { "fi_FI.UTF-8", "sv_FI.UTF-8", "sv_SE.UTF-8",
                                       "en_US.UTF-8", "en_GB.UTF-8" };

  if (setlocale (LC_ALL, "") == NULL || g_str_equal (setlocale (LC_MESSAGES, NULL), "C") ||
      g_str_equal (setlocale (LC_MESSAGES, NULL), "POSIX") || !g_get_charset (NULL))
    setlocale (LC_ALL, "C.UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (real) && g_getenv ("LANGUAGE") != NULL &&
                    g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "C."); i++)
    setlocale (LC_MESSAGES, real[i]);
}

/* Before options are read, because reading them already speaks. */
static void
choose_language (int    argc,
                 char **argv)
{
  /* The build's own, before the program is installed. */
  const char *given = g_getenv ("MUKANA_LOCALE_DIR");

  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--lang="))
      g_setenv ("LANGUAGE", argv[i] + strlen ("--lang="), TRUE);
    else if (g_str_equal (argv[i], "--lang") && i + 1 < argc)
      g_setenv ("LANGUAGE", argv[i + 1], TRUE);

  choose_locale ();
  bindtextdomain (GETTEXT_PACKAGE, given != NULL && *given != '\0' ? given : MUKANA_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static void
add_option (GArray           *entries,
            const Option     *option,
            MukanaCliOptions *options)
{
  GOptionEntry entry = {
    option->name, 0, 0, option->is_flag ? G_OPTION_ARG_NONE : G_OPTION_ARG_STRING,
    G_STRUCT_MEMBER_P (options, option->offset), _(option->description),
    option->value ? _(option->value) : NULL,
  };

  g_array_append_val (entries, entry);
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const Command *command = &commands[i];

      g_string_append_printf (text, "\n  %s", command->name);
      if (*command->words != '\0')
        g_string_append_printf (text, " %s", _(command->words));
      g_string_append_printf (text, "\n      %s", _(command->summary));
    }

  return g_string_free (text, FALSE);
}

static gboolean
read_options (MukanaCliOptions   *options,
              char             ***arguments,
              GError            **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_("COMMAND …"));
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_autofree char *summary = describe_commands ();

  for (guint i = 0; i < G_N_ELEMENTS (common_options); i++)
    add_option (entries, &common_options[i], options);
  for (guint i = 0; i < G_N_ELEMENTS (own_options); i++)
    add_option (entries, &own_options[i], options);

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, (GOptionEntry *) entries->data, NULL);
  return g_option_context_parse_strv (context, arguments, error);
}

static gboolean
is_given (const MukanaCliOptions *options,
          const Option           *option)
{
  if (option->is_flag)
    return G_STRUCT_MEMBER (gboolean, options, option->offset);

  return G_STRUCT_MEMBER (char *, options, option->offset) != NULL;
}

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

static gboolean
takes (const Command *command,
       const char    *option)
{
  g_auto (GStrv) own = g_strsplit (command->options, " ", -1);

  return g_strv_contains ((const char * const *) own, option);
}

static MukanaStatus
check_usage (MukanaCli     *cli,
             const Command *command)
{
  if (cli->n_words < command->least || cli->n_words > command->most)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Usage: %s %s %s"), "mukana-cli",
                              command->name, *command->words != '\0' ? _(command->words) : "");

  for (guint i = 0; i < G_N_ELEMENTS (own_options); i++)
    if (is_given (&cli->options, &own_options[i]) && !takes (command, own_options[i].name))
      return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("The command “%s” has no option --%s."),
                                command->name, own_options[i].name);

  if (cli->options.language != NULL &&
      !g_strv_contains ((const char * const[]) { "fi", "sv", "en", NULL }, cli->options.language))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("The languages are fi, sv and en."));

  return MUKANA_STATUS_DONE;
}

static MukanaStatus
run_command (MukanaCli     *cli,
             const Command *command)
{
  MukanaStatus status = check_usage (cli, command);

  if (status == MUKANA_STATUS_DONE && command->opens)
    status = mukana_cli_open (cli);
  if (status != MUKANA_STATUS_DONE)
    return status;

  if (cli->options.is_json)
    {
      cli->json = mukana_json_new ();
      mukana_json_begin_object (cli->json, NULL);
    }

  status = command->run (cli);

  if (cli->json != NULL)
    {
      mukana_json_end_object (cli->json);
      /* A command that was refused has said so; half an object helps nobody. */
      if (status == MUKANA_STATUS_DONE || g_str_equal (command->name, "check") ||
          g_str_equal (command->name, "journal"))
        printf ("%s\n", mukana_json_peek_text (cli->json));
    }

  return status;
}

static void
clear_options (MukanaCliOptions *options)
{
  for (guint i = 0; i < G_N_ELEMENTS (common_options); i++)
    if (!common_options[i].is_flag)
      g_free (G_STRUCT_MEMBER (char *, options, common_options[i].offset));
  for (guint i = 0; i < G_N_ELEMENTS (own_options); i++)
    if (!own_options[i].is_flag)
      g_free (G_STRUCT_MEMBER (char *, options, own_options[i].offset));
}

static void
clear_cli (MukanaCli *cli)
{
  if (cli->anchor != NULL)
    mukana_anchor_keep (cli->anchor);
  g_clear_object (&cli->anchor);
  if (cli->store != NULL)
    mukana_store_close (cli->store);
  g_clear_object (&cli->lexicon);
  g_clear_object (&cli->store);
  g_clear_object (&cli->clock);
  g_clear_pointer (&cli->json, mukana_json_free);
  clear_options (&cli->options);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MukanaCli, clear_cli)

static MukanaStatus
run (char ***arguments)
{
  g_auto (MukanaCli) cli = { 0 };
  g_autoptr (GError) error = NULL;
  const Command *command;

  if (!read_options (&cli.options, arguments, &error))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, "%s", error->message);

  if (cli.options.version)
    {
      printf ("mukana-cli %s\n", MUKANA_VERSION);
      return MUKANA_STATUS_DONE;
    }

  if ((*arguments)[1] == NULL)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say what to do; mukana-cli --help lists the commands."));
  if ((command = find_command ((*arguments)[1])) == NULL)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("There is no command %s; mukana-cli --help lists them."),
                              (*arguments)[1]);

  cli.clock = mukana_clock_new ();
  cli.words = *arguments + 2;
  cli.n_words = g_strv_length (cli.words);
  return run_command (&cli, command);
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) arguments = NULL;

  mukana_secret_hide_process ();
  choose_language (argc, argv);
  g_set_prgname ("mukana-cli");
  arguments = g_strdupv (argv);
  return (int) run (&arguments);
}
