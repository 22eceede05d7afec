/* mukana-tall-question.c: a question whose content may be taller than the window.
 *
 * A message dialog is as tall as what is in it, also where that is more than the window or the
 * screen: then its buttons lie below the edge, and nobody can answer.  So the content scrolls, and
 * gets the height that heading, words and buttons leave of the window.
 */

#include "ui/kit/mukana-tall-question.h"

#include "ui/kit/mukana-layout.h"

#define SHORTEST_PX 100
#define EDGE_PX 36      /* of the window, that stays in sight around the question */

static int
measure_height (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* When all of it is there, and before it is seen. */
static void
fit_cb (GtkWidget *question,
        GtkWidget *scrolled)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (question));
  int room = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;
  int rest;

  if (room <= 0)
    return;

  rest = measure_height (question) - measure_height (scrolled);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled),
                                              MAX (room - rest - EDGE_PX, SHORTEST_PX));
}

/**
 * mukana_tall_question_set_content:
 * @content: (transfer floating): stands between the words and the buttons, and scrolls when it
 *   must
 */
void
mukana_tall_question_set_content (AdwMessageDialog *question,
                                  GtkWidget        *content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 mukana_layout_margins (content, 3));
  adw_message_dialog_set_extra_child (question, scrolled);
  g_signal_connect_object (question, "realize", G_CALLBACK (fit_cb), scrolled, 0);
}
