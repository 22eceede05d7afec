void
read_people (MukanaDb *db)
{
  /* "SELECT id FROM person" in a comment harms nobody. */
  mukana_db_query (db, "people.get", NULL);
  mukana_db_query (db, "people.git", NULL);
  read_file ("people.csv");
}
