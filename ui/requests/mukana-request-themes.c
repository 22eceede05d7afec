/* mukana-request-themes.c: what a request is about, and whose eyes are wanted.
 *
 * Type a few letters of a theme in any of the languages, press the one that is
 * meant; each theme may ask for own experience, a close one's or a peer's.
 */

#include "ui/requests/mukana-request-themes.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-wrap-box.h"

#define MOST_FOUND 8

struct _MukanaRequestThemes
{
  GtkBox         parent_instance;

  MukanaContext *context;
  GtkWidget     *card;
  GtkWidget     *needle;
  GtkWidget     *note;       /* that a theme is there already */
  GtkWidget     *found;      /* themes that match what is typed */
  GPtrArray     *themes;     /* of MukanaRequestTheme: the answer */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaRequestThemes, mukana_request_themes, GTK_TYPE_BOX)

static void show_themes (MukanaRequestThemes *self);

static guint
place_of (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "place"));
}

static void
removed_cb (MukanaRequestThemes *self,
            GtkWidget           *button)
{
  g_ptr_array_remove_index (self->themes, place_of (button));
  show_themes (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
perspective_cb (MukanaRequestThemes *self,
                GParamSpec          *pspec,
                GtkDropDown         *drop_down)
{
  gpointer *slot = &g_ptr_array_index (self->themes, place_of (GTK_WIDGET (drop_down)));
  guint selected = gtk_drop_down_get_selected (drop_down);
  gpointer changed = mukana_record_with_text (*slot, "perspective",
                                              selected > 0 ? mukana_perspectives[selected - 1]
                                                : NULL);

  g_object_unref (*slot);
  *slot = changed;
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_perspectives (MukanaRequestThemes *self,
                   guint                place)
{
  MukanaRequestTheme *theme = g_ptr_array_index (self->themes, place);
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  gtk_string_list_append (labels, _("any experience"));
  for (guint i = 0; mukana_perspectives[i] != NULL; i++)
    gtk_string_list_append (labels,
                            mukana_code_label (mukana_perspectives, mukana_perspectives[i]));

  drop_down = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  if (theme->perspective != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                                (guint) mukana_code_index (mukana_perspectives,
                                                           theme->perspective) + 1);
  g_object_set_data (G_OBJECT (drop_down), "place", GUINT_TO_POINTER (place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Perspective"), -1);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (perspective_cb), self);
  return mukana_layout_middle (drop_down);
}

static void
show_themes (MukanaRequestThemes *self)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);

  mukana_layout_empty (self->card);
  for (guint i = 0; i < self->themes->len; i++)
    {
      MukanaRequestTheme *theme = g_ptr_array_index (self->themes, i);
      GtkWidget *remove = mukana_layout_icon_button ("user-trash-symbolic", _("Remove this theme"),
                                                     NULL);
      GtkWidget *box = mukana_wrap_box_new (12, 6);

      g_object_set_data (G_OBJECT (remove), "place", GUINT_TO_POINTER (i));
      g_signal_connect_swapped (remove, "clicked", G_CALLBACK (removed_cb), self);
      mukana_wrap_box_append (MUKANA_WRAP_BOX (box), mukana_layout_middle (
        mukana_layout_text (mukana_lexicon_label (words, MUKANA_LEXICON_THEME, theme->theme_id),
                            "row-title")));
      mukana_wrap_box_append (MUKANA_WRAP_BOX (box), make_perspectives (self, i));
      gtk_widget_set_focusable (mukana_layout_card_add (self->card,
        mukana_layout_row (12, mukana_layout_expand (box), remove, NULL)), FALSE);
    }
  gtk_widget_set_visible (self->card, self->themes->len > 0);
}

static gboolean
has_theme (MukanaRequestThemes *self,
           const char          *theme_id)
{
  for (guint i = 0; i < self->themes->len; i++)
    if (g_strcmp0 (((MukanaRequestTheme *) g_ptr_array_index (self->themes, i))->theme_id,
                   theme_id) == 0)
      return TRUE;

  return FALSE;
}

static void
found_pressed_cb (MukanaRequestThemes *self,
                  GtkWidget           *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "theme"));
  gboolean is_there = has_theme (self, id);

  mukana_request_themes_add (self, id, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->needle), "");
  gtk_widget_grab_focus (self->needle);
  gtk_widget_set_visible (self->note, is_there);
}

static void
add_found (MukanaRequestThemes *self,
           MukanaLexicon       *words,
           MukanaTheme         *theme)
{
  GtkWidget *button =
    gtk_button_new_with_label (mukana_lexicon_label (words, MUKANA_LEXICON_THEME, theme->id));

  g_object_set_data_full (G_OBJECT (button), "theme", g_strdup (theme->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (found_pressed_cb), self);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->found), button);
}

/* Of the names that begin as it is typed the shortest is what is meant: the others say more. */
static void
bring_best_first (MukanaLexicon *words,
                  GPtrArray     *found,
                  const char    *typed)
{
  g_autofree char *needle = mukana_text_fold (typed);
  glong best_length = G_MAXLONG;
  guint best = 0;

  for (guint i = 0; i < found->len; i++)
    {
      MukanaTheme *theme = g_ptr_array_index (found, i);
      const char *label = mukana_lexicon_label (words, MUKANA_LEXICON_THEME, theme->id);
      g_autofree char *name = mukana_text_fold (label);

      if (!mukana_lexicon_is_retired (theme) && g_str_has_prefix (name, needle) &&
          g_utf8_strlen (name, -1) < best_length)
        {
          best_length = g_utf8_strlen (name, -1);
          best = i;
        }
    }
  if (best > 0)
    g_ptr_array_insert (found, 0, g_ptr_array_steal_index (found, best));
}

static void
needle_changed_cb (MukanaRequestThemes *self)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->needle));
  g_autoptr (GPtrArray) all = mukana_lexicon_search (words, MUKANA_LEXICON_THEME, typed);
  gboolean is_typed = !mukana_text_is_empty (typed);
  guint n_found = 0;

  mukana_wrap_box_clear (MUKANA_WRAP_BOX (self->found));
  if (is_typed)
    {
      gtk_widget_set_visible (self->note, FALSE);
      bring_best_first (words, all, typed);
    }
  for (guint i = 0; is_typed && i < all->len && n_found < MOST_FOUND; i++)
    if (!mukana_lexicon_is_retired (g_ptr_array_index (all, i)))
      {
        add_found (self, words, g_ptr_array_index (all, i));
        n_found++;
      }
  if (is_typed && n_found == 0)
    mukana_wrap_box_append (MUKANA_WRAP_BOX (self->found),
                            mukana_layout_text (_("Nothing found"), "second-line"));
  gtk_widget_set_visible (self->found, is_typed);
}

/* Enter takes the first that was found. */
static void
activate_cb (MukanaRequestThemes *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->found);

  if (GTK_IS_BUTTON (first))
    found_pressed_cb (self, first);
}

/* Down goes to the first that was found, not past it. */
static gboolean
key_pressed_cb (MukanaRequestThemes *self,
                guint                key)
{
  GtkWidget *first = gtk_widget_get_first_child (self->found);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || !GTK_IS_BUTTON (first))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (first);
  return GDK_EVENT_STOP;
}

static void
mukana_request_themes_finalize (GObject *object)
{
  MukanaRequestThemes *self = MUKANA_REQUEST_THEMES (object);

  g_ptr_array_unref (self->themes);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mukana_request_themes_parent_class)->finalize (object);
}

static void
mukana_request_themes_class_init (MukanaRequestThemesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_request_themes_finalize;

  signals[CHANGED] = g_signal_new ("changed", MUKANA_TYPE_REQUEST_THEMES, G_SIGNAL_RUN_LAST, 0,
                                   NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mukana_request_themes_init (MukanaRequestThemes *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->themes = g_ptr_array_new_with_free_func (g_object_unref);
  self->card = mukana_layout_card ();
  self->needle = gtk_search_entry_new ();
  self->note = mukana_layout_tip (mukana_layout_wrapped (
    _("The theme is in the request already, once for all who are looked for. For people with "
      "different experience of it, choose “any experience”: among those who are chosen it is told "
      "which kinds of experience there are."), NULL));
  gtk_widget_set_visible (self->note, FALSE);
  self->found = mukana_wrap_box_new (6, 6);
  gtk_widget_set_visible (self->card, FALSE);
  gtk_widget_set_visible (self->found, FALSE);
  g_object_set (self->needle, "placeholder-text", _("Add a theme: type a few letters"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->needle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add a theme: type a few letters"), -1);
  g_signal_connect_swapped (self->needle, "changed", G_CALLBACK (needle_changed_cb), self);
  g_signal_connect_swapped (self->needle, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->needle, keys);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Themes"), NULL));
  gtk_box_append (GTK_BOX (self), self->card);
  gtk_box_append (GTK_BOX (self), self->note);
  gtk_box_append (GTK_BOX (self), self->needle);
  gtk_box_append (GTK_BOX (self), self->found);
}

GtkWidget *
mukana_request_themes_new (MukanaContext *context)
{
  MukanaRequestThemes *self = g_object_new (MUKANA_TYPE_REQUEST_THEMES, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/** mukana_request_themes_load: @themes: of MukanaRequestTheme */
void
mukana_request_themes_load (MukanaRequestThemes *self,
                            GPtrArray           *themes)
{
  g_ptr_array_set_size (self->themes, 0);
  for (guint i = 0; i < themes->len; i++)
    g_ptr_array_add (self->themes, g_object_ref (g_ptr_array_index (themes, i)));
  show_themes (self);
}

/** mukana_request_themes_add: @perspective: (nullable): NULL for any.  A theme is added once. */
void
mukana_request_themes_add (MukanaRequestThemes *self,
                           const char          *theme_id,
                           const char          *perspective)
{
  MukanaRequestTheme *theme;

  if (has_theme (self, theme_id))
    return;

  theme = g_object_new (MUKANA_TYPE_REQUEST_THEME, NULL);
  mukana_record_init_text (theme, "theme-id", theme_id);
  mukana_record_init_text (theme, "perspective", perspective);
  mukana_record_init_int (theme, "weight", 1);
  g_ptr_array_add (self->themes, theme);
  show_themes (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** mukana_request_themes_type: as if it were typed; with @enters also Enter pressed */
void
mukana_request_themes_type (MukanaRequestThemes *self,
                            const char          *text,
                            gboolean             enters)
{
  gtk_editable_set_text (GTK_EDITABLE (self->needle), text);
  needle_changed_cb (self);
  if (enters)
    activate_cb (self);
}

/** mukana_request_themes_is_noted: Returns: whether it is told that a theme is there already */
gboolean
mukana_request_themes_is_noted (MukanaRequestThemes *self)
{
  return gtk_widget_get_visible (self->note);
}

/** mukana_request_themes_dup: Returns: yours, of MukanaRequestTheme */
GPtrArray *
mukana_request_themes_dup (MukanaRequestThemes *self)
{
  return g_ptr_array_copy (self->themes, (GCopyFunc) (void *) g_object_ref, NULL);
}
