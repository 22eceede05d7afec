#pragma once

#include <gtk/gtk.h>

#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

/* The groups of a request's page, made anew from its file.  Their buttons are
 * actions "request.…" of the page, with the record's id. */
GtkWidget *mukana_request_facts_new       (MukanaContext           *context,
                                           const MukanaRequestFile *file);
GtkWidget *mukana_request_proposals_new   (const MukanaRequestFile *file);
GtkWidget *mukana_request_assignments_new (MukanaContext           *context,
                                           const MukanaRequestFile *file);
GtkWidget *mukana_request_questions_new   (const MukanaRequestFile *file);
GtkWidget *mukana_request_outcomes_new    (MukanaContext           *context,
                                           const MukanaRequestFile *file);

G_END_DECLS
