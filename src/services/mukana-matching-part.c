/* mukana-matching-part.c: in what part those who fit could take part.
 *
 * From which side they know the matter, when they have time, and in which of the roles that
 * are asked for.  None of it is points: it is what a group is put together by.
 */

#include "services/mukana-matching-part.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-eligibility.h"
#include "domain/mukana-explain.h"
#include "services/mukana-seating.h"

/* From where they know themes of the request, as far as they consent to them. */
static guint
perspectives_of (const MukanaMatchRequest *request,
                 const MukanaMatchFacts   *facts)
{
  guint perspectives = 0;

  for (guint i = 0; i < request->themes->len; i++)
    for (guint k = 0; k < facts->n_themes; k++)
      {
        int asked = g_array_index (request->themes, MukanaThemeNeed, i).theme;
        const MukanaThemeFact *known = &facts->themes[k];

        if (mukana_day_range_holds (known->consent, request->today) &&
            mukana_theme_tree_relation (request->tree, asked, known->theme) >=
              MUKANA_THEME_NARROWER)
          perspectives |= 1u << known->perspective;
      }

  return perspectives;
}

/* When they can come, and in words what is not the time that was asked for first. */
/* "15.12. 13.00–15.00; 16.12. 9.00–11.00": of the needed times, which belong together, the
 * first. */
static char *
say_ways (const MukanaMatchRequest *request,
          GArray                   *ways)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < ways->len; i++)
    for (guint k = 0; k < request->slots->len; k++)
      {
        const MukanaRequestSlot *slot = &g_array_index (request->slots, MukanaRequestSlot, k);
        gint64 way = g_array_index (ways, gint64, i);
        g_autofree char *hours = NULL;

        if (way == 0 ? slot->is_alternative : slot->id != way)
          continue;
        hours = mukana_explain_hours (slot->day, slot->start_minute, slot->end_minute);
        g_string_append_printf (said, "%s%s", said->len > 0 ? "; " : "", hours);
        break;
      }

  return g_string_free (g_steal_pointer (&said), FALSE);
}

static void
fill_ways (const MukanaMatchRequest *request,
           const MukanaMatchFacts   *facts,
           MukanaMatchRow           *row)
{
  g_autoptr (GArray) ways = mukana_match_request_dup_ways (request);
  int plan = mukana_eligibility_plan (request, facts, NULL);

  row->ways = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; plan >= 0 && i < ways->len; i++)
    {
      gint64 way = g_array_index (ways, gint64, i);
      g_autoptr (MukanaMatchRequest) at = mukana_match_request_copy_at (request, way);

      if (ways->len == 1 || mukana_eligibility_plan (at, facts, NULL) >= 0)
        g_array_append_val (row->ways, way);
    }

  if (plan >= 0 && ways->len > 1)
    row->when = say_ways (request, row->ways);
}

/** mukana_matching_part_tell: fills what of @row is neither points nor a name nor a role */
void
mukana_matching_part_tell (const MukanaMatchRequest *request,
                           const MukanaMatchFacts   *facts,
                           MukanaMatchRow           *row)
{
  row->perspectives = perspectives_of (request, facts);
  if (request->language >= 0 && (facts->languages >> request->language & 1) != 0)
    row->works_in = g_strdup (mukana_code_label (mukana_languages,
                                                 mukana_languages[request->language]));
  fill_ways (request, facts, row);
}

/* ---- Another time ---- */

#define NEAR_DAYS 14
#define FIRST_HOUR 8
#define LAST_HOUR 20

/* The request as it would be at another time, as long as it is now. */
static gboolean
suits_at (const MukanaMatchRequest *request,
          const MukanaMatchFacts   *facts,
          MukanaRequestSlot         other)
{
  g_autoptr (MukanaMatchRequest) moved = mukana_match_request_copy (request);

  other.month.from = mukana_day_first_of_month (other.day);
  other.month.until = mukana_day_add_months (other.month.from, 1);
  g_array_index (moved->slots, MukanaRequestSlot, 0) = other;
  return mukana_eligibility_judge (moved, facts) == 0;
}

static gboolean
find_hour (const MukanaMatchRequest *request,
           const MukanaMatchFacts   *facts,
           MukanaRequestSlot        *slot)
{
  int length = slot->end_minute - slot->start_minute;

  for (int start = FIRST_HOUR * 60; start + length <= LAST_HOUR * 60; start += 60)
    {
      slot->start_minute = (gint16) start;
      slot->end_minute = (gint16) (start + length);
      if (suits_at (request, facts, *slot))
        return TRUE;
    }

  return FALSE;
}

/**
 * mukana_matching_part_say_free:
 *
 * Of somebody whom only the time keeps away, and whom no small change of it helps; and of a
 * request with one time.
 *
 * Returns: (nullable): yours, the time of theirs on the nearest day that would do
 */
char *
mukana_matching_part_say_free (const MukanaMatchRequest *request,
                               const MukanaMatchFacts   *facts,
                               MukanaReasons             reasons)
{
  MukanaRequestSlot slot;
  MukanaDay asked;

  if (reasons != 1u << MUKANA_REASON_NOT_FREE || request->slots->len != 1)
    return NULL;

  slot = g_array_index (request->slots, MukanaRequestSlot, 0);
  asked = slot.day;
  for (int i = 0; slot.start_minute >= 0 && i <= 2 * NEAR_DAYS; i++)
    {
      g_autofree char *when = NULL;

      slot.day = asked + (i % 2 == 0 ? i / 2 : -(i + 1) / 2);
      if (slot.day <= request->today || !find_hour (request, facts, &slot))
        continue;
      when = mukana_explain_hours (slot.day, slot.start_minute, slot.end_minute);
      /* Translators: %s is a day and hours */
      return g_strdup_printf (_("Would be free %s"), when);
    }

  return NULL;
}

/* ---- Those who are in it, and those who said no ---- */

/** mukana_matching_part_read_others: Returns: yours, gint64: who is asked or has agreed, and is no
 * reserve; Thread: worker */
GArray *
mukana_matching_part_read_others (MukanaDb  *db,
                                  gint64     request_id,
                                  GError   **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "matching.seated", error,
                                                    mukana_int ("request_id", request_id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  for (; result > 0; result = mukana_query_step (query, error))
    {
      gint64 id = mukana_query_get_int (query, "person_id");

      g_array_append_val (ids, id);
    }

  return result == 0 ? g_steal_pointer (&ids) : NULL;
}

/* Whether somebody fits at another time of the request than those they said no to. */
static gboolean
has_time_left (MukanaMatcher            *matcher,
               const MukanaMatchRequest *request,
               gint64                    person_id,
               GArray                   *refused)
{
  g_autoptr (MukanaMatchFacts) facts =
    mukana_match_index_ref_facts (mukana_matcher_peek_index (matcher), person_id);
  g_autoptr (GArray) ways = mukana_match_request_dup_ways (request);

  for (guint i = 0; facts != NULL && i < ways->len; i++)
    {
      gint64 way = g_array_index (ways, gint64, i);
      g_autoptr (MukanaMatchRequest) at = mukana_match_request_copy_at (request, way);
      gboolean is_refused = FALSE;

      for (guint k = 0; k < refused->len && !is_refused; k++)
        is_refused = g_array_index (refused, gint64, k) == way;
      if (!is_refused && mukana_eligibility_plan (at, facts, NULL) >= 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_gone (MukanaMatcher            *matcher,
         const MukanaMatchRequest *request,
         gint64                    person_id,
         GArray                   *refused)
{
  g_autoptr (MukanaMatchFacts) facts =
    mukana_match_index_ref_facts (mukana_matcher_peek_index (matcher), person_id);

  return facts != NULL && mukana_eligibility_judge (request, facts) == 0 &&
         (refused == NULL || !has_time_left (matcher, request, person_id, refused));
}

/**
 * mukana_matching_part_count_gone:
 *
 * Who said no to the request is not asked again; who said no to a time of it may be asked to
 * another.
 *
 * Thread: worker of the lane "door".
 */
gboolean
mukana_matching_part_count_gone (MukanaMatcher             *matcher,
                                 MukanaDb                  *db,
                                 const MukanaMatchRequest  *request,
                                 MukanaMatchAnswer         *answer,
                                 GError                   **error)
{
  g_autoptr (GArray) refused = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "matching.said-no", error,
                                                    mukana_int ("request_id", request->id));
  gint64 person_id = 0;
  gboolean is_of_time = TRUE;
  int result;

  if (query == NULL)
    return FALSE;

  do
    {
      gint64 next = (result = mukana_query_step (query, error)) > 0
                    ? mukana_query_get_int (query, "person_id") : 0;

      if (next != person_id)
        {
          answer->n_gone += person_id != 0 && is_gone (matcher, request, person_id,
                                                       is_of_time ? refused : NULL);
          g_array_set_size (refused, 0);
          is_of_time = TRUE;
          person_id = next;
        }
      if (result > 0)
        {
          gint64 way = mukana_query_get_int (query, "way");

          g_array_append_val (refused, way);
          is_of_time &= mukana_query_get_int (query, "is_of_time") != 0;
        }
    }
  while (result > 0);

  return result == 0;
}

/* ---- Roles ---- */

static guint32
roles_of (GArray                 *seats,
          const MukanaMatchFacts *facts,
          MukanaDay               day)
{
  guint32 roles = 0;

  for (guint i = 0; facts != NULL && i < facts->n_roles; i++)
    if (mukana_day_range_holds (facts->roles[i].valid, day))
      roles |= mukana_role_seats_bit (seats, g_quark_to_string (facts->roles[i].role));

  return roles;
}

static char *
say_roles (MukanaMatcher *matcher,
           GArray        *seats,
           guint32        roles)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint r = 0; r < seats->len; r++)
    if ((roles & 1u << r) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              mukana_lexicon_label (mukana_matcher_peek_lexicon (matcher),
                                                    MUKANA_LEXICON_ROLE,
                                                    g_array_index (seats, MukanaRoleSeats,
                                                                   r).role_code));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
tell_roles (MukanaMatcher            *matcher,
            const MukanaMatchRequest *request,
            GArray                   *seats,
            GPtrArray                *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      MukanaMatchRow *row = g_ptr_array_index (rows, i);
      g_autoptr (MukanaMatchFacts) facts =
        mukana_match_index_ref_facts (mukana_matcher_peek_index (matcher), row->person_id);

      row->role_bits = roles_of (seats, facts, mukana_match_request_first_day (request));
      row->roles = say_roles (matcher, seats, row->role_bits);
    }
}

/* Of whoever is asked, or has agreed, and is no reserve. */
static GArray *
read_seated (MukanaMatcher             *matcher,
             MukanaDb                  *db,
             const MukanaMatchRequest  *request,
             GArray                    *seats,
             GError                   **error)
{
  g_autoptr (GArray) seated = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "matching.seated", error,
                                                    mukana_int ("request_id", request->id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  for (; result > 0; result = mukana_query_step (query, error))
    {
      g_autoptr (MukanaMatchFacts) facts =
        mukana_match_index_ref_facts (mukana_matcher_peek_index (matcher),
                                      mukana_query_get_int (query, "person_id"));
      guint32 roles = roles_of (seats, facts, mukana_match_request_first_day (request));

      g_array_append_val (seated, roles);
    }

  return result == 0 ? g_steal_pointer (&seated) : NULL;
}

/**
 * mukana_matching_part_add_roles:
 *
 * Of a request that asks for several roles: how many in each, who of those asked already has which,
 * and which roles each who fits has.  Without roles by number nothing is told.
 *
 * Thread: worker of the lane "door".
 */
gboolean
mukana_matching_part_add_roles (MukanaMatcher             *matcher,
                                MukanaDb                  *db,
                                const MukanaMatchRequest  *request,
                                MukanaMatchAnswer         *answer,
                                GError                   **error)
{
  if ((answer->seats = mukana_seating_read_wanted (db, request->id, error)) == NULL ||
      (answer->seated = read_seated (matcher, db, request, answer->seats, error)) == NULL)
    return FALSE;

  if (answer->seats->len == 0)
    return TRUE;

  tell_roles (matcher, request, answer->seats, answer->rows);
  tell_roles (matcher, request, answer->seats, answer->extra);
  tell_roles (matcher, request, answer->seats, answer->told_rows);
  answer->role_labels = g_ptr_array_new_with_free_func (g_free);
  for (guint r = 0; r < answer->seats->len; r++)
    g_ptr_array_add (answer->role_labels, say_roles (matcher, answer->seats, 1u << r));
  return TRUE;
}
