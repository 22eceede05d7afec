/* mukana-shortcuts.c: the keys of the program, in a window. */

#include "ui/app/mukana-shortcuts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *keys;
  const char *title;
} Shortcut;

static const Shortcut everywhere[] = {
  { "<Control>k", N_("Search everywhere") },
  { "<Control>f", N_("Search this page") },
  { "<Control>n", N_("New record in the list of this page") },
  { "<Control>z", N_("Take back the latest deed") },
  { "<Control><Shift>z", N_("Choose again what was taken back") },
  { "<Alt>Left Escape", N_("Back") },
  { "<Control>1...9", N_("Go to a page") },
  { "<Control>l", N_("Log cooperation") },
  { "<Control>Return", N_("Save what is asked in a window") },
  { "<Control><Alt>l", N_("Lock the register") },
};

static const Shortcut calendar[] = {
  { "Left Right", N_("Another day") },
  { "Page_Up Page_Down", N_("Earlier or later") },
  { "Home t", N_("Today") },
  { "1...4", N_("Day, week, month or list") },
};

static const Shortcut program[] = {
  { "F10", N_("Menu") },
  { "<Control>comma", N_("Preferences") },
  { "F1 <Control>question", N_("Keyboard shortcuts") },
  { "<Control>q", N_("Quit") },
};

static void
add_group (GtkShortcutsSection *section,
           const char          *title,
           const Shortcut      *shortcuts,
           guint                n_shortcuts)
{
  GtkWidget *group = g_object_new (GTK_TYPE_SHORTCUTS_GROUP, "title", title, NULL);

  for (guint i = 0; i < n_shortcuts; i++)
    gtk_box_append (GTK_BOX (group), g_object_new (GTK_TYPE_SHORTCUTS_SHORTCUT,
                                                   "accelerator", shortcuts[i].keys,
                                                   "title", _(shortcuts[i].title), NULL));
  gtk_box_append (GTK_BOX (section), group);
}

/* The toolkit's own names of some keys have kept their mnemonics: "Sivu _ylös". */
static void
drop_mnemonics (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && strchr (gtk_label_get_label (GTK_LABEL (widget)), '_') != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (gtk_label_get_label (GTK_LABEL (widget)), "_", -1);
      g_autofree char *name = g_strjoinv ("", parts);

      gtk_label_set_label (GTK_LABEL (widget), name);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    drop_mnemonics (child);
}

void
mukana_shortcuts_present (GtkWindow *parent)
{
  GtkWidget *section = g_object_new (GTK_TYPE_SHORTCUTS_SECTION, "section-name", "main",
                                     "visible", TRUE, NULL);
  GtkWidget *window = g_object_new (GTK_TYPE_SHORTCUTS_WINDOW, "modal", TRUE,
                                    "transient-for", parent, NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  GtkBuildableIface *iface = GTK_BUILDABLE_GET_IFACE (GTK_BUILDABLE (window));

  add_group (GTK_SHORTCUTS_SECTION (section), _("Everywhere"), everywhere,
             G_N_ELEMENTS (everywhere));
  add_group (GTK_SHORTCUTS_SECTION (section), _("Calendar"), calendar, G_N_ELEMENTS (calendar));
  add_group (GTK_SHORTCUTS_SECTION (section), _("Program"), program, G_N_ELEMENTS (program));
  /* Before GTK 4.14 a section can be added only the way a template does. */
  iface->add_child (GTK_BUILDABLE (window), builder, G_OBJECT (section), NULL);
  drop_mnemonics (section);
  gtk_window_present (GTK_WINDOW (window));
}

static void
set_accel (GtkApplication *application,
           const char     *action,
           const char     *first,
           const char     *second)
{
  const char * const accels[] = { first, second, NULL };

  gtk_application_set_accels_for_action (application, action, accels);
}

/** mukana_shortcuts_set_accels: the keys of the application's own actions */
void
mukana_shortcuts_set_accels (GtkApplication *application)
{
  set_accel (application, "app.search", "<Control>k", NULL);
  set_accel (application, "app.log", "<Control>l", NULL);
  set_accel (application, "app.lock", "<Control><Alt>l", NULL);
  set_accel (application, "app.preferences", "<Control>comma", NULL);
  set_accel (application, "app.shortcuts", "F1", "<Control>question");
  set_accel (application, "app.quit", "<Control>q", NULL);
}
