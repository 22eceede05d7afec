#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* Something agreed with an organisation or granted to it, and until when. */
#define MUKANA_TYPE_AGREEMENT (mukana_agreement_get_type ())
G_DECLARE_FINAL_TYPE (MukanaAgreement, mukana_agreement, MUKANA, AGREEMENT, MukanaRecord)

struct _MukanaAgreement
{
  MukanaRecord  parent_instance;

  gint64      id;                 /* 0: the agreement in the organisation's own fields */
  gint64      version;
  gint64      organisation_id;
  const char *kind;               /* of mukana_agreement_kinds */
  const char *title;
  const char *reference;          /* of the decision */
  MukanaDay   from_day;
  MukanaDay   until_day;          /* last day */
  gint64      amount_cents;
  gint64      is_settled;         /* let to end */
  const char *organisation_name;  /* on reading only */
};

/* What an organisation was asked to say before a decision. */
#define MUKANA_TYPE_STATEMENT_REQUEST (mukana_statement_request_get_type ())
G_DECLARE_FINAL_TYPE (MukanaStatementRequest, mukana_statement_request, MUKANA, STATEMENT_REQUEST,
                      MukanaRecord)

struct _MukanaStatementRequest
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      organisation_id;
  const char *kind;               /* of mukana_statement_kinds */
  const char *about;
  MukanaDay   asked_on;
  MukanaDay   due_on;
  MukanaDay   given_on;
  MukanaDay   declined_on;
  const char *summary;            /* what was said */
  const char *asked;              /* in a form only: of whom it is asked, "o3 o12" */
  const char *organisation_name;  /* on reading only */
};

/* How many people were referred to an organisation in a month.  No more is kept of them. */
#define MUKANA_TYPE_REFERRAL_COUNT (mukana_referral_count_get_type ())
G_DECLARE_FINAL_TYPE (MukanaReferralCount, mukana_referral_count, MUKANA, REFERRAL_COUNT,
                      MukanaRecord)

struct _MukanaReferralCount
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      organisation_id;
  MukanaDay   month;              /* its first day */
  gint64      n_referrals;
};

/* A point of organisations in a hospital or a health centre. */
#define MUKANA_TYPE_OLKA_POINT (mukana_olka_point_get_type ())
G_DECLARE_FINAL_TYPE (MukanaOlkaPoint, mukana_olka_point, MUKANA, OLKA_POINT, MukanaRecord)

struct _MukanaOlkaPoint
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  const char *name;
  const char *municipality_code;
  MukanaDay   opened_on;
  MukanaDay   closed_on;
  gint64      opens_minute;
  gint64      closes_minute;
};

/* Encounters of a day: conversations, and people shown the way. */
#define MUKANA_TYPE_OLKA_DAY (mukana_olka_day_get_type ())
G_DECLARE_FINAL_TYPE (MukanaOlkaDay, mukana_olka_day, MUKANA, OLKA_DAY, MukanaRecord)

struct _MukanaOlkaDay
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      point_id;
  MukanaDay   day;
  gint64      n_encounters;
};

/* A day that an organisation has at a point. */
#define MUKANA_TYPE_THEME_DAY (mukana_theme_day_get_type ())
G_DECLARE_FINAL_TYPE (MukanaThemeDay, mukana_theme_day, MUKANA, THEME_DAY, MukanaRecord)

struct _MukanaThemeDay
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      point_id;
  MukanaDay   day;
  gint64      organisation_id;
  const char *title;
  gint64      score;              /* 0-10, of the organisation afterwards; -1: not given */
  const char *organisation_name;  /* on reading only */
};

#define MUKANA_THEME_DAY_NO_SCORE (-1)

/* A volunteer at a point. */
#define MUKANA_TYPE_SHIFT (mukana_shift_get_type ())
G_DECLARE_FINAL_TYPE (MukanaShift, mukana_shift, MUKANA, SHIFT, MukanaRecord)

struct _MukanaShift
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      point_id;
  gint64      person_id;
  MukanaDay   day;
  gint64      start_minute;
  gint64      end_minute;
  const char *display_name;       /* on reading only */
  const char *point_name;         /* on reading only */
  gint64      is_allowed;         /* on reading only: the consent still holds */
};

/* A council, a panel, an anonymous online community, a network: members as a number. */
#define MUKANA_TYPE_COOPERATION_GROUP (mukana_cooperation_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaCooperationGroup, mukana_cooperation_group, MUKANA, COOPERATION_GROUP,
                      MukanaRecord)

struct _MukanaCooperationGroup
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  const char *name;
  const char *kind;               /* of mukana_group_kinds */
  MukanaDay   term_from;
  MukanaDay   term_until;
  gint64      n_members;
  const char *note;
  gint64      n_meetings;         /* on reading only: this year */
  MukanaDay   last_on;            /* on reading only */
  gint64      n_organisations;    /* on reading only: that are in it */
};

/* An organisation in a group. */
#define MUKANA_TYPE_GROUP_MEMBERSHIP (mukana_group_membership_get_type ())
G_DECLARE_FINAL_TYPE (MukanaGroupMembership, mukana_group_membership, MUKANA, GROUP_MEMBERSHIP,
                      MukanaRecord)

struct _MukanaGroupMembership
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      group_id;
  gint64      organisation_id;
  MukanaDay   since_day;
  const char *group_name;         /* on reading only; so its kind */
  const char *group_kind;
};

#define MUKANA_TYPE_GROUP_MEETING (mukana_group_meeting_get_type ())
G_DECLARE_FINAL_TYPE (MukanaGroupMeeting, mukana_group_meeting, MUKANA, GROUP_MEETING,
                      MukanaRecord)

struct _MukanaGroupMeeting
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      group_id;
  MukanaDay   day;
  gint64      n_present;
  const char *about;
};

/* Each: Returns: yours, the findings; empty when it may be stored. */
GPtrArray *mukana_agreement_check         (gpointer draft);
GPtrArray *mukana_statement_request_check (gpointer draft);
GPtrArray *mukana_referral_count_check    (gpointer draft);
GPtrArray *mukana_olka_point_check        (gpointer draft);
GPtrArray *mukana_olka_day_check          (gpointer draft);
GPtrArray *mukana_theme_day_check         (gpointer draft);
GPtrArray *mukana_shift_check             (gpointer draft);
GPtrArray *mukana_cooperation_group_check (gpointer draft);
GPtrArray *mukana_group_meeting_check     (gpointer draft);
GPtrArray *mukana_group_membership_check  (gpointer draft);

G_END_DECLS
