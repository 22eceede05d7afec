#pragma once

#include "services/mukana-document.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

/* The tables of the diary of requests about own data: which of them. */
typedef enum
{
  MUKANA_DIARY_COUNTS,
  MUKANA_DIARY_WAITING,
  MUKANA_DIARY_ANSWERED,
} MukanaDiaryPart;

gboolean mukana_diary_table_add (MukanaDb         *db,
                                 MukanaDiaryPart   part,
                                 GKeyFile         *words,
                                 MukanaDocument   *document,
                                 GError          **error);

G_END_DECLS
