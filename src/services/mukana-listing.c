/* mukana-listing.c: what lists show: ids in order, then rows by a page of ids.
 *
 * Rows are records of what one line needs and no more; names of themes, roles
 * and places are looked up where they are shown, in the language shown there.
 */

#include "services/mukana-listing.h"

#include <string.h>

#include "domain/mukana-availability.h"
#include "domain/mukana-consent.h"
#include "domain/mukana-guardian.h"
#include "domain/mukana-people-step.h"
#include "domain/mukana-person-parts.h"
#include "store/mukana-record-io.h"
#include "store/mukana-search-index.h"

static const MukanaField person_row_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaPersonRow, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "display-name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPersonRow, display_name), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "initials", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPersonRow, initials), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "state", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPersonRow, state), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "roles", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPersonRow, roles), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "themes", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPersonRow, themes), 0,
    MUKANA_FIELD_SPECIAL, NULL },
  { "municipality-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPersonRow, municipality_code), 0,
    MUKANA_FIELD_CONTACT, NULL },
  { "free-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaPersonRow, free_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "last-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaPersonRow, last_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "asked-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaPersonRow, asked_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "consent", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPersonRow, consent), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "consent-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaPersonRow, consent_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaPersonRow, mukana_person_row, person_row_fields)

static const MukanaField organisation_row_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaOrganisationRow, id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOrganisationRow, name), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOrganisationRow, kind), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "municipality-code", MUKANA_FIELD_TEXT,
    G_STRUCT_OFFSET (MukanaOrganisationRow, municipality_code), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "agreement-from", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaOrganisationRow, agreement_from), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "agreement-until", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaOrganisationRow, agreement_until),
    0,
    MUKANA_FIELD_PLAIN, NULL },
  { "last-contact-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaOrganisationRow, last_contact_on),
    0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaOrganisationRow, mukana_organisation_row, organisation_row_fields)

static const MukanaField request_row_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestRow, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "reference", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequestRow, reference), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "title", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequestRow, title), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "state", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequestRow, state), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "method-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequestRow, method_code), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "unit", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequestRow, unit), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "mode", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequestRow, mode), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "municipality-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRequestRow, municipality_code),
    0,
    MUKANA_FIELD_PLAIN, NULL },
  { "people", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestRow, people), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "reserve", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestRow, reserve), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "first-day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaRequestRow, first_day), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "first-start", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestRow, first_start), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "first-end", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestRow, first_end), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "n-slots", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestRow, n_slots), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "n-found", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestRow, n_found), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "n-in-reserve", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestRow, n_in_reserve), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "n-asked", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRequestRow, n_asked), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "decide-by", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaRequestRow, decide_by), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaRequestRow, mukana_request_row, request_row_fields)

static const MukanaField work_row_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaWorkRow, id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaWorkRow, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "request-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaWorkRow, request_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "display-name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaWorkRow, display_name), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "title", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaWorkRow, title), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaWorkRow, day), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "start-minute", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaWorkRow, start_minute), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "end-minute", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaWorkRow, end_minute), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "state", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaWorkRow, state), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "attendance", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaWorkRow, attendance), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "planned-minutes", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaWorkRow, planned_minutes), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "actual-minutes", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaWorkRow, actual_minutes), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "fee-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaWorkRow, fee_cents), 0,
    MUKANA_FIELD_MONEY, NULL },
  { "n-feedback", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaWorkRow, n_feedback), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaWorkRow, mukana_work_row, work_row_fields)

#define LOOK_AHEAD_DAYS 90
#define ENDING_DAYS 30

MukanaListFilter *
mukana_list_filter_copy (const MukanaListFilter *self)
{
  MukanaListFilter *copy = g_new0 (MukanaListFilter, 1);

  copy->needle = g_strdup (self->needle);
  copy->state = g_strdup (self->state);
  copy->kind = g_strdup (self->kind);
  copy->municipality = g_strdup (self->municipality);
  copy->order = g_strdup (self->order);
  copy->quiet_months = self->quiet_months;
  return copy;
}

void
mukana_list_filter_free (MukanaListFilter *self)
{
  g_free (self->needle);
  g_free (self->state);
  g_free (self->kind);
  g_free (self->municipality);
  g_free (self->order);
  g_free (self);
}

static void
bind_if_wanted (MukanaQuery *query,
                MukanaArg    arg)
{
  if (mukana_query_wants (query, arg.name))
    mukana_query_bind (query, &arg);
}

/** mukana_listing_ids: Returns: yours, gint64 ids in the order of the list */
GArray *
mukana_listing_ids (MukanaDb                *db,
                    const char              *statement,
                    const MukanaListFilter  *filter,
                    GError                 **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, statement, filter->order, error);

  if (query == NULL)
    return NULL;

  bind_if_wanted (query, mukana_text ("state", filter->state));
  bind_if_wanted (query, mukana_text ("kind", filter->kind));
  bind_if_wanted (query, mukana_text ("municipality", filter->municipality));
  bind_if_wanted (query, mukana_day ("today", mukana_db_today (db)));
  bind_if_wanted (query, mukana_day ("quiet_since", filter->quiet_months == 0 ? MUKANA_DAY_NONE
                                     : mukana_day_add_months (mukana_db_today (db),
                                                              -filter->quiet_months)));
  mukana_search_bind (query, filter->needle, mukana_query_wants (query, "word_3") ? 3 : 2);
  return mukana_ids_read (query, error);
}

static MukanaQuery *
select_page (MukanaDb            *db,
             const char          *statement,
             const MukanaIdPage  *page,
             GError             **error)
{
  MukanaQuery *query = mukana_db_prepare (db, statement, NULL, error);

  if (query == NULL)
    return NULL;

  for (guint i = 0; i < MUKANA_LIST_PAGE; i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "id_%u", i);
      bind_if_wanted (query,
                      i < page->n_ids ? mukana_int (name, page->ids[i]) : mukana_text (name, NULL));
    }

  bind_if_wanted (query, mukana_day ("today", mukana_db_today (db)));
  return query;
}

/** mukana_listing_rows: Returns: yours, row records of the ids that are there */
GPtrArray *
mukana_listing_rows (MukanaDb            *db,
                     const char          *statement,
                     GType                type,
                     const MukanaIdPage  *page,
                     GError             **error)
{
  g_autoptr (MukanaQuery) query = select_page (db, statement, page, error);

  return mukana_record_read_all (query, type, error);
}

/* Everything of one statement, grouped by person: gint64 -> GPtrArray of records. */
static GHashTable *
group_rows (MukanaDb            *db,
            const char          *statement,
            GType                type,
            const MukanaIdPage  *page,
            GError             **error)
{
  g_autoptr (GPtrArray) all = mukana_listing_rows (db, statement, type, page, error);
  GHashTable *groups;

  if (all == NULL)
    return NULL;

  groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                  (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < all->len; i++)
    {
      MukanaRecord *record = g_ptr_array_index (all, i);
      gint64 id = mukana_record_get_int (record, "person-id");
      GPtrArray *group = g_hash_table_lookup (groups, &id);

      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (groups, g_memdup2 (&id, sizeof id), group);
        }
      g_ptr_array_add (group, g_object_ref (record));
    }

  return groups;
}

static char *
join_texts (GPtrArray  *records,
            const char *field)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const char *text = mukana_record_peek_text (g_ptr_array_index (records, i), field);

      if (!mukana_codes_hold (joined->str, text))
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", text);
    }

  return g_string_free (joined, FALSE);
}

/* The first day with any time free, within three months. */
static MukanaDay
find_free_day (GPtrArray *times,
               GPtrArray *own_weeks,
               GPtrArray *absences,
               MukanaDay  today)
{
  MukanaAvailability availability = { 0 };
  MukanaDay day;

  mukana_availability_add_weeks (&availability, times, own_weeks);
  for (guint i = 0; absences != NULL && i < absences->len; i++)
    {
      MukanaAbsence *absence = g_ptr_array_index (absences, i);
      MukanaDayRange away = { absence->from_day, absence->last_day + 1 };

      mukana_availability_add_absence (&availability, away);
    }

  day = mukana_availability_next_free (&availability, today, today + LOOK_AHEAD_DAYS);
  mukana_availability_clear (&availability);
  return day;
}

/* The weaker of the two consents that matching needs tells where a person stands. */
static void
set_consent (MukanaPersonRow *row,
             GPtrArray       *history,
             MukanaDay        today)
{
  static const char * const purposes[] = { "register", "matching" };
  const char *word = "valid";
  MukanaDay day = MUKANA_DAY_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    {
      MukanaConsent *consent = history ? mukana_consent_find (history, purposes[i], NULL) : NULL;

      if (consent == NULL)
        word = g_str_equal (word, "valid") || g_str_equal (word, "ending") ? "none" : word;
      else if (consent->withdrawn_at != 0)
        word = "withdrawn", day = consent->withdrawn_on;
      else if (!mukana_consent_holds (consent, today))
        word = "ended", day = consent->expires_on;
      else if (g_str_equal (word, "valid") && consent->expires_on != MUKANA_DAY_NONE &&
               consent->expires_on <= today + ENDING_DAYS)
        word = "ending", day = consent->expires_on;
    }

  mukana_record_init_text (row, "consent", word);
  mukana_record_init_int (row, "consent-on", day);
}

typedef struct
{
  GHashTable *roles;
  GHashTable *themes;
  GHashTable *consents;
  GHashTable *times;
  GHashTable *own_weeks;
  GHashTable *absences;
} PageParts;

static void
clear_parts (PageParts *parts)
{
  g_clear_pointer (&parts->roles, g_hash_table_unref);
  g_clear_pointer (&parts->themes, g_hash_table_unref);
  g_clear_pointer (&parts->consents, g_hash_table_unref);
  g_clear_pointer (&parts->times, g_hash_table_unref);
  g_clear_pointer (&parts->own_weeks, g_hash_table_unref);
  g_clear_pointer (&parts->absences, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PageParts, clear_parts)

static gboolean
read_parts (MukanaDb            *db,
            const MukanaIdPage  *page,
            PageParts           *parts,
            GError             **error)
{
  return (parts->roles = group_rows (db, "people.row-roles", MUKANA_TYPE_ROLE_TERM, page, error)) &&
         (parts->themes = group_rows (db, "people.row-themes", MUKANA_TYPE_EXPERIENCE, page,
                                      error)) &&
         (parts->consents = group_rows (db, "people.row-consents", MUKANA_TYPE_CONSENT, page,
                                        error)) &&
         (parts->times = group_rows (db, "people.row-times", MUKANA_TYPE_FREE_TIME, page, error)) &&
         (parts->own_weeks = group_rows (db, "people.row-own-weeks", MUKANA_TYPE_OWN_WEEK, page,
                                         error)) &&
         (parts->absences = group_rows (db, "people.row-absences", MUKANA_TYPE_ABSENCE, page,
                                        error));
}

static void
complete_row (MukanaPersonRow *row,
              MukanaPerson    *person,
              PageParts       *parts,
              MukanaQuery     *query,
              MukanaDay        today)
{
  g_autofree char *roles = join_texts (g_hash_table_lookup (parts->roles, &row->id), "role-code");
  g_autofree char *themes = join_texts (g_hash_table_lookup (parts->themes, &row->id), "theme-id");
  g_autofree char *initials = mukana_person_dup_initials (person);

  mukana_record_init_text (row, "roles", roles);
  mukana_record_init_text (row, "initials", initials);
  mukana_record_init_int (row, "last-on", mukana_query_get_day (query, "last_held_on"));
  mukana_record_init_int (row, "asked-on", mukana_query_get_day (query, "last_asked_on"));
  mukana_record_init_int (row, "free-on",
                          find_free_day (g_hash_table_lookup (parts->times, &row->id),
                                         g_hash_table_lookup (parts->own_weeks, &row->id),
                                         g_hash_table_lookup (parts->absences, &row->id), today));
  set_consent (row, g_hash_table_lookup (parts->consents, &row->id), today);
  /* As on their page: no consent of somebody under 18 is in force without a guardian's. */
  if ((g_str_equal (row->consent, "valid") || g_str_equal (row->consent, "ending")) &&
      mukana_person_may_be_minor (person, today) &&
      mukana_query_get_int (query, "n_guardians") == 0)
    mukana_record_init_text (row, "consent", "unguarded");
  if (person->restricted_at != 0 || person->objected_at != 0)
    mukana_record_init_text (row, "consent", "restricted");

  /* Without the register's consent no theme is shown. */
  if (g_str_equal (row->consent, "valid") || g_str_equal (row->consent, "ending"))
    mukana_record_init_text (row, "themes", themes);
}

/** mukana_listing_people: Returns: yours, of MukanaPersonRow */
GPtrArray *
mukana_listing_people (MukanaDb            *db,
                       const MukanaIdPage  *page,
                       GError             **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MukanaQuery) query = select_page (db, "people.rows", page, error);
  g_auto (PageParts) parts = { NULL };
  int result;

  if (query == NULL || !read_parts (db, page, &parts, error))
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      g_autoptr (MukanaPerson) person = mukana_record_read (query, MUKANA_TYPE_PERSON);
      MukanaPersonRow *row = mukana_record_read (query, MUKANA_TYPE_PERSON_ROW);

      complete_row (row, person, &parts, query, mukana_db_today (db));
      g_ptr_array_add (rows, row);
    }

  return result < 0 ? NULL : g_steal_pointer (&rows);
}

static gpointer
people_ids_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  return mukana_people_ids (db, arg, error);
}

static gpointer
people_rows_run (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return mukana_listing_people (db, arg, error);
}

/* A search of people is a deed, by what it asks for; the list as such is looked at by its rows. */
static gboolean
look_for_people (gconstpointer  arg,
                 MukanaLook    *look)
{
  const MukanaPeopleFilter *filter = arg;

  if (filter->theme != NULL || mukana_people_steps_name (filter->steps, "theme"))
    *look = (MukanaLook) { "looking.themes", MUKANA_KIND_PERSON, 0, "theme" };
  else if (filter->needle != NULL && *filter->needle != '\0')
    *look = (MukanaLook) { "looking.search", MUKANA_KIND_PERSON, 0, "words" };
  return look->action != NULL;
}

static gboolean
look_at_people (gconstpointer  arg,
                MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.people", MUKANA_KIND_PERSON, 0, NULL };
  return TRUE;
}

const MukanaJob mukana_people_ids_job = {
  "listing.people", MUKANA_LANE_READ, people_ids_run, (GDestroyNotify) g_array_unref,
  .looks_at = look_for_people, .needs = MUKANA_DEED_SEE_PEOPLE
};
const MukanaJob mukana_people_rows_job = {
  "listing.people-rows", MUKANA_LANE_READ, people_rows_run, (GDestroyNotify) g_ptr_array_unref,
  .looks_at = look_at_people, .needs = MUKANA_DEED_SEE_PEOPLE
};

/* The other lists differ in two statements and a type only. */
#define DEFINE_LIST(name, ids, rows, type, rights)                                 \
  static gpointer                                                                  \
  name##_ids_run (MukanaDb      *db,                                               \
                  gpointer       arg,                                              \
                  GCancellable  *cancellable,                                      \
                  GError       **error)                                            \
  {                                                                                \
    return mukana_listing_ids (db, ids, arg, error);                               \
  }                                                                                \
                                                                                   \
  static gpointer                                                                  \
  name##_rows_run (MukanaDb      *db,                                              \
                   gpointer       arg,                                             \
                   GCancellable  *cancellable,                                     \
                   GError       **error)                                           \
  {                                                                                \
    return mukana_listing_rows (db, rows, type, arg, error);                       \
  }                                                                                \
                                                                                   \
  const MukanaJob mukana_##name##_ids_job = {                                      \
    "listing." #name, MUKANA_LANE_READ, name##_ids_run,                            \
    (GDestroyNotify) g_array_unref, .needs = rights                                \
  };                                                                               \
  const MukanaJob mukana_##name##_rows_job = {                                     \
    "listing." #name "-rows", MUKANA_LANE_READ, name##_rows_run,                   \
    (GDestroyNotify) g_ptr_array_unref, .needs = rights                            \
  };

DEFINE_LIST (organisations, "organisations.ids", "organisations.rows", MUKANA_TYPE_ORGANISATION_ROW,
             MUKANA_DEED_WORK_HERE)
DEFINE_LIST (requests, "requests.ids", "requests.rows", MUKANA_TYPE_REQUEST_ROW,
             MUKANA_DEED_SEE_PEOPLE)
DEFINE_LIST (assignments, "assignments.ids", "assignments.rows", MUKANA_TYPE_WORK_ROW,
             MUKANA_DEED_SEE_PEOPLE)
