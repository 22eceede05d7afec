/* mukana-planned-others.c: who fits a request and is not in the plan, why not, and to take them. */

#include "ui/planning/mukana-planned-others.h"

#include <glib/gi18n-lib.h>

#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-layout.h"

#define POPOVER_PX 320
#define MOST_HEIGHT_PX 360

#define SENTENCES "sentences"   /* of the popover: gint64 -> GtkLabel, why they are not in it */

typedef struct
{
  GtkWidget           *popover;
  gint64               request_id;
  gint64               person_id;
  MukanaPlannedChoose  choose;
  gpointer             data;
} Choice;

static void
choose_cb (Choice *choice)
{
  Choice copy = *choice;

  gtk_popover_popdown (GTK_POPOVER (copy.popover));
  copy.choose (copy.request_id, copy.person_id, copy.data);
}

static void
free_choice (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

/* Until it is known it is three dots: finding out takes a moment. */
static GtkWidget *
make_sentence (const MukanaPlanningOther *other,
               GtkWidget                 *popover)
{
  GtkWidget *sentence = mukana_layout_wrapped (other->sentence != NULL ? other->sentence : "…",
                                               "second-line");

  g_hash_table_insert (g_object_get_data (G_OBJECT (popover), SENTENCES),
                       g_memdup2 (&other->move.person_id, sizeof (gint64)), sentence);
  return sentence;
}

/* Whom only another of the times suits would move the request: when to, is said before. */
static GtkWidget *
make_time (const MukanaPlanningMove    *move,
           const MukanaPlanningRequest *told)
{
  g_autofree char *when = mukana_work_when (move->day, MAX (move->start_minute, 0),
                                            MAX (move->end_minute, 0));
  /* Translators: of several times of a request, the one that suits somebody: a day and hours */
  g_autofree char *text = g_strdup_printf (_("Another of its times: %s"), when);
  GtkWidget *line = mukana_layout_wrapped (text, "second-line");

  gtk_widget_set_visible (line, move->day != MUKANA_DAY_NONE &&
                          (move->day != told->day || move->start_minute != told->start_minute ||
                           move->end_minute != told->end_minute));
  return line;
}

static GtkWidget *
make_other (const MukanaPlanningOther   *other,
            const MukanaPlanningRequest *told,
            Choice                      *choice)
{
  g_autofree char *points = g_strdup_printf ("%d", other->move.score);
  /* Translators: what the button beside a person does: "Take Aino Koskelo into the plan" */
  g_autofree char *name = g_strdup_printf (_("Take %s into the plan"), other->move.name);
  GtkWidget *take = mukana_layout_button (_("_Take"), "flat", NULL);

  gtk_widget_set_tooltip_text (take, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (take), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (take, "clicked", G_CALLBACK (choose_cb), choice, free_choice,
                         G_CONNECT_SWAPPED);
  return mukana_layout_column (3,
    mukana_layout_row (12, mukana_layout_expand (mukana_layout_text (other->move.name,
                                                                     "row-title")),
                       mukana_layout_text (points, "score"), take, NULL),
    make_time (&other->move, told), make_sentence (other, choice->popover), NULL);
}

/** mukana_planned_others_new: Returns: a popover; @told need not live as long */
GtkWidget *
mukana_planned_others_new (const MukanaPlanningRequest *told,
                           MukanaPlannedChoose          choose,
                           gpointer                     data)
{
  GtkWidget *popover = gtk_popover_new (), *card = mukana_layout_card ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_object_set_data_full (G_OBJECT (popover), SENTENCES,
                          g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
                          (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < told->others->len; i++)
    {
      const MukanaPlanningOther *other = g_ptr_array_index (told->others, i);
      Choice *choice = g_new (Choice, 1);

      *choice = (Choice) { popover, told->request_id, other->move.person_id, choose, data };
      mukana_layout_card_add (card, make_other (other, told, choice));
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), card);
  gtk_widget_set_size_request (scrolled, POPOVER_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  return popover;
}

/** mukana_planned_others_tell: @sentence: (nullable): instead of all reasons */
void
mukana_planned_others_tell (GtkWidget  *popover,
                            GPtrArray  *others,
                            const char *sentence)
{
  GHashTable *sentences = g_object_get_data (G_OBJECT (popover), SENTENCES);

  for (guint i = 0; i < others->len; i++)
    {
      const MukanaPlanningOther *other = g_ptr_array_index (others, i);
      GtkLabel *label = g_hash_table_lookup (sentences, &other->move.person_id);
      const char *words = sentence != NULL ? sentence : other->sentence;

      if (label != NULL && words != NULL)
        gtk_label_set_label (label, words);
    }

  gtk_popover_present (GTK_POPOVER (popover));   /* as large as the sentences need */
}
