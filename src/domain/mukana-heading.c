/* mukana-heading.c: which row of a list holds its headings, and what each column is.
 *
 * Counties write headings in Finnish, Swedish or English, above them a title and
 * the day it was last mended.  The words are in mukana-heading-words.c.  The answer
 * is a guess that a person sees and may change; nothing here looks at the rows below.
 */

#include "domain/mukana-heading-words.h"
#include "domain/mukana-list-words-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const guint MAX_TITLE_ROWS = 30;

static const struct
{
  const char *name;
  const char *label;
} kinds[MUKANA_N_LISTS] = {
  [MUKANA_LIST_UNKNOWN] = { "unknown", N_("Unknown") },
  [MUKANA_LIST_PEOPLE] = { "people", N_("People") },
  [MUKANA_LIST_CONSENTS] = { "consents", N_("Consents") },
  [MUKANA_LIST_AVAILABILITY] = { "availability", N_("Availability") },
  [MUKANA_LIST_ABSENCES] = { "absences", N_("Absences") },
  [MUKANA_LIST_PERSON_THEMES] = { "person_themes", N_("Themes of people") },
  [MUKANA_LIST_ORGANISATIONS] = { "organisations", N_("Organisations") },
  [MUKANA_LIST_REQUESTS] = { "requests", N_("Requests") },
  [MUKANA_LIST_REQUEST_SLOTS] = { "request_slots", N_("Times of requests") },
  [MUKANA_LIST_REQUEST_THEMES] = { "request_themes", N_("Themes of requests") },
  [MUKANA_LIST_ASSIGNMENTS] = { "assignments", N_("Assignments") },
  [MUKANA_LIST_FEES] = { "fees", N_("Fees") },
  [MUKANA_LIST_FEEDBACK] = { "feedback", N_("Feedback") },
  [MUKANA_LIST_CONTACTS_LOG] = { "contacts_log", N_("Log of contacts") },
  [MUKANA_LIST_THEMES] = { "themes", N_("Themes") },
  [MUKANA_LIST_MUNICIPALITIES] = { "municipalities", N_("Municipalities") },
};

static GHashTable *
peek_words (void)
{
  static GHashTable *words;

  if (g_once_init_enter (&words))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < mukana_n_heading_words; i++)
        {
          g_auto (GStrv) synonyms = g_strsplit (mukana_heading_words[i].words, "|", -1);

          for (guint j = 0; synonyms[j] != NULL; j++)
            {
              char *plain = mukana_list_fold_plain (synonyms[j]);

              g_assert (*plain != '\0');
              if (!g_hash_table_contains (table, plain))
                g_hash_table_insert (table, plain,
                                     GUINT_TO_POINTER (mukana_heading_words[i].column));
              else
                g_free (plain);
            }
        }

      g_once_init_leave (&words, table);
    }

  return words;
}

/**
 * mukana_column_guess:
 * @heading: (nullable): "Sähköposti (oma)", "first_name", "Kotikunta"
 *
 * Returns: what the column holds; %MUKANA_COLUMN_NONE when the words say nothing
 */
MukanaColumn
mukana_column_guess (const char *heading)
{
  g_autofree char *plain = mukana_list_fold_plain (heading);
  g_autofree char *whole = g_strdup (plain);
  MukanaColumn column;

  if (strlen (plain) > 80)
    return MUKANA_COLUMN_NONE;

  /* From the whole to its first word: what follows usually explains ("pvm", "oma", "2"). */
  for (;;)
    {
      char *space;

      column = GPOINTER_TO_UINT (g_hash_table_lookup (peek_words (), plain));
      if (column != MUKANA_COLUMN_NONE)
        return mukana_heading_consent (column, whole, whole + strlen (plain));
      if (!(space = strrchr (plain, ' ')))
        return column;
      *space = '\0';
    }
}

/** mukana_column_name: Returns: static, the stable name, as "given-name" */
const char *
mukana_column_name (MukanaColumn column)
{
  for (guint i = 0; i < mukana_n_heading_words; i++)
    if (mukana_heading_words[i].column == column)
      return mukana_heading_words[i].name;

  return "none";
}

/** mukana_column_from_name: Returns: the column of that name, else %MUKANA_COLUMN_NONE */
MukanaColumn
mukana_column_from_name (const char *name)
{
  for (guint i = 0; i < mukana_n_heading_words; i++)
    if (g_strcmp0 (mukana_heading_words[i].name, name) == 0)
      return mukana_heading_words[i].column;

  return MUKANA_COLUMN_NONE;
}

/** mukana_column_label: Returns: borrowed, words for people in the program's language */
const char *
mukana_column_label (MukanaColumn column)
{
  for (guint i = 0; i < mukana_n_heading_words; i++)
    if (mukana_heading_words[i].column == column)
      return _(mukana_heading_words[i].label);

  return _("Not taken in");
}

/** mukana_column_may_repeat: whether two columns of a list may both be this */
gboolean
mukana_column_may_repeat (MukanaColumn column)
{
  return column == MUKANA_COLUMN_NONE || column == MUKANA_COLUMN_NOTE ||
         column == MUKANA_COLUMN_BACKGROUND || column == MUKANA_COLUMN_THEMES ||
         column == MUKANA_COLUMN_IDENTITY_CODE;
}

static gboolean
has (const MukanaColumn *columns,
     guint               n_columns,
     MukanaColumn        wanted)
{
  for (guint i = 0; i < n_columns; i++)
    if (columns[i] == wanted)
      return TRUE;

  return FALSE;
}

#define HAS(column) has (columns, n_columns, MUKANA_COLUMN_##column)

static MukanaListKind
guess_register_kind (const MukanaColumn *columns,
                     guint               n_columns)
{
  gboolean has_theme = HAS (THEME) || HAS (THEMES);

  if (HAS (LABEL_FI) && (HAS (ID) || HAS (PARENT_ID) || HAS (CODE)))
    return MUKANA_LIST_THEMES;
  if (HAS (NAME_FI) && (HAS (CODE) || HAS (ID)) && !HAS (EMAIL))
    return MUKANA_LIST_MUNICIPALITIES;
  if (HAS (SUMMARY) && (HAS (ORGANISATION_ID) || HAS (ORGANISATION) || HAS (PERSON_ID)))
    return MUKANA_LIST_CONTACTS_LOG;
  if (HAS (RATING) || (HAS (SIDE) && HAS (ASSIGNMENT_ID)))
    return MUKANA_LIST_FEEDBACK;
  if (HAS (AMOUNT) && (HAS (ASSIGNMENT_ID) || HAS (PERSON_ID) || HAS (KM)))
    return MUKANA_LIST_FEES;
  if (HAS (REQUEST_ID) && HAS (PERSON_ID))
    return MUKANA_LIST_ASSIGNMENTS;
  if (HAS (REQUEST_ID) && has_theme)
    return MUKANA_LIST_REQUEST_THEMES;
  if (HAS (REQUEST_ID) && (HAS (START) || HAS (DATE)))
    return MUKANA_LIST_REQUEST_SLOTS;
  if (HAS (PURPOSE) && (HAS (PERSON_ID) || HAS (NAME) || HAS (GIVEN)))
    return MUKANA_LIST_CONSENTS;
  if (HAS (WEEKDAY) && HAS (START))
    return MUKANA_LIST_AVAILABILITY;
  if (HAS (PERSON_ID) && has_theme)
    return MUKANA_LIST_PERSON_THEMES;
  if (HAS (PERSON_ID) && HAS (FROM))
    return MUKANA_LIST_ABSENCES;

  return MUKANA_LIST_UNKNOWN;
}

/**
 * mukana_list_kind_guess:
 * @columns: what the columns are
 *
 * Returns: what a list with those columns is about
 */
MukanaListKind
mukana_list_kind_guess (const MukanaColumn *columns,
                        guint               n_columns)
{
  MukanaListKind kind = guess_register_kind (columns, n_columns);

  if (kind != MUKANA_LIST_UNKNOWN)
    return kind;

  if (HAS (TITLE) &&
      (HAS (PEOPLE) || HAS (MODE) || HAS (SLOTS) || HAS (UNIT) || HAS (REQUESTER) || HAS (DATE)))
    return MUKANA_LIST_REQUESTS;
  if (HAS (BUSINESS_ID) ||
      (HAS (ORGANISATION) && !HAS (NAME) && !HAS (GIVEN_NAME) && !HAS (FAMILY_NAME)) ||
      (HAS (NAME) && HAS (CONTACT_PERSON)))
    return MUKANA_LIST_ORGANISATIONS;
  if (HAS (NAME) || HAS (GIVEN_NAME) || HAS (FAMILY_NAME))
    return MUKANA_LIST_PEOPLE;

  return MUKANA_LIST_UNKNOWN;
}

/* In lists of a kind, a heading may mean something else than by itself. */
static const struct
{
  MukanaListKind kind;
  MukanaColumn   heading;
  MukanaColumn   meaning;
} meanings[] = {
  { MUKANA_LIST_PEOPLE, MUKANA_COLUMN_KIND, MUKANA_COLUMN_ROLE },
  { MUKANA_LIST_PEOPLE, MUKANA_COLUMN_LANGUAGE, MUKANA_COLUMN_LANGUAGES },
  { MUKANA_LIST_PEOPLE, MUKANA_COLUMN_KM, MUKANA_COLUMN_MAX_KM },
  { MUKANA_LIST_PEOPLE, MUKANA_COLUMN_THEME, MUKANA_COLUMN_THEMES },
  { MUKANA_LIST_PEOPLE, MUKANA_COLUMN_FROM, MUKANA_COLUMN_JOINED },
  { MUKANA_LIST_PEOPLE, MUKANA_COLUMN_UNTIL, MUKANA_COLUMN_ENDED },
  { MUKANA_LIST_PEOPLE, MUKANA_COLUMN_GIVEN, MUKANA_COLUMN_CONSENT },
  { MUKANA_LIST_PEOPLE, MUKANA_COLUMN_TEXT, MUKANA_COLUMN_NOTE },
  { MUKANA_LIST_PEOPLE, MUKANA_COLUMN_DESCRIPTION, MUKANA_COLUMN_NOTE },
  { MUKANA_LIST_PERSON_THEMES, MUKANA_COLUMN_ROLE, MUKANA_COLUMN_PERSPECTIVE },
  { MUKANA_LIST_PERSON_THEMES, MUKANA_COLUMN_THEMES, MUKANA_COLUMN_THEME },
  { MUKANA_LIST_REQUEST_THEMES, MUKANA_COLUMN_THEMES, MUKANA_COLUMN_THEME },
  { MUKANA_LIST_ORGANISATIONS, MUKANA_COLUMN_ORGANISATION, MUKANA_COLUMN_NAME },
  { MUKANA_LIST_ORGANISATIONS, MUKANA_COLUMN_ROLE, MUKANA_COLUMN_KIND },
  { MUKANA_LIST_ORGANISATIONS, MUKANA_COLUMN_THEME, MUKANA_COLUMN_THEMES },
  { MUKANA_LIST_REQUESTS, MUKANA_COLUMN_EMAIL, MUKANA_COLUMN_REQUESTER_EMAIL },
  { MUKANA_LIST_REQUESTS, MUKANA_COLUMN_LANGUAGES, MUKANA_COLUMN_LANGUAGE },
  { MUKANA_LIST_REQUESTS, MUKANA_COLUMN_THEME, MUKANA_COLUMN_THEMES },
  { MUKANA_LIST_REQUESTS, MUKANA_COLUMN_CONTACT_PERSON, MUKANA_COLUMN_REQUESTER },
  { MUKANA_LIST_REQUESTS, MUKANA_COLUMN_AMOUNT, MUKANA_COLUMN_FEE },
  { MUKANA_LIST_AVAILABILITY, MUKANA_COLUMN_JOINED, MUKANA_COLUMN_FROM },
  { MUKANA_LIST_AVAILABILITY, MUKANA_COLUMN_EXPIRES, MUKANA_COLUMN_UNTIL },
  { MUKANA_LIST_ABSENCES, MUKANA_COLUMN_START, MUKANA_COLUMN_FROM },
  { MUKANA_LIST_ABSENCES, MUKANA_COLUMN_END, MUKANA_COLUMN_UNTIL },
  { MUKANA_LIST_FEEDBACK, MUKANA_COLUMN_GIVEN, MUKANA_COLUMN_DATE },
  { MUKANA_LIST_FEEDBACK, MUKANA_COLUMN_NOTE, MUKANA_COLUMN_TEXT },
  { MUKANA_LIST_THEMES, MUKANA_COLUMN_CODE, MUKANA_COLUMN_ID },
  { MUKANA_LIST_MUNICIPALITIES, MUKANA_COLUMN_ID, MUKANA_COLUMN_CODE },
};

/** mukana_list_kind_settle: gives the columns of a list the meaning they have in its kind */
void
mukana_list_kind_settle (MukanaListKind  kind,
                         MukanaColumn   *columns,
                         guint           n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    for (guint j = 0; j < G_N_ELEMENTS (meanings); j++)
      if (meanings[j].kind == kind && meanings[j].heading == columns[i] &&
          (mukana_column_may_repeat (meanings[j].meaning) ||
           !has (columns, n_columns, meanings[j].meaning)))
        {
          columns[i] = meanings[j].meaning;
          break;
        }
}

/** mukana_list_kind_name: Returns: static, the stable name, as "person_themes" */
const char *
mukana_list_kind_name (MukanaListKind kind)
{
  return kinds[kind < MUKANA_N_LISTS ? kind : MUKANA_LIST_UNKNOWN].name;
}

MukanaListKind
mukana_list_kind_from_name (const char *name)
{
  for (guint i = 0; i < MUKANA_N_LISTS; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return i;

  return MUKANA_LIST_UNKNOWN;
}

/** mukana_list_kind_label: Returns: borrowed, words for people in the program's language */
const char *
mukana_list_kind_label (MukanaListKind kind)
{
  return _(kinds[kind < MUKANA_N_LISTS ? kind : MUKANA_LIST_UNKNOWN].label);
}

/* The columns of a row; how many different ones its words name. */
static guint
guess_row (const char * const *cells,
           MukanaColumn       *columns,
           guint               n_columns)
{
  guint n_found = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      columns[i] = mukana_column_guess (cells[i]);
      if (columns[i] == MUKANA_COLUMN_NONE)
        continue;

      if (has (columns, i, columns[i]))
        {
          if (!mukana_column_may_repeat (columns[i]))
            columns[i] = MUKANA_COLUMN_NONE;
        }
      else
        n_found++;
    }

  return n_found;
}

/**
 * mukana_heading_find:
 * @rows: the first rows of a list, each a NULL-terminated array of its cells
 * @n_rows: how many; more than thirty are not looked at
 *
 * The headings are the row whose words name the most columns, and the first of
 * such rows.  Rows above it are titles.
 *
 * Returns: yours; its row is -1 and its kind unknown when no row names a column
 */
MukanaHeading *
mukana_heading_find (const char * const * const *rows,
                     guint                       n_rows)
{
  MukanaHeading *self = g_new0 (MukanaHeading, 1);
  guint best = 0;

  self->row = -1;
  for (guint i = 0; i < MIN (n_rows, MAX_TITLE_ROWS); i++)
    {
      guint n_columns = g_strv_length ((char **) rows[i]);
      g_autofree MukanaColumn *columns = g_new0 (MukanaColumn, n_columns + 1);
      guint n_found = guess_row (rows[i], columns, n_columns);

      /* One word among many is a value that happens to be a heading elsewhere. */
      if (n_found <= best || (n_found == 1 && n_columns > 2))
        continue;

      best = n_found;
      self->row = (int) i;
      self->n_columns = n_columns;
      g_free (self->columns);
      self->columns = g_steal_pointer (&columns);
    }

  self->kind = mukana_list_kind_guess (self->columns, self->n_columns);
  mukana_list_kind_settle (self->kind, self->columns, self->n_columns);
  return self;
}

void
mukana_heading_free (MukanaHeading *self)
{
  g_free (self->columns);
  g_free (self);
}

/** mukana_heading_index: Returns: the first column that is @column, or -1 */
int
mukana_heading_index (const MukanaHeading *self,
                      MukanaColumn         column)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] == column)
      return (int) i;

  return -1;
}
