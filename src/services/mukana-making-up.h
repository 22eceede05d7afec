#pragma once

#include "store/mukana-store.h"

G_BEGIN_DECLS

/* How many people, and which of all the registers that could be made up. */
typedef struct
{
  guint   n_people;
  guint32 seed;
} MukanaMakingUp;

#define MUKANA_MAKING_UP_PEOPLE 250   /* as many as a small county has */

/* Job: takes a MukanaMakingUp, gives NULL.  Fills a register that was founded
 * and is empty, and marked as made up. */
extern const MukanaJob mukana_making_up_job;

MukanaStore *mukana_making_up_create (const char   *uri,
                                      GBytes       *key,
                                      MukanaClock  *clock,
                                      guint         n_people,
                                      guint32       seed,
                                      GError      **error);

G_END_DECLS
