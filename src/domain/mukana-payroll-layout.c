/* mukana-payroll-layout.c: which columns the county's payroll wants, and what it calls them.
 *
 * There is no column for a theme, for a role of experience or for what was asked for.  What is
 * not in this list cannot be sent, and an identity code or an account only where the register
 * keeps them: usually the payroll holds those itself.
 */

#include "domain/mukana-payroll-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"

#define HEADING_LIMIT 60

static const struct
{
  const char *code;       /* as stored */
  const char *label;      /* also its heading, until the county gives another */
  gboolean    is_usual;
} columns[MUKANA_N_PAYROLL_COLUMNS] = {
  [MUKANA_PAYROLL_PERSON_NUMBER] = { "person", N_("Number of the person in Mukana"), FALSE },
  [MUKANA_PAYROLL_PERSON_REF] = { "payroll-id", N_("Number in payroll"), TRUE },
  [MUKANA_PAYROLL_NAME] = { "name", N_("Name"), TRUE },
  [MUKANA_PAYROLL_INCOME_TYPE] = { "income-type", N_("Income type"), TRUE },
  [MUKANA_PAYROLL_TEXT] = { "text", N_("Text"), TRUE },
  [MUKANA_PAYROLL_DAY] = { "day", N_("Day"), TRUE },
  [MUKANA_PAYROLL_QUANTITY] = { "quantity", N_("Quantity"), TRUE },
  [MUKANA_PAYROLL_UNIT] = { "unit", N_("Unit price"), TRUE },
  [MUKANA_PAYROLL_AMOUNT] = { "amount", N_("Amount"), TRUE },
  [MUKANA_PAYROLL_KILOMETRES] = { "km", N_("Kilometres"), TRUE },
  [MUKANA_PAYROLL_PASSENGERS] = { "passengers", N_("Passengers"), FALSE },
  [MUKANA_PAYROLL_COST_CENTRE] = { "cost-centre", N_("Cost centre"), TRUE },
  [MUKANA_PAYROLL_RECEIPT] = { "receipt", N_("Voucher"), FALSE },
  [MUKANA_PAYROLL_ASSIGNMENT] = { "assignment", N_("Number of the assignment"), FALSE },
  [MUKANA_PAYROLL_LINE] = { "line", N_("Number of the line in Mukana"), TRUE },
  [MUKANA_PAYROLL_CORRECTS] = { "corrects", N_("Corrects line"), TRUE },
  [MUKANA_PAYROLL_BATCH] = { "batch", N_("Number of the batch"), FALSE },
  [MUKANA_PAYROLL_TAX_CARD] = { "tax-card", N_("Tax card given on"), FALSE },
  [MUKANA_PAYROLL_PENSION] = { "pension", N_("Pension certificate seen on"), FALSE },
  [MUKANA_PAYROLL_IDENTITY_CODE] = { "identity-code", N_("Personal identity code"), FALSE },
  [MUKANA_PAYROLL_ACCOUNT] = { "account", N_("Account number (IBAN)"), FALSE },
};

static void
free_heading (gpointer data)
{
  g_free (((MukanaPayrollHeading *) data)->heading);
  g_free (data);
}

static void
add_column (GPtrArray           *layout,
            MukanaPayrollColumn  column,
            const char          *heading)
{
  MukanaPayrollHeading *added = g_new0 (MukanaPayrollHeading, 1);

  added->column = column;
  added->heading = g_strdup (heading);
  g_ptr_array_add (layout, added);
}

/**
 * mukana_payroll_layout_default:
 *
 * A payroll knows people by its own number; ours says nothing there, see
 * mukana_payroll_layout_name_people().
 *
 * Returns: yours, of MukanaPayrollHeading
 */
GPtrArray *
mukana_payroll_layout_default (void)
{
  GPtrArray *layout = g_ptr_array_new_with_free_func (free_heading);

  for (int column = 0; column < MUKANA_N_PAYROLL_COLUMNS; column++)
    if (columns[column].is_usual)
      add_column (layout, (MukanaPayrollColumn) column, _(columns[column].label));

  return layout;
}

/* Whoever writes the columns has their words; what is stored are the codes. */
static int
find_column (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (int column = 0; column < MUKANA_N_PAYROLL_COLUMNS; column++)
    {
      g_autofree char *label = g_utf8_casefold (_(columns[column].label), -1);

      if (strcmp (columns[column].code, word) == 0 || strcmp (label, folded) == 0)
        return column;
    }

  return -1;
}

static gboolean
is_there (GPtrArray *layout,
          int        column)
{
  for (guint i = 0; i < layout->len; i++)
    if ((int) ((MukanaPayrollHeading *) g_ptr_array_index (layout, i))->column == column)
      return TRUE;

  return FALSE;
}

/**
 * mukana_payroll_layout_name_people:
 * @layout: the default
 * @n_known: of how many people the number in payroll is known
 * @n_people: of how many in all
 *
 * Whom payroll's own number does not tell, ours keeps apart from others of the same name.
 */
void
mukana_payroll_layout_name_people (GPtrArray *layout,
                                   guint      n_known,
                                   guint      n_people)
{
  if (n_known == n_people)
    return;

  add_column (layout, MUKANA_PAYROLL_PERSON_NUMBER,
              _(columns[MUKANA_PAYROLL_PERSON_NUMBER].label));
  g_ptr_array_insert (layout, 0, g_ptr_array_steal_index (layout, layout->len - 1));
  for (guint i = layout->len; n_known == 0 && i > 0; i--)
    if (((MukanaPayrollHeading *) g_ptr_array_index (layout, i - 1))->column ==
        MUKANA_PAYROLL_PERSON_REF)
      g_ptr_array_remove_index (layout, i - 1);
}

/** mukana_payroll_layout_tells_whose: also where payroll's own number is not known */
gboolean
mukana_payroll_layout_tells_whose (GPtrArray *layout)
{
  return is_there (layout, MUKANA_PAYROLL_PERSON_NUMBER) || is_there (layout, MUKANA_PAYROLL_NAME);
}

static const char *
read_line (GPtrArray  *layout,
           const char *line)
{
  g_auto (GStrv) halves = g_strsplit (line, "=", 2);
  int column = find_column (g_strstrip (halves[0]));
  const char *heading = halves[1] != NULL ? g_strstrip (halves[1]) : "";

  if (column < 0)
    return N_("There is no such column for the payroll.");
  if (is_there (layout, column))
    return N_("A column is there twice.");
  if (*heading == '\0')
    heading = _(columns[column].label);
  if (g_utf8_strlen (heading, -1) > HEADING_LIMIT)
    return N_("A heading is too long.");

  add_column (layout, (MukanaPayrollColumn) column, heading);
  return NULL;
}

/**
 * mukana_payroll_layout_parse:
 * @text: a line for each column, in order: its code or its name, and "=" with its heading when
 *   that is another than the name
 *
 * Errors: %MUKANA_ERROR_INVALID with a sentence
 * Returns: yours, of MukanaPayrollHeading
 */
GPtrArray *
mukana_payroll_layout_parse (const char  *text,
                             GError     **error)
{
  g_autoptr (GPtrArray) layout = g_ptr_array_new_with_free_func (free_heading);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const char *problem = NULL, *wrong = NULL;

  for (guint i = 0; lines[i] != NULL && problem == NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && (problem = read_line (layout, lines[i])) != NULL)
      wrong = lines[i];

  if (problem == NULL && !is_there (layout, MUKANA_PAYROLL_AMOUNT))
    problem = N_("The payroll needs the amount.");
  if (problem == NULL && !is_there (layout, MUKANA_PAYROLL_PERSON_NUMBER) &&
      !is_there (layout, MUKANA_PAYROLL_NAME) && !is_there (layout, MUKANA_PAYROLL_PERSON_REF))
    problem = N_("The payroll needs to know whose the money is.");

  if (problem == NULL)
    return g_steal_pointer (&layout);

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, problem);
  if (wrong != NULL && error != NULL)
    mukana_error_set_detail (*error, g_strdup (wrong));
  return NULL;
}

/** mukana_payroll_column_identifies: whether it tells what only some registers keep */
gboolean
mukana_payroll_column_identifies (MukanaPayrollColumn column)
{
  return column == MUKANA_PAYROLL_IDENTITY_CODE || column == MUKANA_PAYROLL_ACCOUNT;
}

/** mukana_payroll_layout_identifies: whether a column of @layout does */
gboolean
mukana_payroll_layout_identifies (GPtrArray *layout)
{
  return is_there (layout, MUKANA_PAYROLL_IDENTITY_CODE) ||
         is_there (layout, MUKANA_PAYROLL_ACCOUNT);
}

/** mukana_payroll_layout_hide_identity: leaves those columns out of @layout */
void
mukana_payroll_layout_hide_identity (GPtrArray *layout)
{
  for (guint i = layout->len; i > 0; i--)
    {
      MukanaPayrollHeading *heading = g_ptr_array_index (layout, i - 1);

      if (mukana_payroll_column_identifies (heading->column))
        g_ptr_array_remove_index (layout, i - 1);
    }
}

/** mukana_payroll_layout_to_text: Returns: yours, as mukana_payroll_layout_parse() reads it */
char *
mukana_payroll_layout_to_text (GPtrArray *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layout->len; i++)
    {
      MukanaPayrollHeading *heading = g_ptr_array_index (layout, i);

      g_string_append_printf (text, "%s=%s\n", columns[heading->column].code, heading->heading);
    }

  return g_string_free (text, FALSE);
}

/** mukana_payroll_layout_to_words: Returns: yours, for people: "Amount", or "Amount = Summa" */
char *
mukana_payroll_layout_to_words (GPtrArray *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layout->len; i++)
    {
      MukanaPayrollHeading *heading = g_ptr_array_index (layout, i);
      const char *label = _(columns[heading->column].label);

      g_string_append (text, label);
      if (strcmp (label, heading->heading) != 0)
        g_string_append_printf (text, " = %s", heading->heading);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

const char *
mukana_payroll_column_code (MukanaPayrollColumn column)
{
  return columns[column].code;
}

/** mukana_payroll_column_label: Returns: borrowed, a source string for gettext */
const char *
mukana_payroll_column_label (MukanaPayrollColumn column)
{
  return columns[column].label;
}
