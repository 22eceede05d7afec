/* mukana-today-page.c: what waits, most urgent first, and how the year has gone.
 *
 * One read makes the whole page; it is read again after every commit.  A row's
 * deed leads to the page where it is done.  Only what is known is said: nothing
 * is claimed of backups, which are the county's own affair.
 */

#include "ui/today/mukana-today-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-server.h"
#include "services/mukana-consenting.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-founding.h"
#include "services/mukana-overview.h"
#include "ui/app/mukana-agreement-end.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-columns-layout.h"
#include "ui/kit/mukana-day-words.h"
#include "ui/kit/mukana-fact.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/kit/mukana-status.h"
#include "ui/today/mukana-today-year.h"
#include "ui/today/mukana-waiting-card.h"
#include "ui/today/mukana-waiting-words.h"

#define MAX_OF_A_KIND 200
#define COLUMN_PX 430
#define DAYS_A_WEEK 7
#define DAYS_A_YEAR 365

struct _MukanaTodayPage
{
  MukanaPage       parent_instance;

  guint            refresh_source;   /* a refresh that is about to begin */
  MukanaOverview  *quick;            /* NULL until read */
  MukanaOverview  *kept;             /* what is found by reading much; NULL until read */
  MukanaOverview  *overview;         /* what is shown, of both; NULL until read */
  gboolean         is_reading_kept;
  gboolean         is_kept_old;      /* something changed while it was read */

  GtkStack        *stack;
  MukanaStatus    *status;
  GtkWidget       *scrolled;
  GtkWidget       *body;             /* what scrolls in it */
  GtkWidget       *head;
  GtkLabel        *heading;
  GtkLabel        *summary;
  GtkWidget       *empty;
  GtkWidget       *cards;
  MukanaTodayYear *year;
  GtkWidget       *key_line;         /* the recovery key, when there is something to say */
  GtkWidget       *key_icon;
  GtkLabel        *key_text;
  GtkWidget       *key_deed;
};

G_DEFINE_FINAL_TYPE (MukanaTodayPage, mukana_today_page, MUKANA_TYPE_PAGE)

static gint64
count_all (MukanaOverview *overview)
{
  gint64 n = 0;

  for (guint i = 0; i < MUKANA_N_WAITING; i++)
    n += overview->counts[i];

  return n;
}

/* What the sidebar shows.  The lists themselves are not asked for. */
static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  int none = 0;
  g_autoptr (MukanaOverview) overview = mukana_overview_job.run (db, &none, cancellable, error);
  gint64 n;

  if (overview == NULL)
    return NULL;

  n = count_all (overview);
  return g_memdup2 (&n, sizeof n);
}

static const MukanaJob count_job = { "today.count", MUKANA_LANE_LONG, count_run, g_free,
                                     .needs = MUKANA_DEED_WORK_HERE };

/* What is due by Sunday, and what is late. */
static guint
count_this_week (MukanaOverview *overview)
{
  MukanaDay sunday = overview->today + DAYS_A_WEEK - mukana_day_weekday (overview->today);
  guint n = 0;

  for (guint i = 0; i < overview->items->len; i++)
    {
      const MukanaWaitingItem *item = g_ptr_array_index (overview->items, i);

      if (item->due != MUKANA_DAY_NONE && item->due <= sunday)
        n++;
    }

  return n;
}

static const MukanaWaitingItem *
find_most_urgent (MukanaOverview *overview)
{
  const MukanaWaitingItem *most = NULL;

  for (guint i = 0; i < overview->items->len; i++)
    {
      const MukanaWaitingItem *item = g_ptr_array_index (overview->items, i);

      if (most == NULL || mukana_waiting_is_sooner (item, most))
        most = item;
    }

  return most;
}

static char *
describe_work (MukanaOverview *overview)
{
  gulong n = (gulong) count_all (overview), soon = count_this_week (overview);
  g_autofree char *all = NULL;
  g_autofree char *part = NULL;

  if (n == 0)
    return g_strdup (_("Nothing waits"));

  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu thing waits", "%lu things wait", n), n);
  if (soon == 0)
    return g_steal_pointer (&all);

  part = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu of them this week",
                                       "%lu of them this week", soon), soon);
  return g_strdup_printf ("%s, %s", all, part);
}

static void
show_overview (MukanaTodayPage *self,
               MukanaOverview  *overview)
{
  const MukanaWaitingItem *most_urgent = find_most_urgent (overview);
  g_autofree char *day = mukana_day_words_heading (overview->today);
  g_autofree char *summary = describe_work (overview);

  gtk_label_set_label (self->heading, day);
  gtk_label_set_label (self->summary, summary);
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    mukana_waiting_card_fill (MUKANA_WAITING_CARD (card), overview, most_urgent);
  gtk_widget_set_visible (self->empty, most_urgent == NULL);
  gtk_widget_set_visible (self->cards, most_urgent != NULL);
  mukana_today_year_fill (self->year, overview);
  gtk_stack_set_visible_child (self->stack, self->scrolled);
}

/* Until all is known, nobody is told that nothing waits. */
static void
show_known (MukanaTodayPage *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const MukanaOverview unknown = { .items = none };
  g_autoptr (MukanaOverview) before = g_steal_pointer (&self->overview);

  if (self->quick == NULL)
    return;

  self->overview = mukana_overview_join (self->quick, self->kept != NULL ? self->kept : &unknown);
  if (self->kept != NULL || self->overview->items->len > 0)
    show_overview (self, self->overview);
}

static void
show_failure (MukanaTodayPage *self,
              const GError    *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  mukana_status_set_error (self->status, mukana_error_view_peek_title (error),
                           mukana_error_view_peek_sentence (error), TRUE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->status));
}

/* Takes what was read in the place of *@known, which what is shown borrows from. */
static void
take_read (MukanaTodayPage  *self,
           MukanaOverview  **known,
           MukanaOverview   *overview,
           const GError     *error)
{
  g_autoptr (MukanaOverview) before = *known;

  if (overview == NULL)
    {
      g_steal_pointer (&before);
      show_failure (self, error);
      return;
    }

  *known = overview;
  show_known (self);
}

static void
quick_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (MukanaTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaOverview *overview = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  take_read (self, &self->quick, overview, error);
}

static void read_kept (MukanaTodayPage *self);

static void
kept_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaOverview *overview = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  self->is_reading_kept = FALSE;
  take_read (self, &self->kept, overview, error);
  if (self->is_kept_old && overview != NULL)
    read_kept (self);
}

/* One reading at a time: of a large register each takes a while. */
static void
read_kept (MukanaTodayPage *self)
{
  int max_rows = MAX_OF_A_KIND;

  self->is_kept_old = self->is_reading_kept;
  if (self->is_reading_kept)
    return;

  self->is_reading_kept = TRUE;
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_overview_kept_job,
                         g_memdup2 (&max_rows, sizeof max_rows), g_free, kept_read_cb,
                         g_object_ref (self));
}

/* A register in a file is locked with a key; one on a server has none, and no sheet of it. */
static gboolean
has_key (MukanaTodayPage *self)
{
  return !mukana_server_is_uri (mukana_store_peek_uri (mukana_page_get_store (
                                  MUKANA_PAGE (self))));
}

/* The key of a made-up register is thrown away with it. */
static void
about_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (MukanaTodayPage) self = data;
  /* Without it the line is not shown; the page itself says when the store is away. */
  g_autoptr (MukanaRegisterAbout) about = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                   NULL, NULL);
  gboolean is_confirmed = about != NULL && about->recovery_confirmed_at > 0;
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  /* A sheet that nobody has looked for in a year may be lost. */
  gboolean is_recent = is_confirmed &&
                       mukana_context_today (context) -
                       mukana_day_from_us (about->recovery_confirmed_at) <= DAYS_A_YEAR;

  gtk_widget_set_visible (self->key_line,
                          about != NULL && !about->is_made_up && has_key (self));
  gtk_widget_set_visible (self->key_deed, !is_recent);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->key_icon),
                                is_recent ? "mukana-ok-symbolic" : "mukana-alert-symbolic");
  if (is_confirmed)
    {
      MukanaDay day = mukana_day_from_us (about->recovery_confirmed_at);
      g_autofree char *text = mukana_format_day (NULL, day);
      g_autofree char *sentence = g_strdup_printf (_("The recovery key was checked on %s"), text);

      gtk_label_set_label (self->key_text, sentence);
    }
  else
    gtk_label_set_label (self->key_text, _("Nobody has checked the recovery key yet"));
}

static void
refresh (MukanaTodayPage *self)
{
  int max_rows = MAX_OF_A_KIND;

  mukana_page_run_async (MUKANA_PAGE (self), &mukana_overview_quick_job,
                         g_memdup2 (&max_rows, sizeof max_rows), g_free, quick_read_cb,
                         g_object_ref (self));
  read_kept (self);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_founding_about_job, NULL, NULL, about_read_cb,
                         g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  MukanaTodayPage *self = data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Several commits in a row are read once. */
static void
changed_cb (MukanaTodayPage *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_cb, self);
}

static void
deed_cb (MukanaTodayPage *self,
         const char      *route,
         gint64           id)
{
  mukana_page_show (MUKANA_PAGE (self), route, id);
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  const char *purpose;
  gint64 person_id;

  g_variant_get (parameter, "(x&s)", &person_id, &purpose);
  mukana_page_do (MUKANA_PAGE (widget), &mukana_consenting_withdraw_job,
                  mukana_withdrawal_new (person_id, purpose, NULL, "other"),
                  (GDestroyNotify) mukana_withdrawal_free,
                  _("Consent withdrawn. It holds from now on."), NULL);
}

static void
done_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  mukana_record_deed_done (MUKANA_PAGE (widget), g_variant_get_int64 (parameter));
}

/* (its number, or its organisation's below nought) */
static void
agreement_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MukanaTodayPage *self = MUKANA_TODAY_PAGE (widget);
  gint64 target = g_variant_get_int64 (parameter);

  for (guint i = 0; self->overview != NULL && i < self->overview->items->len; i++)
    {
      const MukanaWaitingItem *item = g_ptr_array_index (self->overview->items, i);

      if (item->kind == MUKANA_WAITING_AGREEMENT && mukana_waiting_target (item) == target)
        mukana_agreement_end_present (MUKANA_PAGE (self), item->record_id,
                                         item->organisation_id);
    }
}

static void
arranged_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  mukana_record_deed_arranged (MUKANA_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  /* The action is named after the page. */
  mukana_page_show (MUKANA_PAGE (widget), name + strlen ("today."),
                    g_variant_get_int64 (parameter));
}

static void
retry_cb (MukanaTodayPage *self)
{
  mukana_status_set_loading (self->status, _("Reading the register"));
  refresh (self);
}

static void
mukana_today_page_shown (MukanaPage *page)
{
  /* The day may have changed since. */
  refresh (MUKANA_TODAY_PAGE (page));
}

static void
mukana_today_page_narrow_changed (MukanaPage *page,
                                  gboolean    narrow)
{
  MukanaTodayPage *self = MUKANA_TODAY_PAGE (page);
  int margin = narrow ? 12 : 24;

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    mukana_waiting_card_set_narrow (MUKANA_WAITING_CARD (card), narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_margin_start (self->body, margin);
  gtk_widget_set_margin_end (self->body, margin);
}

static GtkWidget *
make_head (MukanaTodayPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *log = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  self->heading = GTK_LABEL (gtk_label_new (NULL));
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "page-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "second-line");
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->summary));
  gtk_widget_set_hexpand (texts, TRUE);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Log cooperation…"));
  gtk_button_set_child (GTK_BUTTON (log), content);
  gtk_widget_set_valign (log, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (log), "app.log");
  gtk_widget_set_visible (log, mukana_context_may (mukana_page_get_context (MUKANA_PAGE (self)),
                                                   MUKANA_DEED_CHANGE_ORGANISATIONS));
  gtk_box_append (GTK_BOX (head), texts);
  gtk_box_append (GTK_BOX (head), log);
  self->head = head;
  return head;
}

static GtkWidget *
make_key_line (MukanaTodayPage *self)
{
  self->key_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->key_icon = gtk_image_new ();
  self->key_text = GTK_LABEL (gtk_label_new (NULL));
  self->key_deed = gtk_button_new_with_label (_("Check…"));
  gtk_label_set_wrap (self->key_text, TRUE);
  gtk_label_set_xalign (self->key_text, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->key_text), "second-line");
  gtk_widget_add_css_class (self->key_deed, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->key_deed), "app.check-recovery-key");
  gtk_box_append (GTK_BOX (self->key_line), self->key_icon);
  gtk_box_append (GTK_BOX (self->key_line), GTK_WIDGET (self->key_text));
  gtk_box_append (GTK_BOX (self->key_line), self->key_deed);
  gtk_widget_set_visible (self->key_line, FALSE);
  return self->key_line;
}

static GtkWidget *
make_cards (MukanaTodayPage *self)
{
  g_autoptr (GtkSizeGroup) deeds = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));

  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_layout_manager (self->cards, mukana_columns_layout_new (COLUMN_PX, 24, 18));
  for (guint kind = 0; kind < MUKANA_N_WAITING; kind++)
    {
      GtkWidget *card = mukana_waiting_card_new (context, kind, deeds);

      g_signal_connect_object (card, "deed", G_CALLBACK (deed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->cards), card);
    }

  return self->cards;
}

static void
make_body (MukanaTodayPage *self)
{
  GtkWidget *empty = mukana_status_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->empty = empty;
  mukana_status_set_empty (MUKANA_STATUS (empty), "mukana-ok-symbolic", _("Nothing waits today"),
                           _("Replies, promises, fees and consents that need you come here."),
                            NULL);
  self->year = MUKANA_TODAY_YEAR (mukana_today_year_new ());
  g_object_set (box, "margin-start", 24, "margin-end", 24, "margin-top", 6, "margin-bottom", 24,
                NULL);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), empty);
  gtk_box_append (GTK_BOX (box), make_cards (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->year));
  gtk_box_append (GTK_BOX (box), make_key_line (self));
  self->body = box;
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
}

static void
mukana_today_page_constructed (GObject *object)
{
  MukanaTodayPage *self = MUKANA_TODAY_PAGE (object);

  G_OBJECT_CLASS (mukana_today_page_parent_class)->constructed (object);

  make_body (self);
  self->status = MUKANA_STATUS (mukana_status_new ());
  mukana_status_set_loading (self->status, _("Reading the register"));
  g_signal_connect_object (self->status, "deed", G_CALLBACK (retry_cb), self, G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->status));
  gtk_stack_add_child (self->stack, self->scrolled);
  mukana_page_set_content (MUKANA_PAGE (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_today_page_dispose (GObject *object)
{
  MukanaTodayPage *self = MUKANA_TODAY_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_pointer (&self->overview, mukana_overview_free);
  g_clear_pointer (&self->quick, mukana_overview_free);
  g_clear_pointer (&self->kept, mukana_overview_free);

  G_OBJECT_CLASS (mukana_today_page_parent_class)->dispose (object);
}

static void
mukana_today_page_class_init (MukanaTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);

  object_class->constructed = mukana_today_page_constructed;
  object_class->dispose = mukana_today_page_dispose;
  page_class->shown = mukana_today_page_shown;
  page_class->narrow_changed = mukana_today_page_narrow_changed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "today.withdraw", "(xs)",
                                   withdraw_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "today.done", "x", done_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "today.agreement", "x",
                                   agreement_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "today.arranged", "x",
                                   arranged_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "today.organisation", "x",
                                   open_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "today.assignment", "x", open_action);
}

static void
mukana_today_page_init (MukanaTodayPage *self)
{
}

const MukanaPageInfo mukana_today_page_info = {
  .id = "today",
  .title = N_("Today"),
  .icon = "mukana-today-symbolic",
  .order = 10,
  .get_type = mukana_today_page_get_type,
  .count = &count_job,
  .counted = N_("Everything that waits, here in one list"),
};
