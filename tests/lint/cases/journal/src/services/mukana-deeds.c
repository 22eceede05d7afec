static gboolean
deed (MukanaDb *db)
{
  return mukana_journal_add (db, "people.add", MUKANA_KIND_PERSON, 1, NULL, NULL) &&
         mukana_journal_add (db, is_new ? "people.add" : "people.hide", MUKANA_KIND_PERSON,
                             mukana_id (db), NULL, NULL) &&
         mukana_journal_add_at (db, 1, "people.forget", MUKANA_KIND_PERSON, 1, NULL, NULL);
}

static void
look (MukanaLook *look)
{
  *look = (MukanaLook) { "looking.away", MUKANA_KIND_PERSON, 1, NULL };
}
