#pragma once

/* A register with a person and a request, and what is paid for it. */

#include "kit/mukana-test.h"
#include "services/mukana-batching.h"
#include "services/mukana-payroll.h"
#include "services/mukana-proposing.h"

G_BEGIN_DECLS

typedef struct
{
  MukanaTestRegister *place;
  char               *folder;    /* of files for the payroll */
  gint64              person;
} FeesKit;

gpointer           fees_run            (FeesKit         *self,
                                        const MukanaJob *job,
                                        gpointer         arg);
gint64             fees_run_for_id     (FeesKit         *self,
                                        const MukanaJob *job,
                                        gpointer         arg);
void               fees_fail           (FeesKit         *self,
                                        const MukanaJob *job,
                                        gpointer         arg,
                                        int              code);
void               fees_sql            (FeesKit    *self,
                                        const char *statements);
void               fees_set_up         (FeesKit       *self,
                                        gconstpointer  data);
void               fees_tear_down      (FeesKit       *self,
                                        gconstpointer  data);
void               fees_sit_down       (FeesKit    *self,
                                        const char *actor);
void               fees_add_assignment (FeesKit    *self,
                                        gint64      id,
                                        const char *day,
                                        const char *fee_mode);
GPtrArray         *fees_complete       (FeesKit *self,
                                        gint64   id,
                                        gint64   hundredths_km,
                                        int      passengers);
gint64             fees_amount         (GPtrArray *lines,
                                        guint      i);
GPtrArray         *fees_lines_of       (FeesKit *self,
                                        gint64   assignment_id);
gint64             fees_make_batch     (FeesKit *self);
MukanaBatchFile   *fees_read_batch     (FeesKit *self,
                                        gint64   id);
int                fees_move           (FeesKit         *self,
                                        gint64           id,
                                        MukanaBatchMove  step,
                                        const char      *reason);
gint64             fees_approve_batch  (FeesKit *self);
MukanaPayrollFile *fees_export         (FeesKit    *self,
                                        gint64      id,
                                        const char *name,
                                        gboolean    is_workbook);
char              *fees_read_whole     (const char *path,
                                        gsize      *length);

G_END_DECLS
