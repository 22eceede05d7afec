/* mukana-cooperation-page.c: what waits in cooperation with organisations, points and groups.
 *
 * The number in the sidebar is of what is due: steps, statements and agreements.
 */

#include "ui/cooperation/mukana-cooperation-page.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-cooperating.h"
#include "ui/app/mukana-agreement-end.h"
#include "ui/cooperation/mukana-cooperation-dialogs.h"
#include "ui/cooperation/mukana-cooperation-rows.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-record-deed.h"

#define SOON_DAYS 7

struct _MukanaCooperationPage
{
  MukanaPage             parent_instance;

  MukanaCooperationDesk *desk;      /* NULL until it is read */
  MukanaRoster          *roster;    /* NULL until it is read, and for who may not see people */
  gint64                 point_id;  /* for which a theme day is being booked; 0: a statement is
                                       being asked */
  MukanaThemeDay        *day;       /* that is being changed; NULL: a new one */
  GtkWidget             *groups;    /* NULL when the page is gone */
  gint64                 sought;    /* the theme day that somebody came for; 0: none */
  int                    n_awaited; /* answers after which it stands where it will stay */
};

G_DEFINE_FINAL_TYPE (MukanaCooperationPage, mukana_cooperation_page, MUKANA_TYPE_PAGE)

static gint64
count_due (MukanaCooperationDesk *desk,
           MukanaDay              today)
{
  gint64 n = desk->ending->len;

  for (guint i = 0; i < desk->tasks->len; i++)
    if (MUKANA_LOG_ENTRY (g_ptr_array_index (desk->tasks, i))->next_day <= today + SOON_DAYS)
      n++;
  for (guint i = 0; i < desk->statements->len; i++)
    {
      MukanaStatementRequest *statement = g_ptr_array_index (desk->statements, i);

      if (statement->due_on != MUKANA_DAY_NONE && statement->due_on <= today + SOON_DAYS)
        n++;
    }

  return n;
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (MukanaCooperationDesk) desk = mukana_cooperation_desk_job.run (db, NULL, cancellable,
                                                                            error);
  gint64 n;

  if (desk == NULL)
    return NULL;

  n = count_due (desk, mukana_db_today (db));
  return g_memdup2 (&n, sizeof n);
}

static const MukanaJob count_job = {
  "cooperating.count", MUKANA_LANE_READ, count_run, g_free, .needs = MUKANA_DEED_WORK_HERE
};

static void
show_desk (MukanaCooperationPage *self)
{
  MukanaPage *page = MUKANA_PAGE (self);
  GtkBox *box = GTK_BOX (self->groups);

  mukana_layout_empty (self->groups);
  gtk_box_append (box, mukana_cooperation_make_tasks (page, self->desk));
  gtk_box_append (box, mukana_cooperation_make_log (page, self->desk));
  gtk_box_append (box, mukana_cooperation_make_statements (page, self->desk));
  gtk_box_append (box, mukana_cooperation_make_ending (page, self->desk));
  gtk_box_append (box, mukana_cooperation_make_points (page, self->desk));
  if (self->roster != NULL && self->desk->points->len > 0)
    gtk_box_append (box, mukana_cooperation_make_roster (page, self->roster));
  gtk_box_append (box, mukana_cooperation_make_groups (page, self->desk));
  gtk_box_append (box, mukana_cooperation_make_quiet (page, self->desk));
  gtk_box_append (box, mukana_cooperation_make_numbers (page, self->desk));
  if (self->sought != 0)
    mukana_layout_go_to_deed (self->groups, "cooperation.theme-day", self->sought);
}

/* Desk and roster come in any order, and each makes the rows anew. */
static void
take_answer (MukanaCooperationPage *self)
{
  if (self->groups != NULL && self->desk != NULL)
    show_desk (self);
  if (--self->n_awaited <= 0)
    self->sought = 0;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaCooperationPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaCooperationDesk *desk = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                         &error);

  if (desk == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->desk, mukana_cooperation_desk_free);
  self->desk = desk;
  take_answer (self);
}

static void
roster_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (MukanaCooperationPage) self = data;
  /* The desk says when the store is away. */
  MukanaRoster *roster = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);

  if (roster == NULL)
    return;

  g_clear_pointer (&self->roster, mukana_roster_free);
  self->roster = roster;
  take_answer (self);
}

static gboolean
sees_people (MukanaCooperationPage *self)
{
  return mukana_context_may (mukana_page_get_context (MUKANA_PAGE (self)), MUKANA_DEED_SEE_PEOPLE);
}

static void
read_desk (MukanaCooperationPage *self)
{
  if (sees_people (self))
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_roster_job, NULL, NULL, roster_read_cb,
                           g_object_ref (self));
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_cooperation_desk_job, NULL, NULL, read_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (MukanaCooperationPage *self,
                  MukanaChangeSet       *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (list[i].kind == MUKANA_KIND_ORGANISATION || list[i].kind == MUKANA_KIND_COOPERATION ||
        list[i].kind == MUKANA_KIND_LOG_ENTRY || list[i].kind == MUKANA_KIND_EVERYTHING)
      {
        read_desk (self);
        return;
      }
}

static gpointer
find_by_id (GPtrArray *records,
            gint64     id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (mukana_record_get_int (g_ptr_array_index (records, i), "id") == id)
      return g_ptr_array_index (records, i);

  return NULL;
}

/* (id of the line of the log) */
static void
done_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  mukana_record_deed_done (MUKANA_PAGE (widget), g_variant_get_int64 (parameter));
}

/* (id of the line): its window is the application's, as that of a new one */
static void
log_line_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_widget_activate_action_variant (widget, "app.log-line", parameter);
}

/* (place in the list: the organisation's own agreement has no id) */
static void
settle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaCooperationPage *self = MUKANA_COOPERATION_PAGE (widget);
  guint place = (guint) g_variant_get_int64 (parameter);
  MukanaAgreement *agreement;

  if (self->desk == NULL || place >= self->desk->ending->len)
    return;

  agreement = g_ptr_array_index (self->desk->ending, place);
  mukana_agreement_end_present (MUKANA_PAGE (self), agreement->id, agreement->organisation_id);
}

static void
given_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaCooperationPage *self = MUKANA_COOPERATION_PAGE (widget);
  MukanaStatementRequest *statement =
    self->desk ? find_by_id (self->desk->statements, g_variant_get_int64 (parameter)) : NULL;

  if (statement != NULL)
    mukana_given_dialog_present (MUKANA_PAGE (self), statement);
}

static void
point_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaCooperationPage *self = MUKANA_COOPERATION_PAGE (widget);

  if (self->desk != NULL)
    mukana_point_dialog_present (MUKANA_PAGE (self),
                                 find_by_id (self->desk->points,
                                             g_variant_get_int64 (parameter)));
}

static void
count_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  mukana_encounters_dialog_present (MUKANA_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
participants_read_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      data)
{
  g_autoptr (MukanaCooperationPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) participants = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                NULL, &error);

  if (participants == NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else if (participants->len == 0)
    mukana_page_toast (MUKANA_PAGE (self), _("Add an organisation first"));
  else if (self->point_id == 0)
    mukana_ask_dialog_present (MUKANA_PAGE (self), participants);
  else
    mukana_theme_day_dialog_present (MUKANA_PAGE (self), self->point_id, self->day, participants);
}

static void
ask_about_organisations (MukanaCooperationPage *self,
               gint64                 point_id,
               MukanaThemeDay        *day)
{
  self->point_id = point_id;
  g_set_object (&self->day, day);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_participants_job, NULL, NULL,
                         participants_read_cb, g_object_ref (self));
}

static void
ask_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ask_about_organisations (MUKANA_COOPERATION_PAGE (widget), 0, NULL);
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ask_about_organisations (MUKANA_COOPERATION_PAGE (widget), g_variant_get_int64 (parameter), NULL);
}

static void
theme_day_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MukanaCooperationPage *self = MUKANA_COOPERATION_PAGE (widget);
  MukanaThemeDay *day =
    self->desk ? find_by_id (self->desk->theme_days, g_variant_get_int64 (parameter)) : NULL;

  if (day != NULL)
    ask_about_organisations (self, day->point_id, day);
}

static void
volunteers_read_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (MukanaCooperationPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) volunteers = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                              &error);

  if (volunteers == NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else if (volunteers->len == 0)
    mukana_page_toast (MUKANA_PAGE (self), _("Nobody can be asked: no consent is in force"));
  else
    mukana_shift_dialog_present (MUKANA_PAGE (self), self->point_id, volunteers);
}

static void
shift_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaCooperationPage *self = MUKANA_COOPERATION_PAGE (widget);

  self->point_id = g_variant_get_int64 (parameter);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_volunteers_job, NULL, NULL,
                         volunteers_read_cb, g_object_ref (self));
}

static void
cancel_shift_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  MukanaCooperationPage *self = MUKANA_COOPERATION_PAGE (widget);
  MukanaShift *shift =
    self->roster ? find_by_id (self->roster->shifts, g_variant_get_int64 (parameter)) : NULL;

  if (shift != NULL)
    mukana_page_do (MUKANA_PAGE (self), &mukana_shift_drop_job, g_object_ref (shift),
                    g_object_unref, _("The shift is cancelled"),
                    mukana_step_new (_("The shift is cancelled"), &mukana_shift_restore_job,
                                     g_object_ref (shift), g_object_unref));
}

static void
group_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaCooperationPage *self = MUKANA_COOPERATION_PAGE (widget);

  if (self->desk != NULL)
    mukana_group_dialog_present (MUKANA_PAGE (self),
                                 find_by_id (self->desk->groups,
                                             g_variant_get_int64 (parameter)));
}

static void
meeting_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaCooperationPage *self = MUKANA_COOPERATION_PAGE (widget);
  MukanaCooperationGroup *group =
    self->desk ? find_by_id (self->desk->groups, g_variant_get_int64 (parameter)) : NULL;

  if (group != NULL)
    mukana_meeting_dialog_present (MUKANA_PAGE (self), group);
}

static void
mukana_cooperation_page_open (MukanaPage *page,
                              gint64      id)
{
  MukanaCooperationPage *self = MUKANA_COOPERATION_PAGE (page);

  self->sought = id;
  self->n_awaited = sees_people (self) ? 2 : 1;
  read_desk (self);
}

/* What is added here is a line of the log. */
static void
mukana_cooperation_page_add (MukanaPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "app.log", NULL);
}

static void
mukana_cooperation_page_narrow_changed (MukanaPage *page,
                                        gboolean    narrow)
{
  MukanaCooperationPage *self = MUKANA_COOPERATION_PAGE (page);

  if (self->desk != NULL && self->groups != NULL)
    show_desk (self);
}

static void
mukana_cooperation_page_constructed (GObject *object)
{
  MukanaCooperationPage *self = MUKANA_COOPERATION_PAGE (object);

  G_OBJECT_CLASS (mukana_cooperation_page_parent_class)->constructed (object);

  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_cooperation_page_dispose (GObject *object)
{
  MUKANA_COOPERATION_PAGE (object)->groups = NULL;
  g_clear_object (&MUKANA_COOPERATION_PAGE (object)->day);

  G_OBJECT_CLASS (mukana_cooperation_page_parent_class)->dispose (object);
}

static void
mukana_cooperation_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_COOPERATION_PAGE (object)->desk, mukana_cooperation_desk_free);
  g_clear_pointer (&MUKANA_COOPERATION_PAGE (object)->roster, mukana_roster_free);

  G_OBJECT_CLASS (mukana_cooperation_page_parent_class)->finalize (object);
}

static void
mukana_cooperation_page_class_init (MukanaCooperationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_cooperation_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_cooperation_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_cooperation_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_cooperation_page_open;
  MUKANA_PAGE_CLASS (klass)->add = mukana_cooperation_page_add;
  MUKANA_PAGE_CLASS (klass)->narrow_changed = mukana_cooperation_page_narrow_changed;

  gtk_widget_class_install_action (widget_class, "cooperation.log-line", "x", log_line_action);
  gtk_widget_class_install_action (widget_class, "cooperation.done", "x", done_action);
  gtk_widget_class_install_action (widget_class, "cooperation.settle", "x", settle_action);
  gtk_widget_class_install_action (widget_class, "cooperation.given", "x", given_action);
  gtk_widget_class_install_action (widget_class, "cooperation.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "cooperation.point", "x", point_action);
  gtk_widget_class_install_action (widget_class, "cooperation.count", "x", count_action);
  gtk_widget_class_install_action (widget_class, "cooperation.book", "x", book_action);
  gtk_widget_class_install_action (widget_class, "cooperation.theme-day", "x", theme_day_action);
  gtk_widget_class_install_action (widget_class, "cooperation.shift", "x", shift_action);
  gtk_widget_class_install_action (widget_class, "cooperation.cancel-shift", "x",
                                   cancel_shift_action);
  gtk_widget_class_install_action (widget_class, "cooperation.group", "x", group_action);
  gtk_widget_class_install_action (widget_class, "cooperation.meeting", "x", meeting_action);
}

static void
mukana_cooperation_page_init (MukanaCooperationPage *self)
{
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_page (self->groups));
}

const MukanaPageInfo mukana_cooperation_page_info = {
  .id = "cooperation",
  .title = N_("Cooperation"),
  .icon = "mukana-reply-symbolic",
  .order = 32,
  .get_type = mukana_cooperation_page_get_type,
  .count = &count_job,
  .counted = N_("Agreements that end, and next steps and statements that are due"),
};
