#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* Who works with a register: of a file by the account of the operating system, on a server by the
 * login that it knows. */
#define MUKANA_TYPE_REGISTER_USER (mukana_register_user_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRegisterUser, mukana_register_user, MUKANA, REGISTER_USER, MukanaRecord)

struct _MukanaRegisterUser
{
  MukanaRecord  parent_instance;

  const char *name;
  const char *role;              /* of mukana_roles */
  gint64      sees_article_10;   /* themes of criminal background */
  MukanaDay   added_on;
  const char *added_by;
};

GPtrArray *mukana_register_user_check (gpointer draft);

G_END_DECLS
