/* mukana-list-match.c: finding the municipality or the theme that a text means.
 *
 * A vocabulary knows every label of every code, folded and without å, ä and ö.
 * Places are also known in the cases they are written in ("Helsingissä", "Espoon
 * kaupunki").  One wrong letter in a long word is forgiven, as a guess that a
 * person confirms; two codes that fit as well are no answer.
 */

#include "domain/mukana-list-match.h"

#include "domain/mukana-list-words-private.h"

#include "base/mukana-text.h"

#include <string.h>

static const gsize MIN_GUESS_LENGTH = 6;
static const guint MAX_JOINED_PIECES = 5;

typedef struct
{
  char       *plain;
  const char *code;
} Label;

struct _MukanaWordList
{
  GHashTable *sure;       /* plain text -> code; "" for a text of several codes */
  GArray     *labels;     /* of Label, for guessing */
  GPtrArray  *codes;      /* owns the codes */
};

/* How the end of a name changes before a case ending; the longest that fits is used. */
static const struct { const char *end, *stem; } stems[] = {
  { "kaupunki", "kaupungi" }, { "helsinki", "helsingi" }, { "ranta", "ranna" },
  { "lampi", "lammi" }, { "lahti", "lahde" }, { "jarvi", "jarve" }, { "maki", "mae" },
  { "joki", "joe" }, { "salmi", "salme" }, { "niemi", "nieme" }, { "koski", "koske" },
  { "vesi", "vede" }, { "saari", "saare" }, { "lehti", "lehde" }, { "selka", "sela" },
  { "virta", "virra" }, { "pelto", "pello" }, { "kulta", "kulla" }, { "silta", "silla" },
  { "turku", "turu" }, { "nka", "nga" },
  { "nki", "ngi" }, { "nta", "nna" }, { "nti", "nni" }, { "lta", "lla" }, { "rto", "rro" },
  { "kko", "ko" }, { "kka", "ka" }, { "kki", "ki" }, { "ppi", "pi" }, { "ppa", "pa" },
  { "tti", "ti" }, { "tta", "ta" }, { "nen", "s" },
  { "mus", "mukse" }, { "vus", "vukse" }, { "nus", "nukse" }, { "nnus", "nnukse" },
  { "mes", "mekse" }, { "rvi", "rve" }, { "lmi", "lme" }, { "re", "ree" },
};

static const char * const endings[] = {
  "n", "ssa", "sta", "lla", "lta", "lle", "lainen", "an", "en", "in", "on", "un", "yn", "hin",
  "seen", "hun", "hon", "han", "hyn", "issa", "ista", "iin", "ten", "ella", "elta", "elle",
};

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

static const char *
strip_zeros (const char *number)
{
  while (number[0] == '0' && number[1] != '\0')
    number++;

  return number;
}

/* A text that two codes have is nobody's. */
static void
add_sure (MukanaWordList *self,
          const char     *plain,
          const char     *code)
{
  const char *known = g_hash_table_lookup (self->sure, plain);

  if (*plain == '\0')
    return;
  if (known == NULL)
    g_hash_table_insert (self->sure, g_strdup (plain), (gpointer) code);
  else if (strcmp (known, code) != 0)
    g_hash_table_insert (self->sure, g_strdup (plain), (gpointer) "");
}

static void
add_if_free (MukanaWordList *self,
             const char     *plain,
             const char     *code)
{
  if (!g_hash_table_contains (self->sure, plain))
    g_hash_table_insert (self->sure, g_strdup (plain), (gpointer) code);
}

static void
add_cases (MukanaWordList *self,
           const char     *plain,
           const char     *code)
{
  g_autofree char *stem = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stems) && stem == NULL; i++)
    if (g_str_has_suffix (plain, stems[i].end))
      stem = g_strdup_printf ("%.*s%s", (int) (strlen (plain) - strlen (stems[i].end)), plain,
                              stems[i].stem);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *inflected = g_strconcat (stem ? stem : plain, endings[i], NULL);
      g_autofree char *unchanged = g_strconcat (plain, endings[i], NULL);

      add_if_free (self, inflected, code);
      add_if_free (self, unchanged, code);
    }

  /* A Swedish name's genitive. */
  if (!g_str_has_suffix (plain, "s"))
    {
      g_autofree char *swedish = g_strconcat (plain, "s", NULL);

      add_if_free (self, swedish, code);
    }
}

/**
 * mukana_word_list_new:
 * @words: (array length=n_words): codes and their labels; copied
 *
 * Returns: yours; after this it is only read, from any thread
 */
MukanaWordList *
mukana_word_list_new (const MukanaWord    *words,
                      gsize                n_words,
                      MukanaWordListFlags  flags)
{
  MukanaWordList *self = g_new0 (MukanaWordList, 1);

  self->sure = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->labels = g_array_new (FALSE, FALSE, sizeof (Label));
  self->codes = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n_words; i++)
    {
      const char *previous = self->codes->len > 0
                             ? g_ptr_array_index (self->codes, self->codes->len - 1) : "";
      g_autofree char *plain_code = mukana_list_fold_plain (words[i].code);
      Label label = { .plain = mukana_list_fold_plain (words[i].label) };

      if (strcmp (previous, words[i].code) != 0)
        g_ptr_array_add (self->codes, g_strdup (words[i].code));
      label.code = g_ptr_array_index (self->codes, self->codes->len - 1);

      add_sure (self, is_number (plain_code) ? strip_zeros (plain_code) : plain_code, label.code);
      add_sure (self, label.plain, label.code);
      g_array_append_val (self->labels, label);
    }

  /* What is written in brackets is often left out: "Sateenkaarikokemus (LHBTIQ)". */
  for (gsize i = 0; i < n_words; i++)
    {
      const Label *label = &g_array_index (self->labels, Label, i);
      const char *bracket = words[i].label ? strchr (words[i].label, '(') : NULL;

      if (bracket != NULL && bracket > words[i].label)
        {
          g_autofree char *before = g_strndup (words[i].label, bracket - words[i].label);
          g_autofree char *plain = mukana_list_fold_plain (before);

          add_if_free (self, plain, label->code);
        }
      if (flags & MUKANA_WORD_LIST_PLACES)
        add_cases (self, label->plain, label->code);
    }

  return self;
}

void
mukana_word_list_free (MukanaWordList *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    g_free (g_array_index (self->labels, Label, i).plain);

  g_hash_table_unref (self->sure);
  g_array_unref (self->labels);
  g_ptr_array_unref (self->codes);
  g_free (self);
}

/* Whether one letter added, dropped, changed or moved by one makes @a into @b. */
static gboolean
is_one_slip (const char *a,
             const char *b)
{
  gsize n_a = strlen (a), n_b = strlen (b), head = 0, tail = 0;

  if (n_a > n_b + 1 || n_b > n_a + 1)
    return FALSE;

  while (head < MIN (n_a, n_b) && a[head] == b[head])
    head++;
  while (tail < MIN (n_a, n_b) - head && a[n_a - 1 - tail] == b[n_b - 1 - tail])
    tail++;

  if (n_a == n_b && n_a - head - tail == 2)
    return a[head] == b[head + 1] && a[head + 1] == b[head];

  return MAX (n_a, n_b) - head - tail <= 1;
}

/* Labels of themes are often in the plural, and lists in the singular: "Ätstörningar". */
static gboolean
is_beginning (const char *plain,
              gsize       length,
              const char *label)
{
  static const char * const plurals[] = { "ar", "er", "or", "n", "s", "es", "t" };
  const char *rest = label + length;

  if (!g_str_has_prefix (label, plain))
    return FALSE;
  if (*rest == ' ')
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (plurals); i++)
    if (strcmp (rest, plurals[i]) == 0)
      return TRUE;

  return FALSE;
}

static MukanaWordMatch
guess (MukanaWordList  *self,
       const char      *plain,
       const char     **code)
{
  const char *slip = NULL, *beginning = NULL;
  gboolean several_slips = FALSE, several_beginnings = FALSE;
  gsize length = strlen (plain);

  if (length < MIN_GUESS_LENGTH)
    return MUKANA_WORD_MATCH_NONE;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = &g_array_index (self->labels, Label, i);

      if (is_one_slip (plain, label->plain))
        {
          several_slips |= slip != NULL && strcmp (slip, label->code) != 0;
          slip = label->code;
        }
      if (is_beginning (plain, length, label->plain))
        {
          several_beginnings |= beginning != NULL && strcmp (beginning, label->code) != 0;
          beginning = label->code;
        }
    }

  if (several_slips || (slip == NULL && several_beginnings))
    return MUKANA_WORD_MATCH_SEVERAL;
  if (slip == NULL && beginning == NULL)
    return MUKANA_WORD_MATCH_NONE;

  *code = slip ? slip : beginning;
  return MUKANA_WORD_MATCH_GUESS;
}

/* Words around a place that say only that it is one. */
static void
strip_place_words (char *plain)
{
  static const char * const suffixes[] = {
    " kaupunki", " kunta", " kaupungissa", " kunnassa", " stad", " kommun"
  };

  if (g_str_has_prefix (plain, "i "))
    memmove (plain, plain + 2, strlen (plain) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (plain, suffixes[i]))
      {
        plain[strlen (plain) - strlen (suffixes[i])] = '\0';
        break;
      }
}

/**
 * mukana_word_list_match:
 * @text: (nullable): "091", "91", "Vederlax", "Helsingissä"
 * @code: (out): borrowed from the vocabulary; set for %MUKANA_WORD_MATCH_SURE and
 *   %MUKANA_WORD_MATCH_GUESS only
 *
 * Returns: how well the text fits
 */
MukanaWordMatch
mukana_word_list_match (MukanaWordList  *self,
                        const char      *text,
                        const char     **code)
{
  g_autofree char *plain = mukana_list_fold_plain (text);
  const char *found = g_hash_table_lookup (self->sure, is_number (plain) ? strip_zeros (plain)
                                                                        : plain);

  if (found == NULL)
    {
      strip_place_words (plain);
      found = g_hash_table_lookup (self->sure, plain);
    }

  if (found == NULL)
    return guess (self, plain, code);
  if (*found == '\0')
    return MUKANA_WORD_MATCH_SEVERAL;

  *code = found;
  return MUKANA_WORD_MATCH_SURE;
}

/* Takes the perspective off the end of @text: "Alkoholi (läheinen)", "Alkoholi - läheinen". */
static const char *
cut_perspective (char *text)
{
  const MukanaListReason *ignored;
  const char *perspective;
  char *end = text + strlen (text), *begin;
  g_autofree char *words = NULL;

  if (end > text && end[-1] == ')' && (begin = strrchr (text, '(')) != NULL)
    words = g_strndup (begin + 1, (gsize) (end - begin) - 2);
  else if ((begin = g_strrstr (text, " - ")) != NULL || (begin = g_strrstr (text, ":")) != NULL)
    words = g_strdup (begin + strspn (begin, " -:"));
  else
    return NULL;

  if ((perspective = mukana_list_read_perspective (words, &ignored)) != NULL)
    *begin = '\0';

  return perspective;
}

/**
 * mukana_list_match_theme:
 * @text: (nullable): one theme, with or without a perspective: "Alkoholi (läheinen)"
 * @code: (out): as in mukana_word_list_match()
 * @perspective: (out): "own", "close" or "peer"; NULL when the text does not say
 */
MukanaWordMatch
mukana_list_match_theme (MukanaWordList  *themes,
                         const char      *text,
                         const char     **code,
                         const char     **perspective)
{
  g_autofree char *rest = g_strstrip (g_strdup (text ? text : ""));
  const char *cut;
  MukanaWordMatch match;

  *perspective = NULL;
  match = mukana_word_list_match (themes, rest, code);
  /* Labels may themselves end in brackets, or in a word for a close one. */
  if (match == MUKANA_WORD_MATCH_SURE || (cut = cut_perspective (rest)) == NULL)
    return match;

  *perspective = cut;
  return mukana_word_list_match (themes, rest, code);
}

static void
free_theme_match (gpointer data)
{
  MukanaThemeMatch *match = data;

  g_free (match->text);
  g_free (match);
}

static char *
join_pieces (char  **pieces,
             guint   n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", g_strstrip (pieces[i]));

  return g_string_free (text, FALSE);
}

/* The longest run of pieces that is one theme; a label may have commas of its own. */
static guint
match_pieces (MukanaWordList    *themes,
              char             **pieces,
              MukanaThemeMatch  *match)
{
  guint n_left = g_strv_length (pieces);

  for (guint n = MIN (n_left, MAX_JOINED_PIECES); n > 0; n--)
    {
      g_autofree char *text = join_pieces (pieces, n);

      match->match = mukana_list_match_theme (themes, text, &match->code, &match->perspective);
      if (match->match == MUKANA_WORD_MATCH_SURE || n == 1)
        {
          match->text = g_steal_pointer (&text);
          return n;
        }
      match->code = NULL;
    }

  return 1;
}

/**
 * mukana_list_match_themes:
 * @text: (nullable): a cell with themes apart by commas, semicolons, bars or lines
 *
 * Returns: yours, of MukanaThemeMatch, in the order of the text; what is not found is
 *   there too, without a code
 */
GPtrArray *
mukana_list_match_themes (MukanaWordList *themes,
                          const char     *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_theme_match);
  g_auto (GStrv) pieces = g_strsplit_set (text ? text : "", ",;|\n\r", -1);

  for (guint i = 0; pieces[i] != NULL;)
    {
      MukanaThemeMatch *match;

      if (mukana_text_is_empty (pieces[i]))
        {
          i++;
          continue;
        }

      match = g_new0 (MukanaThemeMatch, 1);
      i += match_pieces (themes, pieces + i, match);
      g_ptr_array_add (found, match);
    }

  return found;
}
