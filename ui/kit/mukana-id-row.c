/* mukana-id-row.c: a row of a form that chooses one of many records, found by typing. */

#include "ui/kit/mukana-id-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/kit/mukana-value-popover.h"

/* A list of organisations is long; a row is as wide as its window. */
#define BUTTON_WIDTH_PX 200

/* What belongs to one row; its button has it. */
typedef struct
{
  MukanaForm         *form;      /* not owned: what it calls ends with the button */
  const char         *field;     /* static */
  const char         *new_field; /* static: a text for the name of a new one; NULL: none is new */
  AdwPreferencesRow  *row;
  GHashTable         *labels;    /* number as text -> label */
  GtkWidget          *button;
  GtkLabel           *chosen;
  MukanaValuePopover *popover;
} Choosing;

static void
choosing_free (gpointer data)
{
  Choosing *self = data;

  g_hash_table_unref (self->labels);
  g_free (self);
}

static char *
dup_key (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
show_chosen (Choosing *self)
{
  g_autofree char *key = dup_key (mukana_form_get_int (self->form, self->field));
  const char *label = g_hash_table_lookup (self->labels, key);
  const char *name = self->new_field != NULL
                       ? mukana_form_peek_text (self->form, self->new_field) : NULL;
  g_autofree char *fresh = name != NULL ? g_strdup_printf (_("%s (new)"), name) : NULL;
  g_autofree char *spoken = NULL;

  gtk_label_set_label (self->chosen, label != NULL ? label : fresh != NULL ? fresh : _("Choose…"));
  /* Translators: a button for a screen reader: the row, and what is chosen in it */
  spoken = g_strdup_printf (_("%s: %s"), adw_preferences_row_get_title (self->row),
                            gtk_label_get_label (self->chosen));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
chosen_cb (GtkWidget  *button,
           const char *key)
{
  Choosing *self = g_object_get_data (G_OBJECT (button), "choosing");

  gboolean is_new = g_str_has_prefix (key, MUKANA_VALUE_NEW);

  if (self->new_field != NULL)
    mukana_form_set_text (self->form, self->new_field,
                          is_new ? key + strlen (MUKANA_VALUE_NEW) : NULL);
  mukana_form_set_int (self->form, self->field, is_new ? 0 : g_ascii_strtoll (key, NULL, 10));
  show_chosen (self);
  gtk_widget_grab_focus (button);
}

static void
form_changed_cb (GtkWidget *button)
{
  show_chosen (g_object_get_data (G_OBJECT (button), "choosing"));
}

static void
clicked_cb (GtkWidget *button)
{
  Choosing *self = g_object_get_data (G_OBJECT (button), "choosing");

  mukana_value_popover_open (self->popover);
}

static GtkWidget *
make_button (GtkLabel **chosen)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  *chosen = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (*chosen, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (*chosen, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (*chosen), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*chosen));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (button, BUTTON_WIDTH_PX, -1);
  return button;
}

/**
 * mukana_id_row_new:
 * @field: a number of the draft; static
 *
 * Returns: (transfer floating): with what the draft has chosen; where that is none of @choices,
 *   nothing is chosen until somebody does
 */
GtkWidget *
mukana_id_row_new (const char           *title,
                   const char           *field,
                   MukanaForm           *form,
                   const MukanaIdChoice *choices,
                   guint                 n_choices)
{
  Choosing *self = g_new0 (Choosing, 1);
  GtkWidget *row = adw_action_row_new ();

  self->form = form;
  self->field = field;
  self->row = ADW_PREFERENCES_ROW (row);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->button = make_button (&self->chosen);
  self->popover = MUKANA_VALUE_POPOVER (mukana_value_popover_new ());
  mukana_value_popover_search_added (self->popover);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), self->button);
  for (guint i = 0; i < n_choices; i++)
    {
      g_autofree char *key = dup_key (choices[i].id);

      mukana_value_popover_add (self->popover, key, choices[i].label);
      g_hash_table_insert (self->labels, g_steal_pointer (&key), g_strdup (choices[i].label));
    }

  g_object_set_data_full (G_OBJECT (self->button), "choosing", self, choosing_free);
  adw_preferences_row_set_title (self->row, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->button);
  g_signal_connect (self->button, "clicked", G_CALLBACK (clicked_cb), NULL);
  g_signal_connect_swapped (self->button, "destroy", G_CALLBACK (gtk_widget_unparent),
                            self->popover);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self->button,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "changed", G_CALLBACK (form_changed_cb), self->button,
                           G_CONNECT_SWAPPED);
  show_chosen (self);
  return row;
}

/** mukana_id_row_offer_new: @field: a text of the draft for the name of a new one; static */
void
mukana_id_row_offer_new (GtkWidget  *row,
                         const char *field)
{
  GtkWidget *button = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  Choosing *self = g_object_get_data (G_OBJECT (button), "choosing");

  self->new_field = field;
  mukana_value_popover_offer_new (self->popover);
  show_chosen (self);
}
