/* mukana-assignment.c: agreed work; its states, its hours, and what clashes with it.
 */

#include "domain/mukana-assignment.h"

#include "domain/mukana-codes.h"

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAssignment, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAssignment, version), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "request-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAssignment, request_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAssignment, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "proposal-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAssignment, proposal_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaAssignment, day), 0, MUKANA_FIELD_PLAIN, NULL },
  { "start-minute", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAssignment, start_minute), 1440,
    MUKANA_FIELD_PLAIN, NULL },
  { "end-minute", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAssignment, end_minute), 1440,
    MUKANA_FIELD_PLAIN, NULL },
  { "state", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAssignment, state), 20,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, mukana_assignment_states },
  { "planned-minutes", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAssignment, planned_minutes),
    100000,
    MUKANA_FIELD_PLAIN, NULL },
  { "actual-minutes", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAssignment, actual_minutes), 100000,
    MUKANA_FIELD_PLAIN, NULL },
  { "attendance", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAssignment, attendance), 20,
    MUKANA_FIELD_PERSONAL, mukana_attendances },
  { "is-demanding", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaAssignment, is_demanding), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "demand-is-own", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaAssignment, demand_is_own), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "clash-reason", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAssignment, clash_reason), 500,
    MUKANA_FIELD_PERSONAL, NULL },
  { "fee-mode", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAssignment, fee_mode), 30,
    MUKANA_FIELD_MONEY | MUKANA_FIELD_REQUIRED, mukana_fee_modes },
  { "fee-rule-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAssignment, fee_rule_code), 40,
    MUKANA_FIELD_PLAIN, NULL },
  { "agreed-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaAssignment, agreed_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "completed-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaAssignment, completed_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "cancel-reason", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAssignment, cancel_reason), 20,
    MUKANA_FIELD_PERSONAL, mukana_cancel_reasons },
  { "cancel-words", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAssignment, cancel_words), 500,
    MUKANA_FIELD_PERSONAL, NULL },
  { "notice-hours", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAssignment, notice_hours), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "agreed-with", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAssignment, agreed_with), 100,
    MUKANA_FIELD_PERSONAL, NULL },
  { "week", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAssignment, week), 4,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaAssignment, mukana_assignment, fields)


/** mukana_assignment_clashes: Returns: whether it takes place in that time, to the minute */
gboolean
mukana_assignment_clashes (MukanaAssignment *self,
                           MukanaDay         day,
                           int               start_minute,
                           int               end_minute)
{
  if (g_str_equal (self->state, "cancelled") || self->day != day ||
      self->end_minute <= self->start_minute)
    return FALSE;

  return self->start_minute < end_minute && start_minute < self->end_minute;
}

/**
 * mukana_assignment_is_paid:
 *
 * Returns: whether somebody with that attendance is owed a fee.  Cancelled or
 *   absent earns none; what a county pays for a late cancellation is its own rule.
 */
gboolean
mukana_assignment_is_paid (const char *attendance)
{
  return g_strcmp0 (attendance, "full") == 0 || g_strcmp0 (attendance, "part") == 0;
}

/**
 * mukana_assignment_notice_hours:
 *
 * Where no clock time was agreed the day begins at midnight, so that nobody is told later
 * than is counted.
 *
 * Returns: whole hours from @now_us to the beginning; -1: it has begun
 */
gint64
mukana_assignment_notice_hours (MukanaAssignment *self,
                                gint64            now_us)
{
  gboolean has_time = self->end_minute > self->start_minute;
  gint64 begins_us = mukana_day_minute_us (self->day, has_time ? (int) self->start_minute : 0);

  return begins_us > now_us ? (begins_us - now_us) / G_TIME_SPAN_HOUR : -1;
}
