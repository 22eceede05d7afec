/* mukana-event-rows.c: one event: when and where, what is told, and what came of it. */

#include "ui/events/mukana-event-rows.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-wrap-box.h"


static GtkWidget *
make_texts (const char *title,
            const char *detail)
{
  return mukana_layout_column (0, mukana_layout_wrapped (title, "row-title"),
                               *detail != '\0' ? mukana_layout_wrapped (detail, "second-line")
                                               : NULL, NULL);
}

/* Texts and what stands at their end abreast, or in a narrow window one above the other. */
static GtkWidget *
make_line (MukanaPage *page,
           GtkWidget  *texts,
           GtkWidget  *ends)
{
  if (mukana_page_get_narrow (page))
    return mukana_layout_column (0, texts, ends, NULL);

  gtk_widget_set_valign (ends, GTK_ALIGN_CENTER);
  return mukana_layout_row (12, mukana_layout_expand (texts), ends, NULL);
}

static void
add_part (GStrvBuilder *parts,
          const char   *text)
{
  if (text != NULL && *text != '\0')
    g_strv_builder_add (parts, text);
}

static char *
join (GStrvBuilder *builder)
{
  g_auto (GStrv) parts = g_strv_builder_end (builder);

  return g_strjoinv (", ", parts);
}

static char *
describe_event (MukanaHappening *event)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *price = mukana_format_money (NULL, event->price_cents);
  g_autofree char *done_by = mukana_format_day (NULL, event->done_by);
  g_autofree char *done = g_strdup_printf (_("to be done by %s"), done_by);
  g_autofree char *part = g_strdup_printf (_("%1$s, part %2$d"),
                                           event->series ? event->series : "", (int) event->part);
  g_autofree char *least = g_strdup_printf (_("at least %d min"), (int) event->minimum_minutes);

  add_part (parts, mukana_code_label (mukana_happening_kinds, event->kind));
  add_part (parts, mukana_code_label (mukana_happening_modes, event->mode));
  add_part (parts, event->series != NULL && event->part > 0 ? part : event->series);
  add_part (parts, event->audience);
  add_part (parts, event->facilitators);
  add_part (parts, event->price_cents > 0 ? price : _("free of charge"));
  add_part (parts, event->is_recorded ? _("recorded") : NULL);
  add_part (parts, event->minimum_minutes > 0 ? least : NULL);
  add_part (parts, event->done_by != MUKANA_DAY_NONE ? done : NULL);
  add_part (parts, event->note);
  return join (parts);
}

static char *
describe_place (MukanaPage       *page,
                MukanaOccurrence *occurrence)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  gboolean is_over = occurrence->day < mukana_context_today (mukana_page_get_context (page));
  g_autofree char *came = is_over || occurrence->n_attended > 0
    ? g_strdup_printf (_("registered %1$d, attended %2$d"), (int) occurrence->n_registered,
                       (int) occurrence->n_attended)
    : g_strdup_printf (_("registered %d"), (int) occurrence->n_registered);

  add_part (parts, occurrence->venue);
  add_part (parts, occurrence->address);
  if (occurrence->municipality_code != NULL)
    add_part (parts, mukana_lexicon_label (
      mukana_context_peek_vocabulary (mukana_page_get_context (page)),
      MUKANA_LEXICON_MUNICIPALITY, occurrence->municipality_code));
  add_part (parts, occurrence->link);
  add_part (parts, came);
  if (occurrence->cancelled_on != MUKANA_DAY_NONE)
    add_part (parts, occurrence->cancel_reason);
  return join (parts);
}

/* What is to be known now: until when one may register, or that it is over. */
static GtkWidget *
make_deadline (MukanaPage       *page,
               MukanaHappening  *event,
               MukanaOccurrence *occurrence)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));
  MukanaDay deadline = mukana_happening_deadline (event, occurrence);
  g_autofree char *day = mukana_format_day (NULL, deadline);
  g_autofree char *text = g_strdup_printf (_("Register by %s"), day);

  if (occurrence->cancelled_on != MUKANA_DAY_NONE)
    return mukana_pill_new (MUKANA_PILL_NEUTRAL, _("Cancelled"));
  if (occurrence->day < today)
    return mukana_pill_new (MUKANA_PILL_OK, _("Held"));
  if (deadline == MUKANA_DAY_NONE)
    return mukana_pill_new (MUKANA_PILL_NEUTRAL, _("No registration"));
  if (deadline < today)
    return mukana_pill_new (MUKANA_PILL_NEUTRAL, _("Registration is over"));

  return mukana_pill_new (MUKANA_PILL_WAITING, text);
}

static void
add_occurrence (GtkWidget        *card,
                MukanaPage       *page,
                MukanaHappening  *event,
                MukanaOccurrence *occurrence)
{
  g_autofree char *day = mukana_format_day (NULL, occurrence->day);
  g_autofree char *hours = mukana_format_minutes ((int) occurrence->start_minute,
                                                  (int) occurrence->end_minute);
  g_autofree char *title = g_strdup_printf ("%s %s", day, hours);
  /* An event has several times, and several events may be on a day. */
  g_autofree char *name = g_strdup_printf ("%s, %s", event->title, title);
  g_autofree char *place = describe_place (page, occurrence);
  GtkWidget *deadline =
    mukana_layout_middle (mukana_pill_keep_whole (make_deadline (page, event, occurrence)));
  GtkWidget *deeds = mukana_layout_row (6,
    mukana_layout_deed_of (_("Who comes…"), "flat", "happening.attendance", occurrence->id, name),
    mukana_layout_deed_of (_("Change…"), "flat", "happening.occurrence", occurrence->id, name),
    NULL);

  if (mukana_page_get_narrow (page))
    gtk_widget_set_halign (deadline, GTK_ALIGN_START);
  mukana_layout_card_add (card, make_line (page, make_texts (title, place),
                                           mukana_page_get_narrow (page)
                                             ? mukana_layout_column (0, deadline, deeds, NULL)
                                             : mukana_layout_row (6, deadline, deeds, NULL)));
}

static void
add_agenda_item (GtkWidget        *card,
                 MukanaPage       *page,
                 MukanaAgendaItem *item)
{
  g_autofree char *title = mukana_agenda_item_tell (item);

  mukana_layout_card_add (card, make_line (page,
    make_texts (title, item->speaker != NULL ? item->speaker : ""),
    mukana_layout_deed_of (_("Change…"), "flat", "happening.agenda", item->id, title)));
}

/* What the agenda was, under a word that opens it. */
static void
add_versions (GtkWidget *card,
              GPtrArray *versions)
{
  g_autofree char *label = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%d earlier agenda", "%d earlier agendas",
                 (gulong) versions->len), (int) versions->len);
  GtkWidget *expander = gtk_expander_new (label);
  GtkWidget *column = mukana_layout_column (9, NULL, NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      MukanaAgendaVersion *version = g_ptr_array_index (versions, i);
      g_autofree char *day = mukana_format_day (NULL, version->until_day);
      /* Translators: the day until which an agenda was so, and who changed it then */
      g_autofree char *when = g_strdup_printf (_("Until %s, changed by %s"), day,
                                               version->changed_by);

      gtk_box_append (GTK_BOX (column), mukana_layout_column (3,
        mukana_layout_wrapped (when, "row-title"),
        mukana_layout_wrapped (version->body, "second-line"), NULL));
    }
  gtk_widget_set_margin_top (column, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), column);
  mukana_layout_card_add (card, expander);
}

static void
add_survey (GtkWidget          *card,
            MukanaPage         *page,
            MukanaSurveyResult *result)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *told = mukana_survey_result_tell (result);
  g_autofree char *title = g_strdup_printf ("%s: %s", result->question, told);
  g_autofree char *day = mukana_format_day (NULL, result->asked_on);
  g_autofree char *detail = NULL;

  add_part (parts, result->audience);
  add_part (parts, result->is_estimate ? _("estimated by others") : _("told by themselves"));
  add_part (parts, day);
  detail = join (parts);
  mukana_layout_card_add (card, make_line (page, make_texts (title, detail),
                                           mukana_layout_deed_of (_("Change…"), "flat",
                                                                  "happening.survey", result->id,
                                                                  title)));
}

static GtkWidget *
make_deeds (MukanaHappening *event)
{
  GtkWidget *deeds = mukana_wrap_box_new (6, 6);
  const struct { const char *label, *action; } all[] = {
    { _("Add a time…"), "happening.add-occurrence" },
    { _("Add to the agenda…"), "happening.add-agenda" },
    { _("Add a result…"), "happening.add-survey" },
    { _("Calendar file…"), "happening.calendar" },
    { _("Change…"), "happening.event" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                            mukana_layout_deed_of (all[i].label, "flat", all[i].action, event->id,
                                                   event->title));
  return deeds;
}

/** mukana_event_make: Returns: (transfer floating): a card */
GtkWidget *
mukana_event_make (MukanaPage          *page,
                   MukanaHappeningFile *file)
{
  GtkWidget *card = mukana_layout_card ();
  g_autofree char *words = describe_event (file->event);

  mukana_layout_card_add (card, mukana_layout_column (6, make_texts (file->event->title, words),
                                                      make_deeds (file->event), NULL));
  for (guint i = 0; i < file->occurrences->len; i++)
    add_occurrence (card, page, file->event, g_ptr_array_index (file->occurrences, i));
  for (guint i = 0; i < file->agenda->len; i++)
    add_agenda_item (card, page, g_ptr_array_index (file->agenda, i));
  if (file->versions->len > 0)
    add_versions (card, file->versions);
  for (guint i = 0; i < file->surveys->len; i++)
    add_survey (card, page, g_ptr_array_index (file->surveys, i));
  return card;
}
