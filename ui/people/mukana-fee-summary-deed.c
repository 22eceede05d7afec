/* mukana-fee-summary-deed.c: asks for the year and the place of a summary of fees, and saves it. */

#include "ui/people/mukana-fee-summary-deed.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-fee-summary.h"
#include "ui/kit/mukana-writing-out.h"

typedef struct
{
  MukanaPage   *page;
  MukanaPerson *person;
  int           year;
} Asking;

static Asking *
asking_new (MukanaPage   *page,
            MukanaPerson *person,
            int           year)
{
  Asking *self = g_new0 (Asking, 1);

  self->page = g_object_ref (page);
  self->person = g_object_ref (person);
  self->year = year;
  return self;
}

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *self = data;

  g_object_unref (self->page);
  g_object_unref (self->person);
  g_free (self);
}

static const MukanaWritingOut way = {
  &mukana_fee_summary_job, NULL, (GDestroyNotify) mukana_fee_summary_free,
  N_("The summary is saved, ready to be given to the person"), NULL
};

static gpointer
make (gconstpointer  data,
      const char    *path)
{
  const Asking *self = data;

  return mukana_fee_summary_new (self->person->id, self->year, path);
}

static void
free_asked (gpointer data)
{
  asking_free (data, NULL);
}

static void
answered_cb (Asking     *self,
             const char *response)
{
  int year = (int) g_ascii_strtoll (response, NULL, 10);
  /* The name of the file names nobody. */
  g_autofree char *name = g_strdup_printf (_("fees-%d.pdf"), year);
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the summary of fees"), .name = name,
  };

  if (year > 0)
    mukana_writing_out_ask (self->page, &way, &place, make,
                            asking_new (self->page, self->person, year), free_asked);
}

/** mukana_fee_summary_ask: of this year or the last one, as PDF in the person's language */
void
mukana_fee_summary_ask (MukanaPage   *page,
                        MukanaPerson *person)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _("Summary of fees"),
                                              _("For the person, in their language: what was "
                                                "paid and what is not paid yet. Of which year?"));
  g_autofree char *this_year = NULL, *last_year = NULL;
  int year, month, day;

  mukana_day_split (mukana_context_today (mukana_page_get_context (page)), &year, &month, &day);
  this_year = g_strdup_printf ("%d", year);
  last_year = g_strdup_printf ("%d", year - 1);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    last_year, last_year, this_year, this_year, NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), this_year);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb),
                         asking_new (page, person, 0), asking_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
