#pragma once

#include "services/mukana-attending.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_ATTENDANCE_PAGE (mukana_attendance_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaAttendancePage, mukana_attendance_page, MUKANA, ATTENDANCE_PAGE,
                      MukanaPage)

const MukanaAttendance *mukana_attendance_page_peek (MukanaAttendancePage *self);

G_END_DECLS
