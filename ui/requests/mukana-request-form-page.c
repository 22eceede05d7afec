/* mukana-request-form-page.c: making, changing and copying a request.
 *
 * Asks only what matching and the participants need.  The rules are the
 * domain's; a copy takes everything but the mark, the times and the state.
 */

#include "ui/requests/mukana-request-form-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-decision-question.h"
#include "domain/mukana-fee.h"
#include "services/mukana-lexicon.h"
#include "services/mukana-registering.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-confirm-keys.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-money-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-pick-row.h"
#include "ui/kit/mukana-suggest.h"
#include "ui/kit/mukana-switch-row.h"
#include "ui/kit/mukana-text-row.h"
#include "ui/requests/mukana-request-needs.h"
#include "ui/requests/mukana-request-themes.h"
#include "ui/requests/mukana-request-times.h"

struct _MukanaRequestFormPage
{
  MukanaPage         parent_instance;

  gint64             id;          /* 0: new */
  MukanaForm        *form;
  gboolean           is_touched;  /* times, themes or roles changed */

  GtkWidget         *times;
  GtkWidget         *themes;
  GtkWidget         *needs;
  GtkWidget         *rules;       /* choice of fee rules, filled when they are read */
  GtkWidget         *questions;   /* of the decision: folded, with how many are answered */
  GtkWidget         *save;
};

G_DEFINE_FINAL_TYPE (MukanaRequestFormPage, mukana_request_form_page, MUKANA_TYPE_PAGE)

static void
show_deed (MukanaRequestFormPage *self)
{
  gboolean is_there = self->is_touched || mukana_form_get_dirty (self->form);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request-form.save", is_there);
  if (self->save != NULL)   /* in the window's header, which does not know what may be done */
    gtk_widget_set_sensitive (self->save, is_there);
}

static void
touched_cb (MukanaRequestFormPage *self)
{
  self->is_touched = TRUE;
  show_deed (self);
}

/* More are looked for than before when the roles need more. */
static void
needs_changed_cb (MukanaRequestFormPage *self)
{
  MukanaRequest *draft = mukana_form_get_draft (self->form);
  int n_people = mukana_request_needs_count (MUKANA_REQUEST_NEEDS (self->needs));

  if (n_people > draft->people)
    mukana_form_set_int (self->form, "people", n_people);
  touched_cb (self);
}

static gboolean
mukana_request_form_page_may_leave (MukanaPage *page)
{
  MukanaRequestFormPage *self = MUKANA_REQUEST_FORM_PAGE (page);

  return !self->is_touched && !mukana_form_get_dirty (self->form);
}

/* ---- Loading ---- */

/* A unit that is asked in Swedish seldom wants somebody who speaks Finnish. */
static MukanaRequest *
make_new (MukanaContext *context)
{
  gboolean is_swedish = g_str_equal (mukana_context_peek_language (context), "sv");
  MukanaRequest *request = g_object_new (MUKANA_TYPE_REQUEST, NULL);

  mukana_record_init_text (request, "state", "open");
  mukana_record_init_text (request, "mode", "on-site");
  mukana_record_init_text (request, "language", is_swedish ? "sv" : "fi");
  mukana_record_init_int (request, "people", 2);
  return request;
}

static MukanaRequest *
make_copy (MukanaRequest *request)
{
  static const char * const forgotten[] = { "id", "version", "created-at", "updated-at" };
  static const char * const undated[] = { "created-on", "told-on", "decide-by" };
  MukanaRequest *copy = mukana_record_with_text (request, "reference", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forgotten); i++)
    mukana_record_init_int (copy, forgotten[i], 0);
  for (guint i = 0; i < G_N_ELEMENTS (undated); i++)
    mukana_record_init_int (copy, undated[i], MUKANA_DAY_NONE);
  mukana_record_init_text (copy, "state", "open");
  return copy;
}

static void follow_drafts (MukanaRequestFormPage *self);

static void
show_request (MukanaRequestFormPage   *self,
              const MukanaRequestFile *file,
              gboolean                 as_copy)
{
  g_autoptr (MukanaRequest) copy = as_copy ? make_copy (file->request) : NULL;

  mukana_form_load (self->form, as_copy ? copy : file->request);
  mukana_request_themes_load (MUKANA_REQUEST_THEMES (self->themes), file->themes);
  if (!as_copy)
    mukana_request_times_load (MUKANA_REQUEST_TIMES (self->times), file->times);
  mukana_request_needs_load (MUKANA_REQUEST_NEEDS (self->needs), file->needs);
  self->is_touched = as_copy;
  show_deed (self);
  follow_drafts (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaRequestFormPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRequestFile) file =
    mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (error != NULL)
    mukana_page_fail (MUKANA_PAGE (self), error);
  else if (self->times != NULL)
    show_request (self, file, self->id == 0);
}

static void
lexicon_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (MukanaRequestFormPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaLexicon) lexicon = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                               &error);
  MukanaContext *context;
  GPtrArray *rules;

  if (lexicon == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }
  if (self->rules == NULL)
    return;

  context = mukana_page_get_context (MUKANA_PAGE (self));
  rules = mukana_lexicon_peek_fee_rules (lexicon);
  for (guint i = 0; i < rules->len; i++)
    {
      MukanaFeeRule *rule = g_ptr_array_index (rules, i);
      const char *language = mukana_context_peek_language (context);
      const char *label = g_str_equal (language, "fi") ? rule->label_fi
                          : g_str_equal (language, "sv") ? rule->label_sv : rule->label_en;

      if (mukana_fee_rule_expected (rules, rule->code, mukana_context_today (context), NULL,
                                    FALSE) == rule)
        mukana_choice_row_add (MUKANA_CHOICE_ROW (self->rules), rule->code,
                               label != NULL ? label : rule->code);
    }
}

static void
mukana_request_form_page_open (MukanaPage *page,
                               gint64      id)
{
  MukanaRequestFormPage *self = MUKANA_REQUEST_FORM_PAGE (page);
  g_autoptr (MukanaRequest) request = make_new (mukana_page_get_context (page));
  gint64 source_id = ABS (id);

  self->id = MAX (id, 0);
  self->is_touched = FALSE;
  mukana_form_load (self->form, request);
  show_deed (self);
  mukana_page_set_title (page, id > 0 ? _("Change the request") : _("New request"));
  mukana_page_run_async (page, &mukana_lexicon_job, NULL, NULL, lexicon_read_cb,
                         g_object_ref (self));
  if (source_id != 0)
    mukana_page_run_async (page, &mukana_request_file_job,
                           g_memdup2 (&source_id, sizeof source_id), g_free, read_cb,
                           g_object_ref (self));
  else
    follow_drafts (self);
}

/* ---- Over a lock ---- */

/* What is half typed and no time yet is not kept. */
static GVariant *
dup_draft (gpointer owner)
{
  MukanaRequestFormPage *self = owner;
  g_autoptr (GPtrArray) times = NULL;
  g_autoptr (GPtrArray) themes = NULL;
  g_autoptr (GPtrArray) needs = NULL;
  GVariantDict typed;

  if (self->times == NULL || mukana_request_form_page_may_leave (owner))
    return NULL;

  themes = mukana_request_themes_dup (MUKANA_REQUEST_THEMES (self->themes));
  needs = mukana_request_needs_dup (MUKANA_REQUEST_NEEDS (self->needs));
  times = mukana_request_times_dup (MUKANA_REQUEST_TIMES (self->times));
  g_variant_dict_init (&typed, NULL);
  g_variant_dict_insert_value (&typed, "request",
                               mukana_record_dup_difference (
                                 mukana_form_get_original (self->form),
                                 mukana_form_get_draft (self->form)));
  g_variant_dict_insert_value (&typed, "themes", mukana_drafts_dup_parts (themes));
  g_variant_dict_insert_value (&typed, "needs", mukana_drafts_dup_parts (needs));
  if (times != NULL)
    g_variant_dict_insert_value (&typed, "times", mukana_drafts_dup_parts (times));
  return g_variant_dict_end (&typed);
}

static void
take_draft (gpointer  owner,
            GVariant *typed)
{
  MukanaRequestFormPage *self = owner;
  g_autoptr (GVariant) values = g_variant_lookup_value (typed, "request", G_VARIANT_TYPE_VARDICT);
  g_autoptr (GPtrArray) themes = mukana_drafts_take_parts (typed, "themes",
                                                           MUKANA_TYPE_REQUEST_THEME);
  g_autoptr (GPtrArray) needs = mukana_drafts_take_parts (typed, "needs",
                                                          MUKANA_TYPE_REQUEST_NEED);
  g_autoptr (GPtrArray) times = mukana_drafts_take_parts (typed, "times",
                                                          MUKANA_TYPE_REQUEST_TIME);

  mukana_request_themes_load (MUKANA_REQUEST_THEMES (self->themes), themes);
  mukana_request_needs_load (MUKANA_REQUEST_NEEDS (self->needs), needs);
  mukana_request_times_load (MUKANA_REQUEST_TIMES (self->times), times);
  if (values != NULL)
    {
      g_autoptr (MukanaRequest) draft =
        mukana_record_with_difference (mukana_form_get_original (self->form), values);

      mukana_form_set_draft (self->form, draft);
    }
  touched_cb (self);
}

/* Once what is stored is shown. */
static void
follow_drafts (MukanaRequestFormPage *self)
{
  MukanaPage *page = MUKANA_PAGE (self);

  mukana_drafts_add (mukana_context_get_drafts (mukana_page_get_context (page)), "request-form",
                     mukana_page_get_record_id (page), "page", self, dup_draft, take_draft);
}

/* ---- Saving ---- */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaRequestFormPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  gboolean was_new = self->id == 0;
  GtkWidget *window;

  if (id == NULL)
    {
      if (!mukana_form_take_error (self->form, error))
        mukana_page_fail (MUKANA_PAGE (self), error);
      show_deed (self);
      return;
    }

  self->is_touched = FALSE;
  mukana_form_load (self->form, mukana_form_get_draft (self->form));
  mukana_page_did_for_good (MUKANA_PAGE (self), _("Request saved"));
  /* Once it has gone back, the page is in no window any more to be led on from. */
  window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  mukana_page_go_back (MUKANA_PAGE (self));
  if (was_new && window != NULL)
    gtk_widget_activate_action (window, "app.show", "(sx)", "request", *id);
}

static MukanaRequestFile *
make_file (MukanaRequestFormPage *self,
           GPtrArray             *times)
{
  MukanaRequestFile *file = mukana_request_file_new ();
  MukanaRequest *draft = mukana_form_get_draft (self->form);

  file->request = mukana_record_with_int (draft, "id", self->id);
  mukana_request_init_title (file->request, draft->title);   /* and the key it is sorted by */
  g_ptr_array_extend_and_steal (file->times, times);
  g_ptr_array_extend_and_steal (file->themes,
                                mukana_request_themes_dup (MUKANA_REQUEST_THEMES (self->themes)));
  g_ptr_array_extend_and_steal (file->needs,
                                mukana_request_needs_dup (MUKANA_REQUEST_NEEDS (self->needs)));
  return file;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaRequestFormPage *self = MUKANA_REQUEST_FORM_PAGE (widget);
  GPtrArray *times;

  if (!mukana_form_reveal (self->form) ||
      (times = mukana_request_times_dup (MUKANA_REQUEST_TIMES (self->times))) == NULL)
    return;

  /* Once: a second press while it is being stored would store it twice. */
  gtk_widget_action_set_enabled (widget, "request-form.save", FALSE);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_request_save_job, make_file (self, times),
                         (GDestroyNotify) mukana_request_file_free, saved_cb, g_object_ref (self));
}

/* ---- The form ---- */

static GtkWidget *
add_group (GtkWidget  *column,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (column), group);
  return group;
}

static void
add_row (GtkWidget *group,
         GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
make_pick (MukanaRequestFormPage *self,
           const char            *title,
           const char            *field,
           MukanaLexiconList      list)
{
  MukanaContext *context = mukana_page_get_context (MUKANA_PAGE (self));
  GtkWidget *row = mukana_pick_row_new (title, field, self->form,
                                        mukana_context_peek_vocabulary (context), list);

  mukana_pick_row_set_none (MUKANA_PICK_ROW (row), _("Not chosen"));
  return row;
}

static GtkWidget *
make_role (MukanaRequestFormPage *self)
{
  MukanaLexicon *words =
    mukana_context_peek_vocabulary (mukana_page_get_context (MUKANA_PAGE (self)));
  GPtrArray *roles = mukana_lexicon_peek_all (words, MUKANA_LEXICON_ROLE);
  GtkWidget *row = mukana_choice_row_new (_("Role"), "role-code", self->form);

  mukana_choice_row_add (MUKANA_CHOICE_ROW (row), NULL, _("Any role"));
  for (guint i = 0; i < roles->len; i++)
    {
      const char *code = mukana_lexicon_peek_code (g_ptr_array_index (roles, i));

      mukana_choice_row_add (MUKANA_CHOICE_ROW (row), code,
                             mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, code));
    }
  return row;
}

static void
add_what (MukanaRequestFormPage *self,
          GtkWidget             *column)
{
  GtkWidget *group = add_group (column, _("What"));

  add_row (group, mukana_field_row_new (_("Title"), "title", self->form));
  add_row (group, mukana_field_row_new (_("What it is about"), "description", self->form));
  add_row (group, make_pick (self, _("Method"), "method-code", MUKANA_LEXICON_METHOD));
  add_row (group, mukana_suggest_used (mukana_field_row_new (_("Unit"), "unit", self->form),
                                       MUKANA_PAGE (self), MUKANA_SUGGEST_UNIT));
  add_row (group, mukana_suggest_used (mukana_field_row_new (_("Project that pays"), "project",
                                                             self->form),
                                       MUKANA_PAGE (self), MUKANA_SUGGEST_PROJECT));
  add_row (group, mukana_field_row_new (_("Requester"), "requester-name", self->form));
  add_row (group, mukana_field_row_new (_("Requester's e-mail"), "requester-email", self->form));
  add_row (group, mukana_field_row_new (_("Unit's own mark"), "reference", self->form));
}

static void
add_where (MukanaRequestFormPage *self,
           GtkWidget             *column)
{
  GtkWidget *group = add_group (column, _("Where"));
  GtkWidget *mode = mukana_choice_row_new (_("How"), "mode", self->form);
  GtkWidget *language = mukana_choice_row_new (_("Language"), "language", self->form);

  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (mode), mukana_request_modes);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (language), mukana_languages);
  add_row (group, mode);
  add_row (group, make_pick (self, _("Municipality"), "municipality-code",
                             MUKANA_LEXICON_MUNICIPALITY));
  add_row (group, mukana_field_row_new (_("Venue"), "venue", self->form));
  add_row (group, mukana_field_row_new (_("Contact on the day (name and phone)"), "contact-on-day",
                                        self->form));
  add_row (group, language);
}

static void
add_who (MukanaRequestFormPage *self,
         GtkWidget             *column)
{
  GtkWidget *group = add_group (column, _("Who"));

  add_row (group, mukana_number_row_new (_("How many"), "people", _("people"), self->form));
  add_row (group, mukana_number_row_new (_("In reserve"), "reserve", _("people"), self->form));
  add_row (group, make_role (self));
  add_row (group, mukana_switch_row_new (_("Training is required"), "needs-training", self->form));
  add_row (group, mukana_switch_row_new (_("Meets clients"), "meets-clients", self->form));
  add_row (group, mukana_switch_row_new (_("With minors"), "with-minors", self->form));
  add_row (group, mukana_switch_row_new (_("With older or disabled clients"), "with-vulnerable",
                                         self->form));
  add_row (group, mukana_switch_row_new (_("Demanding: they are heard afterwards"), "is-demanding",
                                         self->form));
  add_row (group, mukana_number_row_new (_("Lowest age"), "min-age", _("years"), self->form));
  add_row (group, mukana_switch_row_new (_("Public occasion"), "is-public", self->form));
  add_row (group, mukana_switch_row_new (_("Media are there"), "has-media", self->form));
  add_row (group, mukana_switch_row_new (_("Large audience"), "has-large-audience", self->form));
  add_row (group, mukana_field_row_new (_("Audience, and how many"), "audience", self->form));
  add_row (group, mukana_field_row_new (_("Special needs"), "special-needs", self->form));
}

static void
count_answers (MukanaRequestFormPage *self)
{
  guint n_answered = mukana_decision_question_count (mukana_form_get_draft (self->form));
  /* Translators: of eight questions, how many are answered */
  g_autofree char *text = g_strdup_printf (_("%1$u of %2$u answered; what is left empty is not "
                                             "printed"),
                                           n_answered, MUKANA_N_DECISION_QUESTIONS);

  if (self->questions != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->questions), text);
}

/* Folded, so that whoever has no use for it passes it by. */
static void
add_questions (MukanaRequestFormPage *self,
               GtkWidget             *column)
{
  GtkWidget *group = add_group (column, _("For the decision"));

  self->questions = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->questions),
                                 _("Eight questions on participation"));
  for (guint i = 0; i < MUKANA_N_DECISION_QUESTIONS; i++)
    {
      const MukanaDecisionQuestion *asked = &mukana_decision_questions[i];
      GtkWidget *row = mukana_text_row_new (_(asked->question), asked->field, self->form);

      if (asked->help != NULL)
        gtk_widget_set_tooltip_text (row, _(asked->help));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self->questions), row);
    }
  add_row (group, self->questions);
}

static void
add_terms (MukanaRequestFormPage *self,
           GtkWidget             *column)
{
  GtkWidget *group = add_group (column, _("Terms"));

  self->rules = mukana_choice_row_new (_("Fee rule"), "fee-rule-code", self->form);
  mukana_choice_row_add (MUKANA_CHOICE_ROW (self->rules), NULL, _("The usual one"));
  add_row (group, mukana_date_row_new (_("People are chosen by"), "decide-by", self->form));
  add_row (group,
           mukana_number_row_new (_("Preparation"), "prep-minutes", _("minutes"), self->form));
  add_row (group, self->rules);
  add_row (group, mukana_money_row_new (_("Fee agreed for one person, if not by the rule"),
                                        "fee-cents", self->form));
}

static void
mukana_request_form_page_constructed (GObject *object)
{
  MukanaRequestFormPage *self = MUKANA_REQUEST_FORM_PAGE (object);
  MukanaPage *page = MUKANA_PAGE (object);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  G_OBJECT_CLASS (mukana_request_form_page_parent_class)->constructed (object);

  self->form = mukana_form_new (mukana_request_check);
  self->times = mukana_request_times_new ();
  self->themes = mukana_request_themes_new (mukana_page_get_context (page));
  g_signal_connect_swapped (self->times, "changed", G_CALLBACK (touched_cb), self);
  self->needs = mukana_request_needs_new (mukana_page_get_context (page));
  g_signal_connect_swapped (self->themes, "changed", G_CALLBACK (touched_cb), self);
  g_signal_connect_swapped (self->needs, "changed", G_CALLBACK (needs_changed_cb), self);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (show_deed), self, G_CONNECT_SWAPPED);

  add_what (self, column);
  gtk_box_append (GTK_BOX (column), self->themes);
  gtk_box_append (GTK_BOX (column), self->times);
  add_where (self, column);
  add_who (self, column);
  gtk_box_append (GTK_BOX (column), self->needs);
  add_terms (self, column);
  add_questions (self, column);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (count_answers), self,
                           G_CONNECT_SWAPPED);

  self->save = mukana_layout_button (_("_Save"), "suggested-action", "request-form.save");
  mukana_page_add_end (page, self->save);
  mukana_page_set_content (page, mukana_layout_page (column));
}

static void
mukana_request_form_page_dispose (GObject *object)
{
  MukanaRequestFormPage *self = MUKANA_REQUEST_FORM_PAGE (object);

  self->times = self->themes = self->needs = self->rules = NULL;
  self->questions = self->save = NULL;

  G_OBJECT_CLASS (mukana_request_form_page_parent_class)->dispose (object);
}

static void
mukana_request_form_page_finalize (GObject *object)
{
  MukanaRequestFormPage *self = MUKANA_REQUEST_FORM_PAGE (object);

  g_clear_object (&self->form);

  G_OBJECT_CLASS (mukana_request_form_page_parent_class)->finalize (object);
}

static void
mukana_request_form_page_class_init (MukanaRequestFormPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_request_form_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_request_form_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_request_form_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_request_form_page_open;
  MUKANA_PAGE_CLASS (klass)->may_leave = mukana_request_form_page_may_leave;

  gtk_widget_class_install_action (widget_class, "request-form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "request-form.save", NULL);
}

static void
mukana_request_form_page_init (MukanaRequestFormPage *self)
{
  mukana_confirm_keys_add (GTK_WIDGET (self), gtk_named_action_new ("request-form.save"));
}

const MukanaPageInfo mukana_request_form_page_info = {
  .id = "request-form",
  .title = N_("New request"),
  .icon = "mukana-request-symbolic",
  .order = 43,
  .parent = "requests",
  .get_type = mukana_request_form_page_get_type,
};

MukanaForm *
mukana_request_form_page_peek_form (MukanaRequestFormPage *self)
{
  return self->form;
}

GtkWidget *
mukana_request_form_page_peek_times (MukanaRequestFormPage *self)
{
  return self->times;
}

GtkWidget *
mukana_request_form_page_peek_needs (MukanaRequestFormPage *self)
{
  return self->needs;
}

GtkWidget *
mukana_request_form_page_peek_themes (MukanaRequestFormPage *self)
{
  return self->themes;
}
