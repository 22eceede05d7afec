/* mukana-cli-lists.c: people, organisations, requests and assignments, a row each. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-money.h"
#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-free-span.h"
#include "services/mukana-freeing.h"
#include "services/mukana-listing.h"
#include "services/mukana-remembering.h"
#include "services/mukana-search-words.h"

/* What sets one list apart from the others. */
typedef struct
{
  const MukanaJob *ids_job;
  const MukanaJob *rows_job;
  const char      *order;         /* of a MukanaListFilter; NULL: people, who have their own */
  const char      *headings[8];   /* ends with NULL unless there are eight */
  void           (*show) (MukanaCli *cli, MukanaGrid *grid, gpointer row);
  void           (*write) (MukanaCli *cli, gpointer row);
} List;

static void
add_words (MukanaCli     *cli,
           const char    *name,
           const char    *codes)
{
  g_auto (GStrv) words = g_strsplit (codes ? codes : "", " ", -1);

  mukana_json_begin_array (cli->json, name);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      mukana_json_add_text (cli->json, NULL, words[i]);
  mukana_json_end_array (cli->json);
}

static char *
describe_roles (MukanaCli  *cli,
                const char *codes)
{
  g_auto (GStrv) words = g_strsplit (codes ? codes : "", " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              mukana_lexicon_label (cli->lexicon, MUKANA_LEXICON_ROLE, words[i]));

  return g_string_free (text, FALSE);
}

static char *
describe_consent (MukanaPersonRow *row)
{
  g_autofree char *day = mukana_cli_dup_day (row->consent_on);

  if (g_strcmp0 (row->consent, "valid") == 0)
    return g_strdup (_("In force"));
  if (g_strcmp0 (row->consent, "ending") == 0)
    return g_strdup_printf (_("Ends %s"), day);
  if (g_strcmp0 (row->consent, "withdrawn") == 0)
    return g_strdup_printf (_("Withdrawn %s"), day);
  if (g_strcmp0 (row->consent, "unguarded") == 0)
    return g_strdup (_("Waits for a guardian"));
  if (g_strcmp0 (row->consent, "restricted") == 0)
    return g_strdup (_("Restricted"));
  if (g_strcmp0 (row->consent, "ended") == 0)
    return g_strdup_printf (_("Ended %s"), day);

  return g_strdup (_("No consent"));
}

static void
take_text (MukanaGrid *grid,
           char       *text)
{
  mukana_grid_add (grid, text);
  g_free (text);
}

static void
show_person (MukanaCli  *cli,
             MukanaGrid *grid,
             gpointer    data)
{
  MukanaPersonRow *row = data;

  mukana_grid_add_number (grid, row->id);
  mukana_grid_add (grid, row->display_name);
  mukana_grid_add (grid, mukana_code_label (mukana_person_states, row->state));
  take_text (grid, describe_roles (cli, row->roles));
  mukana_grid_add (grid, mukana_lexicon_label (cli->lexicon, MUKANA_LEXICON_MUNICIPALITY,
                                               row->municipality_code));
  take_text (grid, mukana_cli_dup_day (row->free_on));
  take_text (grid, mukana_cli_dup_day (row->last_on));
  take_text (grid, describe_consent (row));
}

static void
write_person (MukanaCli *cli,
              gpointer   data)
{
  MukanaPersonRow *row = data;

  mukana_json_add_number (cli->json, "id", row->id);
  mukana_json_add_text (cli->json, "name", row->display_name);
  mukana_json_add_text (cli->json, "state", row->state);
  add_words (cli, "roles", row->roles);
  add_words (cli, "themes", row->themes);
  mukana_json_add_text (cli->json, "municipality", row->municipality_code);
  mukana_cli_json_day (cli, "free_on", row->free_on);
  mukana_cli_json_day (cli, "last_on", row->last_on);
  mukana_cli_json_day (cli, "asked_on", row->asked_on);
  mukana_json_add_text (cli->json, "consent", row->consent);
  mukana_cli_json_day (cli, "consent_on", row->consent_on);
}

static void
show_organisation (MukanaCli  *cli,
                   MukanaGrid *grid,
                   gpointer    data)
{
  MukanaOrganisationRow *row = data;

  mukana_grid_add_number (grid, row->id);
  mukana_grid_add (grid, row->name);
  mukana_grid_add (grid, mukana_code_label (mukana_organisation_kinds, row->kind));
  mukana_grid_add (grid, mukana_lexicon_label (cli->lexicon, MUKANA_LEXICON_MUNICIPALITY,
                                               row->municipality_code));
  take_text (grid, mukana_cli_dup_day (row->agreement_until));
  take_text (grid, mukana_cli_dup_day (row->last_contact_on));
}

static void
write_organisation (MukanaCli *cli,
                    gpointer   data)
{
  MukanaOrganisationRow *row = data;

  mukana_json_add_number (cli->json, "id", row->id);
  mukana_json_add_text (cli->json, "name", row->name);
  mukana_json_add_text (cli->json, "kind", row->kind);
  mukana_json_add_text (cli->json, "municipality", row->municipality_code);
  mukana_cli_json_day (cli, "agreement_from", row->agreement_from);
  mukana_cli_json_day (cli, "agreement_until", row->agreement_until);
  mukana_cli_json_day (cli, "last_contact_on", row->last_contact_on);
}

static void
show_request (MukanaCli  *cli,
              MukanaGrid *grid,
              gpointer    data)
{
  MukanaRequestRow *row = data;

  mukana_grid_add_number (grid, row->id);
  mukana_grid_add (grid, row->reference);
  mukana_grid_add (grid, row->title);
  mukana_grid_add (grid, mukana_code_label (mukana_request_states, row->state));
  take_text (grid, mukana_cli_dup_day (row->first_day));
  mukana_grid_add (grid, row->municipality_code
                           ? mukana_lexicon_label (cli->lexicon, MUKANA_LEXICON_MUNICIPALITY,
                                                   row->municipality_code)
                           : mukana_code_label (mukana_request_modes, row->mode));
  take_text (grid, g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, row->n_found,
                                    row->people));
}

static void
write_request (MukanaCli *cli,
               gpointer   data)
{
  MukanaRequestRow *row = data;

  mukana_json_add_number (cli->json, "id", row->id);
  mukana_json_add_text (cli->json, "reference", row->reference);
  mukana_json_add_text (cli->json, "title", row->title);
  mukana_json_add_text (cli->json, "state", row->state);
  mukana_json_add_text (cli->json, "method", row->method_code);
  mukana_json_add_text (cli->json, "unit", row->unit);
  mukana_json_add_text (cli->json, "mode", row->mode);
  mukana_json_add_text (cli->json, "municipality", row->municipality_code);
  mukana_json_add_number (cli->json, "people", row->people);
  mukana_json_add_number (cli->json, "reserve", row->reserve);
  mukana_json_add_number (cli->json, "found", row->n_found);
  mukana_json_add_number (cli->json, "asked", row->n_asked);
  mukana_cli_json_day (cli, "first_day", row->first_day);
  mukana_cli_json_day (cli, "decide_by", row->decide_by);
}

static void
show_assignment (MukanaCli  *cli,
                 MukanaGrid *grid,
                 gpointer    data)
{
  MukanaWorkRow *row = data;
  g_autofree char *fee = mukana_money_format (row->fee_cents);

  mukana_grid_add_number (grid, row->id);
  take_text (grid, mukana_cli_dup_day (row->day));
  mukana_grid_add (grid, row->display_name);
  mukana_grid_add (grid, row->title);
  mukana_grid_add (grid, mukana_code_label (mukana_assignment_states, row->state));
  mukana_grid_add (grid, mukana_code_label (mukana_attendances, row->attendance));
  mukana_grid_add (grid, row->fee_cents > 0 ? fee : NULL);
}

static void
write_assignment (MukanaCli *cli,
                  gpointer   data)
{
  MukanaWorkRow *row = data;

  mukana_json_add_number (cli->json, "id", row->id);
  mukana_json_add_number (cli->json, "person", row->person_id);
  mukana_json_add_text (cli->json, "name", row->display_name);
  mukana_json_add_number (cli->json, "request", row->request_id);
  mukana_json_add_text (cli->json, "title", row->title);
  mukana_cli_json_day (cli, "day", row->day);
  mukana_json_add_number (cli->json, "start_minute", row->start_minute);
  mukana_json_add_number (cli->json, "end_minute", row->end_minute);
  mukana_json_add_text (cli->json, "state", row->state);
  mukana_json_add_text (cli->json, "attendance", row->attendance);
  mukana_json_add_number (cli->json, "planned_minutes", row->planned_minutes);
  mukana_json_add_number (cli->json, "actual_minutes", row->actual_minutes);
  mukana_json_add_number (cli->json, "fee_cents", row->fee_cents);
  mukana_json_add_number (cli->json, "feedback", row->n_feedback);
}

static const List people_list = {
  &mukana_people_ids_job, &mukana_people_rows_job, NULL,
  { N_("No."), N_("Name"), N_("State"), N_("Roles"), N_("Municipality"), N_("Free next"),
    N_("Last took part"), N_("Consent") },
  show_person, write_person
};

static const List organisations_list = {
  &mukana_organisations_ids_job, &mukana_organisations_rows_job, "name",
  { N_("No."), N_("Name"), N_("Kind"), N_("Municipality"), N_("Agreement until"),
    N_("Last contact") },
  show_organisation, write_organisation
};

static const List requests_list = {
  &mukana_requests_ids_job, &mukana_requests_rows_job, "day",
  { N_("No."), N_("Reference"), N_("Title"), N_("State"), N_("Day"), N_("Place"), N_("Found") },
  show_request, write_request
};

static const List assignments_list = {
  &mukana_assignments_ids_job, &mukana_assignments_rows_job, "day",
  { N_("No."), N_("Day"), N_("Name"), N_("Request"), N_("State"), N_("Attendance"), N_("Fee, €") },
  show_assignment, write_assignment
};

/* Returns: yours, the conditions that were typed, or kept under a name; NULL with @error set */
static char *
find_conditions (MukanaCli  *cli,
                 GError    **error)
{
  g_autoptr (GPtrArray) filters = NULL;

  if (cli->options.saved == NULL &&
      (cli->options.where == NULL || mukana_people_filter_is_understood (cli->options.where)))
    return g_strdup (cli->options.where != NULL ? cli->options.where : "");
  if (cli->options.saved == NULL)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("Conditions are role, theme, municipality, county, consent, state, "
                              "asked and free, each once and with a code, such as theme=ik.kot; "
                              "steps begin with +, - or &."));
      return NULL;
    }

  filters = mukana_store_run (cli->store, &mukana_filters_list_job, (gpointer) "people", error);
  for (guint i = 0; filters != NULL && i < filters->len; i++)
    {
      MukanaSavedFilter *filter = g_ptr_array_index (filters, i);

      if (g_str_equal (filter->name, cli->options.saved))
        return g_strdup (filter->conditions);
    }

  if (filters != NULL)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                         N_("There is no saved filter of that name."));
  return NULL;
}

/* "--free-on" is a step more: of those whom the conditions find only who is free then. */
static gboolean
add_free_time (MukanaCli           *cli,
               MukanaPeopleFilter  *people,
               GError             **error)
{
  g_autofree char *time = NULL, *step = NULL, *steps = people->steps;
  MukanaFreeSpan read;

  people->steps = g_strdup (steps);
  if (cli->options.free_on == NULL)
    return TRUE;
  if (!mukana_free_span_parse (cli->options.free_on, &read))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("A free time is a day, such as 2027-02-03, or a day with hours, such "
                              "as 2027-02-03T12:00-16:00."));
      return FALSE;
    }

  time = mukana_free_span_format (&read);
  step = mukana_people_step_format (MUKANA_STEP_ONLY, "free", time);
  g_free (people->steps);
  people->steps = g_strjoin (" ", steps, step, NULL);
  return TRUE;
}

/* Found in the match index, which only the door may ask. */
static gboolean
find_free_people (MukanaCli           *cli,
                  MukanaPeopleFilter  *people,
                  GError             **error)
{
  MukanaFreeing *freeing;

  people->matcher = G_OBJECT (mukana_matcher_new (cli->store));
  if ((freeing = mukana_freeing_new (people)) == NULL)
    return TRUE;

  people->free_people = mukana_store_run (cli->store, &mukana_freeing_job, freeing, error);
  mukana_freeing_free (freeing);
  return people->free_people != NULL;
}

static GArray *
load_ids (MukanaCli   *cli,
          const List  *list,
          GError     **error)
{
  MukanaListFilter others = { .needle = cli->options.search, .order = (char *) list->order };
  g_autofree char *conditions = NULL;
  MukanaPeopleFilter *people;
  GArray *ids;

  if (list->order != NULL)
    return mukana_store_run (cli->store, list->ids_job, &others, error);
  if ((conditions = find_conditions (cli, error)) == NULL)
    return NULL;

  people = mukana_people_filter_parse (conditions);
  people->needle = g_strdup (cli->options.search);
  ids = add_free_time (cli, people, error) && find_free_people (cli, people, error)
        ? mukana_store_run (cli->store, list->ids_job, people, error) : NULL;
  mukana_people_filter_free (people);
  return ids;
}

/* Rows of a page come in any order; the ids say which. */
static gpointer
find_row (GPtrArray *rows,
          gint64     id)
{
  for (guint i = 0; i < rows->len; i++)
    if (mukana_record_get_int (g_ptr_array_index (rows, i), "id") == id)
      return g_ptr_array_index (rows, i);

  return NULL;
}

static gboolean
tell_page (MukanaCli           *cli,
           const List          *list,
           const MukanaIdPage  *page,
           MukanaGrid          *grid,
           GError             **error)
{
  g_autoptr (GPtrArray) rows = mukana_store_run (cli->store, list->rows_job, (gpointer) page,
                                                 error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < page->n_ids; i++)
    {
      gpointer row = find_row (rows, page->ids[i]);

      if (row == NULL)
        continue;   /* gone since the ids were read */
      if (cli->json == NULL)
        list->show (cli, grid, row);
      else
        {
          mukana_json_begin_object (cli->json, NULL);
          list->write (cli, row);
          mukana_json_end_object (cli->json);
        }
    }

  return TRUE;
}

static gboolean
tell_rows (MukanaCli   *cli,
           const List  *list,
           GArray      *ids,
           guint        limit,
           GError     **error)
{
  guint n_columns = 0;
  g_autoptr (MukanaGrid) grid = NULL;

  while (n_columns < G_N_ELEMENTS (list->headings) && list->headings[n_columns] != NULL)
    n_columns++;
  grid = mukana_grid_new (n_columns);
  for (guint i = 0; i < n_columns; i++)
    mukana_grid_add (grid, _(list->headings[i]));

  for (guint start = 0; start < MIN (ids->len, limit); start += MUKANA_LIST_PAGE)
    {
      MukanaIdPage page = { .n_ids = MIN (MUKANA_LIST_PAGE, MIN (ids->len, limit) - start) };

      memcpy (page.ids, &g_array_index (ids, gint64, start), page.n_ids * sizeof (gint64));
      if (!tell_page (cli, list, &page, grid, error))
        return FALSE;
    }

  if (cli->json == NULL && ids->len > 0)
    mukana_cli_say_grid (grid);
  return TRUE;
}

static MukanaStatus
tell_list (MukanaCli  *cli,
           const List *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 limit = G_MAXUINT;

  if (cli->options.limit != NULL &&
      !mukana_cli_read_number (cli->options.limit, 1, G_MAXUINT, &limit))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("The limit is a number from 1."));

  if (!mukana_cli_lexicon (cli, &error) || !(ids = load_ids (cli, list, &error)))
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    {
      mukana_json_add_number (cli->json, "total", ids->len);
      mukana_json_begin_array (cli->json, "items");
    }

  if (!tell_rows (cli, list, ids, (guint) limit, &error))
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
  else if (ids->len == 0)
    mukana_cli_say ("%s", _("Nothing was found."));
  else if (ids->len > limit)
    mukana_cli_say (_("%u of %u"), (guint) limit, ids->len);
  return MUKANA_STATUS_DONE;
}

MukanaStatus
mukana_cli_people (MukanaCli *cli)
{
  return tell_list (cli, &people_list);
}

/** mukana_cli_searches: what is kept under a name, in a sentence each */
MukanaStatus
mukana_cli_searches (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (2);
  g_autoptr (GPtrArray) filters = mukana_store_run (cli->store, &mukana_filters_list_job,
                                                    (gpointer) "people", &error);
  MukanaLexicon *words = filters != NULL ? mukana_cli_lexicon (cli, &error) : NULL;

  if (words == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "searches");
  for (guint i = 0; i < filters->len; i++)
    {
      MukanaSavedFilter *filter = g_ptr_array_index (filters, i);
      g_autofree char *sentence = mukana_search_sentence (words, filter->conditions);

      mukana_grid_add (grid, filter->name);
      mukana_grid_add (grid, sentence);
      if (cli->json == NULL)
        continue;
      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_text (cli->json, "name", filter->name);
      mukana_json_add_text (cli->json, "conditions", filter->conditions);
      mukana_json_add_text (cli->json, "sentence", sentence);
      mukana_json_end_object (cli->json);
    }

  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
  else if (filters->len > 0)
    mukana_cli_say_grid (grid);
  return MUKANA_STATUS_DONE;
}

MukanaStatus
mukana_cli_organisations (MukanaCli *cli)
{
  return tell_list (cli, &organisations_list);
}

MukanaStatus
mukana_cli_requests (MukanaCli *cli)
{
  return tell_list (cli, &requests_list);
}

MukanaStatus
mukana_cli_assignments (MukanaCli *cli)
{
  return tell_list (cli, &assignments_list);
}
