/* mukana-request.c: a co-development request, its parts and its life cycle.
 *
 * Draft, open, searching, filled, held, feedback asked, told what followed,
 * archived; cancelled from anywhere before it was held.
 */

#include "domain/mukana-request.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"

static const MukanaField request_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequest, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequest, version), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "reference", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, reference), 40,
    MUKANA_FIELD_PLAIN, NULL },
  { "title", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, title), 300,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "sort-key", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, sort_key), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "description", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, description), 8000,
    MUKANA_FIELD_PLAIN, NULL },
  { "state", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, state), 20,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, mukana_request_states },
  { "method-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, method_code), 60,
    MUKANA_FIELD_PLAIN, NULL },
  { "unit", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, unit), 200,
    MUKANA_FIELD_PLAIN, NULL },
  { "project", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, project), 200,
    MUKANA_FIELD_PLAIN, NULL },
  { "requester-name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, requester_name), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "requester-email", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, requester_email), 254,
    MUKANA_FIELD_CONTACT, NULL },
  { "mode", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, mode), 20,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, mukana_request_modes },
  { "municipality-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, municipality_code), 10,
    MUKANA_FIELD_PLAIN, NULL },
  { "venue", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, venue), 200,
    MUKANA_FIELD_PLAIN, NULL },
  { "language", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, language), 10,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, mukana_languages },
  { "role-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, role_code), 40,
    MUKANA_FIELD_PLAIN, NULL },
  { "people", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequest, people), 1000,
    MUKANA_FIELD_PLAIN, NULL },
  { "reserve", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequest, reserve), 1000,
    MUKANA_FIELD_PLAIN, NULL },
  { "prep-minutes", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequest, prep_minutes), 100000,
    MUKANA_FIELD_PLAIN, NULL },
  { "fee-rule-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, fee_rule_code), 40,
    MUKANA_FIELD_PLAIN, NULL },
  { "fee-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaRequest, fee_cents), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "decide-by", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaRequest, decide_by), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "can-influence", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, can_influence), 4000,
    MUKANA_FIELD_PLAIN, NULL },
  { "affected-groups", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, affected_groups), 4000,
    MUKANA_FIELD_PLAIN, NULL },
  { "invited-groups", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, invited_groups), 4000,
    MUKANA_FIELD_PLAIN, NULL },
  { "preparation-phase", MUKANA_FIELD_TEXT,
    G_STRUCT_OFFSET (MukanaRequest, preparation_phase), 4000, MUKANA_FIELD_PLAIN, NULL },
  { "use-of-results", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, use_of_results), 4000,
    MUKANA_FIELD_PLAIN, NULL },
  { "way-of-telling", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, way_of_telling), 4000,
    MUKANA_FIELD_PLAIN, NULL },
  { "testing", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, testing), 4000,
    MUKANA_FIELD_PLAIN, NULL },
  { "way-of-meeting", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, way_of_meeting), 4000,
    MUKANA_FIELD_PLAIN, NULL },
  { "special-needs", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, special_needs), 1000,
    MUKANA_FIELD_PLAIN, NULL },
  { "audience", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, audience), 300,
    MUKANA_FIELD_PLAIN, NULL },
  { "contact-on-day", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, contact_on_day), 200,
    MUKANA_FIELD_CONTACT, NULL },
  { "needs-training", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaRequest, needs_training), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "meets-clients", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaRequest, meets_clients), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "with-minors", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaRequest, with_minors), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "is-demanding", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaRequest, is_demanding), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "with-vulnerable", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaRequest, with_vulnerable), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "is-public", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaRequest, is_public), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "has-media", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaRequest, has_media), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "has-large-audience", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaRequest, has_large_audience),
    0, MUKANA_FIELD_PLAIN, NULL },
  { "min-age", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequest, min_age), 120,
    MUKANA_FIELD_PLAIN, NULL },
  { "created-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaRequest, created_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "told-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaRequest, told_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "cancel-reason", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, cancel_reason), 20,
    MUKANA_FIELD_PLAIN, mukana_cancel_reasons },
  { "cancel-words", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequest, cancel_words),
    MUKANA_REASON_LIMIT, MUKANA_FIELD_PERSONAL, NULL },
  { "removed-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaRequest, removed_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "created-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaRequest, created_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "updated-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaRequest, updated_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaRequest, mukana_request, request_fields)

static const MukanaField request_time_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestTime, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "request-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestTime, request_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaRequestTime, day), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "start-minute", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestTime, start_minute), 1440,
    MUKANA_FIELD_PLAIN, NULL },
  { "end-minute", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestTime, end_minute), 1440,
    MUKANA_FIELD_PLAIN, NULL },
  { "is-alternative", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaRequestTime, is_alternative), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaRequestTime, mukana_request_time, request_time_fields)

static const MukanaField request_theme_fields[] = {
  { "request-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestTheme, request_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "theme-id", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequestTheme, theme_id), 40,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "perspective", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequestTheme, perspective), 10,
    MUKANA_FIELD_PLAIN, mukana_perspectives },
  { "weight", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestTheme, weight), 9,
    MUKANA_FIELD_PLAIN, NULL },
  { "is-required", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaRequestTheme, is_required), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaRequestTheme, mukana_request_theme, request_theme_fields)

static const MukanaField request_need_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestNeed, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "request-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestNeed, request_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "role-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequestNeed, role_code), 40,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "people", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestNeed, people), 1000,
    MUKANA_FIELD_PLAIN, NULL },
  { "perspective", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequestNeed, perspective), 10,
    MUKANA_FIELD_PLAIN, mukana_perspectives },
};

MUKANA_DEFINE_RECORD (MukanaRequestNeed, mukana_request_need, request_need_fields)


/**
 * mukana_request_init_title:
 *
 * sets the title, of a record in the making, and what follows from it
 */
void
mukana_request_init_title (MukanaRequest *self,
                           const char    *title)
{
  g_autofree char *tidy = mukana_text_tidy (title);
  g_autofree char *key = mukana_text_sort_key (tidy);

  mukana_record_init_text (self, "title", tidy);
  mukana_record_init_text (self, "sort-key", key);
}

/** mukana_request_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_request_check (gpointer draft)
{
  MukanaRequest *self = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (self->people < 1)
    mukana_issues_add (issues, "people", N_("Say how many people are needed."));
  if (g_strcmp0 (self->mode, "on-site") == 0 && self->municipality_code == NULL &&
      self->venue == NULL && g_strcmp0 (self->state, "draft") != 0)
    mukana_issues_add (issues, "municipality-code",
                       N_("Say in which municipality it takes place."));

  return issues;
}

/** mukana_request_count_needs: Returns: how many people @needs (of MukanaRequestNeed) ask for */
int
mukana_request_count_needs (GPtrArray *needs)
{
  gint64 n_people = 0;

  for (guint i = 0; i < needs->len; i++)
    n_people += ((MukanaRequestNeed *) g_ptr_array_index (needs, i))->people;

  return (int) MIN (n_people, G_MAXINT);
}

/** mukana_request_check_needs: Returns: yours, the findings about its needs by role */
GPtrArray *
mukana_request_check_needs (MukanaRequest *self,
                            GPtrArray     *needs)
{
  GPtrArray *issues = mukana_issues_new ();

  for (guint i = 0; i < needs->len; i++)
    mukana_record_check (g_ptr_array_index (needs, i), issues);
  if (mukana_request_count_needs (needs) > self->people)
    mukana_issues_add (issues, "people", N_("The roles need more people than this."));

  return issues;
}

/**
 * mukana_request_may_become:
 *
 * Forward one step or several, back only while nobody has been met, cancelled
 * from anywhere before it was held.
 */
gboolean
mukana_request_may_become (MukanaRequest *self,
                           const char    *state)
{
  int now = mukana_code_index (mukana_request_states, self->state);
  int then = mukana_code_index (mukana_request_states, state);
  int held = mukana_code_index (mukana_request_states, "held");
  int cancelled = mukana_code_index (mukana_request_states, "cancelled");

  if (then < 0 || now == then || now == cancelled)
    return FALSE;
  if (then == cancelled)
    return now < held;

  return then > now || now < held;
}

/** mukana_request_is_waiting: Returns: whether people may still be found for it */
gboolean
mukana_request_is_waiting (MukanaRequest *self)
{
  return mukana_code_index (mukana_request_states, self->state) <
         mukana_code_index (mukana_request_states, "held");
}

/** mukana_request_is_demanding: Returns: whether those who come are heard afterwards */
gboolean
mukana_request_is_demanding (MukanaRequest *self)
{
  return self->is_demanding || self->with_minors || self->meets_clients;
}
