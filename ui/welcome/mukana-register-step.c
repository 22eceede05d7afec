/* mukana-register-step.c: the first step: whose register it is, and where its file goes. */

#include "ui/welcome/mukana-register-step.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"
#include "domain/mukana-vocabulary.h"
#include "services/mukana-founding.h"
#include "services/mukana-lexicon.h"
#include "ui/kit/mukana-file-choose.h"
#include "ui/kit/mukana-whole-choices.h"

struct _MukanaRegisterStep
{
  GtkBox       parent_instance;

  MukanaTable *counties;     /* with a row of headings; NULL when it could not be read */
  char        *path;

  AdwComboRow *county;
  GtkWidget   *name;         /* typed, when the county is none of the list */
  AdwActionRow *place;
  GtkWidget   *make;
};

enum { READY, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaRegisterStep, mukana_register_step, GTK_TYPE_BOX)

static guint
count_counties (MukanaRegisterStep *self)
{
  return self->counties != NULL ? mukana_table_get_n_rows (self->counties) - 1 : 0;
}

/* Columns: code, Finnish, Swedish and English name. */
static const char *
peek_county (MukanaRegisterStep *self,
             guint               county,
             guint               column)
{
  return mukana_table_peek_cell (self->counties, county + 1, column);
}

static guint
find_name_column (void)
{
  const char *language = mukana_lexicon_language ();

  return g_str_equal (language, "sv") ? 2 : g_str_equal (language, "en") ? 3 : 1;
}

static gboolean
is_of_list (MukanaRegisterStep *self)
{
  return adw_combo_row_get_selected (self->county) < count_counties (self);
}

static void
changed_cb (MukanaRegisterStep *self)
{
  g_autofree char *shown = g_filename_display_name (self->path);

  gtk_widget_set_visible (self->name, !is_of_list (self));
  gtk_widget_set_sensitive (self->make, is_of_list (self) ||
                            !mukana_text_is_empty (gtk_editable_get_text (
                              GTK_EDITABLE (self->name))));
  adw_action_row_set_subtitle (self->place, shown);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (MukanaRegisterStep) self = data;
  /* Nothing chosen leaves the place as it was. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;

  g_free (self->path);
  self->path = g_str_has_suffix (path, ".mukana") ? g_strdup (path)
                                                  : g_strconcat (path, ".mukana", NULL);
  changed_cb (self);
}

static void
choose_place_cb (MukanaRegisterStep *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  const MukanaFileChoose asked = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Where the register is kept"),
    .folder = folder, .name = name,
  };

  mukana_file_choose_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &asked, NULL,
                            place_chosen_cb, g_object_ref (self));
}

static void
make_clicked_cb (MukanaRegisterStep *self)
{
  g_signal_emit (self, signals[READY], 0);
}

static void
mukana_register_step_finalize (GObject *object)
{
  MukanaRegisterStep *self = MUKANA_REGISTER_STEP (object);

  g_clear_pointer (&self->counties, mukana_table_unref);
  g_free (self->path);

  G_OBJECT_CLASS (mukana_register_step_parent_class)->finalize (object);
}

static void
mukana_register_step_class_init (MukanaRegisterStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_register_step_finalize;

  signals[READY] = g_signal_new ("ready", MUKANA_TYPE_REGISTER_STEP, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_counties (MukanaRegisterStep *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Without the list the name is typed. */
  self->counties = mukana_founding_load_counties (NULL);
  for (guint i = 0; i < count_counties (self); i++)
    gtk_string_list_append (names, peek_county (self, i, find_name_column ()));
  gtk_string_list_append (names, _("Another organisation"));
  adw_combo_row_set_model (self->county, G_LIST_MODEL (names));
  mukana_whole_choices_show (GTK_WIDGET (self->county));
}

static GtkWidget *
make_place_row (MukanaRegisterStep *self)
{
  GtkWidget *change = gtk_button_new_with_mnemonic (_("C_hange…"));

  self->place = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->place), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->place), _("Kept in"));
  gtk_widget_set_valign (change, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->place, change);
  g_signal_connect_object (change, "clicked", G_CALLBACK (choose_place_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->place);
}

static void
mukana_register_step_init (MukanaRegisterStep *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  self->county = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->county), _("Whose register"));
  adw_combo_row_set_use_subtitle (self->county, TRUE);
  self->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Name"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->county));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_place_row (self));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _("The register is one encrypted file. Nobody can read it without its key."));

  self->make = gtk_button_new_with_mnemonic (_("_Make the register"));
  gtk_widget_add_css_class (self->make, "suggested-action");
  gtk_widget_add_css_class (self->make, "big-deed");
  gtk_widget_set_halign (self->make, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), group);
  gtk_box_append (GTK_BOX (self), self->make);
  add_counties (self);
  g_signal_connect_swapped (self->county, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->make, "clicked", G_CALLBACK (make_clicked_cb), self);
}

/** mukana_register_step_new: @path: where the register goes unless somebody says otherwise */
GtkWidget *
mukana_register_step_new (const char *path)
{
  MukanaRegisterStep *self = g_object_new (MUKANA_TYPE_REGISTER_STEP, NULL);

  self->path = g_strdup (path);
  changed_cb (self);
  return GTK_WIDGET (self);
}

const char *
mukana_register_step_peek_path (MukanaRegisterStep *self)
{
  return self->path;
}

const char *
mukana_register_step_peek_county_name (MukanaRegisterStep *self)
{
  return is_of_list (self) ? peek_county (self, adw_combo_row_get_selected (self->county),
                                          find_name_column ())
                           : gtk_editable_get_text (GTK_EDITABLE (self->name));
}

/** mukana_register_step_peek_county_code: Returns: (nullable): NULL when it is none of the list */
const char *
mukana_register_step_peek_county_code (MukanaRegisterStep *self)
{
  return is_of_list (self) ? peek_county (self, adw_combo_row_get_selected (self->county), 0)
                           : NULL;
}
