/* mukana-day-group.c: attendance, hours and kilometres of one day, typed as people say them.
 *
 * A finding stands beside its field while one types; the deed waits until all
 * can be right.  What it is worth is computed by the dated rules when recorded.
 */

#include "ui/assignments/mukana-day-group.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-fee.h"
#include "domain/mukana-vocabulary.h"
#include "ui/assignments/mukana-cost-row.h"
#include "ui/assignments/mukana-followed.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-whole-choices.h"
#include "ui/app/mukana-work-words.h"

struct _MukanaDayGroup
{
  GtkBox        parent_instance;

  AdwComboRow  *attendance;
  AdwEntryRow  *hours;
  AdwEntryRow  *kilometres;
  AdwEntryRow  *passengers;
  AdwEntryRow  *notice;       /* hours; of a cancelling by the unit alone */
  AdwEntryRow  *why;          /* in words, of a day that was not as agreed */
  char         *cancel_reason; /* as recorded: kept when the day is recorded again */
  GtkWidget    *costs;
  AdwComboRow  *rule;
  GPtrArray    *rule_codes;   /* owned strings; NULL first: as agreed */
  char         *shown_rule;   /* the code that was recorded; NULL: as agreed */
  GtkWidget    *finding;
  GtkWidget    *hint;         /* what to look at again; forbids nothing */
  GtkWidget    *button;
  GtkWidget    *invoice;      /* says where the costs go when somebody sends one */
  gboolean      is_invoiced;
};

enum { RECORD, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaDayGroup, mukana_day_group, GTK_TYPE_BOX)

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static const char *
peek_attendance (MukanaDayGroup *self)
{
  return mukana_attendances[adw_combo_row_get_selected (self->attendance)];
}

/* Hundredths of @unit, 0 for nothing typed, -1 for what is no number. */
static gint64
parse_hundredths (const char *text)
{
  g_autofree char *tidy = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  char *end;
  double number = g_ascii_strtod (tidy, &end);

  if (*tidy == '\0')
    return 0;

  return g_ascii_isdigit (tidy[0]) && *end == '\0' && number <= 10000 ? llround (number * 100) : -1;
}

static void
mark (AdwEntryRow *row,
      gboolean     is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                 : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Returns: (nullable): borrowed, translated: what is wrong with the costs */
static const char *
judge_costs (MukanaDayGroup *self)
{
  MukanaCompleting *tried = mukana_completing_new (0, "full", 0);
  const char *problem = mukana_cost_row_read (MUKANA_COST_ROW (self->costs), tried);

  mukana_completing_free (tried);
  return problem;
}

static void
show_hint (MukanaDayGroup *self,
           gboolean        is_paid)
{
  MukanaCompleting *tried = mukana_completing_new (0, "full", 0);
  gint64 minutes = mukana_work_parse_hours (text_of (self->hours));
  gint64 hundredths = parse_hundredths (text_of (self->kilometres));

  mukana_cost_row_read (MUKANA_COST_ROW (self->costs), tried);
  gtk_widget_set_visible (self->hint,
                          is_paid && minutes > 0 && hundredths >= 0 &&
                          mukana_fee_doubts_per_diem (tried->per_diem, minutes, hundredths));
  mukana_completing_free (tried);
}

static void
changed_cb (MukanaDayGroup *self)
{
  gboolean is_paid = mukana_assignment_is_paid (peek_attendance (self));
  gint64 passengers = parse_hundredths (text_of (self->passengers));
  gboolean bad_hours = is_paid && mukana_work_parse_hours (text_of (self->hours)) <= 0;
  gboolean bad_km = parse_hundredths (text_of (self->kilometres)) < 0;
  gboolean bad_passengers = passengers < 0 || passengers > 800 || passengers % 100 != 0;
  gboolean bad_notice = parse_hundredths (text_of (self->notice)) < 0;
  const char *bad_costs = is_paid && !self->is_invoiced ? judge_costs (self) : NULL;
  const char *finding = bad_hours ? _("Type the hours as 3, 3,5 or 3:30.")
                        : bad_km ? _("Type the kilometres as a number.")
                        : bad_passengers ? _("Type the passengers as a number from 0 to 8.")
                        : bad_notice ? _("Type the notice as hours.") : bad_costs;

  mark (self->hours, bad_hours);
  mark (self->kilometres, bad_km);
  mark (self->passengers, bad_passengers);
  mark (self->notice, bad_notice);
  gtk_label_set_label (GTK_LABEL (self->finding), finding != NULL ? finding : "");
  gtk_widget_set_visible (self->finding, finding != NULL);
  show_hint (self, is_paid);
  gtk_widget_set_sensitive (self->button, finding == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->hours), is_paid);
  gtk_widget_set_visible (GTK_WIDGET (self->why), !g_str_equal (peek_attendance (self), "full"));
  gtk_widget_set_visible (self->costs, is_paid && !self->is_invoiced);
  gtk_widget_set_visible (GTK_WIDGET (self->kilometres), !self->is_invoiced);
  gtk_widget_set_visible (GTK_WIDGET (self->passengers), !self->is_invoiced);
  gtk_widget_set_visible (self->invoice, self->is_invoiced);
  gtk_widget_set_visible (GTK_WIDGET (self->notice),
                          g_str_equal (peek_attendance (self), "cancelled-unit"));
}

static void
clicked_cb (MukanaDayGroup *self)
{
  g_signal_emit (self, signals[RECORD], 0);
}

static void
mukana_day_group_finalize (GObject *object)
{
  g_ptr_array_unref (MUKANA_DAY_GROUP (object)->rule_codes);
  g_free (MUKANA_DAY_GROUP (object)->shown_rule);
  g_free (MUKANA_DAY_GROUP (object)->cancel_reason);

  G_OBJECT_CLASS (mukana_day_group_parent_class)->finalize (object);
}

static void
mukana_day_group_class_init (MukanaDayGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_day_group_finalize;

  signals[RECORD] = g_signal_new ("record", MUKANA_TYPE_DAY_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static AdwEntryRow *
add_entry (MukanaDayGroup *self,
           GtkWidget      *card,
           const char     *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (card), row);
  return ADW_ENTRY_ROW (row);
}

static AdwComboRow *
add_combo (MukanaDayGroup *self,
           GtkWidget      *card,
           const char     *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (card), row);
  return ADW_COMBO_ROW (row);
}

static void
mukana_day_group_init (MukanaDayGroup *self)
{
  GtkWidget *card = gtk_list_box_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; mukana_attendances[i] != NULL; i++)
    gtk_string_list_append (labels, mukana_code_label (mukana_attendances, mukana_attendances[i]));

  self->rule_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (card), GTK_SELECTION_NONE);
  mukana_layout_style (card, "boxed-list");
  self->attendance = add_combo (self, card, _("Attendance"));
  adw_combo_row_set_model (self->attendance, G_LIST_MODEL (labels));
  mukana_whole_choices_show (GTK_WIDGET (self->attendance));
  self->hours = add_entry (self, card, _("Hours, preparation included"));
  self->kilometres = add_entry (self, card, _("Kilometres with an own car"));
  self->passengers = add_entry (self, card, _("Passengers"));
  self->notice = add_entry (self, card, _("Hours of notice before the beginning"));
  self->why = add_entry (self, card, _("Why, in words; nothing of anybody's health"));
  self->rule = add_combo (self, card, _("Fee rule"));
  self->costs = mukana_cost_row_new ();
  g_signal_connect_swapped (self->costs, "changed", G_CALLBACK (changed_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (card), self->costs);
  self->finding = mukana_layout_wrapped ("", "error");
  self->hint = mukana_layout_wrapped (
    _("A part per diem is for trips of more than 6 hours, a whole one for more than 10, further "
      "than 15 km from home and from work. What is typed here does not reach that: check how "
      "long the whole trip took."), "second-line");
  self->invoice = mukana_layout_wrapped (_("Who sends an invoice puts the costs on it."),
                                         "second-line");
  self->button = mukana_layout_button (_("_Record the Day"), "suggested-action", NULL);
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  g_signal_connect_swapped (self->attendance, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Record the day"), NULL));
  gtk_box_append (GTK_BOX (self), card);
  gtk_box_append (GTK_BOX (self), self->finding);
  gtk_box_append (GTK_BOX (self), self->hint);
  gtk_box_append (GTK_BOX (self), self->invoice);
  gtk_box_append (GTK_BOX (self), self->button);
  changed_cb (self);
}

GtkWidget *
mukana_day_group_new (void)
{
  return g_object_new (MUKANA_TYPE_DAY_GROUP, NULL);
}

/* Returns: (nullable): borrowed */
static const char *
peek_rule (MukanaDayGroup *self)
{
  guint chosen = adw_combo_row_get_selected (self->rule);

  return chosen < self->rule_codes->len ? g_ptr_array_index (self->rule_codes, chosen) : NULL;
}

static void
choose_rule (MukanaDayGroup *self,
             const char     *code)
{
  for (guint i = 0; i < self->rule_codes->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->rule_codes, i), code) == 0)
      adw_combo_row_set_selected (self->rule, i);
}

/** mukana_day_group_set_rules: @rules: of MukanaFeeRule that hold on the day */
void
mukana_day_group_set_rules (MukanaDayGroup *self,
                            GPtrArray      *rules,
                            const char     *language)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  /* Before the first rules are there, what was recorded could not be chosen. */
  g_autofree char *chosen = g_strdup (self->rule_codes->len > 0 ? peek_rule (self)
                                                                : self->shown_rule);

  g_ptr_array_set_size (self->rule_codes, 0);
  g_ptr_array_add (self->rule_codes, NULL);
  gtk_string_list_append (labels, _("As agreed"));
  for (guint i = 0; i < rules->len; i++)
    {
      MukanaFeeRule *rule = g_ptr_array_index (rules, i);
      const char *label = g_str_equal (language, "fi") ? rule->label_fi
                          : g_str_equal (language, "sv") ? rule->label_sv : rule->label_en;

      g_ptr_array_add (self->rule_codes, g_strdup (rule->code));
      gtk_string_list_append (labels, label != NULL ? label : rule->code);
    }
  adw_combo_row_set_model (self->rule, G_LIST_MODEL (labels));
  mukana_whole_choices_show (GTK_WIDGET (self->rule));
  choose_rule (self, chosen);
}

static void
show_rule (MukanaDayGroup *self,
           const char     *code)
{
  gboolean is_untouched = g_strcmp0 (peek_rule (self), self->shown_rule) == 0;

  g_free (self->shown_rule);
  self->shown_rule = g_strdup (code);
  if (is_untouched)
    choose_rule (self, code);
}

/* "82", "82,5"; nothing for 0 */
static char *
tell_kilometres (gint64 hundredths)
{
  if (hundredths == 0)
    return g_strdup ("");
  if (hundredths % 100 == 0)
    return g_strdup_printf ("%d", (int) (hundredths / 100));

  return g_strdup_printf ("%d,%02d", (int) (hundredths / 100), (int) (hundredths % 100));
}

/**
 * mukana_day_group_show:
 * @lines: of MukanaFeeLine, those of the assignment
 *
 * Begins with all that was recorded, or with what was planned.  A field that somebody has
 * typed into since it was shown last keeps what they typed.
 */
void
mukana_day_group_show (MukanaDayGroup   *self,
                       MukanaAssignment *assignment,
                       GPtrArray        *lines)
{
  MukanaCompleting *recorded = mukana_completing_of (assignment, lines);
  int minutes = (int) recorded->actual_minutes;
  g_autofree char *hours = g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
  g_autofree char *kilometres = tell_kilometres (recorded->hundredths_km);
  g_autofree char *passengers = recorded->passengers > 0
                                  ? g_strdup_printf ("%d", recorded->passengers) : g_strdup ("");
  g_autofree char *notice = recorded->notice_hours >= 0
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, recorded->notice_hours)
                              : g_strdup ("");
  int attendance = mukana_code_index (mukana_attendances, recorded->attendance);

  self->is_invoiced = g_str_has_suffix (assignment->fee_mode, "-invoice");
  mukana_followed_choice (self->attendance, (guint) MAX (attendance, 0));
  mukana_followed_text (GTK_WIDGET (self->hours), hours);
  mukana_followed_text (GTK_WIDGET (self->kilometres), kilometres);
  mukana_followed_text (GTK_WIDGET (self->passengers), passengers);
  mukana_followed_text (GTK_WIDGET (self->notice), notice);
  mukana_followed_text (GTK_WIDGET (self->why),
                        recorded->cancel_words != NULL ? recorded->cancel_words : "");
  g_free (self->cancel_reason);
  self->cancel_reason = g_strdup (recorded->cancel_reason);
  mukana_cost_row_show (MUKANA_COST_ROW (self->costs), recorded);
  show_rule (self, recorded->fee_rule_code);
  mukana_completing_free (recorded);
  changed_cb (self);
}

/** mukana_day_group_forget: lets every field show what is recorded again, whatever was typed */
void
mukana_day_group_forget (MukanaDayGroup *self)
{
  mukana_followed_forget (GTK_WIDGET (self->attendance));
  mukana_followed_forget (GTK_WIDGET (self->hours));
  mukana_followed_forget (GTK_WIDGET (self->kilometres));
  mukana_followed_forget (GTK_WIDGET (self->passengers));
  mukana_followed_forget (GTK_WIDGET (self->notice));
  mukana_followed_forget (GTK_WIDGET (self->why));
  mukana_cost_row_forget (MUKANA_COST_ROW (self->costs));
  g_free (self->shown_rule);
  self->shown_rule = g_strdup (peek_rule (self));
}

/** mukana_day_group_type: puts words into the fields, as if they were typed */
void
mukana_day_group_type (MukanaDayGroup *self,
                       const char     *attendance,
                       const char     *hours,
                       const char     *kilometres,
                       const char     *passengers)
{
  adw_combo_row_set_selected (self->attendance,
                              (guint) MAX (mukana_code_index (mukana_attendances, attendance), 0));
  gtk_editable_set_text (GTK_EDITABLE (self->hours), hours);
  gtk_editable_set_text (GTK_EDITABLE (self->kilometres), kilometres);
  gtk_editable_set_text (GTK_EDITABLE (self->passengers), passengers);
}

/** mukana_day_group_dup_completing: Returns: (nullable): yours; NULL while a field is wrong */
MukanaCompleting *
mukana_day_group_dup_completing (MukanaDayGroup *self,
                                 gint64          assignment_id)
{
  gboolean is_paid = mukana_assignment_is_paid (peek_attendance (self));
  gint64 minutes = is_paid ? mukana_work_parse_hours (text_of (self->hours)) : 0;
  MukanaCompleting *completing;

  if (!gtk_widget_get_sensitive (self->button))
    return NULL;

  completing = mukana_completing_new (assignment_id, peek_attendance (self), minutes);
  if (!self->is_invoiced)
    {
      completing->hundredths_km = parse_hundredths (text_of (self->kilometres));
      completing->passengers = (int) (parse_hundredths (text_of (self->passengers)) / 100);
    }
  if (is_paid && !self->is_invoiced)
    mukana_cost_row_read (MUKANA_COST_ROW (self->costs), completing);
  else if (!is_paid && !mukana_text_is_empty (text_of (self->notice)))
    completing->notice_hours = parse_hundredths (text_of (self->notice)) / 100;
  completing->cancel_reason = g_strdup (self->cancel_reason);
  completing->cancel_words = mukana_text_tidy (text_of (self->why));
  completing->fee_rule_code = g_strdup (peek_rule (self));
  return completing;
}

GtkWidget *
mukana_day_group_peek_costs (MukanaDayGroup *self)
{
  return self->costs;
}
