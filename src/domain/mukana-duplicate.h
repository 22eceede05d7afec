#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What tells people apart; any may be NULL, the year 0. */
typedef struct
{
  const char *given_name;
  const char *family_name;
  const char *email;
  const char *phone;
  int         birth_year;
} MukanaIdentity;

typedef enum
{
  MUKANA_LIKENESS_EMAIL       = 1 << 0,
  MUKANA_LIKENESS_PHONE       = 1 << 1,
  MUKANA_LIKENESS_NAME        = 1 << 2,   /* the same, apart from case, spaces and umlauts */
  MUKANA_LIKENESS_SWAPPED     = 1 << 3,   /* the same with given and family name exchanged */
  MUKANA_LIKENESS_SPELLING    = 1 << 4,   /* nearly the same name */
  MUKANA_LIKENESS_INITIAL     = 1 << 5,   /* the given name is shortened in one */
  MUKANA_LIKENESS_BIRTH_YEAR  = 1 << 6,
  MUKANA_LIKENESS_OTHER_NAME  = 1 << 7,   /* speaks against */
  MUKANA_LIKENESS_OTHER_YEAR  = 1 << 8,   /* speaks against */
  MUKANA_LIKENESS_LANGUAGE    = 1 << 9,   /* the given name is the same in Finnish and Swedish */
  MUKANA_LIKENESS_ROW         = 1 << 10,  /* of two rows of a list, not of two people */
} MukanaLikenessReasons;

/* From here on a person should look at the pair. */
#define MUKANA_LIKENESS_ASK 55

int          mukana_identity_likeness  (const MukanaIdentity  *a,
                                        const MukanaIdentity  *b,
                                        MukanaLikenessReasons *reasons);
gboolean     mukana_identity_may_match (const MukanaIdentity  *a,
                                        const MukanaIdentity  *b);
char       **mukana_identity_keys      (const MukanaIdentity  *self);
const char **mukana_likeness_sentences (MukanaLikenessReasons  reasons);

G_END_DECLS
