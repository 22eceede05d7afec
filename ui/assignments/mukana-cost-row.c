/* mukana-cost-row.c: other costs of a day, folded away because most days have none. */

#include "ui/assignments/mukana-cost-row.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "ui/assignments/mukana-followed.h"
#include "ui/kit/mukana-whole-choices.h"

struct _MukanaCostRow
{
  AdwExpanderRow  parent_instance;

  GtkWidget      *public, *taxi, *taxi_reason, *other, *receipt;   /* entry rows */
  AdwComboRow    *per_diem, *meals;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaCostRow, mukana_cost_row, ADW_TYPE_EXPANDER_ROW)

/* In the order of the choice. */
static const char * const per_diems[] = { NULL, "part-per-diem", "per-diem" };

#define MOST_MEALS 4

static void
changed_cb (MukanaCostRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
add_entry (MukanaCostRow *self,
           const char    *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return row;
}

static AdwComboRow *
add_combo (MukanaCostRow *self,
           const char    *title,
           GtkStringList *labels)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  mukana_whole_choices_show (row);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (changed_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return ADW_COMBO_ROW (row);
}

static void
mukana_cost_row_class_init (MukanaCostRowClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", MUKANA_TYPE_COST_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mukana_cost_row_init (MukanaCostRow *self)
{
  g_autoptr (GtkStringList) diems = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) meals = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (per_diems); i++)
    gtk_string_list_append (diems, per_diems[i] != NULL
                                     ? mukana_code_label (mukana_fee_kinds, per_diems[i])
                                     : _("No per diem"));
  for (int n = 0; n <= MOST_MEALS; n++)
    {
      g_autofree char *number = g_strdup_printf ("%d", n);

      gtk_string_list_append (meals, number);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Other costs of the day"));
  self->public = add_entry (self, _("Public transport, euros"));
  self->taxi = add_entry (self, _("Taxi, euros"));
  self->taxi_reason = add_entry (self, _("Why a taxi"));
  self->other = add_entry (self, _("Other expenses, euros"));
  self->receipt = add_entry (self, _("Which receipts (attach them below)"));
  self->per_diem = add_combo (self, _("Daily allowance"), diems);
  self->meals = add_combo (self, _("Meal allowances"), meals);
}

GtkWidget *
mukana_cost_row_new (void)
{
  return g_object_new (MUKANA_TYPE_COST_ROW, NULL);
}

static const char *
text_of (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
read_euros (GtkWidget *row,
            gint64    *cents)
{
  *cents = 0;
  return mukana_text_is_empty (text_of (row)) ||
         (mukana_money_parse (text_of (row), cents) && *cents >= 0);
}

static char *
dup_words (GtkWidget *row)
{
  return mukana_text_is_empty (text_of (row)) ? NULL : g_strstrip (g_strdup (text_of (row)));
}

/**
 * mukana_cost_row_read:
 * @completing: (out): gets what is typed
 *
 * Returns: (nullable): borrowed, translated: what is wrong
 */
const char *
mukana_cost_row_read (MukanaCostRow    *self,
                      MukanaCompleting *completing)
{
  guint diem = adw_combo_row_get_selected (self->per_diem);

  if (!read_euros (self->public, &completing->public_cents) ||
      !read_euros (self->taxi, &completing->taxi_cents) ||
      !read_euros (self->other, &completing->other_cents))
    return _("Type the costs as euros, such as 12,40.");
  if (completing->taxi_cents > 0 && mukana_text_is_empty (text_of (self->taxi_reason)))
    return _("Say why a taxi was needed.");
  if (completing->other_cents > 0 && mukana_text_is_empty (text_of (self->receipt)))
    return _("An expense needs its receipt.");

  g_free (completing->taxi_reason);
  g_free (completing->receipt);
  g_free (completing->per_diem);
  completing->taxi_reason = dup_words (self->taxi_reason);
  completing->receipt = dup_words (self->receipt);
  completing->per_diem = diem < G_N_ELEMENTS (per_diems) ? g_strdup (per_diems[diem]) : NULL;
  completing->n_meals = (int) adw_combo_row_get_selected (self->meals);
  return completing->per_diem != NULL && completing->n_meals > 0
           ? _("There is no meal allowance beside a per diem.") : NULL;
}

static void
show_euros (GtkWidget *row,
            gint64     cents)
{
  g_autofree char *euros = cents > 0 ? mukana_money_format (cents) : g_strdup ("");

  mukana_followed_text (row, euros);
}

/** mukana_cost_row_show: begins with what was recorded, and is unfolded where there is any */
void
mukana_cost_row_show (MukanaCostRow          *self,
                      const MukanaCompleting *recorded)
{
  guint diem = 0;

  for (guint i = 0; i < G_N_ELEMENTS (per_diems); i++)
    if (g_strcmp0 (per_diems[i], recorded->per_diem) == 0)
      diem = i;

  show_euros (self->public, recorded->public_cents);
  show_euros (self->taxi, recorded->taxi_cents);
  mukana_followed_text (self->taxi_reason, recorded->taxi_reason ? recorded->taxi_reason : "");
  show_euros (self->other, recorded->other_cents);
  mukana_followed_text (self->receipt, recorded->receipt ? recorded->receipt : "");
  mukana_followed_choice (self->per_diem, diem);
  mukana_followed_choice (self->meals, (guint) CLAMP (recorded->n_meals, 0, MOST_MEALS));
  if (recorded->public_cents > 0 || recorded->taxi_cents > 0 || recorded->other_cents > 0 ||
      diem > 0 || recorded->n_meals > 0)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
}

/** mukana_cost_row_forget: lets every field show what is recorded again, whatever was typed */
void
mukana_cost_row_forget (MukanaCostRow *self)
{
  GtkWidget *rows[] = { self->public, self->taxi, self->taxi_reason, self->other, self->receipt,
                        GTK_WIDGET (self->per_diem), GTK_WIDGET (self->meals) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    mukana_followed_forget (rows[i]);
}

/** mukana_cost_row_type: puts words into the fields, as if they were typed */
void
mukana_cost_row_type (MukanaCostRow *self,
                      const char    *public_euros,
                      const char    *taxi_euros,
                      const char    *taxi_reason)
{
  gtk_editable_set_text (GTK_EDITABLE (self->public), public_euros);
  gtk_editable_set_text (GTK_EDITABLE (self->taxi), taxi_euros);
  gtk_editable_set_text (GTK_EDITABLE (self->taxi_reason), taxi_reason);
}
