#pragma once

#include "services/mukana-shortlisting.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_poll_day_dialog_new      (MukanaPage            *page,
                                            const MukanaShortlist *list);
GtkWidget *mukana_listed_note_dialog_new (MukanaPage     *page,
                                            MukanaListed *candidate);
GtkWidget *mukana_release_dialog_new       (MukanaPage      *page,
                                            MukanaListed *candidate);
GtkWidget *mukana_choose_day_dialog_new    (MukanaPage      *page,
                                            MukanaPollDay   *poll_day,
                                            guint            n_yes);

G_END_DECLS
