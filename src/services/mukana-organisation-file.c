/* mukana-organisation-file.c: one organisation, its contacts and its log. */

#include "services/mukana-registering.h"

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "base/mukana-text.h"
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
                                             error, mukana_int ("organisation_id", id))) ||
      !(file->log = mukana_record_list (db, "organisations.log", MUKANA_TYPE_LOG_ENTRY, error,
                                        mukana_int ("organisation_id", id))) ||
      !(file->theme_ids = read_theme_ids (db, id, error)))
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

  return mukana_issues_pass (issues, error) ? mukana_record_stamped (db, organisation) : NULL;
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
  g_autoptr (MukanaOrganisation) stamped = NULL;
  g_autofree char *changes = NULL;

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
  g_autoptr (GPtrArray) issues = mukana_issues_new ();
  gint64 id;

  mukana_record_check (part, issues);
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
  if (id > 0)
    mukana_db_touch (db, MUKANA_KIND_LOG_ENTRY, id, MUKANA_EFFECT_ADDED);

  return id;
}

static gpointer
contact_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  MukanaContact *contact = arg;
  gint64 id = add_part (db, "organisations.add-contact", arg, contact->organisation_id, error);

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

static gpointer
log_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  gint64 id = mukana_log_entries_add (db, arg, error);

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
