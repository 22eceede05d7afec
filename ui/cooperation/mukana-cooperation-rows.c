/* mukana-cooperation-rows.c: the groups of the page of cooperation: what waits, who has not been
 * met, points, groups and the year's numbers.
 */

#include "ui/cooperation/mukana-cooperation-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/kit/mukana-wrap-box.h"

/* A list that is longer is on the page of organisations. */
#define MOST_QUIET 10
#define MINUTES_AN_HOUR 60

static MukanaDay
today_of (MukanaPage *page)
{
  return mukana_context_today (mukana_page_get_context (page));
}

static GtkWidget *
make_texts (const char *title,
            const char *detail)
{
  return mukana_layout_expand (mukana_layout_column (0, mukana_layout_wrapped (title, "row-title"),
                                                     mukana_layout_wrapped (detail, "second-line"),
                                                     NULL));
}

static void
row_activated_cb (MukanaPage    *page,
                  GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "organisation");

  if (id != NULL)
    mukana_page_show (page, "organisation", *id);
}

static GtkWidget *
make_card (MukanaPage *page)
{
  GtkWidget *card = mukana_layout_card ();

  g_signal_connect_object (card, "row-activated", G_CALLBACK (row_activated_cb), page,
                           G_CONNECT_SWAPPED);
  return card;
}

static void
add_row (GtkWidget *card,
         GtkWidget *content,
         gint64     organisation_id)
{
  GtkWidget *row = mukana_layout_card_add (card, content);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "organisation",
                          g_memdup2 (&organisation_id, sizeof organisation_id), g_free);
}

/* In a narrow window texts and buttons do not fit abreast. */
static GtkWidget *
make_line (MukanaPage *page,
           GtkWidget  *texts,
           GtkWidget  *first,
           GtkWidget  *second)
{
  GtkWidget *ends = mukana_layout_row (6, first, second, NULL);

  gtk_widget_set_valign (ends, GTK_ALIGN_CENTER);
  if (mukana_page_get_narrow (page))
    return mukana_layout_column (6, texts, ends, NULL);

  return mukana_layout_row (12, texts, ends, NULL);
}

static GtkWidget *
make_due_pill (MukanaDay due,
               MukanaDay today)
{
  g_autofree char *text = due == MUKANA_DAY_NONE ? g_strdup (_("no day"))
                                                 : mukana_format_days_left (due, today);

  return mukana_layout_middle (mukana_pill_keep_whole (mukana_pill_new (
    due != MUKANA_DAY_NONE && due < today ? MUKANA_PILL_WARN : MUKANA_PILL_WAITING, text)));
}

static void
number_activated_cb (MukanaPage    *page,
                     GtkListBoxRow *row)
{
  const char *route = g_object_get_data (G_OBJECT (row), "route");

  if (route != NULL)
    mukana_page_show (page, route, 0);
}

/* @route: (nullable): the page that lists what the number counts */
static void
add_number (GtkWidget  *card,
            const char *label,
            gint64      number,
            const char *route)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkWidget *row = mukana_layout_card_add (card, mukana_layout_row (
    12, mukana_layout_expand (mukana_layout_wrapped (label, NULL)),
    mukana_layout_text (text, "row-title"), next, NULL));

  gtk_widget_set_opacity (next, route != NULL ? 1 : 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), route != NULL);
  g_object_set_data (G_OBJECT (row), "route", (gpointer) route);
}

GtkWidget *
mukana_cooperation_make_numbers (MukanaPage            *page,
                                 MukanaCooperationDesk *desk)
{
  GtkWidget *card = mukana_layout_card ();
  const MukanaCooperationYear *numbers = &desk->numbers;
  g_autofree char *title = g_strdup_printf (_("Year %d in numbers"), desk->year);

  g_signal_connect_object (card, "row-activated", G_CALLBACK (number_activated_cb), page,
                           G_CONNECT_SWAPPED);
  add_number (card, _("Entries in the log of cooperation"), numbers->n_deeds, "log");
  add_number (card, _("Statements asked"), numbers->n_asked, "statements");
  add_number (card, _("Statements given"), numbers->n_given, "statements");
  add_number (card, _("Hearings"), numbers->n_hearings, "statements");
  add_number (card, _("Wellbeing referrals"), numbers->n_referrals, NULL);
  add_number (card, _("Encounters"), numbers->n_encounters, NULL);
  add_number (card, _("Theme days"), numbers->n_theme_days, NULL);
  return mukana_layout_column (6, mukana_layout_heading (title, NULL), card, NULL);
}

static void
add_task (GtkWidget      *card,
          MukanaPage     *page,
          MukanaLogEntry *task)
{
  const char *deed = task->next_deed != NULL ? task->next_deed : task->summary;
  g_autofree char *detail = task->next_who != NULL
    ? g_strdup_printf ("%s, %s", task->organisation_name, task->next_who)
    : g_strdup (task->organisation_name);

  add_row (card, make_line (page, make_texts (deed, detail),
                            make_due_pill (task->next_day, today_of (page)),
                            mukana_layout_deed_of (_("Mark done"), "flat", "cooperation.done",
                                                   task->id, deed)),
           task->organisation_id);
}

GtkWidget *
mukana_cooperation_make_tasks (MukanaPage            *page,
                               MukanaCooperationDesk *desk)
{
  GtkWidget *card = make_card (page);

  for (guint i = 0; i < desk->tasks->len; i++)
    add_task (card, page, g_ptr_array_index (desk->tasks, i));
  if (desk->tasks->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("Nothing is left to do. What is agreed as the next step in the log comes here."),
      "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (_("Next steps"),
    mukana_layout_button (_("_Log cooperation…"), "suggested-action", "app.log")), card,
    NULL);
}

static void
add_line (GtkWidget      *card,
          MukanaPage     *page,
          MukanaLogEntry *entry)
{
  g_autofree char *day = mukana_format_day (NULL, entry->day);
  g_autofree char *with = entry->with != NULL && *entry->with != '\0'
                          ? g_strdup_printf (_("also took part: %s"), entry->with) : NULL;
  g_autofree char *detail = g_strjoin (", ", entry->organisation_name,
                                       mukana_code_label (mukana_log_kinds, entry->kind), day,
                                       with, NULL);

  add_row (card, make_line (page, make_texts (entry->summary, detail),
                            mukana_layout_deed_of (_("Change…"), "flat", "cooperation.log-line",
                                                   entry->id, entry->summary),
                            NULL), entry->organisation_id);
}

/* What may be shown asks no right to change anything. */
static GtkWidget *
make_show_all (void)
{
  GtkWidget *button = mukana_layout_button (_("S_how All and Search"), "flat", NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", "log", (gint64) 0);
  return button;
}

GtkWidget *
mukana_cooperation_make_log (MukanaPage            *page,
                             MukanaCooperationDesk *desk)
{
  GtkWidget *card = make_card (page);

  for (guint i = 0; i < desk->log->len; i++)
    add_line (card, page, g_ptr_array_index (desk->log, i));
  if (desk->log->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("Nothing is logged yet. Press Ctrl+L wherever you are."), "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (_("Newest in the log"), make_show_all ()),
                               card, NULL);
}

static void
add_ending (GtkWidget       *card,
            MukanaPage      *page,
            MukanaAgreement *agreement,
            gint64           index)
{
  const char *title = agreement->title != NULL ? agreement->title : _("Cooperation agreement");
  g_autofree char *until = mukana_format_day (NULL, agreement->until_day);
  g_autofree char *detail = g_strdup_printf (_("%1$s, until %2$s"), agreement->organisation_name,
                                             until);

  add_row (card, make_line (page, make_texts (title, detail),
                            make_due_pill (agreement->until_day, today_of (page)),
                            mukana_layout_deed_of (_("Goes on or ends…"), "flat",
                                                   "cooperation.settle", index, title)),
           agreement->organisation_id);
}

GtkWidget *
mukana_cooperation_make_ending (MukanaPage            *page,
                                MukanaCooperationDesk *desk)
{
  GtkWidget *card = make_card (page);

  for (guint i = 0; i < desk->ending->len; i++)
    add_ending (card, page, g_ptr_array_index (desk->ending, i), i);
  if (desk->ending->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("No agreement or grant ends within 30 days."), "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (_("Agreements end within 30 days"), NULL),
                               card, NULL);
}

static void
add_statement (GtkWidget              *card,
               MukanaPage             *page,
               MukanaStatementRequest *statement)
{
  g_autofree char *asked = mukana_format_day (NULL, statement->asked_on);
  g_autofree char *detail = g_strdup_printf (_("%1$s, requested %2$s"),
                                             statement->organisation_name, asked);

  add_row (card, make_line (page, make_texts (statement->about, detail),
                            make_due_pill (statement->due_on, today_of (page)),
                            mukana_layout_deed_of (_("Given…"), "flat", "cooperation.given",
                                                   statement->id, statement->about)),
           statement->organisation_id);
}

GtkWidget *
mukana_cooperation_make_statements (MukanaPage            *page,
                                    MukanaCooperationDesk *desk)
{
  GtkWidget *card = make_card (page);

  for (guint i = 0; i < desk->statements->len; i++)
    add_statement (card, page, g_ptr_array_index (desk->statements, i));
  if (desk->statements->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("No statement is awaited. One can be asked of several organisations at once."),
      "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (_("Statements asked"),
    mukana_layout_button (_("As_k…"), "flat", "cooperation.ask")), card, NULL);
}

GtkWidget *
mukana_cooperation_make_quiet (MukanaPage            *page,
                               MukanaCooperationDesk *desk)
{
  GtkWidget *card = make_card (page);
  g_autofree char *title = g_strdup_printf (_("Not contacted for %1$d months: %2$d"),
                                            MUKANA_QUIET_MONTHS, (int) desk->quiet->len);

  for (guint i = 0; i < MIN (desk->quiet->len, MOST_QUIET); i++)
    {
      const MukanaQuiet *quiet = g_ptr_array_index (desk->quiet, i);
      g_autofree char *day = mukana_format_day (NULL, quiet->last_on);
      g_autofree char *detail = quiet->last_on == MUKANA_DAY_NONE
        ? g_strdup (_("never")) : g_strdup_printf (_("last contact %s"), day);

      add_row (card, make_texts (quiet->name, detail), quiet->id);
    }
  if (desk->quiet->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (_("Everybody has been contacted."),
                                                         "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (title, NULL), card, NULL);
}

/* Points. */

static char *
describe_point (MukanaPage            *page,
                MukanaCooperationDesk *desk,
                MukanaOlkaPoint       *point)
{
  g_autofree char *hours = mukana_format_minutes ((int) point->opens_minute,
                                                  (int) point->closes_minute);
  g_autofree char *last = NULL;
  gint64 n_encounters = 0;
  MukanaDay last_day = MUKANA_DAY_NONE;
  const char *place = point->municipality_code == NULL ? _("place not told")
    : mukana_lexicon_label (mukana_context_peek_vocabulary (mukana_page_get_context (page)),
                            MUKANA_LEXICON_MUNICIPALITY, point->municipality_code);

  for (guint i = 0; i < desk->days->len; i++)
    {
      MukanaOlkaDay *day = g_ptr_array_index (desk->days, i);

      if (day->point_id != point->id)
        continue;
      n_encounters += day->n_encounters;
      last_day = MAX (last_day, day->day);
    }

  last = mukana_format_day (NULL, last_day);
  if (last_day == MUKANA_DAY_NONE)
    /* Translators: municipality, opening hours */
    return g_strdup_printf (_("%1$s, open %2$s, no encounters counted this year"), place, hours);

  /* Translators: municipality, opening hours, how many this year, the last counted day */
  return g_strdup_printf (_("%1$s, open %2$s, encounters this year %3$d, last counted %4$s"), place,
                          hours, (int) n_encounters, last);
}

static void
add_theme_days (GtkWidget             *card,
                MukanaPage            *page,
                MukanaCooperationDesk *desk,
                MukanaOlkaPoint       *point)
{
  for (guint i = 0; i < desk->theme_days->len; i++)
    {
      MukanaThemeDay *day = g_ptr_array_index (desk->theme_days, i);
      g_autofree char *when = mukana_format_weekday (day->day);
      g_autofree char *detail = day->title != NULL
        ? g_strdup_printf ("%s, %s", day->organisation_name, day->title)
        : g_strdup (day->organisation_name);

      if (day->point_id == point->id)
        mukana_layout_card_add (card, mukana_layout_row (12, make_texts (when, detail),
          mukana_layout_deed_of (_("Change…"), "flat", "cooperation.theme-day", day->id, when),
          mukana_record_deed_button (page, day, _("Cancel the theme day"),
                                     _("Theme day cancelled")), NULL));
    }
}

GtkWidget *
mukana_cooperation_make_points (MukanaPage            *page,
                                MukanaCooperationDesk *desk)
{
  GtkWidget *column = mukana_layout_column (6, mukana_layout_heading (_("OLKA points"),
    mukana_layout_deed (_("Add…"), "flat", "cooperation.point", 0)), NULL);

  for (guint i = 0; i < desk->points->len; i++)
    {
      MukanaOlkaPoint *point = g_ptr_array_index (desk->points, i);
      GtkWidget *card = mukana_layout_card ();
      g_autofree char *words = describe_point (page, desk, point);
      GtkWidget *deeds = mukana_wrap_box_new (6, 6);

      mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                              mukana_layout_deed_of (_("Count encounters…"), "flat",
                                                     "cooperation.count", point->id, point->name));
      mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                              mukana_layout_deed_of (_("Book a theme day…"), "flat",
                                                     "cooperation.book", point->id, point->name));
      mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                              mukana_layout_deed_of (_("Add a shift…"), "flat",
                                                     "cooperation.shift", point->id, point->name));
      mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                              mukana_layout_deed_of (_("Change…"), "flat", "cooperation.point",
                                                     point->id, point->name));
      mukana_layout_card_add (card, mukana_layout_column (6, make_texts (point->name, words),
                                                          deeds, NULL));
      add_theme_days (card, page, desk, point);
      gtk_box_append (GTK_BOX (column), card);
    }
  if (desk->points->len == 0)
    {
      GtkWidget *card = mukana_layout_card ();

      mukana_layout_card_add (card, mukana_layout_wrapped (
        _("No points yet. A point has opening hours, encounters by day and theme days of "
          "organisations."), "second-line"));
      gtk_box_append (GTK_BOX (column), card);
    }
  return column;
}

/* Volunteers. */

static void
add_shift (GtkWidget   *card,
           MukanaPage  *page,
           MukanaShift *shift)
{
  g_autofree char *day = mukana_format_weekday (shift->day);
  g_autofree char *hours = mukana_format_minutes ((int) shift->start_minute,
                                                  (int) shift->end_minute);
  g_autofree char *detail = g_strdup_printf ("%s %s, %s", day, hours, shift->point_name);
  GtkWidget *pill = shift->is_allowed ? mukana_pill_new (MUKANA_PILL_OK, _("Agreed"))
                                      : mukana_pill_new (MUKANA_PILL_BAD, _("No consent"));

  mukana_layout_card_add (card, make_line (page, make_texts (shift->display_name, detail),
    mukana_layout_middle (pill),
    mukana_layout_deed_of (_("Cancel the shift"), "flat", "cooperation.cancel-shift", shift->id,
                           shift->display_name)));
}

GtkWidget *
mukana_cooperation_make_roster (MukanaPage   *page,
                                MukanaRoster *roster)
{
  GtkWidget *card = mukana_layout_card ();
  g_autofree char *hours = g_strdup_printf (_("Volunteers' shifts, hours this year: %d"),
                                            (int) (roster->minutes / MINUTES_AN_HOUR));

  for (guint i = 0; i < roster->shifts->len; i++)
    add_shift (card, page, g_ptr_array_index (roster->shifts, i));
  if (roster->shifts->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("No shifts are coming. They are agreed at a point."), "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (hours, NULL), card, NULL);
}

/* Groups. */

static char *
describe_group (MukanaCooperationGroup *group)
{
  g_autofree char *from = mukana_format_day (NULL, group->term_from);
  g_autofree char *until = mukana_format_day (NULL, group->term_until);
  g_autoptr (GString) text = g_string_new (mukana_code_label (mukana_group_kinds, group->kind));

  /* Nobody has said how many. */
  if (group->n_members > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%d member", "%d members",
                                                 (gulong) group->n_members),
                              (int) group->n_members);
    }
  if (group->n_organisations > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%d organisation",
                                                 "%d organisations",
                                                 (gulong) group->n_organisations),
                              (int) group->n_organisations);
    }
  if (group->term_from != MUKANA_DAY_NONE || group->term_until != MUKANA_DAY_NONE)
    g_string_append_printf (text, ", %s–%s", from, until);
  g_string_append (text, ", ");
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "met once this year",
                                             "met %d times this year",
                                             (gulong) group->n_meetings), (int) group->n_meetings);
  return g_strdup (text->str);
}

GtkWidget *
mukana_cooperation_make_groups (MukanaPage            *page,
                                MukanaCooperationDesk *desk)
{
  GtkWidget *card = mukana_layout_card ();

  for (guint i = 0; i < desk->groups->len; i++)
    {
      MukanaCooperationGroup *group = g_ptr_array_index (desk->groups, i);
      g_autofree char *words = describe_group (group);

      mukana_layout_card_add (card, make_line (page, make_texts (group->name, words),
        mukana_layout_deed_of (_("Meeting…"), "flat", "cooperation.meeting", group->id,
                               group->name),
        mukana_layout_deed_of (_("Change…"), "flat", "cooperation.group", group->id,
                               group->name)));
    }
  if (desk->groups->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("No groups yet. Councils, panels, prototypes and networks: their members are a number."),
      "second-line"));
  return mukana_layout_column (6, mukana_layout_heading (_("Groups"),
    mukana_layout_deed (_("Add…"), "flat", "cooperation.group", 0)), card, NULL);
}
