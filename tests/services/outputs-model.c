/* outputs-model.c: what may befall people, on a model of each and on the register alike. */

#include "outputs-model.h"

#include "services/mukana-consenting.h"
#include "services/mukana-erasing.h"
#include "services/mukana-guarding.h"
#include "services/mukana-importing.h"
#include "services/mukana-merging.h"
#include "services/mukana-registering.h"
#include "services/mukana-rights.h"
#include "store/mukana-people.h"

const char * const model_purposes[N_PURPOSES] = { "register", "matching", "communication",
                                                   "theme" };

void
model_clear_all (Model *models)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    g_clear_pointer (&models[i].given, g_array_unref);
}

void
model_copy_all (Model       *to,
             const Model *from)
{
  model_clear_all (to);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      to[i] = from[i];
      to[i].given = g_array_copy (from[i].given);
    }
}

gboolean
model_allows (const Model *model,
        Purpose      purpose,
        MukanaDay    day)
{
  for (guint i = 0; i < model->given->len; i++)
    {
      const Given *given = &g_array_index (model->given, Given, i);

      if (given->purpose == purpose && !given->is_withdrawn && day <= given->until)
        return TRUE;
    }

  return FALSE;
}

gboolean
model_is_usable (const Model *model,
           MukanaDay    day)
{
  return !model->is_removed && !model->is_erased && !model->is_restricted &&
         model_allows (model, REGISTER, day) && (!model->is_minor || model->has_guardian);
}

gboolean
model_is_matchable (const Model *model,
              MukanaDay    day)
{
  return model_is_usable (model, day) && model_allows (model, MATCHING, day);
}

/* To a request about THEME. */
gboolean
model_may_be_asked (const Model *model,
                    MukanaDay    day)
{
  return model_is_matchable (model, day) && model_allows (model, THEME_CONSENT, day);
}

/* Somebody at random, more often one who may be asked. */
const Model *
model_pick (Play *play)
{
  const Model *model = NULL;

  for (int i = 0; i < 4 && (model == NULL || !model_may_be_asked (model, play->day)); i++)
    model = &play->people[g_rand_int_range (play->rand, 0, N_PEOPLE)];

  return model;
}

/* Deeds, on the register and on the model. */

static void
give (Play     *play,
      MukanaDb *db,
      Model    *model,
      GError  **error)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  /* What much hangs on is given more often. */
  static const Purpose likely[] = { REGISTER, REGISTER, MATCHING, MATCHING, CONTACT,
                                    THEME_CONSENT };
  Given given = { likely[g_rand_int_range (play->rand, 0, G_N_ELEMENTS (likely))], G_MAXINT32,
                  FALSE };
  MukanaDay today = mukana_db_today (db);

  mukana_record_init_int (consent, "person-id", model->id);
  mukana_record_init_text (consent, "purpose", model_purposes[given.purpose]);
  mukana_record_init_text (consent, "theme-id", given.purpose == THEME_CONSENT ? THEME : NULL);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", today);
  if (g_rand_boolean (play->rand))
    {
      given.until = today + g_rand_int_range (play->rand, 0, 5);
      mukana_record_init_int (consent, "expires-on", given.until);
    }

  mukana_consenting_give (db, consent, error);
  g_array_append_val (model->given, given);
}

static void
withdraw (Play     *play,
          MukanaDb *db,
          Model    *model,
          GError  **error)
{
  Purpose purpose = (Purpose) g_rand_int_range (play->rand, 0, N_PURPOSES);
  MukanaWithdrawal *withdrawal =
    mukana_withdrawal_new (model->id, model_purposes[purpose],
                           purpose == THEME_CONSENT ? THEME : NULL, "phone");

  mukana_consenting_withdraw (db, withdrawal, error);
  mukana_withdrawal_free (withdrawal);
  for (guint i = 0; i < model->given->len; i++)
    {
      Given *given = &g_array_index (model->given, Given, i);

      given->is_withdrawn = given->is_withdrawn || given->purpose == purpose ||
                            purpose == REGISTER;
    }
}

static void
restrict_or_lift (Play     *play,
                  MukanaDb *db,
                  Model    *model,
                  GError  **error)
{
  g_autoptr (MukanaRightsRequest) request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);

  mukana_record_init_int (request, "person-id", model->id);
  mukana_record_init_text (request, "how", "phone");
  mukana_record_init_text (request, "decision-reason", "selvitetty");
  if (model->is_restricted)
    mukana_rights_lift_job.run (db, request, NULL, error);
  else
    mukana_rights_restrict_job.run (db, request, NULL, error);
  model->is_restricted = !model->is_restricted;
}

/* Whether something was said of the purpose that does not hold any more. */
static gboolean
has_ended (const Model *model,
           Purpose      purpose,
           MukanaDay    day)
{
  for (guint i = 0; i < model->given->len; i++)
    if (g_array_index (model->given, Given, i).purpose == purpose)
      return !model_allows (model, purpose, day);

  return FALSE;
}

/* All that either has said; and what has ended in one does not hold in the other. */
static void
join (Play  *play,
      Model *kept,
      Model *gone)
{
  gboolean ends[N_PURPOSES];

  for (guint purpose = 0; purpose < N_PURPOSES; purpose++)
    ends[purpose] = has_ended (kept, purpose, play->day) || has_ended (gone, purpose, play->day);

  gone->merged_into = (int) (kept - play->people);
  gone->offset = kept->given->len;
  g_array_append_vals (kept->given, gone->given->data, gone->given->len);
  for (guint i = 0; i < kept->given->len; i++)
    {
      Given *given = &g_array_index (kept->given, Given, i);

      /* What has run out needs no end, and holds again on the earlier day of a backup. */
      given->is_withdrawn = given->is_withdrawn ||
                            (ends[given->purpose] && play->day <= given->until);
    }
}

static void
merge (Play     *play,
       MukanaDb *db,
       Model    *kept,
       GError  **error)
{
  Model *gone = &play->people[g_rand_int_range (play->rand, 0, N_PEOPLE)];
  MukanaMergeOrder *order;

  g_autofree gint64 *merge_id = NULL;

  if (gone == kept || gone->is_removed || gone->is_erased || kept->is_removed ||
      kept->is_erased || gone->is_minor || kept->is_minor)
    return;

  order = mukana_merge_order_new (kept->id, gone->id, NULL);
  merge_id = mukana_merging_merge_job.run (db, order, NULL, error);
  mukana_merge_order_free (order);
  if (merge_id != NULL && g_rand_boolean (play->rand))
    {
      mukana_merging_undo_job.run (db, merge_id, NULL, error);
      return;   /* both are as they were */
    }

  join (play, kept, gone);
  kept->is_restricted = kept->is_restricted || gone->is_restricted;
  kept->is_hidden = kept->is_hidden || gone->is_hidden;
  kept->is_vague = TRUE;
  gone->is_removed = TRUE;
}

/* Somebody says yes for who is too young, or says it no more. */
static void
ask_guardian (MukanaDb *db,
              Model    *model,
              GError  **error)
{
  g_autoptr (GPtrArray) guardians = mukana_guardians_of_person (db, model->id, error);
  g_autoptr (MukanaGuardian) guardian = g_object_new (MUKANA_TYPE_GUARDIAN, NULL);

  if (!model->is_minor || guardians == NULL)
    return;

  if (model->has_guardian)
    mukana_guardian_withdraw_job.run (db, g_ptr_array_index (guardians, guardians->len - 1), NULL,
                                      error);
  else
    {
      mukana_record_init_int (guardian, "person-id", model->id);
      mukana_record_init_text (guardian, "name", "Huoltaja Esimerkki");
      mukana_record_init_int (guardian, "given-on", mukana_db_today (db));
      mukana_record_init_int (guardian, "withdrawn-on", MUKANA_DAY_NONE);
      mukana_record_init_text (guardian, "how", "form");
      mukana_guardian_add_job.run (db, guardian, NULL, error);
      model->n_guardians++;
    }
  model->has_guardian = !model->has_guardian;
}

static void
hide_or_show (MukanaDb *db,
              Model    *model,
              GError  **error)
{
  g_autoptr (MukanaPerson) person = mukana_people_get (db, model->id, error);
  g_autoptr (MukanaPerson) changed =
    person != NULL ? mukana_record_with_int (person, "non-disclosure", !model->is_hidden) : NULL;

  if (changed != NULL && mukana_people_save (db, changed, error))
    model->is_hidden = !model->is_hidden;
}

static void
play_deed (Play     *play,
           MukanaDb *db,
           Model    *model,
           GError  **error)
{
  int deed = g_rand_int_range (play->rand, 0, 100);

  if (model->is_erased || model->is_removed)
    return;
  if (deed < 45)
    give (play, db, model, error);
  else if (deed < 65)
    withdraw (play, db, model, error);
  else if (deed < 73)
    restrict_or_lift (play, db, model, error);
  else if (deed < 76)
    {
      mukana_person_remove_job.run (db, &model->id, NULL, error);
      model->is_removed = TRUE;
    }
  else if (deed < 78)
    {
      mukana_erasing_job.run (db, &model->id, NULL, error);
      model->is_erased = TRUE;
    }
  else if (deed < 82)
    merge (play, db, model, error);
  else if (deed < 86)
    hide_or_show (db, model, error);
  else if (deed < 93)
    ask_guardian (db, model, error);
}

gpointer
model_play (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  Play *play = arg;

  play->day = MAX (play->day, mukana_db_today (db));
  for (guint i = 0; i < N_PEOPLE && *error == NULL; i++)
    play_deed (play, db, &play->people[i], error);
  return NULL;
}

/** model_import: a list that names people and says nothing of consents gives none */
void
model_import (Play *play)
{
  g_autofree char *path = g_build_filename (play->folder, "lista.csv", NULL);
  g_autoptr (GString) text = g_string_new ("Etunimi;Sukunimi;Puhelin\n");
  const MukanaImportOptions options = { FALSE, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaImportSource) source = NULL;
  g_autoptr (MukanaImportOrder) order = NULL;
  g_autoptr (MukanaImportPlan) plan = NULL;
  g_autoptr (MukanaImportAcceptance) acceptance = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (MukanaPerson) person = mukana_test_person_new (i);

      g_string_append_printf (text, "%s;%s;\n", person->given_name, person->family_name);
    }
  g_file_set_contents (path, text->str, -1, NULL);
  source = mukana_import_source_read (path, NULL, NULL, &error);
  g_assert_no_error (error);
  order = mukana_import_order_new (source, &options);
  plan = mukana_store_run (play->place->store, &mukana_importing_plan_job, order, &error);
  g_assert_no_error (error);
  acceptance = mukana_import_acceptance_new (plan);
  g_free (mukana_store_run (play->place->store, &mukana_importing_accept_job, acceptance, &error));
  g_assert_no_error (error);
}

Model *
model_find (Play   *play,
            gint64  id)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    if (play->people[i].id == id)
      return &play->people[i];

  g_error ("Somebody came into an output of whom nobody has heard");
}
