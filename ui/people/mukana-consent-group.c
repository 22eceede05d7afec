/* mukana-consent-group.c: what a person allows, and the one press that ends it.
 *
 * A row says where a consent stands and holds one button: Withdraw while it is
 * in force, Record when it is not.  Withdrawing asks nothing: leaving is as
 * easy as joining; how it was told may be said after it.  The page does the deed;
 * the group only shows.
 */

#include "ui/people/mukana-consent-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/people/mukana-keyed-card.h"
#include "ui/people/mukana-people-words.h"

struct _MukanaConsentGroup
{
  GtkBox     parent_instance;

  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (MukanaConsentGroup, mukana_consent_group, GTK_TYPE_BOX)

static void
mukana_consent_group_class_init (MukanaConsentGroupClass *klass)
{
}

static void
mukana_consent_group_init (MukanaConsentGroup *self)
{
  GtkWidget *add = mukana_layout_icon_button ("list-add-symbolic", _("Record a consent"),
                                               "person.give");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (add), "(ss)", "", "");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->card = mukana_keyed_card (_("Consents"));
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Consent"), add));
  gtk_box_append (GTK_BOX (self), self->card);
}

GtkWidget *
mukana_consent_group_new (void)
{
  return g_object_new (MUKANA_TYPE_CONSENT_GROUP, NULL);
}

/* The row of a theme is narrow: there the language may have a shorter word. */
static const char *
find_deed_label (gboolean holds,
                 gboolean is_theme)
{
  if (!holds)
    return _("Record…");

  return is_theme ? C_("consent to a theme", "Withdraw") : _("Withdraw");
}

/* No consent of somebody under 18 is in force while their guardian's is missing. */
static const char *
find_standing (const MukanaPersonFile *file,
               const char             *purpose,
               const char             *theme_id,
               MukanaDay               today,
               MukanaDay              *day)
{
  const char *standing = mukana_people_standing (file->consents, purpose, theme_id, today, day);

  return mukana_consent_allows (file->consents, purpose, theme_id, today) &&
         mukana_guardian_is_missing (file->person, file->guardians, today) ? "unguarded" : standing;
}

/**
 * mukana_consent_end_new:
 * @subject: what the consent is for, for whoever hears the button
 *
 * Returns: the end of a row: where the consent stands, and its deed
 */
GtkWidget *
mukana_consent_end_new (const MukanaPersonFile *file,
                        const char             *purpose,
                        const char             *theme_id,
                        const char             *subject,
                        MukanaDay               today)
{
  MukanaDay day;
  const char *standing = find_standing (file, purpose, theme_id, today, &day);
  gboolean holds = mukana_consent_allows (file->consents, purpose, theme_id, today);
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;
  MukanaPillKind kind = mukana_people_consent_pill (standing, day, today, &words);
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (find_deed_label (holds, theme_id != NULL));
  GtkWidget *pill = mukana_pill_new (kind, words);

  /* Translators: a button for a screen reader: what it does, and for which consent */
  spoken = g_strdup_printf (_("%s: %s"), holds ? _("Withdraw the consent") : _("Record a consent"),
                            subject);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  holds ? "person.withdraw" : "person.give");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", purpose,
                                    theme_id ? theme_id : "");
  gtk_box_append (GTK_BOX (self), pill);
  gtk_box_append (GTK_BOX (self), button);
  return self;
}

/* Who gave it and when, in a word. */
static char *
dup_second_line (MukanaConsent *consent)
{
  g_autofree char *day = NULL;

  if (consent == NULL)
    return g_strdup (_("never given"));

  if (consent->withdrawn_on != MUKANA_DAY_NONE && consent->withdrawn_how != NULL &&
      !g_str_equal (consent->withdrawn_how, "other"))
    {
      day = mukana_format_day (NULL, consent->withdrawn_on);
      /* Translators: a consent: "withdrawn 3.3.2025, by phone" */
      return g_strdup_printf (_("withdrawn %s, %s"), day,
                              mukana_code_label (mukana_consent_ways, consent->withdrawn_how));
    }

  day = mukana_format_day (NULL, consent->given_on);
  /* Translators: a consent: "given 3.3.2025, on a form" */
  return g_strdup_printf (_("given %s, %s"), day, mukana_code_label (mukana_consent_ways,
                                                                     consent->how));
}

/* Only what was left open today: later nobody remembers, and what was said stands. */
static gboolean
may_tell_how (MukanaConsent *consent,
              MukanaDay      today)
{
  return consent != NULL && consent->withdrawn_on == today &&
         g_strcmp0 (consent->withdrawn_how, "other") == 0;
}

/**
 * mukana_consent_how_new:
 * @consent: (nullable)
 *
 * Returns: (nullable): a button that asks how a withdrawal of today was told; NULL when there is
 *   nothing to ask
 */
GtkWidget *
mukana_consent_how_new (MukanaConsent *consent,
                        MukanaDay      today)
{
  GtkWidget *button;
  g_autoptr (GMenu) menu = NULL;

  if (!may_tell_how (consent, today))
    return NULL;

  menu = g_menu_new ();
  for (guint i = 0; mukana_consent_ways[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item =
        g_menu_item_new (mukana_code_label (mukana_consent_ways, mukana_consent_ways[i]), NULL);

      if (g_str_equal (mukana_consent_ways[i], "other") ||
          g_str_equal (mukana_consent_ways[i], "list"))
        continue;
      g_menu_item_set_action_and_target (item, "person.tell-how", "(sss)",
                                         consent->purpose,
                                         consent->theme_id ? consent->theme_id : "",
                                         mukana_consent_ways[i]);
      g_menu_append_item (menu, item);
    }

  button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("How was it told?"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* What a purpose rests on when it is not consent; NULL when it is. */
static const char *
find_other_basis (const MukanaPersonFile *file,
                  const char             *purpose)
{
  for (guint i = 0; i < file->purposes->len; i++)
    {
      MukanaPurpose *known = g_ptr_array_index (file->purposes, i);

      if (g_str_equal (known->code, purpose))
        return g_strcmp0 (known->basis, "consent") == 0 ? NULL : known->basis;
    }

  return NULL;
}

/* There is nothing to withdraw: a person objects, and the menu of the page has that. */
static void
add_basis_row (MukanaConsentGroup *self,
               const char         *purpose,
               const char         *basis)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *pill = mukana_pill_new (MUKANA_PILL_OUTLINE, mukana_code_label (mukana_legal_bases,
                                                                           basis));

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content),
                  mukana_layout_two_lines (mukana_code_label (mukana_purposes, purpose),
                                            _("Needs no consent; the person can object")));
  gtk_box_append (GTK_BOX (content), pill);
  mukana_keyed_card_add (self->card, purpose, content);
}

/** mukana_consent_row_open: pressing @row shows what was agreed to; not of what never was */
void
mukana_consent_row_open (GtkWidget     *row,
                         MukanaConsent *consent)
{
  if (consent == NULL)
    return;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Show what was agreed to"));
  /* The row is on the page already, where a name without its target would be a mistake. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", consent->purpose,
                                    consent->theme_id ? consent->theme_id : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "person.show-consent");
}

static void
add_row (MukanaConsentGroup     *self,
         const MukanaPersonFile *file,
         const char             *purpose,
         MukanaDay               today)
{
  const char *title = mukana_code_label (mukana_purposes, purpose);
  MukanaConsent *consent = mukana_consent_find (file->consents, purpose, NULL);
  g_autofree char *second = dup_second_line (consent);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *how = mukana_consent_how_new (consent, today);

  gtk_box_append (GTK_BOX (content), mukana_layout_two_lines (title, second));
  gtk_box_append (GTK_BOX (content),
                  mukana_consent_end_new (file, purpose, NULL, title, today));
  if (how != NULL)   /* beside all the others there is no room for it */
    {
      gtk_widget_set_halign (how, GTK_ALIGN_START);
      content = mukana_layout_column (0, content, how, NULL);
    }
  mukana_consent_row_open (mukana_keyed_card_add (self->card, purpose, content), consent);
}

/* The two that matching needs are always told; the others once they were asked, or should be. */
static gboolean
is_shown (const MukanaPersonFile *file,
          const char             *purpose)
{
  return g_str_equal (purpose, "register") || g_str_equal (purpose, "matching") ||
         (g_str_equal (purpose, "support") && mukana_person_tells_support (file->person, NULL)) ||
         (!g_str_equal (purpose, "theme") && mukana_consent_find (file->consents, purpose, NULL));
}

void
mukana_consent_group_show (MukanaConsentGroup     *self,
                           const MukanaPersonFile *file,
                           MukanaDay               today)
{
  g_autofree char *key = mukana_keyed_card_empty (self->card);

  for (guint i = 0; mukana_purposes[i] != NULL; i++)
    {
      const char *basis = find_other_basis (file, mukana_purposes[i]);

      if (is_shown (file, mukana_purposes[i]) && basis != NULL)
        add_basis_row (self, mukana_purposes[i], basis);
      else if (is_shown (file, mukana_purposes[i]))
        add_row (self, file, mukana_purposes[i], today);
    }

  mukana_keyed_card_focus (self->card, key);
}

/** mukana_consent_row_set_busy: the row waits for the commit; it is filled anew afterwards */
void
mukana_consent_row_set_busy (GtkWidget *row)
{
  GtkWidget *content = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_box_append (GTK_BOX (content), spinner);
  gtk_widget_set_sensitive (row, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_BUSY, TRUE, -1);
}

void
mukana_consent_group_set_busy (MukanaConsentGroup *self,
                               const char         *purpose)
{
  GtkWidget *row = mukana_keyed_card_find (self->card, purpose);

  if (row != NULL)
    mukana_consent_row_set_busy (row);
}

void
mukana_consent_group_focus (MukanaConsentGroup *self,
                            const char         *purpose)
{
  mukana_keyed_card_focus (self->card, purpose);
}
