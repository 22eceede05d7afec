/* mukana-record-deed.c: saving, removing and bringing back what cooperation keeps. */

#include "ui/kit/mukana-record-deed.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-cooperating.h"
#include "services/mukana-supporting.h"
#include "ui/kit/mukana-layout.h"

/* What was added goes, and what was changed is as it was, unless somebody else has changed it. */
static MukanaStep *
make_step (MukanaRecord *before,
           MukanaRecord *after,
           gint64        id)
{
  const MukanaJob *job = &mukana_cooperating_restore_job;
  MukanaRecord *arg;

  if (mukana_record_get_int (before, "id") == 0)
    {
      job = &mukana_cooperating_drop_job;
      arg = mukana_record_with_int (after, "id", id);
    }
  else if (mukana_record_find_field (before, "version") != NULL)
    {
      job = &mukana_cooperating_save_job;
      arg = mukana_record_with_int (before, "version",
                                    mukana_record_get_int (before, "version") + 1);
    }
  else
    arg = g_object_ref (before);

  return mukana_step_new (_("Saved"), job, arg, g_object_unref);
}

static void
saved (MukanaPage *page,
       gpointer    result,
       gpointer    data)
{
  MukanaForm *form = data;
  MukanaRecord *before = mukana_form_get_original (form), *after = mukana_form_get_draft (form);
  g_autofree gint64 *id = result;

  mukana_page_did (page, _("Saved"), make_step (before, after, *id));
}

const MukanaRecordDeed mukana_record_deed_save = {
  &mukana_cooperating_save_job, NULL, NULL, saved
};

/** mukana_record_deed_drop: @sentence: static, translated: what is said when it is gone */
void
mukana_record_deed_drop (MukanaPage *page,
                         gpointer    record,
                         const char *sentence)
{
  mukana_page_do (page, &mukana_cooperating_drop_job, g_object_ref (record), g_object_unref,
                  sentence,
                  mukana_step_new (sentence, &mukana_cooperating_restore_job,
                                   g_object_ref (record), g_object_unref));
}

/** mukana_record_deed_done: marks the next step of a line of the log done */
void
mukana_record_deed_done (MukanaPage *page,
                         gint64      log_entry_id)
{
  mukana_page_do (page, &mukana_task_done_job, g_memdup2 (&log_entry_id, sizeof log_entry_id),
                  g_free, _("The next step is done"),
                  mukana_step_new (_("The next step is done"), &mukana_task_undone_job,
                                   g_memdup2 (&log_entry_id, sizeof log_entry_id), g_free));
}

/** mukana_record_deed_arranged: marks a task of an assignment done */
void
mukana_record_deed_arranged (MukanaPage *page,
                             gint64      task_id)
{
  mukana_page_do (page, &mukana_supporting_done_job, g_memdup2 (&task_id, sizeof task_id), g_free,
                  _("Marked done"),
                  mukana_step_new (_("Marked done"), &mukana_supporting_undone_job,
                                   g_memdup2 (&task_id, sizeof task_id), g_free));
}

static void
button_clicked_cb (GtkWidget *button,
                   gpointer   record)
{
  mukana_record_deed_drop (g_object_get_data (G_OBJECT (button), "page"), record,
                           g_object_get_data (G_OBJECT (button), "sentence"));
}

/** mukana_record_deed_button: Returns: (transfer floating): removes @record at once */
GtkWidget *
mukana_record_deed_button (MukanaPage *page,
                           gpointer    record,
                           const char *tip,
                           const char *sentence)
{
  GtkWidget *button = mukana_layout_icon_button ("user-trash-symbolic", tip, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "page", page);   /* which holds the button */
  g_object_set_data (G_OBJECT (button), "sentence", (gpointer) sentence);
  g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked_cb), record, 0);
  return button;
}

static void
remove_clicked_cb (GtkWidget *button,
                   gpointer   record)
{
  button_clicked_cb (button, record);
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (button)));
}

/* Removes the record and closes the window. */
static GtkWidget *
make_remove_button (MukanaPage *page,
                    gpointer    record,
                    const char *sentence)
{
  GtkWidget *button = gtk_button_new_with_label (_("Remove"));

  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "page", g_object_ref (page), g_object_unref);
  g_object_set_data (G_OBJECT (button), "sentence", (gpointer) sentence);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), record, 0);
  return button;
}

/**
 * mukana_record_deed_ask:
 * @record: (nullable): what is to be changed; NULL for a new one
 * @fresh: a new one, with what it begins with
 *
 * Returns: a window with a form that saves, to fill with rows
 */
MukanaRecordDialog *
mukana_record_deed_ask (MukanaPage      *page,
                        const char      *title,
                        MukanaFormCheck  check,
                        gpointer         record,
                        gpointer         fresh)
{
  g_autoptr (MukanaForm) form = mukana_form_new (check);

  mukana_form_load (form, record != NULL ? record : fresh);
  return mukana_record_dialog_new (page, title, _("Save"), form, &mukana_record_deed_save,
                                   g_object_ref (form), g_object_unref);
}

/**
 * mukana_record_deed_present:
 * @record: (nullable): what may be removed in the window; NULL when nothing may
 * @sentence: static, translated: what is said when it is gone
 */
void
mukana_record_deed_present (MukanaRecordDialog *dialog,
                            MukanaPage         *page,
                            gpointer            record,
                            const char         *sentence)
{
  if (record != NULL)
    {
      mukana_record_dialog_add_group (dialog, NULL);
      mukana_record_dialog_add (dialog, make_remove_button (page, record, sentence));
    }

  gtk_window_present (GTK_WINDOW (dialog));
}
