#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* A partner: an association, a foundation, a parish … */
#define MUKANA_TYPE_ORGANISATION (mukana_organisation_get_type ())
G_DECLARE_FINAL_TYPE (MukanaOrganisation, mukana_organisation, MUKANA, ORGANISATION, MukanaRecord)

struct _MukanaOrganisation
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  const char *name;
  const char *sort_key;
  const char *kind;
  const char *business_id;
  const char *municipality_code;
  const char *email;
  const char *phone;
  const char *website;
  MukanaDay   agreement_from;
  MukanaDay   agreement_until;    /* last day */
  gint64      agreement_settled;  /* let to end */
  const char *note;
  gint64      removed_at;
  gint64      created_at;
  gint64      updated_at;
};

/* Somebody to talk to in an organisation. */
#define MUKANA_TYPE_CONTACT (mukana_contact_get_type ())
G_DECLARE_FINAL_TYPE (MukanaContact, mukana_contact, MUKANA, CONTACT, MukanaRecord)

struct _MukanaContact
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      organisation_id;
  gint64      person_id;          /* when they are in the register too; 0: not */
  const char *name;
  const char *title;
  const char *email;
  const char *phone;
  MukanaDay   from_day;           /* in this position since; NONE: not told */
  MukanaDay   until_day;          /* the last day in it; NONE: still */
};

/* One deed of cooperation: a meeting, a call, a statement … */
#define MUKANA_TYPE_LOG_ENTRY (mukana_log_entry_get_type ())
G_DECLARE_FINAL_TYPE (MukanaLogEntry, mukana_log_entry, MUKANA, LOG_ENTRY, MukanaRecord)

struct _MukanaLogEntry
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      organisation_id;
  gint64      person_id;          /* 0: nobody named */
  MukanaDay   day;
  const char *kind;
  const char *summary;
  MukanaDay   next_day;
  const char *next_deed;          /* what is to be done by that day */
  const char *next_who;           /* and by whom */
  MukanaDay   next_done_on;
  const char *author;
  gint64      created_at;
  const char *organisation_new;   /* on adding: one that is added with the line, by its name */
  const char *also;               /* on writing, and of one alone: who else took part, "o3 c12" */
  const char *with;               /* on reading: their names */
  const char *organisation_name;  /* on reading, in lists of many */
};

GPtrArray *mukana_organisation_check     (gpointer            draft);
char      *mukana_organisation_dup_business_id (MukanaOrganisation *self);
GPtrArray *mukana_contact_check          (gpointer            draft);
GPtrArray *mukana_log_entry_check        (gpointer            draft);
void       mukana_organisation_init_name (MukanaOrganisation *self,
                                          const char         *name);

G_END_DECLS
