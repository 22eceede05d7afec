/* mukana-cli-letters.c: what people are sent: an invitation, papers of an assignment, and what
 * followed. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-accounting.h"
#include "services/mukana-assignment-paper.h"
#include "services/mukana-inviting.h"
#include "services/mukana-letter.h"
#include "services/mukana-lexicon.h"
#include "services/mukana-paper.h"

/** mukana_cli_invitation: PROPOSAL FILE */
MukanaStatus
mukana_cli_invitation (MukanaCli *cli)
{
  g_autoptr (MukanaInvitation) asked = NULL;
  g_autoptr (MukanaInvitation) written = NULL;
  g_autoptr (GError) error = NULL;
  gint64 proposal_id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &proposal_id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the number of the proposal."));

  asked = mukana_invitation_new (proposal_id, cli->words[1]);
  written = mukana_store_run (cli->store, &mukana_inviting_job, asked, &error);
  if (written != NULL)
    mukana_store_run (cli->store, &mukana_inviting_note_job, written, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("The invitation is written."));
}

/** mukana_cli_paper: ASSIGNMENT confirmation|commitment|certificate FILE */
MukanaStatus
mukana_cli_paper (MukanaCli *cli)
{
  g_autoptr (MukanaAssignmentPaper) asked = NULL;
  g_autoptr (MukanaAssignmentPaper) written = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the number of the assignment."));

  asked = mukana_assignment_paper_new (id, cli->words[1], cli->options.tells_all, cli->words[2]);
  written = mukana_store_run (cli->store, &mukana_assignment_paper_job, asked, &error);
  if (written != NULL)
    mukana_store_run (cli->store, &mukana_assignment_paper_note_job, written, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("The paper is written."));
}

static const struct
{
  const char      *word;
  MukanaPaperKind  kind;
} papers[] = {
  { "consent-form", MUKANA_PAPER_CONSENT_FORM }, { "criminal-form", MUKANA_PAPER_CRIMINAL_FORM },
  { "notice", MUKANA_PAPER_PRIVACY_NOTICE }, { "record", MUKANA_PAPER_PROCESSING_RECORD },
  { "assessment", MUKANA_PAPER_IMPACT_ASSESSMENT }, { "diary", MUKANA_PAPER_REQUEST_DIARY },
};

/**
 * mukana_cli_tell_blanks:
 *
 * On standard error, where a paper has lines instead of who the controller is.  Whoever may not
 * read that is told nothing, and can print.
 */
void
mukana_cli_tell_blanks (MukanaCli *cli)
{
  g_autoptr (GHashTable) contacts = mukana_store_run (cli->store, &mukana_contact_settings_job,
                                                      NULL, NULL);

  if (contacts != NULL && !mukana_contacts_are_known (contacts))
    g_printerr ("%s\n", _("The controller, the data protection officer or how to reach them has "
                          "not been written down. In their place the paper has lines to write "
                          "on."));
}

/** mukana_cli_print: consent-form|criminal-form|notice|record|assessment|diary FILE */
MukanaStatus
mukana_cli_print (MukanaCli *cli)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (cli->words[0], papers[i].word) && cli->options.is_plain &&
        mukana_paper_is_account (papers[i].kind))
      return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                                _("There is no version of this paper in plain language."));
    else if (g_str_equal (cli->words[0], papers[i].word))
      {
        g_autoptr (MukanaPaper) paper = mukana_paper_new (papers[i].kind,
                                                          mukana_lexicon_language (),
                                                          cli->options.is_plain, cli->words[1]);
        g_autoptr (GError) error = NULL;

        mukana_store_run (cli->store, &mukana_paper_job, paper, &error);
        if (error == NULL)
          mukana_cli_tell_blanks (cli);
        return error != NULL ? mukana_cli_fail (error)
                             : mukana_cli_say_done (cli, _("The paper is written."));
      }

  return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                            _("Say which paper: consent-form, criminal-form, notice, record, "
                              "assessment or diary."));
}

/** mukana_cli_letters: REQUEST FOLDER */
MukanaStatus
mukana_cli_letters (MukanaCli *cli)
{
  g_autoptr (MukanaLetters) asked = NULL;
  g_autoptr (MukanaLetters) written = NULL;
  g_autoptr (GError) error = NULL;
  gint64 request_id;
  MukanaStatus status = mukana_cli_find_request (cli, cli->words[0], &request_id);

  if (status != MUKANA_STATUS_DONE)
    return status;

  asked = mukana_letters_new (request_id, cli->words[1]);
  written = mukana_store_run (cli->store, &mukana_letters_job, asked, &error);
  if (written != NULL)
    mukana_store_run (cli->store, &mukana_letters_note_job, written, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "letters", written->people->len);
  else
    mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u letter written, as PDF and as text",
                                 "%u letters written, as PDF and as text", written->people->len),
                    written->people->len);
  return MUKANA_STATUS_DONE;
}
