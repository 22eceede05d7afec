/* mukana-organisation.c: an organisation, its contact persons and the log of cooperation.
 */

#include "domain/mukana-organisation.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-list-words.h"

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
  { "agreement-settled", MUKANA_FIELD_BOOL,
    G_STRUCT_OFFSET (MukanaOrganisation, agreement_settled), 0, MUKANA_FIELD_PLAIN, NULL },
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
  { "from-day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaContact, from_day), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "until-day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaContact, until_day), 0,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaContact, mukana_contact, contact_fields)

static const MukanaField log_entry_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaLogEntry, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaLogEntry, version), 0, MUKANA_FIELD_PLAIN,
    NULL },
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
  { "next-deed", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaLogEntry, next_deed), 300,
    MUKANA_FIELD_PLAIN, NULL },
  { "next-who", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaLogEntry, next_who), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "next-done-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaLogEntry, next_done_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "author", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaLogEntry, author), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "created-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaLogEntry, created_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "also", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaLogEntry, also), 2000,
    MUKANA_FIELD_PLAIN, NULL },
  { "organisation-new", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaLogEntry, organisation_new), 200,
    MUKANA_FIELD_PLAIN, NULL },
  { "with", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaLogEntry, with), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "organisation-name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaLogEntry, organisation_name),
    0, MUKANA_FIELD_PLAIN, NULL },
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

static void
check_business_id (const char *text,
                   GPtrArray  *issues)
{
  const MukanaListReason *reason = NULL;
  g_autofree char *tidy = mukana_list_read_business_id (text, &reason);

  if (tidy == NULL)
    mukana_issues_add (issues, "business-id", reason->sentence);
}

/** mukana_organisation_dup_business_id: Returns: yours, "1234567-1"; NULL when there is none */
char *
mukana_organisation_dup_business_id (MukanaOrganisation *self)
{
  const MukanaListReason *reason = NULL;

  return self->business_id ? mukana_list_read_business_id (self->business_id, &reason) : NULL;
}

/** mukana_organisation_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_organisation_check (gpointer draft)
{
  MukanaOrganisation *self = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (self->agreement_from != MUKANA_DAY_NONE && self->agreement_until != MUKANA_DAY_NONE &&
      self->agreement_until < self->agreement_from)
    mukana_issues_add (issues, "agreement-until", N_("The end is before the beginning."));

  if (self->business_id != NULL)
    check_business_id (self->business_id, issues);

  return issues;
}

/** mukana_contact_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_contact_check (gpointer draft)
{
  MukanaContact *contact = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  if (contact->email != NULL && !mukana_text_is_email (contact->email))
    mukana_issues_add (issues, "email", N_("This does not look like an e-mail address."));
  if (contact->from_day != MUKANA_DAY_NONE && contact->until_day != MUKANA_DAY_NONE &&
      contact->until_day < contact->from_day)
    mukana_issues_add (issues, "until-day", N_("The end is before the beginning."));

  return issues;
}

/** mukana_log_entry_check: Returns: yours, the findings; a next deed needs its day */
GPtrArray *
mukana_log_entry_check (gpointer draft)
{
  MukanaLogEntry *entry = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  if (entry->next_day == MUKANA_DAY_NONE && (entry->next_deed != NULL || entry->next_who != NULL))
    mukana_issues_add (issues, "next-day", N_("By when? What has no day is forgotten."));
  if (entry->next_day != MUKANA_DAY_NONE && entry->day != MUKANA_DAY_NONE &&
      entry->next_day < entry->day)
    mukana_issues_add (issues, "next-day", N_("The next step is before the day itself."));

  return issues;
}
