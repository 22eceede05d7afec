/* mukana-status.c: what stands where there is nothing to show.
 *
 * Empty says what the page is for and offers its first deed; loading says what
 * is awaited; an error says what happened and, when that can help, offers to
 * try again.  Signal "deed": the one button was pressed.
 */

#include "ui/kit/mukana-status.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _MukanaStatus
{
  GtkWidget      parent_instance;

  AdwStatusPage *page;
  GtkButton     *button;
  GtkSpinner    *spinner;
  gboolean       is_inline;
};

enum
{
  DEED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaStatus, mukana_status, GTK_TYPE_WIDGET)

static void
button_clicked_cb (MukanaStatus *self)
{
  g_signal_emit (self, signals[DEED], 0);
}

static void
show_state (MukanaStatus *self,
            const char   *icon_name,
            const char   *title,
            const char   *description,
            const char   *deed)
{
  adw_status_page_set_icon_name (self->page, self->is_inline ? NULL : icon_name);
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, description);
  gtk_widget_set_visible (GTK_WIDGET (self->button), deed != NULL);
  if (deed)
    gtk_button_set_label (self->button, deed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description ? description : "", -1);
}

static void
set_is_loading (MukanaStatus *self,
                gboolean      is_loading)
{
  gtk_spinner_set_spinning (self->spinner, is_loading);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_loading);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, is_loading, -1);
}

static void
mukana_status_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mukana_status_parent_class)->dispose (object);
}

static void
mukana_status_class_init (MukanaStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_status_dispose;

  signals[DEED] = g_signal_new ("deed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "mukana-status");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
mukana_status_init (MukanaStatus *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  /* Not there, for assistive technology either, until it has words. */
  self->button = g_object_new (GTK_TYPE_BUTTON, "halign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  self->spinner = g_object_new (GTK_TYPE_SPINNER, "halign", GTK_ALIGN_CENTER,
                                "width-request", 32, "height-request", 32, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "pill");

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  adw_status_page_set_child (self->page, box);
  gtk_widget_set_parent (GTK_WIDGET (self->page), GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_clicked_cb), self);
  set_is_loading (self, FALSE);
}

/** mukana_status_new: Returns: a status with nothing said yet */
GtkWidget *
mukana_status_new (void)
{
  return g_object_new (MUKANA_TYPE_STATUS, NULL);
}

/**
 * mukana_status_set_inline:
 *
 * Among other things on a page: as high as its words, which would else hide behind a bar of its
 * own, and without a picture.
 */
void
mukana_status_set_inline (MukanaStatus *self)
{
  GtkWidget *scrolled = gtk_widget_get_first_child (GTK_WIDGET (self->page));

  self->is_inline = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "compact");
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  if (GTK_IS_SCROLLED_WINDOW (scrolled))
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                    GTK_POLICY_NEVER);
}

/**
 * mukana_status_set_empty:
 * @icon_name: (nullable): the page's icon
 * @title: what there is none of
 * @description: (nullable): what the page is for
 * @deed: (nullable): the button's words; %NULL for none
 */
void
mukana_status_set_empty (MukanaStatus *self,
                         const char   *icon_name,
                         const char   *title,
                         const char   *description,
                         const char   *deed)
{
  g_return_if_fail (MUKANA_IS_STATUS (self));

  set_is_loading (self, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  show_state (self, icon_name, title, description, deed);
}

/** mukana_status_set_loading: @title: what is awaited */
void
mukana_status_set_loading (MukanaStatus *self,
                           const char   *title)
{
  g_return_if_fail (MUKANA_IS_STATUS (self));

  show_state (self, NULL, title, NULL, NULL);
  set_is_loading (self, TRUE);
}

/**
 * mukana_status_set_error:
 * @title: what happened
 * @description: (nullable): that nothing was lost, and what to do
 * @may_retry: whether trying again can help
 */
void
mukana_status_set_error (MukanaStatus *self,
                         const char   *title,
                         const char   *description,
                         gboolean      may_retry)
{
  g_return_if_fail (MUKANA_IS_STATUS (self));

  set_is_loading (self, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
  show_state (self, "mukana-alert-symbolic", title, description,
              may_retry ? _("Try Again") : NULL);
}
