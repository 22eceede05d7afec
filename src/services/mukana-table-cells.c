/* mukana-table-cells.c: what a number in a workbook's cell shows as.
 *
 * Only what reading needs: whole numbers without decimals, days as ISO text.  The
 * look of a number (currency, percent, colour) is left to the workbook.
 */

#include "services/mukana-table-private.h"

#include "base/mukana-days.h"

#include <math.h>
#include <string.h>

static const int EPOCH_SERIAL = 25569;   /* 1970-01-01, counted from the last day of 1899 */
static const int OFFSET_1904 = 1462;
static const int LEAP_SERIAL = 60;       /* 1900-02-29, a day only Excel has known */

/** mukana_table_number_text: Returns: yours, "1985" for "1985.0", "0.045" for "4.5E-2";
 *  @value itself when it is no number */
char *
mukana_table_number_text (const char *value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;
  double number = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0' || !isfinite (number))
    return g_strdup (value);

  if (fabs (number) < 1e15 && number == floor (number))
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);

  /* Fifteen digits, as Excel itself shows: the sixteenth is the noise of binary fractions. */
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", number));
}

/**
 * mukana_table_date_text:
 * @serial: days since the beginning of 1900 as Excel counts them, and a part of a day
 * @has_day: whether the format shows a day, or only a time
 *
 * Returns: yours, "2026-09-27", "2026-09-27 08:30" or "08:30"; NULL when Excel could not
 *   show it either
 */
char *
mukana_table_date_text (double   serial,
                        gboolean has_day,
                        gboolean counts_from_1904)
{
  g_autofree char *day_text = NULL;
  int day, minutes;

  if (!isfinite (serial) || serial < 0 || serial >= 400000)
    return NULL;

  if (counts_from_1904)
    serial += OFFSET_1904;

  day = (int) floor (serial);
  minutes = (int) lround ((serial - day) * 1440);
  if (minutes == 1440)
    {
      day++;
      minutes = 0;
    }

  if (!has_day)
    return g_strdup_printf ("%02d:%02d", (day > 31 ? 0 : day * 24) + minutes / 60, minutes % 60);

  if (day < LEAP_SERIAL)
    day++;
  day_text = mukana_day_to_iso (day - EPOCH_SERIAL);
  if (minutes == 0)
    return g_steal_pointer (&day_text);

  return g_strdup_printf ("%s %02d:%02d", day_text, minutes / 60, minutes % 60);
}

/* Whether the letters of a format outside quotations are those of a day, of a time. */
static void
scan_format (const char *code,
             gboolean   *shows_day,
             gboolean   *shows_time)
{
  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      if (*p == '"' || *p == '[')
        {
          const char *end = strchr (p + 1, *p == '"' ? '"' : ']');

          if (end == NULL)
            return;
          /* "[h]" counts hours; "[Red]" and "[$-40B]" only decorate. */
          if (*p == '[' && (strchr ("hHmMsS", p[1]) != NULL) && p[1] != '\0' &&
              (p[2] == ']' || g_ascii_tolower (p[2]) == g_ascii_tolower (p[1])))
            *shows_time = TRUE;
          p = end;
        }
      else if (*p == '\\' || *p == '_' || *p == '*')
        p += p[1] != '\0';
      else if (strchr ("yYdD", *p) != NULL)
        *shows_day = TRUE;
      else if (strchr ("hHsS", *p) != NULL)
        *shows_time = TRUE;
    }
}

/**
 * mukana_table_format_is_date:
 * @id: the number of a format
 * @code: (nullable): its text, when the workbook gives one
 * @has_day: (out): whether it shows a day, or only a time
 *
 * Returns: whether cells of that format are days or times
 */
gboolean
mukana_table_format_is_date (int         id,
                             const char *code,
                             gboolean   *has_day)
{
  gboolean shows_day = FALSE, shows_time = FALSE;

  if (code != NULL && g_ascii_strcasecmp (code, "General") != 0)
    scan_format (code, &shows_day, &shows_time);
  else if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
           id == 36 || (id >= 50 && id <= 58))
    shows_day = TRUE;
  else if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
    shows_time = TRUE;

  *has_day = shows_day;
  return shows_day || shows_time;
}
