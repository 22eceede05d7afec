/* test-planted.c: nothing that lies in the way of a file is followed or written over.
 *
 * With a mask that forbids nothing, each way in which the program writes a file is gone
 * while something stands at a name that it uses: a link to somebody's file, to none, to a
 * folder or a device, a second name of that file, a pipe.  Whether the deed is done or
 * refused, that file is as it was.  Who chose the name is told that it is taken; the names
 * beside a register are the program's own, and there what was planted may be replaced.
 */

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "harness/harness-work.h"
#include "services/mukana-anchor.h"
#include "services/mukana-attaching.h"
#include "services/mukana-backing-up.h"
#include "services/mukana-calendar.h"
#include "services/mukana-consenting.h"
#include "services/mukana-copying.h"
#include "services/mukana-document.h"
#include "services/mukana-erasing.h"
#include "services/mukana-founding.h"
#include "services/mukana-giving-out.h"
#include "services/mukana-key-sheet.h"
#include "services/mukana-rekeying.h"
#include "services/mukana-restoring.h"
#include "store/mukana-schema.h"

#define VICTIM "What somebody else has written.\n"
#define PATIENCE_SECONDS 60   /* a pipe that was opened keeps the program for ever */

typedef struct
{
  MukanaTestRegister *place;
  char               *target;     /* where the plant stands, or the file goes */
  gint64              person_id;
  char               *backup;     /* of the register as it is, elsewhere */
} Scene;

typedef void (*Save) (Scene   *scene,
                      GError **error);

typedef struct
{
  const char *name;
  const char *target;       /* beside the register; what is between @ is filled in */
  Save        save;
  gboolean    is_chosen;    /* by whoever saves: a name that is taken is refused */
  gboolean    is_closed;    /* the register, meanwhile */
} Way;

typedef enum { LINK, LINK_TO_NOTHING, LINK_TO_FOLDER, LINK_TO_DEVICE, SECOND_NAME, PIPE,
               N_PLANTS } Plant;

static const char * const plant_names[] = { "a link", "a link to nothing", "a link to a folder",
                                            "a link to a device", "a second name", "a pipe" };

static gpointer
run (Scene           *scene,
     const MukanaJob *job,
     gpointer         arg,
     GError         **error)
{
  return mukana_store_run (scene->place->store, job, arg, error);
}

/* ---- The ways ---- */

static MukanaKeySheet
make_sheet (Scene *scene)
{
  return (MukanaKeySheet) { "Testilän hyvinvointialue", MUKANA_TEST_TODAY, scene->place->key };
}

static void
save_sheet_pdf (Scene   *scene,
                GError **error)
{
  MukanaKeySheet sheet = make_sheet (scene);

  mukana_key_sheet_save_pdf (&sheet, scene->target, error);
}

static void
save_sheet_text (Scene   *scene,
                 GError **error)
{
  MukanaKeySheet sheet = make_sheet (scene);

  mukana_key_sheet_save_text (&sheet, scene->target, error);
}

static void
save_document (Scene   *scene,
               GError **error)
{
  g_autoptr (MukanaDocument) document = mukana_document_new ("Kutsu", NULL);

  mukana_document_save_pdf (document, scene->target, error);
}

static void
save_list (Scene   *scene,
           GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaListFile) file = NULL;
  g_autoptr (MukanaListFile) written = NULL;

  g_array_append_val (ids, scene->person_id);
  file = mukana_list_file_new (ids, scene->target);
  written = run (scene, &mukana_giving_list_job, file, error);
}

static void
save_calendar (Scene   *scene,
               GError **error)
{
  g_autoptr (MukanaCalendarFile) file = mukana_calendar_file_new (MUKANA_KIND_PERSON,
                                                                  scene->person_id, scene->target);
  g_autoptr (MukanaCalendarFile) written = run (scene, &mukana_calendar_person_job, file, error);
}

/* Into a folder, under names of its own: a name that is taken makes it take another. */
static void
save_copy (Scene   *scene,
           GError **error)
{
  g_autoptr (MukanaCopy) copy = mukana_copy_new (scene->person_id, FALSE, scene->place->folder);
  g_autoptr (MukanaCopy) written = run (scene, &mukana_copying_write_job, copy, error);
}

static void
show_document (Scene   *scene,
               GError **error)
{
  g_autoptr (MukanaAttachment) attachment = g_object_new (MUKANA_TYPE_ATTACHMENT, NULL);
  g_autoptr (GBytes) content = g_bytes_new_static ("%PDF", 4);
  g_autofree char *path = NULL;

  mukana_record_init_int (attachment, "id", 7);
  mukana_record_init_text (attachment, "media-type", "application/pdf");
  g_free (mukana_attaching_write_out (attachment, content, error));
  mukana_attaching_clear_out ();
}

static void
make_register (Scene   *scene,
               GError **error)
{
  static const MukanaRegisterSeed seed = { "planted", "Testilän hyvinvointialue", NULL, TRUE };
  g_autofree char *uri = g_strconcat ("sqlite:", scene->target, NULL);
  g_autoptr (MukanaStore) store = mukana_founding_create (uri, scene->place->key,
                                                          scene->place->clock, "test", &seed,
                                                          error);

  if (store != NULL)
    mukana_store_close (store);
}

static void
open_again (Scene   *scene,
            GError **error)
{
  scene->place->store = mukana_test_try_open (scene->place, FALSE, error);
}

static void
back_up (Scene   *scene,
         GError **error)
{
  g_autofree char *folder = g_build_filename (scene->place->folder, "backups", NULL);
  MukanaBackup *backup = mukana_backing_up_make (scene->place->store, folder, error);

  g_clear_pointer (&backup, mukana_backup_free);
}

static void
change_key (Scene   *scene,
            GError **error)
{
  g_autoptr (GBytes) new_key = mukana_test_key_new (2);

  mukana_rekeying_run (mukana_test_path (scene->place), scene->place->key, new_key, "test", error);
}

static void
restore (Scene   *scene,
         GError **error)
{
  MukanaRestore *done;

  mukana_test_register_close (scene->place);
  done = mukana_restoring_run (scene->backup, scene->place->key, mukana_test_path (scene->place),
                               "test", mukana_clock_now_us (scene->place->clock), error);
  g_clear_pointer (&done, mukana_restore_free);
}

static void
withdraw (Scene   *scene,
          GError **error)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (scene->person_id, "register", NULL,
                                                        "phone");

  run (scene, &mukana_consenting_withdraw_job, withdrawal, error);
  mukana_withdrawal_free (withdrawal);
}

static void
erase (Scene   *scene,
       GError **error)
{
  run (scene, &mukana_erasing_job, &scene->person_id, error);
}

static void
keep_link (Scene   *scene,
           GError **error)
{
  g_autoptr (MukanaAnchor) anchor = mukana_anchor_new (scene->place->store, TRUE);
  MukanaAnchorState state;

  mukana_anchor_enter (anchor, &state, error);
  mukana_anchor_keep (anchor);
}

static void
try_a_wrong_key (Scene   *scene,
                 GError **error)
{
  mukana_anchor_note_failure (mukana_test_path (scene->place), 1);
}

/* In the place of the register, as an earlier program left it. */
static void
bring_up_to_date (Scene   *scene,
                  GError **error)
{
  MukanaDb *db;

  g_unlink (mukana_test_path (scene->place));
  db = mukana_test_db_new (scene->place);
  mukana_test_fill_old (db, 1);
  mukana_db_close (db);
  open_again (scene, error);
}

#define REGISTER "test.mukana"
#define BACKUP "mukana-@DAY@-050000.mukana-backup"   /* by the clock of the test, in UTC */

static const Way ways[] = {
  { "recovery sheet (PDF)", "sheet.pdf", save_sheet_pdf, TRUE, TRUE },
  { "recovery sheet (text)", "sheet.txt", save_sheet_text, TRUE, TRUE },
  { "document", "document.pdf", save_document, TRUE, TRUE },
  { "list (CSV)", "people.csv", save_list, TRUE },
  { "list (workbook)", "people.xlsx", save_list, TRUE },
  { "calendar", "person.ics", save_calendar, TRUE },
  { "copy of data", "copy-of-data-@DAY@.json", save_copy, FALSE },
  { "copy of data, print", "copy-of-data-@DAY@.pdf", save_copy, FALSE },
  { "document to look at", "@RUN@/mukana/document-7.pdf", show_document, FALSE, TRUE },
  { "folder of documents to look at", "@RUN@/mukana", show_document, FALSE, TRUE },
  { "new register", "new.mukana", make_register, TRUE, TRUE },
  { "write-ahead log", REGISTER "-wal", open_again, FALSE, TRUE },
  { "shared memory", REGISTER "-shm", open_again, FALSE, TRUE },
  { "rollback journal", REGISTER "-journal", open_again, FALSE, TRUE },
  { "copy that becomes a backup", REGISTER ".copying", back_up, FALSE },
  { "backup that arrives", "backups/" BACKUP ".part", back_up, FALSE },
  { "backup", "backups/" BACKUP, back_up, FALSE },
  { "withdrawals beside backups", "backups/mukana.withdrawals", back_up, FALSE },
  { "register under its new key", REGISTER ".new-key", change_key, FALSE, TRUE },
  { "backup that is restored", REGISTER ".restoring", restore, FALSE },
  { "backup that is carried back", REGISTER ".restoring.part", restore, FALSE },
  { "list of withdrawals", REGISTER ".withdrawals", withdraw, FALSE },
  { "list of erasures", REGISTER ".erasures", erase, FALSE },
  { "newest link", REGISTER ".link", keep_link, FALSE },
  { "failed unlocks", REGISTER ".tries", try_a_wrong_key, FALSE, TRUE },
  { "copy before a step", REGISTER ".before-step-@STEP@-@DAY@", bring_up_to_date, FALSE, TRUE },
  { "copy before a step, unnamed", REGISTER ".before-step-@STEP@-@DAY@.part", bring_up_to_date,
    FALSE, TRUE },
};

/* ---- The scene ---- */

static char *
fill_in (const char *text)
{
  g_autoptr (GString) filled = g_string_new (text);
  g_autofree char *day = mukana_day_to_iso (MUKANA_TEST_TODAY);
  g_autofree char *step = g_strdup_printf ("%d", mukana_schema_newest ());

  g_string_replace (filled, "@DAY@", day, 0);
  g_string_replace (filled, "@STEP@", step, 0);
  g_string_replace (filled, "@RUN@", g_get_user_runtime_dir (), 0);
  return g_strdup (filled->str);
}

static char *
in_folder (Scene      *scene,
           const char *name)
{
  return g_canonicalize_filename (name, scene->place->folder);
}

static void
give_consent (Scene *scene)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  g_autoptr (GError) error = NULL;

  mukana_record_init_int (consent, "person-id", scene->person_id);
  mukana_record_init_text (consent, "purpose", "register");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
  run (scene, &mukana_consenting_give_job, consent, &error);
  g_assert_no_error (error);
}

/* A backup of its own folder, so that nothing of it lies where the plants go. */
static void
make_backup (Scene *scene)
{
  g_autofree char *folder = in_folder (scene, "kept");
  g_autoptr (GError) error = NULL;
  MukanaBackup *backup = mukana_backing_up_make (scene->place->store, folder, &error);

  g_assert_no_error (error);
  scene->backup = g_build_filename (folder, backup->file_name, NULL);
  mukana_backup_free (backup);
}

/* Made once and copied: making a register takes longer than all that is done to it. */
static GBytes *
peek_register (gint64 *person_id)
{
  static GBytes *content;
  static gint64 id;

  if (content == NULL)
    {
      Scene scene = { .place = mukana_test_register_new () };
      char *data;
      gsize length;

      scene.person_id = id = mukana_test_add_person (scene.place, 1);
      give_consent (&scene);
      mukana_test_register_close (scene.place);
      g_assert_true (g_file_get_contents (mukana_test_path (scene.place), &data, &length, NULL));
      content = g_bytes_new_take (data, length);
      mukana_test_register_free (scene.place);
    }

  *person_id = id;
  return content;
}

static Scene *
scene_new (const Way *way)
{
  Scene *scene = g_new0 (Scene, 1);
  GBytes *content = peek_register (&scene->person_id);
  g_autofree char *name = fill_in (way->target);

  scene->place = mukana_test_place_new ();
  scene->target = in_folder (scene, name);
  g_assert_true (g_file_set_contents_full (mukana_test_path (scene->place),
                                           g_bytes_get_data (content, NULL),
                                           (gssize) g_bytes_get_size (content),
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  if (!way->is_closed)
    mukana_test_register_open (scene->place);
  if (way->save == restore)
    make_backup (scene);
  return scene;
}

static void
empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (!g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        empty_folder (inner);
      g_assert_cmpint (g_remove (inner), ==, 0);
    }
}

static void
scene_free (Scene *scene)
{
  mukana_test_register_close (scene->place);
  empty_folder (scene->place->folder);
  empty_folder (g_get_user_runtime_dir ());
  mukana_test_register_free (scene->place);
  g_free (scene->target);
  g_free (scene->backup);
  g_free (scene);
}

/* ---- What is planted, and what must not come of it ---- */

static void
plant (Scene *scene,
       Plant  kind)
{
  g_autofree char *folder = g_path_get_dirname (scene->target);
  g_autofree char *victim = in_folder (scene, "victim");
  g_autofree char *nothing = in_folder (scene, "nothing");
  g_autofree char *others = in_folder (scene, "others");
  const char * const goals[] = { victim, nothing, others, "/dev/null" };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (others, 0700), ==, 0);
  g_assert_true (g_file_set_contents (victim, VICTIM, -1, NULL));
  g_remove (scene->target);   /* the program's own, of what was done before */

  if (kind == PIPE)
    g_assert_cmpint (mkfifo (scene->target, 0600), ==, 0);
  else if (kind == SECOND_NAME)
    g_assert_cmpint (link (victim, scene->target), ==, 0);
  else
    g_assert_cmpint (symlink (goals[kind], scene->target), ==, 0);
}

static gboolean
is_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return g_dir_read_name (dir) == NULL;
}

static void
assert_nothing_followed (Scene *scene)
{
  g_autofree char *victim = in_folder (scene, "victim");
  g_autofree char *nothing = in_folder (scene, "nothing");
  g_autofree char *others = in_folder (scene, "others");
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (victim, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, VICTIM);
  g_assert_false (g_file_test (nothing, G_FILE_TEST_EXISTS));
  g_assert_true (is_empty (others));
}

static void
try_with (const Way *way,
          Plant      kind)
{
  Scene *scene = scene_new (way);
  g_autoptr (GError) error = NULL;
  struct stat before, after;

  plant (scene, kind);
  g_assert_cmpint (lstat (scene->target, &before), ==, 0);
  g_test_message ("%s: %s", way->name, plant_names[kind]);
  alarm (PATIENCE_SECONDS);
  way->save (scene, &error);
  alarm (0);

  assert_nothing_followed (scene);
  if (way->is_chosen)
    {
      g_assert_nonnull (error);
      g_assert_cmpint (lstat (scene->target, &after), ==, 0);
      g_assert_cmpint (before.st_ino, ==, after.st_ino);
    }
  scene_free (scene);
}

static void
nothing_planted_is_followed_or_written_over (gconstpointer data)
{
  for (Plant kind = 0; kind < N_PLANTS; kind++)
    try_with (data, kind);
}

static void
assert_private (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  struct stat about;

  g_assert_cmpint (lstat (path, &about), ==, 0);
  if ((about.st_mode & 0777) != (dir != NULL ? 0700 : 0600))
    g_error ("%s has mode %o", path, about.st_mode & 0777);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      assert_private (inner);
    }
}

/* Also what lies beside a register while it is open. */
static void
what_is_made_is_its_owners_alone (gconstpointer data)
{
  const Way *way = data;
  Scene *scene = scene_new (way);
  g_autoptr (GError) error = NULL;

  g_remove (scene->target);
  way->save (scene, &error);

  g_assert_no_error (error);
  assert_private (scene->place->folder);
  scene_free (scene);
}

int
main (int    argc,
      char **argv)
{
  /* Where the registers are, too: a second name is on the same disk. */
  g_autofree char *runtime = NULL;
  int result;

  umask (0);
  runtime = g_dir_make_tmp ("mukana-planted-XXXXXX", NULL);
  g_assert_nonnull (runtime);
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strconcat ("/planted/", ways[i].name, NULL);
      g_autofree char *modes = g_strconcat ("/modes/", ways[i].name, NULL);

      g_test_add_data_func (path, &ways[i], nothing_planted_is_followed_or_written_over);
      g_test_add_data_func (modes, &ways[i], what_is_made_is_its_owners_alone);
    }

  result = g_test_run ();
  g_rmdir (runtime);
  return result;
}
