#pragma once

#include <gtk/gtk.h>

#include "services/mukana-lexicon.h"

G_BEGIN_DECLS

/* One value to choose: from one of the county's lists by typing, or from a few. */
#define MUKANA_TYPE_VALUE_POPOVER (mukana_value_popover_get_type ())
G_DECLARE_FINAL_TYPE (MukanaValuePopover, mukana_value_popover, MUKANA, VALUE_POPOVER, GtkPopover)

GtkWidget *mukana_value_popover_new         (void);
void       mukana_value_popover_offer_words (MukanaValuePopover *self,
                                             MukanaLexicon      *words,
                                             MukanaLexiconList   list,
                                             gboolean            with_retired);
void       mukana_value_popover_search_added (MukanaValuePopover *self);
void       mukana_value_popover_offer_new   (MukanaValuePopover *self);
void       mukana_value_popover_show_all    (MukanaValuePopover *self);
void       mukana_value_popover_clear       (MukanaValuePopover *self);
void       mukana_value_popover_add         (MukanaValuePopover *self,
                                             const char         *code,
                                             const char         *label);
void       mukana_value_popover_open        (MukanaValuePopover *self);

/* What a chosen code begins with when it is a name that is not there yet. */
#define MUKANA_VALUE_NEW "+"

/* Signal "chosen" (code). */

G_END_DECLS
