/* mukana-importing-accept.c: an accepted plan becomes records, all of it or nothing.
 *
 * One transaction.  When somebody has changed the register since the plan was
 * made, it is made again here and must come out alike, so that nothing happens
 * which was not in the preview.  New people are written by bare inserts, because
 * a list may bring a hundred thousand of them; those who are changed go through
 * the doors that everybody uses.
 */

#include "services/mukana-importing-private.h"

#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "domain/mukana-assignment.h"
#include "domain/mukana-codes.h"
#include "services/mukana-consenting.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"
#include "store/mukana-search-index.h"

enum { RUNNING, STOPPED, TOO_LATE };

struct _MukanaImportAcceptance
{
  gatomicrefcount   n_refs;
  MukanaImportPlan *plan;
  GHashTable       *decisions;    /* item -> MukanaImportDecision; not touched while it runs */

  /* From any thread. */
  int               state;
  guint             n_done;
};

typedef struct
{
  MukanaDb               *db;
  MukanaImportPlan       *plan;
  MukanaImportAcceptance *acceptance;
  gint64                 *ids;            /* what each draft has become; 0 nothing */
  MukanaImportCounts      counts;
  GHashTable             *theme_terms;    /* theme -> its terms, a set */
  GHashTable             *place_terms;
  gint64                  text_versions[8];
} Accepting;

static const struct
{
  const char *statement;
  MukanaKind  touches;
} part_statements[N_PERSON_PARTS] = {
  [PERSON_ROLES] = { "people.add-role", MUKANA_KIND_PERSON },
  [PERSON_THEMES] = { "people.add-theme", MUKANA_KIND_PERSON },
  [PERSON_CONSENTS] = { "consents.add", MUKANA_KIND_CONSENT },
  [PERSON_TIMES] = { "availability.add", MUKANA_KIND_AVAILABILITY },
  [PERSON_ABSENCES] = { "availability.add-absence", MUKANA_KIND_AVAILABILITY },
  [PERSON_CREDENTIALS] = { "people.add-credential", MUKANA_KIND_PERSON },
};

/** mukana_import_acceptance_new: Returns: yours; duplicates are left out until decided on */
MukanaImportAcceptance *
mukana_import_acceptance_new (MukanaImportPlan *plan)
{
  MukanaImportAcceptance *self = g_new0 (MukanaImportAcceptance, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->plan = mukana_import_plan_ref (plan);
  self->decisions = g_hash_table_new (NULL, NULL);
  return self;
}

MukanaImportAcceptance *
mukana_import_acceptance_ref (MukanaImportAcceptance *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
mukana_import_acceptance_unref (MukanaImportAcceptance *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  mukana_import_plan_unref (self->plan);
  g_hash_table_unref (self->decisions);
  g_free (self);
}

void
mukana_import_acceptance_decide (MukanaImportAcceptance *self,
                                 guint                   item,
                                 MukanaImportDecision    decision)
{
  g_hash_table_insert (self->decisions, GUINT_TO_POINTER (item), GUINT_TO_POINTER (decision));
}

MukanaImportDecision
mukana_import_acceptance_decision (MukanaImportAcceptance *self,
                                   guint                   item)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->decisions, GUINT_TO_POINTER (item)));
}

gboolean
mukana_import_acceptance_stop (MukanaImportAcceptance *self)
{
  return g_atomic_int_compare_and_exchange (&self->state, RUNNING, STOPPED);
}

void
mukana_import_acceptance_progress (MukanaImportAcceptance *self,
                                   guint                  *n_done,
                                   guint                  *n_total)
{
  *n_done = g_atomic_int_get (&self->n_done);
  *n_total = self->plan->drafts->len;
}

/* An INSERT … RETURNING id of a record, with some of its fields said anew. */
static gint64
insert_with (MukanaDb         *db,
             const char       *statement,
             gpointer          record,
             const MukanaArg  *args,
             GError          **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, statement, NULL, error);

  if (query == NULL)
    return -1;

  mukana_record_bind (record, query);
  for (; args->name != NULL; args++)
    mukana_query_bind (query, args);

  return mukana_query_step (query, error) > 0 ? mukana_query_get_int (query, "id") : -1;
}

static gboolean
remember (Accepting    *self,
          MukanaDraft  *draft,
          const char   *digest,
          gint64        id,
          GError      **error)
{
  const char *kind = mukana_kind_name (mukana_import_kind (draft));
  MukanaImportList *list = mukana_import_source_list (self->plan->source, draft->item.list);

  return mukana_db_run (self->db, "sources.put", error,
                        mukana_text ("source", MUKANA_IMPORT_DIGEST),
                        mukana_text ("kind", kind), mukana_text ("ref", digest),
                        mukana_int ("record_id", id)) >= 0 &&
         (draft->ref == NULL ||
          mukana_db_run (self->db, "sources.put", error, mukana_text ("source", list->signature),
                         mukana_text ("kind", kind), mukana_text ("ref", draft->ref),
                         mukana_int ("record_id", id)) >= 0);
}

static gint64
text_version (Accepting   *self,
              const char  *purpose,
              GError     **error)
{
  int index = mukana_code_index (mukana_purposes, purpose);

  g_assert (index >= 0 && index < (int) G_N_ELEMENTS (self->text_versions));
  if (self->text_versions[index] == 0)
    self->text_versions[index] = 1 + mukana_db_count (self->db, "consents.newest-text", error,
                                                      mukana_text ("purpose", purpose));

  return self->text_versions[index] - 1;
}

static gboolean
add_consent (Accepting      *self,
             gint64          person_id,
             MukanaConsent  *consent,
             const char     *language,
             GError        **error)
{
  gint64 version = text_version (self, consent->purpose, error);

  return version >= 0 &&
         insert_with (self->db, "consents.add", consent,
                      MUKANA_ARGS (mukana_int ("person_id", person_id),
                                   mukana_int ("text_version", version),
                                   mukana_text ("language", language ? language : "fi"),
                                   mukana_text ("recorded_by", mukana_db_peek_actor (self->db)),
                                   mukana_int ("recorded_at", mukana_db_now_us (self->db))),
                      error) >= 0;
}

static gboolean
add_parts (Accepting    *self,
           MukanaDraft  *draft,
           gint64        person_id,
           GError      **error)
{
  const char *language = MUKANA_PERSON (draft->record)->contact_language;

  for (guint kind = 0; kind < N_PERSON_PARTS; kind++)
    for (guint i = 0; draft->parts[kind] != NULL && i < draft->parts[kind]->len; i++)
      {
        gpointer part = g_ptr_array_index (draft->parts[kind], i);

        if (kind == PERSON_CONSENTS
            ? !add_consent (self, person_id, part, language, error)
            : insert_with (self->db, part_statements[kind].statement, part,
                           MUKANA_ARGS (mukana_int ("person_id", person_id)), error) < 0)
          return FALSE;
        mukana_db_touch (self->db, part_statements[kind].touches, person_id, MUKANA_EFFECT_ADDED);
      }

  return TRUE;
}

static gboolean
has_note (GPtrArray  *notes,
          const char *body)
{
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    if (g_strcmp0 (((MukanaNote *) g_ptr_array_index (notes, i))->body, body) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
add_notes (Accepting    *self,
           MukanaDraft  *draft,
           gint64        person_id,
           GPtrArray    *known,
           GError      **error)
{
  for (guint i = 0; i < draft->notes->len; i++)
    if (!has_note (known, g_ptr_array_index (draft->notes, i)) &&
        !mukana_people_add_note (self->db, person_id, g_ptr_array_index (draft->notes, i), error))
      return FALSE;

  return TRUE;
}

/* The words by which a theme or a place is found, analysed once. */
static GHashTable *
peek_terms (GHashTable        *cache,
            const char        *code,
            const char *const *texts)
{
  GHashTable *terms = g_hash_table_lookup (cache, code);

  if (terms != NULL)
    return terms;

  terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (; *texts != NULL; texts++)
    mukana_search_add_text (terms, *texts);
  g_hash_table_insert (cache, g_strdup (code), terms);
  return terms;
}

static void
join_terms (GHashTable *terms,
            GHashTable *more)
{
  GHashTableIter iter;
  gpointer term;

  g_hash_table_iter_init (&iter, more);
  while (g_hash_table_iter_next (&iter, &term, NULL))
    g_hash_table_add (terms, g_strdup (term));
}

static GHashTable *
list_terms (Accepting   *self,
            MukanaDraft *draft)
{
  MukanaPerson *person = MUKANA_PERSON (draft->record);
  MukanaThemeTree *tree = mukana_lexicon_peek_themes (self->plan->lexicon);
  GPtrArray *themes = draft->parts[PERSON_THEMES];
  GHashTable *terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *digits = mukana_text_digits (person->phone);
  MukanaMunicipality *place = mukana_lexicon_find (self->plan->lexicon, MUKANA_LEXICON_MUNICIPALITY,
                                                   person->municipality_code);

  mukana_search_add_names (terms, person->display_name);
  mukana_search_add_names (terms, person->email);
  mukana_search_add_names (terms, digits);
  if (place != NULL)
    join_terms (terms, peek_terms (self->place_terms, place->code,
                                   (const char *const[]) { place->name_fi, place->name_sv, NULL }));
  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      MukanaExperience *theme = g_ptr_array_index (themes, i);
      int place_of_theme = mukana_theme_tree_find (tree, theme->theme_id);
      const MukanaThemeNode *node = mukana_theme_tree_get (tree, place_of_theme);
      const char *const words[] = {
        node->label_fi, node->label_sv, node->label_en, node->synonyms, NULL };

      join_terms (terms, peek_terms (self->theme_terms, node->id, words));
    }

  return terms;
}

/* The terms of a person who has none yet. */
static gboolean
index_new (Accepting    *self,
           MukanaDraft  *draft,
           gint64        id,
           GError      **error)
{
  g_autoptr (GHashTable) terms = list_terms (self, draft);
  GHashTableIter iter;
  gpointer term;

  g_hash_table_iter_init (&iter, terms);
  while (g_hash_table_iter_next (&iter, &term, NULL))
    if (mukana_db_run (self->db, "search.add", error, mukana_text ("term", term),
                       mukana_text ("kind", "person"), mukana_int ("record_id", id)) < 0)
      return FALSE;

  return TRUE;
}

static gint64
add_person (Accepting    *self,
            MukanaDraft  *draft,
            GError      **error)
{
  gint64 now_us = mukana_db_now_us (self->db);
  gint64 id = insert_with (self->db, "people.add", draft->record,
                           MUKANA_ARGS (mukana_int ("created_at", now_us),
                                        mukana_int ("updated_at", now_us)),
                           error);

  if (id < 0 || !add_parts (self, draft, id, error) || !add_notes (self, draft, id, NULL, error) ||
      !index_new (self, draft, id, error))
    return -1;

  mukana_db_touch (self->db, MUKANA_KIND_PERSON, id, MUKANA_EFFECT_ADDED);
  return id;
}

static gboolean
apply_consent (Accepting           *self,
               MukanaStoredPerson  *stored,
               MukanaConsent       *consent,
               GError             **error)
{
  ConsentDeed deed = mukana_stored_person_judge (stored, consent);
  MukanaWithdrawal withdrawal = { stored->person->id, (char *) consent->purpose,
                                  (char *) consent->theme_id, (char *) "list" };

  if (deed == CONSENT_ENDS && mukana_consenting_withdraw (self->db, &withdrawal, error) < 0)
    return FALSE;

  return deed != CONSENT_ADDED ||
         add_consent (self, stored->person->id, consent, stored->person->contact_language, error);
}

/* What the list says of somebody who is there. */
static gboolean
change_person (Accepting    *self,
               MukanaDraft  *draft,
               gint64        id,
               gboolean      only_empty,
               GError      **error)
{
  g_autoptr (MukanaStoredPerson) stored = mukana_stored_person_load (self->db, id, error);
  g_autoptr (MukanaPerson) merged = NULL;

  if (stored != NULL)
    merged = mukana_stored_person_with (stored, draft, only_empty);

  if (merged == NULL ||
      (!mukana_record_equal (MUKANA_RECORD (merged), MUKANA_RECORD (stored->person)) &&
       !mukana_people_save (self->db, merged, error)))
    return FALSE;

  for (guint kind = 0; kind < N_PERSON_PARTS; kind++)
    for (guint i = 0; draft->parts[kind] != NULL && i < draft->parts[kind]->len; i++)
      {
        gpointer part = g_ptr_array_index (draft->parts[kind], i);
        gboolean is_done;

        if (kind == PERSON_CONSENTS)
          is_done = apply_consent (self, stored, part, error);
        else
          is_done = mukana_stored_person_has (stored, draft, kind, part) ||
                    mukana_people_add_part (self->db, part_statements[kind].statement, id, part,
                                            error) >= 0;
        if (!is_done)
          return FALSE;
        mukana_db_touch (self->db, part_statements[kind].touches, id, MUKANA_EFFECT_CHANGED);
      }

  return add_notes (self, draft, id, stored->notes, error) &&
         mukana_people_index (self->db, id, error) &&
         mukana_journal_add (self->db, "importing.change", MUKANA_KIND_PERSON, id, draft->fields,
                             error);
}

/* Who a duplicate was decided to be; 0 when they are left out. */
static gint64
merge_duplicate (Accepting    *self,
                 MukanaDraft  *draft,
                 GError      **error)
{
  gint64 target = draft->other != NULL ? self->ids[draft->other->number] : 0;

  if (target == 0)
    target = draft->item.other_id;
  if (target == 0)
    return 0;

  return change_person (self, draft, target, TRUE, error) ? target : -1;
}

static gboolean
accept_person (Accepting    *self,
               MukanaDraft  *draft,
               GError      **error)
{
  MukanaImportDecision decision = mukana_import_acceptance_decision (self->acceptance,
                                                                     draft->number);
  MukanaImportOutcome outcome = draft->item.outcome;
  gint64 id = draft->id;

  if (outcome == MUKANA_IMPORT_NEW ||
      (outcome == MUKANA_IMPORT_DUPLICATE && decision == MUKANA_IMPORT_AS_NEW))
    id = add_person (self, draft, error);
  else if (outcome == MUKANA_IMPORT_DUPLICATE && decision == MUKANA_IMPORT_MERGE)
    id = merge_duplicate (self, draft, error);
  else if (outcome == MUKANA_IMPORT_CHANGED && !change_person (self, draft, id, FALSE, error))
    id = -1;
  else if (outcome == MUKANA_IMPORT_DUPLICATE)
    id = 0;

  if (id < 0)
    return FALSE;

  self->ids[draft->number] = id;
  return id == 0 || outcome == MUKANA_IMPORT_SAME ||
         remember (self, draft, draft->digest, id, error);
}

static gboolean
add_contact (Accepting      *self,
             MukanaContact  *contact,
             gint64          organisation_id,
             gint64          person_id,
             GError        **error)
{
  return insert_with (self->db, "organisations.add-contact", contact,
                      MUKANA_ARGS (mukana_int ("organisation_id", organisation_id),
                                   mukana_int ("person_id", person_id)), error) >= 0;
}

static gboolean
change_organisation (Accepting    *self,
                     MukanaDraft  *draft,
                     GError      **error)
{
  g_autoptr (MukanaOrganisationFile) file = mukana_organisation_file_job.run (self->db, &draft->id,
                                                                              NULL, error);
  g_autoptr (MukanaRecord) merged = NULL;
  g_autoptr (GStrvBuilder) themes = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (file == NULL)
    return FALSE;

  merged = mukana_import_merge_record (MUKANA_RECORD (file->organisation), draft, FALSE);
  mukana_organisation_init_name (MUKANA_ORGANISATION (merged),
                                 MUKANA_ORGANISATION (draft->record)->name);
  g_strv_builder_addv (themes, (const char **) file->theme_ids);
  if (draft->theme_ids != NULL)
    g_strv_builder_addv (themes, (const char **) draft->theme_ids);
  all = g_strv_builder_end (themes);

  return mukana_organisations_save (self->db, MUKANA_ORGANISATION (merged),
                                    (const char * const *) all, error) &&
         (draft->missing == NULL || draft->contact == NULL ||
          !g_hash_table_contains (draft->missing, draft->contact) ||
          add_contact (self, draft->contact, draft->id, 0, error));
}

static gboolean
accept_organisation (Accepting    *self,
                     MukanaDraft  *draft,
                     GError      **error)
{
  gint64 id = draft->id;

  if (draft->item.outcome == MUKANA_IMPORT_NEW)
    {
      id = mukana_organisations_add (self->db, MUKANA_ORGANISATION (draft->record),
                                     (const char * const *) draft->theme_ids, error);
      if (id < 0 || (draft->contact != NULL && !add_contact (self, draft->contact, id, 0, error)) ||
          !mukana_organisations_index (self->db, id, error))
        return FALSE;
    }
  else if (draft->item.outcome == MUKANA_IMPORT_CHANGED &&
           !change_organisation (self, draft, error))
    return FALSE;

  self->ids[draft->number] = id;
  return draft->item.outcome == MUKANA_IMPORT_SAME ||
         remember (self, draft, draft->digest, id, error);
}

static gboolean
change_request (Accepting    *self,
                MukanaDraft  *draft,
                GError      **error)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_job.run (self->db, &draft->id, NULL,
                                                                    error);
  MukanaRecord *merged;

  if (file == NULL)
    return FALSE;

  merged = mukana_import_merge_record (MUKANA_RECORD (file->request), draft, FALSE);
  mukana_request_init_title (MUKANA_REQUEST (merged), MUKANA_REQUEST (draft->record)->title);
  g_set_object (&file->request, MUKANA_REQUEST (merged));
  g_object_unref (merged);
  for (guint i = 0; i < draft->request->times->len; i++)
    if (draft->missing != NULL &&
        g_hash_table_contains (draft->missing, g_ptr_array_index (draft->request->times, i)))
      g_ptr_array_add (file->times, g_object_ref (g_ptr_array_index (draft->request->times, i)));
  for (guint i = 0; i < draft->request->themes->len; i++)
    if (draft->missing != NULL &&
        g_hash_table_contains (draft->missing, g_ptr_array_index (draft->request->themes, i)))
      g_ptr_array_add (file->themes, g_object_ref (g_ptr_array_index (draft->request->themes, i)));

  return mukana_registering_save_request (self->db, file, error) >= 0;
}

static gboolean
accept_request (Accepting    *self,
                MukanaDraft  *draft,
                GError      **error)
{
  gint64 id = draft->id;

  if (draft->item.outcome == MUKANA_IMPORT_NEW)
    id = mukana_registering_save_request (self->db, draft->request, error);
  else if (draft->item.outcome == MUKANA_IMPORT_CHANGED && !change_request (self, draft, error))
    return FALSE;
  if (id < 0)
    return FALSE;

  self->ids[draft->number] = id;
  return draft->item.outcome == MUKANA_IMPORT_SAME ||
         remember (self, draft, draft->digest, id, error);
}

/* One proposal to a person is open at a time, however many days they came for; and
 * nobody waits for the answer of somebody who may not be asked. */
static gint64
record_proposal (Accepting    *self,
                 MukanaDraft  *draft,
                 gint64        person_id,
                 gint64        request_id,
                 GError      **error)
{
  g_autoptr (MukanaQuery) open = mukana_db_select (self->db, "proposals.open-between", error,
                                                   mukana_int ("request_id", request_id),
                                                   mukana_int ("person_id", person_id));
  const char *state = draft->outcome.proposal_state;
  gboolean is_open = strcmp (state, "proposed") == 0;
  gint64 n_matchable;
  int result;

  if (open == NULL || (result = mukana_query_step (open, error)) < 0)
    return -1;
  if (result > 0 && (is_open || strcmp (state, "accepted") == 0))
    return mukana_query_get_int (open, "id");
  if ((n_matchable = mukana_db_count (self->db, "consents.is-matchable", error,
                                      mukana_int ("person_id", person_id))) < 0)
    return -1;

  return mukana_db_insert (self->db, "proposals.record", error,
                           mukana_int ("request_id", request_id),
                           mukana_int ("person_id", person_id),
                           mukana_text ("state", is_open && n_matchable == 0 ? "cancelled" : state),
                           mukana_int ("score", draft->score),
                           mukana_day ("proposed_on", draft->proposed_on),
                           mukana_day ("answered_on", draft->answered_on));
}

static gint64
add_assignment (Accepting    *self,
                MukanaDraft  *draft,
                gint64        person_id,
                gint64        request_id,
                GError      **error)
{
  gint64 proposal_id = record_proposal (self, draft, person_id, request_id, error);

  mukana_db_touch (self->db, MUKANA_KIND_PROPOSAL, proposal_id, MUKANA_EFFECT_ADDED);
  if (proposal_id < 0 || draft->record == NULL)
    return proposal_id;

  return insert_with (self->db, "assignments.add", draft->record,
                      MUKANA_ARGS (mukana_int ("request_id", request_id),
                                   mukana_int ("person_id", person_id),
                                   mukana_int ("proposal_id", proposal_id)), error);
}

static gint64
add_log_entry (Accepting    *self,
               MukanaDraft  *draft,
               gint64        person_id,
               gint64        organisation_id,
               GError      **error)
{
  g_autoptr (MukanaLogEntry) entry = mukana_record_with_int (draft->record, "organisation-id",
                                                             organisation_id);

  mukana_record_init_int (entry, "person-id", person_id);
  return mukana_log_entries_add (self->db, entry, error);
}

static gboolean
accept_history (Accepting    *self,
                MukanaDraft  *draft,
                GError      **error)
{
  gint64 owner_id = draft->owner ? self->ids[draft->owner->number] : 0;
  gint64 other_id = self->ids[draft->other->number];
  g_autofree char *digest = NULL;
  gint64 id;

  if (draft->item.outcome == MUKANA_IMPORT_SAME)
    {
      self->ids[draft->number] = draft->id;
      return TRUE;
    }
  /* Whoever it is about was left out, and this with them. */
  if (other_id == 0 || (owner_id == 0 && draft->item.kind != MUKANA_LIST_CONTACTS_LOG))
    return TRUE;

  if (draft->item.kind == MUKANA_LIST_ASSIGNMENTS)
    id = add_assignment (self, draft, owner_id, other_id, error);
  else if (draft->item.kind == MUKANA_LIST_FEES)
    id = insert_with (self->db, "fees.add", draft->record,
                      MUKANA_ARGS (mukana_int ("assignment_id", other_id),
                                   mukana_int ("person_id", owner_id)), error);
  else if (draft->item.kind == MUKANA_LIST_FEEDBACK)
    id = insert_with (self->db, "feedbacks.add", draft->record,
                      MUKANA_ARGS (mukana_int ("assignment_id", other_id)), error);
  else
    id = add_log_entry (self, draft, owner_id, other_id, error);

  if (id < 0)
    return FALSE;

  self->ids[draft->number] = id;
  digest = mukana_import_history_digest (draft, owner_id, other_id);
  mukana_db_touch (self->db, mukana_import_kind (draft), id, MUKANA_EFFECT_ADDED);
  return remember (self, draft, digest, id, error);
}

static void
count (Accepting   *self,
       MukanaDraft *draft)
{
  guint subject = draft->part != NULL ? draft->owner->number : draft->number;
  gboolean is_in = self->ids[subject] != 0;

  self->counts.n_rows++;
  switch (draft->item.outcome)
    {
    case MUKANA_IMPORT_NEW: self->counts.n_new++; break;
    case MUKANA_IMPORT_CHANGED: self->counts.n_changed++; break;
    case MUKANA_IMPORT_SAME: self->counts.n_same++; break;
    case MUKANA_IMPORT_DUPLICATE:
      if (is_in &&
          mukana_import_acceptance_decision (self->acceptance, subject) == MUKANA_IMPORT_AS_NEW)
        self->counts.n_new++;
      else if (is_in)
        self->counts.n_changed++;
      else
        self->counts.n_duplicate++;
      break;
    default: self->counts.n_refused++; break;
    }
}

static gboolean
accept_draft (Accepting    *self,
              MukanaDraft  *draft,
              GError      **error)
{
  if (g_atomic_int_get (&self->acceptance->state) == STOPPED)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The import was stopped");
      return FALSE;
    }

  if (draft->item.outcome == MUKANA_IMPORT_REFUSED)
    return TRUE;
  if (draft->item.kind == MUKANA_LIST_PEOPLE)
    return accept_person (self, draft, error);
  if (draft->item.kind == MUKANA_LIST_ORGANISATIONS)
    return accept_organisation (self, draft, error);
  if (draft->item.kind == MUKANA_LIST_REQUESTS)
    return accept_request (self, draft, error);
  if (mukana_import_is_history (draft->item.kind))
    return accept_history (self, draft, error);

  return TRUE;
}

/* New contact persons are the people to talk to in their organisations. */
static gboolean
link_contacts (Accepting  *self,
               GError    **error)
{
  for (guint i = 0; i < self->plan->drafts->len; i++)
    {
      MukanaDraft *draft = g_ptr_array_index (self->plan->drafts, i);
      g_autoptr (MukanaContact) contact = NULL;
      MukanaPerson *person;

      if (draft->item.kind != MUKANA_LIST_PEOPLE || draft->other == NULL ||
          draft->item.outcome != MUKANA_IMPORT_NEW || self->ids[draft->other->number] == 0)
        continue;

      person = MUKANA_PERSON (draft->record);
      contact = g_object_new (MUKANA_TYPE_CONTACT, NULL);
      mukana_record_init_text (contact, "name", person->display_name);
      mukana_record_init_text (contact, "email", person->email);
      mukana_record_init_text (contact, "phone", person->phone);
      if (!add_contact (self, contact, self->ids[draft->other->number], self->ids[draft->number],
                        error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remember_mappings (Accepting  *self,
                   GError    **error)
{
  for (guint i = 0; i < self->plan->source->lists->len; i++)
    {
      MukanaImportList *list = mukana_import_source_list (self->plan->source, i);
      g_autofree char *mapping = mukana_import_list_mapping (list);

      if (list->kind != MUKANA_LIST_UNKNOWN &&
          mukana_db_run (self->db, "mappings.put", error,
                         mukana_text ("signature", list->signature),
                         mukana_text ("mapping", mapping)) < 0)
        return FALSE;
    }

  return TRUE;
}

/* Whether the register, changed since, would still make the same plan. */
static gboolean
is_still_true (MukanaImportPlan  *plan,
               MukanaDb          *db,
               GError           **error)
{
  g_autoptr (MukanaImportPlan) now = NULL;
  gboolean is_same;

  if (mukana_db_get_revision (db) == plan->revision + 1)
    return TRUE;
  if (!(now = mukana_import_plan_again (plan, db, error)))
    return FALSE;

  is_same = now->drafts->len == plan->drafts->len;
  for (guint i = 0; is_same && i < plan->drafts->len; i++)
    {
      MukanaDraft *before = g_ptr_array_index (plan->drafts, i);
      MukanaDraft *after = g_ptr_array_index (now->drafts, i);

      is_same = before->item.outcome == after->item.outcome && before->id == after->id &&
                before->item.other_id == after->item.other_id;
    }
  if (!is_same)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                 "The register has changed since the preview");

  return is_same;
}

static gboolean
accept_all (Accepting  *self,
            GError    **error)
{
  for (guint i = 0; i < self->plan->drafts->len; i++)
    {
      MukanaDraft *draft = g_ptr_array_index (self->plan->drafts, i);

      if (!accept_draft (self, draft, error))
        return FALSE;
      count (self, draft);
      g_atomic_int_inc (&self->acceptance->n_done);
    }

  if (!link_contacts (self, error) || !remember_mappings (self, error) ||
      !mukana_journal_add (self->db, "importing.accept", MUKANA_KIND_EVERYTHING, 0, NULL, error))
    return FALSE;

  mukana_db_touch (self->db, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);
  if (g_atomic_int_compare_and_exchange (&self->acceptance->state, RUNNING, TOO_LATE))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The import was stopped");
  return FALSE;
}

static gpointer
accept_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  MukanaImportAcceptance *acceptance = arg;
  Accepting self = { .db = db, .plan = acceptance->plan, .acceptance = acceptance };
  gboolean is_done;

  /* Once more, after all had been done and the commit failed. */
  g_atomic_int_compare_and_exchange (&acceptance->state, TOO_LATE, RUNNING);
  g_atomic_int_set (&acceptance->n_done, 0);
  if (!is_still_true (acceptance->plan, db, error))
    return NULL;

  self.ids = g_new0 (gint64, acceptance->plan->drafts->len + 1);
  self.theme_terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_hash_table_unref);
  self.place_terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_hash_table_unref);
  is_done = accept_all (&self, error);
  g_hash_table_unref (self.theme_terms);
  g_hash_table_unref (self.place_terms);
  g_free (self.ids);
  return is_done ? g_memdup2 (&self.counts, sizeof self.counts) : NULL;
}

const MukanaJob mukana_importing_accept_job = {
  "importing.accept", MUKANA_LANE_WRITE, accept_run, g_free, .needs = MUKANA_DEED_KEEP_REGISTER
};
