/* mukana-organisation-groups.c: the networks, councils and working groups an organisation is in. */

#include "ui/organisations/mukana-organisation-groups.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-cooperation.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-id-row.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/organisations/mukana-organisation-parts.h"

static GtkWidget *
make_membership_line (MukanaPage            *page,
                      MukanaGroupMembership *membership)
{
  const char *kind = mukana_code_label (mukana_group_kinds, membership->group_kind);
  g_autofree char *day = mukana_organisation_day (membership->since_day);
  /* Translators: a kind of group, and since when an organisation is in it */
  g_autofree char *since = membership->since_day != MUKANA_DAY_NONE
                           ? g_strdup_printf (_("%s, since %s"), kind, day) : g_strdup (kind);
  GtkWidget *line = mukana_organisation_make_line (membership->group_name, since);

  gtk_box_append (GTK_BOX (line), mukana_record_deed_button (page, membership,
                                                             _("Leave the group"),
                                                             _("No longer in the group")));
  return line;
}

/** mukana_organisation_make_groups: Returns: (transfer floating): the section of its groups */
GtkWidget *
mukana_organisation_make_groups (MukanaPage             *page,
                                 MukanaOrganisationFile *file)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *join = file->groups->len > 0
                    ? mukana_layout_deed (_("Join…"), "flat", "organisation.join", 0) : NULL;

  gtk_widget_add_css_class (card, "mukana-card");
  for (guint i = 0; i < file->memberships->len; i++)
    gtk_box_append (GTK_BOX (card),
                    make_membership_line (page, g_ptr_array_index (file->memberships, i)));
  if (file->memberships->len == 0)
    gtk_box_append (GTK_BOX (card), mukana_organisation_make_line (
      _("In no group yet"),
      file->groups->len > 0 ? _("Networks, councils and working groups it takes part in.")
                            : _("Groups are added on the page of cooperation.")));
  return mukana_organisation_make_section (_("Groups"), join, card);
}

/** mukana_join_dialog_present: asks which group, and since when */
void
mukana_join_dialog_present (MukanaPage             *page,
                            MukanaOrganisationFile *file)
{
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_group_membership_check);
  g_autoptr (MukanaGroupMembership) fresh = g_object_new (MUKANA_TYPE_GROUP_MEMBERSHIP, NULL);
  g_autofree MukanaIdChoice *choices = g_new0 (MukanaIdChoice, file->groups->len);
  MukanaRecordDialog *dialog;

  for (guint i = 0; i < file->groups->len; i++)
    {
      MukanaCooperationGroup *other = g_ptr_array_index (file->groups, i);

      choices[i] = (MukanaIdChoice) { other->id, other->name };
    }

  mukana_record_init_int (fresh, "organisation-id", file->organisation->id);
  mukana_record_init_int (fresh, "group-id", choices[0].id);
  mukana_record_init_int (fresh, "since-day",
                          mukana_context_today (mukana_page_get_context (page)));
  mukana_form_load (form, fresh);
  dialog = mukana_record_dialog_new (page, _("Join a group"), _("Join"), form,
                                     &mukana_record_deed_save, g_object_ref (form),
                                     g_object_unref);
  mukana_record_dialog_add (dialog, mukana_id_row_new (_("Group"), "group-id", form, choices,
                                                       file->groups->len));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Since"), "since-day", form));
  gtk_window_present (GTK_WINDOW (dialog));
}
