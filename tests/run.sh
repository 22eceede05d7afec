#!/bin/sh
# run.sh: from a clean clone to all tests run, with one command.
#
# Builds with the address and undefined-behaviour sanitizers, because a test
# that passes over a spoilt heap has not passed.  Arguments go on to
# "meson test": sh tests/run.sh --suite store

set -eu
cd "$(dirname "$0")/.."
. data/setup.sh

# shellcheck disable=SC2086  # lists of words
mukana_setup $mukana_build_packages $mukana_run_packages $mukana_test_packages

if [ ! -f build-tests/build.ninja ]; then
  meson setup build-tests -Doptimization=1 -Ddebug=true \
    -Db_sanitize=address,undefined -Db_lundef=false
fi
ninja -C build-tests

export ASAN_OPTIONS="detect_leaks=1:${ASAN_OPTIONS:-}"
export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"
export UBSAN_OPTIONS='print_stacktrace=1:halt_on_error=1'

# Thousands of small registers are made, synced and removed.  In memory that is quick; what
# a disk does to one is tried by the harnesses, on a disk that they watch or make.
free_kb=$(df -Pk /dev/shm 2>/dev/null | awk '$1 == "tmpfs" { print $4 }')
if [ -z "${TMPDIR:-}" ] && [ "${free_kb:-0}" -ge 2000000 ]; then
  TMPDIR=$(mktemp -d /dev/shm/mukana-tests.XXXXXX)
  export TMPDIR
  trap 'rm -rf "$TMPDIR"' EXIT
fi

# The limits of the tests are for a machine that does nothing else.
log=build-tests/meson-logs/testlog.json
rm -f "$log"
result=0
meson test -C build-tests --no-rebuild --print-errorlogs --timeout-multiplier 3 "$@" || result=$?

# One test a line.
count ()
{
  grep -cE "\"result\": \"($1)\"" "$log" 2>/dev/null || true
}

if [ -f "$log" ]; then
  printf '%s passed, %s failed, %s skipped\n' \
    "$(count 'OK|EXPECTEDFAIL')" "$(count 'FAIL|ERROR|TIMEOUT|INTERRUPT|UNEXPECTEDPASS')" \
    "$(count SKIP)"
else
  echo 'no test was run'
  [ "$result" -ne 0 ] || result=1
fi
exit "$result"
