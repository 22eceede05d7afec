#pragma once

#include "domain/mukana-duplicate.h"
#include "domain/mukana-person.h"
#include "store/mukana-erasures.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Somebody in the register who may be the one that is typed. */
typedef struct
{
  gint64                person_id;
  char                 *name;
  int                   birth_year;   /* 0: not told */
  int                   score;        /* 0 … 100 */
  MukanaLikenessReasons reasons;
} MukanaAlikePerson;

typedef struct
{
  GPtrArray       *people;    /* MukanaAlikePerson, the likeliest first; a few */
  MukanaErasedKind erased;    /* whether the one that is typed was erased before */
} MukanaAlike;

void mukana_alike_free (MukanaAlike *self);

/* Job: takes a MukanaPerson as it is being typed, gives a MukanaAlike. */
extern const MukanaJob mukana_recognising_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaAlike, mukana_alike_free)

G_END_DECLS
