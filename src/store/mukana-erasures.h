#pragma once

#include "domain/mukana-consent.h"
#include "domain/mukana-duplicate.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

/* Whether somebody in a list is one whose data were erased. */
typedef enum
{
  MUKANA_ERASED_NOT,
  MUKANA_ERASED_PERHAPS,   /* the name alone is theirs */
  MUKANA_ERASED_SURELY,
} MukanaErasedKind;

gboolean    mukana_erasures_erase      (MukanaDb              *db,
                                        gint64                 person_id,
                                        const char            *approved_by,
                                        GError               **error);
gboolean    mukana_erasures_catch_up   (MukanaDb              *db,
                                        gboolean               only_reads,
                                        GError               **error);
gboolean    mukana_erasures_complete_list (MukanaDb           *db,
                                        GError               **error);

/* Whether somebody of an imported list was erased before. */
GHashTable *mukana_erasures_suppressed (MukanaDb              *db,
                                        GError               **error);
char       *mukana_erasures_dup_secret (MukanaDb              *db,
                                        GError               **error);
MukanaErasedKind
            mukana_erasures_knows      (GHashTable            *suppressed,
                                        const char            *secret,
                                        const MukanaIdentity  *identity);
gboolean    mukana_erasures_keep_proof (MukanaDb              *db,
                                        MukanaConsent         *consent,
                                        GError               **error);

/* A theme of somebody that was erased after they withdrew its consent. */
gboolean    mukana_erasures_suppress_theme (MukanaDb          *db,
                                        MukanaConsent         *consent,
                                        GError               **error);
gboolean    mukana_erasures_unsuppress_theme (MukanaDb        *db,
                                        gint64                 person_id,
                                        const char            *theme_id,
                                        GError               **error);
gboolean    mukana_erasures_has_theme  (MukanaDb              *db,
                                        const char            *secret,
                                        gint64                 person_id,
                                        const char            *theme_id);

gboolean    mukana_erasures_unsuppress (MukanaDb              *db,
                                        gint64                 person_id,
                                        GError               **error);

G_END_DECLS
