/* mukana-theme-picker.c: the tree of themes, searched in every language.
 *
 * A theme is found by its label or a synonym in Finnish, Swedish or English,
 * whatever language the program speaks, and shown with what it is part of, so
 * that "stroke" is found and seen to be a neurological illness.
 */

#include "ui/kit/mukana-theme-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"
#include "domain/mukana-person.h"

#define INDENT_PX 18

struct _MukanaThemePicker
{
  GtkBox         parent_instance;

  MukanaContext *context;
  char          *needle;    /* folded */
  char          *taken;     /* ids that are not offered, separated by spaces */

  GtkWidget     *entry;
  GtkListBox    *list;
};

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaThemePicker, mukana_theme_picker, GTK_TYPE_BOX)

static int
depth_of (MukanaLexicon *words,
          MukanaTheme   *theme)
{
  int depth = 0;

  /* A tree made wrong by an import may not keep us here for ever. */
  while (depth < 8 && theme->parent_id != NULL &&
         (theme = mukana_lexicon_find (words, MUKANA_LEXICON_THEME, theme->parent_id)) != NULL)
    depth++;

  return depth;
}

static void
add_row (MukanaThemePicker *self,
         MukanaLexicon     *words,
         MukanaTheme       *theme)
{
  GtkWidget *label = gtk_label_new (mukana_lexicon_label (words, MUKANA_LEXICON_THEME, theme->id));
  GtkWidget *row = gtk_list_box_row_new ();
  int depth = depth_of (words, theme);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, 6 + depth * INDENT_PX);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  if (depth == 0)
    gtk_widget_add_css_class (label, "row-title");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "theme", g_strdup (theme->id), g_free);
  gtk_list_box_append (self->list, row);
}

static const char *
peek_theme (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "theme");
}

/* A theme stays while it or anything below it is looked for. */
static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       data)
{
  MukanaThemePicker *self = data;
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);
  GPtrArray *themes = mukana_lexicon_peek_all (words, MUKANA_LEXICON_THEME);
  const char *id = peek_theme (row);
  gsize length = strlen (id);

  if (self->needle == NULL || *self->needle == '\0')
    return TRUE;

  for (guint i = 0; i < themes->len; i++)
    {
      MukanaTheme *theme = g_ptr_array_index (themes, i);
      gboolean is_below = strncmp (theme->id, id, length) == 0 &&
                          (theme->id[length] == '.' || theme->id[length] == '\0');

      if (is_below && mukana_lexicon_theme_matches (words, theme, self->needle))
        return TRUE;
    }

  return FALSE;
}

static void
fill (MukanaThemePicker *self)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);
  GPtrArray *themes = mukana_lexicon_peek_all (words, MUKANA_LEXICON_THEME);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; i < themes->len; i++)
    {
      MukanaTheme *theme = g_ptr_array_index (themes, i);

      if (!theme->is_retired && !mukana_codes_hold (self->taken, theme->id))
        add_row (self, words, theme);
    }
}

static void
search_changed_cb (MukanaThemePicker *self)
{
  g_free (self->needle);
  self->needle = mukana_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_activated_cb (MukanaThemePicker *self,
                  GtkListBoxRow     *row)
{
  g_autofree char *theme = g_strdup (peek_theme (row));

  g_signal_emit (self, signals[PICKED], 0, theme);
}

/* Enter in the search takes the theme that was found, when there is one answer:
 * the last of its line, which is the most exact. */
static void
entry_activated_cb (MukanaThemePicker *self)
{
  GtkListBoxRow *found = NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        if (found != NULL && !g_str_has_prefix (peek_theme (row), peek_theme (found)))
          return;
        found = row;
      }

  if (found != NULL)
    row_activated_cb (self, found);
}

static void
mukana_theme_picker_dispose (GObject *object)
{
  g_clear_object (&MUKANA_THEME_PICKER (object)->context);

  G_OBJECT_CLASS (mukana_theme_picker_parent_class)->dispose (object);
}

static void
mukana_theme_picker_finalize (GObject *object)
{
  g_free (MUKANA_THEME_PICKER (object)->needle);
  g_free (MUKANA_THEME_PICKER (object)->taken);

  G_OBJECT_CLASS (mukana_theme_picker_parent_class)->finalize (object);
}

static void
mukana_theme_picker_class_init (MukanaThemePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_theme_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_theme_picker_finalize;

  signals[PICKED] = g_signal_new ("picked", MUKANA_TYPE_THEME_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mukana_theme_picker_init (MukanaThemePicker *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Search themes"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search themes"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, gtk_label_new (_("Nothing found")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Themes"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scrolled, 300, -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), scrolled);
}

/** mukana_theme_picker_new: Returns: (transfer floating): with every theme in use */
GtkWidget *
mukana_theme_picker_new (MukanaContext *context)
{
  MukanaThemePicker *self = g_object_new (MUKANA_TYPE_THEME_PICKER, NULL);

  self->context = g_object_ref (context);
  fill (self);
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  g_signal_connect_object (context, "facts-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** mukana_theme_picker_set_taken: @themes: (nullable): ids not to offer, separated by spaces */
void
mukana_theme_picker_set_taken (MukanaThemePicker *self,
                               const char        *themes)
{
  g_free (self->taken);
  self->taken = g_strdup (themes);
  fill (self);
}
