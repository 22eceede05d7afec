/* mukana-week-painter.c: when somebody is free, painted by mouse or keyboard.
 *
 * Arrows move over half hours, Space paints or clears, Shift with an arrow
 * extends, Home and End go to the ends of the day.  A drag and a run of Shift
 * are the same thing: a stroke, a rectangle between an anchor and the cursor
 * that is laid over the week as it was before the stroke, so that going back
 * takes the paint off again.
 *
 * Signal "changed" (before): the week was changed by the user; before is a
 * #GArray of #MukanaWeekSpan, what the week was, for the caller's undo.  A drag
 * says it once, at its end.  The painter keeps no history and stores nothing.
 */

#include "ui/kit/mukana-week-painter.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-style.h"

#define SLOT_MINUTES       30
#define NATURAL_WIDTH_PX  560
#define SLOT_MINIMUM_PX     8

struct _MukanaWeekPainter
{
  GtkWidget          parent_instance;

  MukanaWeekScene    scene;
  gboolean           is_read_only;

  /* The ring says where keys will paint.  It is not the toolkit's "visible
   * focus", which fades after some seconds: here it is a cursor. */
  gboolean           shows_cursor;

  /* The stroke under way. */
  gboolean           has_stroke;
  MukanaWeekPattern  base;            /* the week without the stroke */
  int                anchor_day;
  int                anchor_slot;
  gboolean           paints_free;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaWeekPainter, mukana_week_painter, GTK_TYPE_WIDGET)

static void
clear_mark (gpointer data)
{
  MukanaWeekMark *mark = data;

  g_free ((char *) mark->label);
}

static void
say_slot (MukanaWeekPainter *self)
{
  g_autofree char *spoken = mukana_week_scene_say_slot (&self->scene);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}

static void
refresh (MukanaWeekPainter *self)
{
  g_autofree char *spoken = mukana_week_scene_say_week (&self->scene);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  say_slot (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Shows 8–20, and more when something stands outside it.  Hours once shown stay. */
static void
show_hours_needed (MukanaWeekPainter *self)
{
  MukanaWeekScene *scene = &self->scene;
  guint64 used = 0;

  for (int day = 0; day < MUKANA_WEEK_N_DAYS; day++)
    used |= scene->free.days[day];
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MukanaWeekMark *mark = &g_array_index (scene->marks, MukanaWeekMark, i);
      MukanaWeekPattern covered = { { 0 } };

      /* Whole days away say nothing about early mornings. */
      if (mark->kind == MUKANA_WEEK_ABSENCE)
        continue;
      mukana_week_pattern_cover (&covered, &mark->when);
      used |= covered.days[mark->when.weekday - 1];
    }

  if (used & ~((G_GUINT64_CONSTANT (1) << 44) - (1 << 12)))
    {
      scene->first_slot = 0;
      scene->end_slot = MUKANA_WEEK_N_SLOTS;
    }
  else if (used & ~((G_GUINT64_CONSTANT (1) << 40) - (1 << 16)))
    {
      scene->first_slot = MIN (scene->first_slot, 12);
      scene->end_slot = MAX (scene->end_slot, 44);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
emit_changed (MukanaWeekPainter       *self,
              const MukanaWeekPattern *before)
{
  g_autoptr (GArray) spans = NULL;

  refresh (self);
  if (mukana_week_pattern_equal (before, &self->scene.free))
    return;

  spans = mukana_week_pattern_to_spans (before);
  g_signal_emit (self, signals[CHANGED], 0, spans);
}

static void
begin_stroke (MukanaWeekPainter *self,
              gboolean           paints_free)
{
  self->has_stroke = TRUE;
  self->base = self->scene.free;
  self->anchor_day = self->scene.cursor_day;
  self->anchor_slot = self->scene.cursor_slot;
  self->paints_free = paints_free;
}

static void
lay_stroke (MukanaWeekPainter *self)
{
  self->scene.free = self->base;
  mukana_week_pattern_paint (&self->scene.free, &self->scene.locked,
                             self->anchor_day, self->anchor_slot,
                             self->scene.cursor_day, self->scene.cursor_slot,
                             self->paints_free);
}

static gboolean
cursor_is_free (MukanaWeekPainter *self)
{
  return mukana_week_pattern_holds (&self->scene.free,
                                    self->scene.cursor_day, self->scene.cursor_slot);
}

static gboolean
cursor_is_locked (MukanaWeekPainter *self)
{
  return mukana_week_pattern_holds (&self->scene.locked,
                                    self->scene.cursor_day, self->scene.cursor_slot);
}

/* Going past an end of the day that is shown shows more of the day. */
static void
move_cursor (MukanaWeekPainter *self,
             int                day,
             int                slot)
{
  MukanaWeekScene *scene = &self->scene;

  if (slot < 0 || slot >= MUKANA_WEEK_N_SLOTS || day < 0 || day >= MUKANA_WEEK_N_DAYS)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  if (slot < scene->first_slot)
    scene->first_slot = slot >= 12 ? 12 : 0;
  if (slot >= scene->end_slot)
    scene->end_slot = slot < 44 ? 44 : MUKANA_WEEK_N_SLOTS;
  scene->cursor_day = day;
  scene->cursor_slot = slot;
}

static void
go (MukanaWeekPainter *self,
    int                day,
    int                slot,
    gboolean           extends)
{
  MukanaWeekPattern before = self->scene.free;

  self->shows_cursor = TRUE;
  if (!extends || self->is_read_only)
    self->has_stroke = FALSE;
  else if (!self->has_stroke)
    begin_stroke (self, cursor_is_free (self));

  move_cursor (self, day, slot);
  if (self->has_stroke)
    lay_stroke (self);
  emit_changed (self, &before);
}

static gboolean
arrow_pressed_cb (GtkWidget *widget,
                  GVariant  *arguments,
                  gpointer   unused)
{
  MukanaWeekPainter *self = MUKANA_WEEK_PAINTER (widget);
  gboolean extends;
  int days, slots;

  g_variant_get (arguments, "(iib)", &days, &slots, &extends);
  go (self, self->scene.cursor_day + days, self->scene.cursor_slot + slots, extends);
  return TRUE;
}

static gboolean
end_pressed_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   unused)
{
  MukanaWeekPainter *self = MUKANA_WEEK_PAINTER (widget);
  gboolean is_last, extends;

  g_variant_get (arguments, "(bb)", &is_last, &extends);
  go (self, self->scene.cursor_day,
      is_last ? self->scene.end_slot - 1 : self->scene.first_slot, extends);
  return TRUE;
}

static gboolean
space_pressed_cb (GtkWidget *widget,
                  GVariant  *arguments,
                  gpointer   unused)
{
  MukanaWeekPainter *self = MUKANA_WEEK_PAINTER (widget);
  MukanaWeekPattern before = self->scene.free;

  self->shows_cursor = TRUE;
  if (self->is_read_only || cursor_is_locked (self))
    {
      gtk_widget_error_bell (widget);
      say_slot (self);
      return TRUE;
    }

  begin_stroke (self, !cursor_is_free (self));
  lay_stroke (self);
  emit_changed (self, &before);
  return TRUE;
}

static gboolean
find_slot (MukanaWeekPainter *self,
           double             x,
           double             y,
           int               *day,
           int               *slot)
{
  MukanaWeekFrame frame = mukana_week_frame (GTK_WIDGET (self),
                                             gtk_widget_get_width (GTK_WIDGET (self)));

  return mukana_week_frame_find (&frame, &self->scene, x, y, day, slot);
}

static void
drag_begun_cb (GtkGestureDrag    *gesture,
               double             x,
               double             y,
               MukanaWeekPainter *self)
{
  int day, slot;

  if (!find_slot (self, x, y, &day, &slot))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->shows_cursor = FALSE;
  self->scene.cursor_day = day;
  self->scene.cursor_slot = slot;
  self->has_stroke = FALSE;

  if (!self->is_read_only && !cursor_is_locked (self))
    {
      begin_stroke (self, !cursor_is_free (self));
      lay_stroke (self);
    }
  refresh (self);
}

static void
drag_moved_cb (GtkGestureDrag    *gesture,
               double             offset_x,
               double             offset_y,
               MukanaWeekPainter *self)
{
  double x, y;

  if (!self->has_stroke || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  find_slot (self, x + offset_x, y + offset_y,
             &self->scene.cursor_day, &self->scene.cursor_slot);
  lay_stroke (self);
  refresh (self);
}

static void
drag_ended_cb (GtkGestureDrag    *gesture,
               double             offset_x,
               double             offset_y,
               MukanaWeekPainter *self)
{
  MukanaWeekPattern before = self->base;

  if (!self->has_stroke)
    return;

  self->has_stroke = FALSE;
  emit_changed (self, &before);
}

static void
drag_cancelled_cb (GtkGesture        *gesture,
                   GdkEventSequence  *sequence,
                   MukanaWeekPainter *self)
{
  if (!self->has_stroke)
    return;

  self->scene.free = self->base;
  self->has_stroke = FALSE;
  refresh (self);
}

static void
focus_changed_cb (MukanaWeekPainter *self)
{
  self->shows_cursor = TRUE;
  say_slot (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
mukana_week_painter_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  MukanaWeekPainter *self = MUKANA_WEEK_PAINTER (widget);
  MukanaWeekFrame frame = mukana_week_frame (widget, 0);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = frame.label_width +
                 (self->scene.end_slot - self->scene.first_slot) * SLOT_MINIMUM_PX;
      *natural = MAX (*minimum, NATURAL_WIDTH_PX);
    }
  else
    *minimum = *natural = frame.scale_height + MUKANA_WEEK_N_DAYS * frame.row_height;
}

static void
mukana_week_painter_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  MukanaWeekPainter *self = MUKANA_WEEK_PAINTER (widget);

  mukana_week_scene_draw (&self->scene, widget, snapshot,
                          self->shows_cursor && gtk_widget_has_focus (widget));
}

static void
mukana_week_painter_finalize (GObject *object)
{
  g_array_unref (MUKANA_WEEK_PAINTER (object)->scene.marks);
  G_OBJECT_CLASS (mukana_week_painter_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct { guint key, keypad_key; int days, slots; } ARROWS[] =
  {
    { GDK_KEY_Left,  GDK_KEY_KP_Left,   0, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right,  0,  1 },
    { GDK_KEY_Up,    GDK_KEY_KP_Up,    -1,  0 },
    { GDK_KEY_Down,  GDK_KEY_KP_Down,   1,  0 },
  };
  static const guint SPACES[] = { GDK_KEY_space, GDK_KEY_KP_Space, GDK_KEY_Return,
                                  GDK_KEY_KP_Enter };

  for (int extends = 0; extends < 2; extends++)
    {
      GdkModifierType modifiers = extends ? GDK_SHIFT_MASK : 0;

      for (guint i = 0; i < G_N_ELEMENTS (ARROWS); i++)
        {
          gtk_widget_class_add_binding (widget_class, ARROWS[i].key, modifiers, arrow_pressed_cb,
                                        "(iib)", ARROWS[i].days, ARROWS[i].slots, extends);
          gtk_widget_class_add_binding (widget_class, ARROWS[i].keypad_key, modifiers,
                                        arrow_pressed_cb, "(iib)",
                                        ARROWS[i].days, ARROWS[i].slots, extends);
        }
      gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, modifiers, end_pressed_cb,
                                    "(bb)", FALSE, extends);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_End, modifiers, end_pressed_cb,
                                    "(bb)", TRUE, extends);
    }

  for (guint i = 0; i < G_N_ELEMENTS (SPACES); i++)
    gtk_widget_class_add_binding (widget_class, SPACES[i], 0, space_pressed_cb, NULL);
}

static void
mukana_week_painter_class_init (MukanaWeekPainterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mukana_week_painter_finalize;
  widget_class->measure = mukana_week_painter_measure;
  widget_class->snapshot = mukana_week_painter_snapshot;
  mukana_style_follow (widget_class);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);

  add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "mukana-week-painter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mukana_week_painter_init (MukanaWeekPainter *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->scene.marks = g_array_new (FALSE, TRUE, sizeof (MukanaWeekMark));
  g_array_set_clear_func (self->scene.marks, clear_mark);
  self->scene.monday = MUKANA_DAY_NONE;
  self->scene.marked_day = -1;
  self->scene.first_slot = self->scene.cursor_slot = 16;
  self->scene.end_slot = 40;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_moved_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  refresh (self);
}

/** mukana_week_painter_new: Returns: a recurring week with nothing painted */
GtkWidget *
mukana_week_painter_new (void)
{
  return g_object_new (MUKANA_TYPE_WEEK_PAINTER, NULL);
}

/**
 * mukana_week_painter_set_spans:
 * @spans: (array length=n_spans) (nullable): when the person is free, in any order
 *
 * Replaces the painted week without saying "changed".  Spans that do not fall
 * on half hours are rounded inwards.
 */
void
mukana_week_painter_set_spans (MukanaWeekPainter    *self,
                               const MukanaWeekSpan *spans,
                               guint                 n_spans)
{
  g_return_if_fail (MUKANA_IS_WEEK_PAINTER (self));

  self->scene.free = mukana_week_pattern_from_spans (spans, n_spans);
  self->has_stroke = FALSE;
  show_hours_needed (self);
  refresh (self);
}

/** mukana_week_painter_dup_spans: Returns: yours, #MukanaWeekSpan by day and time */
GArray *
mukana_week_painter_dup_spans (MukanaWeekPainter *self)
{
  g_return_val_if_fail (MUKANA_IS_WEEK_PAINTER (self), NULL);

  return mukana_week_pattern_to_spans (&self->scene.free);
}

/**
 * mukana_week_painter_set_marks:
 * @marks: (array length=n_marks) (nullable): copied
 *
 * Assignments and absences lie over the free times and cannot be painted; what
 * was free beneath them stays free when they go.
 */
void
mukana_week_painter_set_marks (MukanaWeekPainter    *self,
                               const MukanaWeekMark *marks,
                               guint                 n_marks)
{
  g_return_if_fail (MUKANA_IS_WEEK_PAINTER (self));

  g_array_set_size (self->scene.marks, 0);
  memset (&self->scene.locked, 0, sizeof self->scene.locked);
  for (guint i = 0; i < n_marks; i++)
    {
      MukanaWeekMark copy = marks[i];

      if (copy.when.weekday < 1 || copy.when.weekday > MUKANA_WEEK_N_DAYS)
        continue;
      copy.label = g_strdup (marks[i].label);
      g_array_append_val (self->scene.marks, copy);
      mukana_week_pattern_cover (&self->scene.locked, &copy.when);
    }

  self->has_stroke = FALSE;
  show_hours_needed (self);
  refresh (self);
}

/** mukana_week_painter_set_dates: @monday: the week's first day, or NONE for the recurring week */
void
mukana_week_painter_set_dates (MukanaWeekPainter *self,
                               MukanaDay          monday)
{
  g_return_if_fail (MUKANA_IS_WEEK_PAINTER (self));
  g_return_if_fail (monday == MUKANA_DAY_NONE || mukana_day_weekday (monday) == 1);

  self->scene.monday = monday;
  refresh (self);
}

/** mukana_week_painter_set_marked_day: @weekday: shown bold, 1 to 7; 0 for none */
void
mukana_week_painter_set_marked_day (MukanaWeekPainter *self,
                                    int                weekday)
{
  g_return_if_fail (MUKANA_IS_WEEK_PAINTER (self));
  g_return_if_fail (weekday >= 0 && weekday <= MUKANA_WEEK_N_DAYS);

  self->scene.marked_day = weekday - 1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** mukana_week_painter_set_read_only: a week that can be walked and heard but not painted */
void
mukana_week_painter_set_read_only (MukanaWeekPainter *self,
                                   gboolean           is_read_only)
{
  g_return_if_fail (MUKANA_IS_WEEK_PAINTER (self));

  self->is_read_only = is_read_only;
  self->has_stroke = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, is_read_only, -1);
}

/** mukana_week_painter_show_slot: puts the cursor on the half hour that holds @minute */
void
mukana_week_painter_show_slot (MukanaWeekPainter *self,
                               int                weekday,
                               int                minute)
{
  g_return_if_fail (MUKANA_IS_WEEK_PAINTER (self));
  g_return_if_fail (weekday >= 1 && weekday <= MUKANA_WEEK_N_DAYS);
  g_return_if_fail (minute >= 0 && minute < 24 * 60);

  self->has_stroke = FALSE;
  move_cursor (self, weekday - 1, minute / SLOT_MINUTES);
  refresh (self);
}

/** mukana_week_painter_dup_spoken_slot: Returns: yours, what is said of the half hour in focus */
char *
mukana_week_painter_dup_spoken_slot (MukanaWeekPainter *self)
{
  g_return_val_if_fail (MUKANA_IS_WEEK_PAINTER (self), NULL);

  return mukana_week_scene_say_slot (&self->scene);
}

/** mukana_week_painter_dup_spoken_week: Returns: yours, what is said of the whole week */
char *
mukana_week_painter_dup_spoken_week (MukanaWeekPainter *self)
{
  g_return_val_if_fail (MUKANA_IS_WEEK_PAINTER (self), NULL);

  return mukana_week_scene_say_week (&self->scene);
}
