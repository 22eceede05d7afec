#include "domain/mukana-person.h"
#include <sqlite3.h>
#include <libpq-fe.h>
#include "mukana-store-resources.h"
