/* mukana-people-sentence.c: "Show [expert by experience] from [Kajaani]".
 *
 * Each condition is a chip in the sentence; pressing its words offers other
 * values, its cross takes it away.  Knows what may be asked and its words;
 * what comes of it is the list's affair.
 */

#include "ui/people/mukana-people-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-chip.h"
#include "ui/kit/mukana-wrap-box.h"
#include "ui/people/mukana-value-popover.h"

typedef enum { ROLE, THEME, MUNICIPALITY, CONSENT, STATE, N_CONDITIONS } Condition;

static const struct
{
  const char *name;
  const char *title;
  const char *before;    /* the words of the sentence before the chip; NULL for none */
} conditions[N_CONDITIONS] = {
  [ROLE] = { "role", N_("Role"), NULL },
  /* Translators: part of a sentence: "Show … who know [Home care]" */
  [THEME] = { "theme", N_("Experience theme"), N_("who know") },
  /* Translators: part of a sentence: "Show … from [Kajaani]" */
  [MUNICIPALITY] = { "municipality", N_("Municipality"), N_("from") },
  /* Translators: part of a sentence: "Show … with [consent in force]" */
  [CONSENT] = { "consent", N_("Consent"), N_("with") },
  /* Translators: part of a sentence: "Show … now [active]" */
  [STATE] = { "state", N_("State"), N_("now") },
};

static const struct
{
  const char *code;
  const char *label;
} consents[] = {
  { "valid", N_("consent in force") },
  { "ending", N_("consent about to end") },
  { "none", N_("no consent in force") },
};

struct _MukanaPeopleSentence
{
  GtkBox         parent_instance;

  MukanaContext *context;
  char          *codes[N_CONDITIONS];   /* NULL: not asked */

  GtkWidget     *sentence;
  GtkWidget     *add;                   /* the chip that adds a condition */
  MukanaValuePopover *popover;          /* over the chip that was pressed */
  Condition      choosing;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaPeopleSentence, mukana_people_sentence, GTK_TYPE_BOX)

static void fill_sentence (MukanaPeopleSentence *self);

static const char *
label_of (MukanaPeopleSentence *self,
          Condition             condition,
          const char           *code)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);

  switch (condition)
    {
    case ROLE: return mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, code);
    case THEME: return mukana_lexicon_label (words, MUKANA_LEXICON_THEME, code);
    case MUNICIPALITY: return mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY, code);
    case STATE: return mukana_code_label (mukana_person_states, code);
    case CONSENT:
      for (guint i = 0; i < G_N_ELEMENTS (consents); i++)
        if (g_strcmp0 (consents[i].code, code) == 0)
          return _(consents[i].label);
      break;
    case N_CONDITIONS:
    default: break;
    }

  return "";
}

static void
set_code (MukanaPeopleSentence *self,
          Condition             condition,
          const char           *code)
{
  g_free (self->codes[condition]);
  self->codes[condition] = g_strdup (code);
  fill_sentence (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Choosing a value. */

static void
value_chosen_cb (MukanaPeopleSentence *self,
                 const char           *code)
{
  set_code (self, self->choosing, code);
}

static void
offer_values (MukanaPeopleSentence *self,
              Condition             condition)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);

  if (condition == ROLE)
    mukana_value_popover_offer_words (self->popover, words, MUKANA_LEXICON_ROLE);
  else if (condition == THEME)
    mukana_value_popover_offer_words (self->popover, words, MUKANA_LEXICON_THEME);
  else if (condition == MUNICIPALITY)
    mukana_value_popover_offer_words (self->popover, words, MUKANA_LEXICON_MUNICIPALITY);
  else
    mukana_value_popover_clear (self->popover);

  for (guint i = 0; condition == STATE && mukana_person_states[i] != NULL; i++)
    mukana_value_popover_add (self->popover, mukana_person_states[i],
                              label_of (self, STATE, mukana_person_states[i]));
  for (guint i = 0; condition == CONSENT && i < G_N_ELEMENTS (consents); i++)
    mukana_value_popover_add (self->popover, consents[i].code, _(consents[i].label));
}

static void
choose (MukanaPeopleSentence *self,
        Condition             condition,
        GtkWidget            *over)
{
  graphene_rect_t bounds;

  self->choosing = condition;
  offer_values (self, condition);
  if (gtk_widget_compute_bounds (over, GTK_WIDGET (self), &bounds))
    {
      GdkRectangle place = { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                             (int) bounds.size.height };

      gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
    }
  mukana_value_popover_open (self->popover);
}

/* The sentence. */

static Condition
condition_of (GtkWidget *chip)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "condition"));
}

static void
chip_activated_cb (MukanaPeopleSentence *self,
                   GtkWidget            *chip)
{
  choose (self, condition_of (chip), chip);
}

static void
chip_removed_cb (MukanaPeopleSentence *self,
                 GtkWidget            *chip)
{
  set_code (self, condition_of (chip), NULL);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
add_words_of_sentence (MukanaPeopleSentence *self,
                       const char           *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->sentence), label);
}

static void
add_chip (MukanaPeopleSentence *self,
          Condition             condition)
{
  GtkWidget *chip = mukana_chip_new (MUKANA_CHIP_VALUE, label_of (self, condition,
                                                                  self->codes[condition]));

  g_object_set_data (G_OBJECT (chip), "condition", GINT_TO_POINTER (condition));
  g_signal_connect_object (chip, "activated", G_CALLBACK (chip_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "removed", G_CALLBACK (chip_removed_cb), self, G_CONNECT_SWAPPED);
  if (conditions[condition].before != NULL)
    add_words_of_sentence (self, _(conditions[condition].before));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->sentence), chip);
}

static GMenuModel *
make_menu (MukanaPeopleSentence *self)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < N_CONDITIONS; i++)
    if (self->codes[i] == NULL)
      {
        g_autofree char *action = g_strdup_printf ("sentence.add('%s')", conditions[i].name);

        g_menu_append (menu, _(conditions[i].title), action);
      }

  return G_MENU_MODEL (menu);
}

static void
fill_sentence (MukanaPeopleSentence *self)
{
  g_autoptr (GMenuModel) menu = make_menu (self);

  mukana_wrap_box_clear (MUKANA_WRAP_BOX (self->sentence));
  /* Translators: the beginning of a sentence of conditions: "Show [everyone]" */
  add_words_of_sentence (self, _("Show"));
  if (self->codes[ROLE] == NULL)
    add_words_of_sentence (self, _("everyone"));

  for (int i = 0; i < N_CONDITIONS; i++)
    if (self->codes[i] != NULL)
      add_chip (self, i);

  self->add = mukana_chip_add_button (_("Add a condition"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), menu);
  gtk_widget_set_visible (self->add, g_menu_model_get_n_items (menu) > 0);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->sentence), self->add);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaPeopleSentence *self = MUKANA_PEOPLE_SENTENCE (widget);

  for (int i = 0; i < N_CONDITIONS; i++)
    if (g_str_equal (conditions[i].name, g_variant_get_string (parameter, NULL)))
      choose (self, i, self->add);
}

static void
mukana_people_sentence_dispose (GObject *object)
{
  MukanaPeopleSentence *self = MUKANA_PEOPLE_SENTENCE (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mukana_people_sentence_parent_class)->dispose (object);
}

static void
mukana_people_sentence_finalize (GObject *object)
{
  for (int i = 0; i < N_CONDITIONS; i++)
    g_free (MUKANA_PEOPLE_SENTENCE (object)->codes[i]);

  G_OBJECT_CLASS (mukana_people_sentence_parent_class)->finalize (object);
}

static void
mukana_people_sentence_class_init (MukanaPeopleSentenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_people_sentence_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_people_sentence_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "sentence.add", "s", add_action);
}

static void
mukana_people_sentence_init (MukanaPeopleSentence *self)
{
  self->sentence = mukana_wrap_box_new (8, 9);
  gtk_widget_set_hexpand (self->sentence, TRUE);
  gtk_box_append (GTK_BOX (self), self->sentence);
  self->popover = MUKANA_VALUE_POPOVER (mukana_value_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "chosen", G_CALLBACK (value_chosen_cb), self);
}

GtkWidget *
mukana_people_sentence_new (MukanaContext *context)
{
  MukanaPeopleSentence *self = g_object_new (MUKANA_TYPE_PEOPLE_SENTENCE, NULL);

  self->context = g_object_ref (context);
  fill_sentence (self);
  return GTK_WIDGET (self);
}

/** mukana_people_sentence_dup_filter: Returns: yours, without needle and order */
MukanaPeopleFilter *
mukana_people_sentence_dup_filter (MukanaPeopleSentence *self)
{
  MukanaPeopleFilter *filter = g_new0 (MukanaPeopleFilter, 1);

  filter->role = g_strdup (self->codes[ROLE]);
  filter->theme = g_strdup (self->codes[THEME]);
  filter->municipality = g_strdup (self->codes[MUNICIPALITY]);
  filter->consent = g_strdup (self->codes[CONSENT]);
  filter->state = g_strdup (self->codes[STATE]);
  return filter;
}

/**
 * mukana_people_sentence_set:
 * @condition: "role", "theme", "municipality", "consent" or "state"
 * @code: (nullable): NULL takes the condition away
 */
void
mukana_people_sentence_set (MukanaPeopleSentence *self,
                            const char           *condition,
                            const char           *code)
{
  for (int i = 0; i < N_CONDITIONS; i++)
    if (g_str_equal (conditions[i].name, condition))
      set_code (self, i, code);
}

void
mukana_people_sentence_clear (MukanaPeopleSentence *self)
{
  for (int i = 0; i < N_CONDITIONS; i++)
    g_clear_pointer (&self->codes[i], g_free);

  fill_sentence (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
mukana_people_sentence_is_empty (MukanaPeopleSentence *self)
{
  for (int i = 0; i < N_CONDITIONS; i++)
    if (self->codes[i] != NULL)
      return FALSE;

  return TRUE;
}

/** mukana_people_sentence_dup_conditions: Returns: yours, "role=expert municipality=205" */
char *
mukana_people_sentence_dup_conditions (MukanaPeopleSentence *self)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < N_CONDITIONS; i++)
    if (self->codes[i] != NULL)
      g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", conditions[i].name,
                              self->codes[i]);

  return g_string_free (text, FALSE);
}

static char *
find_code (char       **pairs,
           const char  *condition)
{
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *equals = strchr (pairs[i], '=');

      if (equals != NULL && equals[1] != '\0' &&
          strncmp (pairs[i], condition, (gsize) (equals - pairs[i])) == 0 &&
          condition[equals - pairs[i]] == '\0')
        return g_strdup (equals + 1);
    }

  return NULL;
}

/**
 * mukana_people_sentence_set_conditions:
 * @text: as mukana_people_sentence_dup_conditions() wrote it
 *
 * Conditions that @text does not name are taken away; names that this program
 * does not know are left out.
 */
void
mukana_people_sentence_set_conditions (MukanaPeopleSentence *self,
                                       const char           *text)
{
  g_auto (GStrv) pairs = g_strsplit (text, " ", -1);

  for (int i = 0; i < N_CONDITIONS; i++)
    {
      g_free (self->codes[i]);
      self->codes[i] = find_code (pairs, conditions[i].name);
    }

  fill_sentence (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
