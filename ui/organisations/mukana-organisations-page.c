/* mukana-organisations-page.c: the list of organisations: who they are, and how long agreed. */

#include "ui/organisations/mukana-organisations-page.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-listing.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-row-list.h"
#include "ui/organisations/mukana-organisation-dialogs.h"
#include "ui/organisations/mukana-organisation-parts.h"

/* Rows of the filter by contact, after the first. */
static const int quiet_months[] = { 3, 6, 12, 24 };

struct _MukanaOrganisationsPage
{
  MukanaPage     parent_instance;

  MukanaRowList *list;
  GtkDropDown   *kind;       /* its first row is all kinds */
  GtkDropDown   *quiet;      /* its first row is whatever the last contact */
};

G_DEFINE_FINAL_TYPE (MukanaOrganisationsPage, mukana_organisations_page, MUKANA_TYPE_PAGE)

static GtkWidget *
make_text (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_name (void)
{
  return mukana_layout_two_lines ("", " ");
}

/* "Association · Kajaani" beneath the name, which is what is looked for. */
static void
fill_name (GtkWidget     *cell,
           gpointer       record,
           MukanaContext *context)
{
  MukanaOrganisationRow *row = record;
  GtkWidget *name = gtk_widget_get_first_child (cell);
  GtkWidget *second = gtk_widget_get_next_sibling (name);
  const char *kind = mukana_code_label (mukana_organisation_kinds, row->kind);
  const char *place = row->municipality_code == NULL ? NULL
    : mukana_lexicon_label (mukana_context_peek_vocabulary (context), MUKANA_LEXICON_MUNICIPALITY,
                            row->municipality_code);
  g_autofree char *words = g_strjoin (place != NULL ? " · " : "", kind, place, NULL);

  gtk_label_set_label (GTK_LABEL (name), row->name);
  gtk_label_set_label (GTK_LABEL (second), words);
}

static void
fill_agreement (GtkWidget     *cell,
                gpointer       record,
                MukanaContext *context)
{
  MukanaOrganisationRow *row = record;

  mukana_organisation_fill_agreement (mukana_pill_cell_peek (cell),
                                      row->agreement_from, row->agreement_until,
                                      mukana_context_today (context));
}

static void
fill_last_contact (GtkWidget     *cell,
                   gpointer       record,
                   MukanaContext *context)
{
  MukanaOrganisationRow *row = record;
  g_autofree char *day = mukana_organisation_day (row->last_contact_on);

  gtk_label_set_label (GTK_LABEL (cell), day);
}

static const MukanaColumn columns[] = {
  { N_("Organisation"), 0, TRUE, MUKANA_COLUMN_ALWAYS, make_name, fill_name },
  { N_("Agreement"), 160, FALSE, MUKANA_COLUMN_ALWAYS, mukana_pill_cell_new, fill_agreement },
  { N_("Last contact"), 100, FALSE, MUKANA_COLUMN_WIDE, make_text, fill_last_contact },
};

static const MukanaRowListWords list_words = {
  "mukana-organisation-symbolic", N_("No organisations yet"),
  N_("Associations and other partners, their contact persons, agreements and the log of "
     "cooperation."),
  N_("New Organisation…"),
};

static const MukanaRowSource source = {
  .ids = &mukana_organisations_ids_job,
  .rows = &mukana_organisations_rows_job,
  .copy_filter = (GBoxedCopyFunc) mukana_list_filter_copy,
  .free_filter = (GDestroyNotify) mukana_list_filter_free,
  .kind = MUKANA_KIND_ORGANISATION,
};

static gpointer
make_filter (const char *needle,
             const char *order,
             gpointer    data)
{
  MukanaOrganisationsPage *self = data;
  MukanaListFilter *filter = g_new0 (MukanaListFilter, 1);
  guint kind = gtk_drop_down_get_selected (self->kind);
  guint quiet = gtk_drop_down_get_selected (self->quiet);

  filter->needle = g_strdup (needle);
  filter->order = g_strdup (order);
  if (kind > 0 && kind != GTK_INVALID_LIST_POSITION)
    filter->kind = g_strdup (mukana_organisation_kinds[kind - 1]);
  if (quiet > 0 && quiet <= G_N_ELEMENTS (quiet_months))
    filter->quiet_months = quiet_months[quiet - 1];
  return filter;
}

static void
kind_changed_cb (MukanaOrganisationsPage *self)
{
  mukana_row_list_set_filtered (self->list, gtk_drop_down_get_selected (self->kind) > 0 ||
                                            gtk_drop_down_get_selected (self->quiet) > 0);
  mukana_row_list_refresh (self->list);
}

static void
opened_cb (MukanaOrganisationsPage *self,
           gint64                   id)
{
  mukana_page_show (MUKANA_PAGE (self), "organisation", id);
}

static void
clear_cb (MukanaOrganisationsPage *self)
{
  mukana_page_set_search_text (MUKANA_PAGE (self), "");
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_drop_down_set_selected (self->quiet, 0);
}

static void
mukana_organisations_page_add (MukanaPage *page)
{
  gtk_window_present (GTK_WINDOW (mukana_organisation_dialog_new (page, NULL)));
}

static void
mukana_organisations_page_search_changed (MukanaPage *page,
                                          const char *text)
{
  mukana_row_list_set_needle (MUKANA_ORGANISATIONS_PAGE (page)->list, text);
}

static void
mukana_organisations_page_narrow_changed (MukanaPage *page,
                                          gboolean    narrow)
{
  mukana_row_list_set_narrow (MUKANA_ORGANISATIONS_PAGE (page)->list, narrow);
}

static GtkWidget *
make_kind_filter (MukanaOrganisationsPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  GtkWidget *drop;

  gtk_string_list_append (kinds, _("All kinds"));
  for (guint i = 0; mukana_organisation_kinds[i] != NULL; i++)
    gtk_string_list_append (kinds, _(mukana_code_label (mukana_organisation_kinds,
                                                        mukana_organisation_kinds[i])));
  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&kinds)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Kind of organisation"), -1);
  self->kind = GTK_DROP_DOWN (drop);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (kind_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return drop;
}

static GtkWidget *
make_quiet_filter (MukanaOrganisationsPage *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  GtkWidget *drop;

  gtk_string_list_append (choices, _("Whenever contacted"));
  for (guint i = 0; i < G_N_ELEMENTS (quiet_months); i++)
    {
      g_autofree char *text = g_strdup_printf (_("Not contacted for %d months"), quiet_months[i]);

      gtk_string_list_append (choices, text);
    }
  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&choices)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Last contact"), -1);
  self->quiet = GTK_DROP_DOWN (drop);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (kind_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return drop;
}

static void
add_header_buttons (MukanaOrganisationsPage *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (add, _("New organisation"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.new");
  mukana_page_add_end (MUKANA_PAGE (self), add);
}

static void
mukana_organisations_page_constructed (GObject *object)
{
  MukanaOrganisationsPage *self = MUKANA_ORGANISATIONS_PAGE (object);
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  GtkWidget *head;

  G_OBJECT_CLASS (mukana_organisations_page_parent_class)->constructed (object);

  self->list = MUKANA_ROW_LIST (mukana_row_list_new (context, &source, columns,
                                                     G_N_ELEMENTS (columns), &list_words));
  head = mukana_row_list_peek_head (self->list);
  gtk_box_append (GTK_BOX (head), make_kind_filter (self));
  gtk_box_append (GTK_BOX (head), make_quiet_filter (self));
  mukana_row_list_set_filter (self->list, make_filter, self);
  mukana_row_list_add_order (self->list, "name", _("By name"));
  mukana_row_list_add_order (self->list, "agreement", _("By end of agreement"));
  mukana_row_list_add_order (self->list, "contact", _("Longest without contact first"));
  mukana_row_list_remember_order (self->list, "organisations-sort");
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "deed", G_CALLBACK (mukana_organisations_page_add), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "clear", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  add_header_buttons (self);
  mukana_page_set_search_hint (MUKANA_PAGE (self), _("Search organisations"));
  mukana_page_set_content (MUKANA_PAGE (self), GTK_WIDGET (self->list));
  mukana_row_list_refresh (self->list);
}

static void
mukana_organisations_page_class_init (MukanaOrganisationsPageClass *klass)
{
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_organisations_page_constructed;
  page_class->add = mukana_organisations_page_add;
  page_class->search_changed = mukana_organisations_page_search_changed;
  page_class->narrow_changed = mukana_organisations_page_narrow_changed;
}

static void
mukana_organisations_page_init (MukanaOrganisationsPage *self)
{
}

const MukanaPageInfo mukana_organisations_page_info = {
  .id = "organisations",
  .title = N_("Organisations"),
  .icon = "mukana-organisation-symbolic",
  .order = 30,
  .get_type = mukana_organisations_page_get_type,
};
