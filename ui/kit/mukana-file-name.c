/* mukana-file-name.c: the name that is offered for a file: what it is, of what, and of which day.
 *
 * Never whom it is about: a name is seen by whoever looks at the folder.
 */

#include "ui/kit/mukana-file-name.h"

#include "base/mukana-text.h"

#define LONGEST_PART 40

static void
add_part (GString    *name,
          const char *text)
{
  g_autofree char *slug = mukana_text_slug (text, LONGEST_PART);

  if (*slug != '\0')
    g_string_append_printf (name, "%s%s", name->len > 0 ? "-" : "", slug);
}

/**
 * mukana_file_name_new:
 * @kind: translated: "Invitation"
 * @title: (nullable): of the request
 * @day: (optional): MUKANA_DAY_NONE leaves it out
 * @number: of the record, where one request has several; 0 leaves it out
 * @ending: ".pdf"
 *
 * Returns: yours, "invitation-evening-of-carers-2026-12-10-103.pdf"
 */
char *
mukana_file_name_new (const char *kind,
                      const char *title,
                      MukanaDay   day,
                      gint64      number,
                      const char *ending)
{
  g_autoptr (GString) name = g_string_new (NULL);

  add_part (name, kind);
  if (title != NULL)
    add_part (name, title);
  if (day != MUKANA_DAY_NONE)
    {
      g_autofree char *iso = mukana_day_to_iso (day);

      g_string_append_printf (name, "-%s", iso);
    }
  if (number != 0)
    g_string_append_printf (name, "-%" G_GINT64_FORMAT, number);
  g_string_append (name, ending);
  return g_string_free (g_steal_pointer (&name), FALSE);
}
