/* mukana-person-rights.c: the rights of a person, on their own page.
 *
 * The menu offers what the legal basis of the register gives them, and what is
 * in force stands in a plain notice at the top with the way to end it.
 */

#include "ui/people/mukana-person-rights.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-copying.h"
#include "ui/app/mukana-rights-dialogs.h"
#include "ui/kit/mukana-blank-question.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-writing-out.h"
#include "ui/people/mukana-erase-dialog.h"
#include "ui/people/mukana-person-page.h"

static MukanaRightsRequest *
find_objection (const MukanaPersonFile *file)
{
  for (guint i = 0; i < file->rights->len; i++)
    {
      MukanaRightsRequest *request = g_ptr_array_index (file->rights, i);

      if (g_strcmp0 (request->kind, "objection") == 0 && request->answered_on == MUKANA_DAY_NONE)
        return request;
    }

  return NULL;
}

/* The ground of what holds now: of the last request of that kind that has not ended. */
static char *
dup_ground (const MukanaPersonFile *file,
            const char             *kind)
{
  for (guint i = 0; i < file->rights->len; i++)
    {
      MukanaRightsRequest *request = g_ptr_array_index (file->rights, i);

      if (g_strcmp0 (request->kind, kind) == 0 && request->ended_on == MUKANA_DAY_NONE &&
          g_strcmp0 (request->decision, "refused") != 0 && request->ground != NULL)
        /* Translators: on which ground of the law somebody asked; goes on after a sentence */
        return g_strdup_printf (_(" Ground: %s."), mukana_code_label (mukana_rights_grounds,
                                                                      request->ground));
    }

  return g_strdup ("");
}

/* The notice. */

/** mukana_person_rights_banner_new: Returns: (transfer floating): hidden until something holds */
GtkWidget *
mukana_person_rights_banner_new (void)
{
  GtkWidget *banner = mukana_layout_style (mukana_layout_column (6, NULL, NULL), "notice");

  gtk_widget_set_visible (banner, FALSE);
  return banner;
}

#define NARROW "is-narrow"

static GtkOrientation
get_line_orientation (GtkWidget *banner)
{
  return g_object_get_data (G_OBJECT (banner), NARROW) ? GTK_ORIENTATION_VERTICAL
                                                       : GTK_ORIENTATION_HORIZONTAL;
}

/** mukana_person_rights_banner_set_narrow: whether the button stands under the words */
void
mukana_person_rights_banner_set_narrow (GtkWidget *banner,
                                        gboolean   narrow)
{
  g_object_set_data (G_OBJECT (banner), NARROW, GINT_TO_POINTER (narrow));
  for (GtkWidget *line = gtk_widget_get_first_child (banner); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    gtk_orientable_set_orientation (GTK_ORIENTABLE (line), get_line_orientation (banner));
}

static void
add_notice (GtkWidget  *banner,
            const char *sentence,
            const char *button,
            const char *action)
{
  GtkWidget *words = mukana_layout_middle (mukana_layout_expand (
    mukana_layout_wrapped (sentence, NULL)));
  GtkWidget *told = mukana_layout_row (12, gtk_image_new_from_icon_name ("mukana-alert-symbolic"),
                                       words, NULL);
  GtkWidget *line = mukana_layout_row (12, told, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (line), get_line_orientation (banner));

  if (button != NULL)
    gtk_box_append (GTK_BOX (line), mukana_layout_button (button, NULL, action));
  gtk_box_append (GTK_BOX (banner), line);
}

static void
add_ended_notice (GtkWidget              *banner,
                  const MukanaPersonFile *file)
{
  g_autofree char *ended = mukana_format_day (NULL, file->ended_on);
  g_autofree char *erased = mukana_format_day (NULL, file->erase_on);
  g_autofree char *sentence =
    file->erase_on != MUKANA_DAY_NONE
      ? g_strdup_printf (_("The consent to the register ended %1$s. What was told is hidden, and "
                           "the data are to be erased %2$s at the latest."), ended, erased)
      : g_strdup_printf (_("The consent to the register ended %s. What was told is hidden."),
                         ended);

  add_notice (banner, sentence, NULL, NULL);
}

/** mukana_person_rights_banner_show: what is in force, and how to end it */
void
mukana_person_rights_banner_show (GtkWidget              *banner,
                                  const MukanaPersonFile *file,
                                  MukanaDay               today)
{
  MukanaPerson *person = file->person;

  mukana_layout_empty (banner);
  if (file->ended_on != MUKANA_DAY_NONE)
    add_ended_notice (banner, file);
  if (person->restricted_at != 0)
    {
      g_autofree char *day = mukana_format_day (NULL, mukana_day_from_us (person->restricted_at));
      g_autofree char *sentence =
        g_strdup_printf (_("Processing restricted since %s: the data are kept, and the person is "
                           "not matched, proposed or exported."), day);
      g_autofree char *ground = dup_ground (file, "restriction");
      g_autofree char *whole = g_strconcat (sentence, ground, NULL);

      add_notice (banner, whole, _("_Lift the Restriction…"), "person.lift");
    }
  if (person->objected_at != 0)
    {
      g_autofree char *day = mukana_format_day (NULL, mukana_day_from_us (person->objected_at));
      g_autofree char *sentence =
        g_strdup_printf (_("Has objected to the processing on %s: the person is not matched, "
                           "proposed or exported."), day);
      g_autofree char *ground = dup_ground (file, "objection");
      g_autofree char *whole = g_strconcat (sentence, ground, NULL);

      if (find_objection (file) != NULL)
        add_notice (banner, whole, _("_Decide the Objection…"), "person.decide");
      else
        add_notice (banner, whole, _("Objection Ta_ken Back…"), "person.take-back");
    }
  gtk_widget_set_visible (banner, gtk_widget_get_first_child (banner) != NULL);
}

/* The menu. */

/** mukana_person_rights_fill_menu: the deeds that the basis gives and that make sense now */
void
mukana_person_rights_fill_menu (GMenu                  *menu,
                                const MukanaPersonFile *file)
{
  g_menu_remove_all (menu);
  g_menu_append (menu, _("_Copy of all data…"), "person.copy-data");
  if ((file->may_ask & MUKANA_RIGHT_PORTABILITY) != 0)
    g_menu_append (menu, _("Copy to mo_ve elsewhere…"), "person.move-data");
  if (file->person->restricted_at == 0)
    g_menu_append (menu, _("_Restrict processing…"), "person.restrict");
  else
    g_menu_append (menu, _("_Lift the restriction…"), "person.lift");
  if (find_objection (file) != NULL)
    g_menu_append (menu, _("Decide the _objection…"), "person.decide");
  else if (file->person->objected_at != 0)
    g_menu_append (menu, _("Objection ta_ken back…"), "person.take-back");
  else if ((file->may_ask & MUKANA_RIGHT_OBJECTION) != 0)
    g_menu_append (menu, _("Note an _objection…"), "person.object");
  g_menu_append (menu, _("Note a re_quest about the data…"), "person.note-request");
  if ((file->may_ask & MUKANA_RIGHT_ERASURE) != 0)
    g_menu_append (menu, _("_Erase for good…"), "person.erase");
}

/* The copy of everything: written in one job, noted in a second; told after both. */

static const MukanaWritingOut copy_way = {
  &mukana_copying_write_job, &mukana_copying_note_job, (GDestroyNotify) mukana_copy_free,
  N_("Copy saved in the folder you chose. It is not protected there."), NULL
};

void
mukana_person_rights_copy_to (MukanaPage *page,
                              gint64      person_id,
                              const char *folder,
                              gboolean    only_given)
{
  mukana_writing_out_run (page, &copy_way, mukana_copy_new (person_id, only_given, folder));
}

static gpointer
make_copy (gconstpointer  person_id,
           const char    *folder)
{
  return mukana_copy_new (*(const gint64 *) person_id, FALSE, folder);
}

static gpointer
make_move (gconstpointer  person_id,
           const char    *folder)
{
  return mukana_copy_new (*(const gint64 *) person_id, TRUE, folder);
}

/* The title of a window names nobody: whose copy it is was said before. */
static void
ask_folder (MukanaPage *page,
            gboolean    only_given)
{
  const MukanaPersonFile *file = mukana_person_page_peek_file (MUKANA_PERSON_PAGE (page));
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_FOLDER,
    .title = only_given ? _("Folder for the data to move") : _("Folder for the copy of all data"),
    .accept_label = _("_Save here"),
  };

  /* Another record may be shown meanwhile, or none. */
  if (file != NULL)
    mukana_writing_out_ask (page, &copy_way, &place, only_given ? make_move : make_copy,
                            g_memdup2 (&file->person->id, sizeof file->person->id), g_free);
}

static gboolean
has_asked (const MukanaPersonFile *file,
           const char             *kind)
{
  for (guint i = 0; i < file->rights->len; i++)
    {
      MukanaRightsRequest *request = g_ptr_array_index (file->rights, i);

      if (g_strcmp0 (request->kind, kind) == 0 && request->answered_on == MUKANA_DAY_NONE)
        return TRUE;
    }

  return FALSE;
}

/* The notice to the person is in the copy. */
static void
copy_accepted (MukanaPage *page,
               gpointer    data)
{
  ask_folder (page, FALSE);
}

static void
copy_answered_cb (MukanaPage *page,
                  const char *response,
                  GtkWidget  *dialog)
{
  if (g_str_equal (response, "note"))
    gtk_widget_activate_action (GTK_WIDGET (page), "person.note-request", NULL);
  else if (g_str_equal (response, "copy") &&
           g_object_get_data (G_OBJECT (dialog), "only-given") != NULL)
    ask_folder (page, TRUE);
  else if (g_str_equal (response, "copy"))
    mukana_blank_question_ask (page, copy_accepted, NULL, NULL);
}

/* Whose it is, what to read first, and whether somebody has asked for it: a copy made for another
 * reason is no request, and the diary tells of none. */
static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gboolean only_given = g_str_equal (name, "person.move-data");
  const MukanaPersonFile *file = mukana_person_page_peek_file (MUKANA_PERSON_PAGE (widget));
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean is_asked;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (file == NULL)
    return;

  is_asked = has_asked (file, only_given ? "portability" : "access");
  body = g_strjoin ("\n\n", file->person->display_name,
                    only_given ? _("Only what the person has given is copied.")
                    : _("Notes and feedback are copied as they were written. Read them on the page "
                        "first: what they tell about other people is not for this person."),
                    is_asked ? _("The copy answers the request that waits for it.")
                    : _("No request for this has been noted. If the person has asked, note the "
                        "request first; otherwise only the log tells of the copy."), NULL);
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   only_given ? _("Copy Data to Move?") : _("Copy All Data?"),
                                   body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  if (!is_asked)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "note", _("_Note a Request…"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "copy", _("_Choose a Folder…"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "only-given", GINT_TO_POINTER (only_given));
  g_signal_connect_object (dialog, "response", G_CALLBACK (copy_answered_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
erase_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  const MukanaPersonFile *file = mukana_person_page_peek_file (MUKANA_PERSON_PAGE (widget));

  if (file != NULL)
    mukana_erase_dialog_ask (MUKANA_PAGE (widget), file->person->id, file->person->display_name);
}

/* The deeds that have a form. */

static void
rights_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaPage *page = MUKANA_PAGE (widget);
  const MukanaPersonFile *file = mukana_person_page_peek_file (MUKANA_PERSON_PAGE (widget));
  MukanaRecordDialog *dialog = NULL;

  if (file == NULL)
    return;

  if (g_str_equal (name, "person.restrict"))
    dialog = mukana_rights_restrict_dialog_new (page, file->person->id);
  else if (g_str_equal (name, "person.lift"))
    dialog = mukana_rights_lift_dialog_new (page, file->person->id);
  else if (g_str_equal (name, "person.take-back"))
    dialog = mukana_rights_take_back_dialog_new (page, file->person->id);
  else if (g_str_equal (name, "person.object"))
    dialog = mukana_rights_object_dialog_new (page, file->person->id);
  else if (g_str_equal (name, "person.note-request"))
    dialog = mukana_rights_note_dialog_new (page, file->person->id, file->may_ask);
  else if (find_objection (file) != NULL)
    dialog = mukana_rights_decide_dialog_new (page, find_objection (file));

  if (dialog != NULL)
    mukana_person_page_present (MUKANA_PERSON_PAGE (widget), dialog);
}

void
mukana_person_rights_install (GtkWidgetClass *widget_class)
{
  static const char * const actions[] = {
    "person.restrict", "person.lift", "person.object", "person.decide", "person.take-back",
    "person.note-request"
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, rights_action);
  gtk_widget_class_install_action (widget_class, "person.erase", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "person.copy-data", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "person.move-data", NULL, copy_action);
}
