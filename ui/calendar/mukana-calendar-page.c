/* mukana-calendar-page.c: what takes place when: a day, a week, a month, or one day after another.
 *
 * The page knows which day is looked at, how much around it is shown, and which kinds; the
 * pictures are made anew from one read.  Only the days that are shown are read.
 *
 * Keys: the arrows go from day to day (in a month also from week to week), Page Up and Page
 * Down by what is shown, Home or T to today, 1 to 4 choose the view, Enter opens.
 */

#include "ui/calendar/mukana-calendar-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/calendar/mukana-calendar-agenda.h"
#include "ui/calendar/mukana-calendar-hours.h"
#include "ui/calendar/mukana-calendar-month.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-status.h"
#include "ui/kit/mukana-wrap-box.h"

#define SETTING_VIEW "calendar-view"
#define SETTING_KINDS "calendar-kinds"
#define WEEK_DAYS 7

static const struct { const char *name, *label; } views[MUKANA_TIMETABLE_N_VIEWS] = {
  [MUKANA_TIMETABLE_DAY] = { "day", N_("Day") },
  [MUKANA_TIMETABLE_WEEK] = { "week", N_("Week") },
  [MUKANA_TIMETABLE_MONTH] = { "month", N_("Month") },
  [MUKANA_TIMETABLE_AGENDA] = { "list", N_("List") },
};

struct _MukanaCalendarPage
{
  MukanaPage           parent_instance;

  MukanaTimetableView  view;
  MukanaDay            day;            /* that is looked at */
  guint                kinds;          /* that are shown: bits of MUKANA_TIMETABLE_OF() */
  MukanaTimetable     *timetable;      /* NULL until it is read */
  gboolean             wants_focus;    /* the day that is looked at is to have it, once shown */

  GtkWidget           *head;           /* made anew when the window becomes narrow or wide */
  GtkWidget           *title;
  GtkWidget           *toggles[MUKANA_TIMETABLE_N_VIEWS];
  GtkWidget           *notice;
  GtkWidget           *body;           /* NULL when the page is gone */
};

G_DEFINE_FINAL_TYPE (MukanaCalendarPage, mukana_calendar_page, MUKANA_TYPE_PAGE)

static gboolean
may_see_people (MukanaCalendarPage *self)
{
  return mukana_context_may (mukana_page_get_context (MUKANA_PAGE (self)),
                             MUKANA_DEED_SEE_PEOPLE);
}

/* ---- Showing ---- */

static int
minute_now (MukanaCalendarPage *self)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  MukanaDay today = mukana_context_today (context);
  gint64 since_us = mukana_context_now_us (context) - mukana_day_minute_us (today, 0);
  int minute = (int) (since_us / G_TIME_SPAN_MINUTE);

  /* What the hands of the clock show, also on the two days on which they are moved. */
  return minute < 180 ? minute : minute - mukana_timetable_clock_change (today);
}

static GtkWidget *
make_first_deed (MukanaCalendarPage *self)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));

  if (mukana_context_may (context, MUKANA_DEED_CHANGE_REQUESTS))
    return mukana_layout_button (_("_New Request…"), "flat", "calendar.add");
  if (mukana_context_may (context, MUKANA_DEED_CHANGE_ORGANISATIONS))
    return mukana_layout_button (_("_Events…"), "flat", "calendar.add");

  return NULL;
}

/* What there is to say of the whole: that there is nothing, or more than can be shown. */
static void
show_notice (MukanaCalendarPage *self)
{
  gboolean is_empty = self->timetable->items->len == 0;
  const char *sentence = self->timetable->is_cut
    ? _("There is more than can be shown at once. Look at a shorter time, or at fewer kinds.")
    : self->kinds == MUKANA_TIMETABLE_ALL_KINDS || !may_see_people (self)
      ? _("Nothing takes place then.")
      : _("Nothing of what is chosen above takes place then.");
  GtkWidget *deed = is_empty ? make_first_deed (self) : NULL;

  mukana_layout_empty (self->notice);
  gtk_widget_set_visible (self->notice, is_empty || self->timetable->is_cut);
  gtk_box_append (GTK_BOX (self->notice),
                  mukana_layout_expand (mukana_layout_wrapped (sentence, NULL)));
  if (deed != NULL)
    gtk_box_append (GTK_BOX (self->notice), deed);
}

static MukanaCalendarScene
make_scene (MukanaCalendarPage *self)
{
  return (MukanaCalendarScene) {
    mukana_page_get_context (MUKANA_PAGE (self)), self->timetable, self->view, self->day,
    minute_now (self), mukana_page_get_narrow (MUKANA_PAGE (self)),
  };
}

/* A narrow month has its day below it. */
static GtkWidget *
make_narrow_month (const MukanaCalendarScene *scene)
{
  MukanaDayRange day = { scene->day, scene->day + 1 };

  return mukana_layout_page (mukana_layout_column (12, mukana_calendar_month_new (scene),
                                                   mukana_calendar_agenda_new (scene, day, TRUE),
                                                   NULL));
}

static GtkWidget *
make_picture (MukanaCalendarPage *self)
{
  MukanaCalendarScene scene = make_scene (self);

  switch (self->view)
    {
    case MUKANA_TIMETABLE_MONTH:
      return scene.is_narrow ? make_narrow_month (&scene) : mukana_calendar_month_new (&scene);
    case MUKANA_TIMETABLE_WEEK:
      if (scene.is_narrow)
        return mukana_layout_page (mukana_calendar_agenda_new (&scene, self->timetable->days,
                                                               TRUE));
      return mukana_calendar_days_new (&scene);
    case MUKANA_TIMETABLE_AGENDA:
      return mukana_layout_page (mukana_calendar_agenda_new (&scene, self->timetable->days,
                                                             FALSE));
    default:
      return mukana_calendar_days_new (&scene);
    }
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Where the arrows go on from. */
static void
focus_day (MukanaCalendarPage *self)
{
  GtkWidget *found = mukana_calendar_find_day (self->body, self->day);

  self->wants_focus = FALSE;
  if (found != NULL && !gtk_widget_grab_focus (found))
    found = NULL;   /* a heading: what is under it */
  if (found == NULL)
    gtk_widget_child_focus (self->body, GTK_DIR_TAB_FORWARD);
}

static void
show_timetable (MukanaCalendarPage *self)
{
  gboolean takes_focus = self->wants_focus || has_focus_within (self->body);
  g_autofree char *title = mukana_calendar_period_name (self->view, self->day);
  GtkWidget *picture = make_picture (self);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  show_notice (self);
  mukana_layout_empty (self->body);
  gtk_widget_set_vexpand (picture, TRUE);
  gtk_box_append (GTK_BOX (self->body), picture);
  if (takes_focus)
    focus_day (self);
}

/* ---- Reading ---- */

static gboolean
is_asked_for (MukanaCalendarPage *self,
              MukanaTimetable    *timetable)
{
  MukanaDayRange days = mukana_timetable_period (self->view, self->day);

  return timetable != NULL && timetable->days.from == days.from &&
         timetable->days.until == days.until;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaCalendarPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaTimetable *timetable = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                        &error);

  if (timetable == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  /* Somebody who holds a key down is somewhere else by now. */
  if (self->body == NULL || !is_asked_for (self, timetable))
    {
      mukana_timetable_free (timetable);
      return;
    }

  g_clear_pointer (&self->timetable, mukana_timetable_free);
  self->timetable = timetable;
  show_timetable (self);
}

static void
read_timetable (MukanaCalendarPage *self)
{
  MukanaTimetableAsk ask = { mukana_timetable_period (self->view, self->day), self->kinds };

  mukana_page_run_async (MUKANA_PAGE (self), may_see_people (self) ? &mukana_timetable_job
                                                                   : &mukana_timetable_shared_job,
                         g_memdup2 (&ask, sizeof ask), g_free, read_cb, g_object_ref (self));
}

static void
keep_settings (MukanaCalendarPage *self)
{
  GSettings *settings = mukana_context_get_settings (mukana_page_get_context (MUKANA_PAGE (self)));

  if (settings == NULL)
    return;

  g_settings_set_string (settings, SETTING_VIEW, views[self->view].name);
  g_settings_set_uint (settings, SETTING_KINDS, self->kinds);
}

/* Looks at @day in @view. */
static void
move_to (MukanaCalendarPage  *self,
         MukanaTimetableView  view,
         MukanaDay            day)
{
  gboolean is_other_view = view != self->view;

  self->view = view;
  self->day = day;
  if (self->toggles[view] != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[view]), TRUE);
  if (is_other_view)
    keep_settings (self);

  if (is_asked_for (self, self->timetable))
    show_timetable (self);
  else
    read_timetable (self);
}

/* ---- The head ---- */

static void
view_toggled_cb (GtkToggleButton *button,
                 gpointer         data)
{
  MukanaCalendarPage *self = data;

  for (int view = 0; view < MUKANA_TIMETABLE_N_VIEWS; view++)
    if (self->toggles[view] == GTK_WIDGET (button) && view != (int) self->view &&
        gtk_toggle_button_get_active (button))
      move_to (self, view, self->day);
}

static GtkWidget *
make_views (MukanaCalendarPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);

  for (int view = 0; view < MUKANA_TIMETABLE_N_VIEWS; view++)
    {
      self->toggles[view] = gtk_toggle_button_new_with_label (_(views[view].label));
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->toggles[view]),
                                   view > 0 ? GTK_TOGGLE_BUTTON (self->toggles[0]) : NULL);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[view]),
                                    view == (int) self->view);
      g_signal_connect (self->toggles[view], "toggled", G_CALLBACK (view_toggled_cb), self);
      gtk_widget_set_hexpand (self->toggles[view], TRUE);
      gtk_box_append (GTK_BOX (box), self->toggles[view]);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How much is shown"), -1);
  mukana_layout_style (box, "calendar-views");
  return mukana_layout_style (mukana_layout_middle (box), "linked");
}

static void
kind_toggled_cb (GtkToggleButton *button,
                 gpointer         data)
{
  MukanaCalendarPage *self = data;
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mukana-kind"));

  if (gtk_toggle_button_get_active (button))
    self->kinds |= MUKANA_TIMETABLE_OF (kind);
  else
    self->kinds &= ~MUKANA_TIMETABLE_OF (kind);
  keep_settings (self);
  read_timetable (self);
}

static GtkWidget *
make_kind (MukanaCalendarPage  *self,
           MukanaTimetableKind  kind)
{
  const char *label = mukana_timetable_kind_label (kind);
  gboolean is_narrow = mukana_page_get_narrow (MUKANA_PAGE (self));
  g_autofree char *css_class = g_strconcat ("of-", mukana_timetable_kind_name (kind), NULL);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *shape = gtk_image_new_from_icon_name (mukana_calendar_icon (kind));

  mukana_layout_style (shape, "calendar-shape");
  gtk_button_set_child (GTK_BUTTON (button), is_narrow ? shape
    : mukana_layout_row (6, shape, gtk_label_new (label), NULL));
  mukana_layout_style (mukana_layout_style (button, "calendar-kind"), css_class);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                (self->kinds & MUKANA_TIMETABLE_OF (kind)) != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_tooltip_text (button, label);
  g_object_set_data (G_OBJECT (button), "mukana-kind", GUINT_TO_POINTER (kind));
  g_signal_connect (button, "toggled", G_CALLBACK (kind_toggled_cb), self);
  return button;
}

static GtkWidget *
make_kinds (MukanaCalendarPage *self)
{
  GtkWidget *box = mukana_wrap_box_new (6, 6);

  for (guint kind = 0; kind < MUKANA_TIMETABLE_N_KINDS; kind++)
    if (may_see_people (self) || kind == MUKANA_TIMETABLE_EVENT ||
        kind == MUKANA_TIMETABLE_THEME_DAY)
      mukana_wrap_box_append (MUKANA_WRAP_BOX (box), make_kind (self, kind));

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What is shown"), -1);
  return box;
}

static GtkWidget *
make_step (const char *icon,
           const char *name,
           int         n_steps)
{
  GtkWidget *button = mukana_layout_icon_button (icon, name, "calendar.step");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", n_steps);
  return button;
}

static void
make_head (MukanaCalendarPage *self)
{
  gboolean is_narrow = mukana_page_get_narrow (MUKANA_PAGE (self));
  GtkWidget *back = make_step ("go-previous-symbolic", _("Earlier"), -1);
  GtkWidget *forward = make_step ("go-next-symbolic", _("Later"), 1);
  GtkWidget *today = is_narrow ? mukana_layout_icon_button ("mukana-today-symbolic", _("Today"),
                                                            NULL)
                               : mukana_layout_button (_("_Today"), NULL, NULL);
  GtkWidget *line;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "calendar.today");
  self->title = is_narrow ? mukana_layout_wrapped ("", "row-title")
                          : mukana_layout_text ("", "page-title");
  mukana_layout_expand (self->title);
  mukana_layout_empty (self->head);
  line = mukana_layout_row (6, back, forward, today, self->title, NULL);
  gtk_widget_set_margin_start (self->title, 6);
  gtk_box_append (GTK_BOX (self->head), line);
  if (is_narrow)
    gtk_box_append (GTK_BOX (self->head), make_views (self));
  else
    gtk_box_append (GTK_BOX (line), make_views (self));
  gtk_box_append (GTK_BOX (self->head), make_kinds (self));
}

/* ---- Deeds ---- */

/* (route, id) */
static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const char *route;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &route, &id);
  mukana_page_show (MUKANA_PAGE (widget), route, id);
}

/* (day, view) */
static void
day_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaCalendarPage *self = MUKANA_CALENDAR_PAGE (widget);
  int day, view;

  g_variant_get (parameter, "(ii)", &day, &view);
  self->wants_focus = TRUE;
  move_to (self, view, day);
}

/* (n_steps) */
static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaCalendarPage *self = MUKANA_CALENDAR_PAGE (widget);

  move_to (self, self->view,
           mukana_timetable_step (self->view, self->day, g_variant_get_int32 (parameter)));
}

static void
today_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaCalendarPage *self = MUKANA_CALENDAR_PAGE (widget);

  move_to (self, self->view, mukana_context_today (mukana_page_get_context (MUKANA_PAGE (self))));
}

static void
mukana_calendar_page_add (MukanaPage *page)
{
  MukanaContext *context = mukana_page_get_context (page);

  if (mukana_context_may (context, MUKANA_DEED_CHANGE_REQUESTS))
    mukana_page_show (page, "request-form", 0);
  else if (mukana_context_may (context, MUKANA_DEED_CHANGE_ORGANISATIONS))
    mukana_page_show (page, "events", 0);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  mukana_calendar_page_add (MUKANA_PAGE (widget));
}

/* How many days an arrow goes; 0: it is left to whatever has the focus. */
static int
days_of_arrow (MukanaCalendarPage *self,
               guint               key)
{
  gboolean is_month = self->view == MUKANA_TIMETABLE_MONTH &&
                      !mukana_page_get_narrow (MUKANA_PAGE (self));

  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left: return -1;
    case GDK_KEY_Right: case GDK_KEY_KP_Right: return 1;
    case GDK_KEY_Up: case GDK_KEY_KP_Up: return is_month ? -WEEK_DAYS : 0;
    case GDK_KEY_Down: case GDK_KEY_KP_Down: return is_month ? WEEK_DAYS : 0;
    default: return 0;
    }
}

static gboolean
key_pressed_cb (MukanaCalendarPage *self,
                guint               key,
                guint               code,
                GdkModifierType     state)
{
  gboolean is_in_body = has_focus_within (self->body);
  int n_days = is_in_body ? days_of_arrow (self, key) : 0;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  if (n_days != 0)
    move_to (self, self->view, self->day + n_days);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    move_to (self, self->view, mukana_timetable_step (self->view, self->day, -1));
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    move_to (self, self->view, mukana_timetable_step (self->view, self->day, 1));
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home || key == GDK_KEY_t || key == GDK_KEY_T)
    today_action (GTK_WIDGET (self), NULL, NULL);
  else if (key >= GDK_KEY_1 && key < GDK_KEY_1 + MUKANA_TIMETABLE_N_VIEWS)
    move_to (self, key - GDK_KEY_1, self->day);
  else
    return FALSE;

  return TRUE;
}

/* ---- The page ---- */

static void
store_changed_cb (MukanaCalendarPage *self)
{
  if (self->timetable != NULL)
    read_timetable (self);
}

static void
mukana_calendar_page_open (MukanaPage *page,
                           gint64      id)
{
  MukanaCalendarPage *self = MUKANA_CALENDAR_PAGE (page);

  if (self->day == MUKANA_DAY_NONE)
    self->day = mukana_context_today (mukana_page_get_context (page));
  self->wants_focus = TRUE;
  read_timetable (self);
}

static void
mukana_calendar_page_narrow_changed (MukanaPage *page,
                                     gboolean    narrow)
{
  MukanaCalendarPage *self = MUKANA_CALENDAR_PAGE (page);

  if (self->body == NULL)
    return;

  make_head (self);
  if (self->timetable != NULL)
    show_timetable (self);
}

static void
read_settings (MukanaCalendarPage *self)
{
  GSettings *settings = mukana_context_get_settings (mukana_page_get_context (MUKANA_PAGE (self)));
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, SETTING_VIEW) : NULL;

  if (settings == NULL)
    return;

  self->kinds = g_settings_get_uint (settings, SETTING_KINDS) & MUKANA_TIMETABLE_ALL_KINDS;
  for (int view = 0; view < MUKANA_TIMETABLE_N_VIEWS; view++)
    if (g_strcmp0 (views[view].name, name) == 0)
      self->view = view;
}

static void
mukana_calendar_page_constructed (GObject *object)
{
  MukanaCalendarPage *self = MUKANA_CALENDAR_PAGE (object);

  G_OBJECT_CLASS (mukana_calendar_page_parent_class)->constructed (object);

  read_settings (self);
  make_head (self);
  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_calendar_page_dispose (GObject *object)
{
  MUKANA_CALENDAR_PAGE (object)->body = NULL;

  G_OBJECT_CLASS (mukana_calendar_page_parent_class)->dispose (object);
}

static void
mukana_calendar_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_CALENDAR_PAGE (object)->timetable, mukana_timetable_free);

  G_OBJECT_CLASS (mukana_calendar_page_parent_class)->finalize (object);
}

static void
mukana_calendar_page_class_init (MukanaCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_calendar_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_calendar_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_calendar_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_calendar_page_open;
  MUKANA_PAGE_CLASS (klass)->add = mukana_calendar_page_add;
  MUKANA_PAGE_CLASS (klass)->narrow_changed = mukana_calendar_page_narrow_changed;

  gtk_widget_class_install_action (widget_class, "calendar.open", "(sx)", open_action);
  gtk_widget_class_install_action (widget_class, "calendar.day", "(ii)", day_action);
  gtk_widget_class_install_action (widget_class, "calendar.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "calendar.add", NULL, add_action);
}

static void
mukana_calendar_page_init (MukanaCalendarPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *content;

  self->view = MUKANA_TIMETABLE_MONTH;
  self->kinds = MUKANA_TIMETABLE_ALL_KINDS;
  self->day = MUKANA_DAY_NONE;
  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->body = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_set_visible (self->notice, FALSE);
  mukana_layout_style (self->head, "page-head");
  mukana_layout_style (self->notice, "calendar-notice");
  content = mukana_layout_column (0, self->head, self->notice, self->body, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (content, keys);
  mukana_page_set_content (MUKANA_PAGE (self), content);
}

const MukanaPageInfo mukana_calendar_page_info = {
  .id = "calendar",
  .title = N_("Calendar"),
  .icon = "mukana-week-symbolic",
  .order = 50,
  .get_type = mukana_calendar_page_get_type,
};
