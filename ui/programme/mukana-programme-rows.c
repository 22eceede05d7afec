/* mukana-programme-rows.c: priorities, goals and measures with their status and numbers. */

#include "ui/programme/mukana-programme-rows.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/kit/mukana-wrap-box.h"

static GtkWidget *
make_status_pill (const char *status)
{
  MukanaPillKind kind = g_strcmp0 (status, "done") == 0 ? MUKANA_PILL_OK
                        : g_strcmp0 (status, "under-way") == 0 ? MUKANA_PILL_WAITING
                                                               : MUKANA_PILL_NEUTRAL;

  GtkWidget *pill = mukana_pill_new (kind, mukana_code_label (mukana_measure_statuses, status));

  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  return pill;
}

/* Texts and their buttons abreast, or in a narrow window one above the other. */
static GtkWidget *
make_line (MukanaPage *page,
           GtkWidget  *texts,
           GtkWidget  *first,
           GtkWidget  *second)
{
  GtkWidget *ends = mukana_layout_row (6, first, second, NULL);

  if (mukana_page_get_narrow (page))
    return mukana_layout_column (0, texts, ends, NULL);

  gtk_widget_set_valign (ends, GTK_ALIGN_START);
  return mukana_layout_row (12, mukana_layout_expand (texts), ends, NULL);
}

GtkWidget *
mukana_programme_make_summary (MukanaProgramme *programme)
{
  GtkWidget *box = mukana_wrap_box_new (12, 6);
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d measure",
                                                       "%d measures",
                                                       (gulong) programme->n_measures),
                                          (int) programme->n_measures);

  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), mukana_layout_text (all, "row-title"));
  for (guint i = 0; mukana_measure_statuses[i] != NULL; i++)
    {
      /* Translators: a status and how many measures have it: "Under way 7" */
      g_autofree char *text = g_strdup_printf (_("%1$s %2$d"),
                                               mukana_code_label (mukana_measure_statuses,
                                                                  mukana_measure_statuses[i]),
                                               (int) programme->n_with[i]);

      mukana_wrap_box_append (MUKANA_WRAP_BOX (box), mukana_layout_text (text, "second-line"));
    }
  if (programme->n_without > 0)
    {
      g_autofree char *text = g_strdup_printf (_("No status %d"), (int) programme->n_without);

      mukana_wrap_box_append (MUKANA_WRAP_BOX (box), mukana_layout_text (text, "second-line"));
    }
  return box;
}

/* "46,2 %, 3.3.2027 · baseline 31 % (2022) · target 50 %" */
static char *
describe_indicator (MukanaIndicatorRow *row)
{
  MukanaIndicator *indicator = row->indicator;
  MukanaReading *newest = row->readings->len > 0 ? g_ptr_array_index (row->readings, 0) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (row->is_counted)
    {
      g_autofree char *number = mukana_indicator_tell (indicator->kind, row->counted_hundredths);

      g_string_append_printf (text, _("%s this year, counted from the register"), number);
    }
  else if (indicator->source != NULL)
    g_string_append (text, _("nothing to count this year"));
  if (newest != NULL)
    {
      g_autofree char *number = mukana_indicator_tell (indicator->kind, newest->hundredths);
      g_autofree char *day = mukana_format_day (NULL, newest->day);
      gboolean is_words = g_strcmp0 (indicator->kind, "words") == 0;

      g_string_append_printf (text, "%s%s, %s", text->len > 0 ? " · " : "",
                              is_words ? newest->words ? newest->words : "" : number, day);
    }
  else if (indicator->source == NULL)
    g_string_append (text, _("nothing noted yet"));
  if (indicator->has_baseline)
    {
      g_autofree char *number = mukana_indicator_tell (indicator->kind,
                                                       indicator->baseline_hundredths);

      g_string_append_printf (text, " · ");
      g_string_append_printf (text, _("baseline %s"), number);
      if (indicator->baseline_when != NULL)
        g_string_append_printf (text, " (%s)", indicator->baseline_when);
    }
  if (indicator->target != NULL)
    {
      g_string_append_printf (text, " · ");
      g_string_append_printf (text, _("target %s"), indicator->target);
    }

  return g_strdup (text->str);
}

static GtkWidget *
make_indicator (MukanaPage         *page,
                MukanaIndicatorRow *row)
{
  g_autofree char *words = describe_indicator (row);
  GtkWidget *texts = mukana_layout_column (0, mukana_layout_wrapped (row->indicator->title, NULL),
                                           mukana_layout_wrapped (words, "second-line"), NULL);

  return make_line (page, texts,
                    mukana_layout_deed_of (_("Note…"), "flat", "programme.reading",
                                           row->indicator->id, row->indicator->title),
                    mukana_layout_deed_of (_("Change…"), "flat", "programme.indicator",
                                           row->indicator->id, row->indicator->title));
}

static GtkWidget *
make_measure (MukanaPage       *page,
              MukanaMeasureRow *row)
{
  MukanaMeasure *measure = row->measure;
  g_autofree char *title = measure->code == NULL ? g_strdup (measure->title)
    : g_strdup_printf ("%s %s", measure->code, measure->title);
  GtkWidget *texts = mukana_layout_column (0, mukana_layout_wrapped (title, "row-title"), NULL);
  GtkWidget *column;

  if (measure->answers != NULL)
    gtk_box_append (GTK_BOX (texts), mukana_layout_wrapped (measure->answers, "second-line"));
  if (measure->note != NULL)
    gtk_box_append (GTK_BOX (texts), mukana_layout_wrapped (measure->note, "second-line"));
  if (measure->status != NULL)
    gtk_box_append (GTK_BOX (texts), make_status_pill (measure->status));
  column = mukana_layout_column (6, make_line (page, texts,
    mukana_layout_deed_of (_("Change…"), "flat", "programme.measure", measure->id, title),
    mukana_layout_deed_of (_("Indicator…"), "flat", "programme.add-indicator", measure->id, title)),
    NULL);
  for (guint i = 0; i < row->indicators->len; i++)
    gtk_box_append (GTK_BOX (column), make_indicator (page, g_ptr_array_index (row->indicators,
                                                                             i)));
  return column;
}

static GtkWidget *
make_goal (MukanaPage    *page,
           MukanaGoalRow *row)
{
  GtkWidget *card = mukana_layout_card ();
  GtkWidget *title = mukana_layout_wrapped (row->goal->title, "row-title");
  GtkWidget *head = make_line (page, title,
    mukana_layout_deed_of (_("Add a measure…"), "flat", "programme.add-measure", row->goal->id,
                           row->goal->title),
    mukana_layout_deed_of (_("Change…"), "flat", "programme.goal", row->goal->id,
                           row->goal->title));

  for (guint i = 0; i < row->measures->len; i++)
    mukana_layout_card_add (card, make_measure (page, g_ptr_array_index (row->measures, i)));
  if (row->measures->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (_("No measures yet."), "second-line"));
  return mukana_layout_column (6, head, card, NULL);
}

GtkWidget *
mukana_programme_make_priority (MukanaPage        *page,
                                MukanaPriorityRow *row)
{
  g_autofree char *title = g_strdup_printf ("%d. %s", (int) row->priority->place,
                                            row->priority->title);
  GtkWidget *name = mukana_layout_wrapped (title, "group-title");
  GtkWidget *column = mukana_layout_column (12, make_line (page, name,
    mukana_layout_deed_of (_("Add a goal…"), "flat", "programme.add-goal", row->priority->id,
                           title),
    mukana_layout_deed_of (_("Change…"), "flat", "programme.priority", row->priority->id, title)),
    NULL);

  for (guint i = 0; i < row->goals->len; i++)
    gtk_box_append (GTK_BOX (column), make_goal (page, g_ptr_array_index (row->goals, i)));
  return column;
}
