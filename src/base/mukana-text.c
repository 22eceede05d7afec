/* mukana-text.c: folding for search, and the Finnish and Swedish alphabet.
 *
 * The same bytes must come out on every machine, because they are stored and
 * indexed: nothing here asks the locale.
 */

#include "base/mukana-text.h"

#include <string.h>

/* The Nordic letters are letters, not decorated ones: å is not a. */
static gboolean
is_nordic (gunichar c)
{
  return c == 0xe5 || c == 0xe4 || c == 0xf6;   /* å ä ö */
}

static void
append_base_letters (GString  *out,
                     gunichar  c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  switch (c)
    {
    case 0xe6: g_string_append (out, "ä"); return;    /* æ */
    case 0xf8: g_string_append (out, "ö"); return;    /* ø */
    case 0xdf: g_string_append (out, "ss"); return;   /* ß */
    default: break;
    }

  if (is_nordic (c))
    {
      g_string_append_unichar (out, c);
      return;
    }

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    if (g_unichar_combining_class (parts[i]) == 0)
      g_string_append_unichar (out, g_unichar_tolower (parts[i]));
}

/**
 * mukana_text_fold:
 * @text: (nullable): any text in UTF-8
 *
 * Lower case, without accents but with å ä ö, every run of anything that is
 * neither letter nor digit as one space, none at the ends.
 *
 * Returns: yours, never NULL
 */
char *
mukana_text_fold (const char *text)
{
  g_autofree char *composed = text ? g_utf8_normalize (text, -1, G_NORMALIZE_NFC) : NULL;
  GString *out = g_string_new (NULL);

  for (const char *p = composed ? composed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (g_unichar_isalnum (c))
        append_base_letters (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ' && !g_unichar_ismark (c))
        g_string_append_c (out, ' ');
    }

  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}

/**
 * mukana_text_sort_key:
 *
 * Returns: yours, text whose byte order is the Finnish and Swedish alphabetical
 *   order: a…z å ä ö, case and accents ignored, v and w apart
 */
char *
mukana_text_sort_key (const char *text)
{
  g_autofree char *folded = mukana_text_fold (text);
  GString *key = g_string_new (NULL);

  /* '{', '|' and '}' follow 'z' in ASCII, as å, ä and ö follow it in the alphabet. */
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xe5)
        g_string_append_c (key, '{');
      else if (c == 0xe4)
        g_string_append_c (key, '|');
      else if (c == 0xf6)
        g_string_append_c (key, '}');
      else
        g_string_append_unichar (key, c);
    }

  return g_string_free (key, FALSE);
}

/** mukana_text_like_prefix: Returns: yours, "needle%" for LIKE … ESCAPE '!' */
char *
mukana_text_like_prefix (const char *needle)
{
  GString *pattern = g_string_new (NULL);

  for (const char *p = needle; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '!')
        g_string_append_c (pattern, '!');
      g_string_append_c (pattern, *p);
    }

  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

/* What turns the order of letters round on a screen, so that one name looks like another; joiners
 * are left, because names in Arabic letters need them. */
static gboolean
is_hidden (gunichar c)
{
  return (c != 0x200c && c != 0x200d && g_unichar_type (c) == G_UNICODE_FORMAT) ||
         g_unichar_iscntrl (c);
}

/**
 * mukana_text_tidy:
 *
 * Returns: yours, spaces at the ends gone and runs of them single, and nothing in it that is not
 *   seen; NULL if empty
 */
char *
mukana_text_tidy (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !is_hidden (c))
        g_string_append_unichar (out, c);
      else if (g_unichar_isspace (c) && out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }

  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, out->len == 0);
}

/**
 * mukana_text_slug:
 * @longest: at most so many letters
 *
 * Returns: yours, "Äkillinen kriisi" as "akillinen-kriisi", for codes and names of files;
 *   "" of a text without Latin letters and digits
 */
char *
mukana_text_slug (const char *text,
                  gsize       longest)
{
  g_autofree char *folded = mukana_text_fold (text);
  /* In no language's own way, so that each computer makes the same. */
  g_autofree char *plain = g_str_to_ascii (folded, "C");
  GString *slug = g_string_new (NULL);

  for (const char *p = plain; *p != '\0' && slug->len < longest; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (slug, *p);
    else if (*p == ' ' && slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');

  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

/** mukana_text_digits: Returns: yours, only the ASCII digits of @text */
char *
mukana_text_digits (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text ? text : ""; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (out, *p);

  return g_string_free (out, FALSE);
}

/** mukana_text_is_empty: Returns: whether @text is NULL or only white space */
gboolean
mukana_text_is_empty (const char *text)
{
  for (const char *p = text ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/** mukana_text_words: Returns: yours, the folded words of @text, in order */
char **
mukana_text_words (const char *text)
{
  g_autofree char *folded = mukana_text_fold (text);

  if (*folded == '\0')
    return g_new0 (char *, 1);

  return g_strsplit (folded, " ", -1);
}

#define FEWEST_PHONE_DIGITS 7

/* "+358 40 1234567": nothing that computes. */
static gboolean
is_phone (const char *text)
{
  return *text == '+' && g_ascii_isdigit (text[1]) &&
         text[1 + strspn (text + 1, "0123456789 ")] == '\0' &&
         strlen (text) > FEWEST_PHONE_DIGITS;
}

/* Whether a spreadsheet might compute with @text, or with what is behind the apostrophe that it
 * was given for that. */
static gboolean
is_formula (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL && strcmp (text, "-") != 0 &&
         !is_phone (text);
}

/* What divides cells and rows for one program or another. */
#define MARKS ";,\t\r\n"

/* Whether something begins at @at that might be computed: the text, or what a program that takes
 * another mark to divide cells would find there. */
static gboolean
begins_formula (const char *text,
                const char *at)
{
  g_autofree char *piece = NULL;

  if (at == text)
    return is_formula (text);
  if (strchr (MARKS, at[-1]) == NULL)
    return FALSE;

  piece = g_strndup (at, strcspn (at, MARKS));
  return is_formula (piece);
}

/**
 * mukana_text_guard:
 *
 * An apostrophe goes before whatever a spreadsheet might compute, and is taken away by
 * mukana_text_unguard() when the file is read.
 *
 * Returns: yours
 */
char *
mukana_text_guard (const char *text)
{
  GString *guarded = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (begins_formula (text, at))
        g_string_append_c (guarded, '\'');
      g_string_append_c (guarded, *at);
    }

  return g_string_free (guarded, FALSE);
}

/** mukana_text_unguard: Returns: yours, what mukana_text_guard() was given */
char *
mukana_text_unguard (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at != '\'' || !begins_formula (text, at))
      g_string_append_c (plain, *at);

  return g_string_free (plain, FALSE);
}

/** mukana_text_is_email: catches a slip of the hand; only a letter that arrives proves more */
gboolean
mukana_text_is_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && strchr (at + 1, '@') == NULL && strchr (text, ' ') == NULL &&
         strchr (at + 1, '.') != NULL && at[1] != '.' && text[strlen (text) - 1] != '.';
}
