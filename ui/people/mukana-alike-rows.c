/* mukana-alike-rows.c: who may be in the register already, told while somebody new is typed.
 *
 * Nothing is refused: the rows come and go under what is typed, and one opens whom it names.
 * Asked a moment after the last key, in a thread; an answer to what has changed since is let go.
 */

#include "ui/people/mukana-alike-rows.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-recognising.h"
#include "ui/kit/mukana-layout.h"

#define REST_MS 350

typedef struct
{
  MukanaPage         *page;         /* weak */
  MukanaRecordDialog *dialog;       /* has us */
  GtkWidget          *rows;         /* hidden while there are none */
  GCancellable       *cancellable;  /* of the question that is out; NULL: none */
  guint               rest_id;
  char               *asked;        /* what was asked last */
} Watch;

static void
free_watch (gpointer data)
{
  Watch *self = data;

  g_clear_weak_pointer (&self->page);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_free (self->asked);
  g_free (self);
}

static void
open_cb (GtkButton *button,
         gpointer   data)
{
  Watch *self = data;
  gint64 *id = g_object_get_data (G_OBJECT (button), "person-id");

  if (self->page != NULL)
    mukana_page_show (self->page, "person", *id);
  gtk_window_close (GTK_WINDOW (self->dialog));
}

/* Why, in the words of the page of duplicates. */
static char *
dup_why (const MukanaAlikePerson *person)
{
  g_autofree const char **sentences = mukana_likeness_sentences (person->reasons);
  g_autoptr (GString) why = g_string_new (NULL);

  if (person->birth_year > 0)
    g_string_append_printf (why, _("Born %d"), person->birth_year);
  for (guint i = 0; sentences[i] != NULL; i++)
    g_string_append_printf (why, "%s%s", why->len > 0 ? ". " : "", _(sentences[i]));
  return g_string_free (g_steal_pointer (&why), FALSE);
}

static GtkWidget *
make_row (Watch                   *self,
          const MukanaAlikePerson *person)
{
  g_autofree char *words = g_strdup_printf (_("Maybe already in the register: %s"), person->name);
  g_autofree char *why = dup_why (person);
  GtkWidget *open = mukana_layout_button (C_("deed", "Open"), "flat", NULL);
  GtkWidget *line = mukana_layout_row (
    12, gtk_image_new_from_icon_name ("mukana-alert-symbolic"),
    mukana_layout_expand (mukana_layout_column (2, mukana_layout_wrapped (words, "row-title"),
                                                mukana_layout_wrapped (why, "second-line"), NULL)),
    mukana_layout_middle (open), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  g_object_set_data_full (G_OBJECT (open), "person-id",
                          g_memdup2 (&person->person_id, sizeof person->person_id), g_free);
  g_signal_connect (open, "clicked", G_CALLBACK (open_cb), self);
  return line;
}

static const char *
peek_erased (MukanaErasedKind erased)
{
  if (erased == MUKANA_ERASED_SURELY)
    return _("The data of this person were erased before. Add them again only if they ask for it "
             "themselves.");

  return _("The data of somebody of this name were erased before. Ask whether it is the same "
           "person.");
}

static void
show_alike (Watch             *self,
            const MukanaAlike *alike)
{
  mukana_layout_empty (self->rows);
  if (alike->erased != MUKANA_ERASED_NOT)
    gtk_box_append (GTK_BOX (self->rows),
                    mukana_layout_row (12, gtk_image_new_from_icon_name ("mukana-alert-symbolic"),
                                       mukana_layout_expand (
                                         mukana_layout_wrapped (peek_erased (alike->erased), NULL)),
                                       NULL));
  for (guint i = 0; i < alike->people->len; i++)
    gtk_box_append (GTK_BOX (self->rows), make_row (self, g_ptr_array_index (alike->people, i)));
  gtk_widget_set_visible (self->rows, gtk_widget_get_first_child (self->rows) != NULL);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaRecordDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAlike) alike = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                           &error);
  Watch *self = g_object_get_data (G_OBJECT (dialog), "alike");

  /* A question that failed warns of nobody; adding says what is wrong with the store. */
  if (alike != NULL && !gtk_widget_in_destruction (GTK_WIDGET (dialog)))
    show_alike (self, alike);
}

static gboolean
ask_cb (gpointer data)
{
  Watch *self = data;
  MukanaPerson *draft = mukana_form_get_draft (mukana_record_dialog_get_form (self->dialog));

  self->rest_id = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->page == NULL)
    return G_SOURCE_REMOVE;

  self->cancellable = g_cancellable_new ();
  mukana_store_run_async (mukana_page_get_store (self->page), &mukana_recognising_job,
                          g_object_ref (draft), g_object_unref, self->cancellable, found_cb,
                          g_object_ref (self->dialog));
  return G_SOURCE_REMOVE;
}

/* Only what tells people apart is asked about. */
static void
changed_cb (Watch *self)
{
  MukanaPerson *draft = mukana_form_get_draft (mukana_record_dialog_get_form (self->dialog));
  g_autofree char *now = g_strdup_printf ("%s\n%s\n%s\n%s\n%d",
                                          draft->given_name ? draft->given_name : "",
                                          draft->family_name ? draft->family_name : "",
                                          draft->email ? draft->email : "",
                                          draft->phone ? draft->phone : "",
                                          (int) draft->birth_year);

  if (g_strcmp0 (now, self->asked) == 0)
    return;

  g_free (self->asked);
  self->asked = g_steal_pointer (&now);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, ask_cb, self);
}

static void
form_changed_cb (MukanaForm         *form,
                 MukanaRecordDialog *dialog)
{
  changed_cb (g_object_get_data (G_OBJECT (dialog), "alike"));
}

/** mukana_alike_rows_add: at the place that the dialog has come to, hidden until there are some */
void
mukana_alike_rows_add (MukanaRecordDialog *dialog,
                       MukanaPage         *page)
{
  Watch *self = g_new0 (Watch, 1);

  self->dialog = dialog;
  g_set_weak_pointer (&self->page, page);
  self->rows = mukana_layout_style (mukana_layout_column (6, NULL, NULL), "notice");
  gtk_widget_set_margin_top (self->rows, 12);
  gtk_widget_set_visible (self->rows, FALSE);
  mukana_record_dialog_add (dialog, self->rows);
  g_object_set_data_full (G_OBJECT (dialog), "alike", self, free_watch);
  g_signal_connect_object (mukana_record_dialog_get_form (dialog), "changed",
                           G_CALLBACK (form_changed_cb), dialog, 0);
}
