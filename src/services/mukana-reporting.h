#pragma once

#include "domain/mukana-report.h"
#include "services/mukana-document.h"
#include "services/mukana-lexicon.h"
#include "services/mukana-sheet.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* What was done in a time, beside the time before it. */
typedef struct
{
  MukanaReportPeriod  period;
  MukanaReportPeriod  before;
  MukanaFigure        figures[MUKANA_N_FIGURES];
  MukanaFigure        earlier[MUKANA_N_FIGURES];
  GArray             *roles;        /* MukanaReportRow: people, by role */
  GArray             *places;       /* MukanaReportRow: people, by municipality */
  GArray             *units;        /* MukanaReportRow: cents paid, promised, and planned */
  GArray             *statements;   /* MukanaReportRow: asked and given, by kind of organisation */
  gboolean            is_empty;     /* nothing happened in the time */
} MukanaReport;

/* The tables, by the group of figures that they stand under. */
typedef enum
{
  MUKANA_REPORT_TABLE_ROLES,
  MUKANA_REPORT_TABLE_PLACES,
  MUKANA_REPORT_TABLE_STATEMENTS,
  MUKANA_REPORT_TABLE_UNITS,
  MUKANA_N_REPORT_TABLES
} MukanaReportTable;

void              mukana_report_free        (MukanaReport      *self);
MukanaReportGroup mukana_report_table_group (MukanaReportTable  table);

/* A report on paper; as a table where the file's name ends in ".xlsx" or ".csv". */
typedef struct
{
  MukanaReportPeriod  period;
  char               *path;
} MukanaReportPrint;

MukanaReportPrint *mukana_report_print_new  (const MukanaReportPeriod *period,
                                             const char               *path);
void               mukana_report_print_free (MukanaReportPrint        *self);
MukanaDocument    *mukana_report_document   (MukanaReport             *report,
                                             MukanaLexicon            *words,
                                             const char               *county_name,
                                             MukanaDay                 today);
MukanaSheet       *mukana_report_sheet      (MukanaReport             *report,
                                             MukanaLexicon            *words);
char              *mukana_report_title      (const MukanaReportPeriod *period);
char              *mukana_report_row_label  (MukanaReportTable         table,
                                             const MukanaReportRow    *row,
                                             MukanaLexicon            *words);
char              *mukana_report_row_cell   (MukanaReportTable         table,
                                             const MukanaReportRow    *row,
                                             guint                     column);
const char * const *mukana_report_headings  (MukanaReportTable         table);
GArray            *mukana_report_peek_table (MukanaReport             *self,
                                             MukanaReportTable         table);

/* Job of the door: MukanaReportPeriod -> MukanaReport. */
extern const MukanaJob mukana_report_job;
/* Job of the door: MukanaReportPrint -> another of the file, for the note of it. */
extern const MukanaJob mukana_report_print_job;
extern const MukanaJob mukana_report_note_job;   /* MukanaReportPrint -> NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaReport, mukana_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaReportPrint, mukana_report_print_free)

G_END_DECLS
