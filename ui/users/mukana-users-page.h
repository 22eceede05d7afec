#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_USERS_PAGE (mukana_users_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaUsersPage, mukana_users_page, MUKANA, USERS_PAGE, MukanaPage)

G_END_DECLS
