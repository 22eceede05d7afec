#pragma once

/* harness-work.h: numbered deeds on a register, and how many of them are in it.
 *
 * Deed 1 saves a person, 2 and 3 record consents of theirs, 4 proposes a request
 * to them, 5 withdraws a consent, which closes the proposal; 6 saves the next
 * person.  Each is one job of the program, so one transaction.  Whatever befalls
 * a register, it must hold the deeds up to some number, whole, and no others.
 */

#include "kit/mukana-test.h"

G_BEGIN_DECLS

#define HARNESS_DEEDS_OF_ONE_PERSON 5

/* On a store, as the program does, or on a bare connection whose settings the
 * test has changed. */
typedef struct
{
  MukanaStore *store;
  MukanaDb    *db;
  gint64       request_id;
  GArray      *people;       /* of gint64, in the order of their deeds */
} HarnessWork;

/* What was found in a register. */
typedef struct
{
  int   n_deeds;
  char *problem;             /* English; NULL: nothing is half there, nothing is damaged */
} HarnessReckoning;

MukanaTestRegister *harness_work_register_new (void);

HarnessWork        *harness_work_new          (MukanaStore         *store,
                                               MukanaDb            *db,
                                               GError             **error);
void                harness_work_free         (HarnessWork         *self);
gboolean            harness_work_do           (HarnessWork         *self,
                                               int                  deed,
                                               GError             **error);
HarnessReckoning   *harness_work_reckon       (HarnessWork         *self,
                                               GError             **error);
void                harness_reckoning_free    (HarnessReckoning    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HarnessWork, harness_work_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HarnessReckoning, harness_reckoning_free)

G_END_DECLS
