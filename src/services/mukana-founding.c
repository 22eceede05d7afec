/* mukana-founding.c: a new register, with the words it begins with.
 *
 * Municipalities, themes, methods, roles, consent texts and the tables of fees
 * and kilometres come with the program and become the county's own, to edit.
 */

#include "services/mukana-founding.h"

#include <string.h>

#include "base/mukana-error.h"
#include "mukana-reference.h"
#include "store/mukana-journal.h"

#define REFERENCE_FOLDER "/fi/mukana/reference/"
#define CONSENT_TEXTS "consent_texts.csv"

/* In the order in which rows refer to one another.  The headings of a file are
 * the parameters of its statement. */
static const struct
{
  const char *file;
  const char *statement;
} vocabularies[] = {
  { "counties.csv", "counties.put" },
  { "municipalities.csv", "municipalities.put" },
  { "themes.csv", "themes.put" },
  { "synonyms.csv", "themes.add-synonym" },
  { "methods.csv", "methods.put" },
  { "roles.csv", "roles.put" },
  { "fees.csv", "fees.add-rule" },
  { "travel.csv", "fees.add-rate" },
  { CONSENT_TEXTS, "consents.add-text" },
};

static gboolean
put_row (MukanaDb     *db,
         const char   *statement,
         MukanaTable  *table,
         guint         row,
         GError      **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, statement, NULL, error);
  MukanaArg not_retired = mukana_text ("is_retired", "0");

  if (query == NULL)
    return FALSE;

  for (guint column = 0; column < mukana_table_get_n_cells (table, 0); column++)
    {
      const char *value = mukana_table_peek_cell (table, row, column);
      MukanaArg arg = mukana_text (mukana_table_peek_cell (table, 0, column),
                                   value != NULL && *value != '\0' ? value : NULL);

      mukana_query_bind (query, &arg);
    }

  if (mukana_query_wants (query, not_retired.name))
    mukana_query_bind (query, &not_retired);

  return mukana_query_run (query, error) >= 0;
}

static MukanaTable *
load_vocabulary (const char  *file,
                 GError     **error)
{
  g_autofree char *path = g_strconcat (REFERENCE_FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = NULL;

  /* Named so that the linker keeps the resource out of its static library. */
  g_resources_register (mukana_reference_get_resource ());
  bytes = g_resources_lookup_data (path, 0, error);
  return bytes ? mukana_table_parse_csv (bytes, error) : NULL;
}

static gboolean
put_vocabulary (MukanaDb    *db,
                const char  *file,
                const char  *statement,
                GError     **error)
{
  g_autoptr (MukanaTable) table = load_vocabulary (file, error);

  if (table == NULL)
    return FALSE;

  for (guint row = 1; row < mukana_table_get_n_rows (table); row++)
    if (!put_row (db, statement, table, row, error))
      return FALSE;

  return TRUE;
}

/**
 * mukana_founding_add_texts:
 *
 * Gives a purpose that came with a newer program its texts.  Newer texts of the others are not put
 * in force by a program that is newer: see mukana_standard_texts_job.
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_founding_add_texts (MukanaDb  *db,
                           GError   **error)
{
  return put_vocabulary (db, CONSENT_TEXTS, "consents.begin-text", error);
}

/** mukana_founding_load_texts: Returns: yours, the texts of consents that came with the program */
MukanaTable *
mukana_founding_load_texts (GError **error)
{
  return load_vocabulary (CONSENT_TEXTS, error);
}

static gpointer
found_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    if (!put_vocabulary (db, vocabularies[i].file, vocabularies[i].statement, error))
      return NULL;

  if (mukana_journal_add (db, "founding.create", MUKANA_KIND_REGISTER, 0, NULL, error))
    mukana_db_touch (db, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);

  return NULL;
}

const MukanaJob mukana_founding_job = { "founding.create", MUKANA_LANE_WRITE, found_run, NULL };

/**
 * mukana_founding_create:
 * @key: (nullable): as mukana_store_open()
 *
 * Makes a register and fills its vocabularies.  Blocks: for the terminal, tests
 * and a thread; a window opens with the seed and runs mukana_founding_job.
 *
 * Returns: yours, the open register
 */
MukanaStore *
mukana_founding_create (const char                *uri,
                        GBytes                    *key,
                        MukanaClock               *clock,
                        const char                *actor,
                        const MukanaRegisterSeed  *seed,
                        GError                   **error)
{
  g_autoptr (MukanaStore) store = mukana_store_open (uri, key, clock, actor, seed, error);
  g_autoptr (GError) failure = NULL;

  if (store == NULL)
    return NULL;

  mukana_store_run (store, &mukana_founding_job, NULL, &failure);
  if (failure == NULL)
    return g_steal_pointer (&store);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/** mukana_founding_new_id: Returns: yours, a random name for a register */
char *
mukana_founding_new_id (void)
{
  return g_uuid_string_random ();
}

/**
 * mukana_founding_load_counties:
 *
 * Returns: yours, the counties to choose from, under the headings "code",
 *   "name_fi", "name_sv" and "name_en"
 */
MukanaTable *
mukana_founding_load_counties (GError **error)
{
  return load_vocabulary ("counties.csv", error);
}

void
mukana_register_about_free (MukanaRegisterAbout *self)
{
  g_free (self->register_id);
  g_free (self->county_name);
  g_free (self->county_code);
  g_free (self);
}

static gpointer
about_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (MukanaRegisterAbout) about = g_new0 (MukanaRegisterAbout, 1);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "state.about", error);

  if (query == NULL || mukana_query_step (query, error) <= 0)
    return NULL;

  about->register_id = g_strdup (mukana_query_peek_text (query, "register_id"));
  about->county_name = g_strdup (mukana_query_peek_text (query, "county_name"));
  about->county_code = g_strdup (mukana_query_peek_text (query, "county_code"));
  about->is_made_up = mukana_query_get_int (query, "is_made_up") != 0;
  about->created_at = mukana_query_get_int (query, "created_at");
  about->recovery_confirmed_at = mukana_query_get_int (query, "recovery_confirmed_at");
  if ((about->n_people = mukana_db_count (db, "people.count-listed", error)) < 0 ||
      (about->n_organisations = mukana_db_count (db, "organisations.count", error)) < 0)
    return NULL;

  return g_steal_pointer (&about);
}

static gpointer
confirm_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  if (mukana_db_run (db, "state.confirm-recovery", error,
                     mukana_int ("at", mukana_db_now_us (db))) >= 0 &&
      mukana_journal_add (db, "founding.confirm-recovery", MUKANA_KIND_REGISTER, 0, NULL, error))
    mukana_db_touch (db, MUKANA_KIND_REGISTER, 0, MUKANA_EFFECT_CHANGED);

  return NULL;
}

static gpointer
rename_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  if (mukana_db_run (db, "state.rename", error, mukana_text ("county_name", arg)) >= 0 &&
      mukana_journal_add (db, "founding.rename", MUKANA_KIND_REGISTER, 0, "county-name", error))
    mukana_db_touch (db, MUKANA_KIND_REGISTER, 0, MUKANA_EFFECT_CHANGED);

  return NULL;
}

const MukanaJob mukana_founding_about_job = {
  "founding.about", MUKANA_LANE_READ, about_run, (GDestroyNotify) mukana_register_about_free
};
const MukanaJob mukana_founding_confirm_job = {
  "founding.confirm-recovery", MUKANA_LANE_WRITE, confirm_run, NULL,
  .needs = MUKANA_DEED_KEEP_REGISTER
};
const MukanaJob mukana_founding_rename_job = {
  "founding.rename", MUKANA_LANE_WRITE, rename_run, NULL, .needs = MUKANA_DEED_KEEP_REGISTER
};
