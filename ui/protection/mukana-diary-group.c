/* mukana-diary-group.c: the diary of requests, as rows.
 *
 * What waits stands first, by its last day, with its deeds; what was answered
 * stands below with the decision.  The page does the deeds; the group only shows.
 */

#include "ui/protection/mukana-diary-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-rights-request.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"

#define URGENT_DAYS 7
/* The newest answers; all of them are in each person's copy. */
#define MAX_ANSWERED 50

struct _MukanaDiaryGroup
{
  GtkBox     parent_instance;

  GtkWidget *open;
  GtkWidget *answered;
  GtkWidget *answered_part;
  GPtrArray *requests;      /* as last shown */
  MukanaDay  today;
  gboolean   is_narrow;
};

G_DEFINE_FINAL_TYPE (MukanaDiaryGroup, mukana_diary_group, GTK_TYPE_BOX)

static char *
dup_who (MukanaRightsRequest *request)
{
  if (request->display_name != NULL && *request->display_name != '\0')
    return g_strdup (request->display_name);
  if (request->asker_name != NULL)
    return g_strdup (request->asker_name);

  return g_strdup (request->person_id != 0 ? _("Erased person") : _("Somebody else"));
}

static char *
dup_detail (MukanaRightsRequest *request)
{
  g_autofree char *who = dup_who (request);
  g_autofree char *day = mukana_format_day (NULL, request->received_on);

  /* Translators: who asked for something about their data, the day it came, and how it came */
  return g_strdup_printf (_("%1$s, received %2$s, %3$s"), who, day,
                          mukana_code_label (mukana_consent_ways, request->how));
}

/* By its number it is found from the paper of the diary, which names nobody. */
static char *
add_number (MukanaRightsRequest *request,
            char                *detail)
{
  g_autofree char *rest = detail;

  /* Translators: the number of a request in the diary, and who asked and when */
  return g_strdup_printf (_("No. %1$d: %2$s"), (int) request->id, rest);
}

/* What else is told of it: where an outsider is reached, the ground, and the words or reasons. */
static char *
dup_more (MukanaRightsRequest *request,
          const char          *first,
          const char          *second)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *for_them = request->person_id != 0 && request->asker_name != NULL
    ? g_strdup_printf (_("Asked on their behalf by %s"), request->asker_name) : NULL;

  if (for_them != NULL)
    g_ptr_array_add (parts, for_them);
  if (request->asker_contact != NULL)
    g_ptr_array_add (parts, (gpointer) request->asker_contact);
  if (request->ground != NULL)
    g_ptr_array_add (parts, (gpointer) mukana_code_label (mukana_rights_grounds,
                                                          request->ground));
  if (first != NULL)
    g_ptr_array_add (parts, (gpointer) first);
  if (second != NULL)
    g_ptr_array_add (parts, (gpointer) second);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("\n", (char **) parts->pdata);
}

static GtkWidget *
make_texts (MukanaRightsRequest *request,
            const char          *detail,
            const char          *more)
{
  GtkWidget *texts = mukana_layout_column (
    2, mukana_layout_wrapped (mukana_code_label (mukana_rights_kinds, request->kind), "row-title"),
    mukana_layout_wrapped (detail, "second-line"), NULL);

  if (more != NULL && *more != '\0')
    gtk_box_append (GTK_BOX (texts), mukana_layout_wrapped (more, "second-line"));
  return mukana_layout_middle (mukana_layout_expand (texts));
}

static GtkWidget *
make_deed (const char *label,
           const char *spoken_of,
           const char *css_class,
           const char *action,
           gint64      id)
{
  GtkWidget *button = mukana_layout_button (label, css_class, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  return mukana_layout_spoken_as (button, label, spoken_of);
}

static void
add_open (MukanaDiaryGroup    *self,
          MukanaRightsRequest *request)
{
  g_autofree char *detail = add_number (request, dup_detail (request));
  g_autofree char *extended = request->extended_reason != NULL
    /* Translators: why an answer takes longer, as the person is told it */
    ? g_strdup_printf (_("More time taken: %s"), request->extended_reason) : NULL;
  g_autofree char *more = dup_more (request, request->words, extended);
  g_autofree char *left = mukana_format_days_left (request->due_on, self->today);
  int days = request->due_on - self->today;
  MukanaPillKind kind = days < 0 ? MUKANA_PILL_BAD
                        : days <= URGENT_DAYS ? MUKANA_PILL_WARN : MUKANA_PILL_WAITING;
  GtkWidget *line = gtk_box_new (self->is_narrow ? GTK_ORIENTATION_VERTICAL
                                                 : GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *deeds = mukana_layout_row (12, mukana_layout_middle (mukana_pill_new (kind, left)),
                                        NULL);

  if (request->extended_reason == NULL && self->today <= request->due_on)
    gtk_box_append (GTK_BOX (deeds), make_deed (_("_More time…"), detail, "flat",
                                                "protection.extend", request->id));
  gtk_box_append (GTK_BOX (deeds), make_deed (_("_Answer…"), detail, NULL, "protection.answer",
                                              request->id));
  gtk_box_append (GTK_BOX (line), make_texts (request, detail, more));
  gtk_box_append (GTK_BOX (line), deeds);
  mukana_layout_card_add (self->open, line);
}

static void
add_answered (MukanaDiaryGroup    *self,
              MukanaRightsRequest *request)
{
  g_autofree char *who = dup_who (request);
  g_autofree char *received = mukana_format_day (NULL, request->received_on);
  g_autofree char *day = mukana_format_day (NULL, request->answered_on);
  g_autofree char *due = mukana_format_day (NULL, request->due_on);
  /* Translators: who had asked for something about their data, the day it came, and the day of the
   * answer */
  g_autofree char *detail =
    add_number (request, g_strdup_printf (_("%1$s, received %2$s, answered %3$s"), who, received,
                                          day));
  g_autofree char *late = mukana_rights_request_was_late (request)
    /* Translators: the last day on which it should have been answered */
    ? g_strdup_printf (_("Late: the answer was due by %s"), due) : NULL;
  g_autofree char *more = dup_more (request, late, request->decision_reason);
  gboolean was_done = g_strcmp0 (request->decision, "granted") == 0;
  GtkWidget *pill = mukana_pill_new (was_done ? MUKANA_PILL_OK : MUKANA_PILL_NEUTRAL,
                                     mukana_code_label (mukana_rights_decisions,
                                                        request->decision));
  GtkWidget *line = gtk_box_new (self->is_narrow ? GTK_ORIENTATION_VERTICAL
                                                 : GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_halign (pill, self->is_narrow ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), make_texts (request, detail, more));
  gtk_box_append (GTK_BOX (line), mukana_layout_middle (pill));
  mukana_layout_card_add (self->answered, line);
}

static void
fill (MukanaDiaryGroup *self)
{
  guint n_open = 0, n_answered = 0;

  mukana_layout_empty (self->open);
  mukana_layout_empty (self->answered);
  for (guint i = 0; i < self->requests->len; i++)
    {
      MukanaRightsRequest *request = g_ptr_array_index (self->requests, i);

      if (request->answered_on == MUKANA_DAY_NONE)
        add_open (self, request), n_open++;
      else if (n_answered++ < MAX_ANSWERED)
        add_answered (self, request);
    }

  if (n_open == 0)
    mukana_layout_card_add (self->open,
                            mukana_layout_wrapped (_("Nobody waits for an answer."),
                                                   "second-line"));
  gtk_widget_set_visible (self->answered_part, n_answered > 0);
}

void
mukana_diary_group_show (MukanaDiaryGroup *self,
                         GPtrArray        *requests,
                         MukanaDay         today)
{
  g_ptr_array_ref (requests);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  self->requests = requests;
  self->today = today;
  fill (self);
}

void
mukana_diary_group_set_narrow (MukanaDiaryGroup *self,
                               gboolean          narrow)
{
  if (self->is_narrow == narrow)
    return;

  self->is_narrow = narrow;
  if (self->requests != NULL)
    fill (self);
}

static void
mukana_diary_group_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_DIARY_GROUP (object)->requests, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_diary_group_parent_class)->finalize (object);
}

static void
mukana_diary_group_class_init (MukanaDiaryGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_diary_group_finalize;
}

static void
mukana_diary_group_init (MukanaDiaryGroup *self)
{
  GtkWidget *add = mukana_layout_button (_("_Note a Request…"), NULL, "protection.note");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->open = mukana_layout_card ();
  self->answered = mukana_layout_card ();
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Requests about own data"), add));
  gtk_box_append (GTK_BOX (self), self->open);
  self->answered_part =
    mukana_layout_column (6, mukana_layout_heading (C_("requests", "Answered"), NULL),
                          self->answered, NULL);
  gtk_widget_set_margin_top (self->answered_part, 12);
  gtk_widget_set_visible (self->answered_part, FALSE);
  gtk_box_append (GTK_BOX (self), self->answered_part);
}

GtkWidget *
mukana_diary_group_new (void)
{
  return g_object_new (MUKANA_TYPE_DIARY_GROUP, NULL);
}
