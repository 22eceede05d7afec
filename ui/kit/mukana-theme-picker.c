/* mukana-theme-picker.c: the tree of themes, searched in every language.
 *
 * A theme is found by its label or a synonym in Finnish, Swedish or English,
 * whatever language the program speaks, and shown with what it is part of, so
 * that "stroke" is found and seen to be a neurological illness.  The best of
 * what is found stands first, and Enter takes it.
 */

#include "ui/kit/mukana-theme-picker.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "domain/mukana-person.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-search-keys.h"

#define INDENT_PX 18

struct _MukanaThemePicker
{
  GtkBox         parent_instance;

  MukanaContext *context;
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
         MukanaTheme       *theme,
         GtkWidget         *content,
         int                depth)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_margin_start (content, 6 + depth * INDENT_PX);
  gtk_widget_set_margin_end (content, 6);
  gtk_widget_set_margin_top (content, 6);
  gtk_widget_set_margin_bottom (content, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  g_object_set_data_full (G_OBJECT (row), "theme", g_strdup (theme->id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
add_of_tree (MukanaThemePicker *self,
             MukanaLexicon     *words,
             MukanaTheme       *theme)
{
  int depth = depth_of (words, theme);

  add_row (self, theme,
           mukana_layout_wrapped (mukana_lexicon_label (words, MUKANA_LEXICON_THEME, theme->id),
                                  depth == 0 ? "row-title" : NULL), depth);
}

static void
add_found (MukanaThemePicker *self,
           MukanaLexicon     *words,
           MukanaTheme       *theme)
{
  add_row (self, theme,
           mukana_layout_two_lines (
             mukana_lexicon_label (words, MUKANA_LEXICON_THEME, theme->id),
             mukana_lexicon_label (words, MUKANA_LEXICON_THEME, theme->parent_id)), 0);
}

static void
fill (MukanaThemePicker *self)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean is_typed = !mukana_text_is_empty (typed);
  g_autoptr (GPtrArray) themes = mukana_lexicon_search (words, MUKANA_LEXICON_THEME, typed);
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; i < themes->len; i++)
    {
      MukanaTheme *theme = g_ptr_array_index (themes, i);

      if (!theme->is_retired && !mukana_codes_hold (self->taken, theme->id))
        (is_typed ? add_found : add_of_tree) (self, words, theme);
    }
}

static void
row_activated_cb (MukanaThemePicker *self,
                  GtkListBoxRow     *row)
{
  g_autofree char *theme = g_strdup (g_object_get_data (G_OBJECT (row), "theme"));

  g_signal_emit (self, signals[PICKED], 0, theme);
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
  mukana_search_keys_add (self->entry, self->list);
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
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (fill), self);
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
