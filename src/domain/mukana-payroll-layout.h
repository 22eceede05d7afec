#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The columns of the file for the payroll: which, in which order, with which headings. */
typedef enum
{
  MUKANA_PAYROLL_PERSON_NUMBER,
  MUKANA_PAYROLL_PERSON_REF,
  MUKANA_PAYROLL_NAME,
  MUKANA_PAYROLL_INCOME_TYPE,
  MUKANA_PAYROLL_TEXT,
  MUKANA_PAYROLL_DAY,
  MUKANA_PAYROLL_QUANTITY,
  MUKANA_PAYROLL_UNIT,
  MUKANA_PAYROLL_AMOUNT,
  MUKANA_PAYROLL_KILOMETRES,
  MUKANA_PAYROLL_PASSENGERS,
  MUKANA_PAYROLL_COST_CENTRE,
  MUKANA_PAYROLL_RECEIPT,
  MUKANA_PAYROLL_ASSIGNMENT,
  MUKANA_PAYROLL_LINE,
  MUKANA_PAYROLL_CORRECTS,
  MUKANA_PAYROLL_BATCH,
  MUKANA_PAYROLL_TAX_CARD,
  MUKANA_PAYROLL_PENSION,
  MUKANA_PAYROLL_IDENTITY_CODE,    /* where the register keeps them */
  MUKANA_PAYROLL_ACCOUNT,
  MUKANA_N_PAYROLL_COLUMNS,
} MukanaPayrollColumn;

typedef struct
{
  MukanaPayrollColumn  column;
  char                *heading;
} MukanaPayrollHeading;

GPtrArray  *mukana_payroll_layout_default (void);
void        mukana_payroll_layout_name_people (GPtrArray      *layout,
                                               guint           n_known,
                                               guint           n_people);
gboolean    mukana_payroll_layout_tells_whose (GPtrArray      *layout);
GPtrArray  *mukana_payroll_layout_parse   (const char          *text,
                                           GError             **error);
char       *mukana_payroll_layout_to_text (GPtrArray           *layout);
char       *mukana_payroll_layout_to_words (GPtrArray          *layout);
gboolean    mukana_payroll_layout_identifies (GPtrArray       *layout);
void        mukana_payroll_layout_hide_identity (GPtrArray    *layout);
gboolean    mukana_payroll_column_identifies (MukanaPayrollColumn column);
const char *mukana_payroll_column_code    (MukanaPayrollColumn  column);
const char *mukana_payroll_column_label   (MukanaPayrollColumn  column);

G_END_DECLS
