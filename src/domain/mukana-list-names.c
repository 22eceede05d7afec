/* mukana-list-names.c: which part of a name is the given name.
 *
 * Lists write "Mäkelä Helena" and "Helena Mäkelä" side by side.  What tells them
 * apart, best first: a comma; the e-mail address, which nearly always begins with
 * the given name; a given name that everybody knows.  When nothing tells, Finnish
 * lists have the family name first, and the answer says that it is a guess.
 */

#include "domain/mukana-list-words-private.h"

#include "base/mukana-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const MukanaListReason reason_one_word = {
  "name-one-word", N_("The name has one word; given name and family name are needed") };

/* The most usual given names in Finland, in both languages and of newcomers, plain. */
static const char given_names[] =
  "|aaro|aatu|abdi|ahmed|ahti|aila|aili|aimo|aino|airi|ake|aki|aleksi|ali|allan|amina|amir|"
  "anders|anita|anja|anna|anne|anneli|anni|annika|annikki|ansa|antero|anton|antti|anu|ari|"
  "armas|arto|arttu|arvo|asa|aulis|ausra|axel|bengt|birgitta|bjorn|bo|camilla|carina|carl|"
  "caroline|cecilia|charlotta|christer|christian|christina|daniel|david|eeli|eemeli|eerik|eero|"
  "eeva|eija|eila|eino|elias|elin|elina|elisa|elisabet|elisabeth|ella|elli|elma|elmeri|elsa|"
  "emil|emilia|emma|emmi|erik|erika|erkki|esa|esko|essi|eva|fanny|fatima|fredrik|goran|gunilla|"
  "gunnar|hanna|hannele|hannu|harri|hassan|heidi|heikki|heimo|helena|heli|helmi|helvi|henna|"
  "henri|henrik|hilkka|hilla|hilma|ibrahim|ida|igor|iida|iina|iiris|iivari|ilkka|ilmari|ilona|"
  "inger|ingrid|inka|inkeri|irene|irina|iris|irja|irma|ismo|isto|jaakko|jaana|jan|jani|janne|"
  "jari|jarkko|jarmo|jenna|jenni|jenny|jere|jesse|joakim|joel|johan|johanna|johannes|joni|"
  "jonna|joona|joonas|jorma|jouko|jouni|juha|juhana|juhani|juho|jukka|julia|jussi|jyrki|"
  "kaarina|kai|kaija|kaino|kaisa|kaj|kalevi|kalle|kari|karin|karita|katariina|katarina|kati|"
  "katja|katri|kauko|kerttu|kim|kimmo|kirsi|kirsti|kjell|klaus|kristian|kristiina|kristina|"
  "kyosti|laila|lars|lasse|laura|lauri|lea|leena|leevi|leif|lena|leo|liisa|lilja|linda|linnea|"
  "lotta|maarit|maija|mailis|maj|malin|mara|marcus|maret|margareta|margit|mari|maria|marianne|"
  "marie|marika|marita|maritta|marja|marjatta|marjo|marjut|markku|marko|markus|marta|martin|"
  "martta|martti|matias|mats|matti|mauri|meeri|merja|mervi|mia|miia|mika|mikael|mikko|milla|"
  "minna|minttu|mira|mirja|mohamed|mohammed|monica|monika|natalia|nea|niilo|niina|niklas|niko|"
  "nikolai|nils|nina|noora|oiva|olavi|olga|oliver|olli|onni|oona|orvokki|oskar|oskari|osmo|"
  "otto|outi|paavo|paivi|patrik|paula|pauli|pauliina|pekka|pentti|per|pertti|peter|petra|petri|"
  "petteri|pia|piia|pirjo|pirkko|raija|raili|raimo|rasmus|rauha|rauno|reeta|reijo|reino|riikka|"
  "riina|riitta|risto|rita|ritva|robert|roger|ronja|roope|saana|saara|saga|saija|sakari|salla|"
  "sami|samu|samuel|samuli|sanna|sanni|santeri|sara|sari|satu|sauli|seija|seppo|severi|siiri|"
  "sini|sinikka|sirkka|sirpa|sofia|soile|sonja|stefan|sten|stig|stina|sulo|susanna|susanne|"
  "svetlana|taina|taisto|tanja|tapani|tapio|tarja|tarmo|taru|tatjana|tauno|teemu|teija|teppo|"
  "terhi|tero|terttu|teuvo|thomas|tiia|tiina|timo|toini|toivo|tom|tomi|tommi|toni|topias|tuija|"
  "tuire|tuomas|tuomo|tuukka|tuula|tuulikki|tytti|tyyne|ulf|ulla|ulrika|unto|urho|urpo|usko|"
  "vaino|valtteri|veera|veijo|veikko|veli|venla|verneri|vesa|victoria|vieno|viktor|vilhelm|"
  "vilho|vilja|ville|vilma|virpi|vuokko|yrjo|yusuf|";

/** mukana_list_is_given_name: whether a word, or its part before a hyphen, is a given name
 *  that many people in Finland have */
gboolean
mukana_list_is_given_name (const char *word)
{
  g_autofree char *plain = mukana_list_fold_plain (word);
  g_autofree char *needle = NULL;

  plain[strcspn (plain, " ")] = '\0';
  needle = g_strconcat ("|", plain, "|", NULL);
  return *plain != '\0' && strstr (given_names, needle) != NULL;
}

/* "HÄMÄLÄINEN" is written so for a list; the person is Hämäläinen. */
static char *
mend_case (const char *name)
{
  g_autofree char *upper = g_utf8_strup (name, -1), *lower = g_utf8_strdown (name, -1);
  GString *mended;
  gboolean begins = TRUE;

  if ((strcmp (upper, name) != 0 && strcmp (lower, name) != 0) || g_utf8_strlen (name, 4) < 3)
    return g_strdup (name);

  mended = g_string_new (NULL);
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (mended, begins ? g_unichar_toupper (c) : c);
      begins = c == ' ' || c == '-' || c == '\'';
    }

  return g_string_free (mended, FALSE);
}

/* Where the words of the local part of an address begin in a name: "given.family12@…". */
static int
compare_with_email (char       **words,
                    guint        n_words,
                    const char  *email)
{
  g_autofree char *local = email ? g_strndup (email, strcspn (email, "@")) : NULL;
  g_autofree char *address = local ? mukana_list_fold_plain (local) : NULL;
  g_autofree char *first = mukana_list_fold_plain (words[0]);
  g_autofree char *last = mukana_list_fold_plain (words[n_words - 1]);

  if (address == NULL || *first == '\0' || *last == '\0')
    return 0;

  if (g_str_has_prefix (address, first) && !g_str_has_prefix (address, last))
    return 1;
  if (g_str_has_prefix (address, last) && !g_str_has_prefix (address, first))
    return -1;

  return 0;
}

static void
join_names (char     **words,
            guint      n_given_first,
            gboolean   is_given_first,
            char     **given_name,
            char     **family_name)
{
  guint n_words = g_strv_length (words);
  guint n_first = is_given_first ? n_given_first : n_words - n_given_first;
  g_autofree char *head = NULL, *tail = NULL;
  char *kept = words[n_first];

  words[n_first] = NULL;
  head = g_strjoinv (" ", words);
  words[n_first] = kept;
  tail = g_strjoinv (" ", words + n_first);

  *given_name = mend_case (is_given_first ? head : tail);
  *family_name = mend_case (is_given_first ? tail : head);
}

static gboolean
is_particle (const char *word)
{
  return g_ascii_strcasecmp (word, "von") == 0 || g_ascii_strcasecmp (word, "af") == 0 ||
         g_ascii_strcasecmp (word, "de") == 0 || g_ascii_strcasecmp (word, "van") == 0;
}

/* How many of the words are given names, if the given names come first or last. */
static guint
count_given (char     **words,
             guint      n_words,
             gboolean   is_given_first)
{
  guint n = 1;

  if (is_given_first)
    for (; n + 1 < n_words && !is_particle (words[n]); n++)
      ;
  else if (is_particle (words[0]))
    n = n_words - 2;
  else
    n = n_words - 1;

  return CLAMP (n, 1, n_words - 1);
}

static gboolean
split_words (char       **words,
             const char  *email,
             char       **given_name,
             char       **family_name)
{
  guint n_words = g_strv_length (words);
  int side = compare_with_email (words, n_words, email);
  gboolean is_guess = FALSE, is_given_first;

  if (side == 0)
    side = (int) mukana_list_is_given_name (words[0]) -
           (int) mukana_list_is_given_name (words[n_words - 1]);
  /* "von Weber Carl" and "Carl von Weber" */
  if (side == 0 && n_words > 2)
    side = is_particle (words[1]) ? 1 : is_particle (words[0]) ? -1 : 0;
  if (side == 0)
    is_guess = TRUE;

  is_given_first = side > 0;
  join_names (words, count_given (words, n_words, is_given_first), is_given_first,
              given_name, family_name);
  return is_guess;
}

/**
 * mukana_list_read_name:
 * @text: (nullable): "Mäkelä Helena", "Helena Mäkelä", "Mäkelä, Helena"
 * @email: (nullable): the same person's address
 * @given_name: (out): yours
 * @family_name: (out): yours
 * @is_guess: (out): whether nothing but the order told which is which
 */
gboolean
mukana_list_read_name (const char              *text,
                       const char              *email,
                       char                   **given_name,
                       char                   **family_name,
                       gboolean                *is_guess,
                       const MukanaListReason **reason)
{
  g_autofree char *tidy = mukana_text_tidy (text);
  g_auto (GStrv) words = NULL;
  char *comma = tidy ? strchr (tidy, ',') : NULL;

  if (comma != NULL)
    {
      g_autofree char *family = g_strndup (tidy, comma - tidy);
      const char *given = comma + 1 + strspn (comma + 1, " ");

      if (*given != '\0' && *g_strstrip (family) != '\0' && strchr (given, ',') == NULL)
        {
          *given_name = mend_case (given);
          *family_name = mend_case (family);
          *is_guess = FALSE;
          return TRUE;
        }
    }

  words = g_strsplit (tidy ? tidy : "", " ", -1);
  if (g_strv_length (words) < 2)
    {
      *reason = tidy ? &reason_one_word : &mukana_list_reason_empty;
      return FALSE;
    }

  *is_guess = split_words (words, email, given_name, family_name);
  return TRUE;
}
