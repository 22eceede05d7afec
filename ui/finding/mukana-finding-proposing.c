/* mukana-finding-proposing.c: those who are chosen are proposed, after a question.
 *
 * Somebody may withdraw while the question is open.  Whoever does is struck out in it, because they
 * are called by what it shows; and after the deed it is told who was not asked, and why.
 */

#include "ui/finding/mukana-finding-proposing.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-unasking.h"
#include "ui/finding/mukana-choice-dialog.h"
#include "ui/kit/mukana-reason-words.h"

#define PROPOSING "proposing"   /* of the dialog: Proposing */

typedef struct
{
  MukanaPage          *page;
  MukanaFindingChoice *choice;      /* borrowed: of the page */
  gint64               request_id;
  GArray              *ids;         /* gint64: those it shows and who are to be asked */
  GPtrArray           *names;       /* char *, of those */
  GString             *left;        /* "Berta Virtanen (has withdrawn)", apart by commas */
} Proposing;

static void
free_proposing (gpointer data)
{
  Proposing *self = data;

  g_object_unref (self->page);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->names);
  g_string_free (self->left, TRUE);
  g_free (self);
}

/* What was proposed, and who was not. */
typedef struct
{
  MukanaPage *page;
  char       *left;
} Deed;

static void
proposed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autofree Deed *deed = data;
  g_autoptr (MukanaPage) page = deed->page;
  g_autofree char *left = deed->left;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  g_autofree char *sentence = NULL, *told = NULL;

  if (error != NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Proposed to %u person",
                                           "Proposed to %u people", ids->len), ids->len);
  /* Translators: a sentence, then names, each with why they were not asked */
  told = *left != '\0' ? g_strdup_printf (_("%1$s. Not asked: %2$s"), sentence, left)
                       : g_strdup (sentence);
  mukana_page_did (page, told, mukana_step_new (sentence, &mukana_proposing_take_back_job,
                                                g_array_ref (ids),
                                                (GDestroyNotify) g_array_unref));
}

static void
propose (Proposing *self,
         GtkWidget *dialog)
{
  GtkWidget *times = mukana_choice_dialog_peek_times (dialog);
  g_autofree char *words = mukana_reason_words_dup_told (dialog);
  MukanaProposing *proposing;
  Deed *deed;

  if (times != NULL)
    mukana_finding_choice_wish (self->choice, mukana_open_times_box_get (times));
  proposing = mukana_finding_choice_dup_proposing (self->choice, self->request_id,
                                                   mukana_reason_words_peek_chosen (dialog));
  mukana_proposing_explain (proposing, words);
  deed = g_new0 (Deed, 1);
  deed->page = g_object_ref (self->page);
  deed->left = g_strdup (self->left->str);
  mukana_page_run_async (self->page, &mukana_proposing_job, proposing,
                         (GDestroyNotify) mukana_proposing_free, proposed_cb, deed);
}

static void
answered_cb (GtkWidget  *dialog,
             const char *response)
{
  Proposing *self = g_object_get_data (G_OBJECT (dialog), PROPOSING);
  g_autofree char *nobody = NULL;

  if (!g_str_equal (response, "propose"))
    return;

  if (self->choice->people->len > 0)
    propose (self, dialog);
  else
    {
      /* Translators: names, each with why they were not asked */
      nobody = g_strdup_printf (_("Nobody was asked: %s"), self->left->str);
      mukana_page_toast (self->page, nobody);
    }
}

/** mukana_finding_proposing_new: Returns: (transfer none): the question, not presented yet; it
 * answers itself */
GtkWidget *
mukana_finding_proposing_new (MukanaPage              *page,
                              MukanaFindingChoice     *choice,
                              const MukanaRequestFile *file,
                              gint64                   request_id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autoptr (GArray) ways = mukana_finding_choice_dup_ways (choice);
  g_autoptr (GPtrArray) times = mukana_open_times_new (file, ways);
  Proposing *self = g_new0 (Proposing, 1);
  GtkWidget *dialog;

  if (times->len == 1)   /* the others are closed, because somebody is asked already */
    mukana_finding_choice_wish (choice, ((MukanaOpenTime *) g_ptr_array_index (times, 0))->way);
  dialog = mukana_choice_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, choice,
                                     times);
  self->page = g_object_ref (page);
  self->choice = choice;
  self->request_id = request_id;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->left = g_string_new (NULL);
  for (guint i = 0; i < choice->people->len; i++)
    {
      const MukanaChosen *chosen = g_ptr_array_index (choice->people, i);

      g_array_append_val (self->ids, chosen->person_id);
      g_ptr_array_add (self->names, g_strdup (chosen->name));
    }
  g_object_set_data_full (G_OBJECT (dialog), PROPOSING, self, free_proposing);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), NULL);
  return dialog;
}

/** mukana_finding_proposing_follow: @gone: (element-type gint64): who has withdrawn; those who are
 * chosen no more are struck out */
void
mukana_finding_proposing_follow (GtkWidget  *dialog,
                                 GHashTable *gone)
{
  Proposing *self = g_object_get_data (G_OBJECT (dialog), PROPOSING);

  for (guint i = self->ids->len; i-- > 0; )
    {
      gint64 id = g_array_index (self->ids, gint64, i);
      const char *why = g_hash_table_contains (gone, &id) ? _("has withdrawn the consent")
                                                          : _("is asked already");
      g_autofree char *struck = NULL;

      if (mukana_finding_choice_find (self->choice, id) != NULL)
        continue;

      /* Translators: why somebody is not asked */
      struck = g_strdup_printf (_("Is not asked: %s"), why);
      mukana_choice_dialog_strike (dialog, id, struck);
      g_string_append_printf (self->left, "%s%s (%s)", self->left->len > 0 ? ", " : "",
                              (const char *) g_ptr_array_index (self->names, i), why);
      g_array_remove_index (self->ids, i);
      g_ptr_array_remove_index (self->names, i);
    }
}
