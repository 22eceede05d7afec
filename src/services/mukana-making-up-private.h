#pragma once

/* What the three parts of making up a register share. */

#include "services/mukana-lexicon.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

typedef struct
{
  MukanaDb      *db;
  GRand         *rand;
  MukanaLexicon *lexicon;
  MukanaDay      today;
  GPtrArray     *names[2][2];    /* of char *: Finnish, Swedish × first, last */
  GHashTable    *taken;          /* set of char *: full names */
  GArray        *helpers;        /* gint64 ids of those who may be asked, the cast first */
} MukanaMadeUp;

/* The people who play a part in the requests, first among the helpers. */
enum
{
  MUKANA_CAST_AINO,
  MUKANA_CAST_VEIKKO,
  MUKANA_CAST_HENNA,
  MUKANA_CAST_TUOMAS,
  MUKANA_CAST_MIRJA,
  MUKANA_CAST_TAPIO,
  MUKANA_N_CAST,
};

gboolean    mukana_made_up_people        (MukanaMadeUp        *self,
                                          guint                n_people,
                                          GError             **error);
gboolean    mukana_made_up_organisations (MukanaMadeUp        *self,
                                          GError             **error);
gboolean    mukana_made_up_requests      (MukanaMadeUp        *self,
                                          GError             **error);

gboolean    mukana_made_up_chance        (MukanaMadeUp        *self,
                                          int                  percent);
int         mukana_made_up_between       (MukanaMadeUp        *self,
                                          int                  least,
                                          int                  most);
const char *mukana_made_up_one_of        (MukanaMadeUp        *self,
                                          const char * const  *choices,
                                          guint                n_choices);
char       *mukana_made_up_name          (MukanaMadeUp        *self,
                                          gboolean             is_swedish,
                                          char               **given,
                                          char               **family);
char       *mukana_made_up_address       (const char          *given,
                                          const char          *family);
MukanaDay   mukana_made_up_weekday       (MukanaDay            day);

/* One of an array, by chance. */
#define mukana_made_up_pick(self, array) \
  ((array)[mukana_made_up_between ((self), 0, (int) G_N_ELEMENTS (array) - 1)])

G_END_DECLS
