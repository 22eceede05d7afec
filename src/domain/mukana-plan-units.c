/* mukana-plan-units.c: seats that stand by themselves, so that a group can be asked for.
 *
 *   unit, unit, rest of the line -> empty -> sink
 *
 * A rule like "somebody experienced" is a seat that only some may fill and that must
 * be filled.  So a line of a request with rules has a few units, each with links of
 * its own, and the rest of its seats in one node as ever.  Empty seats of a line cost
 * by their number, whichever they are: they share a node.
 *
 * One rule of a request with one line has a unit of its own from the start: a group that
 * is not empty has somebody whom the rule asks for, so let them sit there.  That keeps
 * nearly every such rule without a search.  For two rules it would not be true, because one
 * person may answer both.  A unit that must be filled
 * and finds nobody takes the emergency arc, and what that costs tells that it cannot be.
 */

#include "domain/mukana-plan-network.h"

/* One for whom a rule asks for; the other for the same, when the first one is of no use. */
static int
count_needed (MukanaPlanNetwork      *self,
              const MukanaNetRequest *request)
{
  static const int needed[] = {
    [MUKANA_PLAN_RULE_TWO] = 2, [MUKANA_PLAN_RULE_MENTOR] = 1, [MUKANA_PLAN_RULE_LANGUAGE] = 1,
    [MUKANA_PLAN_RULE_AREAS] = 2,
  };
  int n_needed = 0;

  for (guint i = 0; i < request->n_rules; i++)
    n_needed += needed[g_array_index (self->plan->rules, MukanaPlanRule,
                                      request->first_rule + i).kind];
  return n_needed;
}

/* Returns: the rule that has a unit of its own; NONE: none has */
static guint
find_own_rule (MukanaPlanNetwork      *self,
               const MukanaNetRequest *request)
{
  guint n_lines = 0, found = MUKANA_NET_NONE;

  for (guint i = 0; i < request->n_lines; i++)
    n_lines += !g_array_index (self->plan->lines, MukanaPlanLine,
                               request->first_line + i).is_reserve;
  if (n_lines != 1)
    return MUKANA_NET_NONE;

  for (guint i = request->first_rule; i < request->first_rule + request->n_rules; i++)
    {
      MukanaPlanRuleKind kind = g_array_index (self->plan->rules, MukanaPlanRule, i).kind;

      if (kind == MUKANA_PLAN_RULE_MENTOR ||
          (kind == MUKANA_PLAN_RULE_LANGUAGE && found == MUKANA_NET_NONE))
        found = i;
      if (kind == MUKANA_PLAN_RULE_MENTOR)
        break;
    }

  return found;
}

/** mukana_plan_units_grow: @line: one of @request without reserve */
void
mukana_plan_units_grow (MukanaPlanNetwork *self,
                        MukanaNetRequest  *request,
                        guint              line)
{
  const MukanaPlanLine *given = &g_array_index (self->plan->lines, MukanaPlanLine, line);
  int n_units = MIN (given->seats, count_needed (self, request));
  int empty = mukana_flow_add_node (self->flow), rest = -1;

  for (int nth = 1; nth <= given->seats; nth++)
    mukana_flow_add_arc (self->flow, empty, MUKANA_FLOW_SINK, 1,
                         mukana_plan_shortage (nth, FALSE));

  for (int i = 0; i < n_units; i++)
    {
      MukanaNetUnit unit = { .line = line, .node = mukana_flow_add_node (self->flow),
                             .rule = i == 0 ? find_own_rule (self, request) : MUKANA_NET_NONE };

      unit.empty = mukana_flow_add_arc (self->flow, unit.node, empty, 1, 0);
      unit.emergency = mukana_flow_add_arc (self->flow, unit.node, MUKANA_FLOW_SINK, 1,
                                            MUKANA_NET_NEVER);
      mukana_plan_network_link (self, request, given, unit.node, self->units->len,
                                unit.rule);
      g_array_append_val (self->units, unit);
      request->n_units++;
    }

  if (n_units < given->seats)
    {
      rest = mukana_flow_add_node (self->flow);
      mukana_flow_add_arc (self->flow, rest, empty, given->seats - n_units, 0);
      mukana_plan_network_link (self, request, given, rest, MUKANA_NET_NONE, MUKANA_NET_NONE);
    }
  g_array_append_val (self->line_nodes, rest);
}

static void
supply_node (MukanaPlanNetwork *self,
             int                node,
             gboolean           is_wanted)
{
  if (is_wanted)
    mukana_flow_supply (self->flow, node);
  else
    mukana_flow_withdraw (self->flow, node);
}

/** mukana_plan_network_supply: looks for somebody for each seat of @request, or no more */
void
mukana_plan_network_supply (MukanaPlanNetwork      *self,
                            const MukanaNetRequest *request,
                            gboolean                is_wanted)
{
  for (guint line = request->first_line; line < request->first_line + request->n_lines; line++)
    {
      int seats = g_array_index (self->plan->lines, MukanaPlanLine, line).seats;

      for (guint u = request->first_unit; u < request->first_unit + request->n_units; u++)
        {
          const MukanaNetUnit *unit = &g_array_index (self->units, MukanaNetUnit, u);

          if (unit->line != line)
            continue;
          supply_node (self, unit->node, is_wanted);
          seats--;
        }
      for (; seats > 0; seats--)
        supply_node (self, g_array_index (self->line_nodes, int, line), is_wanted);
    }
}

static void
open_all (MukanaPlanNetwork *self,
          guint              first,
          guint              n)
{
  for (guint what = first; what < first + n; what++)
    while (mukana_plan_network_n_closed (self, what) > 0)
      mukana_plan_network_open (self, what);
}

/** mukana_plan_units_release: asks nothing more of the group of @request */
void
mukana_plan_units_release (MukanaPlanNetwork      *self,
                           const MukanaNetRequest *request)
{
  if (!self->has_units || request->n_rules == 0)
    return;

  open_all (self, self->pairs->len + self->links->len + request->first_unit, request->n_units);
  open_all (self, self->pairs->len + request->first_link, request->n_links);
}

/** mukana_plan_units_leave_empty: puts nobody into @request, which no rule forbids */
void
mukana_plan_units_leave_empty (MukanaPlanNetwork      *self,
                               const MukanaNetRequest *request)
{
  mukana_plan_units_release (self, request);
  for (guint i = request->first_link; i < request->first_link + request->n_links; i++)
    if (!g_array_index (self->links, MukanaNetLink, i).is_reserve)
      mukana_plan_network_close (self, self->pairs->len + i);
}
