/* mukana-person-page.c: one person: who they are, what they allow, when they can.
 *
 * Reads everything about the person in one job and shows it in groups; every
 * deed is an action of the page, so a keyboard and a test reach what a pointer
 * reaches.  After a commit, ours or somebody else's, the person is read again;
 * an answer older than a change we know of is dropped.
 */

#include "ui/people/mukana-person-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "services/mukana-consenting.h"
#include "services/mukana-keeping-apart.h"
#include "ui/app/mukana-calendar-save.h"
#include "ui/kit/mukana-columns-layout.h"
#include "ui/kit/mukana-document-group.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-status.h"
#include "ui/kit/mukana-story-window.h"
#include "ui/people/mukana-apart-group.h"
#include "ui/people/mukana-busy-times-deed.h"
#include "ui/people/mukana-consent-deeds.h"
#include "ui/people/mukana-consent-group.h"
#include "ui/people/mukana-experience-group.h"
#include "ui/people/mukana-fact-group.h"
#include "ui/people/mukana-fee-summary-deed.h"
#include "ui/people/mukana-guardian-group.h"
#include "ui/people/mukana-identity-group.h"
#include "ui/people/mukana-limit-tips.h"
#include "ui/people/mukana-merge-search.h"
#include "ui/people/mukana-person-dialogs.h"
#include "ui/people/mukana-person-head.h"
#include "ui/people/mukana-person-menu.h"
#include "ui/people/mukana-person-rights.h"
#include "ui/people/mukana-role-group.h"
#include "ui/people/mukana-season-question.h"
#include "ui/people/mukana-support-group.h"
#include "ui/people/mukana-timeline-group.h"
#include "ui/people/mukana-propose-dialog.h"
#include "ui/people/mukana-why-window.h"

/* What the week with its tools needs in the longest of the languages. */
#define COLUMN_PX 440

struct _MukanaPersonPage
{
  MukanaPage             parent_instance;

  gint64                 id;
  MukanaPersonFile      *file;         /* NULL until read */
  gint64                 revision;     /* of the newest change that concerns the person */
  char                  *focus_purpose; /* where the focus goes when the person is read again */
  char                  *focus_theme;
  GWeakRef               dialog;       /* the window over the page */
  GWeakRef               details;      /* the same, when it edits the details */

  GtkStack              *stack;
  MukanaStatus          *status;
  MukanaPersonHead      *head;
  GtkWidget             *notice;       /* what holds the data back */
  GtkWidget             *limits;       /* tips: own ceilings and tax-free years nearly used */
  GMenu                 *rights;       /* a part of the menu */
  GtkBox                *columns;
  GtkWidget             *left;         /* what they allow and know; the other: when and what */
  MukanaConsentGroup    *consents;
  MukanaExperienceGroup *experience;
  MukanaRoleGroup       *roles;
  MukanaSupportGroup    *support;
  GtkWidget             *facts;
  GtkWidget             *apart;
  MukanaDocumentGroup   *documents;
  MukanaGuardianGroup   *guardians;
  MukanaIdentityGroup   *identity;
  MukanaWeekGroup       *week;
  MukanaTimelineGroup   *timeline;
};

G_DEFINE_FINAL_TYPE (MukanaPersonPage, mukana_person_page, MUKANA_TYPE_PAGE)

static MukanaDay
get_today (MukanaPersonPage *self)
{
  return mukana_context_today (mukana_page_get_context (MUKANA_PAGE (self)));
}

/* Of somebody whose consent to the register has ended nothing is shown that they told, and
 * nothing is added to it. */
static void
show_told (MukanaPersonPage *self)
{
  static const char * const actions[] = {
    "person.edit", "person.add-theme", "person.add-role", "person.add-credential",
    "person.add-gender", "person.add-situation", "person.add-absence", "person.add-note",
    "person.add-season", "person.bring-busy-times", "person.drop-busy-times", "person.paint",
    "person.set-state", "person.history", "person.calendar",
  };
  GtkWidget * const told[] = {
    GTK_WIDGET (self->experience), GTK_WIDGET (self->roles), GTK_WIDGET (self->support),
    self->facts, GTK_WIDGET (self->week)
  };
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  gboolean is_shown = self->file->ended_on == MUKANA_DAY_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    gtk_widget_set_visible (told[i], is_shown);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i],
                                   is_shown && mukana_context_may_act (context, actions[i]));
}

static void
show_file (MukanaPersonPage *self)
{
  MukanaLexicon *words =
    mukana_context_peek_vocabulary (mukana_page_get_context (MUKANA_PAGE (self)));
  g_autoptr (MukanaRecordDialog) details = g_weak_ref_get (&self->details);
  MukanaDay today = get_today (self);

  mukana_page_set_title (MUKANA_PAGE (self), self->file->person->display_name);
  mukana_page_set_subtitle (MUKANA_PAGE (self), _("People"));
  mukana_person_head_show (self->head, self->file, words, today);
  mukana_person_rights_banner_show (self->notice, self->file, today);
  mukana_person_rights_fill_menu (self->rights, self->file);
  mukana_consent_group_show (self->consents, self->file, today);
  mukana_experience_group_show (self->experience, self->file, words, today);
  mukana_role_group_show (self->roles, self->file, words, today);
  mukana_support_group_show (self->support, self->file, today);
  mukana_fact_group_show (self->facts, self->file);
  mukana_apart_group_show (self->apart, self->file);
  mukana_document_group_show (self->documents, self->id, self->file->attachments);
  mukana_guardian_group_show (self->guardians, self->file, today);
  mukana_identity_group_show (self->identity, self->file);
  mukana_week_group_show (self->week, self->file);
  mukana_timeline_group_show (self->timeline, self->file, words, today);
  mukana_limit_tips_show (self->limits, MUKANA_PAGE (self), self->id);
  show_told (self);
  gtk_stack_set_visible_child_name (self->stack, "person");
  if (details != NULL)
    mukana_record_dialog_take (details, self->file->person);
}

static void
move_focus (MukanaPersonPage *self)
{
  if (self->focus_theme != NULL)
    mukana_experience_group_focus (self->experience, self->focus_theme);
  else if (self->focus_purpose != NULL)
    mukana_consent_group_focus (self->consents, self->focus_purpose);

  g_clear_pointer (&self->focus_purpose, g_free);
  g_clear_pointer (&self->focus_theme, g_free);
}

static void
show_failure (MukanaPersonPage *self,
              const GError     *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  mukana_status_set_error (self->status, mukana_error_view_peek_title (error),
                           mukana_error_view_peek_sentence (error),
                           !g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND));
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaPersonPage) self = data;
  g_autoptr (GError) error = NULL;
  gint64 revision = 0;
  MukanaPersonFile *file = mukana_store_run_finish (MUKANA_STORE (source), result, &revision,
                                                    &error);

  if (file == NULL)
    {
      show_failure (self, error);
      return;
    }

  /* Older than a change we know of: the reading that the change asked for is on its way. */
  if (revision < self->revision || gtk_widget_in_destruction (GTK_WIDGET (self)))
    {
      mukana_person_file_free (file);
      return;
    }

  g_clear_pointer (&self->file, mukana_person_file_free);
  self->file = file;
  show_file (self);
  move_focus (self);
}

static void
read_file (MukanaPersonPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_person_file_job,
                         g_memdup2 (&self->id, sizeof self->id), g_free, file_read_cb,
                         g_object_ref (self));
}

/* Proposals, assignments and the like carry ids of their own: any may be about the person. */
static gboolean
concerns (MukanaPersonPage   *self,
          const MukanaChange *change)
{
  switch (change->kind)
    {
    case MUKANA_KIND_PERSON:
    case MUKANA_KIND_CONSENT:
    case MUKANA_KIND_AVAILABILITY:
      return change->id == self->id;
    case MUKANA_KIND_PROPOSAL:
    case MUKANA_KIND_ASSIGNMENT:
    case MUKANA_KIND_FEE:
    case MUKANA_KIND_FEEDBACK:
    case MUKANA_KIND_RIGHTS:
    case MUKANA_KIND_USER:
    case MUKANA_KIND_VOCABULARY:
    case MUKANA_KIND_EVERYTHING:
      return TRUE;
    case MUKANA_KIND_ORGANISATION:
    case MUKANA_KIND_REQUEST:
    case MUKANA_KIND_LOG_ENTRY:
    case MUKANA_KIND_REGISTER:
    default:
      return FALSE;
    }
}

static void
store_changed_cb (MukanaPersonPage *self,
                  MukanaChangeSet  *changes)
{
  guint n_changes;
  const MukanaChange *change = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (concerns (self, &change[i]))
      {
        self->revision = mukana_change_set_get_revision (changes);
        read_file (self);
        return;
      }
}

static void
mukana_person_page_open (MukanaPage *page,
                         gint64      id)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (page);

  self->id = id;
  mukana_status_set_loading (self->status, _("Reading the person"));
  gtk_stack_set_visible_child_name (self->stack, "status");
  read_file (self);
}

static void
facts_changed_cb (MukanaPersonPage *self)
{
  if (self->file != NULL)
    show_file (self);
}

/* Consents. */

/* Whose consent ends: kept until the commit has answered. */
typedef struct
{
  MukanaPersonPage *self;
  char             *purpose;
  char             *theme_id;
} Ending;

static void
withdrawn_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autofree Ending *ending = data;
  g_autoptr (MukanaPersonPage) self = ending->self;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  g_free (self->focus_purpose);
  g_free (self->focus_theme);
  self->focus_purpose = ending->purpose;
  self->focus_theme = ending->theme_id;

  /* Also after a failure: the row must not stay busy, nor look as if it were done. */
  read_file (self);
  if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else
    mukana_page_did_for_good (MUKANA_PAGE (self), _("Consent withdrawn. It holds from now on."));
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);
  Ending *ending = g_new0 (Ending, 1);
  const char *purpose, *theme_id;

  g_variant_get (parameter, "(&s&s)", &purpose, &theme_id);
  ending->self = g_object_ref (self);
  ending->purpose = g_strdup (purpose);
  ending->theme_id = *theme_id ? g_strdup (theme_id) : NULL;
  if (ending->theme_id != NULL)
    mukana_experience_group_set_busy (self->experience, theme_id);
  else
    mukana_consent_group_set_busy (self->consents, purpose);

  mukana_page_run_async (MUKANA_PAGE (self), &mukana_consenting_withdraw_job,
                         mukana_withdrawal_new (self->id, purpose, ending->theme_id, "other"),
                         (GDestroyNotify) mukana_withdrawal_free, withdrawn_cb, ending);
}

/* Windows over the page. */

/** mukana_person_page_present: @dialog: over the page, which is its owner */
void
mukana_person_page_present (MukanaPersonPage   *self,
                            MukanaRecordDialog *dialog)
{
  g_weak_ref_set (&self->dialog, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
give_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);
  const char *purpose, *theme_id;

  g_variant_get (parameter, "(&s&s)", &purpose, &theme_id);
  if (self->file != NULL)
    mukana_person_page_present (self, mukana_consent_dialog_new (MUKANA_PAGE (self), self->file,
                                                                 purpose, theme_id));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);
  MukanaRecordDialog *dialog;

  if (self->file == NULL)
    return;

  dialog = mukana_person_dialog_new (MUKANA_PAGE (self), self->file);
  g_weak_ref_set (&self->details, dialog);
  mukana_person_page_present (self, dialog);
}

/* What can be added to a person in a window of its own. */
static const struct
{
  const char           *action;
  MukanaRecordDialog *(*make)   (MukanaPage             *page,
                                 const MukanaPersonFile *file);
} additions[] = {
  { "person.add-theme", mukana_experience_dialog_new },
  { "person.add-role", mukana_role_dialog_new },
  { "person.add-credential", mukana_credential_dialog_new },
  { "person.add-gender", mukana_gender_dialog_new },
  { "person.add-situation", mukana_situation_dialog_new },
  { "person.add-absence", mukana_absence_dialog_new },
  { "person.add-note", mukana_note_dialog_new },
};

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    if (self->file != NULL && g_str_equal (additions[i].action, name))
      mukana_person_page_present (self, additions[i].make (MUKANA_PAGE (self), self->file));
}

static void
add_guardian_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (MUKANA_PERSON_PAGE (widget)->guardians), "guardian.add",
                              NULL);
}

static void
season_answered_cb (MukanaPersonPage *self,
                    const char       *response,
                    GtkWidget        *question)
{
  MukanaDayRange season;

  if (g_str_equal (response, "paint") && mukana_season_question_read (question, &season))
    mukana_week_group_set_season (self->week, season);
}

static void
add_season_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);
  GtkWidget *question = mukana_season_question_new (gtk_widget_get_root (widget),
                                                    get_today (self));

  g_signal_connect_object (question, "response", G_CALLBACK (season_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/* Taking away, with a way back. */

/* A removal or a change of state on its way: what to say, and how to take it back. */
typedef struct
{
  MukanaPersonPage *self;
  const char       *said;
  MukanaStep       *step;
  gboolean          leaves;     /* the person is gone, and so is their page */
} Deed;

static void
deed_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autofree Deed *deed = data;
  g_autoptr (MukanaPersonPage) self = deed->self;
  g_autoptr (GError) error = NULL;

  g_free (mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error));
  if (error != NULL)
    {
      g_clear_pointer (&deed->step, mukana_step_free);
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  if (deed->step != NULL)
    mukana_page_did (MUKANA_PAGE (self), deed->said, deed->step);
  else
    mukana_page_did_for_good (MUKANA_PAGE (self), deed->said);
  if (deed->leaves)
    mukana_page_go_back (MUKANA_PAGE (self));
}

static Deed *
deed_new (MukanaPersonPage *self,
          const char       *said,
          MukanaStep       *step)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->self = g_object_ref (self);
  deed->said = said;
  deed->step = step;
  return deed;
}

/* A theme comes back only while its consent is in force. */
static gboolean
may_come_back (MukanaPersonPage *self,
               const char       *kind,
               gpointer          part)
{
  return !g_str_equal (kind, "themes") ||
         mukana_consent_allows (self->file->consents, "theme",
                                ((MukanaExperience *) part)->theme_id,
                                mukana_context_today (mukana_page_get_context (
                                  MUKANA_PAGE (self))));
}

/* Stores the parts of a kind without those that @is_gone says. */
static void
remove_parts (MukanaPersonPage  *self,
              const char        *kind,
              GPtrArray         *before,
              const char        *said,
              gboolean         (*is_gone) (gpointer  part,
                                           GVariant *which),
              GVariant          *which)
{
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_step = TRUE;
  MukanaStep *step;

  for (guint i = 0; i < before->len; i++)
    if (!is_gone (g_ptr_array_index (before, i), which))
      g_ptr_array_add (after, g_object_ref (g_ptr_array_index (before, i)));
    else
      has_step = has_step && may_come_back (self, kind, g_ptr_array_index (before, i));

  step = has_step ? mukana_step_new (said, &mukana_person_parts_job,
                                     mukana_parts_change_new (self->id, kind, before),
                                     (GDestroyNotify) mukana_parts_change_free) : NULL;

  mukana_page_run_async (MUKANA_PAGE (self), &mukana_person_parts_job,
                         mukana_parts_change_new (self->id, kind, after),
                         (GDestroyNotify) mukana_parts_change_free, deed_done_cb,
                         deed_new (self, said, step));
}

static gboolean
is_theme (gpointer  part,
          GVariant *which)
{
  MukanaExperience *experience = part;
  const char *theme_id, *perspective;

  g_variant_get (which, "(&s&s)", &theme_id, &perspective);
  return g_str_equal (experience->theme_id, theme_id) &&
         g_str_equal (experience->perspective, perspective);
}

static gboolean
is_numbered (gpointer  part,
             GVariant *which)
{
  return mukana_record_get_int (part, "id") == g_variant_get_int64 (which);
}

static void
remove_part_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);

  if (self->file == NULL)
    return;
  if (g_str_equal (name, "person.remove-theme"))
    remove_parts (self, "themes", self->file->themes, _("Theme removed"), is_theme, parameter);
  else if (g_str_equal (name, "person.remove-role"))
    remove_parts (self, "roles", self->file->roles, _("Role removed"), is_numbered, parameter);
  else if (g_str_equal (name, "person.remove-fact"))
    remove_parts (self, "facts", self->file->facts, _("What was told is removed"), is_numbered,
                  parameter);
  else if (g_str_equal (name, "person.remove-credential"))
    remove_parts (self, "credentials", self->file->credentials, _("Commitment removed"),
                  is_numbered, parameter);
  else
    remove_parts (self, "absences", self->file->absences, _("Absence removed"), is_numbered,
                  parameter);
}

/* (the other one) */
static void
let_together_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);

  for (guint i = 0; self->file != NULL && i < self->file->apart->len; i++)
    {
      MukanaApart *apart = g_ptr_array_index (self->file->apart, i);

      if (apart->other_id == g_variant_get_int64 (parameter))
        mukana_page_do (MUKANA_PAGE (self), &mukana_let_together_job, g_object_ref (apart),
                        g_object_unref, _("They may be placed together"),
                        mukana_step_new (_("They may be placed together"),
                                         &mukana_keep_apart_job, g_object_ref (apart),
                                         g_object_unref));
    }
}

static void
busy_times_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);

  if (self->file == NULL)
    return;

  if (g_str_equal (name, "person.bring-busy-times"))
    mukana_busy_times_bring (MUKANA_PAGE (self));
  else
    mukana_busy_times_drop (MUKANA_PAGE (self), self->file);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  mukana_merge_search_present (MUKANA_PAGE (widget), MUKANA_PERSON_PAGE (widget)->id);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);
  const char *said;
  Deed *deed;

  if (self->file == NULL)
    return;

  said = _("Taken out of the lists; the data are kept");
  deed = deed_new (self, said,
                   mukana_step_new (said, &mukana_person_restore_job,
                                    g_memdup2 (&self->id, sizeof self->id), g_free));
  deed->leaves = TRUE;
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_person_remove_job,
                         g_memdup2 (&self->id, sizeof self->id), g_free, deed_done_cb, deed);
}

static void
set_state_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);
  MukanaPerson *person;
  MukanaPerson *before;

  if (self->file == NULL)
    return;

  person = self->file->person;
  /* Saved once more by then: that is the version to take back. */
  before = mukana_record_with_int (person, "version", person->version + 1);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_person_save_job,
                         mukana_record_with_text (person, "state", g_variant_get_string (parameter,
                                                                                         NULL)),
                         g_object_unref, deed_done_cb,
                         deed_new (self, _("State changed"),
                                   mukana_step_new (_("State changed"), &mukana_person_save_job,
                                                    before,
                                                    g_object_unref)));
}

static void
paint_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaWeekGroup *week = MUKANA_PERSON_PAGE (widget)->week;

  gtk_widget_grab_focus (GTK_WIDGET (mukana_week_group_peek_painter (week)));
}

/* The page itself. */

static void
mukana_person_page_narrow_changed (MukanaPage *page,
                                   gboolean    narrow)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (page);
  int margin = narrow ? 12 : 24;

  gtk_widget_set_margin_start (GTK_WIDGET (self->columns), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->columns), margin);
  mukana_person_head_set_narrow (self->head, narrow);
  mukana_person_rights_banner_set_narrow (self->notice, narrow);
  gtk_widget_set_margin_start (self->limits, margin);
  gtk_widget_set_margin_end (self->limits, margin);
  gtk_widget_set_margin_start (self->notice, margin);
  gtk_widget_set_margin_end (self->notice, margin);
  if (self->week != NULL)
    mukana_week_group_set_narrow (self->week, narrow);
}

/* What was painted a moment ago is stored, not asked about. */
static gboolean
mukana_person_page_may_leave (MukanaPage *page)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (page);

  if (self->file != NULL)
    mukana_week_group_save_now (self->week);
  return MUKANA_PAGE_CLASS (mukana_person_page_parent_class)->may_leave (page);
}

static void
mukana_person_page_constructed (GObject *object)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (object);
  MukanaPage *page = MUKANA_PAGE (object);

  G_OBJECT_CLASS (mukana_person_page_parent_class)->constructed (object);

  self->documents = MUKANA_DOCUMENT_GROUP (mukana_document_group_new (
    page, &mukana_document_of_person));
  self->guardians = MUKANA_GUARDIAN_GROUP (mukana_guardian_group_new (page));
  gtk_box_insert_child_after (GTK_BOX (self->left), GTK_WIDGET (self->guardians),
                              GTK_WIDGET (self->consents));
  gtk_box_append (GTK_BOX (self->left), GTK_WIDGET (self->documents));
  self->identity = MUKANA_IDENTITY_GROUP (mukana_identity_group_new (page));
  gtk_box_append (GTK_BOX (self->left), GTK_WIDGET (self->identity));
  self->week = MUKANA_WEEK_GROUP (mukana_week_group_new (page));
  gtk_box_append (GTK_BOX (gtk_widget_get_last_child (GTK_WIDGET (self->columns))),
                  GTK_WIDGET (self->week));
  gtk_box_append (GTK_BOX (gtk_widget_get_last_child (GTK_WIDGET (self->columns))),
                  GTK_WIDGET (self->timeline));
  g_signal_connect_object (mukana_page_get_store (page), "changed", G_CALLBACK (store_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mukana_page_get_context (page), "facts-changed",
                           G_CALLBACK (facts_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_person_page_finalize (GObject *object)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (object);

  g_clear_pointer (&self->file, mukana_person_file_free);
  g_clear_object (&self->rights);
  g_free (self->focus_purpose);
  g_free (self->focus_theme);
  g_weak_ref_clear (&self->dialog);
  g_weak_ref_clear (&self->details);

  G_OBJECT_CLASS (mukana_person_page_parent_class)->finalize (object);
}

static void
why_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);

  if (self->file != NULL)
    gtk_window_present (GTK_WINDOW (mukana_why_window_new (MUKANA_PAGE (self),
                                                           self->file->person->id)));
}

static void
propose_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->file == NULL)
    return;

  g_array_append_val (people, self->file->person->id);
  gtk_window_present (GTK_WINDOW (mukana_propose_dialog_new (MUKANA_PAGE (self), people)));
}

/* The record's own past: who has looked, and what was changed. */
static void
looks_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  mukana_page_show (MUKANA_PAGE (widget), "journal", MUKANA_PERSON_PAGE (widget)->id);
}

static void
fee_summary_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);

  if (self->file != NULL)
    mukana_fee_summary_ask (MUKANA_PAGE (self), self->file->person);
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaPersonPage *self = MUKANA_PERSON_PAGE (widget);

  if (self->file != NULL)
    mukana_story_window_present (MUKANA_PAGE (self), MUKANA_RECORD (self->file->person),
                                 MUKANA_KIND_PERSON);
}

static void
calendar_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  mukana_calendar_save (MUKANA_PAGE (widget), MUKANA_KIND_PERSON, MUKANA_PERSON_PAGE (widget)->id);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "person.withdraw", "(ss)", withdraw_action);
  gtk_widget_class_install_action (widget_class, "person.give", "(ss)", give_action);
  mukana_consent_deeds_install (widget_class);
  gtk_widget_class_install_action (widget_class, "person.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "person.why", NULL, why_action);
  gtk_widget_class_install_action (widget_class, "person.propose", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "person.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "person.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "person.looks", NULL, looks_action);
  gtk_widget_class_install_action (widget_class, "person.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "person.calendar", NULL, calendar_action);
  gtk_widget_class_install_action (widget_class, "person.fee-summary", NULL, fee_summary_action);
  gtk_widget_class_install_action (widget_class, "person.set-state", "s", set_state_action);
  gtk_widget_class_install_action (widget_class, "person.paint", NULL, paint_action);
  gtk_widget_class_install_action (widget_class, "person.add-season", NULL, add_season_action);
  mukana_person_rights_install (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    gtk_widget_class_install_action (widget_class, additions[i].action, NULL, add_action);
  gtk_widget_class_install_action (widget_class, "person.add-guardian", NULL, add_guardian_action);
  gtk_widget_class_install_action (widget_class, "person.remove-theme", "(ss)", remove_part_action);
  gtk_widget_class_install_action (widget_class, "person.remove-role", "x", remove_part_action);
  gtk_widget_class_install_action (widget_class, "person.let-together", "x", let_together_action);
  gtk_widget_class_install_action (widget_class, "person.remove-fact", "x", remove_part_action);
  gtk_widget_class_install_action (widget_class, "person.remove-credential", "x",
                                   remove_part_action);
  gtk_widget_class_install_action (widget_class, "person.remove-absence", "x", remove_part_action);
  gtk_widget_class_install_action (widget_class, "person.bring-busy-times", NULL,
                                   busy_times_action);
  gtk_widget_class_install_action (widget_class, "person.drop-busy-times", NULL,
                                   busy_times_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "person.edit",
                                       NULL);
}

static void
mukana_person_page_class_init (MukanaPersonPageClass *klass)
{
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_person_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = mukana_person_page_finalize;
  page_class->open = mukana_person_page_open;
  page_class->may_leave = mukana_person_page_may_leave;
  page_class->narrow_changed = mukana_person_page_narrow_changed;
  add_actions (GTK_WIDGET_CLASS (klass));
}

static GtkWidget *
make_column (void)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);

  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  return column;
}

static GtkWidget *
make_content (MukanaPersonPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *left = make_column ();
  GtkWidget *right = make_column ();

  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->consents));
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->experience));
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->support));
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->roles));
  gtk_box_append (GTK_BOX (left), self->facts);
  gtk_box_append (GTK_BOX (left), self->apart);
  self->left = left;
  gtk_box_append (self->columns, left);
  gtk_box_append (self->columns, right);
  gtk_widget_set_layout_manager (GTK_WIDGET (self->columns),
                                 mukana_columns_layout_new (COLUMN_PX, 24, 24));
  gtk_widget_set_margin_top (GTK_WIDGET (self->columns), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->columns), 24);
  gtk_widget_set_margin_top (self->notice, 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), self->notice);
  gtk_box_append (GTK_BOX (box), self->limits);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->columns));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static void
mukana_person_page_init (MukanaPersonPage *self)
{
  g_weak_ref_init (&self->dialog, NULL);
  g_weak_ref_init (&self->details, NULL);
  self->status = MUKANA_STATUS (mukana_status_new ());
  self->head = MUKANA_PERSON_HEAD (mukana_person_head_new ());
  self->notice = mukana_person_rights_banner_new ();
  self->limits = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->limits, 12);
  gtk_widget_set_visible (self->limits, FALSE);
  self->rights = g_menu_new ();
  self->columns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24));
  self->consents = MUKANA_CONSENT_GROUP (mukana_consent_group_new ());
  self->experience = MUKANA_EXPERIENCE_GROUP (mukana_experience_group_new ());
  self->roles = MUKANA_ROLE_GROUP (mukana_role_group_new ());
  self->support = MUKANA_SUPPORT_GROUP (mukana_support_group_new ());
  self->facts = mukana_fact_group_new ();
  self->apart = mukana_apart_group_new ();
  self->timeline = MUKANA_TIMELINE_GROUP (mukana_timeline_group_new ());
  g_signal_connect_swapped (self->status, "deed", G_CALLBACK (read_file), self);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "status");
  gtk_stack_add_named (self->stack, make_content (self), "person");
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  mukana_page_set_content (MUKANA_PAGE (self), GTK_WIDGET (self->stack));
  mukana_page_add_end (MUKANA_PAGE (self), mukana_person_menu_new (self->rights));
  mukana_person_page_narrow_changed (MUKANA_PAGE (self), FALSE);
}

/** mukana_person_page_peek_file: Returns: (nullable): borrowed until the next reading */
const MukanaPersonFile *
mukana_person_page_peek_file (MukanaPersonPage *self)
{
  return self->file;
}

MukanaWeekGroup *
mukana_person_page_peek_week (MukanaPersonPage *self)
{
  return self->week;
}

/** mukana_person_page_peek_dialog: Returns: (nullable): borrowed, the window over the page */
MukanaRecordDialog *
mukana_person_page_peek_dialog (MukanaPersonPage *self)
{
  g_autoptr (MukanaRecordDialog) dialog = g_weak_ref_get (&self->dialog);

  return dialog;   /* GTK holds it for as long as it is open */
}

const MukanaPageInfo mukana_person_page_info =
{
  .id       = "person",
  .title    = N_("Person"),
  .icon     = "mukana-person-symbolic",
  .order    = 0,
  .get_type = mukana_person_page_get_type,
  .parent   = "people",
};
