/* mukana-import-preview.c: what would happen to each row, and what was not understood.
 *
 * For somebody who is perhaps there already it says why, and takes the decision;
 * when nobody decides, the row is left out.
 */

#include "ui/importing/mukana-import-preview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-codes.h"
#include "ui/importing/mukana-import-rows.h"
#include "ui/kit/mukana-count.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-wrap-box.h"

struct _MukanaImportPreview
{
  GtkBox                  parent_instance;

  MukanaImportPlan       *plan;
  MukanaImportAcceptance *acceptance;   /* holds the decisions */
  GHashTable             *troubles;     /* gint64 of a list and a row -> GString: what is wrong */

  GtkListView            *list;
  GtkWidget              *first;        /* of the filters */
};

G_DEFINE_FINAL_TYPE (MukanaImportPreview, mukana_import_preview, GTK_TYPE_BOX)

static const MukanaPillKind outcome_pills[MUKANA_IMPORT_N_OUTCOMES] = {
  [MUKANA_IMPORT_NEW] = MUKANA_PILL_OK,
  [MUKANA_IMPORT_CHANGED] = MUKANA_PILL_INFO,
  [MUKANA_IMPORT_SAME] = MUKANA_PILL_NEUTRAL,
  [MUKANA_IMPORT_DUPLICATE] = MUKANA_PILL_WARN,
  [MUKANA_IMPORT_REFUSED] = MUKANA_PILL_BAD,
};

/* The parts of a row; kept with the list item. */
typedef struct
{
  GtkLabel    *title;
  GtkLabel    *detail;
  GtkWidget   *pill;
  GtkDropDown *decision;
  gulong       handler;
} Cell;

static GtkLabel *
make_text (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
setup_cb (MukanaImportPreview *self,
          GtkListItem         *list_item)
{
  const char *const decisions[] = { _("Leave out"), _("A new person"), _("The same person"), NULL };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Cell *cell = g_new0 (Cell, 1);

  cell->title = make_text (texts, "row-title");
  cell->detail = make_text (texts, "second-line");
  gtk_label_set_wrap (cell->detail, TRUE);
  gtk_label_set_lines (cell->detail, 3);
  cell->pill = mukana_pill_new (MUKANA_PILL_NEUTRAL, "");
  cell->decision = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (decisions));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (cell->pill, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (cell->decision), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line, "mukana-row");
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), cell->pill);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (cell->decision));
  gtk_list_item_set_child (list_item, line);
  gtk_list_item_set_activatable (list_item, FALSE);
  g_object_set_data_full (G_OBJECT (list_item), "cell", cell, g_free);
}

static char *
describe_likeness (const MukanaImportItem *item)
{
  g_autofree const char **sentences = mukana_likeness_sentences (item->likeness);
  g_autoptr (GString) text = g_string_new (NULL);

  if (item->other_label != NULL)
    g_string_append_printf (text, _("Perhaps %s"), item->other_label);
  if (item->other_row > 0)
    g_string_append_printf (text, _(", on row %u"), item->other_row);
  for (guint i = 0; sentences != NULL && sentences[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "", _(sentences[i]));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gint64
find_key (guint list,
          guint row)
{
  return (gint64) list << 32 | row;
}

static void
free_text (gpointer data)
{
  g_string_free (data, TRUE);
}

/* Of each row all that is wrong with it: why it is refused is among that. */
static void
gather_troubles (MukanaImportPreview *self)
{
  self->troubles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_text);
  for (guint i = 0; i < mukana_import_plan_get_n_problems (self->plan); i++)
    {
      const MukanaImportProblem *problem = mukana_import_plan_peek_problem (self->plan, i);
      gint64 key = find_key (problem->list, problem->row);
      GString *text = g_hash_table_lookup (self->troubles, &key);

      if (text == NULL)
        g_hash_table_insert (self->troubles, g_memdup2 (&key, sizeof key),
                             g_string_new (_(problem->sentence)));
      else if (strstr (text->str, _(problem->sentence)) == NULL)
        g_string_append_printf (text, " · %s", _(problem->sentence));
    }
}

/* Returns: yours: with the file, where there are several that have such a row */
static char *
say_where (MukanaImportPreview *self,
           guint                list,
           const char          *words)
{
  MukanaImportSource *source = mukana_import_plan_peek_source (self->plan);

  if (mukana_import_source_get_n_lists (source) < 2)
    return g_strdup (words);

  return g_strdup_printf ("%s · %s", mukana_import_source_peek_file (source, list), words);
}

/* Returns: (nullable): yours, what is to be known of the row beside its name */
static char *
describe (MukanaImportPreview    *self,
          const MukanaImportItem *item)
{
  gint64 key = find_key (item->list, item->row);
  GString *trouble;

  if (item->outcome == MUKANA_IMPORT_DUPLICATE)
    return describe_likeness (item);
  if (item->outcome != MUKANA_IMPORT_REFUSED)
    return g_strdup (item->fields);

  trouble = g_hash_table_lookup (self->troubles, &key);
  return trouble != NULL ? g_strdup (trouble->str) : NULL;
}

static void
show_item (MukanaImportPreview    *self,
           Cell                   *cell,
           const MukanaImportItem *item,
           guint                   place)
{
  g_autofree char *why = describe (self, item);
  g_autofree char *row = g_strdup_printf (_("Row %u"), item->row);
  g_autofree char *detail = say_where (self, item->list, row);
  gboolean may_decide = item->outcome == MUKANA_IMPORT_DUPLICATE;

  if (why != NULL && *why != '\0')
    {
      char *longer = g_strdup_printf ("%s: %s", detail, why);

      g_free (detail);
      detail = longer;
    }
  gtk_label_set_label (cell->title, item->label != NULL ? item->label : "");
  gtk_label_set_label (cell->detail, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell->detail), detail);
  mukana_pill_set (MUKANA_PILL (cell->pill), outcome_pills[item->outcome],
                   _(mukana_import_outcome_label (item->outcome)));
  gtk_widget_set_visible (cell->pill, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (cell->decision), may_decide);
  if (may_decide)
    gtk_drop_down_set_selected (cell->decision,
                                mukana_import_acceptance_decision (self->acceptance, place));
}

/* What is about a whole row has no column, and of an identity code no value is shown. */
static char *
say_cell (const MukanaImportProblem *problem)
{
  if (problem->row == 0)
    return g_strdup (problem->column);
  if (*problem->column == '\0')
    return g_strdup_printf (_("Row %u"), problem->row);
  if (*problem->value == '\0')
    /* Translators: a row of a list, and the heading of one of its columns */
    return g_strdup_printf (_("Row %1$u, %2$s"), problem->row, problem->column);

  return g_strdup_printf (_("Row %1$u, %2$s: “%3$s”"), problem->row, problem->column,
                          problem->value);
}

static void
show_problem (MukanaImportPreview       *self,
              Cell                      *cell,
              const MukanaImportProblem *problem)
{
  g_autofree char *at = say_cell (problem);
  g_autofree char *where = say_where (self, problem->list, at);

  gtk_label_set_label (cell->title, _(problem->sentence));
  gtk_label_set_label (cell->detail, where);
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell->detail), where);
  gtk_widget_set_visible (cell->pill, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (cell->decision), FALSE);
}

static void
decided_cb (GtkDropDown         *drop,
            GParamSpec          *pspec,
            MukanaImportPreview *self)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop), "place"));

  mukana_import_acceptance_decide (self->acceptance, place,
                                   (MukanaImportDecision) gtk_drop_down_get_selected (drop));
}

static void
bind_cb (MukanaImportPreview *self,
         GtkListItem         *list_item)
{
  MukanaImportRow *row = gtk_list_item_get_item (list_item);
  Cell *cell = g_object_get_data (G_OBJECT (list_item), "cell");
  const MukanaImportItem *item = mukana_import_row_peek_item (row);
  guint place = mukana_import_row_get_place (row);

  if (item == NULL)
    {
      show_problem (self, cell, mukana_import_row_peek_problem (row));
      return;
    }

  show_item (self, cell, item, place);
  g_object_set_data (G_OBJECT (cell->decision), "place", GUINT_TO_POINTER (place));
  cell->handler = g_signal_connect_object (cell->decision, "notify::selected",
                                           G_CALLBACK (decided_cb), self, 0);
}

/* A row that is used again must not decide for the one before. */
static void
unbind_cb (MukanaImportPreview *self,
           GtkListItem         *list_item)
{
  Cell *cell = g_object_get_data (G_OBJECT (list_item), "cell");

  g_clear_signal_handler (&cell->handler, cell->decision);
}

static void
show_rows (MukanaImportPreview *self,
           MukanaImportShow     show,
           MukanaImportOutcome  outcome)
{
  GListModel *rows = mukana_import_rows_new (self->plan, show, outcome);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (rows);

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

typedef struct
{
  MukanaImportShow    show;
  MukanaImportOutcome outcome;
} Filter;

static void
filter_toggled_cb (GtkToggleButton     *button,
                   MukanaImportPreview *self)
{
  const Filter *filter = g_object_get_data (G_OBJECT (button), "filter");

  if (gtk_toggle_button_get_active (button))
    show_rows (self, filter->show, filter->outcome);
}

static void
add_filter (MukanaImportPreview *self,
            GtkWidget           *box,
            const char          *label,
            guint                count,
            Filter               filter)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *spoken = NULL;

  if (count == 0 && filter.show != MUKANA_IMPORT_SHOW_ALL)
    {
      g_object_ref_sink (button);
      g_object_unref (button);
      g_object_ref_sink (content);
      g_object_unref (content);
      return;
    }

  gtk_box_append (GTK_BOX (content), gtk_label_new (label));
  gtk_box_append (GTK_BOX (content), mukana_count_new (count));
  gtk_button_set_child (GTK_BUTTON (button), content);
  /* A button with a box in it has no name of its own. */
  spoken = g_strdup_printf ("%s %u", label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "filter", g_memdup2 (&filter, sizeof filter), g_free);
  if (self->first == NULL)
    self->first = button;
  else
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->first));
  g_signal_connect_object (button, "toggled", G_CALLBACK (filter_toggled_cb), self, 0);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), button);
}

static GtkWidget *
make_filters (MukanaImportPreview *self)
{
  MukanaImportCounts counts = mukana_import_plan_count (self->plan);
  const guint by_outcome[MUKANA_IMPORT_N_OUTCOMES] = {
    counts.n_new, counts.n_changed, counts.n_same, counts.n_duplicate, counts.n_refused
  };
  GtkWidget *box = mukana_wrap_box_new (6, 6);

  add_filter (self, box, _("All"), counts.n_rows, (Filter) { MUKANA_IMPORT_SHOW_ALL, 0 });
  for (guint i = 0; i < MUKANA_IMPORT_N_OUTCOMES; i++)
    add_filter (self, box, _(mukana_import_outcome_label (i)), by_outcome[i],
                (Filter) { MUKANA_IMPORT_SHOW_OUTCOME, i });
  add_filter (self, box, _("Not understood"), mukana_import_plan_get_n_problems (self->plan),
              (Filter) { MUKANA_IMPORT_SHOW_PROBLEMS, 0 });
  return box;
}

/* Of each purpose how many, also none: that nobody may be asked is to be seen before. */
static GtkWidget *
make_consents (MukanaImportPreview *self)
{
  g_autoptr (GString) text = g_string_new (_("Consents that come with the list:"));
  GtkWidget *label;

  for (guint i = 0; i < MUKANA_IMPORT_N_PURPOSES; i++)
    g_string_append_printf (text, "%s %s %u", i > 0 ? " ·" : "",
                            mukana_code_label (mukana_all_purposes, mukana_import_purpose (i)),
                            mukana_import_plan_count_consents (self->plan, i));
  label = gtk_label_new (text->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static void
mukana_import_preview_finalize (GObject *object)
{
  MukanaImportPreview *self = MUKANA_IMPORT_PREVIEW (object);

  g_hash_table_unref (self->troubles);
  mukana_import_plan_unref (self->plan);
  mukana_import_acceptance_unref (self->acceptance);

  G_OBJECT_CLASS (mukana_import_preview_parent_class)->finalize (object);
}

static void
mukana_import_preview_class_init (MukanaImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_import_preview_finalize;
}

static void
mukana_import_preview_init (MukanaImportPreview *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/** mukana_import_preview_new: @acceptance: of @plan; takes what is decided about duplicates */
GtkWidget *
mukana_import_preview_new (MukanaImportPlan       *plan,
                           MukanaImportAcceptance *acceptance)
{
  MukanaImportPreview *self = g_object_new (MUKANA_TYPE_IMPORT_PREVIEW, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->plan = mukana_import_plan_ref (plan);
  self->acceptance = mukana_import_acceptance_ref (acceptance);
  gather_troubles (self);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What would happen"), -1);
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "mukana-card");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), make_filters (self));
  if (mukana_import_plan_has_people (plan))
    gtk_box_append (GTK_BOX (self), make_consents (self));
  gtk_box_append (GTK_BOX (self), scrolled);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->first), TRUE);
  return GTK_WIDGET (self);
}
