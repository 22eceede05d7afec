/* mukana-asked-people.c: which people the list is to show next, because another page asks for them.
 *
 * Pages do not know each other: one leaves the conditions, and the list takes them when it is
 * shown.
 */

#include "ui/app/mukana-asked-people.h"

#define ASKED "asked-people"   /* of the context: char * */

/** mukana_asked_people_put: @conditions: as mukana_people_filter_parse() takes them */
void
mukana_asked_people_put (MukanaContext *context,
                         const char    *conditions)
{
  g_object_set_data_full (G_OBJECT (context), ASKED, g_strdup (conditions), g_free);
}

/** mukana_asked_people_take: Returns: (nullable): yours, once */
char *
mukana_asked_people_take (MukanaContext *context)
{
  return g_object_steal_data (G_OBJECT (context), ASKED);
}
