#pragma once

#include <gio/gio.h>

#include "store/mukana-store.h"
#include "ui/kit/mukana-row.h"

G_BEGIN_DECLS

/* Where the rows of a list come from. */
typedef struct
{
  const MukanaJob *ids;          /* takes a filter, answers a GArray of gint64 */
  const MukanaJob *rows;         /* takes a MukanaIdPage, answers a GPtrArray of records */
  GBoxedCopyFunc   copy_filter;
  GDestroyNotify   free_filter;
  MukanaKind       kind;         /* of the records: REMOVED leaves at once */
  guint            names_too;    /* MUKANA_ROWS_FOLLOW() of kinds whose id is the record's too */
  guint            follows;      /* and of others whose changes ask for the ids anew */
  gboolean       (*needs_consent) (gconstpointer filter);   /* (nullable): ENDED leaves at once */

  /* Some filters need an answer of another job first, each time the ids are asked for. */
  const MukanaJob *first;        /* (nullable) */
  gpointer       (*ask_first)  (gconstpointer filter);   /* its question, owned; NULL: not needed */
  GDestroyNotify   free_first;
  void           (*take_first) (gpointer filter, gpointer answer);   /* keeps @answer */
} MukanaRowSource;

#define MUKANA_ROWS_FOLLOW(kind) (1u << (kind))

typedef enum
{
  MUKANA_ROWS_LOADING,   /* nothing is known yet */
  MUKANA_ROWS_READY,
  MUKANA_ROWS_FAILED,    /* see mukana_row_model_peek_error() */
} MukanaRowsState;

#define MUKANA_TYPE_ROW_MODEL (mukana_row_model_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRowModel, mukana_row_model, MUKANA, ROW_MODEL, GObject)

MukanaRowModel  *mukana_row_model_new         (MukanaStore           *store,
                                               const MukanaRowSource *source);
void             mukana_row_model_query       (MukanaRowModel        *self,
                                               gpointer               filter);
void             mukana_row_model_reload      (MukanaRowModel        *self);
MukanaRowsState  mukana_row_model_get_state   (MukanaRowModel        *self);
const GError    *mukana_row_model_peek_error  (MukanaRowModel        *self);
gint64           mukana_row_model_get_id      (MukanaRowModel        *self,
                                               guint                  position);
int              mukana_row_model_find        (MukanaRowModel        *self,
                                               gint64                 id);
guint            mukana_row_model_get_n_alive (MukanaRowModel        *self);

/* Rows whose box is ticked; they stay ticked while they are in the list. */
GArray          *mukana_row_model_dup_chosen  (MukanaRowModel        *self);
guint            mukana_row_model_get_n_chosen (MukanaRowModel       *self);
void             mukana_row_model_choose_none (MukanaRowModel        *self);

/* Signals "state-changed" and "chosen-changed". */

G_END_DECLS
