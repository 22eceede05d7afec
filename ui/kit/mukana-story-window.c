/* mukana-story-window.c: what the fields of a record were, and a way back for each.
 *
 * Knows fields and their words, and no particular record.  Putting one back is a
 * change like any other: it comes to the top of the same list.
 */

#include "ui/kit/mukana-story-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-field-words.h"
#include "domain/mukana-parts-text.h"
#include "domain/mukana-person-parts.h"
#include "services/mukana-history.h"
#include "services/mukana-story-words.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"

typedef struct
{
  MukanaPage   *page;       /* weak: the window closes with it */
  MukanaRecord *record;     /* for what its fields are; its values may be old */
  MukanaKind    kind;
  gint64        id;
  GtkWidget    *changes;    /* list box */
  GtkLabel     *words;
} Story;

static void
free_story (gpointer data)
{
  Story *self = data;

  g_clear_weak_pointer (&self->page);
  g_object_unref (self->record);
  g_free (self);
}

static Story *
peek (gpointer widget)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_root (GTK_WIDGET (widget))), "story");
}

/* A consent stands beside each theme: those are chosen again where both are seen. */
static gboolean
can_be_put_back (MukanaFieldChange *change)
{
  return mukana_parts_type (change->field) != MUKANA_TYPE_EXPERIENCE;
}

/* The list. */

static void read_changes (GtkWidget *window);

static void
reverted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  Story *self = g_object_get_data (G_OBJECT (window), "story");
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (self == NULL || self->page == NULL)
    return;

  if (error != NULL)
    mukana_error_view_show (window, error);
  else
    mukana_page_did_for_good (self->page, _("The field is as it was"));
  read_changes (window);
}

static void
revert_cb (GtkWidget *button)
{
  Story *self = peek (button);
  const gint64 *id = g_object_get_data (G_OBJECT (button), "change");

  if (self->page == NULL)
    return;

  gtk_widget_set_sensitive (button, FALSE);
  mukana_page_run_async (self->page, &mukana_history_revert_job, g_memdup2 (id, sizeof *id),
                         g_free, reverted_cb, g_object_ref (gtk_widget_get_root (button)));
}

static GtkWidget *
make_button (MukanaFieldChange *change,
             const char        *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Put back"));
  g_autofree char *name = g_strdup_printf (_("Put back: %s"), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "change",
                          g_memdup2 (&change->id, sizeof change->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (revert_cb), NULL);
  return button;
}

static char *
describe_when (MukanaFieldChange *change)
{
  MukanaDay day = mukana_day_from_us (change->at);
  gint64 minute = (change->at - mukana_day_minute_us (day, 0)) / (60 * G_USEC_PER_SEC);
  g_autofree char *shown = mukana_format_day (NULL, day);

  return g_strdup_printf ("%s %d.%02d · %s", shown, (int) (minute / 60), (int) (minute % 60),
                          change->actor);
}

static void
add_change (Story             *self,
            MukanaFieldChange *change)
{
  MukanaLexicon *words =
    mukana_context_peek_vocabulary (mukana_page_get_context (self->page));
  const MukanaField *field = mukana_record_find_field (self->record, change->field);
  const char *label = mukana_field_label (change->field);
  const char *shown = label != NULL ? _(label) : change->field;
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *when = describe_when (change);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *values = NULL;

  if (field == NULL && mukana_parts_type (change->field) == 0)
    return;

  before = mukana_story_words_of_value (words, field, change->field, change->old_value);
  after = mukana_story_words_of_value (words, field, change->field, change->new_value);
  values = g_strdup_printf ("%s → %s", before, after);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), mukana_layout_margins (
    mukana_layout_row (12, mukana_layout_expand (
      mukana_layout_column (3, mukana_layout_wrapped (shown, "row-title"),
                            mukana_layout_wrapped (values, NULL),
                            mukana_layout_text (when, "second-line"), NULL)),
                       can_be_put_back (change) ? make_button (change, shown) : NULL, NULL), 12));
  gtk_list_box_append (GTK_LIST_BOX (self->changes), row);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  Story *self = g_object_get_data (G_OBJECT (window), "story");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                           &error);
  GtkWidget *row;

  if (self == NULL || self->page == NULL || gtk_widget_in_destruction (window))
    return;

  while ((row = gtk_widget_get_first_child (self->changes)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->changes), row);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    add_change (self, g_ptr_array_index (changes, i));

  gtk_widget_set_visible (self->changes, changes != NULL && changes->len > 0);
  if (changes == NULL)
    gtk_label_set_label (self->words, mukana_error_view_peek_sentence (error));
  else
    gtk_label_set_label (self->words, changes->len > 0
                         ? _("What was changed, the latest first. Putting a field back is a change "
                             "of its own.")
                         : _("Nothing has been changed since the record was made."));
}

static void
read_changes (GtkWidget *window)
{
  Story *self = g_object_get_data (G_OBJECT (window), "story");
  MukanaHistoryQuestion *question = g_new0 (MukanaHistoryQuestion, 1);

  question->kind = self->kind;
  question->record_id = self->id;
  mukana_page_run_async (self->page, &mukana_history_job, question, g_free, read_cb,
                         g_object_ref (window));
}

static GtkWidget *
make_content (Story *self)
{
  self->changes = gtk_list_box_new ();
  self->words = GTK_LABEL (mukana_layout_wrapped (_("Reading the register"), "second-line"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->changes), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->changes, "boxed-list");
  gtk_widget_set_visible (self->changes, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->changes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Changes"), -1);
  return mukana_layout_page (mukana_layout_margins (
    mukana_layout_column (12, GTK_WIDGET (self->words), self->changes, NULL), 12));
}

/**
 * mukana_story_window_present:
 * @record: whose history is shown
 * @kind: of it: PERSON, ORGANISATION or REQUEST
 *
 * Returns: (transfer none): the window, over @page
 */
GtkWidget *
mukana_story_window_present (MukanaPage   *page,
                             MukanaRecord *record,
                             MukanaKind    kind)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *content;
  Story *self = g_new0 (Story, 1);

  self->record = g_object_ref (record);
  self->kind = kind;
  self->id = mukana_record_get_int (record, "id");
  g_set_weak_pointer (&self->page, page);
  g_object_set_data_full (G_OBJECT (window), "story", self, free_story);
  content = make_content (self);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_window_set_title (GTK_WINDOW (window), _("History"));
  gtk_window_set_default_size (GTK_WINDOW (window), mukana_page_get_narrow (page) ? 360 : 560, 640);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  adw_window_set_content (ADW_WINDOW (window),
                          mukana_layout_column (0, adw_header_bar_new (), content, NULL));
  mukana_layout_close_on_escape (GTK_WINDOW (window));
  read_changes (window);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}
