/* mukana-copying.c: everything the register knows about a person, for that person.
 *
 * GDPR 15 and 20.  Each group is a statement with all columns of its table, so a
 * new column is in the copy without anybody thinking of it; a test fills every
 * column of the schema and looks for a table that was forgotten.  Whoever else
 * is named in the register is left out; staff are named, as what they did is
 * part of the answer.
 *
 * The data leave the protected area here, on purpose, into two new files.
 */

#include "services/mukana-copying.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-json.h"
#include "base/mukana-words.h"
#include "services/mukana-catalogue.h"
#include "services/mukana-copying-private.h"
#include "services/mukana-new-file.h"
#include "services/mukana-rights.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define MAX_FILES_A_DAY 1000

const MukanaCopyGroup mukana_copy_groups[] = {
  { "person", N_("Person"), "copies.person", TRUE },
  { "roles", N_("Roles"), "copies.roles", FALSE },
  { "experience_themes", N_("Experience themes"), "copies.themes", TRUE },
  { "consents", N_("Consents"), "copies.consents", TRUE },
  { "availability", N_("Availability"), "copies.times", TRUE },
  { "own_weeks", N_("Weeks of their own"), "copies.own-weeks", TRUE },
  { "absences", N_("Absences"), "copies.absences", TRUE },
  { "busy_times", N_("Busy times"), "copies.busy-times", TRUE },
  { "trainings_and_commitments", N_("Trainings and commitments"), "copies.credentials", TRUE },
  { "stated_facts", N_("Told for panels"), "copies.facts", TRUE },
  { "payment", N_("For payment"), "copies.pay-identity", TRUE },
  { "notes", N_("Notes"), "copies.notes", FALSE },
  { "guardians", N_("Guardians"), "copies.guardians", TRUE },
  { "attachments", N_("Attachments"), "copies.attachments", TRUE },
  { "attachment_parts", NULL, "copies.attachment-parts", TRUE },
  { "contact_person_of", N_("Contact person of organisations"), "copies.contact-for", FALSE },
  { "cooperation", N_("Cooperation"), "copies.cooperation", FALSE },
  { "volunteer_shifts", N_("Shifts as a volunteer"), "copies.shifts", FALSE },
  { "shortlists", N_("Shortlists"), "copies.shortlists", FALSE },
  { "poll_answers", N_("Answers about dates"), "copies.poll-answers", FALSE },
  { "not_together", N_("Not placed together with somebody"), "copies.not-together", FALSE },
  { "stays", N_("Asked whether they stay"), "copies.stays", FALSE },
  { "renewals", N_("Asked to consent anew"), "copies.renewals", FALSE },
  { "proposals", N_("Proposals"), "copies.proposals", FALSE },
  { "assignments", N_("Assignments"), "copies.assignments", FALSE },
  { "support", N_("Support arranged"), "copies.support", FALSE },
  { "events", N_("Events"), "copies.events", FALSE },
  { "fees", N_("Fees"), "copies.fees", FALSE },
  { "feedback", N_("Feedback"), "copies.feedbacks", FALSE },
  { "requests_about_data", N_("Requests about own data"), "copies.requests-about-data", FALSE },
  { "proofs_of_consent", N_("Proofs of ended consents"), "copies.consent-proofs", FALSE },
  { "corrections", N_("Corrections"), "copies.changes", FALSE },
  { "merges", N_("Records merged"), "copies.merges", FALSE },
  { "merged_values", NULL, "copies.merge-parts", FALSE },
  { "told_apart", NULL, "copies.not-same", FALSE },
  { "unfinished_edits", NULL, "copies.drafts", FALSE },
  { "imported_from", N_("Imported from"), "copies.sources", FALSE },
  { "journal", N_("Who has looked at and changed the data"), "copies.journal", FALSE },
  { NULL }
};

/* Words of a theme that another person might search by are not what this one has said. */
const char mukana_copy_left_out[] =
  N_("Left out are the words by which the program finds you: it makes them of your name, of notes "
     "and of the names and synonyms of themes, and makes them anew from these alone.");

/* What in the rows that a person gave is the register's own, apart by spaces.  Source: GDPR 20
 * is about data provided by the person, not about what was concluded or noted. */
static const char not_given[] =
  " version sort_key state note restricted_at objected_at removed_at erased_at created_at "
  "updated_at recorded_by recorded_at added_by added_at sha256 fee_mode fee_ceiling_cents "
  "fee_ceiling_year_cents tax_card_on pension_mark_on payroll_ref ";

MukanaCopy *
mukana_copy_new (gint64      person_id,
                 gboolean    only_given,
                 const char *folder)
{
  MukanaCopy *self = g_new0 (MukanaCopy, 1);

  self->person_id = person_id;
  self->only_given = only_given;
  self->folder = g_strdup (folder);
  return self;
}

MukanaCopy *
mukana_copy_copy (MukanaCopy *self)
{
  MukanaCopy *copy = mukana_copy_new (self->person_id, self->only_given, self->folder);

  copy->json_path = g_strdup (self->json_path);
  copy->pdf_path = g_strdup (self->pdf_path);
  return copy;
}

void
mukana_copy_free (MukanaCopy *self)
{
  g_free (self->folder);
  g_free (self->json_path);
  g_free (self->pdf_path);
  g_free (self);
}

static gboolean
is_wanted (const char *column,
           gboolean    only_given)
{
  g_autofree char *word = g_strdup_printf (" %s ", column);

  return !only_given || strstr (not_given, word) == NULL;
}

static void
add_value (MukanaJson        *json,
           const char        *name,
           const MukanaValue *value)
{
  g_autofree char *base64 = NULL;

  switch (value->kind)
    {
    case MUKANA_VALUE_INT:
      mukana_json_add_number (json, name, value->number);
      break;
    case MUKANA_VALUE_BYTES:
      base64 = g_base64_encode ((const guchar *) value->text, value->length);
      mukana_json_add_text (json, name, base64);
      break;
    case MUKANA_VALUE_TEXT:
    case MUKANA_VALUE_NULL:
    default:
      mukana_json_add_text (json, name, value->kind == MUKANA_VALUE_TEXT ? value->text : NULL);
      break;
    }
}

static gboolean
add_group (MukanaDb               *db,
           MukanaJson             *json,
           const MukanaCopyGroup  *group,
           gint64                  person_id,
           gboolean                only_given,
           GError                **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, group->statement, error,
                                                    mukana_int ("person_id", person_id));
  const char *column;
  int result;

  if (query == NULL)
    return FALSE;

  mukana_json_begin_array (json, group->name);
  while ((result = mukana_query_step (query, error)) > 0)
    {
      mukana_json_begin_object (json, NULL);
      for (guint i = 0; (column = mukana_query_peek_column (query, i)) != NULL; i++)
        {
          MukanaValue value;

          mukana_query_get_value (query, i, &value);
          if (is_wanted (column, only_given))
            add_value (json, column, &value);
        }
      mukana_json_end_object (json);
    }
  mukana_json_end_array (json);
  return result == 0;
}

/* The one sentence of it, in the language of the person; the keys are the same in all. */
static gboolean
add_left_out (MukanaDb    *db,
              MukanaJson  *json,
              gint64       person_id,
              GError     **error)
{
  const char *language = mukana_copying_language (db, person_id, error);
  g_autoptr (MukanaCatalogue) catalogue = language ? mukana_catalogue_load (language) : NULL;

  if (language == NULL)
    return FALSE;

  if (catalogue != NULL)
    mukana_words_use (mukana_catalogue_find, catalogue);
  mukana_json_add_text (json, "left_out", _(mukana_copy_left_out));
  mukana_words_use (NULL, NULL);
  return TRUE;
}

/**
 * mukana_copying_gather_json:
 * @only_given: only what the person gave themself
 *
 * Thread: worker.
 * Returns: yours, one object with an array for each group
 */
char *
mukana_copying_gather_json (MukanaDb  *db,
                            gint64     person_id,
                            gboolean   only_given,
                            GError   **error)
{
  g_autoptr (MukanaJson) json = mukana_json_new ();
  g_autofree char *today = mukana_day_to_iso (mukana_db_today (db));

  mukana_json_begin_object (json, NULL);
  mukana_json_add_text (json, "made_on", today);
  if (!only_given && !add_left_out (db, json, person_id, error))
    return NULL;
  for (guint i = 0; mukana_copy_groups[i].name != NULL; i++)
    if ((!only_given || mukana_copy_groups[i].is_given) &&
        !add_group (db, json, &mukana_copy_groups[i], person_id, only_given, error))
      return NULL;
  mukana_json_end_object (json);

  return g_strconcat (mukana_json_peek_text (json), "\n", NULL);
}

/* The first name of the day that is free: the files of several people may lie in one folder. */
static char *
find_base (const char *folder,
           gboolean    only_given,
           MukanaDay   today)
{
  g_autofree char *day = mukana_day_to_iso (today);
  /* Translators: the name of a file, without its ending; in small letters, without spaces */
  const char *stem = only_given ? _("data-to-move") : _("copy-of-data");

  for (int number = 1; number < MAX_FILES_A_DAY; number++)
    {
      g_autofree char *suffix = number > 1 ? g_strdup_printf ("-%d", number) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s-%s%s", stem, day, suffix);
      g_autofree char *base = g_build_filename (folder, name, NULL);
      g_autofree char *json = g_strconcat (base, ".json", NULL);
      g_autofree char *pdf = g_strconcat (base, ".pdf", NULL);

      if (!g_file_test (json, G_FILE_TEST_EXISTS) && !g_file_test (pdf, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&base);
    }

  return g_build_filename (folder, stem, NULL);
}

static void
take_files_away (MukanaCopy *copy)
{
  /* They were made for this copy alone; that one of them is not there is no failure. */
  if (copy->json_path != NULL)
    g_unlink (copy->json_path);
  if (copy->pdf_path != NULL)
    g_unlink (copy->pdf_path);
}

static gboolean
write_files (MukanaDb    *db,
             MukanaCopy  *copy,
             GError     **error)
{
  g_autofree char *json = mukana_copying_gather_json (db, copy->person_id, copy->only_given, error);
  g_autofree char *base = find_base (copy->folder, copy->only_given, mukana_db_today (db));
  g_autofree char *json_path = g_strconcat (base, ".json", NULL);
  g_autofree char *pdf_path = g_strconcat (base, ".pdf", NULL);
  g_autoptr (MukanaDocument) document = NULL;

  if (json == NULL || !mukana_new_file_write (json_path, json, strlen (json), error))
    return FALSE;

  copy->json_path = g_steal_pointer (&json_path);
  if (copy->only_given)
    return TRUE;

  if (!(document = mukana_copying_make_document (db, copy->person_id, error)) ||
      !mukana_document_save_pdf (document, pdf_path, error))
    return FALSE;

  copy->pdf_path = g_steal_pointer (&pdf_path);
  return TRUE;
}

/* A copy is whole or not at all: whoever may not see all of it cannot make it. */
static gboolean
may_copy (MukanaDb  *db,
          gint64     person_id,
          GError   **error)
{
  gint64 n_people = mukana_db_count (db, "people.is-there", error, mukana_int ("id", person_id));
  gint64 n_hidden = n_people > 0 ? mukana_db_count (db, "copies.count-hidden", error,
                                                    mukana_int ("person_id", person_id)) : -1;

  if (n_people == 0)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "There is no such person");
  if (n_hidden > 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("The copy would have themes that only named users see. Ask one of "
                            "them to make it."));
  return n_hidden == 0;
}

static gpointer
write_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (MukanaCopy) copy = mukana_copy_copy (arg);

  if (!may_copy (db, copy->person_id, error))
    return NULL;

  if (!write_files (db, copy, error))
    {
      take_files_away (copy);
      return NULL;
    }

  return g_steal_pointer (&copy);
}

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaCopy *copy = arg;

  mukana_db_hold_file (db, copy->json_path);
  if (copy->pdf_path != NULL)
    mukana_db_hold_file (db, copy->pdf_path);
  /* A request that waits for the copy is answered by it.  Where none waits none is made up: the
   * journal tells that there was a copy. */
  if (mukana_journal_add (db, copy->only_given ? "copying.move" : "copying.copy",
                          MUKANA_KIND_PERSON, copy->person_id, NULL, error))
    mukana_rights_answer_open (db, copy->person_id, copy->only_given ? "portability" : "access",
                               "granted", NULL, error);

  return NULL;
}

const MukanaJob mukana_copying_write_job = {
  "copying.write", MUKANA_LANE_LONG, write_run, (GDestroyNotify) mukana_copy_free
};
const MukanaJob mukana_copying_note_job = { "copying.note", MUKANA_LANE_WRITE, note_run, NULL };
