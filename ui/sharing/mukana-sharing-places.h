#pragma once

#include "services/mukana-lexicon.h"
#include "services/mukana-sharing-out.h"

G_BEGIN_DECLS

/* One line or one column of what is known where. */
typedef struct
{
  const char *code;       /* borrowed, as cells have it */
  const char *label;      /* borrowed */
} MukanaSharingName;

/* How many know a theme in a place: a number, few of them, or a hole. */
typedef enum
{
  MUKANA_SHARING_HOLE,
  MUKANA_SHARING_SOME,    /* how many is told to nobody */
  MUKANA_SHARING_MANY,
} MukanaSharingLevel;

/* Themes by places: what the picture and the table both show.  Borrows from both it was made of. */
typedef struct
{
  GArray            *themes;    /* MukanaSharingName */
  GArray            *places;    /* MukanaSharingName */
  MukanaSharedWork  *work;
} MukanaSharingPlaces;

MukanaSharingPlaces      *mukana_sharing_places_new   (MukanaSharedWork          *work,
                                                       MukanaLexicon             *words,
                                                       const char                *county_code);
void                      mukana_sharing_places_free  (MukanaSharingPlaces       *self);
const MukanaSharingName  *mukana_sharing_places_theme (const MukanaSharingPlaces *self,
                                                       guint                      theme);
const MukanaSharingName  *mukana_sharing_places_place (const MukanaSharingPlaces *self,
                                                       guint                      place);
MukanaSharingLevel        mukana_sharing_places_level (const MukanaSharingPlaces *self,
                                                       guint                      theme,
                                                       guint                      place,
                                                       guint                     *n_people);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaSharingPlaces, mukana_sharing_places_free)

G_END_DECLS
