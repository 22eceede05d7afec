/* mukana-panel-targets.c: what a panel is to be like: so many of this, so many of that.
 *
 * A target is chosen, never typed: what about, which of it, from how many to how
 * many.  They are kept as the text that the draw takes.
 */

#include "ui/panel/mukana-panel-targets.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-panel-target.h"
#include "ui/kit/mukana-layout.h"

#define MOST_SIZE MUKANA_PANEL_MOST_SIZE

/* One row of the list. */
typedef struct
{
  char          *dimension;
  char          *value;
  GtkSpinButton *least;
  GtkSpinButton *most;
} Target;

struct _MukanaPanelTargets
{
  GtkBox         parent_instance;

  MukanaContext *context;
  int            size;
  GtkWidget     *list;
  GtkDropDown   *dimension;
  GtkDropDown   *value;
  GPtrArray     *values;      /* char *, codes of what can be chosen now */
};

G_DEFINE_FINAL_TYPE (MukanaPanelTargets, mukana_panel_targets, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char * const ages[] = { "18-29", "30-49", "50-64", "65-", NULL };

static void
free_target (gpointer data)
{
  Target *target = data;

  g_free (target->dimension);
  g_free (target->value);
  g_free (target);
}

static const char *
label_value (MukanaPanelTargets *self,
             const char         *dimension,
             const char         *value)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);

  if (g_str_equal (dimension, "area"))
    return mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY, value);
  if (g_str_equal (dimension, "service"))
    return mukana_lexicon_label (words, MUKANA_LEXICON_THEME, value);
  if (g_str_equal (dimension, "gender"))
    return mukana_code_label (mukana_genders, value);
  if (g_str_equal (dimension, "situation"))
    return mukana_code_label (mukana_situations, value);
  if (g_str_equal (dimension, "language"))
    return mukana_code_label (mukana_languages, value);

  return value;
}

/* ---- Rows ---- */

static Target *
target_at (MukanaPanelTargets *self,
           int                 place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), place);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "target") : NULL;
}

static void
changed_cb (MukanaPanelTargets *self)
{
  gtk_widget_set_visible (self->list, target_at (self, 0) != NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (MukanaPanelTargets *self,
           GtkWidget          *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  changed_cb (self);
}

static GtkSpinButton *
make_number (MukanaPanelTargets *self,
             int                 number,
             const char         *name)
{
  GtkWidget *spin = mukana_layout_spin_button (0, MOST_SIZE, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_SPIN_BUTTON (mukana_layout_middle (spin));
}

/* ---- Choosing ---- */

static void
offer (MukanaPanelTargets *self,
       GtkStringList      *labels,
       const char         *dimension,
       const char         *code)
{
  g_ptr_array_add (self->values, g_strdup (code));
  gtk_string_list_append (labels, label_value (self, dimension, code));
}

static void
offer_all (MukanaPanelTargets *self,
           GtkStringList      *labels,
           const char         *dimension,
           const char * const *codes)
{
  for (guint i = 0; codes[i] != NULL; i++)
    offer (self, labels, dimension, codes[i]);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b,
                gpointer      language)
{
  return g_utf8_collate (mukana_vocabulary_label (*(gpointer const *) a, language),
                         mukana_vocabulary_label (*(gpointer const *) b, language));
}

/* The search puts the county's own municipalities before others; each keeps its order. */
static void
bring_own_first (MukanaPanelTargets *self,
                 GPtrArray          *sorted,
                 MukanaLexiconList   list)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);
  guint n_own = 0;

  for (guint i = 0; list == MUKANA_LEXICON_MUNICIPALITY && i < sorted->len; i++)
    if (mukana_lexicon_is_own (words, g_ptr_array_index (sorted, i)))
      g_ptr_array_insert (sorted, (int) n_own++, g_ptr_array_steal_index (sorted, i));
}

static void
offer_words (MukanaPanelTargets *self,
             GtkStringList      *labels,
             const char         *dimension,
             MukanaLexiconList   list)
{
  GPtrArray *all = mukana_lexicon_peek_all (mukana_context_peek_vocabulary (self->context), list);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (list != MUKANA_LEXICON_THEME || !((MukanaTheme *) g_ptr_array_index (all, i))->is_retired)
      g_ptr_array_add (sorted, g_ptr_array_index (all, i));

  g_ptr_array_sort_with_data (sorted, compare_labels,
                              (gpointer) mukana_context_peek_language (self->context));
  bring_own_first (self, sorted, list);
  for (guint i = 0; i < sorted->len; i++)
    offer (self, labels, dimension, mukana_lexicon_peek_code (g_ptr_array_index (sorted, i)));
}

static const char *
peek_dimension (MukanaPanelTargets *self)
{
  return mukana_panel_dimensions[gtk_drop_down_get_selected (self->dimension)];
}

static void
dimension_chosen_cb (MukanaPanelTargets *self)
{
  const char *dimension = peek_dimension (self);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->values, 0);
  if (g_str_equal (dimension, "area"))
    offer_words (self, labels, dimension, MUKANA_LEXICON_MUNICIPALITY);
  else if (g_str_equal (dimension, "service"))
    offer_words (self, labels, dimension, MUKANA_LEXICON_THEME);
  else
    offer_all (self, labels, dimension,
               g_str_equal (dimension, "age") ? ages
               : g_str_equal (dimension, "gender") ? mukana_genders
               : g_str_equal (dimension, "situation") ? mukana_situations : mukana_languages);
  gtk_drop_down_set_model (self->value, G_LIST_MODEL (labels));
}

static void
add_cb (MukanaPanelTargets *self)
{
  guint chosen = gtk_drop_down_get_selected (self->value);

  if (chosen < self->values->len)
    mukana_panel_targets_add (self, peek_dimension (self),
                              g_ptr_array_index (self->values, chosen), 1, self->size);
}

/* ---- The widget ---- */

static void
mukana_panel_targets_finalize (GObject *object)
{
  MukanaPanelTargets *self = MUKANA_PANEL_TARGETS (object);

  g_clear_object (&self->context);
  g_ptr_array_unref (self->values);
  G_OBJECT_CLASS (mukana_panel_targets_parent_class)->finalize (object);
}

static void
mukana_panel_targets_class_init (MukanaPanelTargetsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_panel_targets_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkDropDown *
make_choice (const char *name)
{
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                                "string");
  GtkWidget *choice = gtk_drop_down_new (NULL, g_steal_pointer (&text));

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return GTK_DROP_DOWN (choice);
}

static void
mukana_panel_targets_init (MukanaPanelTargets *self)
{
  GtkWidget *add = mukana_layout_button (_("_Add Target"), NULL, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->size = 1;
  self->list = mukana_layout_card ();
  gtk_widget_set_visible (self->list, FALSE);
  self->dimension = make_choice (_("What the target is about"));
  self->value = make_choice (_("Which"));
  gtk_drop_down_set_enable_search (self->dimension, FALSE);
  g_signal_connect_swapped (self->dimension, "notify::selected", G_CALLBACK (dimension_chosen_cb),
                            self);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), mukana_layout_row (12, GTK_WIDGET (self->dimension),
                                                     GTK_WIDGET (self->value), NULL));
  gtk_box_append (GTK_BOX (self), add);
}

GtkWidget *
mukana_panel_targets_new (MukanaContext *context)
{
  MukanaPanelTargets *self = g_object_new (MUKANA_TYPE_PANEL_TARGETS, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->context = g_object_ref (context);
  for (guint i = 0; mukana_panel_dimensions[i] != NULL; i++)
    gtk_string_list_append (labels, mukana_code_label (mukana_panel_dimensions,
                                                       mukana_panel_dimensions[i]));
  gtk_drop_down_set_model (self->dimension, G_LIST_MODEL (labels));
  dimension_chosen_cb (self);
  return GTK_WIDGET (self);
}

/** mukana_panel_targets_set_size: of the panel: what "at most" begins with */
void
mukana_panel_targets_set_size (MukanaPanelTargets *self,
                               int                 size)
{
  Target *target;

  for (int i = 0; (target = target_at (self, i)) != NULL; i++)
    if (gtk_spin_button_get_value_as_int (target->most) == self->size)
      gtk_spin_button_set_value (target->most, size);
  self->size = size;
}

void
mukana_panel_targets_add (MukanaPanelTargets *self,
                          const char         *dimension,
                          const char         *value,
                          int                 least,
                          int                 most)
{
  Target *target = g_new0 (Target, 1);
  g_autofree char *title = g_strdup_printf ("%s: %s", mukana_code_label (mukana_panel_dimensions,
                                                                         dimension),
                                            label_value (self, dimension, value));
  g_autofree char *removal = g_strdup_printf (_("Remove %s"), title);
  g_autofree char *at_least = g_strdup_printf (_("%s, at least"), title);
  g_autofree char *at_most = g_strdup_printf (_("%s, at most"), title);
  GtkWidget *remove = mukana_layout_icon_button ("list-remove-symbolic", removal, NULL);
  GtkWidget *numbers, *content, *row;

  target->dimension = g_strdup (dimension);
  target->value = g_strdup (value);
  target->least = make_number (self, least, at_least);
  target->most = make_number (self, most, at_most);
  numbers = mukana_layout_row (6, GTK_WIDGET (target->least), mukana_layout_text ("–", NULL),
                               GTK_WIDGET (target->most), remove, NULL);
  content = mukana_layout_column (6, mukana_layout_wrapped (title, "row-title"), numbers, NULL);
  row = mukana_layout_card_add (self->list, content);
  g_object_set_data_full (G_OBJECT (row), "target", target, free_target);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

/** mukana_panel_targets_set_text: takes the place of what was there */
void
mukana_panel_targets_set_text (MukanaPanelTargets *self,
                               const char         *text)
{
  g_autoptr (MukanaPanel) panel = mukana_panel_new (self->size, 0, 0);

  mukana_layout_empty (self->list);
  if (mukana_panel_read_targets (panel, text, NULL) == MUKANA_PANEL_TARGETS_FINE)
    for (guint i = 0; i < panel->targets->len; i++)
      {
        const MukanaPanelTarget *target = &g_array_index (panel->targets, MukanaPanelTarget, i);

        mukana_panel_targets_add (self, target->dimension, target->value, target->least,
                                  target->most);
      }
  changed_cb (self);
}

/** mukana_panel_targets_dup_text: Returns: yours, as the draw takes them */
char *
mukana_panel_targets_dup_text (MukanaPanelTargets *self)
{
  GString *text = g_string_new (NULL);
  Target *target;

  for (int i = 0; (target = target_at (self, i)) != NULL; i++)
    g_string_append_printf (text, "%s:%s=%d-%d; ", target->dimension, target->value,
                            gtk_spin_button_get_value_as_int (target->least),
                            gtk_spin_button_get_value_as_int (target->most));

  return g_string_free (text, FALSE);
}
