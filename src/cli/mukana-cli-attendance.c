/* mukana-cli-attendance.c: who comes to an occurrence of an event, and who came. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "services/mukana-attending.h"

static void
write_registration (MukanaCli          *cli,
                    MukanaRegistration *registration)
{
  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "id", registration->id);
  mukana_json_add_text (cli->json, "name", registration->display_name);
  mukana_json_add_text (cli->json, "organisation", registration->organisation_name);
  mukana_json_add_number (cli->json, "person", registration->person_id);
  mukana_json_add_text (cli->json, "diet", registration->diet);
  mukana_json_add_boolean (cli->json, "attended", registration->is_attended != 0);
  mukana_json_end_object (cli->json);
}

static MukanaStatus
list (MukanaCli *cli,
      gint64     occurrence_id)
{
  static const char * const headings[] = { N_("No."), N_("Name"), N_("Organisation"), N_("Diet"),
                                           N_("Attended") };
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));
  g_autoptr (MukanaAttendance) attendance =
    mukana_store_run (cli->store, &mukana_attendance_job, &occurrence_id, &error);

  if (attendance == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, _(headings[i]));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "items");
  for (guint i = 0; i < attendance->registrations->len; i++)
    {
      MukanaRegistration *registration = g_ptr_array_index (attendance->registrations, i);

      if (cli->json != NULL)
        {
          write_registration (cli, registration);
          continue;
        }
      mukana_grid_add_number (grid, registration->id);
      mukana_grid_add (grid, registration->display_name ? registration->display_name
                                                        : _("Somebody of the register"));
      mukana_grid_add (grid, registration->organisation_name);
      mukana_grid_add (grid, registration->diet);
      mukana_grid_add (grid, registration->is_attended ? _("yes") : NULL);
    }
  return mukana_cli_end_list (cli, grid);
}

static MukanaStatus
write_list (MukanaCli *cli,
            gint64     occurrence_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAttendingList) asked = mukana_attending_list_new (occurrence_id,
                                                                     cli->options.to);
  g_autoptr (MukanaAttendingList) written =
    mukana_store_run (cli->store, &mukana_attending_write_job, asked, &error);

  if (written != NULL)
    mukana_store_run (cli->store, &mukana_attending_note_job, written, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("The list is written."));
}

static MukanaStatus
bring_list (MukanaCli *cli,
            gint64     occurrence_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAttendingList) asked = mukana_attending_list_new (occurrence_id,
                                                                     cli->options.from_list);
  g_autoptr (MukanaAttendingList) list =
    mukana_store_run (cli->store, &mukana_attending_read_job, asked, &error);
  g_autoptr (MukanaAttending) brought = NULL;

  if (list != NULL && cli->options.accept)
    brought = mukana_store_run (cli->store, &mukana_attending_bring_job, list, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    {
      mukana_json_add_number (cli->json, "new", list->rows->len);
      mukana_json_add_number (cli->json, "same", list->n_same);
      mukana_json_add_number (cli->json, "without_name", list->n_empty);
    }
  else
    mukana_cli_say (cli->options.accept
                    ? _("Brought in: %u. Registered already: %u. Without a name: %u.")
                    : _("Would be brought in: %u. Registered already: %u. Without a name: %u."),
                    list->rows->len, list->n_same, list->n_empty);
  return MUKANA_STATUS_DONE;
}

static gboolean
read_occurrence (MukanaCli *cli,
                 gint64    *id)
{
  return mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, id);
}

/** mukana_cli_registrations: OCCURRENCE */
MukanaStatus
mukana_cli_registrations (MukanaCli *cli)
{
  gint64 id;

  if (!read_occurrence (cli, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the time of an event, as events lists it."));

  return cli->options.from_list != NULL ? bring_list (cli, id)
         : cli->options.to != NULL ? write_list (cli, id) : list (cli, id);
}

/* Two of one name may come; more often one of them is registered twice. */
static MukanaStatus
check_name (MukanaCli *cli,
            gint64     occurrence_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAttendance) attendance =
    mukana_store_run (cli->store, &mukana_attendance_job, &occurrence_id, &error);
  g_autofree char *name = mukana_text_fold (cli->words[1]);

  if (attendance == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; i < attendance->registrations->len; i++)
    {
      MukanaRegistration *one = g_ptr_array_index (attendance->registrations, i);
      g_autofree char *other = mukana_text_fold (one->display_name ? one->display_name : "");

      if (g_str_equal (other, name))
        return mukana_cli_refuse (MUKANA_STATUS_REFUSED,
                                  _("Somebody of that name is registered already. If this is "
                                    "another, say --again."));
    }

  return MUKANA_STATUS_DONE;
}

/** mukana_cli_register: OCCURRENCE NAME, or --person PERSON */
MukanaStatus
mukana_cli_register (MukanaCli *cli)
{
  g_autoptr (MukanaRegistration) draft = g_object_new (MUKANA_TYPE_REGISTRATION, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *registration = NULL;
  gint64 id, person_id = 0;
  MukanaStatus status;

  if (!read_occurrence (cli, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the time of an event, as events lists it."));
  if ((cli->n_words == 2) == (cli->options.person != NULL))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Write a name, or say with --person who of the register comes."));
  if (cli->options.person != NULL &&
      (status = mukana_cli_find_person (cli, cli->options.person,
                                        &person_id)) != MUKANA_STATUS_DONE)
    return status;
  if (cli->n_words == 2 && !cli->options.again &&
      (status = check_name (cli, id)) != MUKANA_STATUS_DONE)
    return status;

  mukana_record_init_int (draft, "occurrence-id", id);
  mukana_record_init_int (draft, "person-id", person_id);
  mukana_record_init_text (draft, "name", cli->words[1]);
  mukana_record_init_text (draft, "email", cli->options.email);
  mukana_record_init_text (draft, "diet", cli->options.diet);
  registration = mukana_store_run (cli->store, &mukana_registration_save_job, draft, &error);
  if (registration == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "id", *registration);
  else
    mukana_cli_say ("%s", _("Registered."));
  return MUKANA_STATUS_DONE;
}

static MukanaStatus
check_any (MukanaCli *cli,
           gint64     occurrence_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAttendance) attendance =
    mukana_store_run (cli->store, &mukana_attendance_job, &occurrence_id, &error);

  if (attendance == NULL)
    return mukana_cli_fail (error);

  return attendance->registrations->len > 0
           ? MUKANA_STATUS_DONE
           : mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("Nobody is registered."));
}

/** mukana_cli_attended: OCCURRENCE [REGISTRATION…] */
MukanaStatus
mukana_cli_attended (MukanaCli *cli)
{
  g_autoptr (MukanaAttending) attending = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status;
  gint64 id;

  if (!read_occurrence (cli, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the time of an event, as events lists it."));

  attending = mukana_attending_new (id, TRUE);
  /* Nobody named means all of them: when there is nobody, nothing would be recorded. */
  if (cli->n_words == 1 && (status = check_any (cli, id)) != MUKANA_STATUS_DONE)
    return status;
  for (guint i = 1; i < cli->n_words; i++)
    {
      gint64 registration;

      if (!mukana_cli_read_number (cli->words[i], 1, G_MAXINT64, &registration))
        return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the numbers of the registrations."));
      mukana_attending_add (attending, registration);
    }

  mukana_store_run (cli->store, &mukana_attending_mark_job, attending, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("Attendance is recorded."));
}
