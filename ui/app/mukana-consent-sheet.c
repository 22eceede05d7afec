/* mukana-consent-sheet.c: recorded consents, each with the text that was agreed to.
 *
 * Nothing is changed here: a consent is a fact, and its text stands as it was given.
 */

#include "ui/app/mukana-consent-sheet.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-consent-opening.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-status.h"

#define GROUP_SPACING_PX 24

typedef struct
{
  MukanaPage *page;      /* borrowed: the window is modal over it */
  GtkStack   *stack;
  GtkWidget  *groups;
} Sheet;

static void
add_fact (GtkWidget  *group,
          const char *label,
          const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_day (GtkWidget  *group,
         const char *label,
         MukanaDay   day)
{
  g_autofree char *words = day != MUKANA_DAY_NONE ? mukana_format_day (NULL, day) : NULL;

  add_fact (group, label, words);
}

static char *
describe_version (MukanaConsent *consent)
{
  /* Translators: the number of a text's version, and its language */
  return g_strdup_printf (_("%1$d, %2$s"), (int) consent->text_version,
                          mukana_code_label (mukana_languages, consent->language));
}

/* "3.3.2025, by phone" */
static char *
join_day_and_way (MukanaDay   day,
                  const char *how)
{
  g_autofree char *words = mukana_format_day (NULL, day);

  return how == NULL || g_str_equal (how, "other")
         ? g_strdup (words)
         : g_strdup_printf ("%s, %s", words, mukana_code_label (mukana_consent_ways, how));
}

static void
add_withdrawal (GtkWidget                *group,
                const MukanaConsentSheet *sheet)
{
  MukanaConsent *consent = sheet->consent;
  g_autofree char *when = NULL;

  if (consent->withdrawn_at == 0)
    return;

  when = join_day_and_way (consent->withdrawn_on, consent->withdrawn_how);
  add_fact (group, _("Withdrawn"), when);
  add_fact (group, _("The withdrawal was noted by"), sheet->withdrawn_by);
}

static void
add_text (GtkWidget                *group,
          const MukanaConsentSheet *sheet)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *column = mukana_layout_column (6, NULL, NULL);
  const MukanaConsentText *text = sheet->text;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("The text that was agreed to"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row),
                                 text != NULL ? text->title
                                 : _("The register does not have this text; see the paper."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), text != NULL);
  if (text == NULL)
    return;

  gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (text->body, NULL));
  if (text->plain_body != NULL)
    {
      gtk_box_append (GTK_BOX (column),
                      mukana_layout_text (_("The same in plain language"), "row-title"));
      gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (text->plain_body, NULL));
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), mukana_layout_margins (column, 12));
}

static char *
name_purpose (MukanaPage    *page,
              MukanaConsent *consent)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  const char *purpose = mukana_code_label (mukana_purposes, consent->purpose);

  if (consent->theme_id == NULL)
    return g_strdup (purpose);

  return g_strdup_printf ("%s: %s", purpose, mukana_lexicon_label (words, MUKANA_LEXICON_THEME,
                                                                   consent->theme_id));
}

static const char *
describe_standing (MukanaConsent *consent,
                   MukanaDay      today)
{
  return consent->withdrawn_at != 0 ? _("Withdrawn")
         : mukana_consent_holds (consent, today) ? _("In force") : _("Ended");
}

static GtkWidget *
make_group (MukanaPage               *page,
            const MukanaConsentSheet *sheet)
{
  MukanaConsent *consent = sheet->consent;
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = name_purpose (page, consent);
  g_autofree char *markup = g_markup_escape_text (title, -1);   /* of a group it is markup */
  g_autofree char *given = join_day_and_way (consent->given_on, consent->how);
  g_autofree char *version = describe_version (consent);
  g_autofree char *papers = NULL;

  g_ptr_array_add (sheet->papers, NULL);
  papers = g_strjoinv (", ", (char **) sheet->papers->pdata);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), markup);
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    describe_standing (consent, mukana_context_today (mukana_page_get_context (page))));
  add_fact (group, _("What it rests on"), mukana_code_label (mukana_legal_bases, sheet->basis));
  add_fact (group, _("Given"), given);
  add_fact (group, _("To whom it was given"), consent->given_to);
  add_fact (group, _("Recorded by"), consent->recorded_by);
  add_fact (group, _("Where the signed paper is"), consent->proof);
  add_fact (group, _("Documents"), papers);
  add_day (group, _("Holds until"), consent->expires_on);
  add_withdrawal (group, sheet);
  add_fact (group, _("Version of the text"), version);
  add_text (group, sheet);
  return group;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  Sheet *self = g_object_get_data (G_OBJECT (window), "sheet");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                          &error);

  if (gtk_widget_in_destruction (window))
    return;
  if (sheets == NULL)
    {
      mukana_page_fail (self->page, error);
      gtk_window_destroy (GTK_WINDOW (window));
      return;
    }

  for (guint i = 0; i < sheets->len; i++)
    gtk_box_append (GTK_BOX (self->groups),
                    make_group (self->page, g_ptr_array_index (sheets, i)));
  if (sheets->len == 0)
    gtk_box_append (GTK_BOX (self->groups),
                    mukana_layout_wrapped (_("No consent is recorded."), "dim-label"));
  gtk_stack_set_visible_child_name (self->stack, "consents");
}

GtkWindow *
mukana_consent_sheet_new (MukanaPage *page,
                          gint64      person_id,
                          const char *purpose,
                          const char *theme_id)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *status = mukana_status_new ();
  Sheet *self = g_new0 (Sheet, 1);

  self->page = page;
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, GROUP_SPACING_PX);
  self->stack = GTK_STACK (gtk_stack_new ());
  mukana_status_set_loading (MUKANA_STATUS (status), _("Reading the consents"));
  gtk_stack_add_named (self->stack, status, "loading");
  gtk_stack_add_named (self->stack,
                       mukana_layout_page (mukana_layout_margins (self->groups, 12)), "consents");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);

  gtk_window_set_title (GTK_WINDOW (window), _("What was agreed to"));
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 640);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  adw_window_set_content (ADW_WINDOW (window),
                          mukana_layout_column (0, adw_header_bar_new (),
                                                GTK_WIDGET (self->stack), NULL));
  g_object_set_data_full (G_OBJECT (window), "sheet", self, g_free);
  mukana_layout_close_on_escape (GTK_WINDOW (window));
  mukana_store_run_async (mukana_page_get_store (page), &mukana_consent_open_job,
                          mukana_consent_question_new (person_id, purpose, theme_id),
                          (GDestroyNotify) mukana_consent_question_free, NULL, read_cb,
                          g_object_ref (window));
  return GTK_WINDOW (window);
}
