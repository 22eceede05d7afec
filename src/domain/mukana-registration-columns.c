/* mukana-registration-columns.c: what the headings of a list of registrations say.
 *
 * Such lists come from forms whose questions somebody wrote, so a heading is known by words
 * inside it.  A diet that is missed can harm whoever eats: of diets rather too much is read, and
 * from every column that speaks of food.  Of names rather too little: where two columns could be
 * the name, somebody is asked.
 */

#include "domain/mukana-registration-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"
#include "domain/mukana-heading.h"

static const struct
{
  const char *code;
  const char *label;
} kinds[MUKANA_N_REGISTRATION_COLUMNS] = {
  [MUKANA_REGISTRATION_NONE] = { "none", N_("Not read") },
  [MUKANA_REGISTRATION_NAME] = { "name", N_("Name") },
  [MUKANA_REGISTRATION_GIVEN_NAME] = { "given-name", N_("Given name") },
  [MUKANA_REGISTRATION_FAMILY_NAME] = { "family-name", N_("Family name") },
  [MUKANA_REGISTRATION_EMAIL] = { "email", N_("E-mail") },
  [MUKANA_REGISTRATION_DIET] = { "diet", N_("Diet") },
};

static gboolean
has_part (const char         *text,
          const char * const *parts)
{
  for (; *parts != NULL; parts++)
    if (strstr (text, *parts) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
has_word (const char         *text,
          const char * const *words)
{
  g_auto (GStrv) all = g_strsplit (text, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (g_strv_contains (words, all[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_diet (const char *folded)
{
  static const char * const parts[] = { "ruoka", "ruoan", "ruuan", "ruokia", "allerg", "diet",
                                        "dieet", "intoler", "yliherk", "överkäns", "gluteen",
                                        "gluten", "laktoos", "laktos", "vegaan", "vegan",
                                        "keliak", "celiak", "food", "specialkost", NULL };
  static const char * const words[] = { "syöt", "syö", "syön", "syötkö", "syömättä", "kost", "mat",
                                        "kosten", "maten", "äter", "eat", "meal", "ateria", NULL };

  return has_part (folded, parts) || has_word (folded, words);
}

static MukanaRegistrationColumn
guess_surely (const char *heading,
              const char *folded)
{
  if (is_diet (folded))
    return MUKANA_REGISTRATION_DIET;

  switch (mukana_column_guess (heading))
    {
    case MUKANA_COLUMN_NAME: return MUKANA_REGISTRATION_NAME;
    case MUKANA_COLUMN_GIVEN_NAME: return MUKANA_REGISTRATION_GIVEN_NAME;
    case MUKANA_COLUMN_FAMILY_NAME: return MUKANA_REGISTRATION_FAMILY_NAME;
    case MUKANA_COLUMN_EMAIL: return MUKANA_REGISTRATION_EMAIL;
    default: return MUKANA_REGISTRATION_NONE;
    }
}

/* By a word inside, for those that no heading says surely. */
static MukanaRegistrationColumn
guess_within (const char *folded)
{
  static const char * const given[] = { "etunimi", "etunimesi", "kutsumanimi", "förnamn", "fornamn",
                                        NULL };
  static const char * const family[] = { "sukunimi", "sukunimesi", "efternamn", "surname", NULL };
  static const char * const whole[] = { "nimi", "nimesi", "kokonimi", "namn", "name", "fullname",
                                        NULL };
  static const char * const mail[] = { "posti", "postiosoite", "mail", "epost", "sähköposti",
                                       "sähköpostiosoite", "sähköpostisi", "sähköpostiosoitteesi",
                                       "email", NULL };

  return has_word (folded, given) ? MUKANA_REGISTRATION_GIVEN_NAME
         : has_word (folded, family) ? MUKANA_REGISTRATION_FAMILY_NAME
         : has_word (folded, whole) ? MUKANA_REGISTRATION_NAME
         : has_word (folded, mail) ? MUKANA_REGISTRATION_EMAIL : MUKANA_REGISTRATION_NONE;
}

static guint
count (GArray *columns,
       guint8  column)
{
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    n += g_array_index (columns, guint8, i) == column;

  return n;
}

/* What one column alone can be is taken: of two it is not known which. */
static void
take_alone (GArray *columns,
            GArray *within,
            guint8  column)
{
  if (count (columns, column) > 0 || count (within, column) != 1)
    return;

  for (guint i = 0; i < within->len; i++)
    if (g_array_index (within, guint8, i) == column)
      g_array_index (columns, guint8, i) = column;
}

/**
 * mukana_registration_columns_guess:
 * @headings: the first row, ended by %NULL
 *
 * Returns: yours, of guint8, a #MukanaRegistrationColumn for each heading
 */
GArray *
mukana_registration_columns_guess (const char * const *headings)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint8));
  g_autoptr (GArray) within = g_array_new (FALSE, FALSE, sizeof (guint8));
  gboolean has_names;

  for (guint i = 0; headings[i] != NULL; i++)
    {
      g_autofree char *folded = mukana_text_fold (headings[i]);
      guint8 surely = guess_surely (headings[i], folded);
      guint8 maybe = surely == MUKANA_REGISTRATION_NONE ? guess_within (folded)
                                                        : MUKANA_REGISTRATION_NONE;

      if (surely != MUKANA_REGISTRATION_DIET && count (columns, surely) > 0)
        surely = MUKANA_REGISTRATION_NONE;
      g_array_append_val (columns, surely);
      g_array_append_val (within, maybe);
    }

  take_alone (columns, within, MUKANA_REGISTRATION_EMAIL);
  take_alone (columns, within, MUKANA_REGISTRATION_FAMILY_NAME);
  take_alone (columns, within, MUKANA_REGISTRATION_GIVEN_NAME);
  has_names = mukana_registration_columns_are_said (columns);
  if (!has_names)
    take_alone (columns, within, MUKANA_REGISTRATION_NAME);
  return columns;
}

/** mukana_registration_columns_are_said: Returns: whether they say who comes */
gboolean
mukana_registration_columns_are_said (GArray *columns)
{
  return count (columns, MUKANA_REGISTRATION_NAME) > 0 ||
         count (columns, MUKANA_REGISTRATION_FAMILY_NAME) > 0;
}

/** mukana_registration_column_code: Returns: static, as a script writes it */
const char *
mukana_registration_column_code (guint column)
{
  return kinds[MIN (column, MUKANA_N_REGISTRATION_COLUMNS - 1)].code;
}

/** mukana_registration_column_of_code: Returns: -1 when it is none of them */
int
mukana_registration_column_of_code (const char *code)
{
  for (guint i = 0; i < MUKANA_N_REGISTRATION_COLUMNS; i++)
    if (g_strcmp0 (kinds[i].code, code) == 0)
      return (int) i;

  return -1;
}

/** mukana_registration_column_label: Returns: static, a source string for gettext */
const char *
mukana_registration_column_label (guint column)
{
  return kinds[MIN (column, MUKANA_N_REGISTRATION_COLUMNS - 1)].label;
}
