/* mukana-left-out.c: everyone who is not proposed, in groups with a reason.
 *
 * Each person is counted once, under the first reason, so that the numbers add
 * up.  The second line tells what one change would do for them, or else who has
 * the reason among others.
 */

#include "ui/finding/mukana-left-out.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-count.h"
#include "ui/kit/mukana-layout.h"

struct _MukanaLeftOut
{
  GtkBox     parent_instance;

  GtkWidget *count;
  GtkWidget *columns;     /* of two cards, or one over the other */
  GtkWidget *cards[2];
};

enum { OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaLeftOut, mukana_left_out, GTK_TYPE_BOX)

static void
activated_cb (MukanaLeftOut *self,
              GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPENED], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "reason")),
                 g_object_get_data (G_OBJECT (row), "title"));
}

static void
mukana_left_out_class_init (MukanaLeftOutClass *klass)
{
  signals[OPENED] = g_signal_new ("opened", MUKANA_TYPE_LEFT_OUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
}

static void
mukana_left_out_init (MukanaLeftOut *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->count = mukana_layout_middle (mukana_count_new (0));
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->cards); i++)
    {
      self->cards[i] = mukana_layout_card ();
      gtk_widget_set_valign (self->cards[i], GTK_ALIGN_START);
      g_signal_connect_swapped (self->cards[i], "row-activated", G_CALLBACK (activated_cb), self);
      gtk_box_append (GTK_BOX (self->columns), mukana_layout_expand (self->cards[i]));
    }

  gtk_box_append (GTK_BOX (self),
                  mukana_layout_row (8, mukana_layout_text (_("Not proposed"), "group-title"),
                                     self->count, NULL));
  gtk_box_append (GTK_BOX (self), self->columns);
}

GtkWidget *
mukana_left_out_new (void)
{
  return g_object_new (MUKANA_TYPE_LEFT_OUT, NULL);
}

static char *
say_others (const MukanaMatchGroup *group)
{
  guint n_others = group->n_any - group->n_first;

  if (n_others == 0)
    return NULL;
  if (group->n_first == 0)
    return g_strdup (_("among other reasons"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more has it among other reasons",
                                       "%u more have it among other reasons", n_others), n_others);
}

/* What would help is worth more room than how many more have the reason too. */
static void
add_group (MukanaLeftOut          *self,
           GtkWidget              *card,
           const MukanaMatchGroup *group)
{
  gboolean is_first = group->n_first > 0;   /* of somebody, who is counted here alone */
  g_autofree char *number = g_strdup_printf ("%u", is_first ? group->n_first : group->n_any);
  g_autofree char *others = say_others (group);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", group->title, number);
  const char *second = group->change != NULL ? group->change : others;
  GtkWidget *count = mukana_layout_style (gtk_label_new (number), "number");
  GtkWidget *lines = mukana_layout_column (0, mukana_layout_text (group->title, "row-title"), NULL);
  GtkWidget *content, *row;

  if (!is_first)
    gtk_widget_add_css_class (count, "dim-label");
  if (second != NULL)
    gtk_box_append (GTK_BOX (lines), mukana_layout_wrapped (second, "second-line"));
  gtk_label_set_width_chars (GTK_LABEL (count), 3);
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  content = mukana_layout_row (12, count, mukana_layout_middle (mukana_layout_expand (lines)),
                               gtk_image_new_from_icon_name ("go-next-symbolic"), NULL);
  row = mukana_layout_card_add (card, content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, group->change != NULL ? others : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, second ? second : "", -1);
  g_object_set_data (G_OBJECT (row), "reason", GINT_TO_POINTER ((int) group->reason));
  g_object_set_data (G_OBJECT (row), "title", (gpointer) group->title);
}

/** mukana_left_out_show: @answer: borrowed for the length of the call */
void
mukana_left_out_show (MukanaLeftOut           *self,
                      const MukanaMatchAnswer *answer)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  guint half;

  mukana_count_set (self->count, answer->n_out);
  for (guint i = 0; i < G_N_ELEMENTS (self->cards); i++)
    mukana_layout_empty (self->cards[i]);

  /* Last those that are nobody's first reason. */
  for (int is_last = 0; is_last < 2; is_last++)
    for (guint i = 0; i < answer->groups->len; i++)
      {
        MukanaMatchGroup *group = &g_array_index (answer->groups, MukanaMatchGroup, i);

        if ((group->n_first == 0) == is_last)
          g_ptr_array_add (groups, group);
      }

  half = (groups->len + 1) / 2;
  for (guint i = 0; i < groups->len; i++)
    add_group (self, self->cards[i < half ? 0 : 1], g_ptr_array_index (groups, i));

  gtk_widget_set_visible (GTK_WIDGET (self), groups->len > 0);
  gtk_widget_set_visible (self->cards[1], groups->len > 1);
}

void
mukana_left_out_set_narrow (MukanaLeftOut *self,
                            gboolean       narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), !narrow);
}
