/* mukana-cancel-dialog.c: asks before agreed work is off: who, why, and what it means.
 *
 * Whom it concerns, how long before the beginning it is, and what is owed all the same stand in
 * the question, because afterwards is too late to have known.  The deed can be taken back.
 */

#include "ui/app/mukana-cancel-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"
#include "domain/mukana-codes.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-tall-question.h"

#define MOST_NAMES 8
#define N_WAYS 2

static const char * const ways[N_WAYS] = { "cancelled-unit", "cancelled-person" };

typedef struct
{
  MukanaPage *page;
  MukanaKind  kind;
  gint64      id;
  char       *means[N_WAYS];   /* of an assignment: what it means, by whose doing it is */
  GtkWidget  *meaning;
  GtkWidget  *who;             /* NULL for a request: the unit's */
  GtkWidget  *reason;
  GtkWidget  *words;
} Asking;

static void
free_asking (gpointer  data,
             GClosure *closure)
{
  Asking *self = data;

  g_object_unref (self->page);
  for (guint i = 0; i < N_WAYS; i++)
    g_free (self->means[i]);
  g_free (self);
}

/* ---- The deed ---- */

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  MukanaSettled *done = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  g_autofree char *sentence = NULL;

  if (done == NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  if (!done->is_request)
    sentence = g_strdup (_("The assignment is cancelled"));
  else if (done->work->len == 0)
    sentence = g_strdup (_("The request is cancelled"));
  else
    sentence = g_strdup_printf (ngettext ("The request is cancelled, and %u agreed assignment",
                                          "The request is cancelled, and %u agreed assignments",
                                          done->work->len), done->work->len);
  mukana_page_did (page, sentence,
                   mukana_step_new (sentence, &mukana_cancelling_undo_job, done,
                                    (GDestroyNotify) mukana_settled_free));
}

static void
run (MukanaPage *page,
     MukanaKind  kind,
     gint64      id,
     const char *attendance,
     const char *reason,
     const char *words)
{
  mukana_page_run_async (page, kind == MUKANA_KIND_REQUEST ? &mukana_cancelling_request_job
                                                           : &mukana_cancelling_job,
                         mukana_cancelling_new (id, attendance, reason, words),
                         (GDestroyNotify) mukana_cancelling_free, done_cb, g_object_ref (page));
}

static guint
get_way (Asking *self)
{
  return self->who != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->who)) : 0;
}

static void
answered_cb (Asking     *self,
             const char *response)
{
  guint reason = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->reason));

  if (g_str_equal (response, "off"))
    run (self->page, self->kind, self->id, ways[get_way (self)],
         reason > 0 ? mukana_cancel_reasons[reason - 1] : NULL,
         gtk_editable_get_text (GTK_EDITABLE (self->words)));
}

/* ---- The question ---- */

static char *
say_owed (const MukanaSettledWork *work)
{
  g_autofree char *money = mukana_money_format (work->fee_cents);
  g_autofree char *notice = mukana_work_notice (work->notice_hours);

  /* Translators: how long before, and what is paid: "26 hours of notice, fee 37,50 €" */
  return work->fee_cents > 0 ? g_strdup_printf (_("%1$s, fee %2$s €"), notice, money)
                             /* Translators: how long before it is cancelled */
                             : g_strdup_printf (_("%s, no fee"), notice);
}

/* Everybody, then those who are owed something all the same. */
static char *
say_names (const MukanaSettled *foreseen,
           gboolean             is_owed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < foreseen->work->len; i++)
    {
      const MukanaSettledWork *work = g_ptr_array_index (foreseen->work, i);
      g_autofree char *money = mukana_money_format (work->fee_cents);

      if ((is_owed && work->fee_cents == 0) || ++n > MOST_NAMES)
        continue;
      g_string_append_printf (text, "%s%s", n > 1 ? ", " : "", work->name);
      if (is_owed)
        g_string_append_printf (text, " %s €", money);
    }
  if (n > MOST_NAMES)
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", n - MOST_NAMES),
                            n - MOST_NAMES);

  return n > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
say_whom (const MukanaSettled *foreseen)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *agreed = say_names (foreseen, FALSE);
  g_autofree char *owed = say_names (foreseen, TRUE);

  if (agreed != NULL)
    {
      /* Translators: names of those who have agreed */
      g_string_append_printf (text, _("Agreed, and no more after this: %s."), agreed);
      g_string_append_c (text, '\n');
    }
  if (owed != NULL)
    {
      /* Translators: names, each with an amount */
      g_string_append_printf (text, _("A fee is owed all the same: %s."), owed);
      g_string_append_c (text, '\n');
    }
  if (foreseen->proposals->len > 0)
    {
      g_string_append_printf (text, ngettext ("%u person has been asked and not answered yet.",
                                              "%u people have been asked and not answered yet.",
                                              foreseen->proposals->len),
                              foreseen->proposals->len);
      g_string_append_c (text, '\n');
    }
  g_string_append (text, _("Tell them: the program sends nothing."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
add_choice (GtkWidget          *column,
            const char         *name,
            const char         *none,
            const char * const *codes,
            const char * const *shown)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *list;

  if (none != NULL)
    gtk_string_list_append (labels, none);
  for (guint i = 0; shown[i] != NULL; i++)
    gtk_string_list_append (labels, mukana_code_label (codes, shown[i]));
  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (column),
                  mukana_layout_column (3, mukana_layout_text (name, "second-line"), list, NULL));
  return list;
}

static void
show_meaning_cb (Asking *self)
{
  gtk_label_set_label (GTK_LABEL (self->meaning), self->means[get_way (self)]);
}

static GtkWidget *
make_form (Asking *self)
{
  static const char * const whose[] = { "cancelled-unit", "cancelled-person", NULL };
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (self->kind != MUKANA_KIND_REQUEST)
    {
      self->who = add_choice (column, _("Who cancels"), NULL, mukana_attendances, whose);
      self->meaning = mukana_layout_wrapped ("", NULL);
      gtk_box_append (GTK_BOX (column), self->meaning);
      g_signal_connect_swapped (self->who, "notify::selected", G_CALLBACK (show_meaning_cb), self);
      show_meaning_cb (self);
    }
  self->reason = add_choice (column, _("Why"), _("No reason told"), mukana_cancel_reasons,
                             mukana_cancel_reasons);
  self->words = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->words), 500);
  gtk_entry_set_activates_default (GTK_ENTRY (self->words), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("In words; nothing of anybody's health"), -1);
  gtk_box_append (GTK_BOX (column), mukana_layout_column (3,
    mukana_layout_text (_("In words; nothing of anybody's health"), "second-line"), self->words,
    NULL));
  return column;
}

static void
say_meanings (Asking              *self,
              const MukanaSettled *foreseen)
{
  const MukanaSettledWork *work = g_ptr_array_index (foreseen->work, 0);

  self->means[0] = say_owed (work);
  self->means[1] = g_strdup (_("No fee is paid."));
}

/** mukana_cancel_dialog_new: @foreseen: what it means; of an assignment it has that one */
GtkWidget *
mukana_cancel_dialog_new (MukanaPage          *page,
                          MukanaKind           kind,
                          gint64               id,
                          const MukanaSettled *foreseen)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  gboolean is_request = kind == MUKANA_KIND_REQUEST;
  g_autofree char *body = is_request ? say_whom (foreseen) : NULL;
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              is_request ? _("Cancel the request?")
                                                         : _("Cancel the assignment?"),
                                              body);
  Asking *self = g_new0 (Asking, 1);

  self->page = g_object_ref (page);
  self->kind = kind;
  self->id = id;
  if (!is_request)
    say_meanings (self, foreseen);
  mukana_tall_question_set_content (ADW_MESSAGE_DIALOG (dialog), make_form (self));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Keep it"),
                                    "off", is_request ? _("_Cancel the Request")
                                                      : _("_Cancel the Assignment"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "off",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), self, free_asking,
                         G_CONNECT_SWAPPED);
  return dialog;
}

typedef struct
{
  MukanaPage *page;
  MukanaKind  kind;
  gint64      id;
} Foreseeing;

static void
foreseen_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autofree Foreseeing *asked = data;
  g_autoptr (MukanaPage) page = asked->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaSettled) foreseen = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                                &error);

  if (foreseen == NULL)
    mukana_page_fail (page, error);
  else if (asked->kind == MUKANA_KIND_REQUEST && foreseen->work->len == 0 &&
           foreseen->proposals->len == 0)
    run (page, asked->kind, asked->id, ways[0], NULL, NULL);   /* concerns nobody */
  else if (foreseen->work->len > 0 || asked->kind == MUKANA_KIND_REQUEST)
    gtk_window_present (GTK_WINDOW (mukana_cancel_dialog_new (page, asked->kind, asked->id,
                                                              foreseen)));
}

/** mukana_cancel_present: asks, unless it concerns nobody, and cancels; @kind: of @id */
void
mukana_cancel_present (MukanaPage *page,
                       MukanaKind  kind,
                       gint64      id)
{
  Foreseeing *asked = g_new0 (Foreseeing, 1);

  *asked = (Foreseeing) { g_object_ref (page), kind, id };
  mukana_page_run_async (page, kind == MUKANA_KIND_REQUEST ? &mukana_cancelling_foresee_request_job
                                                           : &mukana_cancelling_foresee_job,
                         g_memdup2 (&id, sizeof id), g_free, foreseen_cb, asked);
}
