#!/bin/sh
# coverage.sh [BUILD]: how much of storage, keys and consents the tests try, in three lines.
#
# Builds without optimising and with GCC's counters, runs the suites domain, store, services,
# harness and faults on both engines, and adds up what they reached.  Takes a quarter of an hour
# and needs gcovr.  The test "session" fails here: it watches for files that nobody should write,
# and the counters are such files.
#
# Lines and branches are counted as they stand in our own files.  Not counted are branches that
# nobody wrote and nobody can take, or that are taken by a mistake of the programmer alone:
# g_return_if_fail and g_assert, and what the macros g_clear_… and G_DEFINE_… are made of.

set -eu
cd "$(dirname "$0")/.."
build=${1:-build-coverage}

[ -f "$build/build.ninja" ] ||
  meson setup "$build" -Ddebug=true -Doptimization=0 -Db_coverage=true
find "$build" -name '*.gcda' -delete
meson test -C "$build" --suite domain --suite store --suite services --suite harness \
  --suite faults --timeout-multiplier 5 ||
  echo 'Some tests failed; see above whether it is session alone.'

services ()
{
  printf '^src/services/mukana-(%s)\\.c$' "$1"
}

domain ()
{
  printf '^src/domain/mukana-(%s)\\.c$' "$1"
}

not_ours='.*\b(g_return_if_fail|g_return_val_if_fail|g_assert|g_clear_|G_DEFINE_).*'
trace=$build/coverage.json
gcovr --root . --object-directory "$build" "$build" --json "$trace" \
  --filter '^src/(store|services|domain)/' --exclude-unreachable-branches --exclude-throw-branches \
  --exclude-branches-by-pattern "$not_ours"

# report NAME FILTER...
report ()
{
  name=$1
  shift
  for filter in "$@"; do
    shift
    set -- "$@" --filter "$filter"
  done
  gcovr --root . --add-tracefile "$trace" "$@" --print-summary --output "$build/coverage.txt" |
    awk -v name="$name" '/^lines:/ { lines = $2 } /^branches:/ { branches = $2 " " $3 " of " $6 }
      END { gsub (/[()]/, "", branches)
            printf "%-24s lines %s, branches %s\n", name, lines, branches }'
}

keys='anchor|key-sheet|keyring|keyring-file|rekeying|secret|unlocking'
files='backing-up|file-carrying|new-file|restoring'
consents='consent-text|consenting|guarding|purpose-setting|renewing|staying'
rights='erasing|remembering|removing|retaining|rights'

report 'storage' '^src/store/.*\.c$'
report 'keys, backups, new files' "$(services "$keys|$files")" "$(domain 'backup|recovery-key')"
report 'consents and rights' "$(services "$consents|$rights")" \
  "$(domain 'consent|guardian|purpose|retention|rights-request|usable')"
