/* mukana-import-rows.c: rows of a plan, or its problems, as a list model.
 *
 * Only the numbers of the rows are kept; an object is made for each row that is
 * on the screen, so a list of 100,000 rows costs nothing more to show.
 */

#include "ui/importing/mukana-import-rows.h"

#include <string.h>

struct _MukanaImportRow
{
  GObject           parent_instance;

  MukanaImportPlan *plan;
  guint             place;
  gboolean          is_problem;
};

G_DEFINE_FINAL_TYPE (MukanaImportRow, mukana_import_row, G_TYPE_OBJECT)

static void
mukana_import_row_finalize (GObject *object)
{
  mukana_import_plan_unref (MUKANA_IMPORT_ROW (object)->plan);

  G_OBJECT_CLASS (mukana_import_row_parent_class)->finalize (object);
}

static void
mukana_import_row_class_init (MukanaImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_import_row_finalize;
}

static void
mukana_import_row_init (MukanaImportRow *self)
{
}

/** mukana_import_row_get_place: Returns: the number of the item or problem in its plan */
guint
mukana_import_row_get_place (MukanaImportRow *self)
{
  return self->place;
}

/** mukana_import_row_peek_item: Returns: (nullable): NULL when it is a problem */
const MukanaImportItem *
mukana_import_row_peek_item (MukanaImportRow *self)
{
  return self->is_problem ? NULL : mukana_import_plan_peek_item (self->plan, self->place);
}

/** mukana_import_row_peek_problem: Returns: (nullable): NULL when it is a row of the list */
const MukanaImportProblem *
mukana_import_row_peek_problem (MukanaImportRow *self)
{
  return self->is_problem ? mukana_import_plan_peek_problem (self->plan, self->place) : NULL;
}

struct _MukanaImportRows
{
  GObject           parent_instance;

  MukanaImportPlan *plan;
  gboolean          is_problems;
  GArray           *places;        /* guint: of items or of problems */
};

static GType
mukana_import_rows_get_item_type (GListModel *model)
{
  return MUKANA_TYPE_IMPORT_ROW;
}

static guint
mukana_import_rows_get_n_items (GListModel *model)
{
  return MUKANA_IMPORT_ROWS (model)->places->len;
}

static gpointer
mukana_import_rows_get_item (GListModel *model,
                             guint       position)
{
  MukanaImportRows *self = MUKANA_IMPORT_ROWS (model);
  MukanaImportRow *row;

  if (position >= self->places->len)
    return NULL;

  row = g_object_new (MUKANA_TYPE_IMPORT_ROW, NULL);
  row->plan = mukana_import_plan_ref (self->plan);
  row->place = g_array_index (self->places, guint, position);
  row->is_problem = self->is_problems;
  return row;
}

static void
implement_list_model (GListModelInterface *iface)
{
  iface->get_item_type = mukana_import_rows_get_item_type;
  iface->get_n_items = mukana_import_rows_get_n_items;
  iface->get_item = mukana_import_rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MukanaImportRows, mukana_import_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list_model))

static void
mukana_import_rows_finalize (GObject *object)
{
  MukanaImportRows *self = MUKANA_IMPORT_ROWS (object);

  mukana_import_plan_unref (self->plan);
  g_array_unref (self->places);

  G_OBJECT_CLASS (mukana_import_rows_parent_class)->finalize (object);
}

static void
mukana_import_rows_class_init (MukanaImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_import_rows_finalize;
}

static void
mukana_import_rows_init (MukanaImportRows *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* The same trouble in the same column stands together. */
static int
compare_problems (gconstpointer a,
                  gconstpointer b,
                  gpointer      plan)
{
  const MukanaImportProblem *one = mukana_import_plan_peek_problem (plan, *(const guint *) a);
  const MukanaImportProblem *other = mukana_import_plan_peek_problem (plan, *(const guint *) b);
  int by_reason = g_strcmp0 (one->reason, other->reason);
  int by_column = g_strcmp0 (one->column, other->column);

  if (by_reason != 0)
    return by_reason;
  return by_column != 0 ? by_column : (int) one->row - (int) other->row;
}

/**
 * mukana_import_rows_new:
 * @outcome: of the rows, when @show is %MUKANA_IMPORT_SHOW_OUTCOME
 */
GListModel *
mukana_import_rows_new (MukanaImportPlan    *plan,
                        MukanaImportShow     show,
                        MukanaImportOutcome  outcome)
{
  MukanaImportRows *self = g_object_new (MUKANA_TYPE_IMPORT_ROWS, NULL);
  gboolean is_problems = show == MUKANA_IMPORT_SHOW_PROBLEMS;
  guint n = is_problems ? mukana_import_plan_get_n_problems (plan)
                        : mukana_import_plan_get_n_items (plan);

  self->plan = mukana_import_plan_ref (plan);
  self->is_problems = is_problems;
  for (guint place = 0; place < n; place++)
    if (show != MUKANA_IMPORT_SHOW_OUTCOME ||
        mukana_import_plan_peek_item (plan, place)->outcome == outcome)
      g_array_append_val (self->places, place);
  if (is_problems)
    g_array_sort_with_data (self->places, compare_problems, plan);

  return G_LIST_MODEL (self);
}
