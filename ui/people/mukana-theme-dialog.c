/* mukana-theme-dialog.c: a theme, and the consent with which it is stored.
 *
 * For one person or for several who have said the same.  The text that they consent to
 * stands in the window, so that what is recorded is what was said.
 */

#include "ui/people/mukana-theme-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-theme-adding.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-pick-row.h"
#include "ui/people/mukana-consent-wording.h"

#define HEIGHT_PX 640

static GPtrArray *
check_given (gpointer draft,
             gpointer data)
{
  return mukana_given_theme_check (draft, mukana_context_today (data));
}

static gpointer
make_addition (gpointer draft,
               gpointer data)
{
  return mukana_theme_addition_new (data, draft);
}

static void
added_cb (MukanaPage *page,
          gpointer    result,
          gpointer    data)
{
  MukanaThemeAddition *back = result;
  GArray *asked = data;
  g_autofree char *said = asked->len == 1
    ? g_strdup (_("Theme and consent recorded"))
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Theme and consent recorded of %u person",
                                    "Theme and consent recorded of %u people", back->ids->len),
                       back->ids->len);

  if (back->ids->len > 0)
    {
      mukana_page_did (page, said,
                       mukana_step_new (said, &mukana_theme_adding_job, back,
                                        (GDestroyNotify) mukana_theme_addition_free));
      return;
    }

  mukana_page_toast (page, asked->len == 1
                           ? _("Nothing was added: they have the theme already, or their "
                               "processing is restricted")
                           : _("All of them have the theme already"));
  mukana_theme_addition_free (back);
}

static const MukanaRecordDeed add_deed = {
  &mukana_theme_adding_job, make_addition, (GDestroyNotify) mukana_theme_addition_free, added_cb
};

static void
add_theme_rows (MukanaRecordDialog *dialog,
                MukanaPage         *page,
                MukanaForm         *form)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  GtkWidget *perspective = mukana_choice_row_new (_("Perspective"), "perspective", form);

  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (perspective), mukana_perspectives);
  mukana_record_dialog_add (dialog, mukana_pick_row_new (_("Theme"), "theme-id", form, words,
                                                         MUKANA_LEXICON_THEME));
  mukana_record_dialog_add (dialog, perspective);
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Last used such a service, year"),
                                                           "last-year", NULL, form));
}

static void
add_consent_rows (MukanaRecordDialog *dialog,
                  MukanaPage         *page,
                  MukanaForm         *form,
                  const char         *language)
{
  mukana_record_dialog_add_group (dialog, _("Consent to the theme"));
  mukana_record_dialog_explain (dialog, _("A theme is stored only together with the person’s "
                                          "consent for it."));
  mukana_consent_wording_show (mukana_consent_wording_add_rows (dialog, page, form), "theme",
                               language);
}

/**
 * mukana_theme_dialog_new:
 * @ids: gint64, of people
 * @language: (nullable): of the text; NULL: each was told in their own
 */
MukanaRecordDialog *
mukana_theme_dialog_new (MukanaPage *page,
                         GArray     *ids,
                         const char *language)
{
  MukanaContext *context = mukana_page_get_context (page);
  g_autoptr (MukanaGivenTheme) given = mukana_given_theme_new (mukana_context_today (context));
  g_autoptr (MukanaForm) form = mukana_form_new_with (check_given, context);
  MukanaRecordDialog *dialog;

  mukana_record_init_text (given, "language", language);
  mukana_form_load (form, given);
  dialog = mukana_record_dialog_new (page, _("Experience Theme"), _("Add"), form, &add_deed,
                                     g_array_ref (ids), (GDestroyNotify) g_array_unref);
  add_theme_rows (dialog, page, form);
  add_consent_rows (dialog, page, form, language ? language : mukana_lexicon_language ());
  mukana_record_dialog_set_height (dialog, HEIGHT_PX);
  return dialog;
}
