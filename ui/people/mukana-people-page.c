/* mukana-people-page.c: the list of people, narrowed by a sentence of conditions.
 *
 * The list is everybody in the register, whatever they consent to; asked for
 * those with a consent in force, somebody who withdraws leaves it at once.
 */

#include "ui/people/mukana-people-page.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-people-step.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-freeing.h"
#include "services/mukana-listing.h"
#include "ui/app/mukana-asked-people.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/people/mukana-people-columns.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/people/mukana-person-dialogs.h"
#include "ui/people/mukana-chosen-deeds.h"
#include "ui/people/mukana-merge-dialog.h"
#include "ui/people/mukana-propose-dialog.h"
#include "ui/people/mukana-saved-filters.h"

#define FILTER_SETTING "people-filter"

struct _MukanaPeoplePage
{
  MukanaPage            parent_instance;

  gint64                n_people;     /* in the register; -1 until known */

  GtkWidget            *box;
  GtkWidget            *conditions;   /* the sentence, and the saved ones */
  MukanaPeopleSentence *sentence;
  MukanaSavedFilters   *saved;
  MukanaRowList        *list;
  GtkLabel             *found;        /* "Found", before the number */
  GtkLabel             *of_register;  /* "of 249 in the register", after it */
  GtkButton            *add;
  GtkRevealer          *bar;
  GtkLabel             *chosen;
};

G_DEFINE_FINAL_TYPE (MukanaPeoplePage, mukana_people_page, MUKANA_TYPE_PAGE)

static const MukanaRowListWords list_words = {
  "mukana-people-symbolic", N_("No people yet"),
  N_("Experts by experience and others who take part, with what they allow. Add the first one."),
  N_("New Person…"),
};

/* Nobody who withdraws may stay in, or come back into, a list of valid consents. */
static gboolean
needs_consent (gconstpointer filter)
{
  const MukanaPeopleFilter *people = filter;

  return g_strcmp0 (people->consent, "valid") == 0 || g_strcmp0 (people->consent, "ending") == 0 ||
         people->free != NULL || mukana_people_steps_name (people->steps, "consent") ||
         mukana_people_steps_name (people->steps, "free");
}

static gpointer
ask_who_is_free (gconstpointer filter)
{
  return mukana_freeing_new (filter);
}

static void
take_who_is_free (gpointer filter,
                  gpointer answer)
{
  MukanaPeopleFilter *people = filter;

  g_clear_pointer (&people->free_people, g_ptr_array_unref);
  people->free_people = answer;
}

/* A constant: an answer may come to the list's model when the page is gone. */
static const MukanaRowSource people_source = {
  .ids = &mukana_people_ids_job,
  .rows = &mukana_people_rows_job,
  .copy_filter = (GBoxedCopyFunc) mukana_people_filter_copy,
  .free_filter = (GDestroyNotify) mukana_people_filter_free,
  .kind = MUKANA_KIND_PERSON,
  .names_too =
    MUKANA_ROWS_FOLLOW (MUKANA_KIND_CONSENT) | MUKANA_ROWS_FOLLOW (MUKANA_KIND_AVAILABILITY),
  .follows = MUKANA_ROWS_FOLLOW (MUKANA_KIND_VOCABULARY) |
             MUKANA_ROWS_FOLLOW (MUKANA_KIND_ASSIGNMENT),
  .needs_consent = needs_consent,
  .first = &mukana_freeing_job,
  .ask_first = ask_who_is_free,
  .take_first = take_who_is_free,
  .free_first = (GDestroyNotify) mukana_freeing_free,
};

static gpointer
make_filter (const char *needle,
             const char *order,
             gpointer    data)
{
  MukanaPeoplePage *self = data;
  MukanaPeopleFilter *filter = mukana_people_sentence_dup_filter (self->sentence);
  MukanaMatcher *matcher =
    mukana_context_peek_matcher (mukana_page_get_context (MUKANA_PAGE (self)));

  filter->needle = g_strdup (needle);
  filter->order = g_strdup (order);
  g_set_object (&filter->matcher, G_OBJECT (matcher));
  return filter;
}

static void
show_count (MukanaPeoplePage *self)
{
  gboolean is_asked = !mukana_people_sentence_is_empty (self->sentence) ||
                      *mukana_page_get_search_text (MUKANA_PAGE (self)) != '\0';
  g_autofree char *of = NULL;

  gtk_label_set_label (self->found, is_asked ? _("Found") : _("Everyone"));
  gtk_widget_set_visible (GTK_WIDGET (self->of_register), is_asked && self->n_people >= 0 &&
                          !mukana_page_get_narrow (MUKANA_PAGE (self)));
  if (self->n_people < 0)
    return;

  /* Translators: after "Found 37" */
  of = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %d person in the register",
                                     "of %d people in the register", (gulong) self->n_people),
                        (int) self->n_people);
  gtk_label_set_label (self->of_register, of);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPeoplePage) self = data;
  /* The list itself tells what is wrong with the store; without a count a sentence is shorter. */
  g_autoptr (MukanaRegisterAbout) about = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                   NULL, NULL);

  if (about == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  self->n_people = about->n_people;
  show_count (self);
}

static void
count_people (MukanaPeoplePage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_founding_about_job, NULL, NULL, counted_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (MukanaPeoplePage *self,
                  MukanaChangeSet  *changes)
{
  guint n_changes;
  const MukanaChange *change = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if ((change[i].kind == MUKANA_KIND_PERSON && change[i].effect != MUKANA_EFFECT_CHANGED) ||
        change[i].kind == MUKANA_KIND_EVERYTHING)
      {
        count_people (self);
        return;
      }
}

static void
sentence_changed_cb (MukanaPeoplePage *self)
{
  GSettings *settings = mukana_context_get_settings (mukana_page_get_context (MUKANA_PAGE (self)));
  g_autofree char *conditions = mukana_people_sentence_dup_conditions (self->sentence);

  if (settings != NULL)
    g_settings_set_string (settings, FILTER_SETTING, conditions);
  mukana_row_list_set_filtered (self->list, !mukana_people_sentence_is_empty (self->sentence));
  show_count (self);
  mukana_row_list_refresh (self->list);
}

/* As it was when the program was last used: before anybody listens. */
static void
recall_conditions (MukanaPeoplePage *self)
{
  GSettings *settings = mukana_context_get_settings (mukana_page_get_context (MUKANA_PAGE (self)));
  g_autofree char *conditions = settings ? g_settings_get_string (settings, FILTER_SETTING) : NULL;

  if (conditions != NULL && *conditions != '\0')
    mukana_people_sentence_set_conditions (self->sentence, conditions);
  mukana_row_list_set_filtered (self->list, !mukana_people_sentence_is_empty (self->sentence));
}

static void
opened_cb (MukanaPeoplePage *self,
           gint64            id)
{
  mukana_page_show (MUKANA_PAGE (self), "person", id);
}

static void
clear_cb (MukanaPeoplePage *self)
{
  mukana_page_set_search_text (MUKANA_PAGE (self), "");
  mukana_people_sentence_clear (self->sentence);
}

static void
mukana_people_page_add (MukanaPage *page)
{
  gtk_window_present (GTK_WINDOW (mukana_person_dialog_new (page, NULL)));
}

/* Ticked rows. */

static gboolean
may_merge (MukanaPeoplePage *self)
{
  return mukana_context_may_act (mukana_page_get_context (MUKANA_PAGE (self)),
                                 "person.merge-chosen");
}

static void
chosen_changed_cb (MukanaPeoplePage *self,
                   guint             n_chosen)
{
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u chosen", "%u chosen",
                                                         n_chosen),
                                            n_chosen);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.keep-apart", n_chosen == 2);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.merge-chosen",
                                 n_chosen == 2 && may_merge (self));
  gtk_label_set_label (self->chosen, words);
  gtk_revealer_set_reveal_child (self->bar, n_chosen > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), n_chosen > 0);
}

static void
choose_none_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  mukana_row_model_choose_none (mukana_row_list_get_model (MUKANA_PEOPLE_PAGE (widget)->list));
}

static void
propose_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaPeoplePage *self = MUKANA_PEOPLE_PAGE (widget);
  g_autoptr (GArray) chosen = mukana_row_model_dup_chosen (mukana_row_list_get_model (self->list));

  if (chosen->len > 0)
    gtk_window_present (GTK_WINDOW (mukana_propose_dialog_new (MUKANA_PAGE (self), chosen)));
}

/* The record that has been there the longest is kept. */
static void
merge_chosen (MukanaPage *page,
              gint64      one_id,
              gint64      other_id)
{
  mukana_merge_ask (page, MIN (one_id, other_id), MAX (one_id, other_id));
}

/* What is done with the chosen in a window of its own. */
static void
chosen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaPage *page = MUKANA_PAGE (widget);
  MukanaPeoplePage *self = MUKANA_PEOPLE_PAGE (widget);
  g_autoptr (GArray) chosen = mukana_row_model_dup_chosen (mukana_row_list_get_model (self->list));

  if (chosen->len == 0)
    return;

  if (g_str_equal (name, "people.add-theme"))
    mukana_chosen_add_theme (page, chosen);
  else if (g_str_equal (name, "people.keep-apart"))
    mukana_chosen_keep_apart (page, chosen);
  else if (g_str_equal (name, "person.merge-chosen"))
    merge_chosen (page, g_array_index (chosen, gint64, 0), g_array_index (chosen, gint64, 1));
  else if (g_str_equal (name, "people.write-to"))
    mukana_chosen_write_to (page, chosen);
  else
    mukana_chosen_export (page, chosen);
}

/* Withdrawing all that the chosen consent to: asked, be it of one, because a list does not show
 * what that is.  On the page of a person one consent ends with one press. */

static void
withdraw_chosen (MukanaPeoplePage *self)
{
  MukanaRowModel *model = mukana_row_list_get_model (self->list);
  g_autoptr (GArray) chosen = mukana_row_model_dup_chosen (model);

  for (guint i = 0; i < chosen->len; i++)
    mukana_page_do (MUKANA_PAGE (self), &mukana_consenting_withdraw_job,
                    mukana_withdrawal_new (g_array_index (chosen, gint64, i), "register", NULL,
                                           "other"),
                    (GDestroyNotify) mukana_withdrawal_free,
                    _("Consent withdrawn. It holds from now on."), NULL);
  mukana_row_model_choose_none (model);
}

static void
withdraw_answered_cb (MukanaPeoplePage *self,
                      const char       *response)
{
  if (g_str_equal (response, "withdraw"))
    withdraw_chosen (self);
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  MukanaPeoplePage *self = MUKANA_PEOPLE_PAGE (widget);
  gulong n = mukana_row_model_get_n_chosen (mukana_row_list_get_model (self->list));
  g_autofree char *heading = NULL;
  GtkWidget *question;

  if (n == 0)
    return;

  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Withdraw the consents of %lu person?",
                                          "Withdraw the consents of %lu people?", n), n);
  question = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading,
                                     _("All that they have consented to ends at once, also what "
                                       "is proposed to them. It can only be given anew."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"),
                                    "withdraw", _("_Withdraw Consents"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "withdraw",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (question, "response", G_CALLBACK (withdraw_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static GtkWidget *
make_bar (MukanaPeoplePage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *none = gtk_button_new_with_label (_("Clear"));
  GtkWidget *withdraw = gtk_button_new_with_label (_("Withdraw Consents…"));
  GtkWidget *propose = gtk_button_new_with_label (_("Propose to a Request…"));

  self->chosen = GTK_LABEL (mukana_layout_text ("", NULL));
  self->bar = GTK_REVEALER (gtk_revealer_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->chosen), "row-title");
  gtk_widget_add_css_class (none, "flat");
  gtk_widget_add_css_class (withdraw, "flat");
  gtk_widget_set_tooltip_text (withdraw, _("Withdraw all consents of the chosen"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (withdraw), "people.withdraw");
  gtk_widget_add_css_class (propose, "suggested-action");
  gtk_widget_set_hexpand (propose, TRUE);
  gtk_widget_set_halign (propose, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (none), "people.choose-none");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (propose), "people.propose");
  gtk_widget_add_css_class (bar, "bottom-bar");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->chosen));
  gtk_box_append (GTK_BOX (bar), none);
  gtk_box_append (GTK_BOX (bar), withdraw);
  gtk_box_append (GTK_BOX (bar), mukana_chosen_menu_new ());
  gtk_box_append (GTK_BOX (bar), propose);
  gtk_revealer_set_child (self->bar, bar);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  return GTK_WIDGET (self->bar);
}

/* The page itself. */

/* Another page has asked for some of them. */
static void
mukana_people_page_shown (MukanaPage *page)
{
  MukanaPeoplePage *self = MUKANA_PEOPLE_PAGE (page);
  g_autofree char *conditions = mukana_asked_people_take (mukana_page_get_context (page));

  if (conditions != NULL)
    mukana_people_sentence_set_conditions (self->sentence, conditions);
}

static void
mukana_people_page_open (MukanaPage *page,
                         gint64      id)
{
  MukanaPeoplePage *self = MUKANA_PEOPLE_PAGE (page);

  if (mukana_row_model_get_state (mukana_row_list_get_model (self->list)) == MUKANA_ROWS_LOADING)
    mukana_row_list_refresh (self->list);
  count_people (self);
  mukana_saved_filters_reload (self->saved);
}

static void
mukana_people_page_search_changed (MukanaPage *page,
                                   const char *text)
{
  MukanaPeoplePage *self = MUKANA_PEOPLE_PAGE (page);

  show_count (self);
  mukana_row_list_set_needle (self->list, text);
}

static void
show_add (MukanaPeoplePage *self,
          gboolean          narrow)
{
  GtkWidget *content;

  if (narrow)
    {
      gtk_button_set_icon_name (self->add, "list-add-symbolic");
      return;
    }

  content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("New Person"));
  gtk_button_set_child (self->add, content);
}

static void
mukana_people_page_narrow_changed (MukanaPage *page,
                                   gboolean    narrow)
{
  MukanaPeoplePage *self = MUKANA_PEOPLE_PAGE (page);
  int margin = narrow ? 12 : 24;

  gtk_widget_set_margin_start (self->conditions, margin);
  gtk_widget_set_margin_end (self->conditions, margin);
  show_add (self, narrow);
  mukana_row_list_set_narrow (self->list, narrow);
  show_count (self);
}

static void
make_list (MukanaPeoplePage *self)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  GtkWidget *head;

  self->list = MUKANA_ROW_LIST (mukana_row_list_new (context, &people_source, mukana_people_columns,
                                                     mukana_people_n_columns, &list_words));
  mukana_row_list_set_filter (self->list, make_filter, self);
  mukana_row_list_add_order (self->list, "name", _("By name"));
  mukana_row_list_add_order (self->list, "joined", _("Newest first"));
  mukana_row_list_add_order (self->list, "municipality", _("By municipality"));
  mukana_row_list_remember_order (self->list, "people-sort");
  mukana_row_list_set_choosable (self->list, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  g_signal_connect_swapped (self->list, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->list, "deed", G_CALLBACK (mukana_people_page_add), self);
  g_signal_connect_swapped (self->list, "clear", G_CALLBACK (clear_cb), self);
  g_signal_connect_swapped (self->list, "chosen-changed", G_CALLBACK (chosen_changed_cb), self);

  head = mukana_row_list_peek_head (self->list);
  self->found = GTK_LABEL (mukana_layout_text (_("Everyone"), "group-title"));
  self->of_register = GTK_LABEL (mukana_layout_text ("", "dim-label"));
  gtk_box_prepend (GTK_BOX (head), GTK_WIDGET (self->found));
  gtk_box_insert_child_after (GTK_BOX (head), GTK_WIDGET (self->of_register),
                              gtk_widget_get_next_sibling (GTK_WIDGET (self->found)));
}

static void
mukana_people_page_constructed (GObject *object)
{
  MukanaPeoplePage *self = MUKANA_PEOPLE_PAGE (object);
  MukanaPage *page = MUKANA_PAGE (object);

  G_OBJECT_CLASS (mukana_people_page_parent_class)->constructed (object);

  self->n_people = -1;
  self->sentence =
    MUKANA_PEOPLE_SENTENCE (mukana_people_sentence_new (mukana_page_get_context (page)));
  self->saved = MUKANA_SAVED_FILTERS (mukana_saved_filters_new (page, self->sentence));
  self->conditions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (self->conditions), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (self->conditions), GTK_WIDGET (self->saved));
  make_list (self);
  recall_conditions (self);
  gtk_box_append (GTK_BOX (self->box), self->conditions);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  g_signal_connect_swapped (self->sentence, "changed", G_CALLBACK (sentence_changed_cb), self);
  g_signal_connect_object (mukana_page_get_store (page), "changed", G_CALLBACK (store_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  mukana_people_page_narrow_changed (page, FALSE);
  show_count (self);
}

static void
mukana_people_page_class_init (MukanaPeoplePageClass *klass)
{
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_people_page_constructed;
  page_class->open = mukana_people_page_open;
  page_class->shown = mukana_people_page_shown;
  page_class->search_changed = mukana_people_page_search_changed;
  page_class->add = mukana_people_page_add;
  page_class->narrow_changed = mukana_people_page_narrow_changed;
  gtk_widget_class_install_action (widget_class, "people.choose-none", NULL, choose_none_action);
  gtk_widget_class_install_action (widget_class, "people.propose", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "people.add-theme", NULL, chosen_action);
  gtk_widget_class_install_action (widget_class, "people.write-to", NULL, chosen_action);
  gtk_widget_class_install_action (widget_class, "people.keep-apart", NULL, chosen_action);
  gtk_widget_class_install_action (widget_class, "person.merge-chosen", NULL, chosen_action);
  gtk_widget_class_install_action (widget_class, "people.export", NULL, chosen_action);
  gtk_widget_class_install_action (widget_class, "people.withdraw", NULL, withdraw_action);
}

static GtkWidget *
make_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) duplicates = g_menu_item_new (_("Find _duplicates"), NULL);
  g_autoptr (GMenuItem) sharing = g_menu_item_new (_("_How the work is shared"), NULL);

  g_menu_item_set_action_and_target (duplicates, "app.show", "(sx)", "duplicates", (gint64) 0);
  g_menu_append_item (menu, duplicates);
  g_menu_item_set_action_and_target (sharing, "app.show", "(sx)", "sharing", (gint64) 0);
  g_menu_append_item (menu, sharing);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  mukana_menu_tip_set (button, _("Deeds with the list of people"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Deeds with the list of people"), -1);
  return button;
}

static void
mukana_people_page_init (MukanaPeoplePage *self)
{
  self->add = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), _("New person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("New person"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "win.new");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  mukana_page_set_content (MUKANA_PAGE (self), self->box);
  mukana_page_set_bottom_bar (MUKANA_PAGE (self), make_bar (self));
  mukana_page_add_start (MUKANA_PAGE (self), GTK_WIDGET (self->add));
  mukana_page_add_end (MUKANA_PAGE (self), make_menu ());
  mukana_page_set_search_hint (MUKANA_PAGE (self), _("Search people"));
}

MukanaRowList *
mukana_people_page_peek_list (MukanaPeoplePage *self)
{
  return self->list;
}

MukanaPeopleSentence *
mukana_people_page_peek_sentence (MukanaPeoplePage *self)
{
  return self->sentence;
}

const MukanaPageInfo mukana_people_page_info =
{
  .id       = "people",
  .title    = N_("People"),
  .icon     = "mukana-person-symbolic",
  .order    = 20,
  .get_type = mukana_people_page_get_type,
};
