#pragma once

#include "services/mukana-hearing.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_FEEDBACK_PAGE (mukana_feedback_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFeedbackPage, mukana_feedback_page, MUKANA, FEEDBACK_PAGE, MukanaPage)

const MukanaHeard *mukana_feedback_page_peek_heard (MukanaFeedbackPage *self);

G_END_DECLS
