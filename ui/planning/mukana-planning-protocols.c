/* mukana-planning-protocols.c: by which lot it is planned, and whether what was applied holds.
 *
 * A protocol is planned again from nothing but itself.  That can take as long as
 * the plan did, so it is given up when the popover is closed.
 */

#include "ui/planning/mukana-planning-protocols.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-explain-plan.h"
#include "services/mukana-planning.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"

#define WIDTH_PX 380
#define MOST_HEIGHT_PX 320
#define MOST_SEED 1e9

struct _MukanaPlanningProtocols
{
  GtkBox         parent_instance;

  MukanaPage    *page;        /* borrowed: it has this */
  GtkSpinButton *seed;
  GtkWidget     *runs;        /* a card */
  GtkLabel      *told;        /* what came of the one that was checked, or that there is none */
  GPtrArray     *checks;      /* borrowed buttons, the newest first */
  GCancellable  *checking;    /* NULL: none is */
};

enum { SEEDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaPlanningProtocols, mukana_planning_protocols, GTK_TYPE_BOX)

static void
seeded_cb (MukanaPlanningProtocols *self)
{
  g_signal_emit (self, signals[SEEDED], 0);
}

static void
stop (MukanaPlanningProtocols *self)
{
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
}

static void
mukana_planning_protocols_unmap (GtkWidget *widget)
{
  stop (MUKANA_PLANNING_PROTOCOLS (widget));
  GTK_WIDGET_CLASS (mukana_planning_protocols_parent_class)->unmap (widget);
}

static void
mukana_planning_protocols_dispose (GObject *object)
{
  MukanaPlanningProtocols *self = MUKANA_PLANNING_PROTOCOLS (object);

  stop (self);
  self->page = NULL;
  G_OBJECT_CLASS (mukana_planning_protocols_parent_class)->dispose (object);
}

static void
mukana_planning_protocols_finalize (GObject *object)
{
  MukanaPlanningProtocols *self = MUKANA_PLANNING_PROTOCOLS (object);

  g_clear_object (&self->checking);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (mukana_planning_protocols_parent_class)->finalize (object);
}

static void
mukana_planning_protocols_class_init (MukanaPlanningProtocolsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_planning_protocols_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_planning_protocols_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = mukana_planning_protocols_unmap;
  signals[SEEDED] = g_signal_new ("seeded", MUKANA_TYPE_PLANNING_PROTOCOLS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_seed (MukanaPlanningProtocols *self)
{
  GtkWidget *again = gtk_button_new_with_mnemonic (_("Plan _Again")), *card = mukana_layout_card ();

  self->seed = GTK_SPIN_BUTTON (mukana_layout_spin_button (0, MOST_SEED, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->seed), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Seed"), -1);
  gtk_widget_set_halign (again, GTK_ALIGN_END);
  g_signal_connect_swapped (again, "clicked", G_CALLBACK (seeded_cb), self);
  mukana_layout_card_add (card, mukana_layout_row (12,
    mukana_layout_expand (mukana_layout_column (0, mukana_layout_text (_("Seed"), "row-title"),
      mukana_layout_wrapped (_("It draws who comes first of equals; the same seed plans the same"),
                             "second-line"), NULL)),
    mukana_layout_middle (GTK_WIDGET (self->seed)), NULL));
  return mukana_layout_column (6, card, again, NULL);
}

static void
mukana_planning_protocols_init (MukanaPlanningProtocols *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->checks = g_ptr_array_new ();
  self->runs = mukana_layout_card ();
  self->told = GTK_LABEL (mukana_layout_wrapped ("", "second-line"));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH_PX, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->runs);
  gtk_box_append (GTK_BOX (self), make_seed (self));
  gtk_box_append (GTK_BOX (self), mukana_layout_text (_("Plans that were proposed"),
                                                      "group-title"));
  gtk_box_append (GTK_BOX (self), scrolled);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->told));
}

/** mukana_planning_protocols_new: @page: lives longer */
GtkWidget *
mukana_planning_protocols_new (MukanaPage *page)
{
  MukanaPlanningProtocols *self = g_object_new (MUKANA_TYPE_PLANNING_PROTOCOLS, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}

/* ---- One protocol ---- */

static void
end_checking (MukanaPlanningProtocols *self)
{
  g_clear_object (&self->checking);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->checks, i), TRUE);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPlanningProtocols) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaPlanningRun) run = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                               &error);
  g_autofree char *sentence = run != NULL
                              ? mukana_explain_plan_check (&run->check, run->is_as_kept) : NULL;

  if (self->page == NULL)
    return;

  end_checking (self);
  gtk_label_set_label (self->told, sentence != NULL ? sentence : "");
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mukana_page_fail (self->page, error);
}

static void
check_cb (MukanaPlanningProtocols *self,
          GtkWidget               *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "run");

  if (self->checking != NULL)
    return;

  self->checking = g_cancellable_new ();
  for (guint i = 0; i < self->checks->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->checks, i), FALSE);
  gtk_label_set_label (self->told, _("It is planned again from its protocol…"));
  mukana_store_run_async (mukana_page_get_store (self->page), &mukana_planning_recall_job,
                          g_memdup2 (id, sizeof *id), g_free, self->checking, checked_cb,
                          g_object_ref (self));
}

/* ---- All of them ---- */

static void
add_run (MukanaPlanningProtocols *self,
         const MukanaPlanningRun *run)
{
  g_autofree char *day = mukana_format_day (NULL, mukana_day_from_us (run->made_at));
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, run->id);
  g_autofree char *seed = g_strdup_printf ("%" G_GINT64_FORMAT, run->seed);
  /* Translators: the number of a plan, and the day on which it was proposed */
  g_autofree char *first = g_strdup_printf (_("Plan %1$s, %2$s"), number, day);
  /* Translators: who proposed a plan, and its seed */
  g_autofree char *second = g_strdup_printf (_("%1$s, seed %2$s"), run->made_by, seed);
  GtkWidget *check = gtk_button_new_with_label (_("Check"));

  g_object_set_data_full (G_OBJECT (check), "run", g_memdup2 (&run->id, sizeof run->id), g_free);
  gtk_widget_set_tooltip_text (check, _("Plan it again from its protocol and compare"));
  g_signal_connect_swapped (check, "clicked", G_CALLBACK (check_cb), self);
  g_ptr_array_add (self->checks, check);
  mukana_layout_card_add (self->runs, mukana_layout_row (12,
    mukana_layout_expand (mukana_layout_two_lines (first, second)),
    mukana_layout_spoken (check, _("Check"), first), NULL));
}

static void
runs_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaPlanningProtocols) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                        &error);

  if (self->page == NULL)
    return;
  if (runs == NULL)
    {
      mukana_page_fail (self->page, error);
      return;
    }

  g_ptr_array_set_size (self->checks, 0);
  for (GtkWidget *row; (row = gtk_widget_get_first_child (self->runs)) != NULL; )
    gtk_list_box_remove (GTK_LIST_BOX (self->runs), row);
  for (guint i = 0; i < runs->len; i++)
    add_run (self, g_ptr_array_index (runs, i));
  gtk_widget_set_visible (self->runs, runs->len > 0);
  gtk_label_set_label (self->told, runs->len > 0 ? ""
                       : _("None yet. When a plan is proposed, its protocol is kept, so that "
                           "anybody can see that the same comes of it."));
}

/** mukana_planning_protocols_read: shows those that are there now */
void
mukana_planning_protocols_read (MukanaPlanningProtocols *self)
{
  mukana_page_run_async (self->page, &mukana_planning_runs_job, NULL, NULL, runs_read_cb,
                         g_object_ref (self));
}

void
mukana_planning_protocols_set_seed (MukanaPlanningProtocols *self,
                                    gint64                   seed)
{
  gtk_spin_button_set_value (self->seed, (double) seed);
}

gint64
mukana_planning_protocols_get_seed (MukanaPlanningProtocols *self)
{
  gtk_spin_button_update (self->seed);
  return (gint64) gtk_spin_button_get_value (self->seed);
}

/** mukana_planning_protocols_peek_check: Returns: (nullable): the button of a plan */
GtkWidget *
mukana_planning_protocols_peek_check (MukanaPlanningProtocols *self,
                                      guint                    index)
{
  return index < self->checks->len ? g_ptr_array_index (self->checks, index) : NULL;
}

const char *
mukana_planning_protocols_peek_told (MukanaPlanningProtocols *self)
{
  return gtk_label_get_label (self->told);
}
