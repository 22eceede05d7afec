/* mukana-secret.c: bytes that must not be left lying about.
 *
 * A secret lives on pages of its own that are kept out of swap and out of
 * core files, and is wiped when its last reference goes.  Pages of its own,
 * because locking counts pages, not askers: unlocking one secret would unlock
 * its neighbour.  Where the system lets us lock nothing more, the secret is
 * still made: a key in swap is better than a register that cannot be opened.
 *
 * Whoever asks for a new key here is making a register or changing its key;
 * nobody asks while opening one.
 */

#include "services/mukana-secret.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>

#include "base/mukana-error.h"

/* In front of the secret, on the same pages. */
typedef struct
{
  gsize mapped;
} SecretHead;

static void
wipe_pages (gpointer pages)
{
  SecretHead *head = pages;
  gsize mapped = head->mapped;

  explicit_bzero (pages, mapped);
  munmap (pages, mapped);
}

/* Returns: bytes of @length zeros, and in @data where to write them before anybody else looks */
static GBytes *
make_pages (gsize    length,
            guint8 **data)
{
  gsize mapped = sizeof (SecretHead) + length;
  SecretHead *head = mmap (NULL, mapped, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  if (head == MAP_FAILED)
    g_error ("No memory for %" G_GSIZE_FORMAT " bytes", mapped);

  /* Neither answer is looked at: see the top of the file. */
  mlock (head, mapped);
  madvise (head, mapped, MADV_DONTDUMP);

  head->mapped = mapped;
  *data = (guint8 *) (head + 1);
  return g_bytes_new_with_free_func (*data, length, wipe_pages, head);
}

/**
 * mukana_secret_new:
 * @data: copied; wiping the original is the caller's
 *
 * Returns: yours; wiped when the last reference goes
 */
GBytes *
mukana_secret_new (gconstpointer data,
                   gsize         length)
{
  guint8 *place;
  GBytes *secret = make_pages (length, &place);

  if (length > 0)
    memcpy (place, data, length);
  return secret;
}

/**
 * mukana_secret_new_key:
 *
 * Makes a register key.  Waits, early in the boot of a machine, until the system
 * has randomness to give.
 *
 * Errors: %MUKANA_ERROR_INTERNAL when it gives none.
 * Returns: yours, %MUKANA_KEY_LENGTH bytes
 */
GBytes *
mukana_secret_new_key (GError **error)
{
  guint8 *place;
  g_autoptr (GBytes) key = make_pages (MUKANA_KEY_LENGTH, &place);
  gssize got;

  do
    got = getrandom (place, MUKANA_KEY_LENGTH, 0);
  while (got < 0 && errno == EINTR);

  if (got != MUKANA_KEY_LENGTH)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INTERNAL,
                   "The system gave no random bytes: %s", g_strerror (errno));
      return NULL;
    }

  return g_steal_pointer (&key);
}

/**
 * mukana_secret_from_recovery_key:
 * @text: what somebody typed
 * @finding: (out): what there is to say about it
 *
 * Returns: (nullable): yours, the key; %NULL unless the verdict is %MUKANA_RECOVERY_FINE
 */
GBytes *
mukana_secret_from_recovery_key (const char            *text,
                                 MukanaRecoveryFinding *finding)
{
  guint8 *place;
  g_autoptr (GBytes) key = make_pages (MUKANA_KEY_LENGTH, &place);

  if (!mukana_recovery_key_parse (text, place, finding))
    return NULL;

  return g_steal_pointer (&key);
}

/** mukana_secret_text_free: wipes and frees @text, which may be %NULL */
void
mukana_secret_text_free (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

/**
 * mukana_secret_hide_process:
 *
 * For each program that opens registers, before anything else: no core files, and
 * no other process of the same user may look into the memory of this one.
 */
void
mukana_secret_hide_process (void)
{
  const struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_CORE, &none) != 0 || prctl (PR_SET_DUMPABLE, 0) != 0)
    g_warning ("The memory of the program could not be kept private");
}
