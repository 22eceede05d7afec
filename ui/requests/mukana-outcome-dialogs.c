/* mukana-outcome-dialogs.c: what was found, what followed, who was told, what a group answered.
 *
 * Small questions that are answered with the keyboard alone: Enter in a field does the deed as
 * soon as it can be done.
 */

#include "ui/requests/mukana-outcome-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "services/mukana-correcting.h"
#include "services/mukana-lexicon.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-tall-question.h"
#include "ui/kit/mukana-typed-day.h"

#define MAX_ENTRIES 4

/* The parts of a dialog; which entry is what depends on the deed. */
typedef struct
{
  MukanaPage    *page;
  gint64         request_id;
  MukanaOutcome *outcome;                /* what is changed; NULL for a new finding */
  MukanaParticipants *counts;            /* what is changed; NULL for new ones */
  GtkWidget     *dialog;
  GtkWidget     *entries[MAX_ENTRIES];
  GtkWidget     *theme;
  GPtrArray     *theme_ids;              /* in the order of @theme; the first is NULL */
  GtkWidget     *result;
  GtkWidget     *finding;                /* what is wrong, in words */
} Draft;

static Draft *
draft_new (MukanaPage *page,
           gint64      request_id,
           const char *title,
           const char *body)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  Draft *self = g_new0 (Draft, 1);

  self->page = g_object_ref (page);
  self->request_id = request_id;
  self->dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title,
                                         body);
  return self;
}

static void
draft_free (gpointer  data,
            GClosure *closure)
{
  Draft *self = data;

  g_object_unref (self->page);
  g_clear_object (&self->outcome);
  g_clear_object (&self->counts);
  g_clear_pointer (&self->theme_ids, g_ptr_array_unref);
  g_free (self);
}

static void
run (Draft           *self,
     const MukanaJob *job,
     gpointer         arg,
     GDestroyNotify   free_arg)
{
  mukana_page_do (self->page, job, arg, free_arg, _("Recorded"), NULL);
}

static const char *
peek_entry (Draft *self,
            guint  number)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entries[number]));
}

static void
add_named (GtkWidget  *column,
           const char *name,
           GtkWidget  *widget)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (column),
                  mukana_layout_column (3, mukana_layout_text (name, "second-line"), widget, NULL));
}

static void
add_entry (Draft      *self,
           guint       number,
           GtkWidget  *column,
           const char *name,
           const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  self->entries[number] = entry;
  add_named (column, name, entry);
}

/* The day as it is typed; not one to come. */
static void
add_day (Draft      *self,
         guint       number,
         GtkWidget  *column,
         MukanaDay   day)
{
  g_autofree char *text = mukana_format_day (NULL, day);

  add_entry (self, number, column, _("Day"), text);
}

/* Returns: MUKANA_DAY_NONE for what is no day, or has not come */
static MukanaDay
read_day (Draft *self,
          guint  number)
{
  MukanaDay day = mukana_typed_day (peek_entry (self, number));

  return day <= mukana_context_today (mukana_page_get_context (self->page)) ? day
                                                                            : MUKANA_DAY_NONE;
}

/* @check: called whenever an entry changes, to say whether the deed can be done */
static GtkWidget *
finish (Draft      *self,
        GtkWidget  *column,
        const char *deed,
        GCallback   check,
        GCallback   answered)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self->dialog);

  mukana_tall_question_set_content (dialog, column);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "record", deed, NULL);
  adw_message_dialog_set_response_appearance (dialog, "record", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "record");
  adw_message_dialog_set_close_response (dialog, "cancel");
  for (guint i = 0; i < MAX_ENTRIES && self->entries[i] != NULL && check != NULL; i++)
    g_signal_connect_swapped (self->entries[i], "changed", check, self);
  g_signal_connect_data (dialog, "response", answered, self, draft_free, G_CONNECT_SWAPPED);
  if (check != NULL)
    ((void (*) (Draft *)) check) (self);
  return self->dialog;
}

static void
allow (Draft    *self,
       gboolean  is_whole)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), "record", is_whole);
}

/* ---- A finding, and what followed ---- */

enum { FINDING, SERVICE, REASON };

static MukanaOutcome *
make_outcome (Draft *self)
{
  MukanaOutcome *outcome =
    self->outcome != NULL
      ? mukana_record_with_text (self->outcome, "reason", peek_entry (self, REASON))
      : g_object_new (MUKANA_TYPE_OUTCOME, NULL);
  guint theme = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->theme));
  guint result = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->result));
  g_autofree char *finding = mukana_text_tidy (peek_entry (self, FINDING));
  g_autofree char *service = mukana_text_tidy (peek_entry (self, SERVICE));
  g_autofree char *reason = mukana_text_tidy (peek_entry (self, REASON));

  mukana_record_init_int (outcome, "request-id", self->request_id);
  mukana_record_init_text (outcome, "finding", finding);
  mukana_record_init_text (outcome, "service", service);
  mukana_record_init_text (outcome, "reason", reason);
  mukana_record_init_text (outcome, "theme-id", g_ptr_array_index (self->theme_ids, theme));
  mukana_record_init_text (outcome, "result", mukana_outcomes[result]);
  return outcome;
}

static void
check_finding_cb (Draft *self)
{
  g_autoptr (MukanaOutcome) outcome = make_outcome (self);
  g_autoptr (GPtrArray) issues = mukana_outcome_check (outcome);

  allow (self, issues->len == 0);
}

static void
finding_answered_cb (Draft      *self,
                     const char *response)
{
  if (g_str_equal (response, "record"))
    run (self, self->outcome != NULL ? &mukana_outcome_save_job : &mukana_outcome_add_job,
         make_outcome (self), g_object_unref);
}

/* One of the request's themes, or none. */
static GtkWidget *
make_themes (Draft                   *self,
             const MukanaRequestFile *file)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (self->page));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const char *chosen = self->outcome != NULL ? self->outcome->theme_id : NULL;
  GtkWidget *list;
  guint selected = 0;

  self->theme_ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->theme_ids, NULL);
  gtk_string_list_append (labels, _("No theme"));
  for (guint i = 0; i < file->themes->len; i++)
    {
      const char *id = ((MukanaRequestTheme *) g_ptr_array_index (file->themes, i))->theme_id;
      MukanaTheme *theme = mukana_lexicon_find (words, MUKANA_LEXICON_THEME, id);

      /* A finding is read by more people than criminal background is. */
      if (theme == NULL || g_strcmp0 (theme->sensitivity, "art10_criminal") == 0)
        continue;
      if (g_strcmp0 (id, chosen) == 0)
        selected = self->theme_ids->len;
      g_ptr_array_add (self->theme_ids, g_strdup (id));
      gtk_string_list_append (labels, mukana_lexicon_label (words, MUKANA_LEXICON_THEME, id));
    }

  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), selected);
  return list;
}

static GtkWidget *
make_results (Draft *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *list;

  for (guint i = 0; mukana_outcomes[i] != NULL; i++)
    gtk_string_list_append (labels, mukana_code_label (mukana_outcomes, mukana_outcomes[i]));
  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  if (self->outcome != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (list),
                                (guint) MAX (mukana_code_index (mukana_outcomes,
                                                                self->outcome->result), 0));
  return list;
}

/** mukana_finding_dialog_new: @outcome: (nullable): the finding; NULL for a new one */
GtkWidget *
mukana_finding_dialog_new (MukanaPage              *page,
                           const MukanaRequestFile *file,
                           MukanaOutcome           *outcome)
{
  Draft *self = draft_new (page, file->request->id, _("Finding"),
                           _("What the participants told, without names, and what came of it."));
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (outcome != NULL)
    self->outcome = g_object_ref (outcome);
  self->theme = make_themes (self, file);
  self->result = make_results (self);
  add_entry (self, FINDING, column, _("What was found"), outcome ? outcome->finding : NULL);
  add_named (column, _("Theme"), self->theme);
  add_entry (self, SERVICE, column, _("Service"),
             outcome ? outcome->service : file->request->unit);
  add_named (column, _("What followed"), self->result);
  add_entry (self, REASON, column, _("What was done, or why not"),
             outcome ? outcome->reason : NULL);
  g_signal_connect_swapped (self->result, "notify::selected", G_CALLBACK (check_finding_cb), self);
  return finish (self, column, outcome != NULL ? _("_Save") : _("_Add"),
                 G_CALLBACK (check_finding_cb), G_CALLBACK (finding_answered_cb));
}

/* ---- Told ---- */

enum { WHOM, HOW, TOLD_ON };

static void
check_telling_cb (Draft *self)
{
  allow (self, !mukana_text_is_empty (peek_entry (self, WHOM)) &&
               !mukana_text_is_empty (peek_entry (self, HOW)) &&
               read_day (self, TOLD_ON) != MUKANA_DAY_NONE);
}

static void
telling_answered_cb (Draft      *self,
                     const char *response)
{
  MukanaTelling *telling;

  if (!g_str_equal (response, "record"))
    return;

  telling = mukana_telling_new (self->request_id, peek_entry (self, WHOM), peek_entry (self, HOW));
  telling->day = read_day (self, TOLD_ON);
  run (self, &mukana_outcome_tell_job, telling, (GDestroyNotify) mukana_telling_free);
}

GtkWidget *
mukana_telling_dialog_new (MukanaPage *page,
                           gint64      request_id)
{
  Draft *self = draft_new (page, request_id, _("Told what followed"),
                           _("Write no names. The first telling counts for the promise."));
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  add_entry (self, WHOM, column, _("To whom"), _("those who took part"));
  add_entry (self, HOW, column, _("How"), _("letter"));
  add_day (self, TOLD_ON, column, mukana_context_today (mukana_page_get_context (page)));
  return finish (self, column, _("_Record"), G_CALLBACK (check_telling_cb),
                 G_CALLBACK (telling_answered_cb));
}

/* ---- What participants answered ---- */

enum { ANSWERED, PROMOTERS, DETRACTORS, ANSWERED_ON };

static gint64
read_count (Draft *self,
            guint  number)
{
  g_autofree char *text = mukana_text_tidy (peek_entry (self, number));
  gint64 count;

  if (text == NULL)
    return 0;
  return g_ascii_string_to_signed (text, 10, 0, 100000, &count, NULL) ? count : -1;
}

static MukanaParticipants *
make_participants (Draft *self)
{
  MukanaParticipants *counts =
    self->counts != NULL
      ? mukana_record_with_int (self->counts, "given-on", read_day (self, ANSWERED_ON))
      : g_object_new (MUKANA_TYPE_PARTICIPANTS, NULL);

  mukana_record_init_int (counts, "request-id", self->request_id);
  mukana_record_init_int (counts, "given-on", read_day (self, ANSWERED_ON));
  mukana_record_init_int (counts, "n-answered", read_count (self, ANSWERED));
  mukana_record_init_int (counts, "n-promoters", read_count (self, PROMOTERS));
  mukana_record_init_int (counts, "n-detractors", read_count (self, DETRACTORS));
  return counts;
}

static void
check_participants_cb (Draft *self)
{
  g_autoptr (MukanaParticipants) counts = make_participants (self);
  g_autoptr (GPtrArray) issues = mukana_participants_check (counts);

  allow (self, issues->len == 0 && read_day (self, ANSWERED_ON) != MUKANA_DAY_NONE);
  /* What is not typed yet needs no words. */
  gtk_label_set_label (GTK_LABEL (self->finding),
                       issues->len > 0 && counts->n_answered != 0
                         ? _(((MukanaIssue *) g_ptr_array_index (issues, 0))->sentence) : "");
}

static void
participants_answered_cb (Draft      *self,
                          const char *response)
{
  if (g_str_equal (response, "record") && self->counts == NULL)
    run (self, &mukana_participants_add_job, make_participants (self), g_object_unref);
  else if (g_str_equal (response, "record"))
    mukana_page_do (self->page, &mukana_correcting_save_job, make_participants (self),
                    g_object_unref, _("Corrected"),
                    mukana_step_new (_("Corrected"), &mukana_correcting_save_job,
                                     g_object_ref (self->counts), g_object_unref));
  else if (g_str_equal (response, "drop"))
    mukana_page_do (self->page, &mukana_correcting_drop_job, g_object_ref (self->counts),
                    g_object_unref, _("Removed"),
                    mukana_step_new (_("Removed"), &mukana_correcting_restore_job,
                                     g_object_ref (self->counts), g_object_unref));
}

static void
add_count (Draft      *self,
           guint       number,
           GtkWidget  *column,
           const char *name,
           gint64      count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  add_entry (self, number, column, name, self->counts != NULL ? text : NULL);
}

/** mukana_participants_dialog_new: @counts: (nullable): those to correct; NULL for new ones */
GtkWidget *
mukana_participants_dialog_new (MukanaPage         *page,
                                gint64              request_id,
                                MukanaParticipants *counts)
{
  Draft *self = draft_new (page, request_id, _("What participants answered"),
                           _("“Would you recommend taking part?”, from 0 to 10: how many answers "
                             "in each group."));
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (counts != NULL)
    {
      self->counts = g_object_ref (counts);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self->dialog), "drop", _("Re_move"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self->dialog), "drop",
                                                  ADW_RESPONSE_DESTRUCTIVE);
    }
  add_count (self, ANSWERED, column, _("Answered in all"), counts ? counts->n_answered : 0);
  add_count (self, PROMOTERS, column, _("Gave 9 or 10"), counts ? counts->n_promoters : 0);
  add_count (self, DETRACTORS, column, _("Gave 0 to 6"), counts ? counts->n_detractors : 0);
  add_day (self, ANSWERED_ON, column,
           counts ? counts->given_on : mukana_context_today (mukana_page_get_context (page)));
  self->finding = mukana_layout_wrapped ("", "error");
  gtk_box_append (GTK_BOX (column), self->finding);
  return finish (self, column, _("_Record"), G_CALLBACK (check_participants_cb),
                 G_CALLBACK (participants_answered_cb));
}
