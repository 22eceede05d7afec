#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Money is gint64 euro cents, everywhere; a name that holds it ends in _cents. */

gint64   mukana_money_share  (gint64       amount_cents,
                              gint64       numerator,
                              gint64       denominator);
char    *mukana_money_format (gint64       amount_cents);
gboolean mukana_money_parse  (const char  *text,
                              gint64      *amount_cents);

G_END_DECLS
