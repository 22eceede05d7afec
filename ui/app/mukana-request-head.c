/* mukana-request-head.c: a request in one line of facts, under its title and state.
 *
 * The same above the page of a request and above finding people for it.
 */

#include "ui/app/mukana-request-head.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/app/mukana-open-times.h"
#include "ui/kit/mukana-fact.h"
#include "ui/kit/mukana-layout.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-wrap-box.h"

static void
add_fact (GtkWidget  *facts,
          const char *icon_name,
          const char *text)
{
  mukana_wrap_box_append (MUKANA_WRAP_BOX (facts), mukana_fact_new (icon_name, text));
}

/* Returns: (nullable): why it was cancelled, as far as it was told */
static GtkWidget *
make_reason (MukanaRequest *request)
{
  g_autofree char *text = mukana_work_reason (mukana_cancel_reasons, request->cancel_reason,
                                              request->cancel_words);

  return text != NULL ? mukana_layout_wrapped (text, "second-line") : NULL;
}

/** mukana_request_head_new: what is asked for, when, where, and how long there is to find people */
GtkWidget *
mukana_request_head_new (MukanaContext           *context,
                         const MukanaRequestFile *file)
{
  MukanaRequest *request = file->request;
  GtkWidget *facts = mukana_wrap_box_new (24, 6);
  GtkWidget *title = mukana_layout_wrapped (request->title, "page-title");
  GtkWidget *pill = mukana_layout_middle (mukana_pill_new (MUKANA_PILL_NEUTRAL, ""));
  GtkWidget *line = mukana_wrap_box_new (12, 6);
  g_autofree char *people = mukana_work_people (request->people, request->reserve);
  g_autofree char *times = mukana_open_times_say_asked (file);
  g_autofree char *place = mukana_work_place (mukana_context_peek_vocabulary (context),
                                              request->mode, request->municipality_code);

  mukana_work_show_request (MUKANA_PILL (pill), request->state);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (line), title);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (line), pill);
  add_fact (facts, "mukana-people-symbolic", people);
  add_fact (facts, "mukana-calendar-symbolic", times);
  add_fact (facts, "mukana-place-symbolic", place);
  if (request->decide_by != MUKANA_DAY_NONE && mukana_request_is_waiting (request))
    {
      g_autofree char *left = mukana_work_days_left (request->decide_by,
                                                     mukana_context_today (context));

      /* Translators: "10 days left": to choose who comes, not to the day itself */
      g_autofree char *choosing = g_strdup_printf (_("Choosing: %s"), left);

      add_fact (facts, "mukana-clock-symbolic", choosing);
    }

  return mukana_layout_style (mukana_layout_column (9, line, facts, make_reason (request), NULL),
                              "page-head");
}
