/* mukana-fee-dialogs.c: what is asked before a deed with fees: a name and a day, a reason,
 * the right amount, where the file for the payroll goes and which columns it has.
 *
 * Each is a small window with entries and one deed; what is typed stays until it is stored.
 */

#include "ui/fees/mukana-fee-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"
#include "domain/mukana-payroll-layout.h"
#include "services/mukana-payroll.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-tall-question.h"
#include "ui/kit/mukana-typed-day.h"
#include "ui/kit/mukana-writing-out.h"

#define DEED "deed"

/* What a dialog keeps.  Fields that it does not need are NULL. */
typedef struct
{
  MukanaPage      *page;
  GtkWidget       *first, *second;   /* entry rows */
  GtkTextBuffer   *columns;
  MukanaFeeBatch  *batch;
  MukanaBatchMove  move;
  gint64           line_id;
  gboolean         has_identities;   /* the register keeps identity codes and accounts */
} Asking;

static Asking *
asking_new (MukanaPage     *page,
            MukanaFeeBatch *batch)
{
  Asking *self = g_new0 (Asking, 1);

  self->page = g_object_ref (page);
  self->batch = batch != NULL ? g_object_ref (batch) : NULL;
  return self;
}

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_object_unref (self->page);
  g_clear_object (&self->batch);
  g_clear_object (&self->columns);
  g_free (self);
}

static void
free_with_closure (gpointer  data,
                   GClosure *closure)
{
  asking_free (data);
}

static GtkWidget *
make_dialog (MukanaPage *page,
             const char *title,
             const char *body,
             const char *deed)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              title, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    DEED, deed, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), DEED,
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), DEED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

static GtkWidget *
add_entry (GtkWidget  *list,
           const char *title,
           const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static GtkWidget *
make_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  return mukana_layout_style (list, "boxed-list");
}

static const char *
typed (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* The deed waits for words that can be right. */
static void
allow (GtkWidget *dialog,
       gboolean   may)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), DEED, may);
}

/* ---- A new batch ---- */

static void
batch_made_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (id == NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_show (page, "fee-batch", *id);
}

static void
batch_answered_cb (Asking     *self,
                   const char *response)
{
  if (g_str_equal (response, DEED))
    mukana_page_run_async (self->page, &mukana_batch_make_job,
                           mukana_batch_making_new (typed (self->first),
                                                    mukana_typed_day (typed (self->second))),
                           (GDestroyNotify) mukana_batch_making_free, batch_made_cb,
                           g_object_ref (self->page));
}

static void
batch_typed_cb (GtkWidget *dialog)
{
  Asking *self = g_object_get_data (G_OBJECT (dialog), "asking");

  allow (dialog, *typed (self->first) != '\0' &&
                 mukana_typed_day (typed (self->second)) != MUKANA_DAY_NONE);
}

static void
present (GtkWidget *dialog,
         Asking    *asking,
         GtkWidget *content,
         GCallback  answered)
{
  g_object_set_data (G_OBJECT (dialog), "asking", asking);
  mukana_tall_question_set_content (ADW_MESSAGE_DIALOG (dialog), content);
  g_signal_connect_data (dialog, "response", answered, asking, free_with_closure,
                         G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
suggest_name (MukanaDay today)
{
  int year, month, day;

  mukana_day_split (today, &year, &month, &day);
  /* Translators: the name of a batch: its month and year, "Fees 11/2026" */
  return g_strdup_printf (_("Fees %d/%d"), month, year);
}

/** mukana_batch_dialog_present: asks for the name and the last day of a new batch */
void
mukana_batch_dialog_present (MukanaPage *page)
{
  GtkWidget *dialog = make_dialog (page, _("New batch"),
                                   _("Every fee that waits goes into it, until the day."),
                                   _("_Make"));
  Asking *asking = asking_new (page, NULL);
  GtkWidget *list = make_list ();
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));
  g_autofree char *name = suggest_name (today);
  g_autofree char *day = mukana_format_day (NULL, today);

  asking->first = add_entry (list, _("Name"), name);
  asking->second = add_entry (list, _("Last day of the work"), day);
  g_signal_connect_swapped (asking->first, "changed", G_CALLBACK (batch_typed_cb), dialog);
  g_signal_connect_swapped (asking->second, "changed", G_CALLBACK (batch_typed_cb), dialog);
  present (dialog, asking, list, G_CALLBACK (batch_answered_cb));
}

/* ---- Going back, with a reason ---- */

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did_for_good (page, _("The batch went back, with the reason"));
}

static void
reason_answered_cb (Asking     *self,
                    const char *response)
{
  if (g_str_equal (response, DEED))
    mukana_page_run_async (self->page, &mukana_batch_move_job,
                           mukana_batch_moving_new (self->batch, self->move, typed (self->first)),
                           (GDestroyNotify) mukana_batch_moving_free, moved_cb,
                           g_object_ref (self->page));
}

static void
reason_typed_cb (GtkWidget *dialog)
{
  Asking *self = g_object_get_data (G_OBJECT (dialog), "asking");

  allow (dialog, *typed (self->first) != '\0');
}

/** mukana_reason_dialog_present: asks why a batch goes back: @move is one that needs a reason */
void
mukana_reason_dialog_present (MukanaPage      *page,
                              MukanaFeeBatch  *batch,
                              MukanaBatchMove  move)
{
  gboolean is_return = move == MUKANA_BATCH_RETURN;
  GtkWidget *dialog = make_dialog (page, is_return ? _("Did payroll return the batch?")
                                                   : _("Return the batch to a draft?"),
                                   is_return ? _("Its lines wait for a batch again. The batch "
                                                 "stays on record as returned.")
                                             : _("What was checked and approved of it is void."),
                                   is_return ? _("_It Returned It") : _("_Return"));
  Asking *asking = asking_new (page, batch);
  GtkWidget *list = make_list ();

  asking->move = move;
  asking->first = add_entry (list, _("Why"), "");
  g_signal_connect_swapped (asking->first, "changed", G_CALLBACK (reason_typed_cb), dialog);
  allow (dialog, FALSE);
  present (dialog, asking, list, G_CALLBACK (reason_answered_cb));
}

/* ---- A correction ---- */

static void
corrected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (id == NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did_for_good (page, _("The correction waits for the next batch"));
}

static void
correct_answered_cb (Asking     *self,
                     const char *response)
{
  gint64 cents;

  if (g_str_equal (response, DEED) && mukana_money_parse (typed (self->first), &cents))
    mukana_page_run_async (self->page, &mukana_fee_correct_job,
                           mukana_correcting_new (self->line_id, cents, typed (self->second)),
                           (GDestroyNotify) mukana_correcting_free, corrected_cb,
                           g_object_ref (self->page));
}

static void
correct_typed_cb (GtkWidget *dialog)
{
  Asking *self = g_object_get_data (G_OBJECT (dialog), "asking");
  gint64 cents;

  allow (dialog, mukana_money_parse (typed (self->first), &cents) && cents >= 0 &&
                 *typed (self->second) != '\0');
}

/** mukana_correct_dialog_present: asks what a line that is locked should have been, and why */
void
mukana_correct_dialog_present (MukanaPage    *page,
                               MukanaFeeLine *line)
{
  GtkWidget *dialog = make_dialog (page, _("Correct a line"),
                                   _("The line stays as it was sent. A new line refers to it, "
                                     "with the difference."), _("_Correct"));
  Asking *asking = asking_new (page, NULL);
  GtkWidget *list = make_list ();
  g_autofree char *amount = mukana_money_format (line->amount_cents);

  asking->line_id = line->id;
  asking->first = add_entry (list, _("What it should have been, in euros"), amount);
  asking->second = add_entry (list, _("Why"), "");
  g_signal_connect_swapped (asking->first, "changed", G_CALLBACK (correct_typed_cb), dialog);
  g_signal_connect_swapped (asking->second, "changed", G_CALLBACK (correct_typed_cb), dialog);
  allow (dialog, FALSE);
  present (dialog, asking, list, G_CALLBACK (correct_answered_cb));
}

/* ---- The file for the payroll ---- */

static const MukanaWritingOut payroll_way = {
  &mukana_payroll_write_job, &mukana_payroll_note_job, (GDestroyNotify) mukana_payroll_file_free,
  N_("The file is written and the batch is locked"), NULL
};

static gpointer
make_csv (gconstpointer  batch,
          const char    *path)
{
  return mukana_payroll_file_new ((MukanaFeeBatch *) batch, path, FALSE);
}

static gpointer
make_workbook (gconstpointer  batch,
               const char    *path)
{
  return mukana_payroll_file_new ((MukanaFeeBatch *) batch, path, TRUE);
}

static const MukanaWritingOut again_way = {
  &mukana_payroll_write_job, &mukana_payroll_note_job, (GDestroyNotify) mukana_payroll_file_free,
  N_("The file is written once more; the batch is as it was"), NULL
};

static void
export_answered_cb (Asking     *self,
                    const char *response)
{
  gboolean is_workbook = g_str_equal (response, "workbook");
  g_autofree char *name = mukana_payroll_suggest_name (self->batch, is_workbook);
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("File for the payroll"), .name = name,
  };

  if (is_workbook || g_str_equal (response, DEED))
    mukana_writing_out_ask (self->page,
                            mukana_fee_batch_was_sent (self->batch) ? &again_way : &payroll_way,
                            &place,
                            is_workbook ? make_workbook : make_csv, g_object_ref (self->batch),
                            g_object_unref);
}

/** mukana_again_dialog_present: what was sent is written to a file again, in either form */
void
mukana_again_dialog_present (MukanaPage     *page,
                             MukanaFeeBatch *batch)
{
  GtkWidget *dialog = make_dialog (page, _("Write the file once more?"),
                                   _("It has the same lines, in the columns of today. The batch "
                                     "and the checksum of what was sent stay as they are, and the "
                                     "usage log tells that the file was written again."),
                                   _("_CSV File…"));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "workbook", _("_Workbook…"));
  g_signal_connect_data (dialog, "response", G_CALLBACK (export_answered_cb),
                         asking_new (page, batch), free_with_closure, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** mukana_export_dialog_present: says what sending does, and asks in which form */
void
mukana_export_dialog_present (MukanaPage     *page,
                              MukanaFeeBatch *batch)
{
  GtkWidget *dialog = make_dialog (page, _("Send the batch to payroll?"),
                                   _("From then on its lines are locked and only corrected by new "
                                     "ones. The file tells no theme, no role and no request; it "
                                     "has names and sums, and identity codes and account numbers "
                                     "where your columns ask for them, so keep it as you keep pay "
                                     "slips."),
                                   _("_CSV File…"));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "workbook", _("_Workbook…"));
  g_signal_connect_data (dialog, "response", G_CALLBACK (export_answered_cb),
                         asking_new (page, batch), free_with_closure, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- The columns ---- */

static void
columns_set_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did_for_good (page, _("The next file has these columns"));
}

static char *
dup_columns (Asking *self)
{
  char *text;

  g_object_get (self->columns, "text", &text, NULL);
  return text;
}

/* Returns: yours, what was typed in words, as it is stored */
static char *
dup_codes (Asking *self)
{
  g_autofree char *text = dup_columns (self);
  g_autoptr (GPtrArray) layout = mukana_payroll_layout_parse (text, NULL);   /* it was allowed */

  return layout != NULL ? mukana_payroll_layout_to_text (layout) : g_strdup ("");
}

static void
columns_answered_cb (Asking     *self,
                     const char *response)
{
  if (g_str_equal (response, DEED))
    mukana_page_run_async (self->page, &mukana_payroll_set_layout_job, dup_codes (self), g_free,
                           columns_set_cb, g_object_ref (self->page));
}

/* What is wrong stands under the text while one types. */
static void
columns_typed_cb (GtkWidget *dialog)
{
  Asking *self = g_object_get_data (G_OBJECT (dialog), "asking");
  g_autofree char *text = dup_columns (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) layout = mukana_payroll_layout_parse (text, &error);

  gtk_label_set_label (GTK_LABEL (self->first), error != NULL ? _(error->message) : "");
  allow (dialog, layout != NULL);
}

/* As many as there are in this register. */
static char *
tell_columns (gboolean has_identities)
{
  GString *words = g_string_new (_("There are: "));

  for (int column = 0; column < MUKANA_N_PAYROLL_COLUMNS; column++)
    if (has_identities || !mukana_payroll_column_identifies (column))
      g_string_append_printf (words, "%s%s", column > 0 ? ", " : "",
                              _(mukana_payroll_column_label (column)));
  g_string_append_printf (words, ". %s", _("Where somebody has no number in payroll, the usual "
                                           "columns begin with the number of the person in "
                                           "Mukana."));
  return g_string_free (words, FALSE);
}

static GtkWidget *
make_columns (Asking     *self,
              const char *text)
{
  GtkWidget *view = gtk_text_view_new (), *scrolled = gtk_scrolled_window_new ();
  g_autofree char *known = tell_columns (self->has_identities);

  self->columns = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  self->first = mukana_layout_wrapped ("", "error");
  gtk_text_buffer_set_text (self->columns, text, -1);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Columns, one a line"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_size_request (scrolled, 300, 240);
  return mukana_layout_column (6, mukana_layout_style (scrolled, "frame"), self->first,
                               mukana_layout_wrapped (known, "second-line"), NULL);
}

static void
columns_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Asking *asking = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  g_autoptr (GPtrArray) layout = text ? mukana_payroll_layout_parse (text, &error) : NULL;
  g_autofree char *words = layout ? mukana_payroll_layout_to_words (layout) : NULL;
  GtkWidget *dialog, *content;

  if (words == NULL)
    {
      mukana_page_fail (asking->page, error);
      asking_free (asking);
      return;
    }

  dialog = make_dialog (asking->page, _("Columns of the file for payroll"),
                        _("One a line, in their order. Another heading comes after =."),
                        _("_Save"));
  content = make_columns (asking, words);
  /* A new line is typed with Enter. */
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), NULL);
  g_signal_connect_object (asking->columns, "changed", G_CALLBACK (columns_typed_cb), dialog,
                           G_CONNECT_SWAPPED);
  present (dialog, asking, content, G_CALLBACK (columns_answered_cb));
}

/** mukana_payroll_dialog_present: shows the county's columns and takes others */
void
mukana_payroll_dialog_present (MukanaPage *page,
                               gboolean    has_identities)
{
  Asking *asking = asking_new (page, NULL);

  asking->has_identities = has_identities;
  mukana_page_run_async (page, &mukana_payroll_layout_job, NULL, NULL, columns_read_cb, asking);
}
