#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_FACT (mukana_fact_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFact, mukana_fact, MUKANA, FACT, GtkBox)

GtkWidget *mukana_fact_new       (const char *icon_name,
                                  const char *text);
void       mukana_fact_set_text  (MukanaFact *self,
                                  const char *text);

G_END_DECLS
