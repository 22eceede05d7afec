/* mukana-request-moving.c: a request is moved to another state from its page.
 *
 * Where work is still ahead, a state that says it is done is asked about first; and every move is
 * told and can be taken back.
 */

#include "ui/requests/mukana-request-moving.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-moving-request.h"
#include "services/mukana-proposing.h"
#include "ui/app/mukana-cancel-dialog.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-layout.h"

/** mukana_request_moving_menu: Returns: (transfer floating): the states that may follow */
GtkWidget *
mukana_request_moving_menu (MukanaRequest *request)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; mukana_request_states[i] != NULL; i++)
    if (mukana_request_may_become (request, mukana_request_states[i]))
      {
        g_autofree char *action = g_strdup_printf ("request.move('%s')", mukana_request_states[i]);

        g_menu_append (menu, mukana_code_label (mukana_request_states, mukana_request_states[i]),
                       action);
      }

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Move to"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Move to"), -1);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_visible (button, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  return mukana_layout_middle (button);
}

static void
move (MukanaPage    *page,
      MukanaRequest *request,
      const char    *state)
{
  /* Translators: a state of a request */
  g_autofree char *sentence = g_strdup_printf (_("The request is moved to: %s"),
                                               mukana_code_label (mukana_request_states, state));

  mukana_page_do (page, &mukana_request_move_job,
                  mukana_request_move_new (request->id, request->state, state),
                  (GDestroyNotify) mukana_request_move_free, sentence,
                  mukana_step_new (sentence, &mukana_request_move_back_job,
                                   mukana_request_move_new (request->id, request->state, state),
                                   (GDestroyNotify) mukana_request_move_free));
}

static gboolean
is_done (const char *state)
{
  return mukana_code_index (mukana_request_states, state) >=
         mukana_code_index (mukana_request_states, "held");
}

/* Returns: the last of its times that are today or ahead; %MUKANA_DAY_NONE: none is */
static MukanaDay
find_last_ahead (const MukanaRequestFile *file,
                 MukanaDay                today)
{
  MukanaDay last = MUKANA_DAY_NONE;

  for (guint i = 0; i < file->times->len; i++)
    {
      MukanaDay day = ((MukanaRequestTime *) g_ptr_array_index (file->times, i))->day;

      if (day >= today && (last == MUKANA_DAY_NONE || day > last))
        last = day;
    }

  return last;
}

static guint
count_agreed (const MukanaRequestFile *file)
{
  guint n_agreed = 0;

  for (guint i = 0; i < file->assignments->len; i++)
    n_agreed += g_str_equal (((MukanaAssignmentRow *) g_ptr_array_index (file->assignments,
                                                                         i))->assignment->state,
                             "agreed");

  return n_agreed;
}

/* Returns: (nullable): yours, what is not done although @state says it is */
static char *
say_what_is_ahead (const MukanaRequestFile *file,
                   const char              *state,
                   MukanaDay                today)
{
  MukanaDay last = is_done (state) ? find_last_ahead (file, today) : MUKANA_DAY_NONE;
  guint n_agreed = is_done (state) ? count_agreed (file) : 0;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = last != MUKANA_DAY_NONE ? mukana_work_day (last) : NULL;

  if (day != NULL)
    /* Translators: a day */
    g_string_append_printf (text, _("The request is still ahead: its last day is %s."), day);
  if (n_agreed > 0)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                                 "Of %u agreed time it is not recorded yet what "
                                                 "was done. It stays agreed.",
                                                 "Of %u agreed times it is not recorded yet what "
                                                 "was done. They stay agreed.", n_agreed),
                              n_agreed);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
answered_cb (GObject    *dialog,
             const char *response,
             gpointer    data)
{
  if (g_str_equal (response, "move"))
    move (g_object_get_data (dialog, "page"), g_object_get_data (dialog, "request"),
          g_object_get_data (dialog, "state"));
}

static GtkWidget *
ask (MukanaPage    *page,
     MukanaRequest *request,
     const char    *state,
     const char    *body)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  /* Translators: a state of a request */
  g_autofree char *heading = g_strdup_printf (_("Move the request to “%s”?"),
                                              mukana_code_label (mukana_request_states, state));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Keep it"),
                                    "move", _("_Move Anyway"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_object_set_data_full (G_OBJECT (dialog), "page", g_object_ref (page), g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "request", g_object_ref (request), g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "state", g_strdup (state), g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), NULL);
  return dialog;
}

/**
 * mukana_request_moving_to:
 *
 * Moves it, or asks first.
 *
 * Returns: (nullable) (transfer none): the question, not presented yet; NULL: nothing is asked
 */
GtkWidget *
mukana_request_moving_to (MukanaPage              *page,
                          const MukanaRequestFile *file,
                          const char              *state)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));
  g_autofree char *ahead = say_what_is_ahead (file, state, today);

  if (g_str_equal (state, "cancelled"))
    mukana_cancel_present (page, MUKANA_KIND_REQUEST, file->request->id);
  else if (ahead != NULL)
    return ask (page, file->request, state, ahead);
  else
    move (page, file->request, state);

  return NULL;
}
