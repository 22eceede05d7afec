/* mukana-duplicates-page.c: records that may be one person, with why, and what was merged.
 *
 * Not daily work: opens from the menu of People and by Ctrl+K.
 */

#include "ui/people/mukana-duplicates-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-merging.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-status.h"
#include "ui/people/mukana-merge-dialog.h"

#define GROUP_SPACING_PX 30
#define MAX_PAIRS 100
#define BUTTON_PADDING_PX 9

struct _MukanaDuplicatesPage
{
  MukanaPage        parent_instance;

  MukanaDuplicates *found;      /* NULL until read */
  GWeakRef          question;

  GtkStack         *stack;
  MukanaStatus     *status;
  GtkWidget        *pairs;
  GtkWidget        *merged;
  GtkWidget        *merged_part;
};

G_DEFINE_FINAL_TYPE (MukanaDuplicatesPage, mukana_duplicates_page, MUKANA_TYPE_PAGE)

static char *
dup_reasons (const MukanaPair *pair)
{
  g_autofree const char **sentences = mukana_likeness_sentences (pair->reasons);
  GString *text = g_string_new (NULL);

  for (guint i = 0; sentences[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", _(sentences[i]));

  /* Translators: after the reasons why two records may be one person: "score 80" */
  g_string_append_printf (text, _(", score %d"), pair->score);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_deed (const char *label,
           const char *css_class,
           const char *action,
           GVariant   *target)
{
  GtkWidget *button = mukana_layout_button (label, css_class, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  return button;
}

static GtkWidget *
make_line (MukanaDuplicatesPage *self,
           GtkWidget            *texts,
           GtkWidget            *deeds)
{
  gboolean is_narrow = mukana_page_get_narrow (MUKANA_PAGE (self));
  GtkWidget *line = gtk_box_new (is_narrow ? GTK_ORIENTATION_VERTICAL
                                           : GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (line), mukana_layout_middle (mukana_layout_expand (texts)));
  gtk_box_append (GTK_BOX (line), deeds);
  return line;
}

/* One of a pair: by what it is told from the other, and the way to its page. */
static GtkWidget *
make_record (MukanaDuplicatesPage   *self,
             const MukanaRecordMark *mark)
{
  g_autofree char *words =
    mukana_record_mark_describe (mark, mukana_page_get_context (MUKANA_PAGE (self)));
  g_autofree char *spoken = g_strdup_printf (_("Open %s"), words);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), mukana_layout_wrapped (words, "row-title"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", "person", mark->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_set_tooltip_text (button, _("Open the person’s page"));
  return button;
}

static void
add_pair (MukanaDuplicatesPage *self,
          const MukanaPair     *pair)
{
  g_autofree char *reasons = dup_reasons (pair);
  GtkWidget *why = mukana_layout_wrapped (reasons, "second-line");
  GtkWidget *texts = mukana_layout_column (0, make_record (self, pair->low),
                                           make_record (self, pair->high), why, NULL);
  GtkWidget *deeds =
    mukana_layout_row (12, make_deed (_("_Not the same"), "flat", "duplicates.not-same",
                                      g_variant_new ("(xx)", pair->low_id, pair->high_id)),
                       make_deed (_("_Merge…"), NULL, "duplicates.merge",
                                  g_variant_new ("(xx)", pair->low_id, pair->high_id)), NULL);

  gtk_widget_set_margin_start (why, BUTTON_PADDING_PX);
  mukana_layout_card_add (self->pairs, make_line (self, texts, deeds));
}

static void
add_merged (MukanaDuplicatesPage *self,
            const MukanaMerged   *merged)
{
  g_autofree char *day = mukana_format_day (NULL, merged->day);
  g_autofree char *detail = g_strdup_printf (_("merged %s"), day);
  GtkWidget *texts = mukana_layout_column (2, mukana_layout_wrapped (merged->name, "row-title"),
                                           mukana_layout_wrapped (detail, "second-line"), NULL);

  mukana_layout_card_add (self->merged,
                          make_line (self, texts,
                                     make_deed (_("_Part again"), NULL, "duplicates.part",
                                                g_variant_new_int64 (merged->id))));
}

static void
fill (MukanaDuplicatesPage *self)
{
  mukana_layout_empty (self->pairs);
  mukana_layout_empty (self->merged);
  for (guint i = 0; i < MIN (self->found->pairs->len, MAX_PAIRS); i++)
    add_pair (self, g_ptr_array_index (self->found->pairs, i));
  for (guint i = 0; i < self->found->merged->len; i++)
    add_merged (self, g_ptr_array_index (self->found->merged, i));

  if (self->found->pairs->len == 0)
    mukana_layout_card_add (self->pairs, mukana_layout_wrapped (_("No two records look alike."),
                                                                "second-line"));
  gtk_widget_set_visible (self->merged_part, self->found->merged->len > 0);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaDuplicatesPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaDuplicates *found = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (found != NULL)
    {
      g_clear_pointer (&self->found, mukana_duplicates_free);
      self->found = found;
      fill (self);
      gtk_stack_set_visible_child_name (self->stack, "page");
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      mukana_status_set_error (self->status, mukana_error_view_peek_title (error),
                               mukana_error_view_peek_sentence (error), TRUE);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
}

static void
find_again (MukanaDuplicatesPage *self)
{
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_merging_find_job, NULL, NULL, found_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (MukanaDuplicatesPage *self,
                  MukanaChangeSet      *changes)
{
  guint n_changes;
  const MukanaChange *change = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (change[i].kind == MUKANA_KIND_PERSON || change[i].kind == MUKANA_KIND_EVERYTHING)
      {
        find_again (self);
        return;
      }
}

static void
view_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaDuplicatesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaMergeView) view = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                              &error);
  GtkWidget *question;

  if (view == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  question = mukana_merge_dialog_new (MUKANA_PAGE (self), view);
  g_weak_ref_set (&self->question, question);
  gtk_window_present (GTK_WINDOW (question));
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did_for_good (page, _("Done"));
}

static void
pair_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gboolean merges = g_str_equal (name, "duplicates.merge");
  gint64 low_id, high_id;

  g_variant_get (parameter, "(xx)", &low_id, &high_id);
  mukana_page_run_async (MUKANA_PAGE (widget), merges ? &mukana_merging_view_job
                                                      : &mukana_merging_not_same_job,
                         mukana_merge_order_new (low_id, high_id, NULL),
                         (GDestroyNotify) mukana_merge_order_free,
                         merges ? view_read_cb : done_cb, g_object_ref (widget));
}

static void
part_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  mukana_page_run_async (MUKANA_PAGE (widget), &mukana_merging_undo_job,
                         g_memdup2 (&id, sizeof id), g_free, done_cb, g_object_ref (widget));
}

static void
mukana_duplicates_page_open (MukanaPage *page,
                             gint64      id)
{
  find_again (MUKANA_DUPLICATES_PAGE (page));
}

static void
mukana_duplicates_page_narrow_changed (MukanaPage *page,
                                       gboolean    narrow)
{
  if (MUKANA_DUPLICATES_PAGE (page)->found != NULL)
    fill (MUKANA_DUPLICATES_PAGE (page));
}

static void
mukana_duplicates_page_constructed (GObject *object)
{
  MukanaDuplicatesPage *self = MUKANA_DUPLICATES_PAGE (object);

  G_OBJECT_CLASS (mukana_duplicates_page_parent_class)->constructed (object);

  mukana_page_set_content (MUKANA_PAGE (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_duplicates_page_finalize (GObject *object)
{
  MukanaDuplicatesPage *self = MUKANA_DUPLICATES_PAGE (object);

  g_clear_pointer (&self->found, mukana_duplicates_free);
  g_weak_ref_clear (&self->question);

  G_OBJECT_CLASS (mukana_duplicates_page_parent_class)->finalize (object);
}

static void
mukana_duplicates_page_class_init (MukanaDuplicatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_duplicates_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = mukana_duplicates_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_duplicates_page_open;
  MUKANA_PAGE_CLASS (klass)->narrow_changed = mukana_duplicates_page_narrow_changed;

  gtk_widget_class_install_action (widget_class, "duplicates.merge", "(xx)", pair_action);
  gtk_widget_class_install_action (widget_class, "duplicates.not-same", "(xx)", pair_action);
  gtk_widget_class_install_action (widget_class, "duplicates.part", "x", part_action);
}

static void
mukana_duplicates_page_init (MukanaDuplicatesPage *self)
{
  GtkWidget *groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, GROUP_SPACING_PX);

  g_weak_ref_init (&self->question, NULL);
  self->pairs = mukana_layout_card ();
  self->merged = mukana_layout_card ();
  self->merged_part = mukana_layout_column (6, mukana_layout_heading (_("Merged records"), NULL),
                                            self->merged, NULL);
  gtk_box_append (GTK_BOX (groups),
                  mukana_layout_column (6, mukana_layout_heading (_("Perhaps the same person"),
                                                                  NULL), self->pairs, NULL));
  gtk_box_append (GTK_BOX (groups), self->merged_part);
  self->status = MUKANA_STATUS (mukana_status_new ());
  mukana_status_set_loading (self->status, _("Comparing people"));
  g_signal_connect_swapped (self->status, "deed", G_CALLBACK (find_again), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "status");
  gtk_stack_add_named (self->stack, mukana_layout_page (groups), "page");
}

/** mukana_duplicates_page_peek_question: Returns: (nullable): borrowed, what was asked last */
GtkWidget *
mukana_duplicates_page_peek_question (MukanaDuplicatesPage *self)
{
  g_autoptr (GtkWidget) question = g_weak_ref_get (&self->question);

  return question;   /* GTK holds it for as long as it is open */
}

const MukanaPageInfo mukana_duplicates_page_info = {
  .id = "duplicates",
  .title = N_("Duplicate people"),
  .icon = "mukana-person-symbolic",
  .parent = "people",
  .is_aside = TRUE,
  .get_type = mukana_duplicates_page_get_type,
};
