/* mukana-finding-state.c: what stands where the people would, when there are none.
 *
 * Names what to change in the request; whether there are any is the page's affair.
 */

#include "ui/finding/mukana-finding-state.h"

#include <glib/gi18n-lib.h>

/**
 * mukana_finding_state_show:
 * @file: (nullable): until it is read
 * @answer: (nullable): until the first
 * @is_stopped: nobody waits for an answer any more
 */
void
mukana_finding_state_show (MukanaStatus            *status,
                           const MukanaRequestFile *file,
                           const MukanaMatchAnswer *answer,
                           gboolean                 is_stopped)
{
  if (answer == NULL && is_stopped)
    mukana_status_set_empty (status, "mukana-people-symbolic", _("Looking was stopped"),
                             _("Nobody has been found yet, and nothing has changed."), NULL);
  else if (file == NULL || answer == NULL)
    mukana_status_set_loading (status, _("Looking for people"));
  else if (file->themes->len == 0)
    mukana_status_set_empty (status, "mukana-theme-symbolic", _("The request names no themes"),
                             _("Say what it is about, and those who know it can be found."),
                             _("Change the Request"));
  else if (file->times->len == 0)
    mukana_status_set_empty (status, "mukana-calendar-symbolic", _("The request has no time yet"),
                             _("Say when it takes place, and those who are free can be found."),
                             _("Change the Request"));
  else
    mukana_status_set_empty (status, "mukana-people-symbolic", _("Nobody fits this request"),
                             answer->n_out > 0
                             ? _("Below is what keeps people away. Another time, remote "
                                 "participation or a wider theme may help.")
                             : _("There is nobody in the register who may be asked."),
                             _("Change the Request"));
}
