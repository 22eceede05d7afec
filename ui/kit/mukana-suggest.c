/* mukana-suggest.c: what was written before, under a row in which somebody writes again.
 *
 * Whoever goes on typing is not held up: the list takes no focus before it is asked to, by the
 * arrow down, and anything else may be written.
 */

#include "ui/kit/mukana-suggest.h"

#include <string.h>

#include "base/mukana-text.h"
#include "ui/kit/mukana-layout.h"

#define MOST_SHOWN 6
#define WIDTH_PX   280

/* What belongs to one row; the row has it. */
typedef struct
{
  GtkWidget   *row;
  char       **words;      /* (nullable): not read yet */
  GtkWidget   *popover;
  GtkListBox  *list;
  gboolean     is_taking;  /* a suggestion is put into the row */
} Suggesting;

static void
free_suggesting (gpointer data)
{
  Suggesting *self = data;

  g_strfreev (self->words);
  g_free (self);
}

static Suggesting *
peek (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "suggesting");
}

/* Any word of it may be what is typed first: "Lasten" finds "Kotka, Lasten neuvola". */
static gboolean
suits (const char *word,
       const char *typed)
{
  g_autofree char *folded = mukana_text_fold (word), *wanted = mukana_text_fold (typed);

  return wanted != NULL && *wanted != '\0' && strstr (folded, wanted) != NULL &&
         !g_str_equal (word, typed);
}

static void
add_word (Suggesting *self,
          const char *word)
{
  GtkWidget *label = mukana_layout_text (word, NULL), *row = gtk_list_box_row_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), mukana_layout_margins (label, 6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  g_object_set_data_full (G_OBJECT (row), "word", g_strdup (word), g_free);
  gtk_list_box_append (self->list, row);
}

static void
changed_cb (GtkWidget *row)
{
  Suggesting *self = peek (row);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  gboolean is_typing = gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN;
  guint n = 0;

  mukana_layout_empty (GTK_WIDGET (self->list));
  for (guint i = 0; self->words != NULL && self->words[i] != NULL && n < MOST_SHOWN; i++)
    if (suits (self->words[i], typed))
      {
        add_word (self, self->words[i]);
        n++;
      }

  if (n > 0 && is_typing && !self->is_taking)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
chosen_cb (GtkWidget     *row,
           GtkListBoxRow *chosen)
{
  Suggesting *self = peek (row);
  g_autofree char *word = g_strdup (g_object_get_data (G_OBJECT (chosen), "word"));

  self->is_taking = TRUE;
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), word);
  gtk_editable_set_position (GTK_EDITABLE (row), -1);
  self->is_taking = FALSE;
}

static gboolean
key_cb (GtkWidget *row,
        guint      key)
{
  Suggesting *self = peek (row);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (!gtk_widget_get_visible (self->popover))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Escape)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (key == GDK_KEY_Down && first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
popover_key_cb (GtkWidget *row,
                guint      key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_popover_popdown (GTK_POPOVER (peek (row)->popover));
  gtk_widget_grab_focus (row);
  return GDK_EVENT_STOP;
}

static void
left_cb (GtkWidget *row)
{
  Suggesting *self = peek (row);

  /* Into the list is not away. */
  if (!(gtk_widget_get_state_flags (self->popover) & GTK_STATE_FLAG_FOCUS_WITHIN))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
listen (GtkWidget *widget,
        GtkWidget *row,
        GCallback  pressed_cb)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", pressed_cb, row);
  gtk_widget_add_controller (widget, keys);
}

static Suggesting *
attach (GtkWidget *row)
{
  Suggesting *self = g_new0 (Suggesting, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->row = row;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->popover = gtk_popover_new ();
  gtk_widget_set_size_request (GTK_WIDGET (self->list), WIDTH_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->popover, row);
  g_object_set_data_full (G_OBJECT (row), "suggesting", self, free_suggesting);
  g_signal_connect_swapped (row, "destroy", G_CALLBACK (gtk_widget_unparent), self->popover);
  g_signal_connect (row, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (chosen_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), row);
  gtk_widget_add_controller (row, focus);
  listen (row, row, G_CALLBACK (key_cb));
  listen (self->popover, row, G_CALLBACK (popover_key_cb));
  return self;
}

/** mukana_suggest_words: @row: an entry row; @words: what was written before */
void
mukana_suggest_words (GtkWidget          *row,
                      const char * const *words)
{
  Suggesting *self = peek (row);

  if (self == NULL)
    self = attach (row);
  g_strfreev (self->words);
  self->words = g_strdupv ((char **) words);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWidget) row = data;
  /* Whoever cannot be given suggestions writes without. */
  g_autoptr (MukanaUsedWords) used = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                              NULL);
  MukanaSuggest which = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "suggests"));

  if (used != NULL)
    mukana_suggest_words (row, (const char * const *)
                          (which == MUKANA_SUGGEST_UNIT ? used->units
                           : which == MUKANA_SUGGEST_PROJECT ? used->projects
                                                             : used->cost_centres));
}

/**
 * mukana_suggest_used:
 * @row: an entry row
 *
 * Reads what was written before; until then there are no suggestions.
 *
 * Returns: @row
 */
GtkWidget *
mukana_suggest_used (GtkWidget     *row,
                     MukanaPage    *page,
                     MukanaSuggest  which)
{
  g_object_set_data (G_OBJECT (row), "suggests", GINT_TO_POINTER (which));
  mukana_page_run_async (page, &mukana_used_words_job, NULL, NULL, read_cb,
                         g_object_ref_sink (row));
  return row;
}
