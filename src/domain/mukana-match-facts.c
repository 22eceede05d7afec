/* mukana-match-facts.c: one person as matching sees them.
 *
 * Holds no name and no address, and does not know where the facts come from.
 * Arrays grow by one: they are short, and a hundred thousand people are held.  Where all are
 * known at once they lie in one block.
 */

#include "domain/mukana-match-facts.h"

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"

static const int DEFAULT_NOTICE_DAYS = 7;

#define APPEND(array, n, element) \
  G_STMT_START { \
    (array) = g_realloc_n ((array), (n) + 1, sizeof *(array)); \
    (array)[(n)++] = (element); \
  } G_STMT_END

/**
 * mukana_match_codes_to_set:
 * @codes: a vocabulary of at most 32 words
 * @list: (nullable): words of it separated by spaces; others are passed over
 *
 * Returns: the set, bit i for the i-th word of @codes
 */
guint32
mukana_match_codes_to_set (const char * const *codes,
                           const char         *list)
{
  g_auto (GStrv) words = g_strsplit (list ? list : "", " ", -1);
  guint32 set = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int index = mukana_code_index (codes, words[i]);

      if (index >= 0 && index < 32)
        set |= 1u << index;
    }

  return set;
}

/**
 * mukana_match_facts_new:
 *
 * Returns: yours, the facts of a person who has allowed nothing, told nothing
 *   and set no limits
 */
MukanaMatchFacts *
mukana_match_facts_new (gint64 person_id)
{
  MukanaMatchFacts *self = g_atomic_rc_box_new0 (MukanaMatchFacts);

  self->person_id = person_id;
  self->paused_until = MUKANA_DAY_NONE;
  self->notice_days = DEFAULT_NOTICE_DAYS;
  self->last_asked = MUKANA_DAY_NONE;
  self->last_counted = MUKANA_DAY_NONE;
  self->last_took_part = MUKANA_DAY_NONE;
  return self;
}

/** mukana_match_facts_work_since: Returns: the first day of work that counts: twelve months back */
MukanaDay
mukana_match_facts_work_since (MukanaDay today)
{
  return mukana_day_add_months (today, -12);
}

#define COPY(array, n) ((array) = g_memdup2 ((array), (n) * sizeof *(array)))

/* Gives each list an array of its own, so that it can grow. */
static void
copy_lists (MukanaMatchFacts *self)
{
  MukanaAvailability *times = &self->availability;

  COPY (self->themes, self->n_themes);
  COPY (self->roles, self->n_roles);
  COPY (self->credentials, self->n_credentials);
  COPY (self->assignments, self->n_assignments);
  COPY (self->shifts, self->n_shifts);
  COPY (self->excluded_units, self->n_excluded_units);
  COPY (times->slots, times->n_slots);
  COPY (times->own_weeks, times->n_own_weeks);
  COPY (times->own_slots, times->n_own_slots);
  COPY (times->absences, times->n_absences);
  COPY (times->busy, times->n_busy);
}

/** mukana_match_facts_copy: Returns: yours, facts of the same person that may still be changed */
MukanaMatchFacts *
mukana_match_facts_copy (const MukanaMatchFacts *self)
{
  MukanaMatchFacts *copy = g_atomic_rc_box_dup (sizeof *self, (MukanaMatchFacts *) self);

  copy_lists (copy);
  COPY (copy->apart, copy->n_apart);
  copy->block = NULL;
  return copy;
}

MukanaMatchFacts *
mukana_match_facts_ref (MukanaMatchFacts *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  MukanaMatchFacts *self = data;

  g_free (self->apart);
  if (self->block != NULL)
    {
      g_free (self->block);
      return;
    }

  g_free (self->themes);
  g_free (self->roles);
  g_free (self->credentials);
  g_free (self->assignments);
  g_free (self->shifts);
  g_free (self->excluded_units);
  mukana_availability_clear (&self->availability);
}

void
mukana_match_facts_unref (MukanaMatchFacts *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/** mukana_theme_fact_is_waiting: Returns: whether its consent was never given, so far */
gboolean
mukana_theme_fact_is_waiting (const MukanaThemeFact *self)
{
  return self->consent.from == 0 && self->consent.until == 0;
}

/**
 * mukana_match_facts_may_be_told:
 *
 * Whoever is in the register and was never asked, or whose consent ran out, may be named among
 * those who are not proposed, and asked.  Who took the consent back has answered: to them it is as
 * if they were not there.
 *
 * Returns: whether somebody who does not fit may be named, with why and what would help
 */
gboolean
mukana_match_facts_may_be_told (const MukanaMatchFacts *self,
                                MukanaDay               day)
{
  return mukana_day_range_holds (self->register_consent, day) &&
         (!self->has_withdrawn || mukana_day_range_holds (self->matching_consent, day));
}

void
mukana_match_facts_add_theme (MukanaMatchFacts      *self,
                              const MukanaThemeFact *theme)
{
  gpointer block = g_steal_pointer (&self->block);

  if (block != NULL)
    {
      copy_lists (self);
      g_free (block);
    }
  APPEND (self->themes, self->n_themes, *theme);
}

/**
 * mukana_match_facts_add_role:
 * @role_id: the role's id in the store, as text
 * @valid: both ends NONE: always
 */
void
mukana_match_facts_add_role (MukanaMatchFacts *self,
                             const char       *role_id,
                             MukanaDayRange    valid)
{
  MukanaRoleFact role = { g_quark_from_string (role_id), valid };

  APPEND (self->roles, self->n_roles, role);
}

void
mukana_match_facts_add_credential (MukanaMatchFacts     *self,
                                   MukanaCredentialKind  kind,
                                   MukanaDayRange        valid)
{
  MukanaCredentialFact credential = { kind, valid };

  APPEND (self->credentials, self->n_credentials, credential);
}

void
mukana_match_facts_add_assignment (MukanaMatchFacts           *self,
                                   const MukanaAssignmentFact *assignment)
{
  APPEND (self->assignments, self->n_assignments, *assignment);
}

void
mukana_match_facts_add_shift (MukanaMatchFacts *self,
                              MukanaShiftFact   shift)
{
  APPEND (self->shifts, self->n_shifts, shift);
}

/** mukana_match_facts_exclude_unit: the person does not work with @unit, however it is spelt */
void
mukana_match_facts_exclude_unit (MukanaMatchFacts *self,
                                 const char       *unit)
{
  g_autofree char *folded = mukana_text_fold (unit);

  APPEND (self->excluded_units, self->n_excluded_units, g_quark_from_string (folded));
}

/** mukana_match_facts_keep_apart: the person is not placed together with @other_id */
void
mukana_match_facts_keep_apart (MukanaMatchFacts *self,
                               gint64            other_id)
{
  APPEND (self->apart, self->n_apart, other_id);
}

/** mukana_match_facts_is_apart: whether the two are not placed together */
gboolean
mukana_match_facts_is_apart (const MukanaMatchFacts *self,
                             gint64                  other_id)
{
  for (guint i = 0; i < self->n_apart; i++)
    if (self->apart[i] == other_id)
      return TRUE;

  return FALSE;
}

/** mukana_match_facts_holds_credential: whether one of @kind is valid on @day */
gboolean
mukana_match_facts_holds_credential (const MukanaMatchFacts *self,
                                     MukanaCredentialKind    kind,
                                     MukanaDay               day)
{
  for (guint i = 0; i < self->n_credentials; i++)
    if (self->credentials[i].kind == (gint8) kind &&
        mukana_day_range_holds (self->credentials[i].valid, day))
      return TRUE;

  return FALSE;
}

/**
 * mukana_match_facts_count_between:
 * @but_request_id: a request whose own assignments do not count; 0: none
 *
 * Returns: how many assignments fall on @days
 */
int
mukana_match_facts_count_between (const MukanaMatchFacts *self,
                                  MukanaDayRange          days,
                                  gint64                  but_request_id)
{
  int count = 0;

  for (guint i = 0; i < self->n_assignments; i++)
    if (mukana_day_range_holds (days, self->assignments[i].day) &&
        (but_request_id == 0 || self->assignments[i].request_id != but_request_id))
      count++;

  return count;
}

/** mukana_match_facts_fees_between: Returns: the fees of those counted, euro cents */
gint64
mukana_match_facts_fees_between (const MukanaMatchFacts *self,
                                 MukanaDayRange          days,
                                 gint64                  but_request_id)
{
  gint64 sum_cents = 0;

  for (guint i = 0; i < self->n_assignments; i++)
    if (mukana_day_range_holds (days, self->assignments[i].day) &&
        (but_request_id == 0 || self->assignments[i].request_id != but_request_id))
      sum_cents += self->assignments[i].fee_cents;

  return sum_cents;
}
