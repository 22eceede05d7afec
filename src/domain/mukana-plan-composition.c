/* mukana-plan-composition.c: groups that fit together, where the network only counts people.
 *
 * A rule asks for somebody, or for nobody of some kind.  Where the flow breaks one, the
 * best plan does one of these: it puts nobody there who makes the rule hold (for some
 * rules: nobody at all); or somebody of those whom the rule asks for is one of those
 * whom another seat has been kept for; or they sit in a seat more.  Each is a choice of
 * links that are closed and units that are filled, and one of them holds in whatever
 * the best plan is.
 */

#include "domain/mukana-plan-network.h"

/* One rule of one request, and who is in it by the flow. */
typedef struct
{
  MukanaPlanNetwork      *net;
  const MukanaNetRequest *request;
  guint                   index;     /* of the rule, in plan->rules */
  const MukanaPlanRule   *rule;
  int                     class;     /* AREAS: in which all are */
  guint                   n_forced;  /* units that must be filled already */
  MukanaPlanConflict     *conflict;
} Group;

/** mukana_plan_rule_asks_for: @class_of_all: in which all are; Returns: whether somebody of @class
 * makes the rule hold */
gboolean
mukana_plan_rule_asks_for (const MukanaPlanRule *rule,
                           int                   class,
                           int                   class_of_all)
{
  switch (rule->kind)
    {
    case MUKANA_PLAN_RULE_MENTOR: return class == 0;
    case MUKANA_PLAN_RULE_LANGUAGE: return class == 1;
    case MUKANA_PLAN_RULE_AREAS: return class != class_of_all;
    case MUKANA_PLAN_RULE_TWO:
    case MUKANA_PLAN_N_RULES:
    default: return TRUE;
    }
}

/** mukana_plan_composition_index: looks up rules and classes once */
void
mukana_plan_composition_index (MukanaPlanNetwork *self)
{
  guint r = 0;

  for (guint i = 0; i < self->plan->rules->len; i++)
    {
      const MukanaPlanRule *rule = &g_array_index (self->plan->rules, MukanaPlanRule, i);
      MukanaNetRequest *request;

      g_array_append_val (self->first_classes, self->classes->len);
      while (r < self->requests->len &&
             g_array_index (self->requests, MukanaNetRequest, r).id < rule->request_id)
        r++;
      if (r == self->requests->len)
        continue;
      request = &g_array_index (self->requests, MukanaNetRequest, r);
      if (request->id != rule->request_id)
        continue;

      request->first_rule = request->n_rules++ == 0 ? i : request->first_rule;
      for (guint pair = request->first_pair; pair < request->first_pair + request->n_pairs; pair++)
        {
          gint64 person_id = g_array_index (self->people, MukanaNetPerson,
                                            mukana_net_pair (self, pair)->person).id;
          int class = mukana_plan_find_class (self->plan, rule, person_id);

          g_array_append_val (self->classes, class);
        }
    }
}

/* ---- Whether a rule is broken ---- */

/* Sets the class in which all are, for AREAS. */
static gboolean
is_broken (Group *self)
{
  const MukanaPlanRule *rule = self->rule;
  int n_new = 0, n_ones = rule->n_kept > 0 && rule->kept_class == 1, n_zeros = 0;
  gboolean is_alike = TRUE;

  self->class = rule->n_kept > 0 ? rule->kept_class : -1;
  for (guint i = 0; i < self->request->n_links; i++)
    {
      const MukanaNetLink *link = &g_array_index (self->net->links, MukanaNetLink,
                                                  self->request->first_link + i);
      int class;

      if (link->is_reserve || mukana_flow_get (self->net->flow, link->arc) == 0)
        continue;
      class = mukana_net_class (self->net, self->request, self->index, link->pair);
      n_new++;
      n_ones += class == 1;
      n_zeros += class == 0;
      is_alike &= self->class < 0 || self->class == class;
      self->class = class;
    }

  return n_new > 0 &&
         (rule->kind == MUKANA_PLAN_RULE_TWO ? n_new + rule->n_kept < 2
          : rule->kind == MUKANA_PLAN_RULE_MENTOR ? n_ones > 0 && n_zeros == 0
          : rule->kind == MUKANA_PLAN_RULE_LANGUAGE ? n_ones == 0
          : n_new + rule->n_kept >= 2 && is_alike && self->class != 0);
}

static gboolean
is_asked_for (Group *self,
              guint  pair)
{
  return mukana_plan_rule_asks_for (self->rule, mukana_net_class (self->net, self->request,
                                                                  self->index, pair), self->class);
}

/* ---- What would mend it ---- */

static void
close_link (Group  *self,
            GArray *choice,
            guint   link)
{
  guint what = self->net->pairs->len + link;

  if (!g_array_index (self->net->links, MukanaNetLink, link).is_reserve &&
      mukana_plan_network_n_closed (self->net, what) == 0)
    g_array_append_val (choice, what);
}

/* Keeps @unit for those who are asked for. */
static void
keep_unit (Group  *self,
           GArray *choice,
           guint   unit)
{
  for (guint i = 0; i < self->request->n_links; i++)
    {
      const MukanaNetLink *link = &g_array_index (self->net->links, MukanaNetLink,
                                                  self->request->first_link + i);

      if (link->unit == unit && !is_asked_for (self, link->pair))
        close_link (self, choice, self->request->first_link + i);
    }
}

static gboolean
is_forced (Group *self,
           guint  unit)
{
  return g_array_index (self->net->units, MukanaNetUnit, unit).n_forced > 0;
}

/* Somebody asked for is in one of the units that are filled already. */
static void
choose_filled (Group *self)
{
  for (guint unit = self->request->first_unit;
       unit < self->request->first_unit + self->request->n_units; unit++)
    if (is_forced (self, unit))
      keep_unit (self, mukana_plan_conflict_add (self->conflict), unit);
}

static void
choose_unit (Group *self,
             guint  unit)
{
  GArray *choice = mukana_plan_conflict_add (self->conflict);
  guint what = self->net->pairs->len + self->net->links->len + unit;

  keep_unit (self, choice, unit);
  g_array_append_val (choice, what);
}

/* Or in another seat.  Units of a line are alike but for one that a rule has, so the first free
 * one stands for all.  For the rule that has one, that one is enough. */
static void
choose_in_line (Group *self,
                guint  line)
{
  const MukanaPlanLine *given = &g_array_index (self->net->plan->lines, MukanaPlanLine, line);
  guint end = self->request->first_unit + self->request->n_units;
  gboolean has_alike = FALSE;
  int n_others = given->seats;   /* that are neither filled nor of a rule */

  for (guint i = self->request->first_unit; i < end; i++)
    {
      const MukanaNetUnit *unit = &g_array_index (self->net->units, MukanaNetUnit, i);

      if (unit->line != line)
        continue;
      if (unit->rule == self->index)
        {
          choose_unit (self, i);
          return;
        }
      n_others -= unit->n_forced > 0 || unit->rule != MUKANA_NET_NONE;
      if (unit->n_forced > 0 || (unit->rule == MUKANA_NET_NONE && has_alike))
        continue;
      has_alike |= unit->rule == MUKANA_NET_NONE;
      choose_unit (self, i);
    }

  if (!has_alike && n_others > 0)
    self->conflict->is_partial = TRUE;
}

static void
choose_another (Group *self)
{
  for (guint line = self->request->first_line;
       line < self->request->first_line + self->request->n_lines; line++)
    if (!g_array_index (self->net->plan->lines, MukanaPlanLine, line).is_reserve)
      choose_in_line (self, line);
}

/* Nobody, but in @unit; NONE: nobody at all. */
static void
choose_nobody_but (Group *self,
                   guint  unit)
{
  GArray *choice = mukana_plan_conflict_add (self->conflict);

  for (guint i = 0; i < self->request->n_links; i++)
    if (unit == MUKANA_NET_NONE ||
        g_array_index (self->net->links, MukanaNetLink, self->request->first_link + i).unit != unit)
      close_link (self, choice, self->request->first_link + i);
}

/* One alone may be from anywhere: in the unit that is filled, or in one of each kind. */
static void
choose_one_alone (Group *self)
{
  guint end = self->request->first_unit + self->request->n_units, last_line = MUKANA_NET_NONE;

  for (guint i = self->request->first_unit; i < end; i++)
    {
      const MukanaNetUnit *unit = &g_array_index (self->net->units, MukanaNetUnit, i);

      if (self->n_forced == 1 ? unit->n_forced > 0
          : unit->rule != MUKANA_NET_NONE || unit->line != last_line)
        choose_nobody_but (self, i);
      last_line = unit->rule == MUKANA_NET_NONE ? unit->line : last_line;
    }
}

/* The rule holds because nobody makes it ask. */
static void
choose_without (Group *self)
{
  if (self->rule->kind == MUKANA_PLAN_RULE_MENTOR &&
      (self->rule->n_kept == 0 || self->rule->kept_class != 1))
    {
      GArray *choice = mukana_plan_conflict_add (self->conflict);

      for (guint i = 0; i < self->request->n_links; i++)
        if (!is_asked_for (self, g_array_index (self->net->links, MukanaNetLink,
                                                self->request->first_link + i).pair))
          close_link (self, choice, self->request->first_link + i);
    }
  else if (self->rule->kind == MUKANA_PLAN_RULE_AREAS && self->rule->n_kept == 0)
    {
      if (self->n_forced < 2)
        choose_one_alone (self);
    }
  else if (self->n_forced == 0)
    choose_nobody_but (self, MUKANA_NET_NONE);
}

/* Whoever the rule asks for sits in it, if there is one. */
static gboolean
has_own_unit (Group *self)
{
  for (guint i = self->request->first_unit;
       i < self->request->first_unit + self->request->n_units; i++)
    if (g_array_index (self->net->units, MukanaNetUnit, i).rule == self->index)
      return TRUE;

  return FALSE;
}

static void
count_forced (Group *self)
{
  for (guint unit = self->request->first_unit;
       unit < self->request->first_unit + self->request->n_units; unit++)
    self->n_forced += is_forced (self, unit);
}

static gboolean
has_emergency (MukanaPlanNetwork      *self,
               const MukanaNetRequest *request)
{
  for (guint i = request->first_unit; i < request->first_unit + request->n_units; i++)
    if (mukana_flow_get (self->flow, g_array_index (self->units, MukanaNetUnit, i).emergency) > 0)
      return TRUE;

  return FALSE;
}

static MukanaPlanConflict *
new_conflict (guint request)
{
  MukanaPlanConflict *self = mukana_plan_conflict_new ();

  self->request = request;
  return self;
}

static MukanaPlanConflict *
conflict_of_rule (MukanaPlanNetwork *self,
                  guint              request,
                  guint              index)
{
  Group group = { .net = self, .index = index,
                  .request = &g_array_index (self->requests, MukanaNetRequest, request),
                  .rule = &g_array_index (self->plan->rules, MukanaPlanRule, index) };

  if (!is_broken (&group))
    return NULL;
  if (!self->has_units)
    {
      self->wants_units = TRUE;
      return NULL;
    }

  group.conflict = new_conflict (request);
  count_forced (&group);
  choose_without (&group);
  if (group.rule->kind != MUKANA_PLAN_RULE_TWO && !has_own_unit (&group))
    choose_filled (&group);
  choose_another (&group);
  return group.conflict;
}

/**
 * mukana_plan_composition_conflict:
 *
 * A conflict without choices: what was asked for before cannot be.
 *
 * Returns: (nullable): yours, the first rule of @request that is broken
 */
MukanaPlanConflict *
mukana_plan_composition_conflict (MukanaPlanNetwork *self,
                                  guint              request)
{
  const MukanaNetRequest *at = &g_array_index (self->requests, MukanaNetRequest, request);
  MukanaPlanConflict *found = NULL;

  if (has_emergency (self, at))
    return new_conflict (request);

  for (guint i = at->first_rule; i < at->first_rule + at->n_rules && found == NULL; i++)
    found = conflict_of_rule (self, request, i);

  return found;
}
