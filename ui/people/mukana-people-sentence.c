/* mukana-people-sentence.c: "Show [expert by experience] from [Kajaani]".
 *
 * Each condition is a chip in the sentence; pressing its words offers other
 * values, its cross takes it away.  Steps follow: who is added, left out, or
 * left alone.  What comes of it is the list's affair.
 */

#include "ui/people/mukana-people-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "services/mukana-search-words.h"
#include "ui/kit/mukana-chip.h"
#include "ui/kit/mukana-wrap-box.h"
#include "ui/kit/mukana-value-popover.h"
#include "ui/people/mukana-free-popover.h"

#define FIRST (-1)   /* no step, but the beginning of the sentence */

struct _MukanaPeopleSentence
{
  GtkBox         parent_instance;

  MukanaContext *context;
  char          *codes[MUKANA_N_SEARCH_CONDITIONS];   /* NULL: not asked */
  GPtrArray     *steps;                 /* MukanaPeopleStep: what follows them */

  GtkWidget     *sentence;
  GtkWidget     *add;                   /* the chip that adds a condition */
  MukanaValuePopover *popover;          /* over the chip that was pressed */
  MukanaFreePopover *free_popover;      /* the same, for a time */
  MukanaSearchCondition choosing;
  int            step;                  /* which is being chosen; FIRST: one of the codes */
  MukanaPeopleStepKind kind;            /* of a step that is not there yet */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaPeopleSentence, mukana_people_sentence, GTK_TYPE_BOX)

static void fill_sentence (MukanaPeopleSentence *self);

static char *
label_of (MukanaPeopleSentence  *self,
          MukanaSearchCondition  condition,
          const char            *code)
{
  return mukana_search_dup_label (mukana_context_peek_vocabulary (self->context), condition, code);
}

static void
tell_changed (MukanaPeopleSentence *self)
{
  fill_sentence (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_code (MukanaPeopleSentence  *self,
          MukanaSearchCondition  condition,
          const char            *code)
{
  g_free (self->codes[condition]);
  self->codes[condition] = g_strdup (code);
  tell_changed (self);
}

static void
append_word (GString    *text,
             const char *word)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
}

/* The steps with one of them changed, added at the end, or left away where @code is NULL. */
static void
set_step (MukanaPeopleSentence *self,
          guint                 index,
          const char           *code)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MAX (self->steps->len, index + 1); i++)
    {
      const MukanaPeopleStep *step = i < self->steps->len ? g_ptr_array_index (self->steps, i)
                                                          : NULL;
      g_autofree char *word =
        i != index ? mukana_people_step_format (step->kind, step->condition, step->code)
        : code != NULL ? mukana_people_step_format (step != NULL ? step->kind : self->kind,
                                                    mukana_search_name (self->choosing), code)
        : NULL;

      if (word != NULL)
        append_word (text, word);
    }

  g_ptr_array_unref (self->steps);
  self->steps = mukana_people_steps_parse (text->str);
  tell_changed (self);
}

/* Choosing a value. */

static void
value_chosen_cb (MukanaPeopleSentence *self,
                 const char           *code)
{
  if (self->step == FIRST)
    set_code (self, self->choosing, code);
  else
    set_step (self, (guint) self->step, code);
}

static void
offer_values (MukanaPeopleSentence  *self,
              MukanaSearchCondition  condition)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);
  MukanaLexiconList list;
  const char * const *codes = mukana_search_codes (condition, &list);

  if (codes == NULL)
    {
      mukana_value_popover_offer_words (self->popover, words, list, TRUE);
      return;
    }

  mukana_value_popover_clear (self->popover);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *label = label_of (self, condition, codes[i]);

      mukana_value_popover_add (self->popover, codes[i], label);
    }
}

/* What is asked now where one is chosen; NULL: nothing yet. */
static const char *
chosen_code (MukanaPeopleSentence *self)
{
  if (self->step == FIRST)
    return self->codes[self->choosing];

  return (guint) self->step < self->steps->len
         ? ((MukanaPeopleStep *) g_ptr_array_index (self->steps, self->step))->code : NULL;
}

static void
point_to (MukanaPeopleSentence *self,
          GtkPopover           *popover,
          GtkWidget            *over)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (over, GTK_WIDGET (self), &bounds))
    {
      GdkRectangle place = { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                             (int) bounds.size.height };

      gtk_popover_set_pointing_to (popover, &place);
    }
}

static void
choose (MukanaPeopleSentence  *self,
        MukanaSearchCondition  condition,
        int                    step,
        GtkWidget             *over)
{
  self->choosing = condition;
  self->step = step;
  if (condition == MUKANA_SEARCH_FREE)
    {
      point_to (self, GTK_POPOVER (self->free_popover), over);
      mukana_free_popover_open (self->free_popover, chosen_code (self),
                                mukana_context_today (self->context));
      return;
    }

  offer_values (self, condition);
  point_to (self, GTK_POPOVER (self->popover), over);
  mukana_value_popover_open (self->popover);
}

/* The sentence. */

static MukanaSearchCondition
condition_of (GtkWidget *chip)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "condition"));
}

static int
step_of (GtkWidget *chip)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "step"));
}

static void
chip_activated_cb (MukanaPeopleSentence *self,
                   GtkWidget            *chip)
{
  choose (self, condition_of (chip), step_of (chip), chip);
}

static void
chip_removed_cb (MukanaPeopleSentence *self,
                 GtkWidget            *chip)
{
  if (step_of (chip) == FIRST)
    set_code (self, condition_of (chip), NULL);
  else
    set_step (self, (guint) step_of (chip), NULL);
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
add_chip (MukanaPeopleSentence  *self,
          MukanaSearchCondition  condition,
          int                    step,
          const char            *code)
{
  g_autofree char *label = label_of (self, condition, code);
  GtkWidget *chip = mukana_chip_new (MUKANA_CHIP_VALUE, label);
  const char *before = mukana_search_before (condition);

  g_object_set_data (G_OBJECT (chip), "condition", GINT_TO_POINTER (condition));
  g_object_set_data (G_OBJECT (chip), "step", GINT_TO_POINTER (step));
  g_signal_connect_object (chip, "activated", G_CALLBACK (chip_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "removed", G_CALLBACK (chip_removed_cb), self, G_CONNECT_SWAPPED);
  if (before != NULL)
    add_words_of_sentence (self, before);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->sentence), chip);
}

static void
add_steps (MukanaPeopleSentence *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const MukanaPeopleStep *step = g_ptr_array_index (self->steps, i);
      int condition = mukana_search_find (step->condition);

      add_words_of_sentence (self, mukana_search_step (step->kind));
      if (condition >= 0)
        add_chip (self, condition, (int) i, step->code);
    }
}

static GMenuModel *
make_step_menu (MukanaPeopleStepKind kind)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < MUKANA_N_SEARCH_CONDITIONS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (mukana_search_title (i), NULL);

      g_menu_item_set_action_and_target (item, "sentence.step", "(is)", kind,
                                         mukana_search_name (i));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

/* Conditions of the beginning that are not asked yet; and how the sentence may go on. */
static GMenuModel *
make_menu (MukanaPeopleSentence *self)
{
  static const char * const kinds[MUKANA_N_STEP_KINDS] = {
    N_("_Add Others"), N_("_Leave Out"), N_("_Only Those"),
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) steps = g_menu_new ();

  for (int i = 0; i < MUKANA_N_SEARCH_CONDITIONS; i++)
    if (self->codes[i] == NULL)
      {
        g_autofree char *action = g_strdup_printf ("sentence.add('%s')", mukana_search_name (i));

        g_menu_append (first, mukana_search_title (i), action);
      }
  for (int kind = 0; kind < MUKANA_N_STEP_KINDS; kind++)
    {
      g_autoptr (GMenuModel) conditions = make_step_menu (kind);

      g_menu_append_submenu (steps, _(kinds[kind]), conditions);
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  return G_MENU_MODEL (menu);
}

static void
fill_sentence (MukanaPeopleSentence *self)
{
  g_autoptr (GMenuModel) menu = make_menu (self);

  mukana_wrap_box_clear (MUKANA_WRAP_BOX (self->sentence));
  /* Translators: the beginning of a sentence of conditions: "Show [everyone]" */
  add_words_of_sentence (self, _("Show"));
  if (self->codes[MUKANA_SEARCH_ROLE] == NULL)
    add_words_of_sentence (self, _("everyone"));

  for (int i = 0; i < MUKANA_N_SEARCH_CONDITIONS; i++)
    if (self->codes[i] != NULL)
      add_chip (self, i, FIRST, self->codes[i]);
  add_steps (self);

  self->add = mukana_chip_add_button (_("Add a condition"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), menu);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->sentence), self->add);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaPeopleSentence *self = MUKANA_PEOPLE_SENTENCE (widget);
  int condition = mukana_search_find (g_variant_get_string (parameter, NULL));

  if (condition >= 0)
    choose (self, condition, FIRST, self->add);
}

/* (kind, condition): goes on with a step. */
static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaPeopleSentence *self = MUKANA_PEOPLE_SENTENCE (widget);
  const char *title;
  int kind, condition;

  g_variant_get (parameter, "(i&s)", &kind, &title);
  condition = mukana_search_find (title);
  if (condition < 0 || kind < 0 || kind >= MUKANA_N_STEP_KINDS)
    return;

  self->kind = kind;
  choose (self, condition, (int) self->steps->len, self->add);
}

static void
mukana_people_sentence_dispose (GObject *object)
{
  MukanaPeopleSentence *self = MUKANA_PEOPLE_SENTENCE (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  if (self->free_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->free_popover));
  self->free_popover = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mukana_people_sentence_parent_class)->dispose (object);
}

static void
mukana_people_sentence_finalize (GObject *object)
{
  for (int i = 0; i < MUKANA_N_SEARCH_CONDITIONS; i++)
    g_free (MUKANA_PEOPLE_SENTENCE (object)->codes[i]);
  g_ptr_array_unref (MUKANA_PEOPLE_SENTENCE (object)->steps);

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
  gtk_widget_class_install_action (widget_class, "sentence.step", "(is)", step_action);
}

static void
mukana_people_sentence_init (MukanaPeopleSentence *self)
{
  self->steps = mukana_people_steps_parse (NULL);
  self->sentence = mukana_wrap_box_new (8, 9);
  gtk_widget_set_hexpand (self->sentence, TRUE);
  gtk_box_append (GTK_BOX (self), self->sentence);
  self->popover = MUKANA_VALUE_POPOVER (mukana_value_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "chosen", G_CALLBACK (value_chosen_cb), self);
  self->free_popover = MUKANA_FREE_POPOVER (mukana_free_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->free_popover), GTK_WIDGET (self));
  g_signal_connect_swapped (self->free_popover, "chosen", G_CALLBACK (value_chosen_cb), self);
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
  g_autofree char *conditions = mukana_people_sentence_dup_conditions (self);

  return mukana_people_filter_parse (conditions);
}

/**
 * mukana_people_sentence_set:
 * @condition: of those that the sentence begins with: "role", "theme" …
 * @code: (nullable): NULL takes the condition away
 */
void
mukana_people_sentence_set (MukanaPeopleSentence *self,
                            const char           *condition,
                            const char           *code)
{
  int found = mukana_search_find (condition);

  if (found >= 0)
    set_code (self, found, code);
}

void
mukana_people_sentence_clear (MukanaPeopleSentence *self)
{
  for (int i = 0; i < MUKANA_N_SEARCH_CONDITIONS; i++)
    g_clear_pointer (&self->codes[i], g_free);

  g_ptr_array_set_size (self->steps, 0);
  tell_changed (self);
}

gboolean
mukana_people_sentence_is_empty (MukanaPeopleSentence *self)
{
  for (int i = 0; i < MUKANA_N_SEARCH_CONDITIONS; i++)
    if (self->codes[i] != NULL)
      return FALSE;

  return self->steps->len == 0;
}

/** mukana_people_sentence_dup_conditions: Returns: yours, "role=expert county=18 -asked=3" */
char *
mukana_people_sentence_dup_conditions (MukanaPeopleSentence *self)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < MUKANA_N_SEARCH_CONDITIONS; i++)
    {
      g_autofree char *word = self->codes[i] != NULL
                              ? g_strconcat (mukana_search_name (i), "=", self->codes[i], NULL)
                              : NULL;

      if (word != NULL)
        append_word (text, word);
    }
  for (guint i = 0; i < self->steps->len; i++)
    {
      const MukanaPeopleStep *step = g_ptr_array_index (self->steps, i);
      g_autofree char *word = mukana_people_step_format (step->kind, step->condition, step->code);

      append_word (text, word);
    }

  return g_string_free (text, FALSE);
}

static char *
find_code (char       **pairs,
           const char  *condition)
{
  g_autofree char *begin = g_strconcat (condition, "=", NULL);

  for (guint i = 0; pairs[i] != NULL; i++)
    if (g_str_has_prefix (pairs[i], begin) && pairs[i][strlen (begin)] != '\0')
      return g_strdup (pairs[i] + strlen (begin));

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

  for (int i = 0; i < MUKANA_N_SEARCH_CONDITIONS; i++)
    {
      g_free (self->codes[i]);
      self->codes[i] = find_code (pairs, mukana_search_name (i));
    }

  g_ptr_array_unref (self->steps);
  self->steps = mukana_people_steps_parse (text);
  tell_changed (self);
}
