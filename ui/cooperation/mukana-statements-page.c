/* mukana-statements-page.c: the statements of a year, asked and given, by kind of organisation: the
 * lines that every number of statements counts.
 */

#include "ui/cooperation/mukana-statements-page.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-statement-lines.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"

struct _MukanaStatementsPage
{
  MukanaPage  parent_instance;

  gint64      year;
  GtkWidget  *head;
  GtkWidget  *groups;   /* NULL when the page is gone */
};

G_DEFINE_FINAL_TYPE (MukanaStatementsPage, mukana_statements_page, MUKANA_TYPE_PAGE)

/* ---- Showing ---- */

static char *
tell_days (const MukanaStatementLine *line)
{
  g_autofree char *asked = mukana_format_day (NULL, line->asked_on);
  g_autofree char *given = mukana_format_day (NULL, line->given_on);

  if (line->asked_on == MUKANA_DAY_NONE)
    return g_strdup_printf (_("given %s"), given);
  if (line->given_on == MUKANA_DAY_NONE)
    return g_strdup_printf (_("asked %s"), asked);

  return g_strdup_printf (_("asked %1$s, given %2$s"), asked, given);
}

static void
activated_cb (MukanaPage    *page,
              GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "organisation");

  mukana_page_show (page, "organisation", *id);
}

static void
add_line (GtkWidget                 *card,
          const MukanaStatementLine *line)
{
  g_autofree char *days = tell_days (line);
  g_autofree char *detail = g_strjoin (" · ", line->organisation_name,
                                       mukana_code_label (mukana_statement_kinds, line->kind), days,
                                       NULL);
  GtkWidget *texts = mukana_layout_column (0, mukana_layout_wrapped (line->about, "row-title"),
                                           mukana_layout_wrapped (detail, "second-line"), NULL);
  gboolean is_given = line->given_on != MUKANA_DAY_NONE;
  GtkWidget *row = mukana_layout_card_add (card, mukana_layout_row (
    12, mukana_layout_expand (texts), mukana_layout_middle (mukana_pill_keep_whole (
      mukana_pill_new (is_given ? MUKANA_PILL_OK : MUKANA_PILL_WAITING,
                       is_given ? _("Given") : _("Not given yet")))), NULL));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "organisation",
                          g_memdup2 (&line->organisation_id, sizeof line->organisation_id), g_free);
}

static GtkWidget *
make_kind (MukanaStatementsPage *self,
           GPtrArray            *lines,
           const char           *kind)
{
  MukanaStatementCount n = mukana_statement_lines_count (lines, kind);
  GtkWidget *card = mukana_layout_card ();
  /* Translators: a kind of organisation, and how many statements were asked of them and given */
  g_autofree char *title = g_strdup_printf (_("%1$s: asked %2$d, given %3$d"),
                                            mukana_code_label (mukana_organisation_kinds, kind),
                                            (int) n.n_asked, (int) n.n_given);

  g_signal_connect_object (card, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < lines->len; i++)
    {
      const MukanaStatementLine *line = g_ptr_array_index (lines, i);

      if (g_strcmp0 (line->organisation_kind, kind) == 0)
        add_line (card, line);
    }

  return mukana_layout_column (6, mukana_layout_heading (title, NULL), card, NULL);
}

static GtkWidget *
make_step (const char *icon,
           const char *name,
           int         n_years)
{
  GtkWidget *button = mukana_layout_icon_button (icon, name, "statements.step");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", n_years);
  return button;
}

static void
show_head (MukanaStatementsPage *self,
           GPtrArray            *lines)
{
  MukanaStatementCount n = mukana_statement_lines_count (lines, NULL);
  g_autofree char *title = g_strdup_printf (_("Statements of %d"), (int) self->year);
  g_autofree char *sum = g_strdup_printf (
    _("Asked %1$d, of them for hearings %2$d; given %3$d. What is told elsewhere of statements is "
      "counted from these lines."), (int) n.n_asked, (int) n.n_hearings, (int) n.n_given);

  mukana_layout_empty (self->head);
  gtk_box_append (GTK_BOX (self->head), mukana_layout_row (
    6, make_step ("go-previous-symbolic", _("Earlier"), -1),
    mukana_layout_middle (mukana_layout_text (title, "group-title")),
    make_step ("go-next-symbolic", _("Later"), 1), NULL));
  gtk_box_append (GTK_BOX (self->head), mukana_layout_wrapped (sum, "second-line"));
}

static void
show_lines (MukanaStatementsPage *self,
            GPtrArray            *lines)
{
  show_head (self, lines);
  mukana_layout_empty (self->groups);
  for (guint i = 0; mukana_organisation_kinds[i] != NULL; i++)
    {
      MukanaStatementCount n = mukana_statement_lines_count (lines, mukana_organisation_kinds[i]);

      if (n.n_asked > 0 || n.n_given > 0)
        gtk_box_append (GTK_BOX (self->groups),
                        make_kind (self, lines, mukana_organisation_kinds[i]));
    }
  if (lines->len == 0)
    gtk_box_append (GTK_BOX (self->groups), mukana_layout_tip (mukana_layout_wrapped (
      _("No statement was asked or given in this year."), NULL)));
}

/* ---- Reading ---- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaStatementsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                         &error);

  if (lines == NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else if (self->groups != NULL)
    show_lines (self, lines);
}

static void
look_again (MukanaStatementsPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_statement_lines_job,
                         g_memdup2 (&self->year, sizeof self->year), g_free, read_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (MukanaStatementsPage *self,
                  MukanaChangeSet      *changes)
{
  look_again (self);
}

/* (how many years on) */
static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MUKANA_STATEMENTS_PAGE (widget)->year += g_variant_get_int32 (parameter);
  look_again (MUKANA_STATEMENTS_PAGE (widget));
}

/* ---- The page ---- */

static void
mukana_statements_page_open (MukanaPage *page,
                             gint64      id)
{
  MukanaStatementsPage *self = MUKANA_STATEMENTS_PAGE (page);
  int year, month, day;

  mukana_day_split (mukana_context_today (mukana_page_get_context (page)), &year, &month, &day);
  self->year = id > 0 ? id : year;
  look_again (self);
}

static void
mukana_statements_page_constructed (GObject *object)
{
  MukanaStatementsPage *self = MUKANA_STATEMENTS_PAGE (object);

  G_OBJECT_CLASS (mukana_statements_page_parent_class)->constructed (object);

  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_statements_page_dispose (GObject *object)
{
  MUKANA_STATEMENTS_PAGE (object)->groups = NULL;
  G_OBJECT_CLASS (mukana_statements_page_parent_class)->dispose (object);
}

static void
mukana_statements_page_class_init (MukanaStatementsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = mukana_statements_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_statements_page_dispose;
  MUKANA_PAGE_CLASS (klass)->open = mukana_statements_page_open;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "statements.step", "i", step_action);
}

static void
mukana_statements_page_init (MukanaStatementsPage *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_page (
    mukana_layout_column (18, self->head, self->groups, NULL)));
}

const MukanaPageInfo mukana_statements_page_info = {
  .id = "statements",
  .title = N_("Statements"),
  .icon = "mukana-reply-symbolic",
  .parent = "cooperation",
  .is_aside = TRUE,
  .get_type = mukana_statements_page_get_type,
};
