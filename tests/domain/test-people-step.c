/* test-people-step.c: steps of a search are read as they are written, and combine as sets do. */

#include "domain/mukana-people-step.h"

#define N_TRIES 500
#define N_IDS 40

static void
steps_are_read_in_their_order (void)
{
  g_autoptr (GPtrArray) steps =
    mukana_people_steps_parse ("theme=ik.kot +role=peer role=x -asked=3 &county=18 +=x -y= *a=b");
  static const char * const expected[] = { "+role=peer", "-asked=3", "&county=18" };

  g_assert_cmpuint (steps->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < steps->len; i++)
    {
      const MukanaPeopleStep *step = g_ptr_array_index (steps, i);
      g_autofree char *word = mukana_people_step_format (step->kind, step->condition, step->code);

      g_assert_cmpstr (word, ==, expected[i]);
    }
}

static GArray *
make_ids (const gboolean *has)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 0; id < N_IDS; id++)
    if (has[id])
      g_array_append_val (ids, id);

  return ids;
}

static void
steps_combine_as_sets_do (void)
{
  for (int try = 0; try < N_TRIES; try++)
    {
      gboolean has[N_IDS], fulfils[N_IDS], expected[N_IDS];
      MukanaPeopleStepKind kind = g_test_rand_int_range (0, MUKANA_N_STEP_KINDS);

      for (guint id = 0; id < N_IDS; id++)
        {
          has[id] = g_test_rand_int_range (0, 2);
          fulfils[id] = g_test_rand_int_range (0, 2);
          expected[id] = kind == MUKANA_STEP_ADD ? has[id] || fulfils[id]
                         : kind == MUKANA_STEP_ONLY ? has[id] && fulfils[id]
                         : has[id] && !fulfils[id];
        }

      g_autoptr (GArray) found = make_ids (has);
      g_autoptr (GArray) ids = make_ids (fulfils);
      g_autoptr (GArray) wanted = make_ids (expected);
      g_autoptr (GArray) after = mukana_people_ids_combine (kind, found, ids);
      g_assert_cmpmem (after->data, after->len * sizeof (gint64), wanted->data,
                       wanted->len * sizeof (gint64));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/people-step/steps_are_read_in_their_order", steps_are_read_in_their_order);
  g_test_add_func ("/people-step/steps_combine_as_sets_do", steps_combine_as_sets_do);

  return g_test_run ();
}
