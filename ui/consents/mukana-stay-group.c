/* mukana-stay-group.c: who has not been heard of for long: they are asked, and answer.
 *
 * That somebody leaves is asked once more, because it cannot be taken back here: what was open
 * is closed with it.  All else can be.
 */

#include "ui/consents/mukana-stay-group.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-staying.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-file-name.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-writing-out.h"

#define MAX_ROWS 100

struct _MukanaStayGroup
{
  GtkWidget   parent_instance;

  MukanaPage *page;        /* weak: holds us; NULL when it is gone and an answer comes late */
  GtkWidget  *group;       /* AdwPreferencesGroup */
  GPtrArray  *rows;        /* in it */
  GPtrArray  *stays;       /* of MukanaStay, one a row; NULL until read */
  gint64      wanted_id;   /* of the person to go to once the rows are there; 0: nobody */
};

G_DEFINE_FINAL_TYPE (MukanaStayGroup, mukana_stay_group, GTK_TYPE_WIDGET)

/* Deeds. */

/* What is being done, to be told and perhaps taken back. */
typedef struct
{
  MukanaPage      *page;
  gint64           person_id;
  const char      *sentence;    /* translated */
  const MukanaJob *back;        /* NULL: it cannot be taken back */
} Doing;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autofree Doing *doing = data;
  g_autoptr (MukanaPage) page = doing->page;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *question = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                         &error);
  MukanaStayDeed *back;

  if (question == NULL)
    mukana_page_fail (page, error);
  else if (doing->back == NULL)
    mukana_page_did_for_good (page, doing->sentence);
  else
    {
      back = mukana_stay_deed_new (doing->person_id);
      back->question_id = *question;
      mukana_page_did (page, doing->sentence,
                       mukana_step_new (doing->sentence, doing->back, back,
                                        (GDestroyNotify) mukana_stay_deed_free));
    }
}

/* @answer: (nullable) */
static void
do_deed (GtkWidget       *widget,
         gint64           person_id,
         const MukanaJob *job,
         const char      *answer,
         const char      *sentence,
         const MukanaJob *back)
{
  MukanaStayGroup *self = MUKANA_STAY_GROUP (widget);
  MukanaStayDeed *deed;
  Doing *doing;

  if (self->page == NULL)
    return;

  deed = mukana_stay_deed_new (person_id);
  deed->answer = g_strdup (answer);
  doing = g_new0 (Doing, 1);
  *doing = (Doing) { g_object_ref (self->page), person_id, sentence, back };
  mukana_page_run_async (self->page, job, deed, (GDestroyNotify) mukana_stay_deed_free, done_cb,
                         doing);
}

static const MukanaWritingOut letter = {
  &mukana_staying_print_job, NULL, (GDestroyNotify) mukana_stay_deed_free,
  N_("The letter is saved, ready to be sent. The answer is awaited."), NULL
};

static gpointer
make_letter (gconstpointer  asked,
             const char    *path)
{
  MukanaStayDeed *deed = mukana_stay_deed_new (*(const gint64 *) asked);

  deed->path = g_strdup (path);
  return deed;
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaStayGroup *self = MUKANA_STAY_GROUP (widget);
  gint64 person_id = g_variant_get_int64 (parameter);
  MukanaDay today = self->page != NULL
                    ? mukana_context_today (mukana_page_get_context (self->page)) : MUKANA_DAY_NONE;
  g_autofree char *file = mukana_file_name_new (_("question about staying"), NULL, today,
                                                person_id, ".pdf");
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the letter"), .name = file,
  };

  if (self->page != NULL)
    mukana_writing_out_ask (self->page, &letter, &place, make_letter,
                            g_memdup2 (&person_id, sizeof person_id), g_free);
}

static void
phone_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  do_deed (widget, g_variant_get_int64 (parameter), &mukana_staying_ask_job, NULL,
           _("Asked by phone. The answer is awaited."), &mukana_staying_unask_job);
}

static void
stays_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  do_deed (widget, g_variant_get_int64 (parameter), &mukana_staying_answer_job, "stays",
           _("They stay in the register"), &mukana_staying_unanswer_job);
}

static void
leaves_answered_cb (GtkWidget  *dialog,
                    const char *response,
                    GtkWidget  *self)
{
  if (g_str_equal (response, "leaves"))
    do_deed (self, *(gint64 *) g_object_get_data (G_OBJECT (dialog), "id"),
             &mukana_staying_answer_job, "leaves",
             _("Consent withdrawn. It holds from now on."), NULL);
}

static const char *
find_name (MukanaStayGroup *self,
           gint64           person_id)
{
  for (guint i = 0; self->stays != NULL && i < self->stays->len; i++)
    {
      const MukanaStay *stay = g_ptr_array_index (self->stays, i);

      if (stay->person_id == person_id)
        return stay->name;
    }

  return "";
}

static void
leaves_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);
  g_autofree char *body =
    g_strdup_printf (_("The consents of %s are withdrawn at once, and what was proposed to them is "
                       "taken back. It cannot be undone."),
                     find_name (MUKANA_STAY_GROUP (widget), id));
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *question = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                _("Does this person leave?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"),
                                    "leaves", _("_Leaves"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "leaves",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_object_set_data_full (G_OBJECT (question), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (leaves_answered_cb), widget, 0);
  gtk_window_present (GTK_WINDOW (question));
}

/* Rows. */

static char *
describe (const MukanaStay *stay)
{
  g_autofree char *active = mukana_format_day (NULL, stay->active_on);
  g_autofree char *asked = mukana_format_day (NULL, stay->asked_on);
  g_autofree char *due = mukana_format_day (NULL, stay->due_on);

  if (stay->question_id == 0)
    /* Translators: the day of the last that was heard of somebody */
    return g_strdup_printf (_("Last heard of %s"), active);

  /* Translators: two days */
  return g_strdup_printf (g_strcmp0 (stay->how, "letter") == 0
                            ? _("Asked by letter %1$s. Without an answer, may be erased from %2$s "
                                "on.")
                            : _("Asked by phone %1$s. Without an answer, may be erased from %2$s "
                                "on."),
                          asked, due);
}

/* @spoken: what it does is the same on every row, so whoever hears it is told for whom. */
static void
add_deed (GtkWidget        *row,
          const MukanaStay *stay,
          const char       *label,
          const char       *spoken,
          const char       *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, spoken);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", stay->person_id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             mukana_layout_spoken (button, spoken, stay->name));
}

static void
add_row (MukanaStayGroup  *self,
         const MukanaStay *stay)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (stay);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stay->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (stay->question_id == 0)
    {
      add_deed (row, stay, _("By phone"), _("Asked by phone"), "stay.phone");
      add_deed (row, stay, _("Letter…"), _("Ask by letter"), "stay.print");
    }
  else
    {
      add_deed (row, stay, _("Leaves"), _("Leaves the register"), "stay.leaves");
      add_deed (row, stay, _("Stays"), _("Stays in the register"), "stay.stays");
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->rows, row);
}

static const char *
describe_all (guint n)
{
  return n == 0 ? _("There is nobody to be asked whether they stay.")
         : n == MAX_ROWS ? _("The hundred who come first. The others follow as these are done.")
         : _("They are asked three months before their data would be erased. Whoever does not say "
             "in time that they stay can then be erased on the page Data protection.");
}

static void
show (MukanaStayGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->stays->len; i++)
    add_row (self, g_ptr_array_index (self->stays, i));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         describe_all (self->stays->len));

  if (self->wanted_id != 0)
    mukana_layout_go_to_deed (GTK_WIDGET (self), "stay.print", self->wanted_id);
  self->wanted_id = 0;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaStayGroup) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *stays = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (stays != NULL)
    {
      g_clear_pointer (&self->stays, g_ptr_array_unref);
      self->stays = stays;
      show (self);
    }
  else if (self->page != NULL)
    mukana_page_fail (self->page, error);
}

static void
mukana_stay_group_dispose (GObject *object)
{
  MukanaStayGroup *self = MUKANA_STAY_GROUP (object);

  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->group, gtk_widget_unparent);

  G_OBJECT_CLASS (mukana_stay_group_parent_class)->dispose (object);
}

static void
mukana_stay_group_finalize (GObject *object)
{
  MukanaStayGroup *self = MUKANA_STAY_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->stays, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_stay_group_parent_class)->finalize (object);
}

static void
mukana_stay_group_class_init (MukanaStayGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_stay_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_stay_group_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "stay.print", "x", print_action);
  gtk_widget_class_install_action (widget_class, "stay.phone", "x", phone_action);
  gtk_widget_class_install_action (widget_class, "stay.stays", "x", stays_action);
  gtk_widget_class_install_action (widget_class, "stay.leaves", "x", leaves_action);
}

static void
mukana_stay_group_init (MukanaStayGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group),
                                   _("Not heard of for long"));
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
}

/** mukana_stay_group_new: Returns: (transfer floating): without rows until it is reloaded */
GtkWidget *
mukana_stay_group_new (MukanaPage *page)
{
  MukanaStayGroup *self = g_object_new (MUKANA_TYPE_STAY_GROUP, NULL);

  g_set_weak_pointer (&self->page, page);
  return GTK_WIDGET (self);
}

void
mukana_stay_group_reload (MukanaStayGroup *self)
{
  int most = MAX_ROWS;

  if (self->page != NULL)
    mukana_page_run_async (self->page, &mukana_staying_list_job, g_memdup2 (&most, sizeof most),
                           g_free, read_cb, g_object_ref (self));
}

/** mukana_stay_group_go_to: focuses the deed of the person, once the rows are read next */
void
mukana_stay_group_go_to (MukanaStayGroup *self,
                         gint64           person_id)
{
  self->wanted_id = person_id;
}
