/* mukana-attendance-page.c: who comes to one occurrence of an event, and who came. */

#include "ui/events/mukana-attendance-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/events/mukana-attendance-lists.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-person-choice.h"
#include "ui/kit/mukana-record-dialog.h"
#include "ui/kit/mukana-wrap-box.h"

struct _MukanaAttendancePage
{
  MukanaPage        parent_instance;

  gint64            id;           /* of the occurrence */
  MukanaAttendance *attendance;   /* NULL until it is read */
  GtkWidget        *body;         /* NULL when the page is gone */
  GPtrArray        *checks;       /* of its GtkCheckButton, in the order of the registrations */
};

G_DEFINE_FINAL_TYPE (MukanaAttendancePage, mukana_attendance_page, MUKANA_TYPE_PAGE)

/* ---- Showing ---- */

static MukanaRegistration *
find (MukanaAttendancePage *self,
      gint64                id)
{
  for (guint i = 0; self->attendance != NULL && i < self->attendance->registrations->len; i++)
    {
      MukanaRegistration *registration = g_ptr_array_index (self->attendance->registrations, i);

      if (registration->id == id)
        return registration;
    }

  return NULL;
}

static void
run_mark (MukanaAttendancePage *self,
          MukanaAttending      *attending)
{
  MukanaAttending *back = mukana_attending_new (self->id, !attending->is_attended);

  g_array_append_vals (back->ids, attending->ids->data, attending->ids->len);
  mukana_page_do (MUKANA_PAGE (self), &mukana_attending_mark_job, attending,
                  (GDestroyNotify) mukana_attending_free, _("Attendance is recorded"),
                  mukana_step_new (_("Attendance is recorded"), &mukana_attending_mark_job, back,
                                   (GDestroyNotify) mukana_attending_free));
}

static void
toggled_cb (GtkCheckButton *check,
            gpointer        data)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (check), MUKANA_TYPE_ATTENDANCE_PAGE);
  gint64 id = *(gint64 *) data;
  gboolean is_attended = gtk_check_button_get_active (check);
  MukanaRegistration *registration =
    page != NULL ? find (MUKANA_ATTENDANCE_PAGE (page), id) : NULL;
  MukanaAttending *attending;

  if (registration == NULL || (registration->is_attended != 0) == is_attended)
    return;

  attending = mukana_attending_new (registration->occurrence_id, is_attended);
  mukana_attending_add (attending, id);
  run_mark (MUKANA_ATTENDANCE_PAGE (page), attending);
}

static void
add_registration (MukanaAttendancePage *self,
                  GtkWidget            *card,
                  MukanaRegistration   *registration)
{
  const char *name = registration->display_name != NULL ? registration->display_name
                                                        : _("Somebody of the register");
  g_autofree char *second = g_strjoin (registration->organisation_name && registration->diet
                                       ? ", " : "",
                                       registration->organisation_name
                                       ? registration->organisation_name : "",
                                       registration->diet ? registration->diet : "", NULL);
  g_autofree char *tip = g_strdup_printf (_("Remove %s"), name);
  g_autofree char *attended = g_strdup_printf (_("%s attended"), name);
  GtkWidget *check = gtk_check_button_new_with_label (_("Attended"));
  GtkWidget *remove = mukana_layout_icon_button ("list-remove-symbolic", tip, "attendance.remove");
  GtkWidget *change = mukana_layout_deed_of (_("Change…"), "flat", "attendance.change",
                                             registration->id, name);
  GtkWidget *texts = mukana_layout_two_lines (name, second), *ends;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), registration->is_attended);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, attended,
                                  -1);
  g_signal_connect_data (check, "toggled", G_CALLBACK (toggled_cb),
                         g_memdup2 (&registration->id, sizeof registration->id),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "x", registration->id);
  g_ptr_array_add (self->checks, check);
  ends = mukana_layout_row (6, mukana_layout_middle (check), mukana_layout_middle (change), remove,
                            NULL);
  mukana_layout_card_add (card, mukana_page_get_narrow (MUKANA_PAGE (self))
                                  ? mukana_layout_column (0, texts, ends, NULL)
                                  : mukana_layout_row (12, mukana_layout_expand (texts), ends,
                                                       NULL));
}

static GtkWidget *
make_deeds (void)
{
  static const struct { const char *label, *action; } all[] = {
    { N_("_Add…"), "attendance.add" },
    { N_("All _attended"), "attendance.all" },
    { N_("_Bring a list…"), "attendance.bring" },
    { N_("_Save the list…"), "attendance.save-list" },
  };
  GtkWidget *deeds = mukana_wrap_box_new (6, 6);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                            mukana_layout_button (_(all[i].label),
                                                  i == 0 ? "suggested-action" : NULL,
                                                  all[i].action));
  return deeds;
}

/* Kept as it is while the same people are in the same order, so that a key pressed on a row
 * finds the row still there. */
static gboolean
is_same (const MukanaAttendance *old,
         const MukanaAttendance *new)
{
  if (old == NULL || old->registrations->len != new->registrations->len)
    return FALSE;

  for (guint i = 0; i < new->registrations->len; i++)
    {
      MukanaRegistration *before = g_ptr_array_index (old->registrations, i);
      MukanaRegistration *after = g_ptr_array_index (new->registrations, i);

      if (before->id != after->id || g_strcmp0 (before->diet, after->diet) != 0 ||
          g_strcmp0 (before->display_name, after->display_name) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
update_checks (MukanaAttendancePage *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      MukanaRegistration *registration = g_ptr_array_index (self->attendance->registrations, i);

      gtk_check_button_set_active (g_ptr_array_index (self->checks, i), registration->is_attended);
    }
}

/* Nobody else remembers whom to tell. */
static GtkWidget *
make_cancelled (MukanaOccurrence *occurrence,
                guint             n_registered)
{
  g_autofree char *day = mukana_format_day (NULL, occurrence->cancelled_on);
  g_autofree char *words = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Cancelled on %1$s. Tell the one who registered.",
                 "Cancelled on %1$s. Tell the %2$u who registered.", MAX (n_registered, 1)),
    day, n_registered);

  if (n_registered == 0)
    {
      g_free (words);
      words = g_strdup_printf (_("Cancelled on %s."), day);
    }
  return mukana_layout_tip (mukana_layout_wrapped (words, NULL));
}

static void
show_attendance (MukanaAttendancePage *self)
{
  GPtrArray *registrations = self->attendance->registrations;
  g_autofree char *day = mukana_format_day (NULL, self->attendance->occurrence->day);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u registered by name",
                                                         "%u registered by name",
                                                         registrations->len), registrations->len);
  g_autofree char *second = g_strdup_printf ("%s, %s", day, count);
  GtkWidget *card = mukana_layout_card ();

  g_ptr_array_set_size (self->checks, 0);
  mukana_layout_empty (self->body);
  gtk_box_append (GTK_BOX (self->body), mukana_layout_column (2,
    mukana_layout_wrapped (self->attendance->event->title, "page-title"),
    mukana_layout_wrapped (second, "second-line"), NULL));
  if (self->attendance->occurrence->cancelled_on != MUKANA_DAY_NONE)
    gtk_box_append (GTK_BOX (self->body),
                    make_cancelled (self->attendance->occurrence, registrations->len));
  gtk_box_append (GTK_BOX (self->body), make_deeds ());
  for (guint i = 0; i < registrations->len; i++)
    add_registration (self, card, g_ptr_array_index (registrations, i));
  if (registrations->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("Nobody is registered by name yet. Add people one by one, or bring a list with a column "
        "for names."), "second-line"));
  gtk_box_append (GTK_BOX (self->body), card);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaAttendancePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAttendance) old = NULL;
  MukanaAttendance *attendance = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                          &error);

  if (attendance == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  old = self->attendance;
  self->attendance = attendance;
  if (self->body == NULL)
    return;
  if (attendance->registrations->len > 0 && is_same (old, attendance))
    update_checks (self);
  else
    show_attendance (self);
}

static void
read_attendance (MukanaAttendancePage *self)
{
  if (self->id != 0)
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_attendance_job,
                           g_memdup2 (&self->id, sizeof self->id), g_free, read_cb,
                           g_object_ref (self));
}

static void
store_changed_cb (MukanaAttendancePage *self,
                  MukanaChangeSet      *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (list[i].kind == MUKANA_KIND_COOPERATION || list[i].kind == MUKANA_KIND_CONSENT ||
        list[i].kind == MUKANA_KIND_PERSON || list[i].kind == MUKANA_KIND_EVERYTHING)
      {
        read_attendance (self);
        return;
      }
}

/* ---- Deeds ---- */

static void
saved (MukanaPage *page,
       gpointer    result,
       gpointer    data)
{
  g_free (result);
  mukana_page_did_for_good (page, _("The registration is saved"));
}

static const MukanaRecordDeed save_deed = {
  &mukana_registration_save_job, NULL, NULL, saved
};

/* @registration: (nullable): a new one */
static void
present (MukanaAttendancePage *self,
         MukanaRegistration   *registration)
{
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_registration_check);
  g_autoptr (MukanaRegistration) fresh = g_object_new (MUKANA_TYPE_REGISTRATION, NULL);
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  MukanaRecordDialog *dialog;

  mukana_record_init_int (fresh, "occurrence-id", self->id);
  mukana_form_load (form, registration != NULL ? registration : fresh);
  dialog = mukana_record_dialog_new (MUKANA_PAGE (self), _("Registration"), _("Save"), form,
                                     &save_deed, NULL, NULL);
  if (registration == NULL && mukana_context_may (context, MUKANA_DEED_SEE_PEOPLE))
    mukana_record_dialog_add (dialog, mukana_person_choice_new (_("Person of the register"),
                                                                "person-id", form, context));
  if (registration == NULL || registration->name != NULL)
    mukana_record_dialog_add (dialog, mukana_field_row_new (_("Name"), "name", form));
  if (registration == NULL)
    {
      mukana_record_dialog_explain (dialog, _(
        "Choose a person of the register, or write a name. The address is not kept: it tells "
        "whether this is a person of the register or a contact of an organisation."));
      mukana_record_dialog_add (dialog, mukana_field_row_new (_("E-mail"), "email", form));
    }
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Diet"), "diet", form));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  present (MUKANA_ATTENDANCE_PAGE (widget), NULL);
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaRegistration *registration = find (MUKANA_ATTENDANCE_PAGE (widget),
                                           g_variant_get_int64 (parameter));

  if (registration != NULL)
    present (MUKANA_ATTENDANCE_PAGE (widget), registration);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaAttendancePage *self = MUKANA_ATTENDANCE_PAGE (widget);
  MukanaRegistration *registration = find (self, g_variant_get_int64 (parameter));
  g_autoptr (MukanaRegistration) back = NULL;
  MukanaAttending *attending;

  if (registration == NULL)
    return;

  attending = mukana_attending_new (self->id, FALSE);
  mukana_attending_add (attending, registration->id);
  back = mukana_record_with_int (registration, "id", 0);
  mukana_page_do (MUKANA_PAGE (self), &mukana_attending_drop_job, attending,
                  (GDestroyNotify) mukana_attending_free, _("The registration is removed"),
                  mukana_step_new (_("The registration is removed"),
                                   &mukana_registration_restore_job, g_steal_pointer (&back),
                                   g_object_unref));
}

static void
all_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaAttendancePage *self = MUKANA_ATTENDANCE_PAGE (widget);
  MukanaAttending *attending = mukana_attending_new (self->id, TRUE);

  for (guint i = 0; self->attendance != NULL && i < self->attendance->registrations->len; i++)
    {
      MukanaRegistration *registration = g_ptr_array_index (self->attendance->registrations, i);

      if (!registration->is_attended)
        mukana_attending_add (attending, registration->id);
    }

  if (attending->ids->len > 0)
    run_mark (self, attending);
  else
    mukana_attending_free (attending);
}

static void
list_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaAttendancePage *self = MUKANA_ATTENDANCE_PAGE (widget);

  if (g_str_equal (name, "attendance.bring"))
    mukana_attendance_bring (MUKANA_PAGE (self), self->id);
  else
    mukana_attendance_save (MUKANA_PAGE (self), self->id);
}

/* ---- The page ---- */

static void
mukana_attendance_page_open (MukanaPage *page,
                             gint64      id)
{
  MUKANA_ATTENDANCE_PAGE (page)->id = id;
  read_attendance (MUKANA_ATTENDANCE_PAGE (page));
}

static void
mukana_attendance_page_narrow_changed (MukanaPage *page,
                                       gboolean    narrow)
{
  MukanaAttendancePage *self = MUKANA_ATTENDANCE_PAGE (page);

  if (self->attendance != NULL && self->body != NULL)
    show_attendance (self);
}

static void
mukana_attendance_page_add (MukanaPage *page)
{
  present (MUKANA_ATTENDANCE_PAGE (page), NULL);
}

static void
mukana_attendance_page_constructed (GObject *object)
{
  MukanaAttendancePage *self = MUKANA_ATTENDANCE_PAGE (object);

  G_OBJECT_CLASS (mukana_attendance_page_parent_class)->constructed (object);

  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_attendance_page_dispose (GObject *object)
{
  MUKANA_ATTENDANCE_PAGE (object)->body = NULL;

  G_OBJECT_CLASS (mukana_attendance_page_parent_class)->dispose (object);
}

static void
mukana_attendance_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_ATTENDANCE_PAGE (object)->attendance, mukana_attendance_free);
  g_ptr_array_unref (MUKANA_ATTENDANCE_PAGE (object)->checks);

  G_OBJECT_CLASS (mukana_attendance_page_parent_class)->finalize (object);
}

static void
mukana_attendance_page_class_init (MukanaAttendancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_attendance_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_attendance_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_attendance_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_attendance_page_open;
  MUKANA_PAGE_CLASS (klass)->add = mukana_attendance_page_add;
  MUKANA_PAGE_CLASS (klass)->narrow_changed = mukana_attendance_page_narrow_changed;

  gtk_widget_class_install_action (widget_class, "attendance.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "attendance.change", "x", change_action);
  gtk_widget_class_install_action (widget_class, "attendance.remove", "x", remove_action);
  gtk_widget_class_install_action (widget_class, "attendance.all", NULL, all_action);
  gtk_widget_class_install_action (widget_class, "attendance.bring", NULL, list_action);
  gtk_widget_class_install_action (widget_class, "attendance.save-list", NULL, list_action);
}

static void
mukana_attendance_page_init (MukanaAttendancePage *self)
{
  self->checks = g_ptr_array_new ();
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_page (self->body));
}

const MukanaPageInfo mukana_attendance_page_info = {
  .id = "attendance",
  .title = N_("Who comes"),
  .icon = "mukana-calendar-symbolic",
  .order = 35,
  .parent = "events",
  .get_type = mukana_attendance_page_get_type,
};

const MukanaAttendance *
mukana_attendance_page_peek (MukanaAttendancePage *self)
{
  return self->attendance;
}
