/* mukana-programme-page.c: the programme of participation: what was promised, who answers, how
 * far it is.
 */

#include "ui/programme/mukana-programme-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-programme-file.h"
#include "ui/kit/mukana-file-name.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-wrap-box.h"
#include "ui/kit/mukana-writing-out.h"
#include "ui/programme/mukana-programme-dialogs.h"
#include "ui/programme/mukana-programme-rows.h"

struct _MukanaProgrammePage
{
  MukanaPage       parent_instance;

  MukanaProgramme *programme;   /* NULL until it is read */
  GtkWidget       *groups;      /* NULL when the page is gone */
};

G_DEFINE_FINAL_TYPE (MukanaProgrammePage, mukana_programme_page, MUKANA_TYPE_PAGE)

/* Loaded only when somebody wishes it: a county has its own. */
static GtkWidget *
make_empty (void)
{
  GtkWidget *card = mukana_layout_card ();
  GtkWidget *example = mukana_layout_button (_("Begin with the example"), NULL,
                                             "programme.example");

  gtk_widget_set_halign (example, GTK_ALIGN_START);
  mukana_layout_card_add (card, mukana_layout_column (6,
    mukana_layout_wrapped (_("No programme yet"), "row-title"),
    mukana_layout_wrapped (_("Priorities, goals and measures, who answers for them, and the "
                             "numbers they are followed by. Add a priority, or begin with the "
                             "29 measures of a published programme (in Finnish) and change "
                             "them to your own."), "second-line"), example, NULL));
  return card;
}

static void
show_programme (MukanaProgrammePage *self)
{
  GPtrArray *priorities = self->programme->priorities;
  GtkWidget *deeds = mukana_wrap_box_new (6, 6);

  mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                          mukana_layout_button (_("Add a _Priority…"), "suggested-action",
                                                "programme.add-priority"));
  if (priorities->len > 0)
    mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                            mukana_layout_button (_("Save as _PDF…"), NULL, "programme.print"));
  mukana_layout_empty (self->groups);
  gtk_box_append (GTK_BOX (self->groups), deeds);
  if (priorities->len > 0)
    gtk_box_append (GTK_BOX (self->groups), mukana_programme_make_summary (self->programme));
  else
    gtk_box_append (GTK_BOX (self->groups), make_empty ());
  for (guint i = 0; i < priorities->len; i++)
    gtk_box_append (GTK_BOX (self->groups),
                    mukana_programme_make_priority (MUKANA_PAGE (self),
                                                    g_ptr_array_index (priorities, i)));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaProgrammePage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaProgramme *programme = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                        &error);

  if (programme == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->programme, mukana_programme_free);
  self->programme = programme;
  if (self->groups != NULL)
    show_programme (self);
}

static void
read_programme (MukanaProgrammePage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_programme_job, NULL, NULL, read_cb,
                         g_object_ref (self));
}

/* Numbers that fill themselves follow the log, statements, assignments and feedback. */
static void
store_changed_cb (MukanaProgrammePage *self,
                  MukanaChangeSet     *changes)
{
  static const MukanaKind followed[] = { MUKANA_KIND_PROGRAMME, MUKANA_KIND_ORGANISATION,
                                         MUKANA_KIND_LOG_ENTRY, MUKANA_KIND_COOPERATION,
                                         MUKANA_KIND_ASSIGNMENT, MUKANA_KIND_FEEDBACK,
                                         MUKANA_KIND_EVERYTHING };
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    for (guint j = 0; j < G_N_ELEMENTS (followed); j++)
      if (list[i].kind == followed[j])
        {
          read_programme (self);
          return;
        }
}

/* ---- Finding what a button is about ---- */

static MukanaPriorityRow *
find_priority (MukanaProgrammePage *self,
               gint64               id)
{
  for (guint i = 0; self->programme != NULL && i < self->programme->priorities->len; i++)
    {
      MukanaPriorityRow *row = g_ptr_array_index (self->programme->priorities, i);

      if (row->priority->id == id)
        return row;
    }

  return NULL;
}

static MukanaGoalRow *
find_goal (MukanaProgrammePage *self,
           gint64               id)
{
  for (guint i = 0; self->programme != NULL && i < self->programme->priorities->len; i++)
    {
      MukanaPriorityRow *priority = g_ptr_array_index (self->programme->priorities, i);

      for (guint j = 0; j < priority->goals->len; j++)
        {
          MukanaGoalRow *row = g_ptr_array_index (priority->goals, j);

          if (row->goal->id == id)
            return row;
        }
    }

  return NULL;
}

static gpointer
find_under (MukanaGoalRow *goal,
            gint64         id,
            gboolean       is_indicator)
{
  for (guint i = 0; i < goal->measures->len; i++)
    {
      MukanaMeasureRow *measure = g_ptr_array_index (goal->measures, i);

      if (!is_indicator && measure->measure->id == id)
        return measure->measure;
      for (guint j = 0; is_indicator && j < measure->indicators->len; j++)
        {
          MukanaIndicatorRow *row = g_ptr_array_index (measure->indicators, j);

          if (row->indicator->id == id)
            return row->indicator;
        }
    }

  return NULL;
}

/* Returns: (nullable): borrowed, a MukanaMeasure or a MukanaIndicator */
static gpointer
find_record (MukanaProgrammePage *self,
             gint64               id,
             gboolean             is_indicator)
{
  gpointer found = NULL;

  for (guint i = 0; self->programme != NULL && i < self->programme->priorities->len; i++)
    {
      MukanaPriorityRow *priority = g_ptr_array_index (self->programme->priorities, i);

      for (guint j = 0; found == NULL && j < priority->goals->len; j++)
        found = find_under (g_ptr_array_index (priority->goals, j), id, is_indicator);
    }

  return found;
}

/* ---- Deeds ---- */

static void
add_priority_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  MukanaProgrammePage *self = MUKANA_PROGRAMME_PAGE (widget);

  if (self->programme != NULL)
    mukana_priority_dialog_present (MUKANA_PAGE (self), NULL,
                                    self->programme->priorities->len + 1);
}

static void
priority_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  MukanaPriorityRow *row = find_priority (MUKANA_PROGRAMME_PAGE (widget),
                                          g_variant_get_int64 (parameter));

  if (row != NULL)
    mukana_priority_dialog_present (MUKANA_PAGE (widget), row->priority, 0);
}

static void
add_goal_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);
  MukanaPriorityRow *row = find_priority (MUKANA_PROGRAMME_PAGE (widget), id);

  if (row != NULL)
    mukana_goal_dialog_present (MUKANA_PAGE (widget), NULL, id, row->goals->len + 1);
}

static void
goal_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaGoalRow *row = find_goal (MUKANA_PROGRAMME_PAGE (widget), g_variant_get_int64 (parameter));

  if (row != NULL)
    mukana_goal_dialog_present (MUKANA_PAGE (widget), row->goal, 0, 0);
}

static void
add_measure_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  mukana_measure_dialog_present (MUKANA_PAGE (widget), NULL, g_variant_get_int64 (parameter));
}

static void
measure_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaMeasure *measure = find_record (MUKANA_PROGRAMME_PAGE (widget),
                                        g_variant_get_int64 (parameter), FALSE);

  if (measure != NULL)
    mukana_measure_dialog_present (MUKANA_PAGE (widget), measure, 0);
}

static void
add_indicator_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  mukana_indicator_dialog_present (MUKANA_PAGE (widget), NULL, g_variant_get_int64 (parameter));
}

static void
indicator_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MukanaIndicator *indicator = find_record (MUKANA_PROGRAMME_PAGE (widget),
                                            g_variant_get_int64 (parameter), TRUE);

  if (indicator != NULL)
    mukana_indicator_dialog_present (MUKANA_PAGE (widget), indicator, 0);
}

static void
reading_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaIndicator *indicator = find_record (MUKANA_PROGRAMME_PAGE (widget),
                                            g_variant_get_int64 (parameter), TRUE);

  if (indicator != NULL)
    mukana_reading_dialog_present (MUKANA_PAGE (widget), indicator);
}

static void
example_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did (page, _("The example is there, to be changed"),
                     mukana_step_new (_("The example is there, to be changed"),
                                      &mukana_programme_clear_job, NULL, NULL));
}

static void
example_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  mukana_page_run_async (MUKANA_PAGE (widget), &mukana_programme_example_job, NULL, NULL,
                         example_cb, g_object_ref (widget));
}

static const MukanaWritingOut print_way = {
  &mukana_programme_print_job, NULL, (GDestroyNotify) mukana_programme_print_free,
  N_("The programme is saved as PDF"), NULL
};

static gpointer
make_print (gconstpointer  language,
            const char    *path)
{
  return mukana_programme_print_new (language, path);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaPage *page = MUKANA_PAGE (widget);
  const char *language = mukana_context_peek_language (mukana_page_get_context (page));
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));
  g_autofree char *file = mukana_file_name_new (_("participation programme"), NULL, today, 0,
                                                ".pdf");
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the programme"), .name = file,
  };

  mukana_writing_out_ask (page, &print_way, &place, make_print, g_strdup (language), g_free);
}

static void
mukana_programme_page_open (MukanaPage *page,
                            gint64      id)
{
  read_programme (MUKANA_PROGRAMME_PAGE (page));
}

static void
mukana_programme_page_narrow_changed (MukanaPage *page,
                                      gboolean    narrow)
{
  MukanaProgrammePage *self = MUKANA_PROGRAMME_PAGE (page);

  if (self->programme != NULL && self->groups != NULL)
    show_programme (self);
}

static void
mukana_programme_page_constructed (GObject *object)
{
  MukanaProgrammePage *self = MUKANA_PROGRAMME_PAGE (object);

  G_OBJECT_CLASS (mukana_programme_page_parent_class)->constructed (object);

  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_programme_page_dispose (GObject *object)
{
  MUKANA_PROGRAMME_PAGE (object)->groups = NULL;

  G_OBJECT_CLASS (mukana_programme_page_parent_class)->dispose (object);
}

static void
mukana_programme_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_PROGRAMME_PAGE (object)->programme, mukana_programme_free);

  G_OBJECT_CLASS (mukana_programme_page_parent_class)->finalize (object);
}

static void
mukana_programme_page_class_init (MukanaProgrammePageClass *klass)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc activate; } actions[] = {
    { "programme.priority", priority_action },
    { "programme.add-goal", add_goal_action },
    { "programme.goal", goal_action },
    { "programme.add-measure", add_measure_action },
    { "programme.measure", measure_action },
    { "programme.add-indicator", add_indicator_action },
    { "programme.indicator", indicator_action },
    { "programme.reading", reading_action },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_programme_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_programme_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_programme_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_programme_page_open;
  MUKANA_PAGE_CLASS (klass)->narrow_changed = mukana_programme_page_narrow_changed;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, "x", actions[i].activate);
  gtk_widget_class_install_action (widget_class, "programme.add-priority", NULL,
                                   add_priority_action);
  gtk_widget_class_install_action (widget_class, "programme.example", NULL, example_action);
  gtk_widget_class_install_action (widget_class, "programme.print", NULL, print_action);
}

static void
mukana_programme_page_init (MukanaProgrammePage *self)
{
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_page (self->groups));
}

const MukanaPageInfo mukana_programme_page_info = {
  .id = "programme",
  .title = N_("Programme"),
  .icon = "mukana-programme-symbolic",
  .order = 80,
  .get_type = mukana_programme_page_get_type,
};
