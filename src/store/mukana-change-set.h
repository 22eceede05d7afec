#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The kinds of record that a change can be about. */
typedef enum
{
  MUKANA_KIND_PERSON,        /* and what belongs to one: the id is the person's */
  MUKANA_KIND_CONSENT,       /* id: the person's */
  MUKANA_KIND_AVAILABILITY,  /* id: the person's */
  MUKANA_KIND_ORGANISATION,
  MUKANA_KIND_REQUEST,
  MUKANA_KIND_PROPOSAL,
  MUKANA_KIND_ASSIGNMENT,
  MUKANA_KIND_FEE,
  MUKANA_KIND_FEE_BATCH,
  MUKANA_KIND_FEEDBACK,
  MUKANA_KIND_LOG_ENTRY,
  MUKANA_KIND_VOCABULARY,    /* themes, methods, roles, fee and travel tables */
  MUKANA_KIND_REGISTER,      /* the register itself: its name, its settings */
  MUKANA_KIND_RIGHTS,        /* what a person asked for about their data, and breaches of it */
  MUKANA_KIND_USER,          /* who works with the register */
  MUKANA_KIND_COOPERATION,   /* points, theme days, groups */
  MUKANA_KIND_PROGRAMME,     /* the programme of participation and its readings */
  MUKANA_KIND_EVERYTHING,    /* too much to tell: read again */
} MukanaKind;

typedef enum
{
  MUKANA_EFFECT_ADDED,
  MUKANA_EFFECT_CHANGED,
  MUKANA_EFFECT_REMOVED,
  MUKANA_EFFECT_ENDED,       /* a consent ended: leave every list that rested on it, now */
} MukanaEffect;

typedef struct
{
  MukanaKind   kind;
  MukanaEffect effect;
  gint64       id;
} MukanaChange;

#define MUKANA_TYPE_CHANGE_SET (mukana_change_set_get_type ())
typedef struct _MukanaChangeSet MukanaChangeSet;

GType                mukana_change_set_get_type     (void);
MukanaChangeSet     *mukana_change_set_new          (gint64                 revision);
MukanaChangeSet     *mukana_change_set_ref          (MukanaChangeSet       *self);
void                 mukana_change_set_unref        (MukanaChangeSet       *self);
void                 mukana_change_set_add          (MukanaChangeSet       *self,
                                                     MukanaKind             kind,
                                                     gint64                 id,
                                                     MukanaEffect           effect);
gint64               mukana_change_set_get_revision (MukanaChangeSet       *self);
const MukanaChange  *mukana_change_set_peek         (MukanaChangeSet       *self,
                                                     guint                 *n_changes);
gboolean             mukana_change_set_touches      (MukanaChangeSet       *self,
                                                     MukanaKind             kind,
                                                     gint64                 id);
char                *mukana_change_set_to_payload   (MukanaChangeSet       *self);
MukanaChangeSet     *mukana_change_set_from_payload (const char            *payload);
const char          *mukana_kind_name               (MukanaKind             kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaChangeSet, mukana_change_set_unref)

G_END_DECLS
