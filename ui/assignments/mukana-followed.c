/* mukana-followed.c: what is being typed survives what happens in the register meanwhile.
 *
 * A row that still shows what was put into it follows the record; one that shows anything
 * else is being typed into, and is left alone until its words were recorded.
 */

#include "ui/assignments/mukana-followed.h"

#define SHOWN "followed-shown"

/** mukana_followed_text: shows @text in an entry row, unless something else is being typed */
void
mukana_followed_text (GtkWidget  *row,
                      const char *text)
{
  const char *shown = g_object_get_data (G_OBJECT (row), SHOWN);
  GtkEditable *editable = GTK_EDITABLE (row);

  if ((shown == NULL || g_str_equal (shown, gtk_editable_get_text (editable))) &&
      !g_str_equal (text, gtk_editable_get_text (editable)))
    gtk_editable_set_text (editable, text);
  g_object_set_data_full (G_OBJECT (row), SHOWN, g_strdup (text), g_free);
}

/** mukana_followed_choice: selects @choice, unless another was chosen */
void
mukana_followed_choice (AdwComboRow *row,
                        guint        choice)
{
  guint shown = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), SHOWN));

  /* One more than the choice, so that nothing shown yet is 0. */
  if (shown == 0 || shown - 1 == adw_combo_row_get_selected (row))
    adw_combo_row_set_selected (row, choice);
  g_object_set_data (G_OBJECT (row), SHOWN, GUINT_TO_POINTER (choice + 1));
}

/** mukana_followed_forget: lets the row follow again, whatever was typed */
void
mukana_followed_forget (GtkWidget *row)
{
  g_object_set_data (G_OBJECT (row), SHOWN, NULL);
}
