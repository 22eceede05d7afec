/* mukana-identity-group.c: by what payment knows a person, where the register keeps it.
 *
 * The ends are shown; the whole is asked for with a button, which is noted in the journal, and is
 * masked again when the page is read anew.  What is typed here is kept by no draft.
 */

#include "ui/people/mukana-identity-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-account-number.h"
#include "services/mukana-identifying.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-record-dialog.h"

struct _MukanaIdentityGroup
{
  GtkBox                parent_instance;

  MukanaPage           *page;         /* weak: holds us; NULL when an answer comes after it */
  gint64                person_id;
  int                   birth_year;
  guint                 n_shown;      /* which person, or reading, an answer is of */
  gboolean              is_whole;
  MukanaMaskedIdentity *masked;       /* NULL until read */
  GtkWidget            *card;
  GtkWidget            *show;         /* GtkButton: the whole, or the ends again */
  GtkWidget            *edit;
  GtkWidget            *who;          /* said to whoever sees only the ends */
};

G_DEFINE_FINAL_TYPE (MukanaIdentityGroup, mukana_identity_group, GTK_TYPE_BOX)

/* ---- Showing ---- */

static void
add_line (MukanaIdentityGroup *self,
          const char          *label,
          const char          *value)
{
  if (value != NULL)
    mukana_layout_card_add (self->card, mukana_layout_two_lines (value, label));
}

static void
show_values (MukanaIdentityGroup *self,
             const char          *code,
             const char          *account)
{
  mukana_layout_empty (self->card);
  add_line (self, _("Personal identity code"), code);
  add_line (self, _("Account number (IBAN)"), account);
  if (code == NULL && account == NULL)
    mukana_layout_card_add (self->card, mukana_layout_wrapped (
      _("Neither an identity code nor an account number is kept of this person."), "second-line"));
}

static void
show_masked (MukanaIdentityGroup *self)
{
  MukanaMaskedIdentity *masked = self->masked;
  gboolean has_any = masked->identity_code != NULL || masked->account != NULL;

  self->is_whole = FALSE;
  show_values (self, masked->identity_code, masked->account);
  gtk_button_set_label (GTK_BUTTON (self->show), _("_Show"));
  gtk_widget_set_visible (self->show, has_any && masked->may_see);
  gtk_widget_set_visible (self->edit, masked->may_see);
  gtk_widget_set_visible (self->who, has_any && !masked->may_see);
  gtk_widget_set_visible (GTK_WIDGET (self), masked->is_on);
}

/* What was asked and by whose page: kept until the answer. */
typedef struct
{
  MukanaIdentityGroup *self;
  guint                n_shown;
} Asked;

static Asked *
asked_new (MukanaIdentityGroup *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->self = g_object_ref (self);
  asked->n_shown = self->n_shown;
  return asked;
}

/* Returns: (nullable) (transfer full): the group, if the answer is still wanted; frees @asked */
static MukanaIdentityGroup *
asked_finish (Asked *asked)
{
  g_autoptr (MukanaIdentityGroup) self = asked->self;
  gboolean is_wanted = self->page != NULL && asked->n_shown == self->n_shown;

  g_free (asked);
  return is_wanted ? g_steal_pointer (&self) : NULL;
}

static void
masked_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  /* Whoever may not see money sees nothing here; the page says when the store is away. */
  g_autoptr (MukanaMaskedIdentity) masked = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                     NULL, NULL);
  g_autoptr (MukanaIdentityGroup) self = asked_finish (data);

  if (self == NULL || masked == NULL)
    return;

  g_clear_pointer (&self->masked, mukana_masked_identity_free);
  self->masked = g_steal_pointer (&masked);
  show_masked (self);
}

/** mukana_identity_group_show: reads the ends; out of sight until there is something to say */
void
mukana_identity_group_show (MukanaIdentityGroup    *self,
                            const MukanaPersonFile *file)
{
  self->person_id = file->person->id;
  self->birth_year = (int) file->person->birth_year;
  self->n_shown++;
  if (self->page != NULL &&
      mukana_context_may (mukana_page_get_context (self->page), MUKANA_DEED_RECORD_WORK))
    mukana_page_run_async (self->page, &mukana_identifying_masked_job,
                           g_memdup2 (&self->person_id, sizeof self->person_id), g_free,
                           masked_read_cb, asked_new (self));
}

static void
whole_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaPayIdentity) whole = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                 NULL, &error);
  g_autoptr (MukanaIdentityGroup) self = asked_finish (data);
  g_autofree char *account = whole != NULL && whole->account != NULL
                               ? mukana_account_number_format (whole->account) : NULL;

  if (self == NULL)
    return;
  if (whole == NULL)
    {
      mukana_page_fail (self->page, error);
      return;
    }

  self->is_whole = TRUE;
  show_values (self, whole->identity_code, account);
  gtk_button_set_label (GTK_BUTTON (self->show), _("_Hide"));
}

static void
ask_whole (MukanaIdentityGroup *self,
           GAsyncReadyCallback  answered)
{
  mukana_page_run_async (self->page, &mukana_identifying_show_job,
                         g_memdup2 (&self->person_id, sizeof self->person_id), g_free, answered,
                         asked_new (self));
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaIdentityGroup *self = MUKANA_IDENTITY_GROUP (widget);

  if (self->masked == NULL || self->page == NULL)
    return;
  if (self->is_whole)
    show_masked (self);
  else
    ask_whole (self, whole_read_cb);
}

/* ---- Changing ---- */

/* Of a dialog: what is checked with, and what is brought back. */
typedef struct
{
  MukanaPayIdentity *before;
  int                birth_year;
  MukanaDay          today;
} Editing;

static void
editing_free (gpointer data)
{
  Editing *self = data;

  g_object_unref (self->before);
  g_free (self);
}

static gpointer
make_tidy (gpointer draft,
           gpointer data)
{
  MukanaPayIdentity *typed = draft;

  return mukana_pay_identity_new (typed->person_id, typed->version, typed->identity_code,
                                  typed->account);
}

static GPtrArray *
check_typed (gpointer draft,
             gpointer data)
{
  Editing *self = data;
  g_autoptr (MukanaPayIdentity) tidy = make_tidy (draft, NULL);

  return mukana_pay_identity_check (tidy, self->birth_year, self->today);
}

static void
saved (MukanaPage *page,
       gpointer    result,
       gpointer    data)
{
  Editing *self = data;
  g_autofree gint64 *version = result;

  mukana_page_did (page, _("Identity code and account number saved"),
                   mukana_step_new (_("Identity code and account number saved"),
                                    &mukana_identifying_save_job,
                                    mukana_record_with_int (self->before, "version", *version),
                                    g_object_unref));
}

static const MukanaRecordDeed save_deed = {
  &mukana_identifying_save_job, make_tidy, g_object_unref, saved
};

static void
present_dialog (MukanaIdentityGroup *self,
                MukanaPayIdentity   *before)
{
  Editing *editing = g_new0 (Editing, 1);
  g_autoptr (MukanaForm) form = mukana_form_new_with (check_typed, editing);
  MukanaRecordDialog *dialog;

  editing->before = g_object_ref (before);
  editing->birth_year = self->birth_year;
  editing->today = mukana_context_today (mukana_page_get_context (self->page));
  mukana_form_load (form, before);
  mukana_form_confide (form);
  dialog = mukana_record_dialog_new (self->page, _("For Payment"), _("Save"), form, &save_deed,
                                     editing, editing_free);
  mukana_record_dialog_explain (dialog, _("Only whoever sees to fees sees these, and each look "
                                          "is noted in the log. Either may be left empty."));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Personal identity code"),
                                                          "identity-code", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Account number (IBAN)"), "account",
                                                          form));
  mukana_record_dialog_set_height (dialog, 360);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaPayIdentity) whole = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                 NULL, &error);
  g_autoptr (MukanaIdentityGroup) self = asked_finish (data);

  if (self == NULL)
    return;
  if (whole == NULL)
    mukana_page_fail (self->page, error);
  else
    present_dialog (self, whole);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaIdentityGroup *self = MUKANA_IDENTITY_GROUP (widget);

  if (self->page != NULL)
    ask_whole (self, edit_read_cb);
}

/* ---- The group ---- */

static void
mukana_identity_group_finalize (GObject *object)
{
  MukanaIdentityGroup *self = MUKANA_IDENTITY_GROUP (object);

  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->masked, mukana_masked_identity_free);

  G_OBJECT_CLASS (mukana_identity_group_parent_class)->finalize (object);
}

static void
mukana_identity_group_class_init (MukanaIdentityGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mukana_identity_group_finalize;
  gtk_widget_class_install_action (widget_class, "identity.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "identity.edit", NULL, edit_action);
}

static void
mukana_identity_group_init (MukanaIdentityGroup *self)
{
  self->show = mukana_layout_button (_("_Show"), "flat", "identity.show");
  self->edit = mukana_layout_icon_button ("document-edit-symbolic",
                                          _("Change the identity code and account number"),
                                          "identity.edit");
  self->card = mukana_layout_card ();
  self->who = mukana_layout_wrapped (_("Whoever is named to see to fees sees these whole."),
                                     "dim-label");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("For payment"),
    mukana_layout_row (6, self->show, self->edit, NULL)));
  gtk_box_append (GTK_BOX (self), self->card);
  gtk_box_append (GTK_BOX (self), self->who);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
mukana_identity_group_new (MukanaPage *page)
{
  MukanaIdentityGroup *self = g_object_new (MUKANA_TYPE_IDENTITY_GROUP, NULL);

  g_set_weak_pointer (&self->page, page);
  return GTK_WIDGET (self);
}
