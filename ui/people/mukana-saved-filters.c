/* mukana-saved-filters.c: a menu of sentences that were saved under a name.
 *
 * Saved filters belong to the register, so that colleagues have the same ones.
 */

#include "ui/people/mukana-saved-filters.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-remembering.h"
#include "services/mukana-search-words.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/kit/mukana-record-dialog.h"

#define LIST "people"

struct _MukanaSavedFilters
{
  GtkBox                parent_instance;

  MukanaPage           *page;       /* weak: an answer may outlive it */
  MukanaPeopleSentence *sentence;   /* weak: beside us */
  GtkWidget            *button;
  GPtrArray            *filters;    /* MukanaSavedFilter; NULL until read */
};

G_DEFINE_FINAL_TYPE (MukanaSavedFilters, mukana_saved_filters, GTK_TYPE_BOX)

static void
add_filters (MukanaSavedFilters *self,
             GMenu              *menu,
             const char         *action)
{
  for (guint i = 0; self->filters != NULL && i < self->filters->len; i++)
    {
      MukanaSavedFilter *filter = g_ptr_array_index (self->filters, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (filter->name, NULL);

      g_menu_item_set_action_and_target (item, action, "x", filter->id);
      g_menu_append_item (menu, item);
    }
}

/* Named as they are: an underscore in a name is no shortcut. */
static void
show_menu (MukanaSavedFilters *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) saved = g_menu_new ();
  g_autoptr (GMenu) deeds = g_menu_new ();
  g_autoptr (GMenu) removals = g_menu_new ();

  add_filters (self, saved, "filters.show");
  add_filters (self, removals, "filters.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (saved));
  g_menu_append (deeds, _("_Save This Filter…"), "filters.save");
  if (g_menu_model_get_n_items (G_MENU_MODEL (removals)) > 0)
    g_menu_append_submenu (deeds, _("_Remove"), G_MENU_MODEL (removals));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deeds));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaSavedFilters) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) filters = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                           &error);

  if (self->page == NULL)
    return;
  if (filters == NULL)
    {
      mukana_page_fail (self->page, error);
      return;
    }

  g_clear_pointer (&self->filters, g_ptr_array_unref);
  self->filters = g_steal_pointer (&filters);
  show_menu (self);
}

/** mukana_saved_filters_reload: reads the filters anew */
void
mukana_saved_filters_reload (MukanaSavedFilters *self)
{
  mukana_page_run_async (self->page, &mukana_filters_list_job, g_strdup (LIST), g_free, read_cb,
                         g_object_ref (self));
}

static MukanaSavedFilter *
find_filter (MukanaSavedFilters *self,
             GVariant           *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  for (guint i = 0; self->filters != NULL && i < self->filters->len; i++)
    if (((MukanaSavedFilter *) g_ptr_array_index (self->filters, i))->id == id)
      return g_ptr_array_index (self->filters, i);

  return NULL;
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaSavedFilters *self = MUKANA_SAVED_FILTERS (widget);
  MukanaSavedFilter *filter = find_filter (self, parameter);

  if (filter != NULL)
    mukana_people_sentence_set_conditions (self->sentence, filter->conditions);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaSavedFilters) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (self->page != NULL && error != NULL)
    mukana_page_fail (self->page, error);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaSavedFilters *self = MUKANA_SAVED_FILTERS (widget);
  MukanaSavedFilter *filter = find_filter (self, parameter);

  if (filter == NULL)
    return;

  mukana_undo_push (mukana_context_get_undo (mukana_page_get_context (self->page)),
                    mukana_step_new (_("Filter removed"), &mukana_filter_save_job,
                                     g_object_ref (filter), g_object_unref));
  mukana_page_run_async (self->page, &mukana_filter_remove_job,
                         g_memdup2 (&filter->id, sizeof filter->id), g_free, removed_cb,
                         g_object_ref (self));
}

/* Saving. */

static void
saved (MukanaPage *page,
       gpointer    result,
       gpointer    data)
{
  g_free (result);
  mukana_page_did_for_good (page, _("Filter saved"));
}

static const MukanaRecordDeed save_deed = {
  &mukana_filter_save_job, NULL, NULL, saved
};

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaSavedFilters *self = MUKANA_SAVED_FILTERS (widget);
  g_autofree char *conditions = mukana_people_sentence_dup_conditions (self->sentence);
  g_autofree char *sentence =
    mukana_search_sentence (mukana_context_peek_vocabulary (mukana_page_get_context (self->page)),
                            conditions);
  g_autoptr (MukanaSavedFilter) filter = g_object_new (MUKANA_TYPE_SAVED_FILTER, NULL);
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_saved_filter_check);
  MukanaRecordDialog *dialog;

  mukana_record_init_text (filter, "list", LIST);
  mukana_record_init_text (filter, "conditions", conditions);
  mukana_form_load (form, filter);
  dialog = mukana_record_dialog_new (self->page, _("Save the Filter"), _("Save"), form, &save_deed,
                                     NULL, NULL);
  mukana_record_dialog_explain (dialog, sentence);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Name"), "name", form));
  mukana_record_dialog_set_height (dialog, 240);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sentence_changed_cb (MukanaSavedFilters *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filters.save",
                                 !mukana_people_sentence_is_empty (self->sentence));
}

static void
store_changed_cb (MukanaSavedFilters *self,
                  MukanaChangeSet    *changes)
{
  if (self->page != NULL && mukana_change_set_touches (changes, MUKANA_KIND_REGISTER, 0))
    mukana_saved_filters_reload (self);
}

static void
mukana_saved_filters_dispose (GObject *object)
{
  MukanaSavedFilters *self = MUKANA_SAVED_FILTERS (object);

  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->sentence);
  g_clear_pointer (&self->filters, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_saved_filters_parent_class)->dispose (object);
}

static void
mukana_saved_filters_class_init (MukanaSavedFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_saved_filters_dispose;
  gtk_widget_class_install_action (widget_class, "filters.show", "x", show_action);
  gtk_widget_class_install_action (widget_class, "filters.remove", "x", remove_action);
  gtk_widget_class_install_action (widget_class, "filters.save", NULL, save_action);
}

static void
mukana_saved_filters_init (MukanaSavedFilters *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "user-bookmarks-symbolic");
  mukana_menu_tip_set (self->button, _("Saved filters"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Saved filters"), -1);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), self->button);
}

/** mukana_saved_filters_new: shows and saves what @sentence, which is on @page, asks for */
GtkWidget *
mukana_saved_filters_new (MukanaPage           *page,
                          MukanaPeopleSentence *sentence)
{
  MukanaSavedFilters *self = g_object_new (MUKANA_TYPE_SAVED_FILTERS, NULL);

  g_set_weak_pointer (&self->page, page);
  g_set_weak_pointer (&self->sentence, sentence);
  g_signal_connect_object (sentence, "changed", G_CALLBACK (sentence_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mukana_page_get_store (page), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  sentence_changed_cb (self);
  show_menu (self);
  return GTK_WIDGET (self);
}
