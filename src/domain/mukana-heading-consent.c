/* mukana-heading-consent.c: to what a column of consents is a consent.
 *
 * A heading is understood by its first words, and what follows usually explains.  Of a
 * consent what follows is its purpose: a column that names another purpose, or one that is
 * not known here, must not be read as the consent to the register.
 */

#include "domain/mukana-heading-words.h"

#include <string.h>

/* Beginnings of words, folded: how a heading names a purpose. */
static const struct
{
  MukanaColumn column;
  const char  *stems;
} purposes[] = {
  { MUKANA_COLUMN_CONSENT,
    "rekister|regist|tietosuoj|dataskydd|henkilotie|personuppgift|personal" },
  { MUKANA_COLUMN_CONSENT_MATCHING,
    "ehdott|ehdotuks|valityks|valittam|yhdistam|match|formedl|forslag|foresl|propos" },
  { MUKANA_COLUMN_CONSENT_COMMUNICATION,
    "viestin|tiedottam|tiedottee|uutiskir|markkinoi|yhteyden|yhteytta|kommunik|nyhetsbrev|"
    "kontakt|contact|communic|newsletter|marketing" },
  { MUKANA_COLUMN_CONSENT_MEDIA,
    "kuva|kuvi|valokuv|video|media|medie|bild|foto|photo|film" },
  { MUKANA_COLUMN_CONSENT_THEMES,
    "teem|kokemust|terveys|tema|theme|halso|health|erfarenhetst" },
};

/* What explains a column and names no purpose. */
static const char * const neutral[] = {
  "pvm", "paiva", "paivays", "paivamaara", "annettu", "saatu", "on", "olemassa", "kylla", "ei",
  "k", "e", "x", "kirjallinen", "lomake", "liite", "allekirjoitettu", "paivitetty", "voimassa",
  "datum", "dag", "gett", "givet", "ja", "nej", "skriftligt", "undertecknat", "blankett",
  "date", "day", "given", "yes", "no", "y", "n", "written", "signed", "form", "of", NULL
};

static gboolean
names_purpose (char       **words,
               const char  *stems)
{
  g_auto (GStrv) beginnings = g_strsplit (stems, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; beginnings[j] != NULL; j++)
      if (g_str_has_prefix (words[i], beginnings[j]))
        return TRUE;

  return FALSE;
}

static gboolean
is_neutral (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_ascii_isdigit (*words[i]) &&
        !g_strv_contains (neutral, words[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_about_consent (MukanaColumn column)
{
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (purposes[i].column == column)
      return TRUE;

  return column == MUKANA_COLUMN_GIVEN;
}

/**
 * mukana_heading_consent:
 * @column: what the first words of a heading are
 * @heading: all its words, folded
 * @rest: those that come after the first
 *
 * Returns: the consent that the heading clearly names; %MUKANA_COLUMN_NONE when it names
 *   something else, or several things; @column when it is not about consents
 */
MukanaColumn
mukana_heading_consent (MukanaColumn  column,
                        const char   *heading,
                        const char   *rest)
{
  g_auto (GStrv) words = g_strsplit (heading, " ", -1);
  g_auto (GStrv) after = g_strsplit (rest, " ", -1);
  MukanaColumn named = MUKANA_COLUMN_NONE;
  guint n_named = 0;

  if (!is_about_consent (column))
    return column;

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (names_purpose (words, purposes[i].stems))
      {
        if (purposes[i].column == column)
          return column;
        named = purposes[i].column;
        n_named++;
      }

  if (n_named > 0)
    return n_named == 1 ? named : MUKANA_COLUMN_NONE;

  return is_neutral (after) ? column : MUKANA_COLUMN_NONE;
}
