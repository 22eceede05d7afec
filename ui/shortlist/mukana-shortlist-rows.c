/* mukana-shortlist-rows.c: candidates with what the unit may know, and what they say of dates. */

#include "ui/shortlist/mukana-shortlist-rows.h"

#include <glib/gi18n-lib.h>

#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-wrap-box.h"

/* Texts and what stands at their end abreast, or in a narrow window one above the other. */
static GtkWidget *
make_line (MukanaPage *page,
           GtkWidget  *texts,
           GtkWidget  *ends)
{
  if (mukana_page_get_narrow (page))
    return mukana_layout_column (6, texts, ends, NULL);

  gtk_widget_set_valign (ends, GTK_ALIGN_CENTER);
  return mukana_layout_row (12, mukana_layout_expand (texts), ends, NULL);
}

/* What stands of them on the paper, in one line. */
static char *
describe (const MukanaShortlistRow *row)
{
  const char *parts[5] = { NULL };
  guint n = 0;

  if (*row->themes != '\0')
    parts[n++] = row->themes;
  if (row->place != NULL)
    parts[n++] = row->place;
  if (*row->languages != '\0')
    parts[n++] = row->languages;
  parts[n++] = row->is_first_timer ? _("first time") : _("has taken part before");
  return g_strjoinv (" · ", (char **) parts);
}

static GtkWidget *
make_state (const MukanaShortlistRow *row)
{
  GtkWidget *pill = mukana_pill_new (MUKANA_PILL_NEUTRAL, _("Not asked"));
  g_autofree char *day = mukana_format_day (NULL, row->candidate->released_on);
  g_autofree char *told = g_strdup_printf (_("Name told %s"), day);

  if (mukana_listed_is_told (row->candidate))
    mukana_pill_set (MUKANA_PILL (pill), MUKANA_PILL_OK, told);
  else if (row->candidate->proposal_state != NULL)
    mukana_work_show_proposal (MUKANA_PILL (pill), row->candidate->proposal_state);
  return mukana_layout_middle (pill);
}

static GtkWidget *
make_deeds (const MukanaShortlistRow *row)
{
  gint64 id = row->candidate->id;
  GtkWidget *deeds = mukana_wrap_box_new (6, 6);
  GtkWidget *drop = mukana_layout_icon_button ("user-trash-symbolic", _("Take off the shortlist"),
                                               "shortlist.drop");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (drop), "x", id);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds), make_state (row));
  if (mukana_listed_may_be_told (row->candidate) && !mukana_listed_is_told (row->candidate))
    mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                            mukana_layout_deed_of (_("Tell the Name…"), "flat",
                                                   "shortlist.release", id, row->candidate->code));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds),
                          mukana_layout_deed_of (_("A Note…"), "flat", "shortlist.note", id,
                                                 row->candidate->code));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds), drop);
  return deeds;
}

static void
add_candidate (GtkWidget                *card,
               MukanaPage               *page,
               const MukanaShortlistRow *row)
{
  MukanaListed *candidate = row->candidate;
  g_autofree char *title = g_strdup_printf ("%s · %s", candidate->code, candidate->display_name);
  g_autofree char *told = describe (row);
  GtkWidget *texts = mukana_layout_column (0, mukana_layout_wrapped (title, "row-title"),
                                           mukana_layout_wrapped (told, "second-line"),
                                           candidate->note != NULL
                                             ? mukana_layout_wrapped (candidate->note, NULL)
                                             : NULL, NULL);

  mukana_layout_card_add (card, make_line (page, texts, make_deeds (row)));
}

/** mukana_shortlist_candidates_new: Returns: (transfer floating): who is on it */
GtkWidget *
mukana_shortlist_candidates_new (MukanaPage            *page,
                                 const MukanaShortlist *list)
{
  GtkWidget *card = mukana_layout_card ();
  GtkWidget *deeds = mukana_wrap_box_new (6, 6);
  GtkWidget *save = mukana_layout_button (_("Save as _PDF…"), NULL, "shortlist.save-pdf");
  GtkWidget *sheet = mukana_layout_button (_("Save as a _Workbook…"), NULL,
                                           "shortlist.save-sheet");

  for (guint i = 0; i < list->rows->len; i++)
    add_candidate (card, page, g_ptr_array_index (list->rows, i));
  if (list->rows->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("Nobody is on the shortlist yet. Tick people under Find People and put them on it."),
      "second-line"));

  mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds), save);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (deeds), sheet);
  gtk_widget_set_visible (deeds, list->rows->len > 0);
  return mukana_layout_column (9, mukana_layout_heading (_("For the unit"), NULL),
                               mukana_layout_wrapped (
                                 _("The unit gets the codes and what is said beside them, without "
                                   "the names. A place or a language is told when at least five "
                                   "share it."), "second-line"),
                               card, deeds, NULL);
}

static const struct { const char *code, *label; } answers[] = {
  { "yes", N_("Yes") }, { "maybe", N_("Maybe") }, { "no", N_("No") },
};

/* By hand: a button whose action has no state does not stay pressed. */
static void
answer_clicked_cb (GtkWidget *button,
                   gpointer   data)
{
  gboolean is_given = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
  GVariant *target = g_object_get_data (G_OBJECT (button), "target");

  gtk_widget_activate_action_variant (button, is_given ? "shortlist.answer"
                                                       : "shortlist.unanswer", target);
}

/* The answer that is given is pressed; pressing it again takes it back. */
static GtkWidget *
make_answers (const MukanaShortlist    *list,
              MukanaPollDay            *poll_day,
              const MukanaShortlistRow *row,
              GVariant                 *focused,
              GtkWidget               **to_focus)
{
  const char *given = mukana_shortlist_peek_answer (list, poll_day->id, row->candidate->id);
  GtkWidget *box = mukana_layout_style (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "linked");

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_(answers[i].label));
      g_autoptr (GVariant) target =
        g_variant_ref_sink (g_variant_new ("(xxs)", poll_day->id, row->candidate->id,
                                           answers[i].code));
      g_autofree char *name = g_strdup_printf ("%s: %s", row->candidate->display_name,
                                               _(answers[i].label));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    g_strcmp0 (given, answers[i].code) == 0);
      g_object_set_data_full (G_OBJECT (button), "target", g_variant_ref (target),
                              (GDestroyNotify) g_variant_unref);
      g_signal_connect (button, "clicked", G_CALLBACK (answer_clicked_cb), NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
      if (focused != NULL && g_variant_equal (focused, target))
        *to_focus = button;
      gtk_box_append (GTK_BOX (box), button);
    }

  return mukana_layout_middle (box);
}

static GtkWidget *
make_day_head (MukanaPage            *page,
               const MukanaShortlist *list,
               MukanaPollDay         *poll_day)
{
  g_autofree char *when = mukana_work_when (poll_day->day, poll_day->start_minute,
                                            poll_day->end_minute);
  g_autofree char *sums = g_strdup_printf (_("yes %1$u, maybe %2$u, no %3$u"),
                                           mukana_shortlist_count (list, poll_day->id, "yes"),
                                           mukana_shortlist_count (list, poll_day->id, "maybe"),
                                           mukana_shortlist_count (list, poll_day->id, "no"));
  GtkWidget *texts = mukana_layout_two_lines (when, sums);
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL,
                                 6);
  GtkWidget *drop = mukana_layout_icon_button ("user-trash-symbolic", _("Remove the date"),
                                               "shortlist.drop-day");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (drop), "x", poll_day->id);
  if (poll_day->chosen_on != MUKANA_DAY_NONE)
    gtk_box_append (GTK_BOX (ends),
                    mukana_layout_middle (mukana_pill_new (MUKANA_PILL_OK, _("Chosen"))));
  else if (list->is_waiting)
    gtk_box_append (GTK_BOX (ends), mukana_layout_deed_of (_("Choose…"), NULL, "shortlist.choose",
                                                           poll_day->id, when));
  gtk_box_append (GTK_BOX (ends), drop);
  return make_line (page, texts, ends);
}

/**
 * mukana_shortlist_poll_new:
 * @focused: (nullable): the target of the button that had the focus
 * @to_focus: (out): that button as it is now
 *
 * Returns: (transfer floating): the dates, each with what everybody says of it
 */
GtkWidget *
mukana_shortlist_poll_new (MukanaPage            *page,
                           const MukanaShortlist *list,
                           GVariant              *focused,
                           GtkWidget            **to_focus)
{
  GtkWidget *column = mukana_layout_column (9, mukana_layout_heading (_("Availability poll"), NULL),
                                            mukana_layout_wrapped (
                                              _("Ask the candidates about two to five dates and "
                                                "record what each says. The date that is chosen "
                                                "becomes the time of the request."),
                                              "second-line"), NULL);
  GtkWidget *add = mukana_layout_button (_("Add a _Date…"), NULL, "shortlist.add-day");
  GtkWidget *own = mukana_layout_button (_("Ask about the Request's _Own Dates"), NULL,
                                         "shortlist.own-days");

  for (guint d = 0; d < list->days->len; d++)
    {
      MukanaPollDay *poll_day = g_ptr_array_index (list->days, d);
      GtkWidget *card = mukana_layout_card ();

      mukana_layout_card_add (card, make_day_head (page, list, poll_day));
      for (guint i = 0; i < list->rows->len; i++)
        {
          const MukanaShortlistRow *row = g_ptr_array_index (list->rows, i);

          mukana_layout_card_add (card, make_line (page,
            mukana_layout_wrapped (row->candidate->display_name, NULL),
            make_answers (list, poll_day, row, focused, to_focus)));
        }
      gtk_box_append (GTK_BOX (column), card);
    }

  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_set_visible (add, list->is_waiting && list->days->len < MUKANA_POLL_MOST_DAYS);
  gtk_widget_set_visible (own, list->is_waiting && list->own_days->len > 0);
  gtk_box_append (GTK_BOX (column), mukana_layout_row (6, own, add, NULL));
  return column;
}
