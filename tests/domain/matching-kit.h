#pragma once

#include "domain/mukana-match-index.h"

/* The themes of the kit's tree, by index. */
enum
{
  KIT_MIND, KIT_DEPRESSION, KIT_ANXIETY,         /* mt, with two children */
  KIT_OLD_AGE, KIT_HOME_CARE,                    /* ik, with one child */
  KIT_ADDICTION,                                 /* pr, alone */
  KIT_N_THEMES,
};

MukanaThemeTree    *kit_tree            (void);
MukanaDay           kit_today           (void);
MukanaDay           kit_day             (void);
MukanaDayRange      kit_always          (void);
MukanaMatchFacts   *kit_person          (gint64             person_id);
MukanaMatchRequest *kit_request         (void);
void                kit_add_theme       (MukanaMatchFacts  *facts,
                                         int                theme,
                                         MukanaPerspective  perspective,
                                         gboolean           is_allowed);
void                kit_add_slot        (MukanaMatchFacts  *facts,
                                         int                weekday,
                                         int                start_minute,
                                         int                end_minute);
void                kit_add_shift       (MukanaMatchFacts  *facts,
                                         MukanaDay          day,
                                         int                start_minute,
                                         int                end_minute,
                                         MukanaPosition     position);
void                kit_add_assignment  (MukanaMatchFacts  *facts,
                                         MukanaDay          day,
                                         int                start_minute,
                                         int                end_minute,
                                         MukanaPosition     position);
MukanaMatchFacts   *kit_random_person   (GRand             *random,
                                         gint64             person_id);
MukanaMatchRequest *kit_random_request  (GRand             *random);
MukanaMatchFacts   *kit_odd_person      (GRand             *random,
                                         gint64             person_id);
MukanaMatchRequest *kit_odd_request     (GRand             *random);

#define KIT_TAKING_PART 1000000                   /* is in some requests already */

extern const MukanaPosition KIT_KAJAANI;
extern const MukanaPosition KIT_SOTKAMO;         /* 44 km by road from Kajaani, by our estimate */
extern const MukanaPosition KIT_HELSINKI;
