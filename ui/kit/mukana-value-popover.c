/* mukana-value-popover.c: one value to choose, by typing where there are many.
 *
 * A theme is found by its words in any language and by its synonyms, other
 * words by how they begin, values that were added by what stands in them.  Enter
 * takes the first that is left.
 */

#include "ui/kit/mukana-value-popover.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"
#include "ui/kit/mukana-layout.h"

#define N_SHOWN 60   /* before more must be typed */

struct _MukanaValuePopover
{
  GtkPopover         parent_instance;

  MukanaLexicon     *words;      /* NULL: only what was added */
  MukanaLexiconList  list;
  gboolean           can_search_added;
  GtkWidget         *search;
  GtkWidget         *values;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaValuePopover, mukana_value_popover, GTK_TYPE_POPOVER)

static void
empty_values (MukanaValuePopover *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->values)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->values), row);
}

/** mukana_value_popover_add: @label: translated */
void
mukana_value_popover_add (MukanaValuePopover *self,
                          const char         *code,
                          const char         *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *words = mukana_layout_text (label, NULL);

  gtk_widget_set_margin_start (words, 9);
  gtk_widget_set_margin_end (words, 9);
  gtk_widget_set_margin_top (words, 6);
  gtk_widget_set_margin_bottom (words, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), words);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->values), row);
}

static gboolean
add_matching (MukanaValuePopover *self,
              gpointer            record,
              const char         *needle)
{
  const char *code = mukana_lexicon_peek_code (record);
  const char *label = mukana_lexicon_label (self->words, self->list, code);
  g_autofree char *folded = mukana_text_fold (label);
  gboolean matches = MUKANA_IS_THEME (record) ? mukana_lexicon_theme_matches (self->words, record,
                                                                              needle)
                                              : g_str_has_prefix (folded, needle);

  if (matches)
    mukana_value_popover_add (self, code, label);
  return matches;
}

/* Words of a list are chosen as they are added; what was added before is here. */
static gboolean
is_left_cb (GtkListBoxRow *row,
            gpointer       data)
{
  MukanaValuePopover *self = data;
  g_autofree char *needle = mukana_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *label = NULL;

  if (self->words != NULL)
    return TRUE;

  label = mukana_text_fold (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));
  return strstr (label, needle) != NULL;
}

static void
fill_values (MukanaValuePopover *self)
{
  g_autofree char *needle = mukana_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GPtrArray *records;
  int n_added = 0;

  if (self->words == NULL)
    {
      gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->values));
      return;
    }

  empty_values (self);
  records = mukana_lexicon_peek_all (self->words, self->list);
  for (guint i = 0; i < records->len && n_added < N_SHOWN; i++)
    n_added += add_matching (self, g_ptr_array_index (records, i), needle);
}

static void
row_activated_cb (MukanaValuePopover *self,
                  GtkListBoxRow      *row)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), "code"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, code);
}

static void
search_entered_cb (MukanaValuePopover *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->values);

  while (first != NULL && !gtk_widget_get_child_visible (first))
    first = gtk_widget_get_next_sibling (first);
  if (first != NULL)
    row_activated_cb (self, GTK_LIST_BOX_ROW (first));
}

static void
mukana_value_popover_finalize (GObject *object)
{
  g_clear_object (&MUKANA_VALUE_POPOVER (object)->words);

  G_OBJECT_CLASS (mukana_value_popover_parent_class)->finalize (object);
}

static void
mukana_value_popover_class_init (MukanaValuePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_value_popover_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mukana_value_popover_init (MukanaValuePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search"), -1);
  self->values = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->values), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->values), is_left_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->values), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Values"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->values);
  gtk_widget_set_size_request (box, 260, -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (fill_values), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_entered_cb), self);
  g_signal_connect_swapped (self->values, "row-activated", G_CALLBACK (row_activated_cb), self);
}

GtkWidget *
mukana_value_popover_new (void)
{
  return g_object_new (MUKANA_TYPE_VALUE_POPOVER, NULL);
}

/** mukana_value_popover_offer_words: offers one of the county's lists, to be searched */
void
mukana_value_popover_offer_words (MukanaValuePopover *self,
                                  MukanaLexicon      *words,
                                  MukanaLexiconList   list)
{
  mukana_value_popover_clear (self);
  self->words = g_object_ref (words);
  self->list = list;
  fill_values (self);
}

/** mukana_value_popover_search_added: lets what is added be searched, where it is much */
void
mukana_value_popover_search_added (MukanaValuePopover *self)
{
  self->can_search_added = TRUE;
}

/** mukana_value_popover_clear: offers nothing, until values are added */
void
mukana_value_popover_clear (MukanaValuePopover *self)
{
  g_clear_object (&self->words);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  empty_values (self);
}

void
mukana_value_popover_open (MukanaValuePopover *self)
{
  gboolean can_search = self->words != NULL || self->can_search_added;

  if (self->can_search_added)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->search, can_search);
  gtk_popover_popup (GTK_POPOVER (self));
  if (can_search)
    gtk_widget_grab_focus (self->search);
  else
    gtk_widget_child_focus (self->values, GTK_DIR_TAB_FORWARD);
}
