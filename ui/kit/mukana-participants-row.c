/* mukana-participants-row.c: chooses several organisations and their contact persons.
 *
 * Boxes in a popover, narrowed by what is typed; the field of the draft has them as "o3 c12".
 */

#include "ui/kit/mukana-participants-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "services/mukana-cooperating.h"
#include "ui/kit/mukana-layout.h"

#define LIST_HEIGHT_PX 260
#define LIST_WIDTH_PX 300

/* What belongs to one row; the row has it. */
typedef struct
{
  MukanaForm *form;       /* not owned: it outlives the dialog's rows */
  GtkWidget  *row;
  GtkWidget  *list;
  GtkWidget  *search;
  const char *field;      /* static */
  const char *nobody;     /* static: what is said of none */
} Choosing;

static char *
dup_word (const MukanaParticipant *participant)
{
  return participant->contact_id != 0
           ? g_strdup_printf ("c%" G_GINT64_FORMAT, participant->contact_id)
           : g_strdup_printf ("o%" G_GINT64_FORMAT, participant->organisation_id);
}

/* As the store reads them: organisations first, each by its number. */
static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const char *left = *(const char * const *) a, *right = *(const char * const *) b;

  if (*left != *right)
    return *right - *left;

  return g_ascii_strtoll (left + 1, NULL, 10) < g_ascii_strtoll (right + 1, NULL, 10) ? -1 : 1;
}

static char *
join_words (GPtrArray *words)
{
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

static void
boxes_changed_cb (GtkWidget *box,
                  Choosing  *choosing)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  for (GtkWidget *line = gtk_widget_get_first_child (choosing->list); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      GtkWidget *check = GTK_IS_LIST_BOX_ROW (line)
                         ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (line)) : NULL;

      if (check == NULL || !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        continue;

      g_ptr_array_add (words, g_object_get_data (G_OBJECT (line), "word"));
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "",
                              (const char *) g_object_get_data (G_OBJECT (line), "name"));
    }

  joined = join_words (words);
  mukana_form_set_text (choosing->form, choosing->field, joined);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (choosing->row),
                               names->len > 0 ? names->str : choosing->nobody);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       data)
{
  Choosing *choosing = data;
  g_autofree char *needle = g_utf8_casefold (
    gtk_editable_get_text (GTK_EDITABLE (choosing->search)), -1);

  return strstr (g_object_get_data (G_OBJECT (row), "folded"), needle) != NULL;
}

static void
add_box (Choosing                *choosing,
         const MukanaParticipant *participant,
         const char              *chosen)
{
  g_autofree char *label = participant->contact_id == 0 ? g_strdup (participant->name)
    /* Translators: a contact person and the organisation they speak for */
    : g_strdup_printf (_("%1$s, %2$s"), participant->name, participant->organisation_name);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *check = gtk_check_button_new_with_label (label);
  g_autofree char *word = dup_word (participant);
  g_auto (GStrv) words = g_strsplit (chosen != NULL ? chosen : "", " ", -1);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_strv_contains ((const char * const *) words, word));
  g_object_set_data_full (G_OBJECT (row), "word", g_steal_pointer (&word), g_free);
  /* With the organisation they speak for: the next name is not theirs. */
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (label), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", g_utf8_casefold (label, -1), g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect (check, "toggled", G_CALLBACK (boxes_changed_cb), choosing);
  gtk_list_box_append (GTK_LIST_BOX (choosing->list), row);
}

/* Enter chooses the first of those that were found, and the next one can be typed. */
static void
entered_cb (Choosing *choosing)
{
  for (GtkWidget *line = gtk_widget_get_first_child (choosing->list); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      /* What says that nothing was found is no row. */
      if (!GTK_IS_LIST_BOX_ROW (line) || !gtk_widget_get_child_visible (line))
        continue;

      gtk_check_button_set_active (
        GTK_CHECK_BUTTON (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (line))), TRUE);
      gtk_editable_set_text (GTK_EDITABLE (choosing->search), "");
      return;
    }
}

static GtkWidget *
make_popover (Choosing *choosing)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), choosing->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, LIST_WIDTH_PX, LIST_HEIGHT_PX);
  /* The search keeps Escape to itself. */
  g_signal_connect_swapped (choosing->search, "stop-search", G_CALLBACK (gtk_popover_popdown),
                            popover);
  gtk_popover_set_child (GTK_POPOVER (popover),
                         mukana_layout_column (6, choosing->search, scrolled, NULL));
  return popover;
}

/**
 * mukana_participants_row_new:
 * @nobody: what is said while none is chosen; static
 * @field: a text of the draft; static
 * @participants: of MukanaParticipant, by name
 */
GtkWidget *
mukana_participants_row_new (const char *title,
                             const char *nobody,
                             const char *field,
                             MukanaForm *form,
                             GPtrArray  *participants)
{
  Choosing *choosing = g_new0 (Choosing, 1);
  GtkWidget *button = gtk_menu_button_new ();

  choosing->form = form;
  choosing->field = field;
  choosing->nobody = nobody;
  choosing->row = adw_action_row_new ();
  choosing->list = gtk_list_box_new ();
  choosing->search = gtk_search_entry_new ();
  g_object_set_data_full (G_OBJECT (choosing->row), "choosing", choosing, g_free);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (choosing->list), GTK_SELECTION_NONE);
  for (guint i = 0; i < participants->len; i++)
    add_box (choosing, g_ptr_array_index (participants, i), mukana_form_peek_text (form, field));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (choosing->list), filter_cb, choosing, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (choosing->list), mukana_layout_margins (
    mukana_layout_wrapped (_("Not found. Add it first on the page of organisations (Ctrl+N "
                             "there)."), "second-line"), 12));
  g_signal_connect_swapped (choosing->search, "activate", G_CALLBACK (entered_cb), choosing);
  g_signal_connect_object (choosing->search, "search-changed",
                           G_CALLBACK (gtk_list_box_invalidate_filter), choosing->list,
                           G_CONNECT_SWAPPED);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Choose…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_popover (choosing));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choosing->row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (choosing->row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (choosing->row), button);
  boxes_changed_cb (NULL, choosing);
  return choosing->row;
}
