/* mukana-value-popover.c: one value to choose, by typing where there are many.
 *
 * A word is found by what it is called in any language and by its synonyms, the
 * best first; values that were added by what stands in them.  Enter takes the first
 * that is left, Down goes to the others.
 */

#include "ui/kit/mukana-value-popover.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-search-keys.h"

#define N_SHOWN  60   /* before more must be typed */
#define WIDTH_PX 340

struct _MukanaValuePopover
{
  GtkPopover         parent_instance;

  MukanaLexicon     *words;      /* NULL: only what was added */
  MukanaLexiconList  list;
  gboolean           with_retired;
  GPtrArray         *added;      /* of Value, to be searched; NULL: rows are added as they are */
  gboolean           offers_new; /* what is typed may be added as it is */
  gboolean           shows_all;  /* a closed set: all that was added may be looked through */
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

typedef struct
{
  char *code;
  char *label;
  char *folded;
} Value;

static void
free_value (gpointer data)
{
  Value *value = data;

  g_free (value->code);
  g_free (value->label);
  g_free (value->folded);
  g_free (value);
}

static GtkWidget *
add_row (MukanaValuePopover *self,
         GtkWidget          *words)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_margin_start (words, 9);
  gtk_widget_set_margin_end (words, 9);
  gtk_widget_set_margin_top (words, 6);
  gtk_widget_set_margin_bottom (words, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), words);
  gtk_list_box_append (GTK_LIST_BOX (self->values), row);
  return row;
}

static void
add_value (MukanaValuePopover *self,
           const char         *code,
           const char         *label)
{
  GtkWidget *row = add_row (self, mukana_layout_wrapped (label, NULL));

  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);
}

/** mukana_value_popover_add: @label: translated */
void
mukana_value_popover_add (MukanaValuePopover *self,
                          const char         *code,
                          const char         *label)
{
  Value *value;

  if (self->added == NULL)
    {
      add_value (self, code, label);
      return;
    }

  value = g_new0 (Value, 1);
  value->code = g_strdup (code);
  value->label = g_strdup (label);
  value->folded = mukana_text_fold (label);
  g_ptr_array_add (self->added, value);
}

static void
tell_of_more (MukanaValuePopover *self)
{
  GtkWidget *row = add_row (self, mukana_layout_wrapped (_("Type to find more"), "second-line"));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
}

/* Last in the list, so that Enter takes what is there before. */
static void
offer_new (MukanaValuePopover *self)
{
  g_autofree char *name = mukana_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *label = g_strdup_printf (_("Add “%s” as new"), name);
  g_autofree char *code = g_strconcat (MUKANA_VALUE_NEW, name, NULL);

  if (self->offers_new && !mukana_text_is_empty (name))
    add_value (self, code, label);
}

/* No more rows than can be looked through: there may be thousands of organisations. */
static void
fill_added (MukanaValuePopover *self)
{
  g_autofree char *needle = mukana_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gboolean is_there = FALSE;
  guint n_added = 0;

  empty_values (self);
  for (guint i = 0; i < self->added->len && (self->shows_all || n_added <= N_SHOWN); i++)
    {
      const Value *value = g_ptr_array_index (self->added, i);

      if (strstr (value->folded, needle) == NULL)
        continue;
      is_there |= g_str_equal (value->folded, needle);
      if (n_added++ < N_SHOWN || self->shows_all)
        add_value (self, value->code, value->label);
      else
        tell_of_more (self);
    }
  if (!is_there)
    offer_new (self);
}

static void
fill_values (MukanaValuePopover *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) found = NULL;
  guint n_added = 0;

  if (self->words == NULL)
    {
      if (self->added != NULL)
        fill_added (self);
      return;
    }

  empty_values (self);
  found = mukana_lexicon_search (self->words, self->list, typed);
  for (guint i = 0; i < found->len && n_added <= N_SHOWN; i++)
    {
      gpointer record = g_ptr_array_index (found, i);
      const char *code = mukana_lexicon_peek_code (record);
      g_autofree char *title = mukana_lexicon_dup_title (self->words, self->list, code);

      if (mukana_lexicon_is_retired (record) && !self->with_retired)
        continue;
      if (n_added++ < N_SHOWN)
        add_value (self, code, title);
      else
        tell_of_more (self);
    }
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
mukana_value_popover_finalize (GObject *object)
{
  MukanaValuePopover *self = MUKANA_VALUE_POPOVER (object);

  g_clear_object (&self->words);
  g_clear_pointer (&self->added, g_ptr_array_unref);

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
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->values),
                                mukana_layout_text (_("Nothing found"), "second-line"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->values), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Values"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->values);
  gtk_widget_set_size_request (box, WIDTH_PX, -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (fill_values), self);
  mukana_search_keys_add (self->search, GTK_LIST_BOX (self->values));
  g_signal_connect_swapped (self->values, "row-activated", G_CALLBACK (row_activated_cb), self);
}

GtkWidget *
mukana_value_popover_new (void)
{
  return g_object_new (MUKANA_TYPE_VALUE_POPOVER, NULL);
}

/**
 * mukana_value_popover_offer_words:
 * @with_retired: for looking for what was said, not for saying it
 *
 * Offers one of the county's lists, to be searched.
 */
void
mukana_value_popover_offer_words (MukanaValuePopover *self,
                                  MukanaLexicon      *words,
                                  MukanaLexiconList   list,
                                  gboolean            with_retired)
{
  mukana_value_popover_clear (self);
  self->with_retired = with_retired;
  self->words = g_object_ref (words);
  self->list = list;
  fill_values (self);
}

/** mukana_value_popover_search_added: lets what is added from now on be searched */
void
mukana_value_popover_search_added (MukanaValuePopover *self)
{
  self->added = g_ptr_array_new_with_free_func (free_value);
}

/** mukana_value_popover_offer_new: what is typed may be chosen, as %MUKANA_VALUE_NEW and it */
void
mukana_value_popover_offer_new (MukanaValuePopover *self)
{
  self->offers_new = TRUE;
}

/** mukana_value_popover_show_all: what was added is few enough to be looked through */
void
mukana_value_popover_show_all (MukanaValuePopover *self)
{
  self->shows_all = TRUE;
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
  gboolean can_search = self->words != NULL || self->added != NULL;

  if (self->added != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      fill_added (self);
    }
  gtk_widget_set_visible (self->search, can_search);
  gtk_popover_popup (GTK_POPOVER (self));
  if (can_search)
    gtk_widget_grab_focus (self->search);
  else
    gtk_widget_child_focus (self->values, GTK_DIR_TAB_FORWARD);
}
