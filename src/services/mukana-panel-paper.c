/* mukana-panel-paper.c: a draw that was kept: drawn again, and on paper.
 *
 * The paper says from how many it was drawn, what the panel was to be like, which
 * chances people had, and by which seed, with the digests that let anybody check
 * the whole protocol.  It names nobody but who drew, and small counts are not told: a place and
 * an age with one person in them name that person.
 */

#include "services/mukana-panelling.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-days.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-request.h"
#include "services/mukana-document.h"
#include "services/mukana-document-words.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define FEW 5

MukanaPanelPaper *
mukana_panel_paper_new (gint64      run_id,
                        const char *language,
                        const char *path)
{
  MukanaPanelPaper *self = g_new0 (MukanaPanelPaper, 1);

  self->run_id = run_id;
  self->language = g_strdup (language);
  self->path = g_strdup (path);
  return self;
}

void
mukana_panel_paper_free (MukanaPanelPaper *self)
{
  g_free (self->language);
  g_free (self->path);
  g_free (self);
}

void
mukana_panel_run_free (MukanaPanelRun *self)
{
  g_free (self->made_by);
  g_free (self->seed);
  g_free (self->input_digest);
  g_free (self->result_digest);
  g_free (self->protocol);
  g_free (self);
}

static MukanaPanelRun *
read_run (MukanaDb  *db,
          gint64     id,
          GError   **error)
{
  g_autoptr (MukanaPanelRun) run = g_new0 (MukanaPanelRun, 1);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "panels.get-run", error,
                                                    mukana_int ("id", id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, N_("There is no such draw."));
  if (result <= 0)
    return NULL;

  run->id = id;
  run->request_id = mukana_query_get_int (query, "request_id");
  run->made_at = mukana_query_get_int (query, "made_at");
  run->made_by = g_strdup (mukana_query_peek_text (query, "made_by"));
  run->seed = g_strdup (mukana_query_peek_text (query, "seed"));
  run->input_digest = g_strdup (mukana_query_peek_text (query, "input_digest"));
  run->result_digest = g_strdup (mukana_query_peek_text (query, "result_digest"));
  run->protocol = g_strdup (mukana_query_peek_text (query, "protocol"));
  return g_steal_pointer (&run);
}

static gpointer
recall_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (MukanaPanelRun) run = read_run (db, *(gint64 *) arg, error);
  g_autofree char *digest = run != NULL ? mukana_panel_digest (run->protocol) : NULL;
  MukanaPanelCheck check;

  if (run == NULL)
    return NULL;

  check = g_str_equal (digest, run->result_digest) ? mukana_panel_check (run->protocol)
                                                   : MUKANA_PANEL_BROKEN;
  run->holds = check != MUKANA_PANEL_BROKEN;
  run->is_redrawn = check == MUKANA_PANEL_HOLDS;
  return g_steal_pointer (&run);
}

const MukanaJob mukana_panelling_recall_job = {
  "panelling.recall", MUKANA_LANE_LONG, recall_run, (GDestroyNotify) mukana_panel_run_free,
  .needs = MUKANA_DEED_MATCH
};

/* ---- On paper ---- */

typedef struct
{
  MukanaDocument *document;
  GKeyFile       *words;
  MukanaLexicon  *lexicon;
  const char     *language;
} Paper;

static char *
word (Paper      *paper,
      const char *key)
{
  return mukana_document_words_dup (paper->words, "panel", key);
}

static void
add_field (Paper      *paper,
           const char *key,
           const char *value)
{
  g_autofree char *label = word (paper, key);

  mukana_document_add_field (paper->document, label, value);
}

static void
add_number (Paper      *paper,
            const char *key,
            guint       number)
{
  g_autofree char *value = g_strdup_printf ("%u", number);

  add_field (paper, key, value);
}

static void
add_chance (Paper      *paper,
            const char *key,
            guint       millionths)
{
  guint hundredths = (millionths + 50) / 100;   /* as the window rounds it */
  g_autofree char *value = g_strdup_printf ("%u,%02u %%", hundredths / 100, hundredths % 100);

  add_field (paper, key, value);
}

/* In the reader's language, as far as the register has it. */
static char *
label_value (Paper                   *paper,
             const MukanaPanelTarget *target)
{
  gboolean is_area = g_str_equal (target->dimension, "area");
  gpointer record = is_area || g_str_equal (target->dimension, "service")
                    ? mukana_lexicon_find (paper->lexicon,
                                           is_area ? MUKANA_LEXICON_MUNICIPALITY
                                                   : MUKANA_LEXICON_THEME, target->value) : NULL;

  if (record != NULL)
    return g_strdup (mukana_vocabulary_label (record, paper->language));
  if (g_str_equal (target->dimension, "gender") || g_str_equal (target->dimension, "situation"))
    return word (paper, target->value);

  return g_strdup (target->value);
}

static void
add_target (Paper                   *paper,
            const MukanaPanelTarget *target,
            guint                    n_pool,
            guint                    n_drawn)
{
  g_autofree char *dimension = word (paper, target->dimension);
  g_autofree char *value = label_value (paper, target);
  g_autofree char *label = g_strdup_printf ("%s: %s", dimension, value);
  g_autofree char *range = g_strdup_printf ("%d–%d", target->least, target->most);
  g_autofree char *pool = n_pool > 0 && n_pool < FEW ? g_strdup ("1–4")
                                                     : g_strdup_printf ("%u", n_pool);
  g_autofree char *drawn = n_drawn > 0 && n_drawn < FEW ? g_strdup ("1–4")
                                                        : g_strdup_printf ("%u", n_drawn);
  const char * const cells[] = { label, range, pool, drawn, NULL };

  mukana_document_add_row (paper->document, cells, FALSE);
}

static void
add_targets (Paper             *paper,
             MukanaPanel       *panel,
             MukanaPanelResult *result)
{
  g_autofree char *head = word (paper, "targets"), *range = word (paper, "range");
  g_autofree char *pool = word (paper, "pool"), *drawn = word (paper, "drawn");
  const char * const cells[] = { head, range, pool, drawn, NULL };

  mukana_document_add_heading (paper->document, head);
  mukana_document_add_row (paper->document, cells, TRUE);
  for (guint i = 0; i < panel->targets->len; i++)
    {
      guint n_pool = 0, n_drawn = 0;

      for (guint k = 0; k < panel->people->len; k++)
        n_pool += g_array_index (panel->people, MukanaPanelPerson, k).features >> i & 1;
      for (guint k = 0; k < result->drawn->len; k++)
        n_drawn += g_array_index (panel->people, MukanaPanelPerson,
                                  g_array_index (result->drawn, guint, k)).features >> i & 1;
      add_target (paper, &g_array_index (panel->targets, MukanaPanelTarget, i), n_pool, n_drawn);
    }
}

static void
add_paragraph (Paper      *paper,
               const char *key)
{
  g_autofree char *text = word (paper, key);

  mukana_document_add_paragraph (paper->document, text);
}

/* Two lines of the same length, which can be compared by eye. */
static void
add_digest (Paper      *paper,
            const char *key,
            const char *digest)
{
  gsize half = strlen (digest) / 2;
  g_autofree char *value = g_strdup_printf ("%.*s\n%s", (int) half, digest, digest + half);

  add_field (paper, key, value);
}

static void
add_places (Paper      *paper,
            const char *key,
            GArray     *places)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ", " : "", g_array_index (places, guint, i) + 1);
  if (places->len > 0)
    add_field (paper, key, text->str);
}

/* What it was drawn for and when, and by whom: a paper that is found later says so itself. */
static void
add_request (Paper                *paper,
             const MukanaPanelRun *run,
             MukanaRequest        *request,
             GPtrArray            *times)
{
  g_autoptr (GString) when = g_string_new (NULL);
  g_autofree char *day = mukana_document_words_day (mukana_day_from_us (run->made_at));

  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);
      g_autofree char *one = mukana_document_words_time (time->day, time->start_minute,
                                                         time->end_minute);

      g_string_append_printf (when, "%s%s", i > 0 ? "; " : "", one);
    }
  add_field (paper, "request", request->title);
  if (when->len > 0)
    add_field (paper, "when", when->str);
  add_field (paper, "day", day);
  add_field (paper, "by", run->made_by);
}

static void
fill (Paper                *paper,
      const MukanaPanelRun *run,
      MukanaPanel          *panel,
      MukanaPanelResult    *result)
{
  add_paragraph (paper, "how");
  add_number (paper, "size", (guint) panel->size);
  add_number (paper, "reserve", result->reserve->len);
  add_number (paper, "from", panel->people->len);
  add_field (paper, "seed", run->seed);
  add_targets (paper, panel, result);
  add_paragraph (paper, "not-stated");
  add_chance (paper, "least", result->least_chance);
  add_chance (paper, "bound", result->bound);
  add_number (paper, "shut-out", result->n_shut_out);
  add_places (paper, "drawn-places", result->drawn);
  add_places (paper, "reserve-places", result->reserve);
  if (panel->n_apart > 0)
    add_number (paper, "apart", panel->n_apart);
  add_digest (paper, "input", run->input_digest);
  add_digest (paper, "result", run->result_digest);
  add_paragraph (paper, panel->n_apart > 0 ? "not-again" : "again");
}

static MukanaDocument *
make_document (MukanaDb                *db,
               const MukanaPanelPaper  *order,
               GError                 **error)
{
  g_autoptr (MukanaPanelRun) run = read_run (db, order->run_id, error);
  g_autoptr (GKeyFile) words = run != NULL ? mukana_document_words_load (order->language, error)
                                           : NULL;
  g_autoptr (MukanaLexicon) lexicon = words != NULL ? mukana_lexicon_load (db, error) : NULL;
  g_autoptr (MukanaRequest) request =
    lexicon != NULL ? mukana_record_get (db, "requests.get", run->request_id, MUKANA_TYPE_REQUEST,
                                         error) : NULL;
  g_autoptr (GPtrArray) times =
    request != NULL ? mukana_record_list (db, "requests.slots", MUKANA_TYPE_REQUEST_TIME, error,
                                          mukana_int ("request_id", run->request_id)) : NULL;
  g_autoptr (MukanaPanel) panel = NULL;
  g_autoptr (MukanaPanelResult) result = NULL;
  g_autofree char *title = NULL;
  Paper paper = { NULL, words, lexicon, order->language };

  if (times == NULL)
    return NULL;

  if ((result = mukana_panel_recall (run->protocol, &panel)) == NULL)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("The protocol of the draw cannot be read."));
      return NULL;
    }

  title = word (&paper, "title");
  paper.document = mukana_document_new (title, NULL);
  add_request (&paper, run, request, times);
  fill (&paper, run, panel, result);
  return paper.document;
}

/* Drawn again, which may take seconds: no affair of the writers' lane. */
static gpointer
paper_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaPanelPaper *order = arg;
  g_autoptr (MukanaDocument) document = make_document (db, order, error);

  if (document == NULL || !mukana_document_save_pdf (document, order->path, error))
    return NULL;

  return mukana_panel_paper_new (order->run_id, order->language, order->path);
}

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaPanelPaper *written = arg;

  mukana_db_hold_file (db, written->path);
  mukana_journal_add (db, "papers.panel-protocol", MUKANA_KIND_REQUEST, 0, NULL, error);
  return NULL;
}

const MukanaJob mukana_panel_paper_job = {
  "papers.panel-protocol", MUKANA_LANE_LONG, paper_run, (GDestroyNotify) mukana_panel_paper_free,
  .needs = MUKANA_DEED_GIVE_OUT
};
const MukanaJob mukana_panel_paper_note_job = {
  "papers.panel-protocol-note", MUKANA_LANE_WRITE, note_run, NULL, .needs = MUKANA_DEED_GIVE_OUT
};
