/* mukana-timeline-group.c: what has happened with a person, newest first, and notes.
 *
 * A long history is shown in part until more is asked for.
 */

#include "ui/people/mukana-timeline-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/people/mukana-people-words.h"

#define N_AT_FIRST 12

/* An event as it is shown, whatever it was made from. */
typedef struct
{
  MukanaDay           day;
  const char         *kind;       /* what the filter asks for; static */
  MukanaTimelineKind  shape;
  char               *title;
  char               *second;
} Shown;

struct _MukanaTimelineGroup
{
  GtkBox          parent_instance;

  GArray         *events;        /* Shown, newest first */
  char           *filter;        /* a kind; "all" for every one */
  gboolean        shows_all;
  MukanaDay       today;

  MukanaTimeline *timeline;
  GtkLabel       *filter_label;
  GtkWidget      *nothing;
  GtkWidget      *more;
};

G_DEFINE_FINAL_TYPE (MukanaTimelineGroup, mukana_timeline_group, GTK_TYPE_BOX)

static const struct
{
  const char *kind;
  const char *label;
} filters[] = {
  { "all", N_("Everything") },
  { "proposal", N_("Proposals") },
  { "assignment", N_("Assignments") },
  { "fee", N_("Fees") },
  { "feedback", N_("Feedback") },
  { "consent", N_("Consents") },
  { "note", N_("Notes") },
};

static void
clear_shown (gpointer data)
{
  Shown *shown = data;

  g_free (shown->title);
  g_free (shown->second);
}

static gboolean
is_wanted (MukanaTimelineGroup *self,
           const Shown         *shown)
{
  return g_str_equal (self->filter, "all") || g_str_equal (self->filter, shown->kind);
}

static void
fill (MukanaTimelineGroup *self)
{
  guint n_wanted = 0;

  mukana_timeline_clear (self->timeline);
  for (guint i = 0; i < self->events->len; i++)
    {
      const Shown *shown = &g_array_index (self->events, Shown, i);
      g_autofree char *day = NULL;

      if (!is_wanted (self, shown) || (++n_wanted > N_AT_FIRST && !self->shows_all))
        continue;

      day = mukana_people_near_day (shown->day, self->today);
      mukana_timeline_append (self->timeline, shown->shape, day, shown->title, shown->second);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->timeline), n_wanted > 0);
  gtk_widget_set_visible (self->nothing, n_wanted == 0);
  gtk_widget_set_visible (self->more, n_wanted > N_AT_FIRST && !self->shows_all);
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaTimelineGroup *self = MUKANA_TIMELINE_GROUP (widget);

  g_free (self->filter);
  self->filter = g_variant_dup_string (parameter, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_str_equal (filters[i].kind, self->filter))
      gtk_label_set_label (self->filter_label, _(filters[i].label));
  fill (self);
}

static void
more_clicked_cb (MukanaTimelineGroup *self)
{
  self->shows_all = TRUE;
  fill (self);
}

static int
compare_shown (gconstpointer a,
               gconstpointer b)
{
  const Shown *left = a, *right = b;

  return (left->day < right->day) - (left->day > right->day);
}

static void
collect_events (MukanaTimelineGroup    *self,
                const MukanaPersonFile *file,
                MukanaLexicon          *words)
{
  for (guint i = 0; i < file->timeline->len; i++)
    {
      const MukanaEvent *event = g_ptr_array_index (file->timeline, i);
      Shown shown = { event->day, g_str_equal (event->kind, "withdrawal") ? "consent" : event->kind,
                      mukana_people_event_kind (event), NULL, NULL };

      shown.title = mukana_people_event_title (event, words, &shown.second);
      g_array_append_val (self->events, shown);
    }

  for (guint i = 0; i < file->notes->len; i++)
    {
      MukanaNote *note = g_ptr_array_index (file->notes, i);
      Shown shown = { mukana_day_from_us (note->created_at), "note", MUKANA_TIMELINE_MESSAGE,
                      /* Translators: a note in a timeline; %s is who wrote it */
                      g_strdup_printf (_("Note by %s"), note->author ? note->author : ""),
                      g_strdup (note->body) };

      g_array_append_val (self->events, shown);
    }
}

void
mukana_timeline_group_show (MukanaTimelineGroup    *self,
                            const MukanaPersonFile *file,
                            MukanaLexicon          *words,
                            MukanaDay               today)
{
  g_array_set_size (self->events, 0);
  self->today = today;
  collect_events (self, file, words);
  g_array_sort (self->events, compare_shown);
  fill (self);
}

static void
mukana_timeline_group_finalize (GObject *object)
{
  g_array_unref (MUKANA_TIMELINE_GROUP (object)->events);
  g_free (MUKANA_TIMELINE_GROUP (object)->filter);

  G_OBJECT_CLASS (mukana_timeline_group_parent_class)->finalize (object);
}

static void
mukana_timeline_group_class_init (MukanaTimelineGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_timeline_group_finalize;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "timeline.filter", "s", filter_action);
}

static GtkWidget *
make_tools (MukanaTimelineGroup *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *note = gtk_button_new_with_label (_("Write a note…"));
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *action = g_strdup_printf ("timeline.filter('%s')", filters[i].kind);

      g_menu_append (menu, _(filters[i].label), action);
    }

  self->filter_label = GTK_LABEL (gtk_label_new (_(filters[0].label)));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->filter_label));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  mukana_menu_tip_set (button, _("What the timeline shows"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the timeline shows"), -1);
  gtk_widget_add_css_class (note, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (note), "person.add-note");
  gtk_box_append (GTK_BOX (tools), note);
  gtk_box_append (GTK_BOX (tools), button);
  return tools;
}

static void
mukana_timeline_group_init (MukanaTimelineGroup *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->events = g_array_new (FALSE, FALSE, sizeof (Shown));
  g_array_set_clear_func (self->events, clear_shown);
  self->filter = g_strdup ("all");
  self->timeline = MUKANA_TIMELINE (mukana_timeline_new ());
  self->nothing = mukana_layout_text (_("Nothing has happened yet"), "second-line");
  gtk_widget_set_margin_start (self->nothing, 12);
  gtk_widget_set_margin_top (self->nothing, 12);
  gtk_widget_set_margin_bottom (self->nothing, 12);
  self->more = gtk_button_new_with_label (_("Show everything"));
  gtk_widget_add_css_class (self->more, "flat");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);

  gtk_widget_add_css_class (card, "mukana-card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->timeline));
  gtk_box_append (GTK_BOX (card), self->nothing);
  gtk_box_append (GTK_BOX (card), self->more);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Timeline"), make_tools (self)));
  gtk_box_append (GTK_BOX (self), card);
}

GtkWidget *
mukana_timeline_group_new (void)
{
  return g_object_new (MUKANA_TYPE_TIMELINE_GROUP, NULL);
}
