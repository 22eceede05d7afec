/* test-record-io.c: each kind of record comes back as it went, full and empty.
 *
 * Whatever its statement stores is compared, field by field, so that a new
 * field that is forgotten in the SQL fails here.
 */

#include "kit/mukana-test.h"

#include <string.h>

#include "domain/mukana-assignment.h"
#include "domain/mukana-consent.h"
#include "domain/mukana-fee.h"
#include "domain/mukana-feedback.h"
#include "domain/mukana-organisation.h"
#include "domain/mukana-person-parts.h"
#include "domain/mukana-request.h"
#include "domain/mukana-vocabulary.h"
#include "store/mukana-record-io.h"

#define MAX_SETTINGS 8

/* A field that may not have any value: it points to a row or has bounds. */
typedef struct
{
  const char *field;
  const char *text;
  gint64      number;
} Setting;

typedef struct
{
  GType      (*get_type) (void);
  const char  *insert;
  const char  *select;
  Setting      settings[MAX_SETTINGS];   /* of the full record */
  Setting      required[MAX_SETTINGS];   /* of the empty one: what the store insists on */
} Case;

static const Case cases[] = {
  { mukana_person_get_type, "people.add", "people.get", { { "state", "active" } },
    { { "display-name", "x" }, { "sort-key", "x" }, { "state", "candidate" },
      { "fee-mode", "fee" } } },
  { mukana_role_term_get_type, "people.add-role", "people.roles",
    { { "person-id", NULL, 1001 }, { "role-code", "expert" } },
    { { "person-id", NULL, 1001 }, { "role-code", "expert" } } },
  { mukana_experience_get_type, "people.add-theme", "people.themes",
    { { "person-id", NULL, 1001 }, { "theme-id", "mental" } },
    { { "person-id", NULL, 1001 }, { "theme-id", "mental" }, { "perspective", "own" } } },
  { mukana_credential_get_type, "people.add-credential", "people.credentials",
    { { "person-id", NULL, 1001 } }, { { "person-id", NULL, 1001 }, { "kind", "training" } } },
  { mukana_stated_fact_get_type, "people.add-fact", "people.facts",
    { { "person-id", NULL, 1001 } }, { { "person-id", NULL, 1001 }, { "kind", "gender" },
                                       { "value", "woman" } } },
  { mukana_note_get_type, "people.add-note", "people.notes",
    { { "person-id", NULL, 1001 } }, { { "person-id", NULL, 1001 }, { "author", "x" },
                                       { "body", "x" } } },
  { mukana_free_time_get_type, "availability.add", "availability.times",
    { { "person-id", NULL, 1001 }, { "start-minute", NULL, 600 }, { "end-minute", NULL, 720 } },
    { { "person-id", NULL, 1001 }, { "weekday", NULL, 1 }, { "end-minute", NULL, 1440 } } },
  { mukana_absence_get_type, "availability.add-absence", "availability.absences",
    { { "person-id", NULL, 1001 }, { "from-day", NULL, 20000 }, { "last-day", NULL, 20010 } },
    { { "person-id", NULL, 1001 }, { "from-day", NULL, 20000 }, { "last-day", NULL, 20000 } } },
  { mukana_busy_time_get_type, "availability.add-busy-time", "availability.busy-times",
    { { "person-id", NULL, 1001 }, { "start-minute", NULL, 600 }, { "end-minute", NULL, 720 } },
    { { "person-id", NULL, 1001 }, { "source", "x" }, { "day", NULL, 20000 },
      { "end-minute", NULL, 1440 } } },
  { mukana_consent_get_type, "consents.add", "consents.history",
    { { "person-id", NULL, 1001 }, { "purpose", "theme" }, { "theme-id", "mental" } },
    { { "person-id", NULL, 1001 }, { "purpose", "register" }, { "language", "fi" },
      { "given-on", NULL, 20000 }, { "how", "form" }, { "recorded-by", "x" } } },
  { mukana_organisation_get_type, "organisations.add", "organisations.get", { { NULL } },
    { { "name", "x" }, { "sort-key", "x" }, { "kind", "other" } } },
  { mukana_contact_get_type, "organisations.add-contact", "organisations.contacts",
    { { "organisation-id", NULL, 1001 }, { "person-id", NULL, 1001 } },
    { { "organisation-id", NULL, 1001 }, { "name", "x" } } },
  { mukana_log_entry_get_type, "organisations.add-log", "organisations.log",
    { { "organisation-id", NULL, 1001 }, { "person-id", NULL, 1001 } },
    { { "organisation-id", NULL, 1001 }, { "day", NULL, 20000 }, { "kind", "call" },
      { "summary", "x" } } },
  { mukana_request_get_type, "requests.add", "requests.get",
    { { "method-code", "workshop" }, { "role-code", "expert" } },
    { { "title", "x" }, { "sort-key", "x" }, { "state", "draft" }, { "mode", "remote" },
      { "language", "fi" }, { "people", NULL, 1 }, { "created-on", NULL, 20000 } } },
  { mukana_request_time_get_type, "requests.add-slot", "requests.slots",
    { { "request-id", NULL, 1001 }, { "start-minute", NULL, 600 }, { "end-minute", NULL, 720 } },
    { { "request-id", NULL, 1001 }, { "day", NULL, 20000 }, { "end-minute", NULL, 60 } } },
  { mukana_request_theme_get_type, "requests.add-theme", "requests.themes",
    { { "request-id", NULL, 1001 }, { "theme-id", "mental.peer" } },
    { { "request-id", NULL, 1001 }, { "theme-id", "mental.peer" }, { "weight", NULL, 1 } } },
  { mukana_request_need_get_type, "requests.add-need", "requests.needs",
    { { "request-id", NULL, 1001 }, { "role-code", "expert" } },
    { { "request-id", NULL, 1001 }, { "role-code", "expert" }, { "people", NULL, 1 } } },
  { mukana_assignment_get_type, "assignments.add", "assignments.get",
    { { "request-id", NULL, 1001 }, { "person-id", NULL, 1001 }, { "proposal-id", NULL, 1001 } },
    { { "request-id", NULL, 1001 }, { "person-id", NULL, 1001 }, { "day", NULL, 20000 },
      { "state", "agreed" }, { "fee-mode", "fee" }, { "agreed-on", NULL, 20000 } } },
  { mukana_fee_line_get_type, "fees.add", "fees.of-assignment",
    { { "assignment-id", NULL, 1001 }, { "person-id", NULL, 1001 } },
    { { "assignment-id", NULL, 1001 }, { "person-id", NULL, 1001 }, { "kind", "fee" },
      { "calculation", "x" }, { "service-day", NULL, 20000 }, { "state", "draft" } } },
  { mukana_fee_rule_get_type, "fees.add-rule", "fees.rules", { { "unit", "occasion" } },
    { { "code", "x" }, { "label-fi", "x" }, { "label-sv", "x" }, { "label-en", "x" },
      { "unit", "hour" }, { "valid-from", NULL, 20000 } } },
  { mukana_travel_rate_get_type, "fees.add-rate", "fees.rates", { { NULL } },
    { { "valid-from", NULL, 20001 } } },
  { mukana_feedback_get_type, "feedbacks.add", "feedbacks.of-assignment",
    { { "assignment-id", NULL, 1001 }, { "heard", NULL, 3 }, { "aim-clear", NULL, 0 },
      { "support", NULL, 10 } },
    { { "assignment-id", NULL, 1001 }, { "side", "expert" }, { "given-on", NULL, 20000 } } },
  { mukana_outcome_get_type, "outcomes.add", "outcomes.of-request",
    { { "request-id", NULL, 1001 } },
    { { "request-id", NULL, 1001 }, { "finding", "x" }, { "result", "not" },
      { "recorded-on", NULL, 20000 } } },
  { mukana_participants_get_type, "participants.add", "participants.of-request",
    { { "request-id", NULL, 1001 }, { "n-answered", NULL, 100 }, { "n-promoters", NULL, 60 },
      { "n-detractors", NULL, 7 } },
    { { "request-id", NULL, 1001 }, { "given-on", NULL, 20000 }, { "n-answered", NULL, 1 } } },
  { mukana_theme_get_type, "themes.put", "themes.all", { { "parent-id", "mental" } },
    { { "id", "x" }, { "label-fi", "x" }, { "label-sv", "x" }, { "label-en", "x" },
      { "sensitivity", "none" } } },
  { mukana_method_get_type, "methods.put", "methods.all", { { NULL } },
    { { "code", "x" }, { "label-fi", "x" }, { "label-sv", "x" }, { "label-en", "x" } } },
  { mukana_role_get_type, "roles.put", "roles.all", { { NULL } },
    { { "code", "x" }, { "label-fi", "x" }, { "label-sv", "x" }, { "label-en", "x" } } },
  { mukana_municipality_get_type, "municipalities.put", "municipalities.all", { { NULL } },
    { { "code", "x" }, { "name-fi", "x" }, { "name-sv", "x" } } },
};

/* One register for all: each trip ends with a rollback. */
static MukanaDb *db;

static void
apply_settings (MukanaRecord  *record,
                const Setting *settings)
{
  for (guint i = 0; i < MAX_SETTINGS && settings[i].field != NULL; i++)
    if (settings[i].text != NULL)
      mukana_record_init_text (record, settings[i].field, settings[i].text);
    else
      mukana_record_init_int (record, settings[i].field, settings[i].number);
}

/* As long as the field may be, in letters of two bytes, and with what SQL may stumble over. */
static char *
make_text (const MukanaField *field,
           guint              number)
{
  GString *text = g_string_new (NULL);
  gsize limit = field->limit ? (gsize) field->limit : 60;

  g_string_append_printf (text, "%u'%%;å\"", number);
  g_string_truncate (text, MIN (text->len, limit));
  while (text->len + strlen ("ö") <= limit)
    g_string_append (text, "ö");

  return g_string_free (text, FALSE);
}

/* Every field has a value of its own, so that two that are swapped are found out. */
static MukanaRecord *
make_full (const Case *tried)
{
  MukanaRecord *record = g_object_new (tried->get_type (), NULL);
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = make_text (&fields[i], i);
      gint64 number = 20000 + i;

      if (fields[i].kind == MUKANA_FIELD_BOOL)
        number = 1;
      else if (fields[i].kind == MUKANA_FIELD_INT && fields[i].limit > 0)
        number = MIN (number, fields[i].limit);

      if (fields[i].kind != MUKANA_FIELD_TEXT)
        mukana_record_init_field_int (record, &fields[i], number);
      else if (fields[i].choices != NULL)
        mukana_record_init_field_text (record, &fields[i], fields[i].choices[1]);
      else
        mukana_record_init_field_text (record, &fields[i], text);
    }

  apply_settings (record, tried->settings);
  return record;
}

static MukanaRecord *
make_empty (const Case *tried)
{
  MukanaRecord *record = g_object_new (tried->get_type (), NULL);

  apply_settings (record, tried->required);
  return record;
}

static gboolean
is_stored (MukanaQuery       *insert,
           const MukanaField *field)
{
  g_autofree char *column = g_strdelimit (g_strdup (field->name), "-", '_');

  return mukana_query_wants (insert, column);
}

static gboolean
field_is_equal (MukanaRecord      *a,
                MukanaRecord      *b,
                const MukanaField *field)
{
  return field->kind == MUKANA_FIELD_TEXT
         ? g_strcmp0 (mukana_record_peek_text (a, field->name),
                      mukana_record_peek_text (b, field->name)) == 0
         : mukana_record_get_int (a, field->name) == mukana_record_get_int (b, field->name);
}

/* The first stored field in which no row is like @sent; NULL when one row is wholly like it. */
static const char *
find_difference (GPtrArray    *rows,
                 MukanaRecord *sent,
                 MukanaQuery  *insert)
{
  const char *difference = "no row at all";
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (sent, &n_fields);

  for (guint i = 0; i < rows->len && difference != NULL; i++)
    {
      difference = NULL;
      for (guint j = 0; j < n_fields && difference == NULL; j++)
        if (is_stored (insert, &fields[j]) &&
            !field_is_equal (sent, g_ptr_array_index (rows, i), &fields[j]))
          difference = fields[j].name;
    }

  return difference;
}

static GPtrArray *
read_rows (const Case    *tried,
           MukanaRecord  *sent,
           gint64         id,
           GError       **error)
{
  static const char * const owners[] = { "person-id", "organisation-id", "request-id",
                                         "assignment-id" };
  g_autoptr (MukanaQuery) select = mukana_db_prepare (db, tried->select, NULL, error);

  if (select == NULL)
    return NULL;

  if (mukana_query_wants (select, "id"))
    mukana_query_bind (select, MUKANA_ARGS (mukana_int ("id", id)));

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      g_autofree char *parameter = g_strdelimit (g_strdup (owners[i]), "-", '_');

      if (mukana_query_wants (select, parameter))
        mukana_query_bind (select,
                           MUKANA_ARGS (mukana_int (parameter,
                                                    mukana_record_get_int (sent, owners[i]))));
    }

  return mukana_record_read_all (select, tried->get_type (), error);
}

typedef struct
{
  const Case *tried;
  gboolean    is_full;
} Trip;

static void
make_trip (gconstpointer data)
{
  const Trip *trip = data;
  g_autoptr (MukanaRecord) sent = trip->is_full ? make_full (trip->tried)
                                                : make_empty (trip->tried);
  g_autoptr (MukanaQuery) insert = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mukana_db_begin_write (db, &error);
  g_assert_no_error (error);

  insert = mukana_db_prepare (db, trip->tried->insert, NULL, &error);
  g_assert_no_error (error);
  mukana_record_bind (sent, insert);
  if (mukana_query_step (insert, &error) > 0 && mukana_query_column (insert, "id") >= 0)
    id = mukana_query_get_int (insert, "id");
  g_assert_no_error (error);
  rows = read_rows (trip->tried, sent, id, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (find_difference (rows, sent, insert), ==, NULL);
  mukana_query_rewind (insert);
  mukana_db_rollback (db);
}

/* Rows for the records to point to.  The register has its own state already. */
static void
load_fixture (void)
{
  g_autofree char *sql = mukana_test_dup_rows (1);
  g_autoptr (GError) error = NULL;

  mukana_db_exec (db, strstr (sql, "INSERT INTO county"), &error);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  static Trip trips[2 * G_N_ELEMENTS (cases)];
  g_autoptr (MukanaTestRegister) fixture = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture = mukana_test_register_new ();
  db = mukana_test_db_new (fixture);
  load_fixture ();

  for (guint i = 0; i < G_N_ELEMENTS (trips); i++)
    {
      const Case *tried = &cases[i / 2];
      gboolean is_full = i % 2 == 0;
      g_autofree char *path = g_strdup_printf ("/record-io/%s_%s_comes_back",
                                               is_full ? "full" : "empty",
                                               g_type_name (tried->get_type ()));

      trips[i] = (Trip) { tried, is_full };
      g_test_add_data_func (path, &trips[i], make_trip);
    }

  result = g_test_run ();
  mukana_db_close (db);
  return result;
}
