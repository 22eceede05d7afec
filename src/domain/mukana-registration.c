/* mukana-registration.c: who comes to an event, and what they eat. */

#include "domain/mukana-registration.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"

#define AT(field) G_STRUCT_OFFSET (MukanaRegistration, field)
static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, MUKANA_FIELD_PLAIN, NULL },
  { "occurrence-id", MUKANA_FIELD_INT, AT (occurrence_id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, AT (person_id), 0, MUKANA_FIELD_PERSONAL, NULL },
  { "contact-id", MUKANA_FIELD_INT, AT (contact_id), 0, MUKANA_FIELD_PERSONAL, NULL },
  { "name", MUKANA_FIELD_TEXT, AT (name), 200, MUKANA_FIELD_PERSONAL, NULL },
  { "diet", MUKANA_FIELD_TEXT, AT (diet), 300, MUKANA_FIELD_SPECIAL, NULL },
  { "registered-on", MUKANA_FIELD_DAY, AT (registered_on), 0, MUKANA_FIELD_PLAIN, NULL },
  { "is-attended", MUKANA_FIELD_BOOL, AT (is_attended), 0, MUKANA_FIELD_PERSONAL, NULL },
  { "email", MUKANA_FIELD_TEXT, AT (email), 254, MUKANA_FIELD_CONTACT, NULL },
  { "display-name", MUKANA_FIELD_TEXT, AT (display_name), 200, MUKANA_FIELD_PERSONAL, NULL },
  { "organisation-name", MUKANA_FIELD_TEXT, AT (organisation_name), 200, MUKANA_FIELD_PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaRegistration, mukana_registration, fields)

/** mukana_registration_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_registration_check (gpointer draft)
{
  MukanaRegistration *self = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  if (self->person_id == 0 && self->contact_id == 0 && mukana_text_is_empty (self->name))
    mukana_issues_add (issues, "name", N_("Say who comes."));
  return issues;
}
