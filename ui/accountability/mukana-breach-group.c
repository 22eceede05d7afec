/* mukana-breach-group.c: the diary of personal data breaches, and what to say of one. */

#include "ui/accountability/mukana-account-groups.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-accounting.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-time-row.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-record-dialog.h"

#define HEIGHT_PX 640

static GPtrArray *
check_breach (gpointer draft,
              gpointer data)
{
  g_autoptr (MukanaBreach) settled = mukana_breach_settle (draft);

  return mukana_breach_check (settled,
                              mukana_context_now_us (mukana_page_get_context (data)));
}

static void
breach_saved (MukanaPage *page,
              gpointer    result,
              gpointer    data)
{
  g_free (result);
  mukana_page_did_for_good (page, _("The breach is in the diary"));
}

static const MukanaRecordDeed save_deed = {
  &mukana_breach_save_job, NULL, NULL, breach_saved
};

static void
add_what (MukanaRecordDialog *dialog,
          MukanaForm         *form)
{
  GtkWidget *risk = mukana_choice_row_new (_("Risk"), "risk", form);

  for (guint i = 0; mukana_breach_risks[i] != NULL; i++)
    mukana_choice_row_add (MUKANA_CHOICE_ROW (risk), mukana_breach_risks[i],
                           _(mukana_breach_risk_label (mukana_breach_risks[i])));
  mukana_record_dialog_add_group (dialog, _("What happened"));
  mukana_record_dialog_explain (dialog, _("Without names of people."));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("What"), "what", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Found on"), "found-day", form));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("Found at"), "found-minute", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Which data"), "data-groups", form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("How many"), "n-people", _("people"),
                                                           form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Effects"), "effects", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("What was done"), "actions", form));
  mukana_record_dialog_add (dialog, risk);
}

static void
add_telling (MukanaRecordDialog *dialog,
             MukanaForm         *form)
{
  mukana_record_dialog_add_group (dialog, _("Who was told"));
  mukana_record_dialog_explain (dialog, _(
    "The Data Protection Ombudsman within 72 hours when there is a risk; people too when it is "
    "high."));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Authority told on"), "told-day", form));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("Authority told at"), "told-minute",
                                                          form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("People told on"), "people-told-on",
                                                         form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Why not, or why late"),
                                                          "not-told-reason", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Closed on"), "closed-on", form));
}

static void
present (MukanaPage   *page,
         MukanaBreach *breach)
{
  g_autoptr (MukanaBreach) fresh = g_object_new (MUKANA_TYPE_BREACH, NULL);
  g_autoptr (MukanaBreach) shown = NULL;
  g_autoptr (MukanaForm) form = mukana_form_new_with (check_breach, page);
  MukanaContext *context = mukana_page_get_context (page);
  gint64 now = mukana_context_now_us (context);
  MukanaRecordDialog *dialog;

  mukana_record_init_text (fresh, "risk", "risk");
  mukana_record_init_int (fresh, "found-at", now);
  mukana_record_init_int (fresh, "people-told-on", MUKANA_DAY_NONE);
  mukana_record_init_int (fresh, "closed-on", MUKANA_DAY_NONE);
  mukana_breach_unsettle (fresh);
  shown = mukana_record_with_int (breach != NULL ? breach : fresh, "told-day",
                                  breach != NULL ? breach->told_day : MUKANA_DAY_NONE);
  mukana_breach_offer_now (shown, now);
  mukana_form_load (form, shown);
  dialog = mukana_record_dialog_new (page, breach != NULL ? _("Personal data breach")
                                                          : _("New personal data breach"),
                                     breach != NULL ? _("Save") : _("Add"), form, &save_deed, NULL,
                                     NULL);
  mukana_record_dialog_set_height (dialog, HEIGHT_PX);
  add_what (dialog, form);
  add_telling (dialog, form);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** mukana_breach_group_add: begins a new breach, found now */
void
mukana_breach_group_add (MukanaPage *page)
{
  present (page, NULL);
}

typedef struct
{
  MukanaPage *page;       /* weak: has the group in it */
  GtkWidget  *list;
  GtkWidget  *nothing;
} Breaches;

static void
free_breaches (gpointer data)
{
  Breaches *self = data;

  g_clear_weak_pointer (&self->page);
  g_free (self);
}

static void
row_activated_cb (GtkWidget     *group,
                  GtkListBoxRow *row)
{
  Breaches *self = g_object_get_data (G_OBJECT (group), "breaches");

  if (self->page != NULL)
    present (self->page, g_object_get_data (G_OBJECT (row), "breach"));
}

static GtkWidget *
make_state (MukanaBreach *breach,
            gint64        now_us)
{
  gint64 left = mukana_breach_due_us (breach->found_at) - now_us;
  g_autofree char *span = mukana_format_span (left);
  g_autofree char *words = NULL;

  if (breach->closed_on != MUKANA_DAY_NONE)
    return mukana_pill_new (MUKANA_PILL_NEUTRAL, _("Closed"));
  if (!mukana_breach_is_waiting (breach))
    return mukana_pill_new (MUKANA_PILL_OK, breach->authority_told_at > 0 ? _("Authority told")
                                                                          : _("No risk"));

  /* Translators: how long: "1 h 14 min left …" */
  words = left >= 0 ? g_strdup_printf (_("%s left to tell the authority"), span)
                    : mukana_format_time_left (now_us + left, now_us);
  return mukana_pill_new (left >= 0 ? MUKANA_PILL_WARN : MUKANA_PILL_BAD, words);
}

static GtkWidget *
make_row (MukanaBreach *breach,
          gint64        now_us)
{
  g_autofree char *day = mukana_format_day (NULL, breach->found_day);
  g_autofree char *clock = mukana_format_clock ((int) breach->found_minute);
  g_autofree char *found = g_strdup_printf (_("Found %1$s at %2$s"), day, clock);
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_set_data_full (G_OBJECT (row), "breach", g_object_ref (breach), g_object_unref);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), mukana_layout_margins (
    mukana_layout_column (6, mukana_layout_wrapped (breach->what, "row-title"),
                          mukana_layout_row (12, mukana_layout_expand (
                            mukana_layout_text (found, "second-line")),
                                             make_state (breach, now_us), NULL), NULL), 12));
  return row;
}

/** mukana_breach_group_show: @breaches: of MukanaBreach, newest first */
void
mukana_breach_group_show (GtkWidget *group,
                          GPtrArray *breaches,
                          gint64     now_us)
{
  Breaches *self = g_object_get_data (G_OBJECT (group), "breaches");
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < breaches->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         make_row (g_ptr_array_index (breaches, i), now_us));
  gtk_widget_set_visible (self->list, breaches->len > 0);
  gtk_widget_set_visible (self->nothing, breaches->len == 0);
}

/** mukana_breach_group_new: Returns: (transfer floating): empty until it is shown something */
GtkWidget *
mukana_breach_group_new (MukanaPage *page)
{
  Breaches *self = g_new0 (Breaches, 1);
  GtkWidget *group;

  g_set_weak_pointer (&self->page, page);
  self->list = gtk_list_box_new ();
  self->nothing = mukana_layout_wrapped (
    _("No breaches. Every one is recorded here, also one that need not be told to anybody."),
    "second-line");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_visible (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Personal data breaches"), -1);
  group = mukana_layout_column (
    12, mukana_layout_heading (_("Breaches"),
                               mukana_layout_button (_("_Add…"), NULL, "win.new")),
    self->nothing, self->list, NULL);
  g_object_set_data_full (G_OBJECT (group), "breaches", self, free_breaches);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), group,
                           G_CONNECT_SWAPPED);
  return group;
}
