/* mukana-erase-dialog.c: erasing somebody: what goes, what the law keeps and why, and the deed.
 *
 * The one deed on a person that asks first: it cannot be taken back.  The title of the
 * window names nobody; the words in it say whose data go.
 */

#include "ui/people/mukana-erase-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-erasing.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"

#define KEY "erase-question"
#define NAME "erase-name"
#define ASKED "erase-asked"

static void
erased_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  mukana_page_did_for_good (page, _("The data are erased"));
  mukana_page_go_back (page);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did_for_good (page,
                              _("Another user approves the erasure on the page Data protection"));
}

static void
answered_cb (MukanaPage *page,
             const char *response,
             GtkWidget  *question)
{
  gint64 *id = g_object_get_data (G_OBJECT (question), "person-id");
  GtkCheckButton *asked = g_object_get_data (G_OBJECT (question), ASKED);
  gboolean is_asked = asked != NULL && gtk_check_button_get_active (asked);

  g_object_set_data (G_OBJECT (page), KEY, NULL);
  /* Not cancelled with the page, which goes while it is done. */
  if (g_str_equal (response, "erase") || g_str_equal (response, "ask"))
    mukana_store_run_async (mukana_page_get_store (page),
                            is_asked ? &mukana_erasing_asked_job : &mukana_erasing_job,
                            g_memdup2 (id, sizeof *id), g_free, NULL,
                            g_str_equal (response, "ask") ? asked_cb : erased_cb,
                            g_object_ref (page));
}

static void
add_number (GtkWidget  *card,
            const char *what,
            gint64      number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  if (number > 0)
    mukana_layout_card_add (card,
                            mukana_layout_row (12, mukana_layout_expand (
                                                     mukana_layout_wrapped (what, NULL)),
                                               mukana_layout_text (digits, "row-title"), NULL));
}

static void
add_sentence (GtkWidget  *card,
              const char *sentence)
{
  mukana_layout_card_add (card, mukana_layout_wrapped (sentence, NULL));
}

static GtkWidget *
make_goes (const MukanaErasurePreview *preview)
{
  GtkWidget *card = mukana_layout_card ();

  add_sentence (card, preview->n_fees_kept > 0
                        ? _("Contact details and everything else noted about the person")
                        : _("Name, contact details and everything else noted about the person"));
  add_number (card, _("Experience themes"), preview->n_themes);
  add_number (card, _("Consents"), preview->n_consents);
  add_number (card, _("Notes"), preview->n_notes);
  add_number (card, _("Attachments"), preview->n_attachments);
  add_number (card, _("Proposals"), preview->n_proposals);
  add_number (card, _("Assignments without fees"), preview->n_assignments);
  add_number (card, _("Agreed assignments to come: they are cancelled, tell the units"),
              preview->n_agreed);
  return card;
}

static GtkWidget *
make_stays (const MukanaErasurePreview *preview)
{
  GtkWidget *card = mukana_layout_card ();

  if (preview->n_fees_kept > 0)
    {
      g_autofree char *day = mukana_format_day (NULL, preview->keep_until);
      g_autofree char *sentence = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%1$d fee with its assignment and the name, until %2$s: bookkeeping must keep "
                     "vouchers for six years",
                     "%1$d fees with their assignments and the name, until %2$s: bookkeeping must "
                     "keep vouchers for six years", (gulong) preview->n_fees_kept),
        (int) preview->n_fees_kept, day);

      add_sentence (card, sentence);
    }
  if (preview->proof_until != MUKANA_DAY_NONE)
    {
      g_autofree char *day = mukana_format_day (NULL, preview->proof_until);
      /* Translators: %s is a day */
      g_autofree char *sentence =
        g_strdup_printf (_("That consents were given and ended, without themes, until %s: the "
                           "county must be able to show it"), day);

      add_sentence (card, sentence);
    }
  if (preview->n_backups > 0)
    {
      g_autofree char *day = mukana_format_day (NULL, preview->backups_until);
      /* Translators: %1$d is how many, %2$s a day */
      g_autofree char *sentence = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "The person is in %1$d backup, encrypted. It is removed when the first backup "
                     "after %2$s is made, if not before. Restoring it erases the person again.",
                     "The person is in %1$d backups, encrypted. The last of them is removed when "
                     "the first backup after %2$s is made, if not before. Restoring one erases the "
                     "person again.",
                     (gulong) preview->n_backups), (int) preview->n_backups, day);

      add_sentence (card, sentence);
    }
  add_sentence (card, _("Digests that cannot be read, so that an imported list does not bring the "
                        "person back"));
  if (preview->n_other_asks > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%d request of the person about their data, which waits for an answer: answer "
                     "it first, while you can still write to them",
                     "%d requests of the person about their data, which wait for an answer: answer "
                     "them first, while you can still write to them",
                     (gulong) preview->n_other_asks), (int) preview->n_other_asks);

      add_sentence (card, sentence);
    }
  add_sentence (card, _("In the journal, who worked with the record: a number without a name"));
  return card;
}

/* Only what people asked for counts as a request; what the county decides by itself does not. */
static void
add_asked (GtkWidget                  *column,
           GtkWidget                  *question,
           const MukanaErasurePreview *preview)
{
  GtkWidget *asked;

  if (preview->is_asked || preview->is_waiting)
    return;

  asked = gtk_check_button_new_with_mnemonic (_("The person _asked for this"));
  gtk_widget_set_tooltip_text (asked, _("Then it goes into the diary of requests, as answered"));
  gtk_box_append (GTK_BOX (column), asked);
  g_object_set_data (G_OBJECT (question), ASKED, asked);
}

static GtkWidget *
make_content (GtkWidget                  *question,
              const MukanaErasurePreview *preview)
{
  GtkWidget *column =
    mukana_layout_column (6, mukana_layout_heading (_("What goes"), NULL), make_goes (preview),
                          mukana_layout_heading (_("What stays, and why"), NULL),
                          make_stays (preview), NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *whole;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), mukana_layout_margins (column, 3));
  whole = mukana_layout_column (12, scrolled, NULL);
  add_asked (whole, question, preview);
  return whole;
}

/* Where two decide, nothing goes before the second has approved it. */
static void
add_deed (AdwMessageDialog          *question,
          const MukanaErasurePreview *preview)
{
  const char *deed = preview->needs_second ? "ask" : "erase";

  if (preview->is_waiting)
    return;

  adw_message_dialog_add_response (question, deed, preview->needs_second
                                                   ? _("_Ask for Approval") : _("_Erase for good"));
  adw_message_dialog_set_response_appearance (question, deed, ADW_RESPONSE_DESTRUCTIVE);
}

static void
preview_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  g_autofree MukanaErasurePreview *preview = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                      NULL, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  const char *name = g_object_get_data (G_OBJECT (page), NAME);
  g_autofree char *body = NULL;
  GtkWidget *question;

  if (preview == NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  body = g_strjoin ("\n\n", name,
                    _("This cannot be undone, and a backup does not bring the data back."),
                    preview->is_waiting
                      ? _("The erasure waits for another user’s approval already.")
                    : preview->needs_second
                      ? _("Another user approves it first. Until then nothing is erased.") : NULL,
                    NULL);
  question = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                     _("Erase this person's data?"), body);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (question),
                                          make_content (question, preview));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"));
  add_deed (ADW_MESSAGE_DIALOG (question), preview);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_object_set_data_full (G_OBJECT (question), "person-id",
                          g_memdup2 (&preview->person_id, sizeof preview->person_id), g_free);
  g_object_set_data (G_OBJECT (page), KEY, question);
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

void
mukana_erase_dialog_ask (MukanaPage *page,
                         gint64      person_id,
                         const char *name)
{
  g_object_set_data_full (G_OBJECT (page), NAME, g_strdup (name), g_free);
  mukana_page_run_async (page, &mukana_erasing_preview_job,
                         g_memdup2 (&person_id, sizeof person_id), g_free, preview_read_cb,
                         g_object_ref (page));
}

GtkWidget *
mukana_erase_dialog_peek (MukanaPage *page)
{
  return g_object_get_data (G_OBJECT (page), KEY);
}
