/* mukana-word-dialogs.c: a theme, a method or the name of a role, as a form.
 *
 * A word has a name in each language of the county; it keeps its code, which
 * nobody sees.  A word that is not wanted any more is retired: what refers to
 * it stays true, and it is not offered again.
 */

#include "ui/vocabularies/mukana-vocabulary-dialogs.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-wording.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-switch-row.h"
#include "ui/kit/mukana-whole-choices.h"

#define N_LANGUAGES 3
#define HEIGHT_PX 620

const char * const mukana_ladder_steps[] = {
  N_("Step 1: informing"), N_("Step 2: consultation"), N_("Step 3: dialogue"),
  N_("Step 4: co-development"), N_("Step 5: systematic participation"),
  N_("Step 6: participation in the culture"), NULL
};

static const char * const house_levels[] = {
  N_("Level 1: one's own service"), N_("Level 2: feedback"), N_("Level 3: dialogue"),
  N_("Level 4: developing together"), N_("Level 5: producing together"),
  N_("Level 6: participation as a strategy"), N_("Level 7: participation as a culture"), NULL
};

static const char * const languages[N_LANGUAGES] = { "fi", "sv", "en" };

/* What a dialog keeps beside its form. */
typedef struct
{
  MukanaLexicon    *lexicon;
  MukanaRecord     *before;                  /* NULL: a new word */
  GtkWidget        *synonyms[N_LANGUAGES];   /* of a theme; rows of the dialog */
  MukanaWordChange *reverse;                 /* of what was last asked to be stored */
  const char       *done;                    /* N_() */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *self = data;

  g_clear_pointer (&self->reverse, mukana_word_change_free);
  g_clear_object (&self->before);
  g_object_unref (self->lexicon);
  g_free (self);
}

static MukanaRecord *
dup_with_code (gpointer draft,
               Edit    *edit)
{
  return edit->before != NULL ? g_object_ref (draft)
                              : mukana_wording_with_code (edit->lexicon, draft);
}

static GPtrArray *
check_word (gpointer draft,
            gpointer data)
{
  g_autoptr (MukanaRecord) word = dup_with_code (draft, data);

  return mukana_wording_check (word);
}

static const char *
peek_synonyms (Edit *edit,
               guint language)
{
  const char *id = edit->before != NULL ? MUKANA_THEME (edit->before)->id : NULL;

  return mukana_lexicon_peek_synonyms (edit->lexicon, id, languages[language]);
}

static gpointer
make_change (gpointer draft,
             gpointer data)
{
  Edit *edit = data;
  g_autoptr (MukanaRecord) after = dup_with_code (draft, edit);
  MukanaWordChange *change = mukana_word_change_new (edit->before, after);

  for (guint i = 0; i < N_LANGUAGES && edit->synonyms[i] != NULL; i++)
    {
      const char *typed = gtk_editable_get_text (GTK_EDITABLE (edit->synonyms[i]));

      if (g_strcmp0 (typed, peek_synonyms (edit, i)) != 0)
        mukana_word_change_set_synonyms (change, languages[i], peek_synonyms (edit, i), typed);
    }

  g_clear_pointer (&edit->reverse, mukana_word_change_free);
  if (edit->before != NULL)
    edit->reverse = mukana_word_change_reverse (change);
  return change;
}

/* A new word is not taken back but retired: somebody may have used it already. */
static void
stored_cb (MukanaPage *page,
           gpointer    result,
           gpointer    data)
{
  Edit *edit = data;

  if (edit->reverse == NULL)
    mukana_page_did_for_good (page, _(edit->done));
  else
    mukana_page_did (page, _(edit->done),
                     mukana_step_new (_(edit->done), &mukana_wording_change_job,
                                      g_steal_pointer (&edit->reverse),
                                      (GDestroyNotify) mukana_word_change_free));
}

static const MukanaRecordDeed word_deed = {
  .job = &mukana_wording_change_job,
  .make_arg = make_change,
  .free_arg = (GDestroyNotify) mukana_word_change_free,
  .done = stored_cb,
};

static MukanaRecordDialog *
make_dialog (MukanaPage *page,
             const char *title,
             gpointer    fresh,
             gpointer    before,
             Edit       *edit)
{
  g_autoptr (MukanaForm) form = mukana_form_new_with (check_word, edit);
  MukanaContext *context = mukana_page_get_context (page);
  MukanaRecordDialog *dialog;

  edit->lexicon = g_object_ref (mukana_context_peek_vocabulary (context));
  edit->before = before != NULL ? g_object_ref (before) : NULL;
  mukana_form_load (form, before != NULL ? before : fresh);
  dialog = mukana_record_dialog_new (page, title, before != NULL ? _("Save") : _("Add"), form,
                                     &word_deed, edit, edit_free);
  mukana_record_dialog_set_height (dialog, HEIGHT_PX);
  mukana_record_dialog_add_group (dialog, _("Name"));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("In Finnish"), "label-fi", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("In Swedish"), "label-sv", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("In English"), "label-en", form));
  return dialog;
}

static void
add_retired_row (MukanaRecordDialog *dialog)
{
  MukanaForm *form = mukana_record_dialog_get_form (dialog);

  mukana_record_dialog_add_group (dialog, NULL);
  mukana_record_dialog_explain (dialog, _("A retired word is not offered any more. "
                                          "What has it keeps it."));
  mukana_record_dialog_add (dialog, mukana_switch_row_new (_("Retired"), "is-retired", form));
}

static GtkWidget *
make_parent_row (MukanaForm    *form,
                 MukanaLexicon *lexicon)
{
  GPtrArray *themes = mukana_lexicon_peek_all (lexicon, MUKANA_LEXICON_THEME);
  GtkWidget *row = mukana_choice_row_new (_("Under"), "parent-id", form);

  mukana_choice_row_add (MUKANA_CHOICE_ROW (row), NULL, _("No other theme"));
  for (guint i = 0; i < themes->len; i++)
    {
      MukanaTheme *theme = g_ptr_array_index (themes, i);

      if (theme->parent_id == NULL && !theme->is_retired)
        mukana_choice_row_add (MUKANA_CHOICE_ROW (row), theme->id,
                               mukana_lexicon_label (lexicon, MUKANA_LEXICON_THEME, theme->id));
    }

  return row;
}

static void
add_synonym_rows (MukanaRecordDialog *dialog,
                  Edit               *edit)
{
  const char *titles[N_LANGUAGES] = { _("In Finnish"), _("In Swedish"), _("In English") };

  mukana_record_dialog_add_group (dialog, _("Other words that find it"));
  mukana_record_dialog_explain (dialog, _("With commas between"));
  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      edit->synonyms[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (edit->synonyms[i]), titles[i]);
      gtk_editable_set_text (GTK_EDITABLE (edit->synonyms[i]), peek_synonyms (edit, i));
      mukana_record_dialog_add (dialog, edit->synonyms[i]);
    }
}

/** mukana_theme_word_dialog_new: @theme: (nullable): NULL for a new one */
MukanaRecordDialog *
mukana_theme_word_dialog_new (MukanaPage  *page,
                              MukanaTheme *theme)
{
  g_autoptr (MukanaTheme) fresh = g_object_new (MUKANA_TYPE_THEME, NULL);
  Edit *edit = g_new0 (Edit, 1);
  MukanaRecordDialog *dialog;
  MukanaForm *form;
  GtkWidget *sensitivity;

  mukana_record_init_text (fresh, "sensitivity", "art9_health");
  edit->done = theme != NULL ? N_("Theme stored") : N_("Theme added");
  dialog = make_dialog (page, theme != NULL ? _("Edit theme") : _("New theme"), fresh, theme, edit);
  form = mukana_record_dialog_get_form (dialog);

  mukana_record_dialog_add_group (dialog, NULL);
  sensitivity = mukana_choice_row_new (_("Sensitivity"), "sensitivity", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (sensitivity), mukana_sensitivities);
  if (theme == NULL)
    mukana_record_dialog_add (dialog, make_parent_row (form, edit->lexicon));
  mukana_record_dialog_add (dialog, sensitivity);
  add_synonym_rows (dialog, edit);
  if (theme != NULL)
    add_retired_row (dialog);
  return dialog;
}

static void
level_chosen_cb (AdwComboRow *row,
                 GParamSpec  *pspec,
                 MukanaForm  *form)
{
  mukana_form_set_int (form, g_object_get_data (G_OBJECT (row), "field"),
                       adw_combo_row_get_selected (row) + 1);
}

static GtkWidget *
make_level_row (const char         *title,
                const char         *field,
                const char * const *levels,
                MukanaForm         *form)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; levels[i] != NULL; i++)
    gtk_string_list_append (names, _(levels[i]));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  mukana_whole_choices_show (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) mukana_form_get_int (form, field) - 1);
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (level_chosen_cb), form, 0);
  return row;
}

/** mukana_method_word_dialog_new: @method: (nullable): NULL for a new one */
MukanaRecordDialog *
mukana_method_word_dialog_new (MukanaPage   *page,
                               MukanaMethod *method)
{
  g_autoptr (MukanaMethod) fresh = g_object_new (MUKANA_TYPE_METHOD, NULL);
  Edit *edit = g_new0 (Edit, 1);
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "ladder-level", 3);
  mukana_record_init_int (fresh, "house-level", 3);
  edit->done = method != NULL ? N_("Method stored") : N_("Method added");
  dialog = make_dialog (page, method != NULL ? _("Edit method") : _("New method"), fresh, method,
                        edit);
  form = mukana_record_dialog_get_form (dialog);

  mukana_record_dialog_add_group (dialog, _("Level of participation"));
  mukana_record_dialog_add (dialog, make_level_row (_("Ladder"), "ladder-level",
                                                    mukana_ladder_steps, form));
  mukana_record_dialog_add (dialog, make_level_row (_("House"), "house-level", house_levels, form));
  if (method != NULL)
    add_retired_row (dialog);
  return dialog;
}

/** mukana_role_word_dialog_new: @role: (nullable): NULL for a new one */
MukanaRecordDialog *
mukana_role_word_dialog_new (MukanaPage *page,
                             MukanaRole *role)
{
  g_autoptr (MukanaRole) fresh = g_object_new (MUKANA_TYPE_ROLE, NULL);
  Edit *edit = g_new0 (Edit, 1);
  MukanaRecordDialog *dialog;

  edit->done = role != NULL ? N_("Role stored") : N_("Role added");
  dialog = make_dialog (page, role != NULL ? _("Edit role") : _("New role"), fresh, role, edit);
  if (role != NULL)
    add_retired_row (dialog);
  return dialog;
}
