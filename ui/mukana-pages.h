#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* Every page of the program, ended by NULL; filled in by Meson from the list in
 * ui/meson.build.  Their order on the screen is their own affair: see .order. */
extern const MukanaPageInfo * const mukana_page_infos[];

const MukanaPageInfo *mukana_pages_find (const char *id);

G_END_DECLS
