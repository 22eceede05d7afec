/* mukana-complaint.c: the one place where an error becomes a sentence and a status.
 *
 * Messages of errors are for logs and stay out of sight, but for those that were
 * written as sentences, marked for translation and ended with a full stop.
 */

#include "cli/mukana-complaint.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"

typedef struct
{
  MukanaStatus  status;
  const char   *sentence;
} Complaint;

static const Complaint of_working[] = {
  [MUKANA_ERROR_INVALID] = { MUKANA_STATUS_REFUSED, N_("The input was not accepted.") },
  [MUKANA_ERROR_CONFLICT] = {
    MUKANA_STATUS_CONFLICT,
    N_("It clashes with something that is there already, or somebody else was first.") },
  [MUKANA_ERROR_NOT_FOUND] = { MUKANA_STATUS_REFUSED, N_("There is nothing by that number.") },
  [MUKANA_ERROR_NOT_ALLOWED] = {
    MUKANA_STATUS_REFUSED,
    N_("A rule does not allow it: a consent is missing or has ended, or the state is wrong.") },
  [MUKANA_ERROR_BUSY] = {
    MUKANA_STATUS_NO_STORE,
    N_("The register is open in another program. Close it there and try again.") },
  [MUKANA_ERROR_UNREACHABLE] = {
    MUKANA_STATUS_NO_STORE, N_("The register does not answer. Try again later.") },
  [MUKANA_ERROR_NO_SPACE] = {
    MUKANA_STATUS_NO_STORE, N_("The disk is full. Nothing was changed. Make room and try again.") },
  [MUKANA_ERROR_DAMAGED] = {
    MUKANA_STATUS_NO_STORE,
    N_("The register is damaged. The command “restore” restores it from a backup.") },
  [MUKANA_ERROR_TOO_NEW] = {
    MUKANA_STATUS_NO_STORE, N_("The register was made by a newer Mukana. Update the program.") },
  [MUKANA_ERROR_LOCKED] = { MUKANA_STATUS_NO_KEY, N_("The key does not open the register.") },
  [MUKANA_ERROR_INTERNAL] = {
    MUKANA_STATUS_NO_STORE, N_("The program made a mistake. Nothing was changed.") },
};

/* Where opening means something else by the same code. */
static const Complaint of_opening[] = {
  [MUKANA_ERROR_INVALID] = {
    MUKANA_STATUS_NO_STORE, N_("The file is not an encrypted register of Mukana.") },
  [MUKANA_ERROR_CONFLICT] = {
    MUKANA_STATUS_CONFLICT, N_("There is a file of that name already. Nothing was changed.") },
  [MUKANA_ERROR_NOT_FOUND] = {
    MUKANA_STATUS_NO_STORE, N_("There is no register there. The command “create” makes one.") },
  [MUKANA_ERROR_NOT_ALLOWED] = {
    MUKANA_STATUS_NO_STORE, N_("The register may not be read or kept in that place.") },
  [MUKANA_ERROR_INTERNAL] = { 0, NULL },
};

static const Complaint *
find_complaint (const GError            *error,
                MukanaComplaintOccasion  occasion)
{
  if (error->domain != MUKANA_ERROR || (guint) error->code >= G_N_ELEMENTS (of_working))
    return &of_working[MUKANA_ERROR_INTERNAL];

  if (occasion == MUKANA_COMPLAINT_OPENING && of_opening[error->code].sentence != NULL)
    return &of_opening[error->code];

  return &of_working[error->code];
}

static char *
describe_issue (GPtrArray *issues)
{
  const MukanaIssue *issue = g_ptr_array_index (issues, 0);

  if (issue->field == NULL)
    return g_strdup (_(issue->sentence));

  /* Translators: a sentence about a field, and the field's name in the store */
  return g_strdup_printf (_("%s (%s)"), _(issue->sentence), issue->field);
}

/** mukana_complaint_sentence: Returns: yours, in the language of the program, without names */
char *
mukana_complaint_sentence (const GError            *error,
                           MukanaComplaintOccasion  occasion)
{
  GPtrArray *issues = mukana_error_get_issues (error);

  if (issues != NULL && issues->len > 0)
    return describe_issue (issues);

  if (mukana_error_peek_sentence (error) != NULL)
    return mukana_error_add_detail (error, _(mukana_error_peek_sentence (error)));

  return g_strdup (_(find_complaint (error, occasion)->sentence));
}

MukanaStatus
mukana_complaint_status (const GError            *error,
                         MukanaComplaintOccasion  occasion)
{
  return find_complaint (error, occasion)->status;
}
