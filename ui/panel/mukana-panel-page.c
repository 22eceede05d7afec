/* mukana-panel-page.c: a panel drawn by lot for one request: what it is to be like, who was drawn.
 *
 * Nothing is stored before those who were drawn are proposed.  Whoever withdraws
 * meanwhile takes the draw off the page: a draw with somebody missing would be
 * another one, so it is drawn again.
 */

#include "ui/panel/mukana-panel-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-registering.h"
#include "ui/kit/mukana-file-name.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-writing-out.h"
#include "ui/panel/mukana-panel-result.h"

struct _MukanaPanelPage
{
  MukanaPage          parent_instance;

  gint64              request_id;
  MukanaPanelAnswer  *answer;        /* NULL until drawn, and when it no longer holds */
  gint64              run_id;        /* of the draw that was proposed; 0: none */
  gboolean            was_opened;    /* and the numbers of the request are shown */
  gboolean            is_full;       /* no place is free */
  GCancellable       *drawing;       /* NULL while nothing is drawn */

  GtkSpinButton      *size;
  GtkSpinButton      *reserve;
  GtkSpinButton      *seed;
  MukanaPanelTargets *targets;
  GtkWidget          *making;        /* the spinner and Stop */
  GtkWidget          *draw;
  GtkWidget          *gone;          /* that somebody has withdrawn since */
  GtkWidget          *seated;        /* who is there already */
  GtkWidget          *place;         /* of what was drawn */
  GtkWidget          *bar;
  GtkWidget          *dialog;        /* while it is open */
};

G_DEFINE_FINAL_TYPE (MukanaPanelPage, mukana_panel_page, MUKANA_TYPE_PAGE)

static void read_file (MukanaPanelPage *self);

/* ---- Showing ---- */

static void
show_deeds (MukanaPanelPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_panel = self->answer != NULL && self->answer->is_possible;

  gtk_widget_action_set_enabled (widget, "panel.draw", self->drawing == NULL && !self->is_full);
  gtk_widget_action_set_enabled (widget, "panel.propose",
                                 has_panel && self->run_id == 0 && self->dialog == NULL);
  gtk_widget_action_set_enabled (widget, "panel.save", self->run_id != 0);
  gtk_widget_set_visible (self->making, self->drawing != NULL);
  gtk_widget_set_visible (self->draw, self->drawing == NULL);
  gtk_widget_set_visible (self->bar, has_panel);
}

static void
show_answer (MukanaPanelPage *self)
{
  mukana_layout_empty (self->place);
  if (self->answer != NULL)
    gtk_box_append (GTK_BOX (self->place),
                    mukana_panel_result_widget_new (self->answer, mukana_page_get_narrow (
                                                                    MUKANA_PAGE (self))));
  show_deeds (self);
}

/* What was drawn is not what would be drawn now. */
static void
drop_answer (MukanaPanelPage *self)
{
  g_clear_pointer (&self->answer, mukana_panel_answer_unref);
  show_answer (self);
}

/* ---- Drawing ---- */

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaPanelPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaPanelAnswer) answer = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                  NULL, &error);
  gboolean holds = self->drawing != NULL && !g_cancellable_is_cancelled (self->drawing);

  if (self->place == NULL)   /* the page is gone */
    return;

  g_clear_object (&self->drawing);
  if (answer != NULL && holds)
    self->answer = g_steal_pointer (&answer);
  else if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  show_answer (self);
}

static void
draw_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaPanelPage *self = MUKANA_PANEL_PAGE (widget);
  MukanaPage *page = MUKANA_PAGE (widget);
  g_autofree char *targets = mukana_panel_targets_dup_text (self->targets);
  MukanaMatcher *matcher = mukana_context_peek_matcher (mukana_page_get_context (page));
  MukanaPanelQuestion *question;

  if (self->drawing != NULL)
    return;

  question = mukana_panel_question_new (matcher, self->request_id,
                                        gtk_spin_button_get_value_as_int (self->size),
                                        gtk_spin_button_get_value_as_int (self->reserve),
                                        (guint64) gtk_spin_button_get_value (self->seed), targets);
  self->drawing = g_cancellable_new ();
  self->run_id = 0;
  gtk_widget_set_visible (self->gone, FALSE);
  drop_answer (self);
  mukana_store_run_async (mukana_page_get_store (page), &mukana_panelling_draw_job, question,
                          (GDestroyNotify) mukana_panel_question_free, self->drawing, drawn_cb,
                          g_object_ref (self));
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaPanelPage *self = MUKANA_PANEL_PAGE (widget);

  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
}

static void
milder_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaPanelPage *self = MUKANA_PANEL_PAGE (widget);
  g_autofree char *targets = self->answer != NULL ? g_strdup (self->answer->targets) : NULL;

  if (targets == NULL)
    return;

  if (self->answer->n_pool < (guint) self->answer->size)
    gtk_spin_button_set_value (self->size, MAX (self->answer->n_pool, 1));
  mukana_panel_targets_set_text (self->targets, targets);
}

static void
changed_cb (MukanaPanelPage *self)
{
  mukana_panel_targets_set_size (self->targets, gtk_spin_button_get_value_as_int (self->size));
  if (self->answer != NULL && self->run_id == 0)
    drop_answer (self);
}

static void
store_changed_cb (MukanaPanelPage *self,
                  MukanaChangeSet *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);
  gboolean is_stale = FALSE;

  for (guint i = 0; i < n_changes; i++)
    is_stale |= list[i].kind == MUKANA_KIND_PROPOSAL || list[i].kind == MUKANA_KIND_ASSIGNMENT ||
                list[i].kind == MUKANA_KIND_EVERYTHING ||
                (list[i].kind == MUKANA_KIND_REQUEST && list[i].id == self->request_id);
  if (is_stale && self->place != NULL)
    read_file (self);

  for (guint i = 0; i < n_changes; i++)
    if (list[i].effect == MUKANA_EFFECT_ENDED ||
        (list[i].kind == MUKANA_KIND_PERSON && list[i].effect == MUKANA_EFFECT_REMOVED))
      {
        gtk_widget_set_visible (self->gone, self->answer != NULL || self->drawing != NULL);
        if (self->drawing != NULL)
          g_cancellable_cancel (self->drawing);
        drop_answer (self);
        return;
      }
}

/* ---- Proposing ---- */

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaPanelPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (id == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  self->run_id = *id;
  mukana_page_did_for_good (MUKANA_PAGE (self), _("The request is proposed to all who were drawn"));
  if (self->place != NULL)
    show_deeds (self);
}

static void
answered_cb (MukanaPanelPage *self,
             const char      *response)
{
  self->dialog = NULL;
  show_deeds (self);
  if (g_str_equal (response, "propose") && self->answer != NULL)
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_panelling_keep_job,
                           mukana_panel_answer_ref (self->answer),
                           (GDestroyNotify) mukana_panel_answer_unref, kept_cb,
                           g_object_ref (self));
}

static void
propose_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaPanelPage *self = MUKANA_PANEL_PAGE (widget);
  g_autofree char *heading = NULL;

  if (self->answer == NULL || self->dialog != NULL)
    return;

  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Propose the request to %u person?",
                                          "Propose the request to %u people?",
                                          self->answer->members->len),
                             self->answer->members->len);
  self->dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading,
                                         _("All who were drawn are asked, or nobody is. The draw "
                                           "is kept with its seed, so that it can be drawn "
                                           "again."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _("_Cancel"),
                                    "propose", _("_Propose"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self->dialog), "propose",
                                              ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  show_deeds (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/* ---- The protocol ---- */

static const MukanaWritingOut protocol_way = {
  &mukana_panel_paper_job, &mukana_panel_paper_note_job, (GDestroyNotify) mukana_panel_paper_free,
  N_("The protocol is saved"), NULL
};

static gpointer
make_paper (gconstpointer  page,
            const char    *path)
{
  MukanaPanelPage *self = MUKANA_PANEL_PAGE ((gpointer) page);
  const char *language =
    mukana_context_peek_language (mukana_page_get_context (MUKANA_PAGE (self)));

  return mukana_panel_paper_new (self->run_id, language, path);
}

/** mukana_panel_page_save_to: @path: of a file that is not there */
void
mukana_panel_page_save_to (MukanaPanelPage *self,
                           const char      *path)
{
  mukana_writing_out_run (MUKANA_PAGE (self), &protocol_way, make_paper (self, path));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (MUKANA_PAGE (widget)));
  g_autofree char *file = mukana_file_name_new (_("panel drawn by lot"), NULL, today,
                                                MUKANA_PANEL_PAGE (widget)->request_id, ".pdf");
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the protocol"), .name = file,
  };

  mukana_writing_out_ask (MUKANA_PAGE (widget), &protocol_way, &place, make_paper,
                          g_object_ref (widget), g_object_unref);
}

/* ---- The page ---- */

static char *
dup_names (GPtrArray *seated)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < seated->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (seated, i));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Whoever has said yes keeps their place: a panel that asks for all the places again asks people
 * in vain. */
static void
show_seated (MukanaPanelPage         *self,
             const MukanaRequestFile *file)
{
  g_autoptr (GPtrArray) seated = mukana_request_file_seated (file, FALSE);
  g_autoptr (GPtrArray) reserve = mukana_request_file_seated (file, TRUE);
  int n_free = MAX ((int) file->request->people - (int) seated->len, 0);
  int n_reserve = MAX ((int) file->request->reserve - (int) reserve->len, 0);
  g_autofree char *names = dup_names (seated);
  g_autofree char *sentence = NULL;

  mukana_layout_empty (self->seated);
  self->is_full = n_free == 0;
  if (self->answer == NULL && !self->was_opened)
    {
      gtk_spin_button_set_value (self->size, MAX (n_free, 1));
      gtk_spin_button_set_value (self->reserve, n_reserve);
    }
  self->was_opened = TRUE;
  show_deeds (self);
  if (seated->len == 0)
    return;

  sentence = n_free == 0
    ? g_strdup (_("Every place of the request has somebody, who has agreed or is asked. To draw "
                  "more, change first how many people the request looks for."))
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%1$u of the %2$d places has somebody, who has agreed or is "
                                    "asked. The panel is drawn for the others, and the targets "
                                    "count those who are drawn alone.",
                                    "%1$u of the %2$d places have somebody, who has agreed or is "
                                    "asked. The panel is drawn for the others, and the targets "
                                    "count those who are drawn alone.", seated->len),
                       seated->len, (int) file->request->people);
  gtk_box_append (GTK_BOX (self->seated), mukana_layout_tip (mukana_layout_wrapped (sentence,
                                                                                   NULL)));
  gtk_box_append (GTK_BOX (self->seated), mukana_layout_wrapped (names, "second-line"));
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaPanelPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRequestFile) file = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                                &error);

  if (file == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  mukana_page_set_subtitle (MUKANA_PAGE (self), file->request->title);
  if (self->place != NULL)
    show_seated (self, file);
}

static void
read_file (MukanaPanelPage *self)
{
  if (self->request_id != 0)
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_request_file_job,
                           g_memdup2 (&self->request_id, sizeof self->request_id), g_free,
                           file_read_cb, g_object_ref (self));
}

static void
mukana_panel_page_open (MukanaPage *page,
                        gint64      id)
{
  MukanaPanelPage *self = MUKANA_PANEL_PAGE (page);

  self->request_id = id;
  /* Another one each day; whoever wants another lot changes it and says so by it. */
  gtk_spin_button_set_value (self->seed,
                             mukana_context_today (mukana_page_get_context (page)));
  read_file (self);
}

static GtkSpinButton *
add_number (GtkWidget  *card,
            const char *title,
            const char *subtitle,
            double      most,
            double      least)
{
  GtkWidget *spin = mukana_layout_spin_button (least, most, 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  mukana_layout_card_add (card, mukana_layout_row (12, mukana_layout_two_lines (title, subtitle),
                                                   mukana_layout_middle (spin), NULL));
  return GTK_SPIN_BUTTON (spin);
}

static GtkWidget *
make_numbers (MukanaPanelPage *self)
{
  GtkWidget *card = mukana_layout_card ();

  self->size = add_number (card, _("People in the panel"), NULL, MUKANA_PANEL_MOST_SIZE, 1);
  self->reserve = add_number (card, _("Reserve"), NULL, MUKANA_PANEL_MOST_SIZE, 0);
  self->seed = add_number (card, _("Seed"), _("The same seed draws the same panel"), 1e9, 0);
  g_signal_connect_object (self->size, "value-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reserve, "value-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->seed, "value-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return card;
}

static GtkWidget *
make_making (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  return mukana_layout_row (12, spinner, mukana_layout_text (_("Drawing"), NULL),
                            mukana_layout_button (_("_Stop"), NULL, "panel.stop"), NULL);
}

static void
make_bar (MukanaPanelPage *self)
{
  GtkWidget *propose = mukana_layout_button (_("_Propose…"), "suggested-action", "panel.propose");

  gtk_widget_set_hexpand (propose, TRUE);
  gtk_widget_set_halign (propose, GTK_ALIGN_END);
  self->bar = mukana_layout_style (
    mukana_layout_row (12, mukana_layout_button (_("_Save Protocol…"), "flat", "panel.save"),
                       propose, NULL), "bottom-bar");
}

static void
mukana_panel_page_constructed (GObject *object)
{
  MukanaPanelPage *self = MUKANA_PANEL_PAGE (object);
  MukanaPage *page = MUKANA_PAGE (object);
  GtkWidget *groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  G_OBJECT_CLASS (mukana_panel_page_parent_class)->constructed (object);

  self->targets = MUKANA_PANEL_TARGETS (mukana_panel_targets_new (mukana_page_get_context (page)));
  self->draw = mukana_layout_button (_("_Draw"), "suggested-action", "panel.draw");
  self->making = make_making ();
  self->gone = mukana_layout_tip (mukana_layout_wrapped (_("Somebody has withdrawn since it was "
                                                           "drawn. Draw again."), NULL));
  self->place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->gone, FALSE);
  gtk_widget_set_halign (self->draw, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (groups), mukana_layout_wrapped (
    _("A panel is drawn by lot from those who fit the request and consent. It is fair: of all "
      "ways that keep the targets, the one is used in which the smallest chance of being drawn is "
      "largest."), "second-line"));
  self->seated = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (groups), self->seated);
  gtk_box_append (GTK_BOX (groups), make_numbers (self));
  gtk_box_append (GTK_BOX (groups), mukana_layout_column (
    6, mukana_layout_heading (_("What the panel is to be like"), NULL),
    mukana_layout_wrapped (_("What somebody has not stated counts for no target and is never "
                             "guessed."), "second-line"), GTK_WIDGET (self->targets), NULL));
  gtk_box_append (GTK_BOX (groups), self->draw);
  gtk_box_append (GTK_BOX (groups), self->making);
  gtk_box_append (GTK_BOX (groups), self->gone);
  gtk_box_append (GTK_BOX (groups), self->place);
  make_bar (self);
  mukana_page_set_content (page, mukana_layout_page (groups));
  mukana_page_set_bottom_bar (page, self->bar);
  g_signal_connect_object (self->targets, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mukana_page_get_store (page), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  show_deeds (self);
}

static void
mukana_panel_page_dispose (GObject *object)
{
  MukanaPanelPage *self = MUKANA_PANEL_PAGE (object);

  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  self->place = NULL;
  G_OBJECT_CLASS (mukana_panel_page_parent_class)->dispose (object);
}

static void
mukana_panel_page_finalize (GObject *object)
{
  MukanaPanelPage *self = MUKANA_PANEL_PAGE (object);

  g_clear_object (&self->drawing);
  g_clear_pointer (&self->answer, mukana_panel_answer_unref);
  G_OBJECT_CLASS (mukana_panel_page_parent_class)->finalize (object);
}

static void
mukana_panel_page_class_init (MukanaPanelPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_panel_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_panel_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_panel_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_panel_page_open;

  gtk_widget_class_install_action (widget_class, "panel.draw", NULL, draw_action);
  gtk_widget_class_install_action (widget_class, "panel.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "panel.milder", NULL, milder_action);
  gtk_widget_class_install_action (widget_class, "panel.propose", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "panel.save", NULL, save_action);
}

static void
mukana_panel_page_init (MukanaPanelPage *self)
{
}

const MukanaPanelAnswer *
mukana_panel_page_peek_answer (MukanaPanelPage *self)
{
  return self->answer;
}

MukanaPanelTargets *
mukana_panel_page_peek_targets (MukanaPanelPage *self)
{
  return self->targets;
}

/** mukana_panel_page_get_run_id: Returns: the number of the draw that was proposed; 0: none */
gint64
mukana_panel_page_get_run_id (MukanaPanelPage *self)
{
  return self->run_id;
}

GtkWidget *
mukana_panel_page_peek_dialog (MukanaPanelPage *self)
{
  return self->dialog;
}

const MukanaPageInfo mukana_panel_page_info = {
  .id = "panel",
  .title = N_("Draw a panel"),
  .icon = "mukana-finding-symbolic",
  .order = 43,
  .parent = "requests",
  .get_type = mukana_panel_page_get_type,
};
