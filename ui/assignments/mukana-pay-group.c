/* mukana-pay-group.c: how one assignment is paid: begins as the person usually is. */

#include "ui/assignments/mukana-pay-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-fee.h"
#include "services/mukana-paying-mode.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-whole-choices.h"

struct _MukanaPayGroup
{
  GtkBox            parent_instance;

  MukanaPage       *page;         /* which holds this */
  AdwComboRow      *row;
  MukanaAssignment *assignment;   /* as it was read last; NULL before that */
};

G_DEFINE_FINAL_TYPE (MukanaPayGroup, mukana_pay_group, GTK_TYPE_BOX)

static void
show_mode (MukanaPayGroup *self)
{
  int mode = mukana_code_index (mukana_fee_modes, self->assignment->fee_mode);

  adw_combo_row_set_selected (self->row, mode >= 0 ? (guint) mode : GTK_INVALID_LIST_POSITION);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaPayGroup) self = data;
  g_autoptr (MukanaAssignment) before = g_object_steal_data (G_OBJECT (self), "before");
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (self->page == NULL)
    return;

  if (error != NULL)
    {
      /* What was chosen did not come to be: the row says again what is. */
      show_mode (self);
      mukana_page_fail (self->page, error);
      return;
    }

  mukana_page_did (self->page, _("The way of being paid is changed"),
                   mukana_step_new (_("The way of being paid is changed"),
                                    &mukana_paying_mode_job,
                                    mukana_record_with_int (before, "version",
                                                            before->version + 1),
                                    g_object_unref));
}

static void
selected_cb (MukanaPayGroup *self)
{
  guint chosen = adw_combo_row_get_selected (self->row);

  if (self->assignment == NULL || chosen == GTK_INVALID_LIST_POSITION ||
      g_strcmp0 (mukana_fee_modes[chosen], self->assignment->fee_mode) == 0)
    return;

  g_object_set_data_full (G_OBJECT (self), "before", g_object_ref (self->assignment),
                          g_object_unref);
  mukana_page_run_async (self->page, &mukana_paying_mode_job,
                         mukana_record_with_text (self->assignment, "fee-mode",
                                                  mukana_fee_modes[chosen]),
                         g_object_unref, done_cb, g_object_ref (self));
}

static void
mukana_pay_group_dispose (GObject *object)
{
  MukanaPayGroup *self = MUKANA_PAY_GROUP (object);

  self->page = NULL;
  g_clear_object (&self->assignment);

  G_OBJECT_CLASS (mukana_pay_group_parent_class)->dispose (object);
}

static void
mukana_pay_group_class_init (MukanaPayGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_pay_group_dispose;
}

static void
mukana_pay_group_init (MukanaPayGroup *self)
{
  GtkWidget *card = gtk_list_box_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; mukana_fee_modes[i] != NULL; i++)
    gtk_string_list_append (labels, mukana_code_label (mukana_fee_modes, mukana_fee_modes[i]));

  self->row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _("How it is paid"));
  adw_combo_row_set_model (self->row, G_LIST_MODEL (labels));
  mukana_whole_choices_show (GTK_WIDGET (self->row));
  g_signal_connect_swapped (self->row, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (card), GTK_SELECTION_NONE);
  mukana_layout_style (card, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (card), GTK_WIDGET (self->row));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), card);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
mukana_pay_group_new (MukanaPage *page)
{
  MukanaPayGroup *self = g_object_new (MUKANA_TYPE_PAY_GROUP, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}

static gboolean
is_bound (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      MukanaFeeLine *line = g_ptr_array_index (lines, i);

      if (line->batch_id != 0 || g_strcmp0 (line->state, "draft") != 0)
        return TRUE;
    }

  return FALSE;
}

/** mukana_pay_group_show: out of sight for what was cancelled */
void
mukana_pay_group_show (MukanaPayGroup             *self,
                       const MukanaAssignmentFile *file)
{
  gboolean is_in_batch = is_bound (file->fees);

  g_set_object (&self->assignment, file->assignment);
  show_mode (self);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row),
                               is_in_batch ? _("The fees are in a batch already.") : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->row), !is_in_batch);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          !g_str_equal (file->assignment->state, "cancelled"));
}

AdwComboRow *
mukana_pay_group_peek_row (MukanaPayGroup *self)
{
  return self->row;
}
