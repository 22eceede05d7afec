#pragma once

#include "domain/mukana-availability.h"
#include "domain/mukana-match-brief.h"
#include "domain/mukana-theme-tree.h"

G_BEGIN_DECLS

/* Shelf n has the people whose ids are from n times this on. */
#define MUKANA_SHELF_PEOPLE 64

/* Roles that the people of a shelf may have and still stand on it with their briefs. */
#define MUKANA_SHELF_ROLES 8

typedef enum
{
  MUKANA_SHELVED_LACKING,      /* may be read, but from the tables only */
  MUKANA_SHELVED_OTHER,        /* may not be read: that they are, and in what state */
  MUKANA_SHELVED_PACK,         /* to be opened before anything is known */
  MUKANA_SHELVED_BRIEF,        /* with all that the index looks at */
} MukanaShelvedKind;

/* What an index asks of somebody first, and of most people only. */
typedef struct
{
  MukanaMatchBrief     brief;      /* without its place */
  MukanaMatchBriefMore more;
  MukanaPosition       position;
  guint32              languages;
  guint8               roles;      /* set of places in the roles of the shelf */
  guint8               days;       /* set of days of @week that are not empty, Monday first */
  guint8               zero[2];
} MukanaShelvedHead;

G_STATIC_ASSERT (sizeof (MukanaShelvedHead) == 88);

/* One person on a shelf. */
typedef struct
{
  gint64             person_id;
  MukanaShelvedKind  kind;
  gint8              state;        /* of OTHER */
  MukanaShelvedHead  head;         /* of BRIEF, with @week */
  MukanaWeek         week;         /* half hours of any season and week they have told */
  const guint8      *pack;         /* of PACK and BRIEF; borrowed from the bytes of the shelf */
  gsize              pack_length;
} MukanaShelved;

typedef struct _MukanaShelfWriter MukanaShelfWriter;

MukanaShelfWriter *mukana_shelf_writer_new         (MukanaThemeTree   *tree,
                                                    MukanaDay          today);
void               mukana_shelf_writer_add_other   (MukanaShelfWriter *self,
                                                    gint64             person_id,
                                                    gint8              state);
void               mukana_shelf_writer_add_lacking (MukanaShelfWriter *self,
                                                    gint64             person_id);
gboolean           mukana_shelf_writer_add_pack    (MukanaShelfWriter *self,
                                                    gint64             person_id,
                                                    const guint8      *pack,
                                                    gsize              length);
GBytes            *mukana_shelf_writer_finish      (MukanaShelfWriter *self);
void               mukana_shelf_writer_free        (MukanaShelfWriter *self);

/* A shelf that is read; its bytes are borrowed. */
typedef struct
{
  gint64        first_id;
  guint         n_themes;
  guint         n_left;            /* people not read yet */
  guint         n_roles;
  GQuark        roles[MUKANA_SHELF_ROLES];
  MukanaShelvedHead usual;
  const guint8 *next;              /* what is told of the next of them */
  const guint8 *packs_begin;       /* where that ends */
  const guint8 *packs;             /* the pack of the next who has one; all lie together */
  const guint8 *end;
} MukanaShelfReader;

guint32  mukana_shelf_sum_of_themes (MukanaThemeTree   *tree);
gboolean mukana_shelf_reader_init   (MukanaShelfReader *self,
                                     gint64             shelf,
                                     const guint8      *bytes,
                                     gsize              length,
                                     guint32            sum_of_themes,
                                     guint              n_themes);
int      mukana_shelf_reader_next   (MukanaShelfReader *self,
                                     MukanaShelved     *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaShelfWriter, mukana_shelf_writer_free)

G_END_DECLS
