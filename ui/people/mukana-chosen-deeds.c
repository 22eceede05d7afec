/* mukana-chosen-deeds.c: a theme for several people at once, and a file of them.
 *
 * Whoever may not be given out is left out and counted, never named.
 */

#include "ui/people/mukana-chosen-deeds.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-giving-out.h"
#include "services/mukana-keeping-apart.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/kit/mukana-record-dialog.h"
#include "ui/kit/mukana-writing-out.h"
#include "ui/people/mukana-theme-dialog.h"

GtkWidget *
mukana_chosen_menu_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Add a _theme…"), "people.add-theme");
  g_menu_append (menu, _("_Write to them…"), "people.write-to");
  g_menu_append (menu, _("_Not placed together…"), "people.keep-apart");
  g_menu_append (menu, _("_Merge the two records…"), "person.merge-chosen");
  g_menu_append (menu, _("_Export…"), "people.export");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("More"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  mukana_menu_tip_set (button, _("More deeds with the chosen"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("More deeds with the chosen"), -1);
  return button;
}

/* ---- A theme ---- */

void
mukana_chosen_add_theme (MukanaPage *page,
                         GArray     *ids)
{
  gtk_window_present (GTK_WINDOW (mukana_theme_dialog_new (page, ids, NULL)));
}

/* ---- Two who are not placed together ---- */

static void
kept_apart_cb (MukanaPage *page,
               gpointer    result,
               gpointer    data)
{
  mukana_page_did_for_good (page, _("They are not placed together from now on"));
}

static const MukanaRecordDeed apart_deed = {
  &mukana_keep_apart_job, NULL, NULL, kept_apart_cb
};

/** mukana_chosen_keep_apart: @ids: two */
void
mukana_chosen_keep_apart (MukanaPage *page,
                          GArray     *ids)
{
  g_autoptr (MukanaApart) apart = g_object_new (MUKANA_TYPE_APART, NULL);
  g_autoptr (MukanaForm) form = mukana_form_new (NULL);
  MukanaRecordDialog *dialog;
  GtkWidget *reason;

  mukana_record_init_int (apart, "person-id", g_array_index (ids, gint64, 0));
  mukana_record_init_int (apart, "other-id", g_array_index (ids, gint64, 1));
  mukana_record_init_text (apart, "reason", "other");
  mukana_form_load (form, apart);
  dialog = mukana_record_dialog_new (page, _("Not placed together"), _("Record"), form,
                                     &apart_deed, NULL, NULL);
  reason = mukana_choice_row_new (_("Why"), "reason", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (reason), mukana_apart_reasons);
  mukana_record_dialog_explain (dialog, _(
    "The two are never proposed to the same request. It is seen on the page of each; in a copy "
    "of their own data neither is told who the other one is."));
  mukana_record_dialog_add (dialog, reason);
  mukana_record_dialog_set_height (dialog, 260);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- A file ---- */

typedef struct
{
  MukanaPage *page;
  GArray     *ids;
} Export;

static void
free_export (Export *self)
{
  g_object_unref (self->page);
  g_array_unref (self->ids);
  g_free (self);
}

static char *
tell_export (gconstpointer data)
{
  const MukanaListFile *written = data;
  g_autofree char *given = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u person is in the file.", "%u people are in the file.",
                 written->n_given), written->n_given);
  g_autofree char *left = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u may not be given out and is left out.",
                 "%u may not be given out and are left out.", written->n_withheld),
    written->n_withheld);

  return written->n_withheld > 0 ? g_strconcat (given, " ", left, NULL)
                                 : g_steal_pointer (&given);
}

static const MukanaWritingOut export_way = {
  &mukana_giving_list_job, &mukana_giving_note_job, (GDestroyNotify) mukana_list_file_free, NULL,
  tell_export
};

static gpointer
make_export (gconstpointer  ids,
             const char    *path)
{
  return mukana_list_file_new ((GArray *) ids, path);
}

static void
choose_place (Export     *self,
              const char *ending)
{
  g_autofree char *day =
    mukana_day_to_iso (mukana_context_today (mukana_page_get_context (self->page)));
  g_autofree char *name = g_strdup_printf ("%s-%s.%s", _("people"), day, ending);
  const MukanaFileChoose place = { .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Export"),
                                   .accept_label = _("_Export"), .name = name };

  mukana_writing_out_ask (self->page, &export_way, &place, make_export, g_array_ref (self->ids),
                          (GDestroyNotify) g_array_unref);
}

static void
export_answered_cb (Export     *self,
                    const char *response)
{
  if (!g_str_equal (response, "cancel"))
    choose_place (self, response);   /* which is the ending */
  free_export (self);
}

void
mukana_chosen_export (MukanaPage *page,
                      GArray     *ids)
{
  Export *self = g_new0 (Export, 1);
  g_autofree char *heading = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Export %u person?", "Export %u people?", ids->len), ids->len);
  GtkWidget *question = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), heading,
    _("The file has names, roles, e-mail addresses, telephone numbers, municipalities and "
      "languages, and no themes. A place under non-disclosure is not in it, nor is anybody who "
      "may not be given out. The file is not encrypted: delete it when it is no longer needed."));

  self->page = g_object_ref (page);
  self->ids = g_array_ref (ids);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"),
                                    "csv", _("Export as C_SV…"), "xlsx", _("Export as E_xcel…"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "xlsx");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_signal_connect_swapped (question, "response", G_CALLBACK (export_answered_cb), self);
  gtk_window_present (GTK_WINDOW (question));
}
