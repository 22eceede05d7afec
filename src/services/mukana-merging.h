#pragma once

#include "domain/mukana-duplicate.h"
#include "domain/mukana-merge.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* By what two records of one name are told apart.  Of somebody whose consent has ended, and of a
 * place under non-disclosure, nothing. */
typedef struct
{
  gint64  id;
  char   *name;
  int     birth_year;          /* 0: not told */
  char   *municipality_code;   /* NULL: not told */
  char   *phone;               /* NULL: not told */
} MukanaRecordMark;

void mukana_record_mark_free (MukanaRecordMark *self);

/* Two records that may be one person. */
typedef struct
{
  MukanaRecordMark     *low;        /* NULL beyond the first hundred pairs */
  MukanaRecordMark     *high;
  gint64                low_id;
  gint64                high_id;
  char                 *low_name;
  char                 *high_name;
  int                   score;      /* 0 … 100 */
  MukanaLikenessReasons reasons;
} MukanaPair;

/* What was merged and can be parted again. */
typedef struct
{
  gint64    id;
  gint64    person_id;
  char     *name;
  MukanaDay day;
} MukanaMerged;

typedef struct
{
  GPtrArray *pairs;    /* MukanaPair, the likeliest first */
  GPtrArray *merged;   /* MukanaMerged, the newest first */
} MukanaDuplicates;

void mukana_duplicates_free (MukanaDuplicates *self);

/* Both records, to choose by. */
typedef struct
{
  MukanaRecordMark *kept_mark;
  MukanaRecordMark *gone_mark;
  MukanaPerson *kept;
  MukanaPerson *gone;
  guint         n_ends;   /* consents that end with the merge: the stricter record wins */
} MukanaMergeView;

void mukana_merge_view_free (MukanaMergeView *self);

typedef struct
{
  gint64  kept_id;
  gint64  gone_id;
  GStrv   take;      /* fields that the record which goes has its way in */
} MukanaMergeOrder;

MukanaMergeOrder *mukana_merge_order_new  (gint64               kept_id,
                                           gint64               gone_id,
                                           const char * const  *take);
void              mukana_merge_order_free (MukanaMergeOrder    *self);

/* Whom somebody thinks a record is the same as. */
typedef struct
{
  gint64  person_id;
  char   *needle;      /* of their name */
} MukanaMergeSearch;

MukanaMergeSearch *mukana_merge_search_new  (gint64             person_id,
                                             const char        *needle);
void               mukana_merge_search_free (MukanaMergeSearch *self);

MukanaRecordMark *mukana_record_mark_load (MukanaDb  *db,
                                           gint64     id,
                                           GError   **error);

/* Job: takes a MukanaMergeSearch, gives a GPtrArray of MukanaRecordMark, at most twenty. */
extern const MukanaJob mukana_merging_search_job;
/* Job: takes NULL, gives a MukanaDuplicates. */
extern const MukanaJob mukana_merging_find_job;
/* Job: takes a MukanaMergeOrder (without fields), gives a MukanaMergeView. */
extern const MukanaJob mukana_merging_view_job;
/* Job: takes a MukanaMergeOrder, gives the id of the merge (gint64 *). */
extern const MukanaJob mukana_merging_merge_job;
/* Job: takes the id of a merge (gint64 *), gives NULL: both are as they were. */
extern const MukanaJob mukana_merging_undo_job;
/* Job: takes a MukanaMergeOrder: the two are not one person; gives NULL. */
extern const MukanaJob mukana_merging_not_same_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaDuplicates, mukana_duplicates_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaMergeView, mukana_merge_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaMergeOrder, mukana_merge_order_free)

G_END_DECLS
