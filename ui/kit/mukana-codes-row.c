/* mukana-codes-row.c: several of a list for a field that holds codes separated by spaces. */

#include "ui/kit/mukana-codes-row.h"

#include "domain/mukana-codes.h"
#include "domain/mukana-person.h"
#include "ui/kit/mukana-form-link.h"

typedef struct
{
  char           *code;
  char           *label;
  GtkCheckButton *check;
} Choice;

struct _MukanaCodesRow
{
  AdwExpanderRow  parent_instance;

  MukanaFormLink *link;
  GPtrArray      *choices;
};

G_DEFINE_FINAL_TYPE (MukanaCodesRow, mukana_codes_row, ADW_TYPE_EXPANDER_ROW)

static void
mukana_codes_row_finalize (GObject *object)
{
  MukanaCodesRow *self = MUKANA_CODES_ROW (object);

  g_ptr_array_unref (self->choices);

  G_OBJECT_CLASS (mukana_codes_row_parent_class)->finalize (object);
}

static void
mukana_codes_row_class_init (MukanaCodesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_codes_row_finalize;
  mukana_form_link_install (G_OBJECT_CLASS (klass));
}

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->code);
  g_free (choice->label);
  g_free (choice);
}

static void
show_field (GtkWidget *row)
{
  MukanaCodesRow *self = MUKANA_CODES_ROW (row);
  const char *list = mukana_form_link_peek_text (self->link);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);
      gboolean is_held = mukana_codes_hold (list, choice->code);

      gtk_check_button_set_active (choice->check, is_held);
      if (is_held)
        g_string_append_printf (shown, "%s%s", shown->len > 0 ? ", " : "", choice->label);
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), shown->str);
}

static void
toggled_cb (MukanaCodesRow *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (mukana_form_link_is_showing (self->link))
    return;

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (gtk_check_button_get_active (choice->check))
        g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", choice->code);
    }
  mukana_form_link_put_text (self->link, list->str);
}

static void
mukana_codes_row_init (MukanaCodesRow *self)
{
  self->choices = g_ptr_array_new_with_free_func (free_choice);
  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
}

GtkWidget *
mukana_codes_row_new (const char *title,
                      const char *field,
                      MukanaForm *form)
{
  return g_object_new (MUKANA_TYPE_CODES_ROW, "title", title, "field", field, "form", form, NULL);
}

/** mukana_codes_row_add: @label: translated */
void
mukana_codes_row_add (MukanaCodesRow *self,
                      const char     *code,
                      const char     *label)
{
  GtkWidget *row = adw_action_row_new ();
  Choice *choice = g_new0 (Choice, 1);

  choice->code = g_strdup (code);
  choice->label = g_strdup (label);
  choice->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_check_button_set_active (choice->check,
                               mukana_codes_hold (mukana_form_link_peek_text (self->link), code));
  gtk_widget_set_valign (GTK_WIDGET (choice->check), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (choice->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (choice->check));
  g_signal_connect_swapped (choice->check, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->choices, choice);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/** mukana_codes_row_add_codes: @codes: a vocabulary of mukana-codes.h, with its own labels */
void
mukana_codes_row_add_codes (MukanaCodesRow     *self,
                            const char * const *codes)
{
  for (guint i = 0; codes[i] != NULL; i++)
    mukana_codes_row_add (self, codes[i], mukana_code_label (codes, codes[i]));
  if (mukana_form_link_get_form (self->link) != NULL)
    mukana_form_link_set_field (self->link, mukana_form_link_peek_field (self->link));
}
