/* mukana-assignment-deeds.c: what is said of an assignment on its page, and its papers printed. */

#include "ui/assignments/mukana-assignment-deeds.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-assignment-paper.h"
#include "services/mukana-supporting.h"
#include "ui/kit/mukana-file-name.h"
#include "ui/kit/mukana-writing-out.h"

/* ---- Demanding ---- */

/** mukana_assignment_turn_demand: says of @assignment alone that it is demanding, or is not */
void
mukana_assignment_turn_demand (MukanaPage       *page,
                               MukanaAssignment *assignment)
{
  const char *sentence = assignment->is_demanding
    ? _("The assignment is not demanding") : _("The assignment is demanding: they are heard "
                                               "afterwards");
  MukanaAssignment *wanted = mukana_record_with_int (assignment, "is-demanding",
                                                     !assignment->is_demanding);

  mukana_record_init_int (wanted, "demand-is-own", TRUE);
  mukana_page_do (page, &mukana_supporting_demand_job, wanted, g_object_unref, sentence,
                  mukana_step_new (sentence, &mukana_supporting_demand_job,
                                   mukana_record_with_int (assignment, "version",
                                                           assignment->version + 1),
                                   g_object_unref));
}

/* ---- Papers ---- */

static const MukanaWritingOut way_of_papers = {
  &mukana_assignment_paper_job, &mukana_assignment_paper_note_job,
  (GDestroyNotify) mukana_assignment_paper_free,
  N_("The paper is saved, in the language of its person"), NULL
};

static gpointer
make_paper (gconstpointer  asked,
            const char    *path)
{
  const MukanaAssignmentPaper *paper = asked;

  return mukana_assignment_paper_new (paper->assignment_id, paper->paper, paper->tells_all, path);
}

/** mukana_assignment_paper_save_to: @path: of a file that is not there */
void
mukana_assignment_paper_save_to (MukanaPage *page,
                                 gint64      assignment_id,
                                 const char *paper,
                                 gboolean    tells_all,
                                 const char *path)
{
  mukana_writing_out_run (page, &way_of_papers,
                          mukana_assignment_paper_new (assignment_id, paper, tells_all, path));
}

static const char *
label_paper (const char *paper)
{
  return g_str_equal (paper, "confirmation") ? _("Confirmation")
         : g_str_equal (paper, "commitment") ? _("Confidentiality commitment")
                                             : _("Certificate of participation");
}

/** mukana_assignment_paper_save: @title: of the request; @day: of the assignment */
void
mukana_assignment_paper_save (MukanaPage *page,
                              gint64      assignment_id,
                              const char *paper,
                              gboolean    tells_all,
                              const char *title,
                              MukanaDay   day)
{
  static const char * const patterns[] = { "*.pdf", NULL };
  g_autofree char *name = mukana_file_name_new (label_paper (paper), title, day, assignment_id,
                                                ".pdf");
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the paper"), .accept_label = _("_Save"),
    .name = name, .filter_name = _("PDF documents"), .patterns = patterns,
  };

  mukana_writing_out_ask (page, &way_of_papers, &place, make_paper,
                          mukana_assignment_paper_new (assignment_id, paper, tells_all, NULL),
                          (GDestroyNotify) mukana_assignment_paper_free);
}

static void
add_paper (GMenu      *menu,
           const char *label,
           const char *paper,
           gboolean    tells_all)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "assignment.print", "(sb)", paper, tells_all);
  g_menu_append_item (menu, item);
}

/** mukana_assignment_papers_new: Returns: (transfer floating): a menu of the papers there are */
GtkWidget *
mukana_assignment_papers_new (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  add_paper (menu, label_paper ("confirmation"), "confirmation", FALSE);
  add_paper (menu, label_paper ("commitment"), "commitment", FALSE);
  add_paper (menu, label_paper ("certificate"), "certificate", FALSE);
  add_paper (menu, _("Certificate with all details, if the person asks"), "certificate", TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Papers"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Papers of the assignment"), -1);
  return button;
}
