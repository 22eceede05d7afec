#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

typedef void (*MukanaBlanksAccepted) (MukanaPage *page,
                                      gpointer    data);

/* Calls @accepted at once when a paper has its controller and contacts, or when whoever is asked
 * saves it with lines in their place. */
void mukana_blank_question_ask (MukanaPage           *page,
                                MukanaBlanksAccepted  accepted,
                                gpointer              data,
                                GDestroyNotify        free_data);

G_END_DECLS
