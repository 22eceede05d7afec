void open_it (void) { run ("PRAGMA foreign_keys = ON"); }
