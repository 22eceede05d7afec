/* mukana-candidate-row.c: one who fits, in the list.
 *
 * A box, a name, where from and when last taken part, the points and the bar.
 * The row is filled anew when the ranking changes; who chooses is the page.
 */

#include "ui/finding/mukana-candidate-row.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-score-bar.h"
#include "ui/app/mukana-work-words.h"

struct _MukanaCandidateRow
{
  GtkListBoxRow   parent_instance;

  gint64          person_id;
  int             points;
  MukanaStanding  standing;
  gboolean        is_filling;    /* the box is being set, not pressed */

  GtkCheckButton *check;
  GtkLabel       *name;
  GtkLabel       *second;
  GtkLabel       *when;          /* at which of several times they can come */
  GtkLabel       *roles;         /* of a request that asks for several */
  GtkLabel       *score;
  MukanaPill     *pill;
  MukanaScoreBar *bar;
};

enum { TICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaCandidateRow, mukana_candidate_row, GTK_TYPE_LIST_BOX_ROW)

static void
toggled_cb (MukanaCandidateRow *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[TICKED], 0);
}

static void
mukana_candidate_row_class_init (MukanaCandidateRowClass *klass)
{
  signals[TICKED] = g_signal_new ("ticked", MUKANA_TYPE_CANDIDATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
mukana_candidate_row_init (MukanaCandidateRow *self)
{
  self->check = GTK_CHECK_BUTTON (mukana_layout_middle (gtk_check_button_new ()));
  self->name = GTK_LABEL (mukana_layout_text ("", "row-title"));
  self->second = GTK_LABEL (mukana_layout_text ("", "second-line"));
  self->when = GTK_LABEL (mukana_layout_wrapped ("", "second-line"));
  self->roles = GTK_LABEL (mukana_layout_text ("", "second-line"));
  self->score = GTK_LABEL (mukana_layout_style (gtk_label_new (""), "score"));
  self->pill = MUKANA_PILL (mukana_layout_middle (mukana_pill_new (MUKANA_PILL_OUTLINE, "")));
  self->bar = MUKANA_SCORE_BAR (mukana_layout_middle (mukana_score_bar_new ()));
  gtk_label_set_xalign (self->score, 1);
  gtk_label_set_width_chars (self->score, 2);
  /* Merely not focusable it would still say that it took the focus, and Tab would end here. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->check), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->pill), GTK_ALIGN_START);   /* below, where it has room */
  gtk_widget_set_visible (GTK_WIDGET (self->pill), FALSE);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
}

/** mukana_candidate_row_new: @narrow: the bar goes under the name, and the row opens a page */
GtkWidget *
mukana_candidate_row_new (gboolean narrow)
{
  MukanaCandidateRow *self = g_object_new (MUKANA_TYPE_CANDIDATE_ROW, NULL);
  GtkWidget *name = mukana_layout_expand (GTK_WIDGET (self->name)), *box;

  if (narrow)
    box = mukana_layout_row (12, GTK_WIDGET (self->check),
      mukana_layout_expand (mukana_layout_column (3,
        mukana_layout_row (6, name, GTK_WIDGET (self->score),
                           gtk_image_new_from_icon_name ("go-next-symbolic"), NULL),
        GTK_WIDGET (self->bar), GTK_WIDGET (self->second), GTK_WIDGET (self->when),
        GTK_WIDGET (self->roles), GTK_WIDGET (self->pill), NULL)), NULL);
  else
    {
      gtk_widget_set_size_request (GTK_WIDGET (self->bar), MUKANA_CANDIDATE_BAR_PX, -1);
      box = mukana_layout_row (12, GTK_WIDGET (self->check),
        mukana_layout_middle (mukana_layout_expand (
          mukana_layout_column (0, name, GTK_WIDGET (self->second), GTK_WIDGET (self->when),
                                GTK_WIDGET (self->roles), GTK_WIDGET (self->pill), NULL))),
        GTK_WIDGET (self->score), GTK_WIDGET (self->bar), NULL);
    }

  mukana_layout_style (box, "mukana-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), mukana_layout_style (box, "pressable"));
  return GTK_WIDGET (self);
}

/* "Kajaani, 38 km · 7 months ago": where from, when they last took part, of what may be told. */
static char *
say_second_line (const MukanaMatchRow *row)
{
  const MukanaScorePart *place = &row->score.parts[MUKANA_PART_PLACE];
  const MukanaScorePart *fairness = &row->score.parts[MUKANA_PART_FAIRNESS];
  gboolean knows_km = place->finding == MUKANA_FINDING_PLACE;
  g_autofree char *where = NULL;
  g_autofree char *last = NULL;

  if (row->place != NULL && knows_km)
    where = g_strdup_printf (_("%1$s, %2$d km"), row->place, place->numbers[0]);
  else if (row->place != NULL)
    where = g_strdup (row->place);

  last = mukana_match_row_is_new (row) || fairness->numbers[0] < 0
         ? g_strdup (_("new here")) : mukana_work_ago (fairness->numbers[0]);

  return g_strjoin (" · ", where != NULL ? where : last, where != NULL ? last : NULL, NULL);
}

/* Below, where nothing cuts it: without it nobody knows who can come together. */
static void
show_when (MukanaCandidateRow   *self,
           const MukanaMatchRow *row)
{
  /* Translators: %s is one or several times: "15.12. 13.00–15.00; 16.12. 9.00–11.00" */
  g_autofree char *words = row->when != NULL ? g_strdup_printf (_("Can come %s"), row->when) : NULL;

  gtk_label_set_label (self->when, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->when), words != NULL);
}

/* What must be read whole has as many lines as it needs. */
static void
set_wrapped (GtkLabel *label,
             gboolean  is_wrapped)
{
  gtk_label_set_ellipsize (label, is_wrapped ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (label, is_wrapped);
}

/** mukana_candidate_row_show: @row: borrowed for the length of the call */
void
mukana_candidate_row_show (MukanaCandidateRow   *self,
                           const MukanaMatchRow *row)
{
  g_autofree char *second = say_second_line (row);
  g_autofree char *points = g_strdup_printf ("%d", row->score.points);
  /* Translators: what the box in a person's row does: "Choose Aino Koskelo" */
  g_autofree char *choose = g_strdup_printf (_("Choose %s"), row->name);

  self->person_id = row->person_id;
  self->points = row->score.points;
  gtk_label_set_label (self->name, row->name);
  gtk_label_set_label (self->second, second);
  set_wrapped (self->second, FALSE);
  show_when (self, row);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->second), row->why[MUKANA_PART_FAIRNESS]);
  gtk_label_set_label (self->roles, row->roles != NULL ? row->roles : "");
  gtk_widget_set_visible (GTK_WIDGET (self->roles), row->roles != NULL && *row->roles != '\0');
  gtk_label_set_label (self->score, points);
  mukana_score_bar_set_score (self->bar, &row->score);
  mukana_score_bar_set_subject (self->bar, row->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choose, -1);
}

static void
say_aloud (MukanaCandidateRow *self)
{
  g_autofree char *spoken = mukana_score_bar_dup_spoken (self->bar);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    is_on)
{
  if (is_on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/** mukana_candidate_row_set_standing: @proposal_state: (nullable): of those who are asked */
void
mukana_candidate_row_set_standing (MukanaCandidateRow *self,
                                   MukanaStanding      standing,
                                   const char         *proposal_state)
{
  gboolean is_chosen = standing == MUKANA_STANDING_CHOSEN;
  gboolean is_beyond = standing == MUKANA_STANDING_BEYOND;

  self->standing = standing;
  self->is_filling = TRUE;
  gtk_check_button_set_active (self->check, is_chosen || is_beyond);
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), standing != MUKANA_STANDING_ASKED);
  set_class (GTK_WIDGET (self), "chosen", is_chosen);
  mukana_score_bar_set_chosen (self->bar, is_chosen);

  if (standing == MUKANA_STANDING_ASKED)
    mukana_work_show_proposal (self->pill, proposal_state);
  else
    mukana_pill_set (self->pill, MUKANA_PILL_OUTLINE, _("Reserve"));
  gtk_widget_set_visible (GTK_WIDGET (self->pill), standing == MUKANA_STANDING_RESERVE ||
                                                   standing == MUKANA_STANDING_ASKED || is_beyond);
  say_aloud (self);
}

/** mukana_candidate_row_tell_refused: after the standing; @words: (nullable): that they said no to
 * another time than the one they can still be asked for */
void
mukana_candidate_row_tell_refused (MukanaCandidateRow *self,
                                   const char         *words)
{
  if (words == NULL || self->standing == MUKANA_STANDING_ASKED)
    return;

  gtk_label_set_label (self->second, words);
  set_wrapped (self->second, TRUE);
}

void
mukana_candidate_row_set_explained (MukanaCandidateRow *self,
                                    gboolean            is_explained)
{
  set_class (GTK_WIDGET (self), "explained", is_explained);
}

gint64
mukana_candidate_row_get_person (MukanaCandidateRow *self)
{
  return self->person_id;
}

int
mukana_candidate_row_get_points (MukanaCandidateRow *self)
{
  return self->points;
}

/** mukana_candidate_row_is_asked: Returns: whether they have been asked already */
gboolean
mukana_candidate_row_is_asked (MukanaCandidateRow *self)
{
  return self->standing == MUKANA_STANDING_ASKED;
}
