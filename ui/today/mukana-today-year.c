/* mukana-today-year.c: the year's involvement, month by month, as a chart and as its table.
 *
 * The table says in figures what the chart draws, for whoever prefers to read.
 */

#include "ui/today/mukana-today-year.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-bar-chart.h"
#include "ui/kit/mukana-count.h"
#include "ui/kit/mukana-day-words.h"
#include "ui/kit/mukana-key.h"
#include "ui/kit/mukana-wrap-box.h"

struct _MukanaTodayYear
{
  GtkBox          parent_instance;

  GtkLabel       *title;
  GtkWidget      *count;
  MukanaBarChart *chart;
  GtkStack       *stack;        /* the chart, or its table */
  GtkGrid        *table;
};

G_DEFINE_FINAL_TYPE (MukanaTodayYear, mukana_today_year, GTK_TYPE_BOX)

static GtkWidget *
make_cell (const char *text,
           gboolean    is_head,
           gboolean    is_number)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  if (is_head)
    gtk_widget_add_css_class (label, "row-title");
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
add_number (MukanaTodayYear *self,
            int              number,
            int              column,
            int              line)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  gtk_grid_attach (self->table, make_cell (text, FALSE, TRUE), column, line, 1, 1);
}

static void
fill_table (MukanaTodayYear *self,
            MukanaOverview  *overview)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, child);

  gtk_grid_attach (self->table, make_cell (_("Month"), TRUE, FALSE), 0, 0, 1, 1);
  gtk_grid_attach (self->table, make_cell (_("Experts"), TRUE, TRUE), 1, 0, 1, 1);
  gtk_grid_attach (self->table, make_cell (_("Organisations"), TRUE, TRUE), 2, 0, 1, 1);
  for (int i = 0; i < 12; i++)
    {
      gtk_grid_attach (self->table, make_cell (mukana_day_words_month (i + 1), FALSE, FALSE), 0,
                       i + 1, 1, 1);
      add_number (self, overview->months[i].work, 1, i + 1);
      add_number (self, overview->months[i].cooperation, 2, i + 1);
    }
}

/** mukana_today_year_fill: shows the months of the overview's year */
void
mukana_today_year_fill (MukanaTodayYear *self,
                        MukanaOverview  *overview)
{
  MukanaBar bars[12];
  g_autofree char *title = NULL;
  int year, month, day, total = 0;

  mukana_day_split (overview->today, &year, &month, &day);
  for (int i = 0; i < 12; i++)
    {
      bars[i] = (MukanaBar) { mukana_day_words_month (i + 1), overview->months[i].work,
                              overview->months[i].cooperation, i + 1 == month };
      total += bars[i].first + bars[i].second;
    }

  title = g_strdup_printf (_("Participation in %d"), year);
  gtk_label_set_label (self->title, title);
  mukana_count_set (self->count, (guint) total);
  mukana_bar_chart_set_bars (self->chart, bars, G_N_ELEMENTS (bars));
  fill_table (self, overview);
}

static void
table_toggled_cb (MukanaTodayYear *self,
                  GtkToggleButton *button)
{
  gtk_stack_set_visible_child_name (self->stack, gtk_toggle_button_get_active (button) ? "table"
                                                                                      : "chart");
}

static GtkWidget *
make_heading (MukanaTodayYear *self)
{
  GtkWidget *heading = mukana_wrap_box_new (12, 6);
  GtkWidget *as_table = gtk_toggle_button_new_with_label (_("As a table"));
  GtkWidget *parts[5];

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "row-title");
  self->count = mukana_count_new (0);
  gtk_widget_add_css_class (as_table, "flat");
  g_signal_connect_object (as_table, "toggled", G_CALLBACK (table_toggled_cb), self,
                           G_CONNECT_SWAPPED);

  parts[0] = GTK_WIDGET (self->title);
  parts[1] = self->count;
  parts[2] = mukana_key_new (MUKANA_KEY_FIRST_SERIES, _("experts"));
  parts[3] = mukana_key_new (MUKANA_KEY_SECOND_SERIES, _("organisations"));
  parts[4] = as_table;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gtk_widget_set_valign (parts[i], GTK_ALIGN_CENTER);
      mukana_wrap_box_append (MUKANA_WRAP_BOX (heading), parts[i]);
    }
  return heading;
}

static void
mukana_today_year_class_init (MukanaTodayYearClass *klass)
{
}

static void
mukana_today_year_init (MukanaTodayYear *self)
{
  GtkWidget *chart = mukana_bar_chart_new (_("Participation this year"), _("experts"),
                                           _("organisations"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();   /* twelve bars do not fit in 360 px */

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->chart = MUKANA_BAR_CHART (chart);
  gtk_widget_set_margin_start (chart, 12);
  gtk_widget_set_margin_end (chart, 12);
  gtk_widget_set_margin_top (chart, 6);
  self->table = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->table, 24);
  gtk_grid_set_row_spacing (self->table, 4);
  gtk_widget_set_halign (GTK_WIDGET (self->table), GTK_ALIGN_START);
  g_object_set (self->table, "margin-start", 12, "margin-end", 12, "margin-top", 12,
                "margin-bottom", 12, NULL);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), chart);
  gtk_stack_add_named (self->stack, scrolled, "chart");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "mukana-card");
  gtk_box_append (GTK_BOX (self), make_heading (self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

/** mukana_today_year_new: Returns: (transfer floating): empty until it is filled */
GtkWidget *
mukana_today_year_new (void)
{
  return g_object_new (MUKANA_TYPE_TODAY_YEAR, NULL);
}
