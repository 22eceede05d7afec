/* mukana-move-dialog.c: another time of agreed work.
 *
 * Whether the person is free then, whether it is a holiday, and that the others of the request do
 * not come along, is told while the time is typed.  A reason is asked for where something clashes,
 * and not before.
 */

#include "ui/assignments/mukana-move-dialog.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-looking-ahead.h"
#include "services/mukana-supporting.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-time-row.h"

#define AHEAD "ahead"   /* of the dialog: Ahead */

typedef struct
{
  MukanaPage         *page;
  MukanaRecordDialog *dialog;    /* borrowed: it owns this */
  GtkLabel           *words;     /* borrowed: of the dialog */
  GtkWidget          *why;       /* borrowed: the row of the reason */
  MukanaDay           day;       /* of the last question */
  gint64              start_minute;
  gint64              end_minute;
} Ahead;

static void
free_ahead (gpointer data)
{
  Ahead *self = data;

  g_object_unref (self->page);
  g_free (self);
}

/* ---- After it ---- */

static void
moved (MukanaPage *page,
       gpointer    result,
       gpointer    before)
{
  MukanaAssignment *old = before;
  g_autoptr (MukanaAssignment) back = mukana_record_with_int (old, "version", old->version + 1);

  mukana_page_did (page, _("The assignment is moved"),
                   mukana_step_new (_("The assignment is moved"), &mukana_supporting_move_back_job,
                                    g_steal_pointer (&back), g_object_unref));
}

static gpointer
make_moved (gpointer draft,
            gpointer before)
{
  return g_object_ref (draft);
}

static const MukanaRecordDeed move_deed = {
  &mukana_supporting_move_job, make_moved, g_object_unref, moved
};

/* ---- Before it ---- */

static void
add_sentence (GString    *text,
              const char *sentence)
{
  if (sentence != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
}

static void
say_request (GString               *text,
             const MukanaLookAhead *look)
{
  g_autofree char *day = mukana_work_day (look->request_day);
  g_autofree char *sentence = NULL;

  if (!look->is_of_request)
    {
      /* Translators: a day */
      sentence = g_strdup_printf (_("The request is on %s and stays there: only this person comes "
                                    "at another time."), day);
      add_sentence (text, sentence);
    }
  g_clear_pointer (&sentence, g_free);
  if (look->n_others > 0)
    {
      sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                               "%u other person comes to the request at another "
                                               "time and is not moved.",
                                               "%u others come to the request at another time and "
                                               "are not moved.", look->n_others), look->n_others);
      add_sentence (text, sentence);
    }
}

static void
show_look (Ahead                 *self,
           const MukanaLookAhead *look)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *clash = look->clash != NULL ? mukana_error_view_dup_sentence (look->clash)
                                               : NULL;

  add_sentence (text, clash);
  if (look->clash == NULL && look->is_in_week)
    add_sentence (text, _("They are free then."));
  else if (look->clash == NULL && look->has_week)
    add_sentence (text, _("It is not a time that they have said to be free. Ask them first."));
  else if (look->clash == NULL)
    add_sentence (text, _("They have not said when they are free. Ask them first."));
  if (look->is_holiday)
    add_sentence (text, _("The day is a public holiday."));
  say_request (text, look);
  gtk_label_set_label (self->words, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->words), text->len > 0);
  gtk_widget_set_visible (self->why, look->clash != NULL);
}

static gboolean
is_asked (Ahead            *self,
          MukanaAssignment *draft)
{
  return draft->day == self->day && draft->start_minute == self->start_minute &&
         draft->end_minute == self->end_minute;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaRecordDialog) dialog = data;
  Ahead *self = g_object_get_data (G_OBJECT (dialog), AHEAD);
  g_autoptr (MukanaLookAhead) look = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                              NULL);
  MukanaAssignment *draft = mukana_form_get_draft (mukana_record_dialog_get_form (dialog));

  /* What failed is told by the move itself, and an answer to an older question is none. */
  if (look != NULL && is_asked (self, draft) && gtk_widget_get_mapped (GTK_WIDGET (dialog)))
    show_look (self, look);
}

static void
changed_cb (MukanaRecordDialog *dialog)
{
  Ahead *self = g_object_get_data (G_OBJECT (dialog), AHEAD);
  MukanaAssignment *draft = mukana_form_get_draft (mukana_record_dialog_get_form (dialog));
  gboolean is_time = draft->day != MUKANA_DAY_NONE && draft->start_minute < draft->end_minute;

  if (!is_time || is_asked (self, draft))
    return;

  self->day = draft->day;
  self->start_minute = draft->start_minute;
  self->end_minute = draft->end_minute;
  mukana_page_run_async (self->page, &mukana_look_ahead_job, g_object_ref (draft), g_object_unref,
                         looked_cb, g_object_ref (dialog));
}

static void
add_rows (Ahead      *self,
          MukanaForm *form)
{
  MukanaRecordDialog *dialog = self->dialog;

  self->why = mukana_field_row_new (_("Why both can be done"), "clash-reason", form);
  self->words = GTK_LABEL (mukana_layout_wrapped ("", NULL));
  gtk_widget_set_visible (self->why, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->words), FALSE);
  gtk_widget_set_margin_top (GTK_WIDGET (self->words), 12);
  mukana_record_dialog_explain (dialog, _(
    "Support that is still to be arranged moves with the day."));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Day"), "day", form));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("Begins"), "start-minute", form));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("Ends"), "end-minute", form));
  mukana_record_dialog_add (dialog, self->why);
  mukana_record_dialog_add (dialog, GTK_WIDGET (self->words));
}

/** mukana_move_dialog_new: Returns: (transfer none): asks for another time of @assignment */
MukanaRecordDialog *
mukana_move_dialog_new (MukanaPage       *page,
                        MukanaAssignment *assignment)
{
  g_autoptr (MukanaForm) form = mukana_form_new (NULL);
  /* A clash that was accepted for the old time is none of the new one. */
  g_autoptr (MukanaAssignment) draft = mukana_record_with_text (assignment, "clash-reason", NULL);
  Ahead *self = g_new0 (Ahead, 1);

  mukana_form_load (form, draft);
  self->page = g_object_ref (page);
  self->day = draft->day;
  self->start_minute = draft->start_minute;
  self->end_minute = draft->end_minute;
  self->dialog = mukana_record_dialog_new (page, _("Another time"), _("Move"), form, &move_deed,
                                           g_object_ref (assignment), g_object_unref);
  g_object_set_data_full (G_OBJECT (self->dialog), AHEAD, self, free_ahead);
  add_rows (self, form);
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), self->dialog,
                           G_CONNECT_SWAPPED);
  return self->dialog;
}

const char *
mukana_move_dialog_peek_words (MukanaRecordDialog *dialog)
{
  Ahead *self = g_object_get_data (G_OBJECT (dialog), AHEAD);

  return gtk_label_get_label (self->words);
}

gboolean
mukana_move_dialog_asks_why (MukanaRecordDialog *dialog)
{
  Ahead *self = g_object_get_data (G_OBJECT (dialog), AHEAD);

  return gtk_widget_get_visible (self->why);
}
