/* mukana-consent-deeds.c: opens a recorded consent, and notes how its withdrawal was told. */

#include "ui/people/mukana-consent-deeds.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-consenting.h"
#include "ui/app/mukana-consent-sheet.h"
#include "ui/people/mukana-person-page.h"

static gint64
get_person_id (GtkWidget *page)
{
  const MukanaPersonFile *file = mukana_person_page_peek_file (MUKANA_PERSON_PAGE (page));

  return file != NULL ? file->person->id : 0;
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gint64 id = get_person_id (widget);
  const char *purpose, *theme_id;

  g_variant_get (parameter, "(&s&s)", &purpose, &theme_id);
  if (id != 0)
    gtk_window_present (mukana_consent_sheet_new (MUKANA_PAGE (widget), id, purpose,
                                                  *theme_id ? theme_id : NULL));
}

static void
tell_how_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gint64 id = get_person_id (widget);
  const char *purpose, *theme_id, *how;

  g_variant_get (parameter, "(&s&s&s)", &purpose, &theme_id, &how);
  if (id != 0)
    mukana_page_do (MUKANA_PAGE (widget), &mukana_consenting_tell_how_job,
                    mukana_withdrawal_new (id, purpose, *theme_id ? theme_id : NULL, how),
                    (GDestroyNotify) mukana_withdrawal_free, _("Recorded"), NULL);
}

void
mukana_consent_deeds_install (GtkWidgetClass *person_page_class)
{
  gtk_widget_class_install_action (person_page_class, "person.tell-how", "(sss)",
                                   tell_how_action);
  gtk_widget_class_install_action (person_page_class, "person.show-consent", "(ss)", show_action);
}
