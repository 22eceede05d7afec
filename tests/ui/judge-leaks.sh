#!/bin/bash
# judge-leaks.sh COMMAND...: runs it; should it leak, runs it again to see whose leak it is.
#
# A leak of a library (of a file chooser, of a leaflet that slides) is known by the names of
# lsan.supp, for which the sanitizer has to walk the whole stack at each allocation: ten times
# slower.  So the whole stack is walked only where the quick look found something.  Whatever
# else a sanitizer reports fails at once.
#
# One leak of a library is known by its size.  Every program with many types has it: GLib's table
# of names has room for 2,048 and is left where it is when it grows (readers take no lock).
set -u

reports=$(mktemp -d)
told=
trap '[ -n "$told" ] || cat "$reports/said"; rm -rf "$reports"' EXIT

ASAN_OPTIONS="${ASAN_OPTIONS:-}:log_path=$reports/report" "$@" >"$reports/said"
result=$?

is_only_a_leak ()
{
  grep -q LeakSanitizer "$reports"/report.* 2>/dev/null &&
    [ -z "$(grep -L LeakSanitizer "$reports"/report.*)" ] &&
    ! grep -q '^not ok\|^Bail' "$reports/said"
}

is_only_the_table_of_names ()
{
  [ "$(cat "$reports"/report.* | grep -c 'leak of')" -eq 1 ] &&
    grep -q '^Direct leak of 16384 byte(s) in 1 object(s)' "$reports"/report.* &&
    [ "$(grep -c '^    #' "$reports"/report.*)" -eq 2 ] &&
    grep -q '#1 .* in g_malloc ' "$reports"/report.*
}

if [ "$result" -ne 0 ] && is_only_a_leak && is_only_the_table_of_names; then
  exit 0
elif [ "$result" -ne 0 ] && is_only_a_leak; then
  told=1
  export MUKANA_TEST_PATIENCE=10
  ASAN_OPTIONS="${ASAN_OPTIONS:-}:fast_unwind_on_malloc=0:malloc_context_size=16" "$@"
  exit
fi

cat "$reports"/report.* >&2 2>/dev/null
exit "$result"
