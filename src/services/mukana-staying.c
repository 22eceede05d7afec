/* mukana-staying.c: who has not been heard of for long is asked whether they stay, and answers.
 *
 * Also those without any consent in force are asked: consents run out while nobody is heard of,
 * and erasing somebody for that would be worse than one letter to them.  Whoever is restricted
 * is left alone.  That somebody leaves is a withdrawal like any other, in the same transaction.
 */

#include "services/mukana-staying.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "services/mukana-consenting.h"
#include "store/mukana-journal.h"

#define LAST_OF_DAYS mukana_day_new (2999, 12, 30)

void
mukana_stay_free (MukanaStay *self)
{
  g_free (self->name);
  g_free (self->language);
  g_free (self);
}

MukanaStayDeed *
mukana_stay_deed_new (gint64 person_id)
{
  MukanaStayDeed *self = g_new0 (MukanaStayDeed, 1);

  self->person_id = person_id;
  return self;
}

void
mukana_stay_deed_free (MukanaStayDeed *self)
{
  g_free (self->answer);
  g_free (self->path);
  g_free (self);
}

/* Reading. */

static MukanaDay
read_activity (MukanaQuery *query)
{
  gint64 us = mukana_query_get_int (query, "updated_at");

  return MAX (mukana_query_get_day (query, "active_on"),
              us > 0 ? mukana_day_from_us (us) : MUKANA_DAY_NONE);
}

static MukanaStay *
read_stay (MukanaQuery *query,
           gint64       days)
{
  const MukanaStayFacts facts = {
    read_activity (query), mukana_query_get_day (query, "stayed_on"),
    mukana_query_get_day (query, "asked_on"), mukana_query_peek_text (query, "answer"),
    mukana_query_get_int (query, "has_left") != 0
  };
  const char *language = mukana_query_peek_text (query, "contact_language");
  MukanaStay *stay = g_new0 (MukanaStay, 1);

  stay->person_id = mukana_query_get_int (query, "id");
  stay->name = g_strdup (mukana_query_peek_text (query, "display_name"));
  stay->language = g_strdup (mukana_code_index (mukana_contact_languages, language) >= 0
                             ? language : mukana_contact_languages[0]);
  stay->active_on = mukana_stay_active_on (&facts);
  stay->ask_from = mukana_stay_ask_from (&facts, days);
  stay->due_on = mukana_stay_due_on (&facts, days);
  stay->asked_on = MUKANA_DAY_NONE;
  if (mukana_stay_is_waiting (&facts))
    {
      stay->question_id = mukana_query_get_int (query, "question_id");
      stay->asked_on = facts.asked_on;
      stay->how = g_intern_string (mukana_query_peek_text (query, "how"));
    }

  return stay;
}

/* @person_id: 0 for all; @last_day: whose last activity is later is left out */
static GPtrArray *
read_quiet (MukanaDb  *db,
            gint64     person_id,
            MukanaDay  last_day,
            gint64     days,
            GError   **error)
{
  g_autoptr (GPtrArray) stays = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_stay_free);
  gint64 until_us = mukana_day_minute_us (last_day + 1, 0);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "stays.quiet", error,
                                                    mukana_int ("person_id", person_id),
                                                    mukana_day ("last_day", last_day),
                                                    mukana_int ("until_us", until_us));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    g_ptr_array_add (stays, read_stay (query, days));

  return result == 0 ? g_steal_pointer (&stays) : NULL;
}

/**
 * mukana_staying_quiet:
 * @days: of the rule "inactive"
 *
 * Thread: worker.
 * Returns: yours, of #MukanaStay: all who may be to be asked or erased by now
 */
GPtrArray *
mukana_staying_quiet (MukanaDb  *db,
                      gint64     days,
                      GError   **error)
{
  MukanaDay last_day = mukana_db_today (db) - (MukanaDay) MAX (days - MUKANA_STAY_ANSWER_DAYS, 1);

  return read_quiet (db, 0, last_day, days, error);
}

/* Returns: 1 with @days set, 0 when the rule is not in use, -1 with @error set */
static int
read_rule (MukanaDb  *db,
           gint64    *days,
           GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "stays.rule", error);
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result > 0)
    *days = mukana_query_get_int (query, "days");
  return result;
}

static gboolean
is_to_be_asked (const MukanaStay *stay,
                MukanaDay         today)
{
  return stay->ask_from != MUKANA_DAY_NONE && stay->ask_from <= today;
}

/* Moves those who are to be asked, or were, from @all. */
static void
take_listed (GPtrArray *stays,
             GPtrArray *all,
             MukanaDay  today)
{
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      MukanaStay *stay = g_ptr_array_index (all, i);

      if (stay->question_id != 0 || is_to_be_asked (stay, today))
        g_ptr_array_add (stays, stay);
      else
        mukana_stay_free (stay);
    }

  g_ptr_array_set_size (all, 0);
}

static int
compare_stays (gconstpointer a,
               gconstpointer b)
{
  const MukanaStay *left = *(const MukanaStay * const *) a;
  const MukanaStay *right = *(const MukanaStay * const *) b;

  if ((left->question_id == 0) != (right->question_id == 0))
    return left->question_id == 0 ? -1 : 1;

  return left->question_id == 0 ? left->active_on - right->active_on
                                : left->due_on - right->due_on;
}

/**
 * mukana_staying_list:
 *
 * Thread: worker.
 * Returns: yours, of #MukanaStay, as mukana_staying_list_job gives them; empty when the rule is
 *   not in use
 */
GPtrArray *
mukana_staying_list (MukanaDb  *db,
                     GError   **error)
{
  gint64 days = 0;
  int is_on = read_rule (db, &days, error);
  g_autoptr (GPtrArray) all = is_on > 0 ? mukana_staying_quiet (db, days, error) : NULL;
  g_autoptr (GPtrArray) stays = NULL;

  if (is_on < 0 || (is_on > 0 && all == NULL))
    return NULL;

  stays = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_stay_free);
  if (all != NULL)
    take_listed (stays, all, mukana_db_today (db));
  g_ptr_array_sort (stays, compare_stays);   /* those of one day stay in the order of names */
  return g_steal_pointer (&stays);
}

/** mukana_staying_count: Returns: how many of a list are still to be asked */
guint
mukana_staying_count (GPtrArray *stays)
{
  guint n = 0;

  while (n < stays->len && ((MukanaStay *) g_ptr_array_index (stays, n))->question_id == 0)
    n++;
  return n;
}

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) stays = mukana_staying_list (db, error);
  guint most = (guint) MAX (*(int *) arg, 0);

  if (stays != NULL && stays->len > most)
    g_ptr_array_set_size (stays, (int) most);
  return g_steal_pointer (&stays);
}

/* Asking and answering. */

/* @days: (nullable) (out): of the rule */
static MukanaStay *
find_stay (MukanaDb  *db,
           gint64     person_id,
           gint64    *days,
           GError   **error)
{
  gint64 rule_days = 0;
  int is_on = read_rule (db, &rule_days, error);
  g_autoptr (GPtrArray) found = is_on > 0 && person_id > 0
                                  ? read_quiet (db, person_id, LAST_OF_DAYS, rule_days, error)
                                  : NULL;

  if (is_on < 0 || (is_on > 0 && person_id > 0 && found == NULL))
    return NULL;
  if (found == NULL || found->len == 0)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                           N_("Nobody is to ask this person now whether they stay."));
      return NULL;
    }

  if (days != NULL)
    *days = rule_days;
  return g_ptr_array_steal_index (found, 0);
}

/* Also whoever was asked already: a letter is lost, and the time runs from the newest. */
static MukanaStay *
find_to_ask (MukanaDb  *db,
             gint64     person_id,
             gint64    *days,
             GError   **error)
{
  g_autoptr (MukanaStay) stay = find_stay (db, person_id, days, error);

  if (stay == NULL || stay->question_id != 0 || is_to_be_asked (stay, mukana_db_today (db)))
    return g_steal_pointer (&stay);

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                       N_("Nobody is to ask this person now whether they stay."));
  return NULL;
}

static gboolean
note (MukanaDb    *db,
      const char  *action,
      gint64       person_id,
      GError     **error)
{
  mukana_db_touch (db, MUKANA_KIND_PERSON, person_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_RIGHTS, 0, MUKANA_EFFECT_CHANGED);
  return mukana_journal_add (db, action, MUKANA_KIND_PERSON, person_id, NULL, error);
}

/* Returns: (transfer full): the number of the question, or NULL with @error set */
static gint64 *
add_question (MukanaDb    *db,
              gint64       person_id,
              const char  *how,
              const char  *action,
              GError     **error)
{
  gint64 id = mukana_db_insert (db, "stays.ask", error, mukana_int ("person_id", person_id),
                                mukana_text ("how", how),
                                mukana_day ("asked_on", mukana_db_today (db)),
                                mukana_text ("asked_by", mukana_db_peek_actor (db)));

  return id > 0 && note (db, action, person_id, error) ? g_memdup2 (&id, sizeof id) : NULL;
}

static gpointer
ask_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  const MukanaStayDeed *deed = arg;
  g_autoptr (MukanaStay) stay = find_to_ask (db, deed->person_id, NULL, error);

  return stay != NULL ? add_question (db, stay->person_id, "phone", "staying.ask", error) : NULL;
}

/* The file comes last: when it cannot be written, nobody was asked. */
static gpointer
print_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaStayDeed *deed = arg;
  gint64 days = 0;
  g_autoptr (MukanaStay) stay = find_to_ask (db, deed->person_id, &days, error);
  g_autoptr (MukanaDocument) letter = NULL;
  g_autofree gint64 *id = NULL;
  MukanaStayFacts asked;

  if (stay == NULL)
    return NULL;

  asked = (MukanaStayFacts) { stay->active_on, MUKANA_DAY_NONE, mukana_db_today (db), NULL, FALSE };
  letter = mukana_stay_letter_make (db, stay, mukana_stay_due_on (&asked, days), error);
  if (letter != NULL &&
      (id = add_question (db, stay->person_id, "letter", "staying.print", error)) != NULL &&
      mukana_document_save_pdf (letter, deed->path, error))
    mukana_db_hold_file (db, deed->path);
  return NULL;
}

static gboolean
withdraw (MukanaDb  *db,
          gint64     person_id,
          GError   **error)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person_id, "register", NULL, "other");
  gboolean is_done = mukana_consenting_withdraw (db, withdrawal, error) >= 0;

  mukana_withdrawal_free (withdrawal);
  return is_done;
}

static gpointer
answer_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  const MukanaStayDeed *deed = arg;
  g_autoptr (MukanaStay) stay = NULL;

  if (mukana_code_index (mukana_stay_answers, deed->answer) < 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "There is no such answer");
      return NULL;
    }
  if (!(stay = find_stay (db, deed->person_id, NULL, error)))
    return NULL;
  if (stay->question_id == 0)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                           N_("No answer of this person is awaited."));
      return NULL;
    }

  if (mukana_db_run (db, "stays.answer", error, mukana_int ("id", stay->question_id),
                     mukana_day ("day", mukana_db_today (db)),
                     mukana_text ("answer", deed->answer)) < 0 ||
      !note (db, "staying.answer", stay->person_id, error) ||
      (g_str_equal (deed->answer, "leaves") && !withdraw (db, stay->person_id, error)))
    return NULL;

  return g_memdup2 (&stay->question_id, sizeof stay->question_id);
}

/* Taking back.  What is no longer as it was stays as it is. */

static gpointer
take_back (MukanaDb              *db,
           const MukanaStayDeed  *deed,
           const char            *statement,
           const char            *action,
           GError               **error)
{
  int n = (int) mukana_db_run (db, statement, error, mukana_int ("id", deed->question_id),
                               mukana_int ("person_id", deed->person_id));

  if (n == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("It has changed since, and cannot be taken back."));
  else if (n > 0)
    note (db, action, deed->person_id, error);
  return NULL;
}

static gpointer
unask_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return take_back (db, arg, "stays.drop", "staying.unask", error);
}

static gpointer
unanswer_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  return take_back (db, arg, "stays.clear-answer", "staying.unanswer", error);
}

const MukanaJob mukana_staying_list_job = {
  "staying.list", MUKANA_LANE_READ, list_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_staying_ask_job = {
  "staying.ask", MUKANA_LANE_WRITE, ask_run, g_free, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_staying_print_job = {
  "staying.print", MUKANA_LANE_WRITE, print_run, NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_staying_answer_job = {
  "staying.answer", MUKANA_LANE_WRITE, answer_run, g_free, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_staying_unask_job = {
  "staying.unask", MUKANA_LANE_WRITE, unask_run, NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_staying_unanswer_job = {
  "staying.unanswer", MUKANA_LANE_WRITE, unanswer_run, NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
