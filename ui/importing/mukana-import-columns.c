/* mukana-import-columns.c: what each column of a list is: a guess, samples, and a choice.
 *
 * A column that is not chosen is not taken in.  Choosing makes another source;
 * the file is not read again.
 */

#include "ui/importing/mukana-import-columns.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-value-popover.h"

#define N_SAMPLES 3
#define SAMPLE_LENGTH 40
#define CHOICE_WIDTH_PX 290

struct _MukanaImportColumns
{
  GtkBox              parent_instance;

  MukanaImportSource *source;
  GPtrArray          *choices;   /* of Choice, one a column */
};

enum { SHEET, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaImportColumns, mukana_import_columns, GTK_TYPE_BOX)

/* What one column is chosen to be. */
typedef struct
{
  MukanaImportColumns *columns;   /* borrowed: they own us */
  guint                list;
  guint                column;
  char                *heading;
  GtkWidget           *button;
  GtkWidget           *label;     /* in it */
  MukanaValuePopover  *popover;   /* NULL until it is first opened */
} Choice;

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  if (choice->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (choice->popover));
  g_free (choice->heading);
  g_free (choice);
}

static const char *
describe_meaning (MukanaColumn meaning)
{
  return meaning == MUKANA_COLUMN_NONE ? _("Not taken in") : _(mukana_column_label (meaning));
}

static void
show_choice (Choice *choice)
{
  const char *words = describe_meaning (
    mukana_import_source_get_column (choice->columns->source, choice->list, choice->column));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", choice->heading, words);

  gtk_label_set_label (GTK_LABEL (choice->label), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

/* A meaning that stands once leaves the column it was at, so all are shown anew. */
static void
meaning_chosen_cb (Choice     *choice,
                   const char *code)
{
  MukanaImportColumns *self = choice->columns;
  MukanaImportSource *changed =
    mukana_import_source_with_column (self->source, choice->list, choice->column,
                                      mukana_column_from_name (code));

  mukana_import_source_unref (self->source);
  self->source = changed;
  for (guint i = 0; i < self->choices->len; i++)
    show_choice (g_ptr_array_index (self->choices, i));
  gtk_widget_grab_focus (choice->button);
}

static void
open_cb (Choice *choice)
{
  if (choice->popover == NULL)
    {
      choice->popover = MUKANA_VALUE_POPOVER (mukana_value_popover_new ());
      mukana_value_popover_search_added (choice->popover);
      mukana_value_popover_show_all (choice->popover);
      for (guint column = MUKANA_COLUMN_NONE; column < MUKANA_N_COLUMNS; column++)
        mukana_value_popover_add (choice->popover, mukana_column_name ((MukanaColumn) column),
                                  describe_meaning ((MukanaColumn) column));
      gtk_widget_set_parent (GTK_WIDGET (choice->popover), choice->button);
      g_signal_connect_swapped (choice->popover, "chosen", G_CALLBACK (meaning_chosen_cb), choice);
    }

  mukana_value_popover_open (choice->popover);
}

static Choice *
add_choice (MukanaImportColumns *self,
            guint                list,
            guint                column,
            const char          *heading)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  choice->columns = self;
  choice->list = list;
  choice->column = column;
  choice->heading = g_strdup (heading);
  choice->button = gtk_button_new ();
  choice->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (choice->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (choice->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (choice->label, TRUE);
  gtk_box_append (GTK_BOX (box), choice->label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_button_set_child (GTK_BUTTON (choice->button), box);
  gtk_widget_set_hexpand (choice->button, FALSE);   /* which its label would have it do */
  gtk_widget_set_valign (choice->button, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (choice->button, CHOICE_WIDTH_PX, -1);
  g_signal_connect_swapped (choice->button, "clicked", G_CALLBACK (open_cb), choice);
  g_ptr_array_add (self->choices, choice);
  show_choice (choice);
  return choice;
}

static char *
describe_samples (MukanaImportSource *source,
                  guint               list,
                  guint               column)
{
  MukanaTable *table = mukana_import_source_peek_table (source, list);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) samples = NULL;
  guint n = 0;

  for (guint row = mukana_import_source_get_first_row (source, list);
       row < mukana_table_get_n_rows (table) && n < N_SAMPLES; row++)
    {
      const char *cell = column < mukana_table_get_n_cells (table, row)
                           ? mukana_table_peek_cell (table, row, column) : NULL;
      g_autofree char *sample = NULL;

      if (cell == NULL || *cell == '\0')
        continue;
      sample = g_utf8_strlen (cell, -1) > SAMPLE_LENGTH ? g_utf8_substring (cell, 0, SAMPLE_LENGTH)
                                                        : g_strdup (cell);
      g_strv_builder_add (builder, sample);
      n++;
    }

  samples = g_strv_builder_end (builder);
  return g_strjoinv (" · ", samples);
}

static GtkWidget *
make_row (MukanaImportColumns *self,
          guint                list,
          guint                column)
{
  const char *heading = mukana_import_source_peek_heading (self->source, list, column);
  g_autofree char *samples = describe_samples (self->source, list, column);
  g_autofree char *unnamed = g_strdup_printf (_("Column %u"), column + 1);
  const char *title = heading != NULL && *heading != '\0' ? heading : unnamed;
  GtkWidget *row = adw_action_row_new ();
  Choice *choice = add_choice (self, list, column, title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice->button);
  return row;
}

static void
sheet_chosen_cb (GtkDropDown         *drop,
                 GParamSpec          *pspec,
                 MukanaImportColumns *self)
{
  MukanaTable *table = mukana_import_source_peek_table (self->source, 0);

  g_signal_emit (self, signals[SHEET], 0,
                 mukana_table_peek_sheet_name (table, gtk_drop_down_get_selected (drop)));
}

static GtkWidget *
make_sheet_choice (MukanaImportColumns *self,
                   MukanaTable         *table)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (guint i = 0; i < mukana_table_get_n_sheets (table); i++)
    gtk_string_list_append (names, mukana_table_peek_sheet_name (table, i));
  drop = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), mukana_table_get_sheet (table));
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sheet"),
                                  -1);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (sheet_chosen_cb), self, 0);
  return drop;
}

static void
add_list (MukanaImportColumns *self,
          guint                list)
{
  MukanaTable *table = mukana_import_source_peek_table (self->source, list);
  MukanaListKind kind = mukana_import_source_get_kind (self->source, list);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *name = g_path_get_basename (mukana_import_source_peek_file (self->source, list));
  g_autofree char *title = g_markup_escape_text (name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _(mukana_list_kind_label (kind)));
  if (mukana_import_source_get_n_lists (self->source) == 1 && mukana_table_get_n_sheets (table) > 1)
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group),
                                             make_sheet_choice (self, table));
  for (guint i = 0; i < mukana_import_source_get_n_columns (self->source, list); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, list, i));
  gtk_box_append (GTK_BOX (self), group);
}

static void
mukana_import_columns_dispose (GObject *object)
{
  g_clear_pointer (&MUKANA_IMPORT_COLUMNS (object)->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_import_columns_parent_class)->dispose (object);
}

static void
mukana_import_columns_finalize (GObject *object)
{
  mukana_import_source_unref (MUKANA_IMPORT_COLUMNS (object)->source);

  G_OBJECT_CLASS (mukana_import_columns_parent_class)->finalize (object);
}

static void
mukana_import_columns_class_init (MukanaImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_import_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_import_columns_finalize;

  signals[SHEET] = g_signal_new ("sheet", MUKANA_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mukana_import_columns_init (MukanaImportColumns *self)
{
  self->choices = g_ptr_array_new_with_free_func (free_choice);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

GtkWidget *
mukana_import_columns_new (MukanaImportSource *source)
{
  MukanaImportColumns *self = g_object_new (MUKANA_TYPE_IMPORT_COLUMNS, NULL);

  self->source = mukana_import_source_ref (source);
  for (guint list = 0; list < mukana_import_source_get_n_lists (source); list++)
    add_list (self, list);
  return GTK_WIDGET (self);
}

/** mukana_import_columns_peek_source: Returns: borrowed, with the columns as they are chosen now */
MukanaImportSource *
mukana_import_columns_peek_source (MukanaImportColumns *self)
{
  return self->source;
}
