#include "ui/people/mukana-people-page.h"
#include "ui/kit/mukana-row.h"
#include "services/mukana-consenting.h"
#include "ui/requests/mukana-requests-page.h"
#include "cli/mukana-command.h"
#include <adwaita.h>
