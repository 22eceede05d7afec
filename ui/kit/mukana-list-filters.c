/* mukana-list-filters.c: a MukanaListFilter as row sources want it. */

#include "ui/kit/mukana-list-filters.h"

#include "base/mukana-text.h"

/** mukana_list_filter_new: @state: (nullable): narrows nothing when NULL */
MukanaListFilter *
mukana_list_filter_new (const char *needle,
                        const char *state,
                        const char *order)
{
  MukanaListFilter *self = g_new0 (MukanaListFilter, 1);

  self->needle = mukana_text_is_empty (needle) ? NULL : g_strdup (needle);
  self->state = g_strdup (state);
  self->order = g_strdup (order);
  return self;
}

gpointer
mukana_list_filter_dup (gpointer filter)
{
  return mukana_list_filter_copy (filter);
}

void
mukana_list_filter_drop (gpointer filter)
{
  mukana_list_filter_free (filter);
}
