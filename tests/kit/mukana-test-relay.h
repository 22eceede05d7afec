#pragma once

/* mukana-test-relay.h: a stretch of network between a client and a server, which can be cut. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUKANA_TEST_CUT_NEVER,
  MUKANA_TEST_CUT_BEFORE,   /* the word never reaches the server */
  MUKANA_TEST_CUT_AFTER,    /* the server obeys, its answer is lost */
} MukanaTestCut;

typedef struct _MukanaTestRelay MukanaTestRelay;

MukanaTestRelay *mukana_test_relay_new  (const char      *server_folder,
                                         const char      *folder);
void             mukana_test_relay_cut  (MukanaTestRelay *self,
                                         MukanaTestCut    cut,
                                         const char      *word);
void             mukana_test_relay_free (MukanaTestRelay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaTestRelay, mukana_test_relay_free)

G_END_DECLS
