/* backups-kit.c: what tests of backups share. */

#include "backups-kit.h"

#include <glib/gstdio.h>

#include "kit/mukana-test-jobs.h"
#include "services/mukana-backing-up.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-registering.h"
#include "services/mukana-rights.h"

void
backups_set_up (Backups       *fixture,
                gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  fixture->folder = g_dir_make_tmp ("backups-XXXXXX", NULL);
  run (fixture, &mukana_founding_job, NULL);
}

void
backups_tear_down (Backups       *fixture,
                   gconstpointer  data)
{
  mukana_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  mukana_test_register_free (fixture->place);
}

void
backups_give (Backups    *fixture,
              gint64      person_id,
              const char *purpose)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
  run (fixture, &mukana_consenting_give_job, consent);
}

/** backups_withdraw: the consent to the register */
void
backups_withdraw (Backups *fixture,
                  gint64   person_id)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person_id, "register", NULL, "phone");

  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
}

gboolean
backups_is_usable (Backups *fixture,
                   gint64   person_id)
{
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &person_id);

  return file->is_usable;
}

void
backups_let_time_pass (Backups *fixture,
                       int      minutes)
{
  mukana_clock_set_still (fixture->place->clock, mukana_clock_now_us (fixture->place->clock) +
                                                 minutes * G_TIME_SPAN_MINUTE);
}

/** backups_back_up: Returns: yours, the path of a backup made a minute later */
char *
backups_back_up (Backups *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaBackup) backup = NULL;

  backups_let_time_pass (fixture, 1);
  backup = mukana_backing_up_make (fixture->place->store, fixture->folder, &error);
  g_assert_no_error (error);
  return g_build_filename (fixture->folder, backup->file_name, NULL);
}

/** backups_ask_for: a request about own data, a minute later; Returns: its id */
gint64
backups_ask_for (Backups    *fixture,
                 gint64      person_id,
                 const char *kind)
{
  g_autoptr (MukanaRightsRequest) request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
  g_autofree gint64 *id = NULL;

  backups_let_time_pass (fixture, 1);
  mukana_record_init_int (request, "person-id", person_id);
  mukana_record_init_text (request, "kind", kind);
  mukana_record_init_text (request, "how", "phone");
  mukana_record_init_int (request, "received-on", MUKANA_TEST_TODAY);
  id = run (fixture, &mukana_rights_note_job, request);
  return *id;
}

/** backups_flip: one bit of the byte at @at, counted round the file */
void
backups_flip (const char *path,
              gsize       at)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  content[at % length] ^= 0x10;
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  g_free (content);
}
