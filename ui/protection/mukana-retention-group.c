/* mukana-retention-group.c: the rules of keeping, with what falls due, and the proof of what went.
 *
 * The page does the deeds; the group only shows, and says on which rule a deed is.
 */

#include "ui/protection/mukana-retention-group.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"

#define MAX_RUNS 10

struct _MukanaRetentionGroup
{
  GtkBox           parent_instance;

  GtkWidget       *rules;
  GtkWidget       *runs;
  GtkWidget       *runs_part;
  MukanaRetention *retention;    /* as last shown */
  gboolean         is_narrow;
};

G_DEFINE_FINAL_TYPE (MukanaRetentionGroup, mukana_retention_group, GTK_TYPE_BOX)

static guint
count_due (MukanaRetention *retention,
           const char      *code)
{
  guint n = 0;

  for (guint i = 0; i < retention->due->len; i++)
    if (g_str_equal (((MukanaRetentionItem *) g_ptr_array_index (retention->due, i))->code, code))
      n++;

  return n;
}

/* As the papers say it, so that the two can be laid side by side. */
static char *
dup_time (MukanaRetentionRule *rule)
{
  int number;
  MukanaRetentionUnit unit = mukana_retention_unit (rule->days, &number);
  gulong n = (gulong) number;

  if (!rule->is_on)
    return g_strdup (_("Not in use"));
  if (unit == MUKANA_RETENTION_YEARS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Kept %d year", "Kept %d years", n),
                            number);
  if (unit == MUKANA_RETENTION_MONTHS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Kept %d month", "Kept %d months", n),
                            number);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Kept %d day", "Kept %d days", n), number);
}

static char *
dup_second_line (MukanaRetentionRule *rule)
{
  g_autofree char *time = dup_time (rule);
  const char *from = rule->is_on ? mukana_retention_from (rule->code) : NULL;

  /* Translators: "Kept 6 months", and "from the event" */
  return from != NULL ? g_strdup_printf (_("%1$s %2$s"), time, _(from)) : g_steal_pointer (&time);
}

static GtkWidget *
make_line (gboolean   is_narrow,
           GtkWidget *texts,
           GtkWidget *deeds)
{
  GtkWidget *line = gtk_box_new (is_narrow ? GTK_ORIENTATION_VERTICAL
                                           : GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (line), mukana_layout_middle (mukana_layout_expand (texts)));
  gtk_box_append (GTK_BOX (line), deeds);
  return line;
}

static void
set_target (GtkWidget  *button,
            const char *action,
            GVariant   *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
}

static void
add_rule (MukanaRetentionGroup *self,
          MukanaRetentionRule  *rule)
{
  const char *title = _(mukana_retention_title (rule->code));
  g_autofree char *days = dup_second_line (rule);
  g_autofree char *spoken = g_strdup_printf (_("Change: %s"), title);
  guint n_due = count_due (self->retention, rule->code);
  GtkWidget *deeds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *edit = mukana_layout_icon_button ("document-edit-symbolic", spoken, NULL);

  if (n_due > 0)
    {
      g_autofree char *due = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u due", "%u due",
                                                           n_due), n_due);
      GtkWidget *show = mukana_layout_button (_("_Show…"), NULL, NULL);

      set_target (show, "protection.due", g_variant_new_string (rule->code));
      mukana_layout_spoken_as (show, _("_Show…"), title);
      gtk_box_append (GTK_BOX (deeds), mukana_layout_middle (mukana_pill_new (MUKANA_PILL_WARN,
                                                                              due)));
      gtk_box_append (GTK_BOX (deeds), show);
    }
  set_target (edit, "protection.rule", g_variant_new_string (rule->code));
  gtk_box_append (GTK_BOX (deeds), edit);
  mukana_layout_card_add (self->rules,
                          make_line (self->is_narrow && n_due > 0,
                                     mukana_layout_column (
                                       2, mukana_layout_wrapped (title, "row-title"),
                                       mukana_layout_wrapped (days, "second-line"), NULL),
                                     deeds));
}

static char *
dup_run (MukanaRetentionRun *run)
{
  gboolean is_done = run->done_on != MUKANA_DAY_NONE;
  g_autofree char *day = mukana_format_day (NULL, is_done ? run->done_on : run->proposed_on);

  if (is_done)
    /* Translators: how many records were removed, the day, and who decided it */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$d removed %2$s, %3$s",
                                         "%1$d removed %2$s, %3$s", (gulong) run->n_records),
                            (int) run->n_records, day, run->approved_by ? run->approved_by : "");

  if (run->label != NULL)
    /* Translators: whose data are to be erased, the day somebody asked for approval, and who did */
    return g_strdup_printf (_("%1$s, asked %2$s, %3$s"), run->label, day, run->proposed_by);

  /* Translators: how many records are to be removed, the day it was proposed, and who did */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$d to remove, proposed %2$s, %3$s",
                                       "%1$d to remove, proposed %2$s, %3$s",
                                       (gulong) run->n_records),
                          (int) run->n_records, day, run->proposed_by);
}

static void
add_run (MukanaRetentionGroup *self,
         MukanaRetentionRun   *run)
{
  g_autofree char *words = dup_run (run);
  GtkWidget *deeds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  if (run->done_on == MUKANA_DAY_NONE)
    {
      GtkWidget *drop = mukana_layout_button (_("_Drop"), "flat", NULL);

      set_target (drop, "protection.drop", g_variant_new_int64 (run->id));
      mukana_layout_spoken_as (drop, _("_Drop"), words);
      gtk_box_append (GTK_BOX (deeds), drop);
      if (g_strcmp0 (run->proposed_by, self->retention->actor) != 0)
        {
          GtkWidget *approve = mukana_layout_button (_("_Approve"), NULL, NULL);

          set_target (approve, "protection.approve", g_variant_new_int64 (run->id));
          mukana_layout_spoken_as (approve, _("_Approve"), words);
          gtk_box_append (GTK_BOX (deeds), approve);
        }
      else
        gtk_box_append (GTK_BOX (deeds),
                        mukana_layout_middle (mukana_pill_new (MUKANA_PILL_WAITING,
                                                               _("Another user approves"))));
    }
  mukana_layout_card_add (self->runs,
                          make_line (self->is_narrow,
                                     mukana_layout_column (
                                       2, mukana_layout_wrapped (
                                            _(mukana_retention_title (run->code)), "row-title"),
                                       mukana_layout_wrapped (words, "second-line"), NULL),
                                     deeds));
}

static void
fill (MukanaRetentionGroup *self)
{
  MukanaRetention *retention = self->retention;

  mukana_layout_empty (self->rules);
  mukana_layout_empty (self->runs);
  for (guint i = 0; i < retention->rules->len; i++)
    add_rule (self, g_ptr_array_index (retention->rules, i));
  for (guint i = 0; i < MIN (retention->runs->len, MAX_RUNS); i++)
    add_run (self, g_ptr_array_index (retention->runs, i));
  gtk_widget_set_visible (self->runs_part, retention->runs->len > 0);
}

/** mukana_retention_group_show: @retention: (transfer full) */
void
mukana_retention_group_show (MukanaRetentionGroup *self,
                             MukanaRetention      *retention)
{
  g_clear_pointer (&self->retention, mukana_retention_free);
  self->retention = retention;
  fill (self);
}

void
mukana_retention_group_set_narrow (MukanaRetentionGroup *self,
                                   gboolean              narrow)
{
  if (self->is_narrow == narrow)
    return;

  self->is_narrow = narrow;
  if (self->retention != NULL)
    fill (self);
}

/** mukana_retention_group_peek: Returns: (nullable): borrowed until the next reading */
MukanaRetention *
mukana_retention_group_peek (MukanaRetentionGroup *self)
{
  return self->retention;
}

static void
mukana_retention_group_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_RETENTION_GROUP (object)->retention, mukana_retention_free);

  G_OBJECT_CLASS (mukana_retention_group_parent_class)->finalize (object);
}

static void
mukana_retention_group_class_init (MukanaRetentionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_retention_group_finalize;
}

static void
mukana_retention_group_init (MukanaRetentionGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->rules = mukana_layout_card ();
  self->runs = mukana_layout_card ();
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("How long data are kept"), NULL));
  gtk_box_append (GTK_BOX (self), self->rules);
  self->runs_part = mukana_layout_column (6, mukana_layout_heading (_("Removals"), NULL),
                                          self->runs, NULL);
  gtk_widget_set_margin_top (self->runs_part, 12);
  gtk_widget_set_visible (self->runs_part, FALSE);
  gtk_box_append (GTK_BOX (self), self->runs_part);
}

GtkWidget *
mukana_retention_group_new (void)
{
  return g_object_new (MUKANA_TYPE_RETENTION_GROUP, NULL);
}
