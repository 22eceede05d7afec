/* mukana-journal-words.c: a row of the journal as people read it. */

#include "ui/journal/mukana-journal-words.h"

#include "base/mukana-days.h"
#include "services/mukana-journaling.h"
#include "ui/kit/mukana-closures.h"

/* The page that shows a record of each kind. */
static const struct
{
  const char *kind;
  const char *page;
} kinds[] = {
  { "person", "person" },
  { "consent", "person" },
  { "availability", "person" },
  { "organisation", "organisation" },
  { "request", "request" },
  { "assignment", "assignment" },
  { "fee-batch", "fee-batch" },
};

/** mukana_journal_words_when: Returns: yours, "23.11.2026 7.05" in Finnish time */
char *
mukana_journal_words_when (gint64 at_us)
{
  MukanaDay day = mukana_day_from_us (at_us);
  gint64 minute = (at_us - mukana_day_minute_us (day, 0)) / (60 * G_USEC_PER_SEC);
  g_autofree char *shown = mukana_format_day (NULL, day);

  return g_strdup_printf ("%s %d.%02d", shown, (int) (minute / 60), (int) (minute % 60));
}

/** mukana_journal_words_record: Returns: yours, "Aino Korpi · Person 12"; "" for none */
char *
mukana_journal_words_record (MukanaJournalRow *row)
{
  g_autofree char *number = mukana_journal_describe_record (row);

  return row->name != NULL && *number != '\0' ? g_strdup_printf ("%s · %s", row->name, number)
                                              : g_steal_pointer (&number);
}

/** mukana_journal_words_page: Returns: (nullable): static, the page that shows the row's record */
const char *
mukana_journal_words_page (MukanaJournalRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, row->kind) == 0 && row->record_id > 0)
      return kinds[i].page;

  return NULL;
}
