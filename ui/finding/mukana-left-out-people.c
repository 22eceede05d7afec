/* mukana-left-out-people.c: who is not proposed for one reason, with all their reasons.
 *
 * Each with every reason, and under them the smallest change that would help.
 * Those who may not be read are counted, never named.
 */

#include "ui/finding/mukana-left-out.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/finding/mukana-ask-dialog.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-status.h"

#define MOST_PEOPLE 200

typedef struct
{
  MukanaPage   *page;       /* borrowed: the window is modal over it */
  gint64        request_id;
  GCancellable *reading;    /* stopped by closing the window */
  MukanaMatchGroupAnswer *answer;   /* NULL until it is read */
  GtkStack     *stack;
  GtkWidget    *card;
  GtkWidget    *note;
} People;

static void
free_people (gpointer data)
{
  People *self = data;

  g_object_unref (self->reading);
  g_clear_pointer (&self->answer, mukana_match_group_answer_free);
  g_free (self);
}

static void
closed_cb (GtkWidget *window,
           People    *self)
{
  g_cancellable_cancel (self->reading);
}

static GtkWidget *
make_change (const char *change)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("mukana-hint-symbolic");

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  return mukana_layout_style (mukana_layout_row (6, image, mukana_layout_wrapped (change, NULL),
                                                 NULL), "change");
}

/* The list gives way to the question about one of them. */
static void
ask_cb (GtkWidget *button)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (button));
  People *self = g_object_get_data (G_OBJECT (window), "people");
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place"));
  GtkWidget *dialog = mukana_ask_dialog_new (self->page, self->request_id,
                                             g_ptr_array_index (self->answer->people, place));

  gtk_window_destroy (window);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
make_ask (const MukanaMatchOut *out,
          guint                 place)
{
  GtkWidget *button = mukana_layout_middle (mukana_layout_button (_("_Ask…"), NULL, NULL));

  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (place));
  g_signal_connect (button, "clicked", G_CALLBACK (ask_cb), NULL);
  mukana_layout_spoken (button, _("Ask"), out->name);
  gtk_widget_set_visible (button, mukana_ask_dialog_may (out));
  return button;
}

static GtkWidget *
make_person (const MukanaMatchOut *out,
             guint                 place)
{
  GtkWidget *column = mukana_layout_column (0, mukana_layout_text (out->name, "row-title"), NULL);

  for (guint i = 0; i < out->why->len; i++)
    gtk_box_append (GTK_BOX (column),
                    mukana_layout_wrapped (g_ptr_array_index (out->why, i), "second-line"));
  if (out->remedy.n_changes > 0)
    gtk_box_append (GTK_BOX (column), make_change (out->change));
  else if (out->change != NULL)
    gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (out->change, "second-line"));
  return mukana_layout_row (12, mukana_layout_expand (column), make_ask (out, place),
                            gtk_image_new_from_icon_name ("go-next-symbolic"), NULL);
}

/* Read out: who it is, and then everything that is said of them. */
static void
name_row (GtkWidget            *row,
          const MukanaMatchOut *out)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < out->why->len; i++)
    g_string_append_printf (said, "%s. ", (const char *) g_ptr_array_index (out->why, i));
  if (out->change != NULL)
    g_string_append_printf (said, "%s.", out->change);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, out->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said->str, -1);
}

/* Who is not shown: those over the limit, and those who may not be named. */
static char *
say_rest (const MukanaMatchGroupAnswer *answer)
{
  g_autofree char *more = NULL, *hidden = NULL, *unguarded = NULL;
  const char *lines[4] = { NULL };
  guint n_lines = 0;

  if (answer->n_more > 0)
    more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more is not shown here",
                                         "%u more are not shown here", answer->n_more),
                            answer->n_more);
  if (answer->n_hidden > 0)
    hidden = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u person whose consent does not let their name be shown here",
                   "%u people whose consent does not let their names be shown here",
                   answer->n_hidden), answer->n_hidden);

  if (answer->n_unguarded > 0)
    unguarded = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of them waits for a guardian’s consent",
                   "%u of them wait for a guardian’s consent", answer->n_unguarded),
      answer->n_unguarded);

  if (more != NULL)
    lines[n_lines++] = more;
  if (hidden != NULL)
    lines[n_lines++] = hidden;
  if (unguarded != NULL)
    lines[n_lines] = unguarded;
  return g_strjoinv ("\n", (char **) lines);
}

static void
show_people (People                       *self,
             const MukanaMatchGroupAnswer *answer)
{
  g_autofree char *rest = say_rest (answer);

  for (guint i = 0; i < answer->people->len; i++)
    {
      const MukanaMatchOut *out = g_ptr_array_index (answer->people, i);
      GtkWidget *row = mukana_layout_card_add (self->card, make_person (out, i));

      name_row (row, out);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "person",
                              g_memdup2 (&out->person_id, sizeof out->person_id), g_free);
    }

  gtk_label_set_label (GTK_LABEL (self->note), rest);
  gtk_widget_set_visible (self->note, *rest != '\0');
  gtk_widget_set_visible (self->card, answer->people->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "people");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  People *self = g_object_get_data (G_OBJECT (window), "people");
  g_autoptr (GError) error = NULL;

  self->answer = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (self->answer != NULL)
    show_people (self, self->answer);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mukana_page_fail (self->page, error);
}

static void
activated_cb (GtkWindow     *window,
              GtkListBoxRow *row)
{
  People *self = g_object_get_data (G_OBJECT (window), "people");
  MukanaPage *page = self->page;
  gint64 person_id = *(gint64 *) g_object_get_data (G_OBJECT (row), "person");

  gtk_window_destroy (window);
  mukana_page_show (page, "person", person_id);
}

/**
 * mukana_left_out_people_new:
 * @chosen: (transfer full): gint64 ids of the group so far
 * @title: (nullable): the reason in words
 *
 * Returns: (transfer none): a window over the page, not shown yet
 */
GtkWidget *
mukana_left_out_people_new (MukanaPage    *page,
                            MukanaMatcher *matcher,
                            gint64         request_id,
                            GArray        *chosen,
                            MukanaReason   reason,
                            const char    *title)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *status = mukana_status_new ();
  People *self = g_new0 (People, 1);
  MukanaMatchGroupQuestion *question =
    mukana_match_group_question_new (matcher, request_id, reason, MOST_PEOPLE);

  question->chosen = chosen;
  self->page = page;
  self->request_id = request_id;
  self->reading = g_cancellable_new ();
  self->card = mukana_layout_card ();
  self->note = mukana_layout_wrapped ("", "second-line");
  self->stack = GTK_STACK (gtk_stack_new ());
  mukana_status_set_loading (MUKANA_STATUS (status), _("Looking for people"));
  gtk_stack_add_named (self->stack, status, "loading");
  gtk_stack_add_named (self->stack, mukana_layout_page (mukana_layout_margins (
                         mukana_layout_column (12, self->card, self->note, NULL), 12)), "people");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  g_signal_connect_swapped (self->card, "row-activated", G_CALLBACK (activated_cb), window);

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 560);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  adw_window_set_content (ADW_WINDOW (window),
                          mukana_layout_column (0, header, GTK_WIDGET (self->stack), NULL));
  g_object_set_data_full (G_OBJECT (window), "people", self, free_people);
  g_signal_connect (window, "destroy", G_CALLBACK (closed_cb), self);
  mukana_layout_close_on_escape (GTK_WINDOW (window));

  mukana_store_run_async (mukana_page_get_store (page), &mukana_matching_group_job, question,
                          (GDestroyNotify) mukana_match_group_question_free, self->reading,
                          read_cb, g_object_ref (window));
  return window;
}
