/* mukana-organisation-file.c: one organisation, its contacts and its log. */

#include "services/mukana-registering.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "services/mukana-cooperating.h"
#include "store/mukana-field-changes.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"
#include "store/mukana-search-index.h"

void
mukana_organisation_file_free (MukanaOrganisationFile *self)
{
  g_clear_object (&self->organisation);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->log, g_ptr_array_unref);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->referrals, g_ptr_array_unref);
  g_clear_pointer (&self->memberships, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->theme_ids, g_strfreev);
  g_free (self);
}

static GStrv
read_theme_ids (MukanaDb  *db,
                gint64     id,
                GError   **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "organisations.themes", error,
                                                    mukana_int ("organisation_id", id));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    g_strv_builder_add (ids, mukana_query_peek_text (query, "theme_id"));

  return result < 0 ? NULL : g_strv_builder_end (ids);
}

/* Each line of the log gets the names of all who took part. */
static gboolean
read_participants (MukanaDb   *db,
                   gint64      id,
                   GPtrArray  *log,
                   GError    **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        g_free);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "log.participants", error,
                                                    mukana_int ("organisation_id", id));
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      gint64 entry = mukana_query_get_int (query, "log_entry_id");
      const char *before = g_hash_table_lookup (names, &entry);
      const char *name = mukana_query_peek_text (query, "name");

      g_hash_table_insert (names, g_memdup2 (&entry, sizeof entry),
                           before ? g_strconcat (before, "; ", name, NULL) : g_strdup (name));
    }

  for (guint i = 0; i < log->len; i++)
    {
      MukanaLogEntry *entry = g_ptr_array_index (log, i);

      mukana_record_init_text (entry, "with", g_hash_table_lookup (names, &entry->id));
    }

  return result == 0;
}

static gboolean
read_cooperation (MukanaDb                *db,
                  gint64                   id,
                  MukanaOrganisationFile  *file,
                  GError                 **error)
{
  const MukanaArg whose = mukana_int ("organisation_id", id);

  return (file->agreements = mukana_record_list (db, "agreements.of-organisation",
                                                 MUKANA_TYPE_AGREEMENT, error, whose)) != NULL &&
         (file->statements = mukana_record_list (db, "statements.of-organisation",
                                                 MUKANA_TYPE_STATEMENT_REQUEST, error,
                                                 whose)) != NULL &&
         (file->referrals = mukana_record_list (db, "referrals.of-organisation",
                                                MUKANA_TYPE_REFERRAL_COUNT, error,
                                                whose)) != NULL &&
         (file->memberships = mukana_record_list (db, "groups.of-organisation",
                                                  MUKANA_TYPE_GROUP_MEMBERSHIP, error,
                                                  whose)) != NULL &&
         (file->groups = mukana_record_list (db, "groups.all", MUKANA_TYPE_COOPERATION_GROUP,
                                             error)) != NULL &&
         read_participants (db, id, file->log, error);
}

static gpointer
file_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (MukanaOrganisationFile) file = g_new0 (MukanaOrganisationFile, 1);

  if (!(file->organisation = mukana_record_get (db, "organisations.get", id,
                                                MUKANA_TYPE_ORGANISATION, error)) ||
      !(file->contacts = mukana_record_list (db, "organisations.contacts", MUKANA_TYPE_CONTACT,
                                             error, mukana_int ("organisation_id", id),
                                             mukana_day ("today", mukana_db_today (db)))) ||
      !(file->log = mukana_record_list (db, "organisations.log", MUKANA_TYPE_LOG_ENTRY, error,
                                        mukana_int ("organisation_id", id))) ||
      !(file->theme_ids = read_theme_ids (db, id, error)) ||
      !read_cooperation (db, id, file, error))
    return NULL;

  return g_steal_pointer (&file);
}

const MukanaJob mukana_organisation_file_job = {
  "registering.organisation-file", MUKANA_LANE_READ, file_run,
  (GDestroyNotify) mukana_organisation_file_free,
  .needs = MUKANA_DEED_WORK_HERE
};

static MukanaOrganisation *
check_and_stamp (MukanaDb            *db,
                 MukanaOrganisation  *organisation,
                 GError             **error)
{
  g_autoptr (GPtrArray) issues = mukana_organisation_check (organisation);
  g_autofree char *business_id = NULL;
  MukanaOrganisation *stamped;

  if (!mukana_issues_pass (issues, error))
    return NULL;

  stamped = mukana_record_stamped (db, organisation);
  business_id = mukana_organisation_dup_business_id (organisation);
  mukana_record_init_text (stamped, "business-id", business_id);
  return stamped;
}

/** mukana_organisations_index: makes its search terms anew */
gboolean
mukana_organisations_index (MukanaDb  *db,
                            gint64     id,
                            GError   **error)
{
  return mukana_search_put_words (db, "organisation", id, "search.organisation-words", error);
}

static gboolean
finish_save (MukanaDb            *db,
             gint64               id,
             const char * const  *theme_ids,
             const char          *action,
             const char          *fields,
             MukanaEffect         effect,
             GError             **error)
{
  if (theme_ids != NULL && mukana_db_run (db, "organisations.clear-themes", error,
                                          mukana_int ("organisation_id", id)) < 0)
    return FALSE;

  for (guint i = 0; theme_ids != NULL && theme_ids[i] != NULL; i++)
    if (mukana_db_run (db, "organisations.add-theme", error, mukana_int ("organisation_id", id),
                       mukana_text ("theme_id", theme_ids[i])) < 0)
      return FALSE;

  if (!mukana_organisations_index (db, id, error) ||
      !mukana_journal_add (db, action, MUKANA_KIND_ORGANISATION, id, fields, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_ORGANISATION, id, effect);
  return TRUE;
}

/**
 * mukana_organisations_add:
 * @theme_ids: (nullable): NULL-terminated
 *
 * Thread: worker, in a write.
 * Returns: the id, or -1
 */
gint64
mukana_organisations_add (MukanaDb            *db,
                          MukanaOrganisation  *organisation,
                          const char * const  *theme_ids,
                          GError             **error)
{
  g_autoptr (MukanaOrganisation) stamped = check_and_stamp (db, organisation, error);
  gint64 id;

  if (stamped == NULL ||
      (id = mukana_record_insert (db, "organisations.add", MUKANA_RECORD (stamped), error)) < 0 ||
      !finish_save (db, id, theme_ids, "organisations.add", NULL, MUKANA_EFFECT_ADDED, error))
    return -1;

  return id;
}

/** mukana_organisations_save: @theme_ids NULL leaves the themes as they are */
gboolean
mukana_organisations_save (MukanaDb            *db,
                           MukanaOrganisation  *organisation,
                           const char * const  *theme_ids,
                           GError             **error)
{
  g_autoptr (MukanaOrganisation) before = mukana_record_get (db, "organisations.get",
                                                             organisation->id,
                                                     MUKANA_TYPE_ORGANISATION, error);
  g_autoptr (MukanaOrganisation) renewed = NULL, stamped = NULL;
  g_autofree char *changes = NULL;

  /* One that goes on is to be looked at again when it ends. */
  if (before != NULL && before->agreement_until != organisation->agreement_until)
    organisation = renewed = mukana_record_with_int (organisation, "agreement-settled", 0);
  if (before == NULL || !(stamped = check_and_stamp (db, organisation, error)) ||
      !mukana_record_update (db, "organisations.save", MUKANA_RECORD (stamped), error) ||
      !mukana_field_changes_note (db, MUKANA_KIND_ORGANISATION, organisation->id, 0,
                                  MUKANA_RECORD (before), MUKANA_RECORD (stamped), error))
    return FALSE;

  changes = mukana_record_dup_changes (MUKANA_RECORD (before), MUKANA_RECORD (stamped));
  return finish_save (db, organisation->id, theme_ids, "organisations.save", changes,
                      MUKANA_EFFECT_CHANGED, error);
}

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaOrganisationFile *file = arg;
  const char * const *themes = (const char * const *) file->theme_ids;
  gint64 id = file->organisation->id;

  if (id != 0)
    {
      if (!mukana_organisations_save (db, file->organisation, themes, error))
        return NULL;
    }
  else if ((id = mukana_organisations_add (db, file->organisation, themes, error)) < 0)
    return NULL;

  return g_memdup2 (&id, sizeof id);
}

const MukanaJob mukana_organisation_save_job = {
  "registering.organisation-save", MUKANA_LANE_WRITE, save_run, g_free,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

static gint64
add_part (MukanaDb      *db,
          const char    *statement,
          MukanaRecord  *part,
          gint64         organisation_id,
          GError       **error)
{
  g_autoptr (GPtrArray) issues = MUKANA_IS_CONTACT (part) ? mukana_contact_check (part)
                                                          : mukana_log_entry_check (part);
  gint64 id;

  if (!mukana_issues_pass (issues, error) ||
      (id = mukana_record_insert (db, statement, part, error)) < 0 ||
      !mukana_journal_add (db, statement, MUKANA_KIND_ORGANISATION, organisation_id, NULL, error))
    return -1;

  mukana_db_touch (db, MUKANA_KIND_ORGANISATION, organisation_id, MUKANA_EFFECT_CHANGED);
  return id;
}

/** mukana_log_entries_add: Returns: the id, or -1 */
gint64
mukana_log_entries_add (MukanaDb        *db,
                        MukanaLogEntry  *entry,
                        GError         **error)
{
  g_autoptr (MukanaLogEntry) stamped = mukana_record_with_int (entry, "created-at",
                                                               mukana_db_now_us (db));
  gint64 id;

  if (stamped->author == NULL)
    mukana_record_init_text (stamped, "author", mukana_db_peek_actor (db));
  if (stamped->day == MUKANA_DAY_NONE)
    mukana_record_init_int (stamped, "day", mukana_db_today (db));

  id = add_part (db, "organisations.add-log", MUKANA_RECORD (stamped), entry->organisation_id,
                 error);
  if (id > 0 && !mukana_cooperating_put_participants (db, id, entry->also, error))
    return -1;
  if (id > 0)
    mukana_db_touch (db, MUKANA_KIND_LOG_ENTRY, id, MUKANA_EFFECT_ADDED);

  return id;
}

/* A relation that ends keeps its days; one that was wrong is changed. */
static gint64
save_contact (MukanaDb       *db,
              MukanaContact  *contact,
              GError        **error)
{
  g_autoptr (GPtrArray) issues = mukana_contact_check (contact);

  if (!mukana_issues_pass (issues, error) ||
      !mukana_record_update (db, "organisations.save-contact", MUKANA_RECORD (contact), error) ||
      !mukana_organisations_index (db, contact->organisation_id, error) ||
      !mukana_journal_add (db, "organisations.save-contact", MUKANA_KIND_ORGANISATION,
                           contact->organisation_id, NULL, error))
    return -1;

  mukana_db_touch (db, MUKANA_KIND_ORGANISATION, contact->organisation_id, MUKANA_EFFECT_CHANGED);
  return contact->id;
}

static gpointer
contact_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  MukanaContact *contact = arg;
  gint64 id = contact->id != 0
                ? save_contact (db, contact, error)
                : add_part (db, "organisations.add-contact", arg, contact->organisation_id, error);

  if (id > 0 && !mukana_organisations_index (db, contact->organisation_id, error))
    return NULL;

  return id < 0 ? NULL : g_memdup2 (&id, sizeof id);
}

static gpointer
contact_remove_run (MukanaDb      *db,
                    gpointer       arg,
                    GCancellable  *cancellable,
                    GError       **error)
{
  MukanaContact *contact = arg;

  if (mukana_db_run (db, "organisations.drop-contact", error, mukana_int ("id", contact->id),
                     mukana_int ("organisation_id", contact->organisation_id)) >= 0 &&
      mukana_organisations_index (db, contact->organisation_id, error) &&
      mukana_journal_add (db, "organisations.drop-contact", MUKANA_KIND_ORGANISATION,
                          contact->organisation_id, NULL, error))
    mukana_db_touch (db, MUKANA_KIND_ORGANISATION, contact->organisation_id,
                     MUKANA_EFFECT_CHANGED);

  return NULL;
}

static gpointer
contact_restore_run (MukanaDb      *db,
                     gpointer       arg,
                     GCancellable  *cancellable,
                     GError       **error)
{
  MukanaContact *contact = arg;

  add_part (db, "organisations.add-contact", arg, contact->organisation_id, error);
  return NULL;
}

/* The organisation that is told by its name alone: the one that is there under it, or a new one.
 * Of what kind it is can be said on its page.  Returns: its id, or -1 */
static gint64
find_or_add (MukanaDb    *db,
             const char  *name,
             GError     **error)
{
  g_autoptr (MukanaOrganisation) organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  g_autoptr (MukanaQuery) query = NULL;
  int result;

  mukana_organisation_init_name (organisation, name);
  mukana_record_init_text (organisation, "kind", "other");
  query = mukana_db_select (db, "organisations.by-key", error,
                            mukana_text ("sort_key", organisation->sort_key));
  if (query == NULL || (result = mukana_query_step (query, error)) < 0)
    return -1;
  if (result > 0)
    return mukana_query_get_int (query, "id");

  return mukana_organisations_add (db, organisation, NULL, error);
}

static gboolean
check_organisation (MukanaDb  *db,
                    gint64     organisation_id,
                    GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "organisations.get", error,
                                                    mukana_int ("id", organisation_id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND,
                         N_("There is no such organisation."));
  return result > 0;
}

static gpointer
log_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  MukanaLogEntry *entry = arg;
  g_autoptr (MukanaLogEntry) whose = NULL;
  g_autoptr (GPtrArray) issues = mukana_log_entry_check (entry);
  gint64 id = entry->organisation_id;

  if (!mukana_issues_pass (issues, error) || (id != 0 && !check_organisation (db, id, error)) ||
      (id == 0 && entry->organisation_new != NULL &&
       (id = find_or_add (db, entry->organisation_new, error)) < 0))
    return NULL;

  whose = mukana_record_with_int (entry, "organisation-id", id);
  id = mukana_log_entries_add (db, whose, error);
  return id < 0 ? NULL : g_memdup2 (&id, sizeof id);
}

const MukanaJob mukana_contact_add_job = {
  "registering.contact-add", MUKANA_LANE_WRITE, contact_run, g_free,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_contact_remove_job = {
  "registering.contact-remove", MUKANA_LANE_WRITE, contact_remove_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_contact_restore_job = {
  "registering.contact-restore", MUKANA_LANE_WRITE, contact_restore_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_log_entry_add_job = {
  "registering.log-add", MUKANA_LANE_WRITE, log_run, g_free,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
