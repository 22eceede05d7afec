#include "domain/mukana-person.h"
#include <sqlite3.h>
#include <libpq-fe.h>
