#pragma once

#include "domain/mukana-programme.h"
#include "services/mukana-document.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* An indicator with what is known of it. */
typedef struct
{
  MukanaIndicator *indicator;
  GPtrArray       *readings;      /* MukanaReading, newest first */
  gboolean         is_counted;    /* of this year, by the register itself */
  gint64           counted_hundredths;
} MukanaIndicatorRow;

typedef struct
{
  MukanaMeasure *measure;
  GPtrArray     *indicators;      /* MukanaIndicatorRow */
} MukanaMeasureRow;

typedef struct
{
  MukanaGoal *goal;
  GPtrArray  *measures;           /* MukanaMeasureRow */
} MukanaGoalRow;

typedef struct
{
  MukanaPriority *priority;
  GPtrArray      *goals;          /* MukanaGoalRow */
} MukanaPriorityRow;

/* The whole programme, in its order. */
typedef struct
{
  int        year;
  GPtrArray *priorities;          /* MukanaPriorityRow */
  guint      n_measures;
  guint      n_with[3];           /* by status, in the order of mukana_measure_statuses */
  guint      n_without;           /* of those, whose status nobody has told */
} MukanaProgramme;

void mukana_programme_free (MukanaProgramme *self);

/* Jobs. */
extern const MukanaJob mukana_programme_job;           /* NULL -> MukanaProgramme */
extern const MukanaJob mukana_programme_example_job;   /* NULL -> gint64 *, how many measures; only
                                                          into a programme that is empty */
extern const MukanaJob mukana_programme_clear_job;     /* NULL -> NULL; not after a reading */
extern const MukanaJob mukana_programme_print_job;     /* MukanaProgrammePrint -> NULL */

typedef struct
{
  char *language;                 /* of mukana_contact_languages */
  char *path;                     /* a new file, as PDF */
} MukanaProgrammePrint;

MukanaProgrammePrint *mukana_programme_print_new  (const char            *language,
                                                   const char            *path);
void                  mukana_programme_print_free (MukanaProgrammePrint  *self);
MukanaDocument       *mukana_programme_document   (MukanaDb              *db,
                                                   const char            *language,
                                                   GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaProgramme, mukana_programme_free)

G_END_DECLS
