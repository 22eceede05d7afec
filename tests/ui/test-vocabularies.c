/* test-vocabularies.c: the county edits its words and prices, and takes it back. */

#include <adwaita.h>

#include "kit/mukana-test-undo.h"
#include "kit/mukana-test.h"
#include "kit/mukana-test-window.h"
#include "ui/app/mukana-sidebar.h"
#include "ui/mukana-pages.h"
#include "ui/vocabularies/mukana-vocabularies-page.h"

typedef struct
{
  MukanaTestWindow        window;
  MukanaVocabulariesPage *page;
  const char             *words;   /* that are awaited */
  guint                   n_rules; /* that are awaited */
} Fixture;

static gboolean
has_words (gpointer data)
{
  Fixture *fixture = data;

  return mukana_test_window_shows (&fixture->window, fixture->words);
}

static void
await_words (Fixture    *fixture,
             const char *words)
{
  fixture->words = words;
  mukana_test_wait_until (has_words, fixture, words);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  mukana_test_window_open (&fixture->window);
  g_assert_true (mukana_window_show_page (fixture->window.window, "vocabularies", 0));
  fixture->page = MUKANA_VOCABULARIES_PAGE (mukana_window_get_page (fixture->window.window));
  await_words (fixture, "Themes");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (&fixture->window);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  mukana_page_set_search_text (MUKANA_PAGE (fixture->page), text);
  mukana_test_window_settle ();
}

static MukanaForm *
open_dialog (Fixture    *fixture,
             const char *action,
             GVariant   *target)
{
  g_autoptr (GVariant) kept = target != NULL ? g_variant_ref_sink (target) : NULL;
  MukanaRecordDialog *dialog;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->page), action, kept));
  dialog = mukana_vocabularies_page_peek_dialog (fixture->page);
  g_assert_nonnull (dialog);
  return mukana_record_dialog_get_form (dialog);
}

static gboolean
has_closed (gpointer page)
{
  return mukana_vocabularies_page_peek_dialog (page) == NULL;
}

static void
save (Fixture *fixture)
{
  mukana_record_dialog_save (mukana_vocabularies_page_peek_dialog (fixture->page));
  mukana_test_wait_until (has_closed, fixture->page, "the dialog is closed");
}

static MukanaLexicon *
peek_lexicon (Fixture *fixture)
{
  return mukana_context_peek_vocabulary (fixture->window.context);
}

static void
the_page_is_beside_daily_work (Fixture       *fixture,
                               gconstpointer  data)
{
  const MukanaPageInfo *info = mukana_pages_find ("vocabularies");
  GtkWidget *sidebar = g_object_ref_sink (mukana_sidebar_new ());
  const char *id;

  g_assert_true (info->is_aside);
  for (guint i = 0; (id = mukana_sidebar_peek_nth (MUKANA_SIDEBAR (sidebar), i)) != NULL; i++)
    g_assert_cmpstr (id, !=, "vocabularies");
  g_assert_cmpuint (mukana_window_get_depth (fixture->window.window), ==, 2);
  g_object_unref (sidebar);
}

static void
a_search_sees_through_the_folds (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_assert_false (mukana_test_window_shows (&fixture->window, "Home care"));

  search (fixture, "mielenterveysongel");
  g_assert_true (mukana_test_window_shows (&fixture->window, "Mental health"));
  g_assert_false (mukana_test_window_shows (&fixture->window, "Kilometre rates"));

  search (fixture, "qqqq");
  g_assert_true (mukana_test_window_shows (&fixture->window, "Nothing found"));
}

static void
a_renamed_role_is_shown_and_taken_back (Fixture       *fixture,
                                        gconstpointer  data)
{
  MukanaForm *form = open_dialog (fixture, "vocabularies.edit",
                                  g_variant_new ("(is)", MUKANA_LEXICON_ROLE, "expert"));

  mukana_form_set_text (form, "label-en", "expert of the county");
  save (fixture);
  await_words (fixture, "expert of the county");
  mukana_test_undo (fixture->window.context, GTK_WIDGET (fixture->window.window));

  await_words (fixture, "expert by experience");
}

static void
a_new_theme_is_added_without_a_code_being_asked (Fixture       *fixture,
                                                 gconstpointer  data)
{
  MukanaForm *form = open_dialog (fixture, "vocabularies.edit",
                                  g_variant_new ("(is)", MUKANA_LEXICON_THEME, ""));

  mukana_form_set_text (form, "label-fi", "Metsän vaikutus");
  mukana_form_set_text (form, "label-sv", "Skogens inverkan");
  g_assert_false (mukana_form_get_valid (form));
  mukana_form_set_text (form, "label-en", "Effects of the forest");
  save (fixture);

  await_words (fixture, "Effects of the forest");
  g_assert_nonnull (mukana_lexicon_find (peek_lexicon (fixture), MUKANA_LEXICON_THEME,
                                         "metsan-vaikutus"));
}

static void
a_retired_theme_says_so (Fixture       *fixture,
                         gconstpointer  data)
{
  MukanaForm *form = open_dialog (fixture, "vocabularies.edit",
                                  g_variant_new ("(is)", MUKANA_LEXICON_THEME, "mt"));

  mukana_form_set_int (form, "is-retired", TRUE);
  save (fixture);

  await_words (fixture, "Retired");
}

static guint
count_rules (Fixture *fixture)
{
  return mukana_lexicon_peek_fee_rules (peek_lexicon (fixture))->len;
}

static gboolean
has_rules (gpointer data)
{
  return count_rules (data) == ((Fixture *) data)->n_rules;
}

static void
a_new_price_is_a_new_row_and_can_be_taken_back (Fixture       *fixture,
                                                gconstpointer  data)
{
  guint n_before = fixture->n_rules = count_rules (fixture);
  MukanaForm *form = open_dialog (fixture, "vocabularies.price", g_variant_new_string ("hour"));

  mukana_form_set_int (form, "amount-cents", 2750);
  save (fixture);
  await_words (fixture, "27,50");
  g_assert_cmpuint (count_rules (fixture), ==, n_before + 1);
  g_assert_true (mukana_test_window_shows (&fixture->window, "25,00"));
  mukana_test_undo (fixture->window.context, GTK_WIDGET (fixture->window.window));

  mukana_test_wait_until (has_rules, fixture, "the price is taken back");
}

static void
a_rate_of_a_day_that_has_one_is_refused (Fixture       *fixture,
                                         gconstpointer  data)
{
  MukanaForm *form = open_dialog (fixture, "vocabularies.rate", NULL);

  mukana_form_set_int (form, "valid-from", mukana_day_new (2026, 1, 1));

  g_assert_nonnull (mukana_form_peek_issue (form, "valid-from"));
  g_assert_false (mukana_form_get_valid (form));
}

static void
the_page_fits_a_narrow_window (Fixture       *fixture,
                               gconstpointer  data)
{
  mukana_test_window_make_narrow (&fixture->window);

  g_assert_true (mukana_test_window_shows (&fixture->window, "Themes"));
}

#define ADD(test) g_test_add ("/vocabularies/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

  ADD (the_page_is_beside_daily_work);
  ADD (a_search_sees_through_the_folds);
  ADD (a_renamed_role_is_shown_and_taken_back);
  ADD (a_new_theme_is_added_without_a_code_being_asked);
  ADD (a_retired_theme_says_so);
  ADD (a_new_price_is_a_new_row_and_can_be_taken_back);
  ADD (a_rate_of_a_day_that_has_one_is_refused);
  ADD (the_page_fits_a_narrow_window);

  return g_test_run ();
}
