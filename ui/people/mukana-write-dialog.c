/* mukana-write-dialog.c: the addresses of several people, to write to them.
 *
 * They go by the clipboard to the program that sends mail: as words of a command they
 * would be seen by everybody on the computer.
 */

#include "ui/people/mukana-chosen-deeds.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-giving-out.h"
#include "ui/kit/mukana-clipboard.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"

typedef struct
{
  GtkWindow           *window;      /* borrowed: ours dies with it */
  AdwPreferencesPage  *content;
  AdwPreferencesGroup *reachable;
  MukanaPage          *page;        /* weak: the window may outlast it */
  char                *addresses;   /* "a@b, c@d"; NULL until they are read */
  GArray              *ids;         /* gint64: whose they are */
} Writing;

static void
free_writing (gpointer data)
{
  Writing *self = data;

  g_clear_weak_pointer (&self->page);
  g_array_unref (self->ids);
  g_free (self->addresses);
  g_free (self);
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
}

static void
copy (Writing *self)
{
  if (self->page != NULL)
    mukana_page_run_async (self->page, &mukana_giving_contacts_note_job, g_array_ref (self->ids),
                           (GDestroyNotify) g_array_unref, noted_cb, g_object_ref (self->page));
  mukana_clipboard_lend (GTK_WIDGET (self->window), self->addresses);
  adw_preferences_group_set_description (self->reachable,
                                         _("Copied. Paste them into the field of blind copies, so "
                                           "that nobody sees who else is written to."));
}

static void
open_clicked_cb (Writing *self)
{
  copy (self);
  gtk_show_uri (self->window, "mailto:", GDK_CURRENT_TIME);
}

static GtkWidget *
make_deeds (Writing *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *copies = gtk_button_new_with_mnemonic (_("_Copy Addresses"));
  GtkWidget *opens = gtk_button_new_with_mnemonic (_("Copy and _Open Mail"));

  gtk_widget_add_css_class (opens, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_margin_top (box, 12);
  g_signal_connect_swapped (copies, "clicked", G_CALLBACK (copy), self);
  g_signal_connect_swapped (opens, "clicked", G_CALLBACK (open_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), copies);
  gtk_box_append (GTK_BOX (box), opens);
  return box;
}

static GtkWidget *
make_row (MukanaPerson *person,
          const char   *way)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->display_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), way);
  return row;
}

static void
show_reachable (Writing *self,
                guint    n)
{
  g_autofree char *title = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u e-mail address", "%u e-mail addresses", n), n);

  self->reachable = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->reachable, title);
  adw_preferences_page_add (self->content, self->reachable);
  if (n == 0)
    return;

  adw_preferences_group_set_description (self->reachable,
                                         _("Paste them into the field of blind copies, so that "
                                           "nobody sees who else is written to."));
  adw_preferences_group_add (self->reachable, make_deeds (self));
}

static void
add_left_out (Writing    *self,
              const char *sentence)
{
  AdwPreferencesGroup *left = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_description (left, sentence);
  adw_preferences_page_add (self->content, left);
}

/* Those without an address, and those who are left out, of whom the number alone is told. */
static void
show_others (Writing              *self,
             const MukanaGivenOut *given)
{
  AdwPreferencesGroup *group = NULL;
  g_autofree char *withheld = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u may not be given out and is left out.",
                 "%u may not be given out and are left out.", given->n_withheld),
    given->n_withheld);
  g_autofree char *not_asked = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u has not agreed to be contacted and is left out.",
                 "%u have not agreed to be contacted and are left out.", given->n_not_asked),
    given->n_not_asked);

  for (guint i = 0; i < given->people->len; i++)
    {
      MukanaPerson *person = g_ptr_array_index (given->people, i);

      if (person->email != NULL)
        continue;
      if (group == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _("Without an e-mail address"));
          adw_preferences_page_add (self->content, group);
        }
      adw_preferences_group_add (group, make_row (person, person->phone != NULL ? person->phone
                                                          : _("No telephone number either")));
    }

  if (given->n_not_asked > 0)
    add_left_out (self, not_asked);
  if (given->n_withheld > 0)
    add_left_out (self, withheld);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWindow) window = data;
  Writing *self = g_object_get_data (G_OBJECT (window), "writing");
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGivenOut) given = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                              &error);
  GString *addresses = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; given != NULL && i < given->people->len; i++)
    {
      MukanaPerson *person = g_ptr_array_index (given->people, i);

      if (person->email == NULL)
        continue;
      g_string_append_printf (addresses, "%s%s", n++ > 0 ? ", " : "", person->email);
      g_array_append_val (self->ids, person->id);
    }

  self->addresses = g_string_free (addresses, FALSE);
  if (given == NULL)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

      adw_preferences_group_set_description (group, mukana_error_view_peek_sentence (error));
      adw_preferences_page_add (self->content, group);
      return;
    }

  show_reachable (self, n);
  show_others (self, given);
}

void
mukana_chosen_write_to (MukanaPage *page,
                        GArray     *ids)
{
  Writing *self = g_new0 (Writing, 1);
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", _("Write to Them"), "modal", TRUE,
                                    "default-width", mukana_page_get_narrow (page) ? 360 : 480,
                                    "default-height", 420, "destroy-with-parent", TRUE,
                                    "transient-for", gtk_widget_get_root (GTK_WIDGET (page)),
                                    NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->window = GTK_WINDOW (window);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_set_weak_pointer (&self->page, page);
  self->content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  g_object_set_data_full (G_OBJECT (window), "writing", self, free_writing);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->content));
  adw_window_set_content (ADW_WINDOW (window), box);
  mukana_layout_close_on_escape (GTK_WINDOW (window));
  mukana_page_run_async (page, &mukana_giving_contacts_job, g_array_ref (ids),
                         (GDestroyNotify) g_array_unref, read_cb, g_object_ref (window));
  gtk_window_present (GTK_WINDOW (window));
}
