/* mukana-person-choice.c: chooses one person of the register by the beginning of a name.
 *
 * The register is asked for a name, and never for everybody: a look at people is noted in the
 * journal, and a list of all of them would be one of all.  The field of the draft has the number.
 */

#include "ui/kit/mukana-person-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "services/mukana-listing.h"
#include "services/mukana-looking-up.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-search-keys.h"

#define LIST_HEIGHT_PX 220
#define LIST_WIDTH_PX 300
#define MIN_LETTERS 2
#define MOST_FOUND 20

/* What belongs to one row.  An answer that comes when the row is gone finds @row NULL. */
typedef struct
{
  gatomicrefcount  uses;
  MukanaForm      *form;
  MukanaContext   *context;
  GtkWidget       *row;          /* holds the others; NULL once it is gone */
  GtkWidget       *button;
  GtkWidget       *search;
  GtkWidget       *list;
  GtkWidget       *note;
  GCancellable    *cancellable;  /* of the latest question */
  const char      *field;        /* static */
} Choosing;

static void
unref_choosing (gpointer data)
{
  Choosing *self = data;

  if (!g_atomic_ref_count_dec (&self->uses))
    return;

  g_clear_object (&self->cancellable);
  g_object_unref (self->form);
  g_object_unref (self->context);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, unref_choosing)

static Choosing *
ref_choosing (Choosing *self)
{
  g_atomic_ref_count_inc (&self->uses);
  return self;
}

static void
say (Choosing   *self,
     const char *note)
{
  gtk_label_set_label (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, *note != '\0');
}

static void
choose (Choosing   *self,
        gint64      id,
        const char *name)
{
  mukana_form_set_int (self->form, self->field, id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), name);
}

static void
add_found (Choosing   *self,
           gint64      id,
           const char *name,
           const char *place)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (place != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate ((*(MukanaPersonRow **) a)->display_name,
                         (*(MukanaPersonRow **) b)->display_name);
}

static void
show_found (Choosing  *self,
            GPtrArray *people)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);

  g_ptr_array_sort (people, compare_names);
  say (self, people->len == 0 ? _("Nothing found") : "");
  for (guint i = 0; i < people->len; i++)
    {
      MukanaPersonRow *person = g_ptr_array_index (people, i);

      add_found (self, person->id, person->display_name,
                 person->municipality_code == NULL ? NULL
                   : mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY,
                                           person->municipality_code));
    }
}

static void
tell_error (Choosing     *self,
            const GError *error)
{
  if (self->row != NULL && mukana_error_view_get_form (error) != MUKANA_ERROR_FORM_NOTHING)
    say (self, mukana_error_view_peek_sentence (error));
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Choosing) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                          &error);

  if (people == NULL)
    tell_error (self, error);
  else if (self->row != NULL)
    show_found (self, people);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Choosing) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  g_autofree MukanaIdPage *page = g_new0 (MukanaIdPage, 1);

  if (ids == NULL)
    {
      tell_error (self, error);
      return;
    }
  if (self->row == NULL)
    return;

  page->n_ids = MIN (ids->len, MOST_FOUND);
  memcpy (page->ids, ids->data, page->n_ids * sizeof (gint64));
  mukana_store_run_async (MUKANA_STORE (source), &mukana_people_rows_job, g_steal_pointer (&page),
                          g_free, self->cancellable, named_cb, ref_choosing (self));
}

static void
forget_found (Choosing *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  say (self, "");
}

static void
stop_asking (Choosing *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
search_changed_cb (Choosing *self)
{
  const char *needle = gtk_editable_get_text (GTK_EDITABLE (self->search));

  stop_asking (self);
  forget_found (self);
  if (g_utf8_strlen (needle, -1) < MIN_LETTERS)
    return;

  self->cancellable = g_cancellable_new ();
  mukana_store_run_async (mukana_context_get_store (self->context), &mukana_person_find_job,
                          g_strdup (needle), g_free, self->cancellable, found_cb,
                          ref_choosing (self));
}

static void
row_activated_cb (Choosing  *self,
                  GtkWidget *row)
{
  choose (self, *(gint64 *) g_object_get_data (G_OBJECT (row), "id"),
          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
row_gone_cb (Choosing *self)
{
  stop_asking (self);
  self->row = NULL;
}

static GtkWidget *
make_popover (Choosing *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  self->note = gtk_label_new (NULL);
  gtk_widget_set_visible (self->note, FALSE);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of a person"), -1);
  g_object_set (self->search, "placeholder-text", _("Name of a person"), NULL);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  mukana_search_keys_add (self->search, GTK_LIST_BOX (self->list));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, LIST_WIDTH_PX, LIST_HEIGHT_PX);
  gtk_popover_set_child (GTK_POPOVER (popover),
                         mukana_layout_column (6, self->search, self->note, scrolled, NULL));
  return popover;
}

/**
 * mukana_person_choice_new:
 * @field: an id of the draft, 0 for nobody; static
 *
 * For users who see people.
 */
GtkWidget *
mukana_person_choice_new (const char    *title,
                          const char    *field,
                          MukanaForm    *form,
                          MukanaContext *context)
{
  Choosing *self = g_new0 (Choosing, 1);

  g_atomic_ref_count_init (&self->uses);
  self->form = g_object_ref (form);
  self->context = g_object_ref (context);
  self->field = field;
  self->row = adw_action_row_new ();
  self->button = gtk_menu_button_new ();
  g_object_set_data_full (G_OBJECT (self->row), "choosing", self, unref_choosing);
  g_signal_connect_swapped (self->row, "destroy", G_CALLBACK (row_gone_cb), self);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Choose…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), _("Nobody chosen"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->row), self->button);
  return self->row;
}
