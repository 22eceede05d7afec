/* mukana-shortlist-page.c: candidates of one request: the blind shortlist for the unit, and the
 * poll about dates.
 *
 * Everything is read at the door, and read again when anybody's consent changes: whoever
 * withdraws leaves both at once.
 */

#include "ui/shortlist/mukana-shortlist-page.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-polling.h"
#include "ui/kit/mukana-file-name.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-writing-out.h"
#include "ui/shortlist/mukana-shortlist-dialogs.h"
#include "ui/shortlist/mukana-shortlist-rows.h"

struct _MukanaShortlistPage
{
  MukanaPage       parent_instance;

  gint64           request_id;
  MukanaShortlist *list;       /* NULL until it is read */
  GVariant        *focused;    /* the target of the answer that was pressed last */
  GtkWidget       *groups;     /* NULL when the page is gone */
  GtkWidget       *dialog;     /* while it is open */
};

G_DEFINE_FINAL_TYPE (MukanaShortlistPage, mukana_shortlist_page, MUKANA_TYPE_PAGE)

static void
show_list (MukanaShortlistPage *self)
{
  MukanaPage *page = MUKANA_PAGE (self);
  GtkWidget *to_focus = NULL;

  mukana_layout_empty (self->groups);
  gtk_box_append (GTK_BOX (self->groups), mukana_layout_wrapped (self->list->title, "page-title"));
  gtk_box_append (GTK_BOX (self->groups), mukana_shortlist_candidates_new (page, self->list));
  if (self->list->rows->len > 0 || self->list->days->len > 0)
    gtk_box_append (GTK_BOX (self->groups),
                    mukana_shortlist_poll_new (page, self->list, self->focused, &to_focus));
  if (to_focus != NULL)
    gtk_widget_grab_focus (to_focus);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaShortlistPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaShortlist *list = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (list == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->list, mukana_shortlist_free);
  self->list = list;
  if (self->groups != NULL)
    show_list (self);
}

static void
read_list (MukanaShortlistPage *self)
{
  if (self->request_id != 0)
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_shortlist_job,
                           g_memdup2 (&self->request_id, sizeof self->request_id), g_free,
                           read_cb, g_object_ref (self));
}

/* Off the screen now; what the store says of the rest comes with the next reading. */
static void
forget_person (MukanaShortlistPage *self,
               gint64               person_id)
{
  for (guint i = self->list != NULL ? self->list->rows->len : 0; i-- > 0; )
    if (((MukanaShortlistRow *) g_ptr_array_index (self->list->rows, i))->candidate->person_id ==
        person_id)
      g_ptr_array_remove_index (self->list->rows, i);
}

static void
store_changed_cb (MukanaShortlistPage *self,
                  MukanaChangeSet     *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);
  gboolean has_left = FALSE, is_stale = FALSE;

  for (guint i = 0; i < n_changes; i++)
    {
      if (list[i].effect == MUKANA_EFFECT_ENDED || (list[i].kind == MUKANA_KIND_PERSON &&
                                                    list[i].effect == MUKANA_EFFECT_REMOVED))
        {
          forget_person (self, list[i].id);
          has_left = TRUE;
        }
      is_stale |= list[i].kind == MUKANA_KIND_PERSON || list[i].kind == MUKANA_KIND_CONSENT ||
                  list[i].kind == MUKANA_KIND_PROPOSAL || list[i].kind == MUKANA_KIND_EVERYTHING ||
                  (list[i].kind == MUKANA_KIND_REQUEST && list[i].id == self->request_id);
    }

  if (has_left && self->list != NULL && self->groups != NULL)
    show_list (self);
  if (is_stale || has_left)
    read_list (self);
}

static MukanaListed *
find_candidate (MukanaShortlistPage *self,
                gint64               id)
{
  for (guint i = 0; self->list != NULL && i < self->list->rows->len; i++)
    {
      const MukanaShortlistRow *row = g_ptr_array_index (self->list->rows, i);

      if (row->candidate->id == id)
        return row->candidate;
    }

  return NULL;
}

static void
show_dialog (MukanaShortlistPage *self,
             GtkWidget           *dialog)
{
  g_clear_weak_pointer (&self->dialog);
  self->dialog = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &self->dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
candidate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MukanaShortlistPage *self = MUKANA_SHORTLIST_PAGE (widget);
  MukanaPage *page = MUKANA_PAGE (self);
  MukanaListed *candidate = find_candidate (self, g_variant_get_int64 (parameter));

  if (candidate == NULL)
    return;

  if (g_str_equal (name, "shortlist.release"))
    show_dialog (self, mukana_release_dialog_new (page, candidate));
  else if (g_str_equal (name, "shortlist.note"))
    show_dialog (self, mukana_listed_note_dialog_new (page, candidate));
  else
    mukana_page_do (page, &mukana_shortlist_drop_job,
                    g_memdup2 (&candidate->id, sizeof candidate->id), g_free,
                    _("Taken off the shortlist"),
                    mukana_step_new (_("Taken off the shortlist"), &mukana_shortlist_restore_job,
                                     g_memdup2 (&candidate->id, sizeof candidate->id), g_free));
}

static void
day_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaShortlistPage *self = MUKANA_SHORTLIST_PAGE (widget);
  MukanaPage *page = MUKANA_PAGE (self);
  gint64 id = g_variant_get_int64 (parameter);

  if (g_str_equal (name, "shortlist.drop-day"))
    {
      mukana_page_do (page, &mukana_poll_day_drop_job, g_memdup2 (&id, sizeof id), g_free,
                      _("Date removed"),
                      mukana_step_new (_("Date removed"), &mukana_poll_day_restore_job,
                                       g_memdup2 (&id, sizeof id), g_free));
      return;
    }

  for (guint i = 0; self->list != NULL && i < self->list->days->len; i++)
    {
      MukanaPollDay *poll_day = g_ptr_array_index (self->list->days, i);

      if (poll_day->id == id)
        show_dialog (self, mukana_choose_day_dialog_new (page, poll_day,
                                                         mukana_shortlist_count (self->list, id,
                                                                                 "yes")));
    }
}

static void
add_day_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaShortlistPage *self = MUKANA_SHORTLIST_PAGE (widget);

  if (self->list != NULL)
    show_dialog (self, mukana_poll_day_dialog_new (MUKANA_PAGE (self), self->list));
}

static void
own_days_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  MukanaShortlistPage *self = MUKANA_SHORTLIST_PAGE (widget);

  mukana_page_do (MUKANA_PAGE (self), &mukana_poll_own_days_job,
                  g_memdup2 (&self->request_id, sizeof self->request_id), g_free,
                  _("The request's dates are in the poll"), NULL);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MukanaShortlistPage) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
}

/* (date, candidate, answer) */
static void
answer_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaShortlistPage *self = MUKANA_SHORTLIST_PAGE (widget);
  gint64 poll_day_id, candidate_id;
  const char *answer;

  g_variant_get (parameter, "(xx&s)", &poll_day_id, &candidate_id, &answer);
  g_clear_pointer (&self->focused, g_variant_unref);
  self->focused = g_variant_ref (parameter);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_poll_answer_job,
                         mukana_poll_answer_new (poll_day_id, candidate_id,
                                                 g_str_equal (name, "shortlist.answer") ? answer
                                                                                        : NULL),
                         (GDestroyNotify) mukana_poll_answer_free, answered_cb,
                         g_object_ref (self));
}

static const MukanaWritingOut way = {
  &mukana_shortlist_print_job, &mukana_shortlist_print_note_job,
  (GDestroyNotify) mukana_shortlist_paper_free, N_("The shortlist is saved"), NULL
};

static gpointer
make_paper (gconstpointer  request_id,
            const char    *path)
{
  return mukana_shortlist_paper_new (*(const gint64 *) request_id, path);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaShortlistPage *self = MUKANA_SHORTLIST_PAGE (widget);
  gboolean is_pdf = g_str_equal (name, "shortlist.save-pdf");
  const char * const patterns[] = { is_pdf ? "*.pdf" : "*.xlsx", NULL };
  g_autofree char *file = mukana_file_name_new (_("shortlist"),
                                                self->list != NULL ? self->list->title : NULL,
                                                self->list != NULL ? self->list->day
                                                                   : MUKANA_DAY_NONE,
                                                self->request_id, patterns[0] + 1);
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the shortlist"),
    .accept_label = _("_Save"), .name = file,
    .filter_name = is_pdf ? _("PDF documents") : _("Workbooks"), .patterns = patterns,
  };

  mukana_writing_out_ask (MUKANA_PAGE (self), &way, &place, make_paper,
                          g_memdup2 (&self->request_id, sizeof self->request_id), g_free);
}

static void
mukana_shortlist_page_open (MukanaPage *page,
                            gint64      id)
{
  MukanaShortlistPage *self = MUKANA_SHORTLIST_PAGE (page);

  self->request_id = id;
  read_list (self);
}

static void
mukana_shortlist_page_narrow_changed (MukanaPage *page,
                                      gboolean    narrow)
{
  MukanaShortlistPage *self = MUKANA_SHORTLIST_PAGE (page);

  if (self->list != NULL && self->groups != NULL)
    show_list (self);
}

static void
mukana_shortlist_page_constructed (GObject *object)
{
  MukanaShortlistPage *self = MUKANA_SHORTLIST_PAGE (object);

  G_OBJECT_CLASS (mukana_shortlist_page_parent_class)->constructed (object);

  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_shortlist_page_dispose (GObject *object)
{
  MukanaShortlistPage *self = MUKANA_SHORTLIST_PAGE (object);

  g_clear_weak_pointer (&self->dialog);
  self->groups = NULL;

  G_OBJECT_CLASS (mukana_shortlist_page_parent_class)->dispose (object);
}

static void
mukana_shortlist_page_finalize (GObject *object)
{
  MukanaShortlistPage *self = MUKANA_SHORTLIST_PAGE (object);

  g_clear_pointer (&self->list, mukana_shortlist_free);
  g_clear_pointer (&self->focused, g_variant_unref);

  G_OBJECT_CLASS (mukana_shortlist_page_parent_class)->finalize (object);
}

static void
mukana_shortlist_page_class_init (MukanaShortlistPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_shortlist_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_shortlist_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_shortlist_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_shortlist_page_open;
  MUKANA_PAGE_CLASS (klass)->narrow_changed = mukana_shortlist_page_narrow_changed;

  gtk_widget_class_install_action (widget_class, "shortlist.release", "x", candidate_action);
  gtk_widget_class_install_action (widget_class, "shortlist.note", "x", candidate_action);
  gtk_widget_class_install_action (widget_class, "shortlist.drop", "x", candidate_action);
  gtk_widget_class_install_action (widget_class, "shortlist.add-day", NULL, add_day_action);
  gtk_widget_class_install_action (widget_class, "shortlist.own-days", NULL, own_days_action);
  gtk_widget_class_install_action (widget_class, "shortlist.drop-day", "x", day_action);
  gtk_widget_class_install_action (widget_class, "shortlist.choose", "x", day_action);
  gtk_widget_class_install_action (widget_class, "shortlist.answer", "(xxs)", answer_action);
  gtk_widget_class_install_action (widget_class, "shortlist.unanswer", "(xxs)", answer_action);
  gtk_widget_class_install_action (widget_class, "shortlist.save-pdf", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "shortlist.save-sheet", NULL, save_action);
}

static void
mukana_shortlist_page_init (MukanaShortlistPage *self)
{
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_page (self->groups));
}

const MukanaPageInfo mukana_shortlist_page_info = {
  .id = "shortlist",
  .title = N_("Shortlist"),
  .icon = "mukana-people-symbolic",
  .order = 43,
  .parent = "requests",
  .get_type = mukana_shortlist_page_get_type,
};

const MukanaShortlist *
mukana_shortlist_page_peek_list (MukanaShortlistPage *self)
{
  return self->list;
}

GtkWidget *
mukana_shortlist_page_peek_dialog (MukanaShortlistPage *self)
{
  return self->dialog;
}
