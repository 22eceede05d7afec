#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of the program in one language, whatever language it speaks itself. */
typedef struct _MukanaCatalogue MukanaCatalogue;

MukanaCatalogue *mukana_catalogue_load (const char      *language);
const char      *mukana_catalogue_find (gpointer         self,
                                        const char      *context,
                                        const char      *word);
void             mukana_catalogue_free (MukanaCatalogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaCatalogue, mukana_catalogue_free)

G_END_DECLS
