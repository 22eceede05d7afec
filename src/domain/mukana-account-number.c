/* mukana-account-number.c: whether a text is the number of a bank account (IBAN).
 *
 * Two letters of the country, two check digits, and the country's own number, of a length of its
 * own.  Read as one number, with letters as 10 to 35 and the first four at the end, it leaves 1
 * when divided by 97 (ISO 13616), which finds every single character that was typed wrong.
 */

#include "domain/mukana-account-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHORTEST 15
#define LONGEST 34

/* How long numbers are where euros are paid to (SEPA); other countries are not judged by length. */
static const char lengths[] =
  "AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 "
  "IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27 VA22 ";

/** mukana_account_number_format: Returns: yours, in groups of four, as it is read aloud */
char *
mukana_account_number_format (const char *account)
{
  g_autoptr (GString) groups = g_string_new (NULL);

  for (guint i = 0; account[i] != '\0'; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (groups, ' ');
      g_string_append_c (groups, account[i]);
    }

  return g_strdup (groups->str);
}

static gboolean
has_form (const char *account)
{
  gsize length = strlen (account);
  gboolean is_finnish = g_str_has_prefix (account, "FI");

  if (length < SHORTEST || length > LONGEST || !g_ascii_isupper (account[0]) ||
      !g_ascii_isupper (account[1]) || !g_ascii_isdigit (account[2]) ||
      !g_ascii_isdigit (account[3]))
    return FALSE;

  for (gsize i = 4; i < length; i++)
    if (!g_ascii_isdigit (account[i]) && (is_finnish || !g_ascii_isupper (account[i])))
      return FALSE;

  return TRUE;
}

static gboolean
has_length (const char *account)
{
  const char country[] = { account[0], account[1], '\0' };
  const char *found = strstr (lengths, country);

  return found == NULL || g_ascii_strtoull (found + 2, NULL, 10) == strlen (account);
}

static int
divide (const char *account)
{
  gsize length = strlen (account);
  int rest = 0;

  for (gsize i = 0; i < length; i++)
    {
      char at = account[(i + 4) % length];

      rest = g_ascii_isdigit (at) ? (rest * 10 + at - '0') % 97
                                  : (rest * 100 + at - 'A' + 10) % 97;
    }

  return rest;
}

/**
 * mukana_account_number_refuse:
 * @account: without spaces, in capitals
 *
 * Returns: (nullable): static, why this is no account; it does not quote it
 */
const char *
mukana_account_number_refuse (const char *account)
{
  if (!has_form (account))
    return N_("This is not an account number (IBAN), such as FI21 1234 5600 0007 85.");
  if (!has_length (account))
    return N_("The account number is too long or too short for its country.");
  if (divide (account) != 1)
    return N_("The account number was typed wrong: its check digits do not fit.");

  return NULL;
}
