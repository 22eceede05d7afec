#pragma once

#include "base/mukana-days.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

/* The kind of a request in the diary, which is lost with what came after a copy. */
#define MUKANA_TAKEN_BACK_ASKED "asked"

/* One thing that somebody took back. */
typedef struct
{
  char     *kind;      /* "consent", "guardian"; of a person "restricted", "objected", "hidden" */
  gint64    id;        /* of the row */
  gint64    at;        /* 0: it holds no more, as when a merge was undone */
  MukanaDay day;
  char     *how;       /* of a guardian: when the yes was given; in the file of no consent */
  gint64    made_at;   /* when the row was, or 0 */
} MukanaTakenBack;

/* The file beside a register, as the one who writes the register knows it. */
typedef struct _MukanaTakenBackFile MukanaTakenBackFile;

void                 mukana_taken_back_free        (MukanaTakenBack      *self);
GPtrArray           *mukana_taken_back_list        (MukanaDb             *db,
                                                    GError              **error);
GPtrArray           *mukana_taken_back_read        (MukanaDb             *db,
                                                    const char           *path,
                                                    gint64               *revision,
                                                    GError              **error);
gboolean             mukana_taken_back_apply       (MukanaDb             *db,
                                                    GPtrArray            *taken_back,
                                                    gint64               *n_applied,
                                                    GError              **error);
gboolean             mukana_taken_back_catch_up    (MukanaDb             *db,
                                                    gint64                revision,
                                                    gboolean              only_reads,
                                                    gint64               *n_applied,
                                                    GError              **error);

gboolean             mukana_taken_back_count_lost  (MukanaDb             *db,
                                                    gint64                revision,
                                                    gint64               *n_lost,
                                                    GError              **error);

MukanaTakenBackFile *mukana_taken_back_file_new    (const char           *register_path);
void                 mukana_taken_back_file_free   (MukanaTakenBackFile  *self);
void                 mukana_taken_back_file_follow (MukanaTakenBackFile  *self,
                                                    MukanaDb             *db,
                                                    MukanaChangeSet      *changes);

G_END_DECLS
