/* mukana-theme-tree.c: the subjects people know and requests ask for, as a tree.
 *
 * A theme is its index: sets, bitmaps and tables over themes are arrays.  The
 * index means something only with the tree it came from; what is stored is the
 * id.  A tree never changes: edited themes make a new tree and a new match index.
 */

#include "domain/mukana-theme-tree.h"

struct _MukanaThemeTree
{
  GObject       parent_instance;

  GArray       *nodes;           /* MukanaThemeNode */
  GHashTable   *indices;         /* borrowed id -> index */
  guint8       *relations;       /* MukanaThemeRelation of each asked theme, to each known one */
  GArray       *kin;             /* cache: MukanaThemeKin, those of each asked theme in a row */
  guint        *kin_from;        /* where those of each begin, and the end */
  GStringChunk *texts;
};

G_DEFINE_FINAL_TYPE (MukanaThemeTree, mukana_theme_tree, G_TYPE_OBJECT)

static void
mukana_theme_tree_finalize (GObject *object)
{
  MukanaThemeTree *self = MUKANA_THEME_TREE (object);

  g_hash_table_unref (self->indices);
  g_free (self->relations);
  g_free (self->kin_from);
  g_array_unref (self->kin);
  g_array_unref (self->nodes);
  g_string_chunk_free (self->texts);
  G_OBJECT_CLASS (mukana_theme_tree_parent_class)->finalize (object);
}

static void
mukana_theme_tree_class_init (MukanaThemeTreeClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mukana_theme_tree_finalize;
}

static void
mukana_theme_tree_init (MukanaThemeTree *self)
{
  self->nodes = g_array_new (FALSE, TRUE, sizeof (MukanaThemeNode));
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);
  self->kin = g_array_new (FALSE, FALSE, sizeof (MukanaThemeKin));
  self->texts = g_string_chunk_new (4096);
}

static const char *
keep (MukanaThemeTree *self,
      const char      *text)
{
  return g_string_chunk_insert_const (self->texts, text ? text : "");
}

static void
add_row (MukanaThemeTree      *self,
         const MukanaThemeRow *row)
{
  MukanaThemeNode node = {
    .id = keep (self, row->id),
    .parent = MUKANA_THEME_NONE,
    .label_fi = keep (self, row->label_fi),
    .label_sv = keep (self, row->label_sv),
    .label_en = keep (self, row->label_en),
    .sensitivity = keep (self, row->sensitivity),
    .synonyms = keep (self, row->synonyms),
  };

  g_hash_table_insert (self->indices, (gpointer) node.id, GINT_TO_POINTER (self->nodes->len));
  g_array_append_val (self->nodes, node);
}

/* Health may be told by a neighbour of the same heading of health; but under a heading that gathers
 * unlike things, "Language, culture and diversity", nobody's orientation or origin stands in for
 * another theme.  So what is sensitive has siblings only where the parent is sensitive alike. */
static gboolean
may_have_siblings (MukanaThemeTree       *self,
                   const MukanaThemeNode *node)
{
  const MukanaThemeNode *parent = mukana_theme_tree_get (self, node->parent);

  return parent != NULL && (!g_str_has_prefix (node->sensitivity, "art") ||
                            g_str_equal (node->sensitivity, parent->sensitivity));
}

static MukanaThemeRelation
find_relation (MukanaThemeTree *self,
               guint            asked,
               guint            known)
{
  const MukanaThemeNode *a = &g_array_index (self->nodes, MukanaThemeNode, asked);
  const MukanaThemeNode *k = &g_array_index (self->nodes, MukanaThemeNode, known);

  if (asked == known)
    return MUKANA_THEME_EXACT;
  if (k->parent == (int) asked)
    return MUKANA_THEME_NARROWER;
  if (a->parent == (int) known)
    return MUKANA_THEME_WIDER;
  if (a->parent == k->parent && a->has_siblings && k->has_siblings)
    return MUKANA_THEME_SIBLING;

  return MUKANA_THEME_UNRELATED;
}

/* There are some ten thousand, and for each theme a handful that is not unrelated. */
static void
fill_relations (MukanaThemeTree *self)
{
  guint n = self->nodes->len;

  self->relations = g_new (guint8, (gsize) n * n + 1);
  self->kin_from = g_new (guint, n + 1);
  for (guint asked = 0; asked < n; asked++)
    {
      self->kin_from[asked] = self->kin->len;
      for (guint known = 0; known < n; known++)
        {
          MukanaThemeRelation relation = find_relation (self, asked, known);
          MukanaThemeKin kin = { (guint16) known, (guint16) relation };

          self->relations[asked * n + known] = (guint8) relation;
          if (relation != MUKANA_THEME_UNRELATED)
            g_array_append_val (self->kin, kin);
        }
    }
  self->kin_from[n] = self->kin->len;
}

/**
 * mukana_theme_tree_new:
 * @rows: in any order; a parent may come after its children
 *
 * A parent that is not among the rows, and a theme that is its own parent,
 * make a root.  Of two rows with one id the later is found.
 *
 * Returns: (transfer full): the tree, which copies all it needs
 */
MukanaThemeTree *
mukana_theme_tree_new (const MukanaThemeRow *rows,
                       guint                 n_rows)
{
  MukanaThemeTree *self = g_object_new (MUKANA_TYPE_THEME_TREE, NULL);

  for (guint i = 0; i < n_rows; i++)
    add_row (self, &rows[i]);

  for (guint i = 0; i < n_rows; i++)
    {
      int parent = mukana_theme_tree_find (self, rows[i].parent_id);

      if (parent != (int) i)
        g_array_index (self->nodes, MukanaThemeNode, i).parent = parent;
    }

  for (guint i = 0; i < n_rows; i++)
    {
      MukanaThemeNode *node = &g_array_index (self->nodes, MukanaThemeNode, i);

      node->has_siblings = may_have_siblings (self, node);
    }

  fill_relations (self);
  return self;
}

/** mukana_theme_tree_size: Returns: how many themes; indices run from 0 to it, exclusive */
guint
mukana_theme_tree_size (MukanaThemeTree *self)
{
  return self->nodes->len;
}

/** mukana_theme_tree_find: Returns: the index of @id (nullable), or %MUKANA_THEME_NONE */
int
mukana_theme_tree_find (MukanaThemeTree *self,
                        const char      *id)
{
  gpointer index;

  if (id == NULL || !g_hash_table_lookup_extended (self->indices, id, NULL, &index))
    return MUKANA_THEME_NONE;

  return GPOINTER_TO_INT (index);
}

/** mukana_theme_tree_get: Returns: (nullable): borrowed, NULL for an index outside the tree */
const MukanaThemeNode *
mukana_theme_tree_get (MukanaThemeTree *self,
                       int              theme)
{
  if (theme < 0 || (guint) theme >= self->nodes->len)
    return NULL;

  return &g_array_index (self->nodes, MukanaThemeNode, theme);
}

/**
 * mukana_theme_tree_label:
 * @language: "fi", "sv" or "en"; anything else means "fi"
 *
 * Returns: borrowed, the label in @language, else in Finnish, else the id
 */
const char *
mukana_theme_tree_label (MukanaThemeTree *self,
                         int              theme,
                         const char      *language)
{
  const MukanaThemeNode *node = mukana_theme_tree_get (self, theme);
  const char *label;

  if (node == NULL)
    return "";

  label = g_strcmp0 (language, "sv") == 0 ? node->label_sv
        : g_strcmp0 (language, "en") == 0 ? node->label_en
                                          : node->label_fi;
  if (*label == '\0')
    label = node->label_fi;

  return *label != '\0' ? label : node->id;
}

/**
 * mukana_theme_tree_relation:
 * @asked: the theme of a request
 * @known: the theme of a person
 *
 * Two roots are not siblings: nothing joins them but the list they stand in.  Nor are themes of
 * which one is more sensitive than their parent.
 *
 * Returns: how @known stands to @asked
 */
MukanaThemeRelation
mukana_theme_tree_relation (MukanaThemeTree *self,
                            int              asked,
                            int              known)
{
  guint n = self->nodes->len;

  if ((guint) asked >= n || (guint) known >= n)
    return MUKANA_THEME_UNRELATED;

  return (MukanaThemeRelation) self->relations[(guint) asked * n + (guint) known];
}

/**
 * mukana_theme_tree_kin:
 * @asked: the theme of a request
 * @n_kin: (out): how many there are; none for an index outside the tree
 *
 * Returns: borrowed, the themes that are related to it, itself among them, in order of index
 */
const MukanaThemeKin *
mukana_theme_tree_kin (MukanaThemeTree *self,
                       int              asked,
                       guint           *n_kin)
{
  const MukanaThemeKin *kin = (const MukanaThemeKin *) (gpointer) self->kin->data;

  *n_kin = 0;
  if ((guint) asked >= self->nodes->len)
    return NULL;

  *n_kin = self->kin_from[asked + 1] - self->kin_from[asked];
  return kin + self->kin_from[asked];
}
