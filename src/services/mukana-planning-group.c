/* mukana-planning-group.c: what is asked of those who come to a request together.
 *
 * A rule that those who are asked already keep needs nobody more, and one that nobody who
 * fits could answer is told and not asked: an empty room helps no first-timer either.
 */

#include "services/mukana-planning-private.h"

#include "domain/mukana-codes.h"

/* The group of one request. */
typedef struct
{
  MukanaPlanning   *planning;
  gint64            request_id;
  GArray           *candidates;   /* gint64, each once */
  GPtrArray        *facts;        /* MukanaMatchFacts of each */
  GPtrArray        *kept;         /* MukanaMatchFacts of those asked already who are known */
  int               n_kept;       /* all of them, without reserve */
  int               n_rules;
  MukanaGroupRules  missing;
} Group;

/* Of one rule: who is of which class. */
typedef struct
{
  MukanaPlanRuleKind kind;
  int                language;
} Asked;

static int
class_of (const Asked            *asked,
          const MukanaMatchFacts *facts)
{
  switch (asked->kind)
    {
    case MUKANA_PLAN_RULE_MENTOR: return facts->last_took_part == MUKANA_DAY_NONE;
    case MUKANA_PLAN_RULE_LANGUAGE: return (int) (facts->languages >> asked->language & 1);
    case MUKANA_PLAN_RULE_AREAS:
      return facts->has_non_disclosure ? 0 : (int) facts->municipality;
    case MUKANA_PLAN_RULE_TWO:
    case MUKANA_PLAN_N_RULES:
    default: return 0;
    }
}

/* The number of a quark differs from run to run: what is kept has a number in the county. */
static int
number_of_area (GArray *areas,
                int     quark)
{
  if (quark == 0)
    return 0;

  for (guint i = 0; i < areas->len; i++)
    if (g_array_index (areas, int, i) == quark)
      return (int) i + 1;

  g_array_append_val (areas, quark);
  return (int) areas->len;
}

static GArray *
classes_of (const Asked *asked,
            GPtrArray   *facts,
            GArray      *areas)
{
  GArray *classes = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < facts->len; i++)
    {
      int class = class_of (asked, g_ptr_array_index (facts, i));

      if (asked->kind == MUKANA_PLAN_RULE_AREAS)
        class = number_of_area (areas, class);
      g_array_append_val (classes, class);
    }

  return classes;
}

static guint
count_class (GArray *classes,
             int     class)
{
  guint n = 0;

  for (guint i = 0; i < classes->len; i++)
    n += g_array_index (classes, int, i) == class;
  return n;
}

/* Those who are there keep the rule, whoever comes. */
static gboolean
is_kept (const Asked *asked,
         const Group *group,
         GArray      *kept)
{
  int first = kept->len > 0 ? g_array_index (kept, int, 0) : 0;

  switch (asked->kind)
    {
    case MUKANA_PLAN_RULE_TWO: return group->n_kept > 0;
    case MUKANA_PLAN_RULE_MENTOR: return count_class (kept, 0) > 0;
    case MUKANA_PLAN_RULE_LANGUAGE: return count_class (kept, 1) > 0;
    case MUKANA_PLAN_RULE_AREAS:
    default:
      return group->n_kept > 0 && (first == 0 || (int) count_class (kept, first) < group->n_kept);
    }
}

/* Nobody could make the rule hold. */
static gboolean
is_missing (const Asked *asked,
            GArray      *kept,
            GArray      *classes)
{
  GArray *first = kept->len > 0 ? kept : classes;

  switch (asked->kind)
    {
    case MUKANA_PLAN_RULE_MENTOR: return count_class (classes, 0) == 0;
    case MUKANA_PLAN_RULE_LANGUAGE: return count_class (classes, 1) == 0;
    case MUKANA_PLAN_RULE_AREAS:
      return g_array_index (first, int, 0) != 0 &&
             count_class (classes, g_array_index (first, int, 0)) == classes->len;
    case MUKANA_PLAN_RULE_TWO:
    case MUKANA_PLAN_N_RULES:
    default: return FALSE;
    }
}

static void
add_rule (Group       *self,
          const Asked *asked,
          GArray      *kept,
          GArray      *classes)
{
  MukanaPlan *plan = self->planning->plan;
  MukanaPlanRule rule = { self->request_id, self->n_rules++, asked->kind, self->n_kept,
                          kept->len > 0 ? g_array_index (kept, int, 0) : 0 };

  g_array_append_val (plan->rules, rule);
  for (guint i = 0; i < classes->len; i++)
    {
      MukanaPlanTrait trait = { self->request_id, rule.number,
                                g_array_index (self->candidates, gint64, i),
                                g_array_index (classes, int, i) };

      if (trait.class != 0)
        g_array_append_val (plan->traits, trait);
    }
}

static void
ask (Group       *self,
     const Asked *asked)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) kept = classes_of (asked, self->kept, areas);
  g_autoptr (GArray) classes = classes_of (asked, self->facts, areas);

  if (classes->len == 0 || is_kept (asked, self, kept))
    return;
  if (!is_missing (asked, kept, classes))
    {
      add_rule (self, asked, kept, classes);
      return;
    }

  self->missing.kinds |= 1u << asked->kind;
  if (asked->kind == MUKANA_PLAN_RULE_LANGUAGE)
    self->missing.languages |= 1u << asked->language;
}

static void
ask_all (Group *self)
{
  const MukanaGroupRules *rules = &self->planning->rules;
  Asked asked = { MUKANA_PLAN_RULE_TWO, 0 };

  for (; asked.kind < MUKANA_PLAN_N_RULES; asked.kind++)
    if (asked.kind != MUKANA_PLAN_RULE_LANGUAGE && (rules->kinds >> asked.kind & 1) != 0)
      ask (self, &asked);

  asked.kind = MUKANA_PLAN_RULE_LANGUAGE;
  for (; mukana_languages[asked.language] != NULL; asked.language++)
    if (rules->languages >> asked.language & 1)
      ask (self, &asked);
}

/* ---- Who they are ---- */

static void
add_facts (MukanaPlanning *self,
           GPtrArray      *list,
           gint64          person_id)
{
  MukanaMatchFacts *facts = mukana_match_index_ref_facts (self->index, person_id);

  if (facts != NULL)
    g_ptr_array_add (list, facts);
}

static void
find_kept (Group               *self,
           const MukanaPlanned *planned)
{
  for (guint i = 0; i < planned->known->kept->len; i++)
    {
      const MukanaPlanningMove *move = g_ptr_array_index (planned->known->kept, i);

      if (move->is_reserve)
        continue;
      self->n_kept++;
      add_facts (self->planning, self->kept, move->person_id);
    }
}

/* Those of the pairs from @start to @end, each once, though they could come at several times. */
static void
find_candidates (Group *self,
                 guint  start,
                 guint  end)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = start; i < end; i++)
    g_array_append_val (ids, g_array_index (self->planning->plan->pairs, MukanaPlanPair,
                                            i).person_id);
  g_array_sort (ids, mukana_record_compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      guint n_before = self->facts->len;

      if (i > 0 && g_array_index (ids, gint64, i - 1) == id)
        continue;
      add_facts (self->planning, self->facts, id);
      if (self->facts->len > n_before)
        g_array_append_val (self->candidates, id);
    }
}

static void
add_rules_of (MukanaPlanning *self,
              MukanaPlanned  *planned,
              guint           start,
              guint           end)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (gint64));
  GDestroyNotify unref = (GDestroyNotify) mukana_match_facts_unref;
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (unref);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (unref);
  Group group = { self, planned->request->id, candidates, facts, kept, 0, 0, { 0, 0 } };

  find_kept (&group, planned);
  find_candidates (&group, start, end);
  ask_all (&group);
  planned->known->group_asked = mukana_group_rules_to_text (&self->rules);
  planned->known->group = mukana_group_rules_describe (&self->rules, &group.missing);
}

/** mukana_planning_add_rules: asks of the groups of requests for two or more what the county does,
 * of those whose candidates are from @first_pair on; after candidates and names are there */
void
mukana_planning_add_rules (MukanaPlanning *self,
                           guint           first_pair)
{
  GArray *pairs = self->plan->pairs;

  if (self->rules.kinds == 0)
    return;

  for (guint start = first_pair, end; start < pairs->len; start = end)
    {
      gint64 request_id = g_array_index (pairs, MukanaPlanPair, start).request_id;
      MukanaPlanned *planned = mukana_planning_find (self, request_id);

      for (end = start; end < pairs->len &&
           g_array_index (pairs, MukanaPlanPair, end).request_id == request_id; )
        end++;
      if (planned->request->people > 1)
        add_rules_of (self, planned, start, end);
    }
}
