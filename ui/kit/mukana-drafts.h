#pragma once

#include "store/mukana-store.h"
#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

/* What is typed in an owner: floating, NULL when there is nothing to lose. */
typedef GVariant *(*MukanaDraftDup)  (gpointer  owner);
/* The owner takes what was typed in one like it, on top of what is stored now. */
typedef void      (*MukanaDraftTake) (gpointer  owner,
                                      GVariant *typed);

#define MUKANA_TYPE_DRAFTS (mukana_drafts_get_type ())
G_DECLARE_FINAL_TYPE (MukanaDrafts, mukana_drafts, MUKANA, DRAFTS, GObject)

MukanaDrafts *mukana_drafts_new         (MukanaStore     *store,
                                         GPtrArray       *kept);
gboolean      mukana_drafts_add         (MukanaDrafts    *self,
                                         const char      *page,
                                         gint64           record_id,
                                         const char      *key,
                                         gpointer         owner,
                                         MukanaDraftDup   dup,
                                         MukanaDraftTake  take);
gboolean      mukana_drafts_add_form    (MukanaDrafts    *self,
                                         const char      *page,
                                         gint64           record_id,
                                         MukanaForm      *form);
void          mukana_drafts_keep        (MukanaDrafts    *self);
gboolean      mukana_drafts_peek_newest (MukanaDrafts    *self,
                                         const char     **page,
                                         gint64          *record_id);

/* For owners of more than a form: the parts of a record. */
GVariant     *mukana_drafts_dup_parts   (GPtrArray       *records);
GPtrArray    *mukana_drafts_take_parts  (GVariant        *typed,
                                         const char      *name,
                                         GType            type);

G_END_DECLS
