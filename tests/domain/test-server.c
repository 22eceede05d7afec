/* test-server.c: the address of a shared register survives being written and read. */

#include "base/mukana-issue.h"
#include "domain/mukana-server.h"

static MukanaServer *
new_server (const char *host,
            int         port,
            const char *database,
            const char *user)
{
  MukanaServer *server = g_object_new (MUKANA_TYPE_SERVER, NULL);

  mukana_record_init_text (server, "host", host);
  mukana_record_init_int (server, "port", port);
  mukana_record_init_text (server, "database", database);
  mukana_record_init_text (server, "user", user);
  return server;
}

static void
address_is_the_same_after_a_round_trip (void)
{
  static const struct { const char *host; int port; const char *database, *user; } cases[] = {
    { "db.example.org", 0, "mukana", "koordinaattori" },
    { "192.0.2.7", 5433, "mukana", "maija.mäki" },
    { "/run/postgresql", 0, "osallisuus 2026", "a@b:c/d" },
    { "localhost", 65535, "m?#%", "x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MukanaServer) server = new_server (cases[i].host, cases[i].port,
                                                    cases[i].database, cases[i].user);
      g_autofree char *uri = mukana_server_dup_uri (server);
      g_autoptr (MukanaServer) read = mukana_server_from_uri (uri);

      g_assert_true (mukana_server_is_uri (uri));
      g_assert_true (mukana_record_equal (MUKANA_RECORD (server), MUKANA_RECORD (read)));
    }
}

static void
path_is_no_address (void)
{
  g_assert_false (mukana_server_is_uri ("/srv/register.mukana"));
  g_assert_false (mukana_server_is_uri ("sqlite:postgresql://"));
}

static void
incomplete_address_is_told_at_its_field (void)
{
  static const struct
  {
    const char *host;
    int         port;
    const char *database, *user, *field;
  } cases[] = {
    { NULL, 0, "mukana", "x", "host" },          { "a b", 0, "mukana", "x", "host" },
    { "a@b", 0, "mukana", "x", "host" },         { "db", 70000, "mukana", "x", "port" },
    { "db", 0, NULL, "x", "database" },          { "db", 0, "mukana", "", "user" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MukanaServer) server = new_server (cases[i].host, cases[i].port,
                                                    cases[i].database, cases[i].user);
      g_autoptr (GPtrArray) issues = mukana_server_check (server);

      g_assert_cmpuint (issues->len, ==, 1);
      g_assert_nonnull (mukana_issues_find (issues, cases[i].field));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/server/" #test, test)
  ADD (address_is_the_same_after_a_round_trip);
  ADD (path_is_no_address);
  ADD (incomplete_address_is_told_at_its_field);

  return g_test_run ();
}
