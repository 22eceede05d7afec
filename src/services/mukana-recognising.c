/* mukana-recognising.c: whether somebody who is being typed is in the register already.
 *
 * By the likeness that merging and importing go by; and a name by itself is told too, as long
 * as no year speaks against it, because whoever types can ask.  Nothing is refused.  Whoever was
 * erased is known by keyed digests alone, as when a list is taken in.
 */

#include "services/mukana-recognising.h"

#include "store/mukana-people.h"

#define MOST_TOLD 3
#define PHONE_END 6       /* digits by which a number is looked for however it is written */

static void
free_person (gpointer data)
{
  MukanaAlikePerson *person = data;

  g_free (person->name);
  g_free (person);
}

void
mukana_alike_free (MukanaAlike *self)
{
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_free (self);
}

static MukanaIdentity
identity_of (MukanaPerson *person)
{
  return (MukanaIdentity) { person->given_name, person->family_name, person->email, person->phone,
                            (int) person->birth_year };
}

/* Returns: (nullable): yours, "123456": as many as in the index of the schema */
static char *
dup_phone_end (const char *phone)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *at = phone; at != NULL && *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);

  return digits->len < PHONE_END ? NULL
                                 : g_strdup (digits->str + digits->len - PHONE_END);
}

static void
add_if_alike (GPtrArray            *people,
              const MukanaIdentity *typed,
              MukanaQuery          *query)
{
  MukanaIdentity stored = {
    mukana_query_peek_text (query, "given_name"), mukana_query_peek_text (query, "family_name"),
    mukana_query_peek_text (query, "email"), mukana_query_peek_text (query, "phone"),
    (int) mukana_query_get_int (query, "birth_year")
  };
  MukanaLikenessReasons reasons = 0;
  int score = mukana_identity_likeness (typed, &stored, &reasons);
  gboolean is_named = (reasons & (MUKANA_LIKENESS_NAME | MUKANA_LIKENESS_SWAPPED)) != 0 &&
                      (reasons & MUKANA_LIKENESS_OTHER_YEAR) == 0;
  /* Half a name speaks against nobody yet. */
  gboolean is_reached = (reasons & (MUKANA_LIKENESS_EMAIL | MUKANA_LIKENESS_PHONE)) != 0;
  MukanaAlikePerson *person;

  if (score < MUKANA_LIKENESS_ASK && !is_named && !is_reached)
    return;

  person = g_new0 (MukanaAlikePerson, 1);
  *person = (MukanaAlikePerson) {
    mukana_query_get_int (query, "id"), g_strdup (mukana_query_peek_text (query, "display_name")),
    stored.birth_year, score, reasons
  };
  g_ptr_array_add (people, person);
}

static int
compare_likeness (gconstpointer a,
                  gconstpointer b)
{
  const MukanaAlikePerson *first = *(MukanaAlikePerson * const *) a;
  const MukanaAlikePerson *second = *(MukanaAlikePerson * const *) b;

  if (first->score != second->score)
    return second->score - first->score;

  return first->person_id < second->person_id ? -1 : 1;
}

static GPtrArray *
find_alike (MukanaDb      *db,
            MukanaPerson  *typed,
            GError       **error)
{
  g_autoptr (MukanaPerson) named = mukana_person_with_names (typed, typed->given_name,
                                                             typed->family_name);
  g_autoptr (MukanaPerson) swapped = mukana_person_with_names (typed, typed->family_name,
                                                               typed->given_name);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (free_person);
  g_autofree char *email = typed->email != NULL ? g_utf8_strdown (typed->email, -1) : NULL;
  g_autofree char *phone_end = dup_phone_end (typed->phone);
  g_autoptr (MukanaQuery) query =
    mukana_db_select (db, "people.alike", error, mukana_text ("sort_key", named->sort_key),
                      mukana_text ("swapped_key", swapped->sort_key),
                      mukana_int ("birth_year", typed->birth_year),
                      mukana_text ("email", email), mukana_text ("phone_end", phone_end));
  MukanaIdentity identity = identity_of (typed);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    add_if_alike (people, &identity, query);
  if (result < 0)
    return NULL;

  g_ptr_array_sort (people, compare_likeness);
  if (people->len > MOST_TOLD)
    g_ptr_array_set_size (people, MOST_TOLD);
  return g_steal_pointer (&people);
}

static gboolean
look_for_erased (MukanaDb          *db,
                 MukanaPerson      *typed,
                 MukanaErasedKind  *erased,
                 GError           **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *secret = mukana_erasures_dup_secret (db, &failure);
  g_autoptr (GHashTable) suppressed = NULL;
  MukanaIdentity identity = identity_of (typed);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (secret == NULL)
    return TRUE;
  if ((suppressed = mukana_erasures_suppressed (db, error)) == NULL)
    return FALSE;

  *erased = mukana_erasures_knows (suppressed, secret, &identity);
  return TRUE;
}

static gpointer
recognise_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (MukanaAlike) alike = g_new0 (MukanaAlike, 1);

  alike->people = find_alike (db, arg, error);
  if (alike->people == NULL || !look_for_erased (db, arg, &alike->erased, error))
    return NULL;

  return g_steal_pointer (&alike);
}

const MukanaJob mukana_recognising_job = {
  "recognising.find", MUKANA_LANE_READ, recognise_run, (GDestroyNotify) mukana_alike_free,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
