/* mukana-county-consents.c: the texts, the legal bases and the youngest age of a county's register.
 *
 * A choice holds when it is made, everywhere at once, and is told after the commit.
 */

#include "ui/consents/mukana-county-consents.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-guardian.h"
#include "services/mukana-consent-text.h"
#include "services/mukana-purpose-setting.h"
#include "services/mukana-remembering.h"
#include "services/mukana-standard-texts.h"
#include "ui/consents/mukana-version-dialog.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-whole-choices.h"

struct _MukanaCountyConsents
{
  GtkBox      parent_instance;

  MukanaPage *page;        /* weak: holds us; NULL when it is gone and an answer comes late */
  GPtrArray  *texts;       /* of MukanaConsentText, newest first; NULL until read */
  GPtrArray  *standards;   /* those that the program brings and the register lacks; likewise */
  GtkWidget  *text_group;
  GtkWidget  *basis_group;
  GtkWidget  *age_row;     /* AdwComboRow: who may take part */
  GPtrArray  *rows;        /* that are made anew when something was read: (group, row) pairs */
  gboolean    is_showing;  /* the program chooses, not a person */
};

G_DEFINE_FINAL_TYPE (MukanaCountyConsents, mukana_county_consents, GTK_TYPE_BOX)

static void
add_row (MukanaCountyConsents *self,
         GtkWidget            *group,
         GtkWidget            *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (MukanaCountyConsents *self,
             GtkWidget            *group)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i - 1);

      if (g_object_get_data (G_OBJECT (row), "group") == group)
        {
          adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
          g_ptr_array_remove_index (self->rows, i - 1);
        }
    }
}

static void
fail (MukanaCountyConsents *self,
      const GError         *error)
{
  if (self->page != NULL)
    mukana_page_fail (self->page, error);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaCountyConsents) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (self->page == NULL)
    return;
  if (error != NULL)
    {
      fail (self, error);
      mukana_county_consents_reload (self);   /* as it is, not as it was chosen */
    }
  else
    mukana_page_did_for_good (self->page, _("Stored. It holds everywhere from now on."));
}

/* Texts. */

static void
version_clicked_cb (GtkWidget            *button,
                    MukanaCountyConsents *self)
{
  const char *purpose = g_object_get_data (G_OBJECT (button), "purpose");
  g_autoptr (GPtrArray) texts = mukana_standard_texts_of (self->texts, purpose);

  gtk_window_present (mukana_version_dialog_new (self->page, purpose, texts, FALSE));
}

static void
standard_clicked_cb (GtkWidget            *button,
                     MukanaCountyConsents *self)
{
  const char *purpose = g_object_get_data (G_OBJECT (button), "purpose");
  g_autoptr (GPtrArray) texts = mukana_standard_texts_of (self->standards, purpose);

  gtk_window_present (mukana_version_dialog_new (self->page, purpose, texts, TRUE));
}

static char *
describe_version (int       version,
                  MukanaDay added_on)
{
  g_autofree char *day = NULL;

  if (added_on == MUKANA_DAY_NONE)
    return g_strdup_printf (_("Version %d."), version);

  day = mukana_format_day (NULL, added_on);
  return g_strdup_printf (_("Version %1$d, added %2$s."), version, day);
}

/* How many rest on any version, when they have been counted, and what the newest is. */
static char *
describe_texts (GPtrArray  *texts,
                const char *purpose)
{
  gint64 n_used = 0;
  int version = 0;
  MukanaDay added_on = MUKANA_DAY_NONE;
  g_autofree char *used = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; i < texts->len; i++)
    {
      const MukanaConsentText *text = g_ptr_array_index (texts, i);

      if (!g_str_equal (text->purpose, purpose))
        continue;
      n_used += text->n_used;
      if (text->version > version)
        {
          version = (int) text->version;
          added_on = text->added_on;
        }
    }

  if (n_used < 0)
    return describe_version (version, added_on);

  used = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu consent rests on its versions",
                                       "%lu consents rest on its versions", (gulong) n_used),
                          (gulong) n_used);
  if (added_on == MUKANA_DAY_NONE)
    return g_strdup_printf (_("Version %1$d. %2$s."), version, used);

  day = mukana_format_day (NULL, added_on);
  return g_strdup_printf (_("Version %1$d, added %2$s. %3$s."), version, day, used);
}

static void
add_text_deed (MukanaCountyConsents *self,
               GtkWidget            *row,
               const char           *purpose,
               const char           *label,
               const char           *spoken,
               GCallback             clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_object_set_data (G_OBJECT (button), "purpose", (gpointer) purpose);
  g_signal_connect (button, "clicked", clicked, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_text_row (MukanaCountyConsents *self,
              const char           *purpose)
{
  const char *label = mukana_code_label (mukana_purposes, purpose);
  g_autoptr (GPtrArray) standards = mukana_standard_texts_of (self->standards, purpose);
  g_autofree char *words = describe_texts (self->texts, purpose);
  g_autofree char *subtitle = standards->len == 0 ? g_strdup (words)
    : g_strconcat (words, "\n", _("The program has a newer standard text."), NULL);
  g_autofree char *spoken = g_strdup_printf (_("New version: %s"), label);
  /* Translators: a button for a screen reader; %s is what the consent is for */
  g_autofree char *standard = g_strdup_printf (_("Take the standard text: %s"), label);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (standards->len > 0)
    add_text_deed (self, row, purpose, _("Standard text…"), standard,
                   G_CALLBACK (standard_clicked_cb));
  add_text_deed (self, row, purpose, _("New version…"), spoken, G_CALLBACK (version_clicked_cb));
  add_row (self, self->text_group, row);
}

/* Both are read before either is shown. */
static void
show_texts (MukanaCountyConsents *self)
{
  if (self->texts == NULL || self->standards == NULL)
    return;

  remove_rows (self, self->text_group);
  for (guint i = 0; mukana_purposes[i] != NULL; i++)
    add_text_row (self, mukana_purposes[i]);
}

static void
standards_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (MukanaCountyConsents) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *standards = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (standards == NULL)
    {
      fail (self, error);
      return;
    }

  g_clear_pointer (&self->standards, g_ptr_array_unref);
  self->standards = standards;
  show_texts (self);
}

static void
texts_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (MukanaCountyConsents) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *texts = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (texts == NULL)
    {
      fail (self, error);
      return;
    }

  g_clear_pointer (&self->texts, g_ptr_array_unref);
  self->texts = texts;
  show_texts (self);
}

static void
plain_texts_read_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr (MukanaCountyConsents) self = g_object_ref (data);

  texts_read_cb (source, result, data);
  /* The page may have gone meanwhile. */
  if (self->texts != NULL && self->page != NULL)
    mukana_page_run_async (self->page, &mukana_counted_texts_job, NULL, NULL, texts_read_cb,
                           g_object_ref (self));
}

/* Legal bases. */

static void
basis_chosen_cb (AdwComboRow          *row,
                 GParamSpec           *pspec,
                 MukanaCountyConsents *self)
{
  const char *code = g_object_get_data (G_OBJECT (row), "purpose");
  GPtrArray *bases = g_object_get_data (G_OBJECT (row), "bases");
  guint chosen = adw_combo_row_get_selected (row);
  MukanaPurpose *purpose;

  if (self->is_showing || chosen >= bases->len)
    return;

  purpose = g_object_new (MUKANA_TYPE_PURPOSE, NULL);
  mukana_record_init_text (purpose, "code", code);
  mukana_record_init_text (purpose, "basis", g_ptr_array_index (bases, chosen));
  mukana_page_run_async (self->page, &mukana_purpose_set_job, purpose, g_object_unref, done_cb,
                         g_object_ref (self));
}

static GtkWidget *
make_choice (MukanaCountyConsents *self,
             MukanaPurpose        *purpose)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *bases = g_ptr_array_new ();
  GtkWidget *row = adw_combo_row_new ();
  guint selected = 0;

  for (guint i = 0; mukana_legal_bases[i] != NULL; i++)
    if (mukana_purpose_may_rest_on (purpose->code, mukana_legal_bases[i]))
      {
        if (g_strcmp0 (mukana_legal_bases[i], purpose->basis) == 0)
          selected = bases->len;
        g_ptr_array_add (bases, (gpointer) mukana_legal_bases[i]);
        gtk_string_list_append (names, mukana_code_label (mukana_legal_bases,
                                                          mukana_legal_bases[i]));
      }

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  mukana_whole_choices_show (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_object_set_data (G_OBJECT (row), "purpose",
                     (gpointer) g_intern_string (purpose->code));
  g_object_set_data_full (G_OBJECT (row), "bases", bases, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (basis_chosen_cb), self, 0);
  return row;
}

static GtkWidget *
make_fixed (MukanaPurpose *purpose)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *basis = mukana_layout_text (mukana_code_label (mukana_legal_bases, purpose->basis),
                                         "dim-label");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), basis);
  return row;
}

static void
purposes_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (MukanaCountyConsents) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) purposes = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                            &error);

  if (purposes == NULL)
    {
      fail (self, error);
      return;
    }

  self->is_showing = TRUE;
  remove_rows (self, self->basis_group);
  for (guint i = 0; i < purposes->len; i++)
    {
      MukanaPurpose *purpose = g_ptr_array_index (purposes, i);
      GtkWidget *row = mukana_purpose_has_choice (purpose->code) ? make_choice (self, purpose)
                                                                 : make_fixed (purpose);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     mukana_code_label (mukana_all_purposes, purpose->code));
      add_row (self, self->basis_group, row);
    }
  self->is_showing = FALSE;
}

/* The youngest age. */

static void
age_chosen_cb (MukanaCountyConsents *self)
{
  g_autofree char *age = NULL;

  if (self->is_showing)
    return;

  age = g_strdup_printf ("%d", MUKANA_ADULT_AGE -
                               (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->age_row)));
  mukana_page_run_async (self->page, &mukana_setting_set_job,
                         mukana_setting_new ("youngest-age", age),
                         (GDestroyNotify) mukana_setting_free, done_cb, g_object_ref (self));
}

static void
age_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MukanaCountyConsents) self = data;
  /* Without it the row stays as it is; the other reads say when the store is away. */
  g_autofree char *age = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);
  int years = age != NULL && *age != '\0' ? atoi (age) : MUKANA_ADULT_AGE;

  self->is_showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->age_row), (guint) (MUKANA_ADULT_AGE - years));
  self->is_showing = FALSE;
}

static GtkWidget *
make_age_group (MukanaCountyConsents *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Adults only"));
  for (int age = MUKANA_ADULT_AGE - 1; age >= MUKANA_YOUNGEST_AGE; age--)
    {
      g_autofree char *name = g_strdup_printf (_("From %d years with a guardian’s consent"), age);

      gtk_string_list_append (names, name);
    }

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Young people"));
  self->age_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->age_row), _("Who may take part"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->age_row), G_LIST_MODEL (names));
  mukana_whole_choices_show (GTK_WIDGET (self->age_row));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self->age_row), TRUE);   /* they are sentences */
  g_signal_connect_swapped (self->age_row, "notify::selected", G_CALLBACK (age_chosen_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->age_row);
  return group;
}

static GtkWidget *
make_group (const char *title,
            const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  return group;
}

/** mukana_county_consents_reload: reads all of it again */
void
mukana_county_consents_reload (MukanaCountyConsents *self)
{
  mukana_page_run_async (self->page, &mukana_consent_texts_job, NULL, NULL,
                         plain_texts_read_cb, g_object_ref (self));
  mukana_page_run_async (self->page, &mukana_standard_texts_job, NULL, NULL, standards_read_cb,
                         g_object_ref (self));
  mukana_page_run_async (self->page, &mukana_purposes_job, NULL, NULL, purposes_read_cb,
                         g_object_ref (self));
  mukana_page_run_async (self->page, &mukana_setting_get_job, g_strdup ("youngest-age"), g_free,
                         age_read_cb, g_object_ref (self));
}

static void
mukana_county_consents_finalize (GObject *object)
{
  MukanaCountyConsents *self = MUKANA_COUNTY_CONSENTS (object);

  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->standards, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (mukana_county_consents_parent_class)->finalize (object);
}

static void
mukana_county_consents_class_init (MukanaCountyConsentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_county_consents_finalize;
}

static void
mukana_county_consents_init (MukanaCountyConsents *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 30);
  self->rows = g_ptr_array_new ();
  self->text_group = make_group (_("Texts"),
                                 _("A text is never changed, only followed by a newer version, so "
                                   "that each consent keeps the words it was given to."));
  self->basis_group = make_group (_("What the use of data rests on"),
                                  _("Where it is not consent, a person objects instead of "
                                    "withdrawing. Health and other sensitive matters always need "
                                    "explicit consent."));
  gtk_box_append (GTK_BOX (self), self->text_group);
  gtk_box_append (GTK_BOX (self), self->basis_group);
  gtk_box_append (GTK_BOX (self), make_age_group (self));
}

GtkWidget *
mukana_county_consents_new (MukanaPage *page)
{
  MukanaCountyConsents *self = g_object_new (MUKANA_TYPE_COUNTY_CONSENTS, NULL);

  g_set_weak_pointer (&self->page, page);
  return GTK_WIDGET (self);
}
