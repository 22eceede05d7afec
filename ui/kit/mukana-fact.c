/* mukana-fact.c: one fact in a line of facts: a quiet icon and a few words. */

#include "ui/kit/mukana-fact.h"

struct _MukanaFact
{
  GtkBox    parent_instance;

  GtkImage *icon;
  GtkLabel *text;
};

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_TEXT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MukanaFact, mukana_fact, GTK_TYPE_BOX)

static void
mukana_fact_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MukanaFact *self = MUKANA_FACT (object);

  switch (id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (self->icon));
      break;
    case PROP_TEXT:
      g_value_set_string (value, gtk_label_get_label (self->text));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mukana_fact_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MukanaFact *self = MUKANA_FACT (object);

  switch (id)
    {
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
      break;
    case PROP_TEXT:
      mukana_fact_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mukana_fact_class_init (MukanaFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mukana_fact_get_property;
  object_class->set_property = mukana_fact_set_property;

  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "mukana-fact");
}

static void
mukana_fact_init (MukanaFact *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0,
                             "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->text));
}

/** mukana_fact_new: @text: translated; the icon only repeats what it says */
GtkWidget *
mukana_fact_new (const char *icon_name,
                 const char *text)
{
  return g_object_new (MUKANA_TYPE_FACT, "icon-name", icon_name, "text", text, NULL);
}

/** mukana_fact_set_text: @text: (nullable): a fact without words is not shown */
void
mukana_fact_set_text (MukanaFact *self,
                      const char *text)
{
  g_return_if_fail (MUKANA_IS_FACT (self));

  gtk_label_set_label (self->text, text ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_set_visible (GTK_WIDGET (self), text && *text);
}
