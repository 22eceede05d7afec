/* mukana-retention-dialogs.c: changing a rule of keeping, and removing what it says is due. */

#include "ui/protection/mukana-retention-group.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-lexicon.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-switch-row.h"

/* More are not read through; the number of all of them is told. */
#define MAX_SHOWN 200

static void
rule_saved (MukanaPage *page,
            gpointer    result,
            gpointer    data)
{
  mukana_page_did_for_good (page, _("Rule saved"));
}

static const MukanaRecordDeed rule_deed = {
  &mukana_retaining_set_job, NULL, NULL, rule_saved
};

/** mukana_retention_rule_dialog_new: days, whether it is on, and whether two decide */
MukanaRecordDialog *
mukana_retention_rule_dialog_new (MukanaPage          *page,
                                  MukanaRetentionRule *rule)
{
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_retention_rule_check);
  MukanaRecordDialog *dialog;

  mukana_form_load (form, rule);
  dialog = mukana_record_dialog_new (page, _(mukana_retention_title (rule->code)), _("Save"), form,
                                     &rule_deed, NULL, NULL);
  mukana_record_dialog_explain (dialog, _(mukana_retention_explanation (rule->code)));
  mukana_record_dialog_add (dialog, mukana_switch_row_new (_("In use"), "is-on", form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Kept"), "days", _("days"), form));
  mukana_record_dialog_add (dialog, mukana_switch_row_new (_("Another user approves each removal"),
                                                           "needs-second", form));
  return dialog;
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  g_autofree char *sentence = NULL;

  if (n == NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  sentence = *n < 0 ? g_strdup (_("Proposed. Another user approves it on this page."))
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d removed", "%d removed",
                                                    (gulong) *n), (int) *n);
  mukana_page_did_for_good (page, sentence);
}

static void
answered_cb (MukanaPage *page,
             const char *response,
             GtkWidget  *question)
{
  MukanaRetentionOrder *order = g_object_steal_data (G_OBJECT (question), "order");

  if (!g_str_equal (response, "remove"))
    {
      mukana_retention_order_free (order);
      return;
    }

  mukana_page_run_async (page, &mukana_retaining_run_job, order,
                         (GDestroyNotify) mukana_retention_order_free, removed_cb,
                         g_object_ref (page));
}

static GtkWidget *
make_item (MukanaPage          *page,
           MukanaRetentionItem *item)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  g_autofree char *day = mukana_format_day (NULL, item->due_on);
  /* Translators: the day from which on something may be removed */
  g_autofree char *since = g_strdup_printf (_("due %s"), day);
  g_autofree char *number = g_strdup_printf (_("Record %d"), (int) item->record_id);
  const char *label = item->label && *item->label ? item->label : number;
  g_autofree char *second = item->theme_id != NULL
    ? g_strdup_printf ("%s, %s", mukana_lexicon_label (words, MUKANA_LEXICON_THEME,
                                                       item->theme_id), since)
    : g_strdup (since);

  return mukana_layout_column (2, mukana_layout_wrapped (label, NULL),
                               mukana_layout_wrapped (second, "second-line"), NULL);
}

static GtkWidget *
make_list (MukanaPage *page,
           GPtrArray  *due)
{
  GtkWidget *card = mukana_layout_card ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < due->len && i < MAX_SHOWN; i++)
    mukana_layout_card_add (card, make_item (page, g_ptr_array_index (due, i)));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 380);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), mukana_layout_margins (card, 3));
  return scrolled;
}

/**
 * mukana_retention_question_new:
 * @due: of MukanaRetentionItem, of this rule
 *
 * Returns: a window to present, which removes what it shows when it is told to
 */
GtkWidget *
mukana_retention_question_new (MukanaPage          *page,
                               MukanaRetentionRule *rule,
                               GPtrArray           *due)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *question = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                _(mukana_retention_title (rule->code)), NULL);
  GtkWidget *list = make_list (page, due);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is due.",
                                                         "%u are due.", due->len), due->len);
  g_autofree char *body =
    g_strdup_printf ("%s %s %s", count, _(mukana_retention_explanation (rule->code)),
                     rule->needs_second ? _("Another user approves it before anything goes.")
                                        : _("This cannot be undone."));

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (question), body);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (question), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"), "remove",
                                    rule->needs_second ? _("_Propose the removal") : _("_Remove"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "remove",
                                              rule->needs_second ? ADW_RESPONSE_SUGGESTED
                                                                 : ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_object_set_data_full (G_OBJECT (question), "order",
                          mukana_retention_order_new (rule->code, due),
                          (GDestroyNotify) mukana_retention_order_free);
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), page, G_CONNECT_SWAPPED);
  return question;
}
