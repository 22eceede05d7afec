/* mukana-programme-document.c: the programme on paper, for the committee that follows it. */

#include "domain/mukana-codes.h"
#include "services/mukana-document-words.h"
#include "services/mukana-programme-file.h"
#include "store/mukana-journal.h"

MukanaProgrammePrint *
mukana_programme_print_new (const char *language,
                            const char *path)
{
  MukanaProgrammePrint *self = g_new0 (MukanaProgrammePrint, 1);

  self->language = g_strdup (language);
  self->path = g_strdup (path);
  return self;
}

void
mukana_programme_print_free (MukanaProgrammePrint *self)
{
  g_free (self->language);
  g_free (self->path);
  g_free (self);
}

static char *
say (GKeyFile   *words,
     const char *key)
{
  return mukana_document_words_dup (words, "programme", key);
}

static void
add_reading (GString         *text,
             MukanaIndicator *indicator,
             MukanaReading   *reading)
{
  g_autofree char *day = mukana_document_words_day (reading->day);
  g_autofree char *number = mukana_indicator_tell (indicator->kind, reading->hundredths);
  gboolean is_words = g_strcmp0 (indicator->kind, "words") == 0;

  g_string_append_printf (text, "%s (%s)", is_words ? reading->words ? reading->words : ""
                                                    : number, day);
}

/* "Turnout: 48 % (3.3.2027); baseline 46,2 % (2022); target growth" */
static char *
tell_indicator (MukanaIndicatorRow *row,
                GKeyFile           *words)
{
  MukanaIndicator *indicator = row->indicator;
  g_autofree char *baseline = say (words, "baseline"), *target = say (words, "target");
  g_autofree char *counted = say (words, "counted"), *nothing = say (words, "nothing");
  g_autoptr (GString) text = g_string_new (indicator->title);

  g_string_append (text, ": ");
  if (row->is_counted)
    {
      g_autofree char *number = mukana_indicator_tell (indicator->kind, row->counted_hundredths);

      g_string_append_printf (text, "%s %s", number, counted);
    }
  else if (row->readings->len == 0)
    g_string_append (text, nothing);
  if (row->is_counted && row->readings->len > 0)
    g_string_append (text, "; ");
  if (row->readings->len > 0)
    add_reading (text, indicator, g_ptr_array_index (row->readings, 0));
  if (indicator->has_baseline)
    {
      g_autofree char *number = mukana_indicator_tell (indicator->kind,
                                                       indicator->baseline_hundredths);

      g_string_append_printf (text, "; %s %s", baseline, number);
      if (indicator->baseline_when != NULL)
        g_string_append_printf (text, " (%s)", indicator->baseline_when);
    }
  if (indicator->target != NULL)
    g_string_append_printf (text, "; %s %s", target, indicator->target);

  return g_strdup (text->str);
}

static void
add_measure (MukanaDocument   *document,
             GKeyFile         *words,
             MukanaMeasureRow *row)
{
  MukanaMeasure *measure = row->measure;
  g_autofree char *title = g_strdup_printf ("%s%s%s", measure->code ? measure->code : "",
                                            measure->code ? " " : "", measure->title);
  g_autofree char *answers = say (words, "answers"), *status = say (words, "status");

  mukana_document_add_item (document, title);
  if (measure->answers != NULL)
    mukana_document_add_field (document, answers, measure->answers);
  if (measure->status != NULL)
    {
      g_autofree char *label = say (words, measure->status);

      mukana_document_add_field (document, status, label);
    }
  for (guint i = 0; i < row->indicators->len; i++)
    {
      g_autofree char *text = tell_indicator (g_ptr_array_index (row->indicators, i), words);

      mukana_document_add_paragraph (document, text);
    }
}

static void
add_priority (MukanaDocument    *document,
              GKeyFile          *words,
              MukanaPriorityRow *row)
{
  for (guint i = 0; i < row->goals->len; i++)
    {
      MukanaGoalRow *goal = g_ptr_array_index (row->goals, i);
      g_autofree char *heading = g_strdup_printf ("%s – %s", row->priority->title,
                                                  goal->goal->title);

      mukana_document_add_heading (document, heading);
      for (guint j = 0; j < goal->measures->len; j++)
        add_measure (document, words, g_ptr_array_index (goal->measures, j));
    }
}

static void
add_summary (MukanaDocument  *document,
             GKeyFile        *words,
             MukanaProgramme *programme)
{
  g_autofree char *status = say (words, "status"), *measures = say (words, "measure");
  const char * const cells[] = { status, measures, NULL };

  mukana_document_add_row (document, cells, TRUE);
  for (guint i = 0; mukana_measure_statuses[i] != NULL; i++)
    {
      g_autofree char *label = say (words, mukana_measure_statuses[i]);
      g_autofree char *n = g_strdup_printf ("%u", programme->n_with[i]);
      const char * const row[] = { label, n, NULL };

      mukana_document_add_row (document, row, FALSE);
    }
}

/**
 * mukana_programme_document:
 *
 * Thread: worker.
 * Errors: %MUKANA_ERROR_INVALID when there is no such language
 * Returns: yours
 */
MukanaDocument *
mukana_programme_document (MukanaDb    *db,
                           const char  *language,
                           GError     **error)
{
  g_autoptr (GKeyFile) words = mukana_document_words_load (language, error);
  g_autoptr (MukanaProgramme) programme =
    words ? mukana_programme_job.run (db, NULL, NULL, error) : NULL;
  g_autofree char *title = NULL, *day = NULL, *empty = NULL;
  MukanaDocument *document;

  if (programme == NULL)
    return NULL;

  title = say (words, "title");
  day = mukana_document_words_day (mukana_db_today (db));
  empty = say (words, "empty");
  document = mukana_document_new (title, day);
  if (programme->n_measures == 0)
    mukana_document_add_paragraph (document, empty);
  else
    add_summary (document, words, programme);
  for (guint i = 0; i < programme->priorities->len; i++)
    add_priority (document, words, g_ptr_array_index (programme->priorities, i));

  return document;
}

static gpointer
print_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaProgrammePrint *print = arg;
  g_autoptr (MukanaDocument) document = mukana_programme_document (db, print->language, error);

  if (document == NULL || !mukana_document_save_pdf (document, print->path, error))
    return NULL;

  mukana_db_hold_file (db, print->path);
  mukana_journal_add (db, "papers.programme", MUKANA_KIND_PROGRAMME, 0, NULL, error);
  return NULL;
}

const MukanaJob mukana_programme_print_job = {
  "programme-file.print", MUKANA_LANE_WRITE, print_run, NULL, .needs = MUKANA_DEED_WORK_HERE
};
