/* mukana-test-hand.c: finds widgets by the words on them, and uses them as a person does.
 *
 * Knows the toolkit's widgets and no page.  What has no words for a screen
 * reader is not found, and fails the test.
 */

#include "kit/mukana-test-hand.h"

#include <adwaita.h>
#include <string.h>

#include "kit/mukana-test-window.h"

/* What is looked for, and what was found. */
typedef struct _Look Look;
typedef gboolean (*IsIt) (GtkWidget  *widget,
                          const Look *look);

struct _Look
{
  IsIt        is_it;
  const char *words;
  const char *place;    /* NULL: anywhere; else a row that has these words */
  GtkWidget  *found;
};

/* ---- Words ---- */

/* "_Save" is read as "Save". */
static gboolean
reads (const char *shown,
       const char *words)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;

  if (shown == NULL)
    return FALSE;

  parts = g_strsplit (shown, "_", -1);
  plain = g_strjoinv ("", parts);
  return g_str_equal (plain, words);
}

static gboolean
is_heard_as (GtkWidget  *widget,
             const char *words)
{
  g_autofree char *other = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words);

  return other == NULL;
}

/* What stands in a popover is not on the button that opens it. */
static gboolean
has_label (GtkWidget  *widget,
           const char *words,
           gboolean    is_part)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget))
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));

      if (is_part ? strstr (text, words) != NULL : g_str_equal (text, words))
        return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, words, is_part))
      return TRUE;

  return FALSE;
}

static gboolean
is_called (GtkWidget  *widget,
           const char *words)
{
  return (ADW_IS_PREFERENCES_ROW (widget) &&
          reads (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), words)) ||
         is_heard_as (widget, words);
}

/* ---- Looking ---- */

/* Returns: (nullable): borrowed, the window that came last */
static GtkWidget *
peek_front (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *front = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window))
        front = window;
    }

  return front;
}

static gboolean
stands_at (GtkWidget  *widget,
           const char *place)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return place == NULL || (row != NULL && has_label (row, place, TRUE));
}

static GtkWidget *
find (GtkWidget  *widget,
      const Look *look)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (gtk_widget_is_sensitive (widget) && look->is_it (widget, look) &&
      stands_at (widget, look->place))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, look);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* While one page makes way for another both can be seen; a person waits, too. */
static gboolean
is_moving (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_STACK (widget) && gtk_stack_get_transition_running (GTK_STACK (widget)))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_moving (child))
      return TRUE;

  return FALSE;
}

static gboolean
is_found (gpointer data)
{
  Look *look = data;
  GtkWidget *front = peek_front ();

  look->found = front != NULL && !is_moving (front) ? find (front, look) : NULL;
  return look->found != NULL;
}

static GtkWidget *
await (IsIt        is_it,
       const char *place,
       const char *words)
{
  Look look = { is_it, words, place, NULL };

  mukana_test_wait_until (is_found, &look, words);
  return look.found;
}

/* ---- Pressing ---- */

/* Nobody opens what is scrolled out of sight, and the toolkit finds no place for its popover. */
static gboolean
is_in_sight (gpointer row)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (row));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, root, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (root);
}

static void
bring_in_sight (GtkWidget *widget)
{
  if (is_in_sight (widget))
    return;

  mukana_test_window_settle ();   /* what has no place yet is not scrolled to */
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  mukana_test_wait_until (is_in_sight, widget, "it is scrolled to");
}

/* The items of a menu have a type that is the toolkit's own. */
static gboolean
is_menu_item (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton");
}

static gboolean
is_button (GtkWidget  *widget,
           const Look *look)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) ||
          is_menu_item (widget)) &&
         (has_label (widget, look->words, FALSE) || is_heard_as (widget, look->words));
}

static void
press (GtkWidget *button)
{
  if (GTK_IS_MENU_BUTTON (button))
    {
      bring_in_sight (button);
      gtk_menu_button_popup (GTK_MENU_BUTTON (button));
    }
  else if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  else if (GTK_IS_BUTTON (button) || is_menu_item (button))
    g_signal_emit_by_name (button, "clicked");
  else
    gtk_widget_activate (button);
}

/** mukana_test_hand_press: presses a button or an item of a menu, or opens a menu */
void
mukana_test_hand_press (const char *words)
{
  press (await (is_button, NULL, words));
}

/** mukana_test_hand_press_at: the one in the row that has the words of @place */
void
mukana_test_hand_press_at (const char *place,
                           const char *words)
{
  press (await (is_button, place, words));
}

/** mukana_test_hand_may_press: Returns: whether there is such a button now that can be pressed */
gboolean
mukana_test_hand_may_press (const char *words)
{
  Look look = { is_button, words, NULL, NULL };

  return is_found (&look);
}

/* Those of a list, of a view and of a table have a name in style sheets in common. */
static gboolean
is_row (GtkWidget  *widget,
        const Look *look)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "row") &&
         has_label (widget, look->words, TRUE);
}

static gboolean
is_page (GtkWidget  *widget,
         const Look *look)
{
  return GTK_IS_LIST_BOX_ROW (widget) && is_heard_as (widget, look->words);
}

/** mukana_test_hand_go: to a page of the sidebar */
void
mukana_test_hand_go (const char *page)
{
  gtk_widget_activate (await (is_page, NULL, page));
}

/** mukana_test_hand_open_row: activates the row of a list that has the words */
void
mukana_test_hand_open_row (const char *words)
{
  gtk_widget_activate (await (is_row, NULL, words));
}

/* ---- Typing and choosing ---- */

static gboolean
takes_text (GtkWidget  *widget,
            const Look *look)
{
  return (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget)) &&
         is_called (widget, look->words);
}

/** mukana_test_hand_type: in the place of what stands there */
void
mukana_test_hand_type (const char *name,
                       const char *text)
{
  GtkWidget *entry = await (takes_text, NULL, name);

  gtk_widget_grab_focus (entry);
  if (GTK_IS_TEXT_VIEW (entry))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
is_choice (GtkWidget  *widget,
           const Look *look)
{
  return (ADW_IS_COMBO_ROW (widget) || GTK_IS_DROP_DOWN (widget)) &&
         is_called (widget, look->words);
}

static guint
find_item (GListModel *items,
           const char *words)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (items, i);

      if (g_str_equal (gtk_string_object_get_string (item), words))
        return i;
    }

  g_error ("no such choice: %s", words);
}

/** mukana_test_hand_choose: one of a list that drops down */
void
mukana_test_hand_choose (const char *name,
                         const char *item)
{
  GtkWidget *choice = await (is_choice, NULL, name);
  g_autoptr (GListModel) items = NULL;

  g_object_get (choice, "model", &items, NULL);
  g_object_set (choice, "selected", find_item (items, item), NULL);
}

static gboolean
is_pick_row (GtkWidget  *widget,
             const Look *look)
{
  return ADW_IS_ACTION_ROW (widget) && is_called (widget, look->words);
}

static gboolean
is_search (GtkWidget  *widget,
           const Look *look)
{
  return GTK_IS_SEARCH_ENTRY (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);
}

/** mukana_test_hand_pick: one of a long list, by its first letters; the first that is left */
void
mukana_test_hand_pick (const char *name,
                       const char *letters)
{
  GtkWidget *row = await (is_pick_row, NULL, name), *search;

  bring_in_sight (row);
  gtk_widget_activate (row);
  search = await (is_search, NULL, letters);
  gtk_editable_set_text (GTK_EDITABLE (search), letters);
  g_signal_emit_by_name (search, "search-changed");   /* which comes after a pause */
  g_signal_emit_by_name (search, "activate");
}

/* ---- Files ---- */

static gboolean
is_file_dialog (gpointer front)
{
  *(GtkWidget **) front = peek_front ();
  return GTK_IS_FILE_CHOOSER (*(GtkWidget **) front);
}

typedef struct
{
  GtkWidget *dialog;
  GFile     *wanted;
} Choice;

/* Its folder is read first. */
static gboolean
is_file_chosen (gpointer data)
{
  Choice *choice = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (choice->dialog));

  return file != NULL && g_file_equal (file, choice->wanted);
}

static gboolean
is_file_dialog_gone (gpointer front)
{
  return !is_file_dialog (front);
}

/* A type that is the toolkit's own. */
static gboolean
is_name (GtkWidget  *widget,
         const Look *look)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkFileChooserEntry");
}

/* A name is typed; a folder is opened, once the dialog has read the one it began with. */
static void
choose_file (GtkWidget *dialog,
             GFile     *file)
{
  g_autoptr (GError) error = NULL;

  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      gtk_editable_set_text (GTK_EDITABLE (await (is_name, NULL, "the name of the file")),
                             g_file_peek_path (file));
      return;
    }

  mukana_test_window_settle ();
  gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, &error);
  g_assert_no_error (error);
}

/** mukana_test_hand_name_file: in the dialog for a file or a folder, and accepts it */
void
mukana_test_hand_name_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Choice choice = { NULL, file };

  mukana_test_wait_until (is_file_dialog, &choice.dialog, "the dialog for a file");
  choose_file (choice.dialog, file);
  mukana_test_wait_until (is_file_chosen, &choice, path);
  gtk_dialog_response (GTK_DIALOG (choice.dialog), GTK_RESPONSE_ACCEPT);
  mukana_test_wait_until (is_file_dialog_gone, &choice.dialog, "the dialog for a file goes");
}

/* ---- Seeing ---- */

static gboolean
is_text (GtkWidget  *widget,
         const Look *look)
{
  return GTK_IS_LABEL (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), look->words) != NULL;
}

/** mukana_test_hand_see: waits until the words stand somewhere */
void
mukana_test_hand_see (const char *words)
{
  await (is_text, NULL, words);
}
