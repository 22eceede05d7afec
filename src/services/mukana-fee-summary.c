/* mukana-fee-summary.c: a person's fees of a year, on paper, for that person.
 *
 * With what and how many, at what price; without what the work was about, because the
 * paper may be shown to others.  There is no identity code and no account in the
 * register, so there is none here.  It gives no advice about benefits.
 */

#include "services/mukana-fee-summary.h"

#include "base/mukana-error.h"
#include "base/mukana-money.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-fee.h"
#include "domain/mukana-person.h"
#include "services/mukana-document-words.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

MukanaFeeSummary *
mukana_fee_summary_new (gint64      person_id,
                        int         year,
                        const char *path)
{
  MukanaFeeSummary *self = g_new0 (MukanaFeeSummary, 1);

  self->person_id = person_id;
  self->year = year;
  self->path = g_strdup (path);
  return self;
}

void
mukana_fee_summary_free (MukanaFeeSummary *self)
{
  g_free (self->path);
  g_free (self);
}

/* "3,50 × 25,00 €", "1 h 40 min × 25,00 €"; of a correction nothing but its sum. */
static char *
tell_quantity (MukanaFeeLine *line,
               GKeyFile      *words)
{
  g_autofree char *quantity = NULL, *unit = NULL, *time = NULL;
  gint64 hundredths, unit_cents;

  if (line->corrects_id != 0)
    return mukana_document_words_dup (words, "summary", "correction");

  mukana_fee_line_split (line, &hundredths, &unit_cents);
  if (unit_cents != line->unit_cents && (time = mukana_fee_line_dup_time (line)) != NULL)
    unit_cents = line->unit_cents;
  unit = mukana_money_format (unit_cents);
  quantity = time != NULL ? g_steal_pointer (&time) : mukana_money_format (hundredths);
  return g_strdup_printf ("%s × %s €", quantity, unit);
}

static void
add_line (MukanaDocument *document,
          GKeyFile       *words,
          MukanaFeeLine  *line)
{
  g_autofree char *day = mukana_document_words_day (line->service_day);
  g_autofree char *kind = mukana_document_words_dup (words, "fee-kind", line->kind);
  g_autofree char *quantity = tell_quantity (line, words);
  g_autofree char *amount = mukana_money_format (line->amount_cents);
  g_autofree char *euros = g_strconcat (amount, " €", NULL);
  const char * const cells[] = { day, kind, quantity, euros, NULL };

  mukana_document_add_row (document, cells, FALSE);
}

static void
add_head (MukanaDocument *document,
          GKeyFile       *words)
{
  g_autofree char *day = mukana_document_words_dup (words, "summary", "day");
  g_autofree char *what = mukana_document_words_dup (words, "summary", "what");
  g_autofree char *quantity = mukana_document_words_dup (words, "summary", "quantity");
  g_autofree char *amount = mukana_document_words_dup (words, "summary", "amount");
  const char * const cells[] = { day, what, quantity, amount, NULL };

  mukana_document_add_row (document, cells, TRUE);
}

/* Those that are paid, or those that are not yet; with their sum.  Nothing for none. */
static void
add_part (MukanaDocument *document,
          GKeyFile       *words,
          GPtrArray      *lines,
          gboolean        is_paid)
{
  g_autofree char *heading = mukana_document_words_dup (words, "summary",
                                                        is_paid ? "paid" : "waiting");
  g_autofree char *total = mukana_document_words_dup (words, "summary", "total");
  g_autofree char *amount = NULL, *euros = NULL;
  gint64 sum_cents = 0;
  guint n_lines = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      MukanaFeeLine *line = g_ptr_array_index (lines, i);

      if ((g_strcmp0 (line->state, "paid") == 0) != is_paid)
        continue;
      if (n_lines++ == 0)
        {
          mukana_document_add_heading (document, heading);
          add_head (document, words);
        }
      add_line (document, words, line);
      sum_cents += line->amount_cents;
    }

  amount = mukana_money_format (sum_cents);
  euros = g_strconcat (amount, " €", NULL);
  if (n_lines > 0)
    {
      const char * const cells[] = { total, "", "", euros, NULL };

      mukana_document_add_row (document, cells, TRUE);
    }
}

/* In the language somebody is written to, not the program's. */
static GKeyFile *
load_words (MukanaPerson  *person,
            GError       **error)
{
  gboolean is_known = mukana_code_index (mukana_contact_languages, person->contact_language) >= 0;

  return mukana_document_words_load (is_known ? person->contact_language
                                              : mukana_contact_languages[0], error);
}

/**
 * mukana_fee_summary_make:
 *
 * Thread: worker.
 * Returns: yours, in the person's language
 */
MukanaDocument *
mukana_fee_summary_make (MukanaDb    *db,
                         gint64       person_id,
                         int          year,
                         GError     **error)
{
  g_autoptr (MukanaPerson) person = mukana_people_get (db, person_id, error);
  g_autoptr (GKeyFile) words = person ? load_words (person, error) : NULL;
  g_autoptr (GPtrArray) lines =
    words ? mukana_record_list (db, "fees.of-year", MUKANA_TYPE_FEE_LINE, error,
                                 mukana_int ("person_id", person_id),
                                 mukana_day ("from", mukana_day_new (year, 1, 1)),
                                 mukana_day ("until", mukana_day_new (year, 12, 31))) : NULL;
  g_autofree char *title = words ? mukana_document_words_dup (words, "summary", "title") : NULL;
  g_autofree char *note = words ? mukana_document_words_dup (words, "summary", "note") : NULL;
  g_autofree char *none = words ? mukana_document_words_dup (words, "summary", "none") : NULL;
  g_autofree char *whole = NULL;
  MukanaDocument *document;

  if (lines == NULL)
    return NULL;

  whole = g_strdup_printf ("%s %d", title, year);
  document = mukana_document_new (whole, person->display_name);
  add_part (document, words, lines, TRUE);
  add_part (document, words, lines, FALSE);
  if (lines->len == 0)
    mukana_document_add_paragraph (document, none);
  mukana_document_add_paragraph (document, note);
  return document;
}

static gpointer
summary_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  const MukanaFeeSummary *summary = arg;
  g_autoptr (MukanaDocument) document = mukana_fee_summary_make (db, summary->person_id,
                                                                 summary->year, error);

  if (document == NULL || !mukana_document_save_pdf (document, summary->path, error))
    return NULL;

  mukana_db_hold_file (db, summary->path);
  mukana_journal_add (db, "summaries.fees", MUKANA_KIND_PERSON, summary->person_id, NULL, error);
  return NULL;
}

const MukanaJob mukana_fee_summary_job = {
  "summaries.fees", MUKANA_LANE_WRITE, summary_run, NULL, .needs = MUKANA_DEED_RECORD_WORK
};
