#pragma once

#include <glib-object.h>

#include "base/mukana-field.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_RECORD (mukana_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (MukanaRecord, mukana_record, MUKANA, RECORD, GObject)

struct _MukanaRecordClass
{
  GObjectClass        parent_class;
  const MukanaField  *fields;
  guint               n_fields;
};

void               mukana_record_class_set_fields (MukanaRecordClass *klass,
                                                   const MukanaField *fields,
                                                   guint              n_fields);

const MukanaField *mukana_record_peek_fields (MukanaRecord *self,
                                              guint        *n_fields);
const MukanaField *mukana_record_find_field  (MukanaRecord *self,
                                              const char   *name);
gboolean           mukana_field_may_be_unsaid (const MukanaField *field);
const char        *mukana_record_peek_text   (MukanaRecord *self,
                                              const char   *name);
gint64             mukana_record_get_int     (MukanaRecord *self,
                                              const char   *name);
gpointer           mukana_record_with_text   (gpointer      self,
                                              const char   *name,
                                              const char   *value);
gpointer           mukana_record_with_int    (gpointer      self,
                                              const char   *name,
                                              gint64        value);
gboolean           mukana_record_equal       (MukanaRecord *a,
                                              MukanaRecord *b);
char              *mukana_record_dup_changes (MukanaRecord *before,
                                              MukanaRecord *after);
GVariant          *mukana_record_dup_difference (MukanaRecord *before,
                                                 MukanaRecord *after);
gpointer           mukana_record_with_difference (gpointer    self,
                                                  GVariant   *difference);
void               mukana_record_check       (MukanaRecord *self,
                                              GPtrArray    *issues);

/* For whoever is making a record and has not shown it to anybody yet. */
void               mukana_record_init_text   (gpointer      self,
                                              const char   *name,
                                              const char   *value);
void               mukana_record_init_int    (gpointer      self,
                                              const char   *name,
                                              gint64        value);
void               mukana_record_init_field_text (gpointer           self,
                                                  const MukanaField *field,
                                                  const char        *value);
void               mukana_record_init_field_int  (gpointer           self,
                                                  const MukanaField *field,
                                                  gint64             value);
int                mukana_record_compare_ids     (gconstpointer      a,
                                                  gconstpointer      b);

/* The get_type of a record and its class: everything else is its field table.
 * Used in the record's .c file, below its static array of fields. */
#define MUKANA_DEFINE_RECORD(TypeName, type_name, table)                            \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, MUKANA_TYPE_RECORD)                     \
  static void type_name##_class_init (TypeName##Class *klass)                       \
  {                                                                                 \
    mukana_record_class_set_fields (MUKANA_RECORD_CLASS (klass), table, G_N_ELEMENTS (table)); \
  }                                                                                 \
  static void type_name##_init (TypeName *self) { }

G_END_DECLS
