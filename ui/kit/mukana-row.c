/* mukana-row.c: what a list view holds for one row: an id and, soon, a record.
 *
 * Alive only while it is on the screen.  Templates bind through it:
 * item -> record -> display-name.
 */

#include "ui/kit/mukana-row.h"

struct _MukanaRow
{
  GObject       parent_instance;

  gint64        id;
  MukanaRecord *record;   /* NULL while it is being read */
  gboolean      chosen;   /* its box is ticked */
};

enum { PROP_0, PROP_ID, PROP_RECORD, PROP_CHOSEN, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MukanaRow, mukana_row, G_TYPE_OBJECT)

static void
mukana_row_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  MukanaRow *self = MUKANA_ROW (object);

  switch (id)
    {
    case PROP_ID: g_value_set_int64 (value, self->id); break;
    case PROP_RECORD: g_value_set_object (value, self->record); break;
    case PROP_CHOSEN: g_value_set_boolean (value, self->chosen); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mukana_row_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  if (id == PROP_CHOSEN)
    mukana_row_set_chosen (MUKANA_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mukana_row_finalize (GObject *object)
{
  g_clear_object (&MUKANA_ROW (object)->record);

  G_OBJECT_CLASS (mukana_row_parent_class)->finalize (object);
}

static void
mukana_row_class_init (MukanaRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mukana_row_get_property;
  object_class->set_property = mukana_row_set_property;
  object_class->finalize = mukana_row_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, MUKANA_TYPE_RECORD,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                             G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
mukana_row_init (MukanaRow *self)
{
}

MukanaRow *
mukana_row_new (gint64 id)
{
  MukanaRow *self = g_object_new (MUKANA_TYPE_ROW, NULL);

  self->id = id;
  return self;
}

gint64
mukana_row_get_id (MukanaRow *self)
{
  return self->id;
}

/** mukana_row_get_record: Returns: (nullable): borrowed; NULL while it is being read */
gpointer
mukana_row_get_record (MukanaRow *self)
{
  return self->record;
}

void
mukana_row_set_record (MukanaRow *self,
                       gpointer   record)
{
  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

gboolean
mukana_row_get_chosen (MukanaRow *self)
{
  return self->chosen;
}

void
mukana_row_set_chosen (MukanaRow *self,
                       gboolean   chosen)
{
  if (self->chosen == !!chosen)
    return;

  self->chosen = !!chosen;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}
