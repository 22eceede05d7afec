/* mukana-why-panel.c: why somebody has the points they have.
 *
 * Eight parts, the points of each and a sentence, and the one change of the
 * request that would give more.  Shows what matching said and adds nothing; of
 * somebody gone it forgets everything at once.
 */

#include "ui/finding/mukana-why-panel.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-avatar.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-part-row.h"
#include "ui/kit/mukana-status.h"

struct _MukanaWhyPanel
{
  GtkBox        parent_instance;

  gint64        person_id;
  GtkStack     *stack;
  GtkWidget    *avatar_place;
  GtkLabel     *name;
  GtkLabel     *place;
  GtkLabel     *when;
  GtkLabel     *points;
  GtkLabel     *of;
  GtkWidget    *close;
  MukanaPartRow *parts[MUKANA_N_PARTS];
  GtkWidget    *tip;          /* what would raise the score; hidden when nothing would */
  GtkLabel     *rise;
};

enum { OPEN_PERSON, CLOSE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaWhyPanel, mukana_why_panel, GTK_TYPE_BOX)

static void
open_cb (MukanaWhyPanel *self)
{
  g_signal_emit (self, signals[OPEN_PERSON], 0, self->person_id);
}

static void
close_cb (MukanaWhyPanel *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
mukana_why_panel_class_init (MukanaWhyPanelClass *klass)
{
  signals[OPEN_PERSON] = g_signal_new ("open-person", MUKANA_TYPE_WHY_PANEL, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CLOSE] = g_signal_new ("close", MUKANA_TYPE_WHY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_head (MukanaWhyPanel *self)
{
  GtkWidget *lines;

  self->avatar_place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->name = GTK_LABEL (mukana_layout_text ("", "group-title"));
  self->place = GTK_LABEL (mukana_layout_text ("", "second-line"));
  self->points = GTK_LABEL (mukana_layout_text ("", "score-large"));
  self->of = GTK_LABEL (mukana_layout_text ("", "score-of"));
  gtk_widget_set_valign (GTK_WIDGET (self->of), GTK_ALIGN_BASELINE);
  self->when = GTK_LABEL (mukana_layout_wrapped ("", "second-line"));
  lines = mukana_layout_column (0, GTK_WIDGET (self->name), GTK_WIDGET (self->place),
                                GTK_WIDGET (self->when), NULL);
  return mukana_layout_row (12, self->avatar_place,
                            mukana_layout_middle (mukana_layout_expand (lines)),
                            mukana_layout_row (4, GTK_WIDGET (self->points),
                                               GTK_WIDGET (self->of), NULL), NULL);
}

static GtkWidget *
make_parts (MukanaWhyPanel *self)
{
  GtkWidget *card = mukana_layout_style (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "mukana-card");

  for (int part = 0; part < MUKANA_N_PARTS; part++)
    {
      GtkWidget *row = mukana_part_row_new ((MukanaPart) part);

      self->parts[part] = MUKANA_PART_ROW (row);
      gtk_box_append (GTK_BOX (card), mukana_layout_style (row, "mukana-row"));
    }

  return card;
}

static void
mukana_why_panel_init (MukanaWhyPanel *self)
{
  GtkWidget *open = mukana_layout_button (_("_Open person"), "flat", NULL);
  GtkWidget *nobody = mukana_status_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *column;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->close = mukana_layout_button (_("_Back to the list"), "flat", NULL);
  gtk_widget_set_halign (self->close, GTK_ALIGN_START);
  gtk_widget_set_halign (open, GTK_ALIGN_END);
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (close_cb), self);
  self->rise = GTK_LABEL (mukana_layout_wrapped ("", NULL));
  self->tip = mukana_layout_tip (GTK_WIDGET (self->rise));
  column = mukana_layout_column (12, self->close, make_head (self), make_parts (self), self->tip,
                                 open, NULL);

  mukana_status_set_empty (MUKANA_STATUS (nobody), "mukana-hint-symbolic", _("Why these points?"),
                           _("Press a row to see what its points are made of."), NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 mukana_layout_style (column, "panel"));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, mukana_layout_style (nobody, "panel"), "nobody");
  gtk_stack_add_named (self->stack, scrolled, "somebody");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Why these points?"), -1);
}

GtkWidget *
mukana_why_panel_new (void)
{
  return g_object_new (MUKANA_TYPE_WHY_PANEL, NULL);
}

static void
show_rise (MukanaWhyPanel *self,
           const char     *would_rise)
{
  g_autofree char *sentence = would_rise != NULL ? g_strconcat (would_rise, ".", NULL) : NULL;

  gtk_label_set_label (self->rise, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->tip, sentence != NULL);
}

/* Where from, and the language that the request asks for. */
static void
show_place (MukanaWhyPanel       *self,
            const MukanaMatchRow *row)
{
  /* Translators: %s is the language that a request asks for */
  g_autofree char *works_in = row->works_in != NULL ? g_strdup_printf (_("works in %s"),
                                                                       row->works_in) : NULL;
  g_autofree char *both = g_strjoin (" · ", row->place != NULL ? row->place : works_in,
                                     row->place != NULL ? works_in : NULL, NULL);

  gtk_label_set_label (self->place, row->place != NULL || works_in != NULL ? both : "");
}

/* At which of several times they can come. */
static void
show_when (MukanaWhyPanel       *self,
           const MukanaMatchRow *row)
{
  g_autofree char *words = row->when != NULL ? g_strdup_printf (_("Can come %s"), row->when) : NULL;

  gtk_label_set_label (self->when, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->when), words != NULL);
}

/** mukana_why_panel_show: @row: (nullable): whose points to explain; NULL forgets the last one */
void
mukana_why_panel_show (MukanaWhyPanel       *self,
                       const MukanaMatchRow *row)
{
  g_autofree char *points = NULL;
  g_autofree char *of = NULL;

  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "somebody" : "nobody");
  self->person_id = row != NULL ? row->person_id : 0;
  mukana_layout_empty (self->avatar_place);
  gtk_label_set_label (self->name, row != NULL ? row->name : "");
  if (row == NULL)
    return;

  show_place (self, row);
  show_when (self, row);

  points = g_strdup_printf ("%d", row->score.points);
  of = g_strdup_printf ("/ %d", row->score.max);
  gtk_label_set_label (self->points, points);
  gtk_label_set_label (self->of, of);
  gtk_box_append (GTK_BOX (self->avatar_place), mukana_avatar_new (row->name, 44));
  for (int part = 0; part < MUKANA_N_PARTS; part++)
    mukana_part_row_set (self->parts[part], row->score.parts[part].points,
                         row->score.parts[part].max, row->why[part]);
  show_rise (self, row->would_rise);
}

/** mukana_why_panel_peek_rise: Returns: borrowed, the advice shown; NULL when there is none */
const char *
mukana_why_panel_peek_rise (MukanaWhyPanel *self)
{
  return gtk_widget_get_visible (self->tip) ? gtk_label_get_label (self->rise) : NULL;
}

/** mukana_why_panel_set_can_close: whether it stands over the list instead of beside it */
void
mukana_why_panel_set_can_close (MukanaWhyPanel *self,
                                gboolean        can_close)
{
  gtk_widget_set_visible (self->close, can_close);
}
