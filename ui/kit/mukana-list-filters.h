#pragma once

#include "services/mukana-listing.h"

G_BEGIN_DECLS

MukanaListFilter *mukana_list_filter_new  (const char *needle,
                                           const char *state,
                                           const char *order);
gpointer          mukana_list_filter_dup  (gpointer    filter);
void              mukana_list_filter_drop (gpointer    filter);

G_END_DECLS
