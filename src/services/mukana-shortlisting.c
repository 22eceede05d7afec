/* mukana-shortlisting.c: the blind shortlist: what a unit may know of candidates before their yes.
 *
 * It is read at the door.  A theme is told as the request asks for it, not as narrowly as the
 * person knows it, and only while they consent to it; a municipality or a further language only
 * where enough others share it; under non-disclosure no place at all.  A name is told after the
 * person's yes, by a deed of its own that stands in their log, and stays on the list only while
 * the yes holds.
 */

#include "services/mukana-shortlisting.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-request.h"
#include "services/mukana-document-words.h"
#include "services/mukana-document.h"
#include "services/mukana-fact-loading.h"
#include "services/mukana-new-file.h"
#include "services/mukana-polling.h"
#include "services/mukana-sheet.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define MOST_DRAWS 100   /* of a code that nobody on the list has: thousands are free */

static void
free_row (gpointer data)
{
  MukanaShortlistRow *row = data;

  g_object_unref (row->candidate);
  g_free (row->themes);
  g_free (row->place);
  g_free (row->languages);
  g_free (row);
}

void
mukana_shortlist_free (MukanaShortlist *self)
{
  g_free (self->title);
  g_free (self->when);
  g_free (self->where);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->own_days, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_free (self);
}

static char *
answer_key (gint64 poll_day_id,
            gint64 candidate_id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, poll_day_id, candidate_id);
}

/** mukana_shortlist_peek_answer: Returns: (nullable): borrowed, "yes", "maybe", "no" */
const char *
mukana_shortlist_peek_answer (const MukanaShortlist *self,
                              gint64                 poll_day_id,
                              gint64                 candidate_id)
{
  g_autofree char *key = answer_key (poll_day_id, candidate_id);

  return g_hash_table_lookup (self->answers, key);
}

/** mukana_shortlist_count: Returns: how many candidates gave @answer for the date */
guint
mukana_shortlist_count (const MukanaShortlist *self,
                        gint64                 poll_day_id,
                        const char            *answer)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MukanaShortlistRow *row = g_ptr_array_index (self->rows, i);

      n += g_strcmp0 (mukana_shortlist_peek_answer (self, poll_day_id, row->candidate->id),
                      answer) == 0;
    }

  return n;
}

MukanaShortlistPaper *
mukana_shortlist_paper_new (gint64      request_id,
                            const char *path)
{
  MukanaShortlistPaper *self = g_new0 (MukanaShortlistPaper, 1);

  self->request_id = request_id;
  self->path = g_strdup (path);
  self->told = g_array_new (FALSE, FALSE, sizeof (MukanaShortlistTold));
  return self;
}

void
mukana_shortlist_paper_free (MukanaShortlistPaper *self)
{
  g_free (self->path);
  g_array_unref (self->told);
  g_free (self);
}

/* ---- What may be told ---- */

typedef struct
{
  MukanaDb           *db;
  MukanaLexicon      *lexicon;
  MukanaMatchRequest *request;
  GHashTable         *places;       /* codes of municipalities that enough people share */
  GHashTable         *languages;    /* code -> whether enough people have it */
} Telling;

static void
clear_telling (Telling *self)
{
  g_clear_object (&self->lexicon);
  g_clear_pointer (&self->request, mukana_match_request_free);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->languages, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Telling, clear_telling)

static gboolean
load_places (Telling  *self,
             GError  **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "shortlists.common-places", error,
                                                    mukana_int ("least", MUKANA_SHORTLIST_FEW));
  int result = -1;

  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->languages = g_hash_table_new (g_str_hash, g_str_equal);
  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    g_hash_table_add (self->places, g_strdup (mukana_query_peek_text (query,
                                                                      "municipality_code")));

  return result == 0;
}

/* Themes that the person knows as the request asks, from which perspectives. */
static void
add_theme (Telling                *self,
           const MukanaMatchFacts *facts,
           int                     asked,
           GString                *text)
{
  g_autoptr (GString) perspectives = g_string_new (NULL);
  guint seen = 0;

  for (guint i = 0; i < facts->n_themes; i++)
    {
      const MukanaThemeFact *fact = &facts->themes[i];
      MukanaThemeRelation relation = mukana_theme_tree_relation (self->request->tree, asked,
                                                                 fact->theme);

      if (relation < MUKANA_THEME_NARROWER || seen & 1u << fact->perspective ||
          !mukana_day_range_holds (fact->consent, self->request->today))
        continue;
      seen |= 1u << fact->perspective;
      g_string_append_printf (perspectives, "%s%s", perspectives->len > 0 ? ", " : "",
                              mukana_code_label (mukana_perspectives,
                                                 mukana_perspectives[fact->perspective]));
    }

  if (seen != 0)
    g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? "; " : "",
                            mukana_theme_tree_label (self->request->tree, asked,
                                                     mukana_lexicon_language ()),
                            perspectives->str);
}

static char *
tell_themes (Telling                *self,
             const MukanaMatchFacts *facts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->request->themes->len; i++)
    add_theme (self, facts, g_array_index (self->request->themes, MukanaThemeNeed, i).theme, text);

  return g_string_free (text, FALSE);
}

static char *
tell_place (Telling                *self,
            const MukanaMatchFacts *facts)
{
  const char *code = g_quark_to_string (facts->municipality);
  const char *band;

  if (facts->has_non_disclosure || code == NULL)
    return NULL;
  if (g_hash_table_contains (self->places, code))
    return g_strdup (mukana_lexicon_label (self->lexicon, MUKANA_LEXICON_MUNICIPALITY, code));

  band = mukana_shortlist_band (mukana_distance_km (self->request->position, facts->position));
  return g_strdup (band != NULL ? _(band) : NULL);
}

static gboolean
is_common_language (Telling     *self,
                    const char  *language,
                    gboolean    *is_common,
                    GError     **error)
{
  gpointer known;
  gint64 n_people;

  if (!g_hash_table_lookup_extended (self->languages, language, NULL, &known))
    {
      n_people = mukana_db_count (self->db, "shortlists.count-language", error,
                                  mukana_text ("language", language));
      if (n_people < 0)
        return FALSE;
      known = GINT_TO_POINTER (n_people >= MUKANA_SHORTLIST_FEW);
      g_hash_table_insert (self->languages, (gpointer) language, known);
    }

  *is_common = GPOINTER_TO_INT (known);
  return TRUE;
}

static char *
tell_languages (Telling                 *self,
                const MukanaMatchFacts  *facts,
                GError                 **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; mukana_languages[i] != NULL; i++)
    {
      gboolean is_told = i == self->request->language;

      if ((facts->languages & 1u << i) == 0)
        continue;
      if (!is_told && !is_common_language (self, mukana_languages[i], &is_told, error))
        return NULL;
      if (is_told)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                mukana_code_label (mukana_languages, mukana_languages[i]));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static MukanaShortlistRow *
tell_candidate (Telling          *self,
                MukanaListed  *candidate,
                GError          **error)
{
  g_autoptr (GPtrArray) found = mukana_facts_load (self->db, self->lexicon, candidate->person_id,
                                                   error);
  MukanaMatchFacts *facts = found != NULL && found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
  g_autofree char *languages = facts != NULL ? tell_languages (self, facts, error) : NULL;
  MukanaShortlistRow *row;

  if (languages == NULL)
    return NULL;

  row = g_new0 (MukanaShortlistRow, 1);
  row->candidate = g_object_ref (candidate);
  row->themes = tell_themes (self, facts);
  row->place = tell_place (self, facts);
  row->languages = g_steal_pointer (&languages);
  row->is_first_timer = facts->last_took_part == MUKANA_DAY_NONE;
  return row;
}

static gboolean
read_rows (MukanaDb         *db,
           MukanaShortlist  *list,
           GError          **error)
{
  g_auto (Telling) telling = { .db = db };
  g_autoptr (GPtrArray) candidates =
    mukana_record_list (db, "shortlists.of-request", MUKANA_TYPE_LISTED, error,
                        mukana_int ("request_id", list->request_id));

  if (candidates == NULL || !(telling.lexicon = mukana_lexicon_load (db, error)) ||
      !(telling.request = mukana_request_load (db, telling.lexicon, list->request_id, error)) ||
      !load_places (&telling, error))
    return FALSE;

  for (guint i = 0; i < candidates->len; i++)
    {
      MukanaShortlistRow *row = tell_candidate (&telling, g_ptr_array_index (candidates, i),
                                                error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (list->rows, row);
    }

  return TRUE;
}

static gboolean
read_answers (MukanaDb         *db,
              MukanaShortlist  *list,
              GError          **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "polls.answers", error,
                                                    mukana_int ("request_id", list->request_id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    g_hash_table_insert (list->answers,
                         answer_key (mukana_query_get_int (query, "poll_day_id"),
                                     mukana_query_get_int (query, "entry_id")),
                         g_strdup (mukana_query_peek_text (query, "answer")));

  return result == 0;
}

/* What the list is for: somebody in the unit has several. */
static gboolean
read_place (MukanaDb         *db,
            MukanaShortlist  *list,
            MukanaRequest    *request,
            GError          **error)
{
  g_autoptr (MukanaLexicon) words = mukana_lexicon_load (db, error);
  g_autoptr (GPtrArray) times = words ? mukana_record_list (db, "requests.slots",
                                                            MUKANA_TYPE_REQUEST_TIME, error,
                                                            mukana_int ("request_id",
                                                                        list->request_id)) : NULL;
  const char *municipality = words != NULL && request->municipality_code != NULL
                             ? mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY,
                                                     request->municipality_code) : NULL;
  g_autoptr (GString) when = g_string_new (NULL);

  if (times == NULL)
    return FALSE;

  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);
      g_autofree char *one = mukana_document_words_time (time->day, time->start_minute,
                                                         time->end_minute);

      g_string_append_printf (when, "%s%s", i > 0 ? "; " : "", one);
    }
  list->own_days = mukana_polling_own_times (times, list->days, mukana_db_today (db));
  list->day = times->len > 0 ? ((MukanaRequestTime *) g_ptr_array_index (times, 0))->day
                             : MUKANA_DAY_NONE;
  list->when = g_string_free (g_steal_pointer (&when), FALSE);
  list->where = request->venue != NULL && municipality != NULL
                ? g_strdup_printf ("%s, %s", request->venue, municipality)
                : g_strdup (request->venue != NULL ? request->venue : municipality);
  return TRUE;
}

static MukanaShortlist *
read_list (MukanaDb  *db,
           gint64     request_id,
           GError   **error)
{
  g_autoptr (MukanaShortlist) list = g_new0 (MukanaShortlist, 1);
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", request_id,
                                                         MUKANA_TYPE_REQUEST, error);

  if (request == NULL)
    return NULL;

  list->request_id = request_id;
  list->title = g_strdup (request->title);
  list->is_waiting = mukana_request_is_waiting (request);
  list->rows = g_ptr_array_new_with_free_func (free_row);
  list->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  list->days = mukana_record_list (db, "polls.days", MUKANA_TYPE_POLL_DAY, error,
                                   mukana_int ("request_id", request_id));
  return list->days != NULL && read_place (db, list, request, error) &&
         read_rows (db, list, error) && read_answers (db, list, error)
         ? g_steal_pointer (&list) : NULL;
}

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  return read_list (db, *(gint64 *) arg, error);
}

static gboolean
look_at_candidates (gconstpointer  arg,
                    MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.shortlist", MUKANA_KIND_REQUEST, *(const gint64 *) arg,
                         "themes" };
  return TRUE;
}

const MukanaJob mukana_shortlist_job = {
  "shortlisting.read", MUKANA_LANE_DOOR, list_run, (GDestroyNotify) mukana_shortlist_free,
  .looks_at = look_at_candidates, .needs = MUKANA_DEED_MATCH
};

/* ---- For the unit ---- */

typedef struct
{
  const char *title;
  const char *text;
} Cell;

#define N_CELLS 6

/* What is told of one candidate, in the order of the columns. */
static void
fill_cells (const MukanaShortlistRow *row,
            Cell                      cells[N_CELLS])
{
  cells[0] = (Cell) { _("Candidate"), row->candidate->code };
  cells[1] = (Cell) { _("Themes"), row->themes };
  cells[2] = (Cell) { _("Lives in"), row->place };
  cells[3] = (Cell) { _("Languages"), row->languages };
  cells[4] = (Cell) { _("Experience of assignments"),
                      row->is_first_timer ? _("first time") : _("has taken part before") };
  cells[5] = (Cell) { _("Name"), mukana_listed_is_told (row->candidate)
                                 ? row->candidate->display_name : NULL };
}

static gboolean
save_pdf (const MukanaShortlist  *list,
          const char             *path,
          GError                **error)
{
  g_autoptr (MukanaDocument) document = mukana_document_new (_("Blind shortlist"), list->title);

  if (*list->when != '\0')
    mukana_document_add_field (document, _("When"), list->when);
  if (list->where != NULL)
    mukana_document_add_field (document, _("Where"), list->where);
  for (guint i = 0; i < list->rows->len; i++)
    {
      Cell cells[N_CELLS];

      fill_cells (g_ptr_array_index (list->rows, i), cells);
      mukana_document_add_heading (document, cells[0].text);
      for (guint k = 1; k < N_CELLS; k++)
        if (cells[k].text != NULL && *cells[k].text != '\0')
          mukana_document_add_field (document, cells[k].title, cells[k].text);
    }
  mukana_document_add_paragraph (document,
    _("Candidates are known by a code that means nothing elsewhere. Their names are told after "
      "they have said yes to this request."));
  return mukana_document_save_pdf (document, path, error);
}

static gboolean
save_sheet (const MukanaShortlist  *list,
            const char             *path,
            GError                **error)
{
  g_autoptr (MukanaSheet) sheet = mukana_sheet_new ();
  g_autoptr (GBytes) content = NULL;
  Cell cells[N_CELLS];

  for (guint i = 0; i < list->rows->len; i++)
    {
      fill_cells (g_ptr_array_index (list->rows, i), cells);
      mukana_sheet_begin_row (sheet);
      for (guint k = 0; i == 0 && k < N_CELLS; k++)
        mukana_sheet_add_text (sheet, cells[k].title);
      if (i == 0)
        mukana_sheet_begin_row (sheet);
      for (guint k = 0; k < N_CELLS; k++)
        mukana_sheet_add_text (sheet, cells[k].text);
    }

  content = g_str_has_suffix (path, ".xlsx") ? mukana_sheet_to_xlsx (sheet, error)
                                             : mukana_sheet_to_list (sheet);
  return content != NULL && mukana_new_file_write (path, g_bytes_get_data (content, NULL),
                                                   g_bytes_get_size (content), error);
}

static gpointer
print_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaShortlistPaper *asked = arg;
  g_autoptr (MukanaShortlistPaper) written = mukana_shortlist_paper_new (asked->request_id,
                                                                         asked->path);
  g_autoptr (MukanaShortlist) list = read_list (db, asked->request_id, error);

  if (list == NULL)
    return NULL;

  if (list->rows->len == 0)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("There is nobody on the shortlist."));
      return NULL;
    }

  if (!(g_str_has_suffix (asked->path, ".pdf") ? save_pdf (list, asked->path, error)
                                               : save_sheet (list, asked->path, error)))
    return NULL;

  for (guint i = 0; i < list->rows->len; i++)
    {
      MukanaListed *candidate =
        ((MukanaShortlistRow *) g_ptr_array_index (list->rows, i))->candidate;
      MukanaShortlistTold told = { candidate->person_id, mukana_listed_is_told (candidate) };

      g_array_append_val (written->told, told);
    }

  return g_steal_pointer (&written);
}

static gpointer
print_note_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  const MukanaShortlistPaper *written = arg;

  mukana_db_hold_file (db, written->path);
  for (guint i = 0; i < written->told->len; i++)
    {
      const MukanaShortlistTold *told = &g_array_index (written->told, MukanaShortlistTold, i);

      if (!mukana_journal_add (db, "shortlisting.print", MUKANA_KIND_PERSON, told->person_id,
                               told->is_named
                                 ? "display-name themes municipality-code work-languages"
                                 : "themes municipality-code work-languages", error))
        return NULL;
    }

  return NULL;
}

const MukanaJob mukana_shortlist_print_job = {
  "shortlisting.print", MUKANA_LANE_DOOR, print_run, (GDestroyNotify) mukana_shortlist_paper_free,
  .needs = MUKANA_DEED_GIVE_OUT
};
const MukanaJob mukana_shortlist_print_note_job = {
  "shortlisting.print-note", MUKANA_LANE_WRITE, print_note_run, NULL,
  .needs = MUKANA_DEED_GIVE_OUT
};

/* ---- Who is on it ---- */

/* Returns: yours, a code that nobody on the list has; NULL with @error set */
static char *
draw_code (MukanaDb  *db,
           gint64     request_id,
           GError   **error)
{
  for (int i = 0; i < MOST_DRAWS; i++)
    {
      g_autofree char *code = NULL;
      guint32 random;
      gint64 n_taken;

      if (getrandom (&random, sizeof random, 0) != sizeof random)
        {
          g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INTERNAL,
                       "The system gave no random number: %s", g_strerror (errno));
          return NULL;
        }

      code = mukana_shortlist_code (random);
      n_taken = mukana_db_count (db, "shortlists.has-code", error,
                                 mukana_int ("request_id", request_id),
                                 mukana_text ("code", code));
      if (n_taken < 0)
        return NULL;
      if (n_taken == 0)
        return g_steal_pointer (&code);
    }

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                       N_("The shortlist is full."));
  return NULL;
}

static gboolean
add_candidate (MukanaDb                  *db,
               gint64                     request_id,
               const MukanaProposalSeed  *seed,
               GError                   **error)
{
  g_autofree char *code = draw_code (db, request_id, error);

  return code != NULL &&
         mukana_db_insert (db, "shortlists.add", error, mukana_int ("request_id", request_id),
                           mukana_text ("code", code), mukana_int ("score", seed->score),
                           mukana_day ("listed_on", mukana_db_today (db)),
                           mukana_int ("person_id", seed->person_id)) >= 0 &&
         mukana_journal_add (db, "shortlisting.add", MUKANA_KIND_PERSON, seed->person_id, NULL,
                             error);
}

static gpointer
add_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  const MukanaProposing *chosen = arg;
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", chosen->request_id,
                                                         MUKANA_TYPE_REQUEST, error);

  if (request == NULL)
    return NULL;

  for (guint i = 0; i < chosen->people->len; i++)
    if (!add_candidate (db, chosen->request_id,
                        &g_array_index (chosen->people, MukanaProposalSeed, i), error))
      return NULL;

  mukana_db_touch (db, MUKANA_KIND_REQUEST, chosen->request_id, MUKANA_EFFECT_CHANGED);
  return NULL;
}

/**
 * mukana_shortlist_find:
 *
 * Thread: worker.
 * Errors: %MUKANA_ERROR_NOT_ALLOWED they are not on the list, or no longer take part in matching
 * Returns: yours, the candidate without what is known on reading only
 */
MukanaListed *
mukana_shortlist_find (MukanaDb  *db,
                       gint64     id,
                       GError   **error)
{
  g_autoptr (GError) missing = NULL;
  MukanaListed *candidate = mukana_record_get (db, "shortlists.get", id,
                                                  MUKANA_TYPE_LISTED, &missing);

  if (g_error_matches (missing, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND))
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         "Somebody no longer takes part in matching");
  else if (missing != NULL)
    g_propagate_error (error, g_steal_pointer (&missing));

  return candidate;
}

static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaListed) candidate = mukana_shortlist_find (db, *(gint64 *) arg, error);

  if (candidate != NULL &&
      mukana_db_run (db, "shortlists.set-out", error, mukana_int ("is_out", 1),
                     mukana_int ("id", candidate->id)) >= 0 &&
      mukana_journal_add (db, "shortlisting.drop", MUKANA_KIND_PERSON, candidate->person_id, NULL,
                          error))
    mukana_db_touch (db, MUKANA_KIND_REQUEST, candidate->request_id, MUKANA_EFFECT_CHANGED);

  return NULL;
}

static gpointer
restore_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (MukanaListed) candidate = NULL;

  if (mukana_db_run (db, "shortlists.set-out", error, mukana_int ("is_out", 0),
                     mukana_int ("id", id)) >= 0 &&
      (candidate = mukana_shortlist_find (db, id, error)) != NULL &&
      mukana_journal_add (db, "shortlisting.add", MUKANA_KIND_PERSON, candidate->person_id, NULL,
                          error))
    mukana_db_touch (db, MUKANA_KIND_REQUEST, candidate->request_id, MUKANA_EFFECT_CHANGED);

  return NULL;
}

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaListed *draft = arg;
  g_autoptr (GPtrArray) issues = mukana_listed_check (draft);
  g_autoptr (MukanaListed) candidate = NULL;

  if (mukana_issues_pass (issues, error) &&
      (candidate = mukana_shortlist_find (db, draft->id, error)) != NULL &&
      mukana_db_run (db, "shortlists.note", error, mukana_text ("note", draft->note),
                     mukana_int ("id", draft->id)) >= 0 &&
      mukana_journal_add (db, "shortlisting.note", MUKANA_KIND_PERSON, candidate->person_id,
                          "note", error))
    mukana_db_touch (db, MUKANA_KIND_REQUEST, candidate->request_id, MUKANA_EFFECT_CHANGED);

  return NULL;
}

static gpointer
release_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (MukanaListed) candidate = mukana_shortlist_find (db, *(gint64 *) arg, error);
  gint64 n_released = candidate == NULL ? -1 : mukana_db_run (db, "shortlists.release", error,
                                                              mukana_day ("day",
                                                                          mukana_db_today (db)),
                                                              mukana_int ("id", candidate->id));

  if (n_released == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("The name is told only after the person has said yes."));
  if (n_released > 0 &&
      mukana_journal_add (db, "shortlisting.release", MUKANA_KIND_PERSON, candidate->person_id,
                          "display-name", error))
    mukana_db_touch (db, MUKANA_KIND_REQUEST, candidate->request_id, MUKANA_EFFECT_CHANGED);

  return NULL;
}

const MukanaJob mukana_shortlist_add_job = {
  "shortlisting.add", MUKANA_LANE_WRITE, add_run, NULL, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_shortlist_drop_job = {
  "shortlisting.drop", MUKANA_LANE_WRITE, drop_run, NULL, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_shortlist_restore_job = {
  "shortlisting.restore", MUKANA_LANE_WRITE, restore_run, NULL, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_shortlist_note_job = {
  "shortlisting.note", MUKANA_LANE_WRITE, note_run, NULL, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_shortlist_release_job = {
  "shortlisting.release", MUKANA_LANE_WRITE, release_run, NULL, .needs = MUKANA_DEED_GIVE_OUT
};
