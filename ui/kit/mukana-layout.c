/* mukana-layout.c: rows, columns, headings and cards, as style.css names them.
 *
 * Short words for what every page is built of.  Each function gives a floating
 * widget and keeps nothing.
 */

#include "ui/kit/mukana-layout.h"

#include <adwaita.h>

#define HEADING_HEIGHT_PX 34

/** mukana_layout_text: one line, cut when there is no room */
GtkWidget *
mukana_layout_text (const char *words,
                    const char *css_class)
{
  return mukana_layout_style (g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0,
                                            "ellipsize", PANGO_ELLIPSIZE_END, NULL), css_class);
}

/** mukana_layout_wrapped: as many lines as it takes */
GtkWidget *
mukana_layout_wrapped (const char *words,
                       const char *css_class)
{
  return mukana_layout_style (g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0,
                                            "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                            "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL),
                              css_class);
}

/* Takes what room there is, wraps once, and never makes its column wider. */
static GtkWidget *
make_line (const char *words,
           const char *css_class)
{
  GtkWidget *line = mukana_layout_text (words, css_class);

  g_object_set (line, "max-width-chars", 1, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                "lines", 2, "hexpand", TRUE, NULL);
  return line;
}

/** mukana_layout_two_lines: a row's title, and @second (nullable) in smaller words beneath */
GtkWidget *
mukana_layout_two_lines (const char *first,
                         const char *second)
{
  GtkWidget *column = mukana_layout_column (0, make_line (first, "row-title"), NULL);

  gtk_widget_set_tooltip_text (column, first);
  if (second != NULL && *second != '\0')
    gtk_box_append (GTK_BOX (column), make_line (second, "second-line"));
  return mukana_layout_middle (mukana_layout_expand (column));
}

static GtkWidget *
fill_box (GtkOrientation  orientation,
          int             spacing,
          GtkWidget      *first,
          va_list         rest)
{
  GtkWidget *box = gtk_box_new (orientation, spacing);

  for (GtkWidget *child = first; child != NULL; child = va_arg (rest, GtkWidget *))
    gtk_box_append (GTK_BOX (box), child);
  return box;
}

GtkWidget *
mukana_layout_row (int        spacing,
                   GtkWidget *first,
                   ...)
{
  GtkWidget *box;
  va_list rest;

  va_start (rest, first);
  box = fill_box (GTK_ORIENTATION_HORIZONTAL, spacing, first, rest);
  va_end (rest);
  return box;
}

GtkWidget *
mukana_layout_column (int        spacing,
                      GtkWidget *first,
                      ...)
{
  GtkWidget *box;
  va_list rest;

  va_start (rest, first);
  box = fill_box (GTK_ORIENTATION_VERTICAL, spacing, first, rest);
  va_end (rest);
  return box;
}

GtkWidget *
mukana_layout_expand (GtkWidget *widget)
{
  gtk_widget_set_hexpand (widget, TRUE);
  return widget;
}

GtkWidget *
mukana_layout_middle (GtkWidget *widget)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  return widget;
}

/** mukana_layout_style: @css_class: (nullable): adds nothing when it is NULL */
GtkWidget *
mukana_layout_style (GtkWidget  *widget,
                     const char *css_class)
{
  if (css_class != NULL)
    gtk_widget_add_css_class (widget, css_class);
  return widget;
}

/** mukana_layout_tip: @sentence: a label with a piece of advice; Returns: it in its box */
GtkWidget *
mukana_layout_tip (GtkWidget *sentence)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("mukana-hint-symbolic");

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  return mukana_layout_style (mukana_layout_row (0, image, mukana_layout_expand (sentence), NULL),
                              "tip");
}

/** mukana_layout_heading: @end: (nullable): what stands at the end of the line */
GtkWidget *
mukana_layout_heading (const char *title,
                       GtkWidget  *end)
{
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *row = mukana_layout_row (12, mukana_layout_expand (words), NULL);

  mukana_layout_style (words, "group-title");
  gtk_widget_set_size_request (row, -1, HEADING_HEIGHT_PX);
  if (end != NULL)
    gtk_box_append (GTK_BOX (row), mukana_layout_middle (end));
  return row;
}

/** mukana_layout_button: @label: with a mnemonic; @action: (nullable) */
GtkWidget *
mukana_layout_button (const char *label,
                      const char *css_class,
                      const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return mukana_layout_middle (mukana_layout_style (button, css_class));
}

/** mukana_layout_deed: a button whose action takes the record @id */
GtkWidget *
mukana_layout_deed (const char *label,
                    const char *css_class,
                    const char *action,
                    gint64      id)
{
  GtkWidget *button = mukana_layout_button (label, css_class, action);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  return button;
}

typedef struct
{
  GtkWidget  *root;
  const char *action;   /* static */
  gint64      id;
} Sought;

static void
free_sought (gpointer data)
{
  g_object_unref (((Sought *) data)->root);
  g_free (data);
}

static gboolean
is_sought (GtkWidget    *widget,
           const Sought *sought)
{
  GtkActionable *deed = GTK_IS_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget)
                          ? GTK_ACTIONABLE (widget) : NULL;
  GVariant *target;

  if (deed == NULL || g_strcmp0 (gtk_actionable_get_action_name (deed), sought->action) != 0)
    return FALSE;

  target = gtk_actionable_get_action_target_value (deed);
  if (target == NULL)
    return sought->id == 0;

  return g_variant_is_of_type (target, G_VARIANT_TYPE_INT64) &&
         g_variant_get_int64 (target) == sought->id;
}

static GtkWidget *
find_sought (GtkWidget    *widget,
             const Sought *sought)
{
  GtkWidget *found = is_sought (widget, sought) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_sought (child, sought);
  return found;
}

static gboolean
go_to_sought_cb (gpointer data)
{
  Sought *sought = data;
  GtkWidget *found = find_sought (sought->root, sought);

  if (found != NULL)
    gtk_widget_grab_focus (found);
  return G_SOURCE_REMOVE;
}

/**
 * mukana_layout_go_to_deed:
 * @root: on whose page it is
 * @action: static
 * @id: of the record that it is about; 0 for a deed without one
 *
 * Focuses the button or row of the deed, which scrolls to it, once @root has its places: before
 * that there is nowhere to scroll to.
 */
void
mukana_layout_go_to_deed (GtkWidget  *root,
                          const char *action,
                          gint64      id)
{
  Sought *sought = g_new0 (Sought, 1);

  *sought = (Sought) { g_object_ref (root), action, id };
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, go_to_sought_cb, sought, free_sought);
}

/**
 * mukana_layout_keep_focus:
 * @root: what is about to be made anew
 *
 * Afterwards the focus is on the same deed as before, if it is there still.  Without that the
 * focus would go to whatever is first, and the page would scroll after it.
 */
void
mukana_layout_keep_focus (GtkWidget *root)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_ancestor (root, GTK_TYPE_WINDOW));
  GtkWidget *focus = window != NULL ? gtk_window_get_focus (window) : NULL;
  GVariant *target;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, root))
    return;

  if (GTK_IS_ACTIONABLE (focus) &&
      gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)) != NULL)
    {
      target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus));
      mukana_layout_go_to_deed (
        root, g_intern_string (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus))),
        target != NULL && g_variant_is_of_type (target, G_VARIANT_TYPE_INT64)
          ? g_variant_get_int64 (target) : 0);
    }
  gtk_window_set_focus (window, NULL);
}

/** mukana_layout_icon_button: @name: what it does, for tooltip and ear; @action: (nullable) */
GtkWidget *
mukana_layout_icon_button (const char *icon_name,
                           const char *name,
                           const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return mukana_layout_middle (mukana_layout_style (button, "flat"));
}

/**
 * mukana_layout_spoken:
 *
 * What it does is the same on every row, so whoever hears it is told for whom.
 *
 * Returns: @button
 */
GtkWidget *
mukana_layout_spoken (GtkWidget  *button,
                      const char *deed,
                      const char *name)
{
  g_autofree char *spoken = g_strdup_printf ("%s: %s", deed, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  return button;
}

/**
 * mukana_layout_spoken_as:
 * @label: what stands on @button: "_Change…"
 * @name: which record it is about
 *
 * As mukana_layout_spoken(), "Change: Kotkan toimipiste": marks on the label are not read out.
 *
 * Returns: @button
 */
GtkWidget *
mukana_layout_spoken_as (GtkWidget  *button,
                         const char *label,
                         const char *name)
{
  g_autoptr (GString) deed = g_string_new (label);

  g_string_replace (deed, "_", "", 0);
  g_string_replace (deed, "…", "", 0);
  return mukana_layout_spoken (button, deed->str, name);
}

/** mukana_layout_deed_of: a button as mukana_layout_deed() that is read out with @name */
GtkWidget *
mukana_layout_deed_of (const char *label,
                       const char *css_class,
                       const char *action,
                       gint64      id,
                       const char *name)
{
  return mukana_layout_spoken_as (mukana_layout_deed (label, css_class, action, id), label, name);
}

/** mukana_layout_card: a box of rows, none of them chosen */
GtkWidget *
mukana_layout_card (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  return mukana_layout_style (list, "mukana-card");
}

/* Returns: (nullable): the first text in @widget */
static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) && *gtk_label_get_label (GTK_LABEL (widget)) != '\0'
                     ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_BUTTON (child) && !ADW_IS_AVATAR (child))
      found = find_label (child);

  return found;
}

/** mukana_layout_name_menu: @button: a GtkMenuButton, whose focus is in a button of its own */
void
mukana_layout_name_menu (GtkWidget  *button,
                         const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/** mukana_layout_name_row: @row: what the keyboard comes to; it is read out by its first text */
void
mukana_layout_name_row (GtkWidget *row)
{
  GtkWidget *label = find_label (row);

  if (label != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    label, NULL, -1);
}

/** mukana_layout_card_add: Returns: (transfer none): the row, which is not activatable yet */
GtkWidget *
mukana_layout_card_add (GtkWidget *card,
                        GtkWidget *content)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), mukana_layout_style (content, "mukana-row"));
  gtk_list_box_append (GTK_LIST_BOX (card), row);
  mukana_layout_name_row (row);
  return row;
}

/** mukana_layout_empty: takes every child out of a box or a list */
void
mukana_layout_empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    if (GTK_IS_LIST_BOX (box))
      gtk_list_box_remove (GTK_LIST_BOX (box), child);
    else
      gtk_box_remove (GTK_BOX (box), child);
}

/** mukana_layout_page: @content in the middle of a page that scrolls, not wider than one reads */
GtkWidget *
mukana_layout_page (GtkWidget *content)
{
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 860, "child", content, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 mukana_layout_style (clamp, "page-body"));
  return scrolled;
}

GtkWidget *
mukana_layout_margins (GtkWidget *widget,
                       int        around_px)
{
  gtk_widget_set_margin_start (widget, around_px);
  gtk_widget_set_margin_end (widget, around_px);
  gtk_widget_set_margin_top (widget, around_px);
  gtk_widget_set_margin_bottom (widget, around_px);
  return widget;
}

/**
 * mukana_layout_pass_wheel:
 * @widget: a scale or a spin button, which take the wheel for their own
 *
 * Whoever scrolls a page means the page: a value that changed because the pointer came to stand on
 * it is a mistake that nobody notices.
 *
 * Returns: (transfer none): @widget, over which the wheel scrolls what it stands in
 */
GtkWidget *
mukana_layout_pass_wheel (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }

  return widget;
}

/** mukana_layout_spin_button: Returns: a spin button that leaves the wheel to its page */
GtkWidget *
mukana_layout_spin_button (double least,
                           double most,
                           double step)
{
  return mukana_layout_pass_wheel (gtk_spin_button_new_with_range (least, most, step));
}

static gboolean
escape_cb (GtkWidget *window,
           GVariant  *parameter,
           gpointer   data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

/** mukana_layout_close_on_escape: for a window that asks nothing, or loses nothing by closing */
void
mukana_layout_close_on_escape (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
