/* mukana-planned-row.c: one request of a plan: today and what would change.
 *
 * Whoever is asked already stands first and is not moved.  A tick says who is
 * to be asked; a pin says who must take part when it is planned again.
 */

#include "ui/planning/mukana-planned-row.h"

#include <glib/gi18n-lib.h>

#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-layout.h"
#include "ui/planning/mukana-planned-others.h"

#define BUTTON_PADDING_PX 10   /* of the title above and the others below */

struct _MukanaPlannedRow
{
  GtkBox      parent_instance;

  gint64      request_id;
  const MukanaPlanningRequest *told;   /* borrowed: as long as the plan is shown */
  MukanaStaging *staging;  /* borrowed as well */
  GtkWidget  *title;       /* a link to the request */
  GtkLabel   *second;
  MukanaPill *pill;
  GtkWidget  *people;
  GtkWidget  *others;
  GtkLabel   *others_label;
  GtkWidget  *leave;       /* the request out of the plan, or take it in again */
  GtkLabel   *group;       /* what is asked of those who come together */
  GtkLabel   *shortage;    /* what is missing and why, and what would help */
  GPtrArray  *checks;      /* of the moves, borrowed */
};

enum { TICKED, PINNED, CHOSEN, OPENED, LEFT_OUT, ASKED, PERSON, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaPlannedRow, mukana_planned_row, GTK_TYPE_BOX)

static void
opened_cb (MukanaPlannedRow *self)
{
  g_signal_emit (self, signals[OPENED], 0, self->request_id);
}

static void
leave_cb (MukanaPlannedRow *self)
{
  g_signal_emit (self, signals[LEFT_OUT], 0, self->request_id, !self->told->is_left_out);
}

static void
mukana_planned_row_finalize (GObject *object)
{
  g_ptr_array_unref (MUKANA_PLANNED_ROW (object)->checks);

  G_OBJECT_CLASS (mukana_planned_row_parent_class)->finalize (object);
}

static void
mukana_planned_row_class_init (MukanaPlannedRowClass *klass)
{
  GType type = MUKANA_TYPE_PLANNED_ROW;

  G_OBJECT_CLASS (klass)->finalize = mukana_planned_row_finalize;
  signals[TICKED] = g_signal_new ("ticked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[PINNED] = g_signal_new ("pinned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[LEFT_OUT] = g_signal_new ("left-out", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[ASKED] = g_signal_new ("asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT64, GTK_TYPE_POPOVER);
  signals[PERSON] = g_signal_new ("person", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
make_others (MukanaPlannedRow *self)
{
  GtkWidget *words;

  self->others = gtk_menu_button_new ();
  self->others_label = GTK_LABEL (gtk_label_new (""));
  words = mukana_layout_row (6, GTK_WIDGET (self->others_label),
                             gtk_image_new_from_icon_name ("pan-down-symbolic"), NULL);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->others), words);
  gtk_widget_set_halign (self->others, GTK_ALIGN_START);
  mukana_layout_style (self->others, "flat");
}

static void
make_leave (MukanaPlannedRow *self)
{
  self->leave = mukana_layout_style (gtk_button_new (), "flat");
  gtk_widget_set_halign (self->leave, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->leave, TRUE);
  g_signal_connect_swapped (self->leave, "clicked", G_CALLBACK (leave_cb), self);
}

static void
mukana_planned_row_init (MukanaPlannedRow *self)
{
  GtkWidget *head;

  self->checks = g_ptr_array_new ();
  self->title = mukana_layout_style (gtk_button_new (), "flat");
  self->second = GTK_LABEL (mukana_layout_text ("", "second-line"));
  self->pill = MUKANA_PILL (mukana_layout_middle (mukana_pill_new (MUKANA_PILL_OK, "")));
  self->people = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->group = GTK_LABEL (mukana_layout_wrapped ("", "second-line"));
  self->shortage = GTK_LABEL (mukana_layout_wrapped ("", "second-line"));
  gtk_widget_set_margin_start (GTK_WIDGET (self->group), BUTTON_PADDING_PX);
  gtk_widget_set_margin_start (GTK_WIDGET (self->shortage), BUTTON_PADDING_PX);
  make_others (self);
  make_leave (self);
  gtk_button_set_child (GTK_BUTTON (self->title),
                        mukana_layout_column (0, mukana_layout_text ("", "row-title"),
                                              GTK_WIDGET (self->second), NULL));
  g_signal_connect_swapped (self->title, "clicked", G_CALLBACK (opened_cb), self);

  head = mukana_layout_row (6, mukana_layout_expand (self->title), GTK_WIDGET (self->pill), NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  mukana_layout_style (GTK_WIDGET (self), "planned-request");
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->people);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->shortage));
  gtk_box_append (GTK_BOX (self), mukana_layout_row (6, self->others, self->leave, NULL));
}

GtkWidget *
mukana_planned_row_new (void)
{
  return g_object_new (MUKANA_TYPE_PLANNED_ROW, NULL);
}

/* ---- People ---- */

/* Whose widget it is. */
static void
set_person (GtkWidget *widget,
            gint64     person_id)
{
  g_object_set_data_full (G_OBJECT (widget), "person",
                          g_memdup2 (&person_id, sizeof person_id), g_free);
}

static gint64
get_person (GtkWidget *widget)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (widget), "person");
}

/* Of those the plan would ask, whom somebody has taken away by hand. */
static void
count_off (MukanaPlannedRow *self,
           guint            *n_off,
           guint            *n_reserve_off)
{
  for (guint i = 0; i < self->told->moves->len; i++)
    {
      const MukanaPlanningMove *move = g_ptr_array_index (self->told->moves, i);

      if (mukana_staging_is_off (self->staging, self->request_id, move->person_id))
        *(move->is_reserve ? n_reserve_off : n_off) += 1;
    }
}

static void
show_pill (MukanaPlannedRow *self)
{
  const MukanaPlanningRequest *told = self->told;
  guint n_short = told->n_short, n_reserve_short = told->n_reserve_short;
  g_autofree char *missing = NULL;

  count_off (self, &n_short, &n_reserve_short);
  missing = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u missing", "%u missing", n_short),
                             n_short);
  if (told->is_left_out)
    mukana_pill_set (self->pill, MUKANA_PILL_NEUTRAL, _("Not in the plan"));
  else if (n_short > 0)
    mukana_pill_set (self->pill, MUKANA_PILL_WARN, missing);
  else if (n_reserve_short > 0)
    mukana_pill_set (self->pill, MUKANA_PILL_INFO, _("Reserve missing"));
  else
    mukana_pill_set (self->pill, MUKANA_PILL_OK, _("All found"));
}

static void
ticked_cb (MukanaPlannedRow *self,
           GtkWidget        *check)
{
  g_signal_emit (self, signals[TICKED], 0, self->request_id, get_person (check),
                 gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  show_pill (self);
}

static void
pinned_cb (MukanaPlannedRow *self,
           GtkWidget        *pin)
{
  g_signal_emit (self, signals[PINNED], 0, self->request_id, get_person (pin),
                 gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (pin)));
}

static GtkWidget *
make_points (int score)
{
  g_autofree char *points = g_strdup_printf ("%d", score);

  return mukana_layout_style (mukana_layout_middle (gtk_label_new (points)), "score");
}

static void
person_cb (MukanaPlannedRow *self,
           GtkWidget        *name)
{
  g_signal_emit (self, signals[PERSON], 0, get_person (name));
}

/* A link to the person, of whom it is told there why they fit this request. */
static GtkWidget *
make_name (MukanaPlannedRow         *self,
           const MukanaPlanningMove *move,
           const char               *css_class)
{
  GtkWidget *name = mukana_layout_style (gtk_button_new (), "flat");

  gtk_button_set_child (GTK_BUTTON (name), mukana_layout_text (move->name, css_class));
  mukana_layout_name_row (name);
  gtk_widget_set_halign (name, GTK_ALIGN_START);
  set_person (name, move->person_id);
  g_signal_connect_swapped (name, "clicked", G_CALLBACK (person_cb), self);
  return mukana_layout_middle (name);
}

static GtkWidget *
make_state (const MukanaPlanningMove *kept)
{
  if (kept->is_elsewhere)
    return mukana_pill_new (MUKANA_PILL_WARN, _("Accepted, at another time"));
  if (kept->is_agreed)
    return mukana_pill_new (MUKANA_PILL_OK, kept->is_reserve ? _("Accepted, reserve")
                                                              : _("Accepted"));

  return mukana_pill_new (MUKANA_PILL_INFO, kept->is_reserve ? _("Asked, reserve")
                                                             : C_("one person", "Asked"));
}

static void
add_kept (MukanaPlannedRow         *self,
          const MukanaPlanningMove *kept)
{
  GtkWidget *name = kept->name != NULL ? make_name (self, kept, NULL)
                                       : mukana_layout_text (_("a person without consent"), NULL);
  GtkWidget *row = mukana_layout_row (12, gtk_image_new_from_icon_name ("mukana-reply-symbolic"),
                                      mukana_layout_expand (name),
                                      mukana_layout_middle (make_state (kept)),
                                      make_points (kept->score), NULL);

  gtk_box_append (GTK_BOX (self->people), mukana_layout_style (row, "mukana-row"));
}

static GtkWidget *
make_pin (MukanaPlannedRow         *self,
          const MukanaPlanningMove *move,
          gboolean                  is_pinned)
{
  GtkWidget *pin = mukana_layout_middle (gtk_toggle_button_new ());
  /* Translators: what the pin beside a person does */
  g_autofree char *name = g_strdup_printf (_("Keep %s when it is planned again"), move->name);

  gtk_button_set_icon_name (GTK_BUTTON (pin), "view-pin-symbolic");
  gtk_widget_set_tooltip_text (pin, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pin), is_pinned);
  set_person (pin, move->person_id);
  g_signal_connect_swapped (pin, "toggled", G_CALLBACK (pinned_cb), self);
  return mukana_layout_style (pin, "flat");
}

/* Under the name, which stands beside a box. */
static GtkWidget *
make_reason (const MukanaPlanningMove *move)
{
  enum { BOX_PX = 46 };
  GtkWidget *reason = mukana_layout_wrapped (move->reason, "second-line");

  gtk_widget_set_margin_start (reason, BOX_PX);
  return reason;
}

static void
add_move (MukanaPlannedRow         *self,
          const MukanaPlanningMove *move,
          MukanaStaging            *staging)
{
  GtkWidget *check = mukana_layout_middle (gtk_check_button_new ()), *row;
  /* Translators: what the box beside a person does */
  g_autofree char *name = g_strdup_printf (_("Propose to %s"), move->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !mukana_staging_is_off (staging, self->request_id,
                                                       move->person_id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_person (check, move->person_id);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (ticked_cb), self);
  g_ptr_array_add (self->checks, check);

  row = mukana_layout_row (12, check,
                           mukana_layout_expand (make_name (self, move, "row-title")), NULL);
  if (move->is_reserve)
    gtk_box_append (GTK_BOX (row), mukana_layout_middle (mukana_pill_new (MUKANA_PILL_OUTLINE,
                                                                          _("Reserve"))));
  gtk_box_append (GTK_BOX (row), make_points (move->score));
  gtk_box_append (GTK_BOX (row), make_pin (self, move,
                                           mukana_staging_is_pinned (staging, self->request_id,
                                                                     move->person_id)));
  if (move->reason != NULL)
    row = mukana_layout_column (0, row, make_reason (move), NULL);
  gtk_box_append (GTK_BOX (self->people), mukana_layout_style (row, "mukana-row"));
}

/* ---- The request ---- */

static void
chosen_cb (gint64   request_id,
           gint64   person_id,
           gpointer data)
{
  g_signal_emit (data, signals[CHOSEN], 0, request_id, person_id);
}

/* Made when it is asked for: a list of many requests has many such lists. */
static void
make_popover (GtkMenuButton *button,
              gpointer       data)
{
  MukanaPlannedRow *self = data;
  GtkWidget *popover = mukana_planned_others_new (self->told, chosen_cb, self);

  gtk_menu_button_set_popover (button, popover);
  g_signal_emit (self, signals[ASKED], 0, self->request_id, popover);
}

static void
show_others (MukanaPlannedRow            *self,
             const MukanaPlanningRequest *told)
{
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other who fits",
                                                         "%u others who fit", told->others->len),
                                            told->others->len);

  gtk_label_set_label (self->others_label, label);
  mukana_layout_name_menu (self->others, label);
  gtk_widget_set_visible (self->others, told->others->len > 0);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->others), NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->others), make_popover, self, NULL);
}

/* What has nobody in it takes nobody from the others. */
static void
show_leave (MukanaPlannedRow            *self,
            const MukanaPlanningRequest *told)
{
  const char *deed = told->is_left_out ? _("Take In Again") : _("Leave Out");

  gtk_widget_set_visible (self->leave, told->is_left_out || told->moves->len > 0);
  gtk_button_set_label (GTK_BUTTON (self->leave), deed);
  gtk_widget_set_tooltip_text (self->leave,
                               told->is_left_out
                               ? _("Look for people for this request, too")
                               : _("Plan as if this request looked for nobody"));
  mukana_layout_spoken (self->leave, deed, told->title);
}

static void
show_head (MukanaPlannedRow            *self,
           const MukanaPlanningRequest *told)
{
  g_autofree char *when = mukana_work_when (told->day, MAX (told->start_minute, 0),
                                            MAX (told->end_minute, 0));
  g_autofree char *places = mukana_work_people (told->n_wanted, told->n_reserve_wanted);
  g_autofree char *second = g_strdup_printf ("%s · %s", when, places);
  GtkWidget *lines = gtk_button_get_child (GTK_BUTTON (self->title));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (lines)), told->title);
  gtk_label_set_label (self->second, second);
  mukana_layout_name_row (self->title);
}

static void
show_shortage (MukanaPlannedRow            *self,
               const MukanaPlanningRequest *told)
{
  const char * const sentences[] = { told->shortage, told->relief, told->reserve_shortage };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentences[i]);

  gtk_label_set_label (self->shortage, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->shortage), text->len > 0);
}

/** mukana_planned_row_show: @told: must live until another is shown */
void
mukana_planned_row_show (MukanaPlannedRow            *self,
                         const MukanaPlanningRequest *told,
                         MukanaStaging               *staging)
{
  self->request_id = told->request_id;
  self->told = told;
  self->staging = staging;
  g_ptr_array_set_size (self->checks, 0);
  mukana_layout_empty (self->people);
  show_head (self, told);
  show_pill (self);
  for (guint i = 0; i < told->kept->len; i++)
    add_kept (self, g_ptr_array_index (told->kept, i));
  for (guint i = 0; i < told->moves->len; i++)
    add_move (self, g_ptr_array_index (told->moves, i), staging);

  gtk_label_set_label (self->group, told->group != NULL ? told->group : "");
  gtk_widget_set_visible (GTK_WIDGET (self->group), told->group != NULL && !told->is_left_out);
  show_shortage (self, told);
  show_others (self, told);
  show_leave (self, told);
}

gint64
mukana_planned_row_get_request (MukanaPlannedRow *self)
{
  return self->request_id;
}

/** mukana_planned_row_peek_check: Returns: (nullable): that of the move */
GtkWidget *
mukana_planned_row_peek_check (MukanaPlannedRow *self,
                               guint             index)
{
  return index < self->checks->len ? g_ptr_array_index (self->checks, index) : NULL;
}

GtkWidget *
mukana_planned_row_peek_others (MukanaPlannedRow *self)
{
  return self->others;
}

/** mukana_planned_row_peek_words: Returns: borrowed, whether all are found */
const char *
mukana_planned_row_peek_words (MukanaPlannedRow *self)
{
  return mukana_pill_get_label (self->pill);
}

GtkWidget *
mukana_planned_row_peek_leave (MukanaPlannedRow *self)
{
  return self->leave;
}
