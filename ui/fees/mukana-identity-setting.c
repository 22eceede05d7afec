/* mukana-identity-setting.c: whether the register keeps identity codes and accounts, and why.
 *
 * Turning it on asks for the ground; turning it off says first what will be gone for good.
 */

#include "ui/fees/mukana-identity-setting.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"

#define DEED "deed"

/* ---- The group ---- */

static char *
tell_counts (const MukanaIdentifying *setting)
{
  g_autofree char *codes = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%d identity code", "%d identity codes",
                 (gulong) setting->n_codes), (int) setting->n_codes);
  g_autofree char *accounts = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%d account number", "%d account numbers",
                 (gulong) setting->n_accounts), (int) setting->n_accounts);

  return g_strdup_printf ("%s · %s", codes, accounts);
}

static GtkWidget *
make_state (const MukanaIdentifying *setting)
{
  g_autofree char *day = NULL, *since = NULL, *counts = NULL;

  if (!setting->is_on)
    return mukana_layout_wrapped (
      _("Not kept: payroll’s own number of a person is enough in most counties. They may be kept "
        "where the county has decided that payment needs a clear identification (data protection "
        "act, 29 §)."), "second-line");

  day = mukana_format_day (NULL, setting->decided_on);
  /* Translators: a day, and the ground on which the county decided */
  since = g_strdup_printf (_("Kept since %s: %s"), day, setting->ground);
  counts = tell_counts (setting);
  return mukana_layout_column (0, mukana_layout_wrapped (since, "row-title"),
                               mukana_layout_wrapped (counts, "second-line"), NULL);
}

/** mukana_identity_setting_new: Returns: (transfer floating): @setting, with its one deed */
GtkWidget *
mukana_identity_setting_new (const MukanaIdentifying *setting)
{
  GtkWidget *card = mukana_layout_card ();
  GtkWidget *deed = setting->is_on
    ? mukana_layout_button (_("_Remove All…"), "flat", "fees.drop-identities")
    : mukana_layout_button (_("_Keep Them…"), "flat", "fees.keep-identities");

  mukana_layout_card_add (card, make_state (setting));
  return mukana_layout_column (6, mukana_layout_heading (_("Identity codes and account numbers"),
                                                         deed), card, NULL);
}

/* ---- Asking ---- */

static GtkWidget *
make_question (MukanaPage            *page,
               const char            *title,
               const char            *body,
               const char            *deed,
               AdwResponseAppearance  appearance)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *question = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                title, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"), DEED,
                                    deed, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), DEED, appearance);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  return question;
}

static void
turned_on_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did_for_good (page, _("Identity codes and account numbers can be written on the "
                                      "pages of people"));
}

static void
ground_answered_cb (MukanaPage *page,
                    const char *response,
                    GtkWidget  *question)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (question), "ground");

  if (g_str_equal (response, DEED))
    mukana_page_run_async (page, &mukana_identifying_turn_on_job,
                           g_strdup (gtk_editable_get_text (entry)), g_free, turned_on_cb,
                           g_object_ref (page));
}

static void
ground_typed_cb (GtkWidget *question)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (question), "ground");
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question), DEED, *typed != '\0');
}

/** mukana_identity_setting_ask_ground: asks why the county keeps them, and lets the register */
void
mukana_identity_setting_ask_ground (MukanaPage *page)
{
  GtkWidget *question = make_question (
    page, _("Keep identity codes and account numbers?"),
    _("Whoever sees to fees can write and see them, and payroll’s file may have them. For all "
      "others they are masked. The county decides so on a ground, which is told here."),
    _("_Keep Them"), ADW_RESPONSE_SUGGESTED);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Decision and its ground"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (question),
                                      mukana_layout_style (list, "boxed-list"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), DEED);
  g_object_set_data (G_OBJECT (question), "ground", entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (ground_typed_cb), question);
  ground_typed_cb (question);
  g_signal_connect_object (question, "response", G_CALLBACK (ground_answered_cb), page,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
turned_off_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n_people = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                         &error);
  g_autofree char *told = NULL;

  if (n_people == NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  told = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "The identity code and account number of %d person are removed",
                 "The identity codes and account numbers of %d people are removed",
                 (gulong) *n_people), (int) *n_people);
  mukana_page_did_for_good (page, told);
}

static void
drop_answered_cb (MukanaPage *page,
                  const char *response)
{
  if (g_str_equal (response, DEED))
    mukana_page_run_async (page, &mukana_identifying_turn_off_job, NULL, NULL, turned_off_cb,
                           g_object_ref (page));
}

/** mukana_identity_setting_ask_to_drop: says what goes for good, and asks */
void
mukana_identity_setting_ask_to_drop (MukanaPage              *page,
                                     const MukanaIdentifying *setting)
{
  g_autofree char *counts = tell_counts (setting);
  g_autofree char *body = g_strdup_printf (
    _("%s are removed for good, also from the columns of payroll’s file. This cannot be taken "
      "back. Backups have them until they are removed."), counts);
  GtkWidget *question = make_question (page, _("Remove all identity codes and account numbers?"),
                                       body, _("_Remove All"), ADW_RESPONSE_DESTRUCTIVE);

  g_signal_connect_object (question, "response", G_CALLBACK (drop_answered_cb), page,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}
