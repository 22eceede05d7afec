/* mukana-cli-attendance.c: who comes to an occurrence of an event, and who came. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "domain/mukana-registration-columns.h"
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

/* "Koko nimi=name;Mitä syöt=diet": what is said of a heading holds.
 * Returns: FALSE when a heading or a word is not known */
static gboolean
say_columns (MukanaAttendingList *list,
             const char          *said)
{
  g_auto (GStrv) all = g_strsplit (said, ";", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      char *sign = strrchr (all[i], '=');
      int kind = sign != NULL ? mukana_registration_column_of_code (g_strstrip (sign + 1)) : -1;
      gboolean is_found = FALSE;

      if (kind < 0)
        return FALSE;
      *sign = '\0';
      for (guint column = 0; list->headings[column] != NULL; column++)
        if (g_str_equal (list->headings[column], g_strstrip (all[i])))
          {
            g_array_index (list->columns, guint8, column) = (guint8) kind;
            is_found = TRUE;
          }
      if (!is_found)
        return FALSE;
    }

  return TRUE;
}

/* Before anything comes in: what a heading is read as, and what is not read at all. */
static void
tell_columns (MukanaCli                 *cli,
              const MukanaAttendingList *list)
{
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "columns");
  for (guint i = 0; list->headings[i] != NULL; i++)
    {
      guint8 kind = g_array_index (list->columns, guint8, i);

      if (cli->json == NULL)
        {
          mukana_cli_say ("%s: %s", list->headings[i],
                          _(mukana_registration_column_label (kind)));
          continue;
        }
      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_text (cli->json, "heading", list->headings[i]);
      mukana_json_add_text (cli->json, "read_as", mukana_registration_column_code (kind));
      mukana_json_end_object (cli->json);
    }
  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
}

static void
tell_list (MukanaCli                 *cli,
           const MukanaAttendingList *list)
{
  tell_columns (cli, list);
  if (cli->json != NULL)
    {
      mukana_json_add_number (cli->json, "new", list->rows->len);
      mukana_json_add_number (cli->json, "same", list->n_same);
      mukana_json_add_number (cli->json, "without_name", list->n_empty);
      mukana_json_add_number (cli->json, "diets", list->diets->len);
      mukana_json_add_number (cli->json, "other_diets", list->other_diets->len);
      mukana_json_add_number (cli->json, "too_long_diets", list->n_long);
      return;
    }

  mukana_cli_say (cli->options.accept
                  ? _("Brought in: %u. Registered already: %u. Without a name: %u.")
                  : _("Would be brought in: %u. Registered already: %u. Without a name: %u."),
                  list->rows->len, list->n_same, list->n_empty);
  if (list->diets->len > 0)
    mukana_cli_say (_("Of those who are registered get the diet of the list: %u."),
                    list->diets->len);
  for (guint i = 0; i < list->other_diets->len; i++)
    mukana_cli_say (_("The list tells another diet than is written here of %s: look which one "
                      "holds."), (const char *) g_ptr_array_index (list->other_diets, i));
  if (list->n_long > 0)
    mukana_cli_say (_("With too long a diet, not brought in: %u."), list->n_long);
}

static MukanaAttendingList *
read_list (MukanaCli  *cli,
           gint64      occurrence_id,
           GError    **error)
{
  g_autoptr (MukanaAttendingList) asked = mukana_attending_list_new (occurrence_id,
                                                                     cli->options.from_list);
  g_autoptr (MukanaAttendingList) list =
    mukana_store_run (cli->store, &mukana_attending_read_job, asked, error);

  if (list == NULL || cli->options.columns == NULL)
    return g_steal_pointer (&list);

  if (!say_columns (list, cli->options.columns))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("Write --columns as HEADING=name, and for other headings "
                              "given-name, family-name, email, diet or none, with ; between."));
      return NULL;
    }
  return mukana_store_run (cli->store, &mukana_attending_read_job, list, error);
}

static MukanaStatus
bring_list (MukanaCli *cli,
            gint64     occurrence_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAttendingList) list = read_list (cli, occurrence_id, &error);
  g_autoptr (MukanaAttending) brought = NULL;

  if (list != NULL && !list->says_names)
    {
      if (cli->json == NULL)
        tell_columns (cli, list);
      return mukana_cli_refuse (MUKANA_STATUS_REFUSED,
                                _("No column is known as the name. Say with --columns "
                                  "\"HEADING=name\" which one is."));
    }
  if (list != NULL && cli->options.accept)
    brought = mukana_store_run (cli->store, &mukana_attending_bring_job, list, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  tell_list (cli, list);
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
