/* mukana-journal-page.c: the usage log: who did what to which record, and when.
 *
 * Opens from the menu, or from a person's menu with that person's rows alone.  A row
 * opens its record.  Whether anybody has written in the log is checked off the main
 * thread, and said in a sentence at the foot of the page.
 */

#include "ui/journal/mukana-journal-page.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-journal-file.h"
#include "ui/journal/mukana-journal-words.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/kit/mukana-row-list.h"
#include "ui/kit/mukana-row.h"
#include "ui/kit/mukana-wrap-box.h"
#include "ui/kit/mukana-writing-out.h"

/* Days to look back on; 0: all. */
static const struct
{
  const char *label;
  int         n_days;
} periods[] = {
  { N_("All days"), 0 },
  { N_("Today"), 1 },
  { N_("Last 7 days"), 7 },
  { N_("Last 30 days"), 30 },
  { N_("Last 12 months"), 365 },
};

struct _MukanaJournalPage
{
  MukanaPage     parent_instance;

  gint64         person_id;    /* whose rows are shown; 0: everybody's */
  GPtrArray     *actors;       /* char *, as in the drop-down from its second row on */

  MukanaRowList *list;
  GtkDropDown   *deeds;        /* its first row is all kinds */
  GtkDropDown   *users;        /* its first row is everybody */
  GtkDropDown   *period;
  GtkWidget     *person;       /* a button that lets the person go */
  GtkLabel      *person_name;
  GtkWidget     *verify;
  GtkLabel      *verdict;
};

G_DEFINE_FINAL_TYPE (MukanaJournalPage, mukana_journal_page, MUKANA_TYPE_PAGE)

static gpointer
copy_filter (gpointer filter)
{
  return mukana_journal_filter_copy (filter);
}

static void
free_filter (gpointer filter)
{
  mukana_journal_filter_free (filter);
}

static const MukanaRowSource rows = {
  .ids = &mukana_journal_ids_job,
  .rows = &mukana_journal_rows_job,
  .copy_filter = copy_filter,
  .free_filter = free_filter,
  .kind = MUKANA_KIND_EVERYTHING,   /* rows of the log are never removed */
  .follows = G_MAXUINT,             /* whatever is done is a row more */
};

static const MukanaRowListWords words = {
  .icon_name = "mukana-clock-symbolic",
  .empty_title = N_("The log is empty"),
  .empty_description = N_("Every change, look, search, export and unlock comes here."),
};

static GtkWidget *
make_deed (void)
{
  return mukana_layout_two_lines ("", " ");
}

static void
fill_deed (GtkWidget     *cell,
           gpointer       record,
           MukanaContext *context)
{
  GtkWidget *first = gtk_widget_get_first_child (cell);
  g_autofree char *deed = mukana_journal_describe_deed (record);
  g_autofree char *about = mukana_journal_words_record (record);

  gtk_label_set_label (GTK_LABEL (first), deed);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), about);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (first), *about != '\0');
}

/* In a narrow list the second line says who and when instead of having columns for them. */
static void
fill_narrow (GtkWidget     *cell,
             gpointer       record,
             MukanaContext *context)
{
  MukanaJournalRow *row = record;
  GtkWidget *first = gtk_widget_get_first_child (cell);
  g_autofree char *deed = mukana_journal_describe_deed (row);
  g_autofree char *about = mukana_journal_words_record (row);
  g_autofree char *when = mukana_journal_words_when (row->at);
  g_autofree char *second = *about != '\0'
                            ? g_strdup_printf ("%s · %s · %s", when, row->actor, about)
                            : g_strdup_printf ("%s · %s", when, row->actor);

  gtk_label_set_label (GTK_LABEL (first), deed);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), second);
}

static GtkWidget *
make_text (void)
{
  return mukana_layout_text ("", NULL);
}

static void
fill_when (GtkWidget     *cell,
           gpointer       record,
           MukanaContext *context)
{
  g_autofree char *when = mukana_journal_words_when (MUKANA_JOURNAL_ROW (record)->at);

  gtk_label_set_label (GTK_LABEL (cell), when);
}

static void
fill_actor (GtkWidget     *cell,
            gpointer       record,
            MukanaContext *context)
{
  gtk_label_set_label (GTK_LABEL (cell), MUKANA_JOURNAL_ROW (record)->actor);
}

static const MukanaColumn columns[] = {
  { N_("When"), 130, FALSE, MUKANA_COLUMN_WIDE, make_text, fill_when },
  { N_("What"), 0, TRUE, MUKANA_COLUMN_WIDE, make_deed, fill_deed },
  { N_("What"), 0, TRUE, MUKANA_COLUMN_NARROW, make_deed, fill_narrow },
  { N_("Who"), 150, FALSE, MUKANA_COLUMN_WIDE, make_text, fill_actor },
};

static gpointer
make_filter (const char *needle,
             const char *order,
             gpointer    data)
{
  MukanaJournalPage *self = data;
  MukanaJournalFilter *filter = mukana_journal_filter_new ();
  guint user = gtk_drop_down_get_selected (self->users);
  int n_days = periods[gtk_drop_down_get_selected (self->period)].n_days;

  filter->needle = needle != NULL && *needle != '\0' ? g_strdup (needle) : NULL;
  filter->order = g_strdup (order);
  filter->group = (int) gtk_drop_down_get_selected (self->deeds) - 1;
  filter->person_id = self->person_id;
  if (user > 0 && self->actors != NULL && user <= self->actors->len)
    filter->actor = g_strdup (g_ptr_array_index (self->actors, user - 1));
  if (n_days > 0)
    filter->from_day = mukana_context_today (mukana_page_get_context (MUKANA_PAGE (self))) -
                       (n_days - 1);
  return filter;
}

static gboolean
is_filtered (MukanaJournalPage *self)
{
  return gtk_drop_down_get_selected (self->deeds) > 0 ||
         gtk_drop_down_get_selected (self->users) > 0 ||
         gtk_drop_down_get_selected (self->period) > 0 || self->person_id != 0;
}

static void
filter_changed_cb (MukanaJournalPage *self)
{
  mukana_row_list_set_filtered (self->list, is_filtered (self));
  mukana_row_list_refresh (self->list);
}

/* A commit that changed no record is of looks alone, which the list does not follow. */
static void
store_changed_cb (MukanaJournalPage *self,
                  MukanaChangeSet   *changes)
{
  guint n_changes;

  mukana_change_set_peek (changes, &n_changes);
  if (n_changes == 0)
    mukana_row_model_reload (mukana_row_list_get_model (self->list));
}

static void
let_person_go (MukanaJournalPage *self)
{
  self->person_id = 0;
  gtk_widget_set_visible (self->person, FALSE);
  mukana_page_set_subtitle (MUKANA_PAGE (self), NULL);
  filter_changed_cb (self);
}

static void
clear_cb (MukanaJournalPage *self)
{
  mukana_page_set_search_text (MUKANA_PAGE (self), "");
  gtk_drop_down_set_selected (self->deeds, 0);
  gtk_drop_down_set_selected (self->users, 0);
  gtk_drop_down_set_selected (self->period, 0);
  let_person_go (self);
}

static void
opened_cb (MukanaJournalPage *self,
           gint64             id)
{
  MukanaRowModel *model = mukana_row_list_get_model (self->list);
  int position = mukana_row_model_find (model, id);
  g_autoptr (MukanaRow) row = position >= 0 ? g_list_model_get_item (G_LIST_MODEL (model),
                                                                     (guint) position) : NULL;
  MukanaJournalRow *record = row ? mukana_row_get_record (row) : NULL;
  const char *page = record ? mukana_journal_words_page (record) : NULL;

  if (page != NULL)
    mukana_page_show (MUKANA_PAGE (self), page, record->record_id);
}

/* Who has done anything, for the drop-down. */

static void
actors_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (MukanaJournalPage) self = data;
  /* Without them the list can be narrowed by all else. */
  GPtrArray *actors = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);
  GtkStringList *names;

  if (actors == NULL)
    return;

  g_clear_pointer (&self->actors, g_ptr_array_unref);
  self->actors = actors;
  names = GTK_STRING_LIST (gtk_drop_down_get_model (self->users));
  gtk_string_list_splice (names, 1, g_list_model_get_n_items (G_LIST_MODEL (names)) - 1, NULL);
  for (guint i = 0; i < actors->len; i++)
    gtk_string_list_append (names, g_ptr_array_index (actors, i));
}

static void
name_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaJournalPage) self = data;
  g_autofree char *name = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);
  g_autofree char *number = g_strdup_printf ("%s %" G_GINT64_FORMAT, _("Person"), self->person_id);
  const char *shown = name != NULL ? name : number;
  g_autofree char *tip = g_strdup_printf (_("Show the log of everybody and not only of %s"), shown);

  if (self->person_id == 0)
    return;

  mukana_page_set_subtitle (MUKANA_PAGE (self), shown);
  gtk_label_set_label (self->person_name, shown);
  gtk_widget_set_tooltip_text (self->person, tip);
  gtk_widget_set_visible (self->person, TRUE);
}

static void
mukana_journal_page_open (MukanaPage *page,
                          gint64      id)
{
  MukanaJournalPage *self = MUKANA_JOURNAL_PAGE (page);

  mukana_page_run_async (page, &mukana_journal_actors_job, NULL, NULL, actors_read_cb,
                         g_object_ref (self));
  if (id == 0)
    let_person_go (self);
  else
    {
      self->person_id = id;
      mukana_page_run_async (page, &mukana_journal_name_job, g_memdup2 (&id, sizeof id), g_free,
                             name_read_cb, g_object_ref (self));
      filter_changed_cb (self);
    }
}

/* Verifying. */

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MukanaJournalPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree MukanaJournalVerdict *verdict = mukana_store_run_finish (MUKANA_STORE (source),
                                                                      result, NULL, &error);
  g_autofree char *sentence = NULL;

  gtk_widget_set_sensitive (self->verify, TRUE);
  if (verdict == NULL)
    {
      gtk_label_set_label (self->verdict, "");
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  sentence = mukana_journal_describe (verdict);
  gtk_label_set_label (self->verdict, sentence);
  if (verdict->first_bad > 0 || verdict->cut_at_us > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "error");
}

static void
verify_cb (MukanaJournalPage *self)
{
  gtk_widget_set_sensitive (self->verify, FALSE);
  gtk_label_set_label (self->verdict, _("Checking every row…"));
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_journal_verify_job, NULL, NULL, verified_cb,
                         g_object_ref (self));
}

/* A file of what is shown. */

static char *
tell_written (gconstpointer data)
{
  const MukanaJournalFile *file = data;

  return g_strdup_printf (ngettext ("%u row of the log was written to the file",
                                    "%u rows of the log were written to the file", file->n_rows),
                          file->n_rows);
}

static void
free_file (gpointer file)
{
  mukana_journal_file_free (file);
}

static const MukanaWritingOut export_way = {
  .write = &mukana_journal_file_job, .note = &mukana_journal_file_note_job,
  .free_arg = free_file, .tell = tell_written,
};

static gpointer
make_file (gconstpointer filter,
           const char   *path)
{
  return mukana_journal_file_new (filter, path);
}

/** mukana_journal_page_export_to: @path: of a file that is not there; ".pdf" prints, else CSV */
void
mukana_journal_page_export_to (MukanaJournalPage *self,
                               const char        *path)
{
  g_autoptr (MukanaJournalFilter) filter = mukana_row_list_make_filter (self->list);

  mukana_writing_out_run (MUKANA_PAGE (self), &export_way, make_file (filter, path));
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  MukanaJournalPage *self = MUKANA_JOURNAL_PAGE (widget);
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  gboolean is_paper = g_str_equal (action, "journal.print");
  const char * const patterns[] = { is_paper ? "*.pdf" : "*.csv", NULL };
  g_autofree char *day = mukana_day_to_iso (mukana_context_today (context));
  /* Translators: the beginning of the name of a file; small letters, no spaces */
  g_autofree char *name = g_strconcat (_("usage-log"), "-", day, is_paper ? ".pdf" : ".csv", NULL);
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Usage Log as a File"),
    .accept_label = _("_Save"), .name = name,
    .filter_name = is_paper ? _("PDF files") : _("CSV files"), .patterns = patterns,
  };

  mukana_writing_out_ask (MUKANA_PAGE (self), &export_way, &place, make_file,
                          mukana_row_list_make_filter (self->list), free_filter);
}

static void
mukana_journal_page_search_changed (MukanaPage *page,
                                    const char *text)
{
  mukana_row_list_set_needle (MUKANA_JOURNAL_PAGE (page)->list, text);
}

static void
mukana_journal_page_narrow_changed (MukanaPage *page,
                                    gboolean    narrow)
{
  mukana_row_list_set_narrow (MUKANA_JOURNAL_PAGE (page)->list, narrow);
}

static GtkDropDown *
make_drop_down (MukanaJournalPage *self,
                const char        *name,
                const char        *first)
{
  const char * const only[] = { first, NULL };
  GtkWidget *drop = gtk_drop_down_new_from_strings (only);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (drop);
}

static void
add_choice (GtkDropDown *drop,
            const char  *label)
{
  gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (drop)), label);
}

static GtkWidget *
make_filters (MukanaJournalPage *self)
{
  GtkWidget *box = mukana_wrap_box_new (6, 6);

  self->deeds = make_drop_down (self, _("Kind of deed"), _("All deeds"));
  for (int group = 0; group < MUKANA_N_DEED_GROUPS; group++)
    add_choice (self->deeds, _(mukana_journal_group_label ((MukanaDeedGroup) group)));
  self->users = make_drop_down (self, _("User"), _("All users"));
  self->period = make_drop_down (self, _("Days"), _(periods[0].label));
  for (guint i = 1; i < G_N_ELEMENTS (periods); i++)
    add_choice (self->period, _(periods[i].label));

  self->person = gtk_button_new ();
  self->person_name = GTK_LABEL (mukana_layout_text ("", NULL));
  gtk_button_set_child (GTK_BUTTON (self->person), mukana_layout_row (
    6, GTK_WIDGET (self->person_name), gtk_image_new_from_icon_name ("window-close-symbolic"),
    NULL));
  gtk_widget_set_visible (self->person, FALSE);
  g_signal_connect_object (self->person, "clicked", G_CALLBACK (let_person_go), self,
                           G_CONNECT_SWAPPED);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), self->person);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), GTK_WIDGET (self->deeds));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), GTK_WIDGET (self->users));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), GTK_WIDGET (self->period));
  return box;
}

static GtkWidget *
make_foot (MukanaJournalPage *self)
{
  self->verdict = GTK_LABEL (mukana_layout_wrapped (
    _("The rows are chained: nobody can change or remove one unseen."), NULL));
  self->verify = gtk_button_new_with_mnemonic (_("_Verify"));
  gtk_widget_set_valign (self->verify, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->verify, "clicked", G_CALLBACK (verify_cb), self,
                           G_CONNECT_SWAPPED);
  return mukana_layout_margins (
    mukana_layout_row (12, mukana_layout_expand (GTK_WIDGET (self->verdict)), self->verify, NULL),
    12);
}

static GtkWidget *
make_export_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("As a table (CSV)…"), "journal.save-table");
  g_menu_append (menu, _("Print (PDF)…"), "journal.print");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  mukana_menu_tip_set (button, _("Save what is shown"));
  return button;
}

static void
mukana_journal_page_constructed (GObject *object)
{
  MukanaJournalPage *self = MUKANA_JOURNAL_PAGE (object);
  MukanaPage *page = MUKANA_PAGE (object);
  GtkWidget *list, *head;

  G_OBJECT_CLASS (mukana_journal_page_parent_class)->constructed (object);

  list = mukana_row_list_new (mukana_page_get_context (page), &rows, columns,
                              G_N_ELEMENTS (columns), &words);
  self->list = MUKANA_ROW_LIST (list);
  head = mukana_row_list_peek_head (self->list);
  gtk_box_insert_child_after (GTK_BOX (head), mukana_layout_expand (make_filters (self)),
                              gtk_widget_get_first_child (head));
  mukana_page_add_end (page, make_export_menu ());
  mukana_row_list_set_filter (self->list, make_filter, self);
  mukana_row_list_add_order (self->list, "newest", _("Latest first"));
  mukana_row_list_add_order (self->list, "oldest", _("Oldest first"));
  g_signal_connect_object (list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "clear", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mukana_page_get_store (page), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  mukana_page_set_search_hint (page, _("Search by name or number of a record"));
  mukana_page_set_content (page, list);
  mukana_page_set_bottom_bar (page, make_foot (self));
}

static void
mukana_journal_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_JOURNAL_PAGE (object)->actors, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_journal_page_parent_class)->finalize (object);
}

static void
mukana_journal_page_class_init (MukanaJournalPageClass *klass)
{
  MukanaPageClass *page_class = MUKANA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_journal_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = mukana_journal_page_finalize;
  page_class->open = mukana_journal_page_open;
  page_class->search_changed = mukana_journal_page_search_changed;
  page_class->narrow_changed = mukana_journal_page_narrow_changed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "journal.save-table", NULL,
                                   export_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "journal.print", NULL, export_action);
}

static void
mukana_journal_page_init (MukanaJournalPage *self)
{
}

const MukanaPageInfo mukana_journal_page_info = {
  .id = "journal",
  .title = N_("Usage log"),
  .icon = "mukana-clock-symbolic",
  .get_type = mukana_journal_page_get_type,
  .parent = "today",
  .is_aside = TRUE,
};

GtkWidget *
mukana_journal_page_peek_list (MukanaJournalPage *self)
{
  return GTK_WIDGET (self->list);
}
