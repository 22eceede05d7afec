#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* Somebody who comes to one occurrence of an event: a person of the register, a contact of an
 * organisation, or a name alone. */
#define MUKANA_TYPE_REGISTRATION (mukana_registration_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRegistration, mukana_registration, MUKANA, REGISTRATION, MukanaRecord)

struct _MukanaRegistration
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      occurrence_id;
  gint64      person_id;          /* 0: nobody of the register */
  gint64      contact_id;         /* 0: no contact */
  const char *name;               /* NULL when one of them says it */
  const char *diet;
  MukanaDay   registered_on;
  gint64      is_attended;
  const char *email;              /* when it is added only: whose it is, if anybody's */
  const char *display_name;       /* on reading only; NULL: of the register, and not to be named */
  const char *organisation_name;  /* on reading only */
};

GPtrArray *mukana_registration_check (gpointer draft);

G_END_DECLS
