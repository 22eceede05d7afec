/* mukana-panel-check.c: whether a protocol of a draw holds.
 *
 * It is drawn again.  Where some were kept apart nobody can do so from the protocol, which
 * does not tell who; then it is looked whether everything it tells is true of each other:
 * the lottery is one, of panels that keep the targets; chances are those of the lottery; the
 * seed draws the ticket; and those who were drawn are as it says.  That nothing is fairer,
 * and that the lot among people who are alike fell as it did, is not seen there.
 */

#include "domain/mukana-panel.h"

#include <string.h>

#define RESULT "\nresult "
#define MILLION MUKANA_PANEL_MILLION

/* What the second part of a protocol tells. */
typedef struct
{
  MukanaPanel *panel;
  guint        least_chance, bound, n_shut_out;
  gboolean     is_drawn;
  GArray      *features;     /* guint64: of the types, ascending */
  GArray      *n_people;     /* guint, by type */
  GArray      *chances;      /* guint, by type */
  GArray      *weights;      /* guint, by ticket */
  GArray      *counts;       /* int: by ticket and type */
  GArray      *drawn;        /* guint, places from 1 */
  GArray      *reserve;
} Told;

static void
clear_told (Told *self)
{
  g_array_unref (self->features);
  g_array_unref (self->n_people);
  g_array_unref (self->chances);
  g_array_unref (self->weights);
  g_array_unref (self->counts);
  g_array_unref (self->drawn);
  g_array_unref (self->reserve);
}

/* ---- Reading ---- */

static gboolean
read_ticket (Told   *self,
             char  **fields)
{
  guint weight = (guint) g_ascii_strtoull (fields[1], NULL, 10), n_types = self->features->len;
  guint first = self->counts->len;

  g_array_append_val (self->weights, weight);
  g_array_set_size (self->counts, first + n_types);   /* cleared */
  for (char **field = fields + 2; *field != NULL; field++)
    {
      char *after;
      guint64 type = g_ascii_strtoull (*field, &after, 10);

      if (*after != ':' || type >= n_types)
        return FALSE;
      g_array_index (self->counts, int, first + type) =
        (int) g_ascii_strtoll (after + 1, NULL, 10);
    }

  return TRUE;
}

static gboolean
read_row (Told       *self,
          const char *row)
{
  g_auto (GStrv) fields = g_strsplit (row, " ", -1);
  guint n = g_strv_length (fields);

  if (n == 5 && g_str_equal (fields[0], "type") && g_str_equal (fields[3], "chance"))
    {
      guint64 features = g_ascii_strtoull (fields[1], NULL, 16);
      guint n_people = (guint) g_ascii_strtoull (fields[2], NULL, 10);
      guint chance = (guint) g_ascii_strtoull (fields[4], NULL, 10);

      g_array_append_val (self->features, features);
      g_array_append_val (self->n_people, n_people);
      g_array_append_val (self->chances, chance);
      return TRUE;
    }
  if (n >= 2 && g_str_equal (fields[0], "ticket"))
    return read_ticket (self, fields);
  if (n == 2 && (g_str_equal (fields[0], "drawn") || g_str_equal (fields[0], "reserve")))
    {
      guint place = (guint) g_ascii_strtoull (fields[1], NULL, 10);

      g_array_append_val (*fields[0] == 'd' ? self->drawn : self->reserve, place);
      return place >= 1 && place <= self->panel->people->len;
    }

  return n == 5 && g_str_equal (fields[0], "relax");
}

static gboolean
read_result (Told       *self,
             const char *text)
{
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  g_auto (GStrv) head = g_strsplit (rows[0], " ", -1);

  if (g_strv_length (head) != 5)
    return FALSE;

  self->is_drawn = g_str_equal (head[0], "drawn");
  self->least_chance = (guint) g_ascii_strtoull (head[1], NULL, 10);
  self->bound = (guint) g_ascii_strtoull (head[2], NULL, 10);
  self->n_shut_out = (guint) g_ascii_strtoull (head[4], NULL, 10);
  for (guint i = 1; rows[i] != NULL; i++)
    if (*rows[i] != '\0' && !read_row (self, rows[i]))
      return FALSE;

  return self->is_drawn || g_str_equal (head[0], "impossible");
}

/* ---- Looking ---- */

static guint64
features_at (Told  *self,
             guint  place)
{
  return g_array_index (self->panel->people, MukanaPanelPerson, place - 1).features;
}

/* Each type once, with as many people as the list has. */
static gboolean
types_fit (Told *self)
{
  guint n_all = 0;

  for (guint t = 0; t < self->features->len; t++)
    {
      guint64 features = g_array_index (self->features, guint64, t);
      guint n = 0;

      for (guint place = 1; place <= self->panel->people->len; place++)
        n += features_at (self, place) == features;
      if (n != g_array_index (self->n_people, guint, t) ||
          (t > 0 && g_array_index (self->features, guint64, t - 1) >= features))
        return FALSE;
      n_all += n;
    }

  return n_all == self->panel->people->len;
}

static int
count_at (Told  *self,
          guint  ticket,
          guint  type)
{
  return g_array_index (self->counts, int, ticket * self->features->len + type);
}

static gboolean
ticket_fits (Told  *self,
             guint  ticket)
{
  int size = 0;

  for (guint t = 0; t < self->features->len; t++)
    {
      size += count_at (self, ticket, t);
      if (count_at (self, ticket, t) < 0 ||
          count_at (self, ticket, t) > (int) g_array_index (self->n_people, guint, t))
        return FALSE;
    }

  for (guint i = 0; i < self->panel->targets->len; i++)
    {
      const MukanaPanelTarget *target = &g_array_index (self->panel->targets, MukanaPanelTarget, i);
      int n = 0;

      for (guint t = 0; t < self->features->len; t++)
        if (g_array_index (self->features, guint64, t) >> i & 1)
          n += count_at (self, ticket, t);
      if (n < target->least || n > target->most)
        return FALSE;
    }

  return size == self->panel->size;
}

static gboolean
lottery_fits (Told *self)
{
  guint64 all = 0;

  for (guint i = 0; i < self->weights->len; i++)
    {
      all += g_array_index (self->weights, guint, i);
      if (!ticket_fits (self, i))
        return FALSE;
    }

  /* What is rounded for each who is kept apart is told for all who are alike. */
  for (guint t = 0; t < self->features->len; t++)
    {
      guint n_people = g_array_index (self->n_people, guint, t);
      guint chance = g_array_index (self->chances, guint, t);
      guint64 sum = 0;

      for (guint i = 0; i < self->weights->len; i++)
        sum += (guint64) g_array_index (self->weights, guint, i) * (guint64) count_at (self, i, t);
      if (chance > sum / n_people || chance + 1 < sum / n_people)
        return FALSE;
    }

  return all == MILLION;
}

static gboolean
is_in (GArray *places,
       guint   until,
       guint   place)
{
  for (guint i = 0; i < until; i++)
    if (g_array_index (places, guint, i) == place)
      return TRUE;

  return FALSE;
}

static gboolean
drawn_fit (Told *self)
{
  guint ticket = mukana_panel_lot (self->panel->seed, (const guint *) self->weights->data,
                                   self->weights->len);

  for (guint t = 0; t < self->features->len; t++)
    {
      int n = 0;

      for (guint i = 0; i < self->drawn->len; i++)
        n += features_at (self, g_array_index (self->drawn, guint, i)) ==
             g_array_index (self->features, guint64, t);
      if (n != count_at (self, ticket, t))
        return FALSE;
    }

  for (guint i = 0; i < self->drawn->len; i++)
    if (is_in (self->drawn, i, g_array_index (self->drawn, guint, i)))
      return FALSE;
  for (guint i = 0; i < self->reserve->len; i++)
    {
      guint place = g_array_index (self->reserve, guint, i);

      if (is_in (self->reserve, i, place) || is_in (self->drawn, self->drawn->len, place))
        return FALSE;
    }

  return (int) self->reserve->len <= self->panel->n_reserve;
}

static Told
begin_told (MukanaPanel *panel)
{
  return (Told) {
    .panel = panel,
    .features = g_array_new (FALSE, FALSE, sizeof (guint64)),
    .n_people = g_array_new (FALSE, FALSE, sizeof (guint)),
    .chances = g_array_new (FALSE, FALSE, sizeof (guint)),
    .weights = g_array_new (FALSE, FALSE, sizeof (guint)),
    .counts = g_array_new (FALSE, TRUE, sizeof (int)),
    .drawn = g_array_new (FALSE, FALSE, sizeof (guint)),
    .reserve = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
}

static gboolean
fits (MukanaPanel *panel,
      const char  *result)
{
  Told told = begin_told (panel);
  gboolean is_fine = read_result (&told, result) && types_fit (&told);

  if (told.is_drawn)
    is_fine = is_fine && told.weights->len > 0 && told.least_chance <= told.bound &&
              lottery_fits (&told) && drawn_fit (&told);
  else
    is_fine = is_fine && told.weights->len == 0 && told.drawn->len == 0;

  clear_told (&told);
  return is_fine;
}

/* Returns: (nullable): yours, what was given; @result is set to what came of it, borrowed */
static MukanaPanel *
parse_given (const char  *protocol,
             const char **result)
{
  const char *result_row = strstr (protocol, RESULT);
  g_autofree char *given = NULL;

  if (result_row == NULL)
    return NULL;

  given = g_strndup (protocol, (gsize) (result_row - protocol + 1));
  *result = result_row + strlen (RESULT);
  return mukana_panel_parse (given);
}

/** mukana_panel_check: Returns: whether what @protocol tells is so, as far as it can be seen */
MukanaPanelCheck
mukana_panel_check (const char *protocol)
{
  const char *told = NULL;
  g_autoptr (MukanaPanel) panel = parse_given (protocol, &told);
  g_autoptr (MukanaPanelResult) result = NULL;
  g_autofree char *again = NULL;

  if (panel == NULL)
    return MUKANA_PANEL_BROKEN;
  if (panel->n_apart > 0)
    return fits (panel, told) ? MUKANA_PANEL_FITS : MUKANA_PANEL_BROKEN;

  result = mukana_panel_draw (panel, NULL, NULL);
  again = mukana_panel_protocol (panel, result);
  return strcmp (protocol, again) == 0 ? MUKANA_PANEL_HOLDS : MUKANA_PANEL_BROKEN;
}

static void
add_places (GArray *places,
            GArray *told)
{
  for (guint i = 0; i < told->len; i++)
    {
      guint place = g_array_index (told, guint, i) - 1;

      g_array_append_val (places, place);
    }
}

/**
 * mukana_panel_recall:
 * @panel: (out): yours, what was given
 *
 * Draws again; where some were kept apart, reads what came of it, without the lottery.
 *
 * Returns: (nullable): yours; NULL for what is no protocol
 */
MukanaPanelResult *
mukana_panel_recall (const char   *protocol,
                     MukanaPanel **panel)
{
  const char *told_text = NULL;
  g_autoptr (MukanaPanel) given = parse_given (protocol, &told_text);
  g_autoptr (MukanaPanelResult) result = NULL;

  if (given == NULL)
    return NULL;

  if (given->n_apart == 0)
    result = mukana_panel_draw (given, NULL, NULL);
  else
    {
      Told told = begin_told (given);

      if (read_result (&told, told_text))
        {
          result = mukana_panel_result_new ();
          result->is_possible = told.is_drawn;
          result->least_chance = told.least_chance;
          result->bound = told.bound;
          result->n_shut_out = told.n_shut_out;
          add_places (result->drawn, told.drawn);
          add_places (result->reserve, told.reserve);
        }
      clear_told (&told);
    }

  if (result != NULL)
    *panel = g_steal_pointer (&given);
  return g_steal_pointer (&result);
}
