/* mukana-pill.c: a state as a shape and a word on a tinted ground.
 *
 * Which state a record is in, and which kind says it, is the page's knowledge.
 */

#include "ui/kit/mukana-pill.h"

G_DEFINE_ENUM_TYPE (MukanaPillKind, mukana_pill_kind,
  G_DEFINE_ENUM_VALUE (MUKANA_PILL_OK, "ok"),
  G_DEFINE_ENUM_VALUE (MUKANA_PILL_WARN, "warn"),
  G_DEFINE_ENUM_VALUE (MUKANA_PILL_INFO, "info"),
  G_DEFINE_ENUM_VALUE (MUKANA_PILL_BAD, "bad"),
  G_DEFINE_ENUM_VALUE (MUKANA_PILL_NEUTRAL, "neutral"),
  G_DEFINE_ENUM_VALUE (MUKANA_PILL_WAITING, "waiting"),
  G_DEFINE_ENUM_VALUE (MUKANA_PILL_ROLE, "role"),
  G_DEFINE_ENUM_VALUE (MUKANA_PILL_OUTLINE, "outline"))

static const struct
{
  const char *css_class;
  const char *icon_name;
} LOOKS[] =
{
  [MUKANA_PILL_OK]      = { "ok",      "mukana-ok-symbolic" },
  [MUKANA_PILL_WARN]    = { "warn",    "mukana-clock-symbolic" },
  [MUKANA_PILL_INFO]    = { "info",    "mukana-half-symbolic" },
  [MUKANA_PILL_BAD]     = { "bad",     "mukana-not-symbolic" },
  [MUKANA_PILL_NEUTRAL] = { "neutral", "mukana-dashed-symbolic" },
  [MUKANA_PILL_WAITING] = { "neutral", "mukana-clock-symbolic" },
  [MUKANA_PILL_ROLE]    = { "role",    NULL },
  [MUKANA_PILL_OUTLINE] = { "outline", NULL },
};

struct _MukanaPill
{
  GtkWidget       parent_instance;

  GtkImage       *shape;
  GtkLabel       *word;
  MukanaPillKind  kind;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_LABEL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MukanaPill, mukana_pill, GTK_TYPE_WIDGET)

static void
set_kind (MukanaPill     *self,
          MukanaPillKind  kind)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), LOOKS[self->kind].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), LOOKS[kind].css_class);
  gtk_image_set_from_icon_name (self->shape, LOOKS[kind].icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->shape), LOOKS[kind].icon_name != NULL);

  if (self->kind != kind)
    {
      self->kind = kind;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
    }
}

static void
set_label (MukanaPill *self,
           const char *label)
{
  if (g_strcmp0 (label, gtk_label_get_label (self->word)) == 0)
    return;

  gtk_label_set_label (self->word, label ? label : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label ? label : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
mukana_pill_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MukanaPill *self = MUKANA_PILL (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (self->word));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mukana_pill_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MukanaPill *self = MUKANA_PILL (object);

  switch (id)
    {
    case PROP_KIND:
      set_kind (self, g_value_get_enum (value));
      break;
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mukana_pill_dispose (GObject *object)
{
  MukanaPill *self = MUKANA_PILL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mukana_pill_parent_class)->dispose (object);
}

static void
mukana_pill_class_init (MukanaPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mukana_pill_dispose;
  object_class->get_property = mukana_pill_get_property;
  object_class->set_property = mukana_pill_set_property;

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, MUKANA_TYPE_PILL_KIND, MUKANA_PILL_NEUTRAL,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "mukana-pill");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
mukana_pill_init (MukanaPill *self)
{
  self->shape = g_object_new (GTK_TYPE_IMAGE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "pixel-size", 14, NULL);
  self->word = g_object_new (GTK_TYPE_LABEL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->shape), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->word), GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  self->kind = MUKANA_PILL_NEUTRAL;
  set_kind (self, MUKANA_PILL_NEUTRAL);
}

/** mukana_pill_set_whole: whether it takes the room that its word needs, rather than being cut */
void
mukana_pill_set_whole (MukanaPill *self,
                       gboolean    is_whole)
{
  gtk_label_set_ellipsize (self->word, is_whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

/** mukana_pill_new: @label: the word, translated */
GtkWidget *
mukana_pill_new (MukanaPillKind  kind,
                 const char     *label)
{
  return g_object_new (MUKANA_TYPE_PILL, "kind", kind, "label", label, NULL);
}

/** mukana_pill_keep_whole: for a day or a number that nobody may have to guess; Returns: @pill */
GtkWidget *
mukana_pill_keep_whole (GtkWidget *pill)
{
  gtk_label_set_ellipsize (MUKANA_PILL (pill)->word, PANGO_ELLIPSIZE_NONE);
  return pill;
}

/** mukana_pill_set: says another state */
void
mukana_pill_set (MukanaPill     *self,
                 MukanaPillKind  kind,
                 const char     *label)
{
  g_return_if_fail (MUKANA_IS_PILL (self));

  set_kind (self, kind);
  set_label (self, label);
}

MukanaPillKind
mukana_pill_get_kind (MukanaPill *self)
{
  g_return_val_if_fail (MUKANA_IS_PILL (self), MUKANA_PILL_NEUTRAL);

  return self->kind;
}

/** mukana_pill_get_label: Returns: borrowed */
const char *
mukana_pill_get_label (MukanaPill *self)
{
  g_return_val_if_fail (MUKANA_IS_PILL (self), NULL);

  return gtk_label_get_label (self->word);
}

GtkWidget *
mukana_pill_cell_new (void)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *pill = mukana_pill_new (MUKANA_PILL_NEUTRAL, "");

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (cell), pill);
  return cell;
}

/** mukana_pill_cell_peek: Returns: borrowed, the pill of a cell made by mukana_pill_cell_new() */
MukanaPill *
mukana_pill_cell_peek (GtkWidget *cell)
{
  return MUKANA_PILL (gtk_widget_get_first_child (cell));
}
