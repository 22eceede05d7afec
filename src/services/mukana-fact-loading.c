/* mukana-fact-loading.c: from rows of the store to the facts that matching judges.
 *
 * People are read through the view usable_person.  Of anybody else only the
 * existence and the state are read, so that they can be counted among those who
 * may not be asked, and nothing more can be told about them.
 *
 * Every table is read once, in order of the person, for one person or for all.
 */

#include "services/mukana-fact-loading.h"

#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-fee.h"
#include "domain/mukana-match-pack.h"
#include "domain/mukana-person.h"
#include "domain/mukana-request.h"
#include "store/mukana-record-io.h"

typedef struct
{
  MukanaDb      *db;
  MukanaLexicon *lexicon;
  gint64         first_id;     /* whose facts: a range, of one or of everybody */
  gint64         last_id;
  MukanaDay      today;
  GHashTable    *by_id;        /* gint64 -> facts of usable people, owned by the array */
  GPtrArray     *all;          /* where they are found without it; NULL: nowhere */
  GHashTable    *unguarded;    /* ids of those of the range whom only a guardian's yes keeps out */
} Loading;

typedef void (*ReadRow) (Loading *self, MukanaMatchFacts *facts, MukanaQuery *row);

/* Of few people, the table is made when the first of them is asked for. */
static MukanaMatchFacts *
find_facts (Loading *self,
            gint64   id)
{
  if (self->by_id == NULL)
    {
      self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
      for (guint i = 0; i < self->all->len; i++)
        {
          MukanaMatchFacts *facts = g_ptr_array_index (self->all, i);

          g_hash_table_insert (self->by_id, &facts->person_id, facts);
        }
    }

  return g_hash_table_lookup (self->by_id, &id);
}

static MukanaDay
day_after (MukanaDay day)
{
  return day == MUKANA_DAY_NONE ? MUKANA_DAY_NONE : day + 1;
}

static MukanaPosition
position_of (MukanaLexicon *lexicon,
             const char    *municipality_code)
{
  MukanaMunicipality *place = mukana_lexicon_find (lexicon, MUKANA_LEXICON_MUNICIPALITY,
                                                   municipality_code);

  if (place == NULL)
    return (MukanaPosition) { 0 };

  return (MukanaPosition) { .latitude_udeg = (gint32) place->latitude,
                            .longitude_udeg = (gint32) place->longitude };
}

static void
read_excluded_units (MukanaMatchFacts *facts,
                     const char       *units)
{
  g_auto (GStrv) lines = g_strsplit (units ? units : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!mukana_text_is_empty (lines[i]))
      mukana_match_facts_exclude_unit (facts, lines[i]);
}

static MukanaMatchFacts *
make_facts (Loading      *self,
            MukanaPerson *person)
{
  MukanaMatchFacts *facts = mukana_match_facts_new (person->id);

  facts->state = (gint8) mukana_code_index (mukana_person_states, person->state);
  facts->fee_mode = (gint8) mukana_code_index (mukana_fee_modes, person->fee_mode);
  facts->has_non_disclosure = person->non_disclosure != 0;
  facts->is_remote_ok = person->remote_ok != 0;
  facts->refusals = (guint8) mukana_match_codes_to_set (mukana_refusals, person->refusals);
  facts->skills = (guint8) mukana_match_codes_to_set (mukana_skills, person->skills);
  facts->paused_until = person->paused_until;
  facts->languages = mukana_match_codes_to_set (mukana_languages, person->work_languages);
  facts->birth_year = (gint16) person->birth_year;
  facts->notice_days = (gint16) person->notice_days;
  facts->max_travel_km = (gint16) person->max_travel_km;
  facts->cap_per_month = (gint16) person->max_per_month;
  facts->fee_ceiling_cents = person->fee_ceiling_cents;
  facts->municipality = g_quark_from_string (person->municipality_code);
  facts->position = position_of (self->lexicon, person->municipality_code);
  read_excluded_units (facts, person->excluded_units);
  return facts;
}

static gboolean
load_unguarded (Loading  *self,
                GError  **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "matching.unguarded", error,
                                                    mukana_int ("first_id", self->first_id),
                                                    mukana_int ("last_id", self->last_id));
  int result = -1;

  self->unguarded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "person_id");

      g_hash_table_add (self->unguarded, g_memdup2 (&id, sizeof id));
    }

  return result == 0;
}

/* Somebody who may not be read: that there is somebody, in what state, and whether they just wait
 * for a guardian, which is the one reason that the person themself can do nothing about. */
static MukanaMatchFacts *
make_other (Loading     *self,
            MukanaQuery *row)
{
  MukanaMatchFacts *facts = mukana_match_facts_new (mukana_query_get_int (row, "id"));

  facts->lacks_guardian = g_hash_table_contains (self->unguarded, &facts->person_id);
  facts->state = (gint8) mukana_code_index (mukana_person_states,
                                            mukana_query_peek_text (row, "state"));
  return facts;
}

static gboolean
load_people (Loading    *self,
             GPtrArray  *all,
             GError    **error)
{
  g_autoptr (MukanaQuery) usable = mukana_db_select (self->db, "matching.people", error,
                                                     mukana_int ("first_id", self->first_id),
                                                     mukana_int ("last_id", self->last_id));
  g_autoptr (MukanaQuery) others =
    usable ? mukana_db_select (self->db, "matching.others", error,
                               mukana_int ("first_id", self->first_id),
                               mukana_int ("last_id", self->last_id)) : NULL;
  int result;

  if (others == NULL || !load_unguarded (self, error))
    return FALSE;

  while ((result = mukana_query_step (usable, error)) > 0)
    {
      g_autoptr (MukanaPerson) person = mukana_record_read (usable, MUKANA_TYPE_PERSON);
      MukanaMatchFacts *facts = make_facts (self, person);

      g_ptr_array_add (all, facts);
      g_hash_table_insert (self->by_id, &facts->person_id, facts);
    }

  if (result < 0)
    return FALSE;

  /* Not found by id, so that no row of any other table is noted on them. */
  while ((result = mukana_query_step (others, error)) > 0)
    g_ptr_array_add (all, make_other (self, others));

  return result == 0;
}

static gboolean
read_rows (Loading      *self,
           MukanaQuery  *query,
           ReadRow       read_row,
           GError      **error)
{
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "person_id");
      MukanaMatchFacts *facts = find_facts (self, id);

      if (facts != NULL)
        read_row (self, facts, query);
    }

  return result == 0;
}

static gboolean
load_rows (Loading      *self,
           const char   *statement,
           ReadRow       read_row,
           GError      **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, statement, error,
                                                    mukana_int ("first_id", self->first_id),
                                                    mukana_int ("last_id", self->last_id));

  return read_rows (self, query, read_row, error);
}

static MukanaDayRange
widest (MukanaDayRange before,
        MukanaDayRange found)
{
  /* All zero is "never"; else the later end wins, and no end is the latest. */
  if (before.from == 0 && before.until == 0)
    return found;
  if (before.until == MUKANA_DAY_NONE ||
      (found.until != MUKANA_DAY_NONE && found.until <= before.until))
    return before;

  return found;
}

static void
read_theme (Loading          *self,
            MukanaMatchFacts *facts,
            MukanaQuery      *row)
{
  MukanaThemeFact theme = { 0 };

  theme.theme = (gint16) mukana_theme_tree_find (mukana_lexicon_peek_themes (self->lexicon),
                                                 mukana_query_peek_text (row, "theme_id"));
  theme.perspective = (gint8) mukana_code_index (mukana_perspectives,
                                                 mukana_query_peek_text (row, "perspective"));
  theme.last_year = (gint16) mukana_query_get_int (row, "last_year");
  if (theme.theme >= 0 && theme.perspective >= 0)
    mukana_match_facts_add_theme (facts, &theme);
}

static void
read_consent (Loading          *self,
              MukanaMatchFacts *facts,
              MukanaQuery      *row)
{
  const char *purpose = mukana_query_peek_text (row, "purpose");
  MukanaDayRange range = { mukana_query_get_day (row, "given_on"),
                           day_after (mukana_query_get_day (row, "expires_on")) };
  int theme;

  if (mukana_query_get_int (row, "is_withdrawn") != 0)
    facts->has_withdrawn = TRUE;
  else if (g_strcmp0 (purpose, "register") == 0)
    facts->register_consent = widest (facts->register_consent, range);
  else if (g_strcmp0 (purpose, "matching") == 0)
    facts->matching_consent = widest (facts->matching_consent, range);
  else if (g_strcmp0 (purpose, "media") == 0)
    facts->media_consent = widest (facts->media_consent, range);
  else if (g_strcmp0 (purpose, "theme") == 0)
    {
      theme = mukana_theme_tree_find (mukana_lexicon_peek_themes (self->lexicon),
                                      mukana_query_peek_text (row, "theme_id"));
      for (guint i = 0; i < facts->n_themes; i++)
        if (facts->themes[i].theme == theme)
          facts->themes[i].consent = widest (facts->themes[i].consent, range);
    }
}

static void
read_year_ceiling (Loading          *self,
                   MukanaMatchFacts *facts,
                   MukanaQuery      *row)
{
  facts->fee_ceiling_year_cents = mukana_query_get_int (row, "fee_ceiling_year_cents");
}

static void
read_role (Loading          *self,
           MukanaMatchFacts *facts,
           MukanaQuery      *row)
{
  MukanaDayRange valid = { mukana_query_get_day (row, "from_day"),
                           mukana_query_get_day (row, "until_day") };

  mukana_match_facts_add_role (facts, mukana_query_peek_text (row, "role_code"), valid);
}

static void
read_credential (Loading          *self,
                 MukanaMatchFacts *facts,
                 MukanaQuery      *row)
{
  MukanaDayRange valid = { mukana_query_get_day (row, "done_on"),
                           day_after (mukana_query_get_day (row, "expires_on")) };
  int kind = mukana_code_index (mukana_credential_kinds, mukana_query_peek_text (row, "kind"));

  if (kind >= 0)
    mukana_match_facts_add_credential (facts, (MukanaCredentialKind) kind, valid);
}

static void
read_time (Loading          *self,
           MukanaMatchFacts *facts,
           MukanaQuery      *row)
{
  MukanaWeekSlot slot = {
    .weekday = (gint8) mukana_query_get_int (row, "weekday"),
    .start_minute = (gint16) mukana_query_get_int (row, "start_minute"),
    .end_minute = (gint16) mukana_query_get_int (row, "end_minute"),
    .valid = { mukana_query_get_day (row, "valid_from"),
               mukana_query_get_day (row, "valid_until") },
  };

  mukana_availability_add_slot (&facts->availability, &slot);
}

static void
read_own_week (Loading          *self,
               MukanaMatchFacts *facts,
               MukanaQuery      *row)
{
  mukana_availability_add_own_week (&facts->availability, mukana_query_get_day (row, "monday"),
                                    mukana_query_peek_text (row, "times"));
}

static void
read_absence (Loading          *self,
              MukanaMatchFacts *facts,
              MukanaQuery      *row)
{
  MukanaDayRange away = { mukana_query_get_day (row, "from_day"),
                          day_after (mukana_query_get_day (row, "last_day")) };

  mukana_availability_add_absence (&facts->availability, away);
}

static void
read_apart (Loading          *self,
            MukanaMatchFacts *facts,
            MukanaQuery      *row)
{
  mukana_match_facts_keep_apart (facts, mukana_query_get_int (row, "other_id"));
}

static void
read_busy_time (Loading          *self,
                MukanaMatchFacts *facts,
                MukanaQuery      *row)
{
  MukanaBusySpan busy = { mukana_query_get_day (row, "day"),
                          (gint16) mukana_query_get_int (row, "start_minute"),
                          (gint16) mukana_query_get_int (row, "end_minute") };

  mukana_availability_add_busy (&facts->availability, busy);
}

/* What law or a task of the authority allows needs no consent; the person can object. */
static gboolean
load_bases (Loading    *self,
            GPtrArray  *all,
            GError    **error)
{
  static const MukanaDayRange always = { MUKANA_DAY_NONE, MUKANA_DAY_NONE };
  gint64 is_register_asked = mukana_db_count (self->db, "purposes.needs-consent", error,
                                              mukana_text ("purpose", "register"));
  gint64 is_matching_asked =
    is_register_asked < 0 ? -1 : mukana_db_count (self->db, "purposes.needs-consent", error,
                                                  mukana_text ("purpose", "matching"));

  for (guint i = 0; i < all->len; i++)
    {
      MukanaMatchFacts *facts = g_ptr_array_index (all, i);

      if (!g_hash_table_contains (self->by_id, &facts->person_id))
        continue;
      if (is_register_asked == 0)
        facts->register_consent = always;
      if (is_matching_asked == 0)
        facts->matching_consent = always;
    }

  return is_matching_asked >= 0;
}

/* @roles: (nullable): codes as quarks; the person's, or those that are asked for */
static MukanaFeeRule *
find_rule (Loading      *self,
           const char   *rule_code,
           const GQuark *roles,
           guint         n_roles,
           gboolean      is_trained,
           MukanaDay     day)
{
  g_autofree const char **words = g_new0 (const char *, n_roles + 1);

  for (guint i = 0; i < n_roles; i++)
    words[i] = g_quark_to_string (roles[i]);

  return mukana_fee_rule_expected (mukana_lexicon_peek_fee_rules (self->lexicon), rule_code, day,
                                   words, is_trained);
}

/* The rule that is this person's on the day. */
static MukanaFeeRule *
find_own_rule (Loading                *self,
               const MukanaMatchFacts *facts,
               const char             *rule_code,
               MukanaDay               day)
{
  g_autoptr (GArray) roles = g_array_new (FALSE, FALSE, sizeof (GQuark));
  gboolean is_trained = FALSE;

  for (guint i = 0; i < facts->n_roles; i++)
    if (mukana_day_range_holds (facts->roles[i].valid, day))
      g_array_append_val (roles, facts->roles[i].role);
  for (guint i = 0; i < facts->n_credentials; i++)
    is_trained |= facts->credentials[i].kind == MUKANA_CREDENTIAL_TRAINING &&
                  mukana_day_range_holds (facts->credentials[i].valid, day);

  return find_rule (self, rule_code, (GQuark *) roles->data, roles->len, is_trained, day);
}

/* What a fee would be by the rule of that day, for hours not yet worked. */
static gint64
expected_fee (MukanaFeeRule *rule,
              gint64         agreed_cents,
              gint64         minutes,
              MukanaDay      day)
{
  g_autoptr (MukanaFeeLine) line = NULL;

  if (agreed_cents > 0 || rule == NULL)
    return agreed_cents;

  line = mukana_fee_line_new_fee (rule, &(MukanaFeeWork) { .minutes = minutes, .percent = 100,
                                                            .day = day });
  return line->amount_cents;
}

static void
read_assignment (Loading          *self,
                 MukanaMatchFacts *facts,
                 MukanaQuery      *row)
{
  const char *mode = mukana_query_peek_text (row, "mode");
  gint64 paid = mukana_query_get_int (row, "paid_cents");
  MukanaAssignmentFact fact = {
    .request_id = mukana_query_get_int (row, "request_id"),
    .day = mukana_query_get_day (row, "day"),
    .start_minute = (gint16) mukana_query_get_int (row, "start_minute"),
    .end_minute = (gint16) mukana_query_get_int (row, "end_minute"),
    .is_demanding = mukana_query_get_int (row, "is_demanding") != 0,
  };

  if (fact.end_minute <= fact.start_minute)
    fact.start_minute = fact.end_minute = -1;
  if (g_strcmp0 (mode, "on-site") == 0 ||
      (g_strcmp0 (mode, "hybrid") == 0 && !facts->is_remote_ok))
    fact.position = position_of (self->lexicon, mukana_query_peek_text (row, "municipality_code"));

  fact.fee_cents = paid > 0 || g_strcmp0 (mukana_query_peek_text (row, "fee_mode"), "fee") != 0
                   ? paid : expected_fee (find_own_rule (self, facts,
                                                         mukana_query_peek_text (row,
                                                                                 "fee_rule_code"),
                                                         fact.day),
                                          mukana_query_get_int (row, "fee_cents"),
                                          mukana_query_get_int (row, "planned_minutes"), fact.day);
  mukana_match_facts_add_assignment (facts, &fact);
}

static void
read_last_held (Loading          *self,
                MukanaMatchFacts *facts,
                MukanaQuery      *row)
{
  facts->last_took_part = mukana_query_get_day (row, "day");
}

static void
read_shift (Loading          *self,
            MukanaMatchFacts *facts,
            MukanaQuery      *row)
{
  MukanaShiftFact shift = {
    .day = mukana_query_get_day (row, "day"),
    .start_minute = (gint16) mukana_query_get_int (row, "start_minute"),
    .end_minute = (gint16) mukana_query_get_int (row, "end_minute"),
    .position = position_of (self->lexicon, mukana_query_peek_text (row, "municipality_code")),
  };

  mukana_match_facts_add_shift (facts, shift);
}

static void
read_last_asked (Loading          *self,
                 MukanaMatchFacts *facts,
                 MukanaQuery      *row)
{
  facts->last_asked = mukana_query_get_day (row, "day");
  facts->last_counted = mukana_query_get_day (row, "counted_day");
}

static gboolean
load_days (Loading  *self,
           GError  **error)
{
  g_autoptr (MukanaQuery) absences =
    mukana_db_select (self->db, "matching.absences", error,
                      mukana_int ("first_id", self->first_id),
                      mukana_int ("last_id", self->last_id),
                      mukana_day ("today", self->today));
  g_autoptr (MukanaQuery) busy_times =
    absences ? mukana_db_select (self->db, "matching.busy-times", error,
                                 mukana_int ("first_id", self->first_id),
                                 mukana_int ("last_id", self->last_id),
                                 mukana_day ("today", self->today)) : NULL;
  g_autoptr (MukanaQuery) own_weeks =
    busy_times ? mukana_db_select (self->db, "matching.own-weeks", error,
                                   mukana_int ("first_id", self->first_id),
                                   mukana_int ("last_id", self->last_id),
                                   mukana_day ("since", self->today - 7)) : NULL;
  g_autoptr (MukanaQuery) shifts =
    own_weeks ? mukana_db_select (self->db, "matching.shifts", error,
                                  mukana_int ("first_id", self->first_id),
                                  mukana_int ("last_id", self->last_id),
                                  mukana_day ("since", self->today - 1)) : NULL;
  g_autoptr (MukanaQuery) assignments = NULL;

  if (shifts == NULL || !read_rows (self, absences, read_absence, error) ||
      !read_rows (self, busy_times, read_busy_time, error) ||
      !read_rows (self, own_weeks, read_own_week, error) ||
      !read_rows (self, shifts, read_shift, error))
    return FALSE;

  assignments = mukana_db_select (self->db, "matching.assignments", error,
                                  mukana_int ("first_id", self->first_id),
                                  mukana_int ("last_id", self->last_id),
                                  mukana_day ("since",
                                              mukana_match_facts_work_since (self->today)));
  return read_rows (self, assignments, read_assignment, error);
}

/**
 * mukana_facts_load_range:
 * @first_id: of the people whose facts are asked for; @last_id is among them
 * @last_id: see @first_id
 *
 * Thread: worker.
 * Returns: yours, of MukanaMatchFacts
 */
GPtrArray *
mukana_facts_load_range (MukanaDb       *db,
                         MukanaLexicon  *lexicon,
                         gint64          first_id,
                         gint64          last_id,
                         GError        **error)
{
  g_autoptr (GPtrArray) all =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_match_facts_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  Loading self = { db, lexicon, first_id, last_id, mukana_db_today (db), by_id };
  gboolean is_done;

  /* Themes before consents, which are noted on them. */
  is_done = load_people (&self, all, error) &&
            load_rows (&self, "matching.themes", read_theme, error) &&
            load_rows (&self, "matching.consents", read_consent, error) &&
            load_bases (&self, all, error) &&
            load_rows (&self, "matching.year-ceilings", read_year_ceiling, error) &&
            load_rows (&self, "matching.roles", read_role, error) &&
            load_rows (&self, "matching.credentials", read_credential, error) &&
            load_rows (&self, "matching.times", read_time, error) &&
            load_days (&self, error) &&
            load_rows (&self, "matching.apart", read_apart, error) &&
            load_rows (&self, "matching.last-held", read_last_held, error) &&
            load_rows (&self, "matching.last-asked", read_last_asked, error);
  g_clear_pointer (&self.unguarded, g_hash_table_unref);
  return is_done ? g_steal_pointer (&all) : NULL;
}

/**
 * mukana_facts_load:
 * @person_id: one person, or 0 for everybody
 *
 * Thread: worker.
 * Returns: yours, of MukanaMatchFacts
 */
GPtrArray *
mukana_facts_load (MukanaDb       *db,
                   MukanaLexicon  *lexicon,
                   gint64          person_id,
                   GError        **error)
{
  return mukana_facts_load_range (db, lexicon, person_id, person_id ? person_id : G_MAXINT64,
                                  error);
}

/* Returns: (nullable): NULL when there is none of use */
static MukanaMatchFacts *
open_pack (Loading     *self,
           gint64       id,
           MukanaQuery *row)
{
  MukanaValue pack;

  mukana_query_get_value (row, (guint) mukana_query_column (row, "facts"), &pack);
  return pack.kind != MUKANA_VALUE_BYTES
         ? NULL : mukana_match_pack_open ((const guint8 *) pack.text, pack.length, id,
                                          mukana_lexicon_peek_themes (self->lexicon),
                                          self->today);
}

static gboolean
open_packs (Loading  *self,
            GArray   *lacking,
            GError  **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "packs.read", error,
                                                    mukana_int ("first_id", self->first_id),
                                                    mukana_int ("last_id", self->last_id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "id");
      gboolean is_usable = mukana_query_get_int (query, "is_usable") != 0;
      MukanaMatchFacts *facts = is_usable ? open_pack (self, id, query)
                                          : make_other (self, query);

      if (facts != NULL)
        g_ptr_array_add (self->all, facts);
      else
        g_array_append_val (lacking, id);
    }

  return result == 0;
}

/* What depends on who asks, or on somebody else, is in no pack. */
static gboolean
load_unpacked (Loading  *self,
               GError  **error)
{
  g_autoptr (MukanaQuery) themes = mukana_db_select (self->db, "packs.article-10-themes", error);
  g_autoptr (MukanaQuery) consents = NULL;

  if (!read_rows (self, themes, read_theme, error))
    return FALSE;

  consents = mukana_db_select (self->db, "packs.article-10-consents", error);
  return read_rows (self, consents, read_consent, error) &&
         load_rows (self, "matching.apart", read_apart, error);
}

/**
 * mukana_facts_open_packs:
 * @first_id: of the people whose packs are asked for; @last_id is among them
 * @lacking: (element-type gint64): who may be read and has no pack of use is added to it
 *
 * Without what is in no pack: see mukana_facts_add_unpacked().
 *
 * Thread: worker.
 * Returns: yours, of MukanaMatchFacts: everybody of these but the lacking
 */
GPtrArray *
mukana_facts_open_packs (MukanaDb       *db,
                         MukanaLexicon  *lexicon,
                         gint64          first_id,
                         gint64          last_id,
                         GArray         *lacking,
                         GError        **error)
{
  g_autoptr (GPtrArray) all =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_match_facts_unref);
  Loading self = { db, lexicon, first_id, last_id, mukana_db_today (db), NULL, all };
  gboolean is_done = load_unguarded (&self, error) && open_packs (&self, lacking, error);

  g_clear_pointer (&self.unguarded, g_hash_table_unref);
  return is_done ? g_steal_pointer (&all) : NULL;
}

/**
 * mukana_facts_add_unpacked:
 * @all: of MukanaMatchFacts from packs, which nobody else has yet
 *
 * Thread: worker.
 */
gboolean
mukana_facts_add_unpacked (MukanaDb       *db,
                           MukanaLexicon  *lexicon,
                           GPtrArray      *all,
                           GError        **error)
{
  Loading self = { db, lexicon, 0, G_MAXINT64, mukana_db_today (db), NULL, all };
  gboolean is_done = load_unpacked (&self, error);

  g_clear_pointer (&self.by_id, g_hash_table_unref);
  return is_done;
}

/* What a way of taking part asks for; methods not named here ask for nothing special. */
static guint
skills_of_method (const char *method)
{
  static const struct { const char *method; guint skills; } asked[] = {
    { "kokemusasiantuntija_luento", MUKANA_SKILL_LECTURE },
    { "vertaisryhma", MUKANA_SKILL_FACILITATION | MUKANA_SKILL_GROUP },
    { "muotoilutyopaja", MUKANA_SKILL_GROUP },
    { "yhteiskehittaminen", MUKANA_SKILL_GROUP },
    { "kokemusasiantuntija_tr", MUKANA_SKILL_GROUP },
    { "digiraati", MUKANA_SKILL_ONLINE },
    { "digipaneeli", MUKANA_SKILL_ONLINE },
    { "verkkoaivoriihi", MUKANA_SKILL_ONLINE },
    { "padlet", MUKANA_SKILL_ONLINE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    if (g_strcmp0 (asked[i].method, method) == 0)
      return asked[i].skills;

  return 0;
}

static void
fill_request (MukanaMatchRequest *match,
              MukanaRequest      *request,
              Loading            *self)
{
  match->id = request->id;
  match->mode = (MukanaRequestMode) MAX (mukana_code_index (mukana_request_modes, request->mode),
                                         0);
  match->language = mukana_code_index (mukana_languages, request->language);
  match->municipality = g_quark_from_string (request->municipality_code);
  match->position = position_of (self->lexicon, request->municipality_code);
  match->prep_minutes = 0;   /* preparing is done at one's own time, before the day */
  match->people = (int) request->people;
  match->reserve = (int) request->reserve;
  match->needs_training = request->needs_training != 0;
  match->meets_clients = request->meets_clients != 0;
  match->is_with_minors = request->with_minors != 0;
  match->is_with_vulnerable = request->with_vulnerable != 0;
  match->is_public = request->is_public != 0;
  match->has_media = request->has_media != 0;
  match->has_large_audience = request->has_large_audience != 0;
  match->min_age = (int) request->min_age;
  match->skills = skills_of_method (request->method_code);
  if (request->role_code != NULL)
    mukana_match_request_add_role (match, request->role_code);
  if (request->unit != NULL)
    mukana_match_request_set_unit (match, request->unit);
}

/* Roles by line, when the request itself names none. */
static gboolean
load_roles (MukanaMatchRequest  *match,
            MukanaRequest       *request,
            Loading             *self,
            GError             **error)
{
  g_autoptr (MukanaQuery) needs = NULL;
  int result = -1;

  if (request->role_code != NULL)
    return TRUE;

  needs = mukana_db_select (self->db, "requests.needs", error,
                            mukana_int ("request_id", request->id));
  while (needs != NULL && (result = mukana_query_step (needs, error)) > 0)
    mukana_match_request_add_role (match, mukana_query_peek_text (needs, "role_code"));

  return result == 0;
}

static gboolean
load_taking_part (MukanaMatchRequest  *match,
                  Loading             *self,
                  GError             **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "matching.together", error,
                                                    mukana_int ("request_id", match->id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "person_id");

      g_array_append_val (match->taking_part, id);
    }

  return result == 0;
}

static gboolean
load_request_parts (MukanaMatchRequest  *match,
                    MukanaRequest       *request,
                    Loading             *self,
                    GError             **error)
{
  g_autoptr (MukanaQuery) slots = mukana_db_select (self->db, "requests.slots", error,
                                                    mukana_int ("request_id", request->id));
  g_autoptr (MukanaQuery) themes =
    slots ? mukana_db_select (self->db, "requests.themes", error,
                              mukana_int ("request_id", request->id)) : NULL;
  MukanaDayRange period = { MUKANA_DAY_NONE, MUKANA_DAY_NONE };
  MukanaDay day;
  gint64 minutes = 0;
  int result, theme;

  if (themes == NULL)
    return FALSE;

  while ((result = mukana_query_step (slots, error)) > 0)
    {
      int start = (int) mukana_query_get_int (slots, "start_minute");
      int end = (int) mukana_query_get_int (slots, "end_minute");

      day = mukana_query_get_day (slots, "day");
      mukana_match_request_add_slot (match, day, start, end,
                                     mukana_query_get_int (slots, "is_alternative") != 0);
      g_array_index (match->slots, MukanaRequestSlot, match->slots->len - 1).id =
        mukana_query_get_int (slots, "id");
      minutes = minutes ? minutes : end - start;
      period.from = period.from == MUKANA_DAY_NONE ? day : MIN (period.from, day);
      period.until = MAX (period.until, day + 1);
    }

  if (result < 0)
    return FALSE;

  while ((result = mukana_query_step (themes, error)) > 0)
    {
      theme = mukana_theme_tree_find (match->tree, mukana_query_peek_text (themes, "theme_id"));
      if (theme >= 0)
        mukana_match_request_add_theme (match, theme, (int) mukana_query_get_int (themes, "weight"),
                                        mukana_query_get_int (themes, "is_required") != 0,
                                        (MukanaPerspective) mukana_code_index (mukana_perspectives,
                                          mukana_query_peek_text (themes, "perspective")));
    }

  if (match->mode == MUKANA_MODE_PERIOD && period.from != MUKANA_DAY_NONE)
    mukana_match_request_set_period (match, period);
  day = mukana_match_request_first_day (match);
  match->fee_cents = expected_fee (find_rule (self, request->fee_rule_code, match->roles,
                                              match->n_roles, match->needs_training, day),
                                   request->fee_cents, minutes, day);
  return result == 0;
}

/* Where somebody is asked already, the request takes place when they are asked for.
 * A time that has been taken off the request decides nothing. */
static gboolean
keep_decided_way (MukanaMatchRequest **match,
                  Loading             *self,
                  GError             **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "matching.decided-way", error,
                                                    mukana_int ("request_id", (*match)->id));
  g_autoptr (GArray) ways = mukana_match_request_dup_ways (*match);
  int result = query != NULL ? mukana_query_step (query, error) : -1;
  gint64 decided = result > 0 ? mukana_query_get_int (query, "way") : -1;

  for (guint i = 0; ways->len > 1 && i < ways->len; i++)
    if (g_array_index (ways, gint64, i) == decided)
      {
        MukanaMatchRequest *at = mukana_match_request_copy_at (*match, decided);

        mukana_match_request_free (*match);
        *match = at;
      }

  return result >= 0;
}

/**
 * mukana_request_load:
 *
 * Thread: worker.
 * Returns: yours, the request as matching sees it; with only the times that it
 *   takes place at, once somebody has been asked to them
 */
MukanaMatchRequest *
mukana_request_load (MukanaDb       *db,
                     MukanaLexicon  *lexicon,
                     gint64          request_id,
                     GError        **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", request_id,
                                                         MUKANA_TYPE_REQUEST, error);
  g_autoptr (MukanaMatchRequest) match = NULL;
  Loading self = { db, lexicon, 0, 0, mukana_db_today (db), NULL };

  if (request == NULL)
    return NULL;

  match = mukana_match_request_new (mukana_lexicon_peek_themes (lexicon), self.today);
  fill_request (match, request, &self);
  if (!load_roles (match, request, &self, error) ||
      !load_request_parts (match, request, &self, error) ||
      !load_taking_part (match, &self, error) ||
      !keep_decided_way (&match, &self, error))
    return NULL;

  return g_steal_pointer (&match);
}
