#pragma once

#include <adwaita.h>

#include "services/mukana-used-words.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_SUGGEST_UNIT,
  MUKANA_SUGGEST_PROJECT,
  MUKANA_SUGGEST_COST_CENTRE,
} MukanaSuggest;

GtkWidget *mukana_suggest_used  (GtkWidget           *row,
                                 MukanaPage          *page,
                                 MukanaSuggest        which);
void       mukana_suggest_words (GtkWidget           *row,
                                 const char * const  *words);

G_END_DECLS
