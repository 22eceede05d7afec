/* mukana-money.c: euro cents, without floating point anywhere. */

#include "base/mukana-money.h"

/**
 * mukana_money_share:
 * @denominator: more than 0
 *
 * Returns: @amount_cents × @numerator / @denominator, half a cent rounded away
 *   from zero, as the tax administration rounds
 */
gint64
mukana_money_share (gint64 amount_cents,
                    gint64 numerator,
                    gint64 denominator)
{
  gint64 product = amount_cents * numerator;
  gint64 half = denominator / 2;

  g_return_val_if_fail (denominator > 0, 0);

  return product >= 0 ? (product + half) / denominator : -((-product + half) / denominator);
}

/** mukana_money_format: Returns: yours, "1 234,50" in the Finnish and Swedish way */
char *
mukana_money_format (gint64 amount_cents)
{
  GString *text = g_string_new (NULL);
  guint64 cents = amount_cents < 0 ? (guint64) -amount_cents : (guint64) amount_cents;
  gsize end;

  g_string_append_printf (text, "%" G_GUINT64_FORMAT, cents / 100);
  for (end = text->len; end > 3; end -= 3)
    g_string_insert (text, (gssize) end - 3, "\u00a0");
  g_string_append_printf (text, ",%02d", (int) (cents % 100));
  if (amount_cents < 0)
    g_string_prepend (text, "\u2212");

  return g_string_free (text, FALSE);
}

/**
 * mukana_money_parse:
 * @text: (nullable): "45,10", "45.1", "1 234 €"; at most two decimals
 * @amount_cents: (out): set only on success
 *
 * Returns: whether @text is an amount that is not negative
 */
gboolean
mukana_money_parse (const char *text,
                    gint64     *amount_cents)
{
  gint64 cents = 0;
  int n_digits = 0, n_decimals = -1;

  for (const char *p = text ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' || c == 0xa0 || c == 0x20ac)
        continue;
      if ((c == ',' || c == '.') && n_decimals < 0)
        n_decimals = 0;
      else if (c < '0' || c > '9' || n_digits > 12 || n_decimals >= 2)
        return FALSE;
      else
        {
          cents = cents * 10 + (c - '0');
          n_digits++;
          n_decimals += n_decimals >= 0;
        }
    }

  if (n_digits == 0)
    return FALSE;

  for (n_decimals = MAX (n_decimals, 0); n_decimals < 2; n_decimals++)
    cents *= 10;

  *amount_cents = cents;
  return TRUE;
}
