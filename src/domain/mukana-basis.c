/* mukana-basis.c: which rights a person has, by what allows the processing.
 *
 * Knows the words of the table of purposes and the articles of the law; knows
 * neither the store nor who asks.
 */

#include "domain/mukana-basis.h"

/* Whatever the basis is: 15, 16 and 18 have no exception by it. */
#define ALWAYS (MUKANA_RIGHT_ACCESS | MUKANA_RIGHT_CORRECTION | MUKANA_RIGHT_RESTRICTION)

/* Source: GDPR 7(3), 17(1)(b) and (3)(b), 20(1)(a) and (3), 21(1). */
static const struct
{
  const char   *basis;
  MukanaRights  rights;
} by_basis[] = {
  { "consent", ALWAYS | MUKANA_RIGHT_ERASURE | MUKANA_RIGHT_PORTABILITY | MUKANA_RIGHT_WITHDRAWAL },
  { "public-task", ALWAYS | MUKANA_RIGHT_ERASURE | MUKANA_RIGHT_OBJECTION },
  { "contract", ALWAYS | MUKANA_RIGHT_ERASURE | MUKANA_RIGHT_PORTABILITY },
  { "law", ALWAYS },
};

/**
 * mukana_basis_rights:
 * @basis: (nullable): a word of the table of purposes
 *
 * Returns: what a person may ask for; what everybody may when the basis is not known
 */
MukanaRights
mukana_basis_rights (const char *basis)
{
  for (gsize i = 0; i < G_N_ELEMENTS (by_basis); i++)
    if (g_strcmp0 (by_basis[i].basis, basis) == 0)
      return by_basis[i].rights;

  return ALWAYS;
}
