/* mukana-welcome.c: the first start: a new register in three steps, or one that is there.
 *
 * The register, the recovery key, the list.  Going back before the register is
 * made loses nothing; afterwards there is a register, and the keyring opens it.
 */

#include "ui/welcome/mukana-welcome.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-founding.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/welcome/mukana-new-register.h"
#include "ui/welcome/mukana-recovery-step.h"
#include "ui/welcome/mukana-register-step.h"

#define STEP_WIDTH_PX 520
#define N_STEPS 3

struct _MukanaWelcome
{
  GtkBox              parent_instance;

  char               *path;        /* where a register usually goes */
  MukanaNewRegister  *made;        /* NULL until it is */

  GtkStack           *stack;
  GtkWidget          *back;
  MukanaRegisterStep *first;
};

enum { FOUNDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaWelcome, mukana_welcome, GTK_TYPE_BOX)

static GtkWidget *
make_deed (const char *label,
           gboolean    is_suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (button, 280, -1);
  gtk_widget_add_css_class (button, "pill");
  if (is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

static GtkWidget *
make_action_deed (const char *label,
                  const char *action)
{
  GtkWidget *button = make_deed (label, FALSE);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* On a new computer: a backup and the recovery key are enough. */
static GtkWidget *
make_restore_deed (void)
{
  GtkWidget *button = make_action_deed (_("_Restore a backup…"), "app.restore");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  return button;
}

/* A step: which of the three, what it is about, and its content. */
static GtkWidget *
frame_step (int         number,
            const char *title,
            const char *sentence,
            GtkWidget  *content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *place = g_strdup_printf (_("Step %1$d of %2$d"), number, N_STEPS);
  GtkWidget *labels[] = { gtk_label_new (place), gtk_label_new (title), gtk_label_new (sentence) };
  const char *classes[] = { "second-line", "page-title", "body" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
      gtk_label_set_justify (GTK_LABEL (labels[i]), GTK_JUSTIFY_CENTER);
      gtk_widget_add_css_class (labels[i], classes[i]);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_set_margin_top (content, 12);
  gtk_box_append (GTK_BOX (box), content);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 24, "margin-bottom", 24,
                NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), STEP_WIDTH_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void
show_step (MukanaWelcome *self,
           const char    *name,
           GtkWidget     *step)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->stack, name);

  if (old != NULL && step != NULL)
    gtk_stack_remove (self->stack, old);
  if (step != NULL)
    gtk_stack_add_named (self->stack, step, name);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->back, g_str_equal (name, "register"));
}

static void
tell_founded (MukanaWelcome *self,
              gboolean       wants_list)
{
  g_signal_emit (self, signals[FOUNDED], 0, self->made->store,
                 mukana_register_step_peek_path (self->first), wants_list);
}

static void
list_clicked_cb (MukanaWelcome *self)
{
  tell_founded (self, TRUE);
}

static void
empty_clicked_cb (MukanaWelcome *self)
{
  tell_founded (self, FALSE);
}

static void
confirmed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaWelcome) self = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = make_deed (_("_Bring your list…"), TRUE);
  GtkWidget *empty = make_deed (_("Start with an _empty register"), FALSE);

  g_object_ref_sink (box);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), empty);
  g_signal_connect_object (list, "clicked", G_CALLBACK (list_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (empty, "clicked", G_CALLBACK (empty_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_error_view_show (GTK_WIDGET (self), error);
  else
    show_step (self, "list", frame_step (3, _("Bring your list"),
                                         _("A spreadsheet or a text file with people, "
                                           "organisations or requests. You see what would happen "
                                           "before anything does."), box));
  g_object_unref (box);
}

static void
key_checked_cb (MukanaWelcome *self)
{
  mukana_store_run_async (self->made->store, &mukana_founding_confirm_job, NULL, NULL, NULL,
                          confirmed_cb, g_object_ref (self));
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaWelcome) self = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *step;

  self->made = mukana_new_register_make_finish (result, &error);
  if (self->made == NULL)
    {
      show_step (self, "register", NULL);
      mukana_error_view_show (GTK_WIDGET (self), error);
      return;
    }

  step = mukana_recovery_step_new (self->made->key,
                                   mukana_register_step_peek_county_name (self->first),
                                   self->made->kept);
  g_signal_connect_object (step, "checked", G_CALLBACK (key_checked_cb), self, G_CONNECT_SWAPPED);
  show_step (self, "key", frame_step (2, _("The recovery key"),
                                      _("It opens the register when the keyring or the computer is "
                                        "lost. Save the sheet, print it, and keep it in a safe."),
                                      step));
}

static void
register_ready_cb (MukanaWelcome *self)
{
  gtk_stack_set_visible_child_name (self->stack, "making");
  gtk_widget_set_visible (self->back, FALSE);
  mukana_new_register_make_async (mukana_register_step_peek_path (self->first),
                                  mukana_register_step_peek_county_name (self->first),
                                  mukana_register_step_peek_county_code (self->first), made_cb,
                                  g_object_ref (self));
}

static void
new_clicked_cb (MukanaWelcome *self)
{
  if (self->first == NULL)
    {
      GtkWidget *step = mukana_register_step_new (self->path);

      self->first = MUKANA_REGISTER_STEP (step);
      g_signal_connect_object (step, "ready", G_CALLBACK (register_ready_cb), self,
                               G_CONNECT_SWAPPED);
      show_step (self, "register", frame_step (1, _("A new register"),
                                               _("Themes, roles, methods and fee tables come with "
                                                 "it and are yours to change."), step));
    }
  else
    show_step (self, "register", NULL);
}

static void
back_clicked_cb (MukanaWelcome *self)
{
  show_step (self, "start", NULL);
}

static GtkWidget *
make_start (MukanaWelcome *self)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *make = make_deed (_("_New register"), TRUE);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), MUKANA_APPLICATION_ID);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("Welcome to Mukana"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (status),
    _("A register of experts by experience and organisations, kept on this computer and "
      "encrypted."));
  g_signal_connect_object (make, "clicked", G_CALLBACK (new_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make);
  gtk_box_append (GTK_BOX (box), make_action_deed (_("_Open a register…"), "app.open-register"));
  gtk_box_append (GTK_BOX (box), make_action_deed (_("_Connect to a shared register…"),
                                                   "app.connect"));
  gtk_box_append (GTK_BOX (box), make_restore_deed ());
  gtk_box_append (GTK_BOX (box), make_action_deed (_("_Try with a made-up register"), "app.demo"));
  adw_status_page_set_child (ADW_STATUS_PAGE (status), box);
  return status;
}

static GtkWidget *
make_waiting (void)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("Making the register…"));
  adw_status_page_set_child (ADW_STATUS_PAGE (status), spinner);
  return status;
}

static void
mukana_welcome_finalize (GObject *object)
{
  MukanaWelcome *self = MUKANA_WELCOME (object);

  g_clear_pointer (&self->made, mukana_new_register_free);
  g_free (self->path);

  G_OBJECT_CLASS (mukana_welcome_parent_class)->finalize (object);
}

static void
mukana_welcome_class_init (MukanaWelcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_welcome_finalize;

  signals[FOUNDED] = g_signal_new ("founded", MUKANA_TYPE_WELCOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 3, MUKANA_TYPE_STORE, G_TYPE_STRING,
                                   G_TYPE_BOOLEAN);
}

static void
mukana_welcome_init (MukanaWelcome *self)
{
  GtkWidget *bar = adw_header_bar_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new (_("Mukana"), NULL));
  gtk_widget_add_css_class (bar, "flat");
  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Back"), -1);
  gtk_widget_set_visible (self->back, FALSE);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_clicked_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->back);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, make_start (self), "start");
  gtk_stack_add_named (self->stack, make_waiting (), "making");
  gtk_box_append (GTK_BOX (self), bar);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

/**
 * mukana_welcome_new:
 * @path: where a new register goes unless somebody says otherwise
 */
GtkWidget *
mukana_welcome_new (const char *path)
{
  MukanaWelcome *self = g_object_new (MUKANA_TYPE_WELCOME, NULL);

  self->path = g_strdup (path);
  return GTK_WIDGET (self);
}
