/* mukana-accounting.c: what the controller must be able to show.  Source: GDPR Article 5(2).
 *
 * The diary of breaches, and the contacts that papers name.  The papers themselves
 * are made by mukana-paper.
 */

#include "services/mukana-accounting.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

const MukanaContactSetting mukana_contact_settings[] = {
  { "controller-name", N_("Controller") },
  { "controller-address", N_("Address of the controller") },
  { "unit-phone", N_("Phone of the unit that keeps the register") },
  { "unit-email", N_("E-mail of the unit that keeps the register") },
  { "dpo-name", N_("Data protection officer") },
  { "dpo-email", N_("E-mail of the data protection officer") },
  { "dpo-phone", N_("Phone of the data protection officer") },
  { NULL, NULL },
};

static gpointer
breaches_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  GPtrArray *breaches = mukana_record_list (db, "breaches.list", MUKANA_TYPE_BREACH, error);

  for (guint i = 0; breaches != NULL && i < breaches->len; i++)
    mukana_breach_unsettle (g_ptr_array_index (breaches, i));

  return breaches;
}

const MukanaJob mukana_breaches_job = {
  "accounting.breaches", MUKANA_LANE_READ, breaches_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_ACCOUNT
};

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaBreach) breach = mukana_breach_settle (arg);
  g_autoptr (GPtrArray) issues = mukana_breach_check (breach, mukana_db_now_us (db));
  gboolean is_new = breach->id == 0;
  gint64 id = breach->id;

  if (!mukana_issues_pass (issues, error))
    return NULL;

  if (breach->recorded_by == NULL)
    mukana_record_init_text (breach, "recorded-by", mukana_db_peek_actor (db));
  if (is_new)
    id = mukana_record_insert (db, "breaches.add", MUKANA_RECORD (breach), error);
  else if (!mukana_record_update (db, "breaches.save", MUKANA_RECORD (breach), error))
    return NULL;

  /* Without a number: the journal's record of the kind "rights" is a request of a person. */
  if (id < 0 || !mukana_journal_add (db, is_new ? "accounting.add-breach"
                                                : "accounting.save-breach",
                                     MUKANA_KIND_RIGHTS, 0, NULL, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_RIGHTS, 0,
                   is_new ? MUKANA_EFFECT_ADDED : MUKANA_EFFECT_CHANGED);
  return g_memdup2 (&id, sizeof id);
}

const MukanaJob mukana_breach_save_job = {
  "accounting.save-breach", MUKANA_LANE_WRITE, save_run, g_free, .needs = MUKANA_DEED_ACCOUNT
};

static gpointer
contacts_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; mukana_contact_settings[i].name != NULL; i++)
    {
      const char *name = mukana_contact_settings[i].name;
      g_autoptr (MukanaQuery) query = mukana_db_select (db, "settings.get", error,
                                                        mukana_text ("name", name));
      int result = query != NULL ? mukana_query_step (query, error) : -1;

      if (result < 0)
        return NULL;
      if (result > 0)
        g_hash_table_insert (values, (gpointer) name,
                             g_strdup (mukana_query_peek_text (query, "value")));
    }

  return g_steal_pointer (&values);
}

const MukanaJob mukana_contact_settings_job = {
  "accounting.contacts", MUKANA_LANE_READ, contacts_run, (GDestroyNotify) g_hash_table_unref
};

/** mukana_contacts_are_known: Returns: whether a paper can say who is responsible */
gboolean
mukana_contacts_are_known (GHashTable *contacts)
{
  for (guint i = 0; mukana_contact_settings[i].name != NULL; i++)
    {
      const char *value = g_hash_table_lookup (contacts, mukana_contact_settings[i].name);

      if (value == NULL || *value == '\0')
        return FALSE;
    }

  return TRUE;
}
