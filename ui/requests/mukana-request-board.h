#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_REQUEST_BOARD (mukana_request_board_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequestBoard, mukana_request_board, MUKANA, REQUEST_BOARD, GtkBox)

GtkWidget *mukana_request_board_new    (MukanaPage         *page);
void       mukana_request_board_reload (MukanaRequestBoard *self,
                                        const char         *needle);

G_END_DECLS
