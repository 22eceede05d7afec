/* mukana-pick-row.c: a word of one of the county's lists, found by typing.
 *
 * For lists that are too long for a menu: themes, methods and municipalities.
 */

#include "ui/kit/mukana-pick-row.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-form-link.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-value-popover.h"

struct _MukanaPickRow
{
  AdwActionRow        parent_instance;

  MukanaFormLink     *link;
  MukanaLexicon      *words;
  MukanaLexiconList   list;
  const char         *none;      /* static, translated: how an empty field reads */
  GtkWidget          *clear;
  MukanaValuePopover *popover;
};

G_DEFINE_FINAL_TYPE (MukanaPickRow, mukana_pick_row, ADW_TYPE_ACTION_ROW)

static void
show_field (GtkWidget *row)
{
  MukanaPickRow *self = MUKANA_PICK_ROW (row);
  const char *code = mukana_form_link_peek_text (self->link);
  g_autofree char *title = NULL, *label = NULL;

  if (self->words == NULL)
    return;

  title = code ? mukana_lexicon_dup_title (self->words, self->list, code) : g_strdup (self->none);
  label = g_markup_escape_text (title, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), label);
  gtk_widget_set_visible (self->clear, code != NULL);
}

static void
chosen_cb (MukanaPickRow *self,
           const char    *code)
{
  mukana_form_link_put_text (self->link, code);
}

static void
clear_clicked_cb (MukanaPickRow *self)
{
  mukana_form_link_put_text (self->link, NULL);
}

static void
activated_cb (MukanaPickRow *self)
{
  mukana_value_popover_offer_words (self->popover, self->words, self->list, FALSE);
  mukana_value_popover_open (self->popover);
}

static void
mukana_pick_row_dispose (GObject *object)
{
  MukanaPickRow *self = MUKANA_PICK_ROW (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;

  G_OBJECT_CLASS (mukana_pick_row_parent_class)->dispose (object);
}

static void
mukana_pick_row_finalize (GObject *object)
{
  MukanaPickRow *self = MUKANA_PICK_ROW (object);

  mukana_form_link_free (self->link);
  g_clear_object (&self->words);

  G_OBJECT_CLASS (mukana_pick_row_parent_class)->finalize (object);
}

static void
mukana_pick_row_class_init (MukanaPickRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_pick_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_pick_row_finalize;
}

static void
mukana_pick_row_init (MukanaPickRow *self)
{
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->link = mukana_form_link_new (GTK_WIDGET (self), show_field);
  self->none = _("Not told");
  self->clear = mukana_layout_icon_button ("edit-clear-symbolic", _("Clear"), NULL);
  self->popover = MUKANA_VALUE_POPOVER (mukana_value_popover_new ());
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), self);
  g_signal_connect_swapped (self->popover, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (end), self->clear);
  gtk_box_append (GTK_BOX (end), arrow);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), end);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  g_signal_connect (self, "activated", G_CALLBACK (activated_cb), NULL);
}

GtkWidget *
mukana_pick_row_new (const char        *title,
                     const char        *field,
                     MukanaForm        *form,
                     MukanaLexicon     *words,
                     MukanaLexiconList  list)
{
  MukanaPickRow *self = g_object_new (MUKANA_TYPE_PICK_ROW, "title", title, NULL);

  self->words = g_object_ref (words);
  self->list = list;
  mukana_form_link_set_field (self->link, field);
  mukana_form_link_set_form (self->link, form);
  return GTK_WIDGET (self);
}

/** mukana_pick_row_set_none: @none: static, translated: how an empty field reads */
void
mukana_pick_row_set_none (MukanaPickRow *self,
                          const char    *none)
{
  self->none = none;
  show_field (GTK_WIDGET (self));
}
