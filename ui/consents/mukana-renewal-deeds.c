/* mukana-renewal-deeds.c: somebody is asked to consent anew, by letter or by phone.
 *
 * A letter is saved as a file and sent by people; that somebody was asked by phone can be taken
 * back.
 */

#include "ui/consents/mukana-renewal-deeds.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-renewing.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-page.h"
#include "ui/kit/mukana-writing-out.h"

/* What was asked, to be told and perhaps taken back. */
typedef struct
{
  MukanaPage *page;
  gint64      person_id;
} Asking;

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autofree Asking *asking = data;
  g_autoptr (MukanaPage) page = asking->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRenewalDeed) done = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                NULL, &error);
  const char *sentence = _("Asked by phone. The answer is awaited.");
  MukanaRenewalDeed *back;

  if (done == NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  back = mukana_renewal_deed_new (asking->person_id);
  back->question_id = done->question_id;
  mukana_page_did (page, sentence, mukana_step_new (sentence, &mukana_renewal_unask_job, back,
                                                    (GDestroyNotify) mukana_renewal_deed_free));
}

/* @parameter: whom, and whether they were asked already and are asked again on purpose */
static MukanaRenewalDeed *
make_deed (GVariant *parameter)
{
  MukanaRenewalDeed *deed;
  gint64 person_id;
  gboolean is_again;

  g_variant_get (parameter, "(xb)", &person_id, &is_again);
  deed = mukana_renewal_deed_new (person_id);
  deed->is_again = is_again;
  return deed;
}

static void
phone_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaPage *page = MUKANA_PAGE (widget);
  MukanaRenewalDeed *deed = make_deed (parameter);
  Asking *asking = g_new0 (Asking, 1);

  *asking = (Asking) { g_object_ref (page), g_array_index (deed->people, gint64, 0) };
  mukana_page_run_async (page, &mukana_renewal_ask_job, deed,
                         (GDestroyNotify) mukana_renewal_deed_free, asked_cb, asking);
}

static char *
tell_letters (gconstpointer written)
{
  const MukanaRenewalDeed *done = written;
  g_autofree char *letters =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                  "%u letter is saved, ready to be sent. The answer is awaited.",
                                  "%u letters are saved, ready to be sent. The answers are "
                                  "awaited.", done->n_done), done->n_done);
  g_autofree char *left_out = NULL;

  if (done->n_left_out == 0)
    return g_steal_pointer (&letters);

  left_out = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u person under non-disclosure is to be asked as agreed.",
                 "%u people under non-disclosure are to be asked as agreed.", done->n_left_out),
    done->n_left_out);
  return g_strjoin (" ", letters, left_out, NULL);
}

static const MukanaWritingOut letters_out = {
  &mukana_renewal_print_job, NULL, (GDestroyNotify) mukana_renewal_deed_free, NULL, tell_letters
};

static gpointer
make_letter (gconstpointer  asked,
             const char    *path)
{
  MukanaRenewalDeed *deed = make_deed ((GVariant *) asked);

  deed->path = g_strdup (path);
  return deed;
}

static gpointer
make_letters (gconstpointer  asked,
              const char    *path)
{
  MukanaRenewalDeed *deed = mukana_renewal_deed_new (0);

  deed->folder = g_strdup (path);
  return deed;
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaPage *page = MUKANA_PAGE (widget);
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the letter"),
    .name = _("consent-renewal.pdf"),
  };

  mukana_writing_out_ask (page, &letters_out, &place, make_letter, g_variant_ref (parameter),
                          (GDestroyNotify) g_variant_unref);
}

static void
print_all_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MukanaPage *page = MUKANA_PAGE (widget);
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_FOLDER, .title = _("Where the letters go"),
  };

  mukana_writing_out_ask (page, &letters_out, &place, make_letters, NULL, NULL);
}

static void
add_way (GMenu      *menu,
         const char *label,
         const char *action,
         gint64      person_id,
         gboolean    is_again)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(xb)", person_id, is_again);
  g_menu_append_item (menu, item);
}

/**
 * mukana_renewal_deeds_button:
 * @name: of the person, for whoever hears the button
 * @may_write: as mukana_renewal_may_be_written_to()
 * @is_again: they were asked already; then the button says so
 *
 * Returns: (transfer floating)
 */
GtkWidget *
mukana_renewal_deeds_button (gint64      person_id,
                             const char *name,
                             gboolean    may_write,
                             gboolean    is_again)
{
  const char *label = is_again ? _("Ask again") : _("Ask to renew");
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  if (may_write)
    add_way (menu, _("Letter…"), "renewal.print", person_id, is_again);
  add_way (menu, _("Asked by phone"), "renewal.phone", person_id, is_again);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (is_again)   /* what is seldom wanted takes little room */
    {
      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
      gtk_widget_set_tooltip_text (button, label);
      gtk_widget_add_css_class (button, "flat");
    }
  else
    gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  return mukana_layout_spoken (button, label, name);
}

/** mukana_renewal_deeds_install: the actions of the button, on the page that has such buttons */
void
mukana_renewal_deeds_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "renewal.print", "(xb)", print_action);
  gtk_widget_class_install_action (page_class, "renewal.phone", "(xb)", phone_action);
  gtk_widget_class_install_action (page_class, "renewal.print-all", NULL, print_all_action);
}
