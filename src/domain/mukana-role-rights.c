/* mukana-role-rights.c: what each role of a local register sees and may do.
 *
 * One table, which the store asks before it runs a job and the window before it
 * shows a page or a deed.  On one machine a role is a convenience: whoever can
 * open the register file has its key, and so everything in it.  The program says so.
 *
 * What names no deed is the coordinator's, so that what is forgotten here is
 * hidden from the others rather than shown to them.
 */

#include "domain/mukana-role-rights.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char * const mukana_roles[] = { "coordinator", "hyte", "fees", "reader", "auditor", NULL };

#define BIT(deed) (1u << MUKANA_DEED_##deed)

static const struct
{
  const char *role;
  guint       deeds;
  const char *label;
  const char *description;
} rights[] = {
  { "coordinator", G_MAXUINT, N_("Coordinator"),
    N_("Sees and does everything, and names the users") },
  { "hyte", BIT (WORK_HERE) | BIT (SEE_WAITING) | BIT (CHANGE_ORGANISATIONS) |
    BIT (RECORD_FEEDBACK),
    N_("HYTE staff"), N_("Organisations and cooperation with them; no people") },
  { "fees", BIT (WORK_HERE) | BIT (SEE_WAITING) | BIT (SEE_PEOPLE) | BIT (RECORD_WORK) |
    BIT (SEE_IDENTITY),
    N_("Fees"), N_("Assignments and fees; of people the name and contact details") },
  { "reader", BIT (WORK_HERE) | BIT (SEE_WAITING) | BIT (SEE_PEOPLE),
    N_("Reader"), N_("Reads people, requests and organisations without sensitive data") },
  { "auditor", BIT (WORK_HERE) | BIT (READ_JOURNAL) | BIT (ACCOUNT),
    N_("Auditor"), N_("The log and the documents of accountability; no people") },
};

/* Pages by the words of their routes.  One that is not here is the coordinator's. */
static const struct
{
  const char *page;
  MukanaDeed  needs;
} pages[] = {
  { "today", MUKANA_DEED_SEE_WAITING },
  { "people", MUKANA_DEED_SEE_PEOPLE },
  { "person", MUKANA_DEED_SEE_PEOPLE },
  { "organisations", MUKANA_DEED_WORK_HERE },
  { "organisation", MUKANA_DEED_WORK_HERE },
  { "cooperation", MUKANA_DEED_WORK_HERE },
  { "events", MUKANA_DEED_WORK_HERE },
  { "attendance", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "requests", MUKANA_DEED_SEE_PEOPLE },
  { "request", MUKANA_DEED_SEE_PEOPLE },
  { "request-outcome", MUKANA_DEED_SEE_PEOPLE },
  { "request-form", MUKANA_DEED_CHANGE_REQUESTS },
  { "finding", MUKANA_DEED_MATCH },
  { "shortlist", MUKANA_DEED_MATCH },
  { "planning", MUKANA_DEED_MATCH },
  { "sharing", MUKANA_DEED_MATCH },
  { "panel", MUKANA_DEED_MATCH },
  { "assignments", MUKANA_DEED_SEE_PEOPLE },
  { "assignment", MUKANA_DEED_SEE_PEOPLE },
  { "calendar", MUKANA_DEED_WORK_HERE },
  { "fees", MUKANA_DEED_RECORD_WORK },
  { "fee-batch", MUKANA_DEED_RECORD_WORK },
  { "feedback", MUKANA_DEED_RECORD_FEEDBACK },
  { "programme", MUKANA_DEED_WORK_HERE },
  { "reports", MUKANA_DEED_WORK_HERE },
  { "log", MUKANA_DEED_WORK_HERE },
  { "statements", MUKANA_DEED_WORK_HERE },
  { "vocabularies", MUKANA_DEED_CHANGE_WORDS },
  { "import", MUKANA_DEED_KEEP_REGISTER },
  { "journal", MUKANA_DEED_READ_JOURNAL },
  { "accountability", MUKANA_DEED_ACCOUNT },
  { "users", MUKANA_DEED_NAME_USERS },
};

/* What a page's own list may be added to by; where it is not here, by whoever may open it. */
static const struct
{
  const char *page;
  MukanaDeed  needs;
} additions[] = {
  { "people", MUKANA_DEED_CHANGE_PEOPLE },
  { "organisations", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "cooperation", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "log", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "events", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "attendance", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "requests", MUKANA_DEED_CHANGE_REQUESTS },
};

/* Actions of pages, by how their names begin: the first that fits.  One that is not here may
 * be tried, and is refused where it is done. */
static const struct
{
  const char *prefix;
  MukanaDeed  needs;
} actions[] = {
  { "person.looks", MUKANA_DEED_READ_JOURNAL },
  { "person.history", MUKANA_DEED_SEE_SENSITIVE },
  { "person.propose", MUKANA_DEED_MATCH },
  { "person.why", MUKANA_DEED_MATCH },
  { "person.calendar", MUKANA_DEED_GIVE_OUT },
  { "person.", MUKANA_DEED_CHANGE_PEOPLE },
  { "stay.", MUKANA_DEED_CHANGE_PEOPLE },
  { "identity.", MUKANA_DEED_SEE_IDENTITY },
  { "organisation.history", MUKANA_DEED_WORK_HERE },
  { "organisation.", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "cooperation.shift", MUKANA_DEED_MATCH },
  { "cooperation.cancel-shift", MUKANA_DEED_MATCH },
  { "cooperation.", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "happening.", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "attendance.", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "programme.print", MUKANA_DEED_WORK_HERE },
  { "programme.", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "today.done", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "today.agreement", MUKANA_DEED_CHANGE_ORGANISATIONS },
  { "today.withdraw", MUKANA_DEED_CHANGE_PEOPLE },
  { "today.arranged", MUKANA_DEED_ARRANGE_SUPPORT },
  { "request.history", MUKANA_DEED_SEE_PEOPLE },
  { "request.open-assignment", MUKANA_DEED_SEE_PEOPLE },
  { "request.find", MUKANA_DEED_MATCH },
  { "request.panel", MUKANA_DEED_MATCH },
  { "request.shortlist", MUKANA_DEED_MATCH },
  { "request.accept", MUKANA_DEED_MATCH },
  { "request.decline", MUKANA_DEED_MATCH },
  { "request.no-answer", MUKANA_DEED_MATCH },
  { "request.add-outcome", MUKANA_DEED_RECORD_FEEDBACK },
  { "request.change-outcome", MUKANA_DEED_RECORD_FEEDBACK },
  { "request.participants", MUKANA_DEED_RECORD_FEEDBACK },
  { "request.day-of-all", MUKANA_DEED_RECORD_WORK },
  { "request.letters", MUKANA_DEED_GIVE_OUT },
  { "request.tell", MUKANA_DEED_RECORD_FEEDBACK },
  { "request.calendar", MUKANA_DEED_GIVE_OUT },
  { "request.invite", MUKANA_DEED_GIVE_OUT },
  { "request.", MUKANA_DEED_CHANGE_REQUESTS },
  { "assignment.print", MUKANA_DEED_GIVE_OUT },
  { "assignment.arranged", MUKANA_DEED_ARRANGE_SUPPORT },
  { "assignment.move", MUKANA_DEED_MATCH },
  { "assignment.demand", MUKANA_DEED_MATCH },
  { "assignment.cancel", MUKANA_DEED_MATCH },
  { "assignment.record", MUKANA_DEED_RECORD_WORK },
  { "assignment.change-feedback", MUKANA_DEED_RECORD_FEEDBACK },
  { "assignment.add-feedback", MUKANA_DEED_RECORD_FEEDBACK },
};

static int
find_role (const char *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    if (g_strcmp0 (rights[i].role, role) == 0)
      return (int) i;

  return -1;
}

/**
 * mukana_role_may:
 * @deed: %MUKANA_DEED_UNNAMED is what only a coordinator may
 */
gboolean
mukana_role_may (const char *role,
                 MukanaDeed  deed)
{
  int found = find_role (role);

  return found >= 0 && (rights[found].deeds & (1u << deed)) != 0;
}

/** mukana_role_may_open: @page: the word of its route */
gboolean
mukana_role_may_open (const char *role,
                      const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (strcmp (pages[i].page, page) == 0)
      return mukana_role_may (role, pages[i].needs);

  return mukana_role_may (role, MUKANA_DEED_UNNAMED);
}

/** mukana_role_may_add: @page: the word of its route */
gboolean
mukana_role_may_add (const char *role,
                     const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    if (strcmp (additions[i].page, page) == 0)
      return mukana_role_may (role, additions[i].needs);

  return mukana_role_may_open (role, page);
}

/** mukana_role_may_act: @action: of a page, "person.edit" */
gboolean
mukana_role_may_act (const char *role,
                     const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_has_prefix (action, actions[i].prefix))
      return mukana_role_may (role, actions[i].needs);

  return TRUE;
}

/** mukana_role_label: Returns: borrowed, a source string for gettext */
const char *
mukana_role_label (const char *role)
{
  int found = find_role (role);

  return found >= 0 ? rights[found].label : role;
}

/** mukana_role_describe: Returns: borrowed, a source string for gettext */
const char *
mukana_role_describe (const char *role)
{
  int found = find_role (role);

  return found >= 0 ? rights[found].description : "";
}

/**
 * mukana_role_of:
 * @n_users: how many are named in the register
 * @named: (nullable): the role of the one at hand, if they are
 *
 * With nobody named everybody coordinates, as in a small team.  Once somebody
 * is, who is not named reads: a renamed account must not lose the register.
 *
 * Returns: borrowed
 */
const char *
mukana_role_of (gint64      n_users,
                const char *named)
{
  int found = find_role (named);

  if (found >= 0)
    return rights[found].role;

  return n_users == 0 ? "coordinator" : "reader";
}

/**
 * mukana_role_only_reading:
 *
 * Where nothing can be written the journal cannot say who has looked at what is sensitive.
 *
 * Returns: static, what @role is there
 */
const char *
mukana_role_only_reading (const char *role)
{
  return mukana_role_may (role, MUKANA_DEED_SEE_PEOPLE) ? "reader" : role;
}

/**
 * mukana_role_sees_identity:
 * @n_of_fees: how many users are named to see to fees
 *
 * A coordinator sees identity codes and accounts only where nobody else is there for it: who
 * finds people for requests needs neither.
 */
gboolean
mukana_role_sees_identity (const char *role,
                           gint64      n_of_fees)
{
  return mukana_role_may (role, MUKANA_DEED_SEE_IDENTITY) &&
         (n_of_fees == 0 || g_strcmp0 (role, "fees") == 0);
}
