/* mukana-cli-speech.c: what is said, and how words and numbers are understood. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "services/mukana-looking-up.h"

/** mukana_cli_say: a line on standard output, for people */
void
mukana_cli_say (const char *format,
                ...)
{
  va_list values;

  va_start (values, format);
  vprintf (format, values);
  va_end (values);
  putchar ('\n');
}

void
mukana_cli_say_grid (MukanaGrid *grid)
{
  g_autofree char *text = mukana_grid_print (grid);

  fputs (text, stdout);
}

/** mukana_cli_end_list: ends the array that was begun, or prints @grid instead; Returns: done */
MukanaStatus
mukana_cli_end_list (MukanaCli  *cli,
                     MukanaGrid *grid)
{
  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
  else
    mukana_cli_say_grid (grid);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_say_done: @sentence: for people; a program sees the status.  Returns: done */
MukanaStatus
mukana_cli_say_done (MukanaCli  *cli,
                     const char *sentence)
{
  if (cli->json == NULL)
    mukana_cli_say ("%s", sentence);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_refuse: a sentence on standard error; Returns: @status */
MukanaStatus
mukana_cli_refuse (MukanaStatus  status,
                   const char   *format,
                   ...)
{
  va_list values;

  va_start (values, format);
  fputs ("mukana-cli: ", stderr);
  vfprintf (stderr, format, values);
  va_end (values);
  fputc ('\n', stderr);
  return status;
}

/** mukana_cli_fail: says what went wrong in a command; Returns: the status of it */
MukanaStatus
mukana_cli_fail (const GError *error)
{
  g_autofree char *sentence = mukana_complaint_sentence (error, MUKANA_COMPLAINT_WORKING);

  return mukana_cli_refuse (mukana_complaint_status (error, MUKANA_COMPLAINT_WORKING), "%s",
                            sentence);
}

/** mukana_cli_read_number: Returns: whether @text is a whole number from @least to @most */
gboolean
mukana_cli_read_number (const char *text,
                        gint64      least,
                        gint64      most,
                        gint64     *number)
{
  return g_ascii_string_to_signed (text, 10, least, most, number, NULL);
}

/** mukana_cli_read_hundredths: "82", "82,5" or "82.50" as hundredths */
gboolean
mukana_cli_read_hundredths (const char *text,
                            gint64     *hundredths)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",.", -1);
  guint n_parts = g_strv_length (parts);
  gint64 whole, rest = 0;

  if (n_parts < 1 || n_parts > 2 || !mukana_cli_read_number (parts[0], 0, 1000000, &whole))
    return FALSE;

  if (n_parts == 2 && (strlen (parts[1]) < 1 || strlen (parts[1]) > 2 ||
                       strspn (parts[1], "0123456789") != strlen (parts[1])))
    return FALSE;
  if (n_parts == 2)
    rest = g_ascii_strtoll (parts[1], NULL, 10) * (strlen (parts[1]) == 1 ? 10 : 1);

  *hundredths = whole * 100 + rest;
  return TRUE;
}

/** mukana_cli_read_hours: "3", "3,5" or "3:30" as minutes */
gboolean
mukana_cli_read_hours (const char *text,
                       gint64     *minutes)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  gint64 hours, rest;

  if (g_strv_length (parts) == 2)
    {
      if (!mukana_cli_read_number (parts[0], 0, 1000, &hours) ||
          !mukana_cli_read_number (parts[1], 0, 59, &rest))
        return FALSE;
      *minutes = hours * 60 + rest;
      return TRUE;
    }

  if (!mukana_cli_read_hundredths (text, &hours))
    return FALSE;
  *minutes = (hours * 60 + 50) / 100;
  return TRUE;
}

static char *
list_ids (GArray *ids)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (ids->len, 10); i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "",
                            g_array_index (ids, gint64, i));
  if (ids->len > 10)
    g_string_append (list, ", …");

  return g_string_free (list, FALSE);
}

/* Numbers, not names: an error goes to logs that others read. */
static MukanaStatus
take_one (GArray     *ids,
          const char *none,
          const char *several,
          gint64     *id)
{
  g_autofree char *list = list_ids (ids);

  if (ids->len == 1)
    {
      *id = g_array_index (ids, gint64, 0);
      return MUKANA_STATUS_DONE;
    }

  return ids->len == 0 ? mukana_cli_refuse (MUKANA_STATUS_REFUSED, "%s", none)
                       : mukana_cli_refuse (MUKANA_STATUS_REFUSED, "%s %s", several, list);
}

/** mukana_cli_find_person: by number or name; says so when it is nobody or several */
MukanaStatus
mukana_cli_find_person (MukanaCli  *cli,
                        const char *text,
                        gint64     *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mukana_store_run (cli->store, &mukana_person_find_job, (gpointer) text,
                                             &error);

  if (ids == NULL)
    return mukana_cli_fail (error);

  return take_one (ids, _("There is nobody of that name."),
                   _("Several people have that name. Say which by number:"), id);
}

/** mukana_cli_find_request: by number, reference or title */
MukanaStatus
mukana_cli_find_request (MukanaCli  *cli,
                         const char *text,
                         gint64     *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mukana_store_run (cli->store, &mukana_request_find_job, (gpointer) text,
                                             &error);

  if (ids == NULL)
    return mukana_cli_fail (error);

  return take_one (ids, _("There is no such request."),
                   _("Several requests have that title. Say which by number:"), id);
}

/** mukana_cli_lexicon: Returns: (nullable): borrowed, the county's words */
MukanaLexicon *
mukana_cli_lexicon (MukanaCli  *cli,
                    GError    **error)
{
  if (cli->lexicon == NULL)
    cli->lexicon = mukana_store_run (cli->store, &mukana_lexicon_job, NULL, error);

  return cli->lexicon;
}

/** mukana_cli_dup_day: Returns: yours, as the language writes it; "" for none */
char *
mukana_cli_dup_day (MukanaDay day)
{
  int year, month, date;

  if (day == MUKANA_DAY_NONE)
    return g_strdup ("");

  mukana_day_split (day, &year, &month, &date);
  /* Translators: a date: 1 day, 2 month, 3 year; Finnish has %1$d.%2$d.%3$d */
  return g_strdup_printf (_("%3$d-%2$02d-%1$02d"), date, month, year);
}

/** mukana_cli_json_day: as ISO 8601, or null */
void
mukana_cli_json_day (MukanaCli  *cli,
                     const char *name,
                     MukanaDay   day)
{
  g_autofree char *iso = day != MUKANA_DAY_NONE ? mukana_day_to_iso (day) : NULL;

  mukana_json_add_text (cli->json, name, iso);
}
