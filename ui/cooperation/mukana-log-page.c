/* mukana-log-page.c: the whole log of cooperation, and what of it is sought.
 *
 * Words find a line by its text, by the organisation, by who took part or by who does what; beside
 * them stand the kind and the time, and the steps that are one's own and open.
 */

#include "ui/cooperation/mukana-log-page.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-organisation.h"
#include "services/mukana-log-lines.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/kit/mukana-state-filter.h"
#include "ui/kit/mukana-wrap-box.h"

#define FIRST_ROWS 100
#define ALL_ROWS 5000

/* "own" and the times of the filter of times. */
#define OWN "own"
#define THIS_YEAR "this-year"
#define LAST_YEAR "last-year"
#define MONTHS_3 "months-3"

struct _MukanaLogPage
{
  MukanaPage         parent_instance;

  char              *words;
  gboolean           shows_all;
  MukanaStateFilter *kind;
  MukanaStateFilter *time;
  MukanaStateFilter *step;
  GtkLabel          *count;
  GtkWidget         *card;     /* NULL when the page is gone */
  GtkWidget         *all;      /* the button that shows the rest */
};

G_DEFINE_FINAL_TYPE (MukanaLogPage, mukana_log_page, MUKANA_TYPE_PAGE)

/* ---- Showing ---- */

/* "Next step: send the minutes, Sari, no later than 4.12.2026" */
static char *
tell_step (MukanaLogEntry *entry)
{
  g_autofree char *day = mukana_format_day (NULL, entry->next_day);
  g_autofree char *due = g_strdup_printf (_("no later than %s"), day);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *words = NULL;

  if (entry->next_day == MUKANA_DAY_NONE)
    return NULL;

  if (entry->next_deed != NULL && *entry->next_deed != '\0')
    g_strv_builder_add (builder, entry->next_deed);
  if (entry->next_who != NULL && *entry->next_who != '\0')
    g_strv_builder_add (builder, entry->next_who);
  g_strv_builder_add (builder, due);
  parts = g_strv_builder_end (builder);
  words = g_strjoinv (", ", parts);
  return g_strdup_printf (entry->next_done_on == MUKANA_DAY_NONE ? _("Next step: %s")
                                                                 : _("Step done: %s"), words);
}

static void
add_line (MukanaLogPage  *self,
          MukanaLogEntry *entry)
{
  g_autofree char *day = mukana_format_day (NULL, entry->day);
  g_autofree char *with = entry->with != NULL && *entry->with != '\0'
                          ? g_strdup_printf (_("also took part: %s"), entry->with) : NULL;
  g_autofree char *detail = g_strjoin (" · ", day,
                                       mukana_code_label (mukana_log_kinds, entry->kind),
                                       entry->organisation_name, with, NULL);
  g_autofree char *step = tell_step (entry);
  GtkWidget *texts = mukana_layout_column (0, mukana_layout_wrapped (entry->summary, "row-title"),
                                           mukana_layout_wrapped (detail, "second-line"), NULL);
  GtkWidget *content = mukana_layout_row (12, mukana_layout_expand (texts), NULL);
  GtkWidget *row;

  if (step != NULL)
    gtk_box_append (GTK_BOX (texts), mukana_layout_wrapped (step, "second-line"));
  if (step != NULL && entry->next_done_on == MUKANA_DAY_NONE)
    gtk_box_append (GTK_BOX (content), mukana_layout_middle (
      mukana_layout_deed (_("Mark done"), "flat", "cooperation.step-done", entry->id)));
  row = mukana_layout_card_add (self->card, content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "line", g_memdup2 (&entry->id, sizeof entry->id), g_free);
}

static gboolean
is_narrowed (MukanaLogPage *self)
{
  return mukana_state_filter_peek_code (self->kind) != NULL ||
         mukana_state_filter_peek_code (self->time) != NULL ||
         mukana_state_filter_peek_code (self->step) != NULL ||
         (self->words != NULL && *self->words != '\0');
}

static void
show_lines (MukanaLogPage *self,
            GPtrArray     *lines)
{
  guint n_shown = self->shows_all ? lines->len : MIN (lines->len, FIRST_ROWS);
  g_autofree char *count = g_strdup_printf (ngettext ("%d line", "%d lines", lines->len),
                                            (int) lines->len);

  mukana_layout_empty (self->card);
  for (guint i = 0; i < n_shown; i++)
    add_line (self, g_ptr_array_index (lines, i));
  if (lines->len == 0)
    mukana_layout_card_add (self->card, mukana_layout_wrapped (
      is_narrowed (self) ? _("No line is like that.")
                         : _("Nothing is logged yet. Press Ctrl+L wherever you are."),
      "second-line"));
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->all, n_shown < lines->len);
}

/* ---- Reading ---- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaLogPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                         &error);

  if (lines == NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else if (self->card != NULL)
    show_lines (self, lines);
}

static void
put_time (MukanaLogPage   *self,
          MukanaLogSought *sought)
{
  const char *code = mukana_state_filter_peek_code (self->time);
  MukanaDay today = mukana_context_today (mukana_page_get_context (MUKANA_PAGE (self)));
  int year, month, day;

  if (code == NULL)
    return;

  mukana_day_split (today, &year, &month, &day);
  year -= g_str_equal (code, LAST_YEAR);
  sought->from = mukana_day_new (year, 1, 1);
  sought->until = mukana_day_new (year, 12, 31);
  if (g_str_equal (code, MONTHS_3))
    {
      sought->from = mukana_day_add_months (today, -3);
      sought->until = MUKANA_DAY_NONE;
    }
}

static void
look_again (MukanaLogPage *self)
{
  MukanaLogSought *sought = mukana_log_sought_new ();

  sought->words = g_strdup (self->words);
  sought->kind = g_strdup (mukana_state_filter_peek_code (self->kind));
  sought->is_own_open = mukana_state_filter_peek_code (self->step) != NULL;
  sought->name = g_strdup (g_get_real_name ());
  sought->max_rows = ALL_ROWS;
  put_time (self, sought);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_log_lines_job, sought,
                         (GDestroyNotify) mukana_log_sought_free, read_cb, g_object_ref (self));
}

static void
store_changed_cb (MukanaLogPage   *self,
                  MukanaChangeSet *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (list[i].kind == MUKANA_KIND_LOG_ENTRY || list[i].kind == MUKANA_KIND_ORGANISATION ||
        list[i].kind == MUKANA_KIND_EVERYTHING)
      {
        look_again (self);
        return;
      }
}

/* ---- Deeds ---- */

static void
show_line (MukanaLogPage *self,
           gint64         id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.log-line", "x", id);
}

static void
activated_cb (MukanaLogPage *self,
              GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "line");

  if (id != NULL)
    show_line (self, *id);
}

static void
all_cb (MukanaLogPage *self)
{
  self->shows_all = TRUE;
  look_again (self);
}

/* (id of the line) */
static void
step_done_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  mukana_record_deed_done (MUKANA_PAGE (widget), g_variant_get_int64 (parameter));
}

/* ---- The page ---- */

static void
mukana_log_page_open (MukanaPage *page,
                      gint64      id)
{
  look_again (MUKANA_LOG_PAGE (page));
  if (id > 0)
    show_line (MUKANA_LOG_PAGE (page), id);
}

static void
mukana_log_page_search_changed (MukanaPage *page,
                                const char *text)
{
  MukanaLogPage *self = MUKANA_LOG_PAGE (page);

  g_free (self->words);
  self->words = g_strdup (text);
  look_again (self);
}

static void
mukana_log_page_add (MukanaPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "app.log", NULL);
}

static void
mukana_log_page_constructed (GObject *object)
{
  MukanaLogPage *self = MUKANA_LOG_PAGE (object);

  G_OBJECT_CLASS (mukana_log_page_parent_class)->constructed (object);

  mukana_page_set_search_hint (MUKANA_PAGE (self), _("Search by organisation, person or words"));
  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_log_page_dispose (GObject *object)
{
  MUKANA_LOG_PAGE (object)->card = NULL;
  G_OBJECT_CLASS (mukana_log_page_parent_class)->dispose (object);
}

static void
mukana_log_page_finalize (GObject *object)
{
  g_free (MUKANA_LOG_PAGE (object)->words);
  G_OBJECT_CLASS (mukana_log_page_parent_class)->finalize (object);
}

static void
mukana_log_page_class_init (MukanaLogPageClass *klass)
{
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_log_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_log_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_log_page_finalize;
  page_class->open = mukana_log_page_open;
  page_class->search_changed = mukana_log_page_search_changed;
  page_class->add = mukana_log_page_add;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "cooperation.step-done", "x",
                                   step_done_action);
}

static MukanaStateFilter *
make_filter (MukanaLogPage *self,
             GtkWidget     *box,
             const char    *name,
             const char    *every)
{
  GtkWidget *filter = mukana_state_filter_new (name);

  mukana_state_filter_add (MUKANA_STATE_FILTER (filter), NULL, every);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), filter);
  return MUKANA_STATE_FILTER (filter);
}

static GtkWidget *
make_filters (MukanaLogPage *self)
{
  GtkWidget *box = mukana_wrap_box_new (12, 6);
  MukanaStateFilter *filters[3];

  self->step = filters[0] = make_filter (self, box, _("Next steps"), _("All lines"));
  self->kind = filters[1] = make_filter (self, box, _("What"), _("Every kind"));
  self->time = filters[2] = make_filter (self, box, _("When"), _("All times"));
  mukana_state_filter_add (self->step, OWN, _("My open next steps"));
  for (guint i = 0; mukana_log_kinds[i] != NULL; i++)
    mukana_state_filter_add (self->kind, mukana_log_kinds[i],
                             mukana_code_label (mukana_log_kinds, mukana_log_kinds[i]));
  mukana_state_filter_add (self->time, MONTHS_3, _("Last three months"));
  mukana_state_filter_add (self->time, THIS_YEAR, _("This year"));
  mukana_state_filter_add (self->time, LAST_YEAR, _("Last year"));
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    g_signal_connect_object (filters[i], "changed", G_CALLBACK (look_again), self,
                             G_CONNECT_SWAPPED);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box),
                          mukana_layout_middle (GTK_WIDGET (self->count)));
  return box;
}

static void
mukana_log_page_init (MukanaLogPage *self)
{
  self->count = GTK_LABEL (mukana_layout_text ("", "second-line"));
  self->card = mukana_layout_card ();
  self->all = mukana_layout_button (_("_Show All"), "flat", NULL);
  gtk_widget_set_halign (self->all, GTK_ALIGN_START);
  gtk_widget_set_visible (self->all, FALSE);
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_page (
    mukana_layout_column (12, make_filters (self), self->card, self->all, NULL)));
}

const MukanaPageInfo mukana_log_page_info = {
  .id = "log",
  .title = N_("Log of cooperation"),
  .icon = "mukana-reply-symbolic",
  .parent = "cooperation",
  .is_aside = TRUE,
  .get_type = mukana_log_page_get_type,
};
