/* mukana-week-group.c: when a person can take part: a week to paint.
 *
 * What is painted stores itself after a pause, so that a stroke of the pointer
 * or a run of keys is one write and one step to take back.
 *
 * A season is when a recurring week holds.  One season is shown at a time;
 * painting touches its times and no others.  One week of the calendar is shown
 * as it truly is, with its assignments and absences; painting it gives it times
 * of its own, and a week that is over is only read.
 */

#include "ui/people/mukana-week-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-key.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/kit/mukana-wrap-box.h"
#include "ui/people/mukana-painted-week.h"
#include "ui/people/mukana-keyed-card.h"
#include "ui/people/mukana-people-words.h"

#define PAUSE_MS 700

struct _MukanaWeekGroup
{
  GtkBox             parent_instance;

  MukanaPage        *page;          /* weak: an answer may outlive it */
  gint64             person_id;
  GPtrArray         *times;         /* MukanaFreeTime, as stored */
  GPtrArray         *own_weeks;     /* MukanaOwnWeek, as stored */
  GPtrArray         *absences;      /* MukanaAbsence */
  GPtrArray         *busy_times;    /* MukanaBusyTime */
  GPtrArray         *assignments;   /* MukanaAssignment */
  MukanaDayRange     season;        /* shown and painted */
  MukanaDay          monday;        /* of the week that is looked at */
  GArray            *shown;         /* MukanaWeekSpan: in the painter before anybody painted */
  guint              save_source;   /* a painted week waits for its pause */
  gboolean           paints_recurring; /* what is in the painter: else one week of the calendar */
  gboolean           is_saving;

  MukanaWeekPainter *painter;
  GtkWidget         *tools;         /* which week, and the toggles */
  GtkWidget         *recurring;     /* toggle */
  GtkWidget         *only_this;     /* toggle */
  GtkWidget         *steps;         /* previous week, its number, next week */
  GtkLabel          *week_label;
  GtkWidget         *season_button;
  GtkWidget         *follow;        /* button: no times of its own any more */
  GtkWidget         *absent_card;
  GtkLabel          *limits;
  GtkLabel          *saved;
};

G_DEFINE_FINAL_TYPE (MukanaWeekGroup, mukana_week_group, GTK_TYPE_BOX)

static gboolean
is_recurring (MukanaWeekGroup *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->recurring));
}

static MukanaDay
this_monday (MukanaWeekGroup *self)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (self->page));

  return today - mukana_day_weekday (today) + 1;
}

/* Takes @spans. */
static void
take_spans (MukanaWeekGroup *self,
            GArray          *spans)
{
  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = spans;
  mukana_week_painter_set_spans (self->painter, (MukanaWeekSpan *) spans->data, spans->len);
}

static void
show_recurring (MukanaWeekGroup *self)
{
  mukana_week_painter_set_dates (self->painter, MUKANA_DAY_NONE);
  mukana_week_painter_set_marked_day (self->painter, 0);
  mukana_week_painter_set_marks (self->painter, NULL, 0);
  take_spans (self, mukana_painted_week_of_season (self->times, self->season));
}

static void
mark_absence (MukanaWeekGroup *self,
              MukanaAbsence   *absence,
              GArray          *marks)
{
  for (int day = 0; day < MUKANA_WEEK_N_DAYS; day++)
    if (absence->from_day <= self->monday + day && self->monday + day <= absence->last_day)
      {
        MukanaWeekMark mark = { MUKANA_WEEK_ABSENCE, { day + 1, 0, 24 * 60 }, absence->reason };

        g_array_append_val (marks, mark);
      }
}

static void
mark_busy_time (MukanaWeekGroup *self,
                MukanaBusyTime  *time,
                GArray          *marks)
{
  MukanaWeekMark mark = { MUKANA_WEEK_ABSENCE,
                          { mukana_day_weekday (time->day), (int) time->start_minute,
                            (int) time->end_minute }, NULL };

  if (time->day >= self->monday && time->day < self->monday + MUKANA_WEEK_N_DAYS)
    g_array_append_val (marks, mark);
}

static void
mark_assignment (MukanaWeekGroup  *self,
                 MukanaAssignment *assignment,
                 GArray           *marks)
{
  MukanaWeekMark mark = { MUKANA_WEEK_ASSIGNMENT,
                          { mukana_day_weekday (assignment->day), (int) assignment->start_minute,
                            (int) assignment->end_minute }, NULL };

  if (assignment->day >= self->monday && assignment->day < self->monday + MUKANA_WEEK_N_DAYS &&
      assignment->end_minute > assignment->start_minute && !g_str_equal (assignment->state,
                                                                         "cancelled"))
    g_array_append_val (marks, mark);
}

static void
show_this_week (MukanaWeekGroup *self)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (self->page));
  gboolean has_today = self->monday <= today && today < self->monday + MUKANA_WEEK_N_DAYS;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (MukanaWeekMark));

  for (guint i = 0; i < self->absences->len; i++)
    mark_absence (self, g_ptr_array_index (self->absences, i), marks);
  for (guint i = 0; i < self->busy_times->len; i++)
    mark_busy_time (self, g_ptr_array_index (self->busy_times, i), marks);
  for (guint i = 0; i < self->assignments->len; i++)
    mark_assignment (self, g_ptr_array_index (self->assignments, i), marks);

  mukana_week_painter_set_dates (self->painter, self->monday);
  mukana_week_painter_set_marked_day (self->painter, has_today ? mukana_day_weekday (today) : 0);
  take_spans (self, mukana_painted_week_of_calendar (self->times, self->own_weeks, self->monday));
  mukana_week_painter_set_marks (self->painter, (MukanaWeekMark *) marks->data, marks->len);
}

static char *
dup_season (MukanaDayRange season)
{
  g_autofree char *from = mukana_format_day (NULL, season.from);
  g_autofree char *until = season.until != MUKANA_DAY_NONE ? mukana_format_day (NULL,
                                                                                season.until - 1)
                                                           : g_strdup ("");

  if (season.from == MUKANA_DAY_NONE && season.until == MUKANA_DAY_NONE)
    /* Translators: the season of a recurring week: it holds always */
    return g_strdup (_("Always"));

  /* Translators: a season: its first and its last day, either of which may be missing */
  return g_strdup_printf (_("%1$s–%2$s"), from, until);
}

static void
show_follow (MukanaWeekGroup *self)
{
  gtk_widget_set_visible (self->follow, !is_recurring (self) &&
                          mukana_painted_week_find_own (self->own_weeks, self->monday) != NULL);
}

static void
show_view (MukanaWeekGroup *self)
{
  g_autofree char *week = g_strdup_printf (_("Week %d"), mukana_day_iso_week (self->monday));
  g_autofree char *season = dup_season (self->season);

  gtk_label_set_label (self->week_label, week);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->season_button), season);
  gtk_widget_set_visible (self->steps, !is_recurring (self));
  gtk_widget_set_visible (self->season_button, is_recurring (self));
  show_follow (self);
  mukana_week_painter_set_read_only (self->painter, !is_recurring (self) &&
                                     self->monday < this_monday (self));
  self->paints_recurring = is_recurring (self);
  if (is_recurring (self))
    show_recurring (self);
  else
    show_this_week (self);
}

/* Storing what was painted. */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaWeekGroup) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  self->is_saving = FALSE;
  if (error == NULL)
    {
      gtk_label_set_label (self->saved, _("Saved"));
      return;
    }

  gtk_label_set_label (self->saved, _("Not saved"));
  if (self->page != NULL)
    mukana_page_fail (self->page, error);
}

/* Stores @after in the place of what *@parts holds, and lets it be taken back. */
static void
store_parts (MukanaWeekGroup  *self,
             const char       *kind,
             GPtrArray       **parts,
             GPtrArray        *after)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (parts);
  MukanaStep *step = mukana_step_new (_("Week painted"), &mukana_person_parts_job,
                                      mukana_parts_change_new (self->person_id, kind, before),
                                      (GDestroyNotify) mukana_parts_change_free);

  *parts = g_ptr_array_ref (after);
  self->is_saving = TRUE;
  mukana_undo_push (mukana_context_get_undo (mukana_page_get_context (self->page)), step);
  mukana_page_run_async (self->page, &mukana_person_parts_job,
                         mukana_parts_change_new (self->person_id, kind, after),
                         (GDestroyNotify) mukana_parts_change_free, saved_cb, g_object_ref (self));
}

static void
store_own_week (MukanaWeekGroup *self,
                GArray          *spans)
{
  g_autoptr (GPtrArray) own_weeks = mukana_painted_week_with_own (self->own_weeks, self->monday,
                                                                  spans);

  store_parts (self, "own-weeks", &self->own_weeks, own_weeks);
}

static void
store_season (MukanaWeekGroup *self,
              GArray          *spans)
{
  g_autoptr (GPtrArray) times = mukana_painted_week_with_season (self->times, self->season, spans);

  store_parts (self, "times", &self->times, times);
}

/** mukana_week_group_save_now: stores what was painted without waiting for the pause */
void
mukana_week_group_save_now (MukanaWeekGroup *self)
{
  g_autoptr (GArray) painted = NULL;
  g_autoptr (GArray) spans = NULL;

  if (self->save_source == 0)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  painted = mukana_week_painter_dup_spans (self->painter);
  spans = mukana_painted_week_merge (self->shown, painted);
  if (self->paints_recurring)
    store_season (self, spans);
  else
    store_own_week (self, spans);

  g_array_unref (self->shown);
  self->shown = g_steal_pointer (&spans);
  show_follow (self);
}

static void
follow_clicked_cb (MukanaWeekGroup *self)
{
  mukana_week_group_save_now (self);
  store_own_week (self, NULL);
  show_view (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->painter));
}

static gboolean
pause_over_cb (gpointer data)
{
  mukana_week_group_save_now (data);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (MukanaWeekGroup *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (PAUSE_MS, pause_over_cb, self);
  gtk_label_set_label (self->saved, "");
}

/* Looking around. */

static void
view_toggled_cb (MukanaWeekGroup *self)
{
  mukana_week_group_save_now (self);
  if (self->times != NULL)
    show_view (self);
}

static void
step_week (MukanaWeekGroup *self,
           int              n_weeks)
{
  mukana_week_group_save_now (self);
  self->monday += 7 * n_weeks;
  show_view (self);
}

static void
previous_clicked_cb (MukanaWeekGroup *self)
{
  step_week (self, -1);
}

static void
next_clicked_cb (MukanaWeekGroup *self)
{
  step_week (self, 1);
}

MukanaDayRange
mukana_week_group_get_season (MukanaWeekGroup *self)
{
  return self->season;
}

/** mukana_week_group_set_season: shows and paints another season; its times come when painted */
void
mukana_week_group_set_season (MukanaWeekGroup *self,
                              MukanaDayRange   season)
{
  mukana_week_group_save_now (self);
  self->season = season;
  show_view (self);
}

static void
season_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaDayRange season;

  g_variant_get (parameter, "(ii)", &season.from, &season.until);
  mukana_week_group_set_season (MUKANA_WEEK_GROUP (widget), season);
}

static void
add_season (GMenu          *menu,
            MukanaDayRange  season)
{
  g_autofree char *label = dup_season (season);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "week.season", "(ii)", season.from, season.until);
  g_menu_append_item (menu, item);
}

static void
make_season_menu (MukanaWeekGroup *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) seasons = g_menu_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_season (seasons, (MukanaDayRange) { MUKANA_DAY_NONE, MUKANA_DAY_NONE });
  g_hash_table_add (seen, dup_season ((MukanaDayRange) { MUKANA_DAY_NONE, MUKANA_DAY_NONE }));
  for (guint i = 0; i < self->times->len; i++)
    {
      MukanaFreeTime *time = g_ptr_array_index (self->times, i);
      MukanaDayRange season = { time->valid_from, time->valid_until };

      if (g_hash_table_add (seen, dup_season (season)))
        add_season (seasons, season);
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (seasons));
  g_menu_append (menu, _("_Another season…"), "person.add-season");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->season_button), G_MENU_MODEL (menu));
}

/* Those of the own calendar are one line: there may be hundreds. */
static void
add_busy_times (MukanaWeekGroup *self,
                MukanaDay        today)
{
  MukanaBusyTime *last = self->busy_times->len > 0
                           ? g_ptr_array_index (self->busy_times, self->busy_times->len - 1) : NULL;
  g_autofree char *until = last != NULL ? mukana_people_near_day (last->day, today) : NULL;
  g_autofree char *count = NULL;
  GtkWidget *content;

  if (last == NULL || last->day < today)
    return;

  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u busy time, until %2$s",
                                        "%1$u busy times, until %2$s", self->busy_times->len),
                           self->busy_times->len, until);
  content = mukana_layout_two_lines (count, _("From the person's own calendar"));
  content = mukana_layout_row (12, content,
    mukana_layout_icon_button ("view-refresh-symbolic", _("Busy times from a newer calendar file"),
                                "person.bring-busy-times"),
    mukana_layout_icon_button ("list-remove-symbolic", _("Remove the busy times"),
                                "person.drop-busy-times"), NULL);
  mukana_keyed_card_add (self->absent_card, "busy-times", content);
}

static void
show_absences (MukanaWeekGroup *self,
               MukanaDay        today)
{
  g_autofree char *key = mukana_keyed_card_empty (self->absent_card);

  add_busy_times (self, today);
  for (guint i = 0; i < self->absences->len; i++)
    {
      MukanaAbsence *absence = g_ptr_array_index (self->absences, i);
      g_autofree char *from = mukana_people_near_day (absence->from_day, today);
      g_autofree char *last = mukana_people_near_day (absence->last_day, today);
      g_autofree char *days = absence->from_day == absence->last_day
                                ? g_strdup (from) : g_strdup_printf (_("%1$s–%2$s"), from, last);
      g_autofree char *removal = g_strdup_printf (_("Remove %s"), days);
      g_autofree char *row_key = g_strdup_printf ("%" G_GINT64_FORMAT, absence->id);
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *remove = mukana_layout_icon_button ("list-remove-symbolic", removal,
                                                      "person.remove-absence");

      if (absence->last_day < today)
        continue;
      gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "x", absence->id);
      gtk_box_append (GTK_BOX (content), mukana_layout_two_lines (days, absence->reason));
      gtk_box_append (GTK_BOX (content), remove);
      mukana_keyed_card_add (self->absent_card, row_key, content);
    }

  gtk_widget_set_visible (self->absent_card,
                          gtk_widget_get_first_child (self->absent_card) != NULL);
  mukana_keyed_card_focus (self->absent_card, key);
}

/** mukana_week_group_show: a week that is being painted is not disturbed */
void
mukana_week_group_show (MukanaWeekGroup        *self,
                        const MukanaPersonFile *file)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (self->page));
  g_autofree char *limits = mukana_people_limits (file->person);
  gboolean is_first = self->times == NULL;

  self->person_id = file->person->id;
  gtk_label_set_label (self->limits, limits);
  if (self->save_source != 0 || self->is_saving)
    return;

  g_clear_pointer (&self->times, g_ptr_array_unref);
  g_clear_pointer (&self->own_weeks, g_ptr_array_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  self->times = g_ptr_array_ref (file->times);
  self->own_weeks = g_ptr_array_ref (file->own_weeks);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  self->absences = g_ptr_array_ref (file->absences);
  g_clear_pointer (&self->busy_times, g_ptr_array_unref);
  self->busy_times = g_ptr_array_ref (file->busy_times);
  self->assignments = g_ptr_array_ref (file->assignments);
  if (is_first && self->times->len > 0)
    {
      MukanaFreeTime *time = g_ptr_array_index (self->times, 0);

      self->season = (MukanaDayRange) { time->valid_from, time->valid_until };
    }

  make_season_menu (self);
  show_absences (self, today);
  show_view (self);
}

void
mukana_week_group_set_narrow (MukanaWeekGroup *self,
                              gboolean         narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

MukanaWeekPainter *
mukana_week_group_peek_painter (MukanaWeekGroup *self)
{
  return self->painter;
}

static void
mukana_week_group_dispose (GObject *object)
{
  MukanaWeekGroup *self = MUKANA_WEEK_GROUP (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->times, g_ptr_array_unref);
  g_clear_pointer (&self->own_weeks, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_clear_pointer (&self->busy_times, g_ptr_array_unref);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_week_group_parent_class)->dispose (object);
}

static void
mukana_week_group_class_init (MukanaWeekGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_week_group_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "week.season", "(ii)", season_action);
}

static GtkWidget *
make_steps (MukanaWeekGroup *self)
{
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *previous = mukana_layout_icon_button ("go-previous-symbolic", _("The week before"),
                                                    NULL);
  GtkWidget *next = mukana_layout_icon_button ("go-next-symbolic", _("The week after"), NULL);

  self->week_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->week_label), "row-title");
  g_signal_connect_swapped (previous, "clicked", G_CALLBACK (previous_clicked_cb), self);
  g_signal_connect_swapped (next, "clicked", G_CALLBACK (next_clicked_cb), self);
  gtk_box_append (GTK_BOX (steps), previous);
  gtk_box_append (GTK_BOX (steps), GTK_WIDGET (self->week_label));
  gtk_box_append (GTK_BOX (steps), next);
  return steps;
}

static GtkWidget *
make_tools (MukanaWeekGroup *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *which = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *toggles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->steps = make_steps (self);
  self->season_button = gtk_menu_button_new ();
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->season_button), TRUE);
  gtk_widget_add_css_class (self->season_button, "flat");
  mukana_menu_tip_set (self->season_button, _("The season when this week holds"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->season_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The season when this week holds"), -1);
  self->saved = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "hexpand", TRUE, "xalign", 1.0,
                                         "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->saved), "second-line");
  self->recurring = gtk_toggle_button_new_with_label (_("Recurring week"));
  self->only_this = gtk_toggle_button_new_with_label (_("One week"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->only_this),
                               GTK_TOGGLE_BUTTON (self->recurring));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->recurring), TRUE);
  g_signal_connect_swapped (self->recurring, "toggled", G_CALLBACK (view_toggled_cb), self);
  gtk_widget_add_css_class (toggles, "linked");
  gtk_box_append (GTK_BOX (toggles), self->recurring);
  gtk_box_append (GTK_BOX (toggles), self->only_this);

  gtk_box_append (GTK_BOX (which), self->steps);
  gtk_box_append (GTK_BOX (which), self->season_button);
  gtk_box_append (GTK_BOX (which), GTK_WIDGET (self->saved));
  gtk_box_append (GTK_BOX (tools), which);
  gtk_box_append (GTK_BOX (tools), toggles);
  self->tools = tools;
  gtk_widget_set_margin_start (tools, 6);
  gtk_widget_set_margin_end (tools, 12);
  gtk_widget_set_margin_top (tools, 9);
  return tools;
}

/* What can be done with a week that has times of its own. */
static GtkWidget *
make_follow (MukanaWeekGroup *self)
{
  self->follow = gtk_button_new_with_label (_("Follow the recurring week"));
  gtk_widget_add_css_class (self->follow, "flat");
  gtk_widget_set_halign (self->follow, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->follow, 6);
  gtk_widget_set_visible (self->follow, FALSE);
  g_signal_connect_swapped (self->follow, "clicked", G_CALLBACK (follow_clicked_cb), self);
  return self->follow;
}

static GtkWidget *
make_limits (MukanaWeekGroup *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->limits = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand",
                                          TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->limits), "legend-name");
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->limits));
  gtk_box_append (GTK_BOX (row), mukana_layout_icon_button ("document-edit-symbolic",
                                                             _("Edit limits"),
                                                             "person.edit"));
  gtk_widget_set_margin_start (row, 12);
  gtk_widget_set_margin_end (row, 6);
  gtk_widget_set_margin_bottom (row, 3);
  return row;
}

static void
mukana_week_group_init (MukanaWeekGroup *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *key = mukana_week_key_new (NULL);
  GtkWidget *add = gtk_button_new_with_label (_("Add an absence…"));

  self->season = (MukanaDayRange) { MUKANA_DAY_NONE, MUKANA_DAY_NONE };
  self->painter = MUKANA_WEEK_PAINTER (mukana_week_painter_new ());
  self->absent_card = mukana_keyed_card (_("Absences"));
  gtk_widget_set_margin_top (self->absent_card, 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self->painter), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->painter), 12);
  gtk_widget_set_margin_start (key, 12);
  gtk_widget_set_margin_end (key, 12);
  g_signal_connect_swapped (self->painter, "changed", G_CALLBACK (painted_cb), self);

  gtk_widget_add_css_class (add, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "person.add-absence");
  gtk_widget_add_css_class (card, "mukana-card");
  gtk_box_append (GTK_BOX (card), make_tools (self));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->painter));
  gtk_box_append (GTK_BOX (card), key);
  gtk_box_append (GTK_BOX (card), make_follow (self));
  gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (card), make_limits (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Availability"), add));
  gtk_box_append (GTK_BOX (self), card);
  gtk_box_append (GTK_BOX (self), self->absent_card);
}

GtkWidget *
mukana_week_group_new (MukanaPage *page)
{
  MukanaWeekGroup *self = g_object_new (MUKANA_TYPE_WEEK_GROUP, NULL);

  g_set_weak_pointer (&self->page, page);
  self->monday = mukana_context_today (mukana_page_get_context (page));
  self->monday -= mukana_day_weekday (self->monday) - 1;
  return GTK_WIDGET (self);
}
