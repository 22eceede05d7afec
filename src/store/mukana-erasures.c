/* mukana-erasures.c: people erased for good, and what is left instead of them.
 *
 * GDPR 17.  Everything about a person goes but what the law keeps: fee lines with
 * their assignments, for which the name is needed, and without themes the proof
 * that consents were there.  Digests of name, address and number stay, so that
 * a list does not bring them back unseen.  The rows go in the file too: deleted
 * pages are overwritten (secure_delete).
 *
 * Here and not in a service, because a register that is opened must be rid of
 * whoever an older backup brought back before anybody can ask it anything.
 */

#include "store/mukana-erasures.h"

#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-consent.h"
#include "domain/mukana-retention.h"
#include "store/mukana-db-private.h"
#include "store/mukana-erasure-ledger.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

/* In this order, because of what refers to what. */
static const char * const drops[] = {
  "erasures.drop-chunks", "erasures.drop-attachments", "erasures.drop-roles",
  "erasures.drop-themes", "erasures.drop-consents", "erasures.drop-times",
  "erasures.drop-own-weeks", "erasures.drop-absences", "erasures.drop-busy-times",
  "erasures.drop-credentials",
  "erasures.drop-facts", "erasures.drop-pay-identity", "erasures.drop-notes",
  "erasures.drop-guardians",
  "erasures.drop-registrations", "erasures.drop-shifts", "erasures.drop-shortlists",
  "erasures.drop-not-together", "erasures.drop-stays", "erasures.drop-renewals",
  "erasures.drop-contacts",
  "erasures.leave-cooperation", "erasures.drop-changes", "erasures.drop-merge-parts",
  "erasures.drop-merges", "erasures.drop-not-same", "erasures.drop-drafts",
  "erasures.drop-terms", "packs.drop", "erasures.drop-sources", "erasures.drop-feedback",
  "erasures.drop-support",
  "erasures.drop-assignments", "erasures.bare-assignments", "erasures.drop-proposals",
  "erasures.bare-requests",
};

#define SECRET_BYTES 32

/* Who it is, before they are gone. */
typedef struct
{
  MukanaIdentity identity;
  char          *texts[4];
  gint64         created_at;
} Known;

static void
clear_known (Known *known)
{
  for (guint i = 0; i < G_N_ELEMENTS (known->texts); i++)
    g_free (known->texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, clear_known)

/* 1 when there is somebody to erase, 0 when not, -1 with @error set. */
static int
read_known (MukanaDb  *db,
            gint64     person_id,
            Known     *known,
            GError   **error)
{
  static const char * const columns[] = { "given_name", "family_name", "email", "phone" };
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "erasures.identity", error,
                                                    mukana_int ("person_id", person_id));
  int result = query ? mukana_query_step (query, error) : -1;

  if (result <= 0)
    return result;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    known->texts[i] = g_strdup (mukana_query_peek_text (query, columns[i]));
  known->created_at = mukana_query_get_int (query, "created_at");
  known->identity = (MukanaIdentity) { known->texts[0], known->texts[1], known->texts[2],
                                       known->texts[3],
                                       (int) mukana_query_get_int (query, "birth_year") };
  return mukana_query_get_int (query, "erased_at") == 0;
}

/* Whom digests are about. */

/**
 * mukana_erasures_dup_secret:
 *
 * The digests' own key is random and in the register, not made of the register key:
 * so it is the same for everybody who works on a server, and stays when the
 * register key is changed.  Without the register they say nothing.
 *
 * Returns: (nullable): yours; NULL without an error when nobody was erased yet
 */
char *
mukana_erasures_dup_secret (MukanaDb  *db,
                            GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "erasures.secret", error);
  g_autoptr (GBytes) value = NULL;
  gsize length = 0;
  const char *text;

  if (query == NULL || mukana_query_step (query, error) <= 0 ||
      !(value = mukana_query_dup_bytes (query, "value")))
    return NULL;

  text = g_bytes_get_data (value, &length);
  return g_strndup (text, length);
}

static gboolean
make_secret (MukanaDb  *db,
             GError   **error)
{
  GString *secret = g_string_new (NULL);
  g_autoptr (GBytes) value = NULL;

  for (guint i = 0; i < SECRET_BYTES / 16; i++)
    {
      g_autofree char *random = g_uuid_string_random ();

      g_string_append (secret, random);
    }

  value = g_string_free_to_bytes (secret);
  return mukana_db_run (db, "erasures.make-secret", error, mukana_bytes ("value", value)) >= 0;
}

static void
add_digest (GStrvBuilder *digests,
            const char   *secret,
            const char   *what,
            const char   *value)
{
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;

  if (mukana_text_is_empty (value))
    return;

  text = g_strdup_printf ("%s\n%s", what, value);
  digest = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) secret, strlen (secret),
                                      text, -1);
  g_strv_builder_add (digests, digest);
}

/* The last nine digits: +358 50 … and 050 … are one number. */
static char *
dup_number (const char *phone)
{
  g_autofree char *digits = mukana_text_digits (phone);
  gsize length = digits ? strlen (digits) : 0;

  return length < 6 ? NULL : g_strdup (digits + (length > 9 ? length - 9 : 0));
}

/* Of the name with a year of birth (0: unknown), or of the name alone. */
static void
add_name (GStrvBuilder         *digests,
          const char           *secret,
          const MukanaIdentity *identity,
          int                   birth_year,
          gboolean              alone)
{
  g_autofree char *given = mukana_text_fold (identity->given_name ? identity->given_name : "");
  g_autofree char *family = mukana_text_fold (identity->family_name ? identity->family_name : "");
  g_autofree char *name = alone ? g_strdup_printf ("%s\n%s", given, family)
                                : g_strdup_printf ("%s\n%s\n%d", given, family, birth_year);

  if (*given != '\0' && *family != '\0')
    add_digest (digests, secret, alone ? "name-alone" : "name", name);
}

static char **
make_digests (const char           *secret,
              const MukanaIdentity *identity)
{
  g_autoptr (GStrvBuilder) digests = g_strv_builder_new ();
  g_autofree char *email = mukana_text_fold (identity->email ? identity->email : "");
  g_autofree char *phone = identity->phone ? dup_number (identity->phone) : NULL;

  add_name (digests, secret, identity, identity->birth_year, FALSE);
  add_digest (digests, secret, "email", email);
  add_digest (digests, secret, "phone", phone);
  return g_strv_builder_end (digests);
}

/* Returns: (nullable): yours, "Mirja" of "Mirja K."; NULL when nothing else is left, or the same */
static char *
dup_without_initials (const char *given_name)
{
  g_autofree char *folded = mukana_text_fold (given_name != NULL ? given_name : "");
  g_auto (GStrv) words = g_strsplit_set (folded, " .", -1);
  g_autoptr (GString) rest = g_string_new (NULL);
  gboolean has_initial = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) == 1)
      has_initial = TRUE;
    else if (*words[i] != '\0')
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", words[i]);

  return has_initial && rest->len > 0 ? g_strdup (rest->str) : NULL;
}

/* The name without initials, with and without the year. */
static void
add_bare_name (GStrvBuilder         *digests,
               const char           *secret,
               const MukanaIdentity *identity,
               gboolean              alone)
{
  g_autofree char *given_name = dup_without_initials (identity->given_name);
  MukanaIdentity bare = *identity;

  bare.given_name = given_name;
  if (given_name == NULL)
    return;

  add_name (digests, secret, &bare, identity->birth_year, FALSE);
  add_name (digests, secret, &bare, 0, alone);
}

/* A list may have the columns of names the other way round. */
static char **
make_perhaps (const char           *secret,
              const MukanaIdentity *identity)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  MukanaIdentity swapped = *identity;
  gboolean alone = identity->birth_year == 0;

  swapped.given_name = identity->family_name;
  swapped.family_name = identity->given_name;
  add_name (names, secret, identity, 0, alone);
  add_bare_name (names, secret, identity, alone);
  add_name (names, secret, &swapped, identity->birth_year, FALSE);
  add_name (names, secret, &swapped, 0, alone);
  add_bare_name (names, secret, &swapped, alone);
  return g_strv_builder_end (names);
}

static gboolean
holds_any (GHashTable         *suppressed,
           const char * const *digests)
{
  for (guint i = 0; digests[i] != NULL; i++)
    if (g_hash_table_contains (suppressed, digests[i]))
      return TRUE;

  return FALSE;
}

/**
 * mukana_erasures_knows:
 * @suppressed: of mukana_erasures_suppressed()
 *
 * A year of birth tells people of one name apart, when both are known: where one is
 * not, the name alone may be that of somebody who was erased.  So may one with an initial
 * more or less, or with the names the other way round.
 *
 * Returns: whether somebody of this name and year, address or number was erased
 */
MukanaErasedKind
mukana_erasures_knows (GHashTable           *suppressed,
                       const char           *secret,
                       const MukanaIdentity *identity)
{
  g_auto (GStrv) sure = make_digests (secret, identity);
  g_auto (GStrv) perhaps = make_perhaps (secret, identity);

  if (holds_any (suppressed, (const char * const *) sure))
    return MUKANA_ERASED_SURELY;

  return holds_any (suppressed, (const char * const *) perhaps) ? MUKANA_ERASED_PERHAPS
                                                                 : MUKANA_ERASED_NOT;
}

/** mukana_erasures_suppressed: Returns: yours, the set of all digests */
GHashTable *
mukana_erasures_suppressed (MukanaDb  *db,
                            GError   **error)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "erasures.suppressed", error);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    g_hash_table_add (digests, g_strdup (mukana_query_peek_text (query, "digest")));

  return result < 0 ? NULL : g_steal_pointer (&digests);
}

static gboolean
suppress_all (MukanaDb  *db,
              char     **digests,
              GError   **error)
{
  for (guint i = 0; digests[i] != NULL; i++)
    if (mukana_db_run (db, "erasures.suppress", error, mukana_text ("digest", digests[i]),
                       mukana_day ("day", mukana_db_today (db))) < 0)
      return FALSE;

  return TRUE;
}

static gboolean
suppress (MukanaDb     *db,
          const Known  *known,
          GError      **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *secret = NULL;
  g_auto (GStrv) loose = NULL, digests = NULL;

  if (!make_secret (db, error) || !(secret = mukana_erasures_dup_secret (db, error)))
    return FALSE;

  add_name (names, secret, &known->identity, 0, TRUE);
  add_bare_name (names, secret, &known->identity, TRUE);
  loose = g_strv_builder_end (names);
  digests = make_digests (secret, &known->identity);
  return suppress_all (db, loose, error) && suppress_all (db, digests, error);
}

/**
 * mukana_erasures_unsuppress:
 *
 * Somebody who was erased is here again by their own new consent.  Their name alone stays
 * in the list, because others have it: whoever is in the register is found there first.
 */
gboolean
mukana_erasures_unsuppress (MukanaDb  *db,
                            gint64     person_id,
                            GError   **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *secret = mukana_erasures_dup_secret (db, &failure);
  g_auto (Known) known = { { NULL } };
  g_auto (GStrv) digests = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (secret == NULL)
    return TRUE;
  if (read_known (db, person_id, &known, error) < 0)
    return FALSE;

  digests = make_digests (secret, &known.identity);
  for (guint i = 0; digests[i] != NULL; i++)
    if (mukana_db_run (db, "erasures.unsuppress", error, mukana_text ("digest", digests[i])) < 0)
      return FALSE;

  return TRUE;
}

static char *
make_theme_digest (const char *secret,
                   gint64      person_id,
                   const char *theme_id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", person_id, theme_id);
  g_auto (GStrv) digests = NULL;

  add_digest (builder, secret, "theme", text);
  digests = g_strv_builder_end (builder);
  return g_steal_pointer (&digests[0]);
}

/**
 * mukana_erasures_suppress_theme:
 * @consent: withdrawn, of a theme
 *
 * When the withdrawal itself is gone, an old list must not bring the theme back.
 */
gboolean
mukana_erasures_suppress_theme (MukanaDb       *db,
                                MukanaConsent  *consent,
                                GError        **error)
{
  g_autofree char *secret = NULL;
  g_autofree char *digest = NULL;

  if (!make_secret (db, error) || !(secret = mukana_erasures_dup_secret (db, error)))
    return FALSE;

  digest = make_theme_digest (secret, consent->person_id, consent->theme_id);
  return mukana_db_run (db, "erasures.suppress", error, mukana_text ("digest", digest),
                        mukana_day ("day", mukana_db_today (db))) >= 0;
}

/** mukana_erasures_unsuppress_theme: the person has given a new consent for the theme */
gboolean
mukana_erasures_unsuppress_theme (MukanaDb    *db,
                                  gint64       person_id,
                                  const char  *theme_id,
                                  GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *secret = mukana_erasures_dup_secret (db, &failure);
  g_autofree char *digest = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (secret == NULL)
    return TRUE;

  digest = make_theme_digest (secret, person_id, theme_id);
  return mukana_db_run (db, "erasures.unsuppress", error, mukana_text ("digest", digest)) >= 0;
}

/** mukana_erasures_has_theme: @secret: (nullable): nobody was erased; Returns: whether it was */
gboolean
mukana_erasures_has_theme (MukanaDb   *db,
                           const char *secret,
                           gint64      person_id,
                           const char *theme_id)
{
  g_autofree char *digest = secret && theme_id ? make_theme_digest (secret, person_id, theme_id)
                                               : NULL;

  /* What cannot be asked counts as erased: the stricter side. */
  return digest != NULL && mukana_db_count (db, "erasures.is-suppressed", NULL,
                                            mukana_text ("digest", digest)) != 0;
}

/* What is left. */

/* A word of a closed set, so that nothing else gets into what is kept. */
static const char *
word_of (const char * const *codes,
         const char         *word,
         const char         *otherwise)
{
  return mukana_code_index (codes, word) >= 0 ? word : otherwise;
}

static MukanaDay
end_of (MukanaConsent *consent,
        MukanaDay      today)
{
  if (consent->withdrawn_on != MUKANA_DAY_NONE)
    return consent->withdrawn_on;

  return consent->expires_on != MUKANA_DAY_NONE ? MIN (consent->expires_on, today) : today;
}

static gboolean
keep_proof (MukanaDb       *db,
            MukanaConsent  *consent,
            gint64          days,
            GError        **error)
{
  MukanaDay today = mukana_db_today (db);
  MukanaDay ended = end_of (consent, today);
  MukanaDay given = consent->given_on != MUKANA_DAY_NONE ? consent->given_on : ended;
  MukanaDay keep_until = ended + (MukanaDay) days;

  return keep_until < today ||
         mukana_db_insert (db, "erasures.add-proof", error,
                           mukana_int ("person_id", consent->person_id),
                           mukana_text ("purpose", word_of (mukana_purposes, consent->purpose,
                                                            "register")),
                           mukana_int ("text_version", consent->text_version),
                           mukana_text ("language", word_of (mukana_contact_languages,
                                                             consent->language, "fi")),
                           mukana_day ("given_on", given),
                           mukana_text ("how", word_of (mukana_consent_ways, consent->how,
                                                        "other")),
                           mukana_day ("ended_on", ended),
                           mukana_day ("keep_until", keep_until)) >= 0;
}

/** mukana_erasures_keep_proof: that this consent was there and ended, without its theme */
gboolean
mukana_erasures_keep_proof (MukanaDb       *db,
                            MukanaConsent  *consent,
                            GError        **error)
{
  gint64 days = mukana_db_count (db, "erasures.proof-days", error);

  return days >= 0 && keep_proof (db, consent, days, error);
}

/* Each consent without its theme.  Source: GDPR 7(1). */
static gboolean
keep_proofs (MukanaDb  *db,
             gint64     person_id,
             GError   **error)
{
  g_autoptr (GPtrArray) consents = mukana_people_parts (db, "consents.history", person_id,
                                                        MUKANA_TYPE_CONSENT, error);
  gint64 days = consents ? mukana_db_count (db, "erasures.proof-days", error) : -1;

  if (days < 0)
    return FALSE;

  for (guint i = 0; i < consents->len; i++)
    if (!keep_proof (db, g_ptr_array_index (consents, i), days, error))
      return FALSE;

  return TRUE;
}

static gboolean
drop_parts (MukanaDb  *db,
            gint64     person_id,
            GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    if (mukana_db_run (db, drops[i], error, mukana_int ("person_id", person_id)) < 0)
      return FALSE;

  return TRUE;
}

static gboolean
touch_requests (MukanaDb  *db,
                gint64     person_id,
                GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "erasures.requests-touched", error,
                                                    mukana_int ("person_id", person_id));
  g_autoptr (GArray) ids = query ? mukana_ids_read (query, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    mukana_db_touch (db, MUKANA_KIND_REQUEST, g_array_index (ids, gint64, i),
                     MUKANA_EFFECT_CHANGED);

  return ids != NULL;
}

/* What the law keeps, and until when; "" and NONE when it keeps nothing. */
static gboolean
read_kept (MukanaDb   *db,
           gint64      person_id,
           char      **kept,
           MukanaDay  *keep_until,
           GError    **error)
{
  MukanaDay today = mukana_db_today (db);
  MukanaDay first_kept = mukana_retention_first_kept_fee (today);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "erasures.preview", error,
                                                    mukana_int ("person_id", person_id),
                                                    mukana_day ("today", today),
                                                    mukana_day ("first_kept", first_kept));
  MukanaDay last;
  gint64 n;

  if (query == NULL || mukana_query_step (query, error) <= 0)
    return FALSE;

  n = mukana_query_get_int (query, "n_fees_kept");
  last = mukana_query_get_day (query, "last_fee_on");
  *kept = n > 0 ? g_strdup_printf ("fees:%" G_GINT64_FORMAT, n) : g_strdup ("");
  *keep_until = last != MUKANA_DAY_NONE ? mukana_retention_fee_until (last) : MUKANA_DAY_NONE;
  return TRUE;
}

static gboolean
bare_person (MukanaDb    *db,
             gint64       person_id,
             const char  *approved_by,
             gint64       at,
             GError     **error)
{
  g_autofree char *kept = NULL;
  MukanaDay keep_until = MUKANA_DAY_NONE;

  return read_kept (db, person_id, &kept, &keep_until, error) &&
         mukana_db_run (db, "erasures.bare-person", error, mukana_int ("person_id", person_id),
                        mukana_int ("keeps_name", *kept != '\0'), mukana_int ("at", at)) > 0 &&
         mukana_db_run (db, "erasures.add", error, mukana_int ("person_id", person_id),
                        mukana_int ("at", at), mukana_text ("actor", mukana_db_peek_actor (db)),
                        mukana_text ("approved_by", approved_by), mukana_text ("kept", kept),
                        mukana_day ("keep_until", keep_until)) >= 0;
}

static gboolean
erase_merged (MukanaDb    *db,
              gint64       person_id,
              const char  *approved_by,
              GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "erasures.merged", error,
                                                    mukana_int ("person_id", person_id));
  g_autoptr (GArray) ids = query ? mukana_ids_read (query, error) : NULL;

  g_clear_pointer (&query, mukana_query_free);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!mukana_erasures_erase (db, g_array_index (ids, gint64, i), approved_by, error))
      return FALSE;

  return ids != NULL;
}

/**
 * mukana_erasures_erase:
 * @approved_by: (nullable): the second who has looked at it
 *
 * The line in the ledger is written last, and before the commit: a power cut
 * between the two completes at the next opening what was decided.
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_NOT_FOUND when there is no such person any more
 */
gboolean
mukana_erasures_erase (MukanaDb    *db,
                       gint64       person_id,
                       const char  *approved_by,
                       GError     **error)
{
  g_auto (Known) known = { { NULL } };
  gint64 at = mukana_db_now_us (db);
  int found = read_known (db, person_id, &known, error);

  if (found == 0)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "There is no such person");
  if (found <= 0 || !erase_merged (db, person_id, approved_by, error) ||
      !suppress (db, &known, error) || !keep_proofs (db, person_id, error) ||
      !touch_requests (db, person_id, error) ||
      mukana_db_run (db, "erasures.drop-fees", error, mukana_int ("person_id", person_id),
                     mukana_day ("first_kept",
                                 mukana_retention_first_kept_fee (mukana_db_today (db)))) < 0 ||
      !drop_parts (db, person_id, error) || !bare_person (db, person_id, approved_by, at, error) ||
      !mukana_journal_add (db, "erasing.erase", MUKANA_KIND_PERSON, person_id, NULL, error) ||
      !mukana_erasure_ledger_add (db, person_id, at, known.created_at, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_PERSON, person_id, MUKANA_EFFECT_REMOVED);
  mukana_db_touch (db, MUKANA_KIND_CONSENT, person_id, MUKANA_EFFECT_ENDED);
  mukana_db_touch (db, MUKANA_KIND_RIGHTS, 0, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/* Opening. */

/* Whom the ledger says to erase and the register still has. */
static GArray *
find_returned (MukanaDb   *db,
               GPtrArray  *lines,
               GError    **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < lines->len; i++)
    {
      const MukanaErasureLine *line = g_ptr_array_index (lines, i);
      g_auto (Known) known = { { NULL } };
      int found = read_known (db, line->person_id, &known, error);

      if (found > 0)
        found = mukana_erasure_ledger_means (db, line, known.created_at, error);
      if (found < 0)
        return NULL;
      if (found > 0)
        g_array_append_val (ids, line->person_id);
    }

  return g_steal_pointer (&ids);
}

/* Returns: 1 or 0, or -1 */
static int
has_line (MukanaDb    *db,
          GHashTable  *by_id,
          gint64       person_id,
          gint64       created_at,
          GError     **error)
{
  GPtrArray *lines = g_hash_table_lookup (by_id, &person_id);
  int means = 0;

  for (guint i = 0; lines != NULL && i < lines->len && means == 0; i++)
    means = mukana_erasure_ledger_means (db, g_ptr_array_index (lines, i), created_at, error);

  return means;
}

static GHashTable *
index_lines (GPtrArray *lines)
{
  GHashTable *by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      MukanaErasureLine *line = g_ptr_array_index (lines, i);
      GPtrArray *same = g_hash_table_lookup (by_id, &line->person_id);

      if (same == NULL)
        g_hash_table_insert (by_id, &line->person_id, same = g_ptr_array_new ());
      g_ptr_array_add (same, line);
    }

  return by_id;
}

/* Lines that were lost, with the file or by a power cut. */
static gboolean
mend_ledger (MukanaDb   *db,
             GPtrArray  *lines,
             GError    **error)
{
  g_autoptr (GHashTable) by_id = index_lines (lines);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "erasures.all", error);
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      gint64 person_id = mukana_query_get_int (query, "person_id");
      gint64 created_at = mukana_query_get_int (query, "created_at");
      int has = has_line (db, by_id, person_id, created_at, error);

      if (has < 0)
        return FALSE;
      if (has == 0 &&
          !mukana_erasure_ledger_add (db, person_id, mukana_query_get_int (query, "erased_at"),
                                      created_at, error))
        return FALSE;
    }

  return result == 0;
}

/**
 * mukana_erasures_complete_list:
 *
 * Writes beside the register whom it knows to be erased and the list there has lost.
 *
 * Thread: the one that has the connection, in a read.
 */
gboolean
mukana_erasures_complete_list (MukanaDb  *db,
                               GError   **error)
{
  g_autoptr (GPtrArray) lines = mukana_erasure_ledger_read (db, error);

  return lines != NULL && mend_ledger (db, lines, error);
}

static gboolean
erase_all (MukanaDb  *db,
           GArray    *ids,
           GError   **error)
{
  g_autoptr (MukanaChangeSet) changes = NULL;

  if (!mukana_db_begin_write (db, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_auto (Known) known = { { NULL } };
      int found = read_known (db, id, &known, error);

      /* Twice in the ledger, or gone with another one they were merged into. */
      if (found < 0 || (found > 0 && !mukana_erasures_erase (db, id, NULL, error)))
        {
          mukana_db_rollback (db);
          return FALSE;
        }
    }

  return mukana_db_commit (db, &changes, error);
}

/**
 * mukana_erasures_catch_up:
 *
 * Erases again whom an older copy of the register brought back, and writes down
 * what the ledger lacks.  Before the first job of an opened register.
 *
 * Thread: the one that has the connection, outside a transaction.
 * Errors: %MUKANA_ERROR_TOO_NEW when somebody is to be erased and the register may only be
 *   read: nobody sees it before
 */
gboolean
mukana_erasures_catch_up (MukanaDb  *db,
                          gboolean   only_reads,
                          GError   **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GArray) returned = NULL;
  gboolean is_mended;

  if (mukana_db_peek_file (db) == NULL)
    return TRUE;
  if (!(lines = mukana_erasure_ledger_read (db, error)) || !mukana_db_begin_read (db, error))
    return FALSE;

  returned = find_returned (db, lines, error);
  is_mended = returned != NULL && mend_ledger (db, lines, error);
  mukana_db_rollback (db);
  if (is_mended && returned->len > 0 && only_reads)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_TOO_NEW,
                   "An older copy of a newer register has people in it who were erased");
      return FALSE;
    }
  return is_mended && (returned->len == 0 || erase_all (db, returned, error));
}
