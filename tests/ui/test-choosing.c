/* test-choosing.c: who is chosen for a request is whom one aimed at, and stands as it is said. */

#include "mukana-test-made-up.h"

#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "ui/finding/mukana-candidate-row.h"
#include "ui/finding/mukana-finding-list.h"
#include "ui/finding/mukana-finding-page.h"
#include "kit/mukana-test-toolkit.h"

#define N_PEOPLE 120

typedef struct
{
  MukanaTestMadeUp  *window;
  MukanaFindingPage *page;
  gint64             request_id;
} Fixture;

static gboolean
is_answered (gpointer page)
{
  return mukana_finding_page_peek_answer (page) != NULL &&
         mukana_finding_page_peek_choice (page)->n_places != G_MAXUINT;
}

static MukanaRequestFile *
read_file (Fixture *self)
{
  return mukana_test_made_up_run (self->window, &mukana_request_file_job, &self->request_id);
}

/* Of a request that has asked nobody yet. */
static void
ask_for (Fixture *self,
         gint64   people,
         gint64   reserve)
{
  g_autoptr (MukanaRequestFile) file = read_file (self);
  g_autoptr (MukanaRequest) some = mukana_record_with_int (file->request, "people", people);
  g_autoptr (MukanaRequest) wanted = mukana_record_with_int (some, "reserve", reserve);

  g_set_object (&file->request, wanted);
  g_free (mukana_test_made_up_run (self->window, &mukana_request_save_job, file));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->window = mukana_test_made_up_new (N_PEOPLE);
  self->request_id = mukana_test_made_up_find_request (self->window);
  ask_for (self, 2, 1);
  self->page =
    MUKANA_FINDING_PAGE (mukana_test_made_up_show (self->window, "finding", self->request_id));
  mukana_test_wait_until (is_answered, self->page, "people are ranked");
  mukana_test_made_up_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mukana_test_made_up_free (self->window);
}

static GtkListBoxRow *
peek_row (Fixture *self,
          int      index)
{
  GtkWidget *list = mukana_finding_page_peek_list (self->page);

  return gtk_list_box_get_row_at_index (mukana_finding_list_peek_rows (MUKANA_FINDING_LIST (list)),
                                        index);
}

static gint64
person_at (Fixture *self,
           int      index)
{
  return mukana_candidate_row_get_person (MUKANA_CANDIDATE_ROW (peek_row (self, index)));
}

/* Those who may still be asked, in the order of the list. */
static GArray *
list_free (Fixture *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int i = 0; peek_row (self, i) != NULL; i++)
    if (!mukana_candidate_row_is_asked (MUKANA_CANDIDATE_ROW (peek_row (self, i))))
      {
        gint64 id = person_at (self, i);

        g_array_append_val (ids, id);
      }

  return ids;
}

static void
tick (Fixture *self,
      gint64   person_id)
{
  g_signal_emit_by_name (mukana_finding_page_peek_list (self->page), "ticked", person_id);
}

static gboolean
is_reserve (Fixture *self,
            gint64   person_id)
{
  return mukana_finding_choice_find (mukana_finding_page_peek_choice (self->page),
                                     person_id)->is_reserve;
}

static void
who_is_ticked_beyond_the_places_is_in_reserve (Fixture       *self,
                                               gconstpointer  data)
{
  MukanaFindingChoice *choice = mukana_finding_page_peek_choice (self->page);
  g_autoptr (GArray) free = list_free (self);
  guint n_places = choice->n_places;
  MukanaProposing *proposing;

  g_assert_cmpuint (n_places, <, free->len);
  for (guint i = 0; i <= n_places; i++)
    tick (self, g_array_index (free, gint64, i));
  mukana_test_made_up_shoot (self->window, "choosing-beyond");
  for (guint i = 0; i <= n_places; i++)
    g_assert_cmpint (is_reserve (self, g_array_index (free, gint64, i)), ==, i == n_places);

  proposing = mukana_finding_choice_dup_proposing (choice, self->request_id, "theme");
  g_assert_true (g_array_index (proposing->people, MukanaProposalSeed, n_places).is_reserve);
  mukana_proposing_free (proposing);

  tick (self, g_array_index (free, gint64, 0));   /* their place is empty now */
  g_assert_false (is_reserve (self, g_array_index (free, gint64, n_places)));
}

static void
what_is_still_wanted_is_told_of_people_and_reserves (Fixture       *self,
                                                     gconstpointer  data)
{
  MukanaFindingChoice *choice = mukana_finding_page_peek_choice (self->page);
  g_autoptr (GArray) free = list_free (self);
  g_autofree char *missing = NULL;

  mukana_finding_choice_take_wanted (choice, 2, 1);
  tick (self, g_array_index (free, gint64, 0));
  missing = mukana_finding_choice_dup_missing (choice);
  g_assert_cmpstr (missing, ==,
                   "The request wants 1 person more. The request wants 1 reserve more.");
}

static gboolean
has_chosen_scores (gpointer page)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (page);

  return answer->told_rows->len > 0;
}

static void
rows_stay_where_they_are_while_people_are_ticked (Fixture       *self,
                                                  gconstpointer  data)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) free = list_free (self);

  for (int i = 0; peek_row (self, i) != NULL; i++)
    {
      gint64 id = person_at (self, i);

      g_array_append_val (before, id);
    }
  tick (self, g_array_index (free, gint64, 0));
  mukana_test_wait_until (has_chosen_scores, self->page, "the chosen one is told about");
  mukana_test_made_up_settle ();
  tick (self, g_array_index (free, gint64, 1));
  mukana_test_made_up_settle ();

  for (guint i = 0; i < before->len; i++)
    g_assert_cmpint (person_at (self, (int) i), ==, g_array_index (before, gint64, i));
  mukana_test_made_up_shoot (self->window, "choosing-order");
}

#define ADD(name) g_test_add ("/choosing/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

  ADD (who_is_ticked_beyond_the_places_is_in_reserve);
  ADD (what_is_still_wanted_is_told_of_people_and_reserves);
  ADD (rows_stay_where_they_are_while_people_are_ticked);

  return g_test_run ();
}
