#pragma once

#include "ui/kit/mukana-page.h"
#include "ui/people/mukana-people-sentence.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_SAVED_FILTERS (mukana_saved_filters_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSavedFilters, mukana_saved_filters, MUKANA, SAVED_FILTERS, GtkBox)

GtkWidget *mukana_saved_filters_new    (MukanaPage           *page,
                                        MukanaPeopleSentence *sentence);
void       mukana_saved_filters_reload (MukanaSavedFilters   *self);

G_END_DECLS
