/* mukana-identity-code.c: whether a text is a Finnish personal identity code, and of whom.
 *
 * DDMMYYCZZZQ: the day of birth, a sign of its century, a number and a check character.  Since
 * 2023 each century has several signs.  The check is of the digits alone, so it finds every
 * digit that was typed wrong and no wrong sign: that is why the day is compared, too.
 */

#include "domain/mukana-identity-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LENGTH 11
#define FIRST_NUMBER 2
#define LAST_NUMBER 899      /* those after it are given for a while, and know nobody */

/* Signs and the century that each means; nobody alive was born under "+". */
static const struct { const char *signs; int century; } centuries[] = {
  { "-YXWVU", 1900 }, { "ABCDEF", 2000 },
};

static const char check_characters[] = "0123456789ABCDEFHJKLMNPRSTUVWXY";

static int
read_digits (const char *text,
             guint       n_digits)
{
  int number = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + text[i] - '0';
    }

  return number;
}

static int
find_century (char sign)
{
  for (guint i = 0; i < G_N_ELEMENTS (centuries); i++)
    if (sign != '\0' && strchr (centuries[i].signs, sign) != NULL)
      return centuries[i].century;

  return -1;
}

/**
 * mukana_identity_code_born:
 * @code: without spaces, in capitals
 *
 * Returns: the day of birth, or %MUKANA_DAY_NONE if it tells none
 */
MukanaDay
mukana_identity_code_born (const char *code)
{
  int day, month, year, century;

  if (strlen (code) != LENGTH || (day = read_digits (code, 2)) < 0 ||
      (month = read_digits (code + 2, 2)) < 0 || (year = read_digits (code + 4, 2)) < 0 ||
      (century = find_century (code[6])) < 0)
    return MUKANA_DAY_NONE;

  return mukana_day_new (century + year, month, day);
}

static gboolean
is_of (MukanaDay born,
       int       birth_year)
{
  int year, month, day;

  mukana_day_split (born, &year, &month, &day);
  return year == birth_year;
}

/**
 * mukana_identity_code_refuse:
 * @code: without spaces, in capitals
 * @birth_year: of the person; 0 when it is not known
 *
 * Returns: (nullable): static, why this is not the person's code; it does not quote it
 */
const char *
mukana_identity_code_refuse (const char *code,
                             int         birth_year,
                             MukanaDay   today)
{
  MukanaDay born = mukana_identity_code_born (code);
  int number = born != MUKANA_DAY_NONE ? read_digits (code + 7, 3) : -1;
  int date = born != MUKANA_DAY_NONE ? read_digits (code, 6) : -1;

  if (number < 0)
    return N_("This is not a Finnish personal identity code, such as 131052-308T.");
  if (code[LENGTH - 1] != check_characters[(date * 1000 + number) % 31])
    return N_("The code was typed wrong: its last character does not fit the others.");
  if (born > today)
    return N_("The code is of somebody who is not born yet: check the sign in its middle.");
  if (number < FIRST_NUMBER || number > LAST_NUMBER)
    return N_("The code is a temporary one, by which payroll knows nobody.");
  if (birth_year != 0 && !is_of (born, birth_year))
    return N_("The code is of somebody who was born in another year.");

  return NULL;
}
