/* mukana-choice-row.c: one of a list for a field of a form. */

#include "ui/kit/mukana-choice-row.h"

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-form-link.h"
#include "ui/kit/mukana-whole-choices.h"

/* Letters of a choice that stand beside a title of usual length in a usual window. */
#define LONGEST_BESIDE 24

struct _MukanaChoiceRow
{
  AdwComboRow     parent_instance;

  MukanaFormLink *link;
  GtkStringList  *labels;
  GPtrArray      *codes;   /* of each label; NULL for none */
};

G_DEFINE_FINAL_TYPE (MukanaChoiceRow, mukana_choice_row, ADW_TYPE_COMBO_ROW)

static void
mukana_choice_row_finalize (GObject *object)
{
  MukanaChoiceRow *self = MUKANA_CHOICE_ROW (object);

  g_ptr_array_unref (self->codes);
  g_object_unref (self->labels);

  G_OBJECT_CLASS (mukana_choice_row_parent_class)->finalize (object);
}

static void
mukana_choice_row_class_init (MukanaChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_choice_row_finalize;
  mukana_form_link_install (G_OBJECT_CLASS (klass));
}

static void
show_field (GtkWidget *row)
{
  MukanaChoiceRow *self = MUKANA_CHOICE_ROW (row);
  const char *code = mukana_form_link_peek_text (self->link);
  guint place = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->codes->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->codes, i), code) == 0)
      place = i;

  /* The choice may still be to come: rows get theirs one by one.  To select nothing
   * meanwhile is not possible either: GTK 4.8 goes down on it once the row is shown. */
  if (place != GTK_INVALID_LIST_POSITION &&
      adw_combo_row_get_selected (ADW_COMBO_ROW (self)) != place)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self), place);
}

static void
selected_cb (MukanaChoiceRow *self)
{
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (place < self->codes->len)
    mukana_form_link_put_text (self->link, g_ptr_array_index (self->codes, place));
}

static void
mukana_choice_row_init (MukanaChoiceRow *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->labels = gtk_string_list_new (NULL);
  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  mukana_whole_choices_show (GTK_WIDGET (self));
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/** mukana_choice_row_new: Returns: (transfer floating): without choices yet */
GtkWidget *
mukana_choice_row_new (const char *title,
                       const char *field,
                       MukanaForm *form)
{
  return g_object_new (MUKANA_TYPE_CHOICE_ROW, "title", title, "field", field, "form", form, NULL);
}

/* The first item that is added would be taken for a choice, so the form is let
 * go meanwhile and shows its own afterwards. */
static void
add_quietly (MukanaChoiceRow *self,
             const char      *code,
             const char      *label)
{
  /* Beside the title a sentence would be cut off; below it there is room. */
  if (g_utf8_strlen (label, -1) > LONGEST_BESIDE)
    adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self), TRUE);

  g_ptr_array_add (self->codes, g_strdup (code));
  gtk_string_list_append (self->labels, label);
}

/** mukana_choice_row_add: @code: (nullable): what is stored; @label: translated */
void
mukana_choice_row_add (MukanaChoiceRow *self,
                       const char      *code,
                       const char      *label)
{
  g_autoptr (MukanaForm) form = NULL;

  g_set_object (&form, mukana_form_link_get_form (self->link));
  mukana_form_link_set_form (self->link, NULL);
  add_quietly (self, code, label);
  mukana_form_link_set_form (self->link, form);
}

/**
 * mukana_choice_row_keep_first:
 *
 * Takes the other choices away, to add others, while the first is chosen: GTK 4.8 goes down when
 * a row that is shown has none.
 */
void
mukana_choice_row_keep_first (MukanaChoiceRow *self)
{
  g_autoptr (MukanaForm) form = NULL;

  if (self->codes->len < 2)
    return;

  g_set_object (&form, mukana_form_link_get_form (self->link));
  mukana_form_link_set_form (self->link, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), 0);
  gtk_string_list_splice (self->labels, 1, self->codes->len - 1, NULL);
  g_ptr_array_set_size (self->codes, 1);
  mukana_form_link_set_form (self->link, form);
}

/** mukana_choice_row_add_codes: @codes: a vocabulary of mukana-codes.h, with its own labels */
void
mukana_choice_row_add_codes (MukanaChoiceRow    *self,
                             const char * const *codes)
{
  for (guint i = 0; codes[i] != NULL; i++)
    mukana_choice_row_add (self, codes[i], mukana_code_label (codes, codes[i]));
}
