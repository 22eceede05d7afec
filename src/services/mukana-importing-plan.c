/* mukana-importing-plan.c: what would happen, row by row, and why.
 *
 * Reading the rows and comparing them with the register happens in a read
 * transaction, so a plan cannot change anything.  It is made once and then only
 * read; a window asks for the items it shows.
 */

#include "services/mukana-importing-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"

static const MukanaListReason other_sheets = {
  "other-sheets", N_("The workbook has other sheets, which were not read") };

static const struct
{
  const char *name;
  const char *label;
} outcomes[MUKANA_IMPORT_N_OUTCOMES] = {
  [MUKANA_IMPORT_NEW] = { "new", N_("New") },
  [MUKANA_IMPORT_CHANGED] = { "changed", N_("Changed") },
  [MUKANA_IMPORT_SAME] = { "same", N_("Same") },
  [MUKANA_IMPORT_DUPLICATE] = { "duplicate", N_("Duplicate?") },
  [MUKANA_IMPORT_REFUSED] = { "refused", N_("Refused") },
};

/** mukana_import_outcome_name: Returns: static and stable */
const char *
mukana_import_outcome_name (MukanaImportOutcome outcome)
{
  return outcomes[outcome].name;
}

/** mukana_import_outcome_label: Returns: borrowed, words for people in the program's language */
const char *
mukana_import_outcome_label (MukanaImportOutcome outcome)
{
  return _(outcomes[outcome].label);
}

static void
free_draft (gpointer data)
{
  MukanaDraft *self = data;

  g_free (self->label);
  g_free (self->fields);
  g_free (self->other_label);
  g_free (self->ref);
  g_free (self->digest);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_clear_object (&self->record);
  for (guint i = 0; i < N_PERSON_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_ptr_array_unref);
  g_clear_object (&self->to_themes);
  g_clear_pointer (&self->request, mukana_request_file_free);
  g_strfreev (self->theme_ids);
  g_clear_object (&self->contact);
  g_free (self->organisation_ref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  if (self->unkept != NULL)
    g_string_free (self->unkept, TRUE);
  if (self->unkept_themes != NULL)
    g_string_free (self->unkept_themes, TRUE);
  g_clear_pointer (&self->missing, g_hash_table_unref);
  g_free (self);
}

static void
free_problem (gpointer data)
{
  MukanaImportProblem *self = data;

  g_free ((char *) self->value);
  g_free (self);
}

MukanaImportPlan *
mukana_import_plan_ref (MukanaImportPlan *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
mukana_import_plan_unref (MukanaImportPlan *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->source, mukana_import_source_unref);
  g_clear_object (&self->lexicon);
  g_free (self);
}

MukanaImportSource *
mukana_import_plan_peek_source (MukanaImportPlan *self)
{
  return self->source;
}

MukanaImportCounts
mukana_import_plan_count_kind (MukanaImportPlan *self,
                               MukanaListKind    kind)
{
  return self->counts[kind];
}

MukanaImportCounts
mukana_import_plan_count (MukanaImportPlan *self)
{
  MukanaImportCounts sum = { 0 };

  for (guint i = 0; i < MUKANA_N_LISTS; i++)
    {
      sum.n_rows += self->counts[i].n_rows;
      sum.n_new += self->counts[i].n_new;
      sum.n_changed += self->counts[i].n_changed;
      sum.n_same += self->counts[i].n_same;
      sum.n_duplicate += self->counts[i].n_duplicate;
      sum.n_refused += self->counts[i].n_refused;
    }

  return sum;
}

guint
mukana_import_plan_get_n_items (MukanaImportPlan *self)
{
  return self->drafts->len;
}

/** mukana_import_plan_peek_item: Returns: borrowed from the plan */
const MukanaImportItem *
mukana_import_plan_peek_item (MukanaImportPlan *self,
                              guint             item)
{
  return &((MukanaDraft *) g_ptr_array_index (self->drafts, item))->item;
}

guint
mukana_import_plan_get_n_problems (MukanaImportPlan *self)
{
  return self->problems->len;
}

const MukanaImportProblem *
mukana_import_plan_peek_problem (MukanaImportPlan *self,
                                 guint             problem)
{
  return g_ptr_array_index (self->problems, problem);
}

void
mukana_draft_label (MukanaDraft *self,
                    const char  *label)
{
  g_free (self->label);
  self->label = mukana_text_tidy (label);
  self->item.label = self->label ? self->label : "";
}

/** mukana_import_cell: Returns: borrowed, "" when the list has no such column or nothing there */
const char *
mukana_import_cell (MukanaImportReader *reader,
                    MukanaColumn        column)
{
  return reader->at[column] < 0 ? "" : mukana_table_peek_cell (reader->list->table, reader->row,
                                                               (guint) reader->at[column]);
}

static const char *
peek_heading (MukanaImportReader *reader,
              int                 column)
{
  return column < 0 ? "" : mukana_table_peek_cell (reader->list->table, reader->list->heading_row,
                                                   (guint) column);
}

static void
add_problem (MukanaImportPlan       *plan,
             guint                   list,
             guint                   row,
             const char             *column,
             const char             *value,
             const MukanaListReason *reason)
{
  MukanaImportProblem *problem = g_new0 (MukanaImportProblem, 1);

  *problem = (MukanaImportProblem) {
    list, row, column, g_strdup (value), reason->code, reason->sentence };
  g_ptr_array_add (plan->problems, problem);
}

/** mukana_import_problem_at: @keep: the value goes into a note, when notes are wanted */
void
mukana_import_problem_at (MukanaImportReader     *reader,
                          int                     column,
                          const char             *value,
                          const MukanaListReason *reason,
                          gboolean                keep)
{
  /* What must not come in must not come in through the list of problems either. */
  const char *shown = mukana_list_is_identity_code (value) ? "" : value;

  add_problem (reader->plan, reader->list_number,
               mukana_table_get_row_number (reader->list->table, reader->row),
               peek_heading (reader, column), shown, reason);
  if (keep && *shown != '\0' && reader->plan->options.keep_as_notes && reader->keeper != NULL &&
      reader->keeper->unkept != NULL)
    g_string_append_printf (reader->keeper->unkept, "%s: %s\n", peek_heading (reader, column),
                            shown);
}

void
mukana_import_problem (MukanaImportReader     *reader,
                       MukanaColumn            column,
                       const MukanaListReason *reason)
{
  mukana_import_problem_at (reader, reader->at[column], mukana_import_cell (reader, column),
                            reason, TRUE);
}

/** mukana_import_tell_once: once for the list, with the first row it is true of; the value of
 *  each row goes into a note */
void
mukana_import_tell_once (MukanaImportReader     *reader,
                         MukanaColumn            column,
                         const MukanaListReason *reason)
{
  guint row = reader->draft ? reader->draft->item.row : 0;
  char *key = g_strdup_printf ("%u %s", reader->list_number, reason->code);
  const char *value = mukana_import_cell (reader, column);

  if (g_hash_table_add (reader->told, key))
    add_problem (reader->plan, reader->list_number, row, peek_heading (reader, reader->at[column]),
                 value, reason);
  if (*value != '\0' && reader->plan->options.keep_as_notes && reader->keeper != NULL)
    g_string_append_printf (reader->keeper->unkept, "%s: %s\n",
                            peek_heading (reader, reader->at[column]), value);
}

void
mukana_import_refuse (MukanaImportReader     *reader,
                      MukanaColumn            column,
                      const MukanaListReason *reason)
{
  mukana_import_problem_at (reader, reader->at[column], mukana_import_cell (reader, column),
                            reason, FALSE);
  reader->draft->item.outcome = MUKANA_IMPORT_REFUSED;
}

/** mukana_import_tell_draft: something about the whole row, which comes in all the same */
void
mukana_import_tell_draft (MukanaImportPlan       *plan,
                          MukanaDraft            *draft,
                          const MukanaListReason *reason)
{
  add_problem (plan, draft->item.list, draft->item.row, "", "", reason);
}

void
mukana_import_refuse_draft (MukanaImportPlan       *plan,
                            MukanaDraft            *draft,
                            const MukanaListReason *reason)
{
  mukana_import_tell_draft (plan, draft, reason);
  draft->item.outcome = MUKANA_IMPORT_REFUSED;
}

/** mukana_import_read_day: %MUKANA_DAY_NONE when nothing is there, or nothing understood */
MukanaDay
mukana_import_read_day (MukanaImportReader *reader,
                        MukanaColumn        column)
{
  const char *text = mukana_import_cell (reader, column);
  const MukanaListReason *reason;
  MukanaDay day = MUKANA_DAY_NONE;

  if (*text != '\0' && !mukana_list_read_day (text, &day, &reason))
    mukana_import_problem (reader, column, reason);

  return day;
}

static MukanaWordList *
list_themes (MukanaLexicon *lexicon)
{
  MukanaThemeTree *tree = mukana_lexicon_peek_themes (lexicon);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (MukanaWord));
  g_autoptr (GPtrArray) synonyms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < mukana_theme_tree_size (tree); i++)
    {
      const MukanaThemeNode *node = mukana_theme_tree_get (tree, (int) i);
      char **parts = g_strsplit (node->synonyms ? node->synonyms : "", ";", -1);
      const MukanaWord labels[] = {
        { node->id, node->label_fi }, { node->id, node->label_sv }, { node->id, node->label_en },
      };

      g_array_append_vals (words, labels, G_N_ELEMENTS (labels));
      for (guint j = 0; parts[j] != NULL; j++)
        {
          MukanaWord word = { node->id, parts[j] };

          if (*parts[j] != '\0')
            g_array_append_val (words, word);
        }
      g_ptr_array_add (synonyms, parts);
    }

  return mukana_word_list_new ((const MukanaWord *) (gpointer) words->data, words->len,
                               MUKANA_WORD_LIST_PLAIN);
}

static MukanaWordList *
list_places (MukanaLexicon *lexicon)
{
  GPtrArray *places = mukana_lexicon_peek_all (lexicon, MUKANA_LEXICON_MUNICIPALITY);
  g_autofree MukanaWord *words = g_new0 (MukanaWord, places->len * 2 + 1);

  for (guint i = 0; i < places->len; i++)
    {
      MukanaMunicipality *place = g_ptr_array_index (places, i);

      words[2 * i] = (MukanaWord) { place->code, place->name_fi };
      words[2 * i + 1] = (MukanaWord) { place->code, place->name_sv };
    }

  return mukana_word_list_new (words, places->len * 2, MUKANA_WORD_LIST_PLACES);
}

/* The cells by what they mean, so that moving a column changes nothing. */
static void
digest_row (MukanaImportReader *reader,
            MukanaDraft        *owner)
{
  MukanaImportList *list = reader->list;

  if (owner->checksum == NULL)
    owner->checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < list->n_columns; i++)
    {
      const char *cell = mukana_table_peek_cell (list->table, reader->row, i);
      guint8 column = list->columns[i];

      if (*cell == '\0')
        continue;
      g_checksum_update (owner->checksum, &column, 1);
      g_checksum_update (owner->checksum, (const guchar *) cell, (gssize) strlen (cell) + 1);
    }
  g_checksum_update (owner->checksum, (const guchar *) "\n", 1);
}

static gboolean
is_part (MukanaListKind kind)
{
  return kind == MUKANA_LIST_CONSENTS || kind == MUKANA_LIST_AVAILABILITY ||
         kind == MUKANA_LIST_ABSENCES || kind == MUKANA_LIST_PERSON_THEMES;
}

static void
read_row (MukanaImportReader *reader)
{
  MukanaDraft *draft = g_new0 (MukanaDraft, 1);
  MukanaListKind kind = reader->list->kind;
  const char *ref = mukana_import_cell (reader, MUKANA_COLUMN_ID);

  draft->item.kind = kind;
  draft->item.list = reader->list_number;
  draft->item.row = mukana_table_get_row_number (reader->list->table, reader->row);
  draft->item.label = "";
  draft->ref = *ref != '\0' && !is_part (kind) ? g_strdup (ref) : NULL;
  draft->proposed_on = draft->answered_on = MUKANA_DAY_NONE;
  reader->draft = draft;
  reader->keeper = NULL;
  g_ptr_array_add (reader->plan->drafts, draft);

  if (kind == MUKANA_LIST_PEOPLE)
    mukana_import_read_person (reader);
  else if (is_part (kind))
    mukana_import_read_person_part (reader);
  else
    mukana_import_read_record (reader);

  if (draft->ref != NULL)
    g_hash_table_insert (reader->by_ref[kind], draft->ref, draft);
  digest_row (reader, draft->part != NULL ? draft->owner : draft);
}

static void
read_list (MukanaImportReader *reader,
           guint               number)
{
  MukanaImportList *list = mukana_import_source_list (reader->plan->source, number);
  guint n_rows;

  reader->list = list;
  reader->list_number = number;
  for (guint i = 0; i < MUKANA_N_COLUMNS; i++)
    reader->at[i] = -1;
  for (guint i = list->n_columns; i-- > 0;)
    if (list->columns[i] != MUKANA_COLUMN_NONE)
      reader->at[list->columns[i]] = (int) i;

  if (mukana_table_get_n_sheets (list->table) > 1)
    add_problem (reader->plan, number, 0, "", "", &other_sheets);
  n_rows = mukana_table_get_n_rows (list->table);
  for (reader->row = list->heading_row + 1; reader->row < n_rows; reader->row++)
    read_row (reader);
}

/* A request's state decides nothing here; a person's consents decide theirs. */
static void
finish_people (MukanaImportReader *reader)
{
  for (guint i = 0; i < reader->plan->drafts->len; i++)
    {
      MukanaDraft *draft = g_ptr_array_index (reader->plan->drafts, i);

      if (draft->item.kind != MUKANA_LIST_PEOPLE || draft->record == NULL)
        continue;

      reader->list_number = draft->item.list;
      reader->list = mukana_import_source_list (reader->plan->source, draft->item.list);
      reader->draft = reader->keeper = draft;
      reader->at[MUKANA_COLUMN_NONE] = -1;
      mukana_import_finish_person (reader, draft);
    }

  for (guint i = 0; i < reader->plan->drafts->len; i++)
    {
      MukanaDraft *draft = g_ptr_array_index (reader->plan->drafts, i);

      if (draft->item.kind == MUKANA_LIST_PERSON_THEMES)
        mukana_import_finish_theme (reader->plan, draft);
    }
}

/* Two rows without a number may be alike to the letter: the second is not the first. */
static void
finish_digests (MukanaImportPlan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint8 options = (guint8) (plan->options.themes_covered | plan->options.keep_as_notes << 1);

  for (guint i = 0; i < plan->drafts->len; i++)
    {
      MukanaDraft *draft = g_ptr_array_index (plan->drafts, i);
      g_autofree char *plain = NULL;
      guint n_before;

      draft->number = i;
      if (draft->checksum == NULL)
        continue;

      g_checksum_update (draft->checksum, &options, 1);
      plain = g_strndup (g_checksum_get_string (draft->checksum), 32);
      g_clear_pointer (&draft->checksum, g_checksum_free);
      n_before = GPOINTER_TO_UINT (g_hash_table_lookup (seen, plain));
      draft->digest = n_before == 0 ? g_strdup (plain) : g_strdup_printf ("%s#%u", plain, n_before);
      g_hash_table_insert (seen, g_steal_pointer (&plain), GUINT_TO_POINTER (n_before + 1));
    }
}

static void
count_outcomes (MukanaImportPlan *plan)
{
  for (guint i = 0; i < plan->drafts->len; i++)
    {
      MukanaDraft *draft = g_ptr_array_index (plan->drafts, i);
      MukanaImportCounts *counts = &plan->counts[draft->item.kind];

      counts->n_rows++;
      switch (draft->item.outcome)
        {
        case MUKANA_IMPORT_NEW: counts->n_new++; break;
        case MUKANA_IMPORT_CHANGED: counts->n_changed++; break;
        case MUKANA_IMPORT_SAME: counts->n_same++; break;
        case MUKANA_IMPORT_DUPLICATE: counts->n_duplicate++; break;
        default: counts->n_refused++; break;
        }
    }
}

static const char * const purposes[MUKANA_IMPORT_N_PURPOSES] = {
  "register", "matching", "communication", "media", "theme" };

/* Each person once, however many themes.  Whoever is perhaps there already is left out. */
static void
count_consents_of (MukanaImportPlan *plan,
                   MukanaDraft      *person,
                   MukanaDay         today)
{
  GPtrArray *consents = person->parts[PERSON_CONSENTS];

  for (guint i = 0; i < MUKANA_IMPORT_N_PURPOSES; i++)
    for (guint j = 0; j < consents->len; j++)
      {
        MukanaConsent *consent = g_ptr_array_index (consents, j);

        if (strcmp (consent->purpose, purposes[i]) == 0 &&
            mukana_consent_holds (consent, today) &&
            (person->item.outcome == MUKANA_IMPORT_NEW ||
             (person->missing != NULL && g_hash_table_contains (person->missing, consent))))
          {
            plan->n_consents[i]++;
            break;
          }
      }
}

static void
count_consents (MukanaImportPlan *plan,
                MukanaDay         today)
{
  for (guint i = 0; i < plan->drafts->len; i++)
    {
      MukanaDraft *draft = g_ptr_array_index (plan->drafts, i);

      if (draft->item.kind == MUKANA_LIST_PEOPLE && draft->parts[PERSON_CONSENTS] != NULL &&
          (draft->item.outcome == MUKANA_IMPORT_NEW ||
           draft->item.outcome == MUKANA_IMPORT_CHANGED))
        count_consents_of (plan, draft, today);
    }
}

/** mukana_import_purpose: Returns: static, the purpose whose consents are counted at @i */
const char *
mukana_import_purpose (guint i)
{
  return purposes[i];
}

/** mukana_import_plan_count_consents: Returns: how many people would have one by the plan */
guint
mukana_import_plan_count_consents (MukanaImportPlan *self,
                                   guint             purpose)
{
  return self->n_consents[purpose];
}

/** mukana_import_plan_has_people: whether any row is about a person, so that consents matter */
gboolean
mukana_import_plan_has_people (MukanaImportPlan *self)
{
  return self->counts[MUKANA_LIST_PEOPLE].n_rows > 0;
}

static void
clear_reader (MukanaImportReader *reader)
{
  g_clear_pointer (&reader->themes, mukana_word_list_free);
  g_clear_pointer (&reader->places, mukana_word_list_free);
  g_clear_pointer (&reader->told, g_hash_table_unref);
  for (guint i = 0; i < MUKANA_N_LISTS; i++)
    g_clear_pointer (&reader->by_ref[i], g_hash_table_unref);
}

static gboolean
read_lists (MukanaImportReader  *reader,
            GCancellable        *cancellable,
            GError             **error)
{
  MukanaImportSource *source = reader->plan->source;

  /* In the order of the kinds, which a choice of columns may have changed. */
  for (guint kind = 0; kind < MUKANA_N_LISTS; kind++)
    for (guint i = 0; i < source->lists->len; i++)
      {
        if (g_cancellable_set_error_if_cancelled (cancellable, error))
          return FALSE;
        if (mukana_import_source_list (source, i)->kind == kind)
          read_list (reader, i);
      }

  finish_people (reader);
  finish_digests (reader->plan);
  return TRUE;
}

static gpointer
plan_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaImportOrder *order = arg;
  g_autoptr (MukanaImportPlan) plan = g_new0 (MukanaImportPlan, 1);
  MukanaImportReader reader = { .plan = plan, .today = mukana_db_today (db) };
  gboolean is_done;
  int month, day;

  g_atomic_ref_count_init (&plan->n_refs);
  plan->options = order->options;
  plan->revision = mukana_db_get_revision (db);
  plan->drafts = g_ptr_array_new_with_free_func (free_draft);
  plan->problems = g_ptr_array_new_with_free_func (free_problem);
  if (!(plan->source = mukana_import_source_recall (order->source, db, error)) ||
      !(plan->lexicon = mukana_lexicon_load (db, error)))
    return NULL;

  mukana_day_split (reader.today, &reader.year, &month, &day);
  reader.themes = list_themes (plan->lexicon);
  reader.places = list_places (plan->lexicon);
  reader.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < MUKANA_N_LISTS; i++)
    reader.by_ref[i] = g_hash_table_new (g_str_hash, g_str_equal);

  is_done = read_lists (&reader, cancellable, error) &&
            mukana_importing_compare (&reader, db, cancellable, error);
  clear_reader (&reader);
  count_outcomes (plan);
  count_consents (plan, reader.today);
  return is_done ? g_steal_pointer (&plan) : NULL;
}

/** mukana_import_plan_again: Returns: yours, the same plan against the register as it is now */
MukanaImportPlan *
mukana_import_plan_again (MukanaImportPlan  *self,
                          MukanaDb          *db,
                          GError           **error)
{
  MukanaImportOrder order = { self->source, self->options };

  return plan_run (db, &order, NULL, error);
}

const MukanaJob mukana_importing_plan_job = {
  "importing.plan", MUKANA_LANE_LONG, plan_run, (GDestroyNotify) mukana_import_plan_unref,
  .needs = MUKANA_DEED_KEEP_REGISTER
};

/** mukana_import_order_new: Returns: yours; @source is shared */
MukanaImportOrder *
mukana_import_order_new (MukanaImportSource        *source,
                         const MukanaImportOptions *options)
{
  MukanaImportOrder *self = g_new0 (MukanaImportOrder, 1);

  self->source = mukana_import_source_ref (source);
  self->options = *options;
  return self;
}

void
mukana_import_order_free (MukanaImportOrder *self)
{
  mukana_import_source_unref (self->source);
  g_free (self);
}
