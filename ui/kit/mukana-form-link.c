/* mukana-form-link.c: the tie between a row and one field of a form.
 *
 * Shows the field when the form changes, unless the person is typing in the
 * row; gives the row the error style, the accessible state "invalid" and the
 * sentence when the field has a finding; moves the focus there when the form
 * asks for it.
 */

#include "ui/kit/mukana-form-link.h"

enum { PROP_0, PROP_FORM, PROP_FIELD };

static G_DEFINE_QUARK (mukana-form-link, mukana_form_link)

struct _MukanaFormLink
{
  GtkWidget          *row;       /* owns us, by our quark */
  MukanaFormLinkShow  show;
  MukanaForm         *form;
  char               *field;
  char               *title;     /* of the row, without any finding */
  gboolean            is_showing;
  char               *shown;     /* the title as we last set it; NULL before */
  gboolean            tells_issue;   /* the tooltip does, in the place of the row's own */
  char               *help;      /* (nullable): the row's own tooltip meanwhile */
};

/* The row's own title, unless it is the one that we put there with a finding. */
static void
title_changed_cb (MukanaFormLink *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->row));

  if (g_strcmp0 (title, self->shown) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
}

static void
free_link (gpointer data)
{
  MukanaFormLink *self = data;

  mukana_form_link_set_form (self, NULL);
  g_free (self->field);
  g_free (self->title);
  g_free (self->shown);
  g_free (self->help);
  g_free (self);
}

/**
 * mukana_form_link_new:
 * @row: an AdwPreferencesRow, in its init
 *
 * Returns: (transfer none): the row's tie, to no field of no form yet
 */
MukanaFormLink *
mukana_form_link_new (GtkWidget          *row,
                      MukanaFormLinkShow  show)
{
  MukanaFormLink *self = g_new0 (MukanaFormLink, 1);

  self->row = row;
  self->show = show;
  g_object_set_qdata_full (G_OBJECT (row), mukana_form_link_quark (), self, free_link);
  /* We go when the row is finalized, after which it notifies nobody. */
  g_signal_connect_swapped (row, "notify::title", G_CALLBACK (title_changed_cb), self);
  return self;
}

/** mukana_form_link_free: lets go of the form before the row goes */
void
mukana_form_link_free (MukanaFormLink *self)
{
  g_object_set_qdata (G_OBJECT (self->row), mukana_form_link_quark (), NULL);
}

static void
set_property (GObject      *row,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
  MukanaFormLink *self = g_object_get_qdata (row, mukana_form_link_quark ());

  if (id == PROP_FORM)
    mukana_form_link_set_form (self, g_value_get_object (value));
  else
    mukana_form_link_set_field (self, g_value_get_string (value));
}

/**
 * mukana_form_link_install:
 * @row_class: of rows that make their tie in their init
 *
 * Gives the rows their properties "form" and "field", for templates too.
 */
void
mukana_form_link_install (GObjectClass *row_class)
{
  row_class->set_property = set_property;
  g_object_class_install_property (row_class, PROP_FORM,
    g_param_spec_object ("form", NULL, NULL, MUKANA_TYPE_FORM,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (row_class, PROP_FIELD,
    g_param_spec_string ("field", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

/* In a narrow row the end of a title is cut off. */
static void
tell_issue (MukanaFormLink *self,
            const char     *issue)
{
  if (issue == NULL && !self->tells_issue)
    return;

  if (!self->tells_issue)
    {
      g_free (self->help);
      self->help = g_strdup (gtk_widget_get_tooltip_text (self->row));
    }
  self->tells_issue = issue != NULL;
  gtk_widget_set_tooltip_text (self->row, issue != NULL ? issue : self->help);
}

static void
show_issue (MukanaFormLink *self,
            const char     *issue)
{
  if (issue == NULL)
    gtk_widget_remove_css_class (self->row, "error");
  else
    gtk_widget_add_css_class (self->row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               issue ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);

  /* While the row is being made its title is set but not yet told. */
  if (self->title == NULL)
    title_changed_cb (self);

  /* The sentence stands in the title: rows of this age have no place of their own for it. */
  g_free (self->shown);
  self->shown = issue ? g_strdup_printf ("%s · %s", self->title, issue) : g_strdup (self->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), self->shown);
  tell_issue (self, issue);
}

static void
form_changed_cb (MukanaFormLink *self)
{
  if (self->field == NULL || mukana_form_get_draft (self->form) == NULL)
    return;

  self->is_showing = TRUE;
  self->show (self->row);
  self->is_showing = FALSE;
  show_issue (self, mukana_form_peek_issue (self->form, self->field));
}

static void
reveal_cb (MukanaFormLink *self,
           const char     *field)
{
  if (g_strcmp0 (field, self->field) == 0)
    gtk_widget_grab_focus (self->row);
}

void
mukana_form_link_set_form (MukanaFormLink *self,
                           MukanaForm     *form)
{
  if (self->form == form)
    return;

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_set_object (&self->form, form);
  if (form == NULL)
    return;

  g_signal_connect_swapped (form, "changed", G_CALLBACK (form_changed_cb), self);
  g_signal_connect_swapped (form, "reveal", G_CALLBACK (reveal_cb), self);
  form_changed_cb (self);
}

void
mukana_form_link_set_field (MukanaFormLink *self,
                            const char     *field)
{
  char *copy = g_strdup (field);   /* first: it may be our own */

  g_free (self->field);
  self->field = copy;
  if (self->form != NULL)
    form_changed_cb (self);
}

MukanaForm *
mukana_form_link_get_form (MukanaFormLink *self)
{
  return self->form;
}

const char *
mukana_form_link_peek_field (MukanaFormLink *self)
{
  return self->field;
}

static gboolean
is_tied (MukanaFormLink *self)
{
  return self->form != NULL && self->field != NULL && mukana_form_get_draft (self->form) != NULL;
}

/** mukana_form_link_is_showing: Returns: whether the row is being filled, not typed in */
gboolean
mukana_form_link_is_showing (MukanaFormLink *self)
{
  return self->is_showing || !is_tied (self);
}

/**
 * mukana_form_link_is_typing:
 *
 * Returns: whether what stands in the row is left alone: somebody is in it, or it is told to be
 *   no value, which would be told of an empty row once it was taken away
 */
gboolean
mukana_form_link_is_typing (MukanaFormLink *self)
{
  return (gtk_widget_get_state_flags (self->row) & GTK_STATE_FLAG_FOCUS_WITHIN) ||
         (is_tied (self) && mukana_form_is_mistyped (self->form, self->field));
}

const char *
mukana_form_link_peek_text (MukanaFormLink *self)
{
  return is_tied (self) ? mukana_form_peek_text (self->form, self->field) : NULL;
}

gint64
mukana_form_link_get_int (MukanaFormLink *self)
{
  return is_tied (self) ? mukana_form_get_int (self->form, self->field) : 0;
}

static gboolean
may_be_unsaid (MukanaFormLink *self)
{
  return is_tied (self) &&
         mukana_field_may_be_unsaid (mukana_record_find_field (
           mukana_form_get_draft (self->form), self->field));
}

/** mukana_form_link_get_empty: Returns: the number that an empty row says */
gint64
mukana_form_link_get_empty (MukanaFormLink *self)
{
  return may_be_unsaid (self) ? MUKANA_NUMBER_UNSAID : 0;
}

void
mukana_form_link_put_text (MukanaFormLink *self,
                           const char     *text)
{
  if (!mukana_form_link_is_showing (self))
    mukana_form_set_text (self->form, self->field, text);
}

void
mukana_form_link_put_int (MukanaFormLink *self,
                          gint64          number)
{
  if (!mukana_form_link_is_showing (self))
    mukana_form_set_int (self->form, self->field, number);
}

void
mukana_form_link_put_mistyped (MukanaFormLink *self,
                               const char     *sentence)
{
  if (!mukana_form_link_is_showing (self))
    mukana_form_set_mistyped (self->form, self->field, sentence);
}

void
mukana_form_link_touch (MukanaFormLink *self)
{
  if (is_tied (self))
    mukana_form_touch (self->form, self->field);
}
