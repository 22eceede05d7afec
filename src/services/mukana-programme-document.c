/* mukana-programme-document.c: the programme on paper, for the committee that follows it. */

#include "domain/mukana-codes.h"
#include "services/mukana-document-words.h"
#include "services/mukana-founding.h"
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

/* A number of days says that it is one; per cent and points say it themselves. */
static char *
tell_number (MukanaIndicator *indicator,
             gint64           hundredths,
             GKeyFile        *words)
{
  g_autofree char *number = mukana_indicator_tell (indicator->kind, hundredths);
  g_autofree char *days = say (words, "days");

  return g_strcmp0 (indicator->kind, "days") == 0 ? g_strdup_printf ("%s %s", number, days)
                                                  : g_steal_pointer (&number);
}

/* A target is free words; a bare number takes the unit of the indicator. */
static char *
tell_target (MukanaIndicator *indicator,
             GKeyFile        *words)
{
  g_autofree char *days = say (words, "days");
  gboolean is_number = indicator->target != NULL &&
                       g_regex_match_simple ("^[0-9]+([,.][0-9]+)?$", indicator->target, 0, 0);

  if (!is_number || indicator->kind == NULL)
    return g_strdup (indicator->target != NULL ? indicator->target : "–");
  if (g_str_equal (indicator->kind, "days"))
    return g_strdup_printf ("%s %s", indicator->target, days);

  return g_strconcat (indicator->target, g_str_equal (indicator->kind, "percent") ? " %" : "",
                      NULL);
}

static void
add_reading (GString         *text,
             MukanaIndicator *indicator,
             MukanaReading   *reading,
             GKeyFile        *words)
{
  g_autofree char *day = mukana_document_words_day (reading->day);
  g_autofree char *number = tell_number (indicator, reading->hundredths, words);
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
      g_autofree char *number = tell_number (indicator, row->counted_hundredths, words);

      g_string_append_printf (text, "%s %s", number, counted);
    }
  else if (row->readings->len == 0)
    g_string_append (text, nothing);
  if (row->is_counted && row->readings->len > 0)
    g_string_append (text, "; ");
  if (row->readings->len > 0)
    add_reading (text, indicator, g_ptr_array_index (row->readings, 0), words);
  if (indicator->has_baseline)
    {
      g_autofree char *number = tell_number (indicator, indicator->baseline_hundredths, words);

      g_string_append_printf (text, "; %s %s", baseline, number);
      if (indicator->baseline_when != NULL)
        g_string_append_printf (text, " (%s)", indicator->baseline_when);
    }
  if (indicator->target != NULL)
    {
      g_autofree char *aim = tell_target (indicator, words);

      g_string_append_printf (text, "; %s %s", target, aim);
    }

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
add_count (MukanaDocument *document,
           GKeyFile       *words,
           const char     *key,
           guint           n_measures)
{
  g_autofree char *label = say (words, key), *n = g_strdup_printf ("%u", n_measures);
  const char * const row[] = { label, n, NULL };

  mukana_document_add_row (document, row, FALSE);
}

/* Every measure is in it, so that the sum is the programme's. */
static void
add_summary (MukanaDocument  *document,
             GKeyFile        *words,
             MukanaProgramme *programme)
{
  g_autofree char *status = say (words, "status"), *measures = say (words, "measure");
  const char * const cells[] = { status, measures, NULL };

  mukana_document_add_row (document, cells, TRUE);
  for (guint i = 0; mukana_measure_statuses[i] != NULL; i++)
    add_count (document, words, mukana_measure_statuses[i], programme->n_with[i]);
  add_count (document, words, "without", programme->n_without);
  add_count (document, words, "total", programme->n_measures);
}

/* What the register counts, or else what was noted last. */
static char *
tell_newest (MukanaIndicatorRow *row,
             GKeyFile           *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (row->is_counted)
    return tell_number (row->indicator, row->counted_hundredths, words);
  if (row->readings->len == 0)
    return say (words, "nothing");

  add_reading (text, row->indicator, g_ptr_array_index (row->readings, 0), words);
  return g_strdup (text->str);
}

static void
add_indicator (MukanaDocument     *document,
               GKeyFile           *words,
               MukanaMeasureRow   *measure,
               MukanaIndicatorRow *row)
{
  MukanaIndicator *indicator = row->indicator;
  g_autofree char *title =
    measure->measure->code != NULL ? g_strdup_printf ("%s %s", measure->measure->code,
                                                      indicator->title)
                                   : g_strdup (indicator->title);
  g_autofree char *start = indicator->has_baseline
                           ? tell_number (indicator, indicator->baseline_hundredths, words)
                           : g_strdup ("–");
  g_autofree char *now = tell_newest (row, words);
  g_autofree char *target = tell_target (indicator, words);
  const char * const cells[] = { title, start, now, target, NULL };

  mukana_document_add_row (document, cells, FALSE);
}

static guint
count_indicators (MukanaProgramme *programme,
                  MukanaDocument  *document,
                  GKeyFile        *words)
{
  guint n = 0;

  for (guint i = 0; i < programme->priorities->len; i++)
    {
      MukanaPriorityRow *priority = g_ptr_array_index (programme->priorities, i);

      for (guint j = 0; j < priority->goals->len; j++)
        {
          MukanaGoalRow *goal = g_ptr_array_index (priority->goals, j);

          for (guint k = 0; k < goal->measures->len; k++)
            {
              MukanaMeasureRow *measure = g_ptr_array_index (goal->measures, k);

              n += measure->indicators->len;
              for (guint m = 0; document != NULL && m < measure->indicators->len; m++)
                add_indicator (document, words, measure,
                               g_ptr_array_index (measure->indicators, m));
            }
        }
    }

  return n;
}

/* All indicators in one table, before the measures that they are of. */
static void
add_indicators (MukanaDocument  *document,
                GKeyFile        *words,
                MukanaProgramme *programme)
{
  g_autofree char *heading = say (words, "indicators"), *start = say (words, "start");
  g_autofree char *now = say (words, "now"), *target = say (words, "aim");
  g_autofree char *indicator = say (words, "indicator");
  g_autofree char *counted = say (words, "how-counted");
  const char * const cells[] = { indicator, start, now, target, NULL };

  if (count_indicators (programme, NULL, words) == 0)
    return;

  mukana_document_add_heading (document, heading);
  mukana_document_add_row (document, cells, TRUE);
  count_indicators (programme, document, words);
  mukana_document_add_paragraph (document, counted);
}

/* "Kainuun hyvinvointialue, 2026, 30.11.2026": of whom, of which year, as it was when */
static char *
tell_whose (const char *county_name,
            int         year,
            const char *day)
{
  g_autofree char *number = g_strdup_printf ("%d", year);

  return county_name != NULL ? g_strjoin (", ", county_name, number, day, NULL)
                             : g_strjoin (", ", number, day, NULL);
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
  g_autoptr (MukanaRegisterAbout) about =
    programme ? mukana_founding_about_job.run (db, NULL, NULL, error) : NULL;
  g_autofree char *title = NULL, *day = NULL, *empty = NULL, *whose = NULL;
  MukanaDocument *document;

  if (about == NULL)
    return NULL;

  title = say (words, "title");
  day = mukana_document_words_day (mukana_db_today (db));
  empty = say (words, "empty");
  whose = tell_whose (about->county_name, programme->year, day);
  document = mukana_document_new (title, whose);
  mukana_document_set_footer (document, about->county_name);
  if (programme->n_measures == 0)
    mukana_document_add_paragraph (document, empty);
  else
    {
      add_summary (document, words, programme);
      add_indicators (document, words, programme);
    }
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
