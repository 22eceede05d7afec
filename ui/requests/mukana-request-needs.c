/* mukana-request-needs.c: how many are needed in each role, when a request asks for several.
 *
 * Without a line here everybody is looked for in the one role of the request, or
 * in any.  A role stands in one line at most.
 */

#include "ui/requests/mukana-request-needs.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-lexicon.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-wrap-box.h"

#define MOST_PEOPLE 1000

struct _MukanaRequestNeeds
{
  GtkBox         parent_instance;

  MukanaContext *context;
  GtkWidget     *card;
  GtkWidget     *add;        /* menu button: the roles that have no line yet */
  GPtrArray     *needs;      /* of MukanaRequestNeed: the answer */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaRequestNeeds, mukana_request_needs, GTK_TYPE_BOX)

static void show_needs (MukanaRequestNeeds *self);

static guint
place_of (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "place"));
}

static gboolean
has_role (MukanaRequestNeeds *self,
          const char         *role_code)
{
  for (guint i = 0; i < self->needs->len; i++)
    if (g_strcmp0 (((MukanaRequestNeed *) g_ptr_array_index (self->needs, i))->role_code,
                   role_code) == 0)
      return TRUE;

  return FALSE;
}

static void
removed_cb (MukanaRequestNeeds *self,
            GtkWidget          *button)
{
  g_ptr_array_remove_index (self->needs, place_of (button));
  show_needs (self);
  gtk_widget_grab_focus (self->add);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
people_cb (MukanaRequestNeeds *self,
           GParamSpec         *pspec,
           GtkSpinButton      *spin)
{
  gpointer *slot = &g_ptr_array_index (self->needs, place_of (GTK_WIDGET (spin)));
  gpointer changed = mukana_record_with_int (*slot, "people",
                                             gtk_spin_button_get_value_as_int (spin));

  g_object_unref (*slot);
  *slot = changed;
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_people (MukanaRequestNeeds *self,
             guint               place,
             const char         *role)
{
  MukanaRequestNeed *need = g_ptr_array_index (self->needs, place);
  GtkWidget *spin = mukana_layout_spin_button (1, MOST_PEOPLE, 1);
  /* Translators: a role: "How many: expert by experience" */
  g_autofree char *name = g_strdup_printf (_("How many: %s"), role);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double) need->people);
  g_object_set_data (G_OBJECT (spin), "place", GUINT_TO_POINTER (place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (spin, "notify::value", G_CALLBACK (people_cb), self);
  return mukana_layout_middle (spin);
}

static void
add_line (MukanaRequestNeeds *self,
          guint               place,
          const char         *role)
{
  /* Translators: a role: "Remove expert by experience" */
  g_autofree char *removal = g_strdup_printf (_("Remove %s"), role);
  GtkWidget *remove = mukana_layout_icon_button ("user-trash-symbolic", removal, NULL);
  GtkWidget *name = mukana_layout_wrapped (role, "row-title");

  g_object_set_data (G_OBJECT (remove), "place", GUINT_TO_POINTER (place));
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (removed_cb), self);
  gtk_widget_set_focusable (
    mukana_layout_card_add (self->card,
                            mukana_layout_row (12, mukana_layout_expand (name),
                                               make_people (self, place, role), remove, NULL)),
    FALSE);
}

static void
show_menu (MukanaRequestNeeds *self)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);
  GPtrArray *roles = mukana_lexicon_peek_all (words, MUKANA_LEXICON_ROLE);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < roles->len; i++)
    {
      const char *code = mukana_lexicon_peek_code (g_ptr_array_index (roles, i));
      g_autoptr (GMenuItem) item = NULL;

      if (has_role (self, code))
        continue;
      item = g_menu_item_new (mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, code), NULL);
      g_menu_item_set_action_and_target (item, "needs.add", "s", code);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), G_MENU_MODEL (menu));
}

static void
show_needs (MukanaRequestNeeds *self)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->context);

  mukana_layout_empty (self->card);
  for (guint i = 0; i < self->needs->len; i++)
    {
      MukanaRequestNeed *need = g_ptr_array_index (self->needs, i);

      add_line (self, i, mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, need->role_code));
    }
  gtk_widget_set_visible (self->card, self->needs->len > 0);
  show_menu (self);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  mukana_request_needs_add (MUKANA_REQUEST_NEEDS (widget), g_variant_get_string (parameter, NULL),
                            1);
}

static void
mukana_request_needs_finalize (GObject *object)
{
  MukanaRequestNeeds *self = MUKANA_REQUEST_NEEDS (object);

  g_ptr_array_unref (self->needs);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mukana_request_needs_parent_class)->finalize (object);
}

static void
mukana_request_needs_class_init (MukanaRequestNeedsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_request_needs_finalize;

  signals[CHANGED] = g_signal_new ("changed", MUKANA_TYPE_REQUEST_NEEDS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "needs.add", "s", add_action);
}

static void
mukana_request_needs_init (MukanaRequestNeeds *self)
{
  self->needs = g_ptr_array_new_with_free_func (g_object_unref);
  self->card = mukana_layout_card ();
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add), _("Add a role"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add a role"), -1);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("Several roles"), self->add));
  gtk_box_append (GTK_BOX (self), self->card);
}

GtkWidget *
mukana_request_needs_new (MukanaContext *context)
{
  MukanaRequestNeeds *self = g_object_new (MUKANA_TYPE_REQUEST_NEEDS, NULL);

  self->context = g_object_ref (context);
  show_needs (self);
  return GTK_WIDGET (self);
}

/** mukana_request_needs_load: @needs: of MukanaRequestNeed */
void
mukana_request_needs_load (MukanaRequestNeeds *self,
                           GPtrArray          *needs)
{
  g_ptr_array_set_size (self->needs, 0);
  for (guint i = 0; i < needs->len; i++)
    g_ptr_array_add (self->needs, g_object_ref (g_ptr_array_index (needs, i)));
  show_needs (self);
}

/** mukana_request_needs_add: @people: 1 to 1000.  A role is added once. */
void
mukana_request_needs_add (MukanaRequestNeeds *self,
                          const char         *role_code,
                          int                 people)
{
  MukanaRequestNeed *need;

  if (has_role (self, role_code))
    return;

  need = g_object_new (MUKANA_TYPE_REQUEST_NEED, NULL);
  mukana_record_init_text (need, "role-code", role_code);
  mukana_record_init_int (need, "people", people);
  g_ptr_array_add (self->needs, need);
  show_needs (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** mukana_request_needs_dup: Returns: yours, of MukanaRequestNeed */
GPtrArray *
mukana_request_needs_dup (MukanaRequestNeeds *self)
{
  return g_ptr_array_copy (self->needs, (GCopyFunc) (void *) g_object_ref, NULL);
}

/** mukana_request_needs_count: Returns: how many people the roles need together */
int
mukana_request_needs_count (MukanaRequestNeeds *self)
{
  return mukana_request_count_needs (self->needs);
}
