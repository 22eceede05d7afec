/* mukana-duplicate.c: whether two entries of a register are one person.
 *
 * Points for what is the same, points off for what differs; a person decides, and
 * sees the reasons.  Names are compared without case, accents and å, ä, ö, as sets
 * of words, because lists exchange given and family name.  A name alone is never
 * enough: Finland has many a Heikki Virtanen.
 *
 * Who is compared with whom is decided by keys, so that a register of n people
 * needs n look-ups and not n² comparisons.
 */

#include "domain/mukana-duplicate.h"

#include "domain/mukana-list-words-private.h"
#include "domain/mukana-name-forms.h"

#include "base/mukana-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  POINTS_EMAIL = 45,
  POINTS_PHONE = 40,
  POINTS_NAME = 40,
  POINTS_SPELLING = 40,         /* asked about with a year alone: a slip does not change that */
  POINTS_INITIAL = 32,          /* not with a year alone: many names begin with A */
  POINTS_LANGUAGE_NAME = 20,    /* asked about with an address or a number, never with a year */
  POINTS_YEAR = 15,
  POINTS_OTHER_NAME = -20,
  POINTS_OTHER_YEAR = -25,
  POINTS_OTHER_CONTACT = -10,   /* an e-mail, a phone number that differs */
};

static const struct
{
  MukanaLikenessReasons  reason;
  const char            *sentence;
} sentences[] = {
  { MUKANA_LIKENESS_ROW, N_("The same row is in the list already, letter for letter") },
  { MUKANA_LIKENESS_EMAIL, N_("The e-mail address is the same") },
  { MUKANA_LIKENESS_PHONE, N_("The telephone number is the same") },
  { MUKANA_LIKENESS_NAME, N_("The name is the same") },
  { MUKANA_LIKENESS_SWAPPED, N_("The name is the same, with given and family name exchanged") },
  { MUKANA_LIKENESS_SPELLING, N_("The name is nearly the same") },
  { MUKANA_LIKENESS_INITIAL, N_("The name is the same, with the given name shortened") },
  { MUKANA_LIKENESS_LANGUAGE,
    N_("The family name is the same, and the given name in Finnish and Swedish") },
  { MUKANA_LIKENESS_BIRTH_YEAR, N_("The year of birth is the same") },
  { MUKANA_LIKENESS_OTHER_NAME, N_("The names differ") },
  { MUKANA_LIKENESS_OTHER_YEAR, N_("The years of birth differ") },
};

/* Whether at most @most letters must be changed, added or dropped. */
static gboolean
is_near (const char *a,
         const char *b,
         guint       most)
{
  gsize n_a = strlen (a), n_b = strlen (b);
  guint previous[65], row[65];

  if (n_a > 64 || n_b > 64 || n_a > n_b + most || n_b > n_a + most)
    return FALSE;

  for (gsize j = 0; j <= n_b; j++)
    previous[j] = (guint) j;

  for (gsize i = 1; i <= n_a; i++)
    {
      row[0] = (guint) i;
      for (gsize j = 1; j <= n_b; j++)
        row[j] = MIN (MIN (row[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] != b[j - 1]));
      memcpy (previous, row, sizeof row);
    }

  return previous[n_b] <= most;
}

static gboolean
is_nearly_same (const char *a,
                const char *b)
{
  gsize shorter = MIN (strlen (a), strlen (b));

  return strcmp (a, b) == 0 || (shorter >= 3 && is_near (a, b, shorter >= 6 ? 2 : 1));
}

/* "Aino" is called so also where she stands with all her given names. */
static gboolean
is_first_of (const char *a,
             const char *b)
{
  gsize length = strlen (a);

  return length >= 3 && g_str_has_prefix (b, a) && b[length] == ' ';
}

static gboolean
is_initial_of (const char *a,
               const char *b)
{
  return (a[0] != '\0' && a[1] == '\0' && a[0] == b[0]) ||
         (b[0] != '\0' && b[1] == '\0' && a[0] == b[0]);
}

/* One order of the names against the other entry's; 0 when they are not alike. */
static MukanaLikenessReasons
compare_pair (const char *given_a,
              const char *family_a,
              const char *given_b,
              const char *family_b)
{
  gboolean is_same_given = strcmp (given_a, given_b) == 0;
  gboolean is_same_family = strcmp (family_a, family_b) == 0;

  if (is_same_given && is_same_family)
    return MUKANA_LIKENESS_NAME;
  if (is_nearly_same (family_a, family_b) && is_initial_of (given_a, given_b))
    return MUKANA_LIKENESS_INITIAL;
  if ((is_nearly_same (given_a, given_b) || is_first_of (given_a, given_b) ||
       is_first_of (given_b, given_a)) && is_nearly_same (family_a, family_b))
    return MUKANA_LIKENESS_SPELLING;
  if (is_same_family && mukana_name_forms_are_one (given_a, given_b))
    return MUKANA_LIKENESS_LANGUAGE;

  return 0;
}

static MukanaLikenessReasons
compare_names (const MukanaIdentity *a,
               const MukanaIdentity *b)
{
  g_autofree char *given_a = mukana_list_fold_plain (a->given_name);
  g_autofree char *family_a = mukana_list_fold_plain (a->family_name);
  g_autofree char *given_b = mukana_list_fold_plain (b->given_name);
  g_autofree char *family_b = mukana_list_fold_plain (b->family_name);
  MukanaLikenessReasons reasons;

  if ((*given_a == '\0' && *family_a == '\0') || (*given_b == '\0' && *family_b == '\0'))
    return 0;

  if ((reasons = compare_pair (given_a, family_a, given_b, family_b)) != 0)
    return reasons;
  if ((reasons = compare_pair (given_a, family_a, family_b, given_b)) != 0)
    return reasons == MUKANA_LIKENESS_NAME ? MUKANA_LIKENESS_SWAPPED
                                           : reasons | MUKANA_LIKENESS_SWAPPED;

  return MUKANA_LIKENESS_OTHER_NAME;
}

static char *
normal_email (const char *email)
{
  const MukanaListReason *ignored;

  return mukana_list_read_email (email, &ignored);
}

static char *
normal_phone (const char *phone)
{
  const MukanaListReason *ignored;

  return mukana_list_read_phone (phone, &ignored);
}

static int
score_contact (const char            *a,
               const char            *b,
               int                    points,
               MukanaLikenessReasons  reason,
               MukanaLikenessReasons *reasons)
{
  if (a == NULL || b == NULL)
    return 0;
  if (strcmp (a, b) != 0)
    return POINTS_OTHER_CONTACT;

  *reasons |= reason;
  return points;
}

static int
score_name (MukanaLikenessReasons reasons)
{
  if (reasons & MUKANA_LIKENESS_OTHER_NAME)
    return POINTS_OTHER_NAME;
  if (reasons & MUKANA_LIKENESS_INITIAL)
    return POINTS_INITIAL;
  if (reasons & MUKANA_LIKENESS_SPELLING)
    return POINTS_SPELLING;
  if (reasons & MUKANA_LIKENESS_LANGUAGE)
    return POINTS_LANGUAGE_NAME;

  return reasons != 0 ? POINTS_NAME : 0;
}

/**
 * mukana_identity_likeness:
 * @reasons: (out) (nullable): what speaks for and against
 *
 * Returns: 0 to 100; from %MUKANA_LIKENESS_ASK on, a person should look at the pair
 */
int
mukana_identity_likeness (const MukanaIdentity  *a,
                          const MukanaIdentity  *b,
                          MukanaLikenessReasons *reasons)
{
  g_autofree char *email_a = normal_email (a->email), *email_b = normal_email (b->email);
  g_autofree char *phone_a = normal_phone (a->phone), *phone_b = normal_phone (b->phone);
  MukanaLikenessReasons found = compare_names (a, b);
  int score = score_name (found);

  score += score_contact (email_a, email_b, POINTS_EMAIL, MUKANA_LIKENESS_EMAIL, &found);
  score += score_contact (phone_a, phone_b, POINTS_PHONE, MUKANA_LIKENESS_PHONE, &found);

  if (a->birth_year > 0 && b->birth_year > 0)
    {
      gboolean is_same = a->birth_year == b->birth_year;

      found |= is_same ? MUKANA_LIKENESS_BIRTH_YEAR : MUKANA_LIKENESS_OTHER_YEAR;
      score += is_same ? POINTS_YEAR : POINTS_OTHER_YEAR;
    }

  if (reasons != NULL)
    *reasons = found;
  return CLAMP (score, 0, 100);
}

/**
 * mukana_identity_may_match:
 * @a, @b: with address and number as the readers of lists give them
 *
 * Cheap, and never wrong about a pair to ask about: name and year together are just
 * enough, so an address or a number that differs must be outweighed by the other.
 *
 * Returns: whether mukana_identity_likeness() can reach %MUKANA_LIKENESS_ASK
 */
gboolean
mukana_identity_may_match (const MukanaIdentity *a,
                           const MukanaIdentity *b)
{
  gboolean have_emails = a->email != NULL && b->email != NULL;
  gboolean have_phones = a->phone != NULL && b->phone != NULL;

  G_STATIC_ASSERT (POINTS_NAME + POINTS_YEAR + POINTS_OTHER_CONTACT < MUKANA_LIKENESS_ASK);
  if ((have_emails && strcmp (a->email, b->email) == 0) ||
      (have_phones && strcmp (a->phone, b->phone) == 0))
    return TRUE;

  return !have_emails && !have_phones;
}

/* The name by which somebody is called: of several, the first. */
static char *
dup_first (const char *given)
{
  return g_strndup (given, strcspn (given, " "));
}

/* A slip at one end of a word leaves its other end: one key for each.  The year and one
 * name alone would make everybody of a common name meet everybody. */
static void
add_year_keys (GPtrArray  *keys,
               int         birth_year,
               const char *name,
               const char *other)
{
  g_ptr_array_add (keys, g_strdup_printf ("b:%d %s %.1s", birth_year, name, other));
  g_ptr_array_add (keys, g_strdup_printf ("z:%d %s %s", birth_year, name,
                                          other + strlen (other) - 1));
}

/**
 * mukana_identity_keys:
 *
 * Two people who are alike enough to ask about have a key in common: the address,
 * the number, or a year of birth with one name and an end of the other.  A name by
 * itself is no key, because a name by itself is not enough to ask.
 *
 * Returns: yours, a few short texts, each once
 */
char **
mukana_identity_keys (const MukanaIdentity *self)
{
  g_autofree char *email = normal_email (self->email), *phone = normal_phone (self->phone);
  g_autofree char *all_given = mukana_list_fold_plain (self->given_name);
  g_autofree char *given = dup_first (all_given);
  g_autofree char *family = mukana_list_fold_plain (self->family_name);
  GPtrArray *keys = g_ptr_array_new ();

  if (email != NULL)
    g_ptr_array_add (keys, g_strconcat ("e:", email, NULL));
  if (phone != NULL)
    g_ptr_array_add (keys, g_strconcat ("p:", phone, NULL));
  if (self->birth_year > 0 && *given != '\0' && *family != '\0')
    {
      add_year_keys (keys, self->birth_year, given, family);
      if (strcmp (given, family) != 0)
        add_year_keys (keys, self->birth_year, family, given);
    }

  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (keys, FALSE);
}

/** mukana_likeness_sentences: Returns: yours to g_free(), the sentences of @reasons, which are
 *  static, English and marked for translation; ends with NULL */
const char **
mukana_likeness_sentences (MukanaLikenessReasons reasons)
{
  const char **list = g_new0 (const char *, G_N_ELEMENTS (sentences) + 1);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (reasons & sentences[i].reason)
      list[n++] = sentences[i].sentence;

  return list;
}
