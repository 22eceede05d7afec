/* test-theme-tree.c: what the tree of themes promises. */

#include "matching-kit.h"

static void
relations_are_told_apart (void)
{
  static const struct { int asked, known; MukanaThemeRelation relation; } cases[] = {
    { KIT_DEPRESSION, KIT_DEPRESSION, MUKANA_THEME_EXACT },
    { KIT_DEPRESSION, KIT_MIND, MUKANA_THEME_WIDER },
    { KIT_MIND, KIT_DEPRESSION, MUKANA_THEME_NARROWER },
    { KIT_DEPRESSION, KIT_ANXIETY, MUKANA_THEME_SIBLING },
    { KIT_DEPRESSION, KIT_HOME_CARE, MUKANA_THEME_UNRELATED },
    { KIT_MIND, KIT_OLD_AGE, MUKANA_THEME_UNRELATED },
    { KIT_MIND, MUKANA_THEME_NONE, MUKANA_THEME_UNRELATED },
    { KIT_N_THEMES, KIT_N_THEMES, MUKANA_THEME_UNRELATED },
  };
  g_autoptr (MukanaThemeTree) tree = kit_tree ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mukana_theme_tree_relation (tree, cases[i].asked, cases[i].known), ==,
                     cases[i].relation);
}

/* Under a heading of unlike things the sensitive ones are near to nothing, and nothing to them. */
static void
sensitive_theme_stands_in_for_no_other (void)
{
  enum { MANIFOLD, RAINBOW, ROMA, SWEDISH, SERVICE };
  static const MukanaThemeRow rows[] = {
    { .id = "mo", .sensitivity = "personal" },
    { .id = "mo.sat", .parent_id = "mo", .sensitivity = "art9_sexual_orientation" },
    { .id = "mo.rom", .parent_id = "mo", .sensitivity = "art9_ethnic_origin" },
    { .id = "mo.ruo", .parent_id = "mo", .sensitivity = "personal" },
    { .id = "mo.asi", .parent_id = "mo", .sensitivity = "none" },
  };
  static const struct { int asked, known; MukanaThemeRelation relation; } cases[] = {
    { SWEDISH, RAINBOW, MUKANA_THEME_UNRELATED },
    { RAINBOW, SWEDISH, MUKANA_THEME_UNRELATED },
    { ROMA, RAINBOW, MUKANA_THEME_UNRELATED },
    { SWEDISH, SERVICE, MUKANA_THEME_SIBLING },
    { MANIFOLD, RAINBOW, MUKANA_THEME_NARROWER },
    { RAINBOW, RAINBOW, MUKANA_THEME_EXACT },
  };
  g_autoptr (MukanaThemeTree) tree = mukana_theme_tree_new (rows, G_N_ELEMENTS (rows));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mukana_theme_tree_relation (tree, cases[i].asked, cases[i].known), ==,
                     cases[i].relation);
}

static void
relation_turns_round (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();

  for (int a = 0; a < KIT_N_THEMES; a++)
    for (int b = 0; b < KIT_N_THEMES; b++)
      {
        MukanaThemeRelation there = mukana_theme_tree_relation (tree, a, b);
        MukanaThemeRelation back = mukana_theme_tree_relation (tree, b, a);

        if (there == MUKANA_THEME_WIDER)
          g_assert_cmpint (back, ==, MUKANA_THEME_NARROWER);
        else if (there == MUKANA_THEME_NARROWER)
          g_assert_cmpint (back, ==, MUKANA_THEME_WIDER);
        else
          g_assert_cmpint (back, ==, there);
      }
}

static void
kin_are_all_that_are_related (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  guint n_kin;

  for (int asked = 0; asked < KIT_N_THEMES; asked++)
    {
      const MukanaThemeKin *kin = mukana_theme_tree_kin (tree, asked, &n_kin);
      guint n_found = 0;

      for (int known = 0; known < KIT_N_THEMES; known++)
        {
          MukanaThemeRelation relation = mukana_theme_tree_relation (tree, asked, known);

          if (relation == MUKANA_THEME_UNRELATED)
            continue;
          g_assert_cmpuint (n_found, <, n_kin);
          g_assert_cmpint (kin[n_found].theme, ==, known);
          g_assert_cmpint (kin[n_found++].relation, ==, (int) relation);
        }
      g_assert_cmpuint (n_found, ==, n_kin);
    }

  mukana_theme_tree_kin (tree, MUKANA_THEME_NONE, &n_kin);
  g_assert_cmpuint (n_kin, ==, 0);
}

static void
theme_is_found_by_id (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();

  g_assert_cmpint (mukana_theme_tree_find (tree, "ik.kot"), ==, KIT_HOME_CARE);
  g_assert_cmpint (mukana_theme_tree_find (tree, "ik.ko"), ==, MUKANA_THEME_NONE);
  g_assert_cmpint (mukana_theme_tree_find (tree, NULL), ==, MUKANA_THEME_NONE);
}

static void
label_falls_back_to_finnish (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();

  g_assert_cmpstr (mukana_theme_tree_label (tree, KIT_HOME_CARE, "sv"), ==, "Hemvård");
  g_assert_cmpstr (mukana_theme_tree_label (tree, KIT_ADDICTION, "en"), ==, "Päihteet");
  g_assert_cmpstr (mukana_theme_tree_label (tree, KIT_N_THEMES, "en"), ==, "");
}

static void
parent_may_come_after_its_child (void)
{
  static const MukanaThemeRow rows[] = {
    { .id = "b.c", .parent_id = "b" }, { .id = "b" }, { .id = "x", .parent_id = "gone" },
    { .id = "y", .parent_id = "y" },
  };
  g_autoptr (MukanaThemeTree) tree = mukana_theme_tree_new (rows, G_N_ELEMENTS (rows));

  g_assert_cmpint (mukana_theme_tree_get (tree, 0)->parent, ==, 1);
  g_assert_cmpint (mukana_theme_tree_get (tree, 2)->parent, ==, MUKANA_THEME_NONE);
  g_assert_cmpint (mukana_theme_tree_get (tree, 3)->parent, ==, MUKANA_THEME_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme-tree/relations-are-told-apart", relations_are_told_apart);
  g_test_add_func ("/theme-tree/sensitive-theme-stands-in-for-no-other",
                   sensitive_theme_stands_in_for_no_other);
  g_test_add_func ("/theme-tree/relation-turns-round", relation_turns_round);
  g_test_add_func ("/theme-tree/kin-are-all-that-are-related", kin_are_all_that_are_related);
  g_test_add_func ("/theme-tree/theme-is-found-by-id", theme_is_found_by_id);
  g_test_add_func ("/theme-tree/label-falls-back-to-finnish", label_falls_back_to_finnish);
  g_test_add_func ("/theme-tree/parent-may-come-after-its-child", parent_may_come_after_its_child);
  return g_test_run ();
}
