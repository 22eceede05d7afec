/* mukana-journal-action.c: every deed that the journal knows, in words.
 *
 * A closed vocabulary: a lint sees to it that whatever the program writes into the
 * journal stands here.  Names are stored and never change; a word for a name that
 * is no longer written stays, because rows of it do.
 */

#include "domain/mukana-journal-action.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char      *name;
  MukanaDeedGroup  group;
  const char      *label;
} Action;

static const Action actions[] = {
  { "looking.person", MUKANA_DEEDS_LOOKS, N_("Looked at a person") },
  { "looking.people", MUKANA_DEEDS_LOOKS, N_("Looked at the list of people") },
  { "looking.identity", MUKANA_DEEDS_LOOKS,
    N_("Looked at the identity code and account number of a person") },
  { "looking.document", MUKANA_DEEDS_LOOKS, N_("Opened a document of a person") },
  { "looking.assignment", MUKANA_DEEDS_LOOKS, N_("Looked at an assignment") },
  { "looking.support", MUKANA_DEEDS_LOOKS, N_("Looked at the support to be arranged") },
  { "looking.feedback", MUKANA_DEEDS_LOOKS, N_("Looked at the feedback") },
  { "looking.due", MUKANA_DEEDS_LOOKS, N_("Looked at what is kept too long") },
  { "looking.history", MUKANA_DEEDS_LOOKS, N_("Looked at the history of a record") },
  { "looking.journal", MUKANA_DEEDS_LOOKS, N_("Looked at the log") },
  { "looking.search", MUKANA_DEEDS_SEARCHES, N_("Searched people by words") },
  { "looking.themes", MUKANA_DEEDS_SEARCHES, N_("Searched people by theme") },
  { "looking.match", MUKANA_DEEDS_SEARCHES, N_("Searched people for a request") },
  { "looking.shortlist", MUKANA_DEEDS_SEARCHES, N_("Looked at the shortlist of a request") },
  { "looking.plan", MUKANA_DEEDS_SEARCHES, N_("Planned people for all open requests") },
  { "looking.panel", MUKANA_DEEDS_SEARCHES, N_("Drew a panel by lot") },
  { "looking.sharing", MUKANA_DEEDS_SEARCHES, N_("Looked at how the work is shared") },

  { "people.add", MUKANA_DEEDS_CHANGES, N_("Added a person") },
  { "people.save", MUKANA_DEEDS_CHANGES, N_("Changed a person") },
  { "registering.set-parts", MUKANA_DEEDS_CHANGES, N_("Changed what belongs to a person") },
  { "registering.note", MUKANA_DEEDS_CHANGES, N_("Wrote a note") },
  { "identifying.save", MUKANA_DEEDS_CHANGES,
    N_("Changed the identity code or account number of a person") },
  { "apart.keep", MUKANA_DEEDS_CHANGES, N_("Said that two people are not placed together") },
  { "apart.drop", MUKANA_DEEDS_CHANGES, N_("Said that two people may be placed together") },
  { "organisations.add", MUKANA_DEEDS_CHANGES, N_("Added an organisation") },
  { "organisations.save", MUKANA_DEEDS_CHANGES, N_("Changed an organisation") },
  { "organisations.add-contact", MUKANA_DEEDS_CHANGES, N_("Added a contact person") },
  { "organisations.save-contact", MUKANA_DEEDS_CHANGES, N_("Changed a contact person") },
  { "cooperating.save", MUKANA_DEEDS_CHANGES,
    N_("Changed what is agreed or counted in cooperation") },
  { "cooperating.drop", MUKANA_DEEDS_REMOVALS,
    N_("Removed what was agreed or counted in cooperation") },
  { "cooperating.done", MUKANA_DEEDS_WORK, N_("Did the next step of cooperation") },
  { "cooperating.not-done", MUKANA_DEEDS_WORK, N_("Took back that a next step was done") },
  { "organisations.drop-contact", MUKANA_DEEDS_CHANGES, N_("Removed a contact person") },
  { "organisations.add-log", MUKANA_DEEDS_CHANGES, N_("Recorded cooperation") },
  { "requests.add", MUKANA_DEEDS_CHANGES, N_("Added a request") },
  { "requests.save", MUKANA_DEEDS_CHANGES, N_("Changed a request") },

  { "consenting.give", MUKANA_DEEDS_CONSENTS, N_("Recorded a consent") },
  { "consenting.withdraw", MUKANA_DEEDS_CONSENTS, N_("Withdrew a consent") },
  { "consenting.expire", MUKANA_DEEDS_CONSENTS,
    N_("Took back what was proposed: the consent had ended") },
  { "consenting.forget-support", MUKANA_DEEDS_REMOVALS,
    N_("Erased support needs: the consent had ended") },
  { "consenting.tell-how", MUKANA_DEEDS_CONSENTS, N_("Wrote how a withdrawal was told") },
  { "consenting.add-text", MUKANA_DEEDS_CONSENTS, N_("Added a version of a consent text") },
  { "guarding.give", MUKANA_DEEDS_CONSENTS, N_("Recorded a guardian's consent") },
  { "guarding.withdraw", MUKANA_DEEDS_CONSENTS, N_("Withdrew a guardian's consent") },
  { "purposing.set-basis", MUKANA_DEEDS_CONSENTS, N_("Changed a legal basis") },
  { "staying.ask", MUKANA_DEEDS_CONSENTS, N_("Asked a person whether they stay") },
  { "staying.answer", MUKANA_DEEDS_CONSENTS, N_("Recorded whether a person stays") },
  { "staying.unask", MUKANA_DEEDS_CONSENTS,
    N_("Took back that a person was asked whether they stay") },
  { "staying.unanswer", MUKANA_DEEDS_CONSENTS, N_("Took back that a person stays") },
  { "attaching.add", MUKANA_DEEDS_CHANGES, N_("Attached a document") },
  { "attaching.remove", MUKANA_DEEDS_REMOVALS, N_("Removed an attached document") },

  { "proposing.propose", MUKANA_DEEDS_WORK, N_("Proposed a request to a person") },
  { "shortlisting.add", MUKANA_DEEDS_WORK, N_("Put a person on a shortlist") },
  { "shortlisting.drop", MUKANA_DEEDS_WORK, N_("Took a person off a shortlist") },
  { "shortlisting.note", MUKANA_DEEDS_WORK, N_("Wrote a note on a candidate") },
  { "polling.add-day", MUKANA_DEEDS_WORK, N_("Added a date to a poll") },
  { "polling.drop-day", MUKANA_DEEDS_WORK, N_("Took a date off a poll") },
  { "polling.answer", MUKANA_DEEDS_WORK, N_("Recorded whether a person can come on a date") },
  { "polling.choose", MUKANA_DEEDS_WORK, N_("Chose the date of a request") },
  { "polling.unchoose", MUKANA_DEEDS_WORK, N_("Took back the choice of a date") },
  { "planning.apply", MUKANA_DEEDS_WORK, N_("Proposed what was planned for all requests") },
  { "volunteering.add", MUKANA_DEEDS_WORK, N_("Agreed on a volunteer's shift") },
  { "volunteering.drop", MUKANA_DEEDS_WORK, N_("Cancelled a volunteer's shift") },
  { "panelling.keep", MUKANA_DEEDS_WORK, N_("Proposed a request to a panel drawn by lot") },
  { "proposing.answer", MUKANA_DEEDS_WORK, N_("Recorded an answer") },
  { "proposing.take-back", MUKANA_DEEDS_WORK,
    N_("Took back that a request was proposed to a person") },
  { "proposing.take-in", MUKANA_DEEDS_WORK, N_("Took somebody in from the reserve") },
  { "proposing.put-back", MUKANA_DEEDS_WORK, N_("Put somebody back in reserve") },
  { "proposing.unanswer", MUKANA_DEEDS_WORK, N_("Took back an answer that was recorded") },
  { "proposing.agree", MUKANA_DEEDS_WORK, N_("Agreed on an assignment") },
  { "assigning.complete", MUKANA_DEEDS_WORK, N_("Recorded what was done") },
  { "assigning.cancel", MUKANA_DEEDS_WORK, N_("Cancelled an assignment") },
  { "assigning.uncancel", MUKANA_DEEDS_WORK,
    N_("Took back that an assignment was cancelled or recorded") },
  { "cancelling.request", MUKANA_DEEDS_WORK, N_("Cancelled a request") },
  { "cancelling.request-back", MUKANA_DEEDS_WORK, N_("Took back that a request was cancelled") },
  { "assigning.move", MUKANA_DEEDS_WORK, N_("Moved an assignment to another time") },
  { "supporting.done", MUKANA_DEEDS_WORK, N_("Arranged support") },
  { "supporting.undone", MUKANA_DEEDS_WORK, N_("Said that support is still to be arranged") },
  { "supporting.demand", MUKANA_DEEDS_WORK, N_("Said whether an assignment is demanding") },
  { "attending.register", MUKANA_DEEDS_WORK, N_("Registered to an event") },
  { "attending.change", MUKANA_DEEDS_WORK, N_("Changed a registration to an event") },
  { "attending.drop", MUKANA_DEEDS_WORK, N_("Removed a registration to an event") },
  { "attending.attended", MUKANA_DEEDS_WORK, N_("Recorded attendance at an event") },
  { "attending.missed", MUKANA_DEEDS_WORK, N_("Took back attendance at an event") },
  { "paying.add", MUKANA_DEEDS_WORK, N_("Worked out a fee") },
  { "feedbacks.add", MUKANA_DEEDS_WORK, N_("Recorded feedback") },
  { "feedbacks.save", MUKANA_DEEDS_WORK, N_("Corrected feedback") },
  { "feedbacks.drop", MUKANA_DEEDS_REMOVALS, N_("Removed feedback") },
  { "outcomes.add", MUKANA_DEEDS_WORK, N_("Recorded what followed") },
  { "outcomes.save", MUKANA_DEEDS_WORK, N_("Changed what followed") },
  { "participants.add", MUKANA_DEEDS_WORK, N_("Recorded what participants answered") },
  { "participants.save", MUKANA_DEEDS_WORK, N_("Corrected what participants answered") },
  { "participants.drop", MUKANA_DEEDS_REMOVALS, N_("Removed what participants answered") },
  { "log.save", MUKANA_DEEDS_WORK, N_("Corrected a line of cooperation") },
  { "log.drop", MUKANA_DEEDS_REMOVALS, N_("Removed a line of cooperation") },
  { "log.restore", MUKANA_DEEDS_REMOVALS, N_("Brought a line of cooperation back") },
  { "hearing.tell", MUKANA_DEEDS_WORK, N_("Told participants what followed") },
  { "renewing.ask", MUKANA_DEEDS_CONSENTS, N_("Asked a person to consent anew") },
  { "renewing.unask", MUKANA_DEEDS_CONSENTS,
    N_("Took back that a person was asked to consent anew") },
  { "hearing.handle", MUKANA_DEEDS_WORK, N_("Handled feedback") },

  { "giving-out.contacts", MUKANA_DEEDS_GIVEN_OUT, N_("Took addresses to write to") },
  { "giving-out.addresses", MUKANA_DEEDS_GIVEN_OUT, N_("Copied the address to write to") },
  { "giving-out.list", MUKANA_DEEDS_GIVEN_OUT, N_("Exported a list of people") },
  { "giving-out.listed", MUKANA_DEEDS_GIVEN_OUT, N_("Exported in a list of people") },
  { "giving-out.calendar", MUKANA_DEEDS_GIVEN_OUT, N_("Wrote a calendar file") },
  { "staying.print", MUKANA_DEEDS_GIVEN_OUT,
    N_("Printed a letter that asks a person whether they stay") },
  { "renewing.print", MUKANA_DEEDS_GIVEN_OUT,
    N_("Printed a letter that asks a person to consent anew") },
  { "hearing.letters", MUKANA_DEEDS_GIVEN_OUT, N_("Wrote a letter on what followed") },
  { "shortlisting.print", MUKANA_DEEDS_GIVEN_OUT, N_("Gave a unit its blind shortlist") },
  { "shortlisting.release", MUKANA_DEEDS_GIVEN_OUT, N_("Told a unit the name of a candidate") },
  { "inviting.print", MUKANA_DEEDS_GIVEN_OUT, N_("Printed an invitation") },
  { "assigning.print-confirmation", MUKANA_DEEDS_GIVEN_OUT,
    N_("Printed a confirmation of an assignment") },
  { "assigning.print-commitment", MUKANA_DEEDS_GIVEN_OUT,
    N_("Printed a confidentiality commitment") },
  { "assigning.print-certificate", MUKANA_DEEDS_GIVEN_OUT,
    N_("Printed a certificate of participation") },
  { "attending.write", MUKANA_DEEDS_GIVEN_OUT, N_("Exported a list of who comes to an event") },
  { "exporting.journal", MUKANA_DEEDS_GIVEN_OUT, N_("Printed or exported the log") },
  { "papers.programme", MUKANA_DEEDS_GIVEN_OUT, N_("Printed the programme") },
  { "papers.report", MUKANA_DEEDS_GIVEN_OUT, N_("Printed a report of a time") },
  { "summaries.fees", MUKANA_DEEDS_GIVEN_OUT, N_("Printed a summary of fees for the person") },
  { "papers.consent-form", MUKANA_DEEDS_GIVEN_OUT, N_("Printed a consent form") },
  { "papers.panel-protocol", MUKANA_DEEDS_GIVEN_OUT,
    N_("Printed the protocol of a panel drawn by lot") },
  { "papers.privacy-notice", MUKANA_DEEDS_GIVEN_OUT, N_("Printed the privacy notice") },
  { "backing-up.make", MUKANA_DEEDS_GIVEN_OUT, N_("Made a backup") },
  { "backing-up.drop", MUKANA_DEEDS_REMOVALS, N_("Noted that a backup is gone") },
  { "printing.accountability", MUKANA_DEEDS_GIVEN_OUT,
    N_("Printed a document of accountability") },

  { "removing.remove", MUKANA_DEEDS_REMOVALS, N_("Removed a record") },
  { "removing.restore", MUKANA_DEEDS_REMOVALS, N_("Brought a record back") },

  { "exercising.note", MUKANA_DEEDS_RIGHTS, N_("Recorded a request about own data") },
  { "exercising.extend", MUKANA_DEEDS_RIGHTS, N_("Extended the time of a request") },
  { "exercising.answer", MUKANA_DEEDS_RIGHTS, N_("Answered a request about own data") },
  { "exercising.restrict", MUKANA_DEEDS_RIGHTS,
    N_("Restricted the processing of a person's data") },
  { "exercising.object", MUKANA_DEEDS_RIGHTS, N_("Recorded an objection") },
  { "exercising.lift", MUKANA_DEEDS_RIGHTS, N_("Lifted a restriction") },
  { "exercising.take-back", MUKANA_DEEDS_RIGHTS, N_("Noted that an objection was taken back") },
  { "exercising.decide", MUKANA_DEEDS_RIGHTS, N_("Decided on an objection") },
  { "copying.copy", MUKANA_DEEDS_GIVEN_OUT, N_("Copied a person's data for them") },
  { "copying.move", MUKANA_DEEDS_GIVEN_OUT, N_("Copied what a person gave, to be moved") },
  { "erasing.erase", MUKANA_DEEDS_REMOVALS, N_("Erased a person") },
  { "merging.merge", MUKANA_DEEDS_CHANGES, N_("Merged two records of one person") },
  { "merging.undo", MUKANA_DEEDS_CHANGES, N_("Parted merged records") },
  { "merging.not-same", MUKANA_DEEDS_CHANGES, N_("Said that two records are not one person") },
  { "letting.in", MUKANA_DEEDS_REGISTER, N_("Let a login of the server in") },
  { "letting.out", MUKANA_DEEDS_REGISTER, N_("Shut a login of the server out") },
  { "erasing.propose", MUKANA_DEEDS_REMOVALS,
    N_("Asked another user to approve an erasure") },
  { "retaining.propose", MUKANA_DEEDS_REMOVALS,
    N_("Proposed the removal of data whose time is over") },
  { "retaining.diets", MUKANA_DEEDS_REMOVALS, N_("Removed diets of past events") },
  { "retaining.run", MUKANA_DEEDS_REMOVALS, N_("Removed data whose time is over") },
  { "retaining.drop", MUKANA_DEEDS_REMOVALS, N_("Dropped a proposed removal") },
  { "retaining.set", MUKANA_DEEDS_REGISTER, N_("Changed a retention period") },
  { "accounting.add-breach", MUKANA_DEEDS_RIGHTS, N_("Recorded a personal data breach") },
  { "accounting.save-breach", MUKANA_DEEDS_RIGHTS, N_("Changed the record of a breach") },

  { "batching.make", MUKANA_DEEDS_WORK, N_("Made a batch of fees") },
  { "batching.drop", MUKANA_DEEDS_WORK, N_("Dissolved a batch of fees") },
  { "batching.take-out", MUKANA_DEEDS_WORK, N_("Took a fee line out of a batch") },
  { "batching.put-back", MUKANA_DEEDS_WORK, N_("Put a fee line back into a batch") },
  { "batching.check", MUKANA_DEEDS_WORK, N_("Checked a batch of fees") },
  { "batching.approve", MUKANA_DEEDS_WORK, N_("Approved a batch of fees") },
  { "batching.export", MUKANA_DEEDS_GIVEN_OUT, N_("Sent a batch of fees to payroll") },
  { "batching.export-again", MUKANA_DEEDS_GIVEN_OUT,
    N_("Wrote the file of a sent batch once more") },
  { "identifying.tell-payroll", MUKANA_DEEDS_GIVEN_OUT,
    N_("Told payroll the identity code or account number of a person") },
  { "batching.acknowledge", MUKANA_DEEDS_WORK, N_("Noted that payroll has paid a batch") },
  { "batching.reopen", MUKANA_DEEDS_WORK, N_("Returned a batch of fees to draft") },
  { "batching.return", MUKANA_DEEDS_WORK, N_("Noted that payroll returned a batch") },
  { "budgeting.save", MUKANA_DEEDS_WORK, N_("Changed a budget") },
  { "budgeting.drop", MUKANA_DEEDS_WORK, N_("Removed a budget") },
  { "paying.correct", MUKANA_DEEDS_WORK, N_("Corrected a fee line") },
  { "paying.set-mode", MUKANA_DEEDS_WORK, N_("Changed how an assignment is paid") },
  { "paying.drop-correction", MUKANA_DEEDS_WORK,
    N_("Took back a correction, because its day was recorded again") },

  { "wording.put", MUKANA_DEEDS_REGISTER, N_("Changed the vocabularies") },
  { "wording.synonyms", MUKANA_DEEDS_REGISTER, N_("Changed the synonyms of a theme") },
  { "pricing.add", MUKANA_DEEDS_REGISTER, N_("Added a price") },
  { "pricing.drop", MUKANA_DEEDS_REGISTER, N_("Removed a price") },
  { "settings.set", MUKANA_DEEDS_REGISTER, N_("Changed a setting") },
  { "identifying.turn-on", MUKANA_DEEDS_REGISTER,
    N_("Let the register keep identity codes and account numbers") },
  { "identifying.turn-off", MUKANA_DEEDS_REGISTER,
    N_("Removed all identity codes and account numbers") },
  { "filters.save", MUKANA_DEEDS_REGISTER, N_("Saved a filter") },
  { "filters.remove", MUKANA_DEEDS_REGISTER, N_("Removed a saved filter") },
  { "naming.user", MUKANA_DEEDS_REGISTER, N_("Named a user or changed their role") },
  { "naming.drop", MUKANA_DEEDS_REGISTER, N_("Removed a user") },
  { "importing.accept", MUKANA_DEEDS_REGISTER, N_("Brought in a list") },
  { "importing.change", MUKANA_DEEDS_REGISTER, N_("Changed a person from a list") },
  { "making-up.proposal", MUKANA_DEEDS_REGISTER, N_("Made up a proposal") },
  { "making-up.assignment", MUKANA_DEEDS_REGISTER, N_("Made up an assignment") },
  { "founding.create", MUKANA_DEEDS_REGISTER, N_("Made the register") },
  { "founding.confirm-recovery", MUKANA_DEEDS_REGISTER, N_("Confirmed the recovery key") },
  { "founding.rename", MUKANA_DEEDS_REGISTER, N_("Renamed the register") },
  { "rekeying.change", MUKANA_DEEDS_REGISTER, N_("Changed the key of the register") },
  { "restoring.restore", MUKANA_DEEDS_REGISTER, N_("Restored the register from a backup") },
  { "restoring.reapply", MUKANA_DEEDS_REGISTER,
    N_("Ended again what people had taken back: an older copy of the register was put in place") },
  { "righting.day", MUKANA_DEEDS_REGISTER, N_("Put the register's day back to that of the clock") },

  { "unlocking.open", MUKANA_DEEDS_ACCESS, N_("Unlocked the register") },
  { "unlocking.failed", MUKANA_DEEDS_ACCESS, N_("Tried to unlock the register with a wrong key") },
  { "unlocking.cut", MUKANA_DEEDS_ACCESS,
    N_("Found the log cut or replaced by an older copy") },
  { "unlocking.unanchored", MUKANA_DEEDS_ACCESS,
    N_("Found nothing outside the register to compare the end of the log with") },
};

static const char * const group_labels[MUKANA_N_DEED_GROUPS] = {
  [MUKANA_DEEDS_LOOKS] = N_("Looking at people"),
  [MUKANA_DEEDS_SEARCHES] = N_("Searches"),
  [MUKANA_DEEDS_CHANGES] = N_("Changes of records"),
  [MUKANA_DEEDS_CONSENTS] = N_("Consents"),
  [MUKANA_DEEDS_WORK] = N_("Proposals, assignments and fees"),
  [MUKANA_DEEDS_GIVEN_OUT] = N_("Exports and prints"),
  [MUKANA_DEEDS_REMOVALS] = N_("Removals"),
  [MUKANA_DEEDS_RIGHTS] = N_("Data protection"),
  [MUKANA_DEEDS_REGISTER] = N_("The register and its settings"),
  [MUKANA_DEEDS_ACCESS] = N_("Unlocking"),
};

static const Action *
find_action (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i].name, name) == 0)
      return &actions[i];

  return NULL;
}

/** mukana_journal_action_label: Returns: borrowed, a source string; NULL for an unknown action */
const char *
mukana_journal_action_label (const char *action)
{
  const Action *found = find_action (action);

  return found ? found->label : NULL;
}

/** mukana_journal_action_group: Returns: a #MukanaDeedGroup, or -1 for an unknown action */
int
mukana_journal_action_group (const char *action)
{
  const Action *found = find_action (action);

  return found ? (int) found->group : -1;
}

/** mukana_journal_group_actions: Returns: yours, " a b c ": the names of a group, spaces around */
char *
mukana_journal_group_actions (MukanaDeedGroup group)
{
  GString *names = g_string_new (" ");

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].group == group)
      g_string_append_printf (names, "%s ", actions[i].name);

  return g_string_free (names, FALSE);
}

/** mukana_journal_group_label: Returns: borrowed, a source string */
const char *
mukana_journal_group_label (MukanaDeedGroup group)
{
  return group_labels[group];
}
