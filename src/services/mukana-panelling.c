/* mukana-panelling.c: a panel drawn by lot from those who fit a request and consent.
 *
 * Who may be drawn is decided as in finding people, and read anew at the door, so
 * that nobody is drawn who may not be asked now.  What they have stated is read
 * there too, and nothing is guessed.  The lot itself is mukana-panel's.
 */

#include "services/mukana-panelling.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-request.h"
#include "services/mukana-fact-loading.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

MukanaPanelQuestion *
mukana_panel_question_new (MukanaMatcher *matcher,
                           gint64         request_id,
                           int            size,
                           int            n_reserve,
                           guint64        seed,
                           const char    *targets)
{
  MukanaPanelQuestion *self = g_new0 (MukanaPanelQuestion, 1);

  self->matcher = g_object_ref (matcher);
  self->request_id = request_id;
  self->size = size;
  self->n_reserve = n_reserve;
  self->seed = seed;
  self->targets = g_strdup (targets);
  return self;
}

void
mukana_panel_question_free (MukanaPanelQuestion *self)
{
  g_object_unref (self->matcher);
  g_free (self->targets);
  g_free (self);
}

MukanaPanelAnswer *
mukana_panel_answer_ref (MukanaPanelAnswer *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_answer (gpointer data)
{
  MukanaPanelAnswer *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->relaxations);
  g_free (self->targets);
  g_array_unref (self->outcomes);
  g_array_unref (self->members);
  g_free (self->input_digest);
  g_free (self->result_digest);
  g_free (self->protocol);
}

void
mukana_panel_answer_unref (MukanaPanelAnswer *self)
{
  g_atomic_rc_box_release_full (self, clear_answer);
}

static void
clear_member (gpointer data)
{
  g_free (((MukanaPanelMember *) data)->name);
}

static void
clear_outcome (gpointer data)
{
  g_free (((MukanaPanelOutcome *) data)->label);
}

/* ---- Who may be drawn ---- */

/* One of them, while the draw is made. */
typedef struct
{
  char      *name;
  char      *place;
  char      *work_languages;
  int        age;
  GString   *genders;
  GString   *situations;
  GString   *themes;
} Person;

typedef struct
{
  MukanaDb            *db;
  MukanaPanelQuestion *question;
  GHashTable          *people;    /* gint64 -> Person */
  GArray              *ids;       /* gint64, of them, ascending */
  MukanaPanel         *panel;
  MukanaPanelAnswer   *answer;
} Draw;

static void
free_person (gpointer data)
{
  Person *person = data;

  g_free (person->name);
  g_free (person->place);
  g_free (person->work_languages);
  g_string_free (person->genders, TRUE);
  g_string_free (person->situations, TRUE);
  g_string_free (person->themes, TRUE);
  g_free (person);
}

static GHashTable *
read_asked (MukanaDb  *db,
            gint64     request_id,
            GError   **error)
{
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "panels.asked", error,
                                                    mukana_int ("request_id", request_id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "person_id");

      g_hash_table_add (asked, g_memdup2 (&id, sizeof id));
    }

  return result == 0 ? g_steal_pointer (&asked) : NULL;
}

/* Those who fit the request, by the rules of finding people. */
static GHashTable *
find_fits (Draw    *self,
           GError **error)
{
  MukanaMatcher *matcher = self->question->matcher;
  g_autoptr (GHashTable) fits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) asked = NULL;
  g_autoptr (MukanaMatchRequest) request = NULL;
  g_autoptr (MukanaMatchResult) result = NULL;
  MukanaWeights weights = mukana_weights_parse (NULL);

  if (!mukana_matcher_catch_up (matcher, self->db, error) ||
      (asked = read_asked (self->db, self->question->request_id, error)) == NULL ||
      (request = mukana_request_load (self->db, mukana_matcher_peek_lexicon (matcher),
                                      self->question->request_id, error)) == NULL)
    return NULL;

  result = mukana_match_index_run (mukana_matcher_peek_index (matcher), request, &weights,
                                   MUKANA_PANEL_MOST_PEOPLE);
  if (result->n_fits > MUKANA_PANEL_MOST_PEOPLE)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("More than 100,000 people fit. Say more in the request about who is "
                              "looked for."));
      return NULL;
    }

  for (guint i = 0; i < result->candidates->len; i++)
    {
      gint64 id = g_array_index (result->candidates, MukanaCandidate, i).person_id;

      if (!g_hash_table_contains (asked, &id))
        g_hash_table_add (fits, g_memdup2 (&id, sizeof id));
    }

  return g_steal_pointer (&fits);
}

static gboolean
read_people (Draw     *self,
             GError  **error)
{
  g_autoptr (GHashTable) fits = find_fits (self, error);
  g_autoptr (MukanaQuery) query =
    fits != NULL ? mukana_db_select (self->db, "panels.people", error) : NULL;
  int result = -1, year, month, day;

  mukana_day_split (mukana_db_today (self->db), &year, &month, &day);
  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "id");
      int born = (int) mukana_query_get_int (query, "birth_year");
      Person *person;

      if (!g_hash_table_contains (fits, &id))
        continue;

      person = g_new0 (Person, 1);
      person->name = g_strdup (mukana_query_peek_text (query, "display_name"));
      person->place = g_strdup (mukana_query_peek_text (query, "place"));
      person->work_languages = g_strdup (mukana_query_peek_text (query, "work_languages"));
      person->age = born > 0 ? year - born : 0;
      person->genders = g_string_new (NULL);
      person->situations = g_string_new (NULL);
      person->themes = g_string_new (NULL);
      g_hash_table_insert (self->people, g_memdup2 (&id, sizeof id), person);
      g_array_append_val (self->ids, id);
    }

  return result == 0;
}

static void
add_word (GString    *words,
          const char *word)
{
  if (word != NULL && *word != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word);
}

static gboolean
read_facts (Draw     *self,
            GError  **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "panels.facts", error);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "person_id");
      Person *person = g_hash_table_lookup (self->people, &id);
      gboolean is_gender = g_strcmp0 (mukana_query_peek_text (query, "kind"), "gender") == 0;

      if (person != NULL)
        add_word (is_gender ? person->genders : person->situations,
                  mukana_query_peek_text (query, "value"));
    }

  return result == 0;
}

static gboolean
read_themes (Draw     *self,
             GError  **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "panels.themes", error);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "person_id");
      Person *person = g_hash_table_lookup (self->people, &id);

      if (person == NULL)
        continue;
      add_word (person->themes, mukana_query_peek_text (query, "theme_id"));
      add_word (person->themes, mukana_query_peek_text (query, "parent_id"));
      add_word (person->themes, mukana_query_peek_text (query, "root_id"));
    }

  return result == 0;
}

static void
fill_panel (Draw *self)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);
      const Person *person = g_hash_table_lookup (self->people, &id);
      MukanaPanelFacts facts = { person->place, person->age, person->work_languages,
                                 person->genders->str, person->situations->str,
                                 person->themes->str };

      mukana_panel_add_person (self->panel, id, mukana_panel_features (self->panel, &facts));
    }
}

/* Both of whom may be drawn: as finding people knows them. */
static void
keep_apart (Draw *self)
{
  MukanaMatchIndex *index = mukana_matcher_peek_index (self->question->matcher);

  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr (MukanaMatchFacts) facts =
        mukana_match_index_ref_facts (index, g_array_index (self->ids, gint64, i));

      for (guint k = 0; facts != NULL && k < facts->n_apart; k++)
        {
          guint other;

          if (g_array_binary_search (self->ids, &facts->apart[k], mukana_record_compare_ids,
                                     &other) && other != i)
            mukana_panel_keep_apart (self->panel, i, other);
        }
    }
}

/* ---- Targets ---- */

static gboolean
words_know (MukanaLexicon           *words,
            const MukanaPanelTarget *target)
{
  if (strcmp (target->dimension, "area") == 0)
    return mukana_lexicon_find (words, MUKANA_LEXICON_MUNICIPALITY, target->value) != NULL;
  if (strcmp (target->dimension, "service") == 0)
    return mukana_lexicon_find (words, MUKANA_LEXICON_THEME, target->value) != NULL;

  return TRUE;
}

static gboolean
refuse_targets (MukanaPanelTargetsFault   fault,
                const char               *where,
                GError                  **error)
{
  char *sentence = NULL;

  /* The fault's sentence has one %s, for what was written. */
  g_autoptr (GString) text = g_string_new (_(mukana_panel_fault_label (fault)));
  g_string_replace (text, "%s", where, 1);
  sentence = g_string_free (g_steal_pointer (&text), FALSE);
  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, sentence);
  g_free (sentence);
  return FALSE;
}

static gboolean
read_targets (Draw     *self,
              GError  **error)
{
  MukanaLexicon *words = mukana_matcher_peek_lexicon (self->question->matcher);
  g_autofree char *where = NULL;
  MukanaPanelTargetsFault fault = mukana_panel_read_targets (self->panel, self->question->targets,
                                                             &where);

  if (fault != MUKANA_PANEL_TARGETS_FINE)
    return refuse_targets (fault, where, error);

  for (guint i = 0; i < self->panel->targets->len; i++)
    {
      const MukanaPanelTarget *target = &g_array_index (self->panel->targets, MukanaPanelTarget, i);

      if (!words_know (words, target))
        return refuse_targets (MUKANA_PANEL_TARGETS_UNKNOWN, target->value, error);
    }

  return TRUE;
}

static const char *
label_value (MukanaLexicon           *words,
             const MukanaPanelTarget *target)
{
  if (strcmp (target->dimension, "area") == 0)
    return mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY, target->value);
  if (strcmp (target->dimension, "service") == 0)
    return mukana_lexicon_label (words, MUKANA_LEXICON_THEME, target->value);
  if (strcmp (target->dimension, "gender") == 0)
    return mukana_code_label (mukana_genders, target->value);
  if (strcmp (target->dimension, "situation") == 0)
    return mukana_code_label (mukana_situations, target->value);
  if (strcmp (target->dimension, "language") == 0)
    return mukana_code_label (mukana_languages, target->value);

  return target->value;
}

/* ---- What came of it ---- */

static gboolean
counts_for (Draw  *self,
            guint  place,
            guint  target)
{
  return g_array_index (self->panel->people, MukanaPanelPerson, place).features >> target & 1;
}

static void
tell_outcomes (Draw              *self,
               MukanaPanelResult *result)
{
  MukanaLexicon *words = mukana_matcher_peek_lexicon (self->question->matcher);

  for (guint i = 0; i < self->panel->targets->len; i++)
    {
      MukanaPanelOutcome outcome = {
        .target = g_array_index (self->panel->targets, MukanaPanelTarget, i)
      };

      for (guint k = 0; k < self->panel->people->len; k++)
        outcome.n_pool += counts_for (self, k, i);
      for (guint k = 0; k < result->drawn->len; k++)
        outcome.n_drawn += counts_for (self, g_array_index (result->drawn, guint, k), i);
      outcome.label = g_strdup_printf ("%s: %s", mukana_code_label (mukana_panel_dimensions,
                                                                    outcome.target.dimension),
                                       label_value (words, &outcome.target));
      g_array_append_val (self->answer->outcomes, outcome);
    }
}

static void
add_members (Draw              *self,
             MukanaPanelResult *result,
             GArray            *places,
             gboolean           is_reserve)
{
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      gint64 id = g_array_index (self->panel->people, MukanaPanelPerson, place).person_id;
      const Person *person = g_hash_table_lookup (self->people, &id);
      guint type = g_array_index (result->type_of, guint, place);
      MukanaPanelMember member = {
        id, g_strdup (person->name), place + 1,
        g_array_index (result->types, MukanaPanelType, type).chance, is_reserve
      };

      g_array_append_val (self->answer->members, member);
    }
}

static void
tell_relaxation (Draw                        *self,
                 const MukanaPanelRelaxation *relaxation)
{
  const MukanaPanelOutcome *outcome;
  char *sentence;

  if (relaxation->target < 0)
    sentence = g_strdup_printf (_("a panel of %1$d instead of %2$d"), relaxation->to,
                                relaxation->from);
  else
    {
      outcome = &g_array_index (self->answer->outcomes, MukanaPanelOutcome, relaxation->target);
      sentence = relaxation->is_least
                 ? g_strdup_printf (_("%1$s: at least %2$d instead of %3$d"), outcome->label,
                                    relaxation->to, relaxation->from)
                 : g_strdup_printf (_("%1$s: at most %2$d instead of %3$d"), outcome->label,
                                    relaxation->to, relaxation->from);
    }

  g_ptr_array_add (self->answer->relaxations, sentence);
}

/* The same targets, as mild as they have to be, to be asked with. */
static void
tell_milder (Draw              *self,
             MukanaPanelResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < result->relaxations->len; i++)
    tell_relaxation (self, &g_array_index (result->relaxations, MukanaPanelRelaxation, i));

  for (guint i = 0; i < self->panel->targets->len; i++)
    {
      MukanaPanelTarget target = g_array_index (self->panel->targets, MukanaPanelTarget, i);

      for (guint k = 0; k < result->relaxations->len; k++)
        {
          const MukanaPanelRelaxation *relaxation = &g_array_index (result->relaxations,
                                                                    MukanaPanelRelaxation, k);

          if (relaxation->target == (int) i)
            *(relaxation->is_least ? &target.least : &target.most) = relaxation->to;
        }
      g_string_append_printf (text, "%s%s:%s=%d-%d", i > 0 ? "; " : "", target.dimension,
                              target.value, target.least, target.most);
    }

  self->answer->targets = g_string_free (g_steal_pointer (&text), FALSE);
}

static void
tell (Draw              *self,
      MukanaPanelResult *result)
{
  MukanaPanelAnswer *answer = self->answer;
  g_autofree char *input = mukana_panel_format (self->panel);

  answer->n_pool = self->panel->people->len;
  answer->n_apart = self->panel->n_apart;
  answer->is_possible = result->is_possible;
  answer->least_chance = result->least_chance;
  answer->bound = result->bound;
  answer->is_leximin = result->is_leximin;
  answer->n_shut_out = result->n_shut_out;
  tell_outcomes (self, result);
  if (result->relaxations != NULL)
    tell_milder (self, result);
  add_members (self, result, result->drawn, FALSE);
  add_members (self, result, result->reserve, TRUE);
  answer->protocol = mukana_panel_protocol (self->panel, result);
  answer->input_digest = mukana_panel_digest (input);
  answer->result_digest = mukana_panel_digest (answer->protocol);
}

static gboolean
go_on (gpointer data)
{
  return !g_cancellable_is_cancelled (data);
}

static MukanaPanelAnswer *
answer_new (const MukanaPanelQuestion *question)
{
  MukanaPanelAnswer *answer = g_atomic_rc_box_new0 (MukanaPanelAnswer);

  answer->request_id = question->request_id;
  answer->seed = question->seed;
  answer->size = question->size;
  answer->relaxations = g_ptr_array_new_with_free_func (g_free);
  answer->outcomes = g_array_new (FALSE, FALSE, sizeof (MukanaPanelOutcome));
  g_array_set_clear_func (answer->outcomes, clear_outcome);
  answer->members = g_array_new (FALSE, FALSE, sizeof (MukanaPanelMember));
  g_array_set_clear_func (answer->members, clear_member);
  return answer;
}

static gboolean
check_size (const MukanaPanelQuestion  *question,
            GError                    **error)
{
  if (question->size >= 1 && question->size <= MUKANA_PANEL_MOST_SIZE &&
      question->n_reserve >= 0 && question->n_reserve <= MUKANA_PANEL_MOST_SIZE)
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                       N_("A panel has from 1 to 200 people, and a reserve of at most 200."));
  return FALSE;
}

static gboolean
read_all (Draw     *self,
          GError  **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (self->db, "requests.get",
                                                         self->question->request_id,
                                                         MUKANA_TYPE_REQUEST, error);

  if (request == NULL || !check_size (self->question, error) || !read_people (self, error) ||
      !read_targets (self, error) || !read_facts (self, error) || !read_themes (self, error))
    return FALSE;

  self->answer->title = g_strdup (request->title);
  fill_panel (self);
  keep_apart (self);
  return TRUE;
}

static gpointer
draw_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaPanelQuestion *question = arg;
  g_autoptr (MukanaPanelAnswer) answer = answer_new (question);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         free_person);
  g_autoptr (MukanaPanel) panel = mukana_panel_new (question->size, question->n_reserve,
                                                    question->seed);
  g_autoptr (MukanaPanelResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Draw self = { db, question, people, ids, panel, answer };

  if (!read_all (&self, error))
    return NULL;

  if ((result = mukana_panel_draw (panel, go_on, cancellable)) == NULL)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }

  tell (&self, result);
  return g_steal_pointer (&answer);
}

static gboolean
look_for_panel (gconstpointer  arg,
                MukanaLook    *look)
{
  const MukanaPanelQuestion *question = arg;

  *look = (MukanaLook) { "looking.panel", MUKANA_KIND_REQUEST, question->request_id, "facts" };
  return TRUE;
}

const MukanaJob mukana_panelling_draw_job = {
  "panelling.draw", MUKANA_LANE_DOOR, draw_run, (GDestroyNotify) mukana_panel_answer_unref,
  .looks_at = look_for_panel, .needs = MUKANA_DEED_MATCH
};

/* ---- Keeping ---- */

/* Those who are there already keep their places: a panel asks for the others.  More would be asked
 * in vain, and be told so after their yes. */
static gboolean
check_places (MukanaDb                 *db,
              const MukanaPanelAnswer  *answer,
              GError                  **error)
{
  gint64 id = answer->request_id;
  g_autoptr (MukanaRequestFile) file = mukana_request_file_job.run (db, &id, NULL, error);
  g_autoptr (GPtrArray) seated = file != NULL ? mukana_request_file_seated (file, FALSE) : NULL;
  gboolean has_room;

  if (seated == NULL)
    return FALSE;

  has_room = (gint64) seated->len + answer->size <= file->request->people;
  if (!has_room)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                         N_("The panel has more people than the request has free places, so nobody "
                            "was asked. Draw for the free places, or change how many people the "
                            "request looks for."));
  return has_room;
}

static gboolean
propose (MukanaDb                 *db,
         const MukanaPanelAnswer  *answer,
         GError                  **error)
{
  MukanaProposing *proposing = mukana_proposing_new (answer->request_id, NULL);
  g_autoptr (GArray) ids = NULL;

  for (guint i = 0; i < answer->members->len; i++)
    {
      const MukanaPanelMember *member = &g_array_index (answer->members, MukanaPanelMember, i);

      mukana_proposing_add (proposing, member->person_id, 0, member->is_reserve);
    }

  ids = mukana_proposing_run (db, proposing, error);
  mukana_proposing_free (proposing);
  return ids != NULL;
}

static gpointer
keep_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaPanelAnswer *answer = arg;
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, answer->seed);
  gint64 id;

  if (!answer->is_possible)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("Nobody was drawn, so nobody can be asked."));
      return NULL;
    }

  id = check_places (db, answer, error) && propose (db, answer, error)
       ? mukana_db_insert (db, "panels.add-run", error,
                           mukana_int ("request_id", answer->request_id),
                           mukana_int ("made_at", mukana_db_now_us (db)),
                           mukana_text ("made_by", mukana_db_peek_actor (db)),
                           mukana_text ("seed", seed),
                           mukana_text ("input_digest", answer->input_digest),
                           mukana_text ("result_digest", answer->result_digest),
                           mukana_text ("protocol", answer->protocol)) : -1;
  if (id < 0 || !mukana_journal_add (db, "panelling.keep", MUKANA_KIND_REQUEST, answer->request_id,
                                     NULL, error))
    return NULL;

  return g_memdup2 (&id, sizeof id);
}

const MukanaJob mukana_panelling_keep_job = {
  "panelling.keep", MUKANA_LANE_WRITE, keep_run, g_free, .needs = MUKANA_DEED_MATCH
};
