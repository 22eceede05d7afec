/* test-record.c: a record is what its table says, and never changes. */

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "base/mukana-record.h"

#define TYPE_TREE (tree_get_type ())
G_DECLARE_FINAL_TYPE (Tree, tree, TEST, TREE, MukanaRecord)

struct _Tree
{
  MukanaRecord  parent_instance;

  const char *name;
  const char *kind;
  gint64      height_cm;
  gint64      is_evergreen;
  MukanaDay   planted_on;
};

static const char * const kinds[] = { "pine", "birch", NULL };

static const MukanaField fields[] = {
  { "name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (Tree, name), 10,
    MUKANA_FIELD_REQUIRED | MUKANA_FIELD_PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (Tree, kind), 10, MUKANA_FIELD_PLAIN, kinds },
  { "height-cm", MUKANA_FIELD_INT, G_STRUCT_OFFSET (Tree, height_cm), 5000, MUKANA_FIELD_PLAIN,
    NULL },
  { "is-evergreen", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (Tree, is_evergreen), 0, MUKANA_FIELD_PLAIN,
    NULL },
  { "planted-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (Tree, planted_on), 0, MUKANA_FIELD_PLAIN,
    NULL },
};

MUKANA_DEFINE_RECORD (Tree, tree, fields)

static Tree *
new_tree (const char *name,
          const char *kind,
          gint64      height_cm)
{
  Tree *tree = g_object_new (TYPE_TREE, NULL);

  mukana_record_init_text (tree, "name", name);
  mukana_record_init_text (tree, "kind", kind);
  mukana_record_init_int (tree, "height-cm", height_cm);
  return tree;
}

static void
a_new_record_knows_nothing (void)
{
  g_autoptr (Tree) tree = g_object_new (TYPE_TREE, NULL);

  g_assert_null (tree->name);
  g_assert_cmpint (tree->height_cm, ==, 0);
  g_assert_cmpint (tree->planted_on, ==, MUKANA_DAY_NONE);
}

static void
a_change_is_a_copy (void)
{
  g_autoptr (Tree) tree = new_tree ("Old pine", "pine", 2100);
  g_autoptr (Tree) taller = mukana_record_with_int (tree, "height-cm", 2200);
  g_autoptr (Tree) nameless = mukana_record_with_text (tree, "name", "");

  g_assert_cmpint (tree->height_cm, ==, 2100);
  g_assert_cmpint (taller->height_cm, ==, 2200);
  g_assert_cmpstr (taller->name, ==, "Old pine");
  g_assert_null (nameless->name);
  g_assert_cmpstr (tree->name, ==, "Old pine");
}

static void
templates_read_every_field (void)
{
  g_autoptr (Tree) tree = new_tree ("Old pine", "pine", 2100);
  g_autofree char *name = NULL;
  gint64 height_cm;
  gboolean is_evergreen;

  g_object_get (tree, "name", &name, "height-cm", &height_cm, "is-evergreen", &is_evergreen, NULL);

  g_assert_cmpstr (name, ==, "Old pine");
  g_assert_cmpint (height_cm, ==, 2100);
  g_assert_false (is_evergreen);
}

static void
changes_are_named_without_their_values (void)
{
  g_autoptr (Tree) before = new_tree ("Old pine", "pine", 2100);
  g_autoptr (Tree) after = new_tree ("New birch", "birch", 2100);
  g_autofree char *changes = mukana_record_dup_changes (MUKANA_RECORD (before),
                                                        MUKANA_RECORD (after));
  g_autofree char *none = mukana_record_dup_changes (MUKANA_RECORD (before),
                                                     MUKANA_RECORD (before));

  g_assert_cmpstr (changes, ==, "name kind");
  g_assert_null (none);
}

static void
difference_taken_to_another_copy_changes_those_fields_alone (void)
{
  g_autoptr (Tree) before = new_tree ("Old pine", NULL, 2100);
  g_autoptr (Tree) after = new_tree (NULL, "birch", 2100);
  g_autoptr (Tree) grown = new_tree ("Old pine", NULL, 2200);
  g_autoptr (GVariant) difference =
    g_variant_ref_sink (mukana_record_dup_difference (MUKANA_RECORD (before),
                                                      MUKANA_RECORD (after)));
  g_autoptr (Tree) taken = mukana_record_with_difference (grown, difference);

  g_assert_cmpuint (g_variant_n_children (difference), ==, 2);
  g_assert_true (taken->name == NULL || *taken->name == '\0');
  g_assert_cmpstr (taken->kind, ==, "birch");
  g_assert_cmpint (taken->height_cm, ==, 2200);
}

static void
difference_of_another_release_is_taken_as_far_as_it_is_understood (void)
{
  g_autoptr (Tree) tree = new_tree ("Old pine", "pine", 2100);
  g_autoptr (GVariant) difference =
    g_variant_parse (G_VARIANT_TYPE_VARDICT,
                     "{'age': <int64 7>, 'name': <int64 3>, 'height-cm': <int64 5>}", NULL, NULL,
                     NULL);
  g_autoptr (Tree) taken = mukana_record_with_difference (tree, difference);

  g_assert_cmpstr (taken->name, ==, "Old pine");
  g_assert_cmpint (taken->height_cm, ==, 5);
}

static void
each_rule_of_the_table_is_checked_at_its_field (void)
{
  static const struct { const char *name, *kind; gint64 height_cm; const char *field; } cases[] = {
    { "", "pine", 1, "name" },       { "  ", "pine", 1, "name" },
    { "A very tall pine", "pine", 1, "name" },
    { "Pine", "oak", 1, "kind" },    { "Pine", "pine", 5001, "height-cm" },
    { "Pine", "pine", -1, "height-cm" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Tree) tree = new_tree (cases[i].name, cases[i].kind, cases[i].height_cm);
      g_autoptr (GPtrArray) issues = mukana_issues_new ();

      mukana_record_check (MUKANA_RECORD (tree), issues);

      g_assert_cmpuint (issues->len, ==, 1);
      g_assert_nonnull (mukana_issues_find (issues, cases[i].field));
    }
}

static void
findings_travel_in_an_error (void)
{
  g_autoptr (GPtrArray) issues = mukana_issues_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;

  g_assert_true (mukana_issues_pass (issues, &error));
  g_assert_no_error (error);
  mukana_issues_add (issues, "name", "This must not be empty.");
  g_assert_false (mukana_issues_pass (issues, &error));

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  copy = g_error_copy (error);
  g_assert_nonnull (mukana_issues_find (mukana_error_get_issues (copy), "name"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/record/" #test, test)
  ADD (a_new_record_knows_nothing);
  ADD (a_change_is_a_copy);
  ADD (templates_read_every_field);
  ADD (changes_are_named_without_their_values);
  ADD (difference_taken_to_another_copy_changes_those_fields_alone);
  ADD (difference_of_another_release_is_taken_as_far_as_it_is_understood);
  ADD (each_rule_of_the_table_is_checked_at_its_field);
  ADD (findings_travel_in_an_error);

  return g_test_run ();
}
