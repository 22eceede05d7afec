/* test-role-seats.c: how people fill the roles of a request. */

#include "domain/mukana-role-seats.h"

enum { CONTACT = 1, EXPERT = 2, PEER = 4, MOST_CASES = 2000 };

static GArray *
make_seats (int contacts,
            int experts,
            int peers)
{
  const MukanaRoleSeats roles[] = {
    { g_intern_static_string ("contact"), contacts, 0 },
    { g_intern_static_string ("expert"), experts, 0 },
    { g_intern_static_string ("peer"), peers, 0 },
  };
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (MukanaRoleSeats));

  return g_array_append_vals (seats, roles, G_N_ELEMENTS (roles));
}

static int
found_at (GArray *seats,
          guint   role)
{
  return g_array_index (seats, MukanaRoleSeats, role).n_found;
}

static void
people_of_one_role_do_not_fill_another (void)
{
  const guint32 experts[] = { EXPERT, EXPERT, EXPERT };
  g_autoptr (GArray) seats = make_seats (2, 1, 0);
  g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (holders, experts, G_N_ELEMENTS (experts));
  mukana_role_seats_fill (seats, holders);

  g_assert_cmpint (found_at (seats, 0), ==, 0);
  g_assert_cmpint (found_at (seats, 1), ==, 1);
  g_assert_cmpint (mukana_role_seats_missing (seats), ==, 2);
}

/* The first takes the first seat and then moves, and the second with them. */
static void
who_can_do_more_makes_room_for_who_can_do_less (void)
{
  const guint32 people[] = { CONTACT | EXPERT, EXPERT | PEER, CONTACT | EXPERT, CONTACT };
  g_autoptr (GArray) seats = make_seats (1, 2, 1);
  g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (holders, people, G_N_ELEMENTS (people));
  mukana_role_seats_fill (seats, holders);

  g_assert_cmpint (mukana_role_seats_missing (seats), ==, 0);
}

static void
role_that_is_not_asked_for_has_no_bit (void)
{
  g_autoptr (GArray) seats = make_seats (1, 1, 1);

  g_assert_cmphex (mukana_role_seats_bit (seats, "peer"), ==, PEER);
  g_assert_cmphex (mukana_role_seats_bit (seats, "leader"), ==, 0);
}

/* Every way to seat them, one after another: the truth that the quick count is held to. */
static int
most_seated (const int     *room,
             const guint32 *people,
             guint          n_people)
{
  int best = n_people == 0 ? 0 : most_seated (room, people + 1, n_people - 1);

  for (guint r = 0; n_people > 0 && r < 3; r++)
    if ((people[0] & 1u << r) != 0 && room[r] > 0)
      {
        int left[] = { room[0], room[1], room[2] };

        left[r]--;
        best = MAX (best, 1 + most_seated (left, people + 1, n_people - 1));
      }

  return best;
}

static void
as_many_are_seated_as_can_be (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < MOST_CASES; i++)
    {
      int room[3];
      guint32 people[6];
      g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) seats = NULL;

      for (guint r = 0; r < 3; r++)
        room[r] = g_rand_int_range (random, 0, 4);
      for (guint p = 0; p < G_N_ELEMENTS (people); p++)
        people[p] = (guint32) g_rand_int_range (random, 0, 8);
      g_array_append_vals (holders, people, G_N_ELEMENTS (people));
      seats = make_seats (room[0], room[1], room[2]);
      mukana_role_seats_fill (seats, holders);

      g_assert_cmpint (room[0] + room[1] + room[2] - mukana_role_seats_missing (seats), ==,
                       most_seated (room, people, G_N_ELEMENTS (people)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/role-seats/people-of-one-role-do-not-fill-another",
                   people_of_one_role_do_not_fill_another);
  g_test_add_func ("/role-seats/who-can-do-more-makes-room-for-who-can-do-less",
                   who_can_do_more_makes_room_for_who_can_do_less);
  g_test_add_func ("/role-seats/role-that-is-not-asked-for-has-no-bit",
                   role_that_is_not_asked_for_has_no_bit);
  g_test_add_func ("/role-seats/as-many-are-seated-as-can-be", as_many_are_seated_as_can_be);
  return g_test_run ();
}
