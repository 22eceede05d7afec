/* mukana-page.c: what all pages have in common.
 *
 * A page is content, sometimes a bar below it, and widgets that the window
 * shows in its header while the page is on the screen.  It knows the context
 * it works in and the route words it may ask for; it knows neither the window
 * nor the other pages, and reaches both through actions.
 */

#include "ui/kit/mukana-page.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-lend.h"

typedef struct
{
  const MukanaPageInfo *info;
  MukanaContext        *context;
  GCancellable         *cancellable;   /* of the page's reads; cancelled when it goes */
  MukanaForm           *form;          /* NULL: nothing to lose */
  gint64                record_id;     /* as it was opened with */

  char                 *title;
  char                 *subtitle;
  char                 *search_hint;   /* NULL: the page cannot be searched */
  char                 *search_text;
  gboolean              narrow;

  GtkWidget            *content;
  GtkWidget            *bottom_bar;
  GtkWidget            *start;         /* ours, but shown in the window's header */
  GtkWidget            *end;
} MukanaPagePrivate;

enum { PROP_0, PROP_CONTEXT, PROP_TITLE, PROP_SUBTITLE, PROP_SEARCH_HINT, PROP_SEARCH_TEXT,
       PROP_NARROW, PROP_CONTENT, PROP_BOTTOM_BAR, N_PROPS };
static GParamSpec *props[N_PROPS];

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (MukanaPage, mukana_page, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (MukanaPage)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static MukanaPagePrivate *
peek (MukanaPage *self)
{
  return mukana_page_get_instance_private (self);
}

/* Whoever binds to a text may not be given NULL. */
static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
set_text (MukanaPage *self,
          char      **slot,
          const char *text,
          int         prop)
{
  char *copy;

  if (g_strcmp0 (*slot, text) == 0)
    return;

  copy = g_strdup (text);
  g_free (*slot);
  *slot = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
mukana_page_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MukanaPagePrivate *priv = peek (MUKANA_PAGE (object));

  switch (id)
    {
    case PROP_CONTEXT: g_value_set_object (value, priv->context); break;
    case PROP_TITLE: g_value_set_string (value, or_empty (priv->title)); break;
    case PROP_SUBTITLE: g_value_set_string (value, or_empty (priv->subtitle)); break;
    case PROP_SEARCH_HINT: g_value_set_string (value, priv->search_hint); break;
    case PROP_SEARCH_TEXT: g_value_set_string (value, or_empty (priv->search_text)); break;
    case PROP_NARROW: g_value_set_boolean (value, priv->narrow); break;
    case PROP_CONTENT: g_value_set_object (value, priv->content); break;
    case PROP_BOTTOM_BAR: g_value_set_object (value, priv->bottom_bar); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mukana_page_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MukanaPage *self = MUKANA_PAGE (object);

  switch (id)
    {
    case PROP_CONTEXT: peek (self)->context = g_value_dup_object (value); break;
    case PROP_TITLE: mukana_page_set_title (self, g_value_get_string (value)); break;
    case PROP_SUBTITLE: mukana_page_set_subtitle (self, g_value_get_string (value)); break;
    case PROP_SEARCH_HINT: mukana_page_set_search_hint (self, g_value_get_string (value)); break;
    case PROP_SEARCH_TEXT: mukana_page_set_search_text (self, g_value_get_string (value)); break;
    case PROP_NARROW: mukana_page_set_narrow (self, g_value_get_boolean (value)); break;
    case PROP_CONTENT: mukana_page_set_content (self, g_value_get_object (value)); break;
    case PROP_BOTTOM_BAR: mukana_page_set_bottom_bar (self, g_value_get_object (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Deeds that the role has not are off; what is done is refused in the store anyhow. */
static void
limit_actions (MukanaPage *self)
{
  MukanaContext *context = peek (self)->context;
  const GVariantType *type;
  const char *action, *property;
  GType owner;

  /* It wants a place for each answer, asked for or not. */
  for (guint i = 0; context != NULL &&
                    gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (self), i, &owner, &action,
                                                   &type, &property); i++)
    if (!mukana_context_may_act (context, action))
      gtk_widget_action_set_enabled (GTK_WIDGET (self), action, FALSE);
}

/* Menus forget in GTK 4.8 what a box was lent when it has left the header and comes back. */
static void
entered_header_cb (GtkWidget  *widget,
                   GParamSpec *pspec,
                   gpointer    page)
{
  if (gtk_widget_get_root (widget) != NULL)
    mukana_lend_actions (page, widget);
}

/* In the header of the window the page is not above the box.  Lent at once too: what is put into
 * a box that has been lent nothing yet does not see what it is lent later. */
static void
lend_to_header (MukanaPage *self,
                GtkWidget  *box)
{
  mukana_lend_actions (GTK_WIDGET (self), box);
  g_signal_connect_object (box, "notify::root", G_CALLBACK (entered_header_cb), self, 0);
}

static void
mukana_page_constructed (GObject *object)
{
  MukanaPagePrivate *priv = peek (MUKANA_PAGE (object));

  G_OBJECT_CLASS (mukana_page_parent_class)->constructed (object);
  limit_actions (MUKANA_PAGE (object));

  lend_to_header (MUKANA_PAGE (object), priv->start);
  lend_to_header (MUKANA_PAGE (object), priv->end);
}

static void
mukana_page_dispose (GObject *object)
{
  MukanaPage *self = MUKANA_PAGE (object);
  MukanaPagePrivate *priv = peek (self);
  GtkWidget *child;

  g_cancellable_cancel (priv->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  priv->content = priv->bottom_bar = NULL;
  g_clear_object (&priv->start);
  g_clear_object (&priv->end);
  g_clear_object (&priv->form);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (mukana_page_parent_class)->dispose (object);
}

static void
mukana_page_finalize (GObject *object)
{
  MukanaPagePrivate *priv = peek (MUKANA_PAGE (object));

  g_object_unref (priv->cancellable);
  g_free (priv->title);
  g_free (priv->subtitle);
  g_free (priv->search_hint);
  g_free (priv->search_text);

  G_OBJECT_CLASS (mukana_page_parent_class)->finalize (object);
}

/* In a template: <child> is the content, <child type="start"> and "end" go to
 * the window's header, <child type="bottom"> is the bar below. */
static void
mukana_page_add_child (GtkBuildable *buildable,
                       GtkBuilder   *builder,
                       GObject      *child,
                       const char   *type)
{
  MukanaPage *self = MUKANA_PAGE (buildable);

  if (g_strcmp0 (type, "start") == 0)
    mukana_page_add_start (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    mukana_page_add_end (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "bottom") == 0)
    mukana_page_set_bottom_bar (self, GTK_WIDGET (child));
  else if (GTK_IS_WIDGET (child))
    mukana_page_set_content (self, GTK_WIDGET (child));
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  iface->add_child = mukana_page_add_child;
}

static gboolean
mukana_page_real_may_leave (MukanaPage *self)
{
  MukanaForm *form = peek (self)->form;

  return form == NULL || !mukana_form_get_dirty (form);
}

static void
mukana_page_class_init (MukanaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mukana_page_get_property;
  object_class->set_property = mukana_page_set_property;
  object_class->constructed = mukana_page_constructed;
  object_class->dispose = mukana_page_dispose;
  object_class->finalize = mukana_page_finalize;
  klass->may_leave = mukana_page_real_may_leave;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, MUKANA_TYPE_CONTEXT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                             G_PARAM_STATIC_STRINGS);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_SEARCH_HINT] = g_param_spec_string ("search-hint", NULL, NULL, NULL, flags);
  props[PROP_SEARCH_TEXT] = g_param_spec_string ("search-text", NULL, NULL, NULL, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_BOTTOM_BAR] = g_param_spec_object ("bottom-bar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mukana-page");
}

static void
mukana_page_init (MukanaPage *self)
{
  MukanaPagePrivate *priv = peek (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  priv->cancellable = g_cancellable_new ();
  priv->start = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  priv->end = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/* Whoever may not add to the list of the page is not offered to. */
static void
hide_additions (MukanaPage *self,
                GtkWidget  *box)
{
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ACTIONABLE (child) && !mukana_page_can_add (self) &&
        g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), "win.new") == 0)
      gtk_widget_set_visible (child, FALSE);
}

/** mukana_page_new: Returns: (transfer floating): a page made from the registry */
MukanaPage *
mukana_page_new (const MukanaPageInfo *info,
                 MukanaContext        *context)
{
  MukanaPage *self = g_object_new (info->get_type (), "context", context, NULL);
  MukanaPagePrivate *priv = peek (self);

  priv->info = info;
  hide_additions (self, priv->start);
  hide_additions (self, priv->end);
  if (priv->title == NULL)
    mukana_page_set_title (self, _(info->title));
  return self;
}

/** mukana_page_peek_info: Returns: (nullable): borrowed; NULL until the page is made */
const MukanaPageInfo *
mukana_page_peek_info (MukanaPage *self)
{
  return peek (self)->info;
}

MukanaContext *
mukana_page_get_context (MukanaPage *self)
{
  return peek (self)->context;
}

MukanaStore *
mukana_page_get_store (MukanaPage *self)
{
  return mukana_context_get_store (peek (self)->context);
}

/** mukana_page_get_record_id: Returns: what the page was opened with; 0 for a list */
gint64
mukana_page_get_record_id (MukanaPage *self)
{
  return peek (self)->record_id;
}

/** mukana_page_get_cancellable: of the page's reads; cancelled when the page goes */
GCancellable *
mukana_page_get_cancellable (MukanaPage *self)
{
  return peek (self)->cancellable;
}

void
mukana_page_set_title (MukanaPage *self,
                       const char *title)
{
  set_text (self, &peek (self)->title, title, PROP_TITLE);
}

const char *
mukana_page_get_title (MukanaPage *self)
{
  return peek (self)->title;
}

void
mukana_page_set_subtitle (MukanaPage *self,
                          const char *subtitle)
{
  set_text (self, &peek (self)->subtitle, subtitle, PROP_SUBTITLE);
}

const char *
mukana_page_get_subtitle (MukanaPage *self)
{
  return peek (self)->subtitle;
}

/** mukana_page_set_search_hint: says that the page can be searched, and for what */
void
mukana_page_set_search_hint (MukanaPage *self,
                             const char *hint)
{
  set_text (self, &peek (self)->search_hint, hint, PROP_SEARCH_HINT);
}

const char *
mukana_page_get_search_hint (MukanaPage *self)
{
  return peek (self)->search_hint;
}

void
mukana_page_set_search_text (MukanaPage *self,
                             const char *text)
{
  MukanaPagePrivate *priv = peek (self);
  MukanaPageClass *klass = MUKANA_PAGE_GET_CLASS (self);

  if (g_strcmp0 (or_empty (priv->search_text), or_empty (text)) == 0)
    return;

  set_text (self, &priv->search_text, text, PROP_SEARCH_TEXT);
  if (klass->search_changed != NULL)
    klass->search_changed (self, or_empty (text));
}

/** mukana_page_get_search_text: Returns: borrowed, "" when nothing is typed */
const char *
mukana_page_get_search_text (MukanaPage *self)
{
  return or_empty (peek (self)->search_text);
}

gboolean
mukana_page_get_narrow (MukanaPage *self)
{
  return peek (self)->narrow;
}

void
mukana_page_set_narrow (MukanaPage *self,
                        gboolean    narrow)
{
  MukanaPagePrivate *priv = peek (self);
  MukanaPageClass *klass = MUKANA_PAGE_GET_CLASS (self);

  if (priv->narrow == !!narrow)
    return;

  priv->narrow = !!narrow;
  if (klass->narrow_changed != NULL)
    klass->narrow_changed (self, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

/** mukana_page_set_form: the form whose unsaved changes the window asks about before leaving */
void
mukana_page_set_form (MukanaPage *self,
                      MukanaForm *form)
{
  g_set_object (&peek (self)->form, form);
}

static void
replace_child (MukanaPage *self,
               GtkWidget **slot,
               GtkWidget  *child,
               int         prop)
{
  if (*slot == child)
    return;

  g_clear_pointer (slot, gtk_widget_unparent);
  *slot = child;
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self),
                              prop == PROP_CONTENT ? peek (self)->bottom_bar : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
mukana_page_set_content (MukanaPage *self,
                         GtkWidget  *content)
{
  if (content != NULL)
    gtk_widget_set_vexpand (content, TRUE);
  replace_child (self, &peek (self)->content, content, PROP_CONTENT);
}

void
mukana_page_set_bottom_bar (MukanaPage *self,
                            GtkWidget  *bar)
{
  replace_child (self, &peek (self)->bottom_bar, bar, PROP_BOTTOM_BAR);
}

/** mukana_page_add_start: shows @widget at the start of the window's header */
void
mukana_page_add_start (MukanaPage *self,
                       GtkWidget  *widget)
{
  gtk_box_append (GTK_BOX (peek (self)->start), widget);
}

/** mukana_page_add_end: shows @widget at the end of the window's header, before the menu */
void
mukana_page_add_end (MukanaPage *self,
                     GtkWidget  *widget)
{
  gtk_box_append (GTK_BOX (peek (self)->end), widget);
}

GtkWidget *
mukana_page_peek_start (MukanaPage *self)
{
  return peek (self)->start;
}

GtkWidget *
mukana_page_peek_end (MukanaPage *self)
{
  return peek (self)->end;
}

/**
 * mukana_page_run_async:
 * @job: a constant
 * @arg: (transfer full): as for mukana_store_run_async()
 *
 * Runs a job for the page: a read ends with the page, a write does not.  Give
 * g_object_ref (self) as @user_data and take it back in @done; finish with
 * mukana_store_run_finish() and hand an error to mukana_page_fail(), which
 * says nothing about one that was only cancelled.
 */
void
mukana_page_run_async (MukanaPage          *self,
                       const MukanaJob     *job,
                       gpointer             arg,
                       GDestroyNotify       free_arg,
                       GAsyncReadyCallback  done,
                       gpointer             user_data)
{
  mukana_store_run_async (mukana_page_get_store (self), job, arg, free_arg,
                          job->lane == MUKANA_LANE_WRITE ? NULL : peek (self)->cancellable,
                          done, user_data);
}

/** mukana_page_show: asks for another page, for the record @id or 0 */
void
mukana_page_show (MukanaPage *self,
                  const char *route,
                  gint64      id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.show", "(sx)", route, id);
}

void
mukana_page_go_back (MukanaPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/** mukana_page_toast: says something in passing, and what was done where nothing was changed */
void
mukana_page_toast (MukanaPage *self,
                   const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sx)", sentence, (gint64) 0);
}

/**
 * mukana_page_did:
 * @sentence: what was done, translated
 * @step: (transfer full): how to take it back
 *
 * Says it in a toast with Undo; Ctrl+Z reaches the same step.
 */
void
mukana_page_did (MukanaPage *self,
                 const char *sentence,
                 MukanaStep *step)
{
  gint64 serial = mukana_undo_push (mukana_context_get_undo (peek (self)->context), step);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sx)", sentence, serial);
}

/** mukana_page_did_for_good: says, after a commit, what was done and nothing takes back */
void
mukana_page_did_for_good (MukanaPage *self,
                          const char *sentence)
{
  mukana_undo_push (mukana_context_get_undo (peek (self)->context),
                    mukana_step_new_final (sentence));
  mukana_page_toast (self, sentence);
}

typedef struct
{
  MukanaPage      *page;
  const MukanaJob *job;
  char            *sentence;
  MukanaStep      *step;       /* NULL: nothing takes it back */
} Doing;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autofree Doing *doing = data;
  g_autoptr (MukanaPage) page = doing->page;
  g_autofree char *sentence = doing->sentence;
  g_autoptr (GError) error = NULL;
  gpointer given = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (given != NULL && doing->job->free_result != NULL)
    doing->job->free_result (given);
  if (error != NULL)
    {
      g_clear_pointer (&doing->step, mukana_step_free);
      mukana_page_fail (page, error);
    }
  else if (doing->step != NULL)
    mukana_page_did (page, sentence, doing->step);
  else
    mukana_page_did_for_good (page, sentence);
}

/**
 * mukana_page_do:
 * @job: a constant whose result nobody needs
 * @arg: (transfer full): as for mukana_store_run_async()
 * @sentence: what is said when it is done, translated
 * @step: (transfer full) (nullable): how to take it back then; NULL: nothing does
 */
void
mukana_page_do (MukanaPage      *self,
                const MukanaJob *job,
                gpointer         arg,
                GDestroyNotify   free_arg,
                const char      *sentence,
                MukanaStep      *step)
{
  Doing *doing = g_new0 (Doing, 1);

  *doing = (Doing) { g_object_ref (self), job, g_strdup (sentence), step };
  mukana_page_run_async (self, job, arg, free_arg, done_cb, doing);
}

/** mukana_page_fail: shows an error as the error view sees fit; nothing when it was cancelled */
void
mukana_page_fail (MukanaPage   *self,
                  const GError *error)
{
  mukana_error_view_show (GTK_WIDGET (self), error);
}

void
mukana_page_open (MukanaPage *self,
                  gint64      id)
{
  MukanaPageClass *klass = MUKANA_PAGE_GET_CLASS (self);

  peek (self)->record_id = id;
  if (klass->open != NULL)
    klass->open (self, id);
}

gboolean
mukana_page_may_leave (MukanaPage *self)
{
  return MUKANA_PAGE_GET_CLASS (self)->may_leave (self);
}

gboolean
mukana_page_can_add (MukanaPage *self)
{
  return MUKANA_PAGE_GET_CLASS (self)->add != NULL &&
         (peek (self)->context == NULL ||
          mukana_context_may_add (peek (self)->context, mukana_page_peek_info (self)->id));
}

void
mukana_page_add (MukanaPage *self)
{
  MukanaPageClass *klass = MUKANA_PAGE_GET_CLASS (self);

  if (klass->add != NULL)
    klass->add (self);
}

void
mukana_page_was_shown (MukanaPage *self)
{
  MukanaPageClass *klass = MUKANA_PAGE_GET_CLASS (self);

  if (klass->shown != NULL)
    klass->shown (self);
}
