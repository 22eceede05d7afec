#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MUKANA_THEME_NONE (-1)

/* How a theme that a person knows stands to a theme that a request asks for. */
typedef enum
{
  MUKANA_THEME_UNRELATED,
  MUKANA_THEME_SIBLING,      /* under the same parent, and as near as it is to both */
  MUKANA_THEME_WIDER,        /* the parent of what is asked */
  MUKANA_THEME_NARROWER,     /* a child of what is asked */
  MUKANA_THEME_EXACT,
} MukanaThemeRelation;

/* A theme that is related to another. */
typedef struct
{
  guint16 theme;
  guint16 relation;          /* MukanaThemeRelation, and not MUKANA_THEME_UNRELATED */
} MukanaThemeKin;

/* One theme.  Texts are interned by the tree and live as long as it. */
typedef struct
{
  const char *id;            /* stored and stable, "mt.mas" */
  int         parent;        /* index in the tree, or MUKANA_THEME_NONE */
  const char *label_fi;
  const char *label_sv;
  const char *label_en;
  const char *sensitivity;   /* "art9_health" …; "" when none is known */
  const char *synonyms;      /* words that also find it, parted by ";"; "" when none */
  gboolean    has_siblings;  /* cache: it may stand in for its neighbours, and they for it */
} MukanaThemeNode;

#define MUKANA_TYPE_THEME_TREE (mukana_theme_tree_get_type ())
G_DECLARE_FINAL_TYPE (MukanaThemeTree, mukana_theme_tree, MUKANA, THEME_TREE, GObject)

/* A row to make a tree of.  Borrowed texts; nullable all but @id. */
typedef struct
{
  const char *id;
  const char *parent_id;     /* NULL or "" for a root */
  const char *label_fi;
  const char *label_sv;
  const char *label_en;
  const char *sensitivity;
  const char *synonyms;
} MukanaThemeRow;

MukanaThemeTree       *mukana_theme_tree_new      (const MukanaThemeRow *rows,
                                                   guint                 n_rows);
guint                  mukana_theme_tree_size     (MukanaThemeTree      *self);
int                    mukana_theme_tree_find     (MukanaThemeTree      *self,
                                                   const char           *id);
const MukanaThemeNode *mukana_theme_tree_get      (MukanaThemeTree      *self,
                                                   int                   theme);
const char            *mukana_theme_tree_label    (MukanaThemeTree      *self,
                                                   int                   theme,
                                                   const char           *language);
MukanaThemeRelation    mukana_theme_tree_relation (MukanaThemeTree      *self,
                                                   int                   asked,
                                                   int                   known);
const MukanaThemeKin  *mukana_theme_tree_kin      (MukanaThemeTree      *self,
                                                   int                   asked,
                                                   guint                *n_kin);

G_END_DECLS
