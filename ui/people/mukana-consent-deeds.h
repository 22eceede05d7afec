#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Installs on the page of a person what is done with a recorded consent: "person.show-consent"
 * (purpose, theme or "") and "person.tell-how" (those, and how a withdrawal of today was told). */
void mukana_consent_deeds_install (GtkWidgetClass *person_page_class);

G_END_DECLS
