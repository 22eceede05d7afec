#include "domain/mukana-person.h"
#include "base/mukana-days.h"
#include "store/mukana-people.h"
#include "mukana-person.h"
#include <gtk/gtk.h>
/* #include "ui/kit/mukana-row.h" */
