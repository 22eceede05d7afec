/* mukana-sharing-page.c: how the work is shared among those who may be asked.
 *
 * Who is never asked, who carries much, and which theme has nobody where.  What
 * is shown was read at the door; whoever withdraws leaves the page at once, and
 * an answer older than their leaving is not shown.
 */

#include "ui/sharing/mukana-sharing-page.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-founding.h"
#include "services/mukana-sharing-out.h"
#include "ui/app/mukana-asked-people.h"
#include "ui/kit/mukana-avatar.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-status.h"
#include "ui/sharing/mukana-sharing-heat.h"
#include "ui/sharing/mukana-sharing-table.h"

#define SPACING_PX 30
#define N_SHOWN 10          /* people in a list before all are asked for */
#define AVATAR_PX 32

struct _MukanaSharingPage
{
  MukanaPage         parent_instance;

  MukanaSharedWork  *work;           /* NULL until read */
  char              *county_code;    /* NULL until read, or when the register has none */
  gint64             needs_revision; /* an older answer may know somebody who has left */
  gboolean           shows_all;

  GtkStack          *stack;
  MukanaStatus      *status;
  GtkLabel          *sum;
  GtkWidget         *waiting_title;
  GtkWidget         *waiting;
  GtkWidget         *carrying_title;
  GtkWidget         *carrying;
  GtkWidget         *all;            /* the button that shows everybody */
  MukanaSharingHeat *heat;
  GtkWidget         *table_place;
};

G_DEFINE_FINAL_TYPE (MukanaSharingPage, mukana_sharing_page, MUKANA_TYPE_PAGE)

/* ---- Words ---- */

static char *
dup_sum (const MukanaSharing *sum)
{
  if (sum->n_held == 0)
    return g_strdup (_("Nothing was held in the last twelve months."));

  return g_strdup_printf (
    ngettext ("Half of the %1$d assignments of the last twelve months were held by %2$d person.",
              "Half of the %1$d assignments of the last twelve months were held by %2$d people.",
              sum->n_carrying_half), (int) sum->n_held, (int) sum->n_carrying_half);
}

static char *
dup_wait (const MukanaShare *share)
{
  g_autofree char *day = mukana_format_day (NULL, share->joined_on);

  return g_strdup_printf (_("In the register since %s"), day);
}

static char *
dup_load (const MukanaSharing *sum,
          const MukanaShare   *share)
{
  MukanaLoad load = mukana_sharing_load (sum, share);
  g_autofree char *held =
    g_strdup_printf (ngettext ("%d assignment in twelve months", "%d assignments in twelve months",
                               share->n_held), (int) share->n_held);
  const char *why = load & MUKANA_LOAD_ABOVE_OWN
                    ? _("more in a month than they said themselves")
                    : _("more than three times what is usual");

  return g_strdup_printf ("%s, %s", held, why);
}

/* ---- Showing ---- */

static void
add_person (MukanaSharingPage *self,
            GtkWidget         *card,
            const MukanaShare *share,
            const char        *detail)
{
  const char *name = mukana_shared_work_peek_name (self->work, share->person_id);
  GtkWidget *row = mukana_layout_card_add (
    card, mukana_layout_row (12, mukana_avatar_new (name, AVATAR_PX),
                             mukana_layout_two_lines (name, detail), NULL));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "person",
                          g_memdup2 (&share->person_id, sizeof share->person_id), g_free);
}

static void
fill_people (MukanaSharingPage *self)
{
  MukanaSharedWork *work = self->work;
  guint n_waiting = self->shows_all ? work->waiting->len : MIN (work->waiting->len, N_SHOWN);

  mukana_layout_empty (self->waiting);
  mukana_layout_empty (self->carrying);
  for (guint i = 0; i < n_waiting; i++)
    {
      const MukanaShare *share = g_array_index (work->waiting, const MukanaShare *, i);
      g_autofree char *detail = dup_wait (share);

      add_person (self, self->waiting, share, detail);
    }
  for (guint i = 0; i < work->carrying->len; i++)
    {
      const MukanaShare *share = g_array_index (work->carrying, const MukanaShare *, i);
      g_autofree char *detail = dup_load (&work->sharing, share);

      add_person (self, self->carrying, share, detail);
    }

  if (work->waiting->len == 0)
    mukana_layout_card_add (self->waiting,
                            mukana_layout_wrapped (_("Everybody who has been here for twelve "
                                                     "weeks has been asked."), "second-line"));
  if (work->carrying->len == 0)
    mukana_layout_card_add (self->carrying, mukana_layout_wrapped (_("Nobody carries too much."),
                                                                   "second-line"));
  gtk_widget_set_visible (self->all, n_waiting < work->waiting->len);
}

static void
set_title (GtkWidget  *heading,
           const char *title)
{
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (heading)), title);
}

static void
fill (MukanaSharingPage *self)
{
  MukanaLexicon *words =
    mukana_context_peek_vocabulary (mukana_page_get_context (MUKANA_PAGE (self)));
  g_autoptr (MukanaSharingPlaces) places = mukana_sharing_places_new (self->work, words,
                                                                      self->county_code);
  g_autofree char *sum = dup_sum (&self->work->sharing);
  g_autofree char *waiting = g_strdup_printf (_("Never asked: %d"), (int) self->work->waiting->len);
  g_autofree char *carrying = g_strdup_printf (_("Carries much: %d"),
                                               (int) self->work->carrying->len);

  gtk_label_set_label (self->sum, sum);
  set_title (self->waiting_title, waiting);
  set_title (self->carrying_title, carrying);
  fill_people (self);
  mukana_sharing_heat_show (self->heat, places);
  mukana_layout_empty (self->table_place);
  gtk_box_append (GTK_BOX (self->table_place),
                  mukana_sharing_table_new (places, mukana_page_get_narrow (MUKANA_PAGE (self))));
  gtk_stack_set_visible_child_name (self->stack, "page");
}

/* ---- Reading ---- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaSharingPage) self = data;
  g_autoptr (GError) error = NULL;
  gint64 revision = 0;
  g_autoptr (MukanaSharedWork) work = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                               &revision, &error);

  if (work != NULL && revision >= self->needs_revision && self->stack != NULL)
    {
      g_clear_pointer (&self->work, mukana_shared_work_free);
      self->work = g_steal_pointer (&work);
      fill (self);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      mukana_status_set_error (self->status, mukana_error_view_peek_title (error),
                               mukana_error_view_peek_sentence (error), TRUE);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
}

static void
look_again (MukanaSharingPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_sharing_out_job, NULL, NULL, read_cb,
                         g_object_ref (self));
}

static void
about_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (MukanaSharingPage) self = data;
  /* Without it the places where somebody lives are shown. */
  g_autoptr (MukanaRegisterAbout) about = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                   NULL, NULL);

  if (about != NULL)
    self->county_code = g_strdup (about->county_code);
  if (self->stack != NULL)
    look_again (self);
}

static void
store_changed_cb (MukanaSharingPage *self,
                  MukanaChangeSet   *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);
  gboolean matters = FALSE;

  for (guint i = 0; i < n_changes; i++)
    {
      matters |= list[i].kind == MUKANA_KIND_PERSON || list[i].kind == MUKANA_KIND_CONSENT ||
                 list[i].kind == MUKANA_KIND_ASSIGNMENT || list[i].kind == MUKANA_KIND_PROPOSAL ||
                 list[i].kind == MUKANA_KIND_EVERYTHING;
      if (list[i].effect != MUKANA_EFFECT_ENDED && list[i].effect != MUKANA_EFFECT_REMOVED)
        continue;

      self->needs_revision = mukana_change_set_get_revision (changes);
      mukana_layout_empty (self->waiting);
      mukana_layout_empty (self->carrying);
    }

  if (matters)
    look_again (self);
}

/* ---- The page ---- */

static void
activated_cb (GtkListBox        *card,
              GtkListBoxRow     *row,
              MukanaSharingPage *self)
{
  const gint64 *person = g_object_get_data (G_OBJECT (row), "person");

  mukana_page_show (MUKANA_PAGE (self), "person", *person);
}

static void
all_cb (MukanaSharingPage *self)
{
  self->shows_all = TRUE;
  fill_people (self);
  gtk_widget_child_focus (self->waiting, GTK_DIR_TAB_FORWARD);
}

static void
mukana_sharing_page_open (MukanaPage *page,
                          gint64      id)
{
  mukana_page_run_async (page, &mukana_founding_about_job, NULL, NULL, about_read_cb,
                         g_object_ref (page));
}

static void
mukana_sharing_page_narrow_changed (MukanaPage *page,
                                    gboolean    narrow)
{
  if (MUKANA_SHARING_PAGE (page)->work != NULL)
    fill (MUKANA_SHARING_PAGE (page));
}

static void
mukana_sharing_page_constructed (GObject *object)
{
  MukanaSharingPage *self = MUKANA_SHARING_PAGE (object);

  G_OBJECT_CLASS (mukana_sharing_page_parent_class)->constructed (object);

  mukana_page_set_content (MUKANA_PAGE (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_sharing_page_dispose (GObject *object)
{
  MUKANA_SHARING_PAGE (object)->stack = NULL;
  G_OBJECT_CLASS (mukana_sharing_page_parent_class)->dispose (object);
}

static void
mukana_sharing_page_finalize (GObject *object)
{
  MukanaSharingPage *self = MUKANA_SHARING_PAGE (object);

  g_clear_pointer (&self->work, mukana_shared_work_free);
  g_free (self->county_code);
  G_OBJECT_CLASS (mukana_sharing_page_parent_class)->finalize (object);
}

/* In the list of people, where they can be ticked and proposed to a request. */
static void
show_known (MukanaSharingPage *self,
            const char        *theme_id,
            const char        *code)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  g_autofree char *conditions = code != NULL
                                ? g_strdup_printf ("theme=%s municipality=%s", theme_id, code)
                                : g_strdup_printf ("theme=%s", theme_id);

  mukana_asked_people_put (context, conditions);
  mukana_page_show (MUKANA_PAGE (self), "people", 0);
}

static void
cell_opened_cb (MukanaSharingPage *self,
                const char        *theme_id,
                const char        *code)
{
  show_known (self, theme_id, code);
}

static void
show_people_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  show_known (MUKANA_SHARING_PAGE (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
mukana_sharing_page_class_init (MukanaSharingPageClass *klass)
{
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_sharing_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_sharing_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_sharing_page_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "sharing.show-people", "s",
                                   show_people_action);
  page_class->open = mukana_sharing_page_open;
  page_class->narrow_changed = mukana_sharing_page_narrow_changed;
}

static GtkWidget *
make_people (MukanaSharingPage  *self,
             GtkWidget         **title,
             GtkWidget         **card,
             const char         *explanation)
{
  *title = mukana_layout_heading ("", NULL);
  *card = mukana_layout_card ();
  g_signal_connect_object (*card, "row-activated", G_CALLBACK (activated_cb), self, 0);
  return mukana_layout_column (6, *title, mukana_layout_wrapped (explanation, "second-line"),
                               *card, NULL);
}

static GtkWidget *
make_places (MukanaSharingPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->heat = MUKANA_SHARING_HEAT (mukana_sharing_heat_new ());
  self->table_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_halign (GTK_WIDGET (self->heat), GTK_ALIGN_START);
  g_signal_connect_object (self->heat, "opened", G_CALLBACK (cell_opened_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->heat));
  return mukana_layout_column (
    12, mukana_layout_heading (_("Themes by municipality"), NULL),
    mukana_layout_wrapped (_("How many of those who may be asked know a theme. A dashed square "
                             "is a hole: nobody there. Numbers below five are not told, because "
                             "they could point at somebody. Press a square or a theme to see who "
                             "they are."), "second-line"),
    scrolled, self->table_place, NULL);
}

static void
mukana_sharing_page_init (MukanaSharingPage *self)
{
  GtkWidget *groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING_PX);
  GtkWidget *waiting = make_people (self, &self->waiting_title, &self->waiting,
                                    _("In the register for at least twelve weeks, and never "
                                      "proposed anything. Who has waited longest comes first."));

  self->sum = GTK_LABEL (mukana_layout_wrapped ("", NULL));
  self->all = mukana_layout_button (_("_Show Everyone"), "flat", NULL);
  gtk_widget_set_halign (self->all, GTK_ALIGN_START);
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (waiting), self->all);

  gtk_box_append (GTK_BOX (groups), mukana_layout_tip (GTK_WIDGET (self->sum)));
  gtk_box_append (GTK_BOX (groups), waiting);
  gtk_box_append (GTK_BOX (groups),
                  make_people (self, &self->carrying_title, &self->carrying,
                               _("More than they said themselves, or far more than others who "
                                 "work.")));
  gtk_box_append (GTK_BOX (groups), make_places (self));

  self->status = MUKANA_STATUS (mukana_status_new ());
  mukana_status_set_loading (self->status, _("Counting"));
  g_signal_connect_swapped (self->status, "deed", G_CALLBACK (look_again), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "status");
  gtk_stack_add_named (self->stack, mukana_layout_page (groups), "page");
}

/** mukana_sharing_page_peek_waiting: Returns: borrowed, the list of those who were never asked */
GtkWidget *
mukana_sharing_page_peek_waiting (MukanaSharingPage *self)
{
  return self->waiting;
}

const MukanaPageInfo mukana_sharing_page_info = {
  .id = "sharing",
  .title = N_("How the work is shared"),
  .icon = "mukana-people-symbolic",
  .parent = "people",
  .is_aside = TRUE,
  .get_type = mukana_sharing_page_get_type,
};
