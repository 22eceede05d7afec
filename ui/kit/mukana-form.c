/* mukana-form.c: a draft of a record, and what is wrong with it.
 *
 * Holds the record as it was read and an immutable draft that each keystroke
 * replaces.  The check is the domain's own, so the rule exists once.  Knows
 * neither widgets nor the store: rows show it, a page saves it.
 *
 * A finding is shown beside its field only after the field was touched or
 * saving was tried: an empty form does not begin with reproaches.
 */

#include "ui/kit/mukana-form.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"

struct _MukanaForm
{
  GObject          parent_instance;

  /* One of the two, or neither. */
  MukanaFormCheck      check;
  MukanaFormCheckWith  check_with;
  gpointer             check_data;

  MukanaRecord    *original;   /* as it was read; NULL until loaded */
  MukanaRecord    *draft;      /* as it is now */
  GPtrArray       *issues;     /* of the draft, by the check */
  GPtrArray       *from_store; /* (nullable): found by the write; forgotten at the next change */
  GHashTable      *mistyped;   /* field -> sentence: what cannot even be read as a value */
  GHashTable      *touched;    /* set of fields */
  gboolean         is_revealed;
  gboolean         is_confided;  /* no draft of it is kept */
  gboolean         conflict;   /* the same field changed here and by somebody else */
};

enum { PROP_0, PROP_DRAFT, PROP_VALID, PROP_DIRTY, PROP_CONFLICT, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHANGED, REVEAL, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaForm, mukana_form, G_TYPE_OBJECT)

static void
mukana_form_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MukanaForm *self = MUKANA_FORM (object);

  switch (id)
    {
    case PROP_DRAFT: g_value_set_object (value, self->draft); break;
    case PROP_VALID: g_value_set_boolean (value, mukana_form_get_valid (self)); break;
    case PROP_DIRTY: g_value_set_boolean (value, mukana_form_get_dirty (self)); break;
    case PROP_CONFLICT: g_value_set_boolean (value, self->conflict); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mukana_form_finalize (GObject *object)
{
  MukanaForm *self = MUKANA_FORM (object);

  g_clear_object (&self->original);
  g_clear_object (&self->draft);
  g_ptr_array_unref (self->issues);
  g_clear_pointer (&self->from_store, g_ptr_array_unref);
  g_hash_table_unref (self->mistyped);
  g_hash_table_unref (self->touched);

  G_OBJECT_CLASS (mukana_form_parent_class)->finalize (object);
}

static void
mukana_form_class_init (MukanaFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mukana_form_get_property;
  object_class->finalize = mukana_form_finalize;

  props[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, MUKANA_TYPE_RECORD, flags);
  props[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE, flags);
  props[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, flags);
  props[PROP_CONFLICT] = g_param_spec_boolean ("conflict", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", MUKANA_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[REVEAL] = g_signal_new ("reveal", MUKANA_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mukana_form_init (MukanaForm *self)
{
  self->issues = mukana_issues_new ();
  self->mistyped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/** mukana_form_new: @check: (nullable): the domain's; NULL for the rules of the fields alone */
MukanaForm *
mukana_form_new (MukanaFormCheck check)
{
  MukanaForm *self = g_object_new (MUKANA_TYPE_FORM, NULL);

  self->check = check;
  return self;
}

/** mukana_form_new_with: @data: borrowed by @check for as long as the form lives */
MukanaForm *
mukana_form_new_with (MukanaFormCheckWith check,
                      gpointer            data)
{
  MukanaForm *self = g_object_new (MUKANA_TYPE_FORM, NULL);

  self->check_with = check;
  self->check_data = data;
  return self;
}

static void
announce (MukanaForm *self)
{
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GPtrArray *
find_issues (MukanaForm *self)
{
  GPtrArray *issues;

  if (self->check_with != NULL)
    return self->check_with (self->draft, self->check_data);
  if (self->check != NULL)
    return self->check (self->draft);

  issues = mukana_issues_new ();
  mukana_record_check (self->draft, issues);
  return issues;
}

static void
check_again (MukanaForm *self)
{
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_pointer (&self->from_store, g_ptr_array_unref);

  self->issues = self->draft != NULL ? find_issues (self) : mukana_issues_new ();

  announce (self);
}

/** mukana_form_load: begins with @record, as read from the store or made anew; not dirty */
void
mukana_form_load (MukanaForm *self,
                  gpointer    record)
{
  g_set_object (&self->original, record);
  g_set_object (&self->draft, record);
  g_hash_table_remove_all (self->mistyped);
  g_hash_table_remove_all (self->touched);
  self->is_revealed = FALSE;
  self->conflict = FALSE;
  check_again (self);
}

gpointer
mukana_form_get_original (MukanaForm *self)
{
  return self->original;
}

/**
 * mukana_form_get_draft:
 *
 * Returns: borrowed, the record to save; it keeps the version it was read with
 */
gpointer
mukana_form_get_draft (MukanaForm *self)
{
  return self->draft;
}

/** mukana_form_set_draft: replaces the draft, for a change that touches several fields at once */
void
mukana_form_set_draft (MukanaForm *self,
                       gpointer    draft)
{
  if (g_set_object (&self->draft, draft))
    check_again (self);
}

void
mukana_form_set_text (MukanaForm *self,
                      const char *field,
                      const char *text)
{
  gboolean was_mistyped = g_hash_table_remove (self->mistyped, field);
  const char *value = text != NULL && *text != '\0' ? text : NULL;
  g_autoptr (MukanaRecord) draft = NULL;

  if (!was_mistyped && g_strcmp0 (mukana_record_peek_text (self->draft, field), value) == 0)
    return;

  draft = mukana_record_with_text (self->draft, field, value);
  g_hash_table_add (self->touched, g_strdup (field));
  g_set_object (&self->draft, draft);
  check_again (self);
}

void
mukana_form_set_int (MukanaForm *self,
                     const char *field,
                     gint64      number)
{
  gboolean was_mistyped = g_hash_table_remove (self->mistyped, field);
  g_autoptr (MukanaRecord) draft = NULL;

  if (!was_mistyped && mukana_record_get_int (self->draft, field) == number)
    return;

  draft = mukana_record_with_int (self->draft, field, number);
  g_hash_table_add (self->touched, g_strdup (field));
  g_set_object (&self->draft, draft);
  check_again (self);
}

/**
 * mukana_form_supply_int:
 *
 * What the program has found out for whoever fills in the form.  They have
 * changed nothing by it, so leaving asks nothing.
 */
void
mukana_form_supply_int (MukanaForm *self,
                        const char *field,
                        gint64      number)
{
  gboolean is_untouched = self->draft == self->original;
  g_autoptr (MukanaRecord) original = mukana_record_with_int (self->original, field, number);
  g_autoptr (MukanaRecord) draft = is_untouched ? g_object_ref (original)
                                   : mukana_record_with_int (self->draft, field, number);

  if (mukana_record_get_int (self->draft, field) == number)
    return;

  g_set_object (&self->original, original);
  g_set_object (&self->draft, draft);
  check_again (self);
}

const char *
mukana_form_peek_text (MukanaForm *self,
                       const char *field)
{
  return self->draft != NULL ? mukana_record_peek_text (self->draft, field) : NULL;
}

gint64
mukana_form_get_int (MukanaForm *self,
                     const char *field)
{
  return self->draft != NULL ? mukana_record_get_int (self->draft, field) : 0;
}

/**
 * mukana_form_set_mistyped:
 * @sentence: translated: why what was typed is not a value at all
 *
 * The draft keeps its last value, and the form is not valid until the field
 * holds one again.
 */
void
mukana_form_set_mistyped (MukanaForm *self,
                          const char *field,
                          const char *sentence)
{
  g_hash_table_replace (self->mistyped, g_strdup (field), g_strdup (sentence));
  g_hash_table_add (self->touched, g_strdup (field));
  announce (self);
}

/** mukana_form_is_mistyped: Returns: whether what was typed last in @field is no value */
gboolean
mukana_form_is_mistyped (MukanaForm *self,
                         const char *field)
{
  return g_hash_table_contains (self->mistyped, field);
}

/** mukana_form_touch: the person has left the field: its findings may be shown */
void
mukana_form_touch (MukanaForm *self,
                   const char *field)
{
  if (g_hash_table_add (self->touched, g_strdup (field)))
    g_signal_emit (self, signals[CHANGED], 0);
}

static const MukanaIssue *
find_issue (MukanaForm *self,
            const char *field)
{
  const MukanaIssue *issue = NULL;

  if (self->from_store != NULL)
    issue = mukana_issues_find (self->from_store, field);

  return issue != NULL ? issue : mukana_issues_find (self->issues, field);
}

/** mukana_form_peek_issue: Returns: (nullable): borrowed, what to show beside @field, translated */
const char *
mukana_form_peek_issue (MukanaForm *self,
                        const char *field)
{
  const char *mistyped = g_hash_table_lookup (self->mistyped, field);
  const MukanaIssue *issue;

  if (mistyped != NULL)
    return mistyped;
  if (!self->is_revealed && !g_hash_table_contains (self->touched, field))
    return NULL;

  issue = find_issue (self, field);
  return issue != NULL ? _(issue->sentence) : NULL;
}

static const char *
first_bad_field (MukanaForm *self)
{
  guint n_fields = 0;
  const MukanaField *fields = self->draft ? mukana_record_peek_fields (self->draft,
                                                                       &n_fields) : NULL;

  for (guint i = 0; i < n_fields; i++)
    if (mukana_form_peek_issue (self, fields[i].name) != NULL)
      return fields[i].name;

  return NULL;
}

/**
 * mukana_form_peek_hindrance:
 *
 * Whoever cannot save is told why, also when nobody has come to the field yet.
 *
 * Returns: (nullable): borrowed, the first finding there is, translated; one that is shown beside
 *   its field before others
 */
const char *
mukana_form_peek_hindrance (MukanaForm *self)
{
  const char *shown = first_bad_field (self);
  GPtrArray *issues = self->from_store != NULL ? self->from_store : self->issues;
  const MukanaIssue *first = issues->len > 0 ? g_ptr_array_index (issues, 0) : NULL;

  if (shown != NULL)
    return mukana_form_peek_issue (self, shown);

  return first != NULL ? _(first->sentence) : NULL;
}

/**
 * mukana_form_reveal:
 *
 * Shows every finding and moves focus to the first: for a Save that was pressed.
 *
 * Returns: whether the draft may be saved
 */
gboolean
mukana_form_reveal (MukanaForm *self)
{
  self->is_revealed = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);

  if (mukana_form_get_valid (self))
    return TRUE;

  g_signal_emit (self, signals[REVEAL], 0, first_bad_field (self));
  return FALSE;
}

/**
 * mukana_form_take_error:
 * @error: from the write
 *
 * Returns: whether the form shows it: findings beside their fields, a conflict
 *   as the property "conflict"; else the caller shows it
 */
gboolean
mukana_form_take_error (MukanaForm   *self,
                        const GError *error)
{
  GPtrArray *issues = mukana_error_get_issues (error);

  if (issues != NULL)
    {
      g_clear_pointer (&self->from_store, g_ptr_array_unref);
      self->from_store = g_ptr_array_ref (issues);
      self->is_revealed = TRUE;
      announce (self);
      g_signal_emit (self, signals[REVEAL], 0, first_bad_field (self));
      return first_bad_field (self) != NULL;
    }

  if (g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT))
    {
      self->conflict = TRUE;
      announce (self);
      return TRUE;
    }

  return FALSE;
}

static gboolean
fields_equal (MukanaRecord      *a,
              MukanaRecord      *b,
              const MukanaField *field)
{
  if (field->kind == MUKANA_FIELD_TEXT)
    return g_strcmp0 (mukana_record_peek_text (a, field->name),
                      mukana_record_peek_text (b, field->name)) == 0;

  return mukana_record_get_int (a, field->name) == mukana_record_get_int (b, field->name);
}

/* The store's own stamps differ at every save and are never typed. */
static gboolean
is_stamp (const MukanaField *field)
{
  return field->kind == MUKANA_FIELD_TIME || g_str_equal (field->name, "version");
}

/**
 * mukana_form_merge:
 * @theirs: the record as it now is in the store
 *
 * Fields that only one side changed take that side's value.  Where both did,
 * the draft keeps what was typed and "conflict" is set.
 *
 * Returns: whether everything could be merged
 */
gboolean
mukana_form_merge (MukanaForm *self,
                   gpointer    theirs)
{
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (theirs, &n_fields);
  g_autoptr (MukanaRecord) merged = g_object_ref (theirs);

  self->conflict = FALSE;
  for (guint i = 0; i < n_fields; i++)
    {
      const MukanaField *field = &fields[i];
      MukanaRecord *next;

      if (is_stamp (field) || fields_equal (self->draft, self->original, field) ||
          fields_equal (self->draft, theirs, field))
        continue;

      if (!fields_equal (self->original, theirs, field))
        self->conflict = TRUE;

      next = field->kind == MUKANA_FIELD_TEXT
               ? mukana_record_with_text (merged, field->name,
                                          mukana_record_peek_text (self->draft, field->name))
               : mukana_record_with_int (merged, field->name,
                                         mukana_record_get_int (self->draft, field->name));
      g_object_unref (merged);
      merged = next;
    }

  g_set_object (&self->original, theirs);
  g_set_object (&self->draft, merged);
  check_again (self);
  return !self->conflict;
}

gboolean
mukana_form_get_valid (MukanaForm *self)
{
  return self->draft != NULL && self->issues->len == 0 && self->from_store == NULL &&
         g_hash_table_size (self->mistyped) == 0;
}

gboolean
mukana_form_get_dirty (MukanaForm *self)
{
  return self->draft != NULL &&
         (g_hash_table_size (self->mistyped) > 0 ||
          (self->draft != self->original && !mukana_record_equal (self->draft, self->original)));
}

gboolean
mukana_form_get_conflict (MukanaForm *self)
{
  return self->conflict;
}

/** mukana_form_confide: what is typed here is kept nowhere but in the record that is saved */
void
mukana_form_confide (MukanaForm *self)
{
  self->is_confided = TRUE;
}

gboolean
mukana_form_is_confided (MukanaForm *self)
{
  return self->is_confided;
}
