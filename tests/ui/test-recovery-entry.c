/* test-recovery-entry.c: the recovery key that is typed is kept when somebody says so. */

#include <adwaita.h>

#include "domain/mukana-recovery-key.h"
#include "ui/app/mukana-recovery-entry.h"

typedef struct
{
  guint    n_entered;
  guint    n_given_up;
  gboolean is_to_keep;
} Heard;

static void
entered_cb (GBytes   *key,
            gboolean  is_to_keep,
            gpointer  data)
{
  Heard *heard = data;

  heard->n_given_up += key == NULL;
  if (key == NULL)
    return;

  g_assert_cmpuint (g_bytes_get_size (key), ==, MUKANA_KEY_LENGTH);
  heard->n_entered++;
  heard->is_to_keep = is_to_keep;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static GtkWidget *
peek_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;   /* the toolkit owns it */
    }

  return NULL;
}

static GtkWidget *
present (gboolean  may_keep,
         Heard    *heard)
{
  guint8 bytes[MUKANA_KEY_LENGTH] = { 7 };
  g_autofree char *printed = mukana_recovery_key_print (bytes);
  GtkWidget *dialog;

  mukana_recovery_entry_present (NULL, NULL, may_keep, entered_cb, heard);
  dialog = peek_dialog ();
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, GTK_TYPE_ENTRY)), printed);
  return dialog;
}

static void
answer (GtkWidget *dialog)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "open");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
key_is_not_kept_unless_somebody_says_so (void)
{
  Heard heard = { 0 };

  answer (present (TRUE, &heard));

  g_assert_cmpuint (heard.n_entered, ==, 1);
  g_assert_false (heard.is_to_keep);
}

static void
key_is_kept_when_somebody_says_so (void)
{
  Heard heard = { 0 };
  GtkWidget *dialog = present (TRUE, &heard);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (dialog, GTK_TYPE_CHECK_BUTTON)), TRUE);
  answer (dialog);

  g_assert_cmpuint (heard.n_entered, ==, 1);
  g_assert_true (heard.is_to_keep);
}

static void
where_nothing_is_opened_there_is_nothing_to_keep (void)
{
  Heard heard = { 0 };
  GtkWidget *dialog = present (FALSE, &heard);

  g_assert_null (find (dialog, GTK_TYPE_CHECK_BUTTON));
  answer (dialog);

  g_assert_false (heard.is_to_keep);
}

/* Else what waits for the key, and what it holds, waits for ever. */
static void
giving_up_is_told (void)
{
  Heard heard = { 0 };
  GtkWidget *dialog = present (FALSE, &heard);

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_assert_cmpuint (heard.n_entered, ==, 0);
  g_assert_cmpuint (heard.n_given_up, ==, 1);
}

#define ADD(test) g_test_add_func ("/recovery-entry/" #test, test)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD (key_is_not_kept_unless_somebody_says_so);
  ADD (key_is_kept_when_somebody_says_so);
  ADD (where_nothing_is_opened_there_is_nothing_to_keep);
  ADD (giving_up_is_told);

  return g_test_run ();
}
