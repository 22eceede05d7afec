/* mukana-people-columns.c: a person in a line: how each cell is made and filled.
 *
 * Themes come only with their consents, and a place only when it may be told;
 * the rows of the listing leave out what may not be shown, and a cell adds
 * nothing of its own.
 */

#include "ui/people/mukana-people-columns.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-listing.h"
#include "ui/kit/mukana-avatar.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-layout.h"
#include "ui/people/mukana-people-words.h"

static GtkWidget *
make_text (void)
{
  return mukana_layout_text ("", NULL);
}

static GtkWidget *
make_name (void)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (self), mukana_avatar_new ("", 28));
  gtk_box_append (GTK_BOX (self), mukana_layout_text ("", "row-title"));
  return self;
}

static void
fill_name (GtkWidget     *cell,
           gpointer       record,
           MukanaContext *context)
{
  MukanaPersonRow *row = record;

  adw_avatar_set_text (ADW_AVATAR (gtk_widget_get_first_child (cell)), row->display_name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (cell)), row->display_name);
  gtk_widget_set_tooltip_text (cell, row->display_name);
}

static GtkWidget *
make_pill (void)
{
  GtkWidget *self = mukana_pill_new (MUKANA_PILL_ROLE, "");

  gtk_widget_set_halign (self, GTK_ALIGN_START);
  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  return self;
}

/* The cell has the column's width, the pill only its own. */
static GtkWidget *
make_pill_cell (void)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (self), make_pill ());
  return self;
}

static MukanaPill *
pill_of (GtkWidget *cell)
{
  return MUKANA_PILL (gtk_widget_get_first_child (cell));
}

static void
fill_roles (GtkWidget     *cell,
            gpointer       record,
            MukanaContext *context)
{
  MukanaPersonRow *row = record;
  g_auto (GStrv) codes = g_strsplit (row->roles ? row->roles : "", " ", -1);
  MukanaLexicon *words = mukana_context_peek_vocabulary (context);
  const char *first = mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, codes[0]);
  guint n_more = codes[0] != NULL ? g_strv_length (codes) - 1 : 0;
  g_autofree char *label = n_more > 0 ? g_strdup_printf (_("%s + %u"), first,
                                                         n_more) : g_strdup (first);
  g_autofree char *all = mukana_people_role_words (words, row->roles);

  mukana_pill_set (pill_of (cell), MUKANA_PILL_ROLE, label);
  gtk_widget_set_tooltip_text (cell, all);
  gtk_widget_set_visible (GTK_WIDGET (pill_of (cell)), codes[0] != NULL);
}

static char *
dup_themes (MukanaPersonRow *row,
            MukanaLexicon   *words)
{
  g_auto (GStrv) ids = g_strsplit (row->themes ? row->themes : "", " ", -1);
  guint n_ids = g_strv_length (ids);
  const char *first, *second;

  if (n_ids == 0)
    /* Translators: in place of a person's themes when there is no consent to show them */
    return g_strdup (_("Not shown"));

  first = mukana_lexicon_label (words, MUKANA_LEXICON_THEME, ids[0]);
  second = n_ids > 1 ? mukana_lexicon_label (words, MUKANA_LEXICON_THEME, ids[1]) : NULL;
  if (n_ids == 1)
    return g_strdup (first);
  if (n_ids == 2)
    return g_strdup_printf ("%s, %s", first, second);

  return g_strdup_printf (_("%s, %s  + %u"), first, second, n_ids - 2);
}

static void
fill_themes (GtkWidget     *cell,
             gpointer       record,
             MukanaContext *context)
{
  MukanaPersonRow *row = record;
  g_autofree char *themes = dup_themes (row, mukana_context_peek_vocabulary (context));

  gtk_label_set_label (GTK_LABEL (cell), themes);
  if (row->themes == NULL || *row->themes == '\0')
    gtk_widget_add_css_class (cell, "dim-label");
  else
    gtk_widget_remove_css_class (cell, "dim-label");
}

static const char *
peek_place (MukanaPersonRow *row,
            MukanaContext   *context)
{
  return mukana_lexicon_label (mukana_context_peek_vocabulary (context),
                               MUKANA_LEXICON_MUNICIPALITY, row->municipality_code);
}

static void
fill_place (GtkWidget     *cell,
            gpointer       record,
            MukanaContext *context)
{
  gtk_label_set_label (GTK_LABEL (cell), peek_place (record, context));
}

static void
fill_free (GtkWidget     *cell,
           gpointer       record,
           MukanaContext *context)
{
  MukanaPersonRow *row = record;
  g_autofree char *day = row->free_on != MUKANA_DAY_NONE ? mukana_format_weekday (row->free_on)
                                                         : g_strdup (_("not known"));

  gtk_label_set_label (GTK_LABEL (cell), day);
}

static void
fill_last (GtkWidget     *cell,
           gpointer       record,
           MukanaContext *context)
{
  MukanaPersonRow *row = record;
  g_autofree char *month = mukana_format_month (row->last_on, mukana_context_today (context));

  gtk_label_set_label (GTK_LABEL (cell), month);
}

static void
show_consent (MukanaPill      *pill,
              MukanaPersonRow *row,
              MukanaContext   *context)
{
  g_autofree char *label = NULL;
  MukanaPillKind kind = mukana_people_consent_pill (row->consent, row->consent_on,
                                                    mukana_context_today (context), &label);

  mukana_pill_set (pill, kind, label);
}

static void
fill_consent (GtkWidget     *cell,
              gpointer       record,
              MukanaContext *context)
{
  show_consent (pill_of (cell), record, context);
}

/* A narrow list: name and consent on one line, the rest on the second. */

static GtkWidget *
make_narrow (void)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (lines), mukana_layout_text ("", "row-title"));
  gtk_box_append (GTK_BOX (lines), mukana_layout_text ("", "second-line"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (self), mukana_avatar_new ("", 28));
  gtk_box_append (GTK_BOX (self), lines);
  gtk_box_append (GTK_BOX (self), make_pill ());
  return self;
}

static void
fill_narrow (GtkWidget     *cell,
             gpointer       record,
             MukanaContext *context)
{
  MukanaPersonRow *row = record;
  GtkWidget *avatar = gtk_widget_get_first_child (cell);
  GtkWidget *lines = gtk_widget_get_next_sibling (avatar);
  g_autofree char *themes = dup_themes (row, mukana_context_peek_vocabulary (context));
  const char *place = peek_place (row, context);
  g_autofree char *second = g_strjoin (*place ? "  ·  " : "", place, themes, NULL);

  adw_avatar_set_text (ADW_AVATAR (avatar), row->display_name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (lines)), row->display_name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (lines)), second);
  show_consent (MUKANA_PILL (gtk_widget_get_last_child (cell)), record, context);
}

const MukanaColumn mukana_people_columns[] = {
  { N_("Person"), 158, FALSE, MUKANA_COLUMN_WIDE, make_name, fill_name },
  { N_("Role"), 146, FALSE, MUKANA_COLUMN_WIDE, make_pill_cell, fill_roles },
  { N_("Themes"), 96, TRUE, MUKANA_COLUMN_WIDE, make_text, fill_themes },
  { N_("Municipality"), 86, FALSE, MUKANA_COLUMN_WIDE, make_text, fill_place },
  { N_("Free next"), 76, FALSE, MUKANA_COLUMN_WIDE, make_text, fill_free },
  { N_("Last took part"), 84, FALSE, MUKANA_COLUMN_WIDE, make_text, fill_last },
  { N_("Consent"), 122, FALSE, MUKANA_COLUMN_WIDE, make_pill_cell, fill_consent },
  { N_("Person"), 0, TRUE, MUKANA_COLUMN_NARROW, make_narrow, fill_narrow },
};
const guint mukana_people_n_columns = G_N_ELEMENTS (mukana_people_columns);
