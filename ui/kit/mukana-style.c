/* mukana-style.c: the style sheets of a display, and the colours they name.
 *
 * Every colour of Mukana has its name and its value in ui/app/style*.css and
 * nowhere else; widgets that draw themselves ask here by name.  Which sheets
 * apply (light or dark, plain or high contrast) follows the desktop's wish
 * while the program runs.
 */

#include "ui/kit/mukana-style.h"

#include <adwaita.h>

#define RESOURCE_BASE "/fi/mukana/Mukana/"

typedef struct
{
  GtkCssProvider *dark;
  GtkCssProvider *high_contrast;
  GtkCssProvider *dark_high_contrast;
} Sheets;

static void
free_sheets (gpointer data)
{
  Sheets *sheets = data;

  g_clear_object (&sheets->dark);
  g_clear_object (&sheets->high_contrast);
  g_clear_object (&sheets->dark_high_contrast);
  g_free (sheets);
}

static GtkCssProvider *
new_provider (const char *file)
{
  GtkCssProvider *provider = gtk_css_provider_new ();
  g_autofree char *path = g_strconcat (RESOURCE_BASE "css/", file, NULL);

  gtk_css_provider_load_from_resource (provider, path);
  return provider;
}

static void
set_applied (GdkDisplay     *display,
             GtkCssProvider *provider,
             int             step,
             gboolean        is_applied)
{
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));
  if (is_applied)
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + step);
}

static void
scheme_changed_cb (AdwStyleManager *manager,
                   GParamSpec      *pspec,
                   GdkDisplay      *display)
{
  Sheets *sheets = g_object_get_data (G_OBJECT (display), "mukana-style");
  gboolean is_dark = adw_style_manager_get_dark (manager);
  gboolean is_high = adw_style_manager_get_high_contrast (manager);

  set_applied (display, sheets->dark, 1, is_dark);
  set_applied (display, sheets->high_contrast, 2, is_high);
  set_applied (display, sheets->dark_high_contrast, 3, is_dark && is_high);
}

/* Without a desktop that says which font, GTK takes its own first guess, which
 * is not a font of the interface.  What a desktop or a person chose stays. */
static void
choose_font (GdkDisplay *display)
{
  GtkSettings *settings = gtk_settings_get_for_display (display);
  g_autofree char *font = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  if (font == NULL || g_str_equal (font, "Sans 10"))
    g_object_set (settings, "gtk-font-name", "Cantarell 11", NULL);
}

/**
 * mukana_style_load:
 * @display: the display whose windows are ours
 *
 * Puts Mukana's style and icons in force on @display and keeps them in step
 * with the desktop's wishes.  Doing it twice is harmless.  Needs adw_init().
 */
void
mukana_style_load (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) base = NULL;
  AdwStyleManager *manager;
  Sheets *sheets;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  if (g_object_get_data (G_OBJECT (display), "mukana-style"))
    return;

  sheets = g_new0 (Sheets, 1);
  sheets->dark = new_provider ("style-dark.css");
  sheets->high_contrast = new_provider ("style-hc.css");
  sheets->dark_high_contrast = new_provider ("style-hc-dark.css");
  g_object_set_data_full (G_OBJECT (display), "mukana-style", sheets, free_sheets);

  choose_font (display);
  base = new_provider ("style.css");
  set_applied (display, base, 0, TRUE);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    RESOURCE_BASE "icons");

  manager = adw_style_manager_get_for_display (display);
  g_signal_connect_object (manager, "notify::dark",
                           G_CALLBACK (scheme_changed_cb), display, 0);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (scheme_changed_cb), display, 0);
  scheme_changed_cb (manager, NULL, display);
}

static void
css_changed (GtkWidget         *widget,
             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
  gtk_widget_queue_draw (widget);
}

/**
 * mukana_style_follow:
 * @widget_class: right below GtkWidget, of widgets that draw themselves
 *
 * Has its widgets measured and drawn anew when the style changes: GTK does so by
 * itself only for what the style sheet draws.
 */
void
mukana_style_follow (GtkWidgetClass *widget_class)
{
  widget_class->css_changed = css_changed;
}

/**
 * mukana_style_color:
 * @name: a name given with \@define-color in style.css
 *
 * Returns: the colour as it is now; the text colour where the name is not known,
 * so that a drawing without its style sheet can still be seen
 */
GdkRGBA
mukana_style_color (GtkWidget  *widget,
                    const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);

  return color;
}

/** mukana_style_text_color: Returns: the widget's text colour, at @alpha of its strength */
GdkRGBA
mukana_style_text_color (GtkWidget *widget,
                         double     alpha)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= alpha;
  return color;
}

/** mukana_style_is_high_contrast: Returns: whether edges must be drawn in full text colour */
gboolean
mukana_style_is_high_contrast (GtkWidget *widget)
{
  GdkDisplay *display = gtk_widget_get_display (widget);

  return adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (display));
}
