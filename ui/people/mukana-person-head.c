/* mukana-person-head.c: who a person is, in one line, and what to do next.
 *
 * The municipality of somebody under non-disclosure is not shown, here or
 * anywhere.
 */

#include "ui/people/mukana-person-head.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-avatar.h"
#include "ui/kit/mukana-wrap-box.h"
#include "ui/kit/mukana-layout.h"
#include "ui/people/mukana-people-words.h"

struct _MukanaPersonHead
{
  GtkBox      parent_instance;

  AdwAvatar  *avatar;
  GtkWidget  *first_line;     /* name, pronoun, state */
  GtkLabel   *name;
  GtkLabel   *pronoun;
  MukanaPill *state;
  GtkWidget  *non_disclosure; /* pill: contact details are told to nobody */
  GtkWidget  *minor;          /* pill */
  GtkLabel   *facts;
  GtkWidget  *deed_box;
  GtkWidget  *deed;
  GtkLabel   *reason;
};

G_DEFINE_FINAL_TYPE (MukanaPersonHead, mukana_person_head, GTK_TYPE_BOX)

static void
mukana_person_head_class_init (MukanaPersonHeadClass *klass)
{
}

static GtkWidget *
make_who (MukanaPersonHead *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->first_line = mukana_wrap_box_new (12, 3);
  self->name = GTK_LABEL (mukana_layout_text ("", "page-title"));
  self->pronoun = GTK_LABEL (mukana_layout_text ("", "dim-label"));
  self->state = MUKANA_PILL (mukana_pill_new (MUKANA_PILL_OK, ""));
  self->facts = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "dim-label");
  gtk_widget_set_valign (GTK_WIDGET (self->state), GTK_ALIGN_CENTER);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->first_line), GTK_WIDGET (self->name));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->first_line), GTK_WIDGET (self->pronoun));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->first_line), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (lines), self->first_line);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->facts));
  self->non_disclosure = mukana_pill_new (MUKANA_PILL_BAD, _("Non-disclosure"));
  self->minor = mukana_pill_new (MUKANA_PILL_WARN, _("Under age"));
  gtk_widget_set_valign (self->non_disclosure, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->minor, GTK_ALIGN_CENTER);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->first_line), self->non_disclosure);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->first_line), self->minor);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  return lines;
}

static GtkWidget *
make_deed (MukanaPersonHead *self)
{
  self->deed_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->deed = gtk_button_new_with_label ("");
  self->reason = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "max-width-chars", 40,
                                          "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL));
  gtk_widget_add_css_class (self->deed, "suggested-action");
  gtk_widget_add_css_class (self->deed, "big-deed");
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "second-line");
  gtk_widget_set_valign (self->deed_box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->deed_box), self->deed);
  gtk_box_append (GTK_BOX (self->deed_box), GTK_WIDGET (self->reason));
  return self->deed_box;
}

static void
mukana_person_head_init (MukanaPersonHead *self)
{
  GtkWidget *who = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->avatar = ADW_AVATAR (mukana_avatar_new ("", 64));
  gtk_box_append (GTK_BOX (who), GTK_WIDGET (self->avatar));
  gtk_box_append (GTK_BOX (who), make_who (self));
  gtk_widget_set_hexpand (who, TRUE);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_box_append (GTK_BOX (self), who);
  gtk_box_append (GTK_BOX (self), make_deed (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "page-head");
}

GtkWidget *
mukana_person_head_new (void)
{
  return g_object_new (MUKANA_TYPE_PERSON_HEAD, NULL);
}

static void
append_fact (GString    *facts,
             const char *fact)
{
  if (fact != NULL && *fact != '\0')
    g_string_append_printf (facts, "%s%s", facts->len > 0 ? "  ·  " : "", fact);
}

/* "Works in: Finnish, English": what the reasons of matching speak of. */
static void
append_codes (GString            *facts,
              const char         *title,
              const char * const *codes,
              const char         *list)
{
  g_auto (GStrv) parts = g_strsplit (list != NULL ? list : "", " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *fact = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (mukana_code_index (codes, parts[i]) >= 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              mukana_code_label (codes, parts[i]));
  if (words->len == 0)
    return;

  /* Translators: a heading and a list after it */
  fact = g_strdup_printf (_("%1$s: %2$s"), title, words->str);
  append_fact (facts, fact);
}

/* From whom others differ by an age group. */
static void
append_birth (GString      *facts,
              MukanaPerson *person)
{
  g_autofree char *born = person->birth_year != 0
                            ? g_strdup_printf (_("born %d"), (int) person->birth_year) : NULL;

  append_fact (facts, born);
}

static char *
dup_facts (const MukanaPersonFile *file,
           MukanaLexicon          *words,
           MukanaDay               today)
{
  GString *facts = g_string_new (NULL);
  GString *roles = g_string_new (NULL);
  MukanaPerson *person = file->person;
  g_autofree char *named = NULL;

  for (guint i = 0; i < file->roles->len; i++)
    {
      MukanaRoleTerm *term = g_ptr_array_index (file->roles, i);

      if (term->until_day == MUKANA_DAY_NONE || term->until_day > today)
        g_string_append_printf (roles, "%s%s", roles->len > 0 ? " " : "", term->role_code);
    }

  named = mukana_people_role_words (words, roles->str);
  append_fact (facts, named);
  append_fact (facts, person->non_disclosure
                        ? _("place is not shown")
                        : mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY,
                                                person->municipality_code));
  append_fact (facts, mukana_code_label (mukana_contact_languages, person->contact_language));
  append_fact (facts, mukana_code_label (mukana_channels, person->channel));
  append_birth (facts, person);
  append_codes (facts, _("Works in"), mukana_languages, person->work_languages);
  append_codes (facts, _("Can do"), mukana_skills, person->skills);
  g_string_free (roles, TRUE);
  return g_string_free (facts, FALSE);
}

static void
show_deed (MukanaPersonHead       *self,
           const MukanaPersonFile *file,
           MukanaDay               today)
{
  g_auto (MukanaNextDeed) deed = { NULL };

  mukana_next_deed_find (&deed, file, today);
  gtk_widget_set_visible (self->deed, deed.label != NULL);
  gtk_label_set_label (self->reason, deed.reason);
  if (deed.label == NULL)
    return;

  gtk_button_set_label (GTK_BUTTON (self->deed), deed.label);
  /* An action that does not take the target of the one before it would complain. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->deed), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->deed), deed.target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->deed), deed.action);
}

static char *
dup_state (MukanaPerson *person,
           MukanaDay     today)
{
  g_autofree char *day = NULL;

  if (g_strcmp0 (person->state, "paused") != 0 || person->paused_until == MUKANA_DAY_NONE)
    return g_strdup (mukana_code_label (mukana_person_states, person->state));

  day = mukana_people_near_day (person->paused_until, today);
  /* Translators: the state of a person; %s is the first day back */
  return g_strdup_printf (_("On a break until %s"), day);
}

void
mukana_person_head_show (MukanaPersonHead       *self,
                         const MukanaPersonFile *file,
                         MukanaLexicon          *words,
                         MukanaDay               today)
{
  MukanaPerson *person = file->person;
  g_autofree char *facts = dup_facts (file, words, today);
  g_autofree char *state = dup_state (person, today);

  adw_avatar_set_text (self->avatar, person->display_name);
  gtk_label_set_label (self->name, person->display_name);
  gtk_label_set_label (self->pronoun, person->pronoun ? person->pronoun : "");
  gtk_widget_set_visible (GTK_WIDGET (self->pronoun), person->pronoun != NULL);
  mukana_pill_set (self->state, mukana_people_state_pill (person->state), state);
  gtk_widget_set_visible (self->non_disclosure, person->non_disclosure != 0);
  gtk_widget_set_visible (self->minor, mukana_person_may_be_minor (person, today));
  gtk_label_set_label (self->facts, facts);
  show_deed (self, file, today);
}

void
mukana_person_head_set_narrow (MukanaPersonHead *self,
                               gboolean          narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), narrow ? GTK_ORIENTATION_VERTICAL
                                                                : GTK_ORIENTATION_HORIZONTAL);
}
