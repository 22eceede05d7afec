#pragma once

/* schema-kit.h: the schema's columns with their privacy classes, and a register in which each of
 * them is filled for a person.
 *
 * A column that somebody adds is filled too, so a test that looks for all of them fails until
 * copying and erasing know of it.
 */

#include "store/mukana-db.h"

G_BEGIN_DECLS

typedef struct
{
  char *table;
  char *column;
  char *privacy;      /* "plain", "personal", "contact", "special", "money", "secret" */
  char *type;         /* as it stands in the schema: "TEXT", "BIGINT", "{{bytes}}" … */
  char *rest;         /* the line after the type */
} SchemaColumn;

GPtrArray *schema_kit_columns  (void);
char      *schema_kit_marker   (const char         *person,
                                const SchemaColumn *column);
gboolean   schema_kit_is_marked (const SchemaColumn *column);
gboolean   schema_kit_is_about_somebody_else (const char *table);
gboolean   schema_kit_fill     (MukanaDb           *db,
                                gint64              base_id,
                                const char         *person,
                                GError            **error);

G_END_DECLS
