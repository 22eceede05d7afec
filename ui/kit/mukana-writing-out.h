#pragma once

#include "ui/kit/mukana-file-choose.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* What leaves the register as a file, of one kind: a constant. */
typedef struct
{
  const MukanaJob *write;      /* writes it; gives what @note takes, or @tell, or NULL */
  const MukanaJob *note;       /* says so in the journal; NULL: @write has done it */
  GDestroyNotify   free_arg;   /* of what both take */
  const char      *said;       /* a source string; NULL: @tell says it */
  char          *(*tell) (gconstpointer written);
} MukanaWritingOut;

/* Makes what is to be written, at @path; of what was asked, by mukana_writing_out_ask(). */
typedef gpointer (*MukanaWritingOutMake) (gconstpointer  asked,
                                          const char    *path);

void mukana_writing_out_run (MukanaPage              *page,
                             const MukanaWritingOut  *way,
                             gpointer                 arg);
void mukana_writing_out_ask (MukanaPage              *page,
                             const MukanaWritingOut  *way,
                             const MukanaFileChoose  *place,
                             MukanaWritingOutMake     make,
                             gpointer                 asked,
                             GDestroyNotify           free_asked);

G_END_DECLS
