#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* The findings about a draft: yours, a list of MukanaIssue. */
typedef GPtrArray *(*MukanaFormCheck)     (gpointer draft);
typedef GPtrArray *(*MukanaFormCheckWith) (gpointer draft,
                                           gpointer data);

#define MUKANA_TYPE_FORM (mukana_form_get_type ())
G_DECLARE_FINAL_TYPE (MukanaForm, mukana_form, MUKANA, FORM, GObject)

MukanaForm *mukana_form_new           (MukanaFormCheck  check);
MukanaForm *mukana_form_new_with      (MukanaFormCheckWith check,
                                       gpointer         data);
void        mukana_form_load          (MukanaForm      *self,
                                       gpointer         record);
gpointer    mukana_form_get_original  (MukanaForm      *self);
gpointer    mukana_form_get_draft     (MukanaForm      *self);
void        mukana_form_set_draft     (MukanaForm      *self,
                                       gpointer         draft);
void        mukana_form_set_text      (MukanaForm      *self,
                                       const char      *field,
                                       const char      *text);
void        mukana_form_set_int       (MukanaForm      *self,
                                       const char      *field,
                                       gint64           number);
void        mukana_form_supply_int    (MukanaForm      *self,
                                       const char      *field,
                                       gint64           number);
const char *mukana_form_peek_text     (MukanaForm      *self,
                                       const char      *field);
gint64      mukana_form_get_int       (MukanaForm      *self,
                                       const char      *field);

void        mukana_form_set_mistyped  (MukanaForm      *self,
                                       const char      *field,
                                       const char      *sentence);
const char *mukana_form_peek_issue    (MukanaForm      *self,
                                       const char      *field);
const char *mukana_form_peek_hindrance (MukanaForm     *self);
gboolean    mukana_form_is_mistyped   (MukanaForm      *self,
                                       const char      *field);
void        mukana_form_touch         (MukanaForm      *self,
                                       const char      *field);
gboolean    mukana_form_reveal        (MukanaForm      *self);
gboolean    mukana_form_take_error    (MukanaForm      *self,
                                       const GError    *error);
gboolean    mukana_form_merge         (MukanaForm      *self,
                                       gpointer         theirs);

void        mukana_form_confide       (MukanaForm      *self);
gboolean    mukana_form_is_confided   (MukanaForm      *self);
gboolean    mukana_form_get_valid     (MukanaForm      *self);
gboolean    mukana_form_get_dirty     (MukanaForm      *self);
gboolean    mukana_form_get_conflict  (MukanaForm      *self);

/* Signals: "changed" whenever anything of the draft or its findings did;
 * "reveal" (field) when focus should move to the first field with a finding. */

G_END_DECLS
