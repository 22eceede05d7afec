/* mukana-organisation.c: an organisation, its contact persons and the log of cooperation.
 */

#include "domain/mukana-organisation.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"

static const MukanaField organisation_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaOrganisation, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaOrganisation, version), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOrganisation, name), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "sort-key", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOrganisation, sort_key), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOrganisation, kind), 20,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, mukana_organisation_kinds },
  { "business-id", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOrganisation, business_id), 20,
    MUKANA_FIELD_PLAIN, NULL },
  { "municipality-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOrganisation, municipality_code),
    10,
    MUKANA_FIELD_PLAIN, NULL },
  { "email", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOrganisation, email), 254,
    MUKANA_FIELD_PLAIN, NULL },
  { "phone", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOrganisation, phone), 40,
    MUKANA_FIELD_PLAIN, NULL },
  { "website", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOrganisation, website), 200,
    MUKANA_FIELD_PLAIN, NULL },
  { "agreement-from", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaOrganisation, agreement_from), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "agreement-until", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaOrganisation, agreement_until), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "note", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOrganisation, note), 8000,
    MUKANA_FIELD_PLAIN, NULL },
  { "removed-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaOrganisation, removed_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "created-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaOrganisation, created_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "updated-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaOrganisation, updated_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaOrganisation, mukana_organisation, organisation_fields)

static const MukanaField contact_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaContact, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "organisation-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaContact, organisation_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaContact, person_id), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaContact, name), 200,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, NULL },
  { "title", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaContact, title), 100,
    MUKANA_FIELD_PERSONAL, NULL },
  { "email", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaContact, email), 254,
    MUKANA_FIELD_CONTACT, NULL },
  { "phone", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaContact, phone), 40,
    MUKANA_FIELD_CONTACT, NULL },
};

MUKANA_DEFINE_RECORD (MukanaContact, mukana_contact, contact_fields)

static const MukanaField log_entry_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaLogEntry, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "organisation-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaLogEntry, organisation_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaLogEntry, person_id), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaLogEntry, day), 0, MUKANA_FIELD_PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaLogEntry, kind), 20,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "summary", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaLogEntry, summary), 2000,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "next-day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaLogEntry, next_day), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "author", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaLogEntry, author), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "created-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaLogEntry, created_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaLogEntry, mukana_log_entry, log_entry_fields)


/**
 * mukana_organisation_init_name:
 *
 * sets the name, of a record in the making, and what follows from it
 */
void
mukana_organisation_init_name (MukanaOrganisation *self,
                               const char         *name)
{
  g_autofree char *tidy = mukana_text_tidy (name);
  g_autofree char *key = mukana_text_sort_key (tidy);

  mukana_record_init_text (self, "name", tidy);
  mukana_record_init_text (self, "sort-key", key);
}

/** mukana_organisation_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_organisation_check (MukanaOrganisation *self)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (self->agreement_from != MUKANA_DAY_NONE && self->agreement_until != MUKANA_DAY_NONE &&
      self->agreement_until < self->agreement_from)
    mukana_issues_add (issues, "agreement-until", N_("The end is before the beginning."));

  return issues;
}
