#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

void mukana_attendance_bring      (MukanaPage *page,
                                   gint64      occurrence_id);
void mukana_attendance_bring_from (MukanaPage *page,
                                   gint64      occurrence_id,
                                   const char *path);
void mukana_attendance_save       (MukanaPage *page,
                                   gint64      occurrence_id);

G_END_DECLS
