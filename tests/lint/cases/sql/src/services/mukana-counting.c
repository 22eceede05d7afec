void
count_people (MukanaDb *db)
{
  char quote = '"';

  run (db, "SELECT count(*) "
           "FROM person");
  say ("Select people from the list");
}
