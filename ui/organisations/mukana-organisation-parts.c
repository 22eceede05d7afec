/* mukana-organisation-parts.c: an organisation's agreement, contacts and log in words and boxes. */

#include "ui/organisations/mukana-organisation-parts.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"

#define SOON_DAYS 30

/** mukana_organisation_day: Returns: yours, the day, or "" for NONE */
char *
mukana_organisation_day (MukanaDay day)
{
  return day == MUKANA_DAY_NONE ? g_strdup ("") : mukana_format_day (NULL, day);
}

/**
 * mukana_organisation_fill_agreement:
 *
 * says until when there is an agreement, or that there is none
 */
void
mukana_organisation_fill_agreement (MukanaPill *pill,
                                    MukanaDay   from,
                                    MukanaDay   until,
                                    MukanaDay   today)
{
  g_autofree char *last = mukana_organisation_day (until);
  g_autofree char *text = NULL;

  if (until == MUKANA_DAY_NONE)
    {
      gboolean is_open = from != MUKANA_DAY_NONE;

      mukana_pill_set (pill, is_open ? MUKANA_PILL_OK : MUKANA_PILL_NEUTRAL,
                       is_open ? _("In force") : _("No agreement"));
      return;
    }

  if (until < today)
    {
      text = g_strdup_printf (_("Ended %s"), last);
      mukana_pill_set (pill, MUKANA_PILL_BAD, text);
      return;
    }

  text = g_strdup_printf (_("Until %s"), last);
  mukana_pill_set (pill, until - today <= SOON_DAYS ? MUKANA_PILL_WARN : MUKANA_PILL_OK, text);
}

/** mukana_organisation_make_section: a heading with its deed, above a box */
GtkWidget *
mukana_organisation_make_section (const char *title,
                                  GtkWidget  *deed,
                                  GtkWidget  *content)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-title");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (heading), label);
  if (deed != NULL)
    gtk_box_append (GTK_BOX (heading), deed);
  gtk_box_append (GTK_BOX (section), heading);
  gtk_box_append (GTK_BOX (section), content);
  return section;
}

static GtkWidget *
make_text (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * mukana_organisation_make_line:
 *
 * Returns: (transfer floating): a box with room for buttons at its end
 */
GtkWidget *
mukana_organisation_make_line (const char *title,
                               const char *detail)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (texts), make_text (title, "row-title"));
  if (detail != NULL && *detail != '\0')
    gtk_box_append (GTK_BOX (texts), make_text (detail, "second-line"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line, "mukana-row");
  gtk_box_append (GTK_BOX (line), texts);
  return line;
}

/** mukana_organisation_fold_line: for a narrow window: what stands at its end goes below */
void
mukana_organisation_fold_line (GtkWidget *line)
{
  GtkWidget *texts = gtk_widget_get_first_child (line);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *end;

  while ((end = gtk_widget_get_next_sibling (texts)) != NULL)
    {
      g_object_ref (end);
      gtk_box_remove (GTK_BOX (line), end);
      gtk_box_append (GTK_BOX (below), end);
      g_object_unref (end);
    }

  gtk_orientable_set_orientation (GTK_ORIENTABLE (line), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (line), 6);
  if (gtk_widget_get_first_child (below) != NULL)
    gtk_box_append (GTK_BOX (line), below);
  else
    g_object_unref (g_object_ref_sink (below));
}

/* When, what, with whom; and in a second line what is next and by whom. */
static char *
describe_entry (MukanaLogEntry *entry)
{
  g_autofree char *day = mukana_organisation_day (entry->day);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) text = NULL;
  g_autofree char *first = NULL;
  g_auto (GStrv) parts = NULL;

  g_strv_builder_add (builder, day);
  g_strv_builder_add (builder, mukana_code_label (mukana_log_kinds, entry->kind));
  if (entry->with != NULL)
    g_strv_builder_add (builder, entry->with);
  if (entry->author != NULL)
    g_strv_builder_add (builder, entry->author);
  parts = g_strv_builder_end (builder);
  first = g_strjoinv (", ", parts);
  text = g_string_new (first);
  if (entry->next_deed != NULL || entry->next_who != NULL)
    g_string_append_printf (text, "\n→ %s%s%s", entry->next_deed != NULL ? entry->next_deed : "",
                            entry->next_deed != NULL && entry->next_who != NULL ? ", " : "",
                            entry->next_who != NULL ? entry->next_who : "");

  return g_strdup (text->str);
}

static void
add_next (GtkWidget      *line,
          MukanaLogEntry *entry)
{
  gboolean is_done = entry->next_done_on != MUKANA_DAY_NONE;
  g_autofree char *day = mukana_organisation_day (is_done ? entry->next_done_on
                                                          : entry->next_day);
  g_autofree char *text = g_strdup_printf (is_done ? _("Done %s") : _("Next step by %s"), day);
  GtkWidget *pill = mukana_pill_new (is_done ? MUKANA_PILL_OK : MUKANA_PILL_WAITING, text);

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), pill);
  if (!is_done)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Mark done"));

      mukana_layout_spoken (button, _("Mark done"),
                            entry->next_deed != NULL ? entry->next_deed : entry->summary);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "organisation.done");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", entry->id);
      gtk_box_append (GTK_BOX (line), button);
    }
}

static GtkWidget *
make_entry_line (MukanaLogEntry *entry,
                 gboolean        is_narrow)
{
  g_autofree char *detail = describe_entry (entry);
  GtkWidget *line = mukana_organisation_make_line (entry->summary, detail);

  if (entry->next_day != MUKANA_DAY_NONE)
    add_next (line, entry);
  gtk_box_append (GTK_BOX (line), mukana_layout_deed_of (_("Change…"), "flat",
                                                         "organisation.log-line", entry->id,
                                                         entry->summary));
  if (is_narrow)
    mukana_organisation_fold_line (line);
  return line;
}

/** mukana_organisation_make_log: @entries: of MukanaLogEntry, newest first */
GtkWidget *
mukana_organisation_make_log (GPtrArray *entries,
                              gboolean   is_narrow)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "mukana-card");
  for (guint i = 0; i < entries->len; i++)
    gtk_box_append (GTK_BOX (card), make_entry_line (g_ptr_array_index (entries, i),
                                                     is_narrow));
  if (entries->len == 0)
    gtk_box_append (GTK_BOX (card), mukana_organisation_make_line (
      _("Nothing logged yet"),
      _("Meetings, calls, statements: what was agreed, and what is next.")));
  return card;
}
