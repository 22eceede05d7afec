#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in a column of a list of those who come to an event. */
typedef enum
{
  MUKANA_REGISTRATION_NONE,          /* not read */
  MUKANA_REGISTRATION_NAME,
  MUKANA_REGISTRATION_GIVEN_NAME,
  MUKANA_REGISTRATION_FAMILY_NAME,
  MUKANA_REGISTRATION_EMAIL,
  MUKANA_REGISTRATION_DIET,          /* may stand in several columns */
  MUKANA_N_REGISTRATION_COLUMNS
} MukanaRegistrationColumn;

GArray     *mukana_registration_columns_guess    (const char * const *headings);
gboolean    mukana_registration_columns_are_said (GArray             *columns);
const char *mukana_registration_column_code      (guint               column);
int         mukana_registration_column_of_code   (const char         *code);
const char *mukana_registration_column_label     (guint               column);

G_END_DECLS
