/* mukana-importing-compare.c: drafts beside the register: new, changed, same, or perhaps there.
 *
 * A row that came in before, letter for letter, is the same and not looked at
 * further, whatever has become of the person since.  A row with the number of one
 * that came in before is that record, when the names agree.  Everybody else is
 * looked for by keys, and asked about when they are alike, or when somebody of the
 * register has the very same name.
 */

#include "services/mukana-importing-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "domain/mukana-list-words-private.h"
#include "store/mukana-erasures.h"
#include "store/mukana-record-io.h"

static const MukanaListReason removed = {
  "removed", N_("This person was taken out of the register, and an import brings nobody back") };
static const MukanaListReason erased = {
  "erased", N_("The data of somebody with this name, address or number were erased. An import "
               "brings nobody back: add them by hand when they have given a new consent") };
static const MukanaListReason perhaps_erased = {
  "perhaps-erased", N_("The data of somebody with this name were erased, and the list does not "
                       "tell whether this is them. For somebody else, add the year of birth to "
                       "the list, or the person by hand") };
static const MukanaListReason withdrawn_stays = {
  "withdrawn-stays", N_("A consent was withdrawn; what the list says does not bring it back") };
static const MukanaListReason history_differs = {
  "history-differs", N_("It is in the register and differs; an import does not rewrite history") };
static const MukanaListReason link_refused = {
  "link-refused", N_("What this belongs to was refused, and this with it") };

static const MukanaListReason namesake_took_back = {
  "namesake-took-back", N_("Somebody of this name has withdrawn a consent, or may not be "
                           "processed. If this is not them, say so; until then the row is left "
                           "out") };
static const MukanaListReason namesake_is_there = {
  "namesake-is-there", N_("The list says that this was withdrawn, and somebody of this name is in "
                          "the register. If it is them, say so: else their consent stays") };
static const MukanaListReason nobody_withdrew = {
  "nobody-withdrew", N_("The list says that this was withdrawn, and nobody of this name is in the "
                        "register: look whether they are there under another name") };

/* Somebody a draft may be: of the register, or of an earlier row. */
typedef struct
{
  MukanaIdentity  identity;
  gint64          id;            /* 0: only in the list */
  MukanaDraft    *draft;         /* NULL: of the register */
  const char     *label;
  gboolean        is_removed;
  gboolean        has_taken_back;   /* something, or may not be processed */
} Candidate;

typedef struct
{
  MukanaImportReader *reader;
  MukanaDb           *db;
  GStringChunk       *texts;
  GArray             *candidates;    /* Candidate */
  GHashTable         *by_key;        /* key -> GArray of guint, places in candidates */
  GHashTable         *by_id;         /* gint64 * -> place + 1 */
  GHashTable         *by_name;       /* both names -> place + 1, of the register */
  GHashTable         *by_mail;       /* "address name" -> place + 1, of the register */
  GHashTable         *digests[MUKANA_KIND_EVERYTHING];   /* digest -> gint64 *, as needed */
  GHashTable         *rows;          /* digest -> MukanaDraft, the first of those alike */
  GHashTable         *taken;         /* gint64 * id -> MukanaDraft that is that person */
  char               *secret;        /* of the digests of whoever was erased; NULL: nobody was */
  GHashTable         *suppressed;    /* those digests */
} Comparing;

gboolean
mukana_import_is_history (MukanaListKind kind)
{
  return kind == MUKANA_LIST_ASSIGNMENTS || kind == MUKANA_LIST_FEES ||
         kind == MUKANA_LIST_FEEDBACK || kind == MUKANA_LIST_CONTACTS_LOG;
}

/** mukana_import_kind: what kind of record a draft becomes */
MukanaKind
mukana_import_kind (MukanaDraft *draft)
{
  switch (draft->item.kind)
    {
    case MUKANA_LIST_ORGANISATIONS: return MUKANA_KIND_ORGANISATION;
    case MUKANA_LIST_REQUESTS: return MUKANA_KIND_REQUEST;
    case MUKANA_LIST_ASSIGNMENTS:
      return draft->record ? MUKANA_KIND_ASSIGNMENT : MUKANA_KIND_PROPOSAL;
    case MUKANA_LIST_FEES: return MUKANA_KIND_FEE;
    case MUKANA_LIST_FEEDBACK: return MUKANA_KIND_FEEDBACK;
    case MUKANA_LIST_CONTACTS_LOG: return MUKANA_KIND_LOG_ENTRY;
    default: return MUKANA_KIND_PERSON;
    }
}

/** mukana_import_history_digest: Returns: yours; numbers of a list mean little, those of the
 *  register make the row one of its own */
char *
mukana_import_history_digest (MukanaDraft *draft,
                              gint64       owner_id,
                              gint64       other_id)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, draft->digest, owner_id,
                          other_id);
}

static GHashTable *
load_digests (Comparing   *self,
              MukanaKind   kind,
              GError     **error)
{
  g_autoptr (MukanaQuery) query = NULL;
  int result;

  if (self->digests[kind] != NULL)
    return self->digests[kind];
  if (!(query = mukana_db_select (self->db, "sources.all", error,
                                  mukana_text ("source", MUKANA_IMPORT_DIGEST),
                                  mukana_text ("kind", mukana_kind_name (kind)))))
    return NULL;

  self->digests[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while ((result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "record_id");

      g_hash_table_insert (self->digests[kind], g_strdup (mukana_query_peek_text (query, "ref")),
                           g_memdup2 (&id, sizeof id));
    }

  return result < 0 ? NULL : self->digests[kind];
}

/* The record of that digest, 0 when there is none, -1 when it cannot be told. */
static gint64
find_digest (Comparing    *self,
             MukanaKind    kind,
             const char   *digest,
             GError      **error)
{
  GHashTable *digests = load_digests (self, kind, error);
  const gint64 *id = digests ? g_hash_table_lookup (digests, digest) : NULL;

  return digests == NULL ? -1 : id != NULL ? *id : 0;
}

static gint64
find_ref (Comparing    *self,
          MukanaDraft  *draft,
          GError      **error)
{
  MukanaImportList *list = mukana_import_source_list (self->reader->plan->source, draft->item.list);
  g_autoptr (MukanaQuery) query = NULL;
  int result;

  if (draft->ref == NULL)
    return 0;
  if (!(query = mukana_db_select (self->db, "sources.find", error,
                                  mukana_text ("source", list->signature),
                                  mukana_text ("kind",
                                               mukana_kind_name (mukana_import_kind (draft))),
                                  mukana_text ("ref", draft->ref))))
    return -1;

  result = mukana_query_step (query, error);
  return result > 0 ? mukana_query_get_int (query, "record_id") : result;
}

static void
add_field (MukanaDraft *draft,
           const char  *field)
{
  char *longer = draft->fields ? g_strconcat (draft->fields, " ", field, NULL) : g_strdup (field);

  g_free (draft->fields);
  draft->fields = longer;
  draft->item.fields = longer;
}

static void
mark_missing (MukanaDraft *draft,
              gpointer     part,
              const char  *field)
{
  if (draft->missing == NULL)
    draft->missing = g_hash_table_new (NULL, NULL);

  g_hash_table_add (draft->missing, part);
  if (draft->fields == NULL || strstr (draft->fields, field) == NULL)
    add_field (draft, field);
}

/* The fields that would change, apart by spaces. */
static void
compare_records (MukanaDraft  *draft,
                 MukanaRecord *stored,
                 MukanaRecord *merged)
{
  g_autofree char *changes = mukana_record_dup_changes (stored, merged);

  if (changes != NULL && *changes != '\0')
    add_field (draft, changes);
}

static void
settle (MukanaDraft *draft)
{
  draft->item.outcome = draft->fields != NULL ? MUKANA_IMPORT_CHANGED : MUKANA_IMPORT_SAME;
}

static gboolean
compare_person (Comparing    *self,
                MukanaDraft  *draft,
                GError      **error)
{
  static const char * const names[N_PERSON_PARTS] = {
    "roles", "themes", "consents", "times", "absences", "credentials" };
  g_autoptr (MukanaStoredPerson) stored = mukana_stored_person_load (self->db, draft->id, error);
  g_autoptr (MukanaPerson) merged = NULL;

  if (stored == NULL)
    return FALSE;

  merged = mukana_stored_person_with (stored, draft, FALSE);
  compare_records (draft, MUKANA_RECORD (stored->person), MUKANA_RECORD (merged));
  for (guint kind = 0; kind < N_PERSON_PARTS; kind++)
    for (guint i = 0; draft->parts[kind] != NULL && i < draft->parts[kind]->len; i++)
      {
        gpointer part = g_ptr_array_index (draft->parts[kind], i);

        if (!mukana_stored_person_has (stored, draft, kind, part))
          mark_missing (draft, part, names[kind]);
        else if (kind == PERSON_CONSENTS && ((MukanaConsent *) part)->withdrawn_at == 0 &&
                 !mukana_consent_allows (stored->parts[kind], ((MukanaConsent *) part)->purpose,
                                         ((MukanaConsent *) part)->theme_id, self->reader->today) &&
                 mukana_consent_holds (part, self->reader->today) &&
                 strcmp (((MukanaConsent *) part)->purpose, "register") == 0)
          mukana_import_tell_draft (self->reader->plan, draft, &withdrawn_stays);
      }

  settle (draft);
  return TRUE;
}

static char *
mail_key (const MukanaIdentity *identity)
{
  g_autofree char *given = NULL, *family = NULL;

  if (identity->email == NULL)
    return NULL;

  given = mukana_list_fold_plain (identity->given_name);
  family = mukana_list_fold_plain (identity->family_name);
  return g_strconcat (identity->email, "\n", given, "\n", family, NULL);
}

/* The names as a set: lists exchange them. */
static char *
name_key (const MukanaIdentity *identity)
{
  g_autofree char *given = mukana_list_fold_plain (identity->given_name);
  g_autofree char *family = mukana_list_fold_plain (identity->family_name);
  gboolean is_swapped = strcmp (given, family) > 0;

  return g_strconcat (is_swapped ? family : given, "\n", is_swapped ? given : family, NULL);
}

static Candidate *
peek_candidate (Comparing *self,
                gpointer   place)
{
  return place ? &g_array_index (self->candidates, Candidate, GPOINTER_TO_UINT (place) - 1) : NULL;
}

/* Of several people of one name the one who has taken something back is to be heard of. */
static void
add_name (Comparing       *self,
          const Candidate *candidate,
          guint            place)
{
  g_autofree char *key = name_key (&candidate->identity);
  Candidate *known = peek_candidate (self, g_hash_table_lookup (self->by_name, key));

  if (known == NULL ||
      (!known->has_taken_back && !known->is_removed &&
       (candidate->has_taken_back || candidate->is_removed)))
    g_hash_table_insert (self->by_name, g_steal_pointer (&key), GUINT_TO_POINTER (place + 1));
}

static void
add_keys (Comparing            *self,
          const MukanaIdentity *identity,
          guint                 place)
{
  g_auto (GStrv) keys = mukana_identity_keys (identity);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      GArray *places = g_hash_table_lookup (self->by_key, keys[i]);

      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->by_key, g_steal_pointer (&keys[i]), places);
          /* The array of keys ends at its first hole; what follows is freed here. */
          keys[i] = g_strdup ("");
        }
      g_array_append_val (places, place);
    }
}

static const char *
keep_text (Comparing  *self,
           const char *text)
{
  return text ? g_string_chunk_insert (self->texts, text) : NULL;
}

/* Address and number in the form that lists are read into, or as they stand. */
static const char *
keep_normal (Comparing  *self,
             const char *text,
             char     *(*read) (const char *, const MukanaListReason **))
{
  const MukanaListReason *ignored;
  g_autofree char *normal = text ? read (text, &ignored) : NULL;

  return keep_text (self, normal ? normal : text);
}

static gboolean
load_identities (Comparing  *self,
                 GError    **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "people.identities", error);
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      Candidate candidate = {
        .identity = {
          keep_text (self, mukana_query_peek_text (query, "given_name")),
          keep_text (self, mukana_query_peek_text (query, "family_name")),
          keep_normal (self, mukana_query_peek_text (query, "email"), mukana_list_read_email),
          keep_normal (self, mukana_query_peek_text (query, "phone"), mukana_list_read_phone),
          (int) mukana_query_get_int (query, "birth_year"),
        },
        .id = mukana_query_get_int (query, "id"),
        .label = keep_text (self, mukana_query_peek_text (query, "display_name")),
        .is_removed = mukana_query_get_int (query, "removed_at") != 0,
        .has_taken_back = mukana_query_get_int (query, "has_taken_back") != 0,
      };
      guint place = self->candidates->len;
      char *mail = mail_key (&candidate.identity);

      g_array_append_val (self->candidates, candidate);
      add_name (self, &candidate, place);
      g_hash_table_insert (self->by_id, g_memdup2 (&candidate.id, sizeof candidate.id),
                           GUINT_TO_POINTER (place + 1));
      if (mail != NULL)
        g_hash_table_insert (self->by_mail, mail, GUINT_TO_POINTER (place + 1));
      add_keys (self, &candidate.identity, place);
    }

  return result == 0;
}

static MukanaIdentity
identity_of (MukanaDraft *draft)
{
  MukanaPerson *person = MUKANA_PERSON (draft->record);

  return (MukanaIdentity) { person->given_name, person->family_name, person->email, person->phone,
                            (int) person->birth_year };
}

/* Whether a number that came in before still means the same person. */
static gboolean
is_plausible (const MukanaIdentity *a,
              const MukanaIdentity *b)
{
  MukanaLikenessReasons reasons;

  mukana_identity_likeness (a, b, &reasons);
  return (reasons & (MUKANA_LIKENESS_EMAIL | MUKANA_LIKENESS_PHONE | MUKANA_LIKENESS_NAME |
                     MUKANA_LIKENESS_SWAPPED | MUKANA_LIKENESS_SPELLING)) != 0;
}

/* The person of the register that the draft is beyond doubt; NULL without an error: nobody. */
static Candidate *
find_sure (Comparing    *self,
           MukanaDraft  *draft,
           GError      **error)
{
  MukanaIdentity identity = identity_of (draft);
  g_autofree char *mail = mail_key (&identity);
  gint64 id = find_ref (self, draft, error);
  Candidate *found = id > 0 ? peek_candidate (self, g_hash_table_lookup (self->by_id, &id)) : NULL;

  if (id < 0)
    return NULL;
  if (found != NULL && is_plausible (&identity, &found->identity))
    return found;

  return mail != NULL ? peek_candidate (self, g_hash_table_lookup (self->by_mail, mail)) : NULL;
}

static Candidate *
find_alike (Comparing             *self,
            const MukanaIdentity  *identity,
            MukanaLikenessReasons *reasons)
{
  g_auto (GStrv) keys = mukana_identity_keys (identity);
  Candidate *best = NULL;
  int best_score = MUKANA_LIKENESS_ASK - 1;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      GArray *places = g_hash_table_lookup (self->by_key, keys[i]);

      for (guint j = 0; places != NULL && j < places->len; j++)
        {
          Candidate *candidate = &g_array_index (self->candidates, Candidate,
                                                 g_array_index (places, guint, j));
          MukanaLikenessReasons found;
          int score;

          if (!mukana_identity_may_match (identity, &candidate->identity))
            continue;
          score = mukana_identity_likeness (identity, &candidate->identity, &found);
          if (score > best_score)
            {
              best = candidate;
              best_score = score;
              *reasons = found;
            }
        }
    }

  return best;
}

/* Whoever has the same name to the letter, unless both years of birth tell them apart.  It is too
 * little to think them one, and enough to ask: a list must not make somebody who has withdrawn
 * anew, and valid, because it has another number of theirs or none. */
static Candidate *
find_namesake (Comparing             *self,
               const MukanaIdentity  *identity,
               MukanaLikenessReasons *reasons)
{
  g_autofree char *key = name_key (identity);
  Candidate *found = strcmp (key, "\n") != 0
                     ? peek_candidate (self, g_hash_table_lookup (self->by_name, key)) : NULL;

  if (found != NULL)
    mukana_identity_likeness (identity, &found->identity, reasons);
  return found != NULL && (*reasons & MUKANA_LIKENESS_OTHER_YEAR) == 0 ? found : NULL;
}

static gboolean
says_withdrawn (MukanaDraft *draft)
{
  GPtrArray *consents = draft->parts[PERSON_CONSENTS];

  for (guint i = 0; consents != NULL && i < consents->len; i++)
    if (((MukanaConsent *) g_ptr_array_index (consents, i))->withdrawn_at != 0)
      return TRUE;

  return FALSE;
}

/* What is asked has more to it than that two are alike. */
static void
tell_of_withdrawal (Comparing       *self,
                    MukanaDraft     *draft,
                    const Candidate *alike)
{
  gboolean is_stored = alike != NULL && alike->draft == NULL;

  if (is_stored && says_withdrawn (draft))
    mukana_import_tell_draft (self->reader->plan, draft, &namesake_is_there);
  else if (is_stored && (alike->has_taken_back || alike->is_removed))
    mukana_import_tell_draft (self->reader->plan, draft, &namesake_took_back);
  else if (alike == NULL && says_withdrawn (draft))
    mukana_import_tell_draft (self->reader->plan, draft, &nobody_withdrew);
}

static void
make_duplicate (MukanaDraft           *draft,
                const Candidate       *other,
                MukanaLikenessReasons  reasons)
{
  draft->item.outcome = MUKANA_IMPORT_DUPLICATE;
  draft->item.likeness = reasons;
  draft->item.other_id = other->id;
  draft->item.other_row = other->draft ? other->draft->item.row : 0;
  draft->other = other->draft;
  draft->other_label = g_strdup (other->label);
  draft->item.other_label = draft->other_label;
}

static void
remember_row (Comparing   *self,
              MukanaDraft *draft)
{
  Candidate candidate = { identity_of (draft), draft->id, draft, draft->label, FALSE, FALSE };

  g_array_append_val (self->candidates, candidate);
  add_keys (self, &candidate.identity, self->candidates->len - 1);
}

/* Whom the draft is sure to be: changed or the same, unless an earlier row is them too. */
static gboolean
match_person (Comparing    *self,
              MukanaDraft  *draft,
              Candidate    *sure,
              GError      **error)
{
  MukanaDraft *earlier = g_hash_table_lookup (self->taken, &sure->id);

  if (sure->is_removed)
    {
      mukana_import_refuse_draft (self->reader->plan, draft, &removed);
      return TRUE;
    }
  if (earlier != NULL)
    {
      Candidate other = { .id = sure->id, .draft = earlier, .label = earlier->label };
      MukanaIdentity identity = identity_of (draft);
      MukanaLikenessReasons reasons;

      mukana_identity_likeness (&identity, &sure->identity, &reasons);
      make_duplicate (draft, &other, reasons);
      return TRUE;
    }

  draft->id = sure->id;
  g_hash_table_insert (self->taken, &draft->id, draft);
  return compare_person (self, draft, error);
}

static gboolean
load_suppressed (Comparing  *self,
                 GError    **error)
{
  g_autoptr (GError) failure = NULL;

  self->secret = mukana_erasures_dup_secret (self->db, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return (self->suppressed = mukana_erasures_suppressed (self->db, error)) != NULL;
}

static gboolean
place_person (Comparing    *self,
              MukanaDraft  *draft,
              GError      **error)
{
  MukanaIdentity identity = identity_of (draft);
  MukanaLikenessReasons reasons = 0;
  g_autoptr (GError) failure = NULL;
  Candidate *sure = find_sure (self, draft, &failure), *alike;
  MukanaErasedKind was = self->secret == NULL ? MUKANA_ERASED_NOT
                         : mukana_erasures_knows (self->suppressed, self->secret, &identity);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (sure != NULL)
    {
      if (!match_person (self, draft, sure, error))
        return FALSE;
    }
  else if (was == MUKANA_ERASED_SURELY)
    mukana_import_refuse_draft (self->reader->plan, draft, &erased);
  else if (was == MUKANA_ERASED_PERHAPS)
    mukana_import_refuse_draft (self->reader->plan, draft, &perhaps_erased);
  else
    {
      if ((alike = find_alike (self, &identity, &reasons)) == NULL)
        alike = find_namesake (self, &identity, &reasons);
      tell_of_withdrawal (self, draft, alike);
      if (alike != NULL)
        make_duplicate (draft, alike, reasons);
    }

  if (draft->item.outcome != MUKANA_IMPORT_REFUSED)
    remember_row (self, draft);
  return TRUE;
}

/* The digest of a row that is there twice ends in which of them it is. */
static MukanaDraft *
find_same_row (Comparing   *self,
               MukanaDraft *draft)
{
  const char *count = draft->digest != NULL ? strchr (draft->digest, '#') : NULL;
  g_autofree char *plain = count != NULL ? g_strndup (draft->digest,
                                                      (gsize) (count - draft->digest)) : NULL;
  MukanaDraft *first = plain != NULL ? g_hash_table_lookup (self->rows, plain) : NULL;

  return first != NULL && first->item.outcome != MUKANA_IMPORT_REFUSED ? first : NULL;
}

/* Looked for before anybody is compared: of many rows alike each would else be compared with all
 * that stand before it, and a name alone makes nobody a duplicate. */
static gboolean
is_same_row (Comparing   *self,
             MukanaDraft *draft)
{
  MukanaDraft *first = find_same_row (self, draft);
  Candidate other;

  if (first == NULL)
    return FALSE;

  other = (Candidate) { .id = first->id, .draft = first, .label = first->label };
  make_duplicate (draft, &other, MUKANA_LIKENESS_ROW);
  return TRUE;
}

static gboolean
has_name (MukanaDraft *draft)
{
  return draft->item.kind == MUKANA_LIST_PEOPLE && draft->record != NULL &&
         draft->item.outcome != MUKANA_IMPORT_REFUSED;
}

/* Those who came in before, letter for letter; whether anybody is left to look for. */
static gboolean
find_known_people (Comparing  *self,
                   gboolean   *are_all_known,
                   GError    **error)
{
  GPtrArray *drafts = self->reader->plan->drafts;

  *are_all_known = TRUE;
  for (guint i = 0; i < drafts->len; i++)
    {
      MukanaDraft *draft = g_ptr_array_index (drafts, i);

      if (!has_name (draft))
        continue;
      if ((draft->id = find_digest (self, MUKANA_KIND_PERSON, draft->digest, error)) < 0)
        return FALSE;
      if (draft->id == 0)
        *are_all_known = FALSE;
      else
        {
          draft->item.outcome = MUKANA_IMPORT_SAME;
          g_hash_table_insert (self->taken, &draft->id, draft);
        }
    }

  return TRUE;
}

static gboolean
compare_people (Comparing     *self,
                GCancellable  *cancellable,
                GError       **error)
{
  GPtrArray *drafts = self->reader->plan->drafts;
  gboolean are_all_known;

  if (!find_known_people (self, &are_all_known, error))
    return FALSE;
  if (are_all_known)
    return TRUE;
  if (!load_identities (self, error))
    return FALSE;

  for (guint i = 0; i < drafts->len; i++)
    {
      MukanaDraft *draft = g_ptr_array_index (drafts, i);

      if (i % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!has_name (draft))
        continue;
      if (draft->id == 0 && !is_same_row (self, draft) && !place_person (self, draft, error))
        return FALSE;
      if (draft->digest != NULL)
        g_hash_table_insert (self->rows, draft->digest, draft);
    }

  return TRUE;
}

static gint64
find_organisation (Comparing    *self,
                   MukanaDraft  *draft,
                   GError      **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "organisations.names", error);
  MukanaOrganisation *listed = MUKANA_ORGANISATION (draft->record);
  gint64 found = 0;
  int result;

  if (query == NULL)
    return -1;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      g_autofree char *key = mukana_text_sort_key (mukana_query_peek_text (query, "name"));
      const char *business_id = mukana_query_peek_text (query, "business_id");

      if (found == 0 && (g_strcmp0 (key, listed->sort_key) == 0 ||
                         (listed->business_id != NULL &&
                          g_strcmp0 (business_id, listed->business_id) == 0)))
        found = mukana_query_get_int (query, "id");
    }

  return result < 0 ? -1 : found;
}

static gboolean
compare_organisation (Comparing    *self,
                      MukanaDraft  *draft,
                      GError      **error)
{
  g_autoptr (MukanaOrganisationFile) file = NULL;
  g_autoptr (MukanaRecord) merged = NULL;
  gboolean has_contact = draft->contact == NULL;

  if ((draft->id = find_digest (self, MUKANA_KIND_ORGANISATION, draft->digest, error)) != 0)
    {
      draft->item.outcome = MUKANA_IMPORT_SAME;
      return draft->id > 0;
    }
  if ((draft->id = find_organisation (self, draft, error)) <= 0)
    return draft->id == 0;
  if (!(file = mukana_organisation_file_job.run (self->db, &draft->id, NULL, error)))
    return FALSE;

  merged = mukana_import_merge_record (MUKANA_RECORD (file->organisation), draft, FALSE);
  compare_records (draft, MUKANA_RECORD (file->organisation), merged);
  for (guint i = 0; draft->theme_ids != NULL && draft->theme_ids[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) file->theme_ids, draft->theme_ids[i]))
      mark_missing (draft, draft->theme_ids[i], "themes");
  for (guint i = 0; i < file->contacts->len && !has_contact; i++)
    has_contact = g_strcmp0 (((MukanaContact *) g_ptr_array_index (file->contacts, i))->name,
                             draft->contact->name) == 0;
  if (!has_contact)
    mark_missing (draft, draft->contact, "contacts");

  settle (draft);
  return TRUE;
}

static gboolean
has_time (GPtrArray         *times,
          MukanaRequestTime *wanted)
{
  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);

      if (time->day == wanted->day && time->start_minute == wanted->start_minute &&
          time->end_minute == wanted->end_minute)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_theme (GPtrArray          *themes,
           MukanaRequestTheme *wanted)
{
  for (guint i = 0; i < themes->len; i++)
    if (strcmp (((MukanaRequestTheme *) g_ptr_array_index (themes, i))->theme_id,
                wanted->theme_id) == 0)
      return TRUE;

  return FALSE;
}

static gint64
find_request (Comparing    *self,
              MukanaDraft  *draft,
              GError      **error)
{
  MukanaRequest *listed = MUKANA_REQUEST (draft->record);
  g_autoptr (MukanaQuery) query = NULL;
  int result;

  if (listed->reference == NULL)
    return find_ref (self, draft, error);
  if (!(query = mukana_db_select (self->db, "requests.find", error,
                                  mukana_text ("text", listed->reference), mukana_text ("sort_key",
                                                                                        NULL))))
    return -1;

  result = mukana_query_step (query, error);
  return result > 0 ? mukana_query_get_int (query, "id") : result;
}

static gboolean
compare_request (Comparing    *self,
                 MukanaDraft  *draft,
                 GError      **error)
{
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (MukanaRecord) merged = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 id;

  if ((draft->id = find_digest (self, MUKANA_KIND_REQUEST, draft->digest, error)) != 0)
    {
      draft->item.outcome = MUKANA_IMPORT_SAME;
      return draft->id > 0;
    }
  if ((id = find_request (self, draft, error)) <= 0)
    return id == 0;
  if (!(file = mukana_request_file_job.run (self->db, &id, NULL, &failure)))
    {
      /* One that was taken away since: what the list says is new again. */
      if (g_error_matches (failure, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (file->request->reference == NULL &&
      g_strcmp0 (file->request->sort_key, MUKANA_REQUEST (draft->record)->sort_key) != 0)
    return TRUE;

  draft->id = id;
  merged = mukana_import_merge_record (MUKANA_RECORD (file->request), draft, FALSE);
  compare_records (draft, MUKANA_RECORD (file->request), merged);
  for (guint i = 0; i < draft->request->times->len; i++)
    if (!has_time (file->times, g_ptr_array_index (draft->request->times, i)))
      mark_missing (draft, g_ptr_array_index (draft->request->times, i), "times");
  for (guint i = 0; i < draft->request->themes->len; i++)
    if (!has_theme (file->themes, g_ptr_array_index (draft->request->themes, i)))
      mark_missing (draft, g_ptr_array_index (draft->request->themes, i), "themes");

  settle (draft);
  return TRUE;
}

static gboolean
compare_history (Comparing    *self,
                 MukanaDraft  *draft,
                 GError      **error)
{
  MukanaDraft *owner = draft->owner, *other = draft->other;
  MukanaImportOutcome of_owner = owner ? owner->item.outcome : MUKANA_IMPORT_SAME;
  gboolean is_log = draft->item.kind == MUKANA_LIST_CONTACTS_LOG;
  g_autofree char *digest = NULL;
  gint64 id;

  if (other->item.outcome == MUKANA_IMPORT_REFUSED ||
      (of_owner == MUKANA_IMPORT_REFUSED && !is_log))
    {
      mukana_import_refuse_draft (self->reader->plan, draft, &link_refused);
      return TRUE;
    }
  if (other->item.outcome == MUKANA_IMPORT_DUPLICATE ||
      (of_owner == MUKANA_IMPORT_DUPLICATE && !is_log))
    {
      draft->item.outcome = MUKANA_IMPORT_DUPLICATE;
      return TRUE;
    }
  if (other->id == 0 || (owner != NULL && owner->id == 0 && !is_log))
    return TRUE;

  digest = mukana_import_history_digest (draft, owner ? owner->id : 0, other->id);
  if ((draft->id = find_digest (self, mukana_import_kind (draft), digest, error)) != 0)
    {
      draft->item.outcome = MUKANA_IMPORT_SAME;
      return draft->id > 0;
    }
  if ((id = find_ref (self, draft, error)) > 0)
    mukana_import_refuse_draft (self->reader->plan, draft, &history_differs);

  return id >= 0;
}

/* A part fares as its owner does; one that the owner lacks is a change. */
static void
settle_part (MukanaDraft *draft)
{
  MukanaDraft *owner = draft->owner;

  draft->item.outcome = owner->item.outcome;
  if (owner->item.outcome == MUKANA_IMPORT_CHANGED &&
      (owner->missing == NULL || !g_hash_table_contains (owner->missing, draft->part)))
    draft->item.outcome = MUKANA_IMPORT_SAME;
}

static gboolean
compare_rest (Comparing     *self,
              GCancellable  *cancellable,
              GError       **error)
{
  GPtrArray *drafts = self->reader->plan->drafts;

  for (guint i = 0; i < drafts->len; i++)
    {
      MukanaDraft *draft = g_ptr_array_index (drafts, i);
      gboolean is_done = TRUE;

      if (i % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (draft->item.outcome == MUKANA_IMPORT_REFUSED)
        continue;
      if (draft->item.kind == MUKANA_LIST_ORGANISATIONS)
        is_done = compare_organisation (self, draft, error);
      else if (draft->item.kind == MUKANA_LIST_REQUESTS)
        is_done = compare_request (self, draft, error);
      else if (mukana_import_is_history (draft->item.kind))
        is_done = compare_history (self, draft, error);
      else if (draft->part != NULL)
        settle_part (draft);
      if (!is_done)
        return FALSE;
    }

  return TRUE;
}

/**
 * mukana_importing_compare:
 *
 * Gives every draft its outcome.  Thread: worker.
 */
gboolean
mukana_importing_compare (MukanaImportReader  *reader,
                          MukanaDb            *db,
                          GCancellable        *cancellable,
                          GError             **error)
{
  Comparing self = { .reader = reader, .db = db };
  gboolean is_done;

  self.texts = g_string_chunk_new (4096);
  self.candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  self.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  self.by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.by_mail = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.taken = g_hash_table_new (g_int64_hash, g_int64_equal);
  self.rows = g_hash_table_new (g_str_hash, g_str_equal);

  is_done = load_suppressed (&self, error) && compare_people (&self, cancellable, error) &&
            compare_rest (&self, cancellable, error);

  g_string_chunk_free (self.texts);
  g_array_unref (self.candidates);
  g_hash_table_unref (self.by_key);
  g_hash_table_unref (self.by_id);
  g_hash_table_unref (self.by_name);
  g_hash_table_unref (self.by_mail);
  g_hash_table_unref (self.taken);
  g_hash_table_unref (self.rows);
  g_clear_pointer (&self.suppressed, g_hash_table_unref);
  g_free (self.secret);
  for (guint i = 0; i < G_N_ELEMENTS (self.digests); i++)
    g_clear_pointer (&self.digests[i], g_hash_table_unref);
  return is_done;
}
