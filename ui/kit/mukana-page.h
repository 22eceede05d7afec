#pragma once

#include <gtk/gtk.h>

#include "store/mukana-job.h"
#include "ui/app/mukana-context.h"
#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

/* What the window knows about a page before there is one. */
typedef struct
{
  const char       *id;          /* the word of its route: app.show(('people', int64 0)) */
  const char       *title;       /* N_() */
  const char       *icon;
  int               order;       /* its place in the sidebar */
  GType           (*get_type)    (void);
  const char       *parent;      /* for a page of one record: the page it opens over; else NULL */
  gboolean          is_aside;    /* has a parent but no record: the menu and Ctrl+K open it */
  const MukanaJob  *count;       /* (nullable): how many wait; answers a gint64 from g_new() */
  const char       *counted;     /* N_(), with a count: what it counts */
} MukanaPageInfo;

#define MUKANA_TYPE_PAGE (mukana_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MukanaPage, mukana_page, MUKANA, PAGE, GtkWidget)

struct _MukanaPageClass
{
  GtkWidgetClass parent_class;

  /* The page is shown for a record; 0 for a list.  The context is there. */
  void     (*open)           (MukanaPage *self,
                              gint64      id);
  /* The page is on the screen again, from whatever was over it. */
  void     (*shown)          (MukanaPage *self);
  /* Whether nothing would be lost; by default, whether its form is clean. */
  gboolean (*may_leave)      (MukanaPage *self);
  /* What is in the search entry changed. */
  void     (*search_changed) (MukanaPage *self,
                              const char *text);
  /* Ctrl+N: begin a new record.  Set in the class when the page can. */
  void     (*add)            (MukanaPage *self);
  /* The window became narrow or wide. */
  void     (*narrow_changed) (MukanaPage *self,
                              gboolean    narrow);
};

const MukanaPageInfo *mukana_page_peek_info       (MukanaPage           *self);
MukanaContext        *mukana_page_get_context     (MukanaPage           *self);
MukanaStore          *mukana_page_get_store       (MukanaPage           *self);
GCancellable         *mukana_page_get_cancellable (MukanaPage           *self);

gint64                mukana_page_get_record_id   (MukanaPage           *self);
void                  mukana_page_set_title       (MukanaPage           *self,
                                                   const char           *title);
const char           *mukana_page_get_title       (MukanaPage           *self);
void                  mukana_page_set_subtitle    (MukanaPage           *self,
                                                   const char           *subtitle);
const char           *mukana_page_get_subtitle    (MukanaPage           *self);
void                  mukana_page_set_search_hint (MukanaPage           *self,
                                                   const char           *hint);
const char           *mukana_page_get_search_hint (MukanaPage           *self);
void                  mukana_page_set_search_text (MukanaPage           *self,
                                                   const char           *text);
const char           *mukana_page_get_search_text (MukanaPage           *self);
gboolean              mukana_page_get_narrow      (MukanaPage           *self);
void                  mukana_page_set_form        (MukanaPage           *self,
                                                   MukanaForm           *form);

void                  mukana_page_set_content     (MukanaPage           *self,
                                                   GtkWidget            *content);
void                  mukana_page_set_bottom_bar  (MukanaPage           *self,
                                                   GtkWidget            *bar);
void                  mukana_page_add_start       (MukanaPage           *self,
                                                   GtkWidget            *widget);
void                  mukana_page_add_end         (MukanaPage           *self,
                                                   GtkWidget            *widget);
GtkWidget            *mukana_page_peek_start      (MukanaPage           *self);
GtkWidget            *mukana_page_peek_end        (MukanaPage           *self);

/* Deeds of every page. */
void                  mukana_page_run_async       (MukanaPage           *self,
                                                   const MukanaJob      *job,
                                                   gpointer              arg,
                                                   GDestroyNotify        free_arg,
                                                   GAsyncReadyCallback   done,
                                                   gpointer              user_data);
void                  mukana_page_show            (MukanaPage           *self,
                                                   const char           *route,
                                                   gint64                id);
void                  mukana_page_go_back         (MukanaPage           *self);
void                  mukana_page_toast           (MukanaPage           *self,
                                                   const char           *sentence);
void                  mukana_page_did             (MukanaPage           *self,
                                                   const char           *sentence,
                                                   MukanaStep           *step);
void                  mukana_page_did_for_good    (MukanaPage           *self,
                                                   const char           *sentence);
void                  mukana_page_do              (MukanaPage           *self,
                                                   const MukanaJob      *job,
                                                   gpointer              arg,
                                                   GDestroyNotify        free_arg,
                                                   const char           *sentence,
                                                   MukanaStep           *step);
void                  mukana_page_fail            (MukanaPage           *self,
                                                   const GError         *error);

/* The window's side. */
void                  mukana_page_open            (MukanaPage           *self,
                                                   gint64                id);
gboolean              mukana_page_may_leave       (MukanaPage           *self);
gboolean              mukana_page_can_add         (MukanaPage           *self);
void                  mukana_page_add             (MukanaPage           *self);
void                  mukana_page_was_shown       (MukanaPage           *self);
void                  mukana_page_set_narrow      (MukanaPage           *self,
                                                   gboolean              narrow);
MukanaPage           *mukana_page_new             (const MukanaPageInfo *info,
                                                   MukanaContext        *context);

G_END_DECLS
