/* mukana-vocabularies-page.c: the county edits its own words and prices.
 *
 * The lists are drawn anew whenever the county's words were read anew; what was
 * unfolded stays unfolded.  Not daily work: the page opens from the menu and by
 * Ctrl+K, over whatever is shown.
 */

#include "ui/vocabularies/mukana-vocabularies-page.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "services/mukana-pricing.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-status.h"
#include "ui/vocabularies/mukana-vocabulary-dialogs.h"
#include "ui/vocabularies/mukana-vocabulary-groups.h"

#define GROUP_SPACING_PX 30

struct _MukanaVocabulariesPage
{
  MukanaPage  parent_instance;

  GHashTable *open;     /* keys of what is unfolded */
  GtkWidget  *groups;
  GWeakRef    dialog;   /* last opened */
};

G_DEFINE_FINAL_TYPE (MukanaVocabulariesPage, mukana_vocabularies_page, MUKANA_TYPE_PAGE)

static GtkWidget *
make_nothing_found (void)
{
  GtkWidget *status = mukana_status_new ();

  mukana_status_set_empty (MUKANA_STATUS (status), "system-search-symbolic", _("Nothing found"),
                           _("No word or price has that in its name."), NULL);
  return status;
}

static void
fill (MukanaVocabulariesPage *self)
{
  GtkWidget *(* const makers[]) (const MukanaVocabularyView *view) = {
    mukana_vocabulary_themes, mukana_vocabulary_methods, mukana_vocabulary_roles,
    mukana_vocabulary_fees, mukana_vocabulary_rates
  };
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  g_autofree char *needle =
    mukana_text_fold (mukana_page_get_search_text (MUKANA_PAGE (self)));
  MukanaVocabularyView view = {
    mukana_context_peek_vocabulary (context), mukana_context_today (context), needle, self->open
  };

  mukana_layout_empty (self->groups);
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      GtkWidget *group = makers[i] (&view);

      if (group != NULL)
        gtk_box_append (GTK_BOX (self->groups), group);
    }

  if (gtk_widget_get_first_child (self->groups) == NULL)
    gtk_box_append (GTK_BOX (self->groups), make_nothing_found ());
}

static void
present (MukanaVocabulariesPage *self,
         MukanaRecordDialog     *dialog)
{
  g_weak_ref_set (&self->dialog, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* (list, code): opens a word; "" for a new one. */
static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaPage *page = MUKANA_PAGE (widget);
  MukanaLexicon *lexicon = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  MukanaRecordDialog *dialog = NULL;
  const char *code;
  gpointer word;
  int list;

  g_variant_get (parameter, "(i&s)", &list, &code);
  if (list < 0 || list > MUKANA_LEXICON_ROLE)
    return;

  word = mukana_lexicon_find (lexicon, list, code);
  if (word == NULL && *code != '\0')
    return;

  switch (list)
    {
    case MUKANA_LEXICON_THEME: dialog = mukana_theme_word_dialog_new (page, word); break;
    case MUKANA_LEXICON_METHOD: dialog = mukana_method_word_dialog_new (page, word); break;
    default: dialog = mukana_role_word_dialog_new (page, word); break;
    }
  present (MUKANA_VOCABULARIES_PAGE (page), dialog);
}

/* (code): a new price of a fee; "" for a new fee. */
static void
price_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaPage *page = MUKANA_PAGE (widget);
  MukanaContext *context = mukana_page_get_context (page);
  GPtrArray *rules = mukana_lexicon_peek_fee_rules (mukana_context_peek_vocabulary (context));
  MukanaFeeRule *rule = mukana_fee_rule_on (rules, g_variant_get_string (parameter, NULL),
                                            mukana_context_today (context));

  present (MUKANA_VOCABULARIES_PAGE (page), mukana_fee_rule_dialog_new (page, rule));
}

/* (id) */
static void
drop_price_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  MukanaPage *page = MUKANA_PAGE (widget);
  GPtrArray *rules = mukana_lexicon_peek_fee_rules (
    mukana_context_peek_vocabulary (mukana_page_get_context (page)));

  for (guint i = 0; i < rules->len; i++)
    {
      MukanaFeeRule *rule = g_ptr_array_index (rules, i);

      if (rule->id == g_variant_get_int64 (parameter))
        mukana_page_do (page, &mukana_fee_rule_drop_job, g_object_ref (rule), g_object_unref,
                        _("Price removed"),
                        mukana_step_new (_("Price removed"), &mukana_fee_rule_add_job,
                                         g_object_ref (rule), g_object_unref));
    }
}

/* (its first day) */
static void
drop_rate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MukanaPage *page = MUKANA_PAGE (widget);
  GPtrArray *rates = mukana_lexicon_peek_travel_rates (
    mukana_context_peek_vocabulary (mukana_page_get_context (page)));

  for (guint i = 0; i < rates->len; i++)
    {
      MukanaTravelRate *rate = g_ptr_array_index (rates, i);

      if (rate->valid_from == (MukanaDay) g_variant_get_int64 (parameter))
        mukana_page_do (page, &mukana_travel_rate_drop_job, g_object_ref (rate), g_object_unref,
                        _("Price removed"),
                        mukana_step_new (_("Price removed"), &mukana_travel_rate_add_job,
                                         g_object_ref (rate), g_object_unref));
    }
}

static void
rate_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  present (MUKANA_VOCABULARIES_PAGE (widget),
           mukana_travel_rate_dialog_new (MUKANA_PAGE (widget)));
}

static void
mukana_vocabularies_page_search_changed (MukanaPage *page,
                                         const char *text)
{
  fill (MUKANA_VOCABULARIES_PAGE (page));
}

static void
mukana_vocabularies_page_constructed (GObject *object)
{
  MukanaVocabulariesPage *self = MUKANA_VOCABULARIES_PAGE (object);
  MukanaPage *page = MUKANA_PAGE (object);

  G_OBJECT_CLASS (mukana_vocabularies_page_parent_class)->constructed (object);

  mukana_page_set_search_hint (page, _("Search words and prices"));
  mukana_page_set_content (page, mukana_layout_page (self->groups));
  g_signal_connect_object (mukana_page_get_context (page), "facts-changed", G_CALLBACK (fill),
                           self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
mukana_vocabularies_page_finalize (GObject *object)
{
  MukanaVocabulariesPage *self = MUKANA_VOCABULARIES_PAGE (object);

  g_hash_table_unref (self->open);
  g_weak_ref_clear (&self->dialog);

  G_OBJECT_CLASS (mukana_vocabularies_page_parent_class)->finalize (object);
}

static void
mukana_vocabularies_page_class_init (MukanaVocabulariesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_vocabularies_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = mukana_vocabularies_page_finalize;
  MUKANA_PAGE_CLASS (klass)->search_changed = mukana_vocabularies_page_search_changed;

  gtk_widget_class_install_action (widget_class, "vocabularies.edit", "(is)", edit_action);
  gtk_widget_class_install_action (widget_class, "vocabularies.price", "s", price_action);
  gtk_widget_class_install_action (widget_class, "vocabularies.drop-price", "x",
                                   drop_price_action);
  gtk_widget_class_install_action (widget_class, "vocabularies.drop-rate", "x",
                                   drop_rate_action);
  gtk_widget_class_install_action (widget_class, "vocabularies.rate", NULL, rate_action);
}

static void
mukana_vocabularies_page_init (MukanaVocabulariesPage *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, GROUP_SPACING_PX);
  g_weak_ref_init (&self->dialog, NULL);
}

/** mukana_vocabularies_page_peek_dialog: Returns: (nullable): borrowed, what was opened last */
MukanaRecordDialog *
mukana_vocabularies_page_peek_dialog (MukanaVocabulariesPage *self)
{
  g_autoptr (MukanaRecordDialog) dialog = g_weak_ref_get (&self->dialog);

  return dialog;
}

const MukanaPageInfo mukana_vocabularies_page_info = {
  .id = "vocabularies",
  .title = N_("Vocabularies and prices"),
  .icon = "mukana-theme-symbolic",
  .parent = "today",
  .is_aside = TRUE,
  .get_type = mukana_vocabularies_page_get_type,
};
