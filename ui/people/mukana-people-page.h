#pragma once

#include "ui/kit/mukana-page.h"
#include "ui/kit/mukana-row-list.h"
#include "ui/people/mukana-people-sentence.h"
#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_PEOPLE_PAGE (mukana_people_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPeoplePage, mukana_people_page, MUKANA, PEOPLE_PAGE, MukanaPage)

extern const MukanaPageInfo mukana_people_page_info;

MukanaRowList        *mukana_people_page_peek_list     (MukanaPeoplePage *self);
MukanaPeopleSentence *mukana_people_page_peek_sentence (MukanaPeoplePage *self);

G_END_DECLS
