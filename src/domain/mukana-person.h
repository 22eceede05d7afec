#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* A person in the register. */
#define MUKANA_TYPE_PERSON (mukana_person_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPerson, mukana_person, MUKANA, PERSON, MukanaRecord)

#define MUKANA_PERSON_ADULT_AGE 18

struct _MukanaPerson
{
  MukanaRecord  parent_instance;

  gint64      id;                 /* 0 until stored */
  gint64      version;            /* grows by one at each save */
  const char *given_name;
  const char *family_name;
  const char *display_name;
  const char *sort_key;           /* of family and given name */
  const char *pronoun;
  gint64      birth_year;         /* 0 when not told */
  MukanaDay   adult_on;           /* the 18th birthday, asked where the year leaves it open */
  const char *email;
  const char *phone;
  const char *street;
  const char *postal_code;
  const char *municipality_code;
  gint64      non_disclosure;     /* turvakielto: the place hidden everywhere */
  const char *channel;
  const char *contact_language;
  const char *work_languages;     /* codes separated by spaces */
  const char *state;
  MukanaDay   paused_until;       /* first day back */
  MukanaDay   joined_on;
  MukanaDay   ended_on;
  gint64      remote_ok;
  gint64      max_travel_km;      /* 0: no own limit */
  gint64      max_per_month;      /* 0: no own limit */
  gint64      notice_days;
  const char *refusals;           /* codes separated by spaces */
  const char *skills;             /* codes separated by spaces */
  const char *excluded_units;     /* names separated by line breaks */
  const char *fee_mode;
  gint64      fee_ceiling_cents;  /* a month; 0: no own limit */
  gint64      fee_ceiling_year_cents;
  MukanaDay   tax_card_on;        /* given to the payroll; what it says is not kept */
  const char *payroll_ref;        /* what payroll knows the person by; never an identity code */
  MukanaDay   pension_mark_on;    /* a certificate of an own pension insurance was seen */
  const char *support_needs;
  const char *support_kinds;      /* codes separated by spaces */
  const char *not_talked;         /* what they do not talk about */
  const char *note;
  gint64      restricted_at;      /* GDPR 18; 0: not */
  gint64      objected_at;        /* GDPR 21; 0: not */
  gint64      removed_at;         /* 0: in the register */
  gint64      created_at;
  gint64      updated_at;
};

GPtrArray    *mukana_person_check       (MukanaPerson  *self,
                                         MukanaDay      today);
MukanaPerson *mukana_person_with_names  (MukanaPerson  *self,
                                         const char    *given_name,
                                         const char    *family_name);
void          mukana_person_init_names  (MukanaPerson  *self,
                                         const char    *given_name,
                                         const char    *family_name);
char         *mukana_person_dup_initials (MukanaPerson *self);
gboolean      mukana_person_works_in    (MukanaPerson  *self,
                                         const char    *language);
gboolean      mukana_codes_hold         (const char    *list,
                                         const char    *code);
gboolean      mukana_person_tells_support (MukanaPerson *self,
                                           MukanaPerson *before);

G_END_DECLS
