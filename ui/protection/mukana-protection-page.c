/* mukana-protection-page.c: data protection as daily work: requests and their month, and what is
 * kept too long.
 *
 * Read as a whole, and again after every commit that concerns it.
 */

#include "ui/protection/mukana-protection-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-registering.h"
#include "services/mukana-retaining.h"
#include "services/mukana-rights.h"
#include "ui/app/mukana-rights-dialogs.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-status.h"
#include "ui/protection/mukana-diary-group.h"
#include "ui/protection/mukana-removed-group.h"
#include "ui/protection/mukana-retention-group.h"
#include "ui/protection/mukana-second-group.h"

#define GROUP_SPACING_PX 30

struct _MukanaProtectionPage
{
  MukanaPage        parent_instance;

  GPtrArray        *requests;   /* NULL until read */
  gint64            wanted;     /* the request to open when they are read; 0 for none */
  GWeakRef          dialog;

  GtkStack         *stack;
  MukanaStatus     *status;
  GtkWidget        *groups;
  MukanaDiaryGroup *diary;
  MukanaRetentionGroup *retention;
  GtkWidget        *account;    /* the way to the page of accountability */
  MukanaRemovedGroup *removed;
  GWeakRef          question;   /* what was asked last about what is due */
};

G_DEFINE_FINAL_TYPE (MukanaProtectionPage, mukana_protection_page, MUKANA_TYPE_PAGE)

/* What the sidebar shows: how many wait for an answer or an approval, and by how many rules
 * something is kept too long. */
static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GPtrArray) requests = mukana_rights_diary_job.run (db, NULL, cancellable, error);
  g_autoptr (GPtrArray) due = requests != NULL ? mukana_retaining_due (db, NULL, error) : NULL;
  gint64 n = due != NULL ? mukana_db_count (db, "retention.count-waiting-erasures", error) : -1;

  if (n < 0)
    return NULL;

  for (guint i = 0; i < due->len; i++)
    if (i == 0 || ((MukanaRetentionItem *) g_ptr_array_index (due, i - 1))->code !=
                    ((MukanaRetentionItem *) g_ptr_array_index (due, i))->code)
      n++;

  for (guint i = 0; i < requests->len; i++)
    if (((MukanaRightsRequest *) g_ptr_array_index (requests, i))->answered_on == MUKANA_DAY_NONE)
      n++;
  return g_memdup2 (&n, sizeof n);
}

static const MukanaJob count_job = { "protection.count", MUKANA_LANE_LONG, count_run, g_free,
                                     .needs = MUKANA_DEED_WORK_HERE };

static MukanaRightsRequest *
find_request (MukanaProtectionPage *self,
              gint64                id)
{
  for (guint i = 0; self->requests != NULL && i < self->requests->len; i++)
    {
      MukanaRightsRequest *request = g_ptr_array_index (self->requests, i);

      if (request->id == id && request->answered_on == MUKANA_DAY_NONE)
        return request;
    }

  return NULL;
}

static void
present (MukanaProtectionPage *self,
         MukanaRecordDialog   *dialog)
{
  g_weak_ref_set (&self->dialog, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_wanted (MukanaProtectionPage *self)
{
  MukanaRightsRequest *request = find_request (self, self->wanted);

  self->wanted = 0;
  if (request != NULL)
    present (self, mukana_rights_answer_dialog_new (MUKANA_PAGE (self), request));
}

static void
diary_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (MukanaProtectionPage) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *requests = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (requests != NULL)
    {
      MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));

      g_clear_pointer (&self->requests, g_ptr_array_unref);
      self->requests = requests;
      mukana_diary_group_show (self->diary, requests, mukana_context_today (context));
      gtk_stack_set_visible_child_name (self->stack, "page");
      open_wanted (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      mukana_status_set_error (self->status, mukana_error_view_peek_title (error),
                               mukana_error_view_peek_sentence (error), TRUE);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
}

static void
retention_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (MukanaProtectionPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaRetention *retention = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                        &error);

  if (retention != NULL)
    mukana_retention_group_show (self->retention, retention);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mukana_page_fail (MUKANA_PAGE (self), error);
}

static void
removed_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (MukanaProtectionPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                          &error);

  if (people != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    mukana_removed_group_show (self->removed, people);
  else if (people == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mukana_page_fail (MUKANA_PAGE (self), error);
}

static void
read_all (MukanaProtectionPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_people_removed_job, NULL, NULL,
                         removed_read_cb, g_object_ref (self));
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_retaining_read_job, NULL, NULL,
                         retention_read_cb, g_object_ref (self));
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_rights_diary_job, NULL, NULL, diary_read_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (MukanaProtectionPage *self,
                  MukanaChangeSet      *changes)
{
  guint n_changes;
  const MukanaChange *change = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (change[i].kind == MUKANA_KIND_RIGHTS || change[i].kind == MUKANA_KIND_PERSON ||
        change[i].kind == MUKANA_KIND_EVERYTHING)
      {
        read_all (self);
        return;
      }
}

static void
request_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaProtectionPage *self = MUKANA_PROTECTION_PAGE (widget);
  MukanaRightsRequest *request = find_request (self, g_variant_get_int64 (parameter));

  if (request == NULL)
    return;

  present (self, g_str_equal (name, "protection.extend")
                   ? mukana_rights_extend_dialog_new (MUKANA_PAGE (self), request)
                   : mukana_rights_answer_dialog_new (MUKANA_PAGE (self), request));
}

static MukanaRetentionRule *
find_rule (MukanaProtectionPage *self,
           const char           *code)
{
  MukanaRetention *retention = mukana_retention_group_peek (self->retention);

  for (guint i = 0; retention != NULL && i < retention->rules->len; i++)
    {
      MukanaRetentionRule *rule = g_ptr_array_index (retention->rules, i);

      if (g_strcmp0 (rule->code, code) == 0)
        return rule;
    }

  return NULL;
}

static void
present_question (MukanaProtectionPage *self,
                  GPtrArray            *due)
{
  /* All of a list are of one rule; when nothing is due any more the page says so by itself. */
  MukanaRetentionRule *rule =
    due->len > 0 ? find_rule (self, ((MukanaRetentionItem *) g_ptr_array_index (due, 0))->code)
                 : NULL;
  GtkWidget *question;

  if (rule == NULL)
    return;

  question = mukana_retention_question_new (MUKANA_PAGE (self), rule, due);
  g_weak_ref_set (&self->question, question);
  gtk_window_present (GTK_WINDOW (question));
}

static void
due_listed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (MukanaProtectionPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (due != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    present_question (self, due);
  else if (due == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mukana_page_fail (MUKANA_PAGE (self), error);
}

static void
rule_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaProtectionPage *self = MUKANA_PROTECTION_PAGE (widget);
  MukanaRetentionRule *rule = find_rule (self, g_variant_get_string (parameter, NULL));

  if (rule == NULL)
    return;

  if (g_str_equal (name, "protection.rule"))
    present (self, mukana_retention_rule_dialog_new (MUKANA_PAGE (self), rule));
  else
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_retaining_list_job, g_strdup (rule->code),
                           g_free, due_listed_cb, g_object_ref (self));
}

static void
run_done_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  g_free (mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error));
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did_for_good (page, _("Done"));
}

static void
run_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  mukana_page_run_async (MUKANA_PAGE (widget), g_str_equal (name, "protection.approve")
                                                 ? &mukana_retaining_approve_job
                                                 : &mukana_retaining_drop_job,
                         g_memdup2 (&id, sizeof id), g_free, run_done_cb, g_object_ref (widget));
}

static void
bring_back_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);
  const char *said = _("Back in the lists");

  mukana_page_do (MUKANA_PAGE (widget), &mukana_person_restore_job, g_memdup2 (&id, sizeof id),
                  g_free, said,
                  mukana_step_new (said, &mukana_person_remove_job, g_memdup2 (&id, sizeof id),
                                   g_free));
}

static void
note_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  present (MUKANA_PROTECTION_PAGE (widget),
           mukana_rights_note_dialog_new (MUKANA_PAGE (widget), 0, (MukanaRights) ~0));
}

static void
account_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  mukana_page_show (MUKANA_PAGE (widget), "accountability", 0);
}

/* Where an officer looks for them, beside the menu. */
static GtkWidget *
make_account_row (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Accountability"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Diary of breaches, record of processing and impact assessment"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "protection.account");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static void
mukana_protection_page_add (MukanaPage *page)
{
  note_action (GTK_WIDGET (page), NULL, NULL);
}

static void
mukana_protection_page_open (MukanaPage *page,
                             gint64      id)
{
  MUKANA_PROTECTION_PAGE (page)->wanted = id;
  read_all (MUKANA_PROTECTION_PAGE (page));
}

static void
mukana_protection_page_shown (MukanaPage *page)
{
  /* The day may have changed since. */
  read_all (MUKANA_PROTECTION_PAGE (page));
}

static void
mukana_protection_page_narrow_changed (MukanaPage *page,
                                       gboolean    narrow)
{
  mukana_diary_group_set_narrow (MUKANA_PROTECTION_PAGE (page)->diary, narrow);
  mukana_retention_group_set_narrow (MUKANA_PROTECTION_PAGE (page)->retention, narrow);
}

static void
mukana_protection_page_constructed (GObject *object)
{
  MukanaProtectionPage *self = MUKANA_PROTECTION_PAGE (object);

  G_OBJECT_CLASS (mukana_protection_page_parent_class)->constructed (object);

  mukana_page_set_content (MUKANA_PAGE (self), GTK_WIDGET (self->stack));
  gtk_box_insert_child_after (GTK_BOX (self->groups),
                              mukana_setting_group_new (
                                MUKANA_TYPE_SECOND_GROUP,
                                mukana_page_get_context (MUKANA_PAGE (self))),
                              GTK_WIDGET (self->retention));
  gtk_widget_set_visible (self->account,
                          mukana_context_may_open (mukana_page_get_context (MUKANA_PAGE (self)),
                                                   "accountability"));
  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_protection_page_finalize (GObject *object)
{
  MukanaProtectionPage *self = MUKANA_PROTECTION_PAGE (object);

  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_weak_ref_clear (&self->dialog);
  g_weak_ref_clear (&self->question);

  G_OBJECT_CLASS (mukana_protection_page_parent_class)->finalize (object);
}

static void
mukana_protection_page_class_init (MukanaProtectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_protection_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = mukana_protection_page_finalize;
  page_class->open = mukana_protection_page_open;
  page_class->shown = mukana_protection_page_shown;
  page_class->add = mukana_protection_page_add;
  page_class->narrow_changed = mukana_protection_page_narrow_changed;

  gtk_widget_class_install_action (widget_class, "protection.bring-back", "x", bring_back_action);
  gtk_widget_class_install_action (widget_class, "protection.answer", "x", request_action);
  gtk_widget_class_install_action (widget_class, "protection.extend", "x", request_action);
  gtk_widget_class_install_action (widget_class, "protection.rule", "s", rule_action);
  gtk_widget_class_install_action (widget_class, "protection.due", "s", rule_action);
  gtk_widget_class_install_action (widget_class, "protection.approve", "x", run_action);
  gtk_widget_class_install_action (widget_class, "protection.drop", "x", run_action);
  gtk_widget_class_install_action (widget_class, "protection.account", NULL, account_action);
  gtk_widget_class_install_action (widget_class, "protection.note", NULL, note_action);
}

static void
mukana_protection_page_init (MukanaProtectionPage *self)
{
  GtkWidget *groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, GROUP_SPACING_PX);

  self->groups = groups;
  g_weak_ref_init (&self->dialog, NULL);
  g_weak_ref_init (&self->question, NULL);
  self->diary = MUKANA_DIARY_GROUP (mukana_diary_group_new ());
  gtk_box_append (GTK_BOX (groups), GTK_WIDGET (self->diary));
  self->account = make_account_row ();
  gtk_box_append (GTK_BOX (groups), self->account);
  self->retention = MUKANA_RETENTION_GROUP (mukana_retention_group_new ());
  gtk_box_append (GTK_BOX (groups), GTK_WIDGET (self->retention));
  self->removed = MUKANA_REMOVED_GROUP (mukana_removed_group_new ());
  gtk_box_append (GTK_BOX (groups), GTK_WIDGET (self->removed));
  self->status = MUKANA_STATUS (mukana_status_new ());
  mukana_status_set_loading (self->status, _("Reading the register"));
  g_signal_connect_swapped (self->status, "deed", G_CALLBACK (read_all), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "status");
  gtk_stack_add_named (self->stack, mukana_layout_page (groups), "page");
}

/** mukana_protection_page_peek_dialog: Returns: (nullable): borrowed, the window opened last */
MukanaRecordDialog *
mukana_protection_page_peek_dialog (MukanaProtectionPage *self)
{
  g_autoptr (MukanaRecordDialog) dialog = g_weak_ref_get (&self->dialog);

  return dialog;   /* GTK holds it for as long as it is open */
}

/** mukana_protection_page_peek_question: Returns: (nullable): borrowed, what was asked last */
GtkWidget *
mukana_protection_page_peek_question (MukanaProtectionPage *self)
{
  g_autoptr (GtkWidget) question = g_weak_ref_get (&self->question);

  return question;   /* GTK holds it for as long as it is open */
}

const MukanaPageInfo mukana_protection_page_info = {
  .id = "protection",
  .title = N_("Data protection"),
  .icon = "mukana-protection-symbolic",
  .order = 85,
  .get_type = mukana_protection_page_get_type,
  .count = &count_job,
  .counted = N_("Data protection requests without an answer"),
};
