/* mukana-vocabulary-groups.c: the county's lists, each a group of plain rows.
 *
 * Themes and methods are many, so they are folded: a theme holds what is below
 * it, a step of the ladder its methods.  Whoever searches sees through the
 * folds.  Knows nothing of editing but the names of actions.
 */

#include "ui/vocabularies/mukana-vocabulary-groups.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-fee.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/vocabularies/mukana-vocabulary-dialogs.h"

static gboolean
holds (const char *text,
       const char *needle)
{
  g_autofree char *folded = mukana_text_fold (text);

  return strstr (folded, needle) != NULL;
}

/* Whether a name in any language holds what is looked for. */
static gboolean
matches (gpointer                    record,
         const MukanaVocabularyView *view)
{
  if (MUKANA_IS_THEME (record))
    return mukana_lexicon_theme_matches (view->lexicon, record, view->needle);

  return holds (mukana_vocabulary_label (record, "fi"), view->needle) ||
         holds (mukana_vocabulary_label (record, "sv"), view->needle) ||
         holds (mukana_vocabulary_label (record, "en"), view->needle);
}

static GtkWidget *
make_group (const char *title,
            const char *description,
            const char *add_action)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *name = g_strdup_printf (_("Add to: %s"), title);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (add, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (add), add_action);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), add);
  return group;
}

static void
set_words (GtkWidget  *row,
           const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  set_words (row, title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
make_open_edit (GtkWidget         *row,
                MukanaLexiconList  list,
                const char        *code)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "vocabularies.edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(is)", (int) list, code);
}

static GtkWidget *
make_word_row (gpointer           word,
               MukanaLexiconList  list,
               const char        *label,
               const char        *detail)
{
  gboolean is_retired = mukana_record_get_int (word, "is-retired") != 0;
  g_autofree char *subtitle = is_retired ? g_strjoin (*detail ? " · " : "", _("Retired"), detail,
                                                      NULL)
                                         : g_strdup (detail);
  GtkWidget *row = make_row (label, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  make_open_edit (row, list, mukana_lexicon_peek_code (word));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

/* Folds. */

static void
fold_turned_cb (AdwExpanderRow *row,
                GParamSpec     *pspec,
                GHashTable     *open)
{
  const char *key = g_object_get_data (G_OBJECT (row), "key");

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (open, g_strdup (key));
  else
    g_hash_table_remove (open, key);
}

/* While somebody searches every fold is open, and nothing is remembered of it. */
static GtkWidget *
make_fold (const MukanaVocabularyView *view,
           const char                 *key,
           const char                 *title,
           const char                 *subtitle)
{
  GtkWidget *row = adw_expander_row_new ();

  set_words (row, title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 *view->needle != '\0' || g_hash_table_contains (view->open, key));
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  if (*view->needle == '\0')
    g_signal_connect_data (row, "notify::expanded", G_CALLBACK (fold_turned_cb),
                           g_hash_table_ref (view->open),
                           (GClosureNotify) (void (*) (void)) g_hash_table_unref, 0);
  return row;
}

/* Takes @group back when nothing came into it. */
static GtkWidget *
give_unless_empty (GtkWidget *group,
                   guint      n_rows)
{
  if (n_rows > 0)
    return group;

  g_object_ref_sink (group);
  g_object_unref (group);
  return NULL;
}

/* Themes. */

static const char *
theme_label (const MukanaVocabularyView *view,
             MukanaTheme                *theme)
{
  return mukana_lexicon_label (view->lexicon, MUKANA_LEXICON_THEME, theme->id);
}

static GtkWidget *
make_theme_row (const MukanaVocabularyView *view,
                MukanaTheme                *theme)
{
  return make_word_row (theme, MUKANA_LEXICON_THEME, theme_label (view, theme),
                        mukana_code_label (mukana_sensitivities, theme->sensitivity));
}

static gboolean
is_below (const MukanaVocabularyView *view,
          MukanaTheme                *theme,
          MukanaTheme                *root)
{
  while (theme != NULL && theme->parent_id != NULL)
    {
      if (g_str_equal (theme->parent_id, root->id))
        return TRUE;
      theme = mukana_lexicon_find (view->lexicon, MUKANA_LEXICON_THEME, theme->parent_id);
    }

  return FALSE;
}

/* What is below @root and is to be shown: all of it when the root itself is found. */
static GPtrArray *
list_below (const MukanaVocabularyView *view,
            MukanaTheme                *root)
{
  GPtrArray *themes = mukana_lexicon_peek_all (view->lexicon, MUKANA_LEXICON_THEME);
  GPtrArray *below = g_ptr_array_new ();
  gboolean has_found_root = matches (root, view);

  for (guint i = 0; i < themes->len; i++)
    {
      MukanaTheme *theme = g_ptr_array_index (themes, i);

      if (is_below (view, theme, root) && (has_found_root || matches (theme, view)))
        g_ptr_array_add (below, theme);
    }

  return below;
}

static GtkWidget *
make_theme_fold (const MukanaVocabularyView *view,
                 MukanaTheme                *root,
                 GPtrArray                  *below)
{
  g_autofree char *n = g_strdup_printf (ngettext ("%u theme below it", "%u themes below it",
                                                  below->len), below->len);
  g_autofree char *subtitle =
    g_strdup_printf ("%s%s%s · %s", root->is_retired ? _("Retired") : "",
                     root->is_retired ? " · " : "",
                     mukana_code_label (mukana_sensitivities, root->sensitivity), n);
  g_autofree char *name = g_strdup_printf (_("Edit %s"), theme_label (view, root));
  GtkWidget *fold = make_fold (view, root->id, theme_label (view, root), subtitle);
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (edit, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  make_open_edit (edit, MUKANA_LEXICON_THEME, root->id);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (fold), edit);
  for (guint i = 0; i < below->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (fold),
                              make_theme_row (view, g_ptr_array_index (below, i)));
  return fold;
}

GtkWidget *
mukana_vocabulary_themes (const MukanaVocabularyView *view)
{
  GPtrArray *themes = mukana_lexicon_peek_all (view->lexicon, MUKANA_LEXICON_THEME);
  GtkWidget *group = make_group (_("Themes"), _("What people know and requests ask for"),
                                 "vocabularies.edit((0, ''))");
  guint n_rows = 0;

  for (guint i = 0; i < themes->len; i++)
    {
      MukanaTheme *theme = g_ptr_array_index (themes, i);
      g_autoptr (GPtrArray) below = NULL;

      if (theme->parent_id != NULL)
        continue;

      below = list_below (view, theme);
      if (below->len == 0 && !matches (theme, view))
        continue;

      n_rows++;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 below->len > 0 ? make_theme_fold (view, theme, below)
                                                : make_theme_row (view, theme));
    }

  return give_unless_empty (group, n_rows);
}

/* Methods. */

static GtkWidget *
make_step_fold (const MukanaVocabularyView *view,
                int                         step)
{
  GPtrArray *methods = mukana_lexicon_peek_all (view->lexicon, MUKANA_LEXICON_METHOD);
  g_autofree char *key = g_strdup_printf ("step:%d", step);
  GtkWidget *fold = make_fold (view, key, _(mukana_ladder_steps[step - 1]), NULL);
  g_autofree char *subtitle = NULL;
  guint n_rows = 0;

  for (guint i = 0; i < methods->len; i++)
    {
      MukanaMethod *method = g_ptr_array_index (methods, i);
      g_autofree char *detail = g_strdup_printf (_("Level %d of the house"),
                                                 (int) method->house_level);

      if (method->ladder_level != step || !matches (method, view))
        continue;

      n_rows++;
      adw_expander_row_add_row (
        ADW_EXPANDER_ROW (fold),
        make_word_row (method, MUKANA_LEXICON_METHOD,
                       mukana_lexicon_label (view->lexicon, MUKANA_LEXICON_METHOD, method->code),
                       detail));
    }

  subtitle = g_strdup_printf (ngettext ("%u method", "%u methods", n_rows), n_rows);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (fold), subtitle);
  return give_unless_empty (fold, n_rows);
}

GtkWidget *
mukana_vocabulary_methods (const MukanaVocabularyView *view)
{
  GtkWidget *group = make_group (_("Methods"), _("By the ladder of participation"),
                                 "vocabularies.edit((1, ''))");
  guint n_rows = 0;

  for (int step = 1; mukana_ladder_steps[step - 1] != NULL; step++)
    {
      GtkWidget *fold = make_step_fold (view, step);

      if (fold == NULL)
        continue;

      n_rows++;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fold);
    }

  return give_unless_empty (group, n_rows);
}

GtkWidget *
mukana_vocabulary_roles (const MukanaVocabularyView *view)
{
  GPtrArray *roles = mukana_lexicon_peek_all (view->lexicon, MUKANA_LEXICON_ROLE);
  GtkWidget *group = make_group (_("Roles"), _("What the county calls its people"),
                                 "vocabularies.edit((2, ''))");
  guint n_rows = 0;

  for (guint i = 0; i < roles->len; i++)
    {
      MukanaRole *role = g_ptr_array_index (roles, i);

      if (!matches (role, view))
        continue;

      n_rows++;
      adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (group),
        make_word_row (role, MUKANA_LEXICON_ROLE,
                       mukana_lexicon_label (view->lexicon, MUKANA_LEXICON_ROLE, role->code), ""));
    }

  return give_unless_empty (group, n_rows);
}

/* Prices. */

static char *
describe_days (MukanaDay from,
               MukanaDay until)
{
  g_autofree char *first = mukana_format_day (NULL, from);
  g_autofree char *last = until != MUKANA_DAY_NONE ? mukana_format_day (NULL, until) : NULL;

  return last != NULL ? g_strdup_printf (_("%1$s to %2$s"), first, last)
                      : g_strdup_printf (_("from %s"), first);
}

/* " · trainers · trained people · decision 12/2026", as much of it as there is. */
static char *
describe_conditions (const MukanaVocabularyView *view,
                     MukanaFeeRule              *rule)
{
  GString *words = g_string_new (NULL);

  if (rule->role_code != NULL)
    g_string_append_printf (words, " · %s", mukana_lexicon_label (view->lexicon,
                                                                   MUKANA_LEXICON_ROLE,
                                                                   rule->role_code));
  if (rule->needs_training)
    g_string_append_printf (words, " · %s", _("trained people"));
  if (rule->cost_centre != NULL)
    g_string_append_printf (words, " · %s", rule->cost_centre);
  if (rule->decision_ref != NULL)
    g_string_append_printf (words, " · %s", rule->decision_ref);
  return g_string_free (words, FALSE);
}

/* Among those of the same people. */
static MukanaFeeRule *
find_in_force (const MukanaVocabularyView *view,
               GPtrArray                  *rules,
               MukanaFeeRule              *rule)
{
  const char *roles[] = { rule->role_code, NULL };

  return mukana_fee_rule_for (rules, rule->code, view->today, roles, rule->needs_training != 0);
}

/* The newest of its fee: what began by a slip can be taken away while nobody was paid by it, and
 * is refused when somebody was.  The only price of a fee in force stays. */
static gboolean
may_be_a_slip (MukanaFeeRule *rule,
               GPtrArray     *rules)
{
  gboolean is_only = TRUE;

  for (guint i = 0; i < rules->len; i++)
    {
      MukanaFeeRule *other = g_ptr_array_index (rules, i);

      if (other == rule || !g_str_equal (other->code, rule->code))
        continue;
      if (other->valid_from > rule->valid_from)
        return FALSE;
      is_only = FALSE;
    }

  return !is_only;
}

/* A wrong price is taken away and made anew. */
static GtkWidget *
make_drop_button (const char *action,
                  GVariant   *target,
                  const char *name)
{
  GtkWidget *button = mukana_layout_icon_button ("user-trash-symbolic", _("Remove this price"),
                                                 NULL);

  mukana_layout_spoken (button, _("Remove this price"), name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  return button;
}

static GtkWidget *
make_rule_row (const MukanaVocabularyView *view,
               GPtrArray                  *rules,
               MukanaFeeRule              *rule,
               MukanaFeeRule              *in_force)
{
  g_autofree char *money = mukana_format_money (NULL, rule->amount_cents);
  g_autofree char *days = describe_days (rule->valid_from, rule->valid_until);
  const char *state = rule == in_force ? _("in force")
                      : rule->valid_from > view->today ? _("to come") : _("past");
  g_autofree char *conditions = describe_conditions (view, rule);
  g_autofree char *subtitle = g_strdup_printf ("%s %s · %s · %s%s", money,
                                               mukana_code_label (mukana_fee_units, rule->unit),
                                               days, state, conditions);
  GtkWidget *row = make_row (mukana_vocabulary_label (rule, mukana_lexicon_language ()), subtitle);
  GtkWidget *button = gtk_button_new_with_label (_("New price"));

  mukana_layout_spoken (button, _("New price"),
                        mukana_vocabulary_label (rule, mukana_lexicon_language ()));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "vocabularies.price");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", rule->code);
  if (rule->valid_from > view->today || may_be_a_slip (rule, rules))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_drop_button (
      "vocabularies.drop-price", g_variant_new_int64 (rule->id),
      mukana_vocabulary_label (rule, mukana_lexicon_language ())));
  if (rule == in_force)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  else
    g_object_unref (g_object_ref_sink (button));
  return row;
}

GtkWidget *
mukana_vocabulary_fees (const MukanaVocabularyView *view)
{
  GPtrArray *rules = mukana_lexicon_peek_fee_rules (view->lexicon);
  GtkWidget *group = make_group (_("Fees"),
                                 _("A price is not edited: a new one begins on its day"),
                                 "vocabularies.price('')");
  guint n_rows = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      MukanaFeeRule *rule = g_ptr_array_index (rules, i);

      if (!matches (rule, view))
        continue;

      n_rows++;
      adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (group),
        make_rule_row (view, rules, rule, find_in_force (view, rules, rule)));
    }

  return give_unless_empty (group, n_rows);
}

/* " · per diem 54,00 €, partial 25,00 €, meal 13,50 €", or nothing. */
static char *
describe_allowances (MukanaTravelRate *rate)
{
  g_autofree char *day = mukana_format_money (NULL, rate->day_cents);
  g_autofree char *part = mukana_format_money (NULL, rate->part_day_cents);
  g_autofree char *meal = mukana_format_money (NULL, rate->meal_cents);
  g_autofree char *most = mukana_format_money (NULL, rate->trip_max_cents);
  GString *words = g_string_new (NULL);

  if (rate->day_cents > 0)
    g_string_append_printf (words, _(" · per diem %s, partial %s, meal %s"), day, part, meal);
  if (rate->trip_max_cents > 0)
    g_string_append_printf (words, _(" · at most %s a trip"), most);
  return g_string_free (words, FALSE);
}

static GtkWidget *
make_rate_row (MukanaTravelRate *rate,
               gboolean          is_in_force,
               gboolean          is_to_come)
{
  g_autofree char *first = mukana_format_day (NULL, rate->valid_from);
  g_autofree char *title = g_strdup_printf (_("From %s"), first);
  g_autofree char *km = mukana_format_money (NULL, rate->km_cents);
  g_autofree char *passenger = mukana_format_money (NULL, rate->passenger_cents);
  g_autofree char *prices = g_strdup_printf (_("%1$s a kilometre, %2$s more for each passenger"),
                                             km, passenger);
  g_autofree char *allowances = describe_allowances (rate);
  g_autofree char *subtitle = g_strdup_printf ("%s%s%s%s", prices, allowances,
                                               is_in_force ? " · " : "",
                                               is_in_force ? _("in force") : "");

  GtkWidget *row = make_row (title, subtitle);

  if (is_to_come)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_drop_button (
      "vocabularies.drop-rate", g_variant_new_int64 (rate->valid_from), title));
  return row;
}

/* Found by its year, "2026", or by the name of the group. */
GtkWidget *
mukana_vocabulary_rates (const MukanaVocabularyView *view)
{
  GPtrArray *rates = mukana_lexicon_peek_travel_rates (view->lexicon);
  MukanaTravelRate *in_force = mukana_travel_rate_on (rates, view->today);
  GtkWidget *group = make_group (_("Kilometre rates"),
                                 _("The tax-exempt rates of the Tax Administration"),
                                 "vocabularies.rate");
  guint n_rows = 0;

  for (guint i = rates->len; i-- > 0;)
    {
      MukanaTravelRate *rate = g_ptr_array_index (rates, i);
      g_autofree char *day = mukana_day_to_iso (rate->valid_from);

      if (!holds (_("Kilometre rates"), view->needle) && !holds (day, view->needle))
        continue;

      n_rows++;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_rate_row (rate, rate == in_force,
                                                rate->valid_from > view->today));
    }

  return give_unless_empty (group, n_rows);
}
