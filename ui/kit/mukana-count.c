/* mukana-count.c: a small neutral number that means work or size, never alarm. */

#include "ui/kit/mukana-count.h"

/** mukana_count_new: Returns: a label; see mukana_count_set() */
GtkWidget *
mukana_count_new (guint count)
{
  GtkWidget *self = gtk_label_new (NULL);

  gtk_widget_add_css_class (self, "mukana-count");
  gtk_widget_add_css_class (self, "numeric");
  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self, GTK_ALIGN_START);
  mukana_count_set (self, count);
  return self;
}

/** mukana_count_set: @count: shown with the thousands apart; nothing to do shows nothing */
void
mukana_count_set (GtkWidget *count_label,
                  guint      count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_LABEL (count_label));

  /* A thin no-break space parts the thousands in all three languages. */
  text = count >= 1000 ? g_strdup_printf ("%u\u202f%03u", count / 1000, count % 1000)
                       : g_strdup_printf ("%u", count);
  gtk_label_set_label (GTK_LABEL (count_label), text);
  gtk_widget_set_visible (count_label, count > 0);
}
